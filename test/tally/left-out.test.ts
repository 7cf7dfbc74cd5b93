/** What stands under no name of a grouping: with it the groups add up to the whole, whatever units the rows name. */
import fc from "fast-check";
import { readWorkbook } from "../../src/ledger";
import { leftOut, ratedOf, tally } from "../../src/tally";

const AS_OF = { year: 2025, month: 9, day: 30 };

function talliedOf(units: readonly (string | null)[], denominator: "all" | "due", unknown: readonly string[] = []) {
  const grid = {
    sheet: "整改台账",
    values: [
      ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"],
      ...units.map((unit, index) => [
        index + 1,
        `第${index + 1}项问题某事未办`,
        "整改",
        unit,
        index % 3 === 0 ? "2026年6月底前" : "2025年6月底前",
        unknown.includes(unit ?? "") ? "B" : index % 2 === 0 ? "已完成" : "正在整改",
      ]),
    ],
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenCols: new Set<number>(),
    visibility: "visible" as const,
    date1904: false,
  };
  const reading = readWorkbook([grid], { today: AS_OF, asOf: AS_OF });
  return tally(reading, { definition: { done: "done", denominator }, dueSoonDays: 7 });
}
test("groups of single units and what is left add up, in totals and in rates", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("财务股", "办公室", "基建股", null), { minLength: 2, maxLength: 12 }),
      fc.constantFrom("all" as const, "due" as const),
      (units, denominator) => {
        const counted = talliedOf(units, denominator);
        const [kind] = counted.kinds;
        if (kind === undefined) return;
        const rest = leftOut(kind, counted.byUnit, "无责任单位");
        const parts = [...counted.byUnit, ...(rest ? [rest] : [])];
        const sum = (pick: (part: (typeof parts)[number]) => number) =>
          parts.reduce((all, part) => all + pick(part), 0);
        expect(sum((part) => part.total.value)).toBe(kind.total.value);
        expect(sum((part) => part.done.value)).toBe(kind.done.value);
        expect(sum((part) => part.overdue.value)).toBe(kind.overdue.value);
        expect(sum((part) => part.rate?.numerator ?? 0)).toBe(kind.rate?.numerator ?? 0);
        expect(sum((part) => part.rate?.denominator ?? 0)).toBe(kind.rate?.denominator ?? 0);
      },
    ),
    { numRuns: 60 },
  );
});

test("a group of which no status is known has no rate, and what is left has its own", () => {
  const counted = talliedOf(["财务股", "办公室", "财务股", null], "all", ["财务股"]);
  const [kind] = counted.kinds;
  const rates = counted.byUnit.map((group) => [group.name, ratedOf(group)?.denominator ?? null]);
  expect(rates).toEqual([
    ["财务股", null],
    ["办公室", 1],
  ]);
  const rest = kind ? leftOut(kind, counted.byUnit, "无责任单位") : null;
  expect(rest && ratedOf(rest)?.denominator).toBe(1);
  const [group] = talliedOf(["财务股", "财务股", null], "all", ["财务股"]).byUnit;
  expect(group && ratedOf(group)).toBeNull();
  const unknown = talliedOf(["财务股", "财务股", null], "all", [""]);
  const [all] = unknown.kinds;
  const none = all ? leftOut(all, unknown.byUnit, "无责任单位") : null;
  expect(none?.total.value).toBe(1);
  expect(none && ratedOf(none)).toBeNull();
});
