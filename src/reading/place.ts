/** Places in lines. */
import type { Line, Place } from "./types";

/** A place of a line. */
export function placeOf(line: number, start: number, end: number): Place {
  return { line, start, end };
}

/** The text at a place. */
export function textAt(lines: readonly Line[], place: Place): string {
  return lines[place.line]?.text.slice(place.start, place.end) ?? "";
}

/** From the first place's start to the second's end, where both stand on one line; else the first. */
export function span(first: Place, last: Place): Place {
  return first.line === last.line
    ? { line: first.line, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) }
    : first;
}

/** The end of a line's text, at most `length` characters, without trailing blanks. */
export function tailOf(line: Line, length: number): Place {
  const end = line.text.trimEnd().length;
  return { line: line.index, start: Math.max(line.indent, end - length), end };
}
