/** Numbers that dates are made of. */
import { isNumeral, parseNumeral } from "../numerals";

export function isDigitChar(char: string): boolean {
  return char >= "0" && char <= "9";
}

export interface NumberRun {
  readonly value: number;
  readonly end: number;
  /** Digits written one by one (2025, 二〇二五); 0 for numerals with units (二十五). */
  readonly digits: number;
  readonly arabic: boolean;
}

const MAX_NUMBER_LENGTH = 12;

/** The number that begins at `i`, taken as far as it goes. */
export function numberAt(s: string, i: number): NumberRun | null {
  let end = i;
  let arabic = true;
  while (end < s.length) {
    const char = s.charAt(end);
    if (isNumeral(char.charCodeAt(0))) arabic = false;
    else if (!isDigitChar(char) && !((char === "O" || char === "o") && end > i && !arabic)) break;
    end++;
  }
  if (end === i) return null;
  if (end - i > MAX_NUMBER_LENGTH) return { value: Number.NaN, end, digits: end - i, arabic };
  const run = s.slice(i, end);
  if (!arabic) {
    const value = parseNumeral(run);
    return { value: value ?? Number.NaN, end, digits: /[十拾百佰千仟廿卅]/.test(run) ? 0 : run.length, arabic };
  }
  if (run.length === 1) {
    const spread = spreadDigitsAt(s, i);
    if (spread !== null) return spread;
  }
  return { value: Number(run), end, digits: run.length, arabic };
}

/** 2 0 2 5年: single digits set apart for looks. */
function spreadDigitsAt(s: string, i: number): NumberRun | null {
  let digits = s.charAt(i);
  let end = i + 1;
  while (
    digits.length < 4 &&
    s.charAt(end) === " " &&
    isDigitChar(s.charAt(end + 1)) &&
    !isDigitChar(s.charAt(end + 2))
  ) {
    digits += s.charAt(end + 1);
    end += 2;
  }
  return digits.length > 1 && "年月日号".includes(s.charAt(end)) && end < s.length
    ? { value: Number(digits), end, digits: digits.length, arabic: true }
    : null;
}
