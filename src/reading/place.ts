/** Places in lines. */
import type { Line, Place } from "./types";

/** A place of a line. */
export function placeOf(line: number, start: number, end: number): Place {
  return { line, start, end };
}

/** The end of a line's text, at most `length` characters, without trailing blanks. */
export function tailOf(line: Line, length: number): Place {
  const end = line.text.trimEnd().length;
  return { line: line.index, start: Math.max(line.indent, end - length), end };
}
