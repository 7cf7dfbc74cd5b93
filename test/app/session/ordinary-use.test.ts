/** What happens in ordinary use: lost events, renamed sheets, cells being edited, two windows, a reload, a crash. */
import { createSession } from "../../../src/app/session/session";
import type { Session, SessionEnvironment } from "../../../src/app/session";
import { createMemoryStore } from "../../../src/app/session/entries";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { HostError, type Host, type HostErrorCode } from "../../../src/hosts/port";
import { civilDate } from "../../../src/zh/civil-date";
import { buildXlsx } from "../../hosts/file/build";
import { createMemoryHost, type MemoryHost } from "../../hosts/memory-host";
import { environment } from "./environment";
import { COL, FIRST, ledgerSheet, ROWS } from "./ledger-sheet";
import { createWindows } from "./windows";

const SHEET = "整改台账";

async function open(host: Host, over: Partial<SessionEnvironment> = {}): Promise<Session> {
  const session = createSession(environment(over));
  await session.open(host);
  await session.check();
  return session;
}
const rules = (session: Session) => (session.findings()?.findings ?? []).map((each) => `${each.rule}@${each.row}`);
const turn = () => new Promise((resolve) => setImmediate(resolve));
async function until(what: () => boolean): Promise<void> {
  for (let turns = 0; turns < 500 && !what(); turns += 1) await turn();
  expect(what()).toBe(true);
}

describe("events are hints", () => {
  it.each(["recheck", "glance"] as const)("an edit that no event told is seen by %s", async (way) => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    host.controls.silence(true);
    host.controls.type(SHEET, FIRST, COL.unit, null);
    await turn();
    expect(rules(session)).not.toContain(`unit-missing@${FIRST}`);
    await session[way]();
    expect(rules(session)).toContain(`unit-missing@${FIRST}`);
  });

  it("a look at a workbook that has not changed reads nothing and changes nothing", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    const before = { findings: session.findings(), revision: session.getSnapshot().revision };
    const calls = host.controls.calls().length;
    await session.glance();
    expect(session.findings()).toBe(before.findings);
    expect(session.getSnapshot().revision).toBe(before.revision);
    expect(host.controls.calls().slice(calls)).not.toContain("read.grids");
  });

  it("listening that failed begins with the next reading", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    host.controls.fail("hostFailed", { only: "events.listen" });
    const session = await open(host);
    expect(session.getSnapshot().phase).toBe("ready");
    expect(host.controls.listeners()).toBe(0);
    await session.recheck();
    expect(host.controls.listeners()).toBe(1);
  });

  it("before a fix its row is read again", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    host.controls.silence(true);
    host.controls.type(SHEET, FIRST + 1, COL.unit, " 人事股");
    const preview = await session.previewFixes({ rule: "space" });
    expect(preview.changes).toMatchObject([{ before: " 人事股", after: "人事股" }]);
    expect(await session.apply(preview)).toMatchObject({ written: 1, refused: 0 });
  });

  it("before a jump its row is read again, and where the row moved the jump goes to where it is now", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    const finding = session.filterFindings({ rules: ["unit-missing"] })[0]!;
    host.controls.silence(true);
    host.controls.insertRow(SHEET, FIRST);
    await session.selectFinding(finding.id);
    expect(host.controls.selection()!.areas[0]!.top).toBe(finding.row + 1);
  });

  it("a finding that is gone says so instead of jumping to another's cell", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    const finding = session.filterFindings({ rules: ["unit-missing"] })[0]!;
    host.controls.silence(true);
    host.controls.type(SHEET, finding.row, finding.col, "人事股");
    expect(await session.selectFinding(finding.id)).toBeNull();
    expect(session.getSnapshot().activity).toMatchObject({ state: "partial", data: { gone: 1 } });
    expect(host.controls.selection()).toBeNull();
  });
});

