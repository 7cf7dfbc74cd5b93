/**
 * Tables of figures in a notice: rows of cells parted by tabs, as a row of a Word table or of a sheet pasted is read. Heads
 * may take several rows; the lowest that says something counts. It judges nothing.
 */
import { foldHeader, sensesOf, type Status } from "../../ledger";
import { reWith } from "../../zh/pattern";
import { readStatusText } from "../../zh/status";
import { BULLETIN_HEADS, FIGURE_WORDS, TABLE_HEADS } from "../../zh/words/bulletin";
import {
  OTHER_COLUMNS,
  TABLE_RATES,
  TABLE_SHARED,
  TABLE_SUBTOTALS,
  TABLE_SUMS,
  TABLE_TOTALS,
} from "../../zh/words/figure-tables";
import { PROGRESS_WORDS } from "../../zh/words/template";
import type { Line, PercentToken, Place } from "../types";

/** What the groups of a table or of a sentence are: units, sections, the meetings that gave the tasks. */
export type GroupedBy = keyof typeof BULLETIN_HEADS;
const CLASSES = ["ahead", "onTrack", "behind", "other"] as const;
type ProgressColumn = (typeof CLASSES)[number];

interface TableColumn {
  readonly what: "total" | "done" | "rate" | "part" | "base" | ProgressColumn | GroupedBy;
  /** As written. */
  readonly head: string;
  /** What is counted, where a total's head says so: 信访件 of 信访件数. */
  readonly noun: string;
  /** Of done and part: what has that status. */
  readonly status: Status | null;
  /** One of the program's own heads. */
  readonly own: boolean;
}

export interface TableCell extends Place {
  /** Null where the cell says neither a whole number nor a rate. */
  readonly value: number | PercentToken | null;
}

export interface TableRow {
  readonly line: number;
  /** `all`: the sum of the others; `other`: a subtotal, a piece of another row or a row without a name. */
  readonly kind: "group" | "all" | "other";
  readonly name: string;
  /** By column; null where it is empty or struck out (—, /). */
  readonly cells: readonly (TableCell | null)[];
}

export interface FigureTable {
  /** The last sentence before it. */
  readonly title: string;
  readonly by: GroupedBy;
  readonly columns: readonly (TableColumn | null)[];
  readonly rows: readonly TableRow[];
  /** Said before or below it: what several share counts for each. */
  readonly shared: boolean;
}

const KNOWN = new WeakMap<readonly Line[], readonly FigureTable[]>();

/**
 * All tables of figures, in text order: those with a column of names and one of totals, or of what is done and a rate.
 * @example figureTables(readLines(["科室\t问题数", "甲科\t3"]))[0]?.rows[0]?.name // "甲科"
 */
export function figureTables(lines: readonly Line[]): readonly FigureTable[] {
  const known = KNOWN.get(lines);
  if (known) return known;
  const tables: FigureTable[] = [];
  let title = "";
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (!line.text.includes("\t")) {
      const last = line.sentences[line.sentences.length - 1];
      if (last) title = line.plain.slice(last.start, last.end).trim();
      continue;
    }
    const from = at;
    while (lines[at + 1]?.text.includes("\t")) at++;
    const table = tableOf(lines.slice(from, at + 1), title, noteBelow(lines, at + 1));
    if (table) tables.push(table);
  }
  KNOWN.set(lines, tables);
  return tables;
}

/** The line right below, a blank one passed over. */
function noteBelow(lines: readonly Line[], at: number): string {
  const below = lines.slice(at, at + 2).find((line) => line.plain.trim() !== "");
  return below?.plain.trim() ?? "";
}

/** Cells in one width; of a folded line a tab is a blank like others. */
function cellsOf({ text, plain }: Line): readonly string[] {
  let start = 0;
  return text.split("\t").map((cell) => {
    const from = start;
    start += cell.length + 1;
    return plain.slice(from, from + cell.length);
  });
}

const SHARED = reWith("u")`${TABLE_SHARED}`;

function tableOf(lines: readonly Line[], title: string, below: string): FigureTable | null {
  const rows = lines.map((line) => cellsOf(line).map((cell) => cell.trim()));
  const width = rows[0]!.length;
  const first = rows.findIndex((cells) => cells.filter((cell) => FIGURE.test(cell)).length > 0);
  if (first < 1) return null;
  const heads = Array.from({ length: width }, (_, col) => headOf(rows.slice(0, first), col));
  const columns = heads.map(columnOf);
  const by = columns.find((column) => column !== null && isGroup(column.what))?.what as GroupedBy | undefined;
  const has = (what: TableColumn["what"]): boolean => columns.some((column) => column?.what === what);
  if (by === undefined || !(has("total") || (has("done") && has("rate")))) return null;
  // Two columns of totals, several of rates: of two times or two things, which is which nobody can tell.
  for (const what of ["total", "rate", "done"] as const)
    if (columns.filter((column) => column?.what === what).length > 1) return null;
  const read = lines.slice(first).map((line) => rowOf(line, columns, width));
  const notes = [...lines.filter((_, index) => read[index - first]?.kind === "other").map(({ plain }) => plain), below];
  return {
    title,
    by,
    columns,
    rows: read.filter((row): row is TableRow => row !== null),
    shared: [title, ...notes].some((text) => SHARED.test(text)),
  };
}

