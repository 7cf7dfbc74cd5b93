/** What stands right beside a limit of reading a sheet, on both sides: what it comes to, and its errors. */
import { check } from "../../src/check/check";
import { messageOf } from "../../src/check/list";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { limitCandidates } from "../../src/ledger/columns/candidates";
import type { Candidate, Scored } from "../../src/ledger/columns/candidates";
import { textOf } from "../../src/ledger/items/cells";
import { MAX_COLS } from "../../src/grid";
import { countHeaderWords } from "../../src/ledger/layout/header-rows";
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
  expect(finding && messageOf(finding, "en")).toBe("The ledger of problems has no column for the status; add one.");
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

const LONG_HEADING = "关于落实上级部署要求和推动基层治理能力提升关于落实上级部署要求和推动基层治理";

/** A row of one cell before the second item: how many items, and the section of the last. */
test.each<[string, number, string | null]>([
  ["1.制度建设 | | |", 2, "1.制度建设"],
  ["1.请用黑体字 | | |", 2, null],
  ["机关日常管理工作 | | |", 2, "机关日常管理工作"],
  ["| 党的建设方面 | |", 2, "党的建设方面"],
  ["| 一、党的建设 | |", 2, "一、党的建设"],
  ["| 考勤制度执行不严 | |", 3, null],
  [`| ${LONG_HEADING}方面 | |`, 2, `${LONG_HEADING}方面`],
  [`| ${LONG_HEADING}的方面 | |`, 3, null],
])("%s", (row, items, section) => {
  const drawing = `序号 | 反馈问题 | 责任单位 | 整改状态
    1 | 会议记录不完整 | 办公室 | 已完成
    ${row}
    2 | 报销附件不齐全 | 财务科 | 正在整改`;
  const [ledger] = read([gridOf(drawing)]).ledgers;
  expect([ledger?.items.length, ledger?.items.at(-1)?.section]).toEqual([items, section]);
});

/** Words that name a field, words that may, and figures: a row is a header of a ledger from so many on. */
test.each<[string, boolean]>([
  ["反馈问题 | 责任单位", true],
  ["反馈问题 | 甲", false],
  ["反馈问题 | 存在不足 | 推进节点", true],
  ["反馈问题 | 存在不足 | 甲", false],
  ["存在不足 | 主要不足 | 推进节点 | 落实节点", true],
  ["存在不足 | 主要不足 | 推进节点 | 落实节点 | 甲", false],
  ["存在不足 | 主要不足 | 推进节点", false],
  ["反馈问题 | 责任单位 | 整改时限 | 整改状态 | 5", true],
  ["反馈问题 | 责任单位 | 整改时限 | 5", false],
])("header of a ledger: %s: %s", (row, known) =>
  expect(countHeaderWords(gridOf(row).values[0] ?? []).known).toBe(known),
);

/** Rows of one problem are one item where they bear one number: by another column of numbers they would be another count. */
test.each([
  ["YH YH YH YH", []],
  ["YH-1 YH-1 YH-2 YH-2", ["number"]],
  ["YH-1 YH-2 YH-3 YH-4", []],
])("编号 %s beside 序号, two rows of each problem: in doubt is %j", (cells, fields) => {
  const codes = cells.split(" ");
  const rows = [PROBLEMS[0], PROBLEMS[0], PROBLEMS[1], PROBLEMS[1]].map(
    (problem, i) => `${i + 1} | ${codes[i]} | ${problem} | 措施${i} | 办公室 | 已完成`,
  );
  const [ledger] = read([
    gridOf(["序号 | 编号 | 反馈问题 | 整改措施 | 责任单位 | 整改状态", ...rows].join("\n")),
  ]).ledgers;
  expect(ledger?.doubts.map(({ field }) => field)).toEqual(fields);
});

test.each([
  ["事项", "具体问题", "problem=具体问题"],
  ["事项", "检查情况", "problem=事项"],
])("beside %s, %s of which a cell is blank: %s, and nothing in doubt", (first, second, column) => {
  const drawing = `序号 | ${first} | ${second} | 责任单位 | 整改状态
    1 | 档案管理 | 目录缺失两册 | 办公室 | 已完成
    2 | 会议记录 |  | 财务科 | 已完成
    3 | 报销管理 | 附件不齐全 | 财务科 | 正在整改
    4 | 车辆管理 | 派单不全 | 后勤科 | 已完成`;
  expect(columnsOf(drawing)).toContain(column);
  expect(read([gridOf(drawing)]).ledgers[0]?.doubts.map(({ field }) => field)).toEqual([]);
});

