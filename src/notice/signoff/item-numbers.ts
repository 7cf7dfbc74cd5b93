/** Names the items behind a figure in little room: 1—12、14. */
import { cellName } from "../../grid";
import { widthOf } from "../../zh/text";
import type { RowRef } from "../../tally";

/** Runs of consecutive whole numbers become from—to; other names stand as they are. */
function runs(names: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < names.length;) {
    let end = start;
    const first = /^\d{1,7}$/u.test(names[start] ?? "") ? Number(names[start]) : null;
    if (first !== null) while (names[end + 1] === String(first + end + 1 - start)) end++;
    parts.push(end - start >= 2 ? `${names[start] ?? ""}—${names[end] ?? ""}` : names.slice(start, end + 1).join("、"));
    start = end + 1;
  }
  return parts;
}

/** Whole cells of one column below each other: A3—A12. */
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
    parts.push(end > start ? `${from}—${cellName(last.row, last.col)}` : from);
    start = end + 1;
  }
  return parts;
}

/** Digits take half the room of a character. */
function fits(text: string, room: number): boolean {
  return widthOf(text) <= room * 2;
}

/**
 * Numbers of the items, or their cells where numbers do not tell them apart (numbers that restart, measures).
 * @param room characters to stay within; what does not fit is counted: 1—12、14等23项
 * @example itemNumbers(refs, numberAt, 20) // "1—12、14"
 */
export function itemNumbers(refs: readonly RowRef[], numberAt: (ref: RowRef) => string | null, room: number): string {
  if (refs.length === 0) return "无";
  const numbers = refs.map(numberAt);
  const known = numbers.filter((number): number is string => number !== null && number !== "");
  const distinct = known.length === refs.length && new Set(known).size === refs.length;
  const sheets = new Set(refs.map((ref) => ref.sheet));
  const parts = distinct ? runs(known) : cellRuns(refs);
  const lead = distinct || sheets.size > 1 ? "" : `${Array.from(sheets)[0] ?? ""} `;
  const whole = lead + parts.join("、");
  if (fits(whole, room)) return whole;
  const tail = `等${refs.length}项`;
  let text = lead;
  for (const part of parts) {
    const next = text === lead ? lead + part : `${text}、${part}`;
    if (!fits(next + tail, room)) break;
    text = next;
  }
  return text === lead ? `${lead}共${refs.length}项`.slice(0, Math.max(room, tail.length + 2)) : `${text}${tail}`;
}
