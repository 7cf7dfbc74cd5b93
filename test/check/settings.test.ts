import { check } from "../../src/check/check";
import { DEFAULT_CHECK_SETTINGS, readCheckSettings } from "../../src/check/settings";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { gridOf } from "../ledger/grid-of";

describe("readCheckSettings", () => {
  it("fills defaults", () => {
    expect(readCheckSettings({})).toEqual({ ok: true, settings: DEFAULT_CHECK_SETTINGS });
  });

  it("takes severities by alias and words of one's own", () => {
    const outcome = readCheckSettings({ dueSoonDays: 7, rules: { space: "off" }, words: { pending: ["走流程"] } });
    expect(outcome).toMatchObject({
      ok: true,
      settings: { dueSoonDays: 7, words: { pending: ["走流程"], harmless: [] } },
    });
    expect(outcome.ok && outcome.settings.rules.get("space")).toBe("off");
  });

  it.each([
    [{ dueSoonDays: -1 }, "dueSoonDays"],
    [{ dueSoonDays: "15" }, "dueSoonDays"],
    [{ rules: { overdu: "off" } }, "是否指 overdue"],
    [{ rules: { space: "silent" } }, "rules.space"],
    [{ rules: [] }, "rules"],
    [{ words: { harmless: "争创" } }, "words"],
    [{ dueSoon: 3 }, "没有 dueSoon"],
    [null, "应为一个对象"],
    ["x", "应为一个对象"],
  ])("answers %j with a sentence and an example", (input, words) => {
    const outcome = readCheckSettings(input);
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.problem.zh).toContain(words);
    expect(outcome.problem.zh).toContain("例如");
    expect(outcome.problem.en).toContain("xample");
  });

  it("is not fooled by __proto__", () => {
    const outcome = readCheckSettings(JSON.parse('{"rules": {"__proto__": "off", "constructor": "off"}}'));
    expect(outcome.ok).toBe(false);
  });
});

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
