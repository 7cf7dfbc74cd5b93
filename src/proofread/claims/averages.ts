/** Averages: 日均120个, 平均每组85户, 人均3000元, each against its total and what it is spread over. */
import { parseCount } from "../../zh/numerals";
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { others } from "../../zh/words/claim-others";
import { averages as words } from "../../zh/words/claim-averages";
import {
  type DateToken,
  type Line,
  type NumberToken,
  type Place,
  type Sentence,
  exactOf,
  exactText,
  exactValue,
  decimalPlaces,
  moneyText,
  startingIn,
  type ToldCount,
  type Paragraph,
  LINE_SIGN,
  type NoticeReading,
  paragraphsOf,
} from "../../reading";
import { civilDate, dayNumber, lastDayOfMonth } from "../../zh/civil-date";

interface AverageFault {
  readonly place: Place;
  /** What it divides by is told with it; else in another clause or sentence, which may be of others. */
  readonly sure: boolean;
  readonly money: boolean;
  readonly total: string;
  readonly over: string;
  readonly expected: string;
  readonly written: string;
}

const PER = reWith(
  "u",
)`(?:${words.heads[0]}(?:一)?(个?[^，。；、\d]{1,3}?)|(?:^|[^平])(${words.perUnits})均)[^，。；、\d]{0,4}$`;
/** Stands in whatever leads an average in. */
const EACH_SIGN = /[每均]/u;
const DIVISORS: readonly (readonly [string, string])[] = words.divisors.map(
  (pair) => pair.split(":") as [string, string],
);
const SPANS = words.spans.map((entry) => entry.split(":") as [string, string, string]);

/** Faults of a notice; two rules ask. */
export function averagesOf({ lines }: Pick<NoticeReading, "lines">): readonly AverageFault[] {
  let faults = KNOWN.get(lines);
  if (!faults) {
    faults = paragraphsOf(lines).flatMap((paragraph) =>
      (paragraph.line.signs & LINE_SIGN.each) === 0 ? NONE : faultsOf(paragraph),
    );
    KNOWN.set(lines, faults);
  }
  return faults;
}

const KNOWN = new WeakMap<NoticeReading["lines"], readonly AverageFault[]>();
const NONE: readonly AverageFault[] = [];

/** Offset of the first 每 or 均; behind the text where there is none. */
function firstEach(plain: string): number {
  const [each, average] = [plain.indexOf("每"), plain.indexOf("均")];
  if (each < 0) return average < 0 ? plain.length : average;
  return average < 0 ? each : Math.min(each, average);
}

function faultsOf(paragraph: Paragraph): readonly AverageFault[] {
  const faults: AverageFault[] = [];
  const { plain } = paragraph.line;
  const first = firstEach(plain);
  for (const count of paragraph.counts) {
    // The names of 分别 stand before their numbers, wherever those are.
    if (count.start <= first && (paragraph.line.signs & LINE_SIGN.respectively) === 0) continue;
    if (!EACH_SIGN.test(count.before) || count.lead !== "each" || !count.exact) continue;
    const fault = faultOf(paragraph, count);
    if (fault) faults.push(fault);
  }
  return faults;
}

