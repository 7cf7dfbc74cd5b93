/**
 * What the core costs, as ratios to touching and trimming every cell once, in one run: layout and reading, all rules, what
 * one edit costs (the table read and checked anew), tally and summary; and the longest step between two pauses. 10,000 and
 * 100,000 rows of 12 columns in memory; medians.
 */
import { check, checkInSteps } from "../../src/check/check";
import { DEFAULT_CHECK_SETTINGS } from "../../src/check/settings";
import type { CellValue, Grid } from "../../src/grid/grid";
import { readInSteps, readWorkbook } from "../../src/ledger/read-workbook";
import { tally } from "../../src/tally/tally";

const TODAY = { year: 2025, month: 10, day: 10 };
const STATUSES = ["已完成", "已完成整改", "已落实到位", "已整改", "完成", "正在整改"];
const UNITS = ["办公室", "财务科", "人事科", "项目科（牵头）、财务科（配合）", "信息中心", "法规科"];

/** A ledger of `rows` rows, two to an item, every text its own string as from a file; a fault here and there. */
export function makeGrid(rows: number): Grid {
  const values: CellValue[][] = [
    ["巡察反馈问题整改台账", ...new Array<null>(11).fill(null)],
    [
      "序号",
      "类别",
      "反馈问题",
      "整改措施",
      "牵头单位",
      "配合单位",
      "责任人",
      "整改时限",
      "整改状态",
      "完成时间",
      "整改情况",
      "佐证材料",
    ],
  ];
  const own = (text: string) => Buffer.from(text).toString();
  for (let r = 0; r < rows; r++) {
    const first = r % 2 === 0;
    const n = Math.floor(r / 2) + 1;
    const status = STATUSES[r % STATUSES.length] ?? "已完成";
    const done = status !== "正在整改";
    values.push([
      first ? n : null,
      first ? own(`第${(n % 7) + 1}方面`) : null,
      first ? own(`第${n}个问题：制度执行不够到位，督促检查流于形式`) : null,
      own(`措施${n}-${(r % 2) + 1}：修订制度并组织培训，每季度开展一次自查`),
      own(UNITS[r % UNITS.length] ?? "办公室"),
      r % 3 === 0 ? own("办公室") : null,
      own("某某"),
      !done ? own("2026年6月底前") : r % 4 === 0 ? 45930 + (r % 60) : own(`2025年${(r % 4) + 9}月底前`),
      r % 50 === 7 ? null : own(status),
      done ? 45880 + (r % 20) : null,
      own(done ? `第${n}项已修订制度并完成培训，下一步将持续巩固。` : `第${n}项正在按计划推进，资料正在整理。`),
      done ? own(`附件${n}`) : null,
    ]);
  }
  return {
    sheet: "台账",
    values,
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    visibility: "visible",
    date1904: false,
  };
}

/** Processor time in ms since `start`, not the clock's: other programs on the machine do not count. */
function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Runs steps to their end. @returns the result, and the processor time of the longest step in ms. */
function inSteps<R>(steps: Generator<unknown, R>): { readonly result: R; readonly longest: number } {
  let longest = 0;
  for (;;) {
    const start = process.cpuUsage();
    const step = steps.next();
    longest = Math.max(longest, spentSince(start));
    if (step.done === true) return { result: step.value, longest };
  }
}

function median(run: () => void, times: number): number {
  const spent: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage();
    run();
    spent.push(spentSince(start));
  }
  return middle(spent);
}

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/**
 * The unit of all ratios: every cell touched, every text trimmed, the trimmed cells kept, which is the least that
 * anything that checks cells must do first.
 */
function touch(grid: Grid): CellValue[][] {
  return grid.values.map((row) => row.map((value) => (typeof value === "string" ? value.trim() : value)));
}

/** The same with nothing kept: what the engine needs to walk over the grid. Printed beside it, so that nobody is misled. */
function glance(grid: Grid): number {
  let n = 0;
  for (const row of grid.values) {
    for (const value of row) {
      if (typeof value === "string") n += value.trim().length;
      else if (value !== null) n++;
    }
  }
  return n;
}

export async function run(): Promise<void> {
  const table: Record<string, string | number>[] = [];
  const byRows = new Map<number, Map<string, number>>();
  for (const rows of [10_000, 100_000]) {
    const grid = makeGrid(rows);
    const options = { today: TODAY, asOf: TODAY };
    touch(grid);
    const reading = readWorkbook([grid], options);
    const findings = check(reading, DEFAULT_CHECK_SETTINGS).findings.length;
    const times = 15;
    const results = new Map<string, number>();
    results.set(
      "touch",
      median(() => touch(grid), times),
    );
    results.set(
      "glance (nothing kept)",
      median(() => glance(grid), times),
    );
    results.set(
      "read",
      median(() => readWorkbook([grid], options), times),
    );
    results.set(
      "check",
      median(() => check(reading, DEFAULT_CHECK_SETTINGS), times),
    );
    const longest = { reading: [] as number[], checking: [] as number[] };
    let turn = 0;
    results.set(
      "one edit: patch, read, check again",
      median(() => {
        const row = 2 + ((turn * 7919) % rows);
        const cells = [...(grid.values[row] ?? [])];
        cells[8] = STATUSES[turn++ % STATUSES.length] ?? null;
        (grid.values as CellValue[][])[row] = cells;
        const read = inSteps(readInSteps([grid], options));
        const checked = inSteps(checkInSteps(read.result, DEFAULT_CHECK_SETTINGS));
        longest.reading.push(read.longest);
        longest.checking.push(checked.longest);
      }, times),
    );
    results.set("  longest step of reading", middle(longest.reading));
    results.set("  longest step of checking", middle(longest.checking));
    results.set(
      "tally",
      median(() => tally(reading, { definition: { done: "done", denominator: "all" }, dueSoonDays: 15 }), times),
    );
    const unit = results.get("touch") ?? NaN;
    const full = (results.get("read") ?? NaN) + (results.get("check") ?? NaN);
    for (const [what, ms] of results) {
      table.push({
        rows,
        what,
        ms: ms.toFixed(3),
        "to touch": (ms / unit).toFixed(2),
        "to read+check": (ms / full).toFixed(5),
        findings,
      });
    }
    byRows.set(rows, results);
  }
  console.table(table);
  const growth = [...(byRows.get(100_000) ?? new Map<string, number>())].map(([what, ms]) => ({
    what,
    "10k → 100k": (ms / (byRows.get(10_000)?.get(what) ?? NaN)).toFixed(1),
  }));
  console.table(growth);
}
