/** Lines that say who answers until when are no answers; what stands behind a told status is no second one. */
import { proofread } from "../../src/proofread";
import { civilDate } from "../../src/zh/civil-date";

const AS_OF = civilDate(2025, 12, 22)!;
const DUTIES = "责任单位：规划财务股；责任领导：乙某；整改时限：2026年3月31日。";

function rulesOf(...lines: readonly string[]): readonly string[] {
  const notice = ["××县某局党组关于巡察整改情况的通报", "一、整改任务落实情况", ...lines];
  return proofread(notice, { asOf: AS_OF }).findings.map(({ rule }) => rule);
}

const items = (...answers: readonly (readonly string[])[]): readonly string[] =>
  answers.flatMap((answer, at) => [`${at + 1}.关于“第${at + 1}项工作不到位”的问题`, ...answer]);

test("a deadline to come is nothing pending, and the same duties twice are no slip", () => {
  const done = ["整改结果：已完成整改。", "整改进展情况：已修订制度。", DUTIES];
  const rules = rulesOf(...items(done, ["整改结果：已完成整改。", "整改进展情况：已补齐台账。", DUTIES]));
  expect(rules.filter((rule) => rule === "text-twice" || rule === "done-but-pending")).toEqual([]);
});

test("the same day in the answer is told", () => {
  const late = ["整改结果：已完成整改。", "整改进展情况：计划于2026年3月31日前完成。"];
  expect(rulesOf(...items(late, late))).toContain("done-but-pending");
});

test.each([
  [["整改结果：已完成。", "整改进展情况：按计划推进。"]],
  [["整改情况：已完成。", "整改措施及成效：按计划推进。"]],
])("%s tells one status", (answer) => {
  expect(rulesOf(...items(answer, answer))).not.toContain("status-conflict");
});

test("two statuses that are told as such are a conflict", () => {
  expect(rulesOf(...items(["整改结果：已完成。", "此项问题正在整改。"], ["整改结果：已完成。"]))).toContain(
    "status-conflict",
  );
});
