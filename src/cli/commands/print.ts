/** taizhang print: the ledger as a page for print. */
import { ledgerPage, ratesInput, ratesPage, ratesSvg } from "../../app/notice-files";
import type { Lang } from "../../rule";
import type { Args } from "../args";
import type { Command } from "../command";
import { readFactsFile, reportDayTold } from "../facts-file";
import type { Io } from "../io";
import { READING_OPTIONS } from "../options";
import { oneFile, outputPath } from "../output-file";
import { requireLedger, runFiles } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

export const print: Command = {
  name: "print",
  zh: "写出台账打印页（A3 横向，每页重复表头，一项不拆到两页）",
  en: "write the ledger as a printable page (A3 landscape, header on every page, no item split across pages)",
  operands: { zh: "文件", en: "FILE" },
  options: [...READING_OPTIONS.filter((name) => name !== "format" && name !== "fail-on"), "output", "rates", "facts"],
  examples: ["taizhang print 台账.xlsx -o 台账打印.html", "taizhang print 台账.xlsx --rates -o 完成率.html"],
  run: async (args, io, lang) => {
    const file = oneFile(args, "print");
    if (args.flag("rates")) return printRates(args, io, lang, file);
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

/** The rates on a page of their own, or as a picture. */
async function printRates(args: Args, io: Io, lang: Lang, file: string): Promise<number> {
  const { path, format } = outputPath(args, ["html", "svg"], `taizhang print ${file} --rates -o 完成率.html`);
  const form = await readFactsFile(args);
  return runFiles(args, io, lang, "print", async ({ session }) => {
    requireLedger(session, file);
    const input = ratesInput(session, form.unit);
    if (input === null) throw new Error("not read");
    const text = format === "svg" ? (await ratesSvg(input)).svg : await ratesPage(input);
    await writeNew(path, new TextEncoder().encode(text));
    return {
      json: {},
      text: lang === "zh" ? `已写入「${shownName(path)}」。` : `Wrote “${shownName(path)}”.`,
      failing: false,
      warnings: reportDayTold(session, lang),
    };
  });
}
