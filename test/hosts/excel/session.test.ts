/** The whole session in Excel: check, mend, undo; colleagues; a pane that dies while it writes. */
import { createSession } from "../../../src/app/session/session";
import type { Session } from "../../../src/app/session";
import { createMemoryStore } from "../../../src/app/session/entries";
import { environment } from "../../app/session/environment";
import { WorkbookModel } from "../../excel-host/workbook-model";
import { COL, ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { until } from "../../until";
import { FLAVOURS, openExcelHost, type OpenExcelHost } from "./open-excel-host";

const SHEET = "整改台账";

function newWorkbook(): WorkbookModel {
  const untidy = ROWS.map((row, index) =>
    row.map((value, col) =>
      col === COL.unit && value !== null
        ? `${String(value)} `
        : index === 3 && col === COL.problem
          ? " 某项目滞后"
          : value,
    ),
  );
  const { name, values } = ledgerSheet(untidy);
  return new WorkbookModel({ sheets: [{ name, values }] });
}

describe.each(FLAVOURS)("a session in Excel, %s", (flavour) => {
  const opened: OpenExcelHost[] = [];
  afterEach(() => opened.splice(0).forEach((one) => one.close()));

  async function start(
    workbook: WorkbookModel,
    store = createMemoryStore(),
  ): Promise<{ session: Session; excel: OpenExcelHost["excel"] }> {
    const one = await openExcelHost({ flavour, workbook });
    opened.push(one);
    const session = createSession(environment({ store }));
    await session.open(one.host);
    return { session, excel: one.excel };
  }
  const found = (session: Session): string[] =>
    (session.findings()?.findings ?? []).map(({ rule, row, col }) => `${rule}@${row}:${col}`);

  it("checks, mends what is only form, and undoes it to the last cell and format", async () => {
    const workbook = newWorkbook();
    const before = workbook.snapshot();
    const { session } = await start(workbook);
    await session.check();
    expect(found(session)).toContain("unit-missing@4:3");
    await session.setMarks(true);
    expect(workbook.sheet(SHEET).conditionalFormats.length).toBeGreaterThan(0);
    const preview = await session.previewFixes({ rule: "space" });
    expect(preview.changes.length).toBeGreaterThan(2);
    const outcome = await session.apply(preview);
    expect(outcome.written).toBe(preview.changes.length);
    expect(found(session).filter((one) => one.startsWith("space@"))).toEqual([]);
    await session.undo();
    await session.setMarks(false);
    expect(workbook.snapshot()).toEqual(before);
  });

  it("follows a colleague's edit by reading that row only", async () => {
    const workbook = newWorkbook();
    const { session, excel } = await start(workbook);
    await session.check();
    expect(found(session)).toContain("unit-missing@4:3");
    excel.engine.resetCounters();
    workbook.type(SHEET, 4, COL.unit, [["人事股"]], "colleague");
    await until(() => !found(session).includes("unit-missing@4:3"));
    expect(found(session)).not.toContain("unit-missing@4:3");
    expect(excel.counters.syncs).toBe(1);
    expect(excel.counters.mergeReads).toBe(0);
  });

  it("undoes what a killed pane had begun to write, after a reload", async () => {
    for (let at = 1; at <= 2; at++) {
      const workbook = newWorkbook();
      const before = workbook.snapshot();
      const store = createMemoryStore();
      const dying = await start(workbook, store);
      await dying.session.check();
      let writes = 0;
      dying.excel.faults.beforeAction = (action) => {
        if (!action.startsWith("set ")) return;
        writes += 1;
        if (writes > at) dying.excel.close();
      };
      void dying.session.previewFixes({ rule: "space" }).then((preview) => dying.session.apply(preview));
      for (let turn = 0; turn < 400 && !dying.excel.engine.dead; turn++)
        await new Promise((resolve) => setTimeout(resolve, 5));
      expect(dying.excel.engine.dead).toBe(true);
      expect(workbook.snapshot()).not.toEqual(before);
      const { session } = await start(workbook, store);
      expect(session.getSnapshot().journal.unfinished).not.toBeNull();
      await session.undo();
      expect([at, workbook.snapshot()]).toEqual([at, before]);
      expect(session.getSnapshot().journal.unfinished).toBeNull();
    }
  });

  it("reports only on a protected sheet, and says so", async () => {
    const workbook = newWorkbook();
    workbook.protect(SHEET, true);
    const before = workbook.snapshot();
    const { session } = await start(workbook);
    await session.check();
    expect(session.findings()?.findings.length).toBeGreaterThan(0);
    expect(session.getSnapshot().workbook?.sheets[0]?.protected).toBe(true);
    const outcome = await session.apply(await session.previewFixes({ rule: "space" }));
    expect([outcome.written, outcome.refused > 0]).toEqual([0, true]);
    expect(workbook.snapshot()).toEqual(before);
  });

  it("keeps its state in the workbook on request, and takes all of it out again", async () => {
    const workbook = newWorkbook();
    const before = workbook.snapshot();
    const { session } = await start(workbook);
    await session.check();
    expect(await session.keepInWorkbook(true)).toBe(true);
    await session.ignore(session.findings()!.findings[0]!.id, "已核实");
    expect(workbook.xmlParts.length).toBeGreaterThan(0);
    const again = await start(workbook);
    await again.session.check();
    expect(again.session.findings()!.ignored).toHaveLength(1);
    expect(await again.session.keepInWorkbook(false)).toBe(true);
    expect(workbook.snapshot()).toEqual(before);
  });
});
