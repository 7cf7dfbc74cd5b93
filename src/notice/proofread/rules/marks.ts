/** Pairs of quotes, brackets and title marks: nesting of 《》 and marks without their other half. */
import { placeOf } from "../place";
import { defineProofRule, type ProofHit } from "../rule";
import type { Line, Place, ProofContext } from "../types";

const CLOSE_OF = new Map([
  ["“", "”"],
  ["‘", "’"],
  ["《", "》"],
  ["〈", "〉"],
  ["（", "）"],
  ["【", "】"],
  ["〔", "〕"],
  ["「", "」"],
  ["『", "』"],
]);
const OPEN_OF = new Map([...CLOSE_OF].map(([open, close]) => [close, open]));

interface Pairing {
  /** Inner 《…》 pairs inside an outer 《…》: both marks of the inner one. */
  readonly nested: readonly { readonly open: number; readonly close: number }[];
  readonly unpaired: readonly number[];
}

/** Pairs the marks of a line, given their offsets; half and full width brackets may pair. */
export function pairMarks(text: string, offsets: readonly number[]): Pairing {
  const stack: { mark: string; at: number }[] = [];
  const waiting = new Map<string, number>();
  const nested: { open: number; close: number }[] = [];
  const unpaired: number[] = [];
  const pop = (): { mark: string; at: number } | undefined => {
    const entry = stack.pop();
    if (entry) waiting.set(entry.mark, (waiting.get(entry.mark) ?? 1) - 1);
    return entry;
  };
  for (const at of offsets) {
    const raw = text[at] ?? "";
    const mark = raw === "(" ? "（" : raw === ")" ? "）" : raw;
    if (CLOSE_OF.has(mark)) {
      stack.push({ mark, at });
      waiting.set(mark, (waiting.get(mark) ?? 0) + 1);
      continue;
    }
    const open = OPEN_OF.get(mark) ?? "";
    if ((waiting.get(open) ?? 0) === 0) {
      if (mark !== "）" || !isNumbering(text, at)) unpaired.push(at);
      continue;
    }
    let own = pop();
    while (own && own.mark !== open) {
      unpaired.push(own.at);
      own = pop();
    }
    if (mark === "》" && own && (waiting.get("《") ?? 0) > 0) nested.push({ open: own.at, close: at });
  }
  for (const lost of stack) unpaired.push(lost.at);
  return { nested, unpaired: unpaired.sort((a, b) => a - b) };
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
  const opens = CLOSE_OF.has(line.text[at] ?? "") || line.text[at] === "(";
  return opens
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
