import { writeNumeral } from "../../zh/numerals";
import { placeOf, type Heading, type HeadingStyle } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = {
  readonly mark: string;
  readonly expected: string;
  readonly how: "gap" | "double" | "first";
  readonly firstLine: number;
};

/** Headings one after another under one parent must count up by one. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  // A row of a table begins with whatever number its item has.
  const { headings, cells } = context.document;
  // Lists inside an answer may each begin with 1; items under one heading may not.
  const anchored = new Set(context.document.items.map((item) => item.heading));
  let known: ReadonlySet<number> | null = null;
  const holds = (index: number): boolean => {
    known ??= new Set(context.document.items.flatMap((item) => [item.heading, ...item.path]));
    return known.has(index);
  };
  const firstLine = context.lines.find(({ indent, plain }) => indent < plain.length)?.index ?? 0;
  // 问题1, 问题2 … either run through all parts or begin anew in each.
  let restarted = false;
  const last = new Map<HeadingStyle, Map<number, Heading>>();
  const lastOfStyle = new Map<string, { heading: Heading; index: number }>();
  for (const [index, heading] of headings.entries()) {
    if (heading.number === null || cells.has(heading.line)) continue;
    const siblings = last.get(heading.style) ?? new Map<number, Heading>();
    const previous = siblings.get(heading.parent);
    const running = lastOfStyle.get(heading.style);
    if (heading.style === "labelled" && heading.number === 1 && running !== undefined) restarted = true;
    lastOfStyle.set(heading.style, { heading, index });
    siblings.set(heading.parent, heading);
    last.set(heading.style, siblings);
    if (previous && heading.number === (previous.number ?? 0) + 1) continue;
    const place = placeOf(heading.line, heading.start, heading.start + heading.mark.length);
    if (!previous) {
      // Numbers may run through the whole document (002 counts 1-20 over four parts) or begin anew.
      const follows = running !== undefined && heading.number === (running.heading.number ?? 0) + 1;
      if (heading.number === 1 || follows || followsInline(context, heading)) continue;
      // A text that begins with a numbered heading is a piece of one.
      if (running === undefined && heading.line === firstLine) continue;
      if (heading.style === "labelled" && (running === undefined || restarted)) continue;
      if (heading.style === "chinese" || running === undefined) {
        if (running === undefined && heading.number > 3) continue;
        yield { place, data: dataOf(heading, 1, "first", 0) };
      } else if (heading.number <= (running.heading.number ?? 0) && (!holds(index) || heading.number > 3)) continue;
      else if (heading.number <= (running.heading.number ?? 0)) yield { place, data: dataOf(heading, 1, "first", 0) };
      else yield { place, data: dataOf(heading, (running.heading.number ?? 0) + 1, "gap", running.heading.line + 1) };
      continue;
    }
    const number = previous.number ?? 0;
    const again = heading.number === 1 && number === 1 && anchored.has(index);
    if (heading.number === 1 && !again) continue;
    if (followsInline(context, heading)) continue;
    if (heading.number === number) yield { place, data: dataOf(heading, number + 1, "double", previous.line + 1) };
    else yield { place, data: dataOf(heading, number + 1, "gap", previous.line + 1) };
  }
}

/** How far above a number the one before it may stand, and how far within its line. */
const NEAR_LINES = 12;
const NEAR_CHARS = 400;

/** 整改情况：1.… and then 2.… on a line of its own: the first number stands behind a label, not at the beginning. */
function followsInline(context: ProofContext, heading: Heading): boolean {
  const before = dataOf(heading, (heading.number ?? 0) - 1, "gap", 0).expected;
  const above = context.lines[heading.line - 1];
  // 附件：1.…, and 2.… on the line below.
  if (heading.number === 2 && above && ANNEXES.test(above.plain) && above.text.includes(before)) return true;
  const item = context.document.itemOfLine[heading.line] ?? -1;
  if (item < 0) return false;
  const first = Math.max(context.document.items[item]?.firstLine ?? 0, heading.line - NEAR_LINES);
  for (let index = heading.line - 1; index >= first; index--) {
    const line = context.lines[index];
    if (line && line.text.slice(line.numbering?.textStart ?? line.indent, NEAR_CHARS).includes(before)) return true;
  }
  return false;
}

const ANNEXES = /^\s*附[件表][：:]/u;

function dataOf(heading: Heading, expected: number, how: Data["how"], firstLine: number): Data {
  const write = numeral(heading);
  const own = write(heading.number ?? 0);
  const right = heading.mark.includes(own) ? heading.mark.replace(own, write(expected)) : write(expected);
  return { mark: heading.mark, expected: right, how, firstLine };
}

/** How the heading writes its number: 三, 3, ③. */
function numeral(heading: Heading): (n: number) => string {
  if (/[①-⑳]/u.test(heading.mark)) return (n) => String.fromCharCode(0x245f + n);
  if (/[一二三四五六七八九十]/u.test(heading.mark)) return writeNumeral;
  return String;
}

export const numbering = defineProofRule<Data>({
  alias: "numbering",
  code: "P301",
  severity: "warning",
  name: { zh: "序号不连续或重复", en: "numbering with a gap or a repeat" },
  messages: {
    zh: ({ mark, expected, how, firstLine }) =>
      how === "double"
        ? `序号“${mark}”与第${firstLine}行重复，这里应为“${expected}”。`
        : how === "first"
          ? `序号从“${mark}”开始，前面缺“${expected}”。`
          : `序号“${mark}”与上一个（第${firstLine}行）不连续，这里应为“${expected}”，请核对是否漏项。`,
    en: ({ mark, expected, how, firstLine }) =>
      how === "double"
        ? `“${mark}” repeats the number of line ${firstLine}; “${expected}” is due.`
        : `“${mark}” does not follow; “${expected}” is due. Check for a missing item.`,
  },
  find,
  page: {
    what: "行首的“一、（一）1.（1）①问题①”按层级、按上级连续编号；全文连续编号和每部分重新编号都认可。",
    why: "缺号往往是漏项，重号会让总数少一。",
    bad: "问题①……问题②……问题②……",
    good: "问题①……问题②……问题③……",
    todo: "补齐漏项或改正序号。",
    en: "Numbers of headings that skip or repeat within their level.",
  },
  ground: "GB/T 9704—2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”。",
});
