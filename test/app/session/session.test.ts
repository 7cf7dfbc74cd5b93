import { createSession } from "../../../src/app/session/session";
import type { EntryStore, SessionEnvironment } from "../../../src/app/session";
import type { Settings } from "../../../src/app/settings";
import { createMemoryStore, StorageError } from "../../../src/app/session/entries";
import { environment } from "./environment";
import { civilDate } from "../../../src/zh/civil-date";
import { HostError, type Host, type WriteFacet } from "../../../src/hosts/port";
import { createMemoryHost, type MemoryHost, type MemoryOptions, type MemorySheet } from "../../hosts/memory-host";
import { COL, FIRST, ledgerSheet, ROWS } from "./ledger-sheet";

const SHEET = "整改台账";

async function opened(
  sheets: readonly MemorySheet[] = [ledgerSheet()],
  options: { host?: MemoryOptions; environment?: Partial<SessionEnvironment>; settings?: Partial<Settings> } = {},
) {
  const host = createMemoryHost(sheets, options.host);
  const session = createSession(environment(options.environment));
  await session.open(host, { settings: options.settings });
  return { host, controls: host.controls, session };
}

/** Waits until events of the host have been worked off. */
async function settled(session: { getSnapshot(): { updating: boolean } }): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!session.getSnapshot().updating) return;
  }
  throw new Error("still updating");
}

/** How many entries a store holds. */
const kept = async (store: EntryStore) =>
  [...(await store.all()).values()].reduce(
    (sum, entries) => sum + [...entries.values()].filter((entry) => entry.value !== null).length,
    0,
  );

const rules = (session: ReturnType<typeof createSession>) =>
  (session.findings()?.findings ?? []).map((finding) => `${finding.rule}@${finding.row}:${finding.col}`);

describe("open", () => {
  it("goes from empty through reading to ready", async () => {
    const session = createSession(environment());
    const phases: string[] = [];
    session.subscribe(() => phases.push(session.getSnapshot().phase));
    expect(session.getSnapshot().phase).toBe("empty");
    await session.open(createMemoryHost([ledgerSheet()]));
    expect([...new Set(phases)]).toEqual(["empty", "reading", "ready"]);
    const { ledgers, workbook, asOf } = session.getSnapshot();
    expect(ledgers).toMatchObject([{ sheet: SHEET, kind: "problem", header: "A2:I2", items: 4, measures: 4 }]);
    expect(ledgers[0]!.columns.find((column) => column.key === "unit")).toMatchObject({
      letter: "D",
      header: "责任单位",
    });
    expect(workbook).toMatchObject({ host: "memory", can: { write: true, copies: false } });
    expect(asOf).toEqual({ date: civilDate(2025, 10, 10), source: "today" });
  });

  it("hands out snapshots that never change", async () => {
    const { session } = await opened();
    const before = session.getSnapshot();
    const copy = JSON.stringify(before);
    await session.check();
    expect(session.getSnapshot()).not.toBe(before);
    expect(JSON.stringify(before)).toBe(copy);
    expect(Object.isFrozen(before)).toBe(true);
  });

  it("fails with the host's reason, and can open another workbook", async () => {
    const { session, host } = await opened();
    const broken: Host = {
      ...host,
      workbookName: "坏.xlsx",
      read: { ...host.read, grids: () => Promise.reject(new HostError("damaged", "zip")) },
    };
    await session.open(broken);
    expect(session.getSnapshot()).toMatchObject({
      phase: "failed",
      failure: { code: "damaged", workbook: "坏.xlsx", detail: "zip" },
      ledgers: [],
    });
    await session.open(host);
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", failure: null });
  });

  it("goes back to empty when cancelled", async () => {
    const controller = new AbortController();
    controller.abort();
    const session = createSession(environment());
    await session.open(createMemoryHost([ledgerSheet()]), { signal: controller.signal });
    expect(session.getSnapshot()).toMatchObject({ phase: "empty", failure: null });
  });

  it("the last of two openings wins", async () => {
    const session = createSession(environment());
    const first = session.open(createMemoryHost([ledgerSheet()], { name: "一.xlsx" }));
    const second = session.open(createMemoryHost([ledgerSheet(ROWS.slice(0, 2))], { name: "二.xlsx" }));
    await Promise.all([first, second]);
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", workbook: { name: "二.xlsx" } });
    expect(session.getSnapshot().ledgers[0]!.items).toBe(2);
  });

  it("stops listening to a workbook that is left", async () => {
    const { session, controls } = await opened();
    expect(controls.listeners()).toBe(1);
    await session.close();
    expect(controls.listeners()).toBe(0);
    expect(session.getSnapshot()).toMatchObject({ phase: "empty", workbook: null, ledgers: [] });
  });
});

