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

const withLists: Linter.Config = { ...config, rules: { "ours/chinese-words": ["error", { lists: true }] } };

test.each([
  ['export const a = reWith("u")`^${["完成", "办结"]}$`;', 1],
  ['export const a = new Set(["人", "名"]);', 1],
  ['export const a = [...others, "完成", "办结"];', 1],
  ['export const a = ["完成", ...others];', 0],
  ['export const a = "完成 办结".split(" ");', 1],
  ['export const a = "甲乙丙".split("");', 0],
  ['export const a = (b) => b === "完成" || c || b === "办结" || b === "销号";', 1],
  ['export const a = (b) => b !== "完成" && b !== "办结" && b !== "销号";', 1],
  ['export const a = (b) => b === "日" || b === "号" || b === "天";', 0],
  ['export const a = (b) => b === "完成" || b === "办结";', 0],
])("as a list: %s", (code, count) => {
  expect(new Linter().verify(code, withLists)).toHaveLength(count);
  expect(new Linter().verify(code, config)).toEqual([]);
});
