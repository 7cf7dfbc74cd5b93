/** Rules about what was read in another place or from other words: ditto marks, units of sheets, lengths of time. */
import { messageOf } from "../../../src/check/list";
import type { Finding } from "../../../src/rule/types";
import { cellsOf, findingsOf } from "../rule-tester";

const HEAD = "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态";

describe("ditto", () => {
  const drawing = `${HEAD}
    1 | 会议记录不完整 | 办公室 | 2025年6月底前 | 已完成
    2 | 报销附件不齐全 | 同上 | 〃 | 已完成`;

  it("is told once a table, with how many", () => {
    const findings = findingsOf("ditto", drawing);
    expect(cellsOf("ditto", drawing)).toEqual(["C3"]);
    expect(messageOf(findings[0] as Finding, "zh")).toContain("2 格");
    expect(findings[0]?.severity).toBe("info");
  });

  it("is silent without one", () => {
    expect(cellsOf("ditto", `${HEAD}\n1 | 会议记录不完整 | 办公室 | 2025年6月底前 | 已完成`)).toEqual([]);
  });
});

describe("unit-of-sheet", () => {
  const drawing = `序号 | 反馈问题 | 整改时限 | 整改状态
    1 | 会议记录不完整 | 2025年6月底前 | 已完成`;

  it("names the unit and where it was taken from", () => {
    const [finding] = findingsOf("unit-of-sheet", drawing, { sheet: "财务科" });
    expect(messageOf(finding as Finding, "zh")).toBe("表里没有责任单位列，各项都算作“财务科”的（取自工作表名）。");
    expect(cellsOf("column-missing", drawing, { sheet: "财务科" })).toEqual(["A1"]);
  });

  it("is silent where nothing names one, or a column does", () => {
    expect(cellsOf("unit-of-sheet", drawing, { sheet: "Sheet1" })).toEqual([]);
    expect(
      cellsOf("unit-of-sheet", `${HEAD}\n1 | 会议记录不完整 | 办公室 | 2025年6月底前 | 已完成`, { sheet: "财务科" }),
    ).toEqual([]);
  });
});

describe("deadline-relative", () => {
  const line = (deadline: string): string => `${HEAD}\n1 | 会议记录不完整 | 办公室 | ${deadline} | 整改中`;

  it("warns of a length of time without a beginning, and is never overdue", () => {
    expect(cellsOf("deadline-relative", line("10个工作日内"))).toEqual(["D2"]);
    expect(cellsOf("deadline-relative", line("一个月内"))).toEqual(["D2"]);
    expect(cellsOf("deadline-invalid", line("一个月内"))).toEqual([]);
    expect(cellsOf("overdue", line("一个月内"))).toEqual([]);
  });

  it("is silent where the feedback is the beginning", () => {
    const feedbackDate = { year: 2025, month: 4, day: 28 };
    expect(cellsOf("deadline-relative", line("一个月内"), { feedbackDate })).toEqual([]);
    expect(cellsOf("overdue", line("一个月内"), { feedbackDate })).toEqual(["D2"]);
  });
});

it("a fix never takes the label out of a form's cell", () => {
  const drawing = `存在问题：会议记录不完整 | <
    责任单位：办 公室 | 责任人：甲某
    整改时限：2025年6月30日 | 整改状态： 已完成`;
  for (const finding of findingsOf("space", drawing)) expect(finding.fix).toBeNull();
});
