/** What helps to mend a finding: its place in words, what could stand in its cell, how a typed text would be read. */
import { placeOfFinding, readTyped, whyOf, settledElsewhere, targetsOf, alike } from "../../src/app/mending";
import { RULES } from "../../src/check";
import { check } from "../../src/check/check";
import { createSession } from "../../src/app/session/session";
import type { CellValue } from "../../src/grid";
import type { Reading } from "../../src/ledger";
import type { Finding } from "../../src/rule";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { gridOf } from "../grid/grid-of";
import { createMemoryHost, type MemorySheet } from "../hosts/memory-host";
import { environment } from "./session/environment";
import { COL, FIRST, ledgerSheet } from "./session/ledger-sheet";

const DIRECTORY: MemorySheet = { name: "单位名录", values: [["单位名称"], ["办公室"], ["规划财务股"], ["人事股"]] };

type Row = readonly CellValue[];
const row = (number: number, unit: string | null, deadline: CellValue, status: string): Row => [
  number,
  `第${number}号问题：整改措施没有逐项落实到具体的责任人`,
  "逐项整改",
  unit,
  deadline,
  status,
  "正在办理。",
  null,
  null,
];

async function checked(rows: readonly Row[], more: readonly MemorySheet[] = []) {
  const host = createMemoryHost([ledgerSheet(rows), ...more]);
  const session = createSession(environment());
  await session.open(host);
  await session.check();
  const findings = () => session.findings()!.findings;
  return {
    host,
    session,
    findings,
    reading: (): Reading => session.reading()!,
    of: (rule: string): Finding => findings().find((finding) => finding.rule === rule)!,
  };
}

test("a finding is named by 序号, the beginning of its problem and its unit", async () => {
  const { reading, of } = await checked([row(9, "规划财物股", "2026年6月30日", "正在整改")], [DIRECTORY]);
  expect(placeOfFinding(reading(), of("unit-unknown"))).toEqual({
    number: "9",
    problem: "第9号问题：整改措施没有逐项落实到具体的…",
    unit: "规划财物股",
  });
});

describe("what could stand in a unit's cell", () => {
  test.each([
    ["规划财物股", "规划财务股", ["办公室", "人事股"]],
    // Of several units only the one in question changes.
    ["规划财物股、人事股", "规划财务股、人事股", ["办公室、人事股"]],
    ["某某科", "", ["办公室", "规划财务股", "人事股"]],
  ])("%s: near %s", async (unit, near, options) => {
    const { reading, of } = await checked(
      [row(1, unit, "2026年6月30日", "正在整改"), row(2, "办公室", "2026年6月30日", "正在整改")],
      [DIRECTORY],
    );
    const [target] = targetsOf(reading(), of("unit-unknown"));
    expect(target).toMatchObject({ field: "unit", kind: "unit", text: unit, near });
    expect([...target!.options].sort()).toEqual([...options].sort());
  });

  test("without a directory the ledger's own, most used first", async () => {
    const { reading, of } = await checked([
      row(1, null, "2026年6月30日", "正在整改"),
      row(2, "基建股", "2026年6月30日", "正在整改"),
      row(3, "办公室", "2026年6月30日", "正在整改"),
      row(4, "办公室", "2026年6月30日", "正在整改"),
    ]);
    expect(targetsOf(reading(), of("unit-missing"))[0]).toMatchObject({ near: "", options: ["办公室", "基建股"] });
  });
});

test("a status: the right character first, the ledger's words before the others, none that says nothing", async () => {
  const { reading, of } = await checked([
    row(1, "办公室", "2026年6月30日", "己完成"),
    row(2, "办公室", "2026年6月30日", "正在推进"),
    row(3, "办公室", "2026年6月30日", "差不多"),
  ]);
  expect(targetsOf(reading(), of("status-typo"))[0]).toMatchObject({ near: "已完成" });
  const [target] = targetsOf(reading(), of("status-unknown"));
  expect(target!.options[0]).not.toBe("差不多");
  expect(target!.options).toContain("正在推进");
  expect(target!.options).not.toContain("差不多");
  expect(target!.options).toContain("未完成");
});

test("deadlines offered say a day or 长期坚持; the day that is counted anyway is near", async () => {
  const { reading, of } = await checked([
    row(1, "办公室", null, "正在整改"),
    row(2, "办公室", "尽快", "正在整改"),
    row(3, "办公室", "长期坚持", "正在整改"),
    row(4, "办公室", "2026年6月30日", "正在整改"),
    row(5, "办公室", "2026年9月前", "正在整改"),
    row(6, "办公室", "2024年6月30日", "已完成"),
  ]);
  expect(targetsOf(reading(), of("deadline-missing"))[0]!.options).toEqual(["长期坚持", "2026年6月30日"]);
  expect(targetsOf(reading(), of("deadline-month-before"))[0]).toMatchObject({
    text: "2026年9月前",
    near: "2026年8月31日",
  });
});

test("a day that Excel keeps is offered to be typed as a day; a rule that tidies offers nothing near", async () => {
  const { reading, of } = await checked([row(1, "办公室 ", "2026年6月30日", "正在整改")], [DIRECTORY]);
  const finding = of("space");
  expect(finding.fix).toEqual({ value: "办公室" });
  expect(targetsOf(reading(), finding)[0]).toMatchObject({ text: "办公室 ", near: "" });
});

