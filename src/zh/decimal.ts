/**
 * Decimal numbers that add up exactly: 0.1 + 0.2 is 0.3. A number is a whole mantissa and how many of its digits are decimals.
 */

/** `mantissa / 10 ** scale`. */
export interface Decimal {
  readonly mantissa: bigint;
  /** Decimals, from 0. */
  readonly scale: number;
}

export const ZERO: Decimal = { mantissa: 0n, scale: 0 };

/** Longer than any amount of money; keeps hostile cells from costing time. */
const LONGEST = 40;
const PLAIN = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/u;

/**
 * A plain decimal number, thousands separated or not; null for anything else.
 * @example parseDecimal("1,280.50") // { mantissa: 128050n, scale: 2 }
 */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > LONGEST) return null;
  const match = PLAIN.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", part = ""] = match;
  const digits = BigInt(whole.replaceAll(",", "") + part);
  return { mantissa: sign === "-" ? -digits : digits, scale: part.length };
}

/**
 * The number of a cell as its sheet shows it: what floating point left behind 15 digits is none of its value.
 * @example decimalOf(0.1 + 0.2) // { mantissa: 3n, scale: 1 }
 */
export function decimalOf(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  const [digits = "", power = "0"] = value.toExponential(14).split("e");
  const plain = parseDecimal(digits);
  return plain === null ? null : trimmed(shifted(plain, Number(power)));
}

/** Times a power of ten. */
export function shifted({ mantissa, scale }: Decimal, power: number): Decimal {
  const left = scale - power;
  return left >= 0 ? { mantissa, scale: left } : { mantissa: mantissa * 10n ** BigInt(-left), scale: 0 };
}

/** The sum of two numbers, exact. */
export function added(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const raised = ({ mantissa, scale: own }: Decimal): bigint => mantissa * 10n ** BigInt(scale - own);
  return { mantissa: raised(a) + raised(b), scale };
}

/** Without zeros at its end. */
function trimmed({ mantissa, scale }: Decimal): Decimal {
  let digits = mantissa;
  let left = scale;
  while (left > 0 && digits % 10n === 0n) {
    digits /= 10n;
    left -= 1;
  }
  return { mantissa: digits, scale: left };
}

/**
 * As digits, without zeros at its end.
 * @example decimalText({ mantissa: 3560n, scale: 2 }) // "35.6"
 */
export function decimalText(value: Decimal): string {
  const { mantissa, scale } = trimmed(value);
  const sign = mantissa < 0n ? "-" : "";
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(scale + 1, "0");
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
