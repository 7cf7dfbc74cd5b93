import * as fc from "fast-check";
import {
  chineseDate,
  fromDayNumber,
  isoDate,
  parseIsoDate,
  toSerial,
  type CivilDate,
} from "../../../src/zh/civil-date";
import { createDateReader, createDeadlineReader, type DateContext } from "../../../src/ledger/fields/deadline";
import type { CellValue } from "../../../src/grid/grid";
import type { Deadline } from "../../../src/ledger/types";
import { findDates } from "../../../src/zh/written-date";

function day(iso: string): CivilDate {
  const date = parseIsoDate(iso);
  if (date === null) throw new Error(`no date: ${iso}`);
  return date;
}

const plain: DateContext = {
  date1904: false,
  asOf: day("2025-10-10"),
  feedbackDate: null,
  reportDate: null,
  concentratedMonths: null,
};

/** A deadline in one short line: date, precision where it isn't a day, flags. */
function show(deadline: Deadline): string {
  switch (deadline.type) {
    case "date": {
      const parts = [isoDate(deadline.date)];
      if (deadline.precision !== "day") parts.push(deadline.precision);
      if (deadline.openEnded) parts.push("open");
      if (deadline.yearFrom !== null) parts.push(`year:${deadline.yearFrom}`);
      if (deadline.bareMonthBefore) parts.push("before");
      return parts.join(" ");
    }
    case "invalid":
      return deadline.reason;
    case "immediate":
      return deadline.openEnded ? "immediate open" : "immediate";
    default:
      return deadline.type;
  }
}

function read(value: CellValue, format?: string, context: Partial<DateContext> = {}): string {
  return show(createDeadlineReader({ ...plain, ...context })(value, format));
}