function faultOf({ line, counts }: Paragraph, average: ToldCount): AverageFault | null {
  const sentence = line.sentences[average.sentence];
  const head = PER.exec(average.before);
  const unit = head?.[1] ?? head?.[2];
  // 保障平均标准达到每人每月746元 is laid down, nothing is divided.
  if (!sentence || unit === undefined || LAID_DOWN.test(average.gap.slice(-16))) return null;
  const before = startingIn(counts, sentence.start, average.start).filter(
    (count) => count.end <= average.start && count.lead !== "each",
  );
  const totals = before.filter((count) => count.unit === average.unit && count.exact && !count.carrier);
  const total = totals[totals.length - 1];
  const behind = total ? null : toldBehind(counts, average, unit);
  if (behind)
    return printsAs(behind.total.value, behind.over.value / exactOf(1), average.token)
      ? null
      : faultOfBehind(line, average, behind);
  if (!total || (totals.length > 1 && total.lead !== "total" && total.lead !== "weakTotal")) return null;
  // 削减50万桶，每日额外减产100万桶: no average is more than what it is of.
  if (exactValue(average.token) > total.value || isOfItsOwnTime(line, sentence, total, average)) return null;
  const within =
    divisorOf(
      line,
      sentence,
      before.filter((count) => count !== total),
      unit,
    ) ?? lastedBefore(line, counts, average, unit);
  const above = within === null ? countedBefore(line, counts, average, total, unit) : null;
  const over = within ?? above;
  if (over === null || over.value <= 0) return null;
  if (printsAs(total.value, BigInt(over.value), average.token)) return null;
  const money = average.unit === "元";
  const text = (value: bigint): string => (money ? moneyText(value) : `${exactText(value)}${average.unit}`);
  return {
    place: { line: line.index, start: average.start - average.before.length, end: average.end },
    money,
    sure: above === null,
    total: text(total.value),
    over: over.text,
    expected: text(rounded(total.value, BigInt(over.value), average.token)),
    written: line.text.slice(average.start, average.end),
  };
}

/** 11月1日以来累计25.3万例，近一周平均每天2.22万例; 累计支出624亿元，年人均1.4万元 */
function isOfItsOwnTime({ plain }: Line, { start }: Sentence, total: ToldCount, average: ToldCount): boolean {
  return SINCE_LONG.test(plain.slice(start, total.start)) && OWN_SPAN.test(plain.slice(total.end, average.start));
}

const SINCE_LONG = reWith("u")`${words.sinceLong}`;
const OWN_SPAN = reWith("u")`${words.ownSpans}`;

interface Behind {
  readonly over: ToldCount;
  readonly total: ToldCount;
}

/** 每村配保洁员4人，9个村共36人: what it is spread over and the total stand right behind it; money is money-arithmetic's. */
function toldBehind(counts: readonly ToldCount[], average: ToldCount, unit: string): Behind | null {
  if (average.unit === "元" || SEVERAL_EACH.test(average.before) || PLANNED_EACH.test(average.before)) return null;
  const [over, total] = counts.filter((count) => count.sentence === average.sentence && count.start > average.start);
  if (!over || !total || total.unit !== average.unit || (total.lead !== "total" && total.lead !== "weakTotal"))
    return null;
  // 每期计划20人，已办3期共70人: what came of it so far.
  if (DONE_SO_FAR.test(over.gap)) return null;
  if (over.stop !== STOPS.comma || total.stop < STOPS.comma || !over.exact || !total.exact) return null;
  return isOf(over, kindOf(unit)) && over.value > 0n && over.value % exactOf(1) === 0n ? { over, total } : null;
}

const PLANNED_EACH = reWith("u")`${words.plannedEach}`;
const DONE_SO_FAR = reWith("u")`${words.doneSoFar}`;

/** 每村每月2次 is of two at once. */
const SEVERAL_EACH = /[每均].*[每均]/u;

function faultOfBehind({ text, index }: Line, average: ToldCount, { over, total }: Behind): AverageFault {
  const tell = (value: bigint): string => `${exactText(value)}${average.unit}`;
  return {
    place: { line: index, start: average.start - average.before.length, end: total.end },
    money: false,
    sure: false,
    total: tell(total.value),
    over: text.slice(over.start, over.end),
    expected: tell(rounded(total.value, over.value / exactOf(1), average.token)),
    written: text.slice(average.start, average.end),
  };
}

const LAID_DOWN = reWith("u")`${others.laidDown}`;

/** Whether total ÷ over gives the average, rounded or cut at its last place. */
function printsAs(total: bigint, over: bigint, average: NumberToken): boolean {
  const place = decimalPlaces(average);
  const difference = exactValue(average) * over - total;
  return (difference < 0n ? -difference : difference) < place * over;
}

