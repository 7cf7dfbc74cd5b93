/** What a person met who tried the product: other windows, half-done things, refusals of the browser. */
import { contentAt } from "../../../src/app/mending";
import { createSession } from "../../../src/app/session/session";
import type { EntryStore, OpenWindows, Session, SessionEnvironment } from "../../../src/app/session";
import { createMemoryStore, StorageError } from "../../../src/app/session/entries";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { HostError, type Host } from "../../../src/hosts/port";
import { buildXlsx } from "../../hosts/file/build";
import { createMemoryHost } from "../../hosts/memory-host";
import { environment } from "./environment";
import { COL, FIRST, ledgerSheet, ROWS } from "./ledger-sheet";

const SHEET = "整改台账";

async function open(host: Host, over: Partial<SessionEnvironment> = {}): Promise<Session> {
  const session = createSession(environment(over));
  await session.open(host);
  await session.check();
  return session;
}
const file = async () =>
  openFileHost(await buildXlsx([ledgerSheet()]), "台账.xlsx", { inflater: createNodeInflater() });
const type = async (session: Session, typed: string, col: number = COL.unit, row = FIRST + 2) =>
  session.apply(await session.previewEdit([{ sheet: SHEET, row, col, typed }]));
async function until(what: () => boolean): Promise<void> {
  for (let turns = 0; turns < 2_000 && !what(); turns += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(what()).toBe(true);
}

/** Windows that are there until they go. */
function desktop(): { readonly window: () => OpenWindows & { readonly go: () => void } } {
  const open = new Set<string>();
  return {
    window: () => {
      let mine = "";
      return {
        announce: (name) => open.add((mine = name)),
        living: () => Promise.resolve(new Set(open)),
        go: () => open.delete(mine),
      };
    },
  };
}

describe("edits that another window holds", () => {
  it("are offered as such, not let go from here, and offered again once that window is gone", async () => {
    const store = createMemoryStore();
    const { window } = desktop();
    const first = window();
    const one = await open(await file(), { store, windows: first });
    await type(one, "人事股");
    const two = await open(await file(), { store, windows: window() });
    expect(two.getSnapshot().recovery).toEqual({ entries: 1, cells: 1, elsewhere: true });
    await two.dismissRecovery();
    expect(two.getSnapshot()).toMatchObject({ recovery: null, unsaved: 0 });
    first.go();
    const again = await open(await file(), { store, windows: window() });
    expect(again.getSnapshot().recovery).toEqual({ entries: 1, cells: 1, elsewhere: false });
    await again.recover();
    expect(again.getSnapshot().unsaved).toBe(1);
    const last = await open(await file(), { store, windows: window() });
    await last.dismissRecovery();
    expect((await open(await file(), { store, windows: window() })).getSnapshot().recovery).toBeNull();
  });

  it("being written there, are not called interrupted here", async () => {
    const store = createMemoryStore();
    const { window } = desktop();
    const first = window();
    const host = createMemoryHost([ledgerSheet()]);
    const one = await open(host, { store, windows: first });
    const two = await open(host, { store, windows: window() });
    host.controls.hold("write.apply");
    const writing = type(one, "人事股");
    await until(() => one.getSnapshot().journal.entries.length > 0);
    await two.glance();
    expect(two.getSnapshot().journal.entries).toHaveLength(1);
    expect([one, two].map((each) => each.getSnapshot().journal.unfinished)).toEqual([null, null]);
    first.go();
    await two.glance();
    expect(two.getSnapshot().journal.unfinished).not.toBeNull();
    host.controls.release();
    await writing;
  });
});

describe("what is unsaved is what differs from the file", () => {
  it("undo takes it back, redo brings it again, a cell changed twice counts once", async () => {
    const session = await open(await file());
    const unsaved = () => session.getSnapshot().unsaved;
    await type(session, "人事股");
    expect(unsaved()).toBe(1);
    await session.undo();
    expect(unsaved()).toBe(0);
    await session.redo();
    expect(unsaved()).toBe(1);
    await type(session, "办公室");
    expect(unsaved()).toBe(1);
    await session.makeCopy("edited");
    expect(unsaved()).toBe(0);
    await session.undo();
    expect(unsaved()).toBe(1);
    await session.redo();
    expect(unsaved()).toBe(0);
  });
});

describe("half-way", () => {
  const many = Array.from({ length: 1_200 }, (_, row) => [
    row + 1,
    `问题${row + 1}`,
    "办法",
    "财务股 ",
    ...ROWS[1]!.slice(4),
  ]);

  it("cancelling a batch says at once how many were written, and undo takes those back", async () => {
    const host = createMemoryHost([ledgerSheet(many)]);
    const { apply } = host.write!;
    let answers = 0;
    let editing = false;
    Object.assign(host.write!, {
      apply: (edits: Parameters<typeof apply>[0]) => {
        answers += 1;
        editing ||= answers > 1;
        return editing ? Promise.reject(new HostError("cellEditMode")) : apply(edits);
      },
    });
    const session = await open(host);
    const preview = await session.previewFixes({ rule: "space" });
    expect(preview.changes).toHaveLength(1_200);
    const writing = session.apply(preview);
    await until(() => session.getSnapshot().waiting !== null);
    session.cancel();
    expect((await writing).written).toBe(500);
    expect(session.getSnapshot().activity).toMatchObject({
      action: "apply",
      state: "cancelled",
      data: { written: 500 },
    });
    [editing, answers] = [false, -1_000];
    await session.undo();
    expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe("财务股 ");
    expect(host.controls.valueAt(SHEET, FIRST + 499, COL.unit)).toBe("财务股 ");
  });

  it("an edit that waits for its turn is not written when it is called off", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    let editing = false;
    const { rows } = host.read;
    Object.assign(host.read, {
      rows: (...args: Parameters<typeof rows>) =>
        editing ? Promise.reject(new HostError("cellEditMode")) : rows(...args),
    });
    const session = await open(host);
    const preview = await session.previewEdit([{ sheet: SHEET, row: FIRST + 2, col: COL.unit, typed: "人事股" }]);
    editing = true;
    const off = new AbortController();
    const writing = session.apply(preview, { signal: off.signal });
    await until(() => session.getSnapshot().waiting !== null);
    off.abort();
    expect((await writing).written).toBe(0);
    editing = false;
    await session.recheck();
    expect(host.controls.valueAt(SHEET, FIRST + 2, COL.unit)).toBeNull();
    expect(session.getSnapshot().journal.entries).toEqual([]);
  });

  it("a file that cannot be read leaves the open one as it was, edits included; retry reads that file", async () => {
    const session = await open(await file());
    await type(session, "人事股");
    const before = session.getSnapshot();
    let tries = 0;
    const bad = {
      name: "坏.xlsx",
      open: () => {
        tries += 1;
        return Promise.reject<Host>(new HostError("damaged"));
      },
    };
    await session.open(bad);
    expect(session.getSnapshot()).toMatchObject({
      phase: "ready",
      unsaved: 1,
      workbook: before.workbook,
      activity: { action: "open", state: "failed", failure: { code: "damaged", workbook: "坏.xlsx" } },
    });
    expect(session.findings()).not.toBeNull();
    // A pane that checks by itself does not talk over it; a check that was asked for does.
    await session.check({ asked: false });
    expect(session.getSnapshot().activity).toMatchObject({ action: "open", state: "failed" });
    expect(session.findings()).not.toBeNull();
    // Another action that is left undone does not take its place.
    await session.act("copyText", () => Promise.resolve({ partial: true }));
    await session.retry("open");
    expect(tries).toBe(2);
    expect((await session.undo()).written).toBe(1);
  });
});

