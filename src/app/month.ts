/** The month's work on the open ledger: what compares, keeps and reports periods, for every surface. */
import {
  comparePeriods,
  type Compared,
  compareReport,
  type Period,
  periodGrids,
  periodOf,
  type SettledPair,
  snapshotJson,
  type TrendPeriod,
  trendOf,
} from "../month";
import { type Book, parseCell } from "../grid";
import type { Definition, RowRef } from "../tally";
import type { Lang } from "../rule";
import type { Mark, ReportCell, ReportSheet } from "../hosts/port";
import { chineseDate, isoDate } from "../zh/civil-date";
import type { KeptPeriod } from "./kept-periods";
import type { Session } from "./session";
import type { Settings } from "./settings";
import { definitionText } from "./words";

import { changeText, RISK_WORDS } from "../month";

export {
  changeParagraph,
  changeText,
  NO_UNIT,
  readPairs,
  readSnapshot,
  RISK_WORDS,
  sideOf,
  snapshotJson,
  unlikeWarning,
} from "../month";
export { percentText, pointsText } from "../tally";

/** Decimals of rates that are compared, where nobody asks for others. */
export const COMPARE_PRECISION = 1;

function definitionOf({ definition, denominator }: Settings): Definition {
  return { done: definition, denominator };
}

/** The open ledger as a period; null where none is read. `masked`: to be kept. */
export function periodNow(session: Session, masked: boolean): Period | null {
  const reading = session.reading();
  return reading === null ? null : periodOf(reading, { masked });
}

/** The ledger given as the last period's, as it would be kept; null where there is none. */
export function lastPeriodOf(session: Session): Period | null {
  const last = session.lastPeriod();
  return last === null ? null : periodOf(last.reading, { masked: true });
}

/** Gives a kept period as the last one to whatever asks for that one's ledger: templates, the bulletin. */
export function compareWithKept(session: Session, name: string, period: Period): void {
  session.compareWith({ name, grids: periodGrids(period), asOf: period.asOf });
}

/** The open ledger against a period before it; null where none is read. */
export function compareWithPeriod(session: Session, old: Period, settled: readonly SettledPair[]): Compared | null {
  const now = periodNow(session, false);
  if (now === null) return null;
  return comparePeriods(old, now, { definition: definitionOf(session.getSnapshot().settings), settled });
}

/** The comparison as a workbook. */
export function compareBook(compared: Compared, precision: 0 | 1 | 2): Book {
  return compareReport(compared, { precision, definition: definitionText(compared.definition, "zh") });
}

/**
 * The cells that changed as marks, risky ones apart, each with what it was. Of what is gone there is no cell.
 * @example session.setChangeMarks(() => changeMarks(compared, "zh"))
 */
export function changeMarks({ changes }: Compared, lang: Lang): readonly Mark[] {
  return changes.flatMap((change): readonly Mark[] => {
    const at = change.cell === null ? null : placeRef(change.cell);
    if (at === null) return [];
    return [{ ...at, severity: change.risk === "high" ? "risk" : "change", note: changeNote(change, lang) }];
  });
}

/** What changed, and what stood there, where that is another text. */
function changeNote(change: Compared["changes"][number], lang: Lang): string {
  const name = changeText(change, lang);
  const was = change.from !== null && change.from !== change.to ? change.from : null;
  if (was === null) return lang === "zh" ? `较上期：${name}` : `Since last time: ${name}`;
  return lang === "zh" ? `较上期：${name}（上期为“${was}”）` : `Since last time: ${name} (it was “${was}”)`;
}

/** The sheet of changes that a marked copy holds, each row with the way to its cell. */
export function changeSheet({ changes, oldAsOf, asOf }: Compared): ReportSheet {
  const { heads, name, days } = CHANGE_SHEET;
  const rows = changes.map((change): ReportCell[] => {
    const at = change.cell === null ? null : placeRef(change.cell);
    const texts = [change.number, change.problem, change.unit, change.from, change.to].map((value): ReportCell => ({
      value,
      wrap: true,
    }));
    return [
      { value: RISK_WORDS[change.risk].zh },
      { value: changeText(change, "zh") },
      ...texts,
      at === null ? { value: change.oldCell } : { value: change.cell, link: at },
    ];
  });
  return {
    name,
    columns: [7, 14, 7, 40, 18, 24, 24, 20].map((width) => ({ width })),
    rows: [
      [{ value: name, bold: true }],
      [{ value: days(chineseDate(oldAsOf), chineseDate(asOf), changes.length) }],
      heads.map((value) => ({ value, bold: true })),
      ...rows,
    ],
    table: { head: 2, last: 2 + rows.length },
  };
}

const CHANGE_SHEET = {
  name: "变化明细",
  heads: ["风险", "类型", "序号", "问题", "责任单位", "上期", "本期", "位置"],
  days: (old: string, now: string, count: number) => `上期截至${old}，本期截至${now}；共${count}处变化。`,
} as const;

/** A period as the text that is kept; by its day's month, as it is called when saved. */
export function periodText(period: Period): string {
  return JSON.stringify(snapshotJson(period, isoDate(period.asOf).slice(0, 7)));
}

/** Rates over the kept periods up to now, earliest first; of today's day what is open counts. */
export function trendUntil(session: Session, kept: readonly KeptPeriod[], now: Period): readonly TrendPeriod[] {
  const day = isoDate(now.asOf);
  const before = kept.flatMap(({ day: file, read }) => ("period" in read && file < day ? [{ file, ...read }] : []));
  return trendOf([...before, { file: day, period: now }], definitionOf(session.getSnapshot().settings));
}

/**
 * The cell that a place names.
 * @example placeRef("整改台账!E7") // { sheet: "整改台账", row: 6, col: 4 }
 */
export function placeRef(place: string): RowRef | null {
  const mark = place.lastIndexOf("!");
  const at = parseCell(place.slice(mark + 1));
  return at === null ? null : { sheet: place.slice(0, mark), ...at };
}
