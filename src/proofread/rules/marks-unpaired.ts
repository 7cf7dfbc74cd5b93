import { placeOf, type Line, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { OPENS, pairMarks } from "../generic/mark-pairs";

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
  for (const line of context.lines.filter(({ marks }) => marks.length > 0)) {
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
    en: ({ mark }) => `“${mark}” has no other half.`,
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
  ground: "GB/T 15834—2011 引号、括号、书名号的用法。",
});
