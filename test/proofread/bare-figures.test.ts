/** Figures that no total stands before, beside a ledger: what is right is silent, one figure changed is found. */
import fc from "fast-check";
import { proofreadAgainst } from "../../src/proofread";
import { countGrids, problemSheet, type ProblemRow } from "./ledger-side";

const ROWS: readonly ProblemRow[] = [
  { problem: "制度未修订", status: "已完成", unit: "甲某科" },
  { problem: "档案不完整", status: "已完成", unit: "甲某科" },
  { problem: "台账未更新", status: "正在整改", unit: "甲某科", deadline: "2026年6月底前" },
  { problem: "票据不规范", status: "正在整改", unit: "乙某科", deadline: "2025年10月底前" },
  { problem: "采购未比价", status: "正在整改", unit: "乙某科", deadline: "2026年3月底前" },
  { problem: "检查不到位", status: "已完成", unit: "丙某科" },
];

function serious(text: string, rows: readonly ProblemRow[] = ROWS): readonly string[] {
  const { reading, tally } = countGrids([problemSheet(rows)]);
  const lines = ["××局巡察整改情况通报", ...text.split("\n")];
  return proofreadAgainst(lines, reading, tally)
    .findings.filter(({ rule, severity }) => rule.startsWith("ledger-") && severity !== "info")
    .map(({ rule, quote }) => `${rule} ${quote}`);
}

/** Right, and with one figure changed. */
const PAIRS: readonly (readonly [right: string, wrong: string])[] = [
  ["正在整改的3个问题，已明确分工。", "正在整改的4个问题，已明确分工。"],
  ["对正在整改的3个问题，倒排工期。", "对正在整改的2个问题，倒排工期。"],
  ["尚未完成的3个问题要加快推进。", "尚未完成的4个问题要加快推进。"],
  ["还有3个问题没有完成整改。", "还有5个问题没有完成整改。"],
  ["超期未完成的1个问题，由办公室约谈。", "超期未完成的2个问题，由办公室约谈。"],
  ["尚未完成的3个问题中，已超过时限1个。", "尚未完成的3个问题中，已超过时限2个。"],
  ["整改完成率达到50%。", "整改完成率达到60%。"],
  ["甲某科完成率67%。", "甲某科完成率77%。"],
  ["乙某科完成率最低，为0%。", "乙某科完成率最低，为10%。"],
  ["涉及3个责任单位。", "涉及4个责任单位。"],
  ["分单位看：甲某科承担3个，已完成2个；乙某科承担2个。", "分单位看：甲某科承担4个，已完成2个；乙某科承担2个。"],
  ["分单位看：甲某科承担3个，已完成2个；乙某科承担2个。", "分单位看：甲某科承担3个，已完成3个；乙某科承担2个。"],
  ["丙某科1个，均已完成。乙某科2个，均未完成。", "丙某科1个，均已完成。乙某科2个，均已完成。"],
];

test.each(PAIRS)("%s", (right, wrong) => {
  expect(serious(right)).toEqual([]);
  expect(serious(wrong)).toHaveLength(1);
});

test.each([
  "正在整改的6个小区已完工4个。",
  "上月正在整改的5个问题已销号2个。",
  "力争年底前整改完成率达到90%。",
  "资金整改率85%。",
  "其中，正在整改的2个问题需长期推进。",
  "自查发现并正在整改的8个问题同步推进。",
  "甲某科开展检查5次，走访9户。",
  "丁某镇承担4个，已完成3个。",
  "（二）财务管理方面。正在整改的2个问题，已约谈。",
  "甲某科12条，乙某科9条，丙某科7条。",
  "县委甲某科承担6个，已完成5个。",
  "审计局指出甲某科承担5个。",
  "甲某科承担3个，已完成2个，还有1个，正在整改。",
  "乙某科承担2个，对未完成的，正在办理。",
  "未完成的7个问题单位作表态发言。",
])("what tells of something else is left alone: %s", (text) => {
  expect(serious(text)).toEqual([]);
});

test("figures of any ledger: right ones are silent, changed ones are found", () => {
  const status = fc.constantFrom("已完成", "正在整改");
  const unit = fc.constantFrom("甲某科", "乙某科", "丙某科");
  const rows = fc.array(fc.record({ status, unit }), { minLength: 3, maxLength: 14 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 3 }), (some, off) => {
      const all = some.map((one, index) => ({ ...one, problem: `第${index}处缺口`, deadline: "2026年12月底前" }));
      const open = all.filter((row) => row.status === "正在整改").length;
      const own = all.filter((row) => row.unit === some[0]?.unit).length;
      const name = some[0]?.unit ?? "";
      expect(serious(`正在整改的${open}个问题，已明确分工。\n${name}承担${own}个。`, all)).toEqual([]);
      expect(serious(`正在整改的${open + off}个问题，已明确分工。`, all)).toHaveLength(1);
      expect(serious(`${name}承担${own + off}个。`, all)).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

test("items whose status is not understood accuse nobody; a number beyond them is found", () => {
  const rows = ROWS.map((row, index) => (index === 0 ? { ...row, status: "另行处理中转" } : row));
  expect(serious("正在整改的4个问题，已明确分工。", rows)).toEqual([]);
  expect(serious("正在整改的6个问题，已明确分工。", rows)).toHaveLength(1);
});

test("says how many figures were compared, and which were not", () => {
  const { reading, tally } = countGrids([problemSheet(ROWS)]);
  const { figures } = proofreadAgainst(
    ["××局巡察整改情况通报", "巡察反馈问题6个，已完成3个。组织培训4次。"],
    reading,
    tally,
  );
  expect(figures?.compared).toBe(2);
  expect(figures?.uncompared.map(({ line, quote }) => [line, quote])).toEqual([[2, "组织培训4次"]]);
});

test("words that lead in a figure, again and again, take no time to speak of", () => {
  for (const lead of ["还有", "反馈问题", "仍有", "共"]) expect(serious(`${lead.repeat(400)}甲某科3个。`)).toEqual([]);
  expect(serious(`完成率${"仅为".repeat(400)}50%。`)).toEqual([]);
});

/** A unit with none of a state that is told, and with others that are not: the ledger bears the line out. */
const WITH_NONE: readonly ProblemRow[] = [
  ...ROWS,
  { problem: "会议未记录", status: "已完成", unit: "丁某科" },
  { problem: "公示不及时", status: "未启动", unit: "丁某科" },
  { problem: "合同未备案", status: "未启动", unit: "丁某科" },
  { problem: "资产未盘点", status: "未启动", unit: "丁某科" },
];

function sums(text: string): readonly string[] {
  const { reading, tally } = countGrids([problemSheet(WITH_NONE)]);
  return proofreadAgainst(["××局巡察整改情况通报", text], reading, tally)
    .findings.filter(({ rule }) => rule === "sum-mismatch")
    .map(({ severity }) => severity);
}

test.each([
  ["丁某科：共4个，完成1个，正在整改0个。", []],
  ["丁某科：共4个，完成2个，正在整改0个。", ["error"]],
  ["丁某科：共5个，完成1个，正在整改0个。", ["error"]],
])("a 0 told of a state: %s", (text, expected) => {
  expect(sums(text)).toEqual(expected);
});
