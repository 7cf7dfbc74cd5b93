/**
 * What reaches the terminal. Texts of ledgers and names of files may hold control characters that move the cursor, retitle
 * the window or reverse what is read (bidi); on a terminal they are shown, never obeyed. Everything that is written passes
 * here, so that nobody has to think of it: only colours of our own get through, by a word that no text can know.
 */
import { randomBytes } from "node:crypto";
import type { Io } from "./io";

const WORD = randomBytes(8).toString("hex");
/** Controls but line feed and tab, line and paragraph separators, and what changes the direction of text (UAX #9). */
const UNSAFE = "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]";
const OURS_OR_UNSAFE = new RegExp(`\\u001b${WORD}([0-9]{1,2}|K);|${UNSAFE}`, "g");

/** A style of ours switched on or off (SGR number) in a text for the terminal. */
export function style(code: number): string {
  return `\u001b${WORD}${code};`;
}

/** Goes back to the beginning of the line and empties it. */
export const EMPTY_LINE = `\u001b${WORD}K;`;

/**
 * Text with its unsafe characters spelled out. In JSON the spelling means the same character.
 * @example visible("a\u001b]0;x\u0007") // "a\\u001b]0;x\\u0007"
 */
export function visible(text: string): string {
  return text.replace(OURS_OR_UNSAFE, (found, ours: string | undefined) =>
    ours === undefined ? `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}` : found,
  );
}

/**
 * A name (of a file, a sheet) on one line: line breaks and tabs are shown too.
 * @example shownName("甲\n乙.xlsx") // "甲\\n乙.xlsx"
 */
export function shownName(name: string): string {
  return visible(name.replace(/[\r\n\t]/g, (found) => (found === "\n" ? "\\n" : found === "\r" ? "\\r" : "\\t")));
}

/** Streams that show what they must not obey. */
export function terminalIo(io: Io): Io {
  const dressed = (text: string): string =>
    visible(text).replace(OURS_OR_UNSAFE, (_found, ours: string) => (ours === "K" ? "\r\u001b[K" : `\u001b[${ours}m`));
  return { ...io, out: (text) => io.out(dressed(text)), err: (text) => io.err(dressed(text)) };
}
