/**
 * The text of a Word document's main part, line by line, with the place of every piece in the part (ECMA-376 part 1,
 * 17.3). Automatic numbering is not text and stays out; so do deleted and moved-away words, field codes and the second
 * form of drawings (mc:Fallback).
 */
import { HostError } from "../../port";
import { XmlScanner } from "../xlsx/xml-scanner";

const WORD: ReadonlySet<string> = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);
/** Whether a namespace is that of word processing, transitional or strict. */
export function isWord(namespace: string): boolean {
  return WORD.has(namespace);
}

const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/** Elements of the word-processing namespace whose content is no text of the notice. */
export const SKIPPED: ReadonlySet<string> = new Set([
  "pPr",
  "rPr",
  "tblPr",
  "trPr",
  "tcPr",
  "sectPr",
  "sdtPr",
  "instrText",
  "del",
  "delText",
  "moveFrom",
  "rt",
]);

/** Far above any notice; beyond it the file is something else. */
export const MOST_CHARACTERS = 2_000_000;

/** A stretch of a line and where it stands in the part. */
export interface LinePiece {
  /** Offset in the line. */
  readonly start: number;
  readonly text: string;
  /**
   * `text`: the content of a w:t, from `from` to `to`. `mark`: a whole element (w:tab) that stands for a character. `gap`:
   * what stands between two cells or paragraphs and nowhere in the part.
   */
  readonly kind: "text" | "mark" | "gap";
  readonly from: number;
  readonly to: number;
  /** The w:t keeps its outer blanks (xml:space="preserve"). */
  readonly preserved: boolean;
}

/** A table that is being read; the same object for all of its lines. */
interface DocxTable {
  /** Another table stands in one of its cells. */
  nests: boolean;
}

/** The cell of a table in which a line stands, the innermost. */
export interface DocxCell {
  readonly table: DocxTable;
  /** Counted from 0; columns by the table's grid, so that a wide cell takes several. */
  readonly row: number;
  readonly col: number;
  readonly span: number;
}

export interface DocxLine {
  readonly text: string;
  /** 1-based, in the order in which paragraphs begin. */
  readonly paragraph: number;
  /** Null outside of tables. */
  readonly cell: DocxCell | null;
  readonly pieces: readonly LinePiece[];
}

interface Paragraph {
  readonly number: number;
  /** Elements open when it began, itself included. */
  readonly depth: number;
  readonly cell: DocxCell | null;
  readonly lines: { text: string; pieces: LinePiece[] }[];
}

interface OpenTable {
  readonly depth: number;
  readonly table: DocxTable;
  row: number;
  /** The cell that is open or was last. */
  cell: { table: DocxTable; row: number; col: number; span: number };
}

/**
 * Reads the lines of a document part.
 * @param both the second form of drawings as well, which older programs show: what is filled has to be in both
 * @throws HostError damaged (not well-formed), tooLarge
 */
export function readDocxLines(xml: string, part: string, maxDepth: number, both = false): readonly DocxLine[] {
  const scanner = new XmlScanner(xml, part, maxDepth);
  const paragraphs: Paragraph[] = [];
  const open: Paragraph[] = [];
  /** Those that are open, the outermost first. */
  const tables: OpenTable[] = [];
  let characters = 0;
  const add = (piece: Omit<LinePiece, "start">): void => {
    const lines = open[open.length - 1]?.lines;
    const line = lines?.[lines.length - 1];
    if (!line) return;
    characters += piece.text.length;
    if (characters > MOST_CHARACTERS) throw new HostError("tooLarge", "characters");
    line.pieces.push({ ...piece, start: line.text.length });
    line.text += piece.text;
  };
  while (scanner.next()) {
    if (scanner.kind === "close") {
      if (open[open.length - 1]?.depth === scanner.depth + 1) open.pop();
      if (tables[tables.length - 1]?.depth === scanner.depth + 1) tables.pop();
      continue;
    }
    if (scanner.kind !== "open") continue;
    const { local, namespace } = scanner;
    if (namespace === COMPATIBILITY && local === "Fallback" && !both) {
      scanner.skip();
      continue;
    }
    if (!WORD.has(namespace)) continue;
    const table = tables[tables.length - 1];
    // The properties of a cell say how wide it is; what they were before says nothing.
    if (local === "tcPr") continue;
    if (SKIPPED.has(local) || local === "tcPrChange") scanner.skip();
    else if (local === "tbl") tables.push(openTable(scanner.depth, table));
    else if (local === "tr" && table) {
      table.row++;
      table.cell = { ...table.cell, row: table.row, col: 0, span: 0 };
    } else if (local === "tc" && table) table.cell = { ...table.cell, col: table.cell.col + table.cell.span, span: 1 };
    else if (local === "gridSpan" && table)
      table.cell.span = Math.min(MOST_COLUMNS, Math.max(1, Number(scanner.attribute("w:val")) || 1));
    else if (local === "p") {
      const paragraph = {
        number: paragraphs.length + 1,
        depth: scanner.depth,
        cell: table?.cell ?? null,
        lines: [{ text: "", pieces: [] }],
      };
      paragraphs.push(paragraph);
      open.push(paragraph);
    } else if (local === "t") readText(scanner, add);
    else if (local === "tab" || local === "ptab") readMark(scanner, "\t", add);
    else if (local === "noBreakHyphen") readMark(scanner, "-", add);
    else if (local === "br" || local === "cr") {
      open[open.length - 1]?.lines.push({ text: "", pieces: [] });
      scanner.skip();
    }
  }
  return paragraphs.flatMap(({ number, cell, lines }) =>
    lines.map(({ text, pieces }) => ({ text, paragraph: number, cell, pieces })),
  );
}

/** As many as Word allows (63), and what wider programs write. */
const MOST_COLUMNS = 256;

function openTable(depth: number, outer: OpenTable | undefined): OpenTable {
  if (outer) outer.table.nests = true;
  const table = { nests: false };
  return { depth, table, row: -1, cell: { table, row: -1, col: 0, span: 0 } };
}

type Add = (piece: Omit<LinePiece, "start">) => void;

function readText(scanner: XmlScanner, add: Add): void {
  const from = scanner.end;
  const preserved = scanner.attribute("xml:space") === "preserve";
  if (scanner.selfClosing) {
    scanner.skip();
    return;
  }
  const text = scanner.readText();
  if (text !== "") add({ text, kind: "text", from, to: scanner.start, preserved });
}

function readMark(scanner: XmlScanner, text: string, add: Add): void {
  const from = scanner.start;
  scanner.skip();
  add({ text, kind: "mark", from, to: scanner.end, preserved: true });
}
