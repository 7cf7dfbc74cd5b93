/** Drafts, forms and workbooks to be written, in Node: apart from `node`, for what only reads need not load it. */
import type { Book } from "../../grid";
import type { CellToWrite, DraftTools, EditedCopy } from "../draft";
import { editCells } from "./edited-copy";
import { writeBook } from "./book/write-book";
import { writeTable } from "./new-workbook";
import { createNodeInflater } from "./node-zlib";
import { openDraft } from "./open-draft";
import { openForm } from "./open-form";
import { packFiles } from "./pack-files";
import { pasteText } from "./text-draft";

/**
 * A copy of a workbook in which only these cells differ: every part but their sheets is the original's, byte for byte, and
 * without a cell to write the copy is the original. `formulas`: the copy has some, whose saved results may be out of date.
 * @throws HostError as `readBytes`; `unsupportedFormat` for what is no .xlsx or .xlsm
 */
export function editedCopy(bytes: Uint8Array, edits: readonly CellToWrite[]): EditedCopy {
  return editCells(bytes, edits, createNodeInflater());
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
