import { openSignOff, placeOf, type DateToken, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { dateWithoutYear as words } from "../../zh/words/told-dates";

type Data = { readonly written: string; readonly count: number; readonly how: "asOf" | "plain" };

/** Days without a year, where no year stands before them in their paragraph. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { document } = context;
  const found: DateToken[] = [];
  let yearLine = -1;
  for (const token of context.dates) {
    if (token.year !== null) yearLine = token.line;
    if (token.year !== null || token.line === yearLine || token.day === null) continue;
    const line = context.lines[token.line];
    if (!line || hasYearWord(line, token)) continue;
    const isAsOf = /截[至止]\s*$/u.test(line.plain.slice(Math.max(0, token.start - 4), token.start));
    if (!isAsOf) found.push(token);
    else if (!document.signed && document.items.length > 0 && !openSignOff(context.lines).date)
      yield {
        place: placeOf(line.index, token.start - 2, token.end),
        data: { written: token.text, count: 1, how: "asOf" },
        severity: "warning",
      };
  }
  const first = found[0];
  if (first)
    yield {
      place: placeOf(first.line, first.start, first.end),
      data: { written: first.text, count: found.length, how: "plain" },
    };
}

const YEAR_WORD_TEXT = reWith("u")`${words.yearWordText}`;

function hasYearWord(line: Line, token: DateToken): boolean {
  return YEAR_WORD_TEXT.test(line.plain.slice(Math.max(0, token.start - 40), token.start));
}

export const dateWithoutYear = defineProofRule<Data>({
  alias: "date-without-year",
  code: "P404",
  severity: "info",
  name: { zh: "日期没有年份", en: "date without a year" },
  messages: {
    zh: ({ written, count, how }) =>
      how === "asOf"
        ? `“截至${written}”没有年份，全文又没有成文日期，请补年份。`
        : `“${written}”没有年份${count > 1 ? `，全文同类${count}处` : ""}，建议写明。`,
    en: ({ written, count, how }) =>
      how === "asOf"
        ? `“截至${written}” has no year and the notice has no date.`
        : `“${written}” has no year (${count} such dates).`,
  },
  find,
  page: {
    what: "段内前文没有年份的某月某日，全文报第一处。“截至某月某日”在有成文日期的通报里不报；全文没有成文日期时为提醒。",
    why: "通报会被长期查阅。",
    bad: "截至12月22日，……（文末没有成文日期）",
    good: "截至2025年12月22日，……",
    todo: "补年份。",
    en: "Days without a year and without one before them in the paragraph.",
  },
  ground: "GB/T 9704—2012 7.3.5；GB/T 15835—2011 年月日的写法。",
});
