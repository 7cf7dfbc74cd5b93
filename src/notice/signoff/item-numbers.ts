/** Names the items behind a figure: 序号 1–12、14. */
import { cellName } from "../../grid";
import type { RowRef } from "../../tally";
import type { SignoffItem } from "./types";

/** Runs of consecutive whole numbers become from–to; other names stand as they are. */
function runs(names: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < names.length;) {
    let end = start;
    const first = /^\d{1,7}$/u.test(names[start] ?? "") ? Number(names[start]) : null;
    if (first !== null) while (names[end + 1] === String(first + end + 1 - start)) end++;
    parts.push(end - start >= 2 ? `${names[start] ?? ""}–${names[end] ?? ""}` : names.slice(start, end + 1).join("、"));
    start = end + 1;
  }
  return parts;
}

/** Whole cells of one column below each other: A3–A12. */
function cellRuns(refs: readonly RowRef[]): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < refs.length;) {
    let end = start;
    const first = refs[start];
    if (first === undefined) break;
    const follows = (ref: RowRef | undefined): boolean =>
      ref !== undefined &&
      ref.sheet === first.sheet &&
      ref.col === first.col &&
      ref.row === first.row + end + 1 - start;
    while (follows(refs[end + 1])) end++;
    const last = refs[end] ?? first;
    const from = cellName(first.row, first.col);
    parts.push(end > start ? `${from}–${cellName(last.row, last.col)}` : from);
    start = end + 1;
  }
  return parts;
}

/** Items of one group, each once, in order. */
function byGroup(items: readonly SignoffItem[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<string>();
  const groups = new Map<string, string[]>();
  for (const { key, number, group } of items) {
    if (number === null || seen.has(key)) continue;
    seen.add(key);
    const numbers = groups.get(group);
    if (numbers === undefined) groups.set(group, [number]);
    else numbers.push(number);
  }
  return groups;
}

/**
 * Numbers of the items; by section where they begin again; cells where numbers do not tell them apart.
 * @example itemNumbers(refs, itemAt) // "序号 1–9、11"
 */
export function itemNumbers(refs: readonly RowRef[], itemAt: (ref: RowRef) => SignoffItem | null): string {
  if (refs.length === 0) return "无";
  const items = refs.map(itemAt);
  const known = items.filter((item): item is SignoffItem => item !== null && (item.number ?? "") !== "");
  const groups = byGroup(known);
  const all = Array.from(groups.values()).flat();
  if (known.length === refs.length && new Set(all).size === all.length) return `序号 ${runs(all).join("、")}`;
  const apart = Array.from(groups.values()).every((numbers) => new Set(numbers).size === numbers.length);
  if (known.length === refs.length && apart) {
    return Array.from(groups, ([group, numbers]) => `${group}序号 ${runs(numbers).join("、")}`).join("；");
  }
  const sheets = new Map<string, RowRef[]>();
  for (const ref of refs) sheets.set(ref.sheet, [...(sheets.get(ref.sheet) ?? []), ref]);
  return Array.from(sheets, ([sheet, cells]) => `${sheet} ${cellRuns(cells).join("、")}`).join("；");
}
