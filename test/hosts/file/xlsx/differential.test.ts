/**
 * Our reader against two that are not ours: on the project's own workbooks, on workbooks that three libraries write, and
 * on generated ones. Where both others agree, ours must.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { buildWithSheetJs, buildXlsx } from "../build";
import { SHEETS } from "../../contract/contract";
import { fullWorkbook } from "./full-workbook";
import { makePackage, makeSheet, read, zipParts, packageParts } from "./make-package";
import { differences, hucreSheets, ourSheets, sheetJsSheets, type PlainSheet } from "./oracles";

/** Where ours differs from what both others say. */
async function disagreements(bytes: Uint8Array): Promise<string[]> {
  const ours = ourSheets(await read(bytes));
  const one = new Map((await hucreSheets(bytes)).map((sheet) => [sheet.name, sheet]));
  const two = new Map(sheetJsSheets(bytes).map((sheet) => [sheet.name, sheet]));
  const list: string[] = [];
  for (const sheet of ours) {
    const a = one.get(sheet.name);
    const b = two.get(sheet.name);
    if (!a || !b) {
      list.push(`${sheet.name}: not in both`);
      continue;
    }
    const disputed = new Set(differences(a, b).map(placeOf));
    list.push(...differences(sheet, a).filter((line) => !disputed.has(placeOf(line))));
  }
  return list;
}

function placeOf(line: string): string {
  return line.slice(0, line.indexOf(":"));
}

const samples = path.join(__dirname, "../../../../samples");
const workbooks = readdirSync(samples).filter((name) => name.endsWith(".xlsx"));

describe("workbooks of the project", () => {
  it.each(workbooks)("%s", async (name) => {
    expect(await disagreements(new Uint8Array(readFileSync(path.join(samples, name))))).toEqual([]);
  });
});

describe("workbooks that libraries write", () => {
  it("exceljs, with dates, rich text, formulas, errors, merges", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("台账");
    sheet.addRow(["序号", "问题", new Date(Date.UTC(2025, 5, 30)), true, { formula: "1+1", result: 2 }]);
    sheet.addRow([
      1,
      { richText: [{ text: "某" }, { text: "问题", font: { strike: true } }] },
      { error: "#DIV/0!" },
      "a\nb",
      "",
    ]);
    sheet.addRow([{ text: "链接", hyperlink: "#台账!A1" }, { formula: '"a"&"b"', result: "ab" }, -0.1, 1e21, " x "]);
    sheet.getCell("C1").numFmt = 'yyyy"年"m"月"d"日"';
    sheet.mergeCells("A4:C5");
    expect(await disagreements(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual([]);
  });

  it("exceljs and SheetJS, the contract's sheets", async () => {
    expect(await disagreements(await buildXlsx(SHEETS))).toEqual([]);
    expect(await disagreements(buildWithSheetJs(SHEETS, "xlsx"))).toEqual([]);
  });

  it("hucre", async () => {
    const { writeXlsx } = await import("hucre/xlsx");
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "台账",
          rows: [["序号", "某问题", 1.5, true, null, new Date(Date.UTC(2025, 0, 31))], [], [null, "<&>\"'\n某"]],
          merges: [{ startRow: 2, startCol: 1, endRow: 3, endCol: 2 }],
        },
      ],
    });
    expect(await disagreements(new Uint8Array(bytes))).toEqual([]);
  });

  it("one with every feature", async () => {
    expect(await disagreements(fullWorkbook())).toEqual([]);
  });
});

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."某县整改 ab1<>&\"'_x。\n\t", "𠮷", "_x000D_", "&#10;", "]]>"), maxLength: 12 }),
  fc.string({ maxLength: 8 }),
);

const escape = (value: string): string =>
  value
    // What XML 1.0 can't hold at all isn't the readers' matter here.
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]/g, "")
    .replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));