describe("a browser that keeps nothing", () => {
  const refuse = () => Promise.reject(new StorageError("refused"));
  const refusing: EntryStore = { load: refuse, change: refuse, remove: refuse, all: refuse };

  it("is named, and both ways out stay open: into the workbook, and as a file", async () => {
    const host = createMemoryHost([ledgerSheet()]);
    const session = await open(host, { store: refusing });
    const [finding] = session.filterFindings({ rules: ["unit-missing"] });
    await session.ignore(finding!.id, "未定");
    expect(session.getSnapshot().storage).toBe("refused");
    expect(await session.tryKeeping()).toBe(false);
    expect(session.getSnapshot().activity).toMatchObject({ action: "tryKeeping", state: "failed" });
    expect(JSON.parse((await session.exportKept())!)).toMatchObject({
      product: "taizhang",
      workbooks: { [host.workbookKey]: expect.arrayContaining([expect.objectContaining({ concern: "ignores" })]) },
    });
    expect(session.getSnapshot().activity?.state).toBe("partial");
    expect(await session.keepInWorkbook(true)).toBe(true);
    expect(session.getSnapshot()).toMatchObject({ keeping: "workbook", storage: null });
    expect(await host.state!.load("ignores")).toContain("未定");
    const successor = await open(host, { store: refusing });
    expect(successor.findings()!.ignored).toHaveLength(1);
  });

  it("is said to be the reason where forgetting fails; a shared computer keeps nothing all the same", async () => {
    const session = await open(createMemoryHost([ledgerSheet()]), { store: refusing });
    await session.forget();
    expect(session.getSnapshot().activity?.failure).toMatchObject({ code: "storage", detail: "refused" });
    let on = false;
    const shared = { on: () => on, set: (next: boolean) => (on = next) };
    const there = await open(createMemoryHost([ledgerSheet()]), { store: refusing, shared });
    await there.shareComputer(true);
    expect([on, there.getSnapshot().activity?.state]).toEqual([true, "done"]);
  });

  it("says so where what was kept could not be erased", async () => {
    const broken: EntryStore = { ...createMemoryStore(), all: () => Promise.reject(new StorageError("failed")) };
    let on = false;
    const shared = { on: () => on, set: (next: boolean) => (on = next) };
    const session = await open(createMemoryHost([ledgerSheet()]), { store: broken, shared });
    await session.shareComputer(true);
    expect([on, session.getSnapshot().activity?.state]).toEqual([true, "partial"]);
  });
});

