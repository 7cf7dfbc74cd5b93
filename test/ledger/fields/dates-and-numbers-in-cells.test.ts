/** What cells with figures are read as: item numbers by their format, days from the first plausible year on, ranges of months. */
import { createDeadlineReader } from "../../../src/ledger/fields/deadline";
import { textOf } from "../../../src/ledger/items/cells";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import type { CellValue } from "../../../src/grid/grid";
import { gridOf } from "../../grid/grid-of";
import { isoDate } from "../../../src/zh/civil-date";

const TODAY = { year: 2025, month: 10, day: 10 };
const read = createDeadlineReader({
  date1904: false,
  asOf: TODAY,
  feedbackDate: null,
  reportDate: null,
  concentratedMonths: null,
});
const told = (value: CellValue, format?: string) => {
  const deadline = read(value, format);
  return deadline.type === "date" ? isoDate(deadline.date) : deadline.type;
};

test.each<[CellValue, string | undefined, string]>([
  [1990.12, undefined, "1990-12-31"],
  [1989.12, undefined, "invalid"],
  [2099.12, undefined, "2099-12-31"],
  [2100.12, undefined, "invalid"],
  [2025.6, undefined, "2025-06-30"],
  [2025.1, undefined, "invalid"],
  [2025.1, "0.00", "2025-10-31"],
  [12.31, undefined, "2025-12-31"],
  [13.31, undefined, "invalid"],
  [12.3, undefined, "invalid"],
  [12.4, undefined, "2025-12-04"],
  ["1 0月", undefined, "2025-10-31"],
  ["2 0 2 5年6月", undefined, "2025-06-30"],
  ["11月至2026年2月", undefined, "2026-02-28"],
  ["2025年11月至2026年2月", undefined, "2026-02-28"],
  ["2025年11月至2月", undefined, "2026-02-28"],
  ["2025年11月至次年2月", undefined, "2026-02-28"],
  ["2025年3月至5月", undefined, "2025-05-31"],
])("%p as %p is due %s", (value, format, day) => expect(told(value, format)).toBe(day));

const SHEET = (number: string, due: string) => `
  整改台账 | < | < | < | <
  序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
  ${number} | 记录缺失 | 办公室 | ${due} | 已完成
  2 | 附件缺失 | 财务科 | 45930 | 正在整改
  3 | 设备闲置 | 资产科 | 45960 | 正在整改`;

function first(number: CellValue, due: string, format?: string) {
  const grid = gridOf(SHEET("1", due), { formatAt: (row, col) => (row === 2 && col === 0 ? format : undefined) });
  const values = grid.values.map((row, at) => (at === 2 ? [number, ...row.slice(1)] : row));
  const [ledger] = readWorkbook([{ ...grid, values }], { today: TODAY, asOf: TODAY }).ledgers;
  const [item] = ledger?.items ?? [];
  if (!ledger || !item) throw new Error("nothing was read");
  return [item.number, textOf(ledger, item.rows[0] ?? item, "deadline")];
}

test.each([
  [1.1, "45838", undefined, ["1.1", "2025年6月30日"]],
  [45658, "45838", "m-d", ["1-1", "2025年6月30日"]],
  ["1.1", "45838", "0.00", ["1.1", "2025年6月30日"]],
  [1, "19999", undefined, ["1", "19999"]],
  [1, "20000", undefined, ["1", "1954年10月3日"]],
])("number %p and day %s as %p", (number, due, format, texts) => expect(first(number, due, format)).toEqual(texts));

test.each([
  [45838, "yyyy-mm-dd h:mm:ss", "2025年6月30日"],
  [45838, "yyyy/m/d h:mm", "2025年6月30日"],
  [45838, "yyyy-mm-dd", "2025-06-30"],
  // A time of day that somebody meant stays.
  [45838.5, "yyyy-mm-dd h:mm", "2025-06-30 12:00"],
])("a day %p as %p is shown as %s", (value, format, shown) => {
  const grid = gridOf(SHEET("1", "45838"), { formatAt: (row, col) => (row === 2 && col === 3 ? format : undefined) });
  const values = grid.values.map((row, at) => (at === 2 ? row.map((old, col) => (col === 3 ? value : old)) : row));
  const [ledger] = readWorkbook([{ ...grid, values }], { today: TODAY, asOf: TODAY }).ledgers;
  expect(ledger?.items[0] && textOf(ledger, ledger.items[0].rows[0] ?? ledger.items[0], "deadline")).toBe(shown);
});
