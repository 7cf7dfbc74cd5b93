/**
 * Which column holds what. Every header is scored for the fields its words may mean (header-words.ts, header-parts.ts), the
 * upper band and the values below are heard where words leave it open, and the fields get their columns by the best matching
 * overall: 完成时间 is a completion date beside 整改时限, and a deadline where it stands alone over 「12月底前」. A field that no
 * header names goes to the column whose values fit it (by-values.ts); what could be otherwise is handed on (rivals.ts).
 */
import { settleCooperation, settleMeasureStatus, settleMisplacedBands } from "./bands";
import { limitCandidates, wordCandidates, type Scored } from "./candidates";
import { hearValues } from "./by-values";
import { profileColumn, sampleRows } from "./column-profile";
import { dressOf, speaksOfShares, tickGroups } from "./dress";
import type { Grid } from "../../grid";
import type { TableRegion } from "../layout/layout";
import { hasArabicNumbers, match, overriddenColumns, unmappedColumns, withFallbacks } from "./match";
import { isNumbering } from "./numbering-column";
import { settleProblemColumns } from "./problem-columns";
import { settleQuestions } from "./questions";
import {
  preferDeadline,
  preferDoneDate,
  preferProgress,
  preferStatus,
  rivalsOf,
  statusOffers,
  type Rival,
} from "./rivals";
import { voiceOf } from "./standing";
import type { ColumnKey, ColumnMap, SheetOverride, UnmappedColumn } from "../types";
import { hearPlannedDays, weighValues } from "./weigh";

export interface MappedColumns {
  readonly columns: ColumnMap;
  readonly unmapped: readonly UnmappedColumn[];
  /** Numbers of this table are written in Arabic figures, so that a lone 一、 begins a section. */
  readonly arabicNumbers: boolean;
  /** Sheet rows the choice rests on. */
  readonly sampled: readonly number[];
  /** Columns that may be meant instead of those taken. */
  readonly rivals: readonly Rival[];
  /** Where no column tells the status: those that could. */
  readonly statusOffers: readonly number[];
}

/** Wider tables have their wordless columns left alone. */
const WIDEST_HEARD = 64;

/** Fields of which it matters whether the values are statuses. */
const TOLD_BY_STATES: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  "status",
  "measureStatus",
  "signOff",
  "progress",
  "deadline",
  "remarks",
  "doneDate",
]);

/**
 * Maps the columns of a table to fields.
 * @param override a person's corrections for the sheet; they win over everything.
 * @example mapColumns(grid, region).columns.deadline?.col // 8
 */
export function mapColumns(grid: Grid, region: TableRegion, override?: SheetOverride): MappedColumns {
  const cols = region.columns.map((column) => column.col);
  const rows = sampleRows(grid, region.firstRow, region.lastRow, cols, region.repeatedRows);
  const scored = region.columns.map((header): Scored => ({
    header,
    candidates: wordCandidates(header),
    profile: null,
  }));
  limitCandidates(scored);
  const fixed = overriddenColumns(override);
  for (const column of scored) {
    if (column.candidates.length === 0 && scored.length > WIDEST_HEARD) continue;
    const { candidates, header } = column;
    const states =
      candidates.length === 0 ||
      candidates.some(({ key }) => TOLD_BY_STATES.has(key)) ||
      voiceOf(header.text) === "self";
    column.profile = profileColumn(grid, rows, column.header.col, states);
  }
  settleMisplacedBands(grid, rows, scored);
  settleProblemColumns(scored);
  settleQuestions(scored);
  settleCooperation(scored);
  dressColumns(grid, region, rows, scored, fixed.get("status") ?? null);
  settleMeasureStatus(scored);
  weighValues(scored);
  hearPlannedDays(scored);
  hearValues(scored);
  preferStatus(scored);
  preferDeadline(scored);
  preferDoneDate(scored);
  preferProgress(scored);
  const choose = (): ColumnMap => withFallbacks(match(scored, fixed), fixed, region, scored, grid, rows);
  let columns = choose();
  const number = scored.find(({ header }) => header.col === columns.number?.col);
  if (!fixed.has("number") && number && (!isNumbering(grid, rows, columns) || isConstantBesideCodes(number, scored))) {
    number.candidates = number.candidates.filter(({ key }) => key !== "number");
    columns = choose();
  }
  return {
    columns,
    unmapped: unmappedColumns(scored, columns),
    arabicNumbers: hasArabicNumbers(scored, columns, grid, rows),
    sampled: rows,
    rivals: rivalsOf(scored, columns),
    statusOffers: fixed.has("status") ? [] : statusOffers(scored, columns),
  };
}

/** Whether a column holds the same value in every row, beside another that may number the items and tells them apart. */
function isConstantBesideCodes(number: Scored, scored: readonly Scored[]): boolean {
  const { profile } = number;
  if (profile === null || profile.filled < 2 || profile.distinct > 1) return false;
  return scored.some(
    (other) =>
      other !== number &&
      other.candidates.some(({ key }) => key === "number") &&
      other.profile !== null &&
      other.profile.filled > 1 &&
      other.profile.distinct === other.profile.filled,
  );
}

/** Finds the columns whose cells are ticks, figures or codes, and makes a status of what names none by its header. */
function dressColumns(
  grid: Grid,
  region: TableRegion,
  rows: readonly number[],
  scored: readonly Scored[],
  chosen: number | null,
): void {
  const groups = tickGroups(grid, rows, scored);
  for (const group of groups) {
    const [first, ...others] = group;
    for (const column of group) delete column.asked;
    for (const column of others) column.candidates = [];
    if (first) first.candidates = [{ key: "status", score: 0.95, ambiguous: false, depth: 0, reason: "values" }];
  }
  for (const column of scored) {
    const isChosen = chosen !== null && column.header.col === chosen;
    if (column.asked !== undefined && (column.dress !== undefined || !isChosen)) continue;
    const named = column.candidates.some(({ key }) => key === "status" || key === "signOff" || key === "measureStatus");
    if (!isChosen && !named && column.candidates.length > 0) continue;
    const dress = dressOf(grid, region, column, groups, scored);
    if (dress === undefined) continue;
    if (!isChosen && (dress.form === "dates" || (dress.form === "points" && !speaksOfShares(column)))) continue;
    if (!isChosen && !named && dress.form !== "tick" && dress.form !== "codes") continue;
    column.dress = dress;
    if (!named && (dress.form === "tick" || dress.form === "codes"))
      column.candidates.push({ key: "status", score: 0.85, ambiguous: false, depth: 0, reason: "values" });
  }
}
