/** Half-width marks that stand in Chinese sentences (GB/T 15834—2011, 5.1), and what they are in full width. */
import { isHan } from "./plain";

/** Full-width forms by their half-width ones. */
export const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [";", "；"],
  [":", "："],
  ["(", "（"],
  [")", "）"],
  ["?", "？"],
  ["!", "！"],
  [".", "。"],
]);

const CLOSING = "”》）)";
const OPENING = "“《（";

/**
 * Whether a half-width mark stands in Chinese: a period only between Han characters, a bracket beside one.
 * @example standsInChinese("完善制度,加强检查", 4) // true
 * @example standsInChinese("1,234元", 1) // false
 */
export function standsInChinese(text: string, at: number): boolean {
  const mark = text[at] ?? "";
  // #N/A in Chinese: 错误!
  if (!FULL_WIDTH.has(mark) || (mark === "!" && text.startsWith("错误", at - 2))) return false;
  const before = isHan(text.charCodeAt(at - 1)) || CLOSING.includes(text[at - 1] ?? " ");
  const after = isHan(text.charCodeAt(at + 1)) || OPENING.includes(text[at + 1] ?? " ");
  if (mark === ".") return before && after;
  if (mark === "(") return before || after;
  return before && (after || at === text.length - 1 || mark === ")");
}

/** A mark before or after the number of a list, a figure or a Latin word: 修订制度12项,新建3项. */
function endsClause(text: string, at: number): boolean {
  const mark = text[at] ?? "";
  if (mark !== "," && mark !== ";" && mark !== "?" && mark !== "!") return false;
  const before = text[at - 1] ?? "";
  const after = text[at + 1] ?? "";
  if (/\d/u.test(before) && /\d/u.test(after)) return false;
  return isHan(before.charCodeAt(0)) || isHan(after.charCodeAt(0));
}

/** A period that ends a paragraph of Chinese: 已印发制度3项. and 完成60%. but not etc. or a row of dots. */
function endsParagraph(text: string, at: number): boolean {
  if (text[at] !== "." || !/^[^\S\r\n]*(?:$|[\r\n])/u.test(text.slice(at + 1))) return false;
  return /[\p{Script=Han}\d%％”》）)]$/u.test(text.slice(0, at));
}

/** Pairs of straight quotes in turns: the first opens. An odd one stays. */
function curlyQuotes(text: string): string {
  const count = text.split('"').length - 1;
  if (count === 0 || count % 2 === 1) return text;
  let seen = 0;
  return text.replace(/"/gu, () => (seen++ % 2 === 0 ? "“" : "”"));
}

/** ‘…’ outside of “…” are outer quotes written as inner ones. */
function outerQuotes(text: string): string {
  let depth = 0;
  let single = 0;
  return text.replace(/[“”‘’]/gu, (mark, at: number) => {
    if (mark === "“") depth++;
    else if (mark === "”") depth = Math.max(0, depth - 1);
    else if (depth === 0 && mark === "‘" && text.indexOf("’", at) > at) {
      single++;
      return "“";
    } else if (depth === 0 && mark === "’" && single > 0) {
      single--;
      return "”";
    }
    return mark;
  });
}

/**
 * A Chinese text with its half-width marks in full width and its outer quotes double (GB/T 15834—2011, 4.8 and 5.1). Figures,
 * times, addresses and Latin words stay as they are; a text without Chinese does, too.
 * @example inFullWidth("落实‘两个责任’不到位,整改不力.") // "落实“两个责任”不到位，整改不力。"
 */
export function inFullWidth(text: string): string {
  if (!/[,;:()?!."‘’]/u.test(text) || !/\p{Script=Han}/u.test(text)) return text;
  const closed = matchedBrackets(text);
  const marked = Array.from({ length: text.length }, (_, at) => {
    const mark = text.charAt(at);
    const full = FULL_WIDTH.get(mark);
    if (full === undefined) return mark;
    if (mark === "(" || mark === ")") return closed.has(at) ? full : mark;
    return standsInChinese(text, at) || endsClause(text, at) || endsParagraph(text, at) ? full : mark;
  }).join("");
  return outerQuotes(curlyQuotes(marked));
}

/** Half-width brackets whose pair stands in Chinese: either of the two touches a Han character outside or inside. */
function matchedBrackets(text: string): ReadonlySet<number> {
  const open: number[] = [];
  const found = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") open.push(at);
    else if (text[at] === ")") {
      const start = open.pop();
      if (start === undefined) continue;
      if (/\p{Script=Han}/u.test(text.slice(start, at)) || standsInChinese(text, start) || standsInChinese(text, at)) {
        found.add(start);
        found.add(at);
      }
    }
  }
  return found;
}
