/** How a sheet looks, as its file has it: sizes, frozen heads, weight, wraps and grounds of cells. */
import { Workbook } from "exceljs";
import { createNodeInflater } from "../../../../src/hosts/file/node-zlib";
import { paintOf } from "../../../../src/hosts/file/xlsx/colours";
import { readXlsx } from "../../../../src/hosts/file/xlsx/read-xlsx";

test("widths, heights, frozen heads and cells", async () => {
  const book = new Workbook();
  const sheet = book.addWorksheet("台账", { views: [{ state: "frozen", xSplit: 1, ySplit: 2 }] });
  sheet.getCell("A1").value = "标题";
  sheet.getCell("B2").value = "一段长文字";
  sheet.getCell("A1").font = { bold: true };
  sheet.getCell("B2").alignment = { wrapText: true };
  sheet.getCell("B2").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF92D050" } };
  sheet.getColumn(2).width = 30;
  sheet.getRow(2).height = 48;
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { grids } = await readXlsx(bytes, { inflater: createNodeInflater() });
  const look = grids[0]!.look!;
  expect(look.frozen).toEqual({ rows: 2, cols: 1 });
  expect(look.widths.get(1)).toBeCloseTo(30, 0);
  expect(look.heights.get(1)).toBe(48);
  expect(look.styleAt(0, 0)).toEqual({ bold: true, wrap: false, fill: null });
  expect(look.styleAt(1, 1)).toEqual({ bold: false, wrap: true, fill: "#92D050" });
});

test("an empty cell behind the last value keeps its ground as far as the sheet is wide", async () => {
  const book = new Workbook();
  const sheet = book.addWorksheet("台账");
  sheet.addRow(["问题", "状态"]);
  sheet.addRow(["甲"]);
  sheet.addRow(["乙", "已完成"]);
  for (const cell of ["B2", "C2"]) {
    sheet.getCell(cell).fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF92D050" } };
  }
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { grids } = await readXlsx(bytes, { inflater: createNodeInflater() });
  const fills = [0, 1, 2].map((row) => [0, 1, 2].map((col) => grids[0]!.fillAt!(row, col)));
  expect(grids[0]!.values[1]).toEqual(["甲"]);
  expect(fills).toEqual([
    [null, null, null],
    [null, "FF92D050", null],
    [null, null, null],
  ]);
});

test.each<[Record<string, string>, string | null]>([
  [{ rgb: "FF92D050" }, "#92D050"],
  [{ rgb: "FFFFFFFF" }, null],
  [{ theme: "4" }, "#4472C4"],
  [{ theme: "4", tint: "0.7999816888943144" }, "#DAE3F3"],
  [{ theme: "0", tint: "-0.1499984740745262" }, "#D9D9D9"],
  [{ indexed: "13" }, "#FFFF00"],
  [{ indexed: "64" }, null],
  [{}, null],
])("%j is painted %s", (colour, painted) => {
  const theme = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47".split(" ");
  expect(paintOf((name) => colour[name], theme)).toBe(painted);
});
