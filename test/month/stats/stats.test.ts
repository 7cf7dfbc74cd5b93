import fc from "fast-check";
import type { BookSheet } from "../../../src/grid";
import { readWorkbook, type Reading } from "../../../src/ledger";
import {
  countStats,
  DEFAULT_STATS,
  periodOf,
  ranksOf,
  statsBook,
  statsJson,
  type Stats,
  type StatsOptions,
} from "../../../src/month";
import { tally } from "../../../src/tally";
import { gridOf } from "../../grid/grid-of";
import { evaluate } from "./evaluate";

const AS_OF = { year: 2025, month: 11, day: 28 };

function read(rows: readonly (readonly string[])[], title = "××县巡察反馈问题整改台账"): Reading {
  const head = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展"];
  return readWorkbook([gridOf([[title, "<", "<", "<", "<", "<"], head, ...rows])], { today: AS_OF, asOf: AS_OF });
}

function bookOf(stats: Stats, previous = false) {
  return statsBook(stats, { title: "统计表", asOf: AS_OF, definition: "已完成", precision: 0, previous });
}

/** Formulas whose saved result is not what they give. */
function wrongIn(stats: Stats, previous = false): string[] {
  const book = bookOf(stats, previous);
  return book.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells) =>
      cells.flatMap((cell) => {
        if (cell?.formula === undefined) return [];
        const given = evaluate(book, sheet.name, cell.formula);
        const saved = cell.value;
        const equal =
          typeof given === "number" && typeof saved === "number" ? Math.abs(given - saved) < 1e-9 : given === saved;
        return equal ? [] : [`${cell.formula}: ${String(given)}, saved ${String(saved)}`];
      }),
    ),
  );
}

function table(sheet: BookSheet | undefined): Record<string, string | number | null>[] {
  const heads = (sheet?.rows[sheet.head ?? 0] ?? []).map((cell) => String(cell?.value ?? ""));
  return (sheet?.rows.slice((sheet.head ?? 0) + 1) ?? []).map((cells) =>
    Object.fromEntries(heads.map((head, col) => [head, cells[col]?.value ?? null])),
  );
}

const status = fc.constantFrom(
  "已完成",
  "基本完成",
  "阶段性完成",
  "部分完成",
  "正在整改",
  "长期坚持",
  "未完成",
  "超期未完成",
  "申请延期",
  "不涉及",
  "差不多了",
  "",
);
const unit = fc.constantFrom("办公室", "财务股、人事股", "A科", "a科", "甲*科", "~某局", ">某局", "=某局", '某"局', "");
const deadline = fc.constantFrom(
  "2025年6月30日",
  "2025年11月28日",
  "2025年12月31日",
  "立行立改",
  "长期坚持",
  "尽快",
  "",
);
const progress = fc.constantFrom("", "超过序时进度", "达到序时进度", "未达到序时进度", "已完成60%", "正在推进");
const ledgerRows = fc
  .array(fc.tuple(unit, deadline, status, progress), { minLength: 1, maxLength: 14 })
  .map((rows) => rows.map((row, index) => [String(index + 1), `某方面问题${index + 1}`, ...row]));
const options: fc.Arbitrary<StatsOptions> = fc.record({
  definition: fc.record({
    done: fc.constantFrom("done", "basic", "phased"),
    denominator: fc.constantFrom("all", "due"),
  }),
  lights: fc.constant({ yellow: 10, red: 30 }),
  tolerance: fc.constant(5),
});

