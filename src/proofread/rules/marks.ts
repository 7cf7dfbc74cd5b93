/** Pairs of quotes, brackets and title marks: nesting of 《》 and marks without their other half. */
import { placeOf, type Line, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

const OPENING = "“‘《〈（【〔「『";
const CLOSING = "”’》〉）】〕」』";
/** Number of a mark's pair, counted from 1; 0 for other characters. Half and full width brackets are one pair. */
const OPENS = pairTable(OPENING, "(");
const CLOSES = pairTable(CLOSING, ")");
const BRACKET = OPENING.indexOf("（") + 1;
const TITLE = OPENING.indexOf("《") + 1;

function pairTable(marks: string, half: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < marks.length; i++) table[marks.charCodeAt(i)] = i + 1;
  table[half.charCodeAt(0)] = OPENING.indexOf("（") + 1;
  return table;
}

interface Pairing {
  /** Inner 《…》 pairs inside an outer 《…》: both marks of the inner one. */
  readonly nested: readonly { readonly open: number; readonly close: number }[];
  readonly unpaired: readonly number[];
}

const PAIRED: Pairing = { nested: [], unpaired: [] };

/** Pairs the marks of a line, given their offsets; half and full width brackets may pair. */
export function pairMarks(text: string, offsets: readonly number[]): Pairing {
  if (areNeighbours(text, offsets)) return PAIRED;
  const stack: { pair: number; at: number }[] = [];
  const waiting = new Uint32Array(OPENING.length + 1);
  const nested: { open: number; close: number }[] = [];
  const unpaired: number[] = [];
  const pop = (): { pair: number; at: number } | undefined => {
    const entry = stack.pop();
    if (entry) waiting[entry.pair] = (waiting[entry.pair] ?? 1) - 1;
    return entry;
  };
  for (const at of offsets) {
    const code = text.charCodeAt(at);
    const opens = OPENS[code] ?? 0;
    if (opens > 0) {
      stack.push({ pair: opens, at });
      waiting[opens] = (waiting[opens] ?? 0) + 1;
      continue;
    }
    const pair = CLOSES[code] ?? 0;
    if ((waiting[pair] ?? 0) === 0) {
      if (pair !== BRACKET || !isNumbering(text, at)) unpaired.push(at);
      continue;
    }
    let own = pop();
    while (own && own.pair !== pair) {
      unpaired.push(own.at);
      own = pop();
    }
    if (pair === TITLE && own && (waiting[TITLE] ?? 0) > 0) nested.push({ open: own.at, close: at });
  }
  for (const lost of stack) unpaired.push(lost.at);
  return { nested, unpaired: unpaired.sort((a, b) => a - b) };
}

/** The usual line: every mark is closed by the next one, nothing is nested and nothing lost. */
function areNeighbours(text: string, offsets: readonly number[]): boolean {
  if (offsets.length % 2 === 1) return false;
  for (let i = 0; i < offsets.length; i += 2) {
    const open = OPENS[text.charCodeAt(offsets[i] ?? 0)] ?? 0;
    if (open === 0 || open !== CLOSES[text.charCodeAt(offsets[i + 1] ?? 0)]) return false;
  }
  return true;
}

/** 1） and a） number an item. */
function isNumbering(text: string, at: number): boolean {
  return (
    /(?:^|[。；，\s])\s*[0-9a-zA-Z一二三四五六七八九十]{1,3}$/u.test(text.slice(Math.max(0, at - 6), at)) || at <= 3
  );
}

type NestedData = { readonly inner: string };

function* findNested(context: ProofContext): Generator<ProofHit<NestedData>> {
  for (const line of context.lines) {
    if (line.marks.length < 4) continue;
    for (const { open, close } of pairMarks(line.text, line.marks).nested) {
      const inner = line.text.slice(open, close + 1);
      yield { place: placeOf(line.index, open, close + 1), data: { inner }, fix: `〈${inner.slice(1, -1)}〉` };
    }
  }
}

export const titleMarksNested = defineProofRule<NestedData>({
  alias: "title-marks-nested",
  code: "P703",
  severity: "error",
  name: { zh: "书名号嵌套有误", en: "nested title marks" },
  messages: {
    zh: ({ inner }) => `书名号里面的“${inner}”应改用单书名号〈〉。`,
    en: ({ inner }) => `Inside 《》 the title "${inner}" takes 〈〉.`,
  },
  find: findNested,
  page: {
    what: "书名号内又用双书名号。",
    why: "书名号嵌套，外双内单。",
    bad: "《关于印发《管理办法》的通知》",
    good: "《关于印发〈管理办法〉的通知》",
    todo: "内层改为〈〉。",
    en: "《…《…》…》 takes 〈〉 inside.",
  },
  ground: "GB/T 15834—2011 4.15.3.5：书名号内还要使用书名号时，外面用双书名号，里面用单书名号。",
});

type UnpairedData = { readonly mark: string };

const QUOTED = 6;
const MOST_WARNINGS = 5;

function placeAround(line: Line, at: number): Place {
  return (OPENS[line.text.charCodeAt(at)] ?? 0) > 0
    ? placeOf(line.index, at, Math.min(line.text.length, at + QUOTED))
    : placeOf(line.index, Math.max(0, at - QUOTED), at + 1);
}

function* findUnpaired(context: ProofContext): Generator<ProofHit<UnpairedData>> {
  const { title } = context.document;
  let told = 0;
  for (const line of context.lines) {
    // A title broken over lines may be paired across them.
    if (title && line.index >= title.firstLine && line.index <= title.lastLine) continue;
    for (const at of pairMarks(line.text, line.marks).unpaired) {
      // A text whose quotes were broken by a conversion is told of five times, not of a hundred.
      told++;
      yield {
        place: placeAround(line, at),
        data: { mark: line.text[at] ?? "" },
        severity: told > MOST_WARNINGS ? "info" : "warning",
      };
    }
  }
}

export const marksUnpaired = defineProofRule<UnpairedData>({
  alias: "marks-unpaired",
  code: "P704",
  severity: "warning",
  name: { zh: "引号、括号、书名号不成对", en: "unpaired quote, bracket or title mark" },
  messages: {
    zh: ({ mark }) => `符号 ${mark} 没有配对的另一半。`,
    en: ({ mark }) => `"${mark}" has no other half.`,
  },
  find: findUnpaired,
  page: {
    what: "一段之内不成对的引号、括号、书名号；序号“1）”不报。",
    why: "缺一半，引文到哪里为止就不清楚。",
    bad: "严格执行支出管理制度”的规定。",
    good: "严格执行“支出管理制度”的规定。",
    todo: "补齐或删去。",
    en: "Marks without their other half within a paragraph.",
  },
  ground: "GB/T 15834—2011 4.8、4.9、4.15。",
});
