/**
 * How every action answers: one row an action, with its sentences while it runs, when it is done, when only a part was
 * done (how many, which not, why) and when it failed. Whatever a person presses goes through `session.act` or a method of
 * the session and is answered from here; the type makes an action without a row an error of the compiler.
 */
import type { Words } from "../ledger";
import { cells, join, many, n, s, say, whole, type ActionData, type ActionTexts } from "./action-texts";
import { COLLECT_ACTIONS } from "./collect-actions";
import { DRAFT_ACTIONS } from "./draft-actions";
import { IN_WORKBOOK } from "./actions-in-workbook";

export type { ActionData };

const counts = (data: ActionData): Words =>
  say(
    `错误 ${n(data, "error")} 条，提醒 ${n(data, "warning")} 条，提示 ${n(data, "info")} 条`,
    `${many(n(data, "error"), "error")}, ${many(n(data, "warning"), "warning")}, ${many(n(data, "info"), "note")}`,
  );

const GONE = say(
  "这一条已经解决或不再存在，列表已更新。",
  "This finding has been settled or no longer exists; the list has been updated.",
);

/** Cells or decisions that an undo, a redo took back or did again. */
function steps(verb: Words, verbEn: string): (data: ActionData) => Words {
  return (data) => {
    const written = n(data, "written");
    const refused = n(data, "refused");
    if (written + refused === 0) return say("没有可以撤销或重做的操作。", "There is nothing to undo or redo.");
    const what = stepName(s(data, "label"));
    if (data["decisions"] === true) {
      return refused > 0
        ? join(
            say(`「${what.zh}」之后又改过`, `“${what.en}” was changed again since`),
            say("没有改动", "left as it is"),
          )
        : join(say(`${verb.zh}：${what.zh}`, `${verbEn}: ${what.en}`));
    }
    return join(
      say(`${verb.zh} ${written} 个单元格`, `${verbEn} in ${cells(written)}`),
      refused > 0
        ? say(
            `${refused} 个单元格内容已变动或受保护，没有改动`,
            `${cells(refused)} changed since or protected, left unchanged`,
          )
        : null,
    );
  };
}

