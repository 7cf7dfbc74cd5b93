/** How the actions of 收表汇总, and of letters that go on from others, answer. */
import { join, many, n, s, say, type ActionTexts } from "./action-texts";

export const COLLECT_ACTIONS = {
  collectFiles: {
    busy: say("正在读取各单位的文件…", "Reading the units' files…"),
    done: (data) => say(`已读取 ${n(data, "files")} 份文件。`, `Read ${many(n(data, "files"), "file")}.`),
    partial: (data) =>
      say(
        `已读取 ${n(data, "files")} 份文件，${n(data, "left")} 份没有读到，原因列在表里。`,
        `Read ${many(n(data, "files"), "file")}; ${n(data, "left")} could not be read, for the reasons in the table.`,
      ),
    failed: say("文件没有读取", "The files were not read"),
  },
  openRegister: {
    busy: say("正在读取登记表…", "Reading the register…"),
    done: (data) => say(`已接上「${s(data, "name")}」。`, `Continuing “${s(data, "name")}”.`),
    partial: (data) => say(s(data, "zh"), s(data, "en")),
    failed: say("登记表没有读到", "The register could not be read"),
  },
  openTemplate: {
    busy: say("正在读取空表…", "Reading the blank form…"),
    done: (data) =>
      say(`汇总时采用「${s(data, "name")}」的栏目。`, `The columns of “${s(data, "name")}” will be used.`),
    partial: (data) => say(s(data, "zh"), s(data, "en")),
    failed: say("空表没有读到", "The blank form could not be read"),
  },
  mergeFiles: {
    busy: say("正在汇总…", "Merging…"),
    done: (data) =>
      say(
        `已汇总 ${n(data, "files")} 份文件、${n(data, "items")} 项，生成「${s(data, "name")}」。`,
        `Merged into “${s(data, "name")}”: ${many(n(data, "files"), "file")}, ${many(n(data, "items"), "item")}.`,
      ),
    partial: (data) =>
      data["zh"] === undefined
        ? say("没有一份能用的文件，没有汇总。", "No usable file; nothing was merged.")
        : say(s(data, "zh"), s(data, "en")),
    failed: say("没有汇总", "Not merged"),
  },
  fillMaster: {
    busy: say("正在生成回填副本…", "Creating the filled-in copy…"),
    done: (data) =>
      join(
        say(
          `已生成「${s(data, "name")}」：写入 ${n(data, "written")} 处，未写入 ${n(data, "left")} 处`,
          `“${s(data, "name")}” has been created: ${n(data, "written")} cells written, ${n(data, "left")} not`,
        ),
        data["formulas"] === true
          ? say("表里有公式，请在 Excel 中重新计算后保存", "it has formulas: recalculate it in Excel and save")
          : null,
      ),
    partial: () => say("没有可写入的内容。", "There is nothing to write."),
    failed: say("没有生成", "Not created"),
  },
} as const satisfies Readonly<Record<string, ActionTexts>>;
