import fc from "fast-check";
import { createPairScan } from "../../src/zh/pair-scan";

const WORDS = ["完成", "办结", "整改到位", "下一步"];
const scan = createPairScan(WORDS);

test.each([
  ["已于9月办结", true],
  ["办结", true],
  ["整改方案", true],
  ["下一", true],
  ["办", false],
  ["", false],
  ["结办成完改整", false],
  ["资料仍在收集", false],
])("%s: %s", (text, expected) => {
  expect(scan(text)).toBe(expected);
});

test("never says no to a text that holds a word", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom(...WORDS),
      fc.string({ unit: "binary" }),
      (a, word, b) => {
        expect(scan(a + word + b)).toBe(true);
      },
    ),
  );
});
