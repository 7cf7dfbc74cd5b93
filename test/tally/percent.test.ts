import * as fc from "fast-check";
import { percentOf, percentText, printRate, type Precision } from "../../src/tally/percent";

describe("percentText", () => {
  it.each<[number, number, Precision, string | null]>([
    [20, 23, 0, "87%"],
    [2, 3, 0, "67%"],
    [2, 3, 1, "66.7%"],
    [2, 3, 2, "66.67%"],
    [1333, 2000, 1, "66.7%"],
    [1333, 2000, 2, "66.65%"],
    [87, 100, 1, "87.0%"],
    [87, 100, 2, "87.00%"],
    [1, 2, 0, "50%"],
    [1, 8, 0, "13%"],
    [1, 8, 1, "12.5%"],
    [1, 40, 0, "3%"],
    [5, 1000, 0, "1%"],
    [3, 62, 0, "5%"],
    [18, 21, 0, "86%"],
    [17, 41, 0, "41%"],
    // Never 100% for less than the whole.
    [249, 250, 0, "99.6%"],
    [249, 250, 1, "99.6%"],
    [199, 200, 0, "99.5%"],
    [1999, 2000, 0, "99.95%"],
    [1999, 2000, 1, "99.95%"],
    [9999, 10000, 0, "99.99%"],
    [99_999, 100_000, 0, "99.99%"],
    [99_999, 100_000, 2, "99.99%"],
    [19_999, 20_000, 2, "99.99%"],
    // Never 0% for more than nothing.
    [1, 250, 0, "0.4%"],
    [1, 2000, 0, "0.1%"],
    [1, 2001, 0, "0.05%"],
    [1, 20_000, 0, "0.01%"],
    [1, 20_001, 2, "0.01%"],
    [1, 1_000_000, 0, "0.01%"],
    // The whole and nothing print whole at every precision.
    [7, 7, 0, "100%"],
    [7, 7, 1, "100%"],
    [7, 7, 2, "100%"],
    [0, 7, 0, "0%"],
    [0, 7, 1, "0%"],
    [0, 7, 2, "0%"],
    // No rate.
    [0, 0, 0, null],
    [24, 23, 0, null],
    [1, 0, 0, null],
    [-1, 23, 0, null],
    [1, -1, 0, null],
    [0.5, 1, 0, null],
    [Number.NaN, 1, 0, null],
    [1, Number.POSITIVE_INFINITY, 0, null],
  ])("%d of %d at %d decimals", (numerator, denominator, precision, expected) => {
    expect(percentText(numerator, denominator, precision)).toBe(expected);
  });

  it("tells why there is no percentage", () => {
    expect(percentOf(0, 0, 0)).toEqual({ type: "noDenominator" });
    expect(percentOf(24, 23, 0)).toEqual({ type: "invalid" });
    expect(percentOf(1, 0, 0)).toEqual({ type: "invalid" });
    expect(percentOf(Number.MAX_SAFE_INTEGER + 1, Number.MAX_SAFE_INTEGER + 1, 0)).toEqual({ type: "invalid" });
  });

  /** "8.65%" for 865 at two decimals. */
  function printed(value: number, decimals: number): string {
    const digits = String(value).padStart(decimals + 1, "0");
    const whole = digits.slice(0, digits.length - decimals);
    return decimals === 0 ? `${whole}%` : `${whole}.${digits.slice(-decimals)}%`;
  }

  it("equals exact rational arithmetic for all n ≤ d ≤ 2000 at three precisions", () => {
    const scales = [100, 1_000, 10_000];
    const texts = scales.map((scale, decimals) => Array.from({ length: scale + 1 }, (_, v) => printed(v, decimals)));
    const wrong: string[] = [];
    for (let d = 1; d <= 2000; d += 1) {
      // Half up without dividing: v is the least whole number with 2·n·scale < (2v + 1)·d, and grows with n.
      const v = [0, 0, 0];
      for (let n = 0; n <= d; n += 1) {
        for (let p = 0; p < 3; p += 1)
          while ((2 * (v[p] ?? 0) + 1) * d <= 2 * n * (scales[p] ?? 0)) v[p] = (v[p] ?? 0) + 1;
        let expected = n === 0 ? "0%" : n === d ? "100%" : 2 * n > d ? "99.99%" : "0.01%";
        for (let p = 2; p >= 0; p -= 1) {
          const value = v[p] ?? 0;
          if (n > 0 && n < d && value > 0 && value < (scales[p] ?? 0)) expected = texts[p]?.[value] ?? "";
          const text = percentText(n, d, p as Precision);
          if (text !== expected) wrong.push(`${n}/${d} at ${p}: ${text}, not ${expected}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("is exact beyond 53 bits", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), fc.constantFrom<Precision>(0, 1, 2), (a, b, precision) => {
        const [n, d] = a < b ? [a, b] : [b, a + 0];
        fc.pre(n > 0 && n < d);
        const text = percentText(n, d, precision) ?? "";
        const decimals = text.includes(".") ? text.length - 2 - text.indexOf(".") : 0;
        const value = BigInt(text.replace(/[.%]/gu, ""));
        const scale = 100n * 10n ** BigInt(decimals);
        const exact = (2n * BigInt(n) * scale + BigInt(d)) / (2n * BigInt(d));
        const clamped = exact === 0n ? 1n : exact === scale ? scale - 1n : exact;
        expect(value).toBe(clamped);
      }),
    );
  });

  it("prints a rate, and nothing where there is none", () => {
    expect(printRate({ numerator: 20, denominator: 23 }, 0)).toBe("87%");
    expect(printRate(null, 0)).toBeNull();
  });
});
