/** Selecting several areas at once, where Excel can. */
import { createSelectFacet } from "../../../src/hosts/excel/select-facet";
import { createSheetMemory } from "../../../src/hosts/excel/sheet-memory";
import { readActiveCell } from "../../../src/hosts/excel/active-cell";
import { openExcelHost } from "./open-excel-host";

const AREAS = [2, 4].map((row) => ({ top: row, left: 0, bottom: row, right: 0 }));

describe("selecting several areas", () => {
  it("shows the first block before ExcelApi 1.18", async () => {
    const { host, excel, close } = await openExcelHost({ workbook: { sheets: [{ name: "台账", values: [["x"]] }] } });
    await host.select!.select("台账", AREAS);
    expect(excel.workbook.selection).toEqual([AREAS[0]]);
    close();
  });

  it("asks for all of them from ExcelApi 1.18 on", async () => {
    const { excel, close } = await openExcelHost({ workbook: { sheets: [{ name: "台账", values: [["x"]] }] } });
    // The office.js of the package is older than this member: a newer one is played.
    const asked: string[] = [];
    const prototype = excel.Excel.Worksheet.prototype;
    const original = prototype.getRanges;
    prototype.getRanges = function getRanges(address?: string): Excel.RangeAreas {
      return { select: () => asked.push(address ?? "") } as unknown as Excel.RangeAreas;
    };
    await createSelectFacet(createSheetMemory(), true).select("台账", AREAS);
    prototype.getRanges = original;
    expect(asked).toEqual(["A3,A5"]);
    close();
  });
});

describe("the chosen cell", () => {
  it("is told with its sheet, place and value", async () => {
    const sheets = [
      { name: "台账", values: [["x"]] },
      { name: "通报", values: [[], [null, "旧的一段"]] },
    ];
    const { host, close } = await openExcelHost({ workbook: { sheets } });
    await host.select!.select("通报", [{ top: 1, left: 1, bottom: 1, right: 1 }]);
    expect(await readActiveCell()).toEqual({ sheet: "通报", row: 1, col: 1, value: "旧的一段" });
    close();
  });
});
