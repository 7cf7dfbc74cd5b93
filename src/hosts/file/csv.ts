/**
 * Text tables (.csv, .tsv) as grids. Values stay text as they are written: turning 1-2 or 2025.10 into dates or numbers
 * on opening, as spreadsheets do, would lose numbers and deadlines. Only short whole numbers (item numbers, persons,
 * Excel's date serials) become numbers.
 */
import { EMPTY_ROW, type CellValue, type Grid } from "../../ledger/grid";
import { MAX_COLS, MAX_ROWS } from "../../ledger/address";
import { HostError } from "../port";

const DELIMITERS = [",", "\t", ";"] as const;
/** Characters looked at to tell the delimiter. */
const HEAD_LENGTH = 20_000;

/**
 * Rows of a text table (RFC 4180, with `;` and tabs too, and Excel's first line `sep=;`).
 * @throws HostError `tooLarge` beyond Excel's own limits of rows and columns.
 * @example parseCsv('序号,问题\n1,"甲,乙"') // [["序号", "问题"], [1, "甲,乙"]]
 */
export function parseCsv(text: string): readonly (readonly CellValue[])[] {
  const declared = /^sep=(.)\r?\n/.exec(text);
  const delimiter = declared?.[1] ?? findDelimiter(text);
  const rows: (readonly CellValue[])[] = [];
  let row: CellValue[] = [];
  let at = declared ? declared[0].length : 0;
  const endRow = () => {
    if (rows.length >= MAX_ROWS) throw new HostError("tooLarge", "rows");
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
      const field = readQuoted(text, at);
      at = field.end;
      const rest = readPlain(text, at, delimiter);
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

function readQuoted(text: string, start: number): { value: string; end: number } {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      // A quote that never closes takes the rest, as in Excel.
      parts.push(text.slice(from));
      return { value: parts.join('"'), end: text.length };
    }
    parts.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') return { value: parts.join('"'), end: quote + 1 };
    from = quote + 2;
  }
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

function valueOf(text: string, quoted: boolean): CellValue {
  if (text === "") return null;
  if (!quoted && /^(?:0|-?[1-9]\d{0,4})$/.test(text)) return Number(text);
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
