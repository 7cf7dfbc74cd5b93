/** Rows one after another with the same units: each of several counts every row, as one alone does. */
import { countGrids, problemSheet } from "../proofread/ledger-side";

test.each([
  [["办公室", "办公室", "财务科"], "办公室:2 财务科:1"],
  [["办公室、财务科", "办公室、财务科", "办公室、财务科"], "办公室:3 财务科:3"],
  [["办公室、财务科", "办公室、财务科", "办公室"], "办公室:3 财务科:2"],
  [["办公室", "办公室、财务科", "办公室、财务科", "办公室"], "办公室:4 财务科:2"],
])("%j", (units, counts) => {
  const { tally } = countGrids([
    problemSheet(units.map((unit, index) => ({ problem: `第${index + 1}项记录缺失`, status: "已完成", unit }))),
  ]);
  expect(tally.byUnit.map(({ name, total }) => `${name}:${total.value}`).sort()).toEqual(counts.split(" ").sort());
});