describe("sheets", () => {
  it("that are renamed keep what was decided about them, and are still written", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    await session.correctKind(SHEET, "matter");
    await session.apply(await session.previewFixes({ rule: "space" }));
    host.controls.rename(SHEET, "台账（新）");
    await session.recheck();
    expect(session.getSnapshot().ledgers[0]).toMatchObject({ sheet: "台账（新）", kind: "matter" });
    expect((await session.undo()).written).toBe(1);
    expect(host.controls.valueAt("台账（新）", FIRST + 1, COL.unit)).toBe("财务股 ");
  });

  it("that are deleted are told, and nothing else is lost", async () => {
    const host = createMemoryHost([ledgerSheet(), ledgerSheet(ROWS.slice(0, 1), "另表")]);
    const session = await open(host);
    host.controls.deleteSheet("另表");
    await session.recheck();
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", activity: { state: "done" } });
    expect(session.getSnapshot().ledgers.map((ledger) => ledger.sheet)).toEqual([SHEET]);
  });
});

describe("a passing failure waits", () => {
  it.each<HostErrorCode>(["cellEditMode", "busy", "connectionLost"])("%s at the first reading", async (code) => {
    const host = createMemoryHost([ledgerSheet()]);
    host.controls.fail(code, { times: 3, only: "read.grids" });
    const waited: string[] = [];
    const session = createSession(environment());
    session.subscribe(() => {
      const { waiting } = session.getSnapshot();
      if (waiting !== null) waited.push(`${waiting.code} ${waiting.tries}`);
    });
    await session.open(host);
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", failure: null, waiting: null });
    expect([...new Set(waited)]).toEqual([`${code} 1`, `${code} 2`, `${code} 3`]);
  });

  it("also while the host itself is opened", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    let tries = 0;
    const session = createSession(environment());
    await session.open({
      name: "Excel",
      open: () => {
        tries += 1;
        return tries < 3 ? Promise.reject(new HostError("cellEditMode")) : Promise.resolve(host);
      },
    });
    expect(session.getSnapshot().phase).toBe("ready");
  });

  it("keeps on the screen what was read, and can be cancelled", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host, {
      pause: (_milliseconds, signal) =>
        new Promise((resolve) => signal?.addEventListener("abort", () => resolve(), { once: true })),
    });
    const before = session.findings();
    host.controls.fail("cellEditMode", { times: 1_000 });
    const again = session.recheck();
    await until(() => session.getSnapshot().waiting !== null);
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", waiting: { code: "cellEditMode" } });
    expect(session.findings()).toBe(before);
    session.cancel();
    await again;
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", waiting: null, activity: { state: "cancelled" } });
    expect(session.findings()).toBe(before);
  });

  it("a host that never answers keeps nobody from opening another workbook, or from cancelling", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    host.controls.hold("read.look");
    void session.glance();
    await turn();
    await session.open(createMemoryHost([ledgerSheet(ROWS.slice(0, 2))], { name: "二.xlsx" }));
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", workbook: { name: "二.xlsx" } });
  });

  it("that does not pass ends in a failure that can be tried again", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    const before = session.findings();
    host.controls.fail("payloadLimit", { times: 3, only: "read.grids" });
    await session.recheck();
    expect(session.getSnapshot()).toMatchObject({
      phase: "ready",
      activity: { action: "recheck", state: "failed", failure: { code: "payloadLimit" }, canRetry: true },
    });
    expect(session.findings()).toBe(before);
    await session.retry();
    expect(session.getSnapshot().activity).toMatchObject({ action: "recheck", state: "done" });
  });

  it("a write whose answer was lost ends with exactly the wanted cells and an undo", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    const preview = await session.previewFixes({ rule: "space" });
    host.controls.fail("busy", { times: 1, only: "write.apply", after: true });
    expect(await session.apply(preview)).toMatchObject({ written: 1, refused: 0 });
    expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("财务股");
    expect((await session.undo()).written).toBe(1);
    expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("财务股 ");
  });
});

