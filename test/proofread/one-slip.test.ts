/** What a sum or a share misses by one slip is told as certain; what is further off was read of something else. */
import fc from "fast-check";
import { proofread } from "../../src/proofread";
import { mayBeOneSlip } from "../../src/proofread/claims/one-slip";
import { isSlip, isSlipBetween } from "../../src/proofread/claims/slips";

const SHIFT = 100_000_000n;
const exact = (n: number): bigint => BigInt(n) * SHIFT;

test.each([
  [48, 50, [44, 4], true],
  [15, 12, [9, 6], true],
  // One digit of a part, of the whole, one too many, two in each other's place.
  [71, 31, [36, 35], true],
  [91, 51, [46, 45], true],
  [86, 66, [57, 29], true],
  [150, 350, [100, 50], true],
  [85, 75, [61, 9, 15], true],
  [90, 63, [54, 36], false],
  [71, 306, [36, 35], false],
  [1516, 2439, [787, 729], false],
] as const)("%d of %d, %p: %p", (sum, whole, parts, expected) =>
  expect(mayBeOneSlip(exact(sum), exact(whole), parts.map(exact))).toBe(expected),
);

const severity = (text: string): readonly string[] =>
  proofread([text], {})
    .findings.filter(({ rule }) => rule === "percent-mismatch" || rule === "sum-mismatch")
    .map((finding) => finding.severity);

test.each([
  ["反馈问题50个，已完成整改44个，正在整改4个。", ["error"]],
  ["反馈问题24个，已完成整改20个，整改完成率88%。", ["error"]],
  // 20 of 24 are 83%, and no digit of them gives 12%.
  ["反馈问题24个，已完成整改20个，整改完成率12%。", ["warning"]],
  // The end of a longer list is told with all of it.
  ["受理仲裁案件164件，裁决73件，调解68件，撤回14件，未结19件。", ["warning"]],
])("%s: %p", (text, expected) => expect(severity(text)).toEqual(expected));

test("a whole number within bounds is found where trying each of them finds one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999 }),
      fc.integer({ min: 0, max: 99_999 }),
      fc.nat(400),
      (meant, from, more) => {
        const each = Array.from({ length: more + 1 }, (_none, at) => from + at);
        expect(isSlipBetween(String(meant), from, from + more)).toBe(
          each.some((one) => isSlip(String(one), String(meant))),
        );
      },
    ),
  );
});

test.each([
  ["123.5", 100, 200],
  ["0", 0, 9],
] as const)("%s is no slip of a whole number", (meant, from, to) => expect(isSlipBetween(meant, from, to)).toBe(false));
