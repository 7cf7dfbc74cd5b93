/** Form of texts taken from cells: leading numbers off, quotes nested, stops where they belong. Words are never changed. */
import { parseNumeral } from "../../zh/numerals";
import { trimText } from "../../zh/text";

const FINAL_STOPS = "。；;，,、：:．.";
/** What may end a paragraph. */
const CLOSERS = "。！？!?…；;”’）)》】";

/** How a point of a list in a cell is numbered, outermost first. */
const POINTS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})[、.．]\s*/u,
  /^[（(]([一二三四五六七八九十]{1,3})[）)]\s*/u,
  /^(\d{1,2})(?:[、．]|\.(?!\d))\s*/u,
  /^[（(](\d{1,2})[）)]\s*/u,
];

/** A paragraph that begins with a number of its own. */
interface OwnPoint {
  /** 0 for 一、 1 for （一） 2 for 1. 3 for （1）. */
  readonly level: number;
  readonly number: number;
  /** What follows the number. */
  readonly text: string;
}

/**
 * The number a paragraph begins with, and the rest; null where it has none.
 * @example ownPoint("2.组织学习") // { level: 2, number: 2, text: "组织学习" }
 */
function ownPoint(text: string): OwnPoint | null {
  for (const [level, pattern] of POINTS.entries()) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const written = found[1] ?? "";
    const number = level < 2 ? (parseNumeral(written) ?? 0) : Number(written);
    const rest = text.slice(found[0].length);
    return number > 0 && rest !== "" ? { level, number, text: rest } : null;
  }
  return null;
}

/**
 * A paragraph's list taken apart: 「1.甲；2.乙。」 is two points. Null where it does not begin with a number.
 * @example ownPoints("1.甲；2.乙。")?.map((point) => point.text) // ["甲；", "乙。"]
 */
export function ownPoints(text: string): readonly OwnPoint[] | null {
  const first = ownPoint(text);
  if (first === null) return null;
  const points: OwnPoint[] = [];
  let open = first;
  for (let at = nextStop(open.text, 0); at > 0; at = nextStop(open.text, at)) {
    const next = ownPoint(open.text.slice(at));
    if (next === null || next.level !== open.level || next.number !== open.number + 1) continue;
    points.push({ ...open, text: trimText(open.text.slice(0, at)) });
    open = next;
    at = 0;
  }
  points.push(open);
  return points;
}

/** Offset behind the next 。 or ；, 0 where there is none. */
function nextStop(text: string, from: number): number {
  for (let at = from; at < text.length - 1; at++) if ("。；;".includes(text.charAt(at))) return at + 1;
  return 0;
}

/** Without stops at the end, for headings and quotations. */
export function withoutStop(text: string): string {
  let end = text.length;
  while (end > 0 && FINAL_STOPS.includes(text.charAt(end - 1))) end--;
  return end === 0 ? text : trimText(text.slice(0, end));
}

/**
 * Without a comma or semicolon at the end, where a sentence of its own follows.
 * @example withoutPause("会议多、文件多；") // "会议多、文件多"
 */
export function withoutPause(text: string): string {
  return text.replace(/(?<=.)[；;，,、]{1,3}$/u, "");
}

/** Whether a full stop has to follow. */
export function needsStop(text: string): boolean {
  return text !== "" && !CLOSERS.includes(text.charAt(text.length - 1));
}

/**
 * Quotes inside quotes (GB/T 15834—2011, 4.8.3.4): double ones become single.
 * @example innerQuotes("落实“三重一大”不到位") // "落实‘三重一大’不到位"
 */
export function innerQuotes(text: string): string {
  return text.replaceAll("“", "‘").replaceAll("”", "’");
}

/** One line: line breaks inside a heading go. */
export function oneLine(text: string): string {
  return text.includes("\n") || text.includes("\r")
    ? text
        .split(/[\r\n]+/u)
        .map(trimText)
        .join("")
    : text;
}

/** The paragraphs of a cell, empty lines dropped. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/[\r\n]+/u)
    .map(trimText)
    .filter((part) => part !== "");
}
