/** Workbooks as WPS saves them: pictures in cells, parts and attributes of its own, .et files that are BIFF inside. */
import * as XLSX from "@e965/xlsx";
import { check } from "../../../../src/check/check";
import { PICTURE, valueAt } from "../../../../src/grid/grid";
import { openFileHost } from "../../../../src/hosts/file/file-host";
import { cleanXlsx, patchXlsx } from "../../../../src/hosts/file/xlsx";
import { readWorkbook } from "../../../../src/ledger/read-workbook";
import { buildWithSheetJs } from "../build";
import { contents, inflater, makePackage, MAIN, open, rawEntries, read, RELATIONSHIPS } from "./make-package";

const TODAY = { year: 2025, month: 10, day: 10 };
const SHEET = "整改台账";
const ID = "ID_0123456789ABCDEF0123456789ABCDEF";
const HEADERS = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "佐证材料"];

const text = (ref: string, value: string): string => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const rowOf = (r: number, cells: readonly string[], last: string): string =>
  `<row r="${r}">${cells.map((value, i) => text(`${"ABCDEF"[i]}${r}`, value)).join("")}${last}</row>`;
const ROW = ["1", "会议记录不完整", "办公室", "2025年6月底前", "已完成"];

/** A ledger whose evidence stands as `cell` says, in a workbook with what WPS adds. */
function wps(cell: string, more: Record<string, string> = {}): Uint8Array {
  return makePackage({
    sheets: [
      {
        name: SHEET,
        inner:
          `<sheetData>${rowOf(1, HEADERS, "")}${rowOf(2, ROW, cell)}</sheetData>` +
          `<extLst><ext uri="{7A4B5A6C-0001-4C5D-9A01-000000000001}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><etc:rangeLock/></ext></extLst>`,
      },
    ],
    relations: [["rId90", "http://www.wps.cn/officeDocument/2020/cellImage", "cellimages.xml"]],
    types: [["xl/cellimages.xml", "application/vnd.wps-officedocument.cellimage+xml"]],
    parts: {
      "xl/cellimages.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><etc:cellImage/></etc:cellImages>`,
      "docProps/custom.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"/></Properties>`,
      ...more,
    },
  });
}

const FORMULA = `_xlfn.DISPIMG(&quot;${ID}&quot;,1)`;

describe("pictures in cells", () => {
  test.each([
    ["without a saved result", `<c r="F2"><f>${FORMULA}</f><v/></c>`],
    ["as WPS saves it", `<c r="F2" t="str"><f>${FORMULA}</f><v>=DISPIMG(&quot;${ID}&quot;,1)</v></c>`],
    ["as Excel saved it again", `<c r="F2" t="e"><f>${FORMULA}</f><v>#NAME?</v></c>`],
    ["by the function's own name", `<c r="F2"><f>DISPIMG("${ID}",1)</f></c>`],
  ])("%s are evidence", async (_name, cell) => {
    const workbook = await read(wps(cell));
    expect(valueAt(workbook.grids[0]!, 1, 5)).toBe(PICTURE);
    const { findings } = check(readWorkbook(workbook.grids, { today: TODAY }));
    expect(findings.filter(({ rule }) => rule === "cell-error" || rule === "done-without-evidence")).toEqual([]);
  });

  test("other formulas without a result stay unread", async () => {
    const workbook = await read(wps(`<c r="F2"><f>VLOOKUP(A2,B:C,2)</f></c>`));
    expect(valueAt(workbook.grids[0]!, 1, 5)).toBe("#未计算");
  });

  const structures = (types: string): Record<string, string> => ({
    "xl/richData/rdrichvaluestructure.xml": `<?xml version="1.0"?><rvStructures>${types}</rvStructures>`,
  });
  test("pictures that Excel put into cells", async () => {
    const cell = `<c r="F2" t="e" vm="1"><v>#VALUE!</v></c>`;
    const picture = await read(wps(cell, structures('<s t="_localImage"/>')));
    expect(valueAt(picture.grids[0]!, 1, 5)).toBe(PICTURE);
    const error = await read(wps(cell, structures('<s t="_localImage"/><s t="_error"/>')));
    expect(valueAt(error.grids[0]!, 1, 5)).toBe("#VALUE!");
  });
});

