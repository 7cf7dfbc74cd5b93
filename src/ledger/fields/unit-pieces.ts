/** A cell of units cut at its separators. */

interface Piece {
  readonly text: string;
  /** The separator before it, "" for the first. */
  readonly separator: string;
}

const SEPARATORS = "、，,；;/／|｜\n\r\u2028\u2029";
const OPENING = "(（[【〔「";
const CLOSING = ")）]】〕」";

/** Splits at separators, but not inside brackets. An unclosed bracket holds back nothing. */
export function splitOutsideBrackets(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let separator = "";
  let depth = 0;
  const closings = countClosings(text);
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (OPENING.includes(char)) {
      if (closings - depth > 0) depth++;
    } else if (CLOSING.includes(char)) {
      if (depth > 0) depth--;
    } else if (SEPARATORS.includes(char) && (depth === 0 || char === "\n" || char === "\r")) {
      depth = 0;
      pieces.push({ text: text.slice(from, i), separator });
      separator = char;
      from = i + 1;
    }
  }
  pieces.push({ text: text.slice(from), separator });
  return pieces;
}

function countClosings(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (CLOSING.includes(text.charAt(i))) count++;
  return count;
}
