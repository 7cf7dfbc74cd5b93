import fc from "fast-check";
import { readWorkbook, type Reading } from "../../../src/ledger";
import { drawSample, sampleBook, sampleJson, type DrawnSample, type SampleOptions } from "../../../src/month";
import { gridOf } from "../../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 28 };
type Row = readonly [number: string, problem: string, unit: string, status: string];

function read(rows: readonly Row[]): Reading {
  const head = ["序号", "反馈问题", "责任单位", "整改状态"];
  return readWorkbook([gridOf([["整改台账", "<", "<", "<"], head, ...rows])], { today: AS_OF, asOf: AS_OF });
}

const draw = (rows: readonly Row[], count: number, more: Partial<SampleOptions> = {}): DrawnSample =>
  drawSample(read(rows), { count, seed: "甲", of: "done", definition: "done", ...more });
const said = ({ items }: DrawnSample): string[] => items.map(({ number, problem }) => `${number} ${problem}`).sort();
/** So many done items of each unit. */
const rowsOf = (...units: readonly (readonly [string, number])[]): Row[] =>
  units
    .flatMap(([unit, count]) => Array.from({ length: count }, () => unit))
    .map((unit, index) => [String(index + 1), `${unit}的某问题第${index + 1}个`, unit, "已完成"]);

const anyRows = fc
  .array(fc.tuple(fc.constantFrom("甲科", "乙科", "丙科", "丁科"), fc.constantFrom("已完成", "正在整改")), {
    minLength: 1,
    maxLength: 25,
  })
  .map((rows) =>
    rows.map(([unit, status], index): Row => [String(index + 1), `某方面第${index + 1}个问题`, unit, status]),
  );

it("gives each unit its share, rounded down, and the rest by largest remainder", () => {
  const { strata } = draw(rowsOf(["甲科", 10], ["乙科", 6], ["丙科", 4]), 7);
  // 3.5, 2.1, 1.4: 3, 2, 1, and one more for the largest remainder.
  expect(strata.map(({ unit, population, drawn }) => [unit, population, drawn])).toEqual([
    ["甲科", 10, 4],
    ["乙科", 6, 2],
    ["丙科", 4, 1],
  ]);
});

it("gives every unit one where there are enough for all, from the fullest", () => {
  const units = rowsOf(["甲科", 97], ["乙科", 1], ["丙科", 1], ["丁科", 1]);
  expect(draw(units, 4).strata.map(({ drawn }) => drawn)).toEqual([1, 1, 1, 1]);
  expect(draw(units, 3).strata.map(({ drawn }) => drawn)).toEqual([3, 0, 0, 0]);
  expect(draw(units, 10).strata.map(({ drawn }) => drawn)).toEqual([7, 1, 1, 1]);
});

it("draws all where more is asked for than there is", () => {
  const all = draw(rowsOf(["甲科", 3]), 9);
  expect(all.items).toHaveLength(3);
  expect(sampleJson(all, "台账.xlsx")).toMatchObject({ count: 9, population: 3, of: "done", seed: "甲" });
});

it("takes what is done, or everything when asked", () => {
  const rows: Row[] = [
    ["1", "某问题", "甲科", "已完成"],
    ["2", "某事", "甲科", "正在整改"],
    ["3", "某项", "", "基本完成"],
  ];
  expect(said(draw(rows, 9))).toEqual(["1 某问题"]);
  expect(draw(rows, 9, { of: "all" }).items).toHaveLength(3);
  expect(draw(rows, 9, { definition: "basic" }).strata.map(({ unit }) => unit)).toEqual(["甲科", null]);
});

it("draws the same whatever the order of rows, and so many as asked", () => {
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 1, max: 30 }), fc.string(), fc.boolean(), (rows, count, seed, all) => {
      const of = all ? "all" : "done";
      const one = draw(rows, count, { seed, of });
      const other = draw([...rows].reverse(), count, { seed, of });
      expect(said(other)).toEqual(said(one));
      expect(one.items).toHaveLength(Math.min(count, one.population));
      expect(one.strata.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(one.items.length);
      if (count >= one.strata.length) expect(one.strata.every(({ drawn }) => drawn > 0)).toBe(true);
      for (const { population, drawn } of one.strata) expect(drawn).toBeLessThanOrEqual(population);
    }),
    { numRuns: 80 },
  );
});

it("draws every item about as often as any other", () => {
  const rows = rowsOf(["甲科", 20]);
  const reading = read(rows);
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed += 1)
    for (const { number } of drawSample(reading, { count: 5, seed: String(seed), of: "done", definition: "done" })
      .items)
      times.set(number, (times.get(number) ?? 0) + 1);
  // 500 of 2,000 each; six standard deviations of a fair draw are 116.
  expect([...times.values()].every((count) => Math.abs(count - 500) < 116)).toBe(true);
  expect(times.size).toBe(20);
});

it("leaves room for what the visit finds", () => {
  const [sheet] = sampleBook(draw(rowsOf(["甲科", 3]), 2), "抽查表").sheets;
  const heads = sheet?.rows[2]?.map((cell) => cell?.value);
  expect(heads?.slice(-4)).toEqual(["抽查方式", "抽查结果", "抽查人", "日期"]);
  expect(sheet?.rows).toHaveLength(5);
  expect(sheet?.lists).toHaveLength(2);
});
