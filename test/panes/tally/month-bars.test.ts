/** An axis for whole numbers, and bars that add up. */
import fc from "fast-check";
import { BREAK, monthBars, ticks } from "../../../src/panes/tally/month-bars";

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [5, [0, 1, 2, 3, 4, 5]],
  [6, [0, 2, 4, 6]],
  [11, [0, 5, 10, 15]],
  [50, [0, 10, 20, 30, 40, 50]],
  [51, [0, 20, 40, 60]],
  [240, [0, 50, 100, 150, 200, 250]],
  [1001, [0, 500, 1000, 1500]],
])("the axis of %p", (most, expected) => expect(ticks(most)).toEqual(expected));

test("any axis reaches its bars in at most five even steps", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (most) => {
      const axis = ticks(most);
      expect(axis.length).toBeLessThanOrEqual(6);
      expect(axis.at(-1)).toBeGreaterThanOrEqual(most);
      expect(axis.at(-2)).toBeLessThan(most);
    }),
  );
});

const count = (value: number) => ({
  value,
  rows: Array.from({ length: value }, (_, row) => ({ sheet: "台账", row })),
});
const month = (name: string | null, total: number, done: number, overdue: number) => ({
  month: name,
  kind: "problem" as const,
  total: count(total),
  done: count(done),
  overdue: count(overdue),
});

test("kinds of one month share a bar, and what has no month stands last", () => {
  const bars = monthBars(
    [month(null, 2, 0, 0), month("2025-12", 3, 1, 1), month("2025-10", 1, 1, 0), month("2025-12", 2, 0, 2)] as never,
    "无明确日期",
  );
  expect(bars.map(({ label, done, open, overdue, total }) => [label, done, open, overdue, total])).toEqual([
    ["2025-10", 1, 0, 0, 1],
    ["2025-11", 0, 0, 0, 0],
    ["2025-12", 1, 1, 3, 5],
    ["无明确日期", 0, 2, 0, 2],
  ]);
  expect(bars.map(({ rows }) => rows.length)).toEqual([1, 0, 5, 2]);
});

test("time has its places on the axis: a few months without items each its own, years of them one", () => {
  const labels = (...months: string[]) =>
    monthBars(months.map((each) => month(each, 1, 1, 0)) as never, "-").map(({ label }) => label);
  expect(labels("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(labels("2024-12", "2025-12")).toHaveLength(13);
  expect(labels("2019-06", "2025-10", "2025-11")).toEqual(["2019-06", BREAK, "2025-10", "2025-11"]);
});
