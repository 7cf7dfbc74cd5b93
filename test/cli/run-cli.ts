/** Runs the command line with streams of its own. */
import { mkdtemp, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { civilDate } from "../../src/zh/civil-date";
import type { Io } from "../../src/cli/io";
import { run } from "../../src/cli/run";
import { ledgerSheet } from "../app/session/ledger-sheet";
import type { ContractSheet } from "../hosts/contract/contract";
import { buildXlsx } from "../hosts/file/build";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export async function runCli(argv: readonly string[], over: Partial<Io> = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
    today: () => civilDate(2025, 10, 10)!,
    now: () => 0,
    wallClock: () => "2025-10-10T00:00:00Z",
    ...over,
  };
  const status = await run(argv, io);
  return { status, out, err };
}

/** A folder for one test file; removed afterwards. */
export async function makeFolder(): Promise<{ path: (...names: string[]) => string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), "taizhang-test-"));
  return { path: (...names) => join(root, ...names), remove: () => rm(root, { recursive: true, force: true }) };
}

export async function put(path: string, content: Uint8Array | string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Writes a workbook; by default the small ledger of the session's tests. */
export async function putLedger(path: string, sheets: readonly ContractSheet[] = [ledgerSheet()]): Promise<string> {
  return put(path, await buildXlsx(sheets));
}

/** One sentence on one line, without a stack. */
export function expectOneSentence(err: string): void {
  expect(err).toMatch(/^[^\n]{8,400}[。？.?]\n$/);
  expect(err).not.toMatch(/\bat \S+:\d+|Error:|undefined|\[object/);
}
