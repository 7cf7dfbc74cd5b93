/** Forms from above: a copy in which the places alone differ, in workbooks and Word documents; a refusal is one sentence. */
import * as fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { fillForm, formFailure } from "../../src/app/form";
import { createSession } from "../../src/app/session/session";
import type { Session } from "../../src/app/session";
import { NO_FACTS, type Facts } from "../../src/app/documents";
import { createNodeDraftTools } from "../../src/hosts/file/node";
import { createMemoryHost } from "../hosts/memory-host";
import { makeDocx, paragraph } from "../hosts/file/docx/make-docx";
import { makePackage } from "../hosts/file/xlsx/make-package";
import { environment } from "./session/environment";
import { ledgerSheet } from "./session/ledger-sheet";

let session: Session;
beforeAll(async () => {
  session = createSession(environment());
  await session.open(createMemoryHost([ledgerSheet()]));
});

async function outcomeOf(bytes: Uint8Array, name: string, facts: Facts = NO_FACTS) {
  const form = await createNodeDraftTools().openForm(name, bytes);
  return fillForm(session, form, facts)!;
}

async function filledOf(bytes: Uint8Array, name: string, facts?: Facts) {
  const outcome = await outcomeOf(bytes, name, facts);
  if (!outcome.ok) throw new Error(outcome.zh);
  return outcome;
}

async function refusal(bytes: Uint8Array, name: string): Promise<string> {
  const outcome = await outcomeOf(bytes, name);
  if (outcome.ok) throw new Error("filled");
  for (const sentence of [outcome.zh, outcome.en]) expect(sentence).toMatch(/^[^\n]{8,600}[。.]$/u);
  return outcome.zh;
}

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!);

/** Parts of a package that differ. */
function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [one, other] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(other)).toEqual(Object.keys(one));
  return Object.keys(one).filter((name) => Buffer.compare(one[name]!, other[name]!) !== 0);
}

const sheetWith = (cells: string, strings?: string, more = ""): Uint8Array =>
  makePackage({
    sheets: [{ name: "表1", inner: `<sheetData>${cells}</sheetData>${more}` }],
    ...(strings === undefined ? {} : { strings }),
  });
