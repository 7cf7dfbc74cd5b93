/**
 * Reads a workbook (.xlsx, .xlsm, their templates; transitional and strict) into grids.
 */
import { type Grid, PLAIN_CELL } from "../../../grid";
import { HostError, type Progress, type SheetInfo } from "../../port";
import type { Inflater } from "./inflater";
import { LIMITS, type Limits } from "./limits";
import { openPackage, type XlsxPackage } from "./package";
import { readSharedStrings, type SharedStrings } from "./shared-strings";
import type { CellBudget } from "./cell-scanner";
import { SheetScanner, type SheetContent } from "./sheet-scanner";
import { readCellStyles, type CellStyles } from "./styles-part";
import { readWorkbookPart, type SheetEntry, type SheetKind, type WorkbookPart } from "./workbook-part";
import { readTotalsRows } from "./tables-part";
import { utf8Bytes } from "./xml-text";

interface XlsxReadOptions {
  readonly inflater: Inflater;
  readonly signal?: AbortSignal;
  /** Bytes of sheet XML read, of all there are. */
  readonly onProgress?: (progress: Progress) => void;
  readonly limits?: Partial<Limits>;
  /** Awaited between blocks of rows, so that a page can breathe; without it the reading is done in one go. */
  readonly breathe?: () => Promise<void>;
}

interface XlsxSheetInfo extends SheetInfo {
  /** Chart, dialog and macro sheets have a name but no cells, hence no grid. */
  readonly kind: SheetKind;
  /** A report sheet of ours has no grid either. */
  readonly ours: boolean;
}

export interface Workbook {
  readonly package: XlsxPackage;
  readonly part: WorkbookPart;
  /** The worksheets, in the order of their tabs; report sheets of ours are left out. */
  readonly grids: readonly Grid[];
  /** All sheets, in the order of their tabs. */
  readonly sheetInfos: readonly XlsxSheetInfo[];
  readonly styles: CellStyles;
}

const ROWS_A_BLOCK = 2_000;

/**
 * @throws HostError empty, notAWorkbook, unsupportedFormat, encrypted, damaged, tooLarge, cancelled
 * @example
 * const { grids } = await readXlsx(bytes, { inflater: createFflateInflater() });
 */
export async function readXlsx(bytes: Uint8Array, options: XlsxReadOptions): Promise<Workbook> {
  const limits = { ...LIMITS, ...options.limits };
  const pack = openPackage(bytes, options.inflater, limits);
  const part = readWorkbookPart(pack);
  if (part.sheets.length === 0) throw new HostError("damaged", `${part.part}: no sheets`);
  const styles = readCellStyles(pack, part.styles);
  const strings = readSharedStrings(pack, part.sharedStrings);
  const worksheets = part.sheets.filter((sheet) => sheet.kind === "worksheet" && !sheet.ours);
  const readable = firstOfEachPart(pack, worksheets);
  if (worksheets.length > 0 && readable.size === 0)
    throw new HostError("damaged", `missing part ${worksheets[0]!.part}`);
  const sizeOf = (sheet: SheetEntry): number => pack.entry(sheet.part)?.size ?? 0;
  const total = [...readable.values()].reduce((sum, sheet) => sum + sizeOf(sheet), 0);
  const budget: CellBudget = { left: limits.cells };
  const contents = new Map<SheetEntry, SheetContent>();
  let before = 0;
  for (const sheet of readable.values()) {
    contents.set(
      sheet,
      await readSheet(pack, part, sheet, strings, budget, options, (position) => ({ done: before + position, total })),
    );
    before += sizeOf(sheet);
  }
  const grids = worksheets.map((sheet) => {
    const content = contents.get(sheet);
    if (content) return gridOf(sheet, content, part, styles, readTotalsRows(pack, sheet.part));
    const first = readable.get(sheet.part.toLowerCase());
    return unreadGrid(sheet, first ? { why: "samePart", instead: first.name } : { why: "noPart" });
  });
  return {
    package: pack,
    part,
    styles,
    grids,
    sheetInfos: part.sheets.map((sheet) => ({
      id: sheet.part,
      name: sheet.name,
      kind: sheet.kind,
      ours: sheet.ours,
      visibility: sheet.visibility,
      protected: contents.get(sheet)?.protected ?? false,
    })),
  };
}

/** The first sheet of each part there is: a part that many sheets name is read once, and counts once. */
function firstOfEachPart(pack: XlsxPackage, worksheets: readonly SheetEntry[]): ReadonlyMap<string, SheetEntry> {
  const first = new Map<string, SheetEntry>();
  for (const sheet of worksheets) {
    const key = sheet.part.toLowerCase();
    if (pack.has(sheet.part) && !first.has(key)) first.set(key, sheet);
  }
  return first;
}

function unreadGrid(sheet: SheetEntry, unread: NonNullable<Grid["unread"]>): Grid {
  return {
    sheet: sheet.name,
    values: [],
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    visibility: sheet.visibility,
    date1904: false,
    unread,
  };
}

const RICH_STRUCTURES = "xl/richData/rdrichvaluestructure.xml";

/** Whether the rich values of a workbook are pictures in cells, and no errors of the newer kinds are among them. */
function holdsRichPictures(pack: XlsxPackage): boolean {
  if (!pack.has(RICH_STRUCTURES)) return false;
  const structures = pack.text(RICH_STRUCTURES);
  return structures.includes("_localImage") && !structures.includes('"_error"');
}

async function readSheet(
  pack: XlsxPackage,
  workbook: WorkbookPart,
  sheet: SheetEntry,
  strings: SharedStrings,
  budget: CellBudget,
  options: XlsxReadOptions,
  progress: (position: number) => Progress,
): Promise<SheetContent> {
  const bytes = utf8Bytes(pack.bytes(sheet.part, "sheet"), sheet.part);
  const scanner = new SheetScanner(bytes, {
    part: sheet.part,
    strings,
    date1904: workbook.date1904,
    limits: pack.limits,
    budget,
    richPictures: holdsRichPictures(pack),
  });
  for (;;) {
    if (options.signal?.aborted) throw new HostError("cancelled");
    const done = scanner.read(ROWS_A_BLOCK);
    options.onProgress?.(progress(scanner.position));
    if (done) return scanner.content();
    if (options.breathe) await options.breathe();
  }
}

function gridOf(
  sheet: SheetEntry,
  content: SheetContent,
  workbook: WorkbookPart,
  styles: CellStyles,
  totalsRows: ReadonlySet<number>,
): Grid {
  return {
    ...(totalsRows.size > 0 ? { totalsRows } : {}),
    sheet: sheet.name,
    values: content.values,
    merges: content.merges,
    hiddenRows: content.hiddenRows,
    hiddenCols: content.hiddenCols,
    visibility: sheet.visibility,
    date1904: workbook.date1904,
    formatAt: (row, col) => styles.formats[content.styleAt(row, col)],
    look: {
      widths: content.widths,
      heights: content.heights,
      frozen: content.frozen,
      styleAt: (row, col) => styles.looks[content.styleAt(row, col)] ?? PLAIN_CELL,
    },
    fillAt: (row, col) => styles.fills[content.styleAt(row, col)] ?? null,
    struckAt(row, col) {
      const strike = content.strikeAt(row, col);
      return strike === "byCell" ? (styles.struck[content.styleAt(row, col)] ?? false) : strike === "struck";
    },
  };
}
