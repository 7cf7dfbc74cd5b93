/**
 * Bytes of a file to grids. The one place that decides which reader a file gets, after its kind was told by its bytes;
 * nothing reaches a library that would read it as something else.
 */
import type { Grid } from "../../ledger/grid";
import { HostError } from "../port";
import { csvGrid } from "./csv";
import { readWithSheetJs } from "./sheetjs";
import { sniff } from "./sniff";
import { decodeText } from "./text-bytes";
import { checkZip, type ZipEntry } from "./zip-limits";

export type FileFormat = "xlsx" | "xlsb" | "xls" | "csv";

export interface FileWorkbook {
  readonly format: FileFormat;
  readonly grids: readonly Grid[];
}

/** Names under which text may come as a table; other text is not taken for a workbook. */
const TEXT_NAMES = /\.(?:csv|tsv|tab|txt)$/i;

/**
 * Reads a workbook from its bytes.
 * @param name file name; tells whether text is a table, and names the sheet of one. No path needed.
 * @throws HostError with the reason (`empty`, `notAWorkbook`, `unsupportedFormat`, `encrypted`, `damaged`, `tooLarge`)
 */
export async function readBytes(bytes: Uint8Array, name: string): Promise<FileWorkbook> {
  const kind = sniff(bytes);
  switch (kind) {
    case "empty":
      throw new HostError("empty", "no content");
    case "zip":
      return readPackage(bytes);
    case "ole":
    case "biff":
      return { format: "xls", grids: needSheets(await readWithSheetJs(bytes, kind)) };
    case "text":
      if (!TEXT_NAMES.test(name)) throw new HostError("notAWorkbook", "text");
      return { format: "csv", grids: [csvGrid(decodeText(bytes), sheetNameOf(name))] };
    case "markup":
      throw new HostError("unsupportedFormat", "markup");
    default:
      throw new HostError("notAWorkbook", kind);
  }
}

async function readPackage(bytes: Uint8Array): Promise<FileWorkbook> {
  const format = packageFormat(checkZip(bytes));
  return { format, grids: needSheets(await readWithSheetJs(bytes, "zip")) };
}

/** Which package a zip is, by its parts. */
function packageFormat(entries: readonly ZipEntry[]): "xlsx" | "xlsb" {
  const names = entries.map((entry) => entry.name.replace(/\\/g, "/").replace(/^\//, "").toLowerCase());
  if (!names.includes("[content_types].xml")) {
    if (names.includes("mimetype") || names.includes("content.xml")) throw new HostError("unsupportedFormat", "odf");
    throw new HostError("notAWorkbook", "zip");
  }
  if (names.some((name) => name.startsWith("word/") || name.startsWith("ppt/")) && !names.some(isWorkbookPart)) {
    throw new HostError("notAWorkbook", "other office package");
  }
  return names.includes("xl/workbook.bin") ? "xlsb" : "xlsx";
}

function isWorkbookPart(name: string): boolean {
  return name.startsWith("xl/");
}

function needSheets(grids: readonly Grid[]): readonly Grid[] {
  if (grids.length === 0) throw new HostError("empty", "no sheets");
  return grids;
}

function sheetNameOf(name: string): string {
  const base = name.replace(TEXT_NAMES, "");
  return base === "" ? "Sheet1" : base;
}
