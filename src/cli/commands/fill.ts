/** taizhang fill: a form from above is filled from the ledger, everything else of it unchanged. */
import { basename } from "node:path";
import { fillForm, formFailure } from "../../app/form";
import type { Form } from "../../hosts/form";
import { createNodeDraftTools, readFileBytes } from "../../hosts/file/node";
import type { Command } from "../command";
import { readFactsFile, reportDayTold } from "../facts-file";
import { CliFailure } from "../failure";
import { heldWarning } from "../held-warning";
import { compareWithLast } from "../last-period";
import { READING_OPTIONS } from "../options";
import { outputPath } from "../output-file";
import { readRequest } from "../request";
import { openSession, requireLedger } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const EXAMPLE = "taizhang fill 上级报表.xlsx --ledger 台账.xlsx -o 上级报表-已填.xlsx";

export const fill: Command = {
  name: "fill",
  zh: "填上级报表：表格或 Word 文档里的占位换成台账的数字，其余原样不动",
  en: "fill in a form: placeholders in a workbook or Word document become the ledger's figures, all else unchanged",
  operands: { zh: "报表（.xlsx、.docx）", en: "FORM" },
  options: [
    ...READING_OPTIONS.filter((name) => name !== "fail-on" && name !== "format"),
    "ledger",
    "facts",
    "set",
    "last",
    "old-as-of",
    "output",
    "strict",
  ],
  examples: [EXAMPLE, "taizhang fill 情况报告.docx --ledger 台账.xlsx --facts 要素.json -o 情况报告-已填.docx"],
  run: async (args, io, asked) => {
    const [file] = args.files;
    const ledger = args.text("ledger");
    if (file === undefined || args.files.length > 1 || ledger === null)
      throw new CliFailure(
        `请指定一份报表，并用 --ledger 指定台账；例如 ${EXAMPLE}。`,
        `Name one form, and a ledger with --ledger; for example ${EXAMPLE}.`,
      );
    const ending = file.slice(file.lastIndexOf(".") + 1).toLowerCase();
    const { path } = outputPath(args, ending === "docx" ? ["docx"] : ["xlsx", "xlsm"], EXAMPLE);
    const facts = await readFactsFile(args);
    const request = await readRequest(args);
    const zh = (request.settings.lang ?? asked) === "zh";
    const { session } = await openSession(ledger, request, io);
    requireLedger(session, ledger);
    await compareWithLast(args, session);
    await session.check();
    const outcome = fillForm(session, await openForm(file), facts);
    if (outcome === null) throw new Error("not read");
    if (!outcome.ok) throw new CliFailure(outcome.zh, outcome.en, "template");
    await writeNew(path, outcome.bytes);
    const { filled, formulas, open } = outcome;
    io.out(
      zh
        ? `已填${filled}处，写入「${shownName(path)}」${formulas ? "；表里的公式在打开时重新计算" : ""}。\n`
        : `Filled in ${filled} placeholders, wrote “${shownName(path)}”${formulas ? "; its formulas are calculated when it is opened" : ""}.\n`,
    );
    const held = heldWarning(session.findings(), zh ? "zh" : "en", zh ? "报表" : "this form");
    const told = [...reportDayTold(session, zh ? "zh" : "en"), ...(held === null ? [] : [held])];
    if (open.length > 0)
      told.push(
        zh
          ? `没有内容可填：${open.join("、")}；变量可加 --set ${open[0]}=…。`
          : `Nothing to fill in for ${open.join(", ")}; set variables with --set ${open[0]}=….`,
      );
    for (const sentence of told) io.err(`${shownName(sentence)}\n`);
    return args.flag("strict") && (held !== null || open.length > 0) ? 1 : 0;
  },
};

/** @throws CliFailure where it is no form */
async function openForm(file: string): Promise<Form> {
  try {
    return await createNodeDraftTools().openForm(basename(file), await readFileBytes(file));
  } catch (error) {
    const { zh, en } = formFailure(error, file);
    throw new CliFailure(zh, en);
  }
}
