import fc from "fast-check";
import type { Area, CellValue, Grid } from "../../src/ledger/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { updateReading } from "../../src/ledger/update";
import { gridOf } from "./grid-of";
import { serialise } from "./serialise";

const TODAY = { year: 2025, month: 10, day: 10 };
const OPTIONS = { today: TODAY };

const HEADERS = [
  "序号",
  "问题类别",
  "主要问题",
  "具体问题",
  "整改措施",
  "责任单位",
  "配合单位",
  "整改时限",
  "整改状态",
  "完成时间",
  "整改情况",
  "备注",
  "事项类型",
  "措施完成情况",
];
const KEEP = new Set(["序号", "具体问题", "整改措施", "责任单位", "整改时限", "整改状态"]);

const POOLS: Readonly<Record<string, readonly CellValue[]>> = {
  序号: [1, 2, 3, 4, "1-2", "一", "（二）", "三、", null, null, 1, 45659, "5."],
  问题类别: ["党的建设方面", "工作作风方面", null, null],
  主要问题: ["学习不够深入", "执行不够到位", null, null],
  具体问题: ["台账更新不及时", "制度执行不严格", "台账更新不及时", null, null, "调查研究不够深入"],
  整改措施: ["一是完善制度；二是开展培训", "开展专项检查并通报", null, "组织一次集中学习"],
  责任单位: ["办公室", "财务科", "人事科、法规科", null, "办公室（牵头）、财务科（配合）"],
  配合单位: [null, "法规科", "信息中心"],
  整改时限: ["2025年6月底前", 45838, "长期坚持", null, "尽快", "9月底前", "2025年12月31日"],
  整改状态: ["已完成", "正在整改", "部分整改", null, "差不多", "阶段性完成", "#N/A", "未完成"],
  完成时间: [45830, "2025年6月1日", null, null],
  整改情况: ["已修订制度并完成培训，成效明显。", "正在推进。", null],
  备注: [null, null, null, "示例", "另附说明"],
  事项类型: ["反馈问题", "立行立改", "信访件", null],
  措施完成情况: ["已完成", "正在推进", null],
};
const ODD: readonly CellValue[] = [
  "合计",
  "小计",
  "（示例）",
  "一、思想政治方面",
  "（二）作风建设方面",
  "填报人：某某",
  "注：本表一式两份",
  "序号",
  "责任单位",
  "整改状态",
  "　",
  "",
  7,
  true,
  "截至2025年9月30日",
  "填报时间：2025年9月30日",
  "单位名称",
  "简称",
  "23个问题",
];

interface Drawn {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
  readonly double: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    optional: fc.subarray(HEADERS.filter((header) => !KEEP.has(header))),
    count: fc.integer({ min: 1, max: 14 }),
    seed: fc.array(fc.nat(999), { minLength: 200, maxLength: 200 }),
    double: fc.boolean(),
  })
  .map(({ optional, count, seed, double }) => {
    const headers = HEADERS.filter((header) => KEEP.has(header) || optional.includes(header));
    let turn = 0;
    const next = (): number => seed[turn++ % seed.length] ?? 0;
    const rows: CellValue[][] = [];
    const merges: Area[] = [];
    for (let r = 0; r < count; r++) {
      const what = next() % 12;
      if (what === 0) rows.push([]);
      else if (what === 1) rows.push([ODD[next() % ODD.length] ?? null]);
      else rows.push(headers.map((header) => POOLS[header]?.[next() % (POOLS[header]?.length ?? 1)] ?? null));
      if (r > 0 && next() % 4 === 0) {
        const left = next() % headers.length;
        const free = merges.every((area) => area.left !== left || area.bottom < r + 1);
        if (free) merges.push({ top: r + 1, bottom: r + 2, left, right: left });
      }
    }
    return { headers, rows, merges, double };
  });

function gridsOf({ headers, rows, merges, double }: Drawn): Grid[] {
  const values: CellValue[][] = [["巡察反馈问题整改台账"], [...headers], ...rows.map((row) => [...row])];
  if (double) {
    values.push(
      [],
      ["信访件办理台账"],
      ["序号", "信访事项", "责任单位", "办理时限", "办理结果"],
      [1, "反映收费问题", "办公室", "2025年9月底前", "已办结"],
    );
  }
  return [
    gridOf(values, { merges }),
    gridOf(
      [
        ["单位名称", "简称"],
        ["办公室", null],
        ["财务科", "财务"],
        ["人事科", null],
      ],
      { sheet: "单位名录" },
    ),
  ];
}