const FIGURE = /^\d{1,9}$|^\d+(?:\.\d+)?%$/u;

/** The lowest head of a column; a title over the whole table is none. */
function headOf(rows: readonly (readonly string[])[], col: number): string {
  const over = rows.filter((cells) => cells.filter((cell) => cell !== "").length > 1);
  return over.map((cells) => cells[col] ?? "").reduce((last, head) => (head === "" ? last : head), "");
}

const TOTAL = reWith(
  "u",
)`^(?:${TABLE_TOTALS.fronts}{0,2}(${TABLE_TOTALS.nouns})?${TABLE_TOTALS.counted}|${TABLE_TOTALS.whole})$`;
const RATE = reWith("u")`^${TABLE_RATES}$`;
const OTHER = reWith("u")`^${OTHER_COLUMNS}`;
const HEADS = Object.entries(BULLETIN_HEADS) as readonly [GroupedBy, string][];
const BRACKET = /[（(][^）)]{0,60}[）)]$/u;
const COUNTED = reWith("u")`${TABLE_TOTALS.counted}$`;
const COUNTED_THINGS = reWith("u")`${TABLE_TOTALS.nouns}$`;
const PARTS: ReadonlySet<Status> = new Set([
  "basic",
  "phased",
  "partial",
  "longTerm",
  "ongoing",
  "notDone",
  "excluded",
]);

function columnOf(written: string): TableColumn | null {
  const head = foldHeader(written).replace(BRACKET, "");
  const column = (what: TableColumn["what"], own: boolean, status: Status | null = null, noun = ""): TableColumn => {
    return { what, head: written, noun, status, own };
  };
  const by = HEADS.find(([, word]) => word === head)?.[0];
  if (by) return column(by, true);
  for (const what of ["total", "done", "rate"] as const)
    if ((TABLE_HEADS[what] as readonly string[]).includes(head))
      return column(what, true, what === "done" ? "done" : null, TOTAL.exec(head)?.[1]);
  const progress = CLASSES.find((one) => (PROGRESS_WORDS[one] as readonly string[]).includes(head));
  if (progress) return column(progress, true);
  if ((FIGURE_WORDS.base as readonly string[]).includes(head)) return column("base", false);
  if (head === "" || OTHER.test(head)) return null;
  if (RATE.test(head)) return column("rate", false);
  const total = TOTAL.exec(head);
  if (total) return column("total", false, null, total[1]);
  const bare = head.replace(COUNTED, "");
  const status = readStatusText(bare.replace(COUNTED_THINGS, ""), "problem");
  if (status === "done") return column("done", false, status);
  if (status !== null && PARTS.has(status)) return column("part", false, status);
  const sense = bare === head ? sensesOf(head)[0]?.key : undefined;
  return sense === "unit" || sense === "section" ? column(sense, false) : null;
}

function isGroup(what: TableColumn["what"]): what is GroupedBy {
  return what in BULLETIN_HEADS;
}

const SUM = reWith("u")`^${TABLE_SUMS}(?:[（(].*)?$`;
const SUBTOTAL = reWith("u")`${TABLE_SUBTOTALS}`;
const STRUCK = /^[-—–/\\]*$/u;

/** Null of a row that is no row of the table: of another width. */
function rowOf(line: Line, columns: readonly (TableColumn | null)[], width: number): TableRow | null {
  const texts = cellsOf(line);
  if (texts.length !== width) return null;
  let start = 0;
  const cells: (TableCell | null)[] = [];
  let name = "";
  let sums = false;
  let partial = false;
  texts.forEach((raw, index) => {
    const text = raw.trim();
    const from = start + raw.length - raw.trimStart().length;
    start += raw.length + 1;
    const column = columns[index] ?? null;
    const squeezed = text.replace(/\s+/gu, "");
    if (column === null || isGroup(column.what)) {
      // 合计 may stand under 序号 as well, in a cell merged over both.
      sums ||= SUM.test(squeezed);
      partial ||= SUBTOTAL.test(squeezed);
      if (column !== null) name ||= text;
      cells.push(null);
    } else if (STRUCK.test(text)) cells.push(null);
    else
      cells.push({ line: line.index, start: from, end: from + text.length, value: valueOf(line, column, text, from) });
  });
  const kind = partial ? "other" : sums ? "all" : name === "" ? "other" : "group";
  return { line: line.index, kind, name, cells };
}

function valueOf(line: Line, { what, head }: TableColumn, text: string, start: number): TableCell["value"] {
  if (what !== "rate") return /^\d{1,9}$/u.test(text) ? Number(text) : null;
  const token = line.tokens.find((one) => one.type === "percent" && one.start === start);
  if (token?.type === "percent") return token;
  // 完成率（%） over bare numbers.
  const bare = /[%％]/u.test(head) ? /^(\d{1,3})(?:\.(\d{1,4}))?$/u.exec(text) : null;
  if (!bare) return null;
  const decimals = bare[2]?.length ?? 0;
  const mantissa = Number(`${bare[1] ?? ""}${bare[2] ?? ""}`);
  return {
    type: "percent",
    line: line.index,
    start,
    end: start + text.length,
    text,
    mantissa,
    decimals,
    approx: false,
  };
}
