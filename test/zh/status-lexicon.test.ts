import { spellClause } from "../../src/zh/status-lexicon";

test.each([
  ["已完成整改", "aDW"],
  ["尚未完成整改", "yNDW"],
  ["部分已整改", "RaW"],
  ["基本未完成", "BND"],
  ["不可能完成", "ND"],
  ["整改中", "WC"],
  ["正在抓紧整改", "GHW"],
  ["整改任务", "n"],
  ["持续推进", "UM"],
  ["", ""],
  ["已完成方案", null],
  ["差不多", null],
  ["constructor", null],
] as const)("%p is spelt %p", (clause, letters) => expect(spellClause(clause)).toBe(letters));
