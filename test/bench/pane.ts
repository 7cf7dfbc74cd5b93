/**
 * What the built pane asks of Excel and of its own thread (`npm run build` first), in Chromium beside the emulated Excel:
 * ledgers of 10,000 and 20,000 rows opened, checked, marked, every blank mended and the mending undone. Beside each step:
 * syncs, those of them that read merged areas, the largest message, the longest task of the pane. The emulated Excel shares
 * the pane's process, so that its answering is no task of the pane ("self") but makes the waiting longer than Excel would.
 * Medians of three runs, or of as many as the argument says.
 */
import type { Frame } from "playwright-core";
import { launch } from "../browser/harness";
import { openPane, servePane, type OpenedPane } from "../browser/pane-harness";

const HEADER = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态", "完成时间"];

/** Every item has a row of its own; every seventh unit blanks around it. */
function ledgerRows(count: number): (string | number)[][] {
  const rows = Array.from({ length: count }, (_, index) => {
    const open = index % 5 === 0;
    return [
      index + 1,
      `第${index + 1}号问题：某项制度没有落实到位，日常监督检查不够经常`,
      `逐项对照，制定第${index + 1}号办法，明确责任分工和完成时限`,
      index % 7 === 0 ? " 办公室 " : "财务科",
      open ? "2025年12月31日" : "2025年9月30日",
      open ? "正在整改" : "已完成",
      open ? "" : "2025年9月20日",
    ];
  });
  return [["××县某局整改台账（统计截止：2025年11月30日）", "", "", "", "", "", ""], HEADER, ...rows];
}

interface Measured {
  readonly what: string;
  readonly syncs: number;
  readonly merges: number;
  /** Largest request or answer, in kB. */
  readonly message: number;
  /** Longest task of the pane, in ms. */
  readonly task: number;
  readonly wait: number;
}

interface TaskWindow extends Window {
  paneTasks?: number[];
}

function watchTasks(): void {
  const tasks: number[] = [];
  (window as TaskWindow).paneTasks = tasks;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "self") tasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
}

async function measure(opened: OpenedPane, what: string, act: () => Promise<unknown>): Promise<Measured> {
  const { page } = opened;
  // What the step before still does in the background (reading again after many edits) is not this step's.
  await page.waitForTimeout(2000);
  await page.evaluate(() => {
    const { counters } = window.emulatedExcel;
    Object.assign(counters, { syncs: 0, maxRequestBytes: 0, maxResponseBytes: 0 });
    counters.log.length = 0;
  });
  const frame: Frame = await opened.frame();
  await frame.evaluate(() => {
    const tasks = (window as TaskWindow).paneTasks;
    if (tasks) tasks.length = 0;
  });
  const began = performance.now();
  await act();
  const wait = performance.now() - began;
  // Long tasks are told a little later than they end.
  await page.waitForTimeout(300);
  // The pane may have been loaded anew meanwhile.
  const task = await (await opened.frame()).evaluate(() => Math.max(0, ...((window as TaskWindow).paneTasks ?? [])));
  const counted = await page.evaluate(() => {
    const { maxRequestBytes, maxResponseBytes, log } = window.emulatedExcel.counters;
    const merges = log.filter((one) => one.actions.some((action) => action.includes("GetMergedAreas"))).length;
    return { syncs: log.length, merges, message: Math.max(maxRequestBytes, maxResponseBytes) / 1000 };
  });
  return { what, ...counted, task, wait };
}

async function once(rows: number): Promise<readonly Measured[]> {
  const browser = await launch();
  const served = await servePane();
  try {
    const source = { name: "大台账.xlsx", sheets: [{ name: "台账", values: ledgerRows(rows) }] };
    const blank = { sheets: [{ name: "空", values: [["空"]] }] };
    const opened = await openPane(browser, served, { source: blank, level: "1.17" });
    await opened.page.context().addInitScript(watchTasks);
    const { pane } = opened;
    const seen = (id: string) => pane.locator(`[data-testid=${id}]`).first().waitFor({ timeout: 120_000 });
    const press = (id: string) => pane.locator(`[data-testid=${id}]`).first().click();
    const steps: Measured[] = [];
    const address = `${served.panes}/taskpane.html`;
    steps.push(
      await measure(opened, "open", async () => {
        await opened.page.evaluate((open) => window.emulatedExcel.open(open), { source, level: "1.17", pane: address });
        await seen("go-check");
      }),
    );
    steps.push(
      await measure(opened, "check", async () => {
        await press("go-check");
        await seen("findings");
      }),
    );
    steps.push(
      await measure(opened, "marks", async () => {
        await press("marks");
        await pane.locator("[data-testid=marks]:checked, [data-testid=marks][aria-checked=true]").waitFor();
        await opened.page.waitForFunction(
          () => window.emulatedExcel.workbook.sheet("台账").conditionalFormats.length > 0,
        );
      }),
    );
    steps.push(
      await measure(opened, "mend all blanks", async () => {
        await press("fix-all-space");
        await press("apply-preview");
        await pane.locator("[data-testid=undo]:not([disabled])").waitFor({ timeout: 120_000 });
        await pane.locator("[data-testid=app][data-phase=ready]").waitFor({ timeout: 120_000 });
      }),
    );
    steps.push(
      await measure(opened, "undo", async () => {
        await press("undo");
        await pane.locator("[data-testid=redo]:not([disabled])").waitFor({ timeout: 120_000 });
        await pane.locator("[data-testid=app][data-phase=ready]").waitFor({ timeout: 120_000 });
      }),
    );
    await opened.close();
    return steps;
  } finally {
    await browser.close();
    await served.stop();
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function run(args: readonly string[]): Promise<void> {
  const runs = Math.max(1, Number(args[0] ?? 3));
  for (const rows of [10_000, 20_000]) {
    const all: (readonly Measured[])[] = [];
    for (let turn = 0; turn < runs; turn++) all.push(await once(rows));
    process.stdout.write(`${rows} rows, medians of ${runs}: syncs (merges among them), largest message, task, wait\n`);
    for (const [index, { what }] of all[0]!.entries()) {
      const of = (pick: (one: Measured) => number): number => median(all.map((steps) => pick(steps[index]!)));
      const { syncs, merges, message, task, wait } = {
        syncs: of((one) => one.syncs),
        merges: of((one) => one.merges),
        message: of((one) => one.message),
        task: of((one) => one.task),
        wait: of((one) => one.wait),
      };
      process.stdout.write(
        `  ${what.padEnd(22)} ${String(syncs).padStart(3)} (${merges})  ${message.toFixed(0).padStart(6)} kB  ` +
          `${task.toFixed(0).padStart(5)} ms  ${wait.toFixed(0).padStart(6)} ms\n`,
      );
    }
  }
}
