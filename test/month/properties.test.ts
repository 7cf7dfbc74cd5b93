/** What holds of any two months: looks change nothing, each change is found once, and turned round they mirror. */
import * as fc from "fast-check";
import {
  comparePeriods,
  compareJson,
  type ItemChange,
  periodGrids,
  periodOf,
  readSnapshot,
  snapshotJson,
} from "../../src/month";
import { SAID } from "../../src/zh/words/status-names";
import {
  compareMade,
  DEFINITION,
  entryOf,
  type Entry,
  type Field,
  FIELDS,
  makeLedger,
  newPeriod,
  NOVEMBER,
  OCTOBER,
  oldPeriod,
  readingOf,
} from "./month-ledger";

const STATUSES = ["已完成", "正在整改", "阶段性完成", "未完成", "部分完成", "长期坚持"];
const DEADLINES = ["2025年6月底前", "2025年11月15日", "2025年12月底前", "2026年3月底前", "长期坚持"];

const entries = fc
  .array(
    fc.record({
      status: fc.constantFrom(...STATUSES),
      deadline: fc.constantFrom(...DEADLINES),
      leader: fc.constantFrom("甲某", "乙某", "丙某"),
      progress: fc.constantFrom("", "正在征求意见。", "已印发制度，正在组织学习。", "招标文件正在编制。"),
      measures: fc.uniqueArray(fc.constantFrom("修订财务制度", "组织专题培训", "开展专项检查", "约谈责任人员"), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { minLength: 4, maxLength: 20 },
  )
  .map((list) => list.map((over, index) => entryOf(index + 1, over)));

const look = fc.record({
  order: fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length }),
  reworded: fc.boolean(),
  merged: fc.boolean(),
  extra: fc.boolean(),
  sheet: fc.constantFrom("整改台账", "11月"),
});

/** Changes that no look can make. */
const REAL: ReadonlySet<ItemChange["type"]> = new Set([
  "added",
  "removed",
  "completed",
  "reopened",
  "statusChanged",
  "deadlineMoved",
  "unitChanged",
  "leaderChanged",
  "problemChanged",
  "measureAdded",
  "measureRemoved",
  "measureChanged",
]);

it("order, numbers, words of the header, columns and merging change nothing", () => {
  fc.assert(
    fc.property(entries, look, fc.infiniteStream(fc.nat()), (list, shape, lots) => {
      const now = list
        .map((entry) => ({ entry, lot: lots.next().value as number }))
        .sort((a, b) => a.lot - b.lot)
        .map(({ entry }, index) => ({ ...entry, number: index + 1, measures: [...entry.measures].reverse() }));
      const { changes, ambiguous, matched } = compareMade(makeLedger(list), makeLedger(now, shape));
      expect(changes.filter(({ type }) => REAL.has(type))).toEqual([]);
      expect(ambiguous).toEqual([]);
      expect(matched).toBe(list.length);
    }),
    { numRuns: 60 },
  );
});

interface Planted {
  readonly type: ItemChange["type"];
  readonly field: Field;
  readonly over: (entry: Entry) => Partial<Entry>;
}

const PLANTED: readonly Planted[] = [
  { type: "completed", field: "status", over: () => ({ status: "已完成" }) },
  { type: "statusChanged", field: "status", over: () => ({ status: "基本完成" }) },
  { type: "deadlineMoved", field: "deadline", over: () => ({ deadline: "2026年9月底前" }) },
  { type: "unitChanged", field: "unit", over: () => ({ unit: "信息中心" }) },
  { type: "leaderChanged", field: "leader", over: () => ({ leader: "丁某" }) },
  { type: "problemChanged", field: "problem", over: ({ problem }) => ({ problem: `${problem}仍存` }) },
  { type: "renumbered", field: "number", over: () => ({ number: 99 }) },
];

it("each change that was made is found once, with its cells", () => {
  fc.assert(
    fc.property(entries, look, fc.nat(), fc.constantFrom(...PLANTED), (made, shape, at, planted) => {
      // One of many keeps columns what they are.
      const list = made.map((entry) => ({ ...entry, status: entry.status === "已完成" ? "已完成" : "正在整改" }));
      const index = at % list.length;
      const before = { ...list[index]!, status: "正在整改", progress: "" };
      const after: Entry = { ...before, ...planted.over(before) };
      const [old, now] = [list, list].map((all, which) =>
        all.map((one, n) => (n === index ? [before, after][which]! : one)),
      );
      const [oldMade, nowMade] = [makeLedger(old!), makeLedger(now!, shape)];
      const found = compareMade(oldMade, nowMade).changes.filter(({ type }) => REAL.has(type) || type === "renumbered");
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        type: planted.type,
        cell: nowMade.cell(after, planted.field),
        oldCell: oldMade.cell(before, planted.field),
        problem: after.problem,
      });
    }),
    { numRuns: 80 },
  );
});

