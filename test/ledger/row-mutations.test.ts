/**
 * One ledger in many dresses: rows of totals, ditto marks, units with persons, and the same items transposed, on cards and
 * in blocks. Whatever the dress, the figures are those of the items, and nothing is held; a form may be refused, with its
 * labels named. TAIZHANG_FUZZ sets how many ledgers (2,000 before a release).
 */
import fc from "fast-check";
import { check } from "../../src/check/check";
import type { CellValue, Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";
import { gridOf } from "../grid/grid-of";

const RUNS = Number(process.env["TAIZHANG_FUZZ"] ?? 160);
const TODAY = { year: 2025, month: 10, day: 10 };
jest.setTimeout(600_000);

const PROBLEMS = [
  "会议记录不完整",
  "报销附件不齐全",
  "设备台账未更新",
  "考勤管理不规范",
  "合同归档不及时",
  "采购程序不严格",
  "统计数据有误",
  "汇总上报不及时",
  "培训记录缺失",
  "总量控制不严",
];
const MEASURES = ["逐笔补齐并归档", "修订制度并组织学习", "全面盘点，更新台账", "开展一次专项检查"];
const UNITS = ["办公室", "财务科", "后勤科", "人事科"];
const DEADLINES = [
  ["2025年6月底前", true],
  ["2025.12.31", false],
  ["长期坚持", false],
  ["2025年8月30日", true],
  ["每季度", false],
  ["现场整改", false],
] as const;
const STATUSES = [
  ["已完成", "done", false],
  ["正在整改", "ongoing", true],
  ["未完成", "notDone", true],
  ["阶段性完成", "phased", false],
  ["长期坚持", "longTerm", false],
] as const;
const PERSONS = ["甲某", "张某某", "李××", "王主任"];
const HEADERS = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"];

interface Row {
  readonly problem: number;
  readonly measure: number;
  readonly unit: number;
  readonly deadline: number;
  readonly status: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  problem: fc.nat(PROBLEMS.length - 1),
  measure: fc.nat(MEASURES.length - 1),
  unit: fc.nat(UNITS.length - 1),
  deadline: fc.nat(DEADLINES.length - 1),
  status: fc.nat(STATUSES.length - 1),
});
const items = fc.uniqueArray(row, { minLength: 1, maxLength: 9, selector: ({ problem }) => problem });

function cellsOf(rows: readonly Row[]): CellValue[][] {
  return rows.map((one, i) => [
    i + 1,
    PROBLEMS[one.problem] ?? "",
    MEASURES[one.measure] ?? "",
    UNITS[one.unit] ?? "",
    DEADLINES[one.deadline]?.[0] ?? "",
    STATUSES[one.status]?.[0] ?? "",
  ]);
}

/** What the items come to, counted without the reader. */
function truth(rows: readonly Row[]): string {
  const statuses = new Map<string, number>();
  const units = new Map<string, number>();
  let overdue = 0;
  for (const { unit, deadline, status } of rows) {
    const [, name, open] = STATUSES[status] ?? STATUSES[0];
    statuses.set(name, (statuses.get(name) ?? 0) + 1);
    units.set(UNITS[unit] ?? "", (units.get(UNITS[unit] ?? "") ?? 0) + 1);
    if (open && DEADLINES[deadline]?.[1]) overdue++;
  }
  return show(rows.length, statuses, units, overdue);
}

function show(
  total: number,
  statuses: Iterable<[string, number]>,
  units: Iterable<[string, number]>,
  overdue: number,
): string {
  const list = (pairs: Iterable<[string, number]>): string =>
    [...pairs]
      .map(([name, n]) => `${name}${n}`)
      .sort()
      .join(" ");
  return `${total} | ${list(statuses)} | ${list(units)} | ${overdue}`;
}

interface Outcome {
  readonly figures: string;
  readonly held: readonly string[];
  readonly errors: readonly string[];
  readonly refused: boolean;
}

