/** Files that come in from many units: those named, and what a folder holds, in the order in which people count. */
import { readdir, realpath } from "node:fs/promises";
import { basename } from "node:path";
import { compareNames } from "../month";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";
import { isFolder } from "./paths";

export interface MonthInput {
  /** As the user would write it, `/` between folders. */
  readonly file: string;
  /** Found in a folder, not named itself. */
  readonly isFound: boolean;
}

export interface MonthInputs {
  readonly files: readonly MonthInput[];
  /** In folders, but no ledger by its name: lock files, hidden ones, other types. */
  readonly leftOut: readonly string[];
}

const LEDGER_NAMES = /\.(?:xlsx|xlsm|xls|csv|docx)$/i;
/** Beyond it a folder was named by mistake. */
const MAX_FILES = 10_000;

/**
 * Files and folders as named; a folder stands for what is in it and below, in natural order. `except`: paths that are no
 * input though they lie there (the master, the template).
 * @throws CliFailure where nothing is named, or a folder cannot be opened
 */
export async function monthInputs(
  named: readonly string[],
  example: string,
  except: readonly string[] = [],
): Promise<MonthInputs> {
  if (named.length === 0)
    throw new CliFailure(
      `没有指定各单位报送的文件或文件夹；例如 ${example}。`,
      `No files or folder given; for example ${example}.`,
    );
  const skipped = new Set(await Promise.all(except.map(realPath)));
  const files: MonthInput[] = [];
  const leftOut: string[] = [];
  for (const path of named) {
    if (!(await isFolder(path))) {
      files.push({ file: path, isFound: false });
      continue;
    }
    const folder = path.replace(/[\\/]+$/, "") || path;
    for (const below of (await filesBelow(folder, "")).sort(compareNames)) {
      const file = `${folder}/${below}`;
      const name = basename(below);
      const isLedger = LEDGER_NAMES.test(name) && !name.startsWith("~$") && !name.startsWith(".");
      if (skipped.size > 0 && skipped.has(await realPath(file))) continue;
      if (isLedger) files.push({ file, isFound: true });
      else leftOut.push(file);
      if (files.length > MAX_FILES)
        throw new CliFailure(
          `文件夹「${path}」中的文件超过 ${MAX_FILES} 个；请指定更小的文件夹。`,
          `The folder “${path}” holds more than ${MAX_FILES} files; name a smaller one.`,
        );
    }
  }
  const seen = new Set<string>();
  return { files: files.filter(({ file }) => !seen.has(file) && seen.add(file)), leftOut };
}

function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Paths below a folder, relative to it; links and what cannot be opened inside are passed over. */
async function filesBelow(folder: string, under: string): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(`${folder}/${under}`, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === null) throw error;
    throw new CliFailure(
      `文件夹「${folder}${under === "" ? "" : `/${under}`}」无法打开；请检查是否有读取权限。`,
      `The folder “${folder}${under === "" ? "" : `/${under}`}” cannot be opened; check your permission to read it.`,
    );
  }
  const found: string[] = [];
  for (const entry of entries) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory() && !entry.name.startsWith(".")) found.push(...(await filesBelow(folder, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}
