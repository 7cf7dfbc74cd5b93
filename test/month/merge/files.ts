/** Files of units, made from entries; a merged workbook is read from its bytes, as any command would. */
import type { Book, CellValue, Grid } from "../../../src/grid";
import { bookBytes, openBytes } from "../../../src/hosts/file/node";
import type { UnitDirectory } from "../../../src/ledger";
import {
  assemble,
  type Assembled,
  bookOf,
  chooseFiles,
  fileUnit,
  mergeResult,
  type ReadBack,
  reportSheet,
  type SentFile,
  type MergeTemplate,
  takeFile,
} from "../../../src/month";
import { NOVEMBER, readingOf } from "../month-ledger";

export function sheet(values: readonly (readonly CellValue[])[], more: Partial<Grid> = {}): Grid {
  return {
    sheet: "台账",
    values,
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    visibility: "visible",
    date1904: false,
    ...more,
  };
}

/** A number format by cell name. */
export function formats(of: Readonly<Record<string, string>>): Pick<Grid, "formatAt"> {
  return { formatAt: (row, col) => of[`${String.fromCharCode(65 + col)}${row + 1}`] };
}

export function sent(file: string, grid: Grid | readonly Grid[], directory: UnitDirectory | null = null): SentFile {
  const reading = readingOf(Array.isArray(grid) ? (grid as readonly Grid[]) : [grid as Grid], NOVEMBER);
  return takeFile(file, reading, fileUnit(file, reading, directory));
}

export async function gridsOf(book: Book): Promise<readonly Grid[]> {
  return (await openBytes(bookBytes(book), "汇总.xlsx")).read.grids();
}

export async function mergeSent(
  files: readonly SentFile[],
  directory: UnitDirectory | null = null,
  template: MergeTemplate | null = null,
) {
  const chosen = chooseFiles(files, directory);
  const readBack: ReadBack = async (book) => readingOf(await gridsOf(book), NOVEMBER);
  const assembled: Assembled = await assemble(chosen.used, NOVEMBER, readBack, template);
  const result = mergeResult({ sent: files, chosen, assembled, left: [], directory, notEqual: (file) => file });
  const book = bookOf(assembled.files, assembled.options, reportSheet(result, assembled.counts));
  return { chosen, assembled, result, book };
}

/** Rows of the first ledger sheet by heading, what is merged over several filled into all. */
export async function rowsOf(book: Book): Promise<readonly Readonly<Record<string, CellValue>>[]> {
  const [grid] = await gridsOf(book);
  if (grid === undefined) throw new Error("no sheet");
  const head = grid.values[2] ?? [];
  return grid.values.slice(3).map((values, at) =>
    Object.fromEntries(
      head.map((name, col) => {
        const area = grid.merges.find(({ top, left, bottom }) => left === col && top <= at + 3 && at + 3 <= bottom);
        return [String(name), (area ? grid.values[area.top]?.[col] : values[col]) ?? null];
      }),
    ),
  );
}
