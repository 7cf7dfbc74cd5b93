/** What the commands of the month share. */
import { distinctNames, fileNameOf, isStillOpen, maskPhones } from "../../src/month";
import { pointsText } from "../../src/tally";

it.each([
  ["县财政局", "县财政局"],
  ["../某局", ".._某局"],
  ['a\\b/c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"],
  ["某局. ", "某局__"],
  ["甲\n乙", "甲_乙"],
  ["con", "con_"],
  ["CON.某", "CON_.某"],
  ["LPT1", "LPT1_"],
  ["COM10", "COM10"],
  ["", "_"],
  ["..", "__"],
  ["局".repeat(90), "局".repeat(80)],
])("%j is called %j", (text, name) => {
  expect(fileNameOf(text)).toBe(name);
});

it("numbers names that are equal without case", () => {
  expect(distinctNames(["Abc", "abc", "a/c", "a:c", "ABC"])).toEqual([
    "Abc",
    "abc（2）",
    "a_c",
    "a_c（2）",
    "ABC（3）",
  ]);
  const long = distinctNames(["局".repeat(90), "局".repeat(81)]);
  expect(long.map((name) => Array.from(name).length)).toEqual([80, 80]);
  expect(long[1]).toMatch(/（2）$/);
});

it.each([
  ["甲某 13800000000", "甲某 ***********"],
  ["甲某138-0000-0000、乙某 15900000000", "甲某***-****-****、乙某 ***********"],
  ["＋86 １３８００００００００", "＋** ***********"],
  ["联系电话：66660000", "联系电话：********"],
  ["(0377)65030000-12", "(****)********-**"],
  ["0377-65030000", "****-********"],
  ["资金2025.12万元，文号〔2025〕13号", "资金2025.12万元，文号〔2025〕13号"],
  ["账号6222021234567890123", "账号6222021234567890123"],
  ["20251130", "20251130"],
])("%j keeps no telephone: %j", (text, masked) => {
  expect(maskPhones(text)).toBe(masked);
});

it.each([
  [[4, 18], [5, 19], 1, "+4.1"],
  [[5, 19], [4, 18], 1, "-4.1"],
  [[1, 3], [2, 6], 1, "0.0"],
  [[0, 1], [1, 2000], 1, "+0.1"],
  [[1, 2000], [0, 1], 1, "-0.1"],
  [[0, 1], [1, 2001], 1, "0.0"],
  [[1, 2001], [0, 1], 1, "0.0"],
  [[0, 3], [1, 3], 0, "+33"],
  [[0, 3], [1, 3], 2, "+33.33"],
  [[0, 0], [1, 3], 1, null],
] as const)("from %j to %j at %i decimals is %s", (old, now, precision, text) => {
  const share = ([numerator, denominator]: readonly [number, number]) => ({ numerator, denominator });
  expect(pointsText(share(old), share(now), precision)).toBe(text);
});

it("still asks of what is phased, not of what is basic", () => {
  const all = [
    "ongoing",
    "notDone",
    "partial",
    "phased",
    "extended",
    "overdueDeclared",
    "done",
    "basic",
    "longTerm",
    "excluded",
    "unknown",
  ] as const;
  expect(all.filter(isStillOpen)).toEqual(all.slice(0, 6));
});
