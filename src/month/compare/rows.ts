/** Rows of an item and the ones they were last time, and the first cell in which a value differs. */
import { foldText } from "../../tally";
import { maskPhones } from "../common/phones";
import type { PeriodCell, PeriodField, PeriodItem, PeriodRow } from "../period/types";

/** A text as two periods are compared: telephones, which no snapshot has, tell nothing. */
export function folded(text: string): string {
  return text === "" ? "" : foldText(maskPhones(text));
}

/** Whether two texts are one; most are to the letter, from month to month. */
export function isSameText(one: string, other: string): boolean {
  return one === other || folded(one) === folded(other);
}

/** Measures of two ledgers stand in columns of one meaning: 措施 of both, 任务 of both, or the one that each has. */
interface MeasureFields {
  readonly old: PeriodField;
  readonly now: PeriodField;
}

/** Null where one of them has no such column. */
export function measureFields(old: PeriodItem, now: PeriodItem): MeasureFields | null {
  for (const field of ["measure", "task"] as const)
    if (has(old, field) && has(now, field)) return { old: field, now: field };
  const [before, after] = [ownOf(old), ownOf(now)];
  return before === null || after === null ? null : { old: before, now: after };
}

function has({ rows }: PeriodItem, field: PeriodField): boolean {
  return rows[0]?.cells[field] !== undefined;
}

function ownOf(item: PeriodItem): PeriodField | null {
  return has(item, "measure") ? "measure" : has(item, "task") ? "task" : null;
}

export interface PairedRow {
  readonly now: PeriodRow;
  readonly old: PeriodRow | null;
}

/** Each row of the new item with the old one of the same measure; rows without measures in their order. */
export function pairRows(old: PeriodItem, now: PeriodItem): readonly PairedRow[] {
  if (now.rows.length === 1 && old.rows.length === 1)
    return [{ now: now.rows[0] as PeriodRow, old: old.rows[0] as PeriodRow }];
  const fields = measureFields(old, now);
  const left = new Set(old.rows);
  const partner = new Map<PeriodRow, PeriodRow>();
  if (fields !== null) {
    for (const row of now.rows) {
      const text = folded(row.cells[fields.now]?.text ?? "");
      const same = [...left].find((one) => folded(one.cells[fields.old]?.text ?? "") === text);
      if (same === undefined || text === "") continue;
      partner.set(row, same);
      left.delete(same);
    }
  }
  const open = now.rows.filter((row) => !partner.has(row));
  // The rest can be told by their order only where none came or went.
  if (open.length === left.size) [...left].forEach((row, index) => open[index] && partner.set(open[index], row));
  return now.rows.map((row) => ({ now: row, old: partner.get(row) ?? null }));
}

/** Cells of both where a value differs first. */
interface DifferentCells {
  readonly now: PeriodRow;
  readonly old: PeriodRow;
}

/**
 * The first row whose value is another one than it was; else the first that is new with a value that no old row has; else the
 * first. `isOther` tells whether one is there at all.
 */
export function firstDifferent<V>(
  old: PeriodItem,
  rows: readonly PairedRow[],
  valueOf: (row: PeriodRow) => V,
): DifferentCells & { readonly isOther: boolean } {
  const first = old.rows[0] as PeriodRow;
  for (const { now, old: was } of rows)
    if (was !== null && valueOf(was) !== valueOf(now)) return { now, old: was, isOther: true };
  const known = new Set(old.rows.map(valueOf));
  const added = rows.find(({ now, old: was }) => was === null && !known.has(valueOf(now)));
  if (added !== undefined) return { now: added.now, old: first, isOther: true };
  const start = rows[0] as PairedRow;
  return { now: start.now, old: start.old ?? first, isOther: false };
}

/** Texts of a field over the rows of an item, each cell once, in order. */
export function textsOf(item: PeriodItem, field: PeriodField): readonly PeriodCell[] {
  if (item.rows.length === 1) {
    const cell = item.rows[0]?.cells[field];
    return cell === undefined || cell.text === "" ? [] : [cell];
  }
  const seen = new Set<string>();
  return item.rows.flatMap(({ cells }) => {
    const cell = cells[field];
    if (cell === undefined || cell.text === "" || (cell.at !== null && seen.has(cell.at))) return [];
    if (cell.at !== null) seen.add(cell.at);
    return [cell];
  });
}

/** Whether two items say the same in a field, rows taken together. */
export function isSameField(old: PeriodItem, now: PeriodItem, field: PeriodField): boolean {
  const one = old.rows;
  const other = now.rows;
  if (one.length === other.length) {
    let at = 0;
    while (at < one.length && one[at]?.cells[field]?.text === other[at]?.cells[field]?.text) at++;
    if (at === one.length) return true;
  }
  if (one.length > 1 || other.length > 1) return joined(old, field) === joined(now, field);
  return folded(other[0]?.cells[field]?.text ?? "") === folded(one[0]?.cells[field]?.text ?? "");
}

/** What the rows of an item say in a field together, whatever their order and however often they say it. */
function joined(item: PeriodItem, field: PeriodField): string {
  const texts = new Set(textsOf(item, field).map(({ text }) => folded(text)));
  texts.delete("");
  return [...texts].sort().join("\n");
}
