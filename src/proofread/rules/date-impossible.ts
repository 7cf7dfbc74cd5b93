import { civilDate } from "../../zh/civil-date";
import { placeOf, type DateToken } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

/** A year in which the day would exist if it ever does. */
const LEAP_YEAR = 2024;

function exists(token: DateToken): boolean {
  if (token.month === null) return true;
  // 18月 alone may be an age.
  if (token.month < 1 || token.month > 12) return token.year === null && token.day === null;
  if (token.day === null) return true;
  return (
    civilDate(token.year !== null && token.yearDigits === 4 ? token.year : LEAP_YEAR, token.month, token.day) !== null
  );
}

/** 整改时限“2025年13月”日历上没有这一天: what somebody wrote, told as that. */
function isQuoted({ lines }: ProofContext, { line, start, end }: DateToken): boolean {
  const { plain = "" } = lines[line] ?? {};
  return plain[start - 1] === "“" && plain[end] === "”";
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.dates)
    if (!exists(token) && !isQuoted(context, token))
      yield { place: placeOf(token.line, token.start, token.end), data: { written: token.text } };
}

export const dateImpossible = defineProofRule<Data>({
  alias: "date-impossible",
  code: "P401",
  severity: "error",
  name: { zh: "日期不存在", en: "date that does not exist" },
  messages: {
    zh: ({ written }) => `没有“${written}”这一天（月），请核对。`,
    en: ({ written }) => `There is no “${written}”; check the date.`,
  },
  find,
  page: {
    what: "2月30日、4月31日、13月等不存在的日期；2月29日按所写年份判断；整个放在引号里的是引用别处的写法，不报。",
    why: "日期写错，时限和先后都无从判断。",
    bad: "2025年2月29日召开会议。",
    good: "2024年2月29日召开会议。",
    todo: "核对原始材料后改正。",
    en: "Days and months the calendar doesn't have.",
  },
  ground: "公历；GB/T 7408—2005。",
});
