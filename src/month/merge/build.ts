/** The merged ledger as a workbook: a sheet a kind, and what came in on a sheet of its own. */
import type { Area, Book, BookCell, BookSheet, Grid } from "../../grid";
import type { FormHead } from "../../ledger";
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
  /**
   * Headings that a file keeps are marked, so that no reader takes them for ours, and a form serves its own kind only: for files
   * that otherwise would count differently.
   */
  readonly isMarked: boolean;
  /** The superior's own form: its heads and widths stand instead of ours. */
  readonly template?: MergeTemplate;
}

/** The heads of a form, a sheet a kind or one for all. */
export type MergeTemplate = readonly TemplateSheet[];

export interface TemplateSheet {
  readonly head: FormHead;
  readonly grid: Grid;
  /** Of the columns from A on, in characters. */
  readonly widths: readonly number[];
}

/** Rows above the items: title, note, heading. */
const HEAD = 2;
const EXTRA_WIDTH = 16;

interface OutColumn {
  readonly key: string;
  /** Row keys whose first value stands here. */
  readonly takes: readonly string[];
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
  options: BuildOptions,
): readonly OutColumn[] {
  const filled = new Set<string>();
  for (const { item } of items)
    for (const row of item.rows) for (const [key, { value }] of row) if (value !== null) filled.add(key);
  const form = formFor(kind, options);
  // A column of measures without any would count one for each item.
  const hasMeasures = files.some(({ measured }) => measured.has(kind));
  const own =
    form === null
      ? OWN_COLUMNS.filter(({ key }) => key !== "measure" || hasMeasures).map((one) => ({ ...one, takes: [one.key] }))
      : formColumns(form, files, filled);
  const placed = new Set([...own.flatMap(({ takes }) => takes), ...own.map(({ key }) => key)]);
  const homeless = OWN_COLUMNS.filter(({ key }) => !placed.has(key) && filled.has(key));
  const extras = [...filled].filter((key) => key.startsWith("+") && !placed.has(key));
  const taken = new Set([...own, ...SOURCE_COLUMNS].map(({ header }) => foldKey(header)));
  const headingOf = (heading: string): string =>
    taken.has(foldKey(heading)) || options.isMarked ? `${heading}（原表）` : heading;
  return [
    ...own,
    ...SOURCE_COLUMNS.map(({ header, width }) => ({ key: header, header, width, takes: [] })),
    ...homeless.map(({ key, header, width }) => ({ key, header: headingOf(header), width, takes: [key] })),
    ...extras.map((key) => ({ key, header: headingOf(key.slice(1)), width: EXTRA_WIDTH, takes: [key] })),
  ];
}

/** The sheet of a form for a kind, else its first, unless its words would make the items another kind. */
export function formFor(kind: MonthKind, { template, isMarked }: BuildOptions): TemplateSheet | null {
  const own = template?.find(({ head }) => head.kind === kind);
  return own ?? (isMarked ? null : (template?.[0] ?? null));
}

/** Columns of a form: by their fields, or by their headings where those mean nothing to us. */
function formColumns(
  { head, widths }: TemplateSheet,
  files: readonly SentFile[],
  filled: ReadonlySet<string>,
): readonly OutColumn[] {
  return head.columns.map(({ col, header, key }) => {
    const like = [...filled].filter(
      (extra) =>
        extra.startsWith("+") &&
        (foldKey(extra.slice(1)) === foldKey(header) ||
          (key !== null && files.some(({ extraFields }) => extraFields.get(extra) === key))),
    );
    return {
      key: key ?? `=${header}`,
      header,
      width: widths[col] ?? EXTRA_WIDTH,
      takes: key === null ? like : [key, ...like],
    };
  });
}

/** What stands above the items: the form's own lines, or ours; and how many rows they are. */
function headOf(kind: MonthKind, columns: readonly OutColumn[], options: BuildOptions): SheetHead {
  const right = columns.length - 1;
  const form = formFor(kind, options);
  if (form === null)
    return {
      rows: [
        [{ value: `${KIND_SHEETS[kind]}（各单位汇总）`, look: "title" }],
        [{ value: `统计截止：${chineseDate(options.asOf)}`, look: "note" }],
        columns.map(({ header }) => ({ value: header, look: "head" })),
      ],
      merges: [
        { top: 0, left: 0, bottom: 0, right },
        { top: 1, left: 0, bottom: 1, right },
      ],
      head: HEAD,
      left: 0,
    };
  const { header, titleRow } = form.head;
  const left = form.head.columns[0]?.col ?? 0;
  const width = header.right - left + 1;
  const rows = form.grid.values.slice(0, header.bottom + 1).map((values, row): (BookCell | null)[] => {
    const look = row === titleRow ? "title" : row < header.top ? "note" : "head";
    const cells = Array.from({ length: width }, (_, at): BookCell | null => {
      const value = values[left + at] ?? null;
      return value === null && look !== "head"
        ? null
        : { value: typeof value === "boolean" ? String(value) : value, look };
    });
    // Columns that come after the form's own have their headings in its lowest band.
    const more = columns
      .slice(width)
      .map((column): BookCell => ({ value: row === header.bottom ? column.header : null, look }));
    return row < header.top ? cells : [...cells, ...more];
  });
  const merges = form.grid.merges
    .filter(({ bottom, left: from }) => bottom <= header.bottom && from >= left)
    .map((area) => ({ ...area, left: area.left - left, right: area.right - left }));
  return { rows, merges, head: header.top, left };
}

interface SheetHead {
  readonly rows: readonly (readonly (BookCell | null)[])[];
  readonly merges: readonly Area[];
  /** The row that printed pages repeat from. */
  readonly head: number;
  readonly left: number;
}

function kindSheet(
  kind: MonthKind,
  items: readonly PlacedItem[],
  columns: readonly OutColumn[],
  options: BuildOptions,
): BookSheet {
  const above = headOf(kind, columns, options);
  const rows = [...above.rows];
  const merges = [...above.merges];
  items.forEach(({ file, item }, index) => {
    const top = rows.length;
    const bottom = top + item.rows.length - 1;
    item.rows.forEach((row, at) => rows.push(rowCells(columns, { file, item }, row, at === 0 ? index + 1 : null)));
    if (bottom === top) return;
    columns.forEach(({ key, takes }, col) => {
      const isShared = takes.some((one) => item.rows[0]?.has(one) === true && item.shared.has(one));
      if (key === "number" || key === "problem" || isShared) merges.push({ top, left: col, bottom, right: col });
    });
  });
  return {
    name: KIND_SHEETS[kind],
    widths: columns.map(({ width }) => width),
    rows,
    merges,
    frozen: above.rows.length,
    head: above.head,
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
  return columns.map(({ key, takes }): BookCell => {
    if (key === "number") return { value: number, look: "count" };
    if (key === "problem") return { value: number === null ? null : item.problem };
    if (key === own) return { value: item.number, look: "count" };
    if (key === name) return { value: file.file };
    if (key === place) return { value: item.place };
    const value = takes.map((one) => row.get(one)).find((one) => one !== undefined && one.value !== null);
    return { value: value?.value ?? null, ...(value?.format !== undefined && { format: value.format }) };
  });
}
