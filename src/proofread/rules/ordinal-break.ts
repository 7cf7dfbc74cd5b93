import { parseCount, writeNumeral } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { noticeDays as words } from "../../zh/words/notice-days";
import { placeOf, type Line, type WordHit, LINE_SIGN, signed } from "../../reading";
import { charTable, isIn } from "../../zh/plain";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly expected: string; readonly how: "missing" | "gap" | "double" };

const BOUNDARY = charTable("。；，、：:;,！？）)①②③④⑤⑥⑦⑧⑨⑩”　 ");

/** 一是 begins a chain; 二是, 三是 must follow it, over the paragraphs of one item. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { document, lines } = context;
  let previous: WordHit | null = null;
  let scope = Number.NaN;
  let lead: WordHit | null = null;
  for (const hit of context.hitsOf("ordinal")) {
    const line = lines[hit.line];
    if (!line || !isOrdinal(line, hit)) continue;
    const here = scopeOf(document.itemOfLine[hit.line] ?? -1, hit.line, context);
    // Outside of items 一是…, 二是… may each begin a paragraph.
    if (here < 0 && hit.start === line.indent) {
      const [number, before] = [Number(hit.value), Number(lead?.value ?? 0)];
      if (lead && hit.line - lead.line <= LINES_BETWEEN && number !== 1 && number !== before + 1)
        yield* breakAt(lines, lead, hit, before, number);
      lead = hit;
    }
    if (here !== scope) previous = null;
    scope = here;
    const number = Number(hit.value);
    const before = previous ? Number(previous.value) : 0;
    if (number !== 1 && previous && number !== before + 1) yield* breakAt(lines, previous, hit, before, number);
    previous = hit;
  }
  // Who counts in brackets begins with （1）.
  for (const line of lines) if (line.plain.includes("（1）") || line.plain.includes("（01）")) yield* inBrackets(line);
  for (const line of signed(lines, LINE_SIGN.countedOut)) {
    yield* countedOut(line);
    yield* inTurn(line);
  }
}

/** From a paragraph of a list to the next, a blank line between them. */
const LINES_BETWEEN = 2;

const BRACKETED = /(?:^\s*|[。；;：:]\s*)（(\d{1,2})）/gu;

/** （1）…。（2）…。（4）…。 in one line: counted from 1, and one is left out. */
function* inBrackets(line: Line): Generator<ProofHit<Data>> {
  let last = 0;
  for (const found of line.plain.matchAll(BRACKETED)) {
    const number = Number(found[1]);
    if (number === last + 1) last = number;
    else if (last >= 2 && number === last + 2) {
      // （2）听汇报，（3）看现场: it stands behind another stop.
      if (line.plain.slice(0, found.index).includes(`（${last + 1}）`)) return;
      const written = `（${number}）`;
      const start = found.index + found[0].length - written.length;
      yield {
        place: placeOf(line.index, start, start + written.length),
        data: { written, expected: `（${last + 1}）`, how: "gap" },
        severity: "warning",
      };
      return;
    } else return;
  }
}

const GROUP = reWith("gu")`第(${words.numerals}{1,2})(${words.groups})`;
/** So many told in turn make a list. */
const IN_TURN = 3;

/** 第一组检查甲镇，第二组检查乙镇，第三组检查丙镇，第五组…: one of a list that counts through is left out. */
function* inTurn(line: Line): Generator<ProofHit<Data>> {
  let last = 0;
  let noun = "";
  for (const found of line.plain.matchAll(GROUP)) {
    const number = parseCount(found[1] ?? "") ?? 0;
    if (number === 1 || (last > 0 && found[2] !== noun)) {
      last = number === 1 ? 1 : 0;
      noun = found[2] ?? "";
    } else if (last > 0 && number === last + 1) last = number;
    else if (last >= IN_TURN && number === last + 2) {
      const expected = `第${writeNumeral(last + 1)}${noun}`;
      yield {
        place: placeOf(line.index, found.index, found.index + found[0].length),
        data: { written: found[0], expected, how: "gap" },
        severity: "warning",
      };
      return;
    } else last = 0;
  }
}

const FIRST_SECOND = reWith("gu")`(?<=^|[。；;：:，\s])第(${words.numerals}{1,2})[，、]`;

