/** What the figures of a table say of one another: parts of a total, columns of a sum, rates of both. */
import type { FigureTable, PercentToken, TableCell, TableRow } from "../../reading";
import type { Severity } from "../../rule";
import { isCutOf, isPrintOf } from "../percents";

export interface TableFault {
  readonly kind: "parts" | "over" | "sum" | "rate";
  readonly row: TableRow;
  /** The cell that is held to be wrong, or that does not agree. */
  readonly cell: TableCell;
  readonly head: string;
  /** Parts or parts of a rate, as they are reckoned with: 已完成14＋未完成11＝25. */
  readonly reckoned: string;
  readonly severity: Severity;
}

/** An empty cell or a dash may be nought, or nothing that is told. */
const EMPTY = { value: 0, sure: false } as const;

/** Null where a cell says something that is no whole number. */
function countAt(row: TableRow, col: number): { readonly value: number; readonly sure: boolean } | null {
  const cell = row.cells[col];
  if (!cell) return EMPTY;
  return typeof cell.value === "number" ? { value: cell.value, sure: true } : null;
}

function columnsOf({ columns }: FigureTable, ...wanted: readonly string[]): readonly number[] {
  return columns.flatMap((column, index) => (column && wanted.includes(column.what) ? [index] : []));
}

const PARTS = ["part", "ahead", "onTrack", "behind", "other"] as const;

/** All faults of a table, one a mistake as far as can be told: what a broken row explains is not told of its column too. */
export function tableFaults(table: FigureTable): readonly TableFault[] {
  const parts = partFaults(table);
  const broken = new Set(parts.map(({ row }) => row));
  const rates = rateFaults(table, broken);
  const sums = broken.size > 0 ? [] : sumFaults(table);
  return [...parts, ...rates, ...sums];
}

interface Split {
  readonly total: number;
  readonly parts: readonly number[];
  readonly holding: number;
  readonly broken: readonly { readonly row: TableRow; readonly sum: number }[];
}

/** The columns that make up the total in most rows, and where they do not. */
function splitOf(table: FigureTable): Split | null {
  const [total] = columnsOf(table, "total");
  const done = columnsOf(table, "done");
  const others = columnsOf(table, ...PARTS);
  if (total === undefined || done.length === 0 || others.length === 0) return null;
  const choices = [
    others,
    ...others.map((one) => [one]),
    ...others.map((one) => others.filter((each) => each !== one)),
  ];
  const splits = choices
    .filter((choice) => choice.length > 0)
    .map((choice) => split(table, total, [...done, ...choice]));
  return splits.reduce((best, one) => (one.holding > best.holding ? one : best));
}

function split({ rows }: FigureTable, total: number, parts: readonly number[]): Split {
  let holding = 0;
  const broken: { row: TableRow; sum: number }[] = [];
  for (const row of rows) {
    const whole = countAt(row, total);
    const counts = parts.map((col) => countAt(row, col));
    if (!whole?.sure || counts.some((count) => count === null)) continue;
    const sum = counts.reduce((all, count) => all + (count?.value ?? 0), 0);
    if (sum === whole.value) holding++;
    else if (counts.every((count) => count?.sure)) broken.push({ row, sum });
  }
  return { total, parts, holding, broken };
}

function partFaults(table: FigureTable): readonly TableFault[] {
  const found = splitOf(table);
  const isSplit = found !== null && found.holding > 0 && found.holding >= found.broken.length;
  if (!isSplit) return overFaults(table);
  const { total, parts, broken } = found;
  const whole = leavesNothingOut(table, found);
  return broken.flatMap(({ row, sum }) => {
    const terms = parts.map((col) => `${table.columns[col]?.head ?? ""}${countAt(row, col)?.value ?? 0}`);
    const severity = whole ? "error" : "warning";
    return faultAt(table, row, total, "parts", `${terms.join("＋")}＝${sum}`, severity);
  });
}

/** 已完成 and 未完成 are all there is; of several statuses a row may have one that the table does not list. */
function leavesNothingOut(table: FigureTable, { parts }: Split): boolean {
  return parts.length === 2 && table.columns[parts[1] ?? -1]?.status === "notDone";
}

/** More done than there is. */
function overFaults(table: FigureTable): readonly TableFault[] {
  const [total] = columnsOf(table, "total");
  const [done] = columnsOf(table, "done");
  if (total === undefined || done === undefined) return [];
  return table.rows.flatMap((row) => {
    const [whole, part] = [countAt(row, total), countAt(row, done)];
    if (!whole?.sure || !part?.sure || part.value <= whole.value) return [];
    return faultAt(table, row, done, "over", `${table.columns[total]?.head ?? ""}${whole.value}`, "error");
  });
}

function faultAt(
  table: FigureTable,
  row: TableRow,
  col: number,
  kind: TableFault["kind"],
  reckoned: string,
  severity: Severity,
): readonly TableFault[] {
  const cell = row.cells[col];
  return cell ? [{ kind, row, cell, head: table.columns[col]?.head ?? "", reckoned, severity }] : [];
}

interface ColumnSum {
  readonly col: number;
  readonly sum: number;
  readonly told: number;
}

