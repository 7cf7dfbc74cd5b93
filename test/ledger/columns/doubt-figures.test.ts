/** Whatever is doubted, the figures told of each choice are those of a tally once that choice is made. */
import fc from "fast-check";
import { check } from "../../../src/check/check";
import { messageOf } from "../../../src/check/list";
import type { CellValue } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import type { ReadOptions } from "../../../src/ledger/types";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import { gridOf } from "../../grid/grid-of";

const RUNS = Number(process.env["TAIZHANG_FUZZ"] ?? 200);
const TODAY = { year: 2025, month: 10, day: 10 };
const SHEET = "整改台账";
jest.setTimeout(600_000);

const STATES = ["已完成", "正在整改", "未完成", "部分完成", ""] as const;
const DAYS = ["2025年6月底", "2025年9月30日", "2025年12月底", "长期坚持", ""] as const;
const UNITS = ["综合科", "财务科", "后勤科"] as const;
const COLUMNS = {
  status: ["整改状态", "完成情况", "当前状态", "单位自报", "督查认定", "8月整改状态", "第二次复查", "检查结果", "列9"],
  deadline: ["整改时限", "完成时限", "原整改时限", "延期至", "要求整改时间"],
  unit: ["责任单位", "牵头单位", "整改责任部门"],
} as const;
const VALUES = { status: STATES, deadline: DAYS, unit: UNITS } as const;
type Field = keyof typeof COLUMNS;

const ROWS = 7;
const column = (field: Field): fc.Arbitrary<readonly CellValue[]> =>
  fc
    .tuple(
      fc.constantFrom<string>(...COLUMNS[field]),
      fc.array(fc.constantFrom<string>(...VALUES[field]), { minLength: ROWS, maxLength: ROWS }),
    )
    .map(([header, values]) => [header, ...values]);

const columns = fc
  .record({
    status: fc.array(column("status"), { minLength: 1, maxLength: 3 }),
    deadline: fc.array(column("deadline"), { minLength: 1, maxLength: 2 }),
    unit: fc.array(column("unit"), { minLength: 1, maxLength: 2 }),
  })
  .map(({ status, deadline, unit }) => [...unit, ...deadline, ...status])
  // Two columns of one name are one for a person who chooses.
  .filter((list) => new Set(list.map(([header]) => header)).size === list.length);

const NUMBERS: readonly CellValue[] = ["序号", 1, 2, 3, 4, 5, 6, 7];
const PROBLEMS: readonly CellValue[] = [
  "存在问题",
  "会议记录缺页",
  "报销附件不齐",
  "台账未更新",
  "考勤未公示",
  "合同归档滞后",
  "采购未比价",
  "培训走过场",
];

function figuresOf(rows: readonly (readonly CellValue[])[], options: Partial<ReadOptions> = {}) {
  const reading = readWorkbook([gridOf(rows, { sheet: SHEET })], { today: TODAY, ...options });
  const kind = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 }).kinds[0];
  return {
    reading,
    figures: kind && {
      total: kind.total.value,
      overdue: kind.overdue.value,
      byStatus: Object.fromEntries(Object.entries(kind.byStatus).map(([status, { value }]) => [status, value])),
    },
  };
}

it("the figures of every choice are those of a tally under it, and the message tells them", () => {
  let seen = 0;
  fc.assert(
    fc.property(columns, (list) => {
      const all = [NUMBERS, PROBLEMS, ...list];
      const rows = Array.from({ length: ROWS + 1 }, (_, r) =>
        all.map((values) => (values[r] === "" ? null : (values[r] ?? null))),
      );
      const { reading, figures } = figuresOf(rows);
      for (const doubt of reading.ledgers[0]?.doubts ?? []) {
        if (doubt.field === "kind") continue;
        seen++;
        expect(doubt.options.some((option) => option.figures.total === figures?.total)).toBe(true);
        const rule = doubt.by === null ? "column-ambiguous" : "column-chosen";
        const messages = check(reading)
          .findings.filter((one) => one.rule === rule && one.data["field"] === doubt.field)
          .map((finding) => messageOf(finding, "zh"));
        const said: string[] = [];
        for (const { col, figures: told } of doubt.options) {
          const chosen = figuresOf(rows, {
            overrides: new Map([[SHEET, { columns: { [doubt.field]: col } }]]),
          }).figures;
          expect(chosen).toEqual({ total: told.total, overdue: told.overdue, byStatus: told.byStatus });
          // A status that no choice gives is not told.
          if (doubt.field === "status" && doubt.options.some((one) => (one.figures.byStatus.done ?? 0) > 0))
            said.push(`已完成 ${chosen?.byStatus["done"]}`);
          if (doubt.field === "deadline") said.push(`逾期 ${chosen?.overdue}`);
        }
        expect(messages.some((message) => said.every((words) => message.includes(words)))).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
  // The property speaks of something.
  expect(seen).toBeGreaterThan(RUNS / 10);
});
