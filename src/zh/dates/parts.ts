/** The parts of a date behind its year: months, days, quarters, halves. */
import { beforeWordAt, DATE_ENDS, isCloser, listMarkAt, rangeMarkAt, skipDayUnit } from "./marks";
import { numberAt, type NumberRun } from "./numbers";
import { beforeDate, dayOf, joinRange, makeBad, makeDate, type Scanned, type YearPart } from "./period";

export function afterYear(s: string, i: number, at: YearPart, twoDigits: boolean): Scanned | null {
  let j = i;
  if (s.startsWith("年度", j)) j += 2;
  else if (s.charAt(j) === "度") j++;
  if (s.charAt(j) === "的") j++;
  if (s.charAt(j) === "年" && (DATE_ENDS + "内中初").includes(s.charAt(j + 1)) && j + 1 < s.length) j++;
  const next = s.charAt(j);
  if (next !== "" && DATE_ENDS.includes(next)) {
    return makeDate(at, j + 1, { month: 12, day: 1 }, { month: 12, day: 31 }, "year", true);
  }
  if (next === "初" || (next === "中" && isCloser(s, j + 1))) return makeBad(at.start, j + 1, "vague");
  const half = halfYearAt(s, j, at) ?? quarterAt(s, j, at) ?? firstMonthAt(s, j, at);
  if (half !== null) return half;
  const number = numberAt(s, j);
  if (number !== null && !Number.isNaN(number.value)) {
    if (s.charAt(number.end) === "月") return monthTail(s, number.end + 1, number.value, at);
    const range = monthRangeAt(s, number, at);
    if (range !== null) return range;
    const day = number.arabic && ".-/".includes(s.charAt(number.end)) ? numberAt(s, number.end + 1) : null;
    if (day !== null && day.arabic && day.digits <= 2 && isCloser(s, skipDayUnit(s, day.end))) {
      return dayOf(at, skipDayUnit(s, day.end), number.value, day.value);
    }
    if (twoDigits) return null;
  }
  const year = makeDate(at, j, { month: 1, day: 1 }, { month: 12, day: 31 }, "year", false);
  if (next === "全" && s.charAt(j + 1) === "年") return { ...year, end: j + 2, closed: true };
  // 10年内 and 25年 could be durations.
  if (twoDigits) return null;
  if (next === "内" && s.charAt(j + 1) !== "部") return { ...year, end: j + 1, closed: true };
  const before = beforeWordAt(s, j);
  return before > 0 ? beforeDate(year, j + before) : year;
}

/** The rest of a date after N月. */
export function monthTail(s: string, i: number, month: number, at: YearPart): Scanned {
  if (!(month >= 1 && month <= 12)) return makeBad(at.start, i, "noSuchDate");
  let j = i;
  if (s.charAt(j) === "份") j++;
  if (s.charAt(j) === "月" && (DATE_ENDS + "初中").includes(s.charAt(j + 1)) && j + 1 < s.length) j++;
  const whole = makeDate(at, j, { month, day: 1 }, { month, day: 0 }, "month", false);
  const next = s.charAt(j);
  const tenDays = tenDaysAt(s, j);
  if (tenDays !== null) {
    const [first, last] = [DAYS_OF_TEN[tenDays.from] ?? 1, tenDays.to];
    const day = last === 0 ? 10 : last === 1 ? 20 : 0;
    return {
      ...whole,
      end: tenDays.end,
      first: { month, day: first },
      last: { month, day },
      precision: "tenDays",
      closed: true,
    };
  }
  if (next !== "" && DATE_ENDS.includes(next)) return { ...whole, end: j + 1, first: { month, day: 21 }, closed: true };
  if (next === "初" || (next === "中" && isCloser(s, j + 1))) return makeBad(at.start, j + 1, "vague");
  const number = numberAt(s, j);
  if (number !== null) {
    const unit = "日号".includes(s.charAt(number.end)) && number.end < s.length ? 1 : 0;
    if (unit === 1 || isCloser(s, number.end)) return dayOf(at, number.end + unit, month, number.value);
    return whole;
  }
  if (next === "内" && !"部容控".includes(s.charAt(j + 1) || " ")) return { ...whole, end: j + 1, closed: true };
  const before = beforeWordAt(s, j);
  return before > 0 ? beforeDate(whole, j + before) : whole;
}

const DAYS_OF_TEN = [1, 11, 21] as const;