const inline = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("a workbook", () => {
  it("gets numbers where a figure is alone, text elsewhere, and nothing else changes", async () => {
    const bytes = sheetWith(
      `<row r="1">${inline("A1", "反馈问题")}${inline("B1", "{反馈问题.总数}")}${inline("C1", "完成率{反馈问题.完成率}")}</row>`,
    );
    const { bytes: copy, filled, open, formulas } = await filledOf(bytes, "表.xlsx");
    expect([filled, open, formulas]).toEqual([2, [], false]);
    expect(changedParts(bytes, copy)).toEqual(["xl/worksheets/sheet1.xml"]);
    const sheet = part(copy, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain(inline("A1", "反馈问题"));
    expect(sheet).toContain('<c r="B1"><v>4</v></c>');
    expect(sheet).toContain(inline("C1", "完成率50%"));
  });

  it("keeps the runs of a text in several looks, also where a place lies over some of them", async () => {
    const bytes = sheetWith(
      '<row r="1"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
      "<si><r><t>共</t></r><r><rPr><b/></rPr><t>{反馈问题</t></r><r><rPr><i/></rPr><t>.总数}</t></r>" +
        '<r><t xml:space="preserve"> 个</t></r><rPh sb="0" eb="1"><t>gong</t></rPh></si><si><t>原样</t></si>',
    );
    const { bytes: copy } = await filledOf(bytes, "表.xlsx");
    expect(changedParts(bytes, copy)).toEqual(["xl/worksheets/sheet1.xml"]);
    expect(part(copy, "xl/worksheets/sheet1.xml")).toContain(
      '<c r="A1" s="0" t="inlineStr"><is><r><t>共</t></r><r><rPr><b/></rPr><t>4</t></r><r><rPr><i/></rPr><t></t></r>' +
        '<r><t xml:space="preserve"> 个</t></r></is></c><c r="B1" t="s"><v>1</v></c>',
    );
  });

  it("says that formulas are calculated anew, and asks for it", async () => {
    const bytes = sheetWith(`<row r="1">${inline("A1", "{反馈问题.总数}")}<c r="B1"><f>A1*2</f><v>0</v></c></row>`);
    const { bytes: copy, formulas } = await filledOf(bytes, "表.xlsx");
    expect(formulas).toBe(true);
    expect(part(copy, "xl/workbook.xml")).toMatch(/<calcPr[^>]*fullCalcOnLoad="1"/u);
    expect(part(copy, "xl/worksheets/sheet1.xml")).toContain('<c r="B1"><f>A1*2</f></c>');
  });

  it.each<[string, string, string]>([
    ["a text", '<c r="B1" s="3" t="str"><f>A1&amp;""</f><v>{反馈问题</v></c>', '<c r="B1" s="3"><f>A1&amp;""</f></c>'],
    ["an error", '<c r="B1" t="e"><f>A1-1</f><v>#VALUE!</v></c>', '<c r="B1"><f>A1-1</f></c>'],
    ["shared", '<c r="B1"><f t="shared" si="0"/><v>7</v></c>', '<c r="B1"><f t="shared" si="0"/></c>'],
    ["none", '<c r="B1"><f>A1</f></c>', '<c r="B1"><f>A1</f></c>'],
  ])("keeps no result that was reckoned before: %s", async (_, before, after) => {
    const constant = '<c r="C1"><v>7</v></c>';
    const bytes = sheetWith(`<row r="1">${inline("A1", "{反馈问题.总数}")}${before}${constant}</row>`);
    const { bytes: copy } = await filledOf(bytes, "表.xlsx");
    expect(part(copy, "xl/worksheets/sheet1.xml")).toContain(after + constant);
  });

  it("writes what looks like a formula as text", async () => {
    const bytes = sheetWith(`<row r="1">${inline("A1", "{单位全称}")}${inline("B1", "{反馈问题.总数}")}</row>`);
    const { bytes: copy } = await filledOf(bytes, "表.xlsx", { ...NO_FACTS, unit: '=HYPERLINK("x")&<b>' });
    const sheet = part(copy, "xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain(inline("A1", "=HYPERLINK(&quot;x&quot;)&amp;&lt;b&gt;"));
  });

  it("fills headers and footers, a number apart from a size, and & of a value doubled", async () => {
    const footer = "<oddFooter>&amp;C&amp;12{反馈问题.总数}&amp;R&amp;P</oddFooter>";
    const header = '<oddHeader>&amp;L&amp;"宋体,常规"{单位全称}{n}</oddHeader>';
    const bytes = sheetWith(
      `<row r="1">${inline("A1", "{反馈问题.总数}")}</row>`,
      undefined,
      `<headerFooter>${header}${footer}</headerFooter>`,
    );
    const { bytes: copy, filled } = await filledOf(bytes, "表.xlsx", { ...NO_FACTS, unit: "某县A&B局" });
    expect(filled).toBe(3);
    expect(changedParts(bytes, copy)).toEqual(["xl/worksheets/sheet1.xml"]);
    const sheet = part(copy, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<c r="A1"><v>4</v></c>');
    expect(sheet).toMatch(
      /<oddHeader>&amp;L&amp;(?:"|&quot;)宋体,常规(?:"|&quot;)某县A&amp;&amp;B局\{n\}<\/oddHeader><oddFooter>&amp;C&amp;12 4&amp;R&amp;P<\/oddFooter>/u,
    );
  });

  it("fills text boxes, whose runs keep their looks", async () => {
    const draw = "http://schemas.openxmlformats.org/drawingml/2006/main";
    const box = (text: string): string =>
      `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${draw}">` +
      `<xdr:sp><xdr:txBody><a:p>${text}</a:p></xdr:txBody></xdr:sp></xdr:wsDr>`;
    const bytes = makePackage({
      sheets: [
        {
          name: "表1",
          inner: '<sheetData/><drawing r:id="rId1"/>',
          relations: [["rId1", "drawing", "../drawings/drawing1.xml"]],
        },
      ],
      parts: {
        "xl/drawings/drawing1.xml": box(
          '<a:r><a:t>共{反馈问题</a:t></a:r><a:r><a:rPr b="1"/><a:t>.总数}个</a:t></a:r>',
        ),
      },
    });
    const { bytes: copy } = await filledOf(bytes, "表.xlsx");
    expect(changedParts(bytes, copy)).toEqual(["xl/drawings/drawing1.xml"]);
    expect(part(copy, "xl/drawings/drawing1.xml")).toBe(
      box('<a:r><a:t>共4</a:t></a:r><a:r><a:rPr b="1"/><a:t>个</a:t></a:r>'),
    );
  });

  const withPart = (relation: string, path: string, content: string): Uint8Array =>
    makePackage({
      sheets: [{ name: "表1", inner: "<sheetData/>", relations: [["rId1", relation, `../${path}`]] }],
      parts: { [`xl/${path}`]: content },
    });

  it("fills comments", async () => {
    const comment = (text: string): string =>
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>{n}</author></authors>' +
      `<commentList><comment ref="B2" authorId="0"><text>${text}</text></comment></commentList></comments>`;
    const bytes = withPart(
      "comments",
      "comments1.xml",
      comment("<r><rPr><b/></rPr><t>共{反馈问题</t></r><r><t>.总数}个</t></r>"),
    );
    const { bytes: copy } = await filledOf(bytes, "表.xlsx");
    expect(part(copy, "xl/comments1.xml")).toBe(comment("<r><rPr><b/></rPr><t>共4</t></r><r><t>个</t></r>"));
    const wrong = withPart("comments", "comments1.xml", comment("<t>{反馈问题.总书}</t>"));
    expect(await refusal(wrong, "表.xlsx")).toContain("表1!B2批注");
  });

  it("names places in text boxes of the old kind, which cannot be written, and fills none", async () => {
    const box = (text: string): string =>
      `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div><font face="宋体">${text}<br></font></div></v:textbox></v:shape></xml>`;
    const told = await refusal(
      withPart("vmlDrawing", "drawings/vmlDrawing1.vml", box("共{反馈问题.总数}个")),
      "表.xlsx",
    );
    expect(told).toContain("表1旧式文本框 没有可以写的文字");
    expect(await refusal(withPart("vmlDrawing", "drawings/vmlDrawing1.vml", box("共 个")), "表.xlsx")).toContain(
      "没有占位",
    );
  });

  it("names a wrong place of a header, and fills none", async () => {
    const bytes = sheetWith(
      `<row r="1">${inline("A1", "{反馈问题.总数}")}</row>`,
      undefined,
      "<headerFooter><oddHeader>{反馈问题.总书}</oddHeader></headerFooter>",
    );
    expect(await refusal(bytes, "表.xlsx")).toContain("表1页眉");
  });

  it("names every cell that refuses, and fills none", async () => {
    const protectedSheet = sheetWith(
      `<row r="1">${inline("A1", "{反馈问题.总数}")}</row><row r="2">${inline("B2", "{反馈问题.已完成}")}</row>`,
      undefined,
      '<sheetProtection sheet="1"/>',
    );
    const told = await refusal(protectedSheet, "表.xlsx");
    expect(told).toContain("表1!A1 工作表受保护");
    expect(told).toContain("表1!B2 工作表受保护");
    const formula = sheetWith(
      '<row r="1"><c r="C1" t="str"><f>"{反馈问题"&amp;".总数}"</f><v>{反馈问题.总数}</v></c></row>',
    );
    expect(await refusal(formula, "表.xlsx")).toContain("表1!C1 是公式");
  });

  it("tells wrong places by their cells", async () => {
    const wrong = sheetWith(
      `<row r="1">${inline("A1", "{反馈问题.己完成}")}${inline("D1", "{信访件.较上期新增}")}</row>`,
    );
    const told = await refusal(wrong, "表.xlsx");
    expect(told).toMatch(/^「表\.xlsx」没有填写：表1!A1 .*「\{反馈问题\.已完成\}」；表1!D1 /u);
    const many = sheetWith(
      `<row r="1">${Array.from({ length: 40 }, (_, i) =>
        inline(`${String.fromCharCode(65 + (i % 20))}${i < 20 ? 1 : 2}`, "{反馈问题.错}"),
      )
        .slice(0, 20)
        .join("")}</row>`,
    );
    expect(await refusal(many, "表.xlsx")).toContain("共20处");
    expect(await refusal(sheetWith(`<row r="1">${inline("A1", "甲")}</row>`), "表.xlsx")).toContain("没有占位");
    expect(await refusal(sheetWith(`<row r="1">${inline("A1", "{联系人}")}</row>`), "表.xlsx")).toContain("联系人");
  });
});

describe("a Word document", () => {
  const HEADER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  it("is filled in paragraphs, tables and headers; runs keep their looks, other parts their bytes", async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph("已完成")}</w:tc><w:tc>${paragraph("{反馈问题.已完成}")}</w:tc></w:tr></w:tbl>`;
    const bytes = makeDocx(paragraph("共{反", "馈问题", ".总数}个，{单位全称}") + table + paragraph("甲"), {
      "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${HEADER}/header" Target="header1.xml"/></Relationships>`,
      "word/header1.xml": `<w:hdr xmlns:w="${W}"><w:p><w:r><w:t>完成率{反馈问题.完成率}</w:t></w:r></w:p></w:hdr>`,
    });
    const { bytes: copy, filled } = await filledOf(bytes, "报告.docx", { ...NO_FACTS, unit: "某县某局" });
    expect(filled).toBe(3);
    expect(changedParts(bytes, copy)).toEqual(["word/document.xml", "word/header1.xml"]);
    const before = part(bytes, "word/document.xml");
    const body = part(copy, "word/document.xml");
    expect(body).toBe(
      before
        .replace("共{反</w:t>", "共4</w:t>")
        .replace("馈问题</w:t>", "</w:t>")
        .replace(".总数}个，{单位全称}", "个，某县某局")
        .replace("{反馈问题.已完成}", "2"),
    );
    expect(part(copy, "word/header1.xml")).toContain("<w:t>完成率50%</w:t>");
  });

  it("fills both forms of a text box, split over runs as they are", async () => {
    const box = (around: string) =>
      `<${around}><w:txbxContent>${paragraph("共{反馈问题", ".总数}个")}</w:txbxContent></${around}>`;
    const inside =
      '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
      `<mc:Choice Requires="wps">${box("w:drawing")}</mc:Choice><mc:Fallback>${box("w:pict")}</mc:Fallback>` +
      "</mc:AlternateContent></w:r></w:p>";
    const { bytes } = await filledOf(makeDocx(inside), "报告.docx");
    const document = part(bytes, "word/document.xml");
    expect(document).not.toContain("{");
    const texts = Array.from(document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu), ([, text]) => text);
    expect(texts.slice(0, 2)).toEqual(texts.slice(2));
    expect(texts[0]).toMatch(/^共\d+$/u);
  });

  it("tells wrong places by their paragraphs", async () => {
    const told = await refusal(makeDocx(paragraph("甲") + paragraph("{反馈问题.错")), "报告.docx");
    expect(told).toContain("第2段");
    expect(await refusal(makeDocx(paragraph("甲")), "报告.docx")).toBe(
      "「报告.docx」里没有占位；请在要填数的地方写占位，如 {反馈问题.已完成}。",
    );
  });

  it("writes markup and control characters as text", async () => {
    const bytes = makeDocx(paragraph("{单位全称}，{反馈问题.总数}"));
    const { bytes: copy } = await filledOf(bytes, "报告.docx", { ...NO_FACTS, unit: "</w:t><w:x/>\u0001&\n乙" });
    expect(part(copy, "word/document.xml")).toContain("&lt;/w:t&gt;&lt;w:x/&gt;&amp;乙，4</w:t>");
  });

  it("fills ten thousand places, over runs and in one paragraph", async () => {
    const runs = Array.from({ length: 10_000 }, () => "<w:r><w:t>{反馈问题</w:t></w:r><w:r><w:t>.总数}、</w:t></w:r>");
    const one = makeDocx(`<w:p>${runs.join("")}</w:p>`);
    const text = part((await filledOf(one, "一段.docx")).bytes, "word/document.xml").replace(/<[^>]*>/gu, "");
    expect(text).toBe("4、".repeat(10_000));
    const many = makeDocx(paragraph("{反馈问题.总数}个").repeat(10_000));
    expect((await filledOf(many, "多段.docx")).filled).toBe(10_000);
  });

  it("changes the places only, however Word split them over runs", async () => {
    const piece = fc.constantFrom("甲", "{反馈问题.总数}", "{单位全称}", "，", "[1]", "&amp;");
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        async (pieces, cuts) => {
          const text = `{反馈问题.总数}${pieces.join("")}`;
          const texts: string[] = [];
          let at = 0;
          for (const cut of cuts) {
            if (at >= text.length) break;
            let end = Math.min(text.length, at + cut);
            // Not within an entity, which is one character of the text.
            while (end < text.length && /&[a-z]*$/u.test(text.slice(at, end))) end += 1;
            texts.push(text.slice(at, end));
            at = end;
          }
          const { bytes } = await filledOf(makeDocx(paragraph(...texts)), "段.docx", { ...NO_FACTS, unit: "某局" });
          const body = part(bytes, "word/document.xml");
          expect(body.match(/<w:t[ >][^<]*<|<w:t>/gu)?.length).toBe(texts.length);
          const written = Array.from(body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu), ([, inner]) => inner).join("");
          expect(written).toBe(text.replaceAll("{反馈问题.总数}", "4").replaceAll("{单位全称}", "某局"));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("other files", () => {
  it.each<[string, Uint8Array]>([
    ["空.xlsx", new Uint8Array()],
    ["旧.doc", strToU8("\u00d0\u00cf\u0011\u00e0")],
    ["文.txt", strToU8("文字")],
    ["图.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["压缩.zip", zipSync({ "a.txt": strToU8("a") })],
    ["坏.docx", strToU8("PK\u0003\u0004 broken")],
  ])("%s is refused in one sentence", async (name, bytes) => {
    const error: unknown = await createNodeDraftTools()
      .openForm(name, bytes)
      .then(
        () => null,
        (thrown: unknown) => thrown,
      );
    const { zh, en } = formFailure(error, name);
    expect(zh).toMatch(/^[^\n]{8,200}。$/u);
    expect(zh).toContain(name);
    expect(en).toContain(name);
  });
});
