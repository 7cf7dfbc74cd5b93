/** A table whose columns have no names beside one that has them is told and holds, wherever it stands. */
import { check } from "../../../src/check/check";
import { heldBy } from "../../../src/check/holding";
import { cellName } from "../../../src/grid/address";
import { gridOf } from "../../grid/grid-of";
import { figures, read } from "../../ledger/figures";

const NAMED = "序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态";
const COUNTED = "列1 | 列2 | 列3 | 列4 | 列5 | 列6";
const BLANK = "| | | | |";
const FIRST = `1 | 会议记录不完整 | 补齐记录 | 办公室 | 2025年6月底前 | 已完成
2 | 报销附件不齐全 | 逐笔补齐 | 财务科 | 2025年12月底前 | 正在整改
3 | 设备台账未更新 | 全面盘点 | 办公室 | 2025年8月底前 | 已完成`;
const SECOND = `1 | 档案未归档 | 逐卷归档 | 档案室 | 2025年6月底前 | 已完成
2 | 合同未备案 | 补办备案 | 财务科 | 2025年12月底前 | 未完成
3 | 车辆未登记 | 逐辆登记 | 办公室 | 2025年8月底前 | 已完成`;
const TITLE = "问题整改台账 | < | < | < | < | <";
const beside = (left: string, right: string): string => {
  const others = right.split("\n");
  return left
    .split("\n")
    .map((line, i) => `${line} | | ${others[i] ?? ""}`)
    .join("\n");
};

/** Where rows are told to be unread. */
function toldAt(...drawings: readonly string[]): string[] {
  const report = check(read(drawings.map((drawing, i) => gridOf(drawing, { sheet: `表${i + 1}` }))));
  const told = report.findings.filter(({ rule }) => rule === "table-unread");
  expect(heldBy(report.held).includes("table-unread")).toBe(told.length > 0);
  return told.map(({ row, col }) => cellName(row, col));
}

test.each([
  ["above a named one", [`${TITLE}\n${COUNTED}\n${FIRST}\n${BLANK}\n${NAMED}\n${SECOND}`], "A2"],
  ["above, without any header", [`${FIRST}\n${BLANK}\n${NAMED}\n${SECOND}`], "A1"],
  ["below a named one", [`${TITLE}\n${NAMED}\n${FIRST}\n${BLANK}\n${COUNTED}\n${SECOND}`], "A7"],
  ["below, without a gap", [`${NAMED}\n${FIRST}\n${COUNTED}\n${SECOND}`], "A5"],
  ["to the right", [beside(`${NAMED}\n${FIRST}`, `${COUNTED}\n${SECOND}`)], "H1"],
  ["to the left", [beside(`${COUNTED}\n${SECOND}`, `${NAMED}\n${FIRST}`)], "A1"],
  ["to the right, without any header", [beside(`${NAMED}\n${FIRST}`, `${BLANK}\n${SECOND}`)], "H2"],
  ["on another sheet, without any header", [`${NAMED}\n${FIRST}`, SECOND], "A1"],
  [
    "two rows on another sheet",
    [`${NAMED}\n${FIRST}`, `${COUNTED}\n${SECOND.split("\n").slice(0, 2).join("\n")}`],
    "A1",
  ],
  [
    "between two named ones",
    [`${NAMED}\n${FIRST}\n${BLANK}\n${COUNTED}\n${SECOND}\n${BLANK}\n${NAMED}\n${FIRST}`],
    "A6",
  ],
])("%s", (_name, drawings, at) => {
  expect(toldAt(...drawings)).toEqual([at]);
});

test.each([
  [
    "figures under names",
    `${NAMED}\n${FIRST}\n${BLANK}\n科室 | 问题数 | 已完成 | 完成率 | |\n办公室 | 2 | 2 | 100% | |`,
  ],
  ["figures under 列1, 列2", `${NAMED}\n${FIRST}\n${BLANK}\n列1 | 列2 | 列3 | 列4 | |\n办公室 | 2 | 2 | 100% | |`],
  ["signatures and notes", `${NAMED}\n${FIRST}\n${BLANK}\n填表人：甲某 | 审核人：乙某 | 已完成 | 2025年10月 | |`],
  ["a plan under names", `${NAMED}\n${FIRST}\n${BLANK}\n步骤 | 内容 | 时间 | | |\n第一步 | 动员部署 | 6月 | | |`],
])("%s hold nothing", (_name, drawing) => {
  expect(toldAt(drawing)).toEqual([]);
});

it("a table whose column of problems has a name that nobody knows is told by that name", () => {
  const second = SECOND.split("\n").map((line) => line.replace(/^(\d \| [^|]+) \| [^|]+ \|/, "$1 |"));
  const drawing = [
    "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态",
    "1 | 会议记录不完整 | 办公室 | 2025年6月底前 | 已完成",
    "| | | |",
    "序号 | 街坊说法 | 责任单位 | 整改时限 | 整改状态",
    ...second,
  ].join("\n");
  const report = check(read([gridOf(drawing, { sheet: "台账" })]));
  expect(heldBy(report.held)).toContain("table-unread");
  expect(report.held.find(({ rule }) => rule === "table-unread")?.data["named"]).toBe("街坊说法");
});

it("persons on another sheet hold nothing", () => {
  const persons = "列1 | 列2 | 列3\n1 | 甲某 | 办公室\n2 | 乙某 | 财务科\n3 | 丙某 | 办公室";
  expect(toldAt(`${NAMED}\n${FIRST}`, persons)).toEqual([]);
});

it("figures under names that only count are told as passed over", () => {
  const drawing = `${NAMED}\n${FIRST}\n${BLANK}\n列1 | 列2 | 列3 | 列4 | |\n办公室 | 2 | 2 | 100% | |`;
  expect(read([gridOf(drawing)]).passedOver).toEqual([{ sheet: "整改台账", why: "noNames", at: { row: 5, col: 0 } }]);
});

it("a header of such names that pages repeat is no row", () => {
  expect(
    figures(
      gridOf(
        `${COUNTED}\n${FIRST}\n${COUNTED}\n${SECOND.replace(/^1/, "4").replace("\n2", "\n5").replace("\n3", "\n6")}`,
      ),
    ),
  ).toMatch(/^6\/4 /);
});