const value = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => ["n", `<v>${n}</v>`]),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => ["n", `<v>${n}</v>`]),
  fc.boolean().map((b) => ["b", `<v>${b ? 1 : 0}</v>`]),
  fc.constantFrom("#N/A", "#DIV/0!", "#REF!").map((e) => ["e", `<v>${e}</v>`]),
  text.map((t) => ["inlineStr", `<is><t xml:space="preserve">${escape(t)}</t></is>`]),
  text.map((t) => ["str", `<f>A1</f><v>${escape(t)}</v>`]),
  fc.nat(4).map((i) => ["s", `<v>${i}</v>`]),
  fc.constant(["n", ""]),
);

interface MadeCell {
  readonly row: number;
  readonly col: number;
  readonly value: string[];
  readonly style: number;
}

const cells = fc.uniqueArray(
  fc.record({ row: fc.nat(12), col: fc.nat(8), value, style: fc.nat(3) }) as fc.Arbitrary<MadeCell>,
  { selector: ({ row, col }) => `${row},${col}`, maxLength: 40 },
);

/** Rows in order; addresses left out where counting gives the same. */
function sheetData(list: readonly MadeCell[], bare: boolean): string {
  let xml = "";
  let lastRow = -1;
  for (const row of [...new Set(list.map((cell) => cell.row))].sort((a, b) => a - b)) {
    let lastCol = -1;
    xml += bare && row === lastRow + 1 ? "<row>" : `<row r="${row + 1}">`;
    lastRow = row;
    for (const cell of list.filter((c) => c.row === row).sort((a, b) => a.col - b.col)) {
      const address = bare && cell.col === lastCol + 1 ? "" : ` r="${"ABCDEFGHI".charAt(cell.col)}${row + 1}"`;
      lastCol = cell.col;
      const type = cell.value[0] === "n" ? "" : ` t="${cell.value[0]}"`;
      xml += `<c${address} s="${cell.style}"${type}>${cell.value[1]}</c>`;
    }
    xml += "</row>";
  }
  return `<sheetData>${xml}</sheetData>`;
}

const styles =
  '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="49"/></cellXfs>';

describe("generated workbooks", () => {
  it("are read as the others read them", async () => {
    await fc.assert(
      fc.asyncProperty(
        cells,
        fc.array(text, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        async (list, strings, bare) => {
          const bytes = makeSheet(sheetData(list, bare), {
            styles,
            strings: strings
              .map((t, i) =>
                i % 2
                  ? `<si><t xml:space="preserve">${escape(t)}</t></si>`
                  : `<si><r><t xml:space="preserve">${escape(t)}</t></r><r><rPr><b/></rPr><t>x</t></r></si>`,
              )
              .join(""),
          });
          expect(await disagreements(bytes)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("give the same with a prefix, with blanks between elements, and stored", async () => {
    const grid = async (bytes: Uint8Array): Promise<PlainSheet> => ourSheets(await read(bytes))[0]!;
    await fc.assert(
      fc.asyncProperty(cells, async (list) => {
        const inner = sheetData(list, true);
        const strings = "<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si><si><t>d</t></si><si><t>e</t></si>";
        const plain = await grid(makeSheet(inner, { strings }));
        const blanks = inner.replace(/(<(?:row|c)\b)/g, "\n  $1").replace(/(<\/row>)/g, "\r\n\t$1");
        expect(differences(plain, await grid(makeSheet(blanks, { strings })))).toEqual([]);
        const parts = packageParts({ sheets: [{ name: "表", inner }], strings });
        expect(differences(plain, await grid(zipParts(parts, 0)))).toEqual([]);
        const prefixed = (parts["xl/worksheets/sheet1.xml"] as string)
          .replace(/<(\/?)(worksheet|sheetData|row|c|v|f|is|t)(?=[\s>/])/g, "<$1x:$2")
          .replace("xmlns=", "xmlns:x=");
        expect(differences(plain, await grid(zipParts({ ...parts, "xl/worksheets/sheet1.xml": prefixed })))).toEqual(
          [],
        );
      }),
      { numRuns: 100 },
    );
  });

  it("are read with several sheets sharing strings", async () => {
    const sheets = ["一", "二", "三"].map((name, i) => ({
      name,
      inner: `<sheetData><row r="1"><c r="A1" t="s"><v>${i}</v></c></row></sheetData>`,
    }));
    expect(
      await disagreements(makePackage({ sheets, strings: "<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>" })),
    ).toEqual([]);
  });
});
