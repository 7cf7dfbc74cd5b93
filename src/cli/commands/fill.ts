/** taizhang fill: a form from above is filled from the ledger, everything else of it unchanged. */
import { fillForm } from "../../app/form";
import { openFile } from "../../hosts/file/node";
import { HostError } from "../../hosts/port";
import type { Command } from "../command";
import { CliFailure, workbookFailure } from "../failure";
import { heldWarning } from "../held-warning";
import { compareWithLast } from "../last-period";
import { READING_OPTIONS } from "../options";
import { outputPath } from "../output-file";
import { readRequest } from "../request";
import { openSession, requireLedger } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const EXAMPLE = "taizhang fill 上级报表.xlsx --ledger 台账.xlsx -o 上级报表-已填.xlsx";
/** Places named in one message. */
const MOST_NAMED = 10;

export const fill: Command = {
  name: "fill",
  zh: "填上级报表：单元格里的占位换成台账的数字，其余原样不动",
  en: "fill a form: places in its cells become the ledger's figures, all else unchanged",
  operands: { zh: "报表（.xlsx）", en: "FORM" },
  options: [
    ...READING_OPTIONS.filter((name) => name !== "fail-on" && name !== "format"),
    "ledger",
    "set",
    "last",
    "old-as-of",
    "output",
    "strict",
  ],
  examples: [EXAMPLE],
  run: async (args, io, asked) => {
    const [file] = args.files;
    const ledger = args.text("ledger");
    if (file === undefined || args.files.length > 1 || ledger === null)
      throw new CliFailure(
        `请指定一份报表，并用 --ledger 指定台账；例如 ${EXAMPLE}。`,
        `Name one form, and a ledger with --ledger; for example ${EXAMPLE}.`,
      );
    const { path } = outputPath(args, ["xlsx", "xlsm"], EXAMPLE);
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    const { session } = await openSession(ledger, request, io);
    requireLedger(session, ledger);
    await compareWithLast(args, session);
    await session.check();
    const form = await openForm(file);
    const filled = fillForm(session, await form.read.grids());
    if (filled === null) throw new Error("not read");
    const { edits, problems, open } = filled;
    if (problems.length > 0) {
      const named = problems.slice(0, MOST_NAMED);
      throw new CliFailure(
        `报表没有填写：${named.map(({ cell, zh }) => `${cell} ${zh}`).join("；")}${problems.length > MOST_NAMED ? `；共${problems.length}处` : ""}。`,
        `The form was not filled: ${named.map(({ cell, en }) => `${cell} ${en}`).join("; ")}${problems.length > MOST_NAMED ? `; ${problems.length} in all` : ""}.`,
        "template",
      );
    }
    if (edits.length === 0)
      throw new CliFailure(
        `「${file}」的单元格里没有占位；请在要填数的格里写占位，如 {反馈问题.已完成}。`,
        `“${file}” has no places in its cells; write places such as {反馈问题.已完成} where figures belong.`,
        "template",
      );
    const outcomes = (await form.write?.apply(edits)) ?? [];
    const refused = edits.filter((_, index) => outcomes[index]?.type !== "written");
    if (refused.length > 0 || !form.copies)
      throw new CliFailure(
        `报表没有填写：${refused.length}个占位在不能改写的格里（公式、受保护或被合并覆盖的单元格），第一个是${refused[0]?.value ?? ""}。`,
        `The form was not filled: ${refused.length} places stand in cells that cannot be written (formulas, protected or covered cells).`,
        "template",
      );
    await writeNew(path, await form.copies.current());
    io.out(
      lang === "zh"
        ? `已填${edits.length}格，写入「${shownName(path)}」。\n`
        : `Filled ${edits.length} cells, wrote “${shownName(path)}”.\n`,
    );
    const held = heldWarning(session.findings(), lang, lang === "zh" ? "报表" : "this form");
    if (held !== null) io.err(`${shownName(held)}\n`);
    if (open.length > 0)
      io.err(lang === "zh" ? `没有数字可填：${open.join("、")}。\n` : `Nothing to fill in for ${open.join(", ")}.\n`);
    return args.flag("strict") && (held !== null || open.length > 0) ? 1 : 0;
  },
};

async function openForm(file: string): Promise<Awaited<ReturnType<typeof openFile>>> {
  try {
    return await openFile(file);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: file, detail: error.detail }, file);
  }
}
