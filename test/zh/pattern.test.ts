import { anyOf, re, reWith } from "../../src/zh/pattern";

test("lists of words stand where alternatives would", () => {
  expect(anyOf(["完成", "办结"])).toBe("(?:完成|办结)");
  expect(re`^${["已经?", "均已"]}\d${["项", "个"]}$`.source).toBe("^(?:已经?|均已)\\d(?:项|个)$");
  expect("每月调度，每季通报".match(reWith("gu")`每${["月", "季"]}`)).toEqual(["每月", "每季"]);
});