/** Expressions that name their year. */
const dated = [
  // Days
  ["2025年6月30日", "2025-06-30"],
  ["2025年06月30日", "2025-06-30"],
  ["2025年6月30号", "2025-06-30"],
  ["2025年6月30日前", "2025-06-30"],
  ["2025年6月30日之前", "2025-06-30"],
  ["2025年6月30日以前完成", "2025-06-30"],
  ["2025年6月30日前完成整改", "2025-06-30"],
  ["2025年6月30日止", "2025-06-30"],
  ["2025年6月30日（含）前", "2025-06-30"],
  ["2025年6月30前", "2025-06-30"],
  ["2025年6月30", "2025-06-30"],
  ["２０２５年６月３０日", "2025-06-30"],
  ["2025 年 6 月 30 日", "2025-06-30"],
  ["2025年6月\n30日", "2025-06-30"],
  ["\u3000 2025年6月30日\u00a0", "2025-06-30"],
  ["2 0 2 5年6月30日", "2025-06-30"],
  ["2025.6.30", "2025-06-30"],
  ["2025.06.30", "2025-06-30"],
  ["2025. 6. 30", "2025-06-30"],
  ["2025.6.30.", "2025-06-30"],
  ["2025．6．30", "2025-06-30"],
  ["2025。6。30", "2025-06-30"],
  ["2025·6·30", "2025-06-30"],
  ["2025-6-30", "2025-06-30"],
  ["2025-06-30", "2025-06-30"],
  ["2025－06－30", "2025-06-30"],
  ["2025–06–30", "2025-06-30"],
  ["2025/6/30", "2025-06-30"],
  ["2025／6／30", "2025-06-30"],
  ["2025.6.30前", "2025-06-30"],
  ["2025-09-30前完成", "2025-09-30"],
  ["2025.6.30日", "2025-06-30"],
  ["2025 6 30", "2025-06-30"],
  ["20250630", "2025-06-30"],
  ["20250630前", "2025-06-30"],
  ["25.6.30", "2025-06-30"],
  ["2025-06-30 00:00:00", "2025-06-30"],
  ["2025-06-30T00:00:00.000Z", "2025-06-30"],
  ["2025/6/30 0:00", "2025-06-30"],
  ["2025年6月30日18时前", "2025-06-30"],
  ["2025年6月30日18:00前", "2025-06-30"],
  ["2025年6月30日下班前", "2025-06-30"],
  ["2025年6月30日（星期一）", "2025-06-30"],
  ["二〇二五年六月三十日", "2025-06-30"],
  ["二零二五年六月三十日前", "2025-06-30"],
  ["二○二五年十二月三十一日", "2025-12-31"],
  ["二〇二五年六月三十", "2025-06-30"],
  ["2025年十二月廿五日", "2025-12-25"],
  ["2025年6.30前", "2025-06-30"],
  ["2024年2月29日", "2024-02-29"],
  ["2025年1月1日正式实施", "2025-01-01"],
  ["争取2025年6月30日前完成", "2025-06-30"],
  ["截至2025年6月30日", "2025-06-30"],
  ["截止2025年6月30日", "2025-06-30"],
  ["至2025年6月30日", "2025-06-30"],
  ["到2025年6月30日", "2025-06-30"],
  ["于2025年6月30日前完成", "2025-06-30"],
  ["拟于2025年6月30日前", "2025-06-30"],
  ["不晚于2025年6月30日", "2025-06-30"],
  ["完成时限：2025年6月30日", "2025-06-30"],
  ["2025年6月30日前完成80%", "2025-06-30"],
  ["1.2025年6月30日前", "2025-06-30"],
  // Months
  ["2022年12月底前", "2022-12-31 month"],
  ["2022年12月底", "2022-12-31 month"],
  ["2022年10月底前落实到位", "2022-10-31 month"],
  ["2022年11月底整改到位", "2022-11-30 month"],
  ["2022年7月底前", "2022-07-31 month"],
  ["2022年9月底前完成", "2022-09-30 month"],
  ["争取2022年12月底前整改到位", "2022-12-31 month"],
  ["力争2025年6月底前完成", "2025-06-30 month"],
  ["预计2025年6月底完成", "2025-06-30 month"],
  ["计划2025年6月底", "2025-06-30 month"],
  ["2025年6月末", "2025-06-30 month"],
  ["2025年6月月底前", "2025-06-30 month"],
  ["2025年6月份", "2025-06-30 month"],
  ["2025年6月份底前", "2025-06-30 month"],
  ["2025年6月", "2025-06-30 month"],
  ["2025年2月底前", "2025-02-28 month"],
  ["2024年2月底前", "2024-02-29 month"],
  ["2025年6月内", "2025-06-30 month"],
  ["2025年6月完成", "2025-06-30 month"],
  ["二〇二五年六月底前", "2025-06-30 month"],
  ["二零二五年六月", "2025-06-30 month"],
  ["2025年六月底前", "2025-06-30 month"],
  ["2025年十月底前", "2025-10-31 month"],
  ["2025.9", "2025-09-30 month"],
  ["2025.06", "2025-06-30 month"],
  ["2025-06", "2025-06-30 month"],
  ["2014-03", "2014-03-31 month"],
  ["2014-3", "2014-03-31 month"],
  ["2025/6", "2025-06-30 month"],
  ["2025.6底前", "2025-06-30 month"],
  ["2025.6月", "2025-06-30 month"],
  ["2025.6月底前", "2025-06-30 month"],
  ["2025/12月底", "2025-12-31 month"],
  ["202506", "2025-06-30 month"],
  ["202506底前", "2025-06-30 month"],
  ["26年1月", "2026-01-31 month"],
  ["2025年10月前", "2025-09-30 month before"],
  ["2025年10月之前", "2025-09-30 month before"],
  ["2025年10月以前完成", "2025-09-30 month before"],
  ["2025年1月前", "2024-12-31 month before"],
  ["2025.10前", "2025-09-30 month before"],
  ["2025年3月前完成", "2025-02-28 month before"],
  // Ten days, quarters, halves, years
  ["26年1月上旬", "2026-01-10 tenDays"],
  ["2025年6月中旬", "2025-06-20 tenDays"],
  ["2025年6月中旬前", "2025-06-20 tenDays"],
  ["2025年6月下旬", "2025-06-30 tenDays"],
  ["2025年2月下旬完成", "2025-02-28 tenDays"],
  ["2025年6月中下旬", "2025-06-30 tenDays"],
  ["2025年6月上中旬", "2025-06-20 tenDays"],
  ["2025年6月上旬至中旬", "2025-06-20 tenDays"],
  ["2025年6月上旬至7月中旬", "2025-07-20 tenDays"],
  ["2026年元月底前", "2026-01-31 month"],
  ["2025年第一、二季度", "2025-06-30 quarter"],
  ["2025年6、7月", "2025-07-31 month"],
  ["2025全年", "2025-12-31 year"],
  ["2025年年度", "2025-12-31 year"],
  ["不得迟于2025年6月30日", "2025-06-30"],
  ["最晚不超过2025年6月30日", "2025-06-30"],
  ["即日起至2025年6月30日", "2025-06-30"],
  ["1.2025年6月底前完成；2.2025年9月底前完成", "2025-09-30 month"],
  ["（1）2025年6月底前；（2）2025年9月底前", "2025-09-30 month"],
  ["原定2025年6月底，经批准延至2025年12月底", "2025-12-31 month"],
  ["2025.06.01-06.30", "2025-06-30"],
  ["2025-2027年", "2027-12-31 year"],
  ["长期坚持（2025年—2030年）", "2030-12-31 year open"],
  ["2025年第三季度", "2025-09-30 quarter"],
  ["2025年三季度", "2025-09-30 quarter"],
  ["2025年三季度末", "2025-09-30 quarter"],
  ["2025年3季度前完成", "2025-06-30 quarter before"],
  ["2025年第1季度", "2025-03-31 quarter"],
  ["2025年第四季度底前", "2025-12-31 quarter"],
  ["2025年Q3", "2025-09-30 quarter"],
  ["2025年一至三季度", "2025-09-30 quarter"],
  ["2025年上半年", "2025-06-30 halfYear"],
  ["2025年下半年完成", "2025-12-31 halfYear"],
  ["2025年底", "2025-12-31 year"],
  ["2025年底前", "2025-12-31 year"],
  ["2026年底前", "2026-12-31 year"],
  ["2025年年底", "2025-12-31 year"],
  ["2022年年底前投入运行", "2022-12-31 year"],
  ["2025年末", "2025-12-31 year"],
  ["2025年年末", "2025-12-31 year"],
  ["2025年年内", "2025-12-31 year"],
  ["2025年内完成", "2025-12-31 year"],
  ["2025年度", "2025-12-31 year"],
  ["2025年", "2025-12-31 year"],
  ["2025", "2025-12-31 year"],
  ["2025年完成", "2025-12-31 year"],
  ["2025底前", "2025-12-31 year"],
  ["25年底前", "2025-12-31 year"],
  ["二〇二五年底前", "2025-12-31 year"],
  ["2026年前完成", "2025-12-31 year before"],
  // Ranges
  ["2025年3月至6月", "2025-06-30 month"],
  ["2025年3月-6月", "2025-06-30 month"],
  ["2025年3-6月", "2025-06-30 month"],
  ["2025年3—6月底", "2025-06-30 month"],
  ["2025年3月—2025年6月", "2025-06-30 month"],
  ["2025年3月～6月底前", "2025-06-30 month"],
  ["2025.3-2025.6", "2025-06-30 month"],
  ["2025.03—2025.06", "2025-06-30 month"],
  ["2025年3月1日至6月30日", "2025-06-30"],
  ["2025年6月1日至30日", "2025-06-30"],
  ["2025年6月1日-30日", "2025-06-30"],
  ["2025.6.1-2025.6.30", "2025-06-30"],
  ["2025-06-01至2025-06-30", "2025-06-30"],
  ["2025/6/1-2025/6/30", "2025-06-30"],
  ["2025年11月至2月", "2026-02-28 month"],
  ["2025年11月至次年2月", "2026-02-28 month"],
  ["2025年11月至2026年2月", "2026-02-28 month"],
  ["自2025年3月起至2025年6月", "2025-06-30 month"],
  ["2013-2015", "2015-12-31 year"],
  ["2023—2025年", "2025-12-31 year"],
  ["2023年至2025年", "2025-12-31 year"],
  // Open-ended and dated
  ["2024年底前，并长期坚持", "2024-12-31 year open"],
  ["2025年底前，并长期坚持", "2025-12-31 year open"],
  ["2025年6月底前完成整改并长期坚持", "2025-06-30 month open"],
  ["2025年6月30日前完成，持续推进", "2025-06-30 open"],
  ["长期坚持（2025年12月底前取得阶段性成效）", "2025-12-31 month open"],
  ["立行立改，2025年6月底前完成", "2025-06-30 month"],
  // Several dates
  ["原：2025年6月30日；延期至2025年9月30日", "2025-09-30"],
  ["原：2025年6月30日；延期至9月30日", "2025-09-30"],
  ["2025年9月30日，调整为2025年6月30日", "2025-06-30"],
  ["2025年6月底前（原2025年9月底）", "2025-06-30 month"],
  ["原整改时限2025年9月30日，2025年8月31日", "2025-08-31"],
  ["2025年11月30日，延期至2月28日", "2026-02-28"],
  ["2025年6月底前完成制度修订，2025年12月底前完成验收", "2025-12-31 month"],
  ["2025.6.30\n2025.9.30", "2025-09-30"],
  ["①2025年3月底前；②2025年6月底前", "2025-06-30 month"],
  ["2025年3月启动，6月底前完成", "2025-06-30 month"],
  ["2025年6月底前完成，7月起长期坚持", "2025-06-30 month open"],
  ["新整改期限：2025年9月30日", "2025-09-30"],
] as const;

