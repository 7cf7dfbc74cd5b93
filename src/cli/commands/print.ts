/** taizhang print: the ledger as a page for print. */
import { ledgerPage } from "../../app/notice-files";
import type { Command } from "../command";
import { READING_OPTIONS } from "../options";
import { oneFile, outputPath } from "../output-file";
import { requireLedger, runFiles } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

export const print: Command = {
  name: "print",
  zh: "写出台账打印页（A3 横向，每页重复表头，一项不拆到两页）",
  en: "write the ledger as a page for print (A3 landscape, header on every page, no item split)",
  operands: { zh: "文件", en: "FILE" },
  // What is printed hangs on what is read as the ledger; it is not judged.
  options: [
    ...READING_OPTIONS.filter((name) => name === "sheet" || name === "settings" || name === "state" || name === "lang"),
    "output",
    "help",
  ],
  examples: ["taizhang print 台账.xlsx -o 台账打印.html", "taizhang print 台账.xlsx --sheet 问题整改台账 -o 打印.html"],
  run: async (args, io, lang) => {
    const file = oneFile(args, "print");
    const { path } = outputPath(args, ["html"], `taizhang print ${file} -o 台账打印.html`);
    return runFiles(args, io, lang, "print", async ({ session }) => {
      requireLedger(session, file);
      const page = await ledgerPage(session);
      if (page === null) throw new Error("not read");
      await writeNew(path, new TextEncoder().encode(page));
      return {
        json: {},
        text:
          lang === "zh"
            ? `已写入「${shownName(path)}」；用浏览器打开后打印，纸张选 A3 横向。`
            : `Wrote “${shownName(path)}”; open it in a browser and print it on A3, landscape.`,
        failing: false,
        warnings: [],
      };
    });
  },
};
