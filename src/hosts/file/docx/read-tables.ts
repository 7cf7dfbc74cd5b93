/**
 * The tables of a Word document as sheets: units send ledgers back as .docx. Each table is one grid, named 表1, 表2 … in
 * the order of the text, its rows counted as in Word; what stands right above it goes along as its caption (ECMA-376
 * part 1, 17.4). Read only.
 */
import { EMPTY_ROW, type Area, type CellValue, type Grid } from "../../../grid";
import { HostError } from "../../port";
import { plainValue } from "../csv";
import type { Inflater } from "../xlsx/inflater";
import { openPackage, type XlsxPackage } from "../xlsx/package";
import { XmlScanner } from "../xlsx/xml-scanner";
import { DOCX_LIMITS, wordPart } from "./docx-package";
import { isWord, MOST_CHARACTERS, SKIPPED } from "./read-lines";
import { snapColumns } from "./snap-columns";
import { readListStarts } from "./list-starts";

/** Word has 63 columns; the grid behind uneven rows has more. */
const MOST_COLUMNS = 1_000;
const MOST_TABLES = 1_000;
/** What can be a caption: a title, the lines of who and when. Longer paragraphs are prose. */
const LONGEST_CAPTION = 80;
const MOST_CAPTIONS = 4;

/** Ticks of symbol fonts, by font and character, as people type them otherwise. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["wingdings fc", "√"],
  ["wingdings fe", "☑"],
  ["wingdings a8", "□"],
  ["wingdings fb", "×"],
  ["wingdings fd", "☒"],
  ["wingdings 2 50", "√"],
  ["wingdings 2 52", "☑"],
  ["wingdings 2 a3", "□"],
  ["wingdings 2 4f", "×"],
]);

/**
 * Reads all tables of a document.
 * @returns null where the package is no Word document
 * @throws HostError notAWorkbook (detail "noTables"), damaged, tooLarge, encrypted
 * @example readDocxTables(bytes, createNodeInflater())?.[0]?.sheet // "表1"
 */
export function readDocxTables(bytes: Uint8Array, inflater: Inflater): readonly Grid[] | null {
  const pack = openPackage(bytes, inflater, DOCX_LIMITS);
  const part = wordPart(pack);
  if (part === null) return null;
  const grids = new TableReader(pack, part).read();
  if (grids.length === 0) throw new HostError("notAWorkbook", "noTables");
  return grids;
}

interface Cell {
  readonly col: number;
  span: number;
  /** Goes on with the cell above, or with the one to its left. */
  readonly down: "no" | "start" | "on";
  readonly right: "no" | "on";
  readonly lines: string[];
  /** Text in all, and text struck through. */
  length: number;
  struck: number;
  /** Number of the list it begins with, where it has no words of its own. */
  listed: number | null;
}

interface Table {
  readonly name: string;
  readonly caption: readonly string[];
  readonly widths: number[];
  readonly rows: Cell[][];
  row: Cell[] | null;
  cell: Cell | null;
  col: number;
  /** Elements open when it began, itself included. */
  readonly depth: number;
}

class TableReader {
  private readonly scanner: XmlScanner;
  private readonly open: Table[] = [];
  private readonly done: Table[] = [];
  private readonly listStarts: ReadonlyMap<string, number>;
  private readonly counters = new Map<string, number>();
  /** Names of the open elements by their depth; "" for those of other namespaces. */
  private readonly names: string[] = [];
  private captions: string[] = [];
  private paragraph = "";
  private struckRun = false;
  private characters = 0;

  constructor(pack: XlsxPackage, part: string) {
    this.scanner = new XmlScanner(pack.text(part), part, pack.limits.depth);
    this.listStarts = readListStarts(pack, part);
  }

  read(): Grid[] {
    const { scanner } = this;
    while (scanner.next()) {
      if (scanner.kind === "close") this.close();
      else if (scanner.kind === "open") this.enter();
    }
    return this.done.map((table) => this.gridOf(table));
  }

  private get table(): Table | undefined {
    return this.open[this.open.length - 1];
  }

