/**
 * Pairs written from the kinds of faults alone: the right text is silent, one change makes it wrong and is found.
 * Where a pair is about style, an info counts; else a warning or an error.
 */
import { proofread } from "../../src/proofread";
import { DATE_PAIRS } from "./pairs/dates";
import { MARK_PAIRS, NUMBERING_PAIRS, STYLE_PAIRS } from "./pairs/marks";
import { NOTICE_PAIRS, TRADITIONAL_PAIRS } from "./pairs/notice";
import { PENDING_PAIRS } from "./pairs/pending";

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
  ["traditional characters", TRADITIONAL_PAIRS, false],
] as const)("%s", (_name, pairs, style) => {
  test.each(pairs)("%s ≠ %s", (right, wrong) => {
    expect(rulesOf(right, style)).toEqual([]);
    expect(rulesOf(wrong, style)).not.toEqual([]);
  });
});

test("the tables hold 150 pairs and more", () => {
  const tables = [DATE_PAIRS, PENDING_PAIRS, MARK_PAIRS, NUMBERING_PAIRS, STYLE_PAIRS, NOTICE_PAIRS, TRADITIONAL_PAIRS];
  expect(tables.reduce((sum, pairs) => sum + pairs.length, 0)).toBeGreaterThanOrEqual(150);
});
