import { createFflateInflater, readXlsx } from "../../../../src/hosts/file/xlsx";
import { UNCALCULATED } from "../../../../src/grid/grid";
import { fullWorkbook } from "./full-workbook";
import { MAIN, makePackage, makeSheet, packageParts, read, RELATIONSHIPS, relations, zipParts } from "./make-package";

/** Values of the only sheet. */
async function values(sheetData: string, more: Parameters<typeof makeSheet>[1] = {}): Promise<unknown> {
  return (await read(makeSheet(`<sheetData>${sheetData}</sheetData>`, more))).grids[0]!.values;
}
/** Value of A1. */
async function cell(xml: string, more: Parameters<typeof makeSheet>[1] = {}): Promise<unknown> {
  const rows = (await values(`<row r="1">${xml}</row>`, more)) as unknown[][];
  return rows[0]?.[0] ?? null;
}

describe("cell values", () => {
  it.each<[string, string, unknown]>([
    ["a number", '<c r="A1"><v>1.5</v></c>', 1.5],
    ["a number with an exponent", '<c r="A1"><v>1.5E-3</v></c>', 0.0015],
    ["a long number", '<c r="A1"><v>0.10000000000000001</v></c>', 0.1],
    ["a large number", '<c r="A1" t="n"><v>123456789012345678</v></c>', 123456789012345680],
    ["a negative one", '<c r="A1"><v>-7</v></c>', -7],
    ["a number amid blanks", '<c r="A1"><v> 7\n</v></c>', 7],
    ["no number", '<c r="A1"><v>seven</v></c>', null],
    ["an empty value", '<c r="A1"><v></v></c>', null],
    ["no value", '<c r="A1" s="3"/>', null],
    ["a formula's number", '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    ["a formula's text", '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>a&amp;b</v></c>', "a&b"],
    ["a formula without a saved result", '<c r="A1"><f>1+1</f></c>', UNCALCULATED],
    ["a formula with an empty result of a number", '<c r="A1"><f>1+1</f><v></v></c>', UNCALCULATED],
    ["a shared formula without one", '<c r="A1"><f t="shared" si="0"/><v/></c>', UNCALCULATED],
    ["a boolean", '<c r="A1" t="b"><v>1</v></c>', true],
    ["a false one, spelt", '<c r="A1" t="b"><v>false</v></c>', false],
    ["an error", '<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"],
    ["a day in ISO form", '<c r="A1" t="d"><v>2025-06-30</v></c>', 45838],
    ["a time in ISO form", '<c r="A1" t="d"><v>2025-06-30T12:00:00.000</v></c>', 45838.5],
    ["a day before March 1900", '<c r="A1" t="d"><v>1900-01-01</v></c>', 1],
    ["inline text", '<c r="A1" t="inlineStr"><is><t>某</t></is></c>', "某"],
    ["empty inline text", '<c r="A1" t="inlineStr"><is><t/></is></c>', null],
    ["a formula's empty text", '<c r="A1" t="str"><f>""</f><v></v></c>', null],
    [
      "inline rich text with a guide",
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>某</t></r><rPh sb="0" eb="1"><t>mou</t></rPh><r><t xml:space="preserve"> 县</t></r><phoneticPr fontId="1"/></is></c>',
      "某 县",
    ],
    ["CDATA", '<c r="A1" t="str"><v><![CDATA[a<b]]>&amp;c</v></c>', "a<b&c"],
    ["inline CDATA", '<c r="A1" t="inlineStr"><is><t><![CDATA[<某>]]></t></is></c>', "<某>"],
    ["a comment inside", '<c r="A1"><!-- x --><v><!-- y -->3</v></c>', 3],
    ["an instruction inside", '<c r="A1"><?x y?><v>3</v></c>', 3],
    ["entities", '<c r="A1" t="str"><v>&lt;&#x67d0;&#10;&unknown;&quot;</v></c>', '<某\n&unknown;"'],
    ["Excel's escapes", '<c r="A1" t="str"><v>a_x000D__x000a_b_x005F_x0041_</v></c>', "a\r\nb_x0041_"],
    ["line ends", '<c r="A1" t="str"><v>a\r\nb\rc</v></c>', "a\nb\nc"],
    ["single quotes", "<c r='A1' t='str'><v>a</v></c>", "a"],
    ["blanks in tags", '<c  r = "A1"\n t="b" ><v >1</v ></c >', true],
    ["a > in an attribute", '<c r="A1" x="a>b"><v>1</v></c>', 1],
    [
      "unknown elements",
      '<c r="A1"><a:b xmlns:a="u"><a:v>9</a:v></a:b><v>1</v><extLst><ext><v>8</v></ext></extLst></c>',
      1,
    ],
    ["astral characters", '<c r="A1" t="inlineStr"><is><t>𠮷野</t></is></c>', "𠮷野"],
    ["an address in lower case", '<c r="a1"><v>1</v></c>', 1],
  ])("%s", async (_name, xml, expected) => {
    expect(await cell(xml)).toEqual(expected);
  });

  it("reads long texts of every width", async () => {
    const text = "某县é€𠮷 plain ".repeat(2000);
    expect(await cell(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`)).toBe(text);
  });

  it("reads ISO days in the 1904 count", async () => {
    expect(await cell('<c r="A1" t="d"><v>2025-06-30</v></c>', { properties: 'date1904="1"' })).toBe(44376);
  });

  it("reads shared strings: plain, rich, escaped, without the guides", async () => {
    const strings =
      '<si><t>某</t></si><si><t xml:space="preserve"> a </t></si><si><r><t>b</t></r><r><rPr><sz val="9"/></rPr><t>c&amp;</t></r></si><si/><si><t/></si><si><t>d<!-- x -->e</t></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si><si><t>_x0041_</t></si>';
    const cells = Array.from({ length: 8 }, (_, i) => `<c r="${"ABCDEFGH".charAt(i)}1" t="s"><v>${i}</v></c>`).join("");
    expect(await values(`<row r="1">${cells}</row>`, { strings })).toEqual([
      ["某", " a ", "bc&", null, null, "de", "漢字", "A"],
    ]);
  });
});

describe("places", () => {
  it("counts rows and cells that have no address", async () => {
    expect(
      await values('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="C3"><v>3</v></c><c><v>4</v></c></row>'),
    ).toEqual([[1, 2], [], [null, null, 3, 4]]);
  });

  it("takes a row's number from its cells where it has none", async () => {
    expect(await values('<row><c r="B3"><v>1</v></c></row><row><c><v>2</v></c></row>')).toEqual([
      [],
      [],
      [null, 1],
      [2],
    ]);
  });

  it("puts rows and cells that stand out of order in their places", async () => {
    expect(
      await values(
        '<row r="3"><c r="C3"><v>3</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>9</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>',
      ),
    ).toEqual([[9], [], [1, 2, 3]]);
  });

  it("leaves out blanks behind the last value", async () => {
    expect(
      await values('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row><row r="2"><c r="A2" s="1"/></row>'),
    ).toEqual([[1]]);
  });

  it("pays nothing for declared rows, and little for far cells", async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 1}" hidden="1"/>`).join("");
    const { grids } = await read(
      makeSheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows.slice(rows.indexOf("/>") + 2)}</sheetData>`),
    );
    expect(grids[0]!.values).toEqual([[1]]);
    expect(grids[0]!.hiddenRows.size).toBe(0);
    const far = await read(makeSheet('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'));
    expect(far.grids[0]!.values).toHaveLength(1_048_576);
    expect(far.grids[0]!.values[1_048_575]![16_383]).toBe(1);
  });

  it("reads merges, hidden rows and columns as far as there are values", async () => {
    const { grids } = await read(
      makeSheet(
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols><sheetData><row r="1" hidden="1"><c r="F1"><v>1</v></c></row><row r="2" hidden="0"/><row r="3" ht="3" hidden="true"><c r="A3"><v>1</v></c></row></sheetData><mergeCells count="3"><mergeCell ref="A1:B2"/><mergeCell ref="C1"/><mergeCell ref="$D$1:$D$3"/></mergeCells>',
      ),
    );
    expect([...grids[0]!.hiddenRows]).toEqual([0, 2]);
    expect([...grids[0]!.hiddenCols]).toEqual([1, 2, 4, 5]);
    expect(grids[0]!.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 1 },
      { top: 0, left: 3, bottom: 2, right: 3 },
    ]);
  });
});

describe("formats and strike-through", () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>' +
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="57"/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="47" fontId="1"/></cellXfs>';

  it("gives the number format, built-in ones as in Chinese Excel", async () => {
    const cells = Array.from({ length: 8 }, (_, i) => `<c r="${"ABCDEFGH".charAt(i)}2" s="${i}"><v>1</v></c>`).join("");
    const { grids } = await read(makeSheet(`<sheetData><row r="2">${cells}</row></sheetData>`, { styles }));
    const grid = grids[0]!;
    expect(Array.from({ length: 9 }, (_, col) => grid.formatAt!(1, col))).toEqual([
      undefined,
      "yyyy/m/d",
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      'yyyy"年"m"月"',
      undefined,
      undefined,
      "mm:ss.0",
      undefined,
    ]);
    expect(grid.formatAt!(0, 0)).toBeUndefined();
    expect(grid.formatAt!(99, 0)).toBeUndefined();
    expect(Array.from({ length: 8 }, (_, col) => grid.struckAt!(1, col))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it("knows text that is struck through as a whole, and text that is not", async () => {
    const strike = "<r><rPr><strike/></rPr><t>某</t></r>";
    const plain = "<r><rPr><b/></rPr><t>某</t></r>";
    const bare = "<r><t>某</t></r>";
    const blank = '<r><rPr><b/></rPr><t xml:space="preserve"> </t></r>';
    const strings = [strike, strike + plain, strike + bare, strike + blank, plain, `<t>某</t>`]
      .map((item) => `<si>${item}</si>`)
      .join("");
    const at = (col: string, row: number, style: number, i: number): string =>
      `<c r="${col}${row}" s="${style}" t="s"><v>${i}</v></c>`;
    const row = (r: number, style: number): string =>
      `<row r="${r}">${[..."ABCDEF"].map((col, i) => at(col, r, style, i)).join("")}</row>`;
    const { grids } = await read(makeSheet(`<sheetData>${row(1, 0)}${row(2, 5)}</sheetData>`, { strings, styles }));
    const struck = (r: number): boolean[] => Array.from({ length: 6 }, (_, col) => grids[0]!.struckAt!(r, col));
    expect(struck(0)).toEqual([true, false, false, true, false, false]);
    expect(struck(1)).toEqual([true, false, true, true, false, true]);
  });
});

describe("workbooks", () => {
  it("reads sheets in the order of their tabs, with visibility, protection and the 1904 count", async () => {
    const { grids, sheetInfos } = await read(
      makePackage({
        properties: 'date1904="true"',
        sheets: [
          { name: "乙", inner: "<sheetData/>" },
          { name: "甲&amp;丙", state: "hidden", inner: '<sheetData/><sheetProtection sheet="1"/>' },
          { name: "丁", state: "veryHidden", inner: '<sheetData/><sheetProtection objects="1"/>' },
        ],
      }),
    );
    expect(sheetInfos.map(({ name, visibility, protected: locked }) => [name, visibility, locked])).toEqual([
      ["乙", "visible", false],
      ["甲&丙", "hidden", true],
      ["丁", "veryHidden", false],
    ]);
    expect(grids.every((grid) => grid.date1904)).toBe(true);
  });

  it("names chart, dialog and macro sheets, and gives no grid for them", async () => {
    const parts = packageParts({
      sheets: [
        { name: "表", inner: "<sheetData/>" },
        { name: "图", inner: "" },
        { name: "宏", inner: "" },
      ],
    });
    const { grids, sheetInfos } = await read(
      zipParts({
        ...parts,
        "xl/worksheets/sheet2.xml": `<chartsheet xmlns="${MAIN}"/>`,
        "xl/_rels/workbook.xml.rels": relations([
          ["rId1", "worksheet", "/xl/worksheets/sheet1.xml"],
          ["rId2", "chartsheet", "worksheets/sheet2.xml"],
          ["rId3", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "worksheets/sheet3.xml"],
        ]),
      }),
    );
    expect(sheetInfos.map(({ name, kind }) => [name, kind])).toEqual([
      ["表", "worksheet"],
      ["图", "chart"],
      ["宏", "macro"],
    ]);
    expect(grids.map((grid) => grid.sheet)).toEqual(["表"]);
  });

  it("reads strict OOXML", async () => {
    const bytes = makePackage({
      strict: true,
      sheets: [{ name: "表", inner: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }],
      strings: "<si><t>某</t></si>",
      styles: "<cellXfs><xf/></cellXfs>",
    });
    expect((await read(bytes)).grids[0]!.values).toEqual([["某"]]);
  });

  it("reads elements with a prefix, whichever", async () => {
    const bytes = makeSheet("", {
      parts: {
        "xl/workbook.xml": `<w:workbook xmlns:w="${MAIN}" xmlns:rel="${RELATIONSHIPS}"><w:workbookPr date1904="1"/><w:sheets><w:sheet name="表" sheetId="1" rel:id="rId1"/></w:sheets></w:workbook>`,
        "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="${MAIN}" xmlns:o="u"><o:sheetData><o:row/></o:sheetData><x:cols><x:col min="1" max="1" hidden="1"/></x:cols><x:sheetData><x:row r="2"><o:c r="A2"/><x:c r="A2" t="inlineStr"><x:is><x:r><x:rPr><x:strike/></x:rPr><x:t>某</x:t></x:r></x:is></x:c><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells></x:worksheet>`,
      },
    });
    const grid = (await read(bytes)).grids[0]!;
    expect(grid.values).toEqual([[], ["某", 1]]);
    expect(grid.struckAt!(1, 0)).toBe(true);
    expect(grid.merges).toHaveLength(1);
    expect([...grid.hiddenCols]).toEqual([0]);
    expect(grid.date1904).toBe(true);
  });

  it("reads parts with a byte order mark and in UTF-16", async () => {
    const inner = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>某</t></is></c></row></sheetData>';
    const parts = packageParts({ sheets: [{ name: "表", inner }] });
    const text = parts["xl/worksheets/sheet1.xml"] as string;
    const marked = zipParts({
      ...parts,
      "xl/worksheets/sheet1.xml": `\ufeff${text}`,
      "xl/workbook.xml": `\ufeff${parts["xl/workbook.xml"] as string}`,
    });
    expect((await read(marked)).grids[0]!.values).toEqual([["某"]]);
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    expect(
      (await read(zipParts({ ...parts, "xl/worksheets/sheet1.xml": new Uint8Array(little) }))).grids[0]!.values,
    ).toEqual([["某"]]);
    const big = new Uint8Array(little.swap16());
    expect((await read(zipParts({ ...parts, "xl/worksheets/sheet1.xml": big }))).grids[0]!.values).toEqual([["某"]]);
  });

  it("finds parts whatever the case and the spelling of their targets", async () => {
    const parts = packageParts({
      sheets: [{ name: "表", inner: "<sheetData><row><c><v>1</v></c></row></sheetData>" }],
    });
    const sheet = parts["xl/worksheets/sheet1.xml"]!;
    delete parts["xl/worksheets/sheet1.xml"];
    for (const target of [
      "/XL/Worksheets/SHEET1.xml",
      "./worksheets/../worksheets/sheet1.xml",
      "../xl/worksheets/sheet1.xml",
    ]) {
      const bytes = zipParts({
        ...parts,
        "xl/Worksheets/Sheet1.XML": sheet,
        "xl/_rels/workbook.xml.rels": relations([["rId1", "worksheet", target]]),
      });
      expect((await read(bytes)).grids[0]!.values).toEqual([[1]]);
    }
  });

  it("reads with the browser's inflater the same as with Node's", async () => {
    const { grids } = await readXlsx(fullWorkbook(), { inflater: createFflateInflater() });
    const other = (await read(fullWorkbook())).grids;
    expect(grids.map((grid) => grid.values)).toEqual(other.map((grid) => grid.values));
  });

  it("tells progress, breathes between blocks, and stops when asked to", async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
    ).join("");
    const bytes = makeSheet(`<sheetData>${rows}</sheetData>`);
    const seen: number[] = [];
    let breaths = 0;
    const controller = new AbortController();
    const options = {
      inflater: createFflateInflater(),
      onProgress: ({ done, total }: { done: number; total: number }) => seen.push(done / total),
      breathe: async () => {
        breaths++;
        if (breaths > 3) controller.abort();
      },
      signal: controller.signal,
    };
    const { grids } = await readXlsx(bytes, options);
    expect(grids[0]!.values).toHaveLength(5000);
    expect(breaths).toBe(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen[seen.length - 1]).toBe(1);
    await expect(readXlsx(bytes, options)).rejects.toMatchObject({ code: "cancelled" });
  });
});