describe("check", () => {
  it("finds what is wrong, with counts", async () => {
    const { session } = await opened();
    expect(session.findings()).toBeNull();
    await session.check();
    expect(rules(session)).toContain(`unit-missing@${FIRST + 2}:${COL.unit}`);
    expect(rules(session)).toContain(`overdue@${FIRST + 1}:${COL.deadline}`);
    const { counts, checked, phase } = session.getSnapshot();
    expect({ checked, phase }).toEqual({ checked: true, phase: "ready" });
    expect(counts).toEqual(session.findings()!.counts);
  });

  it("can be cancelled and run again", async () => {
    const { session } = await opened();
    const controller = new AbortController();
    controller.abort();
    await session.check({ signal: controller.signal });
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", checked: false, counts: null });
    await session.check();
    expect(session.getSnapshot().checked).toBe(true);
  });

  it("keeps the identity of results until something changes", async () => {
    const { session } = await opened();
    await session.check();
    expect(session.findings()).toBe(session.findings());
    expect(session.tally()).toBe(session.tally());
    expect(session.summary()).toBe(session.summary());
    const before = { tally: session.tally(), summary: session.summary(), findings: session.findings() };
    await session.changeSettings({ precision: 1 });
    expect(session.summary()).not.toBe(before.summary);
    expect(session.findings()).toBe(before.findings);
    await session.changeSettings({ definition: "basic" });
    expect(session.tally()).not.toBe(before.tally);
  });

  it("filters by rule, severity, unit and text", async () => {
    const { session } = await opened();
    await session.check();
    expect(session.filterFindings({ rules: ["unit-missing"] }).length).toBe(1);
    expect(session.filterFindings({ severities: ["error"] }).every((each) => each.severity === "error")).toBe(true);
    expect(session.filterFindings({ unit: "财务股" }).length).toBeGreaterThan(0);
    expect(session.filterFindings({ text: "责任单位未填" }).map((each) => each.rule)).toEqual(["unit-missing"]);
    expect(session.filterFindings({ text: "绝无此文" })).toEqual([]);
  });

  it("leaves ignored findings out, and takes them back", async () => {
    const { session } = await opened();
    await session.check();
    const finding = session.filterFindings({ rules: ["unit-missing"] })[0]!;
    await session.ignore(finding.id, "集体事项");
    expect(rules(session)).not.toContain(`unit-missing@${FIRST + 2}:${COL.unit}`);
    expect(session.findings()!.ignored).toEqual([
      { finding, ignore: { id: finding.id, reason: "集体事项", at: "2025-10-10T08:00:00Z" } },
    ]);
    expect(session.getSnapshot().ignoredCount).toBe(1);
    await session.unignore(finding.id);
    expect(session.getSnapshot().ignoredCount).toBe(0);
  });
});

