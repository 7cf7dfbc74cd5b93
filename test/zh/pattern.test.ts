import fc from "fast-check";
import { anyOf, madeOf, re, reWith } from "../../src/zh/pattern";

test("lists of words stand where alternatives would", () => {
  expect(anyOf(["完成", "办结"])).toBe("(?:完成|办结)");
  expect(re`^${["已经?", "均已"]}\d${["项", "个"]}$`.source).toBe("^(?:已经?|均已)\\d(?:项|个)$");
  expect("每月调度，每季通报".match(reWith("gu")`每${["月", "季"]}`)).toEqual(["每月", "每季"]);
});

const FORMS = ["具体", "问题", "具体问题", "共计?", "计", "题目", "[、，]"];

test("a text made of forms is what the expression of them takes", () => {
  const isMade = madeOf(FORMS);
  const whole = reWith("u")`^${FORMS}*$`;
  const text = fc.array(fc.constantFrom("具体", "问题", "问", "题目", "共", "计", "、", "甲"), { maxLength: 9 });
  fc.assert(fc.property(text, (pieces) => expect(isMade(pieces.join(""))).toBe(whole.test(pieces.join("")))));
});

test("a long text of forms that can be read in many ways is read once", () => {
  const long = "具体问题共计".repeat(20_000);
  expect(madeOf(FORMS)(long)).toBe(true);
  expect(madeOf(FORMS)(`${long}甲`)).toBe(false);
});
