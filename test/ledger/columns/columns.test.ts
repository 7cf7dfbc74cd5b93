/** What a header means, by its words, its neighbours and the values below: one line a case. */
import type { CellValue } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { COLUMN_KEYS, type ColumnKey, type Ledger } from "../../../src/ledger/types";
import { gridOf } from "../../grid/grid-of";

const TODAY = { year: 2025, month: 10, day: 10 };

const NUMBERS = [1, 2, 3, 4];
const PROBLEMS = ["学习贯彻不够深入", "制度执行不够到位", "工程管理不够规范", "资金监管不够严格"];
const MEASURES = [
  "一是制定学习计划；二是每月开展研讨",
  "修订内控制度并组织培训",
  "建立项目台账，逐月调度",
  "开展专项检查，逐笔核对",
];
const UNITS = ["办公室", "财务科", "项目科", "审计科"];
const LEADERS = ["甲某", "乙某", "丙某", "甲某"];
const DONE = ["已完成", "正在整改", "已完成整改", "整改中"];
const DEADLINES = ["2025年6月底前", "2025年12月底前", "长期坚持", "2025年9月底前"];
const DAYS = [45838, 45930, 45838, 46022];
const DONE_DAYS = [45830, null, 45835, null];
const SENTENCES = [
  "已修订制度并组织全员培训，成效明显。",
  "正在按照序时进度推进，资料正在整理归档。",
  "已建立项目管理台账，完成三轮调度。",
  "专项检查已完成第一阶段，正在核对账目。",
];
const YES = ["是", "否", "是", "否"];
const FILES = ["附件1", "附件2", "附件3", null];
const KINDS = ["反馈问题", "立行立改", "信访件", "反馈问题"];
const SECTIONS = ["党的建设方面", "党的建设方面", "工作作风方面", "工作作风方面"];
const FORMS = ["通报批评", "诫勉谈话", "约谈提醒", "通报批评、诫勉谈话"];

type Columns = Readonly<Record<string, readonly CellValue[]>>;

const BASE: Columns = { 序号: NUMBERS, 反馈问题: PROBLEMS, 责任单位: UNITS };

function read(columns: Columns, sheet = "整改台账"): Ledger | undefined {
  const headers = Object.keys(columns);
  const rows = NUMBERS.map((_, r) => headers.map((header) => columns[header]?.[r] ?? null));
  return readWorkbook([gridOf([headers, ...rows], { sheet })], { today: TODAY }).ledgers[0];
}

function fieldOf(ledger: Ledger | undefined, columns: Columns, header: string): ColumnKey | null {
  const col = Object.keys(columns).indexOf(header);
  return COLUMN_KEYS.find((key) => ledger?.columns[key]?.col === col) ?? null;
}

/** header, its values, further columns, the field it must be (null: none). */
type Case = readonly [string, readonly CellValue[], Columns, ColumnKey | null];

const STATUS: Columns = { 整改状态: DONE };
const DEADLINE: Columns = { 整改时限: DEADLINES };