function outcome(grids: readonly Grid[]): Outcome {
  const reading = readWorkbook(grids, { today: TODAY, asOf: TODAY });
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  const report = check(reading);
  const kind = counted.kinds[0];
  const statuses = Object.entries(kind?.byStatus ?? {}).map(([name, { value }]): [string, number] => [name, value]);
  return {
    figures: show(
      kind?.total.value ?? 0,
      statuses.filter(([, n]) => n > 0),
      counted.byUnit.map(({ name, total }): [string, number] => [name, total.value]),
      kind?.overdue.value ?? 0,
    ),
    held: report.held.map(({ rule }) => rule),
    errors: report.findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
    refused: reading.ledgers.length === 0,
  };
}

const TITLE: CellValue[] = ["巡察反馈问题整改台账", "<", "<", "<", "<", "<"];

/** A row of totals: its word, where the word stands, and which figures stand beside it. */
const total = fc.record({
  word: fc.constantFrom(
    "合计",
    "总计",
    "汇总",
    "总数",
    "合计数",
    "统计",
    "小计",
    "合 计",
    "总计数",
    "共计",
    "合计：",
    "总合计",
    "Total",
    "本页小计",
    "累 计",
    "总计（项）",
    "问题总数",
    "Grand Total",
    "完成率",
    "过次页",
  ),
  in: fc.constantFrom(0, 1),
  figures: fc.subarray([1, 2, 5], { minLength: 0 }),
});

function totalRow(
  { word, in: at, figures }: { word: string; in: number; figures: number[] },
  count: number,
): CellValue[] {
  const cells: CellValue[] = [null, null, null, null, null, null];
  for (const col of figures) cells[col] = count;
  cells[at] = word;
  return cells;
}

function holdsRight(grids: readonly Grid[], rows: readonly Row[]): void {
  const seen = outcome(grids);
  expect({ figures: seen.figures, held: seen.held, errors: seen.errors }).toEqual({
    figures: truth(rows),
    held: [],
    errors: [],
  });
}

test("rows of totals, by any word, are no items", () => {
  fc.assert(
    fc.property(items, fc.array(total, { maxLength: 2 }), fc.boolean(), fc.boolean(), (rows, totals, first, titled) => {
      const sums = totals.map((one) => totalRow(one, rows.length));
      const body = first ? [...sums, ...cellsOf(rows)] : [...cellsOf(rows), ...sums];
      holdsRight([gridOf([...(titled ? [TITLE] : []), HEADERS, ...body])], rows);
    }),
    { numRuns: RUNS },
  );
});

test("a cell that repeats the one above may say so", () => {
  const mark = fc.constantFrom("同上", "〃", "″", '"', "（同上）", " 同上 ", "—〃—", "同前");
  fc.assert(
    fc.property(
      items,
      fc.array(fc.tuple(fc.nat(20), fc.constantFrom(2, 3, 4, 5), mark), { maxLength: 12 }),
      (rows, marks) => {
        const cells = cellsOf(rows);
        for (const [at, col, text] of marks) {
          const line = cells[at % cells.length];
          const before = cells[(at % cells.length) - 1];
          // What is marked is what it was: only equal cells are.
          if (line && before && rowsAgree(rows, at % cells.length, col)) line[col] = text;
        }
        holdsRight([gridOf([TITLE, HEADERS, ...cells])], rows);
      },
    ),
    { numRuns: RUNS },
  );
});

function rowsAgree(rows: readonly Row[], at: number, col: number): boolean {
  const key = (["problem", "problem", "measure", "unit", "deadline", "status"] as const)[col] ?? "problem";
  return at > 0 && rows[at]?.[key] === rows[at - 1]?.[key];
}

