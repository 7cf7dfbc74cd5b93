/** A small workbook of two months for tests of paragraphs and templates: problems with two columns of numbers, letters. */
import type { CellValue, Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import type { Reading } from "../../src/ledger/types";
import type { MatchContext } from "../../src/paragraph/match-paragraph";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";
import type { Tally } from "../../src/tally/types";
import type { CivilDate } from "../../src/zh/civil-date";
import { sheetOf } from "../grid/grid-of";

export const NOVEMBER: CivilDate = { year: 2025, month: 11, day: 30 };
export const OCTOBER: CivilDate = { year: 2025, month: 10, day: 31 };

const HEAD = [
  "序号",
  "方面",
  "反馈的具体问题",
  "整改措施",
  "责任单位",
  "整改时限",
  "整改状态",
  "追缴资金（万元）",
  "修订制度（项）",
  "成果形式",
  "整改类型",
] as const;

/** Rows of the problems: number, section, problem, measure, unit, deadline, status, money, rules, result, type. */
export const PROBLEMS: readonly (readonly CellValue[])[] = [
  [1, "党的建设", "会议记录不完整", "补记", "办公室", "2025年6月底前", "已完成", 10.5, 2, "建立台账", "立行立改"],
  [2, "党的建设", "谈心谈话不经常", "谈话", "办公室", "2025年9月底前", "已完成", 0, 3, "完善流程", "立行立改"],
  [3, "财务管理", "报销审核不细", "复核", "财务科", "2025年10月底前", "已完成", 25.1, 1, "追回款项", "分阶段整改"],
  [4, "财务管理", "资产登记不全", "清查", "财务科", "2025年12月底前", "正在整改", null, 6, "建立台账", "分阶段整改"],
  [5, "财务管理", "合同管理不规范", "梳理", "财务科", "2026年6月底前", "正在整改", null, null, null, "分阶段整改"],
  [6, "干部人事", "档案不全", "补齐", "人事科", "长期坚持", "长期坚持", null, null, null, "持续整改"],
];

const LETTERS: readonly (readonly CellValue[])[] = [
  ["信访件办理台账"],
  ["序号", "信访事项", "承办单位", "办理时限", "办理结果"],
  [1, "反映收费问题", "财务科", "2025年9月30日", "已办结"],
  [2, "反映服务问题", "办公室", "2025年12月31日", "正在办理"],
];

export function problemGrid(rows: readonly (readonly CellValue[])[] = PROBLEMS, head: readonly string[] = HEAD): Grid {
  return sheetOf("问题整改台账", [["××县某局党组巡察反馈问题整改台账"], [...head], ...rows]);
}

export interface Book {
  readonly reading: Reading;
  readonly tally: Tally;
}

export function bookOf(grids: readonly Grid[], asOf: CivilDate = NOVEMBER): Book {
  const reading = readWorkbook(grids, { today: asOf, asOf });
  return { reading, tally: tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 }) };
}

export function thisMonth(): Book {
  return bookOf([problemGrid(), sheetOf("信访件", LETTERS)]);
}

/** A month before: only two problems were done. */
export function lastMonth(): Book {
  const rows = PROBLEMS.map((row) => row.map((cell, col) => (row[0] === 3 && col === 6 ? "正在整改" : cell)));
  return bookOf([problemGrid(rows), sheetOf("信访件", LETTERS)], OCTOBER);
}

export function contextOf(book: Book, last: Book | null = null): MatchContext {
  return { ...book, dueSoonDays: 15, tolerance: 5, last };
}
