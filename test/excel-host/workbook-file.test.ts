/** A ledger's way through Excel: opened from a file, marked and mended by the pane, saved, and read again as a file. */
import {
  cleanXlsx,
  createFflateInflater,
  LIMITS,
  openPackage,
  PackageEditor,
  loadState,
  readXlsx,
} from "../../src/hosts/file/xlsx";
import { openExcelHost } from "../hosts/excel/open-excel-host";
import { openWorkbookFile } from "./workbook-file";
import ExcelJS from "exceljs";

async function ledgerFile(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("问题整改台账");
  sheet.addRows([
    ["某县某局整改台账"],
    ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"],
    [1, "某制度未落实", "办公室 ", 45_992, "已完成"],
    [2, "某台账不全", null, "2025年6月底前", "正在整改"],
  ]);
  sheet.mergeCells("A1:E1");
  sheet.getCell("D3").numFmt = "yyyy/m/d";
  sheet.getRow(4).hidden = true;
  book.addWorksheet("旧表", { state: "hidden" }).addRow(["x"]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("files in the emulated Excel", () => {
  it("read the same through Excel as from the file", async () => {
    const bytes = await ledgerFile();
    const { workbook } = await openWorkbookFile(bytes);
    const { host, close } = await openExcelHost({ workbook });
    const throughExcel = await host.read.grids();
    const { grids } = await readXlsx(bytes, { inflater: createFflateInflater() });
    expect(throughExcel.map((grid) => grid.sheet)).toEqual(grids.map((grid) => grid.sheet));
    grids.forEach((grid, index) => {
      const other = throughExcel[index]!;
      grid.values.forEach((row, r) =>
        row.forEach((value, c) => expect([r, c, other.values[r]?.[c] ?? null]).toEqual([r, c, value])),
      );
      expect([other.merges, [...other.hiddenRows], other.visibility]).toEqual([
        grid.merges,
        [...grid.hiddenRows],
        grid.visibility,
      ]);
    });
    expect(throughExcel[0]!.formatAt?.(2, 3)).toBe("yyyy/m/d");
    close();
  });

  it("keep what the pane did when they are saved, and lose it when they are cleaned", async () => {
    const { workbook, save } = await openWorkbookFile(await ledgerFile());
    const { host, close } = await openExcelHost({ workbook });
    await host.write!.apply([{ sheet: "问题整改台账", row: 2, col: 2, expected: "办公室 ", value: "办公室" }]);
    await host.marks!.set([{ sheet: "问题整改台账", row: 3, col: 2, severity: "error" }]);
    await host.sheets!.add({
      name: "核验报告",
      columns: [{ width: 9 }],
      rows: [[{ value: "C4", link: { sheet: "问题整改台账", row: 3, col: 2 } }]],
    });
    await host.state!.save("settings", '{"version":1,"data":{"巡察组":"<某组>"}}');
    close();
    const saved = save();
    const inflater = createFflateInflater();
    const again = await readXlsx(saved, { inflater });
    expect(again.sheetInfos.map(({ name, ours }) => [name, ours])).toEqual([
      ["问题整改台账", false],
      ["旧表", false],
      ["核验报告", true],
    ]);
    expect(again.grids[0]!.values[2]?.[2]).toBe("办公室");
    expect(loadState(new PackageEditor(openPackage(saved, inflater, LIMITS)), "settings")).toBe(
      '{"version":1,"data":{"巡察组":"<某组>"}}',
    );
    const { removed } = cleanXlsx(openPackage(saved, inflater, LIMITS));
    expect(removed.length).toBeGreaterThanOrEqual(3);
  });
});
