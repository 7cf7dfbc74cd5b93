import fc from "fast-check";
import { cleanXlsx, patchXlsx, type PatchChanges } from "../../../../src/hosts/file/xlsx";
import type { Mark } from "../../../../src/hosts/port";
import { fullWorkbook, fullWorkbookParts } from "./full-workbook";
import { contents, makePackage, makeSheet, open, packageParts, rawEntries, read, zipParts } from "./make-package";
import { differences, ourSheets } from "./oracles";

const SHEET = "问题整改台账";
const mark = (row: number, col: number, severity: Mark["severity"], note?: string, sheet = SHEET): Mark => ({
  sheet,
  row,
  col,
  severity,
  note,
});

const ANNOTATION: PatchChanges = {
  marks: [
    mark(2, 2, "error", "第3行：牵头单位为空 <请补填> & 核对"),
    mark(3, 3, "error", "时限读不出来"),
    mark(3, 3, "warning", "另一句"),
    mark(2, 4, "warning", "这里已有批注"),
    mark(2, 1, "info", "这里有线程批注"),
    mark(0, 0, "info", "名录", "名录"),
  ],
  reports: [
    {
      name: "核验报告",
      columns: [{ width: 10 }, { width: 40 }],
      rows: [
        [{ value: "核验报告", bold: true }],
        [{ value: 1 }, { value: "很长的一句话，需要折行显示，所以这里写得比较长，超过四十个字的宽度", wrap: true }],
        [
          { value: "C3", link: { sheet: SHEET, row: 2, col: 2 } },
          { value: "=1+1 <b>", bold: true, wrap: true },
        ],
      ],
    },
  ],
  state: new Map([["ignores", '{"version":1,"reason":"<&\\"\\n"}']]),
};

const TOUCHED = [
  "[Content_Types].xml",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/worksheets/sheet1.xml",
  "xl/comments1.xml",
  "xl/drawings/vmlDrawing1.vml",
  "xl/worksheets/sheet2.xml",
];