describe("what nobody expected", () => {
  it("becomes a failure with a way to try again, and never a rejected promise", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    host.controls.fail("unexpected", { only: "marks.set" });
    expect(await session.setMarks(true)).toBe(false);
    expect(session.getSnapshot().activity).toMatchObject({
      action: "marks",
      state: "failed",
      failure: { code: "unexpected" },
      canRetry: true,
    });
    expect(JSON.stringify(session.diagnostics())).not.toMatch(/[\u4e00-\u9fff]/);
    await session.retry();
    expect(session.getSnapshot().activity).toMatchObject({ action: "marks", state: "done" });
    expect(session.getSnapshot().marks.on).toBe(true);
  });

  it("at the first reading ends in a failed phase that can be opened again", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    host.controls.fail("unexpected", { only: "read.grids" });
    const session = createSession(environment());
    await session.open(host);
    expect(session.getSnapshot()).toMatchObject({ phase: "failed", failure: { code: "unexpected" } });
    await session.retry();
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", failure: null });
  });
});

describe("what is ours is asked of the workbook", () => {
  it("marks and report of an earlier visit are found, and can be taken away without a check", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const first = await open(host);
    await first.setMarks(true);
    await first.addReport();
    await first.close();
    const second = createSession(environment());
    await second.open(host);
    expect(second.getSnapshot()).toMatchObject({ checked: false, marks: { on: true }, report: "核验报告" });
    expect(await second.setMarks(false)).toBe(true);
    expect(await second.removeReport()).toBe(true);
    expect(host.controls.marks()).toEqual([]);
    expect(host.controls.sheetNames()).toEqual([SHEET]);
    expect(second.getSnapshot()).toMatchObject({ marks: { on: false }, report: null });
  });

  it("marks that still stand are not set again by a look or by an edit that changes none", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    await session.setMarks(true);
    const sets = () => host.controls.calls().filter((call) => call === "marks.set").length;
    const before = sets();
    await session.glance();
    host.controls.type(SHEET, FIRST, COL.progress, "已印发制度，并组织学习。");
    await until(() => !session.getSnapshot().updating);
    await session.glance();
    expect(sets()).toBe(before);
    host.controls.type(SHEET, FIRST, COL.unit, null);
    await until(() => sets() === before + 1);
  });

  it("what somebody removed by hand is not shown as on, and does not come back by itself", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    await session.setMarks(true);
    await session.addReport();
    host.controls.silence(true);
    host.controls.removeMarks();
    host.controls.removeReports();
    await session.glance();
    expect(session.getSnapshot()).toMatchObject({ marks: { on: false }, report: null });
    host.controls.silence(false);
    host.controls.type(SHEET, FIRST, COL.unit, null);
    await until(() => rules(session).includes(`unit-missing@${FIRST}`));
    expect(host.controls.marks()).toEqual([]);
  });

  it("a clean ledger can have its report, and marks say how many protected sheets refused", async () => {
    const clean = ROWS.slice(0, 1);
    const host = createMemoryHost([ledgerSheet(clean)]);
    const session = await open(host);
    for (const finding of session.findings()!.findings) await session.ignore(finding.id, "已核实");
    expect(session.findings()!.findings).toEqual([]);
    expect(await session.addReport()).toBe("核验报告");
    const locked = createMemoryHost([ledgerSheet()]);
    const other = await open(locked);
    locked.controls.protect(SHEET, true);
    await other.setMarks(true);
    const { activity, marks } = other.getSnapshot();
    expect(activity).toMatchObject({ state: "partial" });
    expect(marks.locked).toBeGreaterThan(0);
  });
});

