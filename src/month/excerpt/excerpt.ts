/** Rows of ledgers as workbooks of their own: title, header, sections and the rows asked for, every value as it is read. */
import type { Area, CellValue, Excerpt, ExcerptLine, SheetExcerpt } from "../../grid";
import type { Ledger } from "../../ledger";
import { createLineReader } from "./lines";

/** What is taken of one ledger. */
export interface WantedRows {
  readonly ledger: Ledger;
  /** Rows of its grid. */
  readonly rows: ReadonlySet<number>;
  /** Words of the drop-down on its status column; empty for none. */
  readonly words: readonly string[];
}

/** A last column of ours: its heading, its width in characters, and its text by sheet and row. */
interface AddedColumn {
  readonly header: string;
  readonly width: number;
  readonly textAt: (sheet: string, row: number) => string | null;
}

interface ExcerptOptions {
  /** Names that no line above a header may hold: those of others. */
  readonly foreign: readonly string[];
  readonly filter: boolean;
  readonly added: AddedColumn | null;
}

/** Tables of one sheet that share a header: a type column gives a ledger a kind. */
interface Table {
  readonly ledgers: readonly WantedRows[];
  readonly rows: ReadonlySet<number>;
}

/**
 * The workbook of the rows that are wanted.
 * @example excerptOf([{ ledger, rows: new Set([4, 5]), words: [] }], { foreign: [], filter: false, added: null })
 */
export function excerptOf(wanted: readonly WantedRows[], options: ExcerptOptions): Excerpt {
  const bySheet = new Map<string, WantedRows[]>();
  for (const each of wanted) {
    if (each.rows.size === 0) continue;
    const list = bySheet.get(each.ledger.sheet) ?? [];
    bySheet.set(each.ledger.sheet, list);
    list.push(each);
  }
  const sheets = [...bySheet.values()].map((list) => sheetExcerpt(tablesOf(list), options));
  return { sheets, moved: wanted.some(({ ledger, rows }) => rows.size > 0 && ledger.grid.view?.back !== undefined) };
}

function tablesOf(wanted: readonly WantedRows[]): readonly Table[] {
  const tables = new Map<string, WantedRows[]>();
  for (const each of wanted) {
    const { top, left } = each.ledger.layout.header;
    const key = `${top}:${left}`;
    const list = tables.get(key) ?? [];
    tables.set(key, list);
    list.push(each);
  }
  return [...tables.values()]
    .map((ledgers) => ({ ledgers, rows: new Set(ledgers.flatMap(({ rows }) => [...rows])) }))
    .sort((a, b) => headerOf(a).top - headerOf(b).top || headerOf(a).left - headerOf(b).left);
}

function headerOf({ ledgers }: Table): Area {
  return ledgers[0]!.ledger.layout.header;
}

function sheetExcerpt(tables: readonly Table[], options: ExcerptOptions): SheetExcerpt {
  const { ledger } = tables[0]!.ledgers[0]!;
  const left = Math.min(...tables.map((table) => headerOf(table).left));
  const right = Math.max(...tables.map((table) => headerOf(table).right));
  const added = options.added === null ? null : { col: right + 1, width: options.added.width };
  const lines: ExcerptLine[] = [];
  const merges: Area[] = [];
  const lists: { area: Area; words: readonly string[] }[] = [];
  let head = { top: 0, bottom: 0 };
  tables.forEach((table, index) => {
    const from = lines.length;
    const own = tableLines(table, options, added?.col ?? null);
    if (index > 0) lines.push({ row: null, values: [], part: "above" });
    const start = index > 0 ? from + 1 : from;
    lines.push(...own);
    const heads = own.flatMap((line, at) => (line.part === "head" ? [start + at] : []));
    const [top, bottom] = [heads[0] ?? 0, heads.at(-1) ?? 0];
    if (index === 0) head = { top, bottom };
    if (added !== null && bottom > top) merges.push({ top, left: added.col, bottom, right: added.col });
    merges.push(...mergesOf(table, own, start));
    lists.push(...listsOf(table, own, start));
  });
  return {
    sheet: ledger.sheet,
    grid: ledger.grid,
    lines,
    left,
    right,
    merges,
    head,
    filter: options.filter,
    lists,
    added,
  };
}

function tableLines(table: Table, options: ExcerptOptions, addedCol: number | null): readonly ExcerptLine[] {
  const reader = createLineReader(
    table.ledgers.map(({ ledger }) => ledger),
    table.rows,
    options.foreign,
  );
  const header = headerOf(table);
  const { sheet } = table.ledgers[0]!.ledger;
  const withAdded = (line: ExcerptLine): ExcerptLine => {
    const text = addedText(line, options.added, sheet, header.top);
    if (addedCol === null || text === null) return line;
    const values: CellValue[] = [...line.values];
    while (values.length < addedCol) values.push(null);
    values[addedCol] = text;
    return { ...line, values };
  };
  return [...reader.above(), ...reader.head(), ...reader.data()].map(withAdded);
}

function addedText(line: ExcerptLine, added: AddedColumn | null, sheet: string, headTop: number): string | null {
  if (added === null || line.row === null) return null;
  if (line.part === "head") return line.row === headTop ? added.header : null;
  return line.part === "data" ? added.textAt(sheet, line.row) : null;
}

/** Merged areas that touch the lines, cut to them. */
function mergesOf(table: Table, lines: readonly ExcerptLine[], start: number): readonly Area[] {
  const { grid, layout } = table.ledgers[0]!.ledger;
  const { left, right } = layout.header;
  const at = new Map(lines.flatMap(({ row }, index) => (row === null ? [] : [[row, start + index] as const])));
  const found: Area[] = [];
  for (const area of grid.merges) {
    if (area.left < left || area.left > right) continue;
    const rows: number[] = [];
    for (let row = area.top; row <= Math.min(area.bottom, layout.lastRow); row++) {
      const line = at.get(row);
      if (line !== undefined) rows.push(line);
    }
    const top = rows[0];
    const bottom = rows.at(-1);
    if (top === undefined || bottom === undefined || (top === bottom && area.left === area.right)) continue;
    found.push({ top, left: area.left, bottom, right: area.right });
  }
  return found;
}

/** Cells of one status column that follow one another get their drop-down together. */
function listsOf(
  table: Table,
  lines: readonly ExcerptLine[],
  start: number,
): { area: Area; words: readonly string[] }[] {
  const { ledger, words } = table.ledgers[0]!;
  const { status } = ledger.columns;
  const data = lines.flatMap(({ part }, index) => (part === "data" ? [start + index] : []));
  const [first] = data;
  const last = data.at(-1);
  if (status === undefined || status.dress !== undefined || first === undefined || last === undefined) return [];
  const all = [...new Set([...words, ...table.ledgers.flatMap((each) => each.words)])];
  return all.length === 0
    ? []
    : [{ area: { top: first, left: status.col, bottom: last, right: status.col }, words: all }];
}
