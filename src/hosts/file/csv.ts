/**
 * Text tables (.csv, .tsv) as grids. Values stay text as they are written: turning 1-2 or 2025.10 into dates or numbers
 * on opening, as spreadsheets do, would lose numbers and deadlines. Only short whole numbers (item numbers, persons,
 * Excel's date serials) become numbers.
 */
import { EMPTY_ROW, type CellValue, type Grid, MAX_COLS, MAX_ROWS } from "../../grid";
import { HostError } from "../port";

const DELIMITERS = [",", "\t", ";"] as const;
/** Characters looked at to tell the delimiter. */
const HEAD_LENGTH = 20_000;

/**
 * Rows of a text table (RFC 4180, with `;` and tabs too, and Excel's first line `sep=;`).
 * @throws HostError `tooLarge` beyond Excel's own limits of rows and columns; `damaged` ("quote:7") where the quote opened
 * in line 7 is never closed, or closes where it takes whole rows in: rows it would swallow must not vanish from a figure.
 * @example parseCsv('序号,问题\n1,"甲,乙"') // [["序号", "问题"], [1, "甲,乙"]]
 */
export function parseCsv(text: string): readonly (readonly CellValue[])[] {
  const declared = /^sep=(.)\r?\n/.exec(text);
  const delimiter = declared?.[1] ?? findDelimiter(text);
  const rows: (readonly CellValue[])[] = [];
  let row: CellValue[] = [];
  let at = declared ? declared[0].length : 0;
  // What a row of this table looks like, to tell a cell of several lines from rows that a stray quote took in.
  let delimiters = 0;
  const endRow = () => {
    if (rows.length >= MAX_ROWS) throw new HostError("tooLarge", "rows");
    delimiters = Math.max(delimiters, row.length - 1);
    while (row.length > 0 && row[row.length - 1] === null) row.pop();
    rows.push(row.length === 0 ? EMPTY_ROW : row);
    row = [];
  };
  const endField = (value: string, quoted: boolean) => {
    if (row.length >= MAX_COLS) throw new HostError("tooLarge", "columns");
    row.push(valueOf(value, quoted));
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const start = at;
      const field = readQuoted(text, at);
      const rest = field && readPlain(text, field.end, delimiter);
      if (!field || !rest || swallowsRows(field.value, rest.value, row.length, delimiter, delimiters)) {
        throw new HostError("damaged", `quote:${lineAt(text, start)}`);
      }
      at = rest.end;
      endField(field.value + rest.value, true);
    } else {
      const field = readPlain(text, at, delimiter);
      at = field.end;
      endField(field.value, false);
    }
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) endField("", false);
      else if (text[at] === "\n" || text[at] === "\r") endField("", false);
      else continue;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    endRow();
  }
  while (rows.length > 0 && rows[rows.length - 1] === EMPTY_ROW) rows.pop();
  return rows;
}

/** A text table as the one sheet of a workbook, named after its file. */
export function csvGrid(text: string, sheet: string): Grid {
  const values = parseCsv(text);
  if (values.length === 0) throw new HostError("empty", "no cells");
  return {
    sheet,
    values,
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    visibility: "visible",
    date1904: false,
  };
}

/** A quoted value and where it ends; null where its quote is never closed. */
function readQuoted(text: string, start: number): { value: string; end: number } | null {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    parts.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') return { value: parts.join('"'), end: quote + 1 };
    from = quote + 2;
  }
}

/** Delimiters in one line of a cell from which the line is a row of the table rather than a sentence. */
const ROW_LIKE = 3;

/**
 * Whether a quoted value of several lines is none: words stand behind its closing quote (which then is another cell's), or
 * its first line ends a row of the table, or one of its whole lines is cut like one.
 */
function swallowsRows(value: string, behind: string, before: number, delimiter: string, delimiters: number): boolean {
  if (!/[\r\n]/.test(value)) return false;
  if (behind.trim() !== "") return true;
  if (delimiters < ROW_LIKE) return false;
  const counts = value.split(/\r\n?|\n/).map((line) => line.split(delimiter).length - 1);
  const [first = 0, ...others] = counts;
  if (first >= ROW_LIKE && before + first === delimiters) return true;
  return others.slice(0, -1).some((count) => count >= delimiters);
}

/** 1-based line of a place in the text. */
function lineAt(text: string, place: number): number {
  return text.slice(0, place).split(/\r\n?|\n/).length;
}

function readPlain(text: string, start: number, delimiter: string): { value: string; end: number } {
  let end = start;
  while (end < text.length) {
    const char = text[end];
    if (char === delimiter || char === "\n" || char === "\r") break;
    end += 1;
  }
  return { value: text.slice(start, end), end };
}

/** A text as a cell of a sheet would hold it: short whole numbers (item numbers, persons) are numbers. */
export function plainValue(text: string): CellValue {
  if (text === "") return null;
  return /^(?:0|-?[1-9]\d{0,4})$/.test(text) ? Number(text) : text;
}

function valueOf(text: string, quoted: boolean): CellValue {
  if (text === "") return null;
  const plain = quoted ? text : plainValue(text);
  if (plain !== text) return plain;
  // Exports write ="001" to keep a text a text.
  const guarded = !quoted && text.length <= 64 ? /^="([^"]*)"$/.exec(text) : null;
  return guarded ? guarded[1]! : text;
}

function findDelimiter(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  const end = Math.min(text.length, HEAD_LENGTH);
  for (let at = 0; at < end; at += 1) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "," || char === "\t" || char === ";")) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  let best: string = DELIMITERS[0];
  for (const delimiter of DELIMITERS) if ((counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0)) best = delimiter;
  return best;
}
