/**
 * Columns that stand beside the one a field was given: further units (建设、设计、施工、监理; 配合单位1、配合单位2), and the day
 * on which a row begins (检查日期), which lengths of time are counted from.
 */
import { isBlank } from "../../grid";
import type { CellValue, Grid } from "../../grid";
import { foldKey } from "../../zh/text";
import { re } from "../../zh/pattern";
import { period } from "../../zh/words/period";
import { sideColumns as words } from "../../zh/words/side-columns";
import type { MappedColumns } from "../columns/columns";
import { sensesOf } from "../columns/header-words";
import { isAdjusted } from "../columns/standing";
import { isPersonName } from "../fields/person";
import { readTick } from "../fields/status-dress";
import { isUnitName } from "../fields/unit";
import type { HeaderColumn, TableRegion } from "../layout/layout";
import { COLUMN_KEYS } from "../types";

/** A column of units; where its cells are only ticked, the unit is the one its header names. */
export interface UnitColumn {
  readonly col: number;
  readonly named: string | null;
}

const NO_COLUMNS: readonly UnitColumn[] = [];
const UNIT_BAND = re`${words.unitBand}$`;
const DUTY_BAND = re`^(?!${words.formerBand}).*责任$`;
const NO_UNIT = re`${words.noUnit}`;
const PARTY = re`^${words.party}(?:${words.partyNoun})?$`;
const HELPER = re`^${words.helper}`;
/** 责任单位1, 责任单位（二）: one field in several columns. */
const COUNTED = /^(.{2,}?)[(（]?[一二三四五六\d]{1,2}[)）]?$/;

/**
 * Columns of units that answer together, left to right, the one that was mapped among them: under one band (整改责任单位: 建设 |
 * 设计 | 施工 | 监理), or side by side and called after the parties of a project, or numbered. Empty where there is one.
 * Columns of 配合单位 have a field of their own.
 */
export function unitColumns(grid: Grid, region: TableRegion, mapped: MappedColumns): readonly UnitColumn[] {
  const { unit } = mapped.columns;
  const header = region.columns.find(({ col }) => col === unit?.col);
  if (!unit || !header) return NO_COLUMNS;
  const band = header.path.length > 1 ? (header.path[0] as string) : null;
  const isBand = band !== null && UNIT_BAND.test(band);
  const isDuty = band !== null && DUTY_BAND.test(band);
  const word = lastWord(header);
  const belongs = (other: HeaderColumn): boolean => {
    if (isBand || isDuty) {
      const [upper = ""] = other.path;
      // 属地责任 and 部门责任, each with a 责任单位.
      return (isBand && upper === band) || (isDuty && DUTY_BAND.test(upper) && lastWord(other) === word);
    }
    if (PARTY.test(word)) return PARTY.test(lastWord(other));
    return stemOf(word) !== null && stemOf(word) === stemOf(lastWord(other));
  };
  const taken = takenColumns(mapped);
  const together = region.columns.filter(
    (other) => other === header || (belongs(other) && !taken.has(other.col) && !HELPER.test(lastWord(other))),
  );
  const ticked = together.length > 1 ? together.filter((other) => isTicked(grid, mapped, other)) : [];
  if (ticked.length === together.length && ticked.length > 1)
    return ticked.map((column) => ({ col: column.col, named: shownWord(column) }));
  const cols = together.filter((other) => other === header || holdsUnits(grid, mapped, other));
  return cols.length > 1 ? cols.map(({ col }) => ({ col, named: null })) : NO_COLUMNS;
}

/** Columns of units that help, the mapped one among them; empty where there is one. */
export function helperColumns(grid: Grid, region: TableRegion, mapped: MappedColumns): readonly UnitColumn[] {
  const { coUnits } = mapped.columns;
  if (!coUnits) return NO_COLUMNS;
  const taken = takenColumns(mapped);
  const cols = region.columns.filter(
    (other) =>
      other.col === coUnits.col ||
      (HELPER.test(lastWord(other)) && !taken.has(other.col) && holdsUnits(grid, mapped, other)),
  );
  return cols.length > 1 ? cols.map(({ col }) => ({ col, named: null })) : NO_COLUMNS;
}