/** 上旬 0, 中旬 1, 下旬 2; 中下旬 runs from one to the next. */
export function tenDaysAt(
  s: string,
  i: number,
): { readonly from: number; readonly to: number; readonly end: number } | null {
  const word = /^([上中]?)([初上中下末])旬/.exec(s.slice(i, i + 3));
  if (word === null) return null;
  const to = "上中下".indexOf((word[2] ?? "").replace("初", "上").replace("末", "下"));
  const from = word[1] === "" ? to : "上中下".indexOf(word[1] ?? "");
  return from > to ? null : { from, to, end: i + word[0].length };
}

/** 3-6月, 3至6月底: months that share one 月. */
export function monthRangeAt(s: string, first: NumberRun, at: YearPart): Scanned | null {
  const mark = listMarkAt(s, first.end);
  if (mark === 0 || first.digits > 2 || first.value > 12) return null;
  const second = numberAt(s, first.end + mark);
  if (second === null || second.digits > 2 || s.charAt(second.end) !== "月") return null;
  // 9、3月底 is item 9 of a list, not September to March.
  if (mark !== rangeMarkAt(s, first.end) && second.value <= first.value) return null;
  const last = monthTail(s, second.end + 1, second.value, at);
  if (last.type === "bad" || first.value < 1) return makeBad(at.start, last.end, "noSuchDate");
  return joinRange(
    makeDate(at, first.end, { month: first.value, day: 1 }, { month: first.value, day: 0 }, "month", true),
    last,
  );
}

/** 第三季度, 三季度末, 3季度, Q3, 一至三季度. */
export function quarterAt(s: string, i: number, at: YearPart): Scanned | null {
  let j = i;
  const ordinal = s.charAt(j) === "第";
  if (ordinal) j++;
  let quarter: number;
  let from: number | null = null;
  if (s.charAt(j) === "Q" || s.charAt(j) === "q") {
    if (!/^[1-4](?!\d)/.test(s.slice(j + 1, j + 3))) return null;
    quarter = Number(s.charAt(j + 1));
    j += 2;
  } else {
    let number = numberAt(s, j);
    if (number === null || number.digits !== 1) return null;
    const mark = listMarkAt(s, number.end);
    if (mark > 0) {
      from = number.value;
      const second = s.charAt(number.end + mark) === "第" ? number.end + mark + 1 : number.end + mark;
      number = numberAt(s, second);
      if (number === null || number.digits !== 1) return null;
    }
    quarter = number.value;
    j = number.end;
    if (s.charAt(j) === "个") j++;
    if (s.startsWith("季度", j)) j += 2;
    else if (s.charAt(j) === "季" && (ordinal || "末底".includes(s.charAt(j + 1) || " "))) j++;
    else return null;
  }
  if (quarter < 1 || quarter > 4 || (from !== null && (from < 1 || from > quarter))) {
    return makeBad(at.start, j, "noSuchDate");
  }
  const month = quarter * 3;
  const date = makeDate(at, j, { month: (from ?? quarter) * 3 - 2, day: 1 }, { month, day: 0 }, "quarter", false);
  const next = s.charAt(j);
  if (next !== "" && DATE_ENDS.includes(next)) return { ...date, end: j + 1, first: { month, day: 1 }, closed: true };
  if (next === "初" || (next === "中" && isCloser(s, j + 1))) return makeBad(at.start, j + 1, "vague");
  const before = from === null ? beforeWordAt(s, j) : 0;
  return before > 0 ? beforeDate(date, j + before) : { ...date, closed: true };
}

export function halfYearAt(s: string, i: number, at: YearPart): Scanned | null {
  if (s.charAt(i + 1) !== "半" || s.charAt(i + 2) !== "年") return null;
  const which = s.charAt(i);
  const firstHalf = which === "上" || which === "前";
  if (!firstHalf && which !== "下" && which !== "后") return null;
  const j = i + 3;
  const next = s.charAt(j);
  const month = firstHalf ? 6 : 12;
  const date = makeDate(at, j, { month: firstHalf ? 1 : 7, day: 1 }, { month, day: 0 }, "halfYear", true);
  if (next !== "" && DATE_ENDS.includes(next)) return { ...date, end: j + 1, first: { month, day: 1 } };
  // Before the half-year, or before its end? Nobody can say.
  if (next === "初" || (next === "中" && isCloser(s, j + 1)) || beforeWordAt(s, j) > 0) {
    return makeBad(at.start, j + Math.max(1, beforeWordAt(s, j)), "vague");
  }
  return date;
}

/** 元月 is January. */
export function firstMonthAt(s: string, i: number, at: YearPart): Scanned | null {
  return s.startsWith("元月", i) ? monthTail(s, i + 2, 1, at) : null;
}
