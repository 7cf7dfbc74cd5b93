/** What differs is marked, what is the same is not, and both texts come out whole. */
import fc from "fast-check";
import { changedWords, type ChangedPiece } from "../../../src/panes/month/changed-words";

const marked = (pieces: readonly ChangedPiece[]) =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");

test.each([
  ["6月底前", "9月底前", "[6]月底前", "[9]月底前"],
  ["2025-06-30", "2025-12-31", "2025-[06]-[30]", "2025-[12]-[31]"],
  ["正在整改", "已完成", "[正在整改]", "[已完成]"],
  ["已制定计划。", "已制定计划，正在落实。", "已制定计划。", "已制定计划[，正在落实]。"],
  ["", "新", "", "[新]"],
  ["同", "同", "同", "同"],
])("%s / %s", (before, after, a, b) => {
  const [one, other] = changedWords(before, after);
  expect([marked(one), marked(other)]).toEqual([a, b]);
});

test("both texts come out whole, and what is not marked is the same in both", () => {
  const text = fc.string({ unit: fc.constantFrom("整", "改", "1", "2", "a", "。"), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const sides = changedWords(before, after);
      const whole = (pieces: readonly ChangedPiece[]) => pieces.map((piece) => piece.text).join("");
      const same = (pieces: readonly ChangedPiece[]) =>
        pieces.flatMap((piece) => (piece.changed ? [] : [piece.text])).join("");
      expect(sides.map(whole)).toEqual([before, after]);
      expect(same(sides[0])).toBe(same(sides[1]));
    }),
  );
});
