/** Opens the files of many units one after another; one that cannot be read is told, and the others get their turn. */
import { basename } from "node:path";
import { type AsMaster, fileUnit, type FileUnit, type FileUse, fuller } from "../month";
import { type ColumnSettlement, settlementsFor, type Reading, type UnitDirectory } from "../ledger";
import type { Lang } from "../rule";
import { EMPTY_LINE, shownName } from "./terminal";
import { clearProgress, internalFailure } from "./each-file";
import { CliFailure } from "./failure";
import type { Io } from "./io";
import type { MonthInput, MonthInputs } from "./month-inputs";
import type { Request } from "./request";
import { openSession, requireLedger } from "./run-files";

export interface ReturnedFile {
  readonly file: string;
  readonly reading: Reading;
  readonly unit: FileUnit;
}

interface Run {
  readonly io: Io;
  readonly lang: Lang;
  readonly request: Request;
  readonly directory: UnitDirectory | null;
  /** Where they go into a master. */
  readonly master?: AsMaster;
}

/** Reasons of hosts that speak of another kind of file, not of a broken one. */
const OTHER_TYPE: ReadonlySet<string> = new Set(["notAWorkbook", "unsupportedFormat"]);

/**
 * Hands every readable ledger to `take`.
 * @returns what became of the others, and of what folders hold besides
 */
export async function eachReturned(
  inputs: MonthInputs,
  run: Run,
  take: (opened: ReturnedFile) => void | Promise<void>,
): Promise<readonly FileUse[]> {
  const left: FileUse[] = [];
  for (const [index, input] of inputs.files.entries()) {
    progress(run, index, inputs.files);
    try {
      await take(await open(input, run));
    } catch (error) {
      left.push(notUsed(input, error, run));
    }
  }
  clearProgress(run.io);
  for (const file of inputs.leftOut) left.push(otherType(file, run.lang));
  return left;
}

async function open(input: MonthInput, run: Run): Promise<ReturnedFile> {
  const settled = run.request.settings.columns ?? [];
  const plain = await read(input, run, settled);
  const like = run.master?.like(plain) ?? [];
  const first = like.length === 0 ? plain : fuller(plain, await read(input, run, [...like, ...settled]));
  const unit = unitOf(input, first, run);
  const opened = { file: input.file, reading: first, unit };
  if (unit.unit === null || settled.every(({ unit: of }) => of === undefined)) return opened;
  const columns = settlementsFor(unit.unit, settled);
  // Without choices of its own a unit's file is read as it was.
  if (columns.length === settlementsFor(null, settled).length) return opened;
  return { ...opened, reading: await read(input, run, first === plain ? columns : [...like, ...columns]) };
}

function unitOf({ file }: MonthInput, reading: Reading, { directory, master }: Run): FileUnit {
  const units = directory ?? reading.directory;
  return master?.unitOf(basename(file), reading, units) ?? fileUnit(basename(file), reading, units);
}

async function read(
  { file }: MonthInput,
  { request, io }: Run,
  columns: readonly ColumnSettlement[],
): Promise<Reading> {
  const { session } = await openSession(file, { ...request, settings: { ...request.settings, columns } }, io);
  requireLedger(session, file);
  const reading = session.reading();
  if (reading === null) throw new Error("not read");
  return reading;
}

function notUsed({ file, isFound }: MonthInput, error: unknown, { io, lang }: Run): FileUse {
  const failure = error instanceof CliFailure ? error : internalFailure(error, io, file);
  const isDocument = /\.docx$/i.test(file) && failure.code === "notAWorkbook";
  if (isFound && isDocument) return otherType(file, lang);
  const isOther = OTHER_TYPE.has(failure.code) && !/\.(?:xlsx|xlsm|xls|csv)$/i.test(file);
  const why = failure.code === "noLedger" ? "noLedger" : isOther ? "otherType" : "unreadable";
  return { file, used: false, why, message: failure.sentence(lang), unit: null };
}

function otherType(file: string, lang: Lang): FileUse {
  const name = basename(file);
  const isLock = name.startsWith("~$");
  const zh = isLock ? "是编辑软件留下的锁定文件" : name.startsWith(".") ? "是隐藏文件" : "不是含有台账的工作簿或文档";
  const en = isLock
    ? "is a lock file of an editor"
    : name.startsWith(".")
      ? "is hidden"
      : "is no workbook or document with a ledger";
  const message = lang === "zh" ? `已略过「${shownName(file)}」：${zh}。` : `Skipped “${shownName(file)}”: it ${en}.`;
  return { file, used: false, why: "otherType", message, unit: null };
}

function progress({ io, lang }: Run, index: number, files: readonly MonthInput[]): void {
  if (!io.errIsTerminal) return;
  const count = files.length > 1 ? ` ${index + 1}/${files.length}` : "";
  io.err(`${EMPTY_LINE}${lang === "zh" ? "正在读取" : "Reading"}${count} ${shownName(files[index]?.file ?? "")}`);
}