describe("settings and corrections", () => {
  it("read again when the as-of date changes", async () => {
    const { session } = await opened();
    await session.check();
    await session.changeSettings({ asOf: civilDate(2025, 1, 1) });
    expect(session.getSnapshot().asOf).toEqual({ date: civilDate(2025, 1, 1), source: "option" });
    expect(rules(session).some((rule) => rule.startsWith("overdue"))).toBe(false);
    expect(rules(session).some((rule) => rule.startsWith("done-in-future"))).toBe(true);
  });

  it("check again when rules change", async () => {
    const { session } = await opened();
    await session.check();
    await session.changeSettings({ rules: new Map([["unit-missing", "off"]]) });
    expect(rules(session).some((rule) => rule.startsWith("unit-missing"))).toBe(false);
  });

  it("refuse what is wrong and change nothing", async () => {
    const { session } = await opened();
    const outcome = await session.changeSettings({ dueSoon: -3 });
    expect(outcome.ok).toBe(false);
    expect(session.getSnapshot().settings.dueSoon).toBe(15);
  });

  it("take a column for another field, and back", async () => {
    const { session } = await opened();
    await session.correctColumn(SHEET, "evidence", null);
    expect(session.getSnapshot().ledgers[0]!.columns.find((column) => column.letter === "I")!.key).toBeNull();
    await session.correctColumn(SHEET, "remarks", 8);
    expect(session.getSnapshot().ledgers[0]!.columns.find((column) => column.letter === "I")).toMatchObject({
      key: "remarks",
      reason: "override",
    });
    await session.correctColumn(SHEET, "evidence", undefined);
    await session.correctColumn(SHEET, "remarks", undefined);
    expect(session.getSnapshot().corrections.size).toBe(0);
    expect(session.getSnapshot().ledgers[0]!.columns.find((column) => column.letter === "I")!.key).toBe("evidence");
  });

  it("give a sheet another kind, or leave it out", async () => {
    const { session } = await opened([ledgerSheet(), ledgerSheet(ROWS.slice(0, 1), "另表")]);
    await session.correctKind("另表", "letter");
    expect(session.getSnapshot().ledgers.map((ledger) => ledger.kind)).toEqual(["problem", "letter"]);
    await session.useSheet("另表", false);
    expect(session.getSnapshot().ledgers.map((ledger) => ledger.sheet)).toEqual([SHEET]);
  });

  it("use a unit directory from outside", async () => {
    const { session } = await opened();
    const directory = { names: ["办公室"], byKey: new Map([["办公室", "办公室"]]), source: "名录.csv" };
    await session.setDirectory(directory);
    await session.check();
    expect(session.getSnapshot().directory).toEqual({ source: "名录.csv", names: ["办公室"] });
    expect(rules(session)).toContain(`unit-unknown@${FIRST + 3}:${COL.unit}`);
    await session.setDirectory(null);
    expect(session.getSnapshot().directory).toBeNull();
  });
});

