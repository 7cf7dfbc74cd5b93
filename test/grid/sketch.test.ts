/** Workbooks of one name: the same ledger a month later, and another bureau's on the same template. */
import type { CellValue, Grid } from "../../src/grid/grid";
import { overlap, sketchOf } from "../../src/grid/sketch";
import { gridOf } from "./grid-of";

const HEADER = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态", "整改情况"];
const NOTE = "填报说明：每月25日前报送，状态只填已完成、正在整改两种";

/** A ledger of one bureau; every problem is its own, the template and some phrases are everybody's. */
function ledger(bureau: string, month: number, items: number): Grid {
  const rows = Array.from({ length: items }, (_, i): CellValue[] => [
    i + 1,
    `${bureau}第${i + 1}个问题，制度落实不到位、督促检查流于形式`,
    i % 5 === 0 ? "建立长效机制，定期开展监督检查和通报" : `${bureau}修订第${i + 1}项制度并组织培训`,
    `${bureau}办公室`,
    "2025年12月31日前完成",
    i < month ? "已完成" : "正在整改",
    `${month}月：${bureau}第${i + 1}项正在推进，已经召开会议研究`,
  ]);
  return { ...gridOf(HEADER.join(" | ")), values: [["整改台账"], HEADER, ...rows, [NOTE]] };
}

const sketch = (...grids: Grid[]) => sketchOf(grids);

test("the same workbook has the same sketch, whatever the order of its rows", () => {
  const one = ledger("甲局", 6, 30);
  const sorted = { ...one, values: [...one.values].reverse() };
  expect(sketch(sorted)).toEqual(sketch(one));
  expect(overlap(sketch(one), sketch(one))).toBe(1);
});

test("a month later, with items added, it is still known", () => {
  expect(overlap(sketch(ledger("甲局", 6, 30)), sketch(ledger("甲局", 7, 34)))).toBeGreaterThan(0.4);
});

test("another bureau's on the same template is another", () => {
  expect(overlap(sketch(ledger("甲局", 6, 30)), sketch(ledger("乙局", 6, 30)))).toBeLessThan(0.1);
});

test("blank templates are all one; a blank one and a filled one are two", () => {
  const blank = { ...ledger("甲局", 6, 0), values: [HEADER] };
  expect(overlap(sketch(blank), sketch({ ...blank, values: [] }))).toBe(1);
  expect(overlap(sketch(blank), sketch(ledger("甲局", 6, 30)))).toBe(0);
});

test("holds a bounded number of hashes and none of the words", () => {
  const large = sketch(ledger("甲局", 6, 5000));
  expect(large).toHaveLength(64);
  expect(large.join("")).toMatch(/^[0-9a-z]+$/);
});
