/**
 * Columns that stand beside the one a field was given: further units under the same band, and the day on which a row
 * begins (检查日期), which lengths of time are counted from.
 */
import { isBlank } from "../../grid";
import type { Grid } from "../../grid";
import { re } from "../../zh/pattern";
import { period } from "../../zh/words/period";
import { sideColumns as words } from "../../zh/words/side-columns";
import type { MappedColumns } from "../columns/columns";
import { sensesOf } from "../columns/header-words";
import { isPersonName } from "../fields/person";
import type { HeaderColumn, TableRegion } from "../layout/layout";
import { COLUMN_KEYS } from "../types";

const UNIT_BAND = re`${words.unitBand}$`;
const NO_UNIT = re`${words.noUnit}`;

/**
 * Columns of units under one band (整改责任单位: 建设 | 设计 | 施工 | 监理), left to right, the one that was mapped among
 * them; empty where the band has one. Columns of 配合单位 keep their own field.
 */
export function unitColumns(grid: Grid, region: TableRegion, mapped: MappedColumns): number[] {
  const unit = mapped.columns.unit;
  const header = region.columns.find(({ col }) => col === unit?.col);
  const band = header?.path[0];
  if (!unit || !header || header.path.length < 2 || band === undefined || !UNIT_BAND.test(band)) return [];
  const taken = takenColumns(mapped);
  const cols = region.columns
    .filter(
      (other) =>
        other.col === unit.col ||
        (other.path.length > 1 &&
          other.path[0] === band &&
          !taken.has(other.col) &&
          holdsUnits(grid, region, mapped, other)),
    )
    .map(({ col }) => col);
  return cols.length > 1 ? cols : [];
}

function holdsUnits(grid: Grid, { firstRow }: TableRegion, { sampled }: MappedColumns, header: HeaderColumn): boolean {
  const word = header.path[header.path.length - 1] ?? "";
  if (NO_UNIT.test(word) || sensesOf(word).some(({ key, score }) => key !== "unit" && score >= 0.6)) return false;
  let filled = 0;
  let named = 0;
  for (const row of sampled) {
    const value = row < firstRow ? null : (grid.values[row]?.[header.col] ?? null);
    if (isBlank(value)) continue;
    filled++;
    if (typeof value === "string" && value.length <= 60 && !/^[\d\s.+-]+$/.test(value) && !isPersonName(value)) named++;
  }
  return filled > 0 && named >= filled * 0.8;
}

function takenColumns({ columns }: MappedColumns): ReadonlySet<number> {
  const cols = new Set<number>();
  for (const key of COLUMN_KEYS) {
    const choice = columns[key];
    if (choice) cols.add(choice.col);
  }
  return cols;
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
