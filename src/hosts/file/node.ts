/** Files on disk: the edge of the file host in Node. */
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Book } from "../../grid";
import type { CellToWrite, DraftTools, EditedCopy } from "../draft";
import { HostError } from "../port";
import { editCells } from "./edited-copy";
import { openFileHost, type FileHost } from "./file-host";
import { writeBook } from "./book/write-book";
import { writeTable } from "./new-workbook";
import { createNodeInflater } from "./node-zlib";
import { openDraft } from "./open-draft";
import { openForm } from "./open-form";
import { packFiles } from "./pack-files";
import { pasteText } from "./text-draft";

export type { FileHost } from "./file-host";

/** Files beyond this size are refused before they are read: no ledger is that large. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Bytes of a file.
 * @throws HostError `unreadableFile` (detail: ENOENT, EACCES, EISDIR, …), `tooLarge`
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) throw new HostError("tooLarge", "file size");
    return await readFile(path);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError("unreadableFile", codeOf(error));
  }
}

/**
 * Opens a workbook on disk.
 * @throws HostError as `readFileBytes` and `readBytes`
 */
export async function openFile(path: string): Promise<FileHost> {
  return openBytes(await readFileBytes(path), path);
}

function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "unknown";
}

/**
 * A copy of a workbook in which only these cells differ: every part but their sheets is the original's, byte for byte, and
 * without a cell to write the copy is the original. `formulas`: the copy has some, whose saved results may be out of date.
 * @throws HostError as `readBytes`; `unsupportedFormat` for what is no .xlsx or .xlsm
 */
export function editedCopy(bytes: Uint8Array, edits: readonly CellToWrite[]): EditedCopy {
  return editCells(bytes, edits, createNodeInflater());
}

/** Opens a workbook from its bytes. */
export async function openBytes(bytes: Uint8Array, path: string): Promise<FileHost> {
  return openFileHost(bytes, basename(path), { inflater: createNodeInflater() });
}

/** Tools for drafts in Node. */
export function createNodeDraftTools(): DraftTools {
  const inflater = createNodeInflater();
  return {
    open: (name, bytes) => openDraft(name, bytes, inflater),
    paste: pasteText,
    writeBook: (book) => writeBook(book, inflater),
    editCells: (bytes, edits) => editCells(bytes, edits, inflater),
    pack: (files) => packFiles(files, inflater),
    openForm: (name, bytes) => openForm(name, bytes, inflater),
    writeTable: (table) => writeTable(table, inflater),
  };
}

/** Bytes of a workbook that the core made. */
export function bookBytes(book: Book): Uint8Array {
  return writeBook(book, createNodeInflater());
}
