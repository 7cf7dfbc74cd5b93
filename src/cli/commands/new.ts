/** taizhang new: a template ledger to fill. */
import { newLedger } from "../../app/new-ledger";
import { bookBytes } from "../../hosts/file/node";
import type { Command } from "../command";
import { CliFailure } from "../failure";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const DEFAULT_NAME = "整改台账模板.xlsx";

export const create: Command = {
  name: "new",
  zh: "新建一份带下拉列表的台账模板",
  en: "make a template ledger with drop-downs",
  operands: { zh: "[文件]", en: "[FILE]" },
  options: ["output", "lang", "help"],
  examples: ["taizhang new -o 整改台账.xlsx"],
  run: async (args, io, lang) => {
    const named = [args.text("output"), ...args.files].filter((path) => path !== null);
    if (named.length > 1) {
      throw new CliFailure(
        "只能指定一个文件；例如 taizhang new -o 整改台账.xlsx。",
        "Name one file only; for example taizhang new -o ledger.xlsx.",
      );
    }
    const path = named[0] ?? DEFAULT_NAME;
    if (!/\.xlsx$/i.test(path)) {
      throw new CliFailure(
        `文件名「${path}」应以 .xlsx 结尾；例如 taizhang new -o 整改台账.xlsx。`,
        `The name “${path}” must end in .xlsx; for example taizhang new -o ledger.xlsx.`,
      );
    }
    await writeNew(path, bookBytes(newLedger()));
    io.out(lang === "zh" ? `已新建「${shownName(path)}」。\n` : `Made “${shownName(path)}”.\n`);
    return 0;
  },
};
