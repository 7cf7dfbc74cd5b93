/**
 * Measures the workbook reader against hucre in one run, the floor (inflating alone) beside it. Times are medians of
 * processor time in milliseconds, which a busy machine disturbs least; memory is the peak resident set of a process that does nothing else.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createNodeInflater } from "../../src/hosts/file/node-zlib";
import { readXlsx } from "../../src/hosts/file/xlsx";
import { openPackage } from "../../src/hosts/file/xlsx/package";
import { LIMITS } from "../../src/hosts/file/xlsx/limits";
import { makeLedger } from "./make-ledger";

const READERS: Record<string, (bytes: Uint8Array) => Promise<unknown>> = {
  inflate: async (bytes) => {
    const pack = openPackage(bytes, createNodeInflater(), LIMITS);
    return pack.archive.entries.map((entry) => pack.bytes(entry.name, "sheet").length);
  },
  ours: (bytes) => readXlsx(bytes, { inflater: createNodeInflater() }),
  hucre: async (bytes) => (await import("hucre/xlsx" as string)).readXlsx(bytes) as Promise<unknown>,
};

/** `run(["measure", reader, file, times])` is the child; without arguments the parent compares. */
export async function run(args: readonly string[]): Promise<void> {
  if (args[0] === "measure") return measure(args[1] ?? "", args[2] ?? "", Number(args[3]));
  const folder = mkdtempSync(path.join(os.tmpdir(), "xlsx-bench-"));
  for (const rows of [10_000, 100_000]) {
    const file = path.join(folder, `${rows}.xlsx`);
    writeFileSync(file, makeLedger(rows).bytes);
    const results = Object.keys(READERS).map((reader) => ({ rows, reader, ...measureApart(reader, file) }));
    const hucre = results.find((r) => r.reader === "hucre")?.median ?? NaN;
    console.table(results.map((r) => ({ ...r, "to hucre": (r.median / hucre).toFixed(2) })));
  }
  rmSync(folder, { recursive: true });
}

function measureApart(reader: string, file: string): { median: number; first: number; rssMb: number } {
  const child = spawnSync(process.execPath, [process.argv[1] ?? "", "xlsx", "measure", reader, file, "5"], {
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  const times = measureOnce(child.stdout);
  const single = spawnSync(process.execPath, [process.argv[1] ?? "", "xlsx", "measure", reader, file, "1"], {
    encoding: "utf8",
  });
  return { median: times.median, first: times.first, rssMb: measureOnce(single.stdout).rssMb };
}

function measureOnce(line: string): { median: number; first: number; rssMb: number } {
  return JSON.parse(line) as { median: number; first: number; rssMb: number };
}

async function measure(reader: string, file: string, times: number): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const read = READERS[reader];
  if (!read) throw new Error(`no reader ${reader}`);
  const durations: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage();
    await read(bytes);
    const used = process.cpuUsage(start);
    durations.push((used.user + used.system) / 1000);
  }
  const sorted = [...durations].sort((a, b) => a - b);
  process.stdout.write(
    JSON.stringify({
      median: Math.round(sorted[sorted.length >> 1] ?? NaN),
      first: Math.round(durations[0] ?? NaN),
      rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
}
