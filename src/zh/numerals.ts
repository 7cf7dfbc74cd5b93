/**
 * Chinese numerals as ledgers write them: in dates (二〇二五年六月), ordinals (第三季度, （十二）) and durations (三个月).
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

/** Whether a character can stand in a Chinese numeral (Arabic digits and the letter O alone do not count). */
export function isNumeral(char: string): boolean {
  if (char === "O" || char === "o" || (char >= "0" && char <= "9")) return false;
  return DIGITS.has(char) || UNITS.has(char) || TENS.has(char);
}

/**
 * Value of a whole numeral: written with units (三十一, 一百零五), digit by digit (二〇二五, 二零二五, 二0二五) or in
 * Arabic digits. Null where the text is no numeral, or reads in two ways.
 * @example parseNumeral("三十一") // 31
 */
export function parseNumeral(text: string): number | null {
  if (text.length === 0 || text.length > MAX_LENGTH) return null;
  for (const char of text) {
    if (UNITS.has(char) || TENS.has(char)) return parseWithUnits(text);
  }
  return parseDigitByDigit(text);
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
