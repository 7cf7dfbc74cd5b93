/** What stands right beside a limit of reading a sheet, on both sides: what it comes to, and its errors. */
import { check } from "../../src/check/check";
import { messageOf } from "../../src/check/list";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { limitCandidates } from "../../src/ledger/columns/candidates";
import type { Candidate, Scored } from "../../src/ledger/columns/candidates";
import { textOf } from "../../src/ledger/items/cells";
import { MAX_COLS } from "../../src/grid";
import { SheetRows } from "../../src/ledger/layout/sheet-rows";
import { gridOf } from "../grid/grid-of";
import { errors, figures, read } from "./figures";

const PROBLEMS = ["会议记录不完整", "报销附件不齐全", "设备台账未更新", "车辆派单不全"];
const UNITS = ["办公室", "财务科", "办公室", "后勤科"];

const nameless = (rows: number): string =>
  ["列1 | 列2 | 列3 | 列4 | 列5"]
    .concat(
      PROBLEMS.slice(0, rows).map(
        (problem, i) => `${i + 1} | ${problem} | ${UNITS[i]} | 2025年${i + 6}月底前 | ${i % 2 ? "正在整改" : "已完成"}`,
      ),
    )
    .join("\n");

const ticked = (...statuses: readonly string[]): string => `
  序号 | 反馈问题 | 责任单位 | 整改情况 | <
  ^ | ^ | ^ | ${statuses.join(" | ")}
  1 | 会议记录不完整 | 办公室 | √ |
  2 | 报销附件不齐全 | 财务科 | | √
  3 | 设备台账未更新 | 办公室 | √ |`;

test.each<[string, string, string, readonly string[]]>([
  ["two rows under headers that say nothing", nameless(2), "notALedger", []],
  ["headers that say nothing below 12 lines", `${"说明 | |\n".repeat(12)}${nameless(3)}`, "3/2 办公室:2 财务科:1", []],
  ["headers that say nothing below 13 lines", `${"说明 | |\n".repeat(13)}${nameless(3)}`, "notALedger", []],
  ["three rows under headers that say nothing", nameless(3), "3/2 办公室:2 财务科:1", []],
  [
    "a form of two rows of labels beside their values is no table",
    "反馈问题 | 会议记录不完整 | 责任单位 | 办公室 | 整改时限 | 2025年6月底前\n整改措施 | 补齐 | 整改状态 | 已完成 | 完成时间 | 2025年6月1日",
    "1/1 办公室:1",
    [],
  ],
  [
    "a second table of other headers in the same columns",
    "序号 | 反馈问题 | 责任单位 | 整改状态\n1 | 会议记录不完整 | 办公室 | 已完成\n2 | 报销附件不齐全 | 财务科 | 正在整改\n序号 | 信访事项 | 承办单位 | 办理状态\n1 | 反映甲某的事 | 办公室 | 已办结",
    "3/2 办公室:1 财务科:1 办公室:1",
    ["column-missing@A1"],
  ],
  ["ticks under two statuses", ticked("已完成", "正在整改"), "3/2 办公室:2 财务科:1", ["column-missing@A1"]],
  [
    "ticks of which none is done hold what they may mean",
    ticked("正在整改", "未完成"),
    "3/2 办公室:2 财务科:1",
    ["column-missing@A1", "status-missing@D4"],
  ],
])("%s", (_name, drawing, comesTo, accused) => {
  expect(figures(gridOf(drawing))).toBe(comesTo);
  expect(errors(gridOf(drawing))).toEqual(accused);
});

test("an unmerged word reaches over its neighbours up to the next word of its row", () => {
  const [ledger] = read([
    gridOf(`
      序号 | 反馈问题 | 整改情况 |      | 责任 |
           |          | 措施     | 状态 | 单位 | 人
      1    | 会议记录不完整 | 补齐 | 已完成   | 办公室 | 甲某
      2    | 报销附件不齐全 | 补票 | 正在整改 | 财务科 | 乙某`),
  ]).ledgers;
  expect(Object.values(ledger?.columns ?? {}).map(({ header }) => header)).toEqual([
    "序号",
    "反馈问题",
    "整改情况/措施",
    "责任/单位",
    "责任/人",
    "整改情况/状态",
  ]);
});

test.each<[string, string, number]>([
  ["信访件", "问题线索办理台账", 1],
  ["问题线索", "问题线索办理台账", 0],
])("sheet %s, title %s: kinds in question %d", (sheet, title, doubts) => {
  const drawing = `${title} | < | < | < | <
    序号 | 事项 | 承办单位 | 办理时限 | 办理情况
    1 | 反映甲某的事 | 办公室 | 2025年6月底前 | 已办结
    2 | 反映乙某的事 | 办公室 | 2025年9月底前 | 正在办理`;
  const { ledgers } = readWorkbook([gridOf(drawing, { sheet })], { today: { year: 2025, month: 10, day: 10 } });
  expect(ledgers[0]?.doubts.filter(({ field }) => field === "kind")).toHaveLength(doubts);
});

