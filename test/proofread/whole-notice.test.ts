/**
 * Ledger → whole notice → proofreading against the same ledger, for every family of ledgers in every style; and every
 * count, percentage, status and problem of such a notice, changed, is found.
 */
import { proofreadAgainst } from "../../src/proofread";
import {
  itemsFamily,
  linesOf,
  measuresFamily,
  noticeOf,
  partialFamily,
  phasedFamily,
  rateFamily,
  type Family,
} from "../notice/document/families";
import { NOTICE_STYLES } from "../../src/notice/document/notice-styles";
import { textOfSpans } from "../../src/notice/document/types";
import type { StyleName } from "../../src/notice/style-names";

const FAMILIES: readonly (readonly [string, () => Family])[] = [
  ["rate", rateFamily],
  ["measures", measuresFamily],
  ["items", itemsFamily],
  ["partial", partialFamily],
  ["phased", phasedFamily],
];
const STYLES: readonly StyleName[] = Object.values(NOTICE_STYLES).map((style) => style.name);

function serious(lines: readonly string[], family: Family): string[] {
  return proofreadAgainst(lines, family.reading, family.tally)
    .findings.filter((finding) => finding.severity !== "info")
    .map((finding) => `${finding.line} ${finding.rule} ${finding.quote}`);
}

const CASES = FAMILIES.flatMap(([name, make]) => STYLES.map((style) => [name, style, make] as const));

test.each(CASES)("%s ledger in style %s: nothing to answer for", (_name, style, make) => {
  const family = { ...make(), style };
  expect(serious(linesOf(noticeOf(family)), family)).toEqual([]);
});

describe.each(FAMILIES)("%s ledger in its own style, changed", (_name, make) => {
  const family = make();
  const document = noticeOf(family);
  const lines = linesOf(document);

  /** A notice with one line rewritten. */
  const withLine = (index: number, text: string): string[] => lines.map((line, i) => (i === index ? text : line));

  it("finds every figure", () => {
    for (const { block, span } of document.figures) {
      const line = lines[block] ?? "";
      const at = offsetOf(block, span);
      const value = Number.parseInt(span.text, 10);
      const other = span.text.endsWith("%") ? `${value > 50 ? value - 7 : value + 7}%` : String(value + 1);
      const changed = `${line.slice(0, at)}${other}${line.slice(at + span.text.length)}`;
      if (serious(withLine(block, changed), family).length === 0)
        throw new Error(`${span.text} → ${other} unnoticed: ${changed}`);
    }
  });

  it("finds every item whose problem is another one", () => {
    for (const item of document.items) {
      const text = textOfSpans(item.problem);
      const changed = (lines[item.from] ?? "").replace(text, "公务用车管理松散，登记混乱");
      expect(changed).not.toBe(lines[item.from]);
      expect(serious(withLine(item.from, changed), family)).not.toEqual([]);
    }
  });

  function offsetOf(block: number, span: unknown): number {
    let at = 0;
    for (const own of document.blocks[block]?.spans ?? []) {
      if (own === span) return at;
      at += textOfSpans([own]).length;
    }
    throw new Error("a figure outside of its block");
  }
});
