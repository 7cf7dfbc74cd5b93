import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { HostError } from "../../../../src/hosts/port";
import { openDraft } from "../../../../src/hosts/file/open-draft";
import { createNodeInflater } from "../../../../src/hosts/file/node-zlib";
import { createFflateInflater } from "../../../../src/hosts/file/xlsx";
import type { DraftEdit } from "../../../../src/hosts/draft";
import { makeDocx, paragraph } from "./make-docx";

const inflater = createNodeInflater();
const open = (body: string, extra = {}) => openDraft("稿.docx", makeDocx(body, extra), inflater);
const main = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());

function edit(line: number, start: number, quote: string, value: string): DraftEdit {
  return { line, start, end: start + quote.length, quote, value };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof HostError) return `${error.code}/${error.detail}`;
    throw error;
  }
  return "none";
}

describe("reading", () => {
  test.each<[string, string, readonly string[]]>([
    ["runs are one line", paragraph("整改", "完成", "率87%"), ["整改完成率87%"]],
    ["entities", paragraph("A&amp;B &lt;1&gt;"), ["A&B <1>"]],
    ["an empty paragraph is a line", "<w:p/>" + paragraph("一"), ["", "一"]],
    ["tabs", "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>", ["甲\t乙"]],
    [
      "tab stops are no tabs",
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
      ["甲"],
    ],
    ["breaks end lines", "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", ["甲", "乙"]],
    [
      "deleted and moved words are gone, inserted ones are there",
      "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>" +
        "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>",
      ["新"],
    ],
    [
      "field codes are no text",
      "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>",
      ["3"],
    ],
    [
      "tables",
      `<w:tbl><w:tr><w:tc>${paragraph("甲")}</w:tc><w:tc>${paragraph("乙")}</w:tc></w:tr></w:tbl>`,
      ["甲", "乙"],
    ],
    [
      "text boxes once, as lines of their own",
      "<w:p><w:r><w:t>外</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
        paragraph("内") +
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
        paragraph("内") +
        "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>",
      ["外后", "内"],
    ],
  ])("%s", (_name, body, lines) => {
    expect(open(body).lines).toEqual(lines);
  });

  it("knows which lines stand in tables, one within another and an empty one too", () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph("丙")}</w:tc></w:tr></w:tbl>`;
    const table = `<w:tbl><w:tr><w:tc>${paragraph("乙")}${inner}${paragraph("丁")}</w:tc></w:tr></w:tbl>`;
    const { lines, cells } = open(`${paragraph("甲")}<w:tbl/>${paragraph("外")}${table}${paragraph("戊")}`);
    expect([...cells].map((line) => lines[line])).toEqual(["乙", "丙", "丁"]);
  });

  test("lines of one paragraph have its number", () => {
    const draft = open("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>" + paragraph("丙"));
    expect(draft.lines).toEqual(["甲", "乙", "丙"]);
    expect(draft.paragraphs).toEqual([1, 1, 2]);
  });
});

describe("correcting", () => {
  test("only the words at the place change, every other part stays byte for byte", () => {
    const bytes = makeDocx(paragraph("截止目前，", "共12个。"), { "word/header1.xml": "<x/>" });
    const { draft, applied, left } = openDraft("稿.docx", bytes, inflater).correct([edit(1, 0, "截止", "截至")]);
    expect([applied, left]).toEqual([1, []]);
    expect(main(draft.bytes())).toBe(main(bytes).replace("截止目前", "截至目前"));
    const [before, after] = [unzipSync(bytes), unzipSync(draft.bytes())];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of Object.keys(before)) {
      if (name !== "word/document.xml") expect(after[name]).toEqual(before[name]);
    }
  });

  test("a place across runs: the words go into the first run, with its look", () => {
    const { draft } = open(paragraph("共1", "38", "12345678，谢")).correct([edit(1, 1, "13812345678", "138****5678")]);
    expect(draft.lines).toEqual(["共138****5678，谢"]);
    expect(main(draft.bytes())).toContain(paragraph("共138****5678", "", "，谢"));
  });

  test("several in one line, in any order; a taken-out tab; what XML can't hold raw", () => {
    const body = "<w:p><w:r><w:t>甲乙</w:t><w:tab/><w:t>丙丁</w:t></w:r></w:p>";
    const { draft, applied } = open(body).correct([
      edit(1, 4, "丁", "<&>"),
      edit(1, 2, "\t", ""),
      edit(1, 0, "甲", ""),
    ]);
    expect(applied).toBe(3);
    expect(draft.lines).toEqual(["乙丙<&>"]);
  });

  test("a tab becomes words of the run before it; insertions find a run", () => {
    const body = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>";
    expect(open(body).correct([edit(1, 1, "\t", "，")]).draft.lines).toEqual(["甲，乙"]);
    expect(open(paragraph("6月5", "下文")).correct([edit(1, 3, "", "日")]).draft.lines).toEqual(["6月5日下文"]);
  });

  test("blanks at the edge are kept by Word", () => {
    const { draft } = open(paragraph("甲，", "乙")).correct([edit(1, 1, "，", " ")]);
    expect(main(draft.bytes())).toContain('<w:t xml:space="preserve">甲 </w:t>');
    expect(openDraft("稿.docx", draft.bytes(), inflater).lines).toEqual(["甲 乙"]);
  });

  test("what doesn't fit is left, with the reason", () => {
    const draft = open(paragraph("一二三") + "<w:p/>");
    const outcome = draft.correct([
      edit(1, 0, "一二", "甲"),
      edit(1, 1, "二三", "乙"),
      edit(1, 0, "三", "丙"),
      edit(2, 0, "", "丁"),
      edit(9, 0, "", "戊"),
    ]);
    expect(outcome.left.map(({ reason }) => reason).sort()).toEqual(["changed", "noLine", "noText", "overlaps"]);
    expect(outcome.draft.lines).toEqual(["甲三", ""]);
    expect(draft.lines).toEqual(["一二三", ""]);
  });

  test("property: the copy, read again, holds exactly the corrected lines", () => {
    const run = fc
      .array(fc.constantFrom("甲", "乙", "&", "<", " ", "1"), { maxLength: 4 })
      .map((list) => list.join(""));
    const lines = fc.array(fc.array(run, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
    const places = fc.array(fc.tuple(fc.nat(2), fc.nat(8), fc.nat(4), run), { maxLength: 4 });
    const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    fc.assert(
      fc.property(lines, places, (texts, wanted) => {
        const body = texts.map((runs) =>
          paragraph(...runs.map(escape)).replace(/<w:t>/g, '<w:t xml:space="preserve">'),
        );
        let draft = open(body.join(""));
        for (const [line, from, length, value] of wanted) {
          const text = draft.lines[line % texts.length] ?? "";
          const start = Math.min(from, text.length);
          const end = Math.min(start + length, text.length);
          const quote = text.slice(start, end);
          const outcome = draft.correct([{ line: (line % texts.length) + 1, start, end, quote, value }]);
          if (outcome.applied === 1) {
            expect(outcome.draft.lines[line % texts.length]).toBe(text.slice(0, start) + value + text.slice(end));
          } else expect(outcome.left[0]?.reason).toBe("noText");
          draft = outcome.draft;
        }
        expect(openDraft("稿.docx", draft.bytes(), createFflateInflater()).lines).toEqual(draft.lines);
      }),
      { numRuns: 150 },
    );
  });
});

describe("refusing", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(0), "empty/no content"],
    ["a PDF", bytes("%PDF-1.7"), "unsupportedFormat/pdf"],
    ["a web page", bytes("<!doctype html><p>通报"), "unsupportedFormat/markup"],
    [
      "a .doc",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
      "unsupportedFormat/compound file",
    ],
  ])("%s", (_name, content, code) => {
    expect(codeOf(() => openDraft("稿.docx", content, inflater))).toBe(code);
  });

  test("a workbook, a cut file, a broken body", () => {
    const noWord = makeDocx("").subarray(0);
    expect(codeOf(() => openDraft("稿.docx", noWord.subarray(0, noWord.length - 40), inflater))).toMatch(/^damaged/);
    expect(codeOf(() => open("<w:p>"))).toMatch(/^damaged/);
    expect(codeOf(() => open("<w:p>".repeat(300) + "</w:p>".repeat(300)))).toMatch(/^tooLarge/);
  });
});

describe("texts", () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  test("line ends and encoding stay", () => {
    const draft = openDraft("稿.txt", encode("截止目前\r\n第二行\n"), inflater);
    expect(draft.lines).toEqual(["截止目前", "第二行", ""]);
    const { draft: next } = draft.correct([edit(1, 0, "截止", "截至"), edit(2, 0, "第二", "二")]);
    expect(next.bytes()).toEqual(encode("截至目前\r\n二行\n"));
  });

  test("GB18030 becomes UTF-8 with a mark, UTF-16 stays", () => {
    const gbk = new Uint8Array([0xd0, 0xf2, 0xba, 0xc5]);
    const draft = openDraft("稿.txt", gbk, inflater);
    expect(draft.lines).toEqual(["序号"]);
    expect(draft.bytes()).toEqual(encode("\ufeff序号"));
    const wide = new Uint8Array([0xff, 0xfe, 0x8f, 0x5e, 0xf7, 0x53]);
    expect(openDraft("稿.txt", wide, inflater).lines).toEqual(["序号"]);
    expect(openDraft("稿.txt", wide, inflater).bytes()).toEqual(wide);
  });
});