describe("deadlines with a year", () => {
  test.each(dated)("%p is %s", (text, expected) => expect(read(text)).toBe(expected));

  test.each(dated)("%p is the same in full width, apart and in quotes", (text, expected) => {
    const wide = text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    expect(read(wide)).toBe(expected);
    expect(read(`\u3000${text}\u00a0\n`)).toBe(expected);
    expect(read(text.replace(/([年月日底前])/g, " $1\u200b"))).toBe(expected);
    expect(read(`（${text}）`)).toBe(expected);
  });
});

describe("deadlines without a year", () => {
  const withFeedback = { feedbackDate: day("2025-04-28") };
  const withReport = { reportDate: day("2024-11-30") };
  test.each([
    ["6月底前", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["6月底之前", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["6月底", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["3月底前", "2025-03-31 month", "2026-03-31 month", "2024-03-31 month"],
    ["4月28日", "2025-04-28", "2025-04-28", "2024-04-28"],
    ["4月底", "2025-04-30 month", "2025-04-30 month", "2024-04-30 month"],
    ["9月30日前", "2025-09-30", "2025-09-30", "2024-09-30"],
    ["9月30前", "2025-09-30", "2025-09-30", "2024-09-30"],
    ["10月前", "2025-09-30 month before", "2025-09-30 month before", "2024-09-30 month before"],
    ["10月之前完成", "2025-09-30 month before", "2025-09-30 month before", "2024-09-30 month before"],
    ["1月前", "2024-12-31 month before", "2025-12-31 month before", "2023-12-31 month before"],
    ["十月前", "2025-09-30 month before", "2025-09-30 month before", "2024-09-30 month before"],
    ["6月", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["六月底前", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["十二月三十一日", "2025-12-31", "2025-12-31", "2024-12-31"],
    ["12月31日", "2025-12-31", "2025-12-31", "2024-12-31"],
    ["6.30", "2025-06-30", "2025-06-30", "2024-06-30"],
    ["9.30前", "2025-09-30", "2025-09-30", "2024-09-30"],
    ["6/30", "2025-06-30", "2025-06-30", "2024-06-30"],
    ["6-30", "2025-06-30", "2025-06-30", "2024-06-30"],
    ["6-5前", "2025-06-05", "2025-06-05", "2024-06-05"],
    ["1月上旬", "2025-01-10 tenDays", "2026-01-10 tenDays", "2024-01-10 tenDays"],
    ["11月中旬", "2025-11-20 tenDays", "2025-11-20 tenDays", "2024-11-20 tenDays"],
    ["第三季度", "2025-09-30 quarter", "2025-09-30 quarter", "2024-09-30 quarter"],
    ["一季度末", "2025-03-31 quarter", "2026-03-31 quarter", "2024-03-31 quarter"],
    ["三季度", "2025-09-30 quarter", "2025-09-30 quarter", "2024-09-30 quarter"],
    ["Q4", "2025-12-31 quarter", "2025-12-31 quarter", "2024-12-31 quarter"],
    ["上半年", "2025-06-30 halfYear", "2025-06-30 halfYear", "2024-06-30 halfYear"],
    ["下半年", "2025-12-31 halfYear", "2025-12-31 halfYear", "2024-12-31 halfYear"],
    ["年底", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["年底前", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["年内", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["年终", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["年底前，并长期坚持", "2025-12-31 year open", "2025-12-31 year open", "2024-12-31 year open"],
    ["预计6月份提请市政府印发", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["3月至6月", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["3-6月", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["1.6月底前完成；2.9月底前完成", "2025-09-30 month", "2025-09-30 month", "2024-09-30 month"],
    ["原则上年底前", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["说明年底前完成", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["元月底前", "2025-01-31 month", "2026-01-31 month", "2024-01-31 month"],
    ["11月至2月", "2026-02-28 month", "2026-02-28 month", "2025-02-28 month"],
    ["原：6月30日；延期至9月30日", "2025-09-30", "2025-09-30", "2024-09-30"],
    ["原11月30日，延期至2月28日", "2026-02-28", "2026-02-28", "2025-02-28"],
    ["今年底前", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["今年6月底前", "2025-06-30 month", "2025-06-30 month", "2024-06-30 month"],
    ["本年度", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["当年年底", "2025-12-31 year", "2025-12-31 year", "2024-12-31 year"],
    ["明年一季度", "2026-03-31 quarter", "2026-03-31 quarter", "2025-03-31 quarter"],
  ] as const)("%p: as of 2025 %s, with feedback %s, reported in 2024 %s", (text, asOf, feedback, report) => {
    const relative = /^(?:今|本|当|明)/.test(text);
    const flag = (line: string, source: string): string => {
      const parts = line.split(" ");
      const at = parts.indexOf("before");
      parts.splice(at < 0 ? parts.length : at, 0, `year:${source}`);
      return parts.join(" ");
    };
    expect(read(text)).toBe(flag(asOf, "asOf"));
    expect(read(text, undefined, withFeedback)).toBe(flag(feedback, relative ? "asOf" : "feedback"));
    expect(read(text, undefined, withReport)).toBe(flag(report, "report"));
    expect(read(text, undefined, { ...withReport, ...withFeedback })).toBe(
      relative ? flag(report, "report") : flag(feedback, "feedback"),
    );
  });
});

describe("no date", () => {
  test.each([
    ["", "missing"],
    [" \u3000\n", "missing"],
    [null, "missing"],
    ["#N/A", "error"],
    ["#REF!", "error"],
    ["长期坚持", "openEnded"],
    ["长期", "openEnded"],
    ["持续推进", "openEnded"],
    ["持续整改", "openEnded"],
    ["常态化", "openEnded"],
    ["常态化推进，长期坚持", "openEnded"],
    ["长期坚持，每季度开展一次", "openEnded"],
    ["长期坚持，每年6月底前", "openEnded"],
    ["坚持长效", "openEnded"],
    ["自2025年6月起长期坚持", "openEnded"],
    ["2025年6月至竣工验收", "unreadable"],
    ["迟于2025年6月30日", "vague"],
    ["立行立改", "immediate"],
    [" 立行 立改。", "immediate"],
    ["立行立改（已完成）", "immediate"],
    ["立即整改", "immediate"],
    ["即知即改", "immediate"],
    ["边查边改", "immediate"],
    ["立行立改，长期坚持", "immediate open"],
    ["立行立改并长期坚持", "immediate open"],
    ["立行立改、持续推进", "immediate open"],
    ["2025年2月30日", "noSuchDate"],
    ["2025年2月29日", "noSuchDate"],
    ["2025年13月", "noSuchDate"],
    ["0-6月", "noSuchDate"],
    ["0个工作日内", "unreadable"],
    ["13月", "noSuchDate"],
    ["2025年0月", "noSuchDate"],
    ["2025年6月31日前", "noSuchDate"],
    ["6月31日", "noSuchDate"],
    ["2月29日", "noSuchDate"],
    ["2025.13", "noSuchDate"],
    ["2025-02-30", "noSuchDate"],
    ["20250230", "noSuchDate"],
    ["二〇二五年十三月", "noSuchDate"],
    ["2025年第五季度", "noSuchDate"],
    ["尽快", "vague"],
    ["尽快完成", "vague"],
    ["待定", "vague"],
    ["另行通知", "vague"],
    ["春节前", "vague"],
    ["2025年春节前", "vague"],
    ["2025年国庆节前完成", "unreadable"],
    ["按计划", "vague"],
    ["按计划推进", "vague"],
    ["按计划持续推进", "vague"],
    ["近期", "vague"],
    ["下一步", "vague"],
    ["争取早日", "vague"],
    ["力争到年度", "vague"],
    ["整改期限届满", "vague"],
    ["月底前", "vague"],
    ["本月底", "vague"],
    ["30日前", "vague"],
    ["2025年初", "vague"],
    ["2025年年中", "vague"],
    ["2025年6月初", "vague"],
    ["2025年6月中", "vague"],
    ["2025年6月起", "vague"],
    ["2025年6月后", "vague"],
    ["2025年6月以后", "vague"],
    ["2025年6月30日前后", "vague"],
    ["2025年6月底左右", "vague"],
    ["自2025年6月", "vague"],
    ["不早于2025年6月", "vague"],
    ["2025年6月党代会前", "vague"],
    ["待资金到位后2025年6月完成", "vague"],
    ["2025年6月底（待定）", "vague"],
    ["视资金情况2025年底前", "vague"],
    ["每年12月底前", "openEnded"],
    ["每月10日前", "openEnded"],
    ["2025年上半年前", "vague"],
    ["2025年6月5下文", "unreadable"],
    ["2025年全国两会", "unreadable"],
    ["10年内", "unreadable"],
    ["25年", "unreadable"],
    ["30/6/2025", "unreadable"],
    ["6/30/25", "unreadable"],
    ["1-2", "unreadable"],
    ["250630", "unreadable"],
    ["123456789", "unreadable"],
    ["已完成", "unreadable"],
    ["甲某", "unreadable"],
    ["/", "unreadable"],
    ["无", "unreadable"],
    ["2025年2月30日或2025年3月31日", "noSuchDate"],
    ["县发〔2025〕3号", "unreadable"],
    ["集中整改期内", "needsSettings"],
    ["集中整改期内（三个月）", "needsSettings"],
    ["__proto__", "unreadable"],
    ["constructor", "unreadable"],
    [true, "unreadable"],
  ] as const)("%p is %s", (value, expected) => expect(read(value)).toBe(expected));
});

describe("集中整改期", () => {
  const feedbackDate = day("2025-04-28");
  test.each([
    ["集中整改期内", { feedbackDate, concentratedMonths: 3 }, "2025-07-28"],
    ["集中整改期限内", { feedbackDate, concentratedMonths: 6 }, "2025-10-28"],
    ["集中整改期内（三个月）", { feedbackDate }, "2025-07-28"],
    ["集中整改期（6个月）内", { feedbackDate, concentratedMonths: 3 }, "2025-10-28"],
    ["集中整改期内，并长期坚持", { feedbackDate, concentratedMonths: 3 }, "2025-07-28 open"],
    ["集中整改期内", { feedbackDate }, "needsSettings"],
    ["集中整改期内", { concentratedMonths: 3 }, "needsSettings"],
    ["集中整改期内", { feedbackDate: day("2025-11-30"), concentratedMonths: 3 }, "2026-02-28"],
    ["集中整改期内（2025年6月30日前）", {}, "2025-06-30"],
    ["集中整改期内，分2批", { feedbackDate, concentratedMonths: 3 }, "unreadable"],
    ["集中整改期内（三个月），分两批", { feedbackDate }, "2025-07-28"],
    ["集中整改期内（3个月），分2批", { feedbackDate }, "unreadable"],
    ["自反馈之日起3个月内", { feedbackDate }, "2025-07-28"],
    ["反馈后三个月内", {}, "relative"],
    ["反馈之日起30日内", { feedbackDate }, "2025-05-28"],
  ])("%p with %p is %s", (text, context, expected) => expect(read(text, undefined, context)).toBe(expected));
});

describe("lengths of time, recurring work, on the spot", () => {
  test.each([
    ["一个月内", "relative"],
    ["三个月内完成", "relative"],
    ["15个工作日内", "relative"],
    ["3个月", "relative"],
    ["2个月内", "relative"],
    ["半年内", "relative"],
    ["1周", "relative"],
    ["限期7日", "relative"],
    ["限期一个月", "relative"],
    ["整改期限：三个月", "relative"],
    ["一个季度", "relative"],
    ["两个季度内", "relative"],
    ["1-2个月", "relative"],
    ["3至5个工作日", "relative"],
    ["三至五日内", "relative"],
    ["三五天", "relative"],
    ["72小时", "relative"],
    ["会后一周内", "relative"],
    ["会议结束后10日内", "relative"],
    ["待资金到位后30日内", "relative"],
    ["待上级批复后三个月内", "relative"],
    ["培训结束后5个工作日内", "relative"],
    ["今后三个月", "relative"],
    ["7天内整改到位", "relative"],
    ["每两个月", "openEnded"],
    ["每两周一次", "openEnded"],
    ["每3个月", "openEnded"],
    ["每隔一个月", "openEnded"],
    ["每学期一次", "openEnded"],
    ["一月一调度", "openEnded"],
    ["一季一次", "openEnded"],
    ["一周一报", "openEnded"],
    ["一年两次", "openEnded"],
    ["每年6月、12月", "openEnded"],
    ["每月5日、20日前", "openEnded"],
    ["每半年（6月、12月）", "openEnded"],
    ["每季度首月10日前", "openEnded"],
    ["长期坚持并不断完善", "openEnded"],
    ["长期坚持并", "openEnded"],
    ["持续整改，每季度末", "openEnded"],
    ["不间断", "openEnded"],
    ["长年坚持", "openEnded"],
    ["动态管理", "openEnded"],
    ["立改", "immediate"],
    ["即知即改", "immediate"],
    ["马上办", "immediate"],
    ["随查随改", "immediate"],
    ["接到通知后立即整改", "immediate"],
    ["收到通知后立即整改", "immediate"],
    ["一季度", "2025-03-31 quarter year:asOf"],
    ["限期整改", "unreadable"],
    ["30日", "unreadable"],
    ["每月调度，2025年12月底前完成", "2025-12-31 month"],
    ["3年内", "relative"],
    ["半年内", "relative"],
    ["半个月内", "relative"],
    ["两周内整改到位", "relative"],
    ["10个工作日内", "relative"],
    ["24小时内", "relative"],
    ["收到通知后15日内", "relative"],
    ["自交办之日起60日内办结", "relative"],
    ["通报印发后7日内", "relative"],
    ["近日内", "vague"],
    ["本周内", "vague"],
    ["一个月内（待定）", "vague"],
    ["一个月内，即2025年6月30日前", "2025-06-30"],
    ["2025年6月30日前（反馈后两个月内）", "2025-06-30"],
    ["每月", "openEnded"],
    ["每季度", "openEnded"],
    ["每季度末", "openEnded"],
    ["每月25日前报送", "openEnded"],
    ["每半年一次", "openEnded"],
    ["按月推进", "openEnded"],
    ["按季度调度", "openEnded"],
    ["定期开展", "openEnded"],
    ["不定期", "vague"],
    ["全年", "2025-12-31 year year:asOf"],
    ["2025年全年", "2025-12-31 year"],
    ["日常", "openEnded"],
    ["常年坚持", "openEnded"],
    ["当场整改", "immediate"],
    ["现场整改", "immediate"],
    ["已现场整改到位", "immediate"],
    ["现场整改完毕", "immediate"],
    ["当日整改", "immediate"],
    ["即刻整改", "immediate"],
    ["现场整改并长期坚持", "immediate open"],
    ["现场会后", "vague"],
    ["现场验收前", "vague"],
  ] as const)("%p is %s", (value, expected) => expect(read(value)).toBe(expected));
});

describe("numbers", () => {
  test.each([
    [45838, undefined, "2025-06-30"],
    [45838, "General", "2025-06-30"],
    [45838.75, undefined, "2025-06-30"],
    ["45838", undefined, "2025-06-30"],
    ["45838.0", undefined, "2025-06-30"],
    [45838, "yyyy/m/d", "2025-06-30"],
    [45838, 'yyyy"年"m"月"d"日"', "2025-06-30"],
    [45809, 'yyyy"年"m"月"', "2025-06-30 month"],
    [45809, "mmm-yy", "2025-06-30 month"],
    [45809, "yyyy-mm", "2025-06-30 month"],
    [45658, "yyyy", "2025-12-31 year"],
    [46024, 'm"月"d"日"', "2026-01-02"],
    [2025, undefined, "2025-12-31 year"],
    [202506, undefined, "2025-06-30 month"],
    [20250630, undefined, "2025-06-30"],
    [20250230, undefined, "noSuchDate"],
    [2025.6, undefined, "2025-06-30 month"],
    [2025.12, undefined, "2025-12-31 month"],
    [2025.1, undefined, "unreadable"],
    [2025.1, "0.00", "2025-10-31 month"],
    [12.31, undefined, "2025-12-31 year:asOf"],
    [6.3, undefined, "unreadable"],
    [6.3, "0.00", "2025-06-30 year:asOf"],
    [0, undefined, "unreadable"],
    [1, undefined, "unreadable"],
    [60, "yyyy/m/d", "unreadable"],
    [-45838, undefined, "unreadable"],
    [99999999, undefined, "unreadable"],
    [1e300, undefined, "unreadable"],
    [Number.NaN, undefined, "unreadable"],
    [3, "yyyy/m/d", "1900-01-03"],
    ["12345", undefined, "unreadable"],
    ["99999", undefined, "unreadable"],
    ["-45838", undefined, "unreadable"],
  ])("%p under %p is %s", (value, format, expected) => expect(read(value, format)).toBe(expected));

  test("count from 1904 where the workbook does", () => {
    expect(read(44376, undefined, { date1904: true })).toBe("2025-06-30");
    expect(read("44376", undefined, { date1904: true })).toBe("2025-06-30");
    expect(read(44376, "yyyy/m/d", { date1904: true })).toBe("2025-06-30");
  });
});

describe("properties", () => {
  const forms: readonly (readonly [string, (d: CivilDate) => string])[] = [
    ["年月日", chineseDate],
    ["ISO", isoDate],
    ["points", (d) => `${d.year}.${d.month}.${d.day}`],
    ["slashes", (d) => `${d.year}/${d.month}/${d.day}`],
    ["compact", (d) => isoDate(d).replaceAll("-", "")],
    ["日前", (d) => `争取${chineseDate(d)}前完成整改`],
    ["spaced", (d) => `${d.year} 年 ${d.month} 月 ${d.day} 日`],
    ["full width", (d) => chineseDate(d).replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ["Chinese numerals", (d) => `${spellDigits(d.year)}年${spellNumber(d.month)}月${spellNumber(d.day)}日`],
    ["timestamp", (d) => `${isoDate(d)} 00:00:00`],
  ];
  test.each(forms)("every fifth day of 1990 to 2099 written as %s is read back", (_, write) => {
    const reader = createDeadlineReader(plain);
    for (let n = 7305; n <= 47481; n += 5) {
      const date = fromDayNumber(n);
      const got = reader(write(date));
      if (got.type !== "date" || isoDate(got.date) !== isoDate(date)) throw new Error(`${write(date)}: ${show(got)}`);
      if (got.precision !== "day" || got.yearFrom !== null) throw new Error(`${write(date)}: ${show(got)}`);
    }
  });

  test.each([false, true])("text and serial agree on every day of 1904 to 2100 (1904 system: %p)", (date1904) => {
    const reader = createDeadlineReader({ ...plain, date1904 });
    for (let n = -24107; n <= 47846; n++) {
      const date = fromDayNumber(n);
      const serial = toSerial(date, date1904);
      const fromNumber = show(reader(serial, "yyyy/m/d"));
      const fromText = show(reader(chineseDate(date)));
      if (fromNumber !== isoDate(date) || fromText !== fromNumber) {
        throw new Error(`${isoDate(date)}: ${fromNumber}, ${fromText}`);
      }
    }
  });

  test("words around a date change nothing", () => {
    const before = [
      "",
      "争取",
      "力争",
      "力争于",
      "预计",
      "计划",
      "拟于",
      "于",
      "在",
      "截至",
      "截止",
      "至",
      "到",
      "原则上",
      "最迟",
      "确保",
      "时限：",
    ];
    const after = [
      "",
      "前",
      "之前",
      "以前",
      "前完成",
      "之前完成整改",
      "前落实到位",
      "前整改到位",
      "完成",
      "前全部完成",
      "。",
      "（含）前",
      "前销号",
    ];
    const dates = [
      ["2025年6月30日", "2025-06-30"],
      ["2025年6月底", "2025-06-30 month"],
      ["2025.6.30", "2025-06-30"],
      ["2025年年底", "2025-12-31 year"],
      ["2025年三季度末", "2025-09-30 quarter"],
      ["2025年6月上旬", "2025-06-10 tenDays"],
      ["9月30日", "2025-09-30 year:asOf"],
      ["年底", "2025-12-31 year year:asOf"],
    ] as const;
    const reader = createDeadlineReader(plain);
    for (const b of before) {
      for (const a of after) {
        for (const [written, expected] of dates) {
          const text = b + written + a;
          expect([text, show(reader(text))]).toEqual([text, expected]);
          expect([text, show(reader(`${text}，并长期坚持`))]).toEqual([text, withOpen(expected)]);
        }
      }
    }
  });

  test("caches change nothing, and a reader survives more texts than it keeps", () => {
    const reader = createDeadlineReader(plain);
    const texts = ["6月底前", "2025年6月30日", "尽快", "长期坚持", "45838"];
    const before = texts.map((text) => show(reader(text)));
    for (let i = 0; i < 45_000; i++) reader(`第${i}件`);
    expect(texts.map((text) => show(reader(text)))).toEqual(before);
    expect(texts.map((text) => read(text))).toEqual(before);
  });

  test("any text gives an answer, and a date that exists", () => {
    const piece = fc.constantFrom(
      "2025",
      "年",
      "6",
      "月",
      "30",
      "日",
      "底",
      "前",
      "-",
      "至",
      ".",
      "/",
      "第",
      "三",
      "季度",
      "半年",
      "上",
      "今年",
      "长期坚持",
      "，",
      " ",
      "\n",
      "13",
      "0",
      "99999999999999",
      "十",
      "二〇二五",
      "旬",
      "原",
      "延期至",
      "O",
      "个月",
      "集中整改期",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const context = { ...plain, feedbackDate: day("2025-04-28"), concentratedMonths: 3 };
        const text = pieces.join("");
        const got = createDeadlineReader(context)(text);
        if (got.type === "date") expect(parseIsoDate(isoDate(got.date))).toEqual(got.date);
        const done = createDateReader(context)(text);
        if (done !== null) expect(parseIsoDate(isoDate(done))).toEqual(done);
      }),
      { numRuns: 3000 },
    );
  });

  test("places of dates lie in order within any text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "2025年6月30日",
        "６月",
        "底前",
        " ",
        "\u200b",
        "①",
        "\u{1d7d3}月",
        "㋅",
        "\ud800",
        "豈",
        "至",
        "10.",
        "。",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join("");
        let from = 0;
        for (const found of findDates(text)) {
          expect(found.start).toBeGreaterThanOrEqual(from);
          expect(found.end).toBeGreaterThan(found.start);
          from = found.end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("hostile cells cost linear time", () => {
    const reader = createDeadlineReader(plain);
    const dates = createDateReader(plain);
    for (const unit of [
      "2",
      "年",
      "2025年",
      "十",
      " ",
      "2 ",
      "-",
      "1-",
      "6月",
      "集中整改期",
      "长期",
      "原",
      "每",
      "(",
      "\u0301",
      "2025.6.30\n",
    ]) {
      const text = unit.repeat(Math.floor(100_000 / unit.length));
      expect(["invalid", "missing"]).toContain(reader(text).type);
      expect(dates(text)).toBeNull();
      expect(findDates(text).length).toBeLessThan(100_000);
    }
  }, 20_000);
});

function withOpen(expected: string): string {
  return expected.includes("year:") ? expected.replace("year:", "open year:") : `${expected} open`;
}

function spellDigits(n: number): string {
  return Array.from(String(n), (c) => "〇一二三四五六七八九".charAt(Number(c))).join("");
}

function spellNumber(n: number): string {
  const digit = (k: number): string => "〇一二三四五六七八九".charAt(k);
  if (n < 10) return digit(n);
  const tens = Math.floor(n / 10);
  return (tens > 1 ? digit(tens) : "") + "十" + (n % 10 > 0 ? digit(n % 10) : "");
}

describe("completion dates", () => {
  const done = (value: CellValue, format?: string, context: Partial<DateContext> = {}): string | null => {
    const date = createDateReader({ ...plain, ...context })(value, format);
    return date === null ? null : isoDate(date);
  };
  test.each([
    ["2025年8月15日", "2025-08-15"],
    ["2025-09-12", "2025-09-12"],
    ["2025/9/20", "2025-09-20"],
    ["2025.9.20", "2025-09-20"],
    ["2025年8月", "2025-08-01"],
    ["2025.8", "2025-08-01"],
    ["2025年8月底", "2025-08-21"],
    ["2025年8月中旬", "2025-08-11"],
    ["2025年三季度", "2025-07-01"],
    ["2025年", "2025-01-01"],
    ["2025年3月至6月", "2025-06-01"],
    ["2025年6月1日、2025年8月5日", "2025-08-05"],
    ["2025年6月1日，8月5日", "2025-08-05"],
    ["已于2025年8月15日完成整改", "2025-08-15"],
    ["8月15日", "2025-08-15"],
    ["12月20日", "2024-12-20"],
    ["二〇二五年八月十五日", "2025-08-15"],
    ["45838", "2025-06-30"],
    ["", null],
    ["已完成", null],
    ["长期坚持", null],
    ["2025年2月30日", null],
    ["#N/A", null],
  ])("%p is %p", (text, expected) => expect(done(text)).toBe(expected));

  test("numbers and missing years", () => {
    expect(done(45884)).toBe("2025-08-15");
    expect(done(45870, 'yyyy"年"m"月"')).toBe("2025-08-01");
    expect(done(null)).toBeNull();
    expect(done(true)).toBeNull();
    expect(done("12月20日", undefined, { feedbackDate: day("2024-11-01") })).toBe("2024-12-20");
    expect(done("2月20日", undefined, { feedbackDate: day("2024-11-01") })).toBe("2025-02-20");
  });
});

describe("dates in running text", () => {
  test.each([
    ["计划于2026年3月召开会议研究。", ["2026年3月"]],
    ["已于２０２５年６月３０日前完成，８月通过验收", ["２０２５年６月３０日前", "８月"]],
    ["降低6.5个百分点，投入2025.6万元", []],
    ["在第3-4页，按3.2条执行", []],
    ["2025 年\u3000底前完成", ["2025 年\u3000底前"]],
    ["", []],
  ])("%p holds %p", (text, found) => {
    expect(findDates(text).map((d) => text.slice(d.start, d.end))).toEqual(found);
  });
});
