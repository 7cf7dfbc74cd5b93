/**
 * Pairs written from the kinds of faults alone: the right text is silent, one change makes it wrong and is found.
 * Where a pair is about style, an info counts; else a warning or an error.
 */
import { proofread } from "../../src/proofread";
import { BROADCAST_HARMLESS, BROADCAST_PAIRS } from "./pairs/broadcasts";
import { BUREAU_HARMLESS, BUREAU_PAIRS } from "./pairs/bureaus";
import { COUNTY_PAIRS, COUNTY_STYLE } from "./pairs/counties";
import { DATE_PAIRS } from "./pairs/dates";
import { DISTRICT_HARMLESS, DISTRICT_PAIRS } from "./pairs/districts";
import { FIGURE_PAIRS } from "./pairs/figures";
import { HARMLESS, REPORTED } from "./pairs/harmless";
import { MARK_PAIRS, NUMBERING_PAIRS, STYLE_PAIRS } from "./pairs/marks";
import { NOTICE_PAIRS, TRADITIONAL_PAIRS } from "./pairs/notice";
import { COUNTED_LISTS, DAYS_AND_UNITS, FORMS_AGAIN } from "./pairs/notice-again";
import { OFFICE_PAIRS } from "./pairs/offices";
import { PENDING_PAIRS } from "./pairs/pending";
import { MANY_NUMBERS, REPORT_BULLETINS } from "./pairs/report-bulletins";
import { REPORT_FIGURES } from "./pairs/report-figures";
import { REPORT_WHOLES } from "./pairs/report-wholes";
import { UNTOLD } from "./pairs/untold";
import { HARMLESS_BULLETINS } from "./pairs/harmless-bulletins";
import { HARMLESS_EXCERPTS } from "./pairs/harmless-excerpts";
import { HARMLESS_PROVINCES } from "./pairs/harmless-provinces";
import { HARMLESS_VOICES } from "./pairs/harmless-voices";
import { PREFECTURE_HARMLESS, PREFECTURE_PAIRS, PREFECTURE_STYLE } from "./pairs/prefectures";
import { PROVINCE_PAIRS } from "./pairs/provinces";
import { MORE_PROVINCE_PAIRS } from "./pairs/provinces-again";
import { SECTOR_PAIRS, SECTOR_STYLE } from "./pairs/sectors";
import { VILLAGE_HARMLESS, VILLAGE_PAIRS } from "./pairs/villages";
import { BLIND_PAIRS, BLIND_STYLE } from "./pairs/voices";
import { SHARES_AND_LINES, SHARES_HARMLESS } from "./pairs/shares-and-lines";
import { TOLD_AGAIN_HARMLESS, TOLD_AGAIN_PAIRS } from "./pairs/told-again";
import { NO_SLIPS, SLIP_PAIRS } from "./pairs/slips";
import { TOWNSHIP_PAIRS } from "./pairs/townships";
import { TRADE_PAIRS, TRADE_STYLE } from "./pairs/trades";
import { WHOLE_PAIRS } from "./pairs/wholes";

/** Rules that ask something of a whole notice. */
const WHOLE_NOTICE: ReadonlySet<string> = new Set([
  "title-missing",
  "sign-off-missing",
  "summary-missing",
  "date-without-year",
  "count-unsupported",
  "item-status-missing",
]);

function rulesOf(text: string, style: boolean): readonly string[] {
  return proofread(text.split("\n"), {})
    .findings.filter((finding) => !WHOLE_NOTICE.has(finding.rule) && (style || finding.severity !== "info"))
    .map((finding) => finding.rule);
}