/** Columns against the row that sums them up. */
function sumFaults(table: FigureTable): readonly TableFault[] {
  const { rows, shared } = table;
  const sums = rows.filter(({ kind }) => kind === "all");
  const groups = rows.filter(({ kind }) => kind === "group");
  const [all] = sums;
  const unnamed = rows.some(({ kind, name, cells }) => kind === "other" && name === "" && cells.some((cell) => cell));
  if (!all || sums.length > 1 || groups.length < 2 || unnamed) return [];
  // One name in two rows: of two things, or told twice.
  if (new Set(groups.map(({ name }) => name)).size < groups.length) return [];
  const columns = columnsOf(table, "total", "done", ...PARTS).flatMap((col) => columnSum(all, groups, col));
  const differing = columns.filter(({ sum, told }) => sum !== told);
  const [first] = differing;
  if (!first) return [];
  const fault = ({ col, sum }: ColumnSum, severity: Severity): readonly TableFault[] =>
    faultAt(table, all, col, "sum", String(sum), severity);
  // What several answer for is counted for each of them, in every column where it stands.
  const more = differing.filter(({ sum, told }) => sum > told);
  if (differing.length === columns.length && columns.length > 1) return more.length > 0 ? [] : fault(first, "warning");
  const totalHolds = columns.some(({ col, sum, told }) => table.columns[col]?.what === "total" && sum === told);
  return differing.flatMap((one) =>
    shared && more.includes(one) ? [] : fault(one, totalHolds && !shared ? "error" : "warning"),
  );
}

/** Nothing where a cell cannot be counted with, or where the difference may stand in an empty one. */
function columnSum(all: TableRow, groups: readonly TableRow[], col: number): readonly ColumnSum[] {
  const told = countAt(all, col);
  const counts = groups.map((row) => countAt(row, col));
  if (!told?.sure || counts.some((count) => count === null)) return [];
  const sum = counts.reduce((sum, count) => sum + (count?.value ?? 0), 0);
  return sum === told.value || counts.every((count) => count?.sure) ? [{ col, sum, told: told.value }] : [];
}

/** Rates against what is done of the total, in a table where most are that. */
function rateFaults(table: FigureTable, broken: ReadonlySet<TableRow>): readonly TableFault[] {
  const [total] = columnsOf(table, "total");
  const [done] = columnsOf(table, "done");
  const [rate] = columnsOf(table, "rate");
  if (total === undefined || done === undefined || rate === undefined || columnsOf(table, "base").length > 0) return [];
  let holding = 0;
  let doubtful = 0;
  let telling = 0;
  const faults: TableFault[] = [];
  const ofDue: TableFault[] = [];
  const found = splitOf(table);
  const isWhole = found !== null && found.holding > 0 && leavesNothingOut(table, found);
  for (const row of table.rows) {
    const [whole, part] = [countAt(row, total), countAt(row, done)];
    const token = row.cells[rate]?.value;
    if (broken.has(row) || !whole?.sure || !part?.sure || whole.value === 0 || part.value > whole.value) continue;
    if (token === null || token === undefined || typeof token === "number") continue;
    if (isRateOf(token, part.value, whole.value)) {
      holding++;
      if (part.value > 0 && part.value < whole.value) telling++;
    } else {
      const mayBe = mayBeRate(token, part.value, whole.value);
      // What is left out of the total, or done by another definition, the table may not list.
      if (mayBe && !isWhole) {
        doubtful++;
        continue;
      }
      if (mayBeOfDue(token, part.value, whole.value)) {
        ofDue.push(...faultAt(table, row, rate, "rate", `${part.value}÷${whole.value}`, "warning"));
        continue;
      }
      const severity = mayBe ? "warning" : "error";
      faults.push(...faultAt(table, row, rate, "rate", `${part.value}÷${whole.value}`, severity));
    }
  }
  if (holding === 0 || holding < faults.length + doubtful + ofDue.length) return [];
  // One alone among several that divide all there is does not divide what is due.
  return telling >= FEWEST_TELLING && ofDue.length === 1 ? [...faults, ...ofDue] : faults;
}

const FEWEST_TELLING = 2;

function isRateOf(token: PercentToken, done: number, total: number): boolean {
  return isPrintOf(token, done, total) || isCutOf(token, BigInt(done), BigInt(total));
}

/** Items of a table are no more; what is (tons, yuan) is not tried one by one. */
const MOST_DIVIDED = 10_000;

/** A rate of what is due: of that less may be done than of all, and less may be left. */
function mayBeOfDue(token: PercentToken, done: number, total: number): boolean {
  if (total > MOST_DIVIDED) return true;
  const share = token.mantissa / 10 ** token.decimals / 100;
  for (let due = 1; due <= total; due++) {
    const near = Math.round(share * due);
    if (near <= done && due - near <= total - done && isPrintOf(token, near, due)) return true;
  }
  return false;
}

/** Some definitions leave items out of the total, others count more of them as done. */
function mayBeRate(token: PercentToken, done: number, total: number): boolean {
  if (total > MOST_DIVIDED) return true;
  const share = token.mantissa / 10 ** token.decimals / 100;
  for (let of = done; of <= total; of++) {
    const near = Math.round(share * of);
    if (near >= done && near <= of && isPrintOf(token, near, of)) return true;
  }
  return false;
}
