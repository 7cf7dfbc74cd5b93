import { check } from "../../src/check/check";
import { DEFAULT_CHECK_SETTINGS } from "../../src/check/settings";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { gridOf } from "../grid/grid-of";

describe("severity by rule", () => {
  const asOf = { year: 2025, month: 11, day: 30 };
  const grid = gridOf("序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态\n1 | 账实不符 | | 2025年3月底前 | 正在整改");
  const severities = (rules: ReadonlyMap<string, "error" | "warning" | "info" | "off">) =>
    check(readWorkbook([grid], { today: asOf, asOf }), { ...DEFAULT_CHECK_SETTINGS, rules }).findings.map(
      (finding) => `${finding.rule} ${finding.severity}`,
    );

  it("replaces the rule's own, off runs nothing", () => {
    expect(severities(new Map())).toEqual(["column-missing info", "unit-missing error", "overdue warning"]);
    const chosen = new Map([
      ["unit-missing", "info"],
      ["overdue", "off"],
      ["column-missing", "off"],
    ] as const);
    expect(severities(chosen)).toEqual(["unit-missing info"]);
  });
});