const MIRROR: Readonly<Partial<Record<ItemChange["type"], ItemChange["type"]>>> = {
  added: "removed",
  removed: "added",
  completed: "reopened",
  reopened: "completed",
  statusChanged: "statusChanged",
};

it("turned round, what came is gone and what was completed is reopened", () => {
  const key = ({ type, problem }: ItemChange, isTurned: boolean): string =>
    `${isTurned ? MIRROR[type] : type} ${problem}`;
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.nat(9)), (all, lots) => {
      // Texts that are no near doubles: of these it is not known which is which, and each side names its own.
      const list = all.slice(0, 8);
      const next = (): number => lots.next().value as number;
      const old = list.filter(() => next() > 1);
      const now = list
        .filter(() => next() > 1)
        .map((entry) => (next() > 6 ? { ...entry, status: STATUSES[next() % STATUSES.length] ?? "" } : entry));
      fc.pre(old.length > 1 && now.length > 1);
      const [one, other] = [makeLedger(old).grid, makeLedger(now).grid];
      const there = comparePeriods(oldPeriod(one), newPeriod(other), { definition: DEFINITION });
      const back = comparePeriods(oldPeriod(other), newPeriod(one), { definition: DEFINITION });
      const keys = (changes: readonly ItemChange[], isTurned: boolean): readonly string[] =>
        changes
          .filter(({ type }) => MIRROR[type] !== undefined)
          .map((change) => key(change, isTurned))
          .sort();
      expect(keys(back.changes, true)).toEqual(keys(there.changes, false));
    }),
    { numRuns: 60 },
  );
});

it("counts are those of the changes listed, and of each month", () => {
  fc.assert(
    fc.property(entries, entries, (old, now) => {
      const found = compareMade(makeLedger(old), makeLedger(now));
      for (const kind of found.kinds) {
        for (const type of ["completed", "reopened", "added", "removed"] as const)
          expect(kind[type]).toBe(found.changes.filter((one) => one.type === type).length);
        expect([kind.old.total, kind.new.total]).toEqual([old.length, now.length]);
        expect(kind.new.done).toBe(now.filter(({ status }) => status === "已完成").length);
        const doubtful = found.ambiguous.reduce((sum, group) => sum + group.old.length, 0);
        expect(found.matched + kind.removed + doubtful).toBe(kind.old.total);
      }
      const risks = found.changes.map(({ risk }) => risk);
      expect(risks).toEqual([...risks].sort());
    }),
    { numRuns: 40 },
  );
});

it("a kept month compares as its ledger does", () => {
  fc.assert(
    fc.property(entries, entries, look, fc.constantFrom("", "，电话13800000000"), (old, now, shape, phone) => {
      const withPhone = old.map((entry) => ({
        ...entry,
        leader: `${entry.leader}${phone}`,
        progress: `${entry.progress}${phone}`,
      }));
      const reading = readingOf([makeLedger(withPhone, shape).grid], OCTOBER);
      const period = periodOf(reading, { masked: true });
      const text = JSON.stringify(snapshotJson(period, "2025-10"));
      expect(text).not.toContain("13800000000");
      const kept = readSnapshot(JSON.parse(text));
      if (!kept.ok) throw new Error(kept.why);
      const present = periodOf(readingOf([makeLedger(now).grid], NOVEMBER), { masked: false });
      const json = (from: typeof period): object =>
        compareJson(comparePeriods(from, present, { definition: DEFINITION }), { old: "", new: "" }, 1);
      expect(json(kept.period)).toEqual(json(period));
    }),
    { numRuns: 40 },
  );
});

it("a kept month stands for its ledger where a ledger is asked for: the same items, statuses, days and units", () => {
  const any = fc
    .array(fc.record({ status: fc.constantFrom(...Object.values(SAID)), deadline: fc.constantFrom(...DEADLINES) }), {
      minLength: 2,
      maxLength: 12,
    })
    .map((list) => list.map((over, index) => entryOf(index + 1, over)));
  fc.assert(
    fc.property(fc.oneof(entries, any), look, (list, shape) => {
      const period = periodOf(readingOf([makeLedger(list, shape).grid], OCTOBER), { masked: true });
      const again = periodOf(readingOf(periodGrids(period), OCTOBER), { masked: true });
      const told = ({ items }: typeof period) =>
        items.map(({ kind, number, problem, status, deadline, rows }) => [
          kind,
          number?.text ?? "",
          problem.text,
          status,
          deadline.type === "date" ? deadline.date : deadline.type,
          rows.map(({ leads, cells }) => [leads, (cells.measure ?? cells.task)?.text ?? ""]),
        ]);
      expect(told(again)).toEqual(told(period));
      expect(comparePeriods(period, { ...again, asOf: NOVEMBER }, { definition: DEFINITION }).ambiguous).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
