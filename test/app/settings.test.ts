import { civilDate } from "../../src/zh/civil-date";
import { DEFAULT_SETTINGS, nearestName, patchToInput, settingsFrom, settingsToJson } from "../../src/app/settings";

const known = { rules: ["space", "unit-missing", "overdue"], styles: ["rate", "phased"] };
const WHERE = { zh: "设置文件「a.json」", en: "The settings file “a.json”" };

function problemOf(input: unknown) {
  const outcome = settingsFrom(input, known, DEFAULT_SETTINGS, WHERE);
  if (outcome.ok) throw new Error("accepted");
  return outcome.problems;
}

describe("settingsFrom", () => {
  it("takes every option", () => {
    const input = {
      lang: "en",
      asOf: "2025-10-10",
      feedbackDate: "2025年4月3日",
      concentratedMonths: 3,
      definition: "basic",
      denominator: "due",
      precision: 2,
      dueSoon: 7,
      lights: { yellow: 5, red: 20 },
      progressTolerance: 3,
      sheets: ["台账"],
      columns: [{ field: "status", among: ["单位自报", "巡察办认定"], take: "巡察办认定" }],
      rows: [{ row: "12", item: true }],
      rules: { space: "off", overdue: "error" },
      words: { harmless: ["争创文明单位"], pending: [] },
      style: "phased",
      noticeStyle: "rate",
      template: "共{反馈问题.总数}个",
      templates: { 月报: "共{反馈问题.总数}个。" },
      variables: { 巡察组: "某组" },
      lexicon: { headers: {}, statuses: { 合格: "done" }, units: {}, pending: [], harmless: [], misspellings: {} },
      writeAnyway: true,
    };
    const outcome = settingsFrom(input, known);
    expect(outcome).toEqual({
      ok: true,
      settings: {
        ...input,
        asOf: civilDate(2025, 10, 10),
        feedbackDate: civilDate(2025, 4, 3),
        rules: new Map([
          ["space", "off"],
          ["overdue", "error"],
        ]),
        templates: new Map([["月报", "共{反馈问题.总数}个。"]]),
        variables: new Map([["巡察组", "某组"]]),
      },
    });
  });

  it("leaves what isn't named as it was", () => {
    const outcome = settingsFrom({ precision: 1 }, known);
    expect(outcome.ok && outcome.settings).toEqual({ ...DEFAULT_SETTINGS, precision: 1 });
  });

  it.each([
    [{ precision: 3 }, "precision", "只能是 0、1 或 2"],
    [{ precision: "1" }, "precision", '现在是 "1"'],
    [{ asOf: "2025-02-30" }, "asOf", '例如 "asOf": "2025-10-10"'],
    [{ asOf: 45000 }, "asOf", "应是一个日期"],
    [{ dueSoon: -1 }, "dueSoon", "0 到 366"],
    [{ dueSoon: 1.5 }, "dueSoon", "整数"],
    [{ lights: { yellow: 40, red: 30 } }, "lights", "黄不大于红"],
    [{ progressTolerance: 101 }, "progressTolerance", "0 到 100"],
    [{ definition: "all" }, "definition", "done"],
    [{ sheets: [] }, "sheets", "列表"],
    [{ rules: { spac: "off" } }, "rules.spac", "是否指 space？"],
    [{ rules: { space: "no" } }, "rules.space", "error、warning、info、off"],
    [{ rules: ["space"] }, "rules", "对象"],
    [{ variables: { 甲: 1 } }, "variables.甲", "一段文字"],
    [{ style: "rat" }, "style", "是否指 rate？"],
    [{ asof: "2025-10-10" }, "asof", "是否指 asOf？"],
    [{ words: { harmless: ["短"] } }, "words", "2 至 40 字"],
    [{ constructor: 1 }, "constructor", "没有名为 constructor 的选项"],
    [[], "", "应是一个对象"],
    [null, "", "应是一个对象"],
    ["x", "", "应是一个对象"],
  ])("refuses %j with a sentence", (input, option, words) => {
    const [problem] = problemOf(input);
    expect(problem!.option).toBe(option);
    expect(problem!.zh).toContain(words);
    expect(problem!.zh).toContain("设置文件「a.json」");
    expect(problem!.en).toMatch(/settings file/);
  });

  it("names every problem at once", () => {
    expect(problemOf({ precision: 9, dueSoon: "x", foo: 1 }).map((problem) => problem.option)).toEqual([
      "precision",
      "dueSoon",
      "foo",
    ]);
  });

  it("keeps variables and rules called __proto__ apart from objects", () => {
    const input: unknown = JSON.parse('{"variables": {"__proto__": "某", "constructor": "乙"}}');
    const outcome = settingsFrom(input, known);
    expect(outcome.ok && [...outcome.settings.variables]).toEqual([
      ["__proto__", "某"],
      ["constructor", "乙"],
    ]);
    expect(outcome.ok && settingsFrom(JSON.parse(JSON.stringify(settingsToJson(outcome.settings))), known)).toEqual(
      outcome,
    );
    expect(problemOf(JSON.parse('{"__proto__": 1}'))[0]!.option).toBe("__proto__");
  });
});

describe("settings as JSON", () => {
  it("come back as they were", () => {
    const outcome = settingsFrom({ asOf: "2025-10-10", rules: { space: "off" }, variables: { 甲: "乙" } }, known);
    if (!outcome.ok) throw new Error("refused");
    expect(settingsFrom(settingsToJson(outcome.settings), known)).toEqual(outcome);
    expect(settingsToJson(DEFAULT_SETTINGS)).toEqual({});
  });

  it("patches in memory are validated like files", () => {
    const input = patchToInput({ asOf: civilDate(2025, 1, 2), feedbackDate: null, precision: undefined });
    expect(input).toEqual({ asOf: "2025-01-02", feedbackDate: null });
  });
});

describe("nearestName", () => {
  it.each([
    ["as-off", "as-of"],
    ["AS-OF", "as-of"],
    ["uints", "units"],
    ["completely-else", null],
  ])("%s → %s", (name, nearest) => {
    expect(nearestName(name, ["as-of", "units", "format"])).toBe(nearest);
  });
});