describe("two windows on one workbook", () => {
  async function two(heard = true) {
    const windows = createWindows();
    const host = createMemoryHost([ledgerSheet()]);
    const one = await open(host, { store: windows.store() });
    const other = await open(host, { store: windows.store() });
    if (!heard) windows.deafen();
    return { windows, host, one, other };
  }
  const decide = async (session: Session, rule: string) =>
    session.ignore(session.filterFindings({ rules: [rule] })[0]!.id, rule);

  it.each([true, false])("lose nothing of what either decides (each hears of the other: %s)", async (heard) => {
    const { windows, host, one, other } = await two(heard);
    await Promise.all([decide(one, "unit-missing"), decide(other, "overdue")]);
    await Promise.all([one.correctColumn(SHEET, "remarks", 8), other.correctColumn(SHEET, "leader", null)]);
    await Promise.all([one.changeSettings({ precision: 1 }), other.changeSettings({ dueSoon: 20 })]);
    await one.changeFacts({ unit: "某局" });
    await other.changeFacts({ docNumber: "×办〔2025〕3号" });
    if (heard) {
      await until(() => one.getSnapshot().ignoredCount === 2 && other.getSnapshot().ignoredCount === 2);
      expect(one.getSnapshot().settings).toMatchObject({ precision: 1, dueSoon: 20 });
    }
    const again = await open(host, { store: windows.store() });
    expect(again.getSnapshot()).toMatchObject({
      ignoredCount: 2,
      settings: { precision: 1, dueSoon: 20 },
      facts: new Map([
        ["docNumber", "×办〔2025〕3号"],
        ["unit", "某局"],
      ]),
    });
    expect(again.getSnapshot().corrections.get(SHEET)!.columns).toEqual({ remarks: 8, leader: null });
  });

  it("undo takes back what either wrote, and refuses where the cell has changed since", async () => {
    const { host, one, other } = await two();
    await one.apply(await one.previewFixes({ rule: "space" }));
    await until(() => other.getSnapshot().journal.canUndo);
    expect((await other.undo()).written).toBe(1);
    expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("财务股 ");
    await one.glance();
    await one.apply(await one.previewFixes({ rule: "space" }));
    host.controls.sneak(SHEET, FIRST + 1, COL.unit, "人事股");
    expect(await other.undo()).toMatchObject({ written: 0, refused: 1 });
    expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("人事股");
  });

  it("an undo in both at once takes one step back each, and no step twice", async () => {
    const { host, one, other } = await two();
    const cell = (row: number) => ({ sheet: SHEET, row, col: 1 });
    await one.apply(await one.previewEdit([{ ...cell(20), value: "甲" }]));
    await until(() => other.getSnapshot().journal.canUndo);
    await Promise.all([one.undo(), other.undo()]);
    expect(host.controls.valueAt(SHEET, 20, 1)).toBeNull();
    expect(one.getSnapshot().journal.canUndo && other.getSnapshot().journal.canUndo).toBe(false);
  });
});