test("a person beside a unit is no unit", () => {
  const dress = fc.constantFrom<(unit: string, person: string) => string>(
    (unit, person) => `${unit}（${person}）`,
    (unit, person) => `${unit}：${person}`,
    (unit, person) => `${unit}/${person}`,
    (unit, person) => `${unit}\n${person}`,
    (unit, person) => `${unit} ${person}`,
    (unit, person) => `${person}（${unit}）`,
    (unit, person) => `${unit}：${person}、甲某`,
    (unit) => `牵头：${unit}`,
    (unit) => `${unit}（牵头）`,
    (unit) => `责任单位：${unit}`,
    (unit) => unit,
  );
  const header = fc.constantFrom(
    "责任单位",
    "责任单位/责任人",
    "责任单位（责任人）",
    "责任部门及责任人",
    "整改责任单位",
  );
  fc.assert(
    fc.property(
      items,
      fc.array(dress, { minLength: 9, maxLength: 9 }),
      header,
      fc.nat(3),
      (rows, dresses, name, person) => {
        const cells = cellsOf(rows).map((line, i) => {
          const unit = dresses[i]?.(String(line[3]), PERSONS[(person + i) % 4] ?? "") ?? "";
          return line.map((value, col) => (col === 3 ? unit : value));
        });
        holdsRight([gridOf([TITLE, HEADERS.map((text, col) => (col === 3 ? name : text)), ...cells])], rows);
      },
    ),
    { numRuns: RUNS },
  );
});

test("cells that say what headers say make no form of a table", () => {
  const word = fc.constantFrom(
    "责任单位",
    "约谈责任科室负责人",
    "整改措施",
    "整改时限：2025年6月",
    "责任人：甲某",
    "整改情况",
    "反馈问题",
    "已销号",
    "审核意见",
    "整改进展情况",
  );
  fc.assert(
    fc.property(items, fc.array(fc.tuple(fc.nat(20), fc.boolean(), word), { maxLength: 8 }), (rows, words) => {
      const cells = cellsOf(rows).map((line) => [...line, "已补齐资料", null]);
      for (const [at, inMeasure, text] of words) {
        const line = cells[at % cells.length] as CellValue[];
        line[inMeasure ? 2 : 7] = text;
      }
      const seen = outcome([gridOf([TITLE, [...HEADERS, "整改情况说明", "备注"], ...cells])]);
      expect({ figures: seen.figures, held: seen.held }).toEqual({ figures: truth(rows), held: [] });
    }),
    { numRuns: RUNS },
  );
});

test("units in several columns: the first filled leads, all are counted", () => {
  const headers = fc.constantFrom(
    ["建设单位", "施工单位", "监理单位"],
    ["建设", "施工", "监理"],
    ["责任单位1", "责任单位2", "责任单位3"],
  );
  const filled = fc.subarray([0, 1, 2], { minLength: 1 });
  fc.assert(
    fc.property(items, fc.array(filled, { minLength: 9, maxLength: 9 }), headers, (rows, columns, names) => {
      const own = (i: number, unit: number): string[] =>
        (columns[i] ?? [0]).map((col) => UNITS[(unit + col) % UNITS.length] ?? "");
      const lines = cellsOf(rows).map((line, i) => {
        const cells: CellValue[] = [null, null, null];
        own(i, rows[i]?.unit ?? 0).forEach((name, n) => (cells[(columns[i] ?? [0])[n] ?? 0] = name));
        return [...line.slice(0, 3), ...cells, ...line.slice(4)];
      });
      const header = [
        [...HEADERS.slice(0, 3), "责任单位", "<", "<", ...HEADERS.slice(4)],
        ["^", "^", "^", ...names, "^", "^"],
      ];
      const seen = outcome([gridOf([...header, ...lines])]);
      const units = new Map<string, number>();
      rows.forEach(({ unit }, i) => {
        for (const name of own(i, unit)) units.set(name, (units.get(name) ?? 0) + 1);
      });
      const [count, statuses, , overdue] = truth(rows).split(" | ");
      const counted = [...units].map(([name, n]) => `${name}${n}`).sort();
      expect({ figures: seen.figures, held: seen.held, errors: seen.errors }).toEqual({
        figures: [count, statuses, counted.join(" "), overdue].join(" | "),
        held: [],
        errors: [],
      });
    }),
    { numRuns: RUNS },
  );
});

