/** Files a command works on: those named, and the workbooks in folders named. */
import type { Dirent } from "node:fs";
import { ownCopyOf } from "../app/copy-names";
import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";
import { isFolder } from "./paths";

/** What a command takes from folders. Files named one by one are tried whatever they are called. */
export interface InputKind {
  readonly names: RegExp;
  readonly zh: {
    readonly file: string;
    readonly files: string;
    readonly example: string;
    readonly endings: string;
  };
  readonly en: InputKind["zh"];
}

const WORKBOOKS: InputKind = {
  names: /\.(?:xlsx|xlsm|xls|xlsb|et|csv)$/i,
  zh: { file: "台账文件", files: "工作簿", example: "台账.xlsx", endings: ".xlsx、.xls 或 .csv" },
  en: { file: "file", files: "workbook", example: "ledger.xlsx", endings: ".xlsx, .xls or .csv" },
};

/** Workbooks, and documents whose tables are ledgers. */
export const LEDGERS: InputKind = { ...WORKBOOKS, names: /\.(?:xlsx|xlsm|xls|xlsb|et|csv|docx)$/i };

/** Ledgers, and periods that were kept. */
export const PERIODS: InputKind = { ...WORKBOOKS, names: /\.(?:xlsx|xlsm|xls|xlsb|et|csv|docx|json)$/i };

export const NOTICES: InputKind = {
  names: /\.(?:docx|txt)$/i,
  zh: { file: "通报文件", files: "通报", example: "通报.docx", endings: ".docx 或 .txt" },
  en: { file: "notice", files: "notice", example: "notice.docx", endings: ".docx or .txt" },
};

/** Files taken from folders at most; beyond it a folder was named by mistake. */
const MAX_FILES = 10_000;

export interface Inputs {
  /** Paths as the user would write them. */
  readonly files: readonly string[];
  /** Several files or a folder: results come one a line. */
  readonly many: boolean;
  /** Copies of our own in folders, passed over because their originals are there. */
  readonly leftOut: readonly string[];
  /**
   * Documents and JSON files in folders, taken only if they hold a ledger or a period: a notice or a file of settings beside
   * the ledgers is no failure.
   */
  readonly maybe: ReadonlySet<string>;
  /** Folders inside those named that could not be opened. */
  readonly unreadable: readonly CliFailure[];
}

/**
 * Copies of ours among the files of one folder: their original stands beside them, and both would count. A copy without it
 * is somebody's ledger.
 */
function isOwnCopy(name: string, beside: ReadonlySet<string>): boolean {
  const ending = extname(name);
  let base = ownCopyOf(name.slice(0, name.length - ending.length));
  for (; base !== null; base = ownCopyOf(base)) if (beside.has((base + ending).toLowerCase())) return true;
  return false;
}

/**
 * Expands folders, with their subfolders, sorted by name. Left out: lock files (~$…), hidden ones, links, copies of
 * our own beside their originals.
 * @throws CliFailure where nothing is named, or a folder holds no such file
 */
export async function expandInputs(
  named: readonly string[],
  command: string,
  kind: InputKind = WORKBOOKS,
): Promise<Inputs> {
  if (named.length === 0) {
    throw new CliFailure(
      `没有指定${kind.zh.file}；例如 taizhang ${command} ${kind.zh.example}。`,
      `No ${kind.en.file} given; for example taizhang ${command} ${kind.en.example}.`,
    );
  }
  const files: string[] = [];
  const collected: string[] = [];
  const leftOut: string[] = [];
  const unreadable: CliFailure[] = [];
  let many = named.length > 1;
  for (const path of named) {
    if (!(await isFolder(path))) {
      files.push(path);
      continue;
    }
    many = true;
    const before = files.length;
    await collect(path, { files, leftOut, unreadable }, kind, true);
    collected.push(...files.slice(before));
    if (files.length === before && unreadable.length === 0) {
      throw new CliFailure(
        `文件夹「${path}」中没有${kind.zh.files}；请指定含有 ${kind.zh.endings} 文件的文件夹。`,
        `The folder “${path}” holds no ${kind.en.files}; name one with ${kind.en.endings} files.`,
      );
    }
  }
  const isSure = kind !== LEDGERS && kind !== PERIODS;
  const maybe = new Set(isSure ? [] : collected.filter((path) => /\.(?:docx|json)$/i.test(path)));
  return { files, many, leftOut, unreadable, maybe };
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

interface Collected {
  readonly files: string[];
  readonly leftOut: string[];
  readonly unreadable: CliFailure[];
}

async function collect(folder: string, found: Collected, kind: InputKind, isNamed: boolean): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await list(folder);
  } catch (error) {
    // The folder that was named must open; one inside it is told, and the others are gone through.
    if (isNamed || !(error instanceof CliFailure)) throw error;
    found.unreadable.push(error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const names = new Set(entries.filter((entry) => entry.isFile()).map((entry) => entry.name.toLowerCase()));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collect(path, found, kind, false);
    else if (entry.isFile() && kind.names.test(entry.name)) {
      (isOwnCopy(entry.name, names) ? found.leftOut : found.files).push(path);
    }
    if (found.files.length > MAX_FILES) {
      throw new CliFailure(
        `文件夹「${folder}」中的${kind.zh.files}超过 ${MAX_FILES} 个；请指定更小的文件夹。`,
        `The folder “${folder}” holds more than ${MAX_FILES} ${kind.en.files}s; name a smaller one.`,
      );
    }
  }
}
