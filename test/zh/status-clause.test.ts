import * as fc from "fast-check";
import { FIXED, readClause, readShare } from "../../src/zh/status-clause";
import { spellClause } from "../../src/zh/status-lexicon";
import { KINDS } from "../../src/ledger/types";

test.each([
  ["待验收", "pending"],
  ["未验收", "pending"],
  ["未销号", "notSignedOff"],
  ["待交账销号", "signOffPending"],
  ["持续推进", "sustain"],
  ["立行立改", "immediate"],
  ["整改情况", "harmless"],
  ["已于@前完成整改", "done"],
  ["@已完成", "done"],
  ["已完成@", "done"],
  ["@完成", null],
  ["@前完成", "planned"],
  ["@前已完成", null],
  ["已完成@任务", null],
  ["此项问题已整改", "done"],
  ["3项措施均已完成", "done"],
  ["3项措施已完成", null],
  ["甲某", null],
  ["@@已完成", null],
] as const)("%p says %p", (clause, said) => expect(readClause(clause, "problem")).toBe(said));

test.each([
  [100, "done"],
  [0, "notDone"],
  [0.01, "ongoing"],
  [99.99, "ongoing"],
  [100.5, null],
  [-1, null],
  [Number.NaN, null],
])("%p percent is %p", (percent, said) => expect(readShare(percent)).toBe(said));

describe("words put together at random", () => {
  const words = (
    "已 均已 目前 尚 仍 全部 彻底 立即 超期 立行立改 完成 办结 到位 销号 闭环 整改 落实 办理 解决 任务 推进 实施 启动 验收 审核 上级 申请 未 没有 不能 不再 待 即将 预计 计划 " +
    "力争 需 年底 @ 前 正在 中 有序 继续 基本 部分 阶段性 仅 取得 明显 成果 进展 长期 持续 坚持 巩固 转入 建立 了 延期 此项问题 是否 80% 3项措施"
  ).split(" ");
  /** Letters of words beside which nothing is done: negation, plan, waiting, part, stage, going on, others' work. */
  const takesBack = /[NPTRBSGCEHVMZxvj]/;

  test("one that takes it back is enough for not done", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 7 }), fc.constantFrom(...KINDS), (parts, kind) => {
        const clause = parts.join("");
        const letters = spellClause(clause);
        // 任务已验收 is the whole expression 已验收, said of its subject.
        const said = clause.replace(/^(?:任务|此项问题|3项措施)/, "");
        if (letters === null || !takesBack.test(letters) || FIXED.has(clause) || FIXED.has(said)) return true;
        return readClause(clause, kind) !== "done";
      }),
      { numRuns: 5000 },
    );
  });

  test("long clauses are refused, and short ones cost little", () => {
    for (const word of words) expect(readClause(word.repeat(40), "clue")).toBeNull();
    for (const a of ["整改", "目前", "已", "全部", "未"]) {
      for (const b of ["完成", "整改", "立行立改", "长期", "甲"]) {
        for (let n = 0; n < 100; n++) readClause((a + b).repeat(8).slice(0, 31) + "甲", "problem");
      }
    }
  }, 20_000);
});