const CASES: readonly Case[] = [
  // what cost points in a survey; what is to be done where nothing says what is wrong
  ["扣分问题", PROBLEMS, { 序号: NUMBERS, 责任单位: UNITS, ...STATUS }, "problem"],
  ["改革任务", MEASURES, { 序号: NUMBERS, 牵头部门: UNITS, ...STATUS, ...DEADLINE }, "problem"],
  ["改革任务", MEASURES, { ...BASE, ...STATUS, ...DEADLINE }, "task"],
  // numbers
  ["编号", NUMBERS, { 反馈问题: PROBLEMS, 责任单位: UNITS }, "number"],
  ["序\n号", NUMBERS, { 反馈问题: PROBLEMS, 责任单位: UNITS }, "number"],
  ["问题编码", ["ZGXM-01", "ZGXM-02", "ZGXM-03", "ZGXM-04"], { 反馈问题: PROBLEMS, 责任单位: UNITS }, "number"],
  ["No.", NUMBERS, { 反馈问题: PROBLEMS, 责任单位: UNITS }, "number"],
  // problems and their levels
  ["存在问题", PROBLEMS, { 序号: NUMBERS, 责任单位: UNITS }, "problem"],
  ["反馈的具体问题", PROBLEMS, { 序号: NUMBERS, 责任单位: UNITS }, "problem"],
  ["巡察反馈问题（原文）", PROBLEMS, { 序号: NUMBERS, 责任单位: UNITS }, "problem"],
  ["问题描述", PROBLEMS, { 序号: NUMBERS, 责任单位: UNITS }, "problem"],
  ["主要问题", PROBLEMS, { 序号: NUMBERS, 责任单位: UNITS }, "problem"],
  ["主要问题", PROBLEMS, { 序号: NUMBERS, 具体问题: MEASURES, 责任单位: UNITS }, "parentProblem"],
  ["具体表现", MEASURES, BASE, "problem"],
  ["反馈问题", PROBLEMS, { 序号: NUMBERS, 具体表现: MEASURES, 责任单位: UNITS }, "parentProblem"],
  ["存在的问题", SENTENCES, { ...BASE, ...STATUS, 下步措施: SENTENCES }, null],
  ["信访事项", PROBLEMS, { 序号: NUMBERS, 承办单位: UNITS, 办理结果: DONE }, "problem"],
  ["群众反映", PROBLEMS, { 序号: NUMBERS, 承办单位: UNITS, 办理结果: DONE }, "problem"],
  ["反映的主要问题", PROBLEMS, { 序号: NUMBERS, 承办单位: UNITS, 办理情况: DONE }, "problem"],
  [
    "问题线索",
    PROBLEMS,
    { 序号: NUMBERS, 承办单位: UNITS, 办理情况: ["已了结", "初核中", "已立案", "已了结"] },
    "problem",
  ],
  ["移交事项", PROBLEMS, { 序号: NUMBERS, 责任单位: UNITS, 办理结果: DONE }, "problem"],
  ["整改事项", PROBLEMS, { 序号: NUMBERS, 整改措施: MEASURES, 责任单位: UNITS, ...DEADLINE, ...STATUS }, "problem"],
  ["问题数", [3, 4, 5, 6], { ...BASE, ...STATUS }, null],
  // sections, sources, kinds
  ["问题类别", SECTIONS, BASE, "section"],
  ["类 别", SECTIONS, BASE, "section"],
  ["所属板块", SECTIONS, BASE, "section"],
  ["发生领域", SECTIONS, BASE, "section"],
  ["问题来源", ["县委巡察", "县委巡察", "审计", "审计"], BASE, "source"],
  ["事项类型", KINDS, BASE, "kind"],
  ["类型", KINDS, BASE, "kind"],
  ["类型", SECTIONS, BASE, "section"],
  ["类别", KINDS, BASE, "kind"],
  ["问题类别", KINDS, BASE, "section"],
  // tasks and measures
  ["整改措施", MEASURES, BASE, "measure"],
  ["具体举措", MEASURES, BASE, "measure"],
  ["整改任务", MEASURES, BASE, "task"],
  ["整改任务（措施）", MEASURES, BASE, "task"],
  ["整改任务", PROBLEMS, { ...BASE, 整改措施: MEASURES }, "task"],
  ["拟采取的措施", MEASURES, BASE, "measure"],
  ["下一步措施", MEASURES, BASE, null],
  ["整改目标", MEASURES, { ...BASE, 整改措施: MEASURES }, null],
  // who
  ["责任部门", UNITS, { 序号: NUMBERS, 反馈问题: PROBLEMS, ...STATUS }, "unit"],
  ["责 任 单 位", UNITS, { 序号: NUMBERS, 反馈问题: PROBLEMS, ...STATUS }, "unit"],
  ["牵头（责任）单位", UNITS, { 序号: NUMBERS, 反馈问题: PROBLEMS, 配合单位: UNITS }, "unit"],
  ["牵头单位", UNITS, { 序号: NUMBERS, 反馈问题: PROBLEMS, 配合单位: UNITS, 责任人: LEADERS }, "unit"],
  ["责任单位", UNITS, { 序号: NUMBERS, 反馈问题: PROBLEMS, 牵头单位: UNITS }, "coUnits"],
  ["责任单位", UNITS, { 序号: NUMBERS, 反馈问题: PROBLEMS, 牵头单位: UNITS, 配合单位: UNITS }, null],
  ["责任科室", UNITS, { 序号: NUMBERS, 反馈问题: PROBLEMS, ...STATUS }, "unit"],
  ["承办单位", UNITS, { 序号: NUMBERS, 信访事项: PROBLEMS, ...STATUS }, "unit"],
  ["协办单位", UNITS, BASE, "coUnits"],
  ["填报单位", UNITS, BASE, null],
  ["验收单位", UNITS, BASE, null],
  ["责任领导", LEADERS, BASE, "leader"],
  ["分管县领导", LEADERS, BASE, "leader"],
  ["牵头领导", LEADERS, { ...BASE, 责任人: LEADERS }, "leader"],
  ["整改责任人", LEADERS, BASE, "person"],
  ["责任人及联系电话", LEADERS, BASE, "person"],
  // when
  ["整改时限", DEADLINES, BASE, "deadline"],
  ["整改完成时限", DAYS, BASE, "deadline"],
  ["计划完成时间", DAYS, BASE, "deadline"],
  ["截止日期", DAYS, BASE, "deadline"],
  ["完成时间", DEADLINES, { ...BASE, ...STATUS }, "deadline"],
  ["完成时间", DAYS, { ...BASE, ...STATUS }, "deadline"],
  ["完成时间", DONE_DAYS, { ...BASE, ...STATUS }, "doneDate"],
  ["完成时间", DAYS, { ...BASE, ...DEADLINE, ...STATUS }, "doneDate"],
  ["完成时间", DEADLINES, { ...BASE, ...STATUS, 实际完成时间: DONE_DAYS }, "deadline"],
  ["完成时间", [null, null, null, null], { ...BASE, ...DEADLINE, ...STATUS }, "doneDate"],
  ["完成时间", [null, null, null, null], { ...BASE, ...STATUS }, "deadline"],
  ["整改完成时间", DONE_DAYS, { ...BASE, ...DEADLINE, ...STATUS }, "doneDate"],
  ["整改完成时间", DEADLINES, { ...BASE, ...STATUS }, "deadline"],
  ["整改时间", DEADLINES, BASE, "deadline"],
  ["时间节点", DEADLINES, BASE, "deadline"],
  ["办结时间", DONE_DAYS, { ...BASE, ...DEADLINE }, "doneDate"],
  ["销号时间", DONE_DAYS, { ...BASE, ...DEADLINE }, "doneDate"],
  ["填报时间", DAYS, { ...BASE, ...DEADLINE }, null],
  ["问责时间", ["2025年8月", "2025年8月", null, null], { 序号: NUMBERS, 问责对象: LEADERS, 问责方式: FORMS }, null],
  // how far
  ["整改状态", DONE, BASE, "status"],
  ["是否完成整改", YES, BASE, "status"],
  ["整改结果", DONE, { ...BASE, 整改情况: SENTENCES }, "status"],
  ["整改情况", SENTENCES, { ...BASE, 整改结果: DONE }, "progress"],
  ["整改情况", DONE, BASE, "status"],
  ["整改情况", SENTENCES, BASE, "progress"],
  ["整改进展", DONE, { ...BASE, 整改情况: SENTENCES }, "status"],
  ["整改进展", SENTENCES, { ...BASE, 整改状态: DONE }, "progress"],
  ["整改进展情况", SENTENCES, { ...BASE, 完成情况: DONE }, "progress"],
  ["完成情况", DONE, { ...BASE, 整改进展情况: SENTENCES }, "status"],
  ["完成情况", SENTENCES, { ...BASE, 整改状态: DONE }, "progress"],
  ["办理结果", DONE, { 序号: NUMBERS, 信访事项: PROBLEMS, 承办单位: UNITS }, "status"],
  [
    "办理情况",
    ["已办结", "正在办理", "已办结", "已办结"],
    { 序号: NUMBERS, 信访件内容: PROBLEMS, 责任单位: UNITS },
    "status",
  ],
  ["办理情况", SENTENCES, { 序号: NUMBERS, 信访件内容: PROBLEMS, 责任单位: UNITS, 办理结果: DONE }, "progress"],
  ["整改成效", SENTENCES, { ...BASE, ...STATUS }, "progress"],
  ["整改措施及成效", SENTENCES, { ...BASE, 整改措施: MEASURES, ...STATUS }, "progress"],
  ["销号状态", ["已销号", "未销号", "已销号", "未销号"], { ...BASE, ...STATUS }, "signOff"],
  ["是否销号", YES, { ...BASE, ...STATUS }, "signOff"],
  ["整改完成率", ["100%", "50%", "100%", "0%"], { ...BASE, ...STATUS }, null],
  ["未完成原因", [null, "资金未到位", null, "正在招标"], { ...BASE, ...STATUS }, null],
  // the rest
  ["佐证材料", FILES, BASE, "evidence"],
  ["印证资料", FILES, BASE, "evidence"],
  ["备 注", FILES, BASE, "remarks"],
  ["是否公开", YES, { ...BASE, ...STATUS }, "public"],
  ["问责方式", FORMS, { 序号: NUMBERS, 问责对象: LEADERS, 单位: UNITS }, "form"],
  ["问责对象", LEADERS, { 序号: NUMBERS, 单位: UNITS, 问责方式: FORMS }, "name"],
  ["人数", [1, 2, 3, 1], { 序号: NUMBERS, 问责方式: FORMS }, "persons"],
  ["处理方式", FORMS, { 序号: NUMBERS, 姓名: LEADERS, 单位: UNITS }, "form"],
  ["__proto__x", FILES, BASE, null],
  ["constructor", FILES, BASE, null],
];

