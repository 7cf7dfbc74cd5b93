/**
 * What a person does in the pane (mark, fix one, fix all, ignore, insert the paragraph, report, clear, undo), with every
 * fault in its middle. Afterwards the pane is loaded anew; once marks are cleared, edits undone, report and state taken
 * out, the workbook is what it was, cell by cell and format by format.
 */
import { createSession } from "../../../src/app/session/session";
import type { Session } from "../../../src/app/session";
import { sessionSummary } from "../../../src/app/summary";
import { createMemoryStore } from "../../../src/app/session/entries";
import { environment } from "../../app/session/environment";
import { COL, ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import type { StartedExcel } from "../../excel-host/start-excel";
import { WorkbookModel } from "../../excel-host/workbook-model";
import { openExcelHost, type OpenExcelHost } from "./open-excel-host";

const SHEET = "整改台账";
/** Below the ledger: where the paragraph goes. */
const PARAGRAPH = { sheet: SHEET, row: 9, col: 1 };

function newWorkbook(): WorkbookModel {
  const untidy = ROWS.map((row) =>
    row.map((value, col) => (col === COL.unit && value !== null ? ` ${String(value)} ` : value)),
  );
  const { name, values } = ledgerSheet(untidy);
  return new WorkbookModel({
    sheets: [
      {
        name,
        values: [...values, [], [], [], [null, "原有的说明"]],
        merges: [{ top: 0, left: 0, bottom: 0, right: 8 }],
        formatAt: (row, col) => (row === 2 && col === 7 ? "yyyy/m/d" : undefined),
      },
    ],
  });
}

interface Step {
  readonly name: string;
  /** What has to be there before, without faults. */
  readonly before?: (session: Session) => Promise<unknown>;
  readonly run: (session: Session) => Promise<unknown>;
}

const fixAll = async (session: Session) => session.apply(await session.previewFixes({ rule: "space" }));

const STEPS: readonly Step[] = [
  { name: "标记", run: (session) => session.setMarks(true) },
  {
    name: "fix one",
    run: async (session) => {
      const found = session.findings()!.findings.find(({ rule }) => rule === "space");
      if (!found) throw new Error("no finding to fix");
      return session.apply(await session.previewFixes({ ids: [found.id] }));
    },
  },
  { name: "fix all", run: fixAll },
  {
    name: "ignore, kept in the workbook",
    before: (session) => session.keepInWorkbook(true),
    run: (session) => session.ignore(session.findings()!.findings[0]!.id, "已核实"),
  },
  {
    name: "insert the paragraph",
    run: async (session) =>
      session.apply(await session.previewEdit([{ ...PARAGRAPH, value: sessionSummary(session)!.composition!.text }])),
  },
  { name: "report", run: (session) => session.addReport() },
  { name: "清除标记", before: (session) => session.setMarks(true), run: (session) => session.setMarks(false) },
  { name: "撤销", before: fixAll, run: (session) => session.undo() },
  { name: "remove the report", before: (session) => session.addReport(), run: (session) => session.removeReport() },
];

/** Arms a fault; says afterwards whether it struck. */
type Fault = readonly [name: string, arm: (excel: StartedExcel, at: number, step: Step) => () => boolean, most: number];

const failing = (code: string): Fault => [
  code,
  (excel, at) => {
    let number = 0;
    excel.faults.failures.push({ code, times: 1, when: () => ++number === at });
    return () => number >= at;
  },
  6,
];

const WRITES = /^set |\.(Delete|SetXml|Add)$|^new Add/;

const FAULTS: readonly Fault[] = [
  failing("RequestPayloadSizeLimitExceeded"),
  failing("ResponsePayloadSizeLimitExceeded"),
  failing("AccessDenied"),
  failing("InvalidOperationInCellEditMode"),
  failing("GeneralException"),
  [
    "values are null above the cell limit",
    (excel, at) => {
      excel.faults.maxCells = at;
      return () => at <= 3;
    },
    3,
  ],
  [
    "a cell is being edited",
    (excel, at) => {
      excel.faults.beforeSync = (number) => {
        excel.faults.cellEdit = number === at;
      };
      return () => at <= 3;
    },
    3,
  ],
  [
    "killed after a request that wrote",
    (excel, at) => {
      let number = 0;
      // Excel does a request to its end once it has it; the pane may die before it hears of that.
      excel.faults.afterSync = (_number, actions) => {
        if (!actions.some((action) => WRITES.test(action))) return;
        number += 1;
        if (number > at) excel.close();
      };
      return () => excel.engine.dead;
    },
    12,
  ],
];

jest.setTimeout(240_000);

describe("chaos in the pane", () => {
  let opened: OpenExcelHost | null = null;
  afterEach(() => opened?.close());

  async function start(workbook: WorkbookModel, store: ReturnType<typeof createMemoryStore>): Promise<Session> {
    opened?.close();
    opened = await openExcelHost({ flavour: "win32", workbook });
    const session = createSession(environment({ store }));
    await session.open(opened.host);
    await session.check();
    return session;
  }

  async function takeAway(session: Session): Promise<void> {
    await session.setMarks(false);
    for (let turn = 0; turn < 8 && session.getSnapshot().journal.canUndo; turn++) await session.undo();
    expect(session.getSnapshot().journal).toMatchObject({ canUndo: false, unfinished: null });
    await session.removeReport();
    await session.keepInWorkbook(false);
  }

  /** The pane may never answer again, but it must not fail with a mistake of ours. */
  async function attempt(work: Promise<unknown>, excel: StartedExcel): Promise<void> {
    let settled = false;
    const done = work.finally(() => (settled = true));
    while (!settled && !excel.engine.dead) await new Promise((resolve) => setTimeout(resolve, 1));
    if (settled) await done;
  }

  it.each(STEPS.flatMap((step) => FAULTS.map((fault) => [step.name, fault[0], step, fault] as const)))(
    "%s: %s",
    async (_step, _fault, step, [, arm, most]) => {
      let struck = 0;
      for (let at = 1; at <= most; at++) {
        const workbook = newWorkbook();
        const before = workbook.snapshot();
        const store = createMemoryStore();
        const session = await start(workbook, store);
        await step.before?.(session);
        const { excel } = opened!;
        const struckNow = arm(excel, at, step);
        await attempt(step.run(session), excel);
        const hit = struckNow();
        Object.assign(excel.faults, { beforeSync: null, beforeAction: null, cellEdit: false, maxCells: 5_000_000 });
        excel.faults.failures.length = 0;
        await takeAway(await start(workbook, store));
        expect([at, workbook.snapshot()]).toEqual([at, before]);
        if (!hit) break;
        struck += 1;
      }
      // A fault that never strikes shows nothing; only a kill between two writes needs two of them.
      expect(struck).toBeGreaterThanOrEqual(_fault.startsWith("killed") ? 0 : 1);
    },
  );

  it.each(STEPS.map((step) => [step.name, step] as const))("%s: no colleague's edit is lost", async (_name, step) => {
    let struck = 0;
    for (let at = 1; at <= 6; at++) {
      const workbook = newWorkbook();
      const store = createMemoryStore();
      const session = await start(workbook, store);
      await step.before?.(session);
      let number = 0;
      let theirs = false;
      opened!.excel.faults.beforeSync = () => {
        number += 1;
        if (number !== at) return;
        workbook.type(SHEET, 2, COL.unit, [["同事改的"]], "colleague");
        theirs = true;
      };
      await attempt(step.run(session), opened!.excel);
      opened!.excel.faults.beforeSync = null;
      if (!theirs) break;
      struck += 1;
      await takeAway(await start(workbook, store));
      // The workbook as it would be had only the colleague been there.
      const alone = newWorkbook();
      alone.type(SHEET, 2, COL.unit, [["同事改的"]], "colleague");
      expect([at, workbook.snapshot()]).toEqual([at, alone.snapshot()]);
    }
    expect(struck).toBeGreaterThan(0);
  });
});