/** Half up at the average's own last place, one place finer where it does not divide. */
function rounded(total: bigint, over: bigint, average: NumberToken): bigint {
  const place = total % over === 0n ? 1n : decimalPlaces(average) / 10n || 1n;
  return ((total * 2n + place * over) / (place * over * 2n)) * place;
}

/** 五年累计植树4500亩 */
const YEARS = reWith("u")`(?<!第)([二三四五六七八九十两]{1,2})年${words.yearsBehind}`;
const MONTHS = /([一二三四五六七八九十两]{1,3})个月/u;

/** 六月份受理2700件，日均90件; February may have 28 days or 29. */
const MONTH_NAMED = reWith("u")`^(?:\d{4}年|${words.yearsNamed})?([一二三四五六七八九十]{1,2})月`;
const FEBRUARY = "二";

interface Divisor {
  readonly value: number;
  readonly text: string;
}

/** The measure word of the divisor, by the word behind 每 or before 均. */
function kindOf(per: string): string {
  return DIVISORS.find(([word]) => per === word || per === `个${word}`)?.[1] ?? per.replace(/^个/u, "");
}

/** What a total is spread over: the only count of its kind in the sentence, a span of days, or 一周, 全年. */
function divisorOf(line: Line, sentence: Sentence, before: readonly ToldCount[], per: string): Divisor | null {
  const kind = kindOf(per);
  const fitting = before.filter((count) => isOf(count, kind) && count.exact && count.value % exactOf(1) === 0n);
  const only = fitting[0];
  if (fitting.length > 1) return null;
  if (only) return { value: Number(only.value / exactOf(1)), text: line.text.slice(only.start, only.end) };
  if (kind === "日") {
    const span = daysOf(line, sentence);
    if (span !== null) return { value: span, text: `${span}天` };
  }
  const head = line.plain.slice(sentence.start, sentence.end);
  const months = kind === "月" ? MONTHS.exec(head) : null;
  const counted = months === null ? null : parseCount(months[1] ?? "");
  if (counted !== null && months !== null) return { value: counted, text: months[0] };
  const years = kind === "年" ? YEARS.exec(head) : null;
  const lasted = years === null ? null : parseCount(years[1] ?? "");
  if (lasted !== null && years !== null) return { value: lasted, text: years[0] };
  const inMonth = kind === "日" ? MONTH_NAMED.exec(head)?.[1] : undefined;
  const days = inMonth === undefined ? null : lastDayOfMonth(SOME_YEAR, parseCount(inMonth) ?? 0);
  if (days !== null && inMonth !== FEBRUARY) return { value: days, text: `${days}天` };
  const span = SPANS.find(([word, unit]) => unit === kind && head.includes(word));
  return span ? { value: Number(span[2]), text: span[0] } : null;
}

/** 行动为期20天。期间共查处460起，日均23起: how long it lasted is told in the sentence before. */
function lastedBefore(line: Line, counts: readonly ToldCount[], average: ToldCount, per: string): Divisor | null {
  if (per !== "日" && per !== "天") return null;
  const told = counts.filter((count) => count.sentence === average.sentence - 1 && isOf(count, "日") && count.exact);
  const [only, other] = told;
  if (!only || other || !LASTED.test(line.plain.slice(Math.max(0, only.start - LASTED_REACH), only.start))) return null;
  return { value: Number(only.value / exactOf(1)), text: line.text.slice(only.start, only.end) };
}

