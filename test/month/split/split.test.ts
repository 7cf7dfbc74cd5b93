import fc from "fast-check";
import { type CellValue, valueAt } from "../../../src/grid";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { bookBytes } from "../../../src/hosts/file/node";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { LIMITS, openPackage, readXlsx } from "../../../src/hosts/file/xlsx";
import { type Item, readWorkbook, type Reading, textOf } from "../../../src/ledger";
import { excerptBook, type SplitBy, splitExcerpts, splitJson, splitReading } from "../../../src/month";
import { excerptBytes } from "../../../src/app/excerpts";
import { gridOf } from "../../grid/grid-of";
import { plantedWorkbook, ROWS, tokenOf, UNITS } from "./planted";

const AS_OF = { year: 2025, month: 11, day: 28 };
const inflater = createNodeInflater();

async function open(bytes: Uint8Array) {
  const host = await openFileHost(bytes, "台账.xlsx", { inflater });
  return { host, reading: readWorkbook(await host.read.grids(), { today: AS_OF, asOf: AS_OF }) };
}

async function filesOf(bytes: Uint8Array, by: SplitBy = "unit"): Promise<ReadonlyMap<string, Uint8Array>> {
  const { host, reading } = await open(bytes);
  const split = splitReading(reading, by);
  const excerpts = splitExcerpts(split);
  const files = new Map<string, Uint8Array>();
  for (const part of split.parts) files.set(part.name, await excerptBytes(excerpts.of(part), host, bookBytes));
  return files;
}

/** All that a package holds, names of parts among it. */
function textsOf(bytes: Uint8Array): string {
  const pack = openPackage(bytes, inflater, LIMITS);
  const parts = pack.archive.entries.map(({ name }) => `${name}\n${new TextDecoder().decode(pack.bytes(name))}`);
  return [...parts, new TextDecoder().decode(pack.archive.comment)].join("\n");
}

const read = (rows: readonly (readonly CellValue[])[]): Reading =>
  readWorkbook([gridOf(rows)], { today: AS_OF, asOf: AS_OF });

describe("a workbook with a token of each unit in every corner", () => {
  let files: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    files = await filesOf(plantedWorkbook());
  });

  it("leaves no foreign token anywhere in a unit's package, and no foreign name", () => {
    expect([...files.keys()]).toEqual([...UNITS]);
    for (const [unit, bytes] of files) {
      const text = textsOf(bytes);
      for (const other of UNITS) {
        if (other === unit) continue;
        expect(text).not.toContain(tokenOf(other));
        expect(text).not.toContain(other);
      }
      expect(text).toContain(tokenOf(unit));
    }
  });

  it("keeps each unit's rows, numbers and values, formulas as what they gave", async () => {
    for (const [unit, bytes] of files) {
      const { reading } = await open(bytes);
      const items = reading.ledgers.flatMap((ledger) => ledger.items);
      const own = ROWS.filter((row) => row.unit === unit);
      expect(items.map(({ number }) => number)).toEqual(own.map(({ number }) => String(number)));
      for (const item of items) {
        expect(item.section).toBe("作风方面");
        expect(textOf(item.ledger, item, "progress")).toBe(`进展${tokenOf(unit)}`);
        expect(item.deadline).toMatchObject({ type: "date" });
      }
      expect(textsOf(bytes)).not.toMatch(/<f[ >]/u);
    }
  });

  it("keeps title, header, merges, widths, heights, formats, runs and print setup", async () => {
    const bytes = files.get("乙科")!;
    const { package: pack, grids } = await readXlsx(bytes, { inflater });
    const grid = grids[0]!;
    expect(valueAt(grid, 0, 0)).toBe("整改台账");
    expect(valueAt(grid, 1, 0)).toBe("填报单位：某局整改办");
    // A line that speaks of another unit, and what stands beside the table.
    expect([valueAt(grid, 1, 4), valueAt(grid, 0, 9), valueAt(grid, 3, 10)]).toEqual([null, null, null]);
    expect(grid.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 7 },
      { top: 3, left: 1, bottom: 4, right: 1 },
    ]);
    expect(valueAt(grid, 3, 1)).toBe("作风方面");
    expect(grid.formatAt?.(3, 5)).toBe('yyyy"年"m"月"d"日"');
    expect(grid.hiddenRows.size).toBe(0);
    const sheet = pack.text("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<col min="2" max="8" width="17.25" customWidth="1"/>');
    expect(sheet).toContain('<row r="4" ht="32" customHeight="1">');
    expect(sheet).toContain('<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/>');
    expect(sheet).toContain('ySplit="3" topLeftCell="B4"');
    expect(sheet).toContain('<autoFilter ref="A3:H5"/>');
    expect(sheet).toContain("<oddFooter>&amp;L &amp;C第&amp;P页 共&amp;N页</oddFooter>");
    expect(sheet).toContain("&amp;14整改台账</oddHeader>");
    expect(sheet).toMatch(/<dataValidation type="list"[^>]* sqref="G4:G5"><formula1>"已完成,基本完成,[^"]*正在整改/u);
    expect(pack.text("xl/sharedStrings.xml")).toContain("<r><rPr><b/></rPr>");
    const theme = pack.text("xl/theme/theme1.xml");
    expect(theme).toContain('<a:accent1><a:srgbClr val="000004"/></a:accent1>');
    expect(theme).toContain('<a:font script="Hans" typeface="宋体"/>');
    expect(pack.text("xl/workbook.xml")).toContain("'整改台账'!$3:$3");
  });

  it("gives the same bytes again", async () => {
    expect(await filesOf(plantedWorkbook())).toEqual(files);
  });
});

