/** How actions answer that put something of ours into the workbook, or take it out: marks, sheets, copies. */
import { cells, join, LISTS, many, n, s, say, whole, type ActionTexts } from "./action-texts";

export const IN_WORKBOOK = {
  lists: LISTS,
  marks: {
    busy: say("正在更新标记…", "Updating marks…"),
    done: (data) =>
      data["on"] === true
        ? say(`已标记 ${n(data, "marked")} 个单元格。`, `${cells(n(data, "marked"))} marked.`)
        : say(`已清除 ${n(data, "removed")} 处标记。`, `${n(data, "removed")} marks removed.`),
    partial: (data) =>
      data["on"] === true
        ? join(
            say(`已标记 ${n(data, "marked")} 个单元格`, `${cells(n(data, "marked"))} marked`),
            n(data, "limit") > 0
              ? say(
                  `最多标记 ${n(data, "limit")} 个，其余见列表`,
                  `the limit is ${n(data, "limit")}; see the list for the rest`,
                )
              : null,
            n(data, "locked") > 0
              ? say(
                  `${n(data, "locked")} 个在受保护的工作表里，没有标记`,
                  `${n(data, "locked")} on protected sheets, not marked`,
                )
              : null,
          )
        : join(
            say(`已清除 ${n(data, "removed")} 处标记`, `${n(data, "removed")} marks removed`),
            say(
              `${n(data, "locked")} 处在受保护的工作表里，取消保护后再清除`,
              `${n(data, "locked")} on protected sheets; unprotect them first`,
            ),
          ),
    failed: say("标记没有更新", "The marks were not updated"),
  },
  changeMarks: {
    busy: say("正在更新变化标记…", "Updating the change marks…"),
    done: (data) =>
      data["on"] === true
        ? say(`已标记 ${n(data, "changed")} 个有变化的单元格。`, `${cells(n(data, "changed"))} marked as changed.`)
        : say(`已清除 ${n(data, "removed")} 处变化标记。`, `${n(data, "removed")} change marks removed.`),
    partial: (data) =>
      join(
        data["on"] === true
          ? say(`已标记 ${n(data, "changed")} 个有变化的单元格`, `${cells(n(data, "changed"))} marked as changed`)
          : say(`已清除 ${n(data, "removed")} 处变化标记`, `${n(data, "removed")} change marks removed`),
        n(data, "limit") > 0
          ? say(
              `最多标记 ${n(data, "limit")} 个，其余见列表`,
              `the limit is ${n(data, "limit")}; see the list for the rest`,
            )
          : null,
        n(data, "locked") > 0
          ? say(
              `${n(data, "locked")} 个在受保护的工作表里，没有改动`,
              `${n(data, "locked")} on protected sheets, left unchanged`,
            )
          : null,
      ),
    failed: say("变化标记没有更新", "The change marks were not updated"),
  },
  addReport: whole(
    say("正在生成核验报告…", "Creating the report sheet…"),
    (data) =>
      n(data, "findings") === 0
        ? say(
            `已添加工作表「${s(data, "name")}」，没有发现问题。`,
            `Sheet “${s(data, "name")}” added; nothing was found.`,
          )
        : say(
            `已添加工作表「${s(data, "name")}」，列出 ${n(data, "findings")} 条。`,
            `Sheet “${s(data, "name")}” added with ${many(n(data, "findings"), "finding")}.`,
          ),
    say("核验报告没有添加", "The report sheet was not added"),
  ),
  putBook: whole(
    say("正在写入统计表…", "Writing the statistics sheet…"),
    (data) =>
      say(
        `统计表已写入工作表「${s(data, "name")}」，原有工作表没有改动。`,
        `The statistics are on sheet “${s(data, "name")}”; other sheets stay as they are.`,
      ),
    say("统计表没有写入", "The statistics sheet was not written"),
  ),
  removeBook: whole(
    say("正在删除统计表…", "Removing the statistics sheet…"),
    () => say("已删除统计表和它的数据。", "The statistics sheet and its data have been removed."),
    say("统计表没有删除", "The statistics sheet was not removed"),
  ),
  removeReport: whole(
    say("正在删除核验报告…", "Removing the report sheet…"),
    () => say("已删除核验报告工作表。", "The report sheet has been removed."),
    say("核验报告没有删除", "The report sheet was not removed"),
  ),
  makeCopy: {
    busy: say("正在生成副本…", "Creating the copy…"),
    done: (data) =>
      n(data, "removed") > 0
        ? say(
            `副本已生成，去掉了台账助手添加的 ${n(data, "removed")} 项。`,
            `Copy created; ${n(data, "removed")} additions of Ledger Assistant removed.`,
          )
        : say("副本已生成。", "Copy created."),
    partial: (data) =>
      join(
        say("副本已生成", "Copy created"),
        say(
          `${n(data, "notesSkipped")} 个单元格只有标记，没有批注（原来已有批注，或数量过多）`,
          `${cells(n(data, "notesSkipped"))} marked without a note (they have one already, or there are too many)`,
        ),
      ),
    failed: say("副本没有生成", "The copy was not created"),
  },
} as const satisfies Readonly<Record<string, ActionTexts>>;