test.each<[string, number]>([
  ["是 否 是 否", 1],
  ["100% 50% 100% 30%", 1],
  ["2.5 3 2.5 4", 0],
])("%s under a header that says nothing, where no header names the status: offered %d", (cells, offers) => {
  const values = cells.split(" ");
  const rows = PROBLEMS.map((problem, i) => `${i + 1} | ${problem} | 办公室 | 2025年6月底前 | ${values[i]}`);
  const [ledger] = read([gridOf(["序号 | 反馈问题 | 责任单位 | 整改时限 | 列5", ...rows].join("\n"))]).ledgers;
  expect(ledger?.doubts.flatMap(({ field, options }) => (field === "status" ? options : []))).toHaveLength(offers);
});

test.each([
  ["yyyy/m/d", "2025/9/30"],
  ['yyyy"年"m"月"', "2025年9月"],
  ["General", "2025年9月30日"],
])("a day as %s is quoted as it is shown", (format, shown) => {
  const drawing = "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态\n1 | 会议记录不完整 | 办公室 | 45930 | 已完成";
  const [ledger] = read([gridOf(drawing, { formatAt: (_row, col) => (col === 3 ? format : "General") })]).ledgers;
  const row = ledger?.items[0]?.rows[0];
  expect(ledger && row && textOf(ledger, row, "deadline")).toBe(shown);
});

const columnsOf = (drawing: string): readonly string[] =>
  Object.entries(read([gridOf(drawing)]).ledgers[0]?.columns ?? {}).map(([key, { header }]) => `${key}=${header}`);

test("what stands in brackets is no word of a header, whatever the brackets", () => {
  const drawing = `序号 | 反馈问题 | 责任[牵头]单位 | 整改【最后】时限 | 整改（目前）状态
    1 | 会议记录不完整 | 办公室 | 2025年6月底前 | 已完成
    2 | 报销附件不齐全 | 财务科 | 2025年12月底前 | 正在整改`;
  expect(columnsOf(drawing)).toEqual([
    "number=序号",
    "problem=反馈问题",
    "unit=责任[牵头]单位",
    "deadline=整改【最后】时限",
    "status=整改（目前）状态",
  ]);
});

test.each([
  ["YH YH YH YH", false],
  ["A B A B", false],
  ["A-1 A-2 A-3 A-4", true],
])("%s numbers the items: %s", (cells, numbers) => {
  const codes = cells.split(" ");
  const rows = PROBLEMS.map((problem, i) => `${codes[i]} | ${problem} | 办公室 | 2025年6月底前 | 已完成`);
  const columns = columnsOf(["编号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态", ...rows].join("\n"));
  expect(columns.includes("number=编号")).toBe(numbers);
});

test.each([
  ["完成状态", "status", ["已完成", "正在整改", "已完成"]],
  ["工作进展", "progress", ["已完成扫描", "正在登记", "已办两期"]],
])("存在问题 behind %s tells what is in the way of the task", (header, key, cells) => {
  const rows = ["完成档案数字化", "开展车辆清查", "组织制度培训"].map(
    (task, i) => `${i + 1} | ${task} | 办公室 | ${cells[i]} | ${["人手不足", "经费未到位", "场地紧张"][i]}`,
  );
  expect(columnsOf([`序号 | 工作任务 | 责任单位 | ${header} | 存在问题`, ...rows].join("\n"))).toEqual([
    "number=序号",
    "problem=工作任务",
    "unit=责任单位",
    `${key}=${header}`,
  ]);
});

test("a missing column is told in English without colours and headers that are not there", () => {
  const reading = read([gridOf("序号 | 反馈问题 | 责任单位 | 整改时限\n1 | 会议记录不完整 | 办公室 | 2025年6月底前")]);
  const finding = check(reading).findings.find(
    ({ rule, data }) => rule === "column-missing" && data["field"] === "status",
  );
  expect(finding && messageOf(finding, "en")).toBe("The ledger of problems has no column for the status");
});

test("columns beyond the last that is read hold nothing", () => {
  const grid = gridOf([Array.from({ length: MAX_COLS + 1 }, (_, col) => (col < MAX_COLS - 1 ? null : "x"))]);
  expect(new SheetRows(grid).filled(0)).toEqual([MAX_COLS - 1]);
});

test("on a very wide table each field keeps its best columns, as many as there are fields", () => {
  const candidate = (key: Candidate["key"], score: number): Candidate => ({
    key,
    score,
    ambiguous: false,
    depth: 0,
    reason: "header",
  });
  const columns = Array.from({ length: 70 }, (_, i) => ({
    candidates: [candidate("problem", i / 100), candidate("status", 1 - i / 100)],
  })) as unknown as Scored[];
  limitCandidates(columns);
  const kept = (key: Candidate["key"]) =>
    columns.flatMap(({ candidates }, i) => (candidates.some((one) => one.key === key) ? [i] : []));
  expect(kept("problem")[0]).toBe(70 - kept("problem").length);
  expect(kept("status").at(-1)).toBe(kept("status").length - 1);
});
