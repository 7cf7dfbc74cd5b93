/** Sheets of a book of ours in a copy of a workbook: what was there stays, they are renewed, and a clean copy is without. */
import { strFromU8, unzipSync } from "fflate";
import type { BookSheet } from "../../../src/grid";
import { addBook } from "../../../src/hosts/file/book/add-book";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { fullWorkbook } from "./xlsx/full-workbook";
import { MAIN, packageParts, STRICT_MAIN, zipParts } from "./xlsx/make-package";

const inflater = createNodeInflater();
const parts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** Two sheets, the first with formulas over the second, a colour and two charts. */
const sheetsOf = ([stats = "", data = ""]: readonly string[]): readonly BookSheet[] => [
  {
    name: stats,
    widths: [10, 10],
    rows: [
      [{ value: "统计", look: "title" }],
      [
        { value: "单位", look: "head" },
        { value: "数", look: "head" },
      ],
      [{ value: "甲科" }, { value: 2, formula: `COUNTIF('${data}'!$A$2:$A$3,"甲科")`, look: "count", format: "0.0%" }],
      [
        { value: "绿", look: "total" },
        { value: 45989, format: 'yyyy"年"m"月"d"日"' },
      ],
    ],
    head: 1,
    colours: [{ area: { top: 3, left: 0, bottom: 3, right: 0 }, word: "绿", fill: "107C10" }],
    charts: [0, 1].map((at) => ({
      title: `图${at}`,
      names: { top: 2, left: 0, bottom: 2, right: 0 },
      series: [{ name: "数", values: { top: 2, left: 1, bottom: 2, right: 1 }, fill: "107C10" }],
      format: "0",
      at: { top: 5 + 10 * at, left: 0, bottom: 12 + 10 * at, right: 5 },
    })),
  },
  {
    name: data,
    widths: [10],
    rows: [[{ value: "单位", look: "head" }], [{ value: "甲科" }], [{ value: "甲科" }]],
    head: 0,
    filter: true,
  },
];

const add = (bytes: Uint8Array, wanted: readonly string[] = ["统计表", "数据"]) =>
  addBook(bytes, wanted, sheetsOf, inflater);
const open = (bytes: Uint8Array) => openFileHost(bytes, "台账.xlsx", { inflater });
const STYLES =
  '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>';
const small = (more: Partial<Parameters<typeof packageParts>[0]> = {}) =>
  zipParts(
    packageParts({
      sheets: [
        {
          name: "数据",
          inner: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>台账</t></is></c></row></sheetData>',
        },
      ],
      styles: STYLES,
      ...more,
    }),
  );

/** Parts that hold what a new sheet must be entered into. */
const TOUCHED = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];

it("leaves every other part as it was, byte for byte", () => {
  const before = fullWorkbook();
  const [old, now] = [parts(before), parts(add(before))];
  for (const [name, text] of Object.entries(old))
    if (!TOUCHED.includes(name)) expect([name, now[name]]).toEqual([name, text]);
  const added = Object.keys(now).filter((name) => !(name in old));
  expect(added.map((name) => name.replace(/\d+/g, "N")).sort()).toEqual([
    ...[
      "xl/charts/chartN.xml",
      "xl/charts/chartN.xml",
      "xl/drawings/_rels/drawingN.xml.rels",
      "xl/drawings/drawingN.xml",
    ],
    ...["xl/worksheets/_rels/sheetN.xml.rels", "xl/worksheets/sheetN.xml", "xl/worksheets/sheetN.xml"],
  ]);
  // Styles of cells that were there keep their numbers.
  const [was = "", is = ""] = [old["xl/styles.xml"], now["xl/styles.xml"]];
  const xfs = (text: string) => text.slice(text.indexOf("<cellXfs"), text.indexOf("</cellXfs>")).split("<xf ").slice(1);
  expect(xfs(is).slice(0, xfs(was).length)).toEqual(xfs(was));
});

