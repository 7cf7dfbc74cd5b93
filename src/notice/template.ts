/**
 * Parser of the summary's template language.
 *
 * ```
 * {反馈问题.总数}   a place: with a dot, and known (places.ts)
 * {合计:追缴金额}[单位=…]  and whatever else expression.ts reads, in either width
 * {截至}            the as-of day: 截至12月22日
 * {巡察组}          a free variable: any other word without a dot
 * [，正在整改{反馈问题.正在整改}个]   a piece that disappears when every figure in it is 0 or its kind is absent
 * \{ \} \[ \] \\    the character itself
 * ```
 * Pieces may stand in pieces. A piece without a figure could never disappear and is reported. Nothing throws: a wrong
 * template has problems with positions, and what is wrong stays in the text as it was written.
 */
import type { TemplateProblem } from "./types";
import { readExpression, type AsOfForm } from "./expression";
import { NOTHING_KNOWN, type Known } from "./known";
import type { TemplatePlace } from "./places";

export type TemplateNode =
  | { readonly type: "text"; readonly text: string }
  /** `start` and `end`: where it stands in the source. */
  | { readonly type: "place"; readonly place: TemplatePlace; readonly start: number; readonly end: number }
  | { readonly type: "asOf"; readonly form: AsOfForm }
  /** The piece it stands in is written once for every value of the column, and this is the value. */
  | { readonly type: "each"; readonly column: string }
  /** A value of the column, put in by composing. */
  | { readonly type: "value"; readonly text: string }
  /** `form`: of a shipped style, filled in by the form of facts. */
  | { readonly type: "variable"; readonly name: string; readonly form?: true }
  | { readonly type: "optional"; readonly nodes: readonly TemplateNode[] };

export interface Template {
  readonly source: string;
  readonly nodes: readonly TemplateNode[];
  /** Sorted by position; empty for a usable template. */
  readonly problems: readonly TemplateProblem[];
  /** Names of free variables, in order of appearance. */
  readonly variables: readonly string[];
  /** Made for the ledger at hand: it names every part that it means to name, and none is added. */
  readonly exact?: true;
}

/** Pieces in pieces: deeper than this is a mistake, and keeps composing free of deep recursion. */
export const MAX_DEPTH = 8;

const ESCAPABLE = "{}[]\\｛｝";
const OPENS = "{｛";
const CLOSES = "}｝";

interface Frame {
  readonly start: number;
  readonly nodes: TemplateNode[];
  hasFigure: boolean;
}

/**
 * Reads a template.
 * @param known the workbook at hand: its columns are looked for, and its forms of accountability are accepted
 * @example parseTemplate("共{反馈问题.总数}个").problems // []
 */
export function parseTemplate(source: string, known: Known = NOTHING_KNOWN): Template {
  const root: Frame = { start: 0, nodes: [], hasFigure: false };
  const stack: Frame[] = [root];
  const problems: TemplateProblem[] = [];
  const variables = new Set<string>();
  let buffer: string[] = [];
  /** Opening brackets beyond MAX_DEPTH that are kept as text; their closing ones must not close a piece. */
  let literalDepth = 0;

  const top = (): Frame => stack[stack.length - 1] ?? root;
  const flush = (): void => {
    if (buffer.length > 0) top().nodes.push({ type: "text", text: buffer.join("") });
    buffer = [];
  };
  const report = (
    type: TemplateProblem["type"],
    start: number,
    end: number,
    nearest: string | null = null,
    detail?: string,
  ): void => {
    const text = source.slice(start, end);
    problems.push({ type, start, end, text, nearest, ...(detail === undefined ? {} : { detail }) });
  };
  const push = (node: TemplateNode): void => {
    flush();
    top().nodes.push(node);
  };

  /** Takes `{…}` with its content; what is no place stays as text. */
  const takeBraces = (start: number, end: number): void => {
    const read = readExpression(source.slice(start + 1, end - 1), known);
    if (read.type === "problem") {
      const { type, nearest, detail } = read.problem;
      report(type, start, end, nearest, detail);
      if (type !== "empty") top().hasFigure = true;
      buffer.push(source.slice(start, end));
    } else if (read.type === "each" && stack.length === 1) {
      report("eachOutside", start, end);
      buffer.push(source.slice(start, end));
    } else {
      push(read.type === "place" ? { ...read, start, end } : read);
      if (read.type === "variable") variables.add(read.name);
      if (read.type === "place") top().hasFigure = true;
    }
  };

  /** Hands the content of a frame that is no piece to the frame around it. */
  const keepAsText = (frame: Frame, closing: string): void => {
    const { nodes } = top();
    nodes.push({ type: "text", text: "[" });
    for (const node of frame.nodes) nodes.push(node);
    if (closing !== "") nodes.push({ type: "text", text: closing });
  };

  const closePiece = (end: number): void => {
    flush();
    const piece = stack.pop() ?? root;
    if (piece.hasFigure) {
      top().nodes.push({ type: "optional", nodes: piece.nodes });
      top().hasFigure = true;
    } else {
      report("empty", piece.start, end);
      keepAsText(piece, "]");
    }
  };

  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === "\\" && at + 1 < source.length && ESCAPABLE.includes(source.charAt(at + 1))) {
      buffer.push(source.charAt(at + 1));
      at += 2;
      continue;
    }
    if (OPENS.includes(char)) {
      const end = endOfBraces(source, at);
      if (end === null) {
        report("unclosed", at, at + 1);
        buffer.push(char);
        at += 1;
      } else {
        takeBraces(at, end);
        at = end;
      }
      continue;
    }
    if (char === "[") {
      if (stack.length > MAX_DEPTH) {
        if (literalDepth === 0) report("nested", at, at + 1);
        literalDepth += 1;
        buffer.push(char);
      } else {
        flush();
        stack.push({ start: at, nodes: [], hasFigure: false });
      }
    } else if (char === "]" && literalDepth > 0) {
      literalDepth -= 1;
      buffer.push(char);
    } else if (char === "]" && stack.length > 1) {
      closePiece(at + 1);
    } else if (char === "]" || CLOSES.includes(char)) {
      report("unopened", at, at + 1);
      buffer.push(char);
    } else {
      // Runs of plain text go in one slice: templates are mostly that.
      const end = endOfText(source, at);
      buffer.push(source.slice(at, end));
      at = end;
      continue;
    }
    at += 1;
  }
  flush();
  while (stack.length > 1) {
    const piece = stack.pop() ?? root;
    report("unclosed", piece.start, piece.start + 1);
    keepAsText(piece, "");
  }
  problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { source, nodes: root.nodes, problems, variables: Array.from(variables) };
}

/** End of the `{…}` that begins at `start`, exclusive; null where another brace or a line break comes first. */
function endOfBraces(source: string, start: number): number | null {
  for (let at = start + 1; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (CLOSES.includes(char)) return at + 1;
    if (OPENS.includes(char) || char === "\n") return null;
  }
  return null;
}

/** End of the run of plain text that begins at `start`; at least one character long. */
function endOfText(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && !ESCAPABLE.includes(source.charAt(at))) at += 1;
  return at;
}