test("equal neighbours of a transposed form may be merged, or say 同左", () => {
  fc.assert(
    fc.property(
      items,
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      fc.boolean(),
      (rows, flags, merged) => {
        const cells = cellsOf(rows);
        const lines = HEADERS.map((text, col) => [
          text,
          ...cells.map((line, i) => {
            const same = i > 0 && col > 1 && line[col] === cells[i - 1]?.[col] && flags[col * 10 + i];
            return same ? (merged ? "<" : "同左") : (line[col] ?? null);
          }),
        ]);
        const seen = outcome([gridOf(lines)]);
        if (seen.refused) return;
        expect({ figures: seen.figures, held: seen.held, errors: seen.errors }).toEqual({
          figures: truth(rows),
          held: [],
          errors: [],
        });
      },
    ),
    { numRuns: RUNS },
  );
});

type Laid = (cells: readonly (readonly CellValue[])[]) => readonly Grid[];

const transposed: Laid = (cells) => [
  gridOf(HEADERS.map((text, col) => [text, ...cells.map((line) => line[col] ?? null)])),
];
const card = (line: readonly CellValue[]): CellValue[][] => [
  ["问题整改卡", "<", "<", "<"],
  ["序号", line[0] ?? null, "责任单位", line[3] ?? null],
  ["反馈问题", line[1] ?? null, "<", "<"],
  ["整改措施", line[2] ?? null, "<", "<"],
  ["整改时限", line[4] ?? null, "整改状态", line[5] ?? null],
  ["审核意见", null, "审核人", null],
];
const cards: Laid = (cells) => [gridOf(cells.flatMap((line) => [...card(line), []]))];
const cardASheet: Laid = (cells) => cells.map((line, i) => gridOf(card(line), { sheet: `卡${i + 1}` }));
const blocks: Laid = (cells) => [
  gridOf(cells.flatMap((line) => [...HEADERS.map((text, col) => [text, line[col] ?? null]), []])),
];
const sideBySide: Laid = (cells) => [
  gridOf(HEADERS.map((text, col) => cells.flatMap((line) => [text, line[col] ?? null, null]))),
];
const above: Laid = (cells) =>
  cells.map((line, i) =>
    gridOf([HEADERS.slice(0, 3), line.slice(0, 3), HEADERS.slice(3), line.slice(3)] as CellValue[][], {
      sheet: `卡${i + 1}`,
    }),
  );
const inside: Laid = (cells) =>
  cells.map((line, i) =>
    gridOf(
      HEADERS.map((text, col) => [`${text}：${line[col]}`]),
      { sheet: `卡${i + 1}` },
    ),
  );

test.each([
  ["transposed", transposed],
  ["cards on one sheet", cards],
  ["a card a sheet", cardASheet],
  ["blocks of label and value", blocks],
  ["side by side", sideBySide],
  ["labels above values", above],
  ["label and value in one cell", inside],
])("forms: %s", (_name, lay) => {
  fc.assert(
    fc.property(items, fc.array(fc.nat(5), { maxLength: 4 }), (rows, _holes) => {
      const seen = outcome(lay(cellsOf(rows)));
      if (seen.refused) return;
      expect({ figures: seen.figures, held: seen.held, errors: seen.errors }).toEqual({
        figures: truth(rows),
        held: [],
        errors: [],
      });
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});

test("a form with holes is read with what it has, or refused; no item is lost or made", () => {
  fc.assert(
    fc.property(
      items,
      fc.array(fc.tuple(fc.nat(20), fc.constantFrom(2, 3, 4)), { maxLength: 5 }),
      fc.constantFrom(transposed, cards, cardASheet, blocks),
      (rows, holes, lay) => {
        const cells = cellsOf(rows);
        for (const [at, col] of holes) (cells[at % cells.length] as CellValue[])[col] = null;
        const seen = outcome(lay(cells));
        if (!seen.refused) expect(Number(seen.figures.split(" ")[0])).toBe(rows.length);
      },
    ),
    { numRuns: RUNS },
  );
});
