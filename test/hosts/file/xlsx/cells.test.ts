import { patchXlsx, type CellPatch } from "../../../../src/hosts/file/xlsx";
import { fullWorkbook } from "./full-workbook";
import { contents, makePackage, makeSheet, open, read, type PackageParts } from "./make-package";

const SHEET1 = "xl/worksheets/sheet1.xml";
const edit = (row: number, col: number, value: CellPatch["value"], sheet = "表"): CellPatch => ({
  sheet,
  row,
  col,
  value,
});

/** Rows of the sheet after edits. */
function rowsAfter(inner: string, edits: readonly CellPatch[], more: Partial<PackageParts> = {}): string {
  const { bytes } = patchXlsx(open(makeSheet(inner, more)), { edits });
  const text = Buffer.from(contents(bytes).get(SHEET1)!, "latin1").toString();
  return /<sheetData[^]*<\/sheetData>|<sheetData\/>/.exec(text)?.[0] ?? "";
}

describe("writing cell values", () => {
  const one = '<sheetData><row r="2" spans="1:3"><c r="A2" s="4" t="s"><v>0</v></c><c r="C2" s="5"/></row></sheetData>';
  const strings = { strings: "<si><t>旧</t></si>" };

  it.each<[string, CellPatch[], string]>([
    [
      "text, the style kept",
      [edit(1, 0, "新")],
      '<c r="A2" s="4" t="inlineStr"><is><t>新</t></is></c><c r="C2" s="5"/>',
    ],
    ["a number", [edit(1, 0, 45992.5)], '<c r="A2" s="4"><v>45992.5</v></c><c r="C2" s="5"/>'],
    ["a boolean", [edit(1, 0, true)], '<c r="A2" s="4" t="b"><v>1</v></c><c r="C2" s="5"/>'],
    ["nothing", [edit(1, 0, null)], '<c r="A2" s="4"/><c r="C2" s="5"/>'],
    ["into an empty cell", [edit(1, 2, 3)], '<c r="A2" s="4" t="s"><v>0</v></c><c r="C2" s="5"><v>3</v></c>'],
    ["between cells", [edit(1, 1, "b")], '</c><c r="B2" t="inlineStr"><is><t>b</t></is></c><c r="C2" s="5"/>'],
    ["behind the last cell", [edit(1, 3, 1)], '<c r="C2" s="5"/><c r="D2"><v>1</v></c></row>'],
    ["into a row before", [edit(0, 1, 1)], '<sheetData><row r="1"><c r="B1"><v>1</v></c></row><row r="2"'],
    [
      "into rows behind",
      [edit(3, 0, 1), edit(2, 1, 2)],
      '</row><row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="A4"><v>1</v></c></row></sheetData>',
    ],
    ["text with blanks and breaks", [edit(1, 0, " a\nb")], '<t xml:space="preserve"> a&#10;b</t>'],
    [
      "text with what XML can't hold",
      [edit(1, 0, "<&>\u0001_x0041_\ud800")],
      "<t>&lt;&amp;&gt;_x0001__x005F_x0041__xD800_</t>",
    ],
    ["text that looks like a formula", [edit(1, 0, "=1+1")], "<is><t>=1+1</t></is>"],
  ])("%s", (_name, edits, expected) => {
    expect(rowsAfter(one, edits, strings)).toContain(expected);
  });

  it("fills a sheet without rows", () => {
    expect(rowsAfter("<sheetData/>", [edit(0, 0, 1)])).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    );
    expect(rowsAfter("<sheetData></sheetData>", [edit(0, 0, 1)])).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    );
  });

  it("opens a self-closing row, its attributes kept", () => {
    expect(rowsAfter('<sheetData><row r="1" ht="30" hidden="1"/></sheetData>', [edit(0, 1, 1)])).toBe(
      '<sheetData><row r="1" ht="30" hidden="1"><c r="B1"><v>1</v></c></row></sheetData>',
    );
  });

  it("counts rows and cells without addresses, and gives one where it must", async () => {
    const inner = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>";
    const bytes = patchXlsx(open(makeSheet(inner)), { edits: [edit(1, 0, 30), edit(0, 1, 20)] }).bytes;
    expect((await read(bytes)).grids[0]!.values).toEqual([[1, 20], [30]]);
    const gap =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="4"/><row><c><v>5</v></c></row></sheetData>';
    const filled = patchXlsx(open(makeSheet(gap)), { edits: [edit(0, 1, 2), edit(2, 0, "x"), edit(4, 1, 6)] }).bytes;
    expect((await read(filled)).grids[0]!.values).toEqual([[1, 2, 3, 4], [], ["x"], [], [5, 6]]);
  });

  it("keeps extensions of a cell and drops metadata of the old value", () => {
    const inner =
      '<sheetData><row r="1"><c r="A1" s="2" vm="1" t="e"><v>#VALUE!</v><extLst><ext uri="{x}"/></extLst></c></row></sheetData>';
    expect(rowsAfter(inner, [edit(0, 0, 7)])).toBe(
      '<sheetData><row r="1"><c r="A1" s="2"><v>7</v><extLst><ext uri="{x}"/></extLst></c></row></sheetData>',
    );
  });

  it("refuses formulas, array results, covered cells, table heads, protected cells, missing sheets", () => {
    const inner =
      '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="array" ref="B1:B2">X1:X2</f><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c><c r="E2"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="C1:D2"/></mergeCells>';
    const cells: [number, number][] = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 3],
      [0, 2],
      [1, 4],
    ];
    const { outcomes } = patchXlsx(open(makeSheet(inner)), { edits: cells.map(([row, col]) => edit(row, col, 9)) });
    expect(outcomes.map((o) => (o.type === "refused" ? o.reason : o.type))).toEqual([
      "formula",
      "formula",
      "formula",
      "merged",
      "written",
      "written",
    ]);
    const locked =
      '<sheetData><row r="1"><c r="A1" s="0"/><c r="B1" s="1"/></row></sheetData><sheetProtection sheet="1"/>';
    const styles = '<fonts><font/></fonts><cellXfs><xf/><xf><protection locked="0"/></xf></cellXfs>';
    expect(
      patchXlsx(open(makeSheet(locked, { styles })), { edits: [edit(0, 0, 1), edit(0, 1, 1), edit(5, 5, 1)] }).outcomes,
    ).toEqual([
      { type: "refused", reason: "protected" },
      { type: "written" },
      { type: "refused", reason: "protected" },
    ]);
    expect(
      patchXlsx(open(fullWorkbook()), {
        edits: [edit(1, 1, "改名", "问题整改台账"), edit(3, 1, "改", "问题整改台账"), edit(0, 0, 1, "没有")],
      }).outcomes,
    ).toEqual([
      { type: "refused", reason: "protected" },
      { type: "written" },
      { type: "refused", reason: "missingSheet" },
    ]);
  });

  it("touches nothing but the sheet where there are no formulas, and asks for recalculation where there are", () => {
    const changed = (bytes: Uint8Array, edits: CellPatch[]): string[] => {
      const before = contents(bytes);
      const after = contents(patchXlsx(open(bytes), { edits }).bytes);
      return [...after.keys()].filter((name) => after.get(name) !== before.get(name));
    };
    expect(changed(makeSheet(one, strings), [edit(1, 0, 1)])).toEqual([SHEET1]);
    expect(changed(fullWorkbook(), [edit(3, 4, "正在整改", "问题整改台账")])).toEqual(["xl/workbook.xml", SHEET1]);
    const { bytes } = patchXlsx(open(fullWorkbook()), { edits: [edit(3, 4, "正在整改", "问题整改台账")] });
    expect(contents(bytes).get("xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1" calcId="191029"/>');
    expect(changed(makeSheet(one, strings), [edit(1, 0, 1, "没有")])).toEqual([]);
  });

  it("widens the stated extent", () => {
    const inner = `<dimension ref="A2:C2"/>${one}`;
    const { bytes } = patchXlsx(open(makeSheet(inner, strings)), { edits: [edit(6, 4, 1)] });
    expect(contents(bytes).get(SHEET1)).toContain('<dimension ref="A2:E7"/>');
  });

  it("writes several sheets, and rows by thousands", async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
    ).join("");
    const bytes = makePackage({
      sheets: [
        { name: "一", inner: `<sheetData>${rows}</sheetData>` },
        { name: "二", inner: "<sheetData/>" },
      ],
    });
    const edits = Array.from({ length: 1500 }, (_, i) => edit(i * 2, i % 3, i + 0.5, "一")).concat(
      edit(0, 0, "二", "二"),
    );
    const { grids } = await read(patchXlsx(open(bytes), { edits }).bytes);
    for (const { row, col, value } of edits.slice(0, 1500)) expect(grids[0]!.values[row]![col]).toBe(value);
    expect(grids[0]!.values[1]).toEqual([1]);
    expect(grids[1]!.values).toEqual([["二"]]);
  });
});
