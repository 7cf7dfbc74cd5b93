/** Tools for drafts, forms and workbooks to be written, on what inflates here. */
import type { DraftTools } from "../draft";
import { editCells } from "./edited-copy";
import { openFileHost } from "./file-host";
import { openDraft } from "./open-draft";
import { openForm } from "./open-form";
import { packFiles } from "./pack-files";
import { writeParquet } from "./parquet";
import { pasteText } from "./text-draft";
import { addBook } from "./book/add-book";
import { writeBook } from "./book/write-book";
import { writeTable } from "./new-workbook";
import type { Inflater } from "./xlsx";

export function draftToolsOn(inflater: Inflater): DraftTools {
  return {
    open: (name, bytes) => openDraft(name, bytes, inflater),
    paste: pasteText,
    writeBook: (book) => writeBook(book, inflater),
    editCells: (bytes, edits) => editCells(bytes, edits, inflater),
    addBook: (bytes, wanted, make) => addBook(bytes, wanted, make, inflater),
    pack: (files) => packFiles(files, inflater),
    openForm: (name, bytes) => openForm(name, bytes, inflater),
    openWorkbook: (name, bytes) => openFileHost(bytes, name, { inflater }),
    writeTable: (table) => writeTable(table, inflater),
    writeParquet,
  };
}