interface Edit {
  readonly row: number;
  readonly col: number;
  readonly pick: number;
  readonly odd: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  row: fc.nat(22),
  col: fc.nat(12),
  pick: fc.nat(99),
  odd: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

/** Applies one edit and says what came of it; the reading returned equals the sheet. */
function tryEdit(grids: readonly Grid[], headers: readonly string[], one: Edit): string {
  const reading = readWorkbook(grids, OPTIONS);
  return applyEdit(grids, headers, one, reading).outcome;
}

function applyEdit(
  grids: readonly Grid[],
  headers: readonly string[],
  one: Edit,
  reading: ReturnType<typeof readWorkbook>,
) {
  const grid = grids[0] as Grid;
  const header = headers[one.col % headers.length] ?? "";
  const pool = one.odd ? ODD : (POOLS[header] ?? ODD);
  const values = [...(grid.values[one.row] ?? [])];
  const col = one.col % headers.length;
  while (values.length <= col) values.push(null);
  values[col] = pool[one.pick % pool.length] ?? null;
  const outcome = updateReading(reading, grid.sheet, new Map([[one.row, values]]));
  if (outcome.type === "reread" && grid.values[one.row] !== values) (grid.values as CellValue[][])[one.row] = values;
  const full = readWorkbook(grids, OPTIONS);
  if (outcome.type === "items") expect(serialise(reading)).toEqual(serialise(full));
  return { outcome: outcome.type, reading: outcome.type === "items" ? reading : full };
}

describe("updateReading", () => {
  test("equals a full reading, whatever is edited", () => {
    const seen = { items: 0, reread: 0 };
    fc.assert(
      fc.property(drawn, fc.array(edit, { minLength: 1, maxLength: 8 }), (drawing, edits) => {
        const grids = gridsOf(drawing);
        let reading = readWorkbook(grids, OPTIONS);
        for (const one of edits) {
          const done = applyEdit(grids, drawing.headers, one, reading);
          seen[done.outcome]++;
          reading = done.reading;
        }
      }),
      { numRuns: 300 },
    );
    // Both ways are taken often enough to mean something.
    expect(seen.items).toBeGreaterThan(100);
    expect(seen.reread).toBeGreaterThan(100);
  });

  const headers = ["序号", "具体问题", "整改措施", "责任单位", "整改时限", "整改状态"];
  const rows: CellValue[][] = Array.from({ length: 30 }, (_, i) => [
    i + 1,
    `第${i + 1}个问题执行不到位`,
    "完善制度",
    "办公室",
    "2025年6月底前",
    "已完成",
  ]);

  test.each([
    ["a status", 12, 5, "正在整改", "items"],
    ["a deadline", 12, 4, "长期坚持", "items"],
    ["a unit", 12, 3, "财务科", "items"],
    ["a problem", 12, 1, "另一个问题", "items"],
    ["a number", 12, 0, 99, "items"],
    ["a problem that now equals the one above", 12, 1, "第10个问题执行不到位", "items"],
    ["an example", 12, 0, "示例", "reread"],
    ["a number that restarts", 12, 0, 1, "reread"],
    ["a header", 1, 5, "备注", "reread"],
    ["the title", 0, 0, "信访件台账", "reread"],
    ["a row below the table", 40, 1, "新的问题", "reread"],
  ] as const)("%s", (_what, row, col, value, expected) => {
    const grids = [gridOf([["整改台账"], headers, ...rows.map((r) => [...r])])];
    const reading = readWorkbook(grids, OPTIONS);
    const values = [...(grids[0]?.values[row] ?? [])];
    while (values.length <= col) values.push(null);
    values[col] = value;
    const outcome = updateReading(reading, "整改台账", new Map([[row, values]]));
    expect(outcome.type).toBe(expected);
    if (outcome.type === "items") expect(serialise(reading)).toEqual(serialise(readWorkbook(grids, OPTIONS)));
  });

  test("an unchanged row changes nothing", () => {
    const grids = [gridOf([["整改台账"], headers, ...rows])];
    const reading = readWorkbook(grids, OPTIONS);
    expect(updateReading(reading, "整改台账", new Map([[5, [...(grids[0]?.values[5] ?? [])]]]))).toEqual({
      type: "items",
      items: [],
    });
    expect(updateReading(reading, "没有的表", new Map([[5, []]])).type).toBe("reread");
    expect(tryEdit(grids, headers, { row: 3, col: 5, pick: 1, odd: false })).toBe("items");
  });
});
