/** Tables of figures in a draft: rows as lines, and corrections back into their cells. */
import { strFromU8, unzipSync } from "fflate";
import { createNodeInflater } from "../../../../src/hosts/file/node-zlib";
import { openDraft } from "../../../../src/hosts/file/open-draft";
import { makeDocx, paragraph } from "./make-docx";

const inflater = createNodeInflater();
const open = (body: string) => openDraft("稿.docx", makeDocx(body), inflater);
const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const plain = (...texts: string[]) => row(...texts.map((text) => cell(text === "" ? "<w:p/>" : paragraph(text))));
const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;
const WIDE = '<w:gridSpan w:val="2"/>';

test.each<[string, string, readonly string[]]>([
  ["rows of figures", table(plain("单位", "总数"), plain("甲科", "3")), ["单位\t总数", "甲科\t3"]],
  [
    "a wide cell stands in its first column, a merged one in its first row",
    table(
      row(cell(paragraph("单位"), '<w:vMerge w:val="restart"/>'), cell(paragraph("整改情况"), WIDE)),
      row(cell("<w:p/>", "<w:vMerge/>"), cell(paragraph("总数")), cell(paragraph("已完成"))),
      plain("甲科", "3", "2"),
    ),
    ["单位\t整改情况\t", "\t总数\t已完成", "甲科\t3\t2"],
  ],
  [
    "paragraphs and breaks of a cell are parted by a blank, empty ones are nothing",
    table(row(cell(paragraph("单位") + "<w:p/>"), cell(paragraph("问题") + paragraph("总数"))), plain("甲科", "3")),
    ["单位\t问题 总数", "甲科\t3"],
  ],
  [
    "a row without text",
    table(plain("单位", "总数"), plain("", ""), plain("甲科", "3")),
    ["单位\t总数", "\t", "甲科\t3"],
  ],
  ["one column", table(plain("3"), plain("4")), ["3", "4"]],
  [
    "words",
    table(plain("序号", "问题", "单位"), plain("1", "制度不全", "甲科")),
    ["序号", "问题", "单位", "1", "制度不全", "甲科"],
  ],
  [
    "a table within: the outer one stays as it is",
    table(row(cell(paragraph("外")), cell(table(plain("单位", "数"), plain("甲科", "3")) + "<w:p/>"))),
    ["外", "单位\t数", "甲科\t3", ""],
  ],
  [
    "a tab within a cell",
    table(
      plain("单位", "总数"),
      row(cell("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>科</w:t></w:r></w:p>"), cell(paragraph("3"))),
    ),
    ["单位", "总数", "甲\t科", "3"],
  ],
])("%s", (_name, body, lines) => {
  const draft = open(body + paragraph("后"));
  expect(draft.lines).toEqual([...lines, "后"]);
  expect([...draft.cells]).toEqual(lines.map((_, index) => index));
});

const BODY = table(
  plain("单位", "总数", "备注"),
  row(cell(paragraph("甲科")), cell(paragraph("1", "3")), cell("<w:p/>")),
);

test("a correction goes into its cell and changes nothing else", () => {
  const draft = open(BODY);
  expect(draft.lines[1]).toBe("甲科\t13\t");
  const { draft: next, applied } = draft.correct([{ line: 2, start: 3, end: 5, quote: "13", value: "12" }]);
  expect(applied).toBe(1);
  expect(next.lines).toEqual(["单位\t总数\t备注", "甲科\t12\t"]);
  const main = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  expect(main(next.bytes())).toBe(main(draft.bytes()).replace(paragraph("1", "3"), paragraph("12", "")));
});

test.each([
  ["over the border of two cells", 1, 4],
  ["the border itself", 2, 3],
  ["in an empty cell", 6, 6],
])("left: %s", (_name, start, end) => {
  const draft = open(BODY);
  const quote = draft.lines[1]!.slice(start, end);
  const { left, draft: next } = draft.correct([{ line: 2, start, end, quote, value: "改" }]);
  expect(left.map(({ reason }) => reason)).toEqual(["noText"]);
  expect(next.lines).toEqual(draft.lines);
});
