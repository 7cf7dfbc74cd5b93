/**
 * Bytes of a file to grids. The one place that decides which reader a file gets, after its kind was told by its bytes;
 * nothing reaches a library that would read it as something else.
 */
import type { Grid } from "../../grid";
import { HostError, type ReadOptionsForHost, type SheetInfo } from "../port";
import { csvGrid } from "./csv";
import { readDocxTables } from "./docx/read-tables";
import { readWithSheetJs } from "./sheetjs";
import { sniff } from "./sniff";
import { decodeText } from "./text-bytes";
import { readXlsx, type Inflater, type Workbook } from "./xlsx";

export type FileFormat = "xlsx" | "xlsb" | "xls" | "csv" | "docx";

export interface FileWorkbook {
  readonly format: FileFormat;
  readonly grids: readonly Grid[];
  readonly sheets: readonly SheetInfo[];
  /** The package behind an .xlsx, which copies are made from; null for other formats. */
  readonly workbook: Workbook | null;
}

export interface ReadBytesOptions extends ReadOptionsForHost {
  readonly inflater: Inflater;
}

/** Names under which text may come as a table; other text is not taken for a workbook. */
const TEXT_NAMES = /\.(?:csv|tsv|tab|txt)$/i;

/**
 * Reads a workbook from its bytes.
 * @param name file name; tells whether text is a table, and names the sheet of one. No path needed.
 * @throws HostError with the reason (`empty`, `notAWorkbook`, `unsupportedFormat`, `encrypted`, `damaged`, `tooLarge`)
 */
export async function readBytes(bytes: Uint8Array, name: string, options: ReadBytesOptions): Promise<FileWorkbook> {
  const kind = sniff(bytes);
  switch (kind) {
    case "empty":
      throw new HostError("empty", "no content");
    case "zip":
      return readPackage(bytes, options);
    case "ole":
    case "biff":
      needSmall(bytes);
      return plain("xls", await readWithSheetJs(bytes, kind));
    case "text":
      if (!TEXT_NAMES.test(name)) throw new HostError("notAWorkbook", "text");
      needSmall(bytes);
      return plain("csv", [csvGrid(decodeText(bytes), sheetNameOf(name))]);
    case "markup":
      throw new HostError("unsupportedFormat", "markup");
    default:
      throw new HostError("notAWorkbook", kind);
  }
}

async function readPackage(bytes: Uint8Array, options: ReadBytesOptions): Promise<FileWorkbook> {
  try {
    const workbook = await readXlsx(bytes, options);
    return { format: "xlsx", grids: needSheets(workbook.grids), sheets: workbook.sheetInfos, workbook };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const grids = error.code === "notAWorkbook" ? readDocxTables(bytes, options.inflater) : null;
    if (grids !== null) return plain("docx", grids);
    if (error.code !== "unsupportedFormat" || error.detail !== "xlsb") throw error;
  }
  needSmall(bytes);
  // Brings an inflater of its own, which no other format needs.
  const { checkZip } = await import(/* webpackChunkName: "zip-limits" */ "./zip-limits");
  checkZip(bytes);
  return plain("xlsb", await readWithSheetJs(bytes, "zip"));
}

/** Formats that are read whole at once, by readers that take many times the file's size. */
const MOST_BYTES = 64 * 1024 * 1024;

function needSmall(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES) throw new HostError("tooLarge", "file size");
}

function plain(format: FileFormat, grids: readonly Grid[]): FileWorkbook {
  const sheets = needSheets(grids).map(({ sheet, visibility }) => ({
    id: sheet,
    name: sheet,
    visibility,
    protected: false,
  }));
  return { format, grids, sheets, workbook: null };
}

function needSheets(grids: readonly Grid[]): readonly Grid[] {
  if (grids.length === 0) throw new HostError("empty", "no sheets");
  return grids;
}

function sheetNameOf(name: string): string {
  const base = name.replace(TEXT_NAMES, "");
  return base === "" ? "Sheet1" : base;
}
