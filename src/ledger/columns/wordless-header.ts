/**
 * A table whose header says nothing (列1, 列2, 字段3): found by its values, where a column of statuses stands beside texts
 * that differ and beside numbers, units or deadlines. Only looked for where no header names a ledger.
 */
import { isBlank, MAX_COLS, plainText, type Grid } from "../../grid";
import { isNamelessHeader, saysNothing } from "./nameless";
import { areStatusValues } from "./weigh";
import { profileColumn, sampleRows } from "./column-profile";
import { foldHeader } from "./header-words";
import type { HeaderColumn, TableRegion } from "../layout/layout";

const SEARCHED_ROWS = 12;
const FEWEST_COLUMNS = 3;

/**
 * The table of a sheet, null where its values are no ledger's.
 * @param like a table of the workbook that was read: with the same columns as that one, few rows are enough.
 * @example wordlessTable(gridOf("列1 | 列2 | 列3\n1 | 制度未修订 | 已完成…"))?.header.top // 0
 */
export function wordlessTable(grid: Grid, like: TableRegion | null = null): TableRegion | null {
  const last = lastFilled(grid);
  for (let row = 0; row <= Math.min(last, SEARCHED_ROWS); row++) {
    const columns = headerOf(grid, row);
    if (columns === null) continue;
    if (like !== null) return last > row && sameColumns(columns, like) ? regionOf(grid, row, last, columns) : null;
    return isLedgerByValues(grid, row, last, columns) ? regionOf(grid, row, last, columns) : null;
  }
  return null;
}

function sameColumns(columns: readonly HeaderColumn[], { columns: others }: TableRegion): boolean {
  return (
    columns.length === others.length &&
    columns.every(({ col, text }, i) => others[i]?.col === col && others[i].text === text)
  );
}

function lastFilled(grid: Grid): number {
  let last = grid.values.length - 1;
  while (last >= 0 && (grid.values[last] ?? []).every(isBlank)) last--;
  return last;
}

/** Columns of a row whose words all say nothing. */
function headerOf(grid: Grid, row: number): readonly HeaderColumn[] | null {
  const values = grid.values[row] ?? [];
  const columns: HeaderColumn[] = [];
  for (const [col, value] of values.slice(0, MAX_COLS).entries()) {
    if (isBlank(value)) continue;
    if (typeof value !== "string" || !saysNothing(foldHeader(value))) return null;
    columns.push({ col, path: [foldHeader(value)], text: plainText(value) });
  }
  return columns.length >= FEWEST_COLUMNS ? columns : null;
}

function isLedgerByValues(grid: Grid, header: number, last: number, columns: readonly HeaderColumn[]): boolean {
  const cols = columns.map(({ col }) => col);
  const rows = sampleRows(grid, header + 1, last, cols, new Set());
  const profiles = cols.map((col) => profileColumn(grid, rows, col));
  const statuses = profiles.some((p) => areStatusValues(p) || (p.ticks > 0 && p.ticks + p.crosses === p.filled));
  const texts = profiles.some(
    (p) => p.numbers + p.days + p.months === 0 && p.statuses < p.filled * 0.5 && p.distinct >= p.filled * 0.8,
  );
  const others = profiles.some(
    (p) =>
      p.filled > 0 &&
      (p.steps >= p.filled * 0.9 || p.units >= p.filled * 0.8 || p.days + p.months + p.deadlineWords >= p.filled * 0.9),
  );
  return statuses && texts && others;
}

function regionOf(grid: Grid, header: number, last: number, columns: readonly HeaderColumn[]): TableRegion {
  const lines = grid.values
    .slice(0, header)
    .map((values) =>
      values
        .filter((value) => !isBlank(value))
        .map(plainText)
        .join(" "),
    )
    .filter((line) => line !== "");
  const titleRow = grid.values.findIndex((values, row) => row < header && values.some((value) => !isBlank(value)));
  const left = (columns[0] as HeaderColumn).col;
  const right = (columns[columns.length - 1] as HeaderColumn).col;
  return {
    header: { top: header, left, bottom: header, right },
    columns,
    titleRow: titleRow < 0 ? null : titleRow,
    title: lines[0] ?? grid.caption?.[0] ?? "",
    lines: [...(grid.caption ?? []), ...lines],
    openingSection: null,
    firstRow: header + 1,
    lastRow: last,
    repeatedRows: repeatsOf(grid, header, last),
  };
}

/** Rows that say the header again, as pages that were joined do. */
function repeatsOf(grid: Grid, header: number, last: number): Set<number> {
  const said = (row: number): string => (grid.values[row] ?? []).map(plainText).join("|");
  const rows = new Set<number>();
  for (let row = header + 1; row <= last; row++)
    if (isNamelessHeader(grid.values[row]) && said(row) === said(header)) rows.add(row);
  return rows;
}