test("what a rule rests on can be changed instead; what no cell settles has none", async () => {
  const { reading, of } = await checked([row(1, "办公室", "2025年3月31日", "正在整改")]);
  expect(targetsOf(reading(), of("overdue")).map(({ field }) => field)).toEqual(["deadline", "status"]);
  expect(settledElsewhere("row-ambiguous")).toBe("ledger");
  expect(settledElsewhere("overdue")).toBeNull();
});

test("a state of several columns to tick is not written into one of them", () => {
  const grid = gridOf([
    ["整改台账", "<", "<", "<", "<", "<", "<"],
    ["序号", "反馈问题", "责任单位", "整改时限", "已完成", "正在整改", "未完成"],
    ["1", "学习不深入", "办公室", "2025年3月31日", "", "√", ""],
    ["2", "执行不到位", "财务科", "2025年3月31日", "√", "", ""],
  ]);
  const asOf = { year: 2025, month: 11, day: 30 };
  const reading = readWorkbook([grid], { today: asOf, asOf });
  expect(reading.ledgers[0]?.columns.status?.dress?.form).toBe("ticks");
  const overdue = check(reading).findings.find(({ rule }) => rule === "overdue")!;
  expect(targetsOf(reading, overdue).map(({ field }) => field)).toEqual(["deadline"]);
});

describe("how a deadline would be read", () => {
  test.each([
    ["2026.9.30", true, "2026年9月30日"],
    ["2026年9月底前", true, "2026年9月30日"],
    ["长期坚持", true, "长期坚持"],
    ["立行立改", true, "立行立改"],
    ["2026年2月30日", false, "看不出是哪一天"],
    ["尽快", false, "看不出是哪一天"],
    ["9月30日", false, "没有写年份"],
    // Typed one after the other, and joined.
    ["2027年2月28日2027年3月31日", false, "是两个日期"],
    ["2027.2.282027.3.31", false, "是两个日期"],
    ["2026年9月30日（原2026年6月30日）", true, "2026年9月30日"],
  ])("%s", async (text, ok, words) => {
    const { reading, of } = await checked([row(1, "办公室", null, "正在整改")]);
    const finding = of("deadline-missing");
    const [target] = targetsOf(reading(), finding);
    expect(readTyped(reading(), finding, target!, text, null)).toMatchObject({ ok, words: { zh: words } });
  });
});

test("alike are the cells of a rule that hold the same", async () => {
  const { reading, findings, of } = await checked(
    [
      row(1, "规划财物股", "2026年6月30日", "正在整改"),
      row(2, "规划财物股", "2026年6月30日", "正在整改"),
      row(3, "某某科", "2026年6月30日", "正在整改"),
    ],
    [DIRECTORY],
  );
  expect(alike(reading(), findings(), of("unit-unknown")).map(({ item }) => item)).toEqual(["1", "2"]);
});

test("every rule says why, and names no code", () => {
  for (const { alias } of RULES) {
    const reason = whyOf(alias)!;
    expect([alias, reason.why.length > 0, reason.todo.length > 0]).toEqual([alias, true, true]);
    expect([reason.why, reason.todo, reason.bad, reason.good, reason.en].join("\n")).not.toMatch(/[A-Z]\d{3}(?!\d)/);
  }
});

describe("mending", () => {
  test("writes into the finding's own cell, or into another of its row, and one undo takes it back", async () => {
    const { host, session, of } = await checked([row(1, "办公室", "2025年3月31日", "正在整改")]);
    const { id } = of("overdue");
    const outcome = await session.mend(id, { field: "status", typed: "已完成" });
    expect(outcome).toMatchObject({ written: 1, refused: 0 });
    expect(host.controls.valueAt("整改台账", FIRST, COL.status)).toBe("已完成");
    expect(outcome.entry?.changes[0]).toMatchObject({ findingId: id, item: "1" });
    await session.undo();
    expect(host.controls.valueAt("整改台账", FIRST, COL.status)).toBe("正在整改");
    await session.mend(id, { field: "deadline", typed: "2026年3月31日" });
    expect(host.controls.valueAt("整改台账", FIRST, COL.deadline)).toBe("2026年3月31日");
  });

  test("leaves alone what a colleague has settled meanwhile, and says so", async () => {
    const { host, session, of } = await checked([
      row(1, "办公室", "2026年6月30日", "正在整改"),
      row(2, null, "2026年6月30日", "正在整改"),
    ]);
    const { id } = of("unit-missing");
    host.controls.sneak("整改台账", FIRST + 1, COL.unit, "人事股");
    expect((await session.mend(id, { field: null, typed: "办公室" })).written).toBe(0);
    expect(host.controls.valueAt("整改台账", FIRST + 1, COL.unit)).toBe("人事股");
    expect(session.getSnapshot().activity).toMatchObject({ action: "apply", state: "partial", data: { gone: 1 } });
  });
});

test.each([
  ["2026年6月31日", "2026年6月30日"],
  ["2026年2月30日前", "2026年2月28日前"],
  ["2028-02-30", "2028-02-29"],
  ["2026/9/31", "2026/9/30"],
  ["2026年13月31日", ""],
  ["2026年6月32日", ""],
  ["尽快", ""],
])("a day that the month of %s does not have: the last one it has stands first", async (deadline, near) => {
  const { reading, of } = await checked([row(1, "办公室", deadline, "正在整改")]);
  expect(targetsOf(reading(), of("deadline-invalid"))[0]?.near).toBe(near);
});
