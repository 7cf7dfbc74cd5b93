/** One cell, and all that it makes a column out to hold; figures and lengths stand on both sides of every limit. */
import type { CellValue } from "../../../src/grid/grid";
import { profileColumn } from "../../../src/ledger/columns/column-profile";
import { isHeaderWord } from "../../../src/ledger/columns/header-words";
import { sheetOf } from "../../grid/grid-of";

function held(...cells: readonly CellValue[]): string {
  const {
    datedAt: _dated,
    doneAt,
    ...counts
  } = profileColumn(
    sheetOf(
      "台账",
      cells.map((cell) => [cell]),
    ),
    cells.map((_, row) => row),
    0,
  );
  const told = Object.entries(counts)
    .filter(([name, count]) => count !== 0 && !["filled", "rows", "distinct"].includes(name))
    .map(([name, count]) => `${name} ${count}`);
  return [...told, ...doneAt.map((done) => (done === null ? "" : done ? "done" : "open"))].join(" ").trim();
}

const CELLS: readonly CellValue[] = [
  ...[0, 0.5, 1, 1.5, 2, 100, 101, 1990, 1991.5, 2099.12, 2100, 19_999, 20_000, 45_838, 60_000],
  ...[199_000, 199_001, 199_012, 199_013, 209_900, 209_912, 209_913, 202_500, 202_506, 202_513],
  ...[19_900_100, 19_900_101, 20_250_630, 20_991_231, 20_991_232, -1],
  ...[
    "已完成",
    "未完成",
    "√",
    "×",
    "/",
    "已销号",
    "立行立改",
    "100%",
    "50%",
    "A",
    "无",
    "不适用",
    "待定中",
    "六个字的话呀",
  ],
  ...[
    "七个字的话呀呀",
    "2025年6月30日",
    "2025年6月",
    "2025年6月底前",
    "长期坚持",
    "第一季度",
    "3",
    "（三）",
    "①",
    "1-2",
  ],
  ...[
    "办公室",
    "财务局",
    "甲某",
    "张三",
    "诫勉谈话",
    "问题",
    "信访件",
    "一二三四五六七八九十一二三四",
    "一二三四五六七八九十一二三四五",
  ],
  ...[
    "已完成整改，修订制度并印发各科室执行到位了呀",
    "已完成整改，修订制度并印发各科室执行，组织学习两次，抽查笔记",
    "正在推进整改，修订制度并印发各科室执行，组织学习两次，抽查笔记",
    "TRUE",
    true,
    "",
    "#REF!",
  ],
];

test("every cell for itself", () => {
  expect(`\n${CELLS.map((cell) => `${String(cell)}: ${held(cell)}`).join("\n")}\n`).toMatchSnapshot();
});

test.each([
  [[1, 2, 3, 4], "numbers 4 ordinals 4 ticks 1 shares 1 points 4 steps 4"],
  [[1, 2, 4, 5], "numbers 4 ordinals 4 ticks 1 shares 1 points 4 steps 3"],
  [[1, 2, 1, 2], "numbers 4 ordinals 4 ticks 2 shares 2 points 4 steps 4"],
])("%j", (cells, counts) => {
  expect(
    held(...cells)
      .replace(/ (?:done|open)\b/gu, "")
      .replace(/ +/gu, " ")
      .trim(),
  ).toBe(counts);
});

test.each([
  ["序号", true],
  ["序\n号", true],
  ["责任单位", true],
  ["（责任单位）", false],
  ["Status", true],
  ["status", true],
  ["记录缺失", false],
  ["一", false],
  ["办公室", false],
])("%j as a header word: %p", (text, is) => expect(isHeaderWord(text)).toBe(is));
