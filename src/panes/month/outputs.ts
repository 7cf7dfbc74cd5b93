/** How the month's work leaves: workbooks, the wall chart, a period. */
import type { ActionData } from "../../app/actions";
import { closeFiles } from "../../app/close";
import { documentName } from "../../app/documents";
import { sessionSplit, splitWorkbooks } from "../../app/excerpts";
import { factsFiles } from "../../app/facts";
import { letterFiles, lettersFrom, sessionLetters } from "../../app/letters";
import { COPY_SUFFIXES, originalOf } from "../../app/copy-names";
import { changeMarks, changeSheet, compareBook } from "../../app/month";
import { ratesInput } from "../../app/notice-files";
import type { OutFile } from "../../app/out-file";
import { checkedLedger, returnFiles, returnFindings } from "../../app/returns";
import type { Lang } from "../../rule";
import type { Session } from "../../app/session";
import { sessionSampleBook, sessionStatsBook, sessionWall, sessionWallHtml, statsCopy } from "../../app/statistics";
import type { Book } from "../../grid";
import type { DraftTools } from "../../hosts/draft";
import type { Closing, Compared, DrawnSample, Period, Register } from "../../month";
import { readFormInput } from "../notice/form-input";
import { printHtml } from "../shell/print-html";
import { saveFile } from "../shell/save-file";

type LoadTools = () => Promise<DraftTools>;

function nameOf(session: Session, what: string, type: string): string {
  const unit = ratesInput(session, null)?.unit ?? null;
  return `${documentName(unit, session.getSnapshot().asOf?.date ?? null, what)}.${type}`;
}

async function saveBook(
  session: Session,
  book: Book | null,
  what: string,
  load: LoadTools,
): Promise<ActionData | null> {
  if (book === null) return null;
  const name = nameOf(session, what, "xlsx");
  saveFile((await load()).writeBook(book), name, "xlsx");
  return { name };
}

/** 变化明细: the comparison as a workbook. */
export function saveChanges(
  session: Session,
  compared: Compared,
  precision: 0 | 1 | 2,
  what: string,
  load: LoadTools,
): Promise<ActionData | null> {
  return saveBook(session, compareBook(compared, precision), what, load);
}

/** The open file with its changes marked, and a sheet of them. */
export async function saveMarked(session: Session, compared: Compared | null, lang: Lang): Promise<ActionData | null> {
  const workbook = session.getSnapshot().workbook?.name;
  if (compared === null || workbook === undefined) return null;
  const copy = await session.makeCopy({ marks: changeMarks(compared, lang), report: changeSheet(compared) });
  if (copy === null) return null;
  const [base, type] = splitName(workbook);
  const name = `${originalOf(base)}${COPY_SUFFIXES.changes[lang]}.${type}`;
  saveFile(copy.bytes, name, "xlsx");
  return { name };
}

function splitName(file: string): readonly [base: string, type: string] {
  const dot = file.lastIndexOf(".");
  return dot < 1 ? [file, "xlsx"] : [file.slice(0, dot), file.slice(dot + 1)];
}

/** 统计表: counts as formulas over their data. */
export function saveStats(
  session: Session,
  previous: Period | null,
  what: string,
  load: LoadTools,
): Promise<ActionData | null> {
  return saveBook(session, sessionStatsBook(session, previous), what, load);
}

/** The open file with the statistics as sheets in it. */
export async function saveStatsIn(
  session: Session,
  previous: Period | null,
  lang: Lang,
  load: LoadTools,
): Promise<ActionData | null> {
  const workbook = session.getSnapshot().workbook?.name;
  if (workbook === undefined) return null;
  const { addBook } = await load();
  let failed: unknown = null;
  const copy = await session.makeCopy("edited", (bytes) => {
    try {
      return statsCopy(session, previous, bytes, addBook);
    } catch (error) {
      failed = error;
      return null;
    }
  });
  // Told as this action's, by its own reason.
  if (failed !== null) throw failed;
  if (copy === null) return null;
  const [base, type] = splitName(workbook);
  const name = `${originalOf(base)}${COPY_SUFFIXES.stats[lang]}.${type}`;
  saveFile(copy.bytes, name, "xlsx");
  return { name };
}

