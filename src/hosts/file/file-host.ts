/**
 * The host of a file. For an .xlsx or .xlsm it has all facets of a file; other formats are only read, and the facets
 * that need the file's parts (marks, edits, report sheets, copies) are absent with the reason.
 */
import { type CellValue, type Grid, sketchOf } from "../../grid";
import { HostError, type FacetName, type Host, type LackReason } from "../port";
import { lookAt } from "../look";
import { readBytes, type FileFormat, type FileWorkbook, type ReadBytesOptions } from "./read-bytes";
import { warningsOf } from "./xlsx";
import { xlsxFacets } from "./xlsx-host";

export interface FileHost extends Host {
  readonly format: FileFormat;
  /** The workbook is signed: any copy with a change loses the signature's validity, which a person should be told. */
  readonly signed: boolean;
}

const LACKS: Readonly<Record<FacetName, LackReason>> = {
  events: "notThisHost",
  select: "notThisHost",
  marks: "readOnlyFormat",
  write: "readOnlyFormat",
  lists: "notThisHost",
  sheets: "readOnlyFormat",
  state: "readOnlyFormat",
  copies: "readOnlyFormat",
};

/**
 * Opens a file from its bytes.
 * @param name file name without its path, for reports and to tell text tables
 * @throws HostError as `readBytes`
 */
export async function openFileHost(bytes: Uint8Array, name: string, options: ReadBytesOptions): Promise<FileHost> {
  return readingHost(await readBytes(bytes, name, options), name);
}

/** A host over a file that was read already: all facets for a package whose parts we know, reading alone for others. */
function readingHost(file: FileWorkbook, name: string): FileHost {
  if (file.workbook) {
    const signed = warningsOf(file.workbook.package).includes("signature");
    return {
      name: "file",
      format: file.format,
      workbookName: name,
      workbookKey: name,
      sketch: sketchOf(file.grids),
      signed,
      ...xlsxFacets(file.workbook),
    };
  }
  const find = (sheet: string): Grid => {
    const grid = file.grids.find((each) => each.sheet === sheet);
    if (!grid) throw new HostError("missingSheet", "sheet not found");
    return grid;
  };
  return {
    name: "file",
    format: file.format,
    signed: false,
    workbookName: name,
    workbookKey: name,
    sketch: sketchOf(file.grids),
    lacks: LACKS,
    read: {
      sheets: async () => file.sheets,
      grids: async (names, options) => {
        if (options?.signal?.aborted) throw new HostError("cancelled");
        const wanted = names ? names.map(find) : file.grids;
        options?.onProgress?.({ done: wanted.length, total: wanted.length });
        return wanted;
      },
      rows: async (sheet, rows) => {
        const grid = find(sheet);
        return new Map<number, readonly CellValue[]>(rows.map((row) => [row, grid.values[row] ?? []]));
      },
      look: async (since) => lookAt(since, file.grids),
    },
  };
}