function lastWord({ path }: HeaderColumn): string {
  return path[path.length - 1] ?? "";
}

/** The lower word as it is written. */
function shownWord({ text }: HeaderColumn): string {
  return text.slice(text.lastIndexOf("/") + 1);
}

function stemOf(word: string): string | null {
  return COUNTED.exec(word)?.[1] ?? null;
}

/** Values of a column in the rows the choice of columns rests on. */
function valuesOf(grid: Grid, { sampled }: MappedColumns, { col }: HeaderColumn): CellValue[] {
  return sampled.map((row) => grid.values[row]?.[col] ?? null).filter((value) => !isBlank(value));
}

function holdsUnits(grid: Grid, mapped: MappedColumns, header: HeaderColumn): boolean {
  const word = lastWord(header);
  const isOther = sensesOf(word).some(({ key, score }) => key !== "unit" && key !== "coUnits" && score >= 0.6);
  if (NO_UNIT.test(word) || isOther) return false;
  const values = valuesOf(grid, mapped, header);
  const named = values.filter(
    (value) => typeof value === "string" && value.length <= 60 && !/^[\d\s.+-]+$/.test(value) && !isPersonName(value),
  );
  return values.length > 0 && named.length >= values.length * 0.8;
}

const LEAD_MARK = re`^${words.leadMark}$`;
const HELP_MARK = re`^${words.helpMark}$`;

/** What a mark under the name of a unit says of it; null for what is no mark. */
export function markedRole(value: CellValue): "lead" | "co" | "unmarked" | null {
  if (typeof value === "string") {
    const folded = foldKey(value.slice(0, 8));
    if (LEAD_MARK.test(folded)) return "lead";
    if (HELP_MARK.test(folded)) return "co";
  }
  return readTick(value) === true ? "unmarked" : null;
}

/** A column headed by the name of a unit, with marks for the rows it answers for. */
function isTicked(grid: Grid, mapped: MappedColumns, header: HeaderColumn): boolean {
  if (!isUnitName(shownWord(header), null)) return false;
  const values = valuesOf(grid, mapped, header);
  return values.every((value) => markedRole(value) !== null || readTick(value) === false);
}

function takenColumns({ columns }: MappedColumns): ReadonlySet<number> {
  const cols = new Set<number>();
  for (const key of COLUMN_KEYS) {
    const choice = columns[key];
    if (choice) cols.add(choice.col);
  }
  return cols;
}

/**
 * The column of the deadlines that were, where the one taken holds those that extensions gave (延期至): rows without an
 * extension go by it. -1 without one.
 */
export function formerDeadline(region: TableRegion, mapped: MappedColumns): number {
  const { deadline } = mapped.columns;
  const header = region.columns.find(({ col }) => col === deadline?.col);
  if (!header || !isAdjusted(header.text)) return -1;
  const taken = takenColumns(mapped);
  const senses = region.columns
    .filter((other) => !taken.has(other.col) && !isAdjusted(other.text))
    .map((other) => ({
      col: other.col,
      score: Math.max(
        0,
        ...sensesOf(lastWord(other)).map(({ key, score, ambiguous }) => (key === "deadline" && !ambiguous ? score : 0)),
      ),
    }))
    .sort((one, other) => other.score - one.score);
  const [best] = senses;
  return best && best.score >= 0.6 ? best.col : -1;
}

const STARTS = period.startHeader.map((word) => re`${[word]}.{0,4}${period.startHeaderEnd}$`);

/** The column of the days on which rows begin, -1 without one. */
export function startColumn(region: TableRegion, mapped: MappedColumns): number {
  const taken = takenColumns(mapped);
  for (const start of STARTS) {
    const found = region.columns.find(({ col, path }) => !taken.has(col) && start.test(path[path.length - 1] ?? ""));
    if (found) return found.col;
  }
  return -1;
}
