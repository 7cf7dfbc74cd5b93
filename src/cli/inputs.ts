/** Files a command works on: those named, and the workbooks in folders named. */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";

/** Workbooks taken from folders. Files named one by one are tried whatever they are called. */
const WORKBOOKS = /\.(?:xlsx|xlsm|xls|xlsb|et|csv)$/i;

/** Files taken from folders at most; beyond it a folder was named by mistake. */
const MAX_FILES = 10_000;

export interface Inputs {
  /** Paths as the user would write them. */
  readonly files: readonly string[];
  /** Several files or a folder: results come one a line. */
  readonly many: boolean;
}

/**
 * Expands folders, with their subfolders, sorted by name. Left out: lock files (~$…), hidden ones, links.
 * @throws CliFailure where nothing is named, or a folder holds no workbook
 */
export async function expandInputs(named: readonly string[], command: string): Promise<Inputs> {
  if (named.length === 0) {
    throw new CliFailure(
      `没有指定台账文件；例如 taizhang ${command} 台账.xlsx。`,
      `No file given; for example taizhang ${command} ledger.xlsx.`,
    );
  }
  const files: string[] = [];
  let many = named.length > 1;
  for (const path of named) {
    if (!(await isFolder(path))) {
      files.push(path);
      continue;
    }
    many = true;
    const before = files.length;
    await collect(path, files);
    if (files.length === before) {
      throw new CliFailure(
        `文件夹「${path}」中没有工作簿；请指定含有 .xlsx、.xls 或 .csv 文件的文件夹。`,
        `The folder “${path}” holds no workbook; name one with .xlsx, .xls or .csv files.`,
      );
    }
  }
  return { files, many };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    // Whatever is wrong with it is said when it is opened.
    if (errorCode(error) !== null) return false;
    throw error;
  }
}

async function list(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === null) throw error;
    throw new CliFailure(
      `文件夹「${folder}」无法打开；请检查是否有读取权限。`,
      `The folder “${folder}” cannot be opened; check your permission to read it.`,
    );
  }
}

async function collect(folder: string, files: string[]): Promise<void> {
  const entries = await list(folder);
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collect(path, files);
    else if (entry.isFile() && WORKBOOKS.test(entry.name)) files.push(path);
    if (files.length > MAX_FILES) {
      throw new CliFailure(
        `文件夹「${folder}」中的工作簿超过 ${MAX_FILES} 个；请指定更小的文件夹。`,
        `The folder “${folder}” holds more than ${MAX_FILES} workbooks; name a smaller one.`,
      );
    }
  }
}
