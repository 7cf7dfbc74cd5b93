/** The statistics sheet (统计表), the wall chart (挂图) and the sample (抽查) of what a session has read, for every surface. */
import type { Book } from "../grid";
import type { DraftTools } from "../hosts/draft";
import {
  countStats,
  itemRef,
  drawSample,
  ranksOf,
  sampleBook,
  STATS_NAMES,
  statsBook,
  type DrawnSample,
  type SampleOptions,
  type MonthKind,
  type Period,
  type Stats,
  type StatsOptions,
  wallHtml,
  wallPages,
} from "../month";
import type { RowRef } from "../tally";
import { ratesInput } from "./notice-files";
import type { Session } from "./session";
import { definitionText } from "./words";

/** Counts of what is open, beside the ranks of the period before where there is one. Null before reading. */
export function sessionStats(session: Session, previous: Period | null): Stats | null {
  const reading = session.reading();
  if (reading === null) return null;
  const options = statsOptions(session);
  return countStats(reading, options, previous === null ? null : ranksOf(previous, options.definition));
}

function statsOptions(session: Session): StatsOptions {
  const { definition, denominator, lights, progressTolerance } = session.getSnapshot().settings;
  return { definition: { done: definition, denominator }, lights, tolerance: progressTolerance };
}

/** Rows of a unit's items. */
export function unitRows({ items }: Stats["kinds"][number], unit: string): readonly RowRef[] {
  return items.flatMap(({ item, units }) => (units.includes(unit) ? [itemRef(item)] : []));
}

/** The workbook: 统计表 and the data it counts, under other names where these are taken. Null before reading. */
export function sessionStatsBook(session: Session, previous: Period | null, names = STATS_NAMES): Book | null {
  const stats = sessionStats(session, previous);
  const { asOf, settings } = session.getSnapshot();
  const input = ratesInput(session, null);
  if (stats === null || asOf === null || input === null) return null;
  return statsBook(stats, {
    title: `${input.unit ?? ""}整改情况统计表`,
    asOf: asOf.date,
    definition: definitionText(stats.options.definition, "zh"),
    precision: settings.precision,
    previous: previous !== null,
    names,
  });
}

/**
 * A copy of the workbook with its statistics as sheets of ours. Null before reading.
 * @param addBook of `DraftTools`
 */
export function statsCopy(
  session: Session,
  previous: Period | null,
  bytes: Uint8Array,
  addBook: DraftTools["addBook"],
): Uint8Array | null {
  if (sessionStats(session, previous) === null) return null;
  const { stats, data } = STATS_NAMES;
  return addBook(bytes, [stats, data], ([statsName = stats, dataName = data]) => {
    return sessionStatsBook(session, previous, { stats: statsName, data: dataName })?.sheets ?? [];
  });
}

/** Puts the statistics into the open workbook as sheets of ours, or renews them there; whether it could be done. */
export function putStats(session: Session, previous: Period | null): Promise<boolean> {
  const { stats, data } = STATS_NAMES;
  return session.putBook([stats, data], ([statsName = stats, dataName = data]) => {
    return sessionStatsBook(session, previous, { stats: statsName, data: dataName })?.sheets ?? null;
  });
}

/** A sample of what is open. Null before reading. */
export function sessionSample(session: Session, options: Omit<SampleOptions, "definition">): DrawnSample | null {
  const reading = session.reading();
  if (reading === null) return null;
  return drawSample(reading, { ...options, definition: session.getSnapshot().settings.definition });
}

/** The sheet for the visit. Null before reading. */
export function sessionSampleBook(session: Session, sample: DrawnSample): Book | null {
  const input = ratesInput(session, null);
  return input === null ? null : sampleBook(sample, `${input.unit ?? ""}整改“回头看”抽查表`);
}

/** Pages of the wall chart, an SVG each. Null before reading. */
export function sessionWall(
  session: Session,
  { by, kind }: { readonly by: "unit" | "section"; readonly kind: MonthKind | null },
): readonly string[] | null {
  const reading = session.reading();
  const input = ratesInput(session, null);
  if (reading === null || input === null) return null;
  const { dueSoon, precision } = session.getSnapshot().settings;
  const options = { ...statsOptions(session), by, kind, dueSoonDays: dueSoon };
  return wallPages(reading, options, { title: wallTitle(input.unit), precision });
}

/** The pages as one HTML file for print. */
export function sessionWallHtml(session: Session, pages: readonly string[]): string {
  return wallHtml(pages, wallTitle(ratesInput(session, null)?.unit ?? null));
}

/** For what is drawn: where an item stands, and its first lead unit. */
export { homeUnit as sampleUnit, itemRef } from "../month";

function wallTitle(unit: string | null): string {
  return `${unit ?? ""}整改作战图`;
}
