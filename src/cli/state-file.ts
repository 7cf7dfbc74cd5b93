/** State kept in a file on the command line (`--state FILE`): the documents of every workbook, by its name. */
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import type { StateStore } from "../app/session-types";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";
import { writeOver } from "./write-file";

const schema = v.object({
  version: v.literal(1),
  workbooks: v.record(v.string(), v.record(v.string(), v.string())),
});

/**
 * Opens a state file.
 * @throws CliFailure where it is missing or no state file
 */
export async function openStateFile(path: string): Promise<StateStore> {
  const parsed = v.safeParse(schema, await readJson(path, "状态文件", "state file"));
  if (!parsed.success) {
    throw new CliFailure(
      `状态文件「${path}」的内容不对；例如 {"version": 1, "workbooks": {}}。`,
      `The state file “${path}” is wrong; for example {"version": 1, "workbooks": {}}.`,
    );
  }
  const workbooks = new Map(
    Object.entries(parsed.output.workbooks).map(([key, documents]) => [key, new Map(Object.entries(documents))]),
  );
  const save = async () => {
    const plain = {
      version: 1,
      workbooks: Object.fromEntries([...workbooks].map(([k, d]) => [k, Object.fromEntries(d)])),
    };
    await writeOver(path, new TextEncoder().encode(`${JSON.stringify(plain, null, 2)}\n`));
  };
  return {
    load: async (key, concern) => workbooks.get(key)?.get(concern) ?? null,
    save: async (key, concern, json) => {
      const documents = workbooks.get(key) ?? new Map<string, string>();
      workbooks.set(key, documents.set(concern, json));
      await save();
    },
    remove: async (key) => {
      workbooks.delete(key);
      await save();
    },
  };
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
      `The ${enName} “${path}” is no valid JSON; check its brackets, quotes and commas.`,
    );
  }
}
