/** 要素数据: its rows, and its SQL on a data base against tally. */
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { readWorkbook, type Reading } from "../../../src/ledger";
import { FACTS_COLUMNS, factsOf, ratesSql, UNITS_COLUMNS, type FactsColumn } from "../../../src/month";
import { tally, type Definition } from "../../../src/tally";
import { gridOf } from "../../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 28 };
const HEAD = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态", "完成时间", "责任人"];

function read(title: string, rows: readonly (readonly string[])[]): Reading {
  return readWorkbook([gridOf([[title, ...HEAD.slice(1).map(() => "<")], HEAD, ...rows])], {
    today: AS_OF,
    asOf: AS_OF,
  });
}

const OPTIONS = { done: "done", dueSoonDays: 15 } as const;

it("tells an item without its problem and without a person", () => {
  const reading = read("整改台账", [
    ["1", "会议记录不完整", "修订制度", "县财政局、县教育局", "2025-10-31", "已完成", "2025-10-20", "甲某"],
    ["2", "台账不实", "逐项核对", "县教育局", "2025-12-05", "正在整改", "", "乙某"],
  ]);
  const [first, second] = [...factsOf(reading, "收表/01.xlsx", OPTIONS)];
  expect(first?.fact).toEqual({
    id: `收表/01.xlsx#${reading.ledgers[0]?.sheet}!A3`,
    file: "收表/01.xlsx",
    sheet: reading.ledgers[0]?.sheet,
    cell: "A3",
    kind: "problem",
    number: "1",
    unit: "县财政局",
    section: "",
    status: "done",
    deadline: "2025-10-31",
    done_date: "2025-10-20",
    as_of: "2025-11-28",
    overdue: 0,
    due_soon: 0,
    on_time: 1,
    measures: 1,
    measures_done: 1,
  });
  expect(first?.units.map(({ unit }) => unit)).toEqual(["县财政局", "县教育局"]);
  expect(second?.fact).toMatchObject({ due_soon: 1, done_date: null, measures_done: 0 });
  expect(JSON.stringify([first, second])).not.toMatch(/会议记录|甲某|乙某/u);
});

describe("rates.sql on DuckDB", () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(":memory:");
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  const TYPES = { STRING: "VARCHAR", DATE: "DATE", INT: "INTEGER" } as const;
  const literal = (value: unknown): string =>
    value === null ? "NULL" : typeof value === "number" ? String(value) : `'${String(value).replaceAll("'", "''")}'`;

  async function fill(name: string, columns: readonly FactsColumn[], rows: readonly object[]): Promise<void> {
    const list = columns.map((column) => `${column.name} ${TYPES[column.type]}${column.nullable ? "" : " NOT NULL"}`);
    await connection.run(`CREATE OR REPLACE TABLE ${name} (${list.join(", ")})`);
    if (rows.length === 0) return;
    const values = rows.map((row) => {
      const cells = new Map(Object.entries(row));
      return `(${columns.map((column) => literal(cells.get(column.name) ?? null)).join(", ")})`;
    });
    await connection.run(`INSERT INTO ${name} VALUES ${values.join(", ")}`);
  }

  async function answers(done: Definition["done"]): Promise<readonly (readonly string[])[]> {
    const statements = ratesSql(done)
      .split(";")
      .filter((statement) => statement.trim() !== "");
    const all: string[][] = [];
    for (const statement of statements) {
      const rows = (await connection.runAndReadAll(statement)).getRowsJson();
      all.push(rows.map((row) => row.map(String).join("|")).sort());
    }
    return all;
  }

  /** What tally says of each file, added up. */
  function expected(readings: readonly Reading[], done: Definition["done"]): readonly (readonly string[])[] {
    const kinds = new Map<string, number[]>();
    const units = new Map<string, number[]>();
    const add = (map: Map<string, number[]>, key: string, counts: readonly number[]): void => {
      map.set(
        key,
        counts.map((count, index) => count + (map.get(key)?.[index] ?? 0)),
      );
    };
    for (const reading of readings) {
      const counted = tally(reading, { definition: { done, denominator: "all" }, dueSoonDays: 15 });
      for (const { kind, total, done: completed, overdue, rate } of counted.kinds)
        if (total.value > 0)
          add(kinds, kind, [total.value, completed.value, overdue.value, rate?.numerator ?? 0, rate?.denominator ?? 0]);
      for (const { name, kind, total, done: completed, overdue, rate } of counted.byUnit)
        add(units, `${name}|${kind}`, [
          total.value,
          completed.value,
          overdue.value,
          rate?.numerator ?? 0,
          rate?.denominator ?? 0,
        ]);
    }
    return [kinds, units].map((map) => Array.from(map, ([key, counts]) => [key, ...counts].join("|")).sort());
  }

  const row = fc.tuple(
    fc.constantFrom("县财政局", "县教育局、县财政局", "县住建局 县水利局", "", "o'clock 科"),
    fc.constantFrom("2025-10-31", "2025-12-05", "立行立改", "长期坚持", "", "2025年11月底前"),
    fc.constantFrom("已完成", "正在整改", "基本完成", "阶段性完成", "未完成", "不计入", "长期坚持", "已上报", ""),
    fc.constantFrom("2025-10-20", ""),
  );
  const file = fc.tuple(
    fc.constantFrom("反馈问题整改台账", "信访件办理台账", "立行立改台账"),
    fc.array(row, { minLength: 1, maxLength: 12 }),
  );

  it("gives tally's figures of any folder, by kind and by unit", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("done" as const, "basic" as const, "phased" as const),
        async (files, done) => {
          const readings = files.map(([title, rows]) =>
            read(
              title,
              rows.map(([unit, deadline, status, day], index) => [
                String(index + 1),
                `某项制度执行不到位第${index + 1}处`,
                "建立制度",
                unit,
                deadline,
                status,
                day,
                "",
              ]),
            ),
          );
          const all = readings.flatMap((reading, index) => [
            ...factsOf(reading, `收表/${index}.xlsx`, { done, dueSoonDays: 15 }),
          ]);
          expect(new Set(all.map(({ fact }) => fact.id)).size).toBe(all.length);
          await fill(
            "facts",
            FACTS_COLUMNS,
            all.map(({ fact }) => fact),
          );
          await fill(
            "units",
            UNITS_COLUMNS,
            all.flatMap(({ units }) => units),
          );
          expect(await answers(done)).toEqual(expected(readings, done));
        },
      ),
      { numRuns: 40 },
    );
  });
});