  private enter(): void {
    const { scanner } = this;
    const { local } = scanner;
    this.names[scanner.depth] = isWord(scanner.namespace) ? local : "";
    if (local === "Fallback" && scanner.namespace.includes("markup-compatibility")) return scanner.skip();
    if (!isWord(scanner.namespace)) return;
    switch (local) {
      case "tbl":
        return this.beginTable();
      case "gridCol":
        this.table?.widths.push(Number(attribute(scanner, "w")) || 0);
        return;
      case "tr":
        if (this.table) Object.assign(this.table, { row: [], col: 0 });
        return;
      case "trPr":
        return this.readRowProperties();
      case "tc":
        return this.beginCell();
      case "tcPr":
        return this.readCellProperties();
      case "p":
        this.paragraph = "";
        this.table?.cell?.lines.push("");
        return;
      case "pPr":
        return this.readParagraphProperties();
      case "r":
        this.struckRun = false;
        return;
      case "rPr":
        this.struckRun = this.readStrike();
        return;
      case "t":
        return scanner.selfClosing ? scanner.skip() : this.add(scanner.readText());
      case "tab":
      case "ptab":
        return this.add("\t");
      case "noBreakHyphen":
        return this.add("-");
      case "br":
      case "cr":
        return this.add("\n");
      case "sym":
        return this.add(symbolOf(attribute(scanner, "font"), attribute(scanner, "char")));
      default:
        if (SKIPPED.has(local)) scanner.skip();
    }
  }

  private close(): void {
    const { scanner, table } = this;
    switch (this.names[scanner.depth + 1]) {
      case "tbl":
        if (table?.depth === scanner.depth + 1) {
          this.open.pop();
          this.captions = [];
        }
        return;
      case "tr":
        if (table?.row) table.rows.push(table.row);
        if (table) table.row = null;
        return;
      case "tc":
        if (table) this.endCell(table);
        return;
      case "p":
        if (!table) this.noteCaption();
    }
  }

  private beginTable(): void {
    if (this.done.length >= MOST_TABLES) throw new HostError("tooLarge", "tables");
    const table: Table = {
      name: `表${this.done.length + 1}`,
      caption: this.captions,
      widths: [],
      rows: [],
      row: null,
      cell: null,
      col: 0,
      depth: this.scanner.depth,
    };
    this.captions = [];
    this.open.push(table);
    this.done.push(table);
  }

  private beginCell(): void {
    const { table } = this;
    if (!table?.row) return;
    table.cell = { col: table.col, span: 1, down: "no", right: "no", lines: [], length: 0, struck: 0, listed: null };
  }

  private endCell(table: Table): void {
    const { cell, row } = table;
    table.cell = null;
    if (!cell || !row) return;
    table.col = cell.col + cell.span;
    if (table.col > MOST_COLUMNS) throw new HostError("tooLarge", "columns");
    const before = row[row.length - 1];
    if (cell.right === "on" && before) before.span += cell.span;
    else row.push(cell);
  }

  /** `gridBefore`: columns that the row leaves free at its beginning; a row that was deleted (tracked) is none. */
  private readRowProperties(): void {
    const { scanner, table } = this;
    this.children((local) => {
      if (!table) return;
      if (local === "gridBefore") table.col = spanOf(attribute(scanner, "val"), 0);
      if (local === "del") table.row = null;
    });
  }

  private readCellProperties(): void {
    const { scanner, table } = this;
    const cell = table?.cell;
    this.children((local) => {
      if (!cell) return;
      const value = attribute(scanner, "val");
      if (local === "gridSpan") cell.span = spanOf(value, 1);
      if (local === "vMerge") Object.assign(cell, { down: value === "restart" ? "start" : "on" });
      if (local === "hMerge" && value !== "restart") Object.assign(cell, { right: "on" });
    });
  }

  private readParagraphProperties(): void {
    const { scanner } = this;
    let list = "";
    let level = "0";
    this.children((local) => {
      if (local === "numId") list = attribute(scanner, "val") ?? "";
      if (local === "ilvl") level = attribute(scanner, "val") ?? "0";
    });
    const cell = this.table?.cell;
    const start = this.listStarts.get(list);
    // Hidden rests of merged cells are not numbered.
    if (start === undefined || level !== "0" || cell?.down === "on") return;
    const number = (this.counters.get(list) ?? start - 1) + 1;
    this.counters.set(list, number);
    if (cell && cell.lines.length === 1) cell.listed = number;
  }

