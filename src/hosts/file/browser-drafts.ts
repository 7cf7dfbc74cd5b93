/** Drafts in a browser: the edge of the file host there. Loaded when the pane of drafts first opens. */
import type { DraftTools } from "../draft";
import { editCells } from "./edited-copy";
import { openDraft } from "./open-draft";
import { openForm } from "./open-form";
import { packFiles } from "./pack-files";
import { pasteText } from "./text-draft";
import { writeBook } from "./book/write-book";
import { writeTable } from "./new-workbook";
import { createFflateInflater } from "./xlsx/fflate-inflater";

/** Tools for drafts, on fflate. */
export function createDraftTools(): DraftTools {
  const inflater = createFflateInflater();
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