describe("decisions", () => {
  it("are undone and done again like edits, in their order", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    await session.ignore(session.filterFindings({ rules: ["unit-missing"] })[0]!.id, "集体事项");
    await session.correctColumn(SHEET, "evidence", null);
    await session.changeSettings({ asOf: civilDate(2025, 1, 1) });
    await session.changeFacts({ unit: "某局" });
    await session.undo();
    expect(session.getSnapshot().facts.size).toBe(0);
    await session.undo();
    expect(session.getSnapshot().asOf).toMatchObject({ source: "today" });
    await session.undo();
    expect(session.getSnapshot().corrections.size).toBe(0);
    expect(session.getSnapshot().ledgers[0]!.columns.find((column) => column.letter === "I")!.key).toBe("evidence");
    await session.undo();
    expect(session.getSnapshot()).toMatchObject({ ignoredCount: 0, journal: { canUndo: false } });
    for (let step = 0; step < 4; step += 1) await session.redo();
    expect(session.getSnapshot()).toMatchObject({ ignoredCount: 1, asOf: { source: "option" } });
    expect(session.getSnapshot().facts.get("unit")).toBe("某局");
  });

  it("about settings show at once, also while something else is being done", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host);
    host.controls.hold("read.grids");
    const again = session.recheck();
    const changed = [session.changeSettings({ writeAnyway: true }), session.changeSettings({ precision: 1 })];
    expect(session.getSnapshot().settings).toMatchObject({ writeAnyway: true, precision: 1 });
    changed.push(session.changeSettings({ precision: 2 }));
    host.controls.release();
    await Promise.all([again, ...changed]);
    expect(session.getSnapshot().settings).toMatchObject({ writeAnyway: true, precision: 2 });
  });

  it("typed letter by letter are one step", async () => {
    const session = await open(createMemoryHost([ledgerSheet()]));
    for (const text of ["县", "县委", "县委巡察组"]) {
      await session.changeSettings({ variables: new Map([["巡察组", text]]) });
    }
    await session.undo();
    expect(session.getSnapshot().settings.variables.get("巡察组")).toBeUndefined();
  });

  it("changed again by another window since are left alone by the undo", async () => {
    const windows = createWindows();
    const host = createMemoryHost([ledgerSheet()]);
    const one = await open(host, { store: windows.store() });
    const other = await open(host, { store: windows.store() });
    await one.changeFacts({ unit: "某局" });
    await until(() => other.getSnapshot().facts.get("unit") === "某局");
    windows.deafen();
    await other.changeFacts({ unit: "某委" });
    // The last step is the other's; the one before it no longer holds.
    await one.undo();
    expect(one.getSnapshot().facts.get("unit")).toBe("某局");
  });
});

