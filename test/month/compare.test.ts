/** What two months tell, change by change. */
import type { ItemChange, SettledPair } from "../../src/month";
import { changeParagraph, compareJson, periodWarning } from "../../src/month";
import { compareMade, entryOf, type Entry, type Field, makeLedger, NOVEMBER } from "./month-ledger";

const others = [2, 3, 4, 5].map((n) => entryOf(n));

type Told = Pick<ItemChange, "type" | "risk"> & Partial<ItemChange>;

/** Of one item and some that stay as they are. */
function told(old: Partial<Entry>, now: Partial<Entry>): readonly ItemChange[] {
  const [before, after] = [entryOf(1, old), entryOf(1, now)];
  return compareMade(makeLedger([before, ...others]), makeLedger([after, ...others])).changes;
}

function expectTold(found: readonly ItemChange[], expected: readonly Told[]): void {
  expect(found.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
  expected.forEach((one, index) => expect(found[index]).toMatchObject(one));
}

describe("statuses", () => {
  it.each<[string, string, readonly Told[]]>([
    [
      "正在整改",
      "已完成",
      [{ type: "completed", risk: "normal", from: "正在整改", to: "已完成", fromValue: "ongoing", toValue: "done" }],
    ],
    ["已完成", "正在整改", [{ type: "reopened", risk: "high", fromValue: "done", toValue: "ongoing" }]],
    ["已完成", "移交其他单位", [{ type: "reopened", risk: "high", toValue: "excluded" }]],
    ["正在整改", "移交其他单位", [{ type: "statusChanged", risk: "high", toValue: "excluded" }]],
    ["正在整改", "阶段性完成", [{ type: "statusChanged", risk: "normal", fromValue: "ongoing", toValue: "phased" }]],
    ["未完成", "部分完成", [{ type: "statusChanged", risk: "normal", fromValue: "notDone", toValue: "partial" }]],
    ["已完成", "整改完成", []],
    ["正在整改", "推进中", []],
  ])("%s → %s", (old, now, expected) => {
    expectTold(told({ status: old }, { status: now }), expected);
  });

  it("follow the definition", () => {
    const [before, after] = [entryOf(1, { status: "正在整改" }), entryOf(1, { status: "基本完成" })];
    const found = compareMade(makeLedger([before, ...others]), makeLedger([after, ...others]));
    expect(found.changes.map(({ type }) => type)).toEqual(["statusChanged"]);
    expect(found.kinds[0]).toMatchObject({ completed: 0 });
  });
});

describe("deadlines", () => {
  const moved = (direction: string, risk: "high" | "normal", more: Partial<ItemChange> = {}): readonly Told[] => [
    { type: "deadlineMoved", risk, direction: direction as ItemChange["direction"], ...more },
  ];
  it.each<[Entry["deadline"], Entry["deadline"], Partial<Entry>, readonly Told[]]>([
    ["2025年12月底前", "2025-12-31", {}, []],
    ["2025年12月底前", 46022, {}, []],
    ["2025年12月底前", "2026年3月底前", {}, moved("later", "high", { fromValue: "2025-12-31", toValue: "2026-03-31" })],
    ["2025年12月底前", "2026年3月底前", { remarks: "已申请延期" }, moved("later", "normal")],
    ["2025年12月底前", "2026年3月底前", { progress: "经批准展期。" }, moved("later", "normal")],
    ["2025年12月底前", "2026年3月底前（顺延）", {}, moved("later", "normal")],
    ["2025年12月底前", "2025年11月30日", {}, moved("earlier", "normal")],
    ["2025年12月底前", "长期坚持", {}, moved("later", "high", { fromValue: "2025-12-31", toValue: null })],
    ["长期坚持", "2025年12月底前", {}, moved("earlier", "normal")],
    ["2025年12月底前", "尽快", {}, moved("other", "normal")],
    ["2025年12月底前", null, {}, moved("other", "high", { to: null })],
    [null, "2025年12月底前", {}, moved("other", "normal", { from: null })],
    ["尽快", "待定", {}, []],
    ["2025年12月底前", "2025年12月底前，并长期坚持", {}, []],
  ])("%s → %s %j", (old, now, more, expected) => {
    expectTold(told({ deadline: old }, { deadline: now, ...more }), expected);
  });

  it("an extension is a change of status too", () => {
    const found = told({ status: "未完成" }, { status: "申请延期", deadline: "2026年3月底前" });
    expectTold(found, [
      { type: "statusChanged", risk: "normal", toValue: "extended" },
      { type: "deadlineMoved", risk: "normal" },
    ]);
  });

  it.each<[string, Partial<Entry>, Partial<Entry>, readonly Told[]]>([
    [
      "past between the two days",
      { deadline: "2025年11月15日" },
      { deadline: "2025年11月15日" },
      [{ type: "newlyOverdue", risk: "normal", from: "2025年11月15日" }],
    ],
    [
      "past already",
      { deadline: "2025年9月底" },
      { deadline: "2025-09-30" },
      [{ type: "stillOverdue", risk: "normal", to: "2025-09-30" }],
    ],
    [
      "past, and slipped back",
      { deadline: "2025年9月底", status: "已完成" },
      { deadline: "2025年9月底" },
      [
        { type: "reopened", risk: "high" },
        { type: "newlyOverdue", risk: "normal" },
      ],
    ],
    [
      "past and done",
      { deadline: "2025年9月底" },
      { deadline: "2025年9月底", status: "已完成" },
      [{ type: "completed", risk: "normal" }],
    ],
    ["on the day itself", { deadline: "2025年11月28日" }, { deadline: "2025年11月28日" }, []],
  ])("%s", (_name, old, now, expected) => {
    expectTold(told(old, now), expected);
  });
});

describe("units, leaders, texts, numbers", () => {
  it.each<[Partial<Entry>, Partial<Entry>, readonly Told[]]>([
    [
      { unit: "办公室" },
      { unit: "财务科" },
      [{ type: "unitChanged", risk: "normal", from: "办公室", to: "财务科", unit: "财务科" }],
    ],
    [{ unit: "办公室、财务科" }, { unit: "财务科，办公室" }, []],
    [{ unit: "办公室（牵头）、财务科（配合）" }, { unit: "办公室（牵头）、人事科（配合）" }, []],
    [{ leader: "甲某" }, { leader: "乙某" }, [{ type: "leaderChanged", risk: "normal", from: "甲某", to: "乙某" }]],
    [{ leader: "甲某、乙某" }, { leader: "甲某，乙某" }, []],
    [{ problem: "（一）会议记录不完整，签到与纪要对不上" }, { problem: "1. 会议记录不完整,签到与纪要对不上。" }, []],
    [
      { problem: "会议记录不完整，签到与纪要对不上" },
      { problem: "会议记录仍不完整，签到与纪要对不上" },
      [{ type: "problemChanged", risk: "normal" }],
    ],
    [
      { problem: "会议记录不完整，签到与纪要对不上", status: "已完成" },
      { problem: "会议记录不完整，签到纪要对不上", status: "已完成" },
      [{ type: "problemChanged", risk: "high" }],
    ],
    [{ number: 1 }, { number: "（1）" }, []],
    [{ number: 1 }, { number: "01" }, []],
    [{ number: 1 }, { number: 9 }, [{ type: "renumbered", risk: "normal", from: "1", to: "9", number: "9" }]],
    [
      { progress: "正在征求意见。" },
      { progress: "正在征求意见" },
      [{ type: "progressUnchanged", risk: "normal", to: "正在征求意见" }],
    ],
    [{ progress: "正在征求意见。" }, { progress: "已征求意见。" }, []],
    [{ progress: "已印发制度。", status: "已完成" }, { progress: "已印发制度。", status: "已完成" }, []],
    [
      { progress: "正在征求意见。", status: "阶段性完成" },
      { progress: "正在征求意见。", status: "阶段性完成" },
      [{ type: "progressUnchanged", risk: "normal" }],
    ],
  ])("%j → %j", (old, now, expected) => {
    expectTold(told(old, now), expected);
  });
});

describe("measures", () => {
  const [a, b] = ["修订财务报销制度", "开展专项检查"];
  it.each<[readonly string[], readonly string[], string, readonly Told[]]>([
    [[a, b], [b, a], "正在整改", []],
    [[a], [a, b], "正在整改", [{ type: "measureAdded", risk: "normal", from: null, to: b, oldCell: null }]],
    [[a, b], [a], "正在整改", [{ type: "measureRemoved", risk: "normal", from: b, to: null, cell: null }]],
    [[a, b], [a], "已完成", [{ type: "measureRemoved", risk: "high" }]],
    [
      [a, b],
      [a, `${b}，逐月通报`],
      "正在整改",
      [{ type: "measureChanged", risk: "normal", from: b, to: `${b}，逐月通报` }],
    ],
    [[a, b], [a, `${b}，逐月通报`], "已完成", [{ type: "measureChanged", risk: "high" }]],
    [
      [a, b],
      [a, "约谈责任人"],
      "正在整改",
      [
        { type: "measureAdded", risk: "normal" },
        { type: "measureRemoved", risk: "normal" },
      ],
    ],
    [[b], [b, b], "正在整改", [{ type: "measureAdded", risk: "normal", to: b }]],
  ])("%j → %j, %s", (old, now, status, expected) => {
    expectTold(told({ measures: old, status }, { measures: now, status }), expected);
  });
});

it("tells what came and what is gone by their identifying cells, what is gone behind", () => {
  const [gone, came] = [entryOf(1), entryOf(8)];
  const old = makeLedger([gone, ...others]);
  const now = makeLedger([came, ...others.map((one) => ({ ...one, status: "已完成" }))]);
  const { changes, kinds } = compareMade(old, now);
  expect(changes[0]).toMatchObject({
    type: "removed",
    risk: "high",
    cell: null,
    oldCell: old.cell(gone, "number"),
    problem: gone.problem,
  });
  expect(changes[1]).toMatchObject({ type: "added", risk: "normal", cell: now.cell(came, "number"), oldCell: null });
  expect(kinds).toMatchObject([{ kind: "problem", completed: 4, reopened: 0, added: 1, removed: 1 }]);
});

it.each<[Field, Partial<Entry>]>([
  ["leader", { leader: "丁某" }],
  ["status", { status: "已完成" }],
  ["deadline", { deadline: "2026年6月底前" }],
  ["progress", { progress: "有新进展" }],
  ["number", { number: 77 }],
])("without a column %s of one of the two nothing of it is told", (field, over) => {
  const order = (["number", "problem", "measure", "unit", "deadline", "status", "leader", "progress"] as const).filter(
    (one) => one !== field,
  );
  const [old, now] = [entryOf(1, { progress: "起步" }), entryOf(1, { progress: "起步", ...over })];
  const without = makeLedger([old, ...others], { order });
  expect(
    compareMade(without, makeLedger([now, ...others])).changes.filter(({ type }) => type !== "progressUnchanged"),
  ).toEqual([]);
});

describe("items that nothing tells apart", () => {
  const twin = (number: number): Entry => entryOf(1, { number, unit: "办公室" });
  const old = makeLedger([twin(1), twin(2), ...others]);
  const now = makeLedger([twin(7), twin(9), ...others]);
  const side = (number: number) => ({ problem: twin(1).problem, number: String(number), unit: "办公室", place: null });
  const pair = (from: number | null, to: number | null): SettledPair => ({
    kind: "problem",
    asOf: NOVEMBER,
    old: from === null ? null : side(from),
    new: to === null ? null : side(to),
  });

  it("are named and give no change", () => {
    const { changes, ambiguous } = compareMade(old, now);
    expect(changes).toEqual([]);
    expect(ambiguous).toHaveLength(1);
    expect(ambiguous[0]?.old.map(({ at }) => at)).toEqual(["整改台账!A3", "整改台账!A5"]);
  });

  it("are settled by a person", () => {
    const { changes, ambiguous, unclear } = compareMade(old, now, [pair(1, 9), pair(2, 7)]);
    expect(ambiguous).toEqual([]);
    expect(unclear).toEqual([]);
    expect(changes.map(({ type, from, to }) => [type, from, to])).toEqual([
      ["renumbered", "2", "7"],
      ["renumbered", "1", "9"],
    ]);
  });

  it("one answer is enough where it leaves one on each side", () => {
    expect(compareMade(old, now, [pair(1, 9)])).toMatchObject({ ambiguous: [], matched: 6 });
  });

  it("may be gone, or new", () => {
    const { changes } = compareMade(old, now, [pair(1, null), pair(null, 7)]);
    expect(changes.map(({ type, number }) => [type, number])).toEqual([
      ["removed", "1"],
      ["added", "7"],
      ["renumbered", "9"],
    ]);
  });

  it("stay settled the month after", () => {
    const later = makeLedger([twin(9), twin(12), ...others]);
    expect(compareMade(now, later).ambiguous).toHaveLength(1);
    const before = { ...pair(1, 9), asOf: { year: 2025, month: 10, day: 31 } };
    const { ambiguous, changes } = compareMade(now, later, [before]);
    expect(ambiguous).toEqual([]);
    expect(changes.map(({ type, from, to }) => [type, from, to])).toEqual([["renumbered", "7", "12"]]);
  });

  it("an answer that names none or several is told, not guessed", () => {
    const wrong = pair(5, 9);
    const several: SettledPair = { ...pair(1, 9), old: { ...side(1), number: null } };
    expect(compareMade(old, now, [wrong, several]).unclear).toEqual([wrong, several]);
    const placed: SettledPair = { ...several, old: { ...side(1), number: null, place: "整改台账!A5" } };
    expect(compareMade(old, now, [placed])).toMatchObject({ unclear: [], ambiguous: [] });
  });
});

it("prints the contract's object", () => {
  const [before, after] = [entryOf(1), entryOf(1, { status: "已完成" })];
  const [old, now] = [makeLedger([before, ...others]), makeLedger([after, ...others])];
  expect(compareJson(compareMade(old, now), { old: "10.xlsx", new: "11.xlsx" }, 1)).toEqual({
    schema: 1,
    old: "10.xlsx",
    new: "11.xlsx",
    oldAsOf: "2025-10-31",
    asOf: "2025-11-28",
    definition: "done",
    kinds: [
      {
        kind: "problem",
        old: { total: 5, done: 0, overdue: 0, rate: { numerator: 0, denominator: 5, percent: "0%" } },
        new: { total: 5, done: 1, overdue: 0, rate: { numerator: 1, denominator: 5, percent: "20.0%" } },
        points: "+20.0",
        completed: 1,
        reopened: 0,
        added: 0,
        removed: 0,
      },
    ],
    units: expect.arrayContaining([
      {
        name: "财务科",
        kind: "problem",
        old: { total: 2, done: 0, overdue: 0, rate: { numerator: 0, denominator: 2, percent: "0%" } },
        new: { total: 2, done: 1, overdue: 0, rate: { numerator: 1, denominator: 2, percent: "50.0%" } },
        points: "+50.0",
      },
    ]),
    changes: [
      {
        type: "completed",
        risk: "normal",
        kind: "problem",
        number: "1",
        problem: before.problem,
        unit: "财务科",
        cell: now.cell(after, "status"),
        oldCell: old.cell(before, "status"),
        from: "正在整改",
        to: "已完成",
        fromValue: "ongoing",
        toValue: "done",
      },
    ],
    ambiguous: [],
  });
});

describe("a last period of another ledger", () => {
  const many = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => entryOf(from + n));
  const compared = (old: readonly Entry[], now: readonly Entry[]) => compareMade(makeLedger(old), makeLedger(now));
  it("is said, and not in the paragraph, which goes into reports", () => {
    const unlike = compared(many(1, 4), many(5, 8));
    expect(periodWarning(unlike, "zh")).toBe(
      "请先核对上期选得对不对：上期4项、本期4项，对得上的一项也没有，可能不是同一份台账。",
    );
    expect(periodWarning(unlike, "en")).toMatch(/^Check first .*: only 0 of its 4 items /u);
    expect(changeParagraph(unlike, 1, "zh")).toMatch(/^与上期/u);
    expect(changeParagraph(unlike, 1, "en")).toMatch(/^Since the last period/u);
  });
  it("of one day is said before all else", () => {
    const one = compared(many(1, 4), many(1, 4));
    const same = { ...one, oldAsOf: one.asOf };
    expect(periodWarning(same, "zh")).toMatch(/^两份台账的统计截止日都是20\d\d年.*不像是两期.*。$/u);
    expect(periodWarning(same, "en")).toMatch(/^Both ledgers are as of 20\d\d-/u);
    const unlike = compared(many(1, 4), many(5, 8));
    expect(periodWarning({ ...unlike, oldAsOf: unlike.asOf }, "zh")).toMatch(/^两份台账.*。请先核对上期选得对不对/u);
  });
  it("is not suspected where a fair part is the same", () => {
    expect(periodWarning(compared(many(1, 4), many(1, 8)), "zh")).toBeNull();
    expect(periodWarning(compared(many(1, 8), many(8, 9)), "zh")).toBeNull();
    expect(periodWarning(compared(many(1, 6), many(6, 11)), "zh")).toMatch(/对得上的只有1项/u);
    expect(periodWarning(compared(many(1, 5), many(5, 9)), "zh")).toBeNull();
  });
});