describe("dates by hand", () => {
  it.each([
    ["2025-09-30", 45930],
    ["2025年10月1日", 45931],
    ["9月底", "9月底"],
    ["", null],
  ])("%p typed into a cell that shows dates", async (typed, expected) => {
    const rows = ROWS.map((row, at) => (at === 2 ? [...row.slice(0, 4), 45838, ...row.slice(5)] : row));
    const sheet = { ...ledgerSheet(rows), formats: { [`${FIRST + 2}:${COL.deadline}`]: "yyyy-mm-dd" } };
    const host = createMemoryHost([sheet]);
    const session = await open(host);
    const cell = { sheet: SHEET, row: FIRST + 2, col: COL.deadline };
    expect(contentAt(session.reading()!.ledgers[0]!, cell)).toMatchObject({
      value: 45838,
      text: "2025-06-30",
      date: true,
    });
    await type(session, typed, COL.deadline);
    expect(host.controls.valueAt(SHEET, FIRST + 2, COL.deadline)).toBe(expected);
    expect((await session.undo()).written).toBe(1);
    expect(host.controls.valueAt(SHEET, FIRST + 2, COL.deadline)).toBe(45838);
  });

  it("what is shown and not changed is not written", async () => {
    const rows = ROWS.map((row, at) => (at === 2 ? [...row.slice(0, 4), 45838.5, ...row.slice(5)] : row));
    const sheet = { ...ledgerSheet(rows), formats: { [`${FIRST + 2}:${COL.deadline}`]: "yyyy-mm-dd" } };
    const session = await open(createMemoryHost([sheet]));
    expect((await type(session, "2025-06-30", COL.deadline)).written).toBe(0);
  });
});

test("a report sheet says when it is behind, and is renewed in its place", async () => {
  const host = createMemoryHost([ledgerSheet()]);
  const session = await open(host);
  const name = await session.addReport();
  expect(session.getSnapshot()).toMatchObject({ report: name, reportStale: false });
  await type(session, "人事股");
  expect(session.getSnapshot().reportStale).toBe(true);
  await session.addReport();
  expect(session.getSnapshot()).toMatchObject({ report: name, reportStale: false });
  expect(await host.sheets!.findOurs()).toEqual([name]);
});