describe("what a header means", () => {
  test.each(CASES.map((one, i) => [i, ...one] as const))("%i %s", (_i, header, values, others, expected) => {
    const columns = { ...others, [header]: values };
    expect({ header, field: fieldOf(read(columns), columns, header) }).toEqual({ header, field: expected });
  });

  test.each(CASES.map((one, i) => [i, ...one] as const))(
    "%i %s, first of all columns",
    (_i, header, values, others, expected) => {
      const columns = { [header]: values, ...Object.fromEntries(Object.entries(others).reverse()) };
      expect({ header, field: fieldOf(read(columns), columns, header) }).toEqual({ header, field: expected });
    },
  );
});

describe("bands", () => {
  const read = (drawing: string): Ledger | undefined => readWorkbook([gridOf(drawing)], { today: TODAY }).ledgers[0];
  const keys = (ledger: Ledger | undefined): string =>
    COLUMN_KEYS.flatMap((key) => {
      const choice = ledger?.columns[key];
      return choice ? [`${key}=${String.fromCharCode(65 + choice.col)}`] : [];
    }).join(" ");

  test("the lower word under its band", () => {
    const ledger = read(`
      序号 | 问题   | <        | 整改责任 | <    | <      | 整改进展 | <
      ^    | 方面   | 具体问题 | 领导     | 单位 | 责任人 | 状态     | 完成时间
      1    | 甲方面 | 学习不深 | 甲某     | 办公室 | 某某 | 已完成   | 2025年6月1日
      2    | 乙方面 | 执行不严 | 乙某     | 财务科 | 某某 | 整改中   |
    `);
    expect(keys(ledger)).toBe("number=A section=B problem=C leader=D unit=E person=F status=G doneDate=H");
    expect(ledger?.columns.doneDate?.header).toBe("整改进展/完成时间");
  });

  test("责任单位 over 牵头 is the lead, whatever place stands beside it", () => {
    const ledger = read(`
      序号 | 所在乡镇 | 问题描述 | 责任单位 | <    | 整改时限      | 整改状态
      ^    | ^        | ^        | 牵头     | 配合 | ^             | ^
      1    | 东镇     | 学习不深 | 办公室   | 财务科 | 2025年6月底前 | 已完成
      2    | 西乡     | 执行不严 | 财务科   |      | 2025年9月底前 | 整改中
    `);
    expect(keys(ledger)).toBe("number=A problem=C unit=D coUnits=E deadline=F status=G");
    expect(ledger?.doubts).toEqual([]);
  });

  test("an upper word alone where the lower cell is empty", () => {
    const ledger = read(`
      序号 | 反馈问题 | 责任单位 | 整改时限 | 整改进展 | <
      ^    | ^        | ^        | ^        |          | 完成时间
      1    | 学习不深 | 办公室   | 2025年6月底前 | 已完成 | 2025年6月1日
      2    | 执行不严 | 财务科   | 2025年9月底前 | 整改中 |
    `);
    expect(keys(ledger)).toBe("number=A problem=B unit=C deadline=D status=E doneDate=F");
  });

  test("words that were typed one cell too far left are told by the values", () => {
    const ledger = read(`
      序号 | 反馈问题 | 整改责任 | <        | <      | <    | 整改时限 | 整改进展 | <
      ^    | ^        | 牵头单位 | 配合单位 | 责任人 |      | ^        | 完成时间 |
      1    | 学习不深 | 甲某     | 办公室   | 法规科 | 某某 | 2025年6月底前 | 已完成 | 45830
      2    | 执行不严 | 乙某     | 财务科   |        | 某某 | 2025年9月底前 | 整改中 |
      3    | 管理不细 | 甲某     | 项目科   | 办公室 | 某某 | 2025年9月底前 | 已完成 | 45870
      4    | 监督不力 | 丙某     | 审计科   |        | 某某 | 2025年9月底前 | 已完成 | 45880
    `);
    expect(keys(ledger)).toBe("number=A problem=B leader=C unit=D coUnits=E person=F deadline=G status=H doneDate=I");
  });

  test("so they are where a status is a word of deadlines too (持续推进)", () => {
    const ledger = read(`
      序号 | 反馈问题 | 责任单位 | 整改时限 | 进展情况 | <
      ^    | ^        | ^        | ^        | 实际完成时间 |
      1    | 学习不深 | 办公室   | 2025年6月底前 | 整改完成 | 45830
      2    | 执行不严 | 财务科   | 2025年9月底前 | 持续推进中 |
      3    | 管理不细 | 项目科   | 2025年9月底前 | 整改完成 | 45870
      4    | 监督不力 | 审计科   | 2025年9月底前 | 整改完成 | 45880
      5    | 台账不全 | 审计科   | 2025年9月底前 | 整改完成 | 45880
    `);
    expect(keys(ledger)).toBe("number=A problem=B unit=C deadline=D status=E doneDate=F");
  });

  test("unmerged bands", () => {
    const ledger = read(`
      序号 | 反馈问题 | 整改责任 |        |        | 整改时限 | 整改状态
           |          | 牵头单位 | 配合单位 | 责任人 |         |
      1    | 学习不深 | 办公室   | 法规科 | 某某   | 2025年6月底前 | 已完成
      2    | 执行不严 | 财务科   |        | 某某   | 2025年9月底前 | 整改中
    `);
    expect(keys(ledger)).toBe("number=A problem=B unit=C coUnits=D person=E deadline=F status=G");
    expect(ledger?.layout.header).toEqual({ top: 0, left: 0, bottom: 1, right: 6 });
  });
});