describe("the statistics sheet", () => {
  it("saves with every formula what it gives, whatever stands in the ledger", () => {
    fc.assert(
      fc.property(ledgerRows, ledgerRows, options, fc.boolean(), (rows, before, chosen, compared) => {
        const previous = compared ? ranksOf(periodOf(read(before), { masked: true }), chosen.definition) : null;
        expect(wrongIn(countStats(read(rows), chosen, previous), compared)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("counts what tally counts, for each unit and kind", () => {
    fc.assert(
      fc.property(ledgerRows, options, (rows, chosen) => {
        const reading = read(rows);
        const counted = tally(reading, { definition: chosen.definition, dueSoonDays: 15 });
        const stats = countStats(reading, chosen, null);
        const json = statsJson(stats, { file: "台账.xlsx", out: null, asOf: AS_OF, precision: 0 });
        const named = json.units.filter(({ name }) => name !== "无责任单位");
        expect(
          named
            .map(({ kind, total, done, overdue, rate }) => [
              kind,
              total,
              done,
              overdue,
              rate.numerator,
              rate.denominator,
            ])
            .sort(),
        ).toEqual(
          counted.byUnit
            .map(({ kind, total, done, overdue, rate }) => [
              kind,
              total.value,
              done.value,
              overdue.value,
              rate?.numerator ?? 0,
              rate?.denominator ?? 0,
            ])
            .sort(),
        );
        for (const { kind, total, byStatus, overdue } of counted.kinds) {
          const own = stats.kinds.find((one) => one.kind === kind);
          expect(own?.total).toBe(total.value);
          expect(own?.overdue).toBe(overdue.value);
          expect(own?.byStatus).toEqual(
            Object.fromEntries(Object.entries(byStatus).map(([name, count]) => [name, count.value])),
          );
          expect(Object.values(own?.classes ?? {}).reduce((sum, n) => sum + n, 0)).toBe(total.value);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("ranks equal rates equally, and names last what names no unit", () => {
    const rows = [
      ["甲科", "已完成"],
      ["乙科", "已完成"],
      ["丙科", "未完成"],
      ["", "已完成"],
      ["丁科", "不涉及"],
    ].map(([name = "", state = ""], index) => [
      String(index + 1),
      `某问题${index + 1}`,
      name,
      "2025年6月30日",
      state,
      "",
    ]);
    const stats = countStats(read(rows), DEFAULT_STATS, null);
    expect(stats.kinds[0]?.units.map(({ name, rank }) => [name, rank])).toEqual([
      ["甲科", 1],
      ["乙科", 1],
      ["丙科", 3],
      ["丁科", null],
      ["无责任单位", null],
    ]);
  });

  it("says how ranks changed, and who is new", () => {
    const row = (number: string, name: string, state: string): string[] => [
      number,
      `某问题${number}`,
      name,
      "2025年6月30日",
      state,
      "",
    ];
    const before = read([row("1", "甲科", "已完成"), row("2", "乙科", "未完成")]);
    const now = read([row("1", "甲科", "未完成"), row("2", "乙科", "已完成"), row("3", "丙科", "未完成")]);
    const previous = ranksOf(periodOf(before, { masked: true }), DEFAULT_STATS.definition);
    const [sheet] = bookOf(countStats(now, DEFAULT_STATS, previous), true).sheets;
    expect(table(sheet).map((line) => [line["责任单位"], line["排名"], line["上期排名"], line["名次变化"]])).toEqual([
      ["乙科", 1, 2, 1],
      ["甲科", 2, 1, -1],
      ["丙科", 2, "新", "新"],
      ["合计", null, null, null],
    ]);
  });

  it("counts an item of two units for both, and once in the total", () => {
    const rows = [["1", "某问题", "甲科、乙科", "2025年6月30日", "已完成", ""]];
    const [sheet, data] = bookOf(countStats(read(rows), DEFAULT_STATS, null)).sheets;
    expect(table(sheet).map((line) => [line["责任单位"], line["总数"]])).toEqual([
      ["甲科", 1],
      ["乙科", 1],
      ["合计", 1],
    ]);
    expect(table(data)[0]).toMatchObject({ 责任单位: "甲科", 责任单位2: "乙科", 来源位置: "整改台账!A3", 计入完成: 1 });
  });

  it("has a kind's chart only where units can be compared", () => {
    const one = [["1", "某问题", "甲科", "2025年6月30日", "已完成", ""]];
    const two = [...one, ["2", "某事", "乙科", "2025年6月30日", "未完成", ""]];
    const chartsOf = (rows: readonly (readonly string[])[]) =>
      bookOf(countStats(read(rows), DEFAULT_STATS, null)).sheets[0]?.charts;
    expect(chartsOf(one)).toEqual([]);
    expect(chartsOf(two)).toHaveLength(1);
  });
});
