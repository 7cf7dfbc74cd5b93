/**
 * Places that our own notices leave open: 【待补充：成文日期】. They are known to be open, and what stands for them is not
 * also missing.
 */
import type { Line } from "./types";

const OPEN = "【待补充：";
/** Names of what is missing are short. */
const LONGEST = 60;
/** A line with more of them is no line of a notice. */
const MOST = 100;
/** Signature and date stand on the last lines. */
const TAIL = 3;

export interface OpenPlace {
  readonly start: number;
  readonly end: number;
  /** What is missing: 成文日期, 反馈问题.总数. */
  readonly name: string;
}

/** The open places of a line, in text order. */
export function openPlacesIn(text: string): readonly OpenPlace[] {
  const places: OpenPlace[] = [];
  for (let start = text.indexOf(OPEN); start >= 0 && places.length < MOST; start = text.indexOf(OPEN, start + 1)) {
    const length = text.slice(start, start + LONGEST).indexOf("】");
    if (length < 0) continue;
    places.push({ start, end: start + length + 1, name: text.slice(start + OPEN.length, start + length) });
  }
  return places;
}

/** The open place whose words 待补充 begin at an offset. */
export function openPlaceAt(text: string, words: number): OpenPlace | null {
  return text.startsWith(OPEN, words - 1) ? (openPlacesIn(text.slice(words - 1, words + LONGEST))[0] ?? null) : null;
}

/** Whether the last lines hold an open place for the signature, and one for the date. */
export function openSignOff(lines: readonly Line[]): { readonly signature: boolean; readonly date: boolean } {
  let signature = false;
  let date = false;
  let seen = 0;
  for (let index = lines.length - 1; index >= 0 && seen < TAIL; index--) {
    const line = lines[index];
    if (!line || line.indent >= line.text.trimEnd().length) continue;
    seen++;
    if (line.text.includes("。")) break;
    for (const { name } of openPlacesIn(line.text)) {
      if (name.endsWith("日期")) date = true;
      else signature = true;
    }
  }
  return { signature, date };
}
