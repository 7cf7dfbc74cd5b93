import { addMonths, dayNumber } from "../../zh/civil-date";
import { parseCount } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { noticeDays as words } from "../../zh/words/notice-days";
import { rangesOf, placeOf, type ToldRange, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly length: string; readonly range: string; readonly counted: string };

const LENGTH = reWith("gu")`([0-9]{1,3}|[一二三四五六七八九十两]{1,3})(${words.lengthUnits})`;
const LENGTH_BEFORE = reWith("u")`${words.lengthBefore}[为是：:（(]?\s*$`;
const PERIOD = reWith("u")`${words.period}`;
/** Length and days stand side by side, in brackets or in the next clause. */
const NEAR = 24;
/** A month's end, a Sunday or a feast may move the last day. */
const SLACK_DAYS = 7;
/** The first day may not count, and days that are moved count as they were moved. */
const SLACK_WORKDAYS = 2;
const MOST = 200;

interface Length {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly unit: string;
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of context.lines) {
    if (line.tokens.length < 2) continue;
    const ranges = rangesOf(line);
    if (ranges.length === 0 || ranges.length > MOST) continue;
    for (const length of lengthsOf(line)) {
      const range = ranges.find((own) => isAbout(line, length, own));
      const counted = range ? contradiction(length, range) : null;
      if (range && counted !== null)
        yield {
          place: placeOf(line.index, length.start, length.end),
          data: {
            length: line.text.slice(length.start, length.end),
            range: line.text.slice(range.from.token.start, range.to.token.end),
            counted,
          },
        };
    }
  }
}

function* lengthsOf({ plain, tokens }: Line): Generator<Length> {
  for (const found of plain.matchAll(LENGTH)) {
    const [whole, number = "", unit = ""] = found;
    const start = found.index;
    const end = start + whole.length;
    // 5月15日 is a day.
    if (tokens.some((token) => token.type === "date" && token.start < end && token.end > start)) continue;
    if (unit === "日" && !LENGTH_BEFORE.test(plain.slice(Math.max(0, start - 8), start))) continue;
    if (plain[start - 1] === "第" || "后内前以".includes(plain[end] ?? " ")) continue;
    const count = /^[0-9]/u.test(number) ? Number(number) : parseCount(number.replace("两", "二"));
    if (count !== null && count > 0) yield { start, end, count, unit };
  }
}

/** Whether the length is told of the range: near it, in its sentence, with a word of a period. */
function isAbout({ plain }: Line, length: Length, { from, to }: ToldRange): boolean {
  const [start, end] = length.end <= from.token.start ? [length.end, from.token.start] : [to.token.end, length.start];
  if (end < start || end - start > NEAR || /[。；;]/u.test(plain.slice(start, end))) return false;
  const first = Math.min(length.start, from.token.start);
  return PERIOD.test(plain.slice(Math.max(0, first - 16), Math.max(length.end, to.token.end) + 8));
}

/** What the range really counts, null where the length fits it in any way of counting. */
function contradiction({ count, unit }: Length, range: ToldRange): string | null {
  const first = dayNumber(range.from.first);
  const days = dayNumber(range.to.last) - first + 1;
  if (days <= 0) return null;
  if (unit === "个月") return months(count, range);
  if (unit === "个工作日") return count > days || count < fewestWorkdays(range, first, days) ? `${days}天` : null;
  const told = unit === "周" ? count * 7 : count;
  // Of no certain year February may have one day more.
  const leap = range.from.token.year === null && holdsFebruarysEnd(range) ? 1 : 0;
  return days + leap === told || days === told || days - 1 === told ? null : `${days}天`;
}

function holdsFebruarysEnd({ from, to }: ToldRange): boolean {
  return from.first.month <= 2 && to.last.month > 2;
}

function months(count: number, { from, to }: ToldRange): string | null {
  const whole = (to.first.year - from.first.year) * 12 + to.first.month - from.first.month;
  if (from.token.day === null || to.token.day === null) {
    // 6月至8月 are three months, and 6月至9月 may be.
    return whole === count || whole + 1 === count ? null : `${whole + 1}个月`;
  }
  const off = dayNumber(to.last) - dayNumber(addMonths(from.first, count));
  return Math.abs(off) <= SLACK_DAYS ? null : `${dayNumber(to.last) - dayNumber(from.first) + 1}天`;
}

/**
 * Legal holidays of the mainland: the first and the last day on which any of their days can fall, as month and day, and
 * how many working days they take at most (国务院办公厅关于节假日安排的通知, 2008 to 2026; spring and autumn by the moon).
 */
const HOLIDAYS: readonly (readonly [from: number, to: number, workdays: number])[] = [
  [101, 104, 2],
  [119, 301, 7],
  [402, 407, 2],
  [428, 506, 4],
  [526, 627, 2],
  [906, 927, 2],
  [928, 1010, 7],
  [1229, 1231, 2],
];

/** A day of the next year, as month and day. */
const NEXT_YEAR = 1200;

/** Working days of a range, if all holidays fall into it that can. */
function fewestWorkdays({ from, to }: ToldRange, first: number, days: number): number {
  const start = from.first.month * 100 + from.first.day;
  const end = to.last.month * 100 + to.last.day + (to.last.year > from.first.year ? NEXT_YEAR : 0);
  let taken = 0;
  for (const [begins, ends, workdays] of HOLIDAYS)
    for (const year of [0, NEXT_YEAR]) if (start <= ends + year && begins + year <= end) taken += workdays;
  return workdaysOf(first, days) - taken - SLACK_WORKDAYS - (from.token.year === null ? 2 : 0);
}

/** A Monday. */
const MONDAY = dayNumber({ year: 2025, month: 12, day: 1 });

function workdaysOf(first: number, days: number): number {
  const weekday = (((first - MONDAY) % 7) + 7) % 7;
  let workdays = Math.floor(days / 7) * 5;
  for (let i = 0; i < days % 7; i++) if ((weekday + i) % 7 < 5) workdays++;
  return workdays;
}

export const periodLength = defineProofRule<Data>({
  alias: "period-length",
  code: "P408",
  severity: "warning",
  name: { zh: "期限长短与起止日期不合", en: "length of a period does not match its dates" },
  messages: {
    zh: ({ length, range, counted }) => `写的是“${length}”，起止日期“${range}”却是${counted}，请核对。`,
    en: ({ length, range, counted }) => `“${length}”, but “${range}” is ${counted}.`,
  },
  find,
  page: {
    what: "集中整改期、公示期等写了“N个月、N天、N个工作日”，旁边又写了起止日期，两者对不上。首尾算不算、月末前后一周之内的出入都容许；工作日按法定节假日可能占去的天数放宽。",
    why: "期限是整改和公示的硬要求，日期写错会被当成没有做够时间。",
    bad: "集中整改期为3个月，自2025年6月10日至2025年10月10日。",
    good: "集中整改期为3个月，自2025年6月10日至2025年9月10日。",
    todo: "核对期限或起止日期。",
    en: "N months, days or working days told beside the first and last day.",
  },
  ground: "历法。",
});
