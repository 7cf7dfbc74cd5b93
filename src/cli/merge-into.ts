/** taizhang merge --into: returned files update a copy of the master. */
import { writePlan } from "../app/collect";
import { editedCopy, readFileBytes } from "../hosts/file/node";
import { HostError } from "../hosts/port";
import { asMaster, type FileUse, intoJson, IntoMaster } from "../month";
import type { Lang } from "../rule";
import type { Args } from "./args";
import { doubtWarnings } from "./doubt-warning";
import { eachReturned } from "./each-returned";
import { CliFailure, workbookFailure } from "./failure";
import type { Io } from "./io";
import { intoText } from "./into-text";
import { monthInputs } from "./month-inputs";
import { outputPath } from "./output-file";
import type { Request } from "./request";
import { openSession, requireLedger } from "./run-files";
import { shownName } from "./terminal";
import { refuseExisting, writeNew } from "./write-file";

const EXAMPLE = "taizhang merge --into 总台账.xlsx 各单位反馈/ -o 总台账-回填.xlsx";

/** @returns exit status */
export async function mergeInto(args: Args, io: Io, request: Request, lang: Lang, master: string): Promise<number> {
  const format = /\.xlsm$/i.test(master) ? "xlsm" : "xlsx";
  const { path } = outputPath(args, [format], EXAMPLE);
  await refuseExisting(path);
  const bytes = await masterBytes(master);
  const { session, signed, format: kind } = await openSession(master, request, io, bytes);
  requireLedger(session, master);
  const reading = session.reading();
  if (reading === null) throw new Error("not read");
  if (kind !== "xlsx") throw otherFormat(master);
  const { definition } = session.getSnapshot().settings;
  const inputs = await monthInputs(args.files, EXAMPLE, [master]);
  const into = new IntoMaster(reading, { definition });
  const used: FileUse[] = [];
  const directory = request.directory ?? reading.directory;
  const known = asMaster(reading);
  const columns = [...(request.settings.columns ?? []), ...known.form];
  const settings = { ...request.settings, columns, asOf: reading.asOf.date };
  // Deadlines without a year are read as in the master, names as its directory has them.
  const run = { io, lang, request: { ...request, directory, settings }, directory, master: known };
  const left = await eachReturned(inputs, run, (opened) => {
    into.take(opened);
    used.push({ file: opened.file, used: true, why: null, message: null, unit: opened.unit.unit });
  });
  const files = inFileOrder(
    [...used, ...left],
    inputs.files.map(({ file }) => file),
  );
  for (const { message } of files) if (message !== null) io.err(`${shownName(message)}\n`);
  if (used.length === 0)
    throw new CliFailure(
      "没有一份能用的反馈文件，未写入任何内容；请检查所给的文件或文件夹。",
      "No usable file was found and nothing was written; check the files or the folder.",
      "noUsableFile",
    );
  const plan = into.plan();
  const { copy, result } = writePlan(plan, (edits) => editedCopy(bytes, edits));
  await writeNew(path, copy.bytes);
  for (const warning of doubtWarnings(session, lang)) io.err(`${shownName(warning)}\n`);
  if (signed && result.updated.length > 0) io.err(`${signedText(master, lang)}\n`);
  if (copy.formulas) io.err(`${formulasText(path, lang)}\n`);
  io.out(
    request.format === "json"
      ? `${JSON.stringify(intoJson({ master, out: path, files }, plan, result), null, 2)}\n`
      : `${intoText({ path, files, plan, result, lang })}\n`,
  );
  return args.flag("strict") && result.conflicts.length > 0 ? 1 : 0;
}

/** In the order given; what folders hold besides stands behind. */
function inFileOrder(files: readonly FileUse[], order: readonly string[]): readonly FileUse[] {
  const at = new Map(order.map((file, index) => [file, index]));
  return [...files].sort((a, b) => (at.get(a.file) ?? order.length) - (at.get(b.file) ?? order.length));
}

async function masterBytes(master: string): Promise<Uint8Array> {
  try {
    return await readFileBytes(master);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: master, detail: error.detail }, master);
  }
}

function otherFormat(master: string): CliFailure {
  return new CliFailure(
    `总台账「${master}」不是 .xlsx 或 .xlsm，不能原样回填；请先另存为 .xlsx。`,
    `The master “${master}” is not an .xlsx or .xlsm file and cannot be filled in without changes; save it as .xlsx first.`,
    "unsupportedFormat",
  );
}

function signedText(master: string, lang: Lang): string {
  const name = shownName(master);
  return lang === "zh"
    ? `「${name}」带有数字签名，回填后的副本签名会失效。`
    : `“${name}” is digitally signed; the copy loses its signature.`;
}

function formulasText(path: string, lang: Lang): string {
  const name = shownName(path);
  return lang === "zh"
    ? `「${name}」中有公式，其结果仍是回填前的；请在 Excel 中打开，按 Ctrl+Alt+F9 重新计算后保存。`
    : `“${name}” contains formulas whose results are from before the update; open it in Excel, recalculate (Ctrl+Alt+F9) and save.`;
}