/** 第一，…；第二，… within a line. */
function* countedOut(line: Line): Generator<ProofHit<Data>> {
  let before = 0;
  for (const found of line.plain.matchAll(FIRST_SECOND)) {
    const number = parseCount(found[1] ?? "") ?? 0;
    const expected = `第${writeNumeral(before + 1)}，`;
    if (number > 1 && before > 0 && number !== before + 1)
      yield {
        place: placeOf(line.index, found.index, found.index + found[0].length),
        data: { written: found[0], expected, how: number === before ? "double" : "gap" },
        severity: "warning",
      };
    before = number;
  }
}

function* breakAt(
  lines: readonly Line[],
  previous: WordHit,
  hit: WordHit,
  before: number,
  number: number,
): Generator<ProofHit<Data>> {
  const expected = `${writeNumeral(before + 1)}是`;
  const place = placeOf(hit.line, hit.start, hit.end);
  if (number <= before) {
    if (number === before) yield { place, data: { written: hit.word, expected, how: "double" }, severity: "warning" };
    return;
  }
  if (number === before + 2) {
    const bare = bareOrdinal(lines, previous, hit, writeNumeral(before + 1));
    if (bare) {
      yield { place: bare.place, data: { written: bare.text, expected, how: "missing" }, fix: bare.fix };
      return;
    }
  }
  yield { place, data: { written: hit.word, expected, how: "gap" }, severity: "warning" };
}

/** 三严格落实…: the ordinal without its 是, right behind the end of a sentence. */
function bareOrdinal(
  lines: readonly Line[],
  from: WordHit,
  to: WordHit,
  digit: string,
): { place: ReturnType<typeof placeOf>; text: string; fix: string } | null {
  for (let index = from.line; index <= to.line; index++) {
    const line = lines[index];
    if (!line) continue;
    const start = index === from.line ? from.end : 0;
    const end = index === to.line ? to.start : line.plain.length;
    for (let at = line.plain.indexOf(digit, start); at >= 0 && at < end; at = line.plain.indexOf(digit, at + 1)) {
      const before = line.plain[at - 1];
      if (before !== undefined && !"。；;".includes(before)) continue;
      const after = line.plain[at + digit.length] ?? "";
      if (/[一二三四五六七八九十百个项条件名家月日年次、，。是]/u.test(after) || after === "") continue;
      const stop = Math.min(at + digit.length + 4, line.text.length);
      return {
        place: placeOf(index, at, stop),
        text: line.text.slice(at, stop),
        fix: `${digit}是${line.text.slice(at + digit.length, stop)}`,
      };
    }
  }
  return null;
}

function isOrdinal(line: Line, hit: WordHit): boolean {
  return hit.start === 0 || isIn(BOUNDARY, line.plain, hit.start - 1);
}

/**
 * Chains live within an item's problem or answer; outside of items within a line. A number for each such stretch: negative
 * for lines, even and odd for the two parts of an item.
 */
function scopeOf(item: number, line: number, context: ProofContext): number {
  if (item < 0) return -1 - line;
  const answer = context.document.items[item]?.progressLine ?? -1;
  return item * 2 + (answer >= 0 && line >= answer ? 1 : 0);
}

export const ordinalBreak = defineProofRule<Data>({
  alias: "ordinal-break",
  code: "P304",
  severity: "error",
  name: { zh: "“一是、二是”不连续", en: "一是, 二是 out of order" },
  messages: {
    zh: ({ written, expected, how }) =>
      how === "missing"
        ? `“${written}”前文已到上一项，这里疑漏“是”字，应为“${expected}”。`
        : how === "double"
          ? `“${written}”重复，这里应为“${expected}”。`
          : `“${written}”之前缺“${expected}”，请核对是否漏项。`,
    en: ({ written, expected, how }) =>
      how === "missing"
        ? `“${written}” lacks 是; “${expected}” is due.`
        : `“${written}” does not follow; “${expected}” is due.`,
  },
  find,
  page: {
    what: "同一条目内“一是、二是、三是”的次序，可以分段；重新从“一是”开始不报。漏“是”字为错误，缺项、重复为提醒。",
    why: "缺项可能是措施漏写。",
    bad: "一是完善制度。二是加强培训。三严格检查。四是通报结果。",
    good: "一是完善制度。二是加强培训。三是严格检查。四是通报结果。",
    todo: "补齐或改正。",
    en: "一是, 二是, 三是 in one item must count up.",
  },
  ground: "公文行文惯例。",
});