describe("a person's corrections", () => {
  const columns: Columns = { ...BASE, 完成时间: DAYS, 进度说明: SENTENCES };
  const headers = Object.keys(columns);
  const grid = gridOf([headers, ...NUMBERS.map((_, r) => headers.map((header) => columns[header]?.[r] ?? null))]);

  test("win over words and values", () => {
    const overrides = new Map([["整改台账", { columns: { deadline: null, doneDate: 3, status: 4, unit: 2 } }]]);
    const ledger = readWorkbook([grid], { today: TODAY, overrides }).ledgers[0];
    expect(ledger?.columns.doneDate).toEqual({
      col: 3,
      key: "doneDate",
      score: 1,
      runnerUp: null,
      header: "完成时间",
      reason: "override",
    });
    expect(ledger?.columns.deadline).toBeUndefined();
    expect(ledger?.columns.status?.col).toBe(4);
  });

  test("can set the kind, and leave a sheet out", () => {
    const asLetters = readWorkbook([grid], {
      today: TODAY,
      overrides: new Map([["整改台账", { kind: "letter" as const }]]),
    });
    expect(asLetters.ledgers[0]?.kind).toBe("letter");
    const without = readWorkbook([grid], { today: TODAY, overrides: new Map([["整改台账", { use: false }]]) });
    expect(without.passedOver).toEqual([{ sheet: "整改台账", why: "notChosen" }]);
  });

  test("every choice says why, and what came next", () => {
    const ledger = readWorkbook([grid], { today: TODAY }).ledgers[0];
    expect(ledger?.columns.deadline).toMatchObject({ reason: "values", runnerUp: { key: "doneDate" } });
    expect(ledger?.columns.problem).toMatchObject({ reason: "header", header: "反馈问题", score: 1 });
    expect(ledger?.unmapped.map((column) => column.header)).toEqual(["进度说明"]);
  });
});