const HEAD = ["序号", "反馈问题", "责任领导", "责任单位", "整改时限", "整改状态"];

it("gives each item to its first-named lead unit, and counts those that name none", () => {
  const reading = read([
    ["整改台账", "<", "<", "<", "<", "<"],
    HEAD,
    ["1", "某问题", "甲某", "甲科、乙科、丙科", "2025年6月", "已完成"],
    ["2", "某事项", "乙某", "乙科", "2025年6月", "已完成"],
    ["3", "某工作", "甲某、乙某", "", "2025年6月", "已完成"],
  ]);
  const split = splitReading(reading, "unit");
  expect(splitJson(split, "台账.xlsx", "分发", ({ fileName }) => `分发/${fileName}.xlsx`)).toEqual({
    schema: 1,
    file: "台账.xlsx",
    dir: "分发",
    by: "unit",
    files: [
      { file: "分发/甲科.xlsx", unit: "甲科", items: { problem: 1 }, rows: 1 },
      { file: "分发/乙科.xlsx", unit: "乙科", items: { problem: 1 }, rows: 1 },
    ],
    noUnit: 1,
  });
  expect(split.without).toEqual(["丙科"]);
  expect(splitReading(reading, "leader").parts.map(({ name, items }) => [name, items.length])).toEqual([
    ["甲某", 2],
    ["乙某", 1],
  ]);
});