test.each([
  ["复查情况 | 是否销号", "signOff=是否销号"],
  ["复查情况 | 备注", "signOff=复查情况"],
])("beside 整改状态, with one of four looked at: %s: %s", (headers, column) => {
  const cells = ["已完成 | 合格 | 已销号", "正在整改 | | 未销号", "已完成 | | 未销号", "已完成 | | 未销号"];
  const rows = PROBLEMS.map((problem, i) => `${i + 1} | ${problem} | 办公室 | 2025年6月底前 | ${cells[i]}`);
  const columns = columnsOf([`序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态 | ${headers}`, ...rows].join("\n"));
  expect(columns.filter((one) => /^(?:status|signOff)=/.test(one))).toEqual(["status=整改状态", column]);
});

test.each(["", "^"])(
  "a blank column between two tables parts them, merged over the rows of the header or not",
  (below) => {
    const drawing = `序号 | 反馈问题 | 整改情况 | < |  | 序号 | 信访事项 | 办理情况 | <
    ^ | ^ | 责任单位 | 整改状态 | ${below} | ^ | ^ | 承办单位 | 办理状态
    1 | 会议记录不完整 | 办公室 | 已完成 | | 1 | 反映甲某的事 | 办公室 | 已办结
    2 | 报销附件不齐全 | 财务科 | 正在整改 | | 2 | 反映乙某的事 | 后勤科 | 正在办理`;
    expect(figures(gridOf(drawing))).toBe("4/2 办公室:1 财务科:1 办公室:1 后勤科:1");
  },
);

const marked = (done: string, ongoing: string): string => `
  序号 | 反馈问题 | 责任单位 | 整改情况 | <
  ^ | ^ | ^ | 已完成 | 正在整改
  1 | 会议记录不完整 | 办公室 | ${done} |
  2 | 报销附件不齐全 | 财务科 | | ${ongoing}
  3 | 设备台账未更新 | 办公室 | ${done} |`;

test.each([
  ["√", "√"],
  ["张", "李"],
  ["6.1", "7.2"],
])("%s under 已完成 and %s under 正在整改 tick the status", (done, ongoing) => {
  const [ledger] = read([gridOf(marked(done, ongoing))]).ledgers;
  expect(ledger?.items.map(({ status }) => status)).toEqual(["done", "ongoing", "done"]);
});

const CELLS = {
  责任单位: UNITS,
  整改时限: ["2025年6月底前", "2025年7月底前", "2025年8月底前", "2025年9月底前"],
  整改状态: ["已完成", "正在整改", "已完成", "已完成"],
} as const;

/** Two tables of the same items: the status weighs more than all else, then what more is told, then the month, else the first counts. */
test.each<[string, (keyof typeof CELLS)[], (keyof typeof CELLS)[], string?, string?]>([
  ["5月", ["整改状态"], ["责任单位", "整改时限"]],
  ["5月", ["责任单位", "整改时限", "整改状态"], ["责任单位", "整改状态"]],
  ["6月", ["责任单位", "整改状态"], ["整改时限", "整改状态"]],
  ["6月", ["责任单位", "整改状态"], ["责任单位", "整改时限", "整改状态"]],
  ["6月", ["责任单位", "整改状态"], ["责任单位", "整改状态"]],
  ["总表", ["责任单位", "整改状态"], ["责任单位", "整改状态"], "总表", "上报"],
])("%s counts where 5月 tells %j and 6月 %j", (sheet, may, june, first = "5月", second = "6月") => {
  const table = (name: string, headers: readonly (keyof typeof CELLS)[]) =>
    gridOf(
      [
        ["序号", "反馈问题", ...headers],
        ...PROBLEMS.map((problem, i) => [i + 1, problem, ...headers.map((header) => CELLS[header][i] ?? null)]),
      ],
      { sheet: name },
    );
  expect(read([table(first, may), table(second, june)]).ledgers.map((ledger) => ledger.sheet)).toEqual([sheet]);
});

test.each([
  ['m"月"d"日"', "1-1"],
  ["General", "45658"],
])("the number 45658 as %s is quoted as it was typed", (format, typed) => {
  const drawing = "序号 | 反馈问题 | 责任单位 | 整改状态\n45658 | 会议记录不完整 | 办公室 | 已完成";
  const [ledger] = read([gridOf(drawing, { formatAt: (_row, col) => (col === 0 ? format : "General") })]).ledgers;
  const row = ledger?.items[0]?.rows[0];
  expect(ledger && row && textOf(ledger, row, "number")).toBe(typed);
});