/** 检查企业168家，其中工贸74家、商贸94家。查出隐患504处，平均每家3处: the whole of the sentence before, where nothing else is of its kind. */
function countedBefore(
  { text, plain, sentences }: Line,
  counts: readonly ToldCount[],
  average: ToldCount,
  total: ToldCount,
  per: string,
): Divisor | null {
  const kind = kindOf(per);
  // 其中规上企业收到30条, 上半年排查24处: of some of them.
  const head = plain.slice(sentences[total.sentence]?.start ?? 0, total.start);
  if (head.includes(kind) || OF_SOME.test(head)) return null;
  const told = counts.filter(
    (count) => count.sentence < average.sentence && (isOf(count, kind) || count.before.endsWith(kind)),
  );
  const [whole, ...more] = told;
  // 参保61.2万人。报销8.6万人次、3.12亿元，人均报销3628元: money is given to some of them.
  if (average.unit === "元" || !whole?.exact || whole.token.scale > 1 || whole.value % exactOf(1) !== 0n) return null;
  const parts = more.concat(counts.filter((count) => isBeside(count, whole) && !more.includes(count)));
  const sum = parts.reduce((all, { value }) => all + value, 0n);
  return sum === whole.value || (parts.length === 0 && whole.tellsAll && whole.sentence === average.sentence - 1)
    ? { value: Number(whole.value / exactOf(1)), text: text.slice(whole.start, whole.end) }
    : null;
}

const OF_SOME = reWith("u")`${words.ofSome}`;

/** In the sentence of a whole and behind it, of its very unit. */
const isBeside = ({ sentence, unit, start }: ToldCount, whole: ToldCount): boolean =>
  sentence === whole.sentence && unit === whole.unit && start > whole.start;

const LASTED = reWith("u")`${words.lasted}$`;
const LASTED_REACH = 4;

/** 督导组 of 4个督导组共检查. */
const NOUN = /^[^，。；、\d共累已]{0,4}/u;

function isOf(count: ToldCount, kind: string): boolean {
  const unit = count.token.unit.replace(/^个/u, "");
  if (kind === "人") return count.unit === "人";
  if (kind === "日") return unit === "天" || unit === "工作日" || (unit === "日" && count.token.unit !== "日");
  // 4次招聘会，场均315人
  if (kind === "场" && unit === "次") return true;
  return (
    (unit === kind && (unit !== "月" || count.token.unit === "个月")) ||
    NOUN.exec(count.after)?.[0].includes(kind) === true ||
    (kind === "组" && count.after.startsWith("工作组"))
  );
}

/** 8月1日至8月31日, both days counted. */
function daysOf(line: Line, sentence: Sentence): number | null {
  const dates = sentence.tokens.filter((token): token is DateToken => token.type === "date");
  const [from, to] = dates;
  // 6月份共接件3900件，日均130件; February may have 28 or 29.
  if (dates.length === 1 && from?.day === null && from.month !== null && from.month !== 2 && !from.joinsNext)
    return lastDayOfMonth(SOME_YEAR, from.month);
  const until = dates.length === 1 && from ? dayBehind(line, sentence, from) : null;
  if (until !== null && from?.day) return until >= from.day ? until - from.day + 1 : null;
  if (dates.length !== 2 || !from?.joinsNext || !to) return null;
  const year = to.year ?? from.year ?? 2023;
  const first = dayOf(from, from.year ?? year);
  const last = dayOf(to.month === null ? { ...to, month: from.month } : to, year);
  if (!first || !last) return null;
  const days = dayNumber(last) - dayNumber(first) + 1;
  return days > 0 ? days : null;
}

const SOME_YEAR = 2025;

/** 7月8日至14日: the day a range ends with, of the same month. */
function dayBehind({ plain }: Line, sentence: Sentence, from: DateToken): number | null {
  const next = sentence.tokens[sentence.tokens.indexOf(from) + 1];
  if (next?.type !== "number" || next.unit !== "日" || next.start - from.end > 2 || next.start === from.end)
    return null;
  // 26日、27日 are two days of a span, not its ends.
  if (/[、和及]/u.test(plain.slice(from.end, next.start))) return null;
  return next.mantissa;
}

function dayOf(token: DateToken, year: number): ReturnType<typeof civilDate> {
  return token.month !== null && token.day !== null ? civilDate(year, token.month, token.day) : null;
}