describe("a file whose edits were not downloaded", () => {
  const file = async () => buildXlsx([ledgerSheet()]);
  const openFile = (bytes: Uint8Array, name = "台账.xlsx") =>
    openFileHost(bytes, name, { inflater: createNodeInflater() });
  const unit = async (host: Host) => (await host.read.rows(SHEET, [FIRST + 1])).get(FIRST + 1)![COL.unit];

  it("offers them again after a crash, and makes them where the cell holds what it held", async () => {
    const store = createMemoryStore();
    const bytes = await file();
    const first = await open(await openFile(bytes), { store });
    await first.apply(await first.previewFixes({ rule: "space" }));
    await first.apply(await first.previewEdit([{ sheet: SHEET, row: FIRST, col: COL.unit, value: "某室" }]));
    expect(first.getSnapshot()).toMatchObject({ unsaved: 2, recovery: null });
    // The page is gone; the file is opened anew.
    const host = await openFile(bytes);
    const second = await open(host, { store });
    expect(second.getSnapshot()).toMatchObject({
      unsaved: 0,
      recovery: { entries: 2, cells: 2 },
      journal: { canUndo: false },
    });
    expect(await second.recover()).toMatchObject({ written: 2, refused: 0 });
    expect(await unit(host)).toBe("财务股");
    expect(second.getSnapshot()).toMatchObject({ unsaved: 2, recovery: null, journal: { canUndo: true } });
    expect((await second.undo()).written).toBe(1);
    expect((await second.undo()).written).toBe(1);
    expect(await unit(host)).toBe("财务股 ");
  });

  it("makes a cell that was changed twice again as it came out, in one go", async () => {
    const store = createMemoryStore();
    const bytes = await file();
    const first = await open(await openFile(bytes), { store });
    const put = async (row: number, value: string) =>
      first.apply(await first.previewEdit([{ sheet: SHEET, row, col: COL.unit, value }]));
    for (const value of ["某室", "某科", "某股"]) await put(FIRST + 1, value);
    // There and back: the copy holds it already.
    const there = first.getSnapshot().unsaved;
    const before = ROWS[0]![COL.unit] as string;
    await put(FIRST, "某处");
    await put(FIRST, before);
    expect(first.getSnapshot().unsaved).toBe(there);
    const host = await openFile(bytes);
    const second = await open(host, { store });
    expect(second.getSnapshot().recovery).toMatchObject({ entries: 3, cells: 1 });
    expect(await second.recover()).toMatchObject({ written: 1, refused: 0 });
    expect(await unit(host)).toBe("某股");
    expect(second.getSnapshot()).toMatchObject({ unsaved: 1, recovery: null });
  });

  it("finds a row again whose problem was written anew before", async () => {
    const store = createMemoryStore();
    const bytes = await file();
    const first = await open(await openFile(bytes), { store });
    await first.apply(
      await first.previewEdit([{ sheet: SHEET, row: FIRST + 1, col: COL.problem, value: "改写过的问题" }]),
    );
    await first.apply(await first.previewEdit([{ sheet: SHEET, row: FIRST + 1, col: COL.unit, value: "某室" }]));
    const host = await openFile(bytes);
    const second = await open(host, { store });
    expect(second.getSnapshot().recovery).toMatchObject({ entries: 2, cells: 2 });
    expect(await second.recover()).toMatchObject({ written: 2, refused: 0 });
    expect(await unit(host)).toBe("某室");
  });

  it("leaves cells alone that hold something else by now", async () => {
    const store = createMemoryStore();
    const first = await open(await openFile(await file()), { store });
    await first.apply(
      await first.previewEdit([
        { sheet: SHEET, row: FIRST, col: COL.unit, value: "某室" },
        { sheet: SHEET, row: FIRST + 3, col: COL.unit, value: "某室" },
      ]),
    );
    const rows = ROWS.map((row, index) =>
      index === 3 ? [...row.slice(0, COL.unit), "另一室", ...row.slice(COL.unit + 1)] : row,
    );
    const second = await open(await openFile(await buildXlsx([ledgerSheet(rows)])), { store });
    expect(second.getSnapshot().recovery).toMatchObject({ entries: 1 });
    expect(await second.recover()).toMatchObject({ written: 1, refused: 1 });
  });

  it("is not asked about what was downloaded, and knows its own copy", async () => {
    const store = createMemoryStore();
    const bytes = await file();
    const first = await open(await openFile(bytes), { store });
    await first.ignore(first.filterFindings({ rules: ["unit-missing"] })[0]!.id, "集体事项");
    await first.apply(await first.previewFixes({ rule: "space" }));
    const copy = (await first.makeCopy("edited"))!;
    expect(first.getSnapshot().unsaved).toBe(0);
    const original = await open(await openFile(bytes), { store });
    expect(original.getSnapshot()).toMatchObject({ recovery: null, ignoredCount: 1 });
    const edited = await open(await openFile(copy.bytes, "台账-修改.xlsx"), { store });
    expect(edited.getSnapshot()).toMatchObject({ recovery: null, ignoredCount: 1, journal: { canUndo: true } });
    // The edit, which this copy has, is taken back in it.
    expect((await edited.undo()).written).toBe(1);
  });

  it("tells the copy that holds its edits from the file that was opened", async () => {
    const session = await open(await openFile(await file()), { store: createMemoryStore() });
    const put = async (value: string) =>
      session.apply(await session.previewEdit([{ sheet: SHEET, row: FIRST, col: COL.unit, value }]));
    await session.makeCopy("annotated");
    // As it was opened: that file has these figures, too.
    expect(session.copied()).toBeNull();
    await put("某室");
    expect(session.copied()).toBeNull();
    const copy = (await session.makeCopy("edited"))!;
    expect(session.copied()).toBe(copy.bytes);
    await put("某科");
    const next = (await session.makeCopy("annotated"))!;
    expect(session.copied()).toBe(next.bytes);
    await session.open(await openFile(await file()));
    expect(session.copied()).toBeNull();
  });

  it("holds edits for unsaved until what is made of a copy is there, and takes that for their file", async () => {
    const session = await open(await openFile(await file()), { store: createMemoryStore() });
    await session.apply(await session.previewEdit([{ sheet: SHEET, row: FIRST, col: COL.unit, value: "某室" }]));
    expect(await session.makeCopy("edited", () => null)).toBeNull();
    expect(session.getSnapshot()).toMatchObject({ unsaved: 1 });
    expect(
      await session.makeCopy("edited", () => {
        throw new Error("broken");
      }),
    ).toBeNull();
    expect(session.getSnapshot()).toMatchObject({ unsaved: 1 });
    const more = new Uint8Array([1, 2, 3]);
    expect((await session.makeCopy("edited", () => more))?.bytes).toBe(more);
    expect(session.getSnapshot()).toMatchObject({ unsaved: 0 });
    expect(session.copied()).toBe(more);
  });

  it("can be let go, once and for all", async () => {
    const store = createMemoryStore();
    const bytes = await file();
    const first = await open(await openFile(bytes), { store });
    await first.apply(await first.previewFixes({ rule: "space" }));
    const second = await open(await openFile(bytes), { store });
    await second.dismissRecovery();
    expect(second.getSnapshot().recovery).toBeNull();
    const third = await open(await openFile(bytes), { store });
    expect(third.getSnapshot().recovery).toBeNull();
  });

  it("shows in a second window what the first one edits, to be made there too", async () => {
    const windows = createWindows();
    const bytes = await file();
    const one = await open(await openFile(bytes), { store: windows.store() });
    const other = await open(await openFile(bytes), { store: windows.store() });
    await one.apply(await one.previewFixes({ rule: "space" }));
    await until(() => other.getSnapshot().recovery !== null);
    expect(other.getSnapshot().recovery).toMatchObject({ entries: 1, cells: 1 });
    expect(await other.recover()).toMatchObject({ written: 1 });
  });
});

