/** Drafts, forms and workbooks to be written, in Node: apart from `node`, for what only reads need not load it. */
import type { Book } from "../../grid";
import type { CellToWrite, DraftTools, EditedCopy } from "../draft";
import { draftToolsOn } from "./draft-tools";
import { editCells } from "./edited-copy";
import { addBook } from "./book/add-book";
import { writeBook } from "./book/write-book";
import { createNodeInflater } from "./node-zlib";

/**
 * A copy of a workbook in which only these cells differ: every part but their sheets is the original's, byte for byte, and
 * without a cell to write the copy is the original. `formulas`: the copy has some, whose saved results may be out of date.
 * @throws HostError as `readBytes`; `unsupportedFormat` for what is no .xlsx or .xlsm
 */
export function editedCopy(bytes: Uint8Array, edits: readonly CellToWrite[]): EditedCopy {
  return editCells(bytes, edits, createNodeInflater());
}

/** A copy of a workbook with sheets of ours in it: see `DraftTools.addBook`. */
export const copyWithBook: DraftTools["addBook"] = (bytes, wanted, make) =>
  addBook(bytes, wanted, make, createNodeInflater());

/** Tools for drafts in Node. */
export function createNodeDraftTools(): DraftTools {
  return draftToolsOn(createNodeInflater());
}

/** Bytes of a workbook that the core made. */
export function bookBytes(book: Book): Uint8Array {
  return writeBook(book, createNodeInflater());
}
