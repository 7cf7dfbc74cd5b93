/** The merged ledger as a workbook: a sheet a kind, and what came in on a sheet of its own. */
import type { Area, Book, BookCell, BookSheet } from "../../grid";
import { columnKeyOf } from "../../ledger";
import { chineseDate, type CivilDate } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import { MONTH_KINDS, type MonthKind } from "../common/kinds";
import { KIND_SHEETS, OWN_COLUMNS, SOURCE_COLUMNS } from "./columns";
import type { OutItem, OutRow, SentFile } from "./types";

/** An item with the file it comes from, in the order of the ledger. */
export interface PlacedItem {
  readonly file: SentFile;
  readonly item: OutItem;
}

export interface BuildOptions {
  readonly asOf: CivilDate;
  /** Headings that a file keeps are marked, so that no reader takes them for ours. */
  readonly isMarked: boolean;
}

/** Rows above the items: title, note, heading. */
const HEAD = 2;
const EXTRA_WIDTH = 16;

interface OutColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
}

/** Items of a kind in the order of their files. */
export function itemsOf(files: readonly SentFile[], kind: MonthKind): readonly PlacedItem[] {
  return files.flatMap((file) => file.items.filter((item) => item.kind === kind).map((item) => ({ file, item })));
}

/** The sheets of the kinds that have items. */
export function ledgerSheets(files: readonly SentFile[], options: BuildOptions): readonly BookSheet[] {
  return MONTH_KINDS.flatMap((kind) => {
    const items = itemsOf(files, kind);
    return items.length === 0 ? [] : [kindSheet(kind, items, columnsFor(kind, files, items, options), options)];
  });
}

export function bookOf(files: readonly SentFile[], options: BuildOptions, report: BookSheet): Book {
  return { sheets: [...ledgerSheets(files, options), report] };
}

function columnsFor(
  kind: MonthKind,
  files: readonly SentFile[],
  items: readonly PlacedItem[],
  { isMarked }: BuildOptions,
): readonly OutColumn[] {
  // A column of measures without any would count one for each item.
  const hasMeasures = files.some(({ measured }) => measured.has(kind));
  const own = OWN_COLUMNS.filter(({ key }) => key !== "measure" || hasMeasures);
  const extras = new Set<string>();
  for (const { item } of items)
    for (const row of item.rows) for (const key of row.keys()) if (key.startsWith("+")) extras.add(key);
  const taken = new Set([...own, ...SOURCE_COLUMNS].map(({ header }) => foldKey(header)));
  const headingOf = (key: string): string => {
    const heading = key.slice(1);
    const isOurs = taken.has(foldKey(heading)) || (isMarked && columnKeyOf(heading) !== null) || isMarked;
    return isOurs ? `${heading}（原表）` : heading;
  };
  return [
    ...own,
    ...SOURCE_COLUMNS.map(({ header, width }) => ({ key: header, header, width })),
    ...[...extras].map((key) => ({ key, header: headingOf(key), width: EXTRA_WIDTH })),
  ];
}

function kindSheet(
  kind: MonthKind,
  items: readonly PlacedItem[],
  columns: readonly OutColumn[],
  { asOf }: BuildOptions,
): BookSheet {
  const right = columns.length - 1;
  const rows: (readonly (BookCell | null)[])[] = [
    [{ value: `${KIND_SHEETS[kind]}（各单位汇总）`, look: "title" }],
    [{ value: `统计截止：${chineseDate(asOf)}`, look: "note" }],
    columns.map(({ header }) => ({ value: header, look: "head" })),
  ];
  const merges: Area[] = [
    { top: 0, left: 0, bottom: 0, right },
    { top: 1, left: 0, bottom: 1, right },
  ];
  items.forEach(({ file, item }, index) => {
    const top = rows.length;
    const bottom = top + item.rows.length - 1;
    item.rows.forEach((row, at) => rows.push(rowCells(columns, { file, item }, row, at === 0 ? index + 1 : null)));
    if (bottom === top) return;
    columns.forEach(({ key }, col) => {
      if (key === "number" || key === "problem" || item.shared.has(key))
        merges.push({ top, left: col, bottom, right: col });
    });
  });
  return {
    name: KIND_SHEETS[kind],
    widths: columns.map(({ width }) => width),
    rows,
    merges,
    frozen: HEAD + 1,
    head: HEAD,
    paper: "A3",
  };
}

/** @param number the new one in the first row of an item, null below it */
function rowCells(
  columns: readonly OutColumn[],
  { file, item }: PlacedItem,
  row: OutRow,
  number: number | null,
): readonly BookCell[] {
  const [own, name, place] = SOURCE_COLUMNS.map(({ header }) => header);
  return columns.map(({ key }): BookCell => {
    if (key === "number") return { value: number, look: "count" };
    if (key === "problem") return { value: number === null ? null : item.problem };
    if (key === own) return { value: item.number, look: "count" };
    if (key === name) return { value: file.file };
    if (key === place) return { value: item.place };
    const value = row.get(key);
    return { value: value?.value ?? null, ...(value?.format !== undefined && { format: value.format }) };
  });
}
