/** Files a command works on: those named, and the workbooks in folders named. */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";

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

export const WORKBOOKS: InputKind = {
  names: /\.(?:xlsx|xlsm|xls|xlsb|et|csv)$/i,
  zh: { file: "台账文件", files: "工作簿", example: "台账.xlsx", endings: ".xlsx、.xls 或 .csv" },
  en: { file: "file", files: "workbook", example: "ledger.xlsx", endings: ".xlsx, .xls or .csv" },
};

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
}

/**
 * Expands folders, with their subfolders, sorted by name. Left out: lock files (~$…), hidden ones, links.
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
  let many = named.length > 1;
  for (const path of named) {
    if (!(await isFolder(path))) {
      files.push(path);
      continue;
    }
    many = true;
    const before = files.length;
    await collect(path, files, kind);
    if (files.length === before) {
      throw new CliFailure(
        `文件夹「${path}」中没有${kind.zh.files}；请指定含有 ${kind.zh.endings} 文件的文件夹。`,
        `The folder “${path}” holds no ${kind.en.files}; name one with ${kind.en.endings} files.`,
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

async function collect(folder: string, files: string[], kind: InputKind): Promise<void> {
  const entries = await list(folder);
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collect(path, files, kind);
    else if (entry.isFile() && kind.names.test(entry.name)) files.push(path);
    if (files.length > MAX_FILES) {
      throw new CliFailure(
        `文件夹「${folder}」中的${kind.zh.files}超过 ${MAX_FILES} 个；请指定更小的文件夹。`,
        `The folder “${folder}” holds more than ${MAX_FILES} ${kind.en.files}s; name a smaller one.`,
      );
    }
  }
}
