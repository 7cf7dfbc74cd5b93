/** Brackets around counts, and right before them. */
import type { Line } from "../types";

/**
 * Opens and closes the brackets of a line up to an offset, the outermost first: 县（市）区 in a bracket ends none.
 * @param from index into the line's marks
 * @returns the index of the first mark behind
 */
export function bracketsTo({ plain, marks }: Line, from: number, to: number, open: number[]): number {
  let next = from;
  for (; next < marks.length; next++) {
    const at = marks[next] as number;
    if (at >= to) break;
    const code = plain.charCodeAt(at);
    if (code === 0xff08 || code === 0x28) open.push(at);
    else if (code === 0xff09 || code === 0x29) open.pop();
  }
  return next;
}

/** 部分整改（需长期推进）24个: a bracket right before the number belongs to the words before it. */
export function overBracket(plain: string, at: number, floor: number): number {
  const last = plain[at - 1];
  if (last !== "）" && last !== ")") return at;
  const from = Math.max(floor, at - 20);
  const near = plain.slice(from, at - 1);
  const open = Math.max(near.lastIndexOf("（"), near.lastIndexOf("("));
  return open >= 0 ? from + open : at;
}
