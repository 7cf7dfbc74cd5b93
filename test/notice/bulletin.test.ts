/** 督办通报: its arithmetic, groups and units, in the words of public bulletins, silent to the proofreader. */
import fc from "fast-check";
import { readWorkbook, type Reading } from "../../src/ledger";
import { compose, knownOf, parseTemplate, styleTemplate, type Composition } from "../../src/notice";
import { annexTables } from "../../src/notice/bulletin";
import { proofread } from "../../src/proofread";
import { DEFAULT_LIGHTS, tally, type Tally } from "../../src/tally";
import { gridOf } from "../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 28 };
const UNITS = ["县教育局", "县财政局", "县住建局"];
const DEFINITION = { done: "done", denominator: "all" } as const;

type Row = readonly string[];

function read(title: string, head: Row, rows: readonly Row[]): Reading {
  return readWorkbook([gridOf([[title, ...head.slice(1).map(() => "<")], head, ...rows])], {
    today: AS_OF,
    asOf: AS_OF,
  });
}

function counted(reading: Reading): Tally {
  return tally(reading, { definition: DEFINITION, dueSoonDays: 15 });
}

function bulletin(reading: Reading): Composition {
  const count = counted(reading);
  const template = styleTemplate("bulletin", {
    reading,
    tally: count,
    lights: DEFAULT_LIGHTS,
    tolerance: 5,
    nextStep: true,
  });
  return compose(template, count, {
    asOf: AS_OF,
    variables: new Map([["下一步要求", "各责任单位要压实责任"]]),
    precision: 0,
    source: { reading, dueSoonDays: 15, tolerance: 5, last: null },
  });
}

function matters(classes: Readonly<Record<string, number>>): Reading {
  const row: Readonly<Record<string, Row>> = {
    done: ["2025-10-01", "已完成", ""],
    ahead: ["2025-12-31", "正在推进", "超序时进度"],
    onTrack: ["2025-12-31", "正在推进", "达到序时进度"],
    behind: ["2025-11-01", "正在推进", ""],
    other: ["", "正在推进", ""],
  };
  const rows = Object.entries(classes).flatMap(([name, many]) => Array.from({ length: many }, () => row[name] ?? []));
  return read(
    "重点督办事项台账",
    ["序号", "督办事项", "责任单位", "完成时限", "办理状态", "进展情况"],
    rows.map((cells, index) => [String(index + 1), `推进第${index + 1}号实事落地`, UNITS[index % 3] ?? "", ...cells]),
  );
}

function proofed(reading: Reading, text: string): readonly string[] {
  const definition = DEFINITION;
  const ledger = { reading, tally: counted(reading), definition };
  return [
    ...proofread([text], {}).findings,
    ...proofread([text], { ledger } as Parameters<typeof proofread>[1]).findings,
  ].map(({ rule }) => rule);
}

it("tells the classes of progress as public bulletins do", () => {
  const { text } = bulletin(matters({ done: 24, ahead: 10, onTrack: 162, behind: 17, other: 9 }));
  expect(text).toContain(
    "截至11月28日，222件事项，已完成24件，超进度10件，达进度162件，欠进度17件，其它9件，完成率11%。",
  );
  expect(text).toContain("下一步，各责任单位要压实责任。");
});

it("leaves out what is nought", () => {
  const { text } = bulletin(matters({ done: 3, ahead: 1 }));
  expect(text).toContain("4件事项，已完成3件，超进度1件，完成率75%。");
});

it("tells done and in hand with their shares where nothing is told of a schedule", () => {
  const reading = read(
    "交办事项台账",
    ["序号", "交办事项", "责任单位", "办理情况"],
    Array.from({ length: 22 }, (_row, n) => [
      String(n + 1),
      `落实第${n + 1}号批示`,
      UNITS[n % 3] ?? "",
      n < 6 ? "办结" : "在办",
    ]),
  );
  expect(bulletin(reading).text).toContain("22件，办结6件（27%），在办16件（73%）。");
});