it("looks as it should: fonts, fills, borders, formats and colours are its own", () => {
  const text = parts(add(fullWorkbook()))["xl/styles.xml"] ?? "";
  const list = (name: string, entry: string) => {
    const inner = new RegExp(`<${name}[^>]*>(.*?)</${name}>`, "s").exec(text)?.[1] ?? "";
    return inner.split(new RegExp(`<${entry}[ >/]`)).slice(1);
  };
  const sheet = Object.values(parts(add(fullWorkbook()))).find((xml) => xml.includes("COUNTIF('")) ?? "";
  const xf = list("cellXfs", "xf")[Number(/r="B3" s="(\d+)"/.exec(sheet)?.[1])] ?? "";
  const format = /numFmtId="(\d+)"/.exec(xf)?.[1];
  expect(text).toContain(`<numFmt numFmtId="${format}" formatCode="0.0%"/>`);
  expect(list("borders", "border")[Number(/borderId="(\d+)"/.exec(xf)?.[1])]).toContain("thin");
  expect(list("fonts", "font")[Number(/fontId="(\d+)"/.exec(xf)?.[1])]).toContain('val="11"');
  const head = list("cellXfs", "xf")[Number(/r="A2" s="(\d+)"/.exec(sheet)?.[1])] ?? "";
  expect(list("fills", "fill")[Number(/fillId="(\d+)"/.exec(head)?.[1])]).toContain("FFE8EEF7");
  expect(list("dxfs", "dxf")[Number(/dxfId="(\d+)"/.exec(sheet)?.[1])]).toContain("FF107C10");
});

it("is read as before: sheets of ours are no ledger, and formulas keep their saved values", async () => {
  const host = await open(add(fullWorkbook()));
  const names = (await host.read.grids()).map(({ sheet }) => sheet);
  expect(names).toEqual((await (await open(fullWorkbook())).read.grids()).map(({ sheet }) => sheet));
});

it("is renewed, not doubled; a name that is taken stays its owner's", () => {
  const once = add(small());
  const twice = add(once);
  const names = (bytes: Uint8Array) =>
    [...(parts(bytes)["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  expect(names(once)).toEqual(["数据", "统计表", "数据 (2)"]);
  expect(names(twice)).toEqual(names(once));
  expect(Object.keys(parts(twice)).sort()).toEqual(Object.keys(parts(once)).sort());
});

it("goes whole with a clean copy, its charts too", async () => {
  for (const before of [fullWorkbook(), small()]) {
    const { bytes, removed } = await (await open(add(before))).copies!.clean();
    expect(removed.filter((one) => one.startsWith("sheet:"))).toHaveLength(2);
    const [old, now] = [parts(before), parts(bytes)];
    expect(Object.keys(now).sort()).toEqual(expect.arrayContaining(Object.keys(old).sort()));
    for (const name of Object.keys(now)) expect(["xl/styles.xml", ...Object.keys(old)]).toContain(name);
    for (const [name, text] of Object.entries(old))
      if (name !== "xl/styles.xml") expect([name, now[name]]).toEqual([name, text]);
  }
});

it("speaks the workbook's dialect: strict namespaces, days from 1904", async () => {
  const strict = add(small({ strict: true }));
  const all = Object.values(parts(strict)).join("");
  expect(all).toContain(STRICT_MAIN);
  expect(all).not.toContain(MAIN);
  expect(all).not.toContain("schemas.openxmlformats.org/drawingml");
  expect((await (await open(strict)).read.grids()).map(({ sheet }) => sheet)).toEqual(["数据"]);
  const sheet = (bytes: Uint8Array) => Object.values(parts(bytes)).find((xml) => xml.includes("COUNTIF('")) ?? "";
  expect(/r="B4"[^>]*><v>(\d+)</.exec(sheet(add(small({ properties: 'date1904="1"' }))))?.[1]).toBe(
    String(45989 - 1462),
  );
  expect(/r="B4"[^>]*><v>(\d+)</.exec(sheet(add(small())))?.[1]).toBe("45989");
});

it("refuses what is no workbook of parts", () => {
  expect(() => add(new TextEncoder().encode("序号,问题"))).toThrow();
});
