/**
 * What a person feels on the built page in a real Chromium (`npm run build` first): a ledger of 20,000 rows picked from
 * disk, checked, a finding jumped to, every blank mended at once and the mending undone. Waiting times from the press to
 * the picture; beside each, the longest single task of the main thread in that time, and the longest gap between the
 * beats of a timer. And `taizhang check` on 10,000 rows against LibreOffice turning that file into csv. Medians of five
 * runs, or of as many as the argument says.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { launch, ROOT, serve } from "../browser/harness";
import { makeLedger } from "./make-ledger";

const ROWS = 20_000;
/** How many findings are only good to know; untidy blanks are among them. */
const COUNT = "[data-testid=count-info] span span";

/** Set up before the page's first script. */
interface Watch {
  tasks: number[];
  gap: number;
  last: number;
}
interface WatchedWindow extends Window {
  taizhangWatch: Watch;
}

interface Step {
  readonly what: string;
  readonly wait: number;
  readonly task: number;
  readonly gap: number;
}

function watchMainThread(): void {
  const watch: Watch = { tasks: [], gap: 0, last: performance.now() };
  (window as unknown as WatchedWindow).taizhangWatch = watch;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watch.tasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
  setInterval(() => {
    const now = performance.now();
    watch.gap = Math.max(watch.gap, now - watch.last);
    watch.last = now;
  }, 4);
}

/** Does something in the page, and waits there, frame by frame, until a thing is to be seen. */
async function step(page: Page, what: string, act: () => Promise<void>, seen: string): Promise<Step> {
  await page.evaluate(() => {
    const watch = (window as unknown as WatchedWindow).taizhangWatch;
    Object.assign(watch, { tasks: [], gap: 0, last: performance.now() });
    // The clock starts with the person's own deed, not with the wish of this program.
    const done = new Promise<number>((resolve) => {
      for (const type of ["change", "click"]) {
        window.addEventListener(type, () => resolve(performance.now()), { capture: true, once: true });
      }
    });
    Object.assign(window, { taizhangStart: done });
  });
  await act();
  const wait = await page.evaluate(async (condition) => {
    const start = await (window as unknown as { taizhangStart: Promise<number> }).taizhangStart;
    const visible = new Function(`return ${condition}`) as () => boolean;
    return new Promise<number>((resolve) => {
      const look = () => {
        const waited = performance.now() - start;
        if (visible() || waited > 30_000) resolve(waited);
        else requestAnimationFrame(look);
      };
      look();
    });
  }, seen);
  if (wait > 30_000) throw new Error(`${what}: nothing to be seen after 30 seconds`);
  // What comes after the picture counts too: a slice is a slice.
  await page.waitForTimeout(700);
  const { task, gap } = await page.evaluate(() => {
    const watch = (window as unknown as WatchedWindow).taizhangWatch;
    return { task: Math.max(0, ...watch.tasks), gap: watch.gap };
  });
  return { what, wait, task, gap };
}