it("tells meetings apart", () => {
  const reading = read(
    "县政府常务会议议定事项台账",
    ["序号", "会议名称", "议定事项", "责任单位", "完成情况"],
    Array.from({ length: 579 }, (_row, n) => [
      String(n + 1),
      `第${(n % 7) + 1}次常务会议`,
      `推进第${n + 1}号工程`,
      UNITS[n % 3] ?? "",
      n < 550 ? "已完成" : "未完成",
    ]),
  );
  const { text } = bulletin(reading);
  expect(text).toContain("579件，已完成550件，29件未完成");
  expect(text).toContain("分会议看，第1次常务会议83件事项，已完成79件，完成率95%；");
});

it.each([
  ["会议名称", ["第1次常务会议", "第2次常务会议"], "分会议看，", "未列会议"],
  ["板块", ["工程类", "民生类"], "分板块看，", "未分板块"],
  ["责任单位", ["县教育局", "县财政局"], "分责任单位看，", "无责任单位"],
] as const)("what names no %s is told as a group of its own, so that they add up", (head, names, lead, rest) => {
  const reading = read(
    "督办事项台账",
    ["序号", head, "议定事项", "完成情况"],
    Array.from({ length: 9 }, (_row, n) => [
      String(n + 1),
      n < 3 ? "" : (names[n % 2] ?? ""),
      `推进第${n + 1}号工程`,
      n > 1 && n < 6 ? "已完成" : "正在推进",
    ]),
  );
  const { text, figures } = bulletin(reading);
  expect(text).toContain(lead);
  expect(text).toContain(`；${rest}3件事项，已完成1件，完成率33%。`);
  expect(figures.filter(({ text: said }) => said === "3").every(({ rows }) => rows.length === 3)).toBe(true);
  expect(proofed(reading, text)).toEqual([]);
  const [annex] = annexTables({
    reading,
    tally: counted(reading),
    lights: DEFAULT_LIGHTS,
    tolerance: 5,
    nextStep: true,
  });
  expect(JSON.stringify(annex?.template.nodes)).toContain(rest);
});

it("names units that lag, red lights first, and no person", () => {
  const rows = [
    ["县教育局", "2025-12-31", "已完成"],
    ["县教育局", "2025-12-31", "已完成"],
    ["县教育局", "2025-12-31", "已完成"],
    ["县教育局", "2025-12-31", "已完成"],
    ["县教育局", "2025-11-01", "正在推进"],
    ["县教育局", "2025-11-02", "正在推进"],
    ["县财政局", "2025-11-01", "正在推进"],
    ["甲某", "2025-11-01", "正在推进"],
  ];
  const reading = read(
    "督办事项台账",
    ["序号", "督办事项", "责任单位", "完成时限", "办理状态"],
    rows.map((cells, n) => [String(n + 1), `推进第${n + 1}号实事`, ...cells]),
  );
  const { text } = bulletin(reading);
  expect(text).toContain("欠进度的责任单位：县财政局（1件）、县教育局（2件）。");
  expect(text).not.toContain("甲某");
});

it("says where items count for several units, so that the units add up to more than the whole", () => {
  const head = ["序号", "督办事项", "责任单位", "完成时限", "办理状态"];
  const rows = (units: readonly string[]) =>
    units.map((unit, n) => [String(n + 1), `推进第${n + 1}号实事`, unit, "2025-11-01", "正在推进"]);
  const shared = read("督办事项台账", head, rows(["县教育局、县财政局", "县教育局", "县住建局"]));
  const { text } = bulletin(shared);
  expect(text).toContain("县财政局（1件）、县住建局（1件）（几个单位共同牵头的，各单位都计）。");
  expect(text).toContain("分责任单位看，");
  expect(text.match(/各单位都计/gu)).toHaveLength(2);
  expect(proofed(shared, text)).toEqual([]);
  expect(bulletin(read("督办事项台账", head, rows(UNITS))).text).not.toContain("各单位都计");
  const annexOf = (reading: Reading) =>
    annexTables({ reading, tally: counted(reading), lights: DEFAULT_LIGHTS, tolerance: 5, nextStep: true });
  expect(annexOf(shared)[0]?.note).toMatch(/^注：.*合计只计一次。$/u);
  expect(annexOf(read("督办事项台账", head, rows(UNITS)))[0]?.note).toBe("");
});