describe("annotating a workbook with every feature", () => {
  const original = fullWorkbook();
  const result = patchXlsx(open(original), ANNOTATION);

  it("repeats every part it needn't touch byte for byte, in place", () => {
    const before = rawEntries(original);
    const after = rawEntries(result.bytes);
    const changed = [...before.keys()].filter((name) => after.get(name) !== before.get(name));
    expect(changed.sort()).toEqual([...TOUCHED].sort());
    expect([...after.keys()].slice(0, before.size)).toEqual([...before.keys()]);
    expect([...after.keys()].slice(before.size)).toEqual(
      [
        "xl/comments2.xml",
        "xl/worksheets/_rels/sheet2.xml.rels",
        "xl/drawings/vmlDrawing3.vml",
        "xl/worksheets/sheet3.xml",
        "customXml/item2.xml",
        "customXml/itemProps2.xml",
        "customXml/_rels/item2.xml.rels",
      ].sort((a, b) => [...after.keys()].indexOf(a) - [...after.keys()].indexOf(b)),
    );
  });

  it("keeps every piece of the touched parts: they are the originals with insertions", () => {
    const before = contents(original);
    const after = contents(result.bytes);
    for (const name of TOUCHED)
      expect([name, isSupersequence(after.get(name)!, before.get(name)!)]).toEqual([name, true]);
  });

  it("changes no value", async () => {
    const before = ourSheets(await read(original));
    const after = ourSheets(await read(result.bytes));
    expect(after.map((sheet) => sheet.name)).toEqual(before.map((sheet) => sheet.name));
    before.forEach((sheet, i) => expect(differences(sheet, after[i]!)).toEqual([]));
  });

  it("leaves notes and threaded comments of others as they are, and says where", () => {
    expect(result.notesSkipped).toEqual([`${SHEET}!E3`, `${SHEET}!B3`]);
    expect(result.marked).toBe(5);
    const comments = Buffer.from(contents(result.bytes).get("xl/comments1.xml")!, "latin1").toString();
    expect(comments).toContain("甲某:\n</t></r><r><t>请核实</t>");
    expect(comments).toContain("<author>tc={A}</author><author>台账助手</author>");
    expect(comments).toContain("【台账助手】第3行：牵头单位为空 &lt;请补填&gt; &amp; 核对");
    expect(comments).toContain("时限读不出来&#10;另一句");
  });

  it("puts the rules behind all others, with formats at the end", () => {
    const sheet = Buffer.from(contents(result.bytes).get("xl/worksheets/sheet1.xml")!, "latin1").toString();
    expect(sheet).toContain(
      '</conditionalFormatting><conditionalFormatting sqref="C3 D4"><cfRule type="expression" dxfId="1" priority="2"><formula>LEN(&quot;taizhang:error:1&quot;)&gt;0</formula></cfRule></conditionalFormatting>',
    );
    expect(sheet.indexOf("taizhang:info:1")).toBeLessThan(sheet.indexOf("<dataValidations"));
    expect(contents(result.bytes).get("xl/styles.xml")).toContain('<dxfs count="4"><dxf><font><color rgb="FF006100"/>');
  });

  it("is undone by cleaning, part by part", () => {
    const clean = cleanXlsx(open(result.bytes));
    expect(contents(clean.bytes)).toEqual(contents(original));
    expect(clean.removed).toEqual([
      `marks:${SHEET}`,
      "marks:名录",
      `notes:${SHEET}`,
      "notes:名录",
      "sheet:核验报告",
      "state:ignores",
    ]);
  });

  it("replaces an earlier annotation", () => {
    const again = patchXlsx(open(result.bytes), ANNOTATION).bytes;
    const names = (bytes: Uint8Array): string[] => [...contents(bytes).keys()].sort();
    expect(names(again)).toEqual(names(result.bytes));
    const once = contents(result.bytes);
    const count = (text: string): number => text.split("taizhang").length;
    for (const [name, text] of contents(again))
      expect([name, count(text)]).toEqual([name, count(once.get(name) ?? "")]);
    expect(contents(cleanXlsx(open(again)).bytes)).toEqual(contents(original));
  });

  it("is undone by cleaning whatever the marks, notes and reports", () => {
    const anyMark = fc.record({
      sheet: fc.constantFrom(SHEET, "名录", "没有"),
      row: fc.oneof(fc.nat(6), fc.nat(1_048_575)),
      col: fc.oneof(fc.nat(6), fc.nat(16_383)),
      severity: fc.constantFrom<Mark["severity"]>("error", "warning", "info"),
      note: fc.option(fc.string({ unit: "binary", maxLength: 20 }), { nil: undefined }),
    });
    const anyCell = fc.record({
      value: fc.oneof(fc.string({ unit: "binary", maxLength: 9 }), fc.integer(), fc.boolean(), fc.constant(null)),
      bold: fc.boolean(),
      wrap: fc.boolean(),
      link: fc.option(fc.constant({ sheet: "o'n", row: 1, col: 2 }), { nil: undefined }),
    });
    const before = contents(original);
    fc.assert(
      fc.property(
        fc.array(anyMark, { maxLength: 12 }),
        fc.array(fc.array(anyCell, { maxLength: 4 }), { maxLength: 3 }),
        fc.string(),
        (marks, rows, name) => {
          const { bytes } = patchXlsx(open(original), { marks, reports: [{ name, columns: [], rows }] });
          expect(contents(cleanXlsx(open(bytes)).bytes)).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("cleans a workbook that holds nothing of ours into itself", () => {
    const clean = cleanXlsx(open(original));
    expect(clean.removed).toEqual([]);
    expect(Buffer.from(clean.bytes).equals(Buffer.from(original))).toBe(true);
  });
});

/** Whether `whole` has all tags and texts of `part` in order: insertions only. Counts of lists may differ. */
function isSupersequence(whole: string, part: string): boolean {
  const tokens = (text: string): string[] => text.replace(/\scount="\d+"/g, "").split(/(?=<)|(?<=>)/);
  const wanted = tokens(part);
  let found = 0;
  for (const token of tokens(whole)) if (token === wanted[found]) found++;
  return found === wanted.length;
}

describe("annotating and cleaning odd ways of writing", () => {
  const sheetData = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const styles = (dxfs: string, xfs = '<cellXfs count="1"><xf fontId="0"/></cellXfs>') =>
    `<fonts count="1"><font><sz val="11"/></font></fonts><cellStyleXfs count="1"><xf/></cellStyleXfs>${xfs}${dxfs}`;
  const annotation: PatchChanges = {
    marks: [
      { sheet: "表", row: 0, col: 0, severity: "error", note: "某" },
      { sheet: "表", row: 4, col: 2, severity: "info", note: "某" },
    ],
    reports: ANNOTATION.reports,
    state: ANNOTATION.state,
  };
  const cases: [string, Uint8Array][] = [
    ["no styles part", makeSheet(sheetData)],
    ["no dxfs", makeSheet(sheetData, { styles: styles("") })],
    ["self-closing dxfs", makeSheet(sheetData, { styles: styles('<dxfs count="0"/>') })],
    ["self-closing dxfs with a blank", makeSheet(sheetData, { styles: styles('<dxfs count="0" />') })],
    ["empty dxfs", makeSheet(sheetData, { styles: styles('<dxfs count="0"></dxfs>') })],
    ["dxfs of blanks", makeSheet(sheetData, { styles: styles("<dxfs>\n  </dxfs>") })],
    ["dxfs of one blank", makeSheet(sheetData, { styles: styles("<dxfs> </dxfs>") })],
    ["dxfs of a tab", makeSheet(sheetData, { styles: styles("<dxfs>\t</dxfs>") })],
    ["a wrong count", makeSheet(sheetData, { styles: styles("<dxfs count='7'><dxf/></dxfs>") })],
    ["self-closing names", makeSheet(sheetData, { afterSheets: "<definedNames/><calcPr/>" })],
    ["empty names", makeSheet(sheetData, { afterSheets: "<definedNames></definedNames>" })],
    ["self-closing rows", makeSheet("<sheetData/>")],
    [
      "empty relationships of the sheet",
      makeSheet(sheetData, {
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
        },
      }),
    ],
    [
      "a drawing of form controls without notes",
      makePackage({
        sheets: [
          {
            name: "表",
            inner: `${sheetData}<legacyDrawing r:id="rId1"/>`,
            relations: [["rId1", "vmlDrawing", "../v.vml"]],
          },
        ],
        parts: {
          "xl/v.vml":
            '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025"><x:ClientData ObjectType="Button"/></v:shape></xml>\n',
        },
      }),
    ],
    ["strict OOXML", makeSheet(sheetData, { strict: true, styles: styles('<dxfs count="0"/>') })],
    ["stored parts", zipParts(packageParts({ sheets: [{ name: "表", inner: sheetData }] }), 0)],
    ["prefixed elements", prefixed()],
    ["a part in UTF-16", inUtf16()],
  ];

  it.each(cases)("%s", async (_name, bytes) => {
    const { bytes: annotated, marked } = patchXlsx(open(bytes), annotation);
    expect(marked).toBe(2);
    expect((await read(annotated)).grids[0]!.values).toEqual((await read(bytes)).grids[0]!.values);
    const clean = cleanXlsx(open(annotated));
    expect(clean.removed).toHaveLength(4);
    expect(contents(clean.bytes)).toEqual(contents(bytes));
  });

  function prefixed(): Uint8Array {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return makeSheet("", {
      styles: "",
      parts: {
        "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData><x:pageMargins/></x:worksheet>`,
        "xl/styles.xml": `<x:styleSheet xmlns:x="${main}"><x:fonts><x:font/></x:fonts><x:cellXfs><x:xf/></x:cellXfs><x:tableStyles/></x:styleSheet>`,
        "xl/workbook.xml": `<x:workbook xmlns:x="${main}" xmlns:q="${rel}"><x:sheets><x:sheet name="表" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
      },
    });
  }

  function inUtf16(): Uint8Array {
    const parts = packageParts({ sheets: [{ name: "表", inner: sheetData }] });
    const text = `\ufeff${(parts["xl/worksheets/sheet1.xml"] as string).replace("UTF-8", "UTF-16")}`;
    return zipParts({ ...parts, "xl/worksheets/sheet1.xml": new Uint8Array(Buffer.from(text, "utf16le")) });
  }
});

describe("cleaning after other programs", () => {
  it("takes our rule out of a format that it shares with others, and from the x14 list", () => {
    const bytes = makeSheet(
      '<sheetData/><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;1</formula></cfRule><cfRule type="expression" dxfId="1" priority="2"><formula>LEN("taizhang:error:1") &gt; 0</formula></cfRule></conditionalFormatting>' +
        '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="urn:x14"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="urn:xm"><x14:cfRule type="expression" priority="3"><xm:f>LEN("taizhang:info:1")&gt;0</xm:f></x14:cfRule><xm:sqref>B2</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
      { styles: '<dxfs count="3"><dxf><font/></dxf><dxf><fill/></dxf><dxf><border/></dxf></dxfs>' },
    );
    const clean = contents(cleanXlsx(open(bytes)).bytes);
    expect(clean.get("xl/worksheets/sheet1.xml")).toContain(
      '<sheetData/><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting></worksheet>',
    );
    // Another's format stands behind ours: numbers must not move.
    expect(clean.get("xl/styles.xml")).toContain(
      '<dxfs count="3"><dxf><font/></dxf><dxf><fill/></dxf><dxf><border/></dxf></dxfs>',
    );
  });

  it("knows notes by their first words where the author was lost, in runs as LibreOffice writes them", () => {
    const bytes = makePackage({
      sheets: [{ name: "表", inner: "<sheetData/>", relations: [["rId1", "comments", "../comments1.xml"]] }],
      parts: {
        "xl/comments1.xml":
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author> </author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>【台账</t></r><r><t>助手】某</t></r></text></comment><comment ref="A2" authorId="0"><text><t>别人的，提到【台账助手】</t></text></comment></commentList></comments>',
      },
    });
    const clean = cleanXlsx(open(bytes));
    expect(clean.removed).toEqual(["notes:表"]);
    expect(Buffer.from(contents(clean.bytes).get("xl/comments1.xml")!, "latin1").toString()).toContain(
      '<commentList><comment ref="A2" authorId="0"><text><t>别人的，提到【台账助手】</t></text></comment></commentList>',
    );
  });

  it("moves views and local names when the report was dragged to the front", () => {
    const bytes = makePackage({
      sheets: [
        {
          name: "核验报告",
          inner: '<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData>',
        },
        { name: "台账", inner: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' },
      ],
      strings: "<si><t>共用</t></si><si><t>只在报告里</t></si>",
      afterSheets:
        '<definedNames><definedName name="_taizhang_report" localSheetId="0" hidden="1">核验报告!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">核验报告!$A$1:$B$2</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">台账!$1:$1</definedName></definedNames>',
      parts: {
        "docProps/app.xml":
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="urn:vt"><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="2" baseType="lpstr"><vt:lpstr>核验报告</vt:lpstr><vt:lpstr>台账</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
        "_rels/.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>',
      },
    });
    const clean = cleanXlsx(open(bytes));
    expect(clean.removed).toEqual(["sheet:核验报告"]);
    const parts = new Map(
      [...contents(clean.bytes)].map(([name, text]) => [name, Buffer.from(text, "latin1").toString()]),
    );
    expect(parts.get("xl/workbook.xml")).toContain(
      '<sheets><sheet name="台账" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">台账!$1:$1</definedName></definedNames>',
    );
    expect(parts.get("xl/sharedStrings.xml")).toContain("<si><t>共用</t></si><si><t/></si>");
    expect(parts.get("docProps/app.xml")).toContain("<vt:i4>1</vt:i4>");
    expect(parts.get("docProps/app.xml")).toContain(
      '<vt:vector size="1" baseType="lpstr"><vt:lpstr>台账</vt:lpstr></vt:vector>',
    );
    expect([...parts.keys()]).not.toContain("xl/worksheets/sheet1.xml");
  });

  it("does not touch a user's rule, note or sheet that merely resembles ours", () => {
    const parts = fullWorkbookParts();
    const sheet = (parts["xl/worksheets/sheet1.xml"] as string).replace(
      '<formula>"已完成"</formula>',
      '<formula>LEN("某:error:1")&gt;0</formula>',
    );
    const bytes = zipParts({ ...parts, "xl/worksheets/sheet1.xml": sheet });
    expect(cleanXlsx(open(bytes)).removed).toEqual([]);
  });
});
