/** Folding of a line for reading: same length, so that offsets hold in both. */

const FOLDABLE = /[\u00a0\u2002-\u200a\u202f\u3000\t\uff05\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

/**
 * The line with full-width digits, Latin letters, ％ and ．as half-width and all blanks as spaces. Punctuation stays as it
 * is, because its width is itself checked. Same length as the input.
 * @example foldLine("２０２５年６月") // "2025年6月"
 */
export function foldLine(text: string): string {
  if (!FOLDABLE.test(text)) return text;
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const folded = foldCode(text.charCodeAt(i));
    if (folded === 0) continue;
    if (i > from) parts.push(text.slice(from, i));
    parts.push(String.fromCharCode(folded));
    from = i + 1;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts.join("");
}

function foldCode(code: number): number {
  if (code < 0xff05) {
    if (code === 0x3000 || code === 0xa0 || code === 9 || code === 0x202f) return 32;
    return code >= 0x2002 && code <= 0x200a ? 32 : 0;
  }
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return code - 0xfee0;
  return code === 0xff05 || code === 0xff0e ? code - 0xfee0 : 0;
}

/** 0-9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A-Z, a-z. */
export function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** A Han character of the basic block or extension A. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

/** A set of characters as a table by character code: one look-up tells whether a character belongs to it. */
export function charTable(chars: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = 1;
  return table;
}

/** Whether the character at `at` is in a set; no character stands outside of the text. */
export function isIn(table: Uint8Array, plain: string, at: number): boolean {
  return at >= 0 && at < plain.length && table[plain.charCodeAt(at)] === 1;
}