describe("公用电脑", () => {
  function shared() {
    let on = false;
    return { on: () => on, set: (next: boolean) => void (on = next) };
  }
  it("erases what was kept and keeps nothing more; the visit goes on", async () => {
    const store = createMemoryStore();
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host, { store, shared: shared() });
    await session.changeFacts({ unit: "某局" });
    expect((await store.all()).size).toBe(1);
    await session.shareComputer(true);
    expect((await store.all()).size).toBe(0);
    expect(session.getSnapshot()).toMatchObject({ keeping: "nowhere", shared: true });
    expect(session.getSnapshot().facts.get("unit")).toBe("某局");
    await session.changeFacts({ docNumber: "3" });
    expect((await store.all()).size).toBe(0);
    await session.shareComputer(false);
    expect(session.getSnapshot()).toMatchObject({ keeping: "beside", shared: false });
    const again = await open(host, { store });
    expect(again.getSnapshot().facts.get("docNumber")).toBe("3");
  });
});

describe("a successor", () => {
  it("takes over all that is remembered, entry by entry", async () => {
    const store = createMemoryStore();
    const host: MemoryHost = createMemoryHost([ledgerSheet()]);
    const mine = await open(host, { store });
    await mine.ignore(mine.filterFindings({ rules: ["unit-missing"] })[0]!.id, "集体事项");
    await mine.changeFacts({ unit: "某局" });
    const text = (await mine.exportKept())!;
    const theirs = createMemoryStore();
    const next = await open(host, { store: theirs });
    await next.changeSettings({ precision: 2 });
    expect(await next.importKept(text)).toMatchObject({ workbooks: 1 });
    expect(next.getSnapshot()).toMatchObject({ ignoredCount: 1, settings: { precision: 2 } });
    expect(next.getSnapshot().facts.get("unit")).toBe("某局");
    expect(await next.importKept(text)).toMatchObject({ entries: 0 });
  });

  it.each(["", "{}", "[]", '{"product":"taizhang","version":2}', "\u0000"])(
    "is told where a file is no such file: %j",
    async (text) => {
      const session = await open(createMemoryHost([ledgerSheet()]), { store: createMemoryStore() });
      expect(await session.importKept(text)).toBeNull();
      expect(session.getSnapshot().activity).toMatchObject({ action: "importKept", state: "failed" });
    },
  );
});
