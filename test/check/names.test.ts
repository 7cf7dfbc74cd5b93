import { RULES } from "../../src/check/list";
import { RULE_ALIASES } from "../../src/check/names";

test("the names are those of the rules, in their order", () => {
  expect(RULE_ALIASES).toEqual(RULES.map((rule) => rule.alias));
});
