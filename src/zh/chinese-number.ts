/** Small Chinese numerals as notices use them: 两, 三, 十二, 二十三, 一百. */

const DIGITS = "零一二三四五六七八九";

/** Whether a character code may belong to a small Chinese numeral. */
export function isChineseDigit(code: number): boolean {
  switch (code) {
    case 0x96f6: // 零
    case 0x4e00: // 一
    case 0x4e8c: // 二
    case 0x4e24: // 两
    case 0x4e09: // 三
    case 0x56db: // 四
    case 0x4e94: // 五
    case 0x516d: // 六
    case 0x4e03: // 七
    case 0x516b: // 八
    case 0x4e5d: // 九
    case 0x5341: // 十
    case 0x767e: // 百
      return true;
    default:
      return false;
  }
}

/**
 * Value of a Chinese numeral up to 999, null where the characters are none (一二, 十百).
 * @example readChineseNumber("二十三") // 23
 */
export function readChineseNumber(text: string): number | null {
  let total = 0;
  let digit = -1;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === "十" || char === "百") {
      const unit = char === "十" ? 10 : 100;
      if (digit < 0 && !(char === "十" && (i === 0 || text[i - 1] === "零"))) return null;
      if (total > 0 && total % (unit * 10) !== 0) return null;
      total += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
      continue;
    }
    const value = char === "两" ? 2 : DIGITS.indexOf(char);
    if (value < 0 || digit > 0) return null;
    if (digit === 0 && value === 0) return null;
    digit = value;
  }
  if (text.length === 0) return null;
  return digit > 0 ? total + digit : total > 0 || digit === 0 ? total : null;
}

/**
 * Writes 1-99 as a Chinese numeral: 1 → 一, 23 → 二十三.
 * @example chineseNumber(12) // "十二"
 */
export function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n] ?? String(n);
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${ones === 0 ? "" : (DIGITS[ones] ?? "")}`;
}