describe.each([
  ["dates", DATE_PAIRS, false],
  ["done and pending", PENDING_PAIRS, false],
  ["marks", MARK_PAIRS, false],
  ["numbering", NUMBERING_PAIRS, false],
  ["style", STYLE_PAIRS, true],
  ["group and unit", NOTICE_PAIRS, false],
  ["days and units again", DAYS_AND_UNITS, false],
  ["forms again", FORMS_AGAIN, true],
  ["traditional characters", TRADITIONAL_PAIRS, false],
] as const)("%s", (_name, pairs, style) => {
  test.each(pairs)("%s ≠ %s", (right, wrong) => {
    expect(rulesOf(right, style)).toEqual([]);
    expect(rulesOf(wrong, style)).not.toEqual([]);
  });
});

/** `{right|wrong}`: one of the two, over lines where \n stands. */
function side(row: string, take: "$1" | "$2"): string {
  return row.replace(/\{([^{}|]*)\|([^{}|]*)\}/gu, take);
}

describe.each(
  [
    FIGURE_PAIRS,
    WHOLE_PAIRS,
    OFFICE_PAIRS,
    REPORT_WHOLES,
    REPORT_FIGURES,
    REPORT_BULLETINS,
    BLIND_PAIRS,
    PROVINCE_PAIRS,
    TOWNSHIP_PAIRS,
    MORE_PROVINCE_PAIRS,
    BROADCAST_PAIRS,
    BUREAU_PAIRS,
    DISTRICT_PAIRS,
    VILLAGE_PAIRS,
    COUNTY_PAIRS,
    PREFECTURE_PAIRS,
    TOLD_AGAIN_PAIRS,
    SHARES_AND_LINES,
    { "lists in so many members": COUNTED_LISTS },
    SLIP_PAIRS,
    SECTOR_PAIRS,
    TRADE_PAIRS,
  ].flatMap((table) => Object.entries(table)),
)("%s", (_name, rows) => {
  test.each(rows)("%s", (row) => {
    expect(rulesOf(side(row, "$1"), false)).toEqual([]);
    expect(rulesOf(side(row, "$2"), false)).not.toEqual([]);
  });
});

test.each([...BLIND_STYLE, ...COUNTY_STYLE, ...PREFECTURE_STYLE, ...SECTOR_STYLE, ...TRADE_STYLE])(
  "style: %s",
  (row) => {
    expect(rulesOf(side(row, "$1"), false)).toEqual([]);
    expect(rulesOf(side(row, "$2"), true)).not.toEqual(rulesOf(side(row, "$1"), true));
  },
);

test.each([
  ...HARMLESS,
  ...REPORTED,
  ...HARMLESS_VOICES,
  ...HARMLESS_BULLETINS,
  ...HARMLESS_PROVINCES,
  ...HARMLESS_EXCERPTS,
  ...BROADCAST_HARMLESS,
  ...BUREAU_HARMLESS,
  ...DISTRICT_HARMLESS,
  ...VILLAGE_HARMLESS,
  ...PREFECTURE_HARMLESS,
  ...TOLD_AGAIN_HARMLESS,
  ...SHARES_HARMLESS,
  ...NO_SLIPS,
])("harmless: %s", (text) => {
  expect(rulesOf(text, false)).toEqual([]);
});

test.each(UNTOLD)("%s: %s", (_why, row) => {
  expect(rulesOf(side(row, "$1"), false)).toEqual([]);
  expect(rulesOf(side(row, "$2"), false)).toEqual([]);
});

test("the tables hold 150 pairs of marks and days, and 300 of figures", () => {
  const tables = [DATE_PAIRS, PENDING_PAIRS, MARK_PAIRS, NUMBERING_PAIRS, STYLE_PAIRS, NOTICE_PAIRS, TRADITIONAL_PAIRS];
  expect(tables.reduce((sum, pairs) => sum + pairs.length, 0)).toBeGreaterThanOrEqual(150);
  expect(Object.values({ ...FIGURE_PAIRS, ...WHOLE_PAIRS }).flat().length).toBeGreaterThanOrEqual(300);
});

test.each(MANY_NUMBERS)("%s is silent", (text) => {
  expect(rulesOf(text, false)).toEqual([]);
});
