import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly right: string };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.dates) {
    const line = context.lines[token.line];
    if (!line) continue;
    if (!token.dayMarkMissing) continue;
    const written = line.text.slice(token.start, token.end);
    yield {
      place: placeOf(token.line, token.start, token.end),
      data: { written, right: `${written}日` },
      fix: `${written}日`,
    };
  }
}

export const dateIncomplete = defineProofRule<Data>({
  alias: "date-incomplete",
  code: "P402",
  severity: "error",
  name: { zh: "日期缺“日”", en: "date without its 日" },
  messages: {
    zh: ({ written, right }) => `“${written}”缺“日”字，应为“${right}”。`,
    en: ({ written, right }) => `“${written}” lacks 日: “${right}”.`,
  },
  find,
  page: {
    what: "年月之后有日数而没有“日”。",
    why: "日期应写全。",
    bad: "2025年6月5印发通知。",
    good: "2025年6月5日印发通知。",
    todo: "补“日”字。",
    en: "A day number without 日.",
  },
  ground: "GB/T 15835—2011 年月日的写法；GB/T 9704—2012 7.3.5。",
});
