/**
 * Chinese numerals, read and written: in dates (二〇二五年六月), ordinals (第三季度, （十二）), durations (三个月) and counts
 * (二十三个问题).
 */

const DIGITS: ReadonlyMap<string, number> = new Map([
  ["〇", 0],
  ["零", 0],
  ["○", 0],
  ["◯", 0],
  ["O", 0],
  ["o", 0],
  ["一", 1],
  ["壹", 1],
  ["二", 2],
  ["贰", 2],
  ["两", 2],
  ["三", 3],
  ["叁", 3],
  ["四", 4],
  ["肆", 4],
  ["五", 5],
  ["伍", 5],
  ["六", 6],
  ["陆", 6],
  ["七", 7],
  ["柒", 7],
  ["八", 8],
  ["捌", 8],
  ["九", 9],
  ["玖", 9],
  ["0", 0],
  ["1", 1],
  ["2", 2],
  ["3", 3],
  ["4", 4],
  ["5", 5],
  ["6", 6],
  ["7", 7],
  ["8", 8],
  ["9", 9],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);
/** 廿 and 卅 stand for two and three tens at once. */
const TENS: ReadonlyMap<string, number> = new Map([
  ["廿", 20],
  ["卅", 30],
]);

/** Longer runs of numerals are no number of a ledger. */
const MAX_LENGTH = 12;

/** Characters of Chinese numerals, by character code. */
const NUMERALS = new Uint8Array(0x10000);
for (const char of [...DIGITS.keys(), ...UNITS.keys(), ...TENS.keys()]) {
  if (char > "z") NUMERALS[char.charCodeAt(0)] = 1;
}

/**
 * Whether a UTF-16 unit can stand in a Chinese numeral. Arabic digits and the letter O alone do not count; NaN, which
 * stands behind the end of a text, does not either.
 */
export function isNumeral(code: number): boolean {
  return NUMERALS[code] === 1;
}

/**
 * Value of a whole numeral: written with units (三十一, 一百零五), digit by digit (二〇二五, 二零二五, 二0二五) or in
 * Arabic digits. Null where the text is no numeral, or reads in two ways.
 * @example parseNumeral("三十一") // 31
 */
export function parseNumeral(text: string): number | null {
  if (text.length === 0 || text.length > MAX_LENGTH) return null;
  return hasUnit(text) ? parseWithUnits(text) : parseDigitByDigit(text);
}

/**
 * Value of a Chinese numeral that counts: one digit, or with units. 三五 is three to five, and no count.
 * @example parseCount("二十三") // 23
 */
export function parseCount(text: string): number | null {
  if (text.length > 1 && !hasUnit(text)) return null;
  return parseNumeral(text);
}

/**
 * A Chinese numeral with decimals as digits; null where the text is none. 百 alone is a hundred, as in 百分之百.
 * @example parseSpokenDecimal("八十七点五") // "87.5"
 */
export function parseSpokenDecimal(text: string): string | null {
  const [whole = "", fraction = ""] = text.split("点");
  const value = whole === "百" ? 100 : parseCount(whole);
  if (value === null) return null;
  const decimals = [...fraction].map((char) => parseCount(char) ?? 0).join("");
  return decimals === "" ? String(value) : `${value}.${decimals}`;
}

function hasUnit(text: string): boolean {
  for (const char of text) if (UNITS.has(char) || TENS.has(char)) return true;
  return false;
}

function parseDigitByDigit(text: string): number | null {
  let value = 0;
  for (const char of text) {
    const digit = DIGITS.get(char);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function parseWithUnits(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = Number.POSITIVE_INFINITY;
  let afterZero = false;
  for (const char of text) {
    const tens = TENS.get(char);
    const unit = tens === undefined ? UNITS.get(char) : 10;
    if (unit !== undefined) {
      if (unit >= lastUnit || (tens !== undefined && digit !== null)) return null;
      // 十 may stand alone (十二); 百 and 千 need their digit.
      if (digit === null && tens === undefined && unit !== 10) return null;
      total += tens ?? (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
      afterZero = false;
      continue;
    }
    const next = DIGITS.get(char);
    if (next === undefined || digit !== null || (afterZero && next === 0)) return null;
    if (next === 0) afterZero = true;
    else digit = next;
  }
  if (digit === null) return afterZero ? null : total;
  // 三百五 means 350 to some and 305 to others.
  if (lastUnit > 10 && !afterZero) return null;
  return total + digit;
}

// ------------------------------------------------------------------------------------------------------------- writing

const WRITTEN = "零一二三四五六七八九";
const PLACES = [1000, 100, 10] as const;

/**
 * A whole number from 0 to 9999 in Chinese numerals; anything else in Arabic digits.
 * @param digits the ten digits, 0 first; formal ones (壹) bring 拾, 佰 and 仟 with them.
 * @example writeNumeral(12) // "十二"
 * @example writeNumeral(105) // "一百零五"
 */
export function writeNumeral(n: number, digits = WRITTEN): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) return String(n);
  if (n < 10) return digits.charAt(n);
  const units = digits.charAt(1) === "壹" ? "仟佰拾" : "千百十";
  let rest = n;
  let text = "";
  let zero = false;
  for (const [index, place] of PLACES.entries()) {
    const digit = Math.floor(rest / place);
    rest %= place;
    if (digit > 0) {
      if (zero) text += digits.charAt(0);
      if (!(place === 10 && digit === 1 && text === "")) text += digits.charAt(digit);
      text += units.charAt(index);
      zero = false;
    } else if (text !== "" && rest > 0) {
      zero = true;
    }
  }
  if (rest > 0) text += (zero ? digits.charAt(0) : "") + digits.charAt(rest);
  return text;
}