async function oneRun(page: Page, url: string, file: string): Promise<Step[]> {
  await page.goto(url);
  await page.waitForSelector("[data-testid=start]");
  await page.waitForTimeout(500);
  const click = (selector: string) => () => page.locator(selector).first().click();
  const there = (selector: string) => `document.querySelector(${JSON.stringify(selector)}) !== null`;
  const steps = [
    await step(
      page,
      "pick → rows and ledger",
      () => page.setInputFiles("[data-testid=file-input]", file),
      `Number(document.querySelector("[data-testid=sheet-grid]")?.getAttribute("aria-rowcount")) > ${ROWS} && ${there("[data-cell=C3]")} && ${there("[data-testid=ledger-pane]")}`,
    ),
    await step(page, "check → findings", click("[data-testid=tab-check]"), there("[data-testid=findings]")),
    await step(page, "finding → cell", click("[data-testid=finding] button"), there("[data-cell][aria-selected=true]")),
    await step(page, "marks on", click("[data-testid=marks]"), there("[data-cell][data-severity]")),
    await step(
      page,
      "by unit",
      async () => {
        await page.locator("[data-testid=group-by]").selectOption("unit");
      },
      there("[data-testid=findings]"),
    ),
    await step(
      page,
      "by rule, errors hidden",
      async () => {
        await page.locator("[data-testid=group-by]").selectOption("rule");
        await click("[data-testid=count-error]")();
      },
      `document.querySelector("[data-testid=count-error]").getAttribute("aria-pressed") === "false"`,
    ),
    await step(page, "warnings hidden", click("[data-testid=count-warning]"), there("[data-testid=fix-all-space]")),
    await step(page, "fix all → preview", click("[data-testid=fix-all-space]"), there("[data-testid=apply-preview]")),
  ];
  const untidy = Number(await page.textContent(COUNT));
  const infos = `Number(document.querySelector(${JSON.stringify(COUNT)})?.textContent)`;
  steps.push(
    await step(page, "apply → mended", click("[data-testid=apply-preview]"), `${infos} < ${untidy}`),
    await step(page, "undo → back", click("[data-testid=undo]"), `${infos} === ${untidy}`),
    await step(page, "rates", click("[data-testid=tab-tally]"), there("[data-testid=rate-problem]")),
    await step(page, "paragraph", click("[data-testid=tab-summary]"), there("[data-testid=summary-text]")),
    await step(page, "notice", click("[data-testid=tab-notice]"), there("[data-testid=notice-text]")),
  );
  return steps;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function measurePage(runs: number, folder: string): Promise<void> {
  const file = path.join(folder, "台账.xlsx");
  writeFileSync(file, makeLedger(ROWS, { everyUnit: 4 }).bytes);
  const browser = await launch();
  const served = await serve();
  const all: Step[][] = [];
  try {
    for (let i = 0; i < runs; i++) {
      const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.addInitScript(watchMainThread);
      all.push(await oneRun(page, served.url, file));
      await context.close();
    }
  } finally {
    await browser.close();
    served.stop();
  }
  const whole = (pick: (step: Step) => number, index: number) =>
    Math.round(median(all.map((steps) => pick(steps[index] as Step))));
  process.stdout.write(`${ROWS} rows, ${runs} runs, ms\n`);
  console.table(
    (all[0] ?? []).map(({ what }, i) => ({
      what,
      wait: whole((s) => s.wait, i),
      "longest task": whole((s) => s.task, i),
      "worst of all runs": Math.round(Math.max(...all.map((steps) => steps[i]?.task ?? 0))),
      "longest gap": whole((s) => s.gap, i),
    })),
  );
}

/** Both are whole programs: started, run, ended. Processor time, since other programs on the machine do not count. */
function measureCommand(runs: number, folder: string): void {
  const file = path.join(folder, "10000.xlsx");
  writeFileSync(file, makeLedger(10_000).bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const commands: Record<string, readonly string[]> = {
    "taizhang check": [process.execPath, path.join(ROOT, "bin/taizhang.js"), "check", file, "--format", "json"],
    "soffice csv": ["soffice", profile, "--headless", "--convert-to", "csv", "--outdir", folder, file],
  };
  const spent = new Map<string, { wall: number[]; cpu: number[] }>();
  // The first turn makes LibreOffice's profile and is not counted.
  for (let i = 0; i <= runs; i++) {
    for (const [name, [program = "", ...args]] of Object.entries(commands)) {
      const start = performance.now();
      const time = spawnSync(
        "bash",
        ["-c", 'TIMEFORMAT="%U %S"; time "$0" "$@" >/dev/null 2>/dev/null', program, ...args],
        {
          encoding: "utf8",
        },
      );
      const wall = performance.now() - start;
      const [user = NaN, system = NaN] = (time.stderr.trim().split("\n").pop() ?? "").split(" ").map(Number);
      if (i === 0) continue;
      const entry = spent.get(name) ?? { wall: [], cpu: [] };
      entry.wall.push(wall);
      entry.cpu.push((user + system) * 1000);
      spent.set(name, entry);
    }
  }
  const office = spent.get("soffice csv") ?? { wall: [], cpu: [] };
  process.stdout.write(`10000 rows on the command line, ${runs} runs, ms\n`);
  console.table(
    [...spent].map(([name, { wall, cpu }]) => ({
      name,
      wall: Math.round(median(wall)),
      cpu: Math.round(median(cpu)),
      "wall to soffice": (median(wall) / median(office.wall)).toFixed(2),
      "cpu to soffice": (median(cpu) / median(office.cpu)).toFixed(2),
    })),
  );
}

/** `page [runs]`, `page 5 browser`, `page 5 command`. */
export async function run(args: readonly string[]): Promise<void> {
  process.env["CHROMIUM"] ??= "/usr/bin/chromium";
  const runs = Number(args[0] ?? 5);
  const folder = mkdtempSync(path.join(os.tmpdir(), "page-bench-"));
  try {
    if (args[1] !== "command") await measurePage(runs, folder);
    if (args[1] !== "browser") measureCommand(runs, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
