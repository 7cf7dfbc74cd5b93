/** How the month's work leaves: workbooks, the wall chart, a period. */
import type { ActionData } from "../../app/actions";
import { documentName } from "../../app/documents";
import { compareBook } from "../../app/month";
import { ratesInput } from "../../app/notice-files";
import type { Session } from "../../app/session";
import { sessionSampleBook, sessionStatsBook, sessionWall, sessionWallHtml } from "../../app/statistics";
import type { Book } from "../../grid";
import type { DraftTools } from "../../hosts/draft";
import type { Compared, Period, DrawnSample } from "../../month";
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

/** 统计表: counts as formulas over their data. */
export function saveStats(
  session: Session,
  previous: Period | null,
  what: string,
  load: LoadTools,
): Promise<ActionData | null> {
  return saveBook(session, sessionStatsBook(session, previous), what, load);
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

/** A kept period as a file. */
export function savePeriod(session: Session, text: string, day: string, what: string): ActionData {
  const unit = ratesInput(session, null)?.unit ?? "";
  const name = `${unit}${what}${day}.json`;
  saveFile(new TextEncoder().encode(text), name, "json");
  return { name };
}