it("leaves the next step open", () => {
  const reading = matters({ done: 1 });
  const count = counted(reading);
  const template = styleTemplate("bulletin", {
    reading,
    tally: count,
    lights: DEFAULT_LIGHTS,
    tolerance: 5,
    nextStep: true,
  });
  const composed = compose(template, count, { asOf: AS_OF, variables: new Map(), precision: 0 });
  expect(composed.text).toContain("下一步，【待补充：下一步要求】。");
});

it("gives classes to templates of one's own, completed so that they sum", () => {
  const reading = matters({ done: 2, ahead: 1, behind: 3, onTrack: 4 });
  const count = counted(reading);
  const subject = count.kinds[0]?.kind === "problem" ? "反馈问题" : "交办事项";
  const source = `{${subject}.总数}件，已完成{${subject}.已完成}件，欠进度{${subject}.欠进度}件。`;
  const composed = compose(parseTemplate(source, knownOf(reading, count)), count, {
    asOf: AS_OF,
    variables: new Map(),
    precision: 0,
    source: { reading, dueSoonDays: 15, tolerance: 5, last: null },
  });
  expect(composed.text).toBe("10件，已完成2件，欠进度3件，超进度1件，达进度4件。");
  expect(composed.unbalanced).toEqual([]);
});

it("sums, has a row for each figure, and is silent to the proofreader, of any ledger", () => {
  const classes = fc.record({
    done: fc.nat(9),
    ahead: fc.nat(4),
    onTrack: fc.nat(6),
    behind: fc.nat(5),
    other: fc.nat(3),
  });
  fc.assert(
    fc.property(
      classes.filter((all) => Object.values(all).some((many) => many > 0)),
      (all) => {
        const reading = matters(all);
        const { text, figures } = bulletin(reading);
        const first = text.slice(0, text.indexOf("。"));
        const [total = 0, ...parts] = [...first.matchAll(/(\d+)件/gu)].map((match) => Number(match[1]));
        const plain = first.includes("其中");
        if (!plain) expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        for (const figure of figures)
          if (!figure.text.endsWith("%")) expect(figure.rows).toHaveLength(Number(figure.text));
        expect(proofed(reading, text)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

it("tells beside a rate that nothing is done", () => {
  const told = (statuses: readonly string[]): string => {
    const rows = statuses.map((status, at) => [String(at + 1), `第${at + 1}项`, "县教育局", "2025年6月底前", status]);
    return bulletin(read("问题整改台账", ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"], rows)).text;
  };
  expect(told(["正在整改", "未启动", "正在整改"])).toContain("已完成0个");
  expect(told(["不涉及", "不涉及", "不涉及"])).not.toMatch(/已完成|完成率/u);
});

it("tells no rate of a unit whose statuses nobody can read: a dash is for tables", () => {
  const head = ["序号", "督办事项", "责任单位", "完成时限", "办理状态", "进展情况"];
  const reading = read("重点督办事项台账", head, [
    ["1", "推进甲实事落地", "县教育局", "2025-12-31", "已完成", ""],
    ["2", "推进乙实事落地", "县财政局", "2025-12-31", "差不多", ""],
    ["3", "推进丙实事落地", "县财政局", "2025-12-31", "", ""],
  ]);
  const { text } = bulletin(reading);
  expect(text).toContain("县教育局1件事项，已完成1件，完成率100%");
  expect(text).toContain("县财政局2件事项，已完成0件（另有状态待核实2件）。");
  expect(text).not.toContain("—");
});
