/** Text as dates are looked for in it. */
import { isDigitChar } from "./numbers";

/** A folded text and, for each of its UTF-16 units, the offset in the original (null where they are equal). */
interface FoldedText {
  readonly text: string;
  readonly offsets: readonly number[] | null;
}

const PLAIN = /^[!-~\u4e00-\u9fff\u3001\u3002]*$/;
const BLANK = /^[\s\u0085\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u00ad\ufeff]$/;

/**
 * NFKC without blanks, for scanning: between two digits a blank stays as one space (2025 6 30) and a line break becomes
 * ";" (two dates under each other).
 */
export function foldForDates(text: string): FoldedText {
  if (PLAIN.test(text)) return { text, offsets: null };
  let folded = "";
  const offsets: number[] = [];
  let gap = "";
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i) ?? 0;
    const char = String.fromCodePoint(point);
    if (BLANK.test(char)) {
      if (char === "\n" || char === "\r" || char === "\u2028" || char === "\u2029") gap = ";";
      else if (gap === "" && !isFormatChar(point)) gap = " ";
    } else {
      for (const unit of foldChar(char, point)) {
        if (BLANK.test(unit)) continue;
        if (gap !== "" && isDigitChar(unit) && isDigitChar(folded.charAt(folded.length - 1))) {
          folded += gap;
          offsets.push(i);
        }
        gap = "";
        folded += unit;
        for (let k = 0; k < unit.length; k++) offsets.push(i);
      }
    }
    i += char.length;
  }
  return { text: folded, offsets };
}

/** NFKC of one character; ① to ⓿ number a list and must not run into the digits behind them. */
function foldChar(char: string, point: number): string {
  if (point < 0x80 || (point >= 0x4e00 && point <= 0x9fff)) return char;
  return point >= 0x2460 && point <= 0x24ff ? ";" : char.normalize("NFKC");
}

function isFormatChar(point: number): boolean {
  return point === 0xad || point === 0x180e || point >= 0x200b;
}