/** 抽查表: what was drawn, with room for what is found. */
export function saveSample(
  session: Session,
  sample: DrawnSample,
  what: string,
  load: LoadTools,
): Promise<ActionData | null> {
  return saveBook(session, sessionSampleBook(session, sample), what, load);
}

/** 挂图 as a page; `print` prints it, or saves it where printing is blocked. */
export function makeWall(session: Session, what: string, print: boolean, nothing: string): ActionData | null {
  const pages = sessionWall(session, { by: "unit", kind: null });
  if (pages === null) return null;
  if (pages.length === 0) return { partial: true, why: nothing, name: what };
  const html = sessionWallHtml(session, pages);
  if (print && printHtml(html, what)) return {};
  const name = nameOf(session, what, "html");
  saveFile(new TextEncoder().encode(html), name, "html");
  return print ? { partial: true, name } : { name };
}

/** Files that go out together, as one download; `nothing` says why there are none. */
async function savePacked(
  session: Session,
  files: readonly OutFile[] | null,
  what: string,
  nothing: string,
  load: LoadTools,
): Promise<ActionData | null> {
  if (files === null) return null;
  if (files.length === 0) return { partial: true, why: nothing, name: what };
  const name = nameOf(session, what, "zip");
  saveFile((await load()).pack(files), name, "zip");
  return { name };
}

type Said = { readonly what: string; readonly nothing: string };

/** What the form of the notice says for letters. */
function letterFacts(session: Session) {
  return lettersFrom(readFormInput(Object.fromEntries(session.getSnapshot().facts)).facts);
}

/** 督办函, 提醒函 with their register. */
export async function saveLetters(
  session: Session,
  level: "overdue" | "due-soon",
  register: Register,
  { what, nothing }: Said,
  load: LoadTools,
): Promise<ActionData | null> {
  const choices = { level, facts: letterFacts(session), register };
  const written = sessionLetters(session, choices);
  if (written === null) return null;
  const files = await letterFiles(written, choices, (await load()).writeBook);
  return savePacked(session, files, what, nothing, load);
}

/** 修改意见 and the rows to be mended, for each unit. */
export async function saveReturns(
  session: Session,
  { what, nothing }: Said,
  load: LoadTools,
): Promise<ActionData | null> {
  const checked = checkedLedger(session, "warning", null);
  if (checked === null) return null;
  const { writeBook } = await load();
  const files: OutFile[] = [];
  const all = returnFiles(returnFindings([checked]), letterFacts(session), () => null, writeBook);
  for await (const file of all) files.push(file);
  return savePacked(session, files, what, nothing, load);
}

/** A workbook for each unit with its own items. */
export async function saveParts(
  session: Session,
  { what, nothing }: Said,
  load: LoadTools,
): Promise<ActionData | null> {
  const split = sessionSplit(session, "unit");
  if (split === null) return null;
  const { writeBook } = await load();
  const files: OutFile[] = [];
  for await (const { part, bytes } of splitWorkbooks(split, null, writeBook))
    files.push({ name: `${part.fileName}.xlsx`, bytes });
  return savePacked(session, files, what, nothing, load);
}

/** 销号审批表, 佐证材料目录 and 销号公示清单. */
export async function saveForms(
  session: Session,
  closing: Closing,
  { what, nothing }: Said,
  load: LoadTools,
): Promise<ActionData | null> {
  return savePacked(session, await closeFiles(closing, (await load()).writeBook), what, nothing, load);
}

/** 要素数据. */
export async function saveFacts(
  session: Session,
  { what, nothing }: Said,
  load: LoadTools,
): Promise<ActionData | null> {
  const file = session.getSnapshot().workbook?.name ?? what;
  const { writeParquet } = await load();
  return savePacked(session, await factsFiles(session, file, writeParquet), what, nothing, load);
}

/** A kept period as a file. */
export function savePeriod(session: Session, text: string, day: string, what: string): ActionData {
  const unit = ratesInput(session, null)?.unit ?? "";
  const name = `${unit}${what}${day}.json`;
  saveFile(new TextEncoder().encode(text), name, "json");
  return { name };
}