it("says what is meant by 同上, by a heading and by a category that is said once", () => {
  const reading = read([
    ["整改台账", "<", "<", "<", "<", "<", "<"],
    ["序号", "类别", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展"],
    ["1", "作风", "某问题", "甲科", "2025年6月底前", "已完成", "修订了制度"],
    ["2", "", "某事项", "乙科", "同上", "同上", ""],
    ["3", "财务", "某工作", "乙科", "2025年7月底前", "正在整改", ""],
  ]);
  const split = splitReading(reading, "unit");
  const { sheets } = splitExcerpts(split).of(split.parts[1]!);
  expect(sheets[0]!.lines.filter(({ part }) => part === "data").map(({ values }) => values)).toEqual([
    ["2", "作风", "某事项", "乙科", "2025年6月底前", "已完成", ""],
    ["3", "财务", "某工作", "乙科", "2025年7月底前", "正在整改", ""],
  ]);
});

it("keeps the headings in force above each item, and no others", () => {
  const reading = read([
    ["整改台账", "<", "<", "<", "<", "<"],
    HEAD,
    ["一、党的领导方面", "<", "<", "<", "<", "<"],
    ["1", "某问题", "甲某", "甲科", "2025年6月", "已完成"],
    ["二、作风建设方面", "<", "<", "<", "<", "<"],
    ["2", "某事项", "乙某", "乙科", "2025年6月", "已完成"],
  ]);
  const split = splitReading(reading, "unit");
  const lines = split.parts.map((part) => splitExcerpts(split).of(part).sheets[0]!.lines);
  const sections = lines.map((list) => list.flatMap(({ part, values }) => (part === "section" ? [values[0]] : [])));
  expect(sections).toEqual([["一、党的领导方面"], ["二、作风建设方面"]]);
});

it("shows no unit the status that only another one writes", () => {
  const row = (number: string, unit: string, status: string) => [
    number,
    `问题${number}`,
    "甲某",
    unit,
    "2025年6月",
    status,
  ];
  const reading = read([
    ["整改台账", "<", "<", "<", "<", "<"],
    HEAD,
    row("1", "甲科", "已完成甲字"),
    row("2", "甲科", "已办结"),
    row("3", "乙科", "已办结"),
  ]);
  const split = splitReading(reading, "unit");
  const words = split.parts.map((part) => splitExcerpts(split).of(part).sheets[0]!.lists[0]!.words);
  expect(words[0]).toEqual(expect.arrayContaining(["已完成甲字", "已办结", "正在整改"]));
  expect(words[1]).toContain("已办结");
  expect(words[1]).not.toContain("已完成甲字");
  for (const list of words) expect(list.join(",").length).toBeLessThanOrEqual(255);
});

it("writes text as text, whatever it begins with, where the source gives no parts", async () => {
  const reading = read([
    ["整改台账", "<", "<", "<", "<", "<"],
    HEAD,
    ["1", '=HYPERLINK("a")', "甲某", "../甲科", "2025年6月", "已完成"],
  ]);
  const split = splitReading(reading, "unit");
  expect(split.parts[0]!.fileName).toBe("甲科");
  const bytes = bookBytes(excerptBook(splitExcerpts(split).of(split.parts[0]!)));
  expect(textsOf(bytes)).not.toMatch(/<f[ >]/u);
  const again = await open(bytes);
  expect(again.reading.ledgers[0]!.items[0]!.problem).toBe('=HYPERLINK("a")');
});

const key = (item: Item): string =>
  [item.number, item.problem, item.status, JSON.stringify(item.deadline), item.rows.length].join("|");

it("puts every item into exactly one part, as it was read", async () => {
  const rows = fc.array(
    fc.record({
      unit: fc.constantFrom("甲科", "乙科", "丙科", "丁科"),
      status: fc.constantFrom("已完成", "正在整改", "阶段性完成"),
      measures: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (items) => {
      const data = items.flatMap(({ unit, status, measures }, index) =>
        Array.from({ length: measures }, (_, at): CellValue[] => [
          at === 0 ? index + 1 : "^",
          at === 0 ? `某方面第${index + 1}个问题` : "^",
          `办法${index + 1}之${at + 1}`,
          at === 0 ? unit : "^",
          at === 0 ? "2025年6月底前" : "^",
          at === 0 ? status : "^",
        ]),
      );
      const head = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"];
      const reading = read([["整改台账", "<", "<", "<", "<", "<"], head, ...data]);
      const split = splitReading(reading, "unit");
      const found: string[] = [];
      for (const part of split.parts) {
        const bytes = bookBytes(excerptBook(splitExcerpts(split).of(part)));
        const again = (await open(bytes)).reading.ledgers.flatMap((ledger) => ledger.items);
        expect(again.map(key)).toEqual(part.items.map(key));
        found.push(...again.map(key));
      }
      expect(found.sort()).toEqual(reading.ledgers.flatMap((ledger) => ledger.items.map(key)).sort());
    }),
    { numRuns: 25 },
  );
});