describe("update", () => {
  it("follows an edit, row by row", async () => {
    const { session, controls } = await opened();
    await session.check();
    const read = controls.rowsRead();
    controls.type(SHEET, FIRST + 2, COL.unit, "人事股");
    await settled(session);
    expect(controls.rowsRead() - read).toBe(1);
    expect(rules(session).some((rule) => rule.startsWith("unit-missing"))).toBe(false);
    controls.type(SHEET, FIRST + 1, COL.status, "已完成");
    await settled(session);
    expect(session.tally()!.kinds[0]!.byStatus.done.value).toBe(3);
    expect(session.getSnapshot().checked).toBe(true);
  });

  it("equals a fresh session after many edits", async () => {
    const { session, controls } = await opened();
    await session.check();
    const edits: [number, number, string | number | null][] = [
      [FIRST, COL.status, "正在整改"],
      [FIRST + 1, COL.deadline, "尽快"],
      [FIRST + 3, COL.number, 1],
      [FIRST + 2, COL.problem, null],
      [FIRST + 4, COL.problem, "新问题"],
      [FIRST + 4, COL.number, 5],
      [1, COL.unit, "牵头单位"],
      [FIRST, COL.status, "已完成"],
    ];
    for (const [row, col, value] of edits) {
      controls.type(SHEET, row, col, value);
      await settled(session);
    }
    const fresh = createSession(environment());
    const values = Array.from({ length: FIRST + 5 }, (_, row) =>
      Array.from({ length: 9 }, (__, col) => controls.valueAt(SHEET, row, col)),
    );
    await fresh.open(createMemoryHost([{ name: SHEET, values }]));
    await fresh.check();
    expect(session.findings()!.findings).toEqual(fresh.findings()!.findings);
    expect(session.tally()).toEqual(fresh.tally());
    expect(session.getSnapshot().ledgers).toEqual(fresh.getSnapshot().ledgers);
  });

  it("reads everything again when rows move", async () => {
    const { session, controls } = await opened();
    await session.check();
    controls.insertRow(SHEET, FIRST);
    await settled(session);
    expect(rules(session)).toContain(`unit-missing@${FIRST + 3}:${COL.unit}`);
  });

  it("takes a burst of edits as one", async () => {
    const { session, controls } = await opened();
    await session.check();
    const revision = session.getSnapshot().revision;
    for (let row = FIRST; row < FIRST + 4; row += 1) controls.type(SHEET, row, COL.progress, `已完成第${row}步。`);
    await settled(session);
    expect(session.getSnapshot().revision - revision).toBeLessThanOrEqual(2);
  });

  it("notices a sheet that became a ledger", async () => {
    const { session, controls } = await opened([
      ledgerSheet(),
      { name: "新表", values: [["序号", "反馈问题", "责任单位", "整改时限"]] },
    ]);
    expect(session.getSnapshot().ledgers.length).toBe(1);
    [9, "某新问题", "办公室", "2025年12月底前"].forEach((value, col) => controls.sneak("新表", 1, col, value));
    controls.type("新表", 0, 4, "整改状态");
    controls.type("新表", 1, 4, "正在整改");
    await settled(session);
    expect(session.getSnapshot().ledgers.map((ledger) => ledger.sheet)).toEqual([SHEET, "新表"]);
  });
});

describe("summary and explain", () => {
  it("writes the paragraph with figures that rows support", async () => {
    const { session } = await opened([ledgerSheet()], { settings: { variables: new Map([["巡察组", "某组"]]) } });
    await session.check();
    const summary = session.summary()!;
    expect(summary.composition!.text).toContain("反馈的4个具体问题，已完成整改2个，正在整改2个，整改完成率50%");
    expect(summary).toMatchObject({ style: "rate", held: [], blocked: false, checked: true, variables: ["巡察组"] });
    const percent = summary.composition!.figures.find((figure) => figure.text === "50%")!;
    const explained = session.explain(percent);
    expect(explained).toMatchObject({ count: 2, of: { count: 4 } });
    expect(explained.definition!.zh).toContain("已完成");
    expect(explained.rows[0]).toMatchObject({
      address: `${SHEET}!A3`,
      number: "1",
      problem: "某制度未落实",
      status: "已完成",
    });
  });

  it("is held back by what changes figures, with a deliberate way past", async () => {
    const rows = ROWS.map((row, index) => (index === 0 ? [...row.slice(0, 5), "差不多", ...row.slice(6)] : row));
    const { session } = await opened([ledgerSheet(rows)]);
    await session.check();
    expect(session.summary()).toMatchObject({ held: ["status-unknown"], blocked: true });
    await session.changeSettings({ writeAnyway: true });
    expect(session.summary()).toMatchObject({ held: ["status-unknown"], blocked: false });
  });

  it("tells what is wrong with a template", async () => {
    const { session } = await opened();
    await session.changeSettings({ template: "共{反馈问题.总书}个" });
    expect(session.summary()).toMatchObject({
      style: "template",
      composition: null,
      problems: [{ type: "unknownPlace", nearest: "反馈问题.总数" }],
    });
    await session.changeSettings({ template: "共{反馈问题.总数}个" });
    expect(session.summary()!.composition!.text).toMatch(/^共4个/);
  });
});

