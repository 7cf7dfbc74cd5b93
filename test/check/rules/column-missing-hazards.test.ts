/** One place's list of its own hazards names no unit, and is not accused of it. */
import { check } from "../../../src/check/check";
import { read } from "../../ledger/figures";
import { gridOf } from "../../grid/grid-of";

const severities = (title: string, problem: string): string[] =>
  check(
    read([
      gridOf(
        `${title} | < | < | <\n序号 | ${problem} | 整改期限 | 整改状态\n1 | 灭火器过期 | 2025年6月底前 | 已完成\n2 | 通道堵塞 | 2025年12月底前 | 正在整改`,
        { sheet: "Sheet1" },
      ),
    ]),
  )
    .findings.filter(({ rule, field }) => rule === "column-missing" && field === "unit")
    .map(({ severity }) => severity);

test.each([
  ["隐患问题整改台账", "存在问题", "info"],
  ["整改台账", "隐患描述", "info"],
  ["安全检查记录", "存在问题", "info"],
  ["车间自查问题整改台账", "存在问题", "info"],
  ["巡察反馈问题整改台账", "反馈问题", "error"],
  ["审计反馈隐患问题整改台账", "反馈问题", "error"],
  ["问题整改台账", "存在问题", "error"],
])("%s, %s: %s", (title, problem, severity) => {
  expect(severities(title, problem)).toEqual([severity]);
});
