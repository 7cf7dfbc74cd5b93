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
  /** `text`: the content of a w:t, from `from` to `to`. `mark`: a whole element (w:tab) that stands for a character. */
  readonly kind: "text" | "mark";
  readonly from: number;
  readonly to: number;
  /** The w:t keeps its outer blanks (xml:space="preserve"). */
  readonly preserved: boolean;
}

export interface DocxLine {
  readonly text: string;
  /** 1-based, in the order in which paragraphs begin. */
  readonly paragraph: number;
  /** It stands in a table. */
  readonly inTable: boolean;
  readonly pieces: readonly LinePiece[];
}

interface Paragraph {
  readonly number: number;
  /** Elements open when it began, itself included. */
  readonly depth: number;
  readonly inTable: boolean;
  readonly lines: { text: string; pieces: LinePiece[] }[];
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
  /** Depths of the tables that are open, the outermost first. */
  const tables: number[] = [];
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
      if (tables[tables.length - 1] === scanner.depth + 1) tables.pop();
      continue;
    }
    if (scanner.kind !== "open") continue;
    const { local, namespace } = scanner;
    if (namespace === COMPATIBILITY && local === "Fallback" && !both) {
      scanner.skip();
      continue;
    }
    if (!WORD.has(namespace)) continue;
    if (SKIPPED.has(local)) scanner.skip();
    else if (local === "tbl") tables.push(scanner.depth);
    else if (local === "p") {
      const paragraph = {
        number: paragraphs.length + 1,
        depth: scanner.depth,
        inTable: tables.length > 0,
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
  return paragraphs.flatMap(({ number, inTable, lines }) =>
    lines.map(({ text, pieces }) => ({ text, paragraph: number, inTable, pieces })),
  );
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