describe("fixes and undo", () => {
  const unit = (host: MemoryHost) => host.controls.valueAt(SHEET, FIRST + 1, COL.unit);

  it("previews old and new, writes, undoes and redoes", async () => {
    const { session, host } = await opened();
    await session.check();
    const preview = await session.previewFixes({ rule: "space" });
    expect(preview.changes).toMatchObject([{ cell: "D4", before: "财务股 ", after: "财务股", item: "2" }]);
    const applied = await session.apply(preview);
    expect(applied).toMatchObject({ written: 1, refused: 0, failure: null, entry: { state: "done" } });
    expect(unit(host)).toBe("财务股");
    expect(rules(session).some((rule) => rule.startsWith("space"))).toBe(false);
    expect((await session.undo()).written).toBe(1);
    expect(unit(host)).toBe("财务股 ");
    expect(rules(session).some((rule) => rule.startsWith("space"))).toBe(true);
    expect(session.getSnapshot().journal).toMatchObject({ canUndo: false, canRedo: true });
    expect((await session.redo()).written).toBe(1);
    expect(unit(host)).toBe("财务股");
  });

  it("names findings without a fix, and those that are gone", async () => {
    const { session } = await opened();
    await session.check();
    const missing = session.filterFindings({ rules: ["unit-missing"] })[0]!;
    expect(await session.previewFixes({ ids: [missing.id, "没有"] })).toMatchObject({
      changes: [],
      skipped: [
        { findingId: "没有", why: "gone" },
        { findingId: missing.id, why: "noFix" },
      ],
    });
  });

  it("leaves a cell alone that a colleague changed meanwhile", async () => {
    const { session, host, controls } = await opened();
    await session.check();
    const preview = await session.previewFixes({ rule: "space" });
    controls.sneak(SHEET, FIRST + 1, COL.unit, "人事股");
    const applied = await session.apply(preview);
    expect(applied).toMatchObject({ entry: null, written: 0, refused: 1 });
    expect(applied.outcomes[0]!.outcome).toEqual({ type: "changed", found: "人事股" });
    expect(unit(host)).toBe("人事股");
    expect(session.getSnapshot().journal.canUndo).toBe(false);
  });

  it("refuses to undo a cell that changed since", async () => {
    const { session, host, controls } = await opened();
    await session.check();
    await session.apply(await session.previewFixes({ rule: "space" }));
    controls.type(SHEET, FIRST + 1, COL.unit, "人事股");
    await settled(session);
    const undone = await session.undo();
    expect(undone).toMatchObject({ written: 0, refused: 1 });
    expect(undone.outcomes[0]!.outcome).toEqual({ type: "changed", found: "人事股" });
    expect(unit(host)).toBe("人事股");
    expect(session.getSnapshot().journal.canUndo).toBe(false);
  });

  it("undoes at the row where the cell has moved to, and never in another's", async () => {
    const { session, controls } = await opened();
    await session.check();
    await session.apply(await session.previewFixes({ rule: "space" }));
    controls.insertRow(SHEET, FIRST);
    // Another item now stands where the fixed one was, with the same text in the cell.
    controls.sneak(SHEET, FIRST + 1, COL.unit, "财务股");
    await session.recheck();
    expect((await session.undo()).written).toBe(1);
    expect(controls.valueAt(SHEET, FIRST + 2, COL.unit)).toBe("财务股 ");
    expect(controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("财务股");
  });

  it("keeps an undo that a protected sheet refused, for later", async () => {
    const { session, controls, host } = await opened();
    await session.check();
    await session.apply(await session.previewFixes({ rule: "space" }));
    controls.protect(SHEET, true);
    expect(await session.undo()).toMatchObject({ written: 0, refused: 1 });
    expect(session.getSnapshot().journal.canUndo).toBe(true);
    controls.protect(SHEET, false);
    expect(await session.undo()).toMatchObject({ written: 1, refused: 0 });
    expect(unit(host)).toBe("财务股 ");
  });

  it("writes a free edit and takes it back", async () => {
    const { session, controls } = await opened();
    const preview = await session.previewEdit([{ sheet: SHEET, row: 20, col: 1, value: "综述一段" }]);
    expect(preview.changes).toMatchObject([{ cell: "B21", before: null, after: "综述一段" }]);
    await session.apply(preview);
    expect(controls.valueAt(SHEET, 20, 1)).toBe("综述一段");
    await session.undo();
    expect(controls.valueAt(SHEET, 20, 1)).toBeNull();
  });

  it("says why where the host cannot write", async () => {
    const { session } = await opened([ledgerSheet()], { host: { lacks: { write: "readOnlyFormat" } } });
    await session.check();
    const applied = await session.apply(await session.previewFixes({ rule: "space" }));
    expect(applied).toMatchObject({ written: 0, failure: { code: "hostFailed", detail: "lack.readOnlyFormat" } });
  });
});

describe("a kill half-way", () => {
  const rows = [1, 2, 3, 4, 5, 6].map((number) => [
    number,
    `某问题${number}`,
    "某措施",
    ` 办公室${number}`,
    "2025年12月底前",
    "正在整改",
  ]);
  const unitsOf = (host: MemoryHost) => rows.map((_, index) => host.controls.valueAt(SHEET, FIRST + index, COL.unit));
  const before = rows.map((row) => row[3]);

  /** A host whose writing ends after some edits, as if the program were killed. */
  function dyingAfter(host: MemoryHost, edits: number): Host {
    let left = edits;
    const write: WriteFacet = {
      apply: async (wanted) => {
        const possible = wanted.slice(0, left);
        left -= possible.length;
        const outcomes = await host.write!.apply(possible);
        if (possible.length < wanted.length) throw new HostError("hostFailed", "killed");
        return outcomes;
      },
    };
    return { ...host, write };
  }

  it.each([0, 1, 3, 5])("loses nothing when writing ends after %i cells", async (count) => {
    const host = createMemoryHost([ledgerSheet(rows)]);
    const store = createMemoryStore();
    const killed = createSession(environment({ store }));
    await killed.open(dyingAfter(host, count));
    await killed.check();
    const applied = await killed.apply(await killed.previewFixes({ rule: "space" }));
    expect(applied.failure).toMatchObject({ detail: "killed" });
    expect(unitsOf(host).filter((unit, index) => unit !== before[index]).length).toBe(count);

    const again = createSession(environment({ store }));
    await again.open(host);
    expect(again.getSnapshot().journal.unfinished).toMatchObject({ state: "intended" });
    // The step left half-way stays told for as long as cells of it do.
    const told: boolean[] = [];
    again.subscribe(() => {
      if (unitsOf(host).join() !== before.join()) told.push(again.getSnapshot().journal.unfinished !== null);
    });
    const undone = await again.undo();
    expect(told).not.toContain(false);
    expect(undone).toMatchObject({ refused: 0, failure: null });
    expect(unitsOf(host)).toEqual(before);
    expect(again.getSnapshot().journal.unfinished).toBeNull();
  });

  it("finishes an undo that was itself cut short", async () => {
    const host = createMemoryHost([ledgerSheet(rows)]);
    const store = createMemoryStore();
    const first = createSession(environment({ store }));
    await first.open(host);
    await first.check();
    await first.apply(await first.previewFixes({ rule: "space" }));
    const second = createSession(environment({ store }));
    await second.open(dyingAfter(host, 2));
    expect((await second.undo()).failure).not.toBeNull();
    const third = createSession(environment({ store }));
    await third.open(host);
    expect(await third.undo()).toMatchObject({ refused: 0, failure: null });
    expect(unitsOf(host)).toEqual(before);
  });
});

describe("marks, report, selection", () => {
  it("marks each cell once, the worst first, and follows edits", async () => {
    const { session, controls } = await opened();
    expect(await session.setMarks(true)).toBe(true);
    expect(controls.marks()[0]!.severity).toBe("error");
    const keys = controls.marks().map(({ row, col }) => `${row}:${col}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain(`${FIRST + 2}:${COL.unit}`);
    controls.type(SHEET, FIRST + 2, COL.unit, "人事股");
    await settled(session);
    expect(controls.marks().map(({ row, col }) => `${row}:${col}`)).not.toContain(`${FIRST + 2}:${COL.unit}`);
    await session.setMarks(false);
    expect(controls.marks()).toEqual([]);
    expect(session.getSnapshot().marks.on).toBe(false);
  });

  it("adds a report sheet and takes it away", async () => {
    const { session, controls } = await opened();
    expect(await session.addReport()).toBe("核验报告");
    expect(controls.valueAt("核验报告", 0, 0)).toBe("核验报告");
    expect(session.getSnapshot().report).toBe("核验报告");
    expect(await session.removeReport()).toBe(true);
    expect(controls.sheetNames()).toEqual([SHEET]);
  });

  it("selects the cell of a finding and the rows of a figure", async () => {
    const { session, controls } = await opened();
    await session.check();
    const finding = session.filterFindings({ rules: ["unit-missing"] })[0]!;
    expect(await session.selectFinding(finding.id)).toEqual({ selected: 1, hidden: 0, left: 0 });
    expect(controls.selection()).toEqual({ sheet: SHEET, areas: [{ top: 4, left: 3, bottom: 4, right: 3 }] });
    expect(await session.selectRows(session.tally()!.kinds[0]!.done.rows)).toEqual({ selected: 2, hidden: 0, left: 0 });
    expect(controls.selection()!.areas.map((area) => area.top)).toEqual([FIRST, FIRST + 3]);
    expect(await session.selectFinding("没有")).toBeNull();
    expect(session.getSnapshot().activity).toMatchObject({ action: "select", state: "partial", data: { gone: 1 } });
  });

  it("answers with the reason where the host cannot, or fails", async () => {
    const lacking = await opened([ledgerSheet()], { host: { lacks: { marks: "protected", select: "notThisHost" } } });
    expect(await lacking.session.setMarks(true)).toBe(false);
    expect(lacking.session.getSnapshot().activity).toMatchObject({
      action: "marks",
      state: "failed",
      failure: { code: "protected", detail: "lack.protected" },
    });
    expect(await lacking.session.selectRows([{ sheet: SHEET, row: 2, col: 0 }])).toBeNull();
    const { session } = await opened();
    expect(await session.selectRows([{ sheet: "没有", row: 2, col: 0 }])).toBeNull();
    expect(session.getSnapshot().activity).toMatchObject({ state: "failed", failure: { code: "missingSheet" } });
    session.dismissActivity();
    expect(session.getSnapshot().activity).toBeNull();
  });
});

describe("state", () => {
  it("comes back with the workbook", async () => {
    const store = createMemoryStore();
    const first = await opened([ledgerSheet()], { environment: { store } });
    await first.session.check();
    const finding = first.session.filterFindings({ rules: ["unit-missing"] })[0]!;
    await first.session.ignore(finding.id, "集体事项");
    await first.session.correctKind(SHEET, "matter");
    await first.session.changeSettings({
      precision: 2,
      variables: new Map([["巡察组", "某组"]]),
      asOf: civilDate(2025, 9, 1),
    });
    const second = await opened([ledgerSheet()], { environment: { store } });
    expect(second.session.getSnapshot()).toMatchObject({
      keeping: "beside",
      settings: { precision: 2, asOf: civilDate(2025, 9, 1) },
    });
    expect(second.session.getSnapshot().ledgers[0]!.kind).toBe("matter");
    expect(second.session.getSnapshot().settings.variables.get("巡察组")).toBe("某组");
  });

  it("lets an ignore lapse when the text changes", async () => {
    const { session, controls } = await opened();
    await session.check();
    const [finding] = session.filterFindings({ rules: ["overdue"] });
    await session.ignore(finding!.id, "已批准延期");
    controls.type(SHEET, finding!.row, finding!.col, "2025年8月底前");
    await settled(session);
    expect(session.filterFindings({ rules: ["overdue"] }).length).toBe(1);
  });

  it("moves into the workbook and out again, never in two places", async () => {
    const store = createMemoryStore();
    const { session, controls } = await opened([ledgerSheet()], { environment: { store } });
    await session.ignore("x", "y");
    expect(await kept(store)).toBeGreaterThan(0);
    expect(await session.keepInWorkbook(true)).toBe(true);
    expect(session.getSnapshot().keeping).toBe("workbook");
    expect([...controls.state().keys()]).toContain("ignores");
    expect(await kept(store)).toBe(0);
    expect(await session.keepInWorkbook(false)).toBe(true);
    expect(controls.state().size).toBe(0);
    expect(await kept(store)).toBeGreaterThan(0);
  });

  it("is forgotten on request", async () => {
    const store = createMemoryStore();
    const { session } = await opened([ledgerSheet()], { environment: { store } });
    await session.ignore("x", "y");
    await session.correctKind(SHEET, "matter");
    await session.forget();
    expect(await kept(store)).toBe(0);
    expect(session.getSnapshot().corrections.size).toBe(0);
    expect(session.getSnapshot().ledgers[0]!.kind).toBe("problem");
  });

  it("keeps nothing by default", async () => {
    const { session } = await opened();
    expect(session.getSnapshot().keeping).toBe("nowhere");
    await session.ignore("x", "y");
    expect(session.getSnapshot()).toMatchObject({ storage: null, activity: { state: "done" } });
  });
});

describe("diagnostics", () => {
  it("holds codes and counts, and no text of the ledger", async () => {
    const { session } = await opened();
    await session.check();
    await session.apply(await session.previewFixes({ rule: "space" }));
    const report = session.diagnostics();
    expect(report.events.map((event) => event.code)).toEqual(
      expect.arrayContaining(["open", "fetch", "readWorkbook", "check", "apply"]),
    );
    expect(JSON.stringify(report)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

/** A store that fails in some way, until it is told to work. */
function failingStore(fail: () => Promise<never>): EntryStore & { readonly mend: () => void } {
  const works = createMemoryStore();
  let broken = true;
  return {
    load: (workbook) => (broken ? fail() : works.load(workbook)),
    change: (workbook, work) => (broken ? fail() : works.change(workbook, work)),
    remove: (workbook) => (broken ? fail() : works.remove(workbook)),
    all: () => (broken ? fail() : works.all()),
    mend: () => {
      broken = false;
    },
  };
}

describe("a store that fails", () => {
  it.each(["refused", "full", "blocked", "failed"] as const)("(%s) is told, and the product works on", async (why) => {
    const store = failingStore(() => Promise.reject(new StorageError(why)));
    const { session, host } = await opened([ledgerSheet()], { environment: { store } });
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", storage: why });
    await session.check();
    const finding = session.filterFindings({ rules: ["unit-missing"] })[0]!;
    await session.ignore(finding.id, "集体事项");
    expect(session.getSnapshot()).toMatchObject({ ignoredCount: 1, storage: why });
    expect(await session.apply(await session.previewFixes({ rule: "space" }))).toMatchObject({ written: 1 });
    expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("财务股");
    expect((await session.undo()).written).toBe(1);
    expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("财务股 ");
    // Once it works again, what was decided meanwhile goes along.
    store.mend();
    await session.changeSettings({ precision: 2 });
    expect(session.getSnapshot().storage).toBeNull();
    const again = await opened([ledgerSheet()], { environment: { store } });
    await again.session.check();
    expect(again.session.getSnapshot()).toMatchObject({ ignoredCount: 1, settings: { precision: 2 } });
  });

  it("that never answers is not waited for", async () => {
    const store = failingStore(() => new Promise(() => undefined));
    const { session } = await opened([ledgerSheet()], {
      environment: { store, pause: () => new Promise((resolve) => setImmediate(resolve)) },
    });
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", storage: "silent" });
    await session.correctKind(SHEET, "matter");
    expect(session.getSnapshot().ledgers[0]!.kind).toBe("matter");
  });
});
