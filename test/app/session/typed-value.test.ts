/** What is typed over a cell, as the cell's format has it. */
import { cellContent, typedValue } from "../../../src/app/session/typed-value";
import type { CellValue } from "../../../src/grid";

it.each<[typed: string, cell: CellValue, format: string | undefined, value: CellValue]>([
  ["100%", 0.85, "0%", 1],
  ["100％", 0.85, "0%", 1],
  ["90", 0.85, "0%", 0.9],
  ["33.3%", null, "0.0%", 0.333],
  ["0.5", 0.85, "0%", 0.5],
  ["0.5%", 0.85, "0.0%", 0.005],
  ["7%", null, "0%", 0.07],
  ["85%", 0.854, "0%", 0.854],
  ["已完成", 0.85, "0%", "已完成"],
  // A text stands under the format: what is typed over it stays text.
  ["100%", "正在整改", "0%", "100%"],
  ["100%", 0.85, "0.00", "100%"],
  ["12", 11, undefined, 12],
  ["12", "11 项", undefined, "12"],
  ["2025年9月30日", null, "yyyy-mm-dd", 45930],
  [" ", 0.5, "0%", null],
])("%s over %j shown as %s is %j", (typed, cell, format, value) =>
  expect(typedValue(typed, cellContent(cell, format, false))).toBe(value),
);

it("a share is typed as it is shown", () => expect(cellContent(0.85, "0%", false).text).toBe("85%"));
