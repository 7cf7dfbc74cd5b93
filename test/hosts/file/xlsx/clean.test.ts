/** The clean copy: whatever became of the report meanwhile, and whatever the workbook refers to, only ours goes. */
import fc from "fast-check";
import { cleanXlsx, PackageEditor, patchXlsx, removeOurs, type PatchChanges } from "../../../../src/hosts/file/xlsx";
import { proveClean } from "../../../../src/hosts/file/xlsx/prove-clean";
import { contents, makePackage, MAIN, open, packageParts, zipParts, type PackageParts } from "./make-package";

const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const DATA = '<sheetData><row r="1"><c r="A1" s="0"><v>1</v></c></row></sheetData>';
const styles = (more: string) =>
  `<fonts count="1"><font><sz val="11"/></font></fonts><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
  `<cellXfs count="1"><xf fontId="0"/></cellXfs>${more}`;

function annotation(sheet: string): PatchChanges {
  return {
    marks: [
      { sheet, row: 0, col: 0, severity: "error", note: "某" },
      { sheet, row: 2, col: 1, severity: "info" },
    ],
    reports: [
      {
        name: "核验报告",
        columns: [{ width: 20 }],
        rows: [[{ value: "标题", bold: true }], [{ value: "A1", link: { sheet, row: 0, col: 0 }, wrap: true }]],
      },
    ],
    state: new Map([["ignores", "{}"]]),
  };
}

function text(bytes: Uint8Array, part: string): string {
  return Buffer.from(contents(bytes).get(part)!, "latin1").toString();
}

/** A copy with one part's text changed, as another program (or a person) would. */
function edit(bytes: Uint8Array, part: string, change: (before: string) => string): Uint8Array {
  const before = text(bytes, part);
  const after = change(before);
  if (after === before) throw new Error(`${part} has nothing to change`);
  const parts = Object.fromEntries(
    [...contents(bytes)].map(([name, t]) => [name, new Uint8Array(Buffer.from(t, "latin1"))]),
  );
  return zipParts({ ...parts, [part]: after });
}

describe("the report moved, activated, brought to the front of the tabs, renamed", () => {
  const WORKBOOK = "xl/workbook.xml";
  const tab = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
  const view = fc.record({ activeTab: tab, firstSheet: tab });
  type Tabs = { readonly activeTab: number | null; readonly firstSheet: number | null };

  const book = (count: number, views: readonly Tabs[], named: readonly number[]): Uint8Array => {
    const wanted: PackageParts = {
      sheets: Array.from({ length: count }, (_, i) => ({ name: `表${i + 1}`, inner: DATA })),
      styles: styles(""),
      afterSheets:
        named.length === 0
          ? ""
          : `<definedNames>${named.map((i) => `<definedName name="区${i}" localSheetId="${i % count}">表1!$A$1</definedName>`).join("")}</definedNames>`,
    };
    const parts = packageParts(wanted);
    const attribute = (name: string, value: number | null): string => (value === null ? "" : ` ${name}="${value}"`);
    const list = views.map(
      (each) =>
        `<workbookView xWindow="0"${attribute("firstSheet", each.firstSheet)}${attribute("activeTab", each.activeTab)}/>`,
    );
    const bookViews = list.length === 0 ? "" : `<bookViews>${list.join("")}</bookViews>`;
    return zipParts({ ...parts, [WORKBOOK]: (parts[WORKBOOK] as string).replace("<sheets>", `${bookViews}<sheets>`) });
  };

  /** What Excel does to the workbook part when a person drags the last tab to `to`. */
  const drag = (xml: string, count: number, to: number): string => {
    const move = (index: number): number => (index === count ? to : index >= to ? index + 1 : index);
    const tags = xml.match(/<sheet [^>]*>/g)!;
    const report = tags[count]!;
    const others = tags.slice(0, count);
    others.splice(to, 0, report);
    return xml
      .replace(/<sheets>.*<\/sheets>/s, `<sheets>${others.join("")}</sheets>`)
      .replace(/(localSheetId|activeTab|firstSheet)="(\d+)"/g, (_whole, name: string, n: string) =>
        name === "localSheetId" || Number(n) <= count ? `${name}="${move(Number(n))}"` : `${name}="${n}"`,
      )
      .replace(/<workbookView [^>]*>/g, (tag) =>
        // A tab that nothing named was the first, and is named once it stands elsewhere.
        to > 0 || tag.includes("activeTab") ? tag : tag.replace("/>", ' activeTab="1"/>'),
      );
  };
  const show = (xml: string, name: "activeTab" | "firstSheet", index: number): string =>
    xml.replace(/<workbookView [^>]*>/g, (tag) =>
      tag.includes(name)
        ? tag.replace(new RegExp(`${name}="\\d+"`), `${name}="${index}"`)
        : tag.replace("/>", ` ${name}="${index}"/>`),
    );

  it("gives back every part", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(view, { maxLength: 2 }),
        fc.array(fc.nat(3), { maxLength: 3 }),
        fc.nat(4),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (count, views, named, place, active, first, renamed) => {
          // Tabs that are there: what programs write.
          const inside = views.map((v) => ({
            activeTab: v.activeTab === null ? null : v.activeTab % count,
            firstSheet: v.firstSheet === null ? null : v.firstSheet % count,
          }));
          const original = book(count, inside, named);
          let copy = patchXlsx(open(original), annotation("表1")).bytes;
          const to = place % (count + 1);
          const change = (xml: string): string => {
            let out = to === count ? xml : drag(xml, count, to);
            if (active) out = show(out, "activeTab", to);
            if (first) out = show(out, "firstSheet", to);
            return renamed ? out.replaceAll("核验报告", "给领导看的") : out;
          };
          if (change(text(copy, WORKBOOK)) !== text(copy, WORKBOOK)) copy = edit(copy, WORKBOOK, change);
          const { bytes, removed } = cleanXlsx(open(copy));
          expect(removed).toHaveLength(4);
          expect(contents(bytes)).toEqual(contents(original));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("a report that is first, active and first visible, and whose name says nothing of the tabs before", () => {
    const original = book(4, [{ activeTab: 4, firstSheet: 4 }], []);
    const copy = edit(patchXlsx(open(original), annotation("表1")).bytes, WORKBOOK, (xml) =>
      drag(xml, 4, 0)
        .replace(/ comment="[^"]*"/, "")
        .replace(/(activeTab|firstSheet)="\d+"/g, '$1="0"'),
    );
    expect(text(cleanXlsx(open(copy)).bytes, WORKBOOK)).toContain('firstSheet="0" activeTab="0"');
  });
});

describe("workbooks that refer to what is not there, or is there for some readers only", () => {
  const formats = (inner: string) => `<dxfs count="1">${inner}</dxfs>`;
  const alternate = (one: string, other: string) =>
    `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice xmlns:x="urn:x" Requires="x">${one}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`;
  const rule =
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="6" priority="1"><formula>1</formula></cfRule></conditionalFormatting>';
  const sheet = (inner = DATA) => [{ name: "表", inner }];
  const missing: PackageParts = {
    sheets: sheet(),
    relations: [["rId9", "styles", "styles.xml"]],
    types: [["xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"]],
  };

  it.each<[string, PackageParts]>([
    ["a styles part that is spoken of and missing", missing],
    [
      "notes and a drawing that are spoken of and missing",
      {
        sheets: [{ name: "表", inner: DATA, relations: [["rId1", "comments", "../comments1.xml"]] }],
        types: [["xl/comments1.xml", "x"]],
      },
    ],
    ["a font beyond the fonts", { sheets: sheet(), styles: styles("").replace("<xf/>", '<xf fontId="1"/>') }],
    ["a cell's style beyond the styles", { sheets: sheet(DATA.replace('s="0"', 's="1"')), styles: styles("") }],
    ["a format in alternate content", { sheets: sheet(), styles: styles(formats(alternate("<dxf/>", "<dxf/>"))) }],
    ["a rule with a format beyond the formats", { sheets: sheet(DATA + rule), styles: styles(formats("<dxf/>")) }],
    ["a rule with a format where there are none", { sheets: sheet(DATA + rule), styles: styles("") }],
    [
      "fonts for some readers only",
      { sheets: sheet(), styles: styles("").replace("<font>", `${alternate("<font/>", "")}<font>`) },
    ],
  ])("%s: annotated and cleaned it is the original", (_name, wanted) => {
    const original = makePackage(wanted);
    const { bytes } = patchXlsx(open(original), annotation("表"));
    expect(contents(cleanXlsx(open(bytes)).bytes)).toEqual(contents(original));
  });

  const VML =
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
  const withNotes = (comments: string, vml = ""): PackageParts => ({
    sheets: [
      {
        name: "表",
        inner: vml === "" ? DATA : `${DATA}<legacyDrawing r:id="rId2"/>`,
        relations: [
          ["rId1", "comments", "../comments1.xml"],
          ["rId2", "vmlDrawing", "../v.vml"],
        ],
      },
    ],
    styles: styles(""),
    parts: { "xl/comments1.xml": comments, "xl/v.vml": `<xml ${VML}>${vml}</xml>` },
  });
  const comments = (authors: string, list: string): string =>
    `<comments xmlns="${MAIN}"><authors>${authors}</authors>${list}</comments>`;
  const note = (author: number): string =>
    `<commentList><comment ref="C3" authorId="${author}"><text><t>某</t></text></comment></commentList>`;
  const shape =
    '<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>';

  it.each<[string, PackageParts]>([
    ["shapes whose type is missing", withNotes(comments("<author>甲</author>", note(0)), shape)],
    ["a note by an author who is not there", withNotes(comments("<author>甲</author>", note(1)), shape)],
    ["authors for some readers only", withNotes(comments(alternate("<author>甲</author>", ""), note(0)), shape)],
    ["notes without any note", withNotes(comments("<author>甲</author>", ""), shape)],
    ["notes that are nothing", withNotes(`<comments xmlns="${MAIN}"></comments>`)],
    ["notes that are something else", withNotes(`<chart xmlns="${MAIN}"><a/></chart>`)],
    ["no format for cells at all", { sheets: sheet(), styles: styles("").replace('<xf fontId="0"/>', "") }],
    [
      "a name of a tab far beyond the tabs",
      {
        sheets: sheet(),
        afterSheets: '<definedNames><definedName name="区" localSheetId="9">表!$A$1</definedName></definedNames>',
      },
    ],
  ])("%s: annotated and cleaned it is the original, too", (_name, wanted) => {
    const original = makePackage(wanted);
    const { bytes } = patchXlsx(open(original), annotation("表"));
    expect(contents(cleanXlsx(open(bytes)).bytes)).toEqual(contents(original));
  });

  it("a name of the very tab that the report would be: refused", () => {
    const afterSheets = '<definedNames><definedName name="区" localSheetId="1">表!$A$1</definedName></definedNames>';
    expect(() => patchXlsx(open(makePackage({ sheets: sheet(), afterSheets })), annotation("表"))).toThrow(
      expect.objectContaining({ detail: "dangling" }),
    );
  });

  it("a mark never gets the number of another's format", () => {
    const marked = (wanted: PackageParts) => {
      const { bytes } = patchXlsx(open(makePackage(wanted)), annotation("表"));
      return text(bytes, "xl/worksheets/sheet1.xml").match(/dxfId="(\d+)" priority="[2-9]/)?.[1];
    };
    expect(marked({ sheets: sheet(DATA + rule), styles: styles(formats("<dxf/>")) })).toBe("7");
    const wrapped = { sheets: sheet(), styles: styles(formats(alternate("<dxf/>", "<dxf/>"))) };
    expect(text(patchXlsx(open(makePackage(wrapped)), annotation("表")).bytes, "xl/worksheets/sheet1.xml")).toContain(
      'dxfId="1"',
    );
  });

  it.each([
    ["formats of two lengths", styles(formats(alternate("<dxf/>", "<dxf/><dxf/>")))],
    ["a list of formats inside alternate content", styles(alternate("<dxfs><dxf/></dxfs>", "<dxfs/>"))],
    ["a rule far beyond the formats", null],
  ])("%s: refused with the reason, never guessed", (_name, inner) => {
    const far = rule.replace('"6"', '"6000"');
    const bytes = makePackage({ sheets: sheet(inner === null ? DATA + far : DATA), styles: inner ?? styles("") });
    expect(() => patchXlsx(open(bytes), annotation("表"))).toThrow(
      expect.objectContaining({ code: "damaged", detail: "dangling" }),
    );
  });

  it("properties that are damaged stay as they are", () => {
    const parts = packageParts({ sheets: sheet() });
    const original = zipParts({
      ...parts,
      "_rels/.rels": (parts["_rels/.rels"] as string).replace(
        "</Relationships>",
        '<Relationship Id="p" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>',
      ),
      "docProps/app.xml": "<Properties><TitlesOfParts>",
    });
    const { bytes } = patchXlsx(open(original), annotation("表"));
    expect(contents(cleanXlsx(open(bytes)).bytes)).toEqual(contents(original));
  });
});

describe("the proof", () => {
  const original = makePackage({
    sheets: [
      {
        name: "表",
        inner: `${DATA}<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>`,
      },
      { name: "二", inner: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' },
    ],
    strings: "<si><t>用户的字</t></si><si><t>别的</t></si>",
    styles: styles('<dxfs count="1"><dxf><font/></dxf></dxfs>'),
    afterSheets: '<definedNames><definedName name="区" localSheetId="1">二!$A$1</definedName></definedNames>',
    types: [["xl/theme.xml", "application/xml"]],
    relations: [["rId9", "theme", "theme.xml"]],
    parts: { "xl/theme.xml": `<a xmlns="${MAIN}"/>` },
  });

  it.each<[string, string, (text: string) => string]>([
    ["a cell", "xl/worksheets/sheet1.xml", (t) => t.replace("<v>1</v>", "<v>2</v>")],
    [
      "a rule of the user",
      "xl/worksheets/sheet1.xml",
      (t) => t.replace(/<conditionalFormatting.*<\/conditionalFormatting>/s, ""),
    ],
    ["a margin", "xl/worksheets/sheet1.xml", (t) => t.replace('left="1"', 'left="2"')],
    ["a font", "xl/styles.xml", (t) => t.replace('<font><sz val="11"/></font>', "<font/>")],
    ["a font too many gone", "xl/styles.xml", (t) => t.replace('<font><sz val="11"/></font>', "")],
    ["a format too many gone", "xl/styles.xml", (t) => t.replace("<dxf><font/></dxf>", "")],
    ["a format too many", "xl/styles.xml", (t) => t.replace("</dxfs>", "<dxf/></dxfs>")],
    ["a relationship", "xl/_rels/workbook.xml.rels", (t) => t.replace(/<Relationship [^>]*theme[^>]*>/, "")],
    ["a content type", "[Content_Types].xml", (t) => t.replace(/<Override [^>]*theme[^>]*>/, "")],
    ["a content type's words", "[Content_Types].xml", (t) => t.replace("application/xml", "text/xml")],
    ["a name", "xl/workbook.xml", (t) => t.replace("区", "区域")],
    ["a name's sheet", "xl/workbook.xml", (t) => t.replace('localSheetId="1"', 'localSheetId="0"')],
    ["a sheet", "xl/workbook.xml", (t) => t.replace(/<sheet name="二"[^>]*>/, "")],
    [
      "a shared string of a cell",
      "xl/sharedStrings.xml",
      (t) => t.replace("<si><t>用户的字</t></si>", "<si><t/></si>"),
    ],
  ])("refuses a copy in which %s changed besides", (_what, part, change) => {
    const pack = open(patchXlsx(open(original), annotation("表")).bytes);
    const before = new PackageEditor(pack);
    const after = before.fork();
    removeOurs(after);
    const good = after.fork();
    expect(() => proveClean(pack, before, good, good.write())).not.toThrow();
    const changed = change(after.text(part));
    expect(changed).not.toBe(after.text(part));
    after.setText(part, changed);
    expect(() => proveClean(pack, before, after, after.write())).toThrow(
      expect.objectContaining({ code: "hostFailed", detail: expect.stringContaining(part) }),
    );
  });
});
