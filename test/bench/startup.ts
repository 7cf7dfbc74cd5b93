/**
 * What a start of the command line costs beside a bare Node: `--version`, and `check` of a ledger of 20 rows; by turns in
 * one run. Prints medians of time passed and of processor time, and their ratios. Needs a build.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";

const BIN = path.join(__dirname, "../../bin/taizhang.js");
const ROWS = 20;

async function ledgerFile(folder: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("台账");
  sheet.addRow(["序号", "问题类别", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态", "整改进展"]);
  for (let i = 1; i <= ROWS; i += 1) {
    const done = i % 3 !== 0;
    const text = done ? "已完成并备案。" : "正在推进。";
    const row = [i, "财务管理", `第${i}项制度不完善`, `修订第${i}项制度`, "办公室", "2025年12月31日"];
    sheet.addRow([...row, done ? "已完成" : "正在整改", text]);
  }
  const file = path.join(folder, "二十行.xlsx");
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()));
  return file;
}

interface Cost {
  readonly wall: number;
  readonly processor: number;
}

/** Bash tells what a child used; Node tells it of itself only. */
function start(args: readonly string[]): Cost {
  const from = performance.now();
  const { stderr, status } = spawnSync(
    "bash",
    ["-c", `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null`, "-", process.execPath, ...args],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr} (${performance.now() - from})`);
  const [real = 0, user = 0, system = 0] = stderr.trim().split("\n").at(-1)!.split(" ").map(Number);
  return { wall: real * 1000, processor: (user + system) * 1000 };
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;

/** @param argv how often; 15 where nothing is said */
export async function run([times = "15"]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-startup-"));
  try {
    const file = await ledgerFile(folder);
    const kinds: readonly (readonly [string, readonly string[]])[] = [
      ["node -e 0", ["-e", "0"]],
      ["taizhang --version", [BIN, "--version"]],
      [`taizhang check, ${ROWS} rows`, [BIN, "check", file]],
    ];
    const costs = kinds.map((): Cost[] => []);
    for (let i = 0; i < Number(times); i += 1) kinds.forEach(([, args], at) => costs[at]!.push(start(args)));
    const of = (at: number, what: keyof Cost) => median(costs[at]!.map((cost) => cost[what]));
    for (const [at, [name]] of kinds.entries()) {
      const cells = (["wall", "processor"] as const).map(
        (what) => `${what} ${of(at, what).toFixed(0).padStart(5)} ms (${(of(at, what) / of(0, what)).toFixed(2)}x)`,
      );
      process.stdout.write(`${name.padEnd(26)} ${cells.join("  ")}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
