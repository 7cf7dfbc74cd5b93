/**
 * Everything we do to a workbook, with everything that can go wrong, at every point: afterwards, once marks are cleared,
 * edits undone, reports and state removed, the workbook is what it was, and no colleague's edit is lost.
 */
import { HostError, type Edit, type Host } from "../../../src/hosts/port";
import { WorkbookModel } from "../../excel-host/workbook-model";
import { FLAVOURS, openExcelHost, type OpenExcelHost } from "./open-excel-host";

const NAME = "问题整改台账";
const OTHER = "另表";

function newWorkbook(): WorkbookModel {
  return new WorkbookModel({
    sheets: [
      {
        name: NAME,
        values: [
          ["整改台账", null, null, null],
          ["序号", "责任单位", "整改时限", "状态"],
          [1, "办公室 ", "2025年6月", "已完成"],
          [null, " 财务股", 45_900, null],
          [2, "人事股 ", "2025年9月30日 ", "正在整改"],
        ],
        merges: [
          { top: 0, left: 0, bottom: 0, right: 3 },
          { top: 2, left: 0, bottom: 3, right: 0 },
        ],
        formatAt: (row, col) => (row === 3 && col === 2 ? "yyyy/m/d" : undefined),
      },
      { name: OTHER, values: [["单位名称"], ["办公室 "]] },
    ],
  });
}

const EDITS: readonly Edit[] = [
  { sheet: NAME, row: 2, col: 1, expected: "办公室 ", value: "办公室" },
  { sheet: NAME, row: 3, col: 1, expected: " 财务股", value: "财务股" },
  { sheet: NAME, row: 4, col: 2, expected: "2025年9月30日 ", value: "2025年9月30日" },
  { sheet: OTHER, row: 1, col: 0, expected: "办公室 ", value: "办公室" },
];

const STEPS: readonly (readonly [name: string, run: (host: Host) => Promise<unknown>])[] = [
  ["read", (host) => host.read.grids()],
  [
    "marks",
    (host) =>
      host.marks!.set([
        { sheet: NAME, row: 2, col: 1, severity: "warning" },
        { sheet: NAME, row: 4, col: 2, severity: "error" },
        { sheet: OTHER, row: 1, col: 0, severity: "info" },
      ]),
  ],
  ["write", (host) => host.write!.apply(EDITS)],
  [
    "report",
    (host) =>
      host.sheets!.add({
        name: "核验报告",
        columns: [{ width: 8 }, { width: 40 }],
        rows: [
          [{ value: "核验报告", bold: true }],
          [
            { value: "C5", link: { sheet: NAME, row: 4, col: 2 } },
            { value: "某句", wrap: true },
          ],
        ],
      }),
  ],
  ["state", (host) => host.state!.save("journal", '{"version":1,"data":[]}')],
];

/** Takes everything of ours away again, as 清除标记, 撤销 and removing do; a journal of `EDITS` was kept before. */
async function takeAway(host: Host): Promise<void> {
  await host.marks!.clear();
  await host.write!.apply(EDITS.map((edit) => ({ ...edit, expected: edit.value, value: edit.expected })));
  await host.sheets!.removeOurs();
  await host.state!.remove();
}

/** Runs a step that may fail, but only the way the port says. A killed pane never answers. */
async function attempt(work: Promise<unknown>, dead: () => boolean): Promise<void> {
  let settled = false;
  const done = work.then(
    () => {
      settled = true;
    },
    (error: unknown) => {
      settled = true;
      if (!(error instanceof HostError)) throw error;
    },
  );
  while (!settled && !dead()) await new Promise((resolve) => setTimeout(resolve, 1));
  if (settled) await done;
}

jest.setTimeout(120_000);

