/** What is kept in a file on the command line (`--state FILE`): the entries of every workbook, by its name. */
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import {
  entryMap,
  isEntry,
  NO_ENTRIES,
  STATE_VERSION,
  type Entries,
  type EntryStore,
  readStored,
} from "../app/session";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";
import { writeOver } from "./write-file";

const schema = v.object({
  version: v.union([v.literal(1), v.literal(STATE_VERSION)]),
  workbooks: v.record(v.string(), v.union([v.array(v.unknown()), v.record(v.string(), v.string())])),
});

/**
 * Opens a state file.
 * @throws CliFailure where it is missing or no state file
 */
export async function openStateFile(path: string): Promise<EntryStore> {
  let kept = await readState(path);
  const save = async (next: ReadonlyMap<string, Entries>): Promise<void> => {
    const workbooks = Object.fromEntries([...next].map(([key, entries]) => [key, [...entries.values()]]));
    await writeOver(
      path,
      new TextEncoder().encode(`${JSON.stringify({ version: STATE_VERSION, workbooks }, null, 2)}\n`),
    );
    kept = next;
  };
  return {
    load: async (workbook) => kept.get(workbook) ?? NO_ENTRIES,
    change: async (workbook, work) => {
      // As it is now: another run may have written since.
      const now = await readState(path);
      const before = now.get(workbook) ?? NO_ENTRIES;
      const after = new Map([...before, ...entryMap(work(before))]);
      await save(new Map(now).set(workbook, after));
      return after;
    },
    remove: async (workbook) => {
      const now = new Map(await readState(path));
      now.delete(workbook);
      await save(now);
    },
    all: async () => kept,
  };
}

async function readState(path: string): Promise<ReadonlyMap<string, Entries>> {
  const parsed = v.safeParse(schema, await readJson(path, "状态文件", "state file"));
  if (!parsed.success) {
    throw new CliFailure(
      `状态文件「${path}」的内容不对；例如 {"version": ${STATE_VERSION}, "workbooks": {}}。`,
      `The state file “${path}” has the wrong content; for example {"version": ${STATE_VERSION}, "workbooks": {}}.`,
    );
  }
  return new Map(Object.entries(parsed.output.workbooks).map(([key, kept]) => [key, entriesFrom(kept)]));
}

/** The entries of one workbook; version 1 kept a document a concern. */
function entriesFrom(kept: readonly unknown[] | Readonly<Record<string, string>>): Entries {
  return Array.isArray(kept)
    ? entryMap(kept.filter(isEntry))
    : entryMap(Object.entries(kept as Record<string, string>).flatMap(([concern, json]) => readStored(concern, json)));
}

/**
 * A JSON file, its failures as sentences.
 * @throws CliFailure
 */
export async function readJson(path: string, zhName: string, enName: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === null) throw error;
    throw new CliFailure(
      `${zhName}「${path}」无法打开；请检查路径是否正确。`,
      `The ${enName} “${path}” cannot be opened; check its path.`,
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CliFailure(
      `${zhName}「${path}」不是有效的 JSON；请检查括号、引号和逗号。`,
      `The ${enName} “${path}” is not valid JSON; check its brackets, quotes and commas.`,
    );
  }
}