const row = {
  ...COLLECT_ACTIONS,
  ...DRAFT_ACTIONS,
  open: whole(
    say("正在打开并读取…", "Opening and reading…"),
    (data) =>
      n(data, "ledgers") === 0
        ? say("已读取，没有找到台账。", "The file was read, but no ledger was found in it.")
        : say(`已读取 ${n(data, "ledgers")} 个台账。`, `Read ${many(n(data, "ledgers"), "ledger")}.`),
    say("没有打开", "Not opened"),
  ),
  recheck: whole(
    say("正在重新读取并核验…", "Reading and checking again…"),
    (data) =>
      n(data, "ledgers") === 0
        ? say("已重新读取工作簿，没有可核验的台账。", "The workbook was read again; there is no ledger to check.")
        : join(say("已重新读取工作簿并核验", "The workbook was read again and checked"), counts(data)),
    say("没有重新核验", "Not checked again"),
  ),
  check: whole(
    say("正在核验…", "Checking…"),
    (data) => join(say("核验完成", "Checked"), counts(data)),
    say("核验没有完成", "The check did not finish"),
  ),
  update: whole(
    say("正在读取改动…", "Reading what changed…"),
    () => say("已按表中的改动更新。", "Updated with the changes in the sheet."),
    say(
      "表中的改动没有读到，下面的结果可能已过时",
      "What changed in the sheet could not be read; the results may be out of date",
    ),
  ),
  glance: whole(
    say("正在查看工作簿有没有改动…", "Checking whether the workbook has changed…"),
    () => say("已与工作簿一致。", "Up to date with the workbook."),
    say(
      "没有看到工作簿的最新内容，下面的结果可能已过时",
      "The latest state of the workbook could not be read; the results may be out of date",
    ),
  ),
  changeSettings: whole(
    say("正在更改设置…", "Changing settings…"),
    () => say("设置已更改。", "Settings changed."),
    say("设置没有更改", "Settings not changed"),
  ),
  teach: whole(
    say("正在记住，并重新读取…", "Saving this and reading again…"),
    () => say("已记住，并重新读取。可以撤销。", "Saved, and the ledger was read again. You can undo this."),
    say("没有记住", "Not saved"),
  ),
  settleColumns: whole(
    say("正在按选定的列重新读取…", "Reading with the chosen column…"),
    () =>
      say(
        "已选定，并重新读取；表头相同的台账都照此办理。可以撤销。",
        "The column was set and the ledger read again; ledgers with the same headers will be read the same way. You can undo this.",
      ),
    say("没有选定", "The column was not set"),
  ),
  keepTemplates: whole(
    say("正在保存模板…", "Saving the template…"),
    () => say("本机的模板已更新，可以撤销。", "The templates on this computer have been updated. You can undo this."),
    say("模板没有保存", "The template was not saved"),
  ),
  correctColumn: whole(
    say("正在按更正的列重新读取…", "Reading with the corrected column…"),
    () => say("已更正，并重新读取。", "The column was corrected and the ledger read again."),
    say("没有更正", "Not corrected"),
  ),
  correctRows: whole(
    say("正在按您的确认重新读取…", "Reading again with your answer…"),
    () => say("已确认，并重新读取。可以撤销。", "Confirmed, and the ledger was read again. You can undo this."),
    say("没有确认", "Not confirmed"),
  ),
  correctKind: whole(
    say("正在按更正的类型重新读取…", "Reading with the corrected kind…"),
    () => say("已更正事项类型，并重新读取。", "The kind was corrected and the ledger read again."),
    say("没有更正", "Not corrected"),
  ),
  useSheet: whole(
    say("正在重新读取…", "Reading again…"),
    () => say("已更改这张工作表是否计入。", "Whether this sheet counts has been changed."),
    say("没有更改", "Not changed"),
  ),
  setDirectory: whole(
    say("正在按单位名录重新读取…", "Reading with the unit directory…"),
    () => say("单位名录已更换。", "The unit directory has been replaced."),
    say("单位名录没有更换", "The unit directory was not replaced"),
  ),
  collectEvidence: whole(
    say("正在列出佐证文件…", "Listing the evidence files…"),
    () =>
      say(
        "佐证文件已按名称对应到事项，文件没有改动。",
        "The evidence files were matched to items by name; no file was changed.",
      ),
    say("佐证文件没有列出", "The evidence files were not listed"),
  ),
  changeFacts: whole(
    say("正在保存所填内容…", "Saving what you entered…"),
    () => say("所填内容已更新。", "Your entries have been saved."),
    say("所填内容没有保存", "Your entries were not saved"),
  ),
  ignore: whole(
    say("正在忽略…", "Ignoring…"),
    () => say("已忽略，可随时恢复。", "Ignored; you can restore it at any time."),
    say("没有忽略", "Not ignored"),
  ),
  unignore: whole(say("正在恢复…", "Restoring…"), () => say("已恢复。", "Restored."), say("没有恢复", "Not restored")),
  select: {
    busy: say("正在定位…", "Going to the cell…"),
    done: (data) =>
      n(data, "selected") > 1
        ? say(`已选中 ${n(data, "selected")} 处。`, `${many(n(data, "selected"), "place")} selected.`)
        : say("已定位到单元格。", "The cell is selected."),
    partial: (data) => {
      if (n(data, "gone") > 0) return GONE;
      return join(
        say(`已选中 ${n(data, "selected")} 处`, `${many(n(data, "selected"), "place")} selected`),
        n(data, "hidden") > 0
          ? say(`${n(data, "hidden")} 处在隐藏或筛掉的行里，看不到`, `${n(data, "hidden")} are hidden or filtered out`)
          : null,
        n(data, "left") > 0
          ? say(`${n(data, "left")} 处不能一次选中`, `${n(data, "left")} cannot be selected at once`)
          : null,
      );
    },
    failed: say("没有定位到单元格", "The cell could not be selected"),
  },
  ...IN_WORKBOOK,
  preview: {
    busy: say("正在读取要改的单元格…", "Reading the cells to change…"),
    done: (data) =>
      say(`将修改 ${n(data, "cells")} 个单元格，请核对。`, `${cells(n(data, "cells"))} to change; please check.`),
    partial: (data) => (n(data, "gone") > 0 ? GONE : say("没有要改的内容。", "There is nothing to change.")),
    failed: say("没有读到要改的单元格", "The cells to change could not be read"),
  },
  apply: {
    busy: say("正在写入…", "Writing…"),
    done: (data) =>
      n(data, "written") === 0
        ? say("没有要写入的内容。", "There was nothing to write.")
        : say(
            `已修改 ${n(data, "written")} 个单元格，可撤销。`,
            `${cells(n(data, "written"))} changed; you can undo it.`,
          ),
    partial: (data) =>
      n(data, "gone") > 0
        ? GONE
        : join(
            say(`已修改 ${n(data, "written")} 个单元格`, `${cells(n(data, "written"))} changed`),
            say(`${n(data, "refused")} 个没有改`, `${n(data, "refused")} left unchanged`),
          ),
    failed: say("没有写入", "Nothing was written"),
  },
  undo: {
    busy: say("正在撤销…", "Undoing…"),
    done: steps(say("已撤销", ""), "Undone"),
    partial: steps(say("已撤销", ""), "Undone"),
    failed: say("没有撤销", "Not undone"),
  },
  redo: {
    busy: say("正在重做…", "Redoing…"),
    done: steps(say("已重做", ""), "Done again"),
    partial: steps(say("已重做", ""), "Done again"),
    failed: say("没有重做", "Not redone"),
  },
  recover: {
    busy: say("正在重新应用上次的修改…", "Reapplying the earlier edits…"),
    done: (data) => say(`已重新应用 ${n(data, "written")} 处修改。`, `${n(data, "written")} edits reapplied.`),
    partial: (data) =>
      join(
        say(`已重新应用 ${n(data, "written")} 处修改`, `${n(data, "written")} edits reapplied`),
        say(
          `${n(data, "refused")} 处单元格内容已不同，没有改`,
          `${cells(n(data, "refused"))} contain something else now and were left unchanged`,
        ),
      ),
    failed: say("上次的修改没有重新应用", "The earlier edits were not reapplied"),
  },
  dismissRecovery: whole(
    say("正在放弃上次的修改…", "Discarding the earlier edits…"),
    () => say("上次没有下载的修改不再提示。", "The earlier edits will not be offered again."),
    say("操作没有完成", "Not done"),
  ),
  keepInWorkbook: whole(
    say("正在移动保存的内容…", "Moving the saved records…"),
    (data) =>
      data["on"] === true
        ? say(
            "已改为随台账保存；保存工作簿后生效。",
            "Records are now kept in the workbook; save the workbook for this to take effect.",
          )
        : say("已改为保存在本机。", "Records are now kept on this computer."),
    say("没有改变保存位置", "Where records are kept was not changed"),
  ),
  forget: whole(
    say("正在清除…", "Clearing…"),
    () => say("已清除这份台账保存的全部内容。", "Everything kept for this ledger has been cleared."),
    say("没有清除", "Not cleared"),
  ),
  shareComputer: {
    busy: say("正在切换…", "Switching…"),
    done: (data) =>
      data["on"] === true
        ? say(
            "公用电脑：已清除本机保存的内容，此后不再保存。",
            "Shared computer: the records on this computer have been erased, and nothing will be kept from now on.",
          )
        : say(
            "此后在本机保存您的更正、忽略和修改记录。",
            "From now on your corrections, ignored findings and edits are kept on this computer.",
          ),
    partial: () =>
      say(
        "公用电脑：此后不再保存；原来保存的内容没有清除成功，请在浏览器设置里清除本站数据。",
        "Shared computer: nothing will be kept from now on, but the existing records could not be erased; clear this site's data in the browser's settings.",
      ),
    failed: say("没有切换", "Not switched"),
  },
  exportKept: {
    busy: say("正在导出…", "Exporting…"),
    done: () => say("已导出本机保存的全部内容。", "Everything kept on this computer has been exported."),
    partial: () =>
      say(
        "本机保存的记录读不到；已导出这份台账到目前为止的更正、忽略和修改记录。",
        "The records on this computer could not be read; the corrections, ignored findings and edits of this ledger have been exported.",
      ),
    failed: say("没有导出，这里没有保存任何记录", "Not exported: no records are kept here"),
  },
  tryKeeping: whole(
    say("正在重新保存…", "Saving again…"),
    () => say("记录已保存在本机。", "The records are now saved on this computer."),
    say("记录仍然保存不了，只在本次有效", "The records still cannot be saved and last for this session only"),
  ),
  importKept: whole(
    say("正在导入…", "Importing…"),
    (data) =>
      say(
        `已导入 ${n(data, "workbooks")} 份台账的记录，新增或更新 ${n(data, "entries")} 条。`,
        `Imported ${many(n(data, "entries"), "new or updated record")} for ${many(n(data, "workbooks"), "ledger")}.`,
      ),
    say("没有导入；请选择从台账助手导出的记录文件", "Not imported; choose a file exported by Ledger Assistant"),
  ),
  keepPeriod: whole(
    say("正在存为本期…", "Saving the period…"),
    (data) =>
      data["kept"] === true
        ? say(
            `已存下 ${s(data, "day")} 这一期，下期打开新台账时可以直接对比。`,
            `The period as of ${s(data, "day")} has been saved; next period's ledger can be compared with it directly.`,
          )
        : say(
            `已存下 ${s(data, "day")} 这一期，但这里不保留记录，关闭窗口后就没有了；请另存为文件。`,
            `The period as of ${s(data, "day")} is kept only until this window closes, since no records are kept here; save it as a file.`,
          ),
    say("没有存下", "The period was not saved"),
  ),
  dropPeriod: whole(
    say("正在删除…", "Deleting the period…"),
    (data) => say(`已删除 ${s(data, "day")} 这一期。`, `The period as of ${s(data, "day")} has been deleted.`),
    say("没有删除", "The period was not deleted"),
  ),
  settlePairs: whole(
    say("正在记住…", "Saving…"),
    () =>
      say("已记住对应关系，以后各期照此对比。", "The pairing has been saved and will be used for later periods too."),
    say("没有记住", "Not saved"),
  ),
  openPeriod: {
    busy: say("正在读取上期…", "Reading the last period…"),
    done: (data) => say(`上期：${s(data, "name")}。`, `Last period: ${s(data, "name")}.`),
    partial: (data) => say(s(data, "zh"), s(data, "en")),
    failed: say("上期没有读到", "The last period could not be read"),
  },
  exportLexicon: {
    busy: say("正在导出词表…", "Exporting the word list…"),
    done: (data) =>
      say(`已导出 ${s(data, "name")}，可交给同事导入。`, `Exported as ${s(data, "name")}, for colleagues to import.`),
    partial: () => say("词表还是空的，没有可导出的词。", "The word list is empty; there is nothing to export."),
    failed: say("没有导出", "Not exported"),
  },
  importLexicon: {
    busy: say("正在导入词表…", "Importing the word list…"),
    done: () => say("已导入词表。", "The word list has been imported."),
    partial: (data) => say(`没有导入：${s(data, "zh")}`, `Not imported: ${s(data, "en")}`),
    failed: say("没有导入", "Not imported"),
  },
  copyText: {
    busy: say("正在复制…", "Copying…"),
    done: () => say("已复制。", "Copied."),
    partial: () =>
      say(
        "浏览器不允许复制，请在弹出的框里手动复制。",
        "The browser does not allow copying; select the text in the box and copy it yourself.",
      ),
    failed: say("没有复制", "Not copied"),
  },
  download: {
    busy: say("正在生成文件…", "Creating the file…"),
    done: (data) =>
      data["paste"] === true
        ? say(
            `已生成「${s(data, "name")}」。没有看到下载时，请改用“复制全文”，粘贴到 Word 或 WPS。`,
            `“${s(data, "name")}” has been created. If no download appears, copy the notice and paste it into Word or WPS.`,
          )
        : say(`已生成「${s(data, "name")}」。`, `“${s(data, "name")}” has been created.`),
    partial: (data) => say(`文件没有生成：${s(data, "why")}`, `The file was not created: ${s(data, "why")}`),
    failed: say("文件没有生成", "The file was not created"),
  },
  print: {
    busy: say("正在准备打印…", "Preparing to print…"),
    done: () => say("已交给打印。", "Handed to the printer."),
    partial: (data) =>
      say(
        `这里不能直接打印，已改存为「${s(data, "name")}」；用浏览器打开后打印。`,
        `Printing is not possible here, so the page was saved as “${s(data, "name")}”. Open it in a browser and print it there.`,
      ),
    failed: say("没有打印", "Not printed"),
  },
  fillForm: {
    busy: say("正在填写报表…", "Filling in the form…"),
    done: (data) =>
      join(
        say(
          `已填 ${n(data, "filled")} 处，生成「${s(data, "name")}」`,
          `${many(n(data, "filled"), "place")} filled in; “${s(data, "name")}” has been created`,
        ),
        data["formulas"] === true
          ? say("表里的公式在打开时重新计算", "its formulas are calculated when it is opened")
          : null,
        s(data, "open") === ""
          ? null
          : say(`没有内容可填：${s(data, "open")}`, `nothing to fill in for ${s(data, "open")}`),
      ),
    partial: (data) => say(s(data, "why"), s(data, "why")),
    failed: say("报表没有填写", "The form was not filled in"),
  },
  chooseCell: whole(
    say("正在读取选中的单元格…", "Reading the selected cell…"),
    () => say("已读取选中的单元格。", "The selected cell was read."),
    say("没有读到选中的单元格", "The selected cell could not be read"),
  ),
} satisfies Readonly<Record<string, ActionTexts>>;

export type ActionName = keyof typeof row;

export const ACTIONS: Readonly<Record<ActionName, ActionTexts>> = row;

/** A step of the journal by its label: an action, a rule, a free edit. */
function stepName(label: string): Words {
  return STEP_NAMES.get(label) ?? say("修改", "an edit");
}

const STEP_NAMES: ReadonlyMap<string, Words> = new Map<ActionName, Words>([
  ["changeSettings", say("更改设置", "changed settings")],
  ["teach", say("记住词语", "added a word")],
  ["settleColumns", say("选定列", "chose a column")],
  ["keepTemplates", say("保存模板", "saved a template")],
  ["settlePairs", say("确认对应关系", "paired items")],
  ["correctColumn", say("更正列", "corrected a column")],
  ["correctRows", say("确认行", "confirmed a row")],
  ["correctKind", say("更正事项类型", "corrected a kind")],
  ["useSheet", say("工作表是否计入", "whether a sheet counts")],
  ["setDirectory", say("更换单位名录", "changed the unit directory")],
  ["changeFacts", say("填写通报要素", "filled in facts")],
  ["ignore", say("忽略", "ignored a finding")],
  ["unignore", say("恢复忽略", "restored a finding")],
]);
