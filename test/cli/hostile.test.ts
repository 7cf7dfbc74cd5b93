/** Files that should never have been given to us: read or refused in one sentence, quickly. */
import ExcelJS from "exceljs";
import JSZip from "jszip";
import * as XLSX from "@e965/xlsx";
import { HEADER, ledgerSheet, ROWS } from "../app/session/ledger-sheet";
import type { ContractSheet } from "../hosts/contract/contract";
import { buildWithSheetJs, buildXlsx } from "../hosts/file/build";
import { expectOneSentence, makeFolder, put, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const utf8 = (text: string) => new TextEncoder().encode(text);
const check = async (name: string, content: Uint8Array | string) =>
  runCli(["check", "--format", "json", await put(folder.path(name), content)]);

describe("refused in one sentence", () => {
  it.each<[string, string, () => Promise<Uint8Array>, string]>([
    ["an empty file", "空.xlsx", async () => new Uint8Array(0), "是空的"],
    ["a cut workbook", "断.xlsx", async () => (await buildXlsx([ledgerSheet()])).slice(0, -700), "已损坏或不完整"],
    [
      "a workbook cut early",
      "断头.xlsx",
      async () => (await buildXlsx([ledgerSheet()])).slice(0, 300),
      "已损坏或不完整",
    ],
    ["a workbook with a byte changed", "改.xlsx", () => corrupt(), "已损坏或不完整"],
    ["an encrypted workbook", "密.xlsx", async () => compound(["EncryptionInfo", "EncryptedPackage"]), "设有打开密码"],
    ["a PDF", "通报.xlsx", async () => utf8("%PDF-1.4\n%âãÏÓ"), "是 PDF"],
    ["a picture", "照片.xlsx", async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "是图片"],
    ["text", "文本.xlsx", async () => utf8("序号,问题\n1,某"), "内容是文本"],
    ["a web page", "网页.xls", async () => utf8("<html><body><table></table></body></html>"), "另存为 .xlsx"],
    ["JSON", "数据.xlsx", async () => utf8('{"a": [1, 2]}'), "不是 Excel 工作簿"],
    [
      "a Word document",
      "通知.xlsx",
      async () => zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>" }),
      "「",
    ],
    ["noise", "噪.xls", async () => new Uint8Array(5000).map((_, index) => (index * 7919) % 256), "不是 Excel 工作簿"],
    ["a bomb", "炸.xlsx", () => bomb(), "过大"],
    [
      "a workbook without a ledger",
      "别的.xlsx",
      () =>
        buildXlsx([
          {
            name: "销售",
            values: [
              ["品名", "数量"],
              ["甲", 3],
            ],
          },
        ]),
      "没有找到可核验的台账",
    ],
  ])("%s", async (_what, name, make, words) => {
    const { status, err } = await check(name, await make());
    expect(status).toBe(2);
    expect(err).toContain(words);
    expectOneSentence(err);
  });

  it("a file that isn't there, and a folder without workbooks", async () => {
    const { status, err } = await runCli(["check", folder.path("没有.xlsx")]);
    expect(status).toBe(2);
    expectOneSentence(err);
  });
});

describe("read as they are", () => {
  it("a csv in GBK", async () => {
    const gbk = new Uint8Array([
      ...[0xd0, 0xf2, 0xba, 0xc5, 0x2c], // 序号,
      ...[0xce, 0xca, 0xcc, 0xe2, 0x2c], // 问题,
      ...[0xd4, 0xf0, 0xc8, 0xce, 0xb5, 0xa5, 0xce, 0xbb, 0x2c], // 责任单位,
      ...[0xd5, 0xfb, 0xb8, 0xc4, 0xca, 0xb1, 0xcf, 0xde, 0x2c], // 整改时限,
      ...[0xd5, 0xfb, 0xb8, 0xc4, 0xd7, 0xb4, 0xcc, 0xac, 0x0a], // 整改状态
      ...[0x31, 0x2c, 0xc4, 0xb3, 0xce, 0xca, 0xcc, 0xe2, 0x2c, 0x2c], // 1,某问题,,
      ...utf8("2025-12-31,"),
      ...[0xd5, 0xfd, 0xd4, 0xda, 0xd5, 0xfb, 0xb8, 0xc4, 0x0a], // 正在整改
    ]);
    const { status, out } = await check("台账.csv", gbk);
    const object = JSON.parse(out);
    expect(status).toBe(1);
    expect(object.ledgers).toMatchObject([{ sheet: "台账", kind: "problem", items: 1 }]);
    expect(
      object.findings.map((finding: { rule: string; cell: string }) => `${finding.rule}@${finding.cell}`),
    ).toContain("unit-missing@C2");
  });

  it("an old .xls", async () => {
    const { out } = await check("旧.xls", buildWithSheetJs([ledgerSheet()], "biff8"));
    expect(JSON.parse(out).ledgers).toMatchObject([{ items: 4 }]);
  });

  it("a sheet that declares 1,048,576 rows, formatted to the end", async () => {
    const archive = await JSZip.loadAsync(await buildXlsx([ledgerSheet()]));
    const part = "xl/worksheets/sheet1.xml";
    const xml = await archive.file(part)!.async("string");
    const blanks = Array.from(
      { length: 20_000 },
      (_, index) => `<row r="${index + 1000}" ht="15"><c r="A${index + 1000}"/></row>`,
    );
    archive.file(
      part,
      xml
        .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')
        .replace("</sheetData>", `${blanks.join("")}<row r="1048576"><c r="XFD1048576"/></row></sheetData>`),
    );
    const bytes = await archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    const { status, out } = await check("大.xlsx", bytes);
    expect(status).toBe(1);
    expect(JSON.parse(out).ledgers).toMatchObject([{ items: 4, header: "A2:I2" }]);
  });

  it("a cell of 32,767 characters in every column", async () => {
    const long = "长".repeat(32_767);
    const { status, out } = await check("长.xlsx", await buildXlsx([ledgerSheet([...ROWS, HEADER.map(() => long)])]));
    expect(status).toBe(1);
    expect(JSON.parse(out).ledgers).toMatchObject([{ sheet: "整改台账" }]);
  });

  it("headers, sheets and units called __proto__ and constructor", async () => {
    const sheets: ContractSheet[] = [
      {
        name: "constructor",
        values: [
          [...HEADER, "__proto__", "constructor"],
          [1, "__proto__", "x", "__proto__", "2025-12-31", "constructor", "toString", null, null, "x", "y"],
          [
            2,
            "hasOwnProperty",
            "x",
            "constructor、__proto__",
            "2025-12-31",
            "已完成",
            "已办。",
            "2025-05-01",
            "x",
            "x",
            "y",
          ],
        ],
      },
    ];
    const { status, out } = await check("原型.xlsx", await buildXlsx(sheets));
    expect(status).toBe(1);
    const object = JSON.parse(out);
    expect(object.ledgers).toMatchObject([{ sheet: "constructor", items: 2 }]);
    const file = folder.path("原型.xlsx");
    const units = JSON.parse((await runCli(["tally", "--format", "json", file])).out).by.unit;
    expect(units.map((unit: { name: string }) => unit.name).sort()).toEqual(["__proto__", "constructor"]);
    expect((await runCli(["summary", "--set", "__proto__=甲", "--set", "巡察组=乙", file])).out).toMatch(
      /^乙反馈的2个/,
    );
  });

  it("formulas as text, and error cells", async () => {
    const rows = [
      [1, '=HYPERLINK("http://x")', "=1+1", "=cmd", "2025-12-31", "#N/A", "@x", null, null],
      [2, "某问题", "某措施", "办公室", "#REF!", "已完成", "已办。", "2025-05-01", "x"],
    ];
    const { out } = await check("公式.xlsx", await buildXlsx([ledgerSheet(rows)]));
    const found = JSON.parse(out).findings.map(
      (finding: { rule: string; cell: string }) => `${finding.rule}@${finding.cell}`,
    );
    expect(found).toEqual(expect.arrayContaining(["cell-error@F3", "cell-error@E4"]));
    expect(found.filter((finding: string) => finding.endsWith("@F3"))).toEqual(["cell-error@F3"]);
  });

  it("formulas with their cached values", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("整改台账");
    sheet.addRow(HEADER);
    sheet.addRow([
      1,
      "某问题",
      "某措施",
      "办公室",
      "2025-12-31",
      { formula: '"已"&"完成"', result: "已完成" },
      "已办。",
      "2025-05-01",
      "x",
    ]);
    const { status, out } = await check("算.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
    expect(status).toBe(0);
    expect(JSON.parse(out).counts.error).toBe(0);
  });

  it("no sheet at all in a csv of a header only", async () => {
    const { status, err } = await check("头.csv", "序号,问题,责任单位,整改时限,整改状态\n");
    expect(status).toBe(2);
    expect(err).toContain("有表头而无数据行");
  });
});

async function corrupt(): Promise<Uint8Array> {
  const bytes = await buildXlsx([ledgerSheet()]);
  const archive = await JSZip.loadAsync(bytes);
  archive.file("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c t='s'><v>");
  return archive.generateAsync({ type: "uint8array" });
}

async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content);
  return archive.generateAsync({ type: "uint8array" });
}

function compound(streams: readonly string[]): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new();
  for (const name of streams) XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from("x".repeat(100)));
  return new Uint8Array(XLSX.CFB.write(file, { type: "buffer" }) as Buffer);
}

async function bomb(): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(await buildXlsx([ledgerSheet()]));
  const row = "<row><c><v>1</v></c></row>".repeat(2_000_000);
  archive.file("xl/worksheets/sheet1.xml", `<worksheet><sheetData>${row}</sheetData></worksheet>`);
  return archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}