test("what WPS adds survives an annotated copy byte for byte", () => {
  const bytes = wps(`<c r="F2"><f>${FORMULA}</f><v/></c>`);
  const copy = patchXlsx(open(bytes), {
    marks: [{ sheet: SHEET, row: 1, col: 1, severity: "warning", note: "请核对" }],
  }).bytes;
  const [before, after] = [rawEntries(bytes), rawEntries(copy)];
  for (const part of ["xl/cellimages.xml", "docProps/custom.xml"]) expect(after.get(part)).toBe(before.get(part));
  const sheet = contents(copy).get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).toContain("etCustomData");
  expect(sheet).toContain("DISPIMG");
});

test("what WPS adds survives marks, a report sheet and their removal: the copy is the original again, part by part", () => {
  const bytes = wps(`<c r="F2"><f>${FORMULA}</f><v/></c>`);
  const copy = patchXlsx(open(bytes), {
    marks: [{ sheet: SHEET, row: 1, col: 1, severity: "error", note: "请核对" }],
  }).bytes;
  const { bytes: clean } = cleanXlsx(open(copy));
  const [before, after] = [contents(bytes), contents(clean)];
  for (const part of before.keys()) {
    if (/vmlDrawing|comments|styles|\[Content_Types\]|\.rels$/.test(part)) continue;
    expect([part, after.get(part)]).toEqual([part, before.get(part)]);
  }
  for (const part of ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"])
    expect(after.get(part)).toContain("cellimage");
});

describe("pictures in BIFF files (.xls, .et)", () => {
  const bookWith = (cell: Record<string, unknown>): Uint8Array => {
    const sheet = XLSX.utils.aoa_to_sheet([HEADERS, [...ROW, null]]);
    sheet["F2"] = cell;
    sheet["!ref"] = "A1:F2";
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, SHEET);
    return new Uint8Array(XLSX.write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
  };

  test.each([
    ["the formula as text", { t: "s", v: `=DISPIMG("${ID}",1)` }],
    ["with the prefix of files", { t: "s", v: `=_xlfn.DISPIMG("${ID}",1)` }],
  ])("%s is evidence", async (_name, cell) => {
    const host = await openFileHost(bookWith(cell), "台账.et", { inflater });
    const grids = await host.read.grids();
    expect(valueAt(grids[0]!, 1, 5)).toBe(PICTURE);
    const { findings } = check(readWorkbook(grids, { today: TODAY }));
    expect(findings.filter(({ rule }) => rule === "cell-error" || rule === "done-without-evidence")).toEqual([]);
  });

  test("an error without a picture stays one", async () => {
    const host = await openFileHost(bookWith({ t: "e", v: 0x1d }), "台账.xls", { inflater });
    expect(valueAt((await host.read.grids())[0]!, 1, 5)).toBe("#NAME?");
  });
});

test("an .et that is BIFF inside is read as a workbook", async () => {
  const values = [HEADERS, [...ROW, "附件1"]];
  const host = await openFileHost(buildWithSheetJs([{ name: SHEET, values }], "biff8"), "台账.et", { inflater });
  const [grid] = await host.read.grids();
  expect(readWorkbook([grid!], { today: TODAY }).ledgers[0]?.items.length).toBe(1);
});

describe("the totals row of a table", () => {
  const table = (ref: string, count: string): Record<string, string> => ({
    "xl/tables/table1.xml": `<?xml version="1.0"?><table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="${ref}" ${count}/>`,
  });
  const book = (last: readonly string[], count: string): Uint8Array =>
    makePackage({
      sheets: [
        {
          name: SHEET,
          inner: `<sheetData>${rowOf(1, HEADERS, "")}${rowOf(2, ROW, "")}${rowOf(3, last, "")}</sheetData><tableParts count="1"><tablePart xmlns:r="${RELATIONSHIPS}" r:id="rId1"/></tableParts>`,
          relations: [["rId1", "table", "../tables/table1.xml"]],
        },
      ],
      types: [["xl/tables/table1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"]],
      parts: table("A1:F3", count),
    });
  const items = async (bytes: Uint8Array): Promise<number> => {
    const { grids } = await read(bytes);
    return readWorkbook(grids, { today: TODAY }).ledgers[0]?.items.length ?? 0;
  };

  test("is no item, whatever it is called", async () => {
    expect(await items(book(["本月", "1", "", "", "1"], 'totalsRowCount="1"'))).toBe(1);
  });

  test("unless somebody wrote an item into it", async () => {
    const second = ["2", "报销附件不齐全", "财务科", "2025年9月底前", "正在整改"];
    expect(await items(book(second, 'totalsRowCount="1"'))).toBe(2);
    expect(await items(book(second, ""))).toBe(2);
  });
});
