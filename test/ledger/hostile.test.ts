/** Sheets that nobody means well with: read or passed over, within seconds. */
import type { Area, CellValue, Grid } from "../../src/grid/grid";
import { EMPTY_ROW } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import type { Reading } from "../../src/ledger/types";
import { gridOf } from "../grid/grid-of";

const TODAY = { year: 2025, month: 10, day: 10 };
const HEADER: readonly CellValue[] = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"];

function read(grids: readonly Grid[]): Reading {
  return readWorkbook(grids, { today: TODAY });
}

function withValues(values: readonly (readonly CellValue[])[], merges: readonly Area[] = []): Grid {
  return { ...gridOf([]), values, merges };
}

describe("hostile sheets", () => {
  test("no grids, no rows, empty rows, blank strings", () => {
    expect(read([]).ledgers).toEqual([]);
    for (const values of [[], [[]], [[null, "", "　", "\u200b"]], [[], [null], [""]]]) {
      expect(read([withValues(values)]).passedOver).toEqual([{ sheet: "整改台账", why: "empty" }]);
    }
  });

  test("1,048,576 declared rows", () => {
    const values: (readonly CellValue[])[] = new Array(1_048_576).fill(EMPTY_ROW);
    values[0] = HEADER;
    values[1] = [1, "甲", "措施", "办公室", "2025年6月底前", "已完成"];
    values[1_048_575] = [2, "乙", "措施", "办公室", "2025年6月底前", "已完成"];
    const reading = read([withValues(values)]);
    expect(reading.ledgers[0]?.items.map((item) => item.rows[0]?.row)).toEqual([1, 1_048_575]);
  });

  test("cells of 100,000 characters in every column, header and title too", () => {
    for (const long of [
      "整改".repeat(50_000),
      "(".repeat(100_000),
      "一、".repeat(50_000),
      "1-".repeat(50_000),
      " ".repeat(99_999) + "a",
      "合计".repeat(50_000),
      "截至2025年".repeat(17_000),
    ]) {
      const values = [
        [long],
        [...HEADER, long],
        ...HEADER.map((_, c) => HEADER.map((_, i) => (i === c ? long : i === 0 ? c + 1 : "已完成"))),
        [long],
        [null, long],
      ];
      const reading = read([withValues(values)]);
      expect(reading.ledgers.length).toBe(1);
    }
  });

  test("16,384 columns, all with the same header", () => {
    const wide = [...HEADER, ...Array.from({ length: 16_384 - HEADER.length }, () => "责任单位")];
    const data = wide.map((_, c) => (c === 0 ? 1 : "办公室"));
    const reading = read([withValues([wide, data, data])]);
    expect(reading.ledgers[0]?.columns.unit?.col).toBe(3);
  });

  test("names of object properties as headers, units, sections and sheets", () => {
    const words = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const header = [...HEADER, "问题类别", ...words];
    const values = [header, ...words.map((word, i) => [i + 1, word, word, word, word, word, word, ...words])];
    const reading = read([{ ...withValues(values), sheet: "__proto__" }]);
    expect(
      reading.ledgers[0]?.items.map((item) => [item.problem, item.section, item.rows[0]?.units.units[0]?.name]),
    ).toEqual(words.map((word) => [word, word, word]));
    expect(reading.ledgers[0]?.unmapped.map((column) => column.header)).toEqual(words);
  });

  test("error cells and formulas as text anywhere", () => {
    const values = [
      ["#REF!", null, "=A1+1"],
      ["序号", "反馈问题", "#REF!", "责任单位", "整改时限", "整改状态", "#N/A"],
      ["#N/A", "#VALUE!", "#REF!", "#NAME?", "#N/A", "#DIV/0!", "#N/A"],
      [1, "=B1", "=SUM(A1:A3)", "=VLOOKUP(1,2,3)", "=TODAY()", "=IF(1,2,3)", true],
      [2, "甲", "措施", "办公室", "2025年6月底前", "已完成", false],
    ];
    const ledger = read([withValues(values)]).ledgers[0];
    expect(ledger?.items.length).toBe(3);
    expect(ledger?.items[0]?.rows[0]).toMatchObject({
      deadline: { type: "error" },
      status: { state: "error" },
      units: { state: "error" },
    });
  });

  test("thousands of merges: disjoint, overlapping, over the header, beyond the sheet", () => {
    const rows = 20_000;
    const values = [
      HEADER,
      ...Array.from({ length: rows }, (_, r) => [
        r % 2 === 0 ? r / 2 + 1 : null,
        r % 2 === 0 ? `问题${r}` : null,
        "措施",
        "办公室",
        "2025年6月底前",
        "已完成",
      ]),
    ];
    const pairs: Area[] = [];
    for (let r = 0; r < rows; r += 2)
      for (const col of [0, 1]) pairs.push({ top: r + 1, left: col, bottom: r + 2, right: col });
    const paired = read([withValues(values, pairs)]);
    expect(paired.ledgers[0]?.items.length).toBe(rows / 2);
    const overlapping: Area[] = Array.from({ length: 5000 }, (_, i) => ({
      top: i,
      left: 0,
      bottom: rows,
      right: 16_383,
    }));
    read([withValues(values, overlapping)]);
    const odd: Area[] = [
      { top: 0, left: 0, bottom: 1_048_575, right: 16_383 },
      { top: 5, left: 3, bottom: 2, right: 1 },
      { top: 2_000_000, left: 0, bottom: 2_000_001, right: 1 },
    ];
    read([withValues(values, odd)]);
  });

  test("every row a header", () => {
    const same = Array.from({ length: 20_000 }, () => HEADER);
    expect(read([withValues(same)]).ledgers).toEqual([]);
    const other = Array.from({ length: 20_000 }, (_, i) => [...HEADER, `列${i}`]);
    expect(read([withValues(other)]).ledgers).toEqual([]);
    const half = Array.from({ length: 20_000 }, (_, i) => ["问题", "情况", "单位", i]);
    read([withValues(half)]);
  });

  test("thousands of sheets, all versions of one another", () => {
    const sheets = Array.from({ length: 2000 }, (_, i): Grid => ({
      ...withValues([
        HEADER,
        [1, "甲", "措施", "办公室", "2025年6月底前", "已完成"],
        [2, "乙", "措施", "办公室", "2025年6月底前", "已完成"],
      ]),
      sheet: `表${i}`,
    }));
    const reading = read(sheets);
    expect(reading.ledgers.length).toBe(1);
    expect(reading.overlaps.length).toBe(1999);
  });

  test("all of a ledger in one item", () => {
    const values = [
      HEADER,
      ...Array.from({ length: 30_000 }, (_, r) => [
        r === 0 ? 1 : null,
        r === 0 ? "甲" : null,
        `措施${r}`,
        "办公室",
        "2025年6月底前",
        "已完成",
      ]),
    ];
    const reading = read([withValues(values)]);
    expect(reading.ledgers[0]?.items.map((item) => item.rows.length)).toEqual([30_000]);
  });
});
