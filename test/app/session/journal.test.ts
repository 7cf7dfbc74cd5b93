import {
  anchorOf,
  backwardEdit,
  commit,
  forwardEdit,
  holdsAnchor,
  intend,
  intendAgain,
  journalView,
  locateRow,
  MAX_ENTRIES,
  redoable,
  settleOutcome,
  settleUndo,
  standingChanges,
  undoable,
  type Journal,
} from "../../../src/app/session/journal";
import type { Change } from "../../../src/app/session";

const change: Change = {
  findingId: null,
  sheet: "台账",
  row: 4,
  col: 2,
  cell: "C5",
  item: "1",
  before: "办公室 ",
  after: "办公室",
  anchor: null,
};
const entry = (id: string) => ({ id, label: "space", at: "2025-10-10T00:00:00Z", changes: [change, change] });
const done = (...ids: string[]): Journal =>
  ids.reduce<Journal>((j, id) => commit(intend(j, entry(id)), id, [0, 1]), []);

describe("journal", () => {
  it("keeps an intention, then what was written", () => {
    const intended = intend([], entry("a"));
    expect(journalView(intended, () => true)).toMatchObject({
      canUndo: true,
      unfinished: { id: "a", state: "intended" },
    });
    const committed = commit(intended, "a", [1]);
    expect(journalView(intended, () => false).unfinished).toBeNull();
    expect(committed[0]).toMatchObject({ state: "done", written: [1] });
    expect(journalView(committed, () => true).unfinished).toBeNull();
  });

  it("drops an entry that wrote nothing", () => {
    expect(commit(intend([], entry("a")), "a", [])).toEqual([]);
  });

  it("undoes the last entry first and redoes in order", () => {
    let journal = done("a", "b");
    expect(undoable(journal)?.id).toBe("b");
    journal = settleUndo(journal, "b", []);
    expect(undoable(journal)?.id).toBe("a");
    journal = settleUndo(journal, "a", []);
    expect(undoable(journal)).toBeNull();
    expect(redoable(journal)?.id).toBe("a");
    journal = commit(intendAgain(journal, "a"), "a", [0]);
    expect(redoable(journal)?.id).toBe("b");
    expect(journalView(journal, () => true)).toMatchObject({ canUndo: true, canRedo: true });
  });

  it("forgets undone entries when something new is done", () => {
    const journal = intend(settleUndo(done("a", "b"), "b", []), entry("c"));
    expect(journal.map((each) => each.id)).toEqual(["a", "c"]);
    expect(redoable(journal)).toBeNull();
  });

  it("keeps what could not be put back for another undo", () => {
    const journal = settleUndo(done("a"), "a", [1]);
    expect(undoable(journal)).toMatchObject({ id: "a", state: "done", written: [1] });
    expect(standingChanges(undoable(journal)!)).toEqual([1]);
  });

  it("looks at every change of an unfinished entry", () => {
    expect(standingChanges(intend([], entry("a"))[0]!)).toEqual([0, 1]);
  });

  it("holds a limited number of entries", () => {
    const ids = Array.from({ length: MAX_ENTRIES + 5 }, (_, index) => String(index));
    const journal = done(...ids);
    expect(journal.length).toBe(MAX_ENTRIES);
    expect(journal[0]!.id).toBe("5");
  });

  it("makes the edits of a change and of its undoing", () => {
    expect(forwardEdit(change, 6)).toEqual({ sheet: "台账", row: 6, col: 2, expected: "办公室 ", value: "办公室" });
    expect(backwardEdit(change, 6)).toEqual({ sheet: "台账", row: 6, col: 2, expected: "办公室", value: "办公室 " });
  });

  it("takes a cell that already holds the wanted value as written", () => {
    const edit = backwardEdit(change, 4);
    expect(settleOutcome(edit, { type: "changed", found: "办公室 " })).toEqual({ type: "written" });
    expect(settleOutcome(edit, { type: "changed", found: "别的" })).toEqual({ type: "changed", found: "别的" });
  });
});

describe("row anchors", () => {
  const rows = [["序号", "问题"], [1, "甲"], [2, "乙"], [], [3, "丙"]];

  it("tells a row by its identifying values", () => {
    const anchor = anchorOf(rows[2]!, [0, 1])!;
    expect(holdsAnchor(anchor, [2, "乙", "更多"])).toBe(true);
    expect(holdsAnchor(anchor, ["2", "乙"])).toBe(false);
    expect(anchorOf([null, "", "x"], [0, 1])).toBeNull();
    expect(anchorOf(["x"], [])).toBeNull();
  });

  it("finds a row again where it was, or where it went", () => {
    const anchor = anchorOf(rows[2]!, [0, 1])!;
    expect(locateRow(anchor, 2, rows)).toBe(2);
    expect(locateRow(anchor, 1, rows)).toBe(2);
    expect(locateRow(anchor, 99, rows)).toBe(2);
  });

  it("finds none where it is gone or not alone", () => {
    const anchor = anchorOf([9, "没有"], [0, 1])!;
    expect(locateRow(anchor, 2, rows)).toBeNull();
    const twice = anchorOf([1, "甲"], [0, 1])!;
    expect(locateRow(twice, 0, [...rows, [1, "甲"]])).toBeNull();
  });
});
