/** A cell that several files answer for is decided once, each value offered once. */
import { conflictCards, decide } from "../../../src/app/collect/conflict-cards";
import { type Conflict, conflictId, type IntoPlan } from "../../../src/month";

const conflict = (file: string, to: string, more: Partial<Conflict> = {}): Conflict => ({
  ...{ type: "twoFiles", kind: "problem", number: "1", problem: "某制度未落实", field: "status" },
  ...{ cell: "台账!E7", from: "整改中", to, file, fileCell: "台账!E3" },
  ...more,
});

function plan(
  conflicts: readonly Conflict[],
  untakable: readonly Conflict[] = [],
  taken: readonly Conflict[] = [],
): IntoPlan {
  const takable = new Set([...conflicts, ...taken].filter((one) => !untakable.includes(one)).map(conflictId));
  return { planned: [], conflicts, takable, choosable: new Map(), taken, unchanged: 0, notReturned: [] };
}

const [a, b, c] = [
  conflict("甲.xlsx", "已完成"),
  conflict("乙.xlsx", "未完成"),
  conflict("丙.xlsx", "已 完成"),
] as const;

test("one card a cell, one offer a value, with the files that give it", () => {
  const other = conflict("甲.xlsx", "2025年12月", { type: "fieldChanged", field: "deadline", cell: "台账!D7" });
  const cards = conflictCards(plan([a, b, c, other]), new Map());
  expect(
    cards.map(({ offers }) => offers.map(({ to, answers }) => [to, answers.map((one) => one.conflict.file)])),
  ).toEqual([
    [
      ["已完成", ["甲.xlsx", "丙.xlsx"]],
      ["未完成", ["乙.xlsx"]],
    ],
    [["2025年12月", ["甲.xlsx"]]],
  ]);
});

test("what no cell of the master is about stands by itself", () => {
  const lost = ["甲.xlsx", "乙.xlsx"].map((file) =>
    conflict(file, "另一件事", { type: "notFound", field: "problem", cell: null }),
  );
  expect(conflictCards(plan(lost), new Map())).toHaveLength(2);
});

test("one offer is taken by one file's answer, the others are not; undone, all are open again", () => {
  const before = new Map([["别的", "keep" as const]]);
  const [card] = conflictCards(plan([a, b, c]), before);
  const decided = decide(before, card!, card!.offers[0]!);
  expect([a, b, c].map((one) => decided.get(conflictId(one)))).toEqual(["take", "keep", "keep"]);
  // The plan made with it tells the one that was taken only.
  const [now] = conflictCards(plan([], [], [a]), decided);
  expect(now).toMatchObject({ decision: "take", offers: [{ to: "已完成", isTaken: true }] });
  expect(decide(decided, now!, null)).toEqual(before);
});

test("kept, every answer is", () => {
  const [card] = conflictCards(plan([a, b]), new Map());
  const kept = decide(new Map(), card!, "keep");
  expect([...kept.values()]).toEqual(["keep", "keep"]);
  expect(conflictCards(plan([a, b]), kept)[0]?.decision).toBe("keep");
  expect(conflictCards(plan([a, b, c]), kept)[0]?.decision).toBeNull();
});

test("an answer that cannot be taken is passed over; an item that is meant is meant by every file that says so", () => {
  const [card] = conflictCards(plan([a, c], [a]), new Map());
  expect([...decide(new Map(), card!, card!.offers[0]!).values()]).toEqual(["keep", "take"]);
  const near = ["甲.xlsx", "乙.xlsx"].map((file) =>
    conflict(file, "某制度没落实", { type: "textChanged", field: "problem" }),
  );
  const [same] = conflictCards(plan(near), new Map());
  expect([...decide(new Map(), same!, same!.offers[0]!).values()]).toEqual(["take", "take"]);
  // Another wording is asked about by itself: both may be the item.
  const other = conflict("丙.xlsx", "某制度未能落实", { type: "textChanged", field: "problem" });
  const cards = conflictCards(plan([...near, other]), new Map());
  expect(cards.map(({ offers }) => offers.length)).toEqual([1, 1]);
  const first = decide(new Map(), cards[0]!, cards[0]!.offers[0]!);
  expect(decide(first, cards[1]!, cards[1]!.offers[0]!).get(conflictId(near[0]!))).toBe("take");
  expect([...decide(first, cards[0]!, null)]).toEqual([]);
});
