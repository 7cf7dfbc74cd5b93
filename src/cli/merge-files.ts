/** taizhang merge: what many units sent becomes one ledger. */
import { basename } from "node:path";
import { filledForm } from "../app/collect";
import { bookBytes } from "../hosts/file/node";
import {
  assemble,
  bookOf,
  chooseFiles,
  compareNames,
  type FileUse,
  mergeDay,
  mergeJson,
  mergeResult,
  type ReadBack,
  reportSheet,
  type SentFile,
  takeFile,
} from "../month";
import type { AsOf, Reading } from "../ledger";
import type { Lang } from "../rule";
import { compareDates, type CivilDate } from "../zh/civil-date";
import type { Args } from "./args";
import { eachReturned, type ReturnedFile } from "./each-returned";
import { CliFailure } from "./failure";
import type { Io } from "./io";
import { openTemplate } from "./merge-template";
import { mergeText } from "./merge-text";
import { monthInputs, type MonthInputs } from "./month-inputs";
import { outputPath } from "./output-file";
import type { Request } from "./request";
import { openSession } from "./run-files";
import { unitsNamed, variantWarning } from "./stray-warning";
import { shownName } from "./terminal";
import { refuseExisting, writeNew } from "./write-file";

const EXAMPLE = "taizhang merge 各单位报送/ -o 汇总台账.xlsx --units 单位名录.xlsx";

/** @returns exit status */
export async function mergeFiles(args: Args, io: Io, request: Request, lang: Lang): Promise<number> {
  const { path } = outputPath(args, ["xlsx"], EXAMPLE);
  await refuseExisting(path);
  const templatePath = args.text("template");
  const form = templatePath === null ? null : await openTemplate(templatePath);
  const template = form?.template ?? null;
  const inputs = await monthInputs(args.files, EXAMPLE, templatePath === null ? [] : [templatePath]);
  const { sent, left, asOf, units } = await readAll(inputs, io, request, lang);
  for (const { message } of left) if (message !== null) io.err(`${shownName(message)}\n`);
  if (sent.length === 0 || asOf === null) throw nothingUsable();
  const { directory } = request;
  for (const warning of variantWarning(units, directory, lang)) io.err(`${shownName(warning)}\n`);
  const chosen = chooseFiles(sent, directory);
  const readBytes = readerOf(path, { ...request, settings: { ...request.settings, asOf } }, io);
  const readBack: ReadBack = (book) => readBytes(bookBytes(book));
  const assembled = await assemble(chosen.used, asOf, readBack, template);
  if (assembled.files.length === 0) throw nothingUsable();
  const told = [...sent].sort((a, b) => compareNames(a.file, b.file));
  const notEqual = (file: string): string => notEqualText(file, lang);
  const result = mergeResult({ sent: told, chosen, assembled, left, directory, notEqual });
  for (const { why, message } of result.files) if (why === "notEqual") io.err(`${message ?? ""}\n`);
  const report = reportSheet(result, assembled.counts);
  const inForm = form === null ? null : await filledForm(form, assembled, report, readBytes);
  if (form !== null && inForm === null) io.err(`${shownName(lookLost(lang))}\n`);
  await writeNew(path, inForm ?? bookBytes(bookOf(assembled.files, assembled.options, report)));
  io.out(
    request.format === "json"
      ? `${JSON.stringify(mergeJson({ out: path, template: templatePath }, result, assembled.counts), null, 2)}\n`
      : `${mergeText(path, result, assembled.counts, lang)}\n`,
  );
  const isForPeople =
    [result.missing, result.twice, result.duplicates, result.toCheck].some((list) => list.length > 0) ||
    result.files.some(({ why }) => why === "unreadable" || why === "noLedger" || why === "notEqual");
  return args.flag("strict") && isForPeople ? 1 : 0;
}

interface AllRead {
  readonly sent: readonly SentFile[];
  readonly left: readonly FileUse[];
  readonly asOf: CivilDate | null;
  /** Units that the files and their rows name. */
  readonly units: ReadonlySet<string>;
}

/** All files on one day: the one asked for, else the latest that any of them states, else today. */
async function readAll(inputs: MonthInputs, io: Io, request: Request, lang: Lang): Promise<AllRead> {
  const { directory } = request;
  const days = new Map<string, AsOf>();
  const sent = new Map<string, SentFile>();
  const units = new Set<string>();
  const take = ({ file, reading, unit }: ReturnedFile): void => {
    if (reading.ledgers.every(({ kind }) => kind === "accountability")) throw noItems(file);
    days.set(file, reading.asOf);
    sent.set(file, takeFile(file, reading, unit));
    for (const name of [unit.unit ?? "", ...unitsNamed(reading)]) if (name !== "") units.add(name);
  };
  const left = await eachReturned(inputs, { io, lang, request, directory }, take);
  const asOf = mergeDay([...days.values()]);
  if (asOf === null) return { sent: [], left, asOf, units };
  const others = inputs.files.filter(({ file }) => {
    const own = days.get(file);
    return own !== undefined && compareDates(own.date, asOf) !== 0;
  });
  const onDay = { ...request, settings: { ...request.settings, asOf } };
  await eachReturned({ files: others, leftOut: [] }, { io, lang, request: onDay, directory }, take);
  return { sent: [...sent.values()], left, asOf, units };
}

type ReadBytes = (bytes: Uint8Array) => Promise<Reading>;

function readerOf(path: string, request: Request, io: Io): ReadBytes {
  return async (bytes) => {
    const { session } = await openSession(basename(path), request, io, bytes);
    const reading = session.reading();
    if (reading === null) throw new Error("not read");
    return reading;
  };
}

function lookLost(lang: Lang): string {
  return lang === "zh"
    ? "模板的栏目和标题已采用，样式没有带过来（模板不是 .xlsx，或没有适用于这类事项的表）；请在生成后设置格式。"
    : "The template’s columns and titles are used, but not its formatting (it is not .xlsx, or has no sheet for these items); please format the result yourself.";
}

function noItems(file: string): CliFailure {
  return new CliFailure(
    `「${file}」中只有问责情况，没有可汇总的事项。`,
    `“${file}” contains only accountability records and no items to merge.`,
    "noLedger",
  );
}

function nothingUsable(): CliFailure {
  return new CliFailure(
    "没有一份能用的报送文件，未写入任何内容；请检查所给的文件或文件夹。",
    "No usable file was found and nothing was written; check the files or the folder.",
    "noUsableFile",
  );
}

function notEqualText(file: string, lang: Lang): string {
  const name = shownName(file);
  return lang === "zh"
    ? `「${name}」并入后统计结果与原表不一致，已单独列出、未并入；请核对其表头后再汇总。`
    : `“${name}” would give different figures once merged, so it was left out and is listed separately; check its header row and merge again.`;
}