describe.each(FLAVOURS)("chaos, %s", (flavour) => {
  let opened: OpenExcelHost;
  const open = async (workbook: WorkbookModel): Promise<OpenExcelHost> => {
    opened = await openExcelHost({ flavour, workbook });
    return opened;
  };
  afterEach(() => opened.close());

  const clearFaults = (): void => {
    const { faults } = opened.excel;
    faults.beforeSync = null;
    faults.afterSync = null;
    faults.beforeAction = null;
    faults.cellEdit = false;
    faults.failures.length = 0;
  };

  it.each(STEPS)("fails at any sync of: %s", async (_name, step) => {
    const workbook = newWorkbook();
    const before = workbook.snapshot();
    await open(workbook);
    const common = ["Unavailable", "ResponsePayloadSizeLimitExceeded", "AccessDenied"];
    const rest = ["GeneralException", "RequestPayloadSizeLimitExceeded", "InvalidOperationInCellEditMode"];
    // The channel makes no difference to what a code means: the slow one tries half of them.
    const codes = flavour === "win32" ? [...common, ...rest] : common;
    for (const code of codes) {
      for (let at = 1; at <= 5; at++) {
        let number = 0;
        opened.excel.faults.failures.push({ code, times: 1, when: () => ++number === at });
        await attempt(step(opened.host), () => false);
        clearFaults();
        await takeAway(opened.host);
        expect([code, at, workbook.snapshot()]).toEqual([code, at, before]);
      }
    }
  });

  it.each(STEPS)("fails at any action of: %s", async (_name, step) => {
    const workbook = newWorkbook();
    const before = workbook.snapshot();
    await open(workbook);
    for (let at = 1; at <= 60; at++) {
      let number = 0;
      opened.excel.faults.beforeAction = () => {
        number += 1;
        if (number === at) opened.excel.fail("Unavailable");
      };
      await attempt(step(opened.host), () => false);
      clearFaults();
      await takeAway(opened.host);
      expect([at, workbook.snapshot()]).toEqual([at, before]);
      if (number < at) break;
    }
  });

  it.each(STEPS)("is killed at any request of: %s, and opened again", async (_name, step) => {
    // Excel does a request to its end once it has it, whether or not anybody still waits for the answer.
    for (let at = 1; at <= 25; at++) {
      const workbook = newWorkbook();
      const before = workbook.snapshot();
      const dying = await open(workbook);
      let number = 0;
      dying.excel.faults.afterSync = () => {
        number += 1;
        if (number === at) dying.excel.close();
      };
      await attempt(step(dying.host), () => dying.excel.engine.dead);
      dying.close();
      if (number < at) return;
      await open(workbook);
      await takeAway(opened.host);
      expect([at, workbook.snapshot()]).toEqual([at, before]);
      opened.close();
    }
  });

  // What follows is about Excel and us; the channel between, slow in jsdom, has shown above that it keeps up.
  if (flavour === "web") return;

  it.each(STEPS)("has a sheet protected, and unprotected again, in the middle of: %s", async (_name, step) => {
    const workbook = newWorkbook();
    const before = workbook.snapshot();
    await open(workbook);
    for (const sheet of [NAME, OTHER]) {
      for (let at = 1; at <= 5; at++) {
        let number = 0;
        opened.excel.faults.beforeSync = () => {
          number += 1;
          if (number === at) workbook.protect(sheet, true);
        };
        await attempt(step(opened.host), () => false);
        clearFaults();
        workbook.protect(sheet, false);
        await takeAway(opened.host);
        expect([sheet, at, workbook.snapshot()]).toEqual([sheet, at, before]);
      }
    }
  });

  it.each(STEPS)("loses no colleague's edit in the middle of: %s", async (_name, step) => {
    const workbook = newWorkbook();
    await open(workbook);
    for (let at = 1; at <= 5; at++) {
      for (const [row, col] of [
        [2, 1],
        [4, 2],
        [4, 3],
      ] as const) {
        let number = 0;
        let theirs = false;
        const kept = workbook.sheet(NAME).valueAt(row, col);
        opened.excel.faults.beforeSync = () => {
          number += 1;
          if (number !== at) return;
          workbook.type(NAME, row, col, [["同事改的"]], "colleague");
          theirs = true;
        };
        await attempt(step(opened.host), () => false);
        clearFaults();
        await takeAway(opened.host);
        expect([at, row, col, workbook.sheet(NAME).valueAt(row, col)]).toEqual([
          at,
          row,
          col,
          theirs ? "同事改的" : kept,
        ]);
        if (theirs) workbook.type(NAME, row, col, [[kept]], "colleague");
      }
    }
  });
});
