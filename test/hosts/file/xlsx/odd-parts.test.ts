/** Parts that sheets share or lack, rows that are nowhere, numbers of strings in odd spellings. */
import { contents, makePackage, makeSheet, open, packageParts, read, zipParts } from "./make-package";
import { cleanXlsx, patchXlsx } from "../../../../src/hosts/file/xlsx";
import { readWorkbook } from "../../../../src/ledger/read-workbook";
import { civilDate } from "../../../../src/zh/civil-date";

const data = (inner: string): string => `<sheetData>${inner}</sheetData>`;
const values = async (bytes: Uint8Array) => (await read(bytes)).grids[0]!.values;

/** Sheets of these names, each with the relationship id given. */
function named(ids: readonly (readonly [string, string])[]): Uint8Array {
  const parts = packageParts({ sheets: [{ name: "一", inner: data('<row r="1"><c r="A1"><v>1</v></c></row>') }] });
  const sheets = ids.map(([name, id], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="${id}"/>`).join("");
  const workbook = (parts["xl/workbook.xml"] as string).replace(/<sheets>.*<\/sheets>/s, `<sheets>${sheets}</sheets>`);
  return zipParts({ ...parts, "xl/workbook.xml": workbook });
}

describe("parts and sheets", () => {
  it("a part that a thousand sheets name is read once and counts once; the others are named", async () => {
    const ids = Array.from({ length: 1000 }, (_, i) => [`s${i}`, "rId1"] as const);
    const { grids } = await read(named(ids));
    expect(grids.filter((grid) => grid.values.length > 0).map((grid) => grid.sheet)).toEqual(["s0"]);
    expect(grids[999]!.unread).toEqual({ why: "samePart", instead: "s0" });
    const { passedOver } = readWorkbook(grids, { today: civilDate(2025, 10, 10)! });
    expect(passedOver.filter(({ why }) => why === "samePart")).toHaveLength(999);
  });

  it.each(["rId77", "rId2", "rId3"])(
    "a sheet without a part (%s) is left out and named, and the workbook is annotated and cleaned all the same",
    async (id) => {
      const bytes = named([
        ["一", "rId1"],
        ["缺", id],
      ]);
      const { grids } = await read(bytes);
      expect(grids.map(({ sheet, unread }) => [sheet, unread?.why])).toEqual([
        ["一", undefined],
        ["缺", "noPart"],
      ]);
      const marks = ["一", "缺"].map((sheet) => ({ sheet, row: 0, col: 0, severity: "error" as const, note: "某" }));
      const report = { name: "核验报告", columns: [], rows: [[{ value: "甲", bold: true }]] };
      const annotated = patchXlsx(open(bytes), { marks, reports: [report] });
      expect(annotated.marked).toBe(1);
      expect(contents(cleanXlsx(open(annotated.bytes)).bytes)).toEqual(contents(bytes));
    },
  );

  it("a workbook none of whose sheets has a part is damaged", async () => {
    await expect(read(named([["缺", "rId77"]]))).rejects.toMatchObject({ code: "damaged" });
  });
});

describe("rows and addresses that are nowhere", () => {
  const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
  it.each([
    ["a row 0", `<row r="0"><c r="A0"><v>5</v></c></row>${one}`, [[1]]],
    ["a row 0 without addresses", `<row r="0"><c><v>5</v></c></row>${one}`, [[1]]],
    ["a row 0 whose cells say where they are", '<row r="0"><c r="A1"><v>1</v></c></row>', [[1]]],
    ["a row 0 between others", `${one}<row r="0"><c><v>5</v></c></row><row><c><v>2</v></c></row>`, [[1], [2]]],
    ["an empty row 0", `<row r="0"/>${one}`, [[1]]],
    [
      "a cell in row 0",
      '<row r="1"><c r="A1"><v>1</v></c><c r="B0"><v>9</v></c><c r="C1"><v>3</v></c></row>',
      [[1, null, 3]],
    ],
  ])("%s", async (_what, rows, wanted) => {
    expect(await values(makeSheet(data(rows)))).toEqual(wanted);
  });

  it("letters without a number are no address", async () => {
    await expect(read(makeSheet(data('<row r="1"><c r="A"><v>1</v></c></row>')))).rejects.toMatchObject({
      code: "damaged",
    });
  });
});

describe("numbers of shared strings", () => {
  const strings = "<si><t>零</t></si><si><t>一</t></si>";
  const sheet = (v: string): Uint8Array =>
    makePackage({
      sheets: [{ name: "表", inner: data(`<row r="1"><c r="A1" t="s">${v}</c><c r="B1"><v>9</v></c></row>`) }],
      strings,
    });
  it.each([
    ["<v>1</v>", "一"],
    ["<v> 1 </v>", "一"],
    ["<v>1.0</v>", "一"],
    ["<v>+1</v>", "一"],
    ["<v>1e0</v>", "一"],
    ["<v>0001</v>", "一"],
    ["<v/>", null],
    ["", null],
  ])("%s", async (v, text) => {
    expect(await values(sheet(v))).toEqual([[text, 9]]);
  });

  it.each(["<v>7</v>", "<v>-1</v>", "<v>1.5</v>", "<v>abc</v>"])(
    "%s: what it says is lost, so the file is damaged",
    async (v) => {
      await expect(read(sheet(v))).rejects.toMatchObject({ code: "damaged" });
    },
  );
});
