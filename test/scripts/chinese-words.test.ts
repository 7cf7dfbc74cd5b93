import { Linter } from "eslint";
import rule from "../../scripts/eslint-chinese-words.cjs";

const config: Linter.Config = {
  plugins: { ours: { rules: { "chinese-words": rule } } },
  rules: { "ours/chinese-words": "error" },
};

test.each([
  ["export const a = /完成|办结/;", 1],
  ["export const a = /^(?:已|均已)完成$/u;", 1],
  ['export const a = "完成|办结";', 1],
  ["export const a = `^(?:完成|办结)$`;", 1],
  ["export const a = /[已未]完成|x+/;", 0],
  ["export const a = /完成/;", 0],
  ['export const a = "完成";', 0],
])("%s", (code, count) => {
  expect(new Linter().verify(code, config).map(({ ruleId }) => ruleId)).toEqual(
    Array.from({ length: count }, () => "ours/chinese-words"),
  );
});
