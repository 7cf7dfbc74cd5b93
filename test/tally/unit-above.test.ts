/** The unit of money that a line above the table tells. */
import { findColumn } from "../../src/tally/named-column";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { gridOf } from "../grid/grid-of";

const asOf = { year: 2025, month: 11, day: 30 };

function unitBelow(line: string, header = "问题金额"): string {
  const grid = gridOf([
    ["审计发现问题整改清单", "<", "<", "<", "<"],
    [line, "", "", "", ""],
    ["序号", "反馈问题", header, "责任单位", "整改状态"],
    ["1", "专项资金滞留", "12", "办公室", "正在整改"],
    ["2", "往来款没有清理", "3", "财务科", "已完成"],
  ]);
  const found = findColumn(readWorkbook([grid], { today: asOf, asOf }), "问题金额");
  if (found.type !== "found") throw new Error(found.type);
  return found.columns[0]?.unit ?? "";
}

it.each([
  ["单位：万元", "万元"],
  ["金额单位:元", "元"],
  ["单位： 万元", "万元"],
  ["截至2025年11月30日    单位：万元", "万元"],
  ["（计量单位：亿元）", "亿元"],
  ["填报单位：元氏县某局", ""],
  ["填报单位：××县某局", ""],
  ["填报单位：××县某局　　金额单位：千元", "千元"],
])("%s: %s", (line, unit) => expect(unitBelow(line)).toBe(unit));

it("is that of the header where the header tells one", () =>
  expect(unitBelow("单位：万元", "问题金额（元）")).toBe("元"));
