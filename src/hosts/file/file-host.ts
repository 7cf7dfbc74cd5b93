/**
 * The host of a file that is only read: its grids, once, and nothing else. Facets that need the file's parts (marks,
 * edits, report sheets, copies) are absent with the reason.
 */
import type { CellValue, Grid } from "../../ledger/grid";
import { HostError, type FacetName, type Host, type LackReason } from "../port";
import { readBytes, type FileFormat } from "./read-bytes";

export interface FileHost extends Host {
  readonly format: FileFormat;
}

const LACKS: Readonly<Record<Exclude<FacetName, never>, LackReason>> = {
  events: "notThisHost",
  select: "notThisHost",
  marks: "readOnlyFormat",
  write: "readOnlyFormat",
  sheets: "readOnlyFormat",
  state: "readOnlyFormat",
  copies: "readOnlyFormat",
};

/**
 * Opens a file from its bytes.
 * @param name file name without its path, for reports and to tell text tables
 * @throws HostError as `readBytes`
 */
export async function openFileHost(bytes: Uint8Array, name: string): Promise<FileHost> {
  const { format, grids } = await readBytes(bytes, name);
  return fileHostOf(grids, format, name);
}

/** A read-only host over grids that were read already. */
export function fileHostOf(grids: readonly Grid[], format: FileFormat, name: string): FileHost {
  const find = (sheet: string): Grid => {
    const grid = grids.find((each) => each.sheet === sheet);
    if (!grid) throw new HostError("missingSheet", "sheet not found");
    return grid;
  };
  return {
    name: "file",
    format,
    workbookName: name,
    workbookKey: name,
    lacks: LACKS,
    read: {
      sheets: async () => grids.map((grid) => ({ name: grid.sheet, visibility: grid.visibility, protected: false })),
      grids: async (names, options) => {
        if (options?.signal?.aborted) throw new HostError("cancelled");
        const wanted = names ? names.map(find) : grids;
        options?.onProgress?.({ done: wanted.length, total: wanted.length });
        return wanted;
      },
      rows: async (sheet, rows) => {
        const grid = find(sheet);
        return new Map<number, readonly CellValue[]>(rows.map((row) => [row, grid.values[row] ?? []]));
      },
    },
  };
}
