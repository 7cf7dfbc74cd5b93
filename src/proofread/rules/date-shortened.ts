import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly right: string };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.dates) {
    const line = context.lines[token.line];
    if (!line) continue;
    if (token.yearDigits !== 2 || token.year === null) continue;
    const written = line.text.slice(token.start, token.end);
    const right = `20${written}`;
    yield {
      place: placeOf(token.line, token.start, token.end),
      data: { written, right },
      fix: token.year < 60 ? right : undefined,
    };
  }
}

export const dateShortened = defineProofRule<Data>({
  alias: "date-shortened",
  code: "P403",
  severity: "warning",
  name: { zh: "年份简写", en: "shortened year" },
  messages: {
    zh: ({ written, right }) => `年份不应简写，“${written}”请写作“${right}”。`,
    en: ({ written, right }) => `Years are written in full: “${written}” → “${right}”.`,
  },
  find,
  page: {
    what: "两位数年份后接月、旬、季、年底的日期。单独的“20年”可能是时长，不报。",
    why: "年份应标全称。",
    bad: "拟于26年1月上旬培训。",
    good: "拟于2026年1月上旬培训。",
    todo: "补全四位年份。",
    en: "Two-digit years.",
  },
  ground: "GB/T 9704—2012 7.3.5（年份应标全称）；GB/T 15835—2011 年月日的写法。",
});
