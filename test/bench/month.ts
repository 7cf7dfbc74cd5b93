/**
 * What comparing two months costs: 10,000 items against 10,000, as a ratio to reading both (cells in memory, and two files). A tenth of the
 * items are reworded, a twentieth gone and new, all renumbered and in another order; medians of processor time in one process.
 * A second argument, `own` or `alike`, measures one of the two sorts of texts only.
 */
import type { CellValue, Grid } from "../../src/grid";
import { bookBytes } from "../../src/hosts/file/node";
import { createNodeInflater } from "../../src/hosts/file/node-zlib";
import { readXlsx } from "../../src/hosts/file/xlsx";
import { readWorkbook, type Reading } from "../../src/ledger";
import { comparePeriods, periodOf } from "../../src/month";
import type { CivilDate } from "../../src/zh/civil-date";

const HEADER = ["序号", "反馈问题", "整改措施", "责任领导", "责任单位", "整改时限", "整改状态", "整改进展", "备注"];
const WHAT = [
  "会议记录",
  "公务接待",
  "工程变更",
  "固定资产",
  "专项资金",
  "谈心谈话",
  "窗口服务",
  "应急物资",
  "合同管理",
  "干部档案",
];
const HOW = [
  "不完整，签到与纪要对不上",
  "审批单缺项，事后补签",
  "未经集体研究，现场签证无依据",
  "账实不符，报废手续滞后",
  "拨付迟缓，年末集中花钱",
];
const UNITS = ["办公室", "财务科", "人事科", "项目科", "信息中心", "法规科"];
const STATUSES = ["已完成", "正在整改", "阶段性完成", "未完成"];

/** Digits of a number in characters, so that no two problems are alike to the letter. */
function spelled(n: number): string {
  return Array.from(String(n), (digit) => "零壹贰叁肆伍陆柒捌玖".charAt(Number(digit))).join("");
}

/** Texts that are near one another by the thousand, differing in a digit. */
function alikeProblem(n: number, reworded: string): string {
  return `第${spelled(n)}次检查发现${WHAT[n % 10]}${reworded}${HOW[n % 5]}`;
}

/** Texts as an office writes them: each its own words, some phrases shared. */
function ownProblem(n: number, reworded: string): string {
  let state = Math.imul(n, 2_654_435_761) >>> 0;
  const char = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 2500));
  };
  const word = (length: number): string => Array.from({ length }, char).join("");
  return `${word(6)}${WHAT[n % 10]}${reworded}${word(5)}，${word(8)}`;
}

function gridOf(items: number, isNew: boolean, isAlike: boolean): Grid {
  const own = (text: string): string => Buffer.from(text).toString();
  const rows: CellValue[][] = [];
  for (let n = 1; n <= items; n++) {
    if (n % 20 === (isNew ? 1 : 2)) continue;
    const reworded = isNew && n % 10 === 5 ? "仍" : "";
    rows.push([
      n,
      own(isAlike ? alikeProblem(n, reworded) : ownProblem(n, reworded)),
      own(`修订${WHAT[n % 10]}制度，每季度开展一次自查`),
      "甲某",
      UNITS[n % 6] ?? "",
      own(`2025年${(n % 4) + 9}月底前`),
      STATUSES[(n + (isNew && n % 3 === 0 ? 1 : 0)) % 4] ?? "",
      own(`第${n}项正在按计划推进。`),
      null,
    ]);
  }
  if (isNew) {
    rows.reverse();
    rows.forEach((row, index) => (row[0] = index + 1));
  }
  return {
    sheet: "台账",
    values: [["巡察反馈问题整改台账"], HEADER, ...rows],
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    visibility: "visible",
    date1904: false,
  };
}

const OLD: CivilDate = { year: 2025, month: 10, day: 31 };
const NEW: CivilDate = { year: 2025, month: 11, day: 30 };

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function fileOf({ sheet, values }: Grid): Uint8Array {
  const rows = values.map((row) => row.map((value) => ({ value: typeof value === "boolean" ? String(value) : value })));
  return bookBytes({ sheets: [{ name: sheet, widths: [], rows }] });
}

async function timedLater(times: number[], work: () => Promise<unknown>): Promise<void> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  times.push((user + system) / 1000);
}

function timed<T>(times: number[], work: () => T): T {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  times.push((user + system) / 1000);
  return result;
}

export async function run(argv: readonly string[]): Promise<void> {
  const items = Number(argv[0] ?? 10_000);
  for (const isAlike of [false, true]) if (argv[1] !== (isAlike ? "own" : "alike")) await measure(items, isAlike);
}

async function measure(items: number, isAlike: boolean): Promise<void> {
  const [reading, comparing, opening]: [number[], number[], number[]] = [[], [], []];
  const files = [fileOf(gridOf(items, false, isAlike)), fileOf(gridOf(items, true, isAlike))] as const;
  let told = "";
  for (let turn = 0; turn < 7; turn++) {
    const grids = [gridOf(items, false, isAlike), gridOf(items, true, isAlike)] as const;
    const read = (grid: Grid, asOf: CivilDate): Reading => readWorkbook([grid], { today: asOf, asOf });
    const [old, now] = timed(reading, () => [read(grids[0], OLD), read(grids[1], NEW)] as const);
    const compared = timed(comparing, () =>
      comparePeriods(periodOf(old, { masked: true }), periodOf(now, { masked: false }), {
        definition: { done: "done", denominator: "all" },
      }),
    );
    await timedLater(opening, async () => {
      for (const [at, asOf] of [OLD, NEW].entries()) {
        const { grids } = await readXlsx(files[at] as Uint8Array, { inflater: createNodeInflater() });
        readWorkbook(grids, { today: asOf, asOf });
      }
    });
    told = `${compared.matched} matched, ${compared.changes.length} changes, ${compared.ambiguous.length} ambiguous`;
  }
  const [one, other, whole] = [median(reading), median(comparing), median(opening)];
  process.stdout.write(
    `${items} items a month, ${isAlike ? "all texts nearly alike" : "each text its own"}: ${told}\n`,
  );
  process.stdout.write(
    `reading both ${one.toFixed(0)} ms, comparing ${other.toFixed(0)} ms: ${(other / one).toFixed(2)}x; reading both from files ${whole.toFixed(0)} ms: ${(other / whole).toFixed(2)}x\n`,
  );
}
