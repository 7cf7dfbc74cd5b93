/** Drop-downs that the task pane put into a workbook: in a file they are no part of the ledger, and the clean copy has none. */
import { cleanXlsx, createFflateInflater, findReports, PackageEditor, readXlsx } from "../../../../src/hosts/file/xlsx";
import { contents, makePackage, open, type PackageParts } from "./make-package";

const DATA = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const WORDS = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>已完成</t></is></c></row></sheetData>';
const MARKS = ["_taizhang_report", "_taizhang_lists"]
  .map((name) => `<definedName name="${name}" localSheetId="1" hidden="1">下拉选项!$A$1</definedName>`)
  .join("");
const rule = (source: string, cells: string) =>
  `<dataValidation type="list" allowBlank="1" sqref="${cells}"><formula1>${source}</formula1></dataValidation>`;
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const extended = (rules: readonly string[], beside = "") =>
  `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${X14}">` +
  `<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="${rules.length}">` +
  `${rules.join("")}</x14:dataValidations></ext>${beside}</extLst>`;
const x14Rule = (source: string, cells: string) =>
  `<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>${source}</xm:f></x14:formula1>` +
  `<xm:sqref>${cells}</xm:sqref></x14:dataValidation>`;
const lists = (...rules: readonly string[]) =>
  rules.length === 0 ? "" : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;

const book = (inner: string): Uint8Array => {
  const parts: PackageParts = {
    sheets: [
      { name: "台账", inner: DATA + inner },
      { name: "下拉选项", inner: WORDS },
      { name: "名录", inner: DATA },
    ],
    afterSheets: `<definedNames>${MARKS}</definedNames>`,
  };
  return makePackage(parts);
};
const OURS = rule("下拉选项!$A$2:$A$9", "C2:C9");
const THEIRS = rule("名录!$A$1:$A$3", "D2:D9");
const x14Ours = x14Rule("'下拉选项'!$A$2:$A$9", "C2:C9");
const x14Theirs = x14Rule("名录!$A$1:$A$3", "D2:D9");
const OTHER = '<ext uri="{某}"><某/></ext>';

test.each([
  ["alone in the list", lists(OURS), ""],
  ["beside somebody's", lists(THEIRS, OURS), lists(THEIRS)],
  ["among the extensions", extended([x14Ours]), ""],
  ["among the extensions beside somebody's", extended([x14Theirs, x14Ours]), extended([x14Theirs])],
  ["in an extension of its own beside others", extended([x14Ours], OTHER), `<extLst>${OTHER}</extLst>`],
  ["in both places", lists(OURS, THEIRS) + extended([x14Ours]), lists(THEIRS)],
  ["nowhere", lists(THEIRS), lists(THEIRS)],
])("%s", async (_where, inner, left) => {
  const bytes = book(inner);
  const pack = open(bytes);
  expect((await readXlsx(bytes, { inflater: createFflateInflater() })).grids.map(({ sheet }) => sheet)).toEqual([
    "台账",
    "名录",
  ]);
  expect(findReports(new PackageEditor(pack))).toEqual([]);
  const { bytes: clean, removed } = cleanXlsx(pack);
  const parts = contents(clean);
  const text = (part: string) => Buffer.from(parts.get(part)!, "latin1").toString();
  expect(text("xl/worksheets/sheet1.xml")).toContain(`${DATA}${left}</worksheet>`);
  expect(text("xl/workbook.xml")).not.toMatch(/_taizhang|下拉选项/u);
  expect([...parts.keys()]).not.toContain("xl/worksheets/sheet2.xml");
  expect(removed).toEqual([...(inner === left ? [] : ["lists:台账"]), "sheet:下拉选项"]);
});