  private readStrike(): boolean {
    let struck = false;
    this.children((local) => {
      if (local !== "strike" && local !== "dstrike") return;
      const value = attribute(this.scanner, "val");
      struck = struck || value === undefined || !/^(?:0|false|off)$/.test(value);
    });
    return struck;
  }

  /** Calls for every element inside the one that is open now, and ends at its close. */
  private children(see: (local: string) => void): void {
    const { scanner } = this;
    const inside = scanner.depth;
    while (scanner.next()) {
      if (scanner.kind === "close" && scanner.depth < inside) return;
      if (scanner.kind === "open" && isWord(scanner.namespace)) {
        if (scanner.local.endsWith("Change")) scanner.skip();
        else see(scanner.local);
      }
    }
  }

  private add(text: string): void {
    this.characters += text.length;
    if (this.characters > MOST_CHARACTERS) throw new HostError("tooLarge", "characters");
    const cell = this.table?.cell;
    if (!this.table) this.paragraph += text;
    if (!cell) return;
    if (cell.lines.length === 0) cell.lines.push("");
    cell.lines[cell.lines.length - 1] += text;
    if (text.trim() === "") return;
    cell.length += text.length;
    if (this.struckRun) cell.struck += text.length;
  }

  private noteCaption(): void {
    const text = this.paragraph.trim();
    this.paragraph = "";
    if (text === "") return;
    if (text.length > LONGEST_CAPTION) this.captions = [];
    else this.captions = [...this.captions, text].slice(-MOST_CAPTIONS);
  }

  private gridOf({ name, caption, rows, widths }: Table): Grid {
    const columnAt = snapColumns(widths, rows);
    const values: (readonly CellValue[])[] = [];
    const struck = new Set<string>();
    /** By their first column: the area that a merged cell above still extends. */
    const growing = new Map<number, { area: Mutable<Area> }>();
    const areas: Mutable<Area>[] = [];
    rows.forEach((cells, row) => {
      const line: CellValue[] = [];
      const seen = new Set<number>();
      for (const cell of cells) {
        const left = columnAt(cell.col);
        const right = Math.max(left, columnAt(cell.col + cell.span) - 1);
        const above = growing.get(left);
        seen.add(left);
        if (cell.down === "on" && above && above.area.bottom === row - 1) {
          above.area.bottom = row;
          continue;
        }
        const area = { top: row, left, bottom: row, right };
        areas.push(area);
        if (cell.down === "start") growing.set(left, { area });
        else growing.delete(left);
        const value = valueOf(cell);
        if (value === null) continue;
        while (line.length < left) line.push(null);
        // Cells that snapped to one column: the first keeps it.
        line[left] ??= value;
        if (cell.struck > 0 && cell.struck === cell.length) struck.add(`${row},${left}`);
      }
      values.push(line.length === 0 ? EMPTY_ROW : line);
    });
    return {
      sheet: name,
      values,
      merges: areas.filter(({ top, left, bottom, right }) => bottom > top || right > left),
      hiddenRows: new Set(),
      hiddenCols: new Set(),
      visibility: "visible",
      date1904: false,
      caption,
      ...(struck.size > 0 ? { struckAt: (row: number, col: number) => struck.has(`${row},${col}`) } : {}),
    };
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function valueOf(cell: Cell): CellValue {
  const text = cell.lines.join("\n").replace(/^\s+|\s+$/g, "");
  return text === "" ? cell.listed : plainValue(text);
}

function spanOf(value: string | undefined, least: number): number {
  const span = Number(value);
  if (!Number.isInteger(span) || span < least) return least;
  if (span > MOST_COLUMNS) throw new HostError("tooLarge", "columns");
  return span;
}

/** An attribute of the word-processing namespace, whatever its prefix. */
function attribute(scanner: XmlScanner, local: string): string | undefined {
  return scanner.attributeIn(isWord, local) ?? scanner.attribute(local);
}

function symbolOf(font: string | undefined, char: string | undefined): string {
  const code = parseInt(char ?? "", 16) & 0xff;
  return SYMBOLS.get(`${font?.toLowerCase()} ${code.toString(16)}`) ?? "";
}
