/** Right sentences of everyday notices that name a part, a negation, a demand or an outcome of its own; and a wrong one beside each. */
import { proofread, proofreadAgainst } from "../../src/proofread";
import { sheetOf } from "../grid/grid-of";
import { AS_OF, countGrids, problemSheet, type ProblemRow } from "./ledger-side";

const FRAME: ReadonlySet<string> = new Set(["title-missing", "sign-off-missing", "summary-missing"]);

function told(text: string): readonly string[] {
  return proofread(["××局巡察整改情况通报", ...text.split("\n")], {})
    .findings.filter(({ severity, rule }) => severity !== "info" && !FRAME.has(rule))
    .map(({ rule, severity }) => `${severity} ${rule}`);
}

const FOUND: readonly (readonly [right: string, wrong: string, what: string])[] = [
  [
    "甲类问题最多，有5个，占四分之一；乙类、丙类各4个，合计8个。",
    "甲类问题最多，有5个，占四分之一；乙类、丙类各4个，合计7个。",
    "error sum-mismatch",
  ],
  [
    "共发现隐患29处，其中重大20处、一般9处。\n12处未销案隐患中，9处已经超过期限，其中甲大队6处、乙局3处；其余3处期限为年底。",
    "共发现隐患29处，其中重大20处、一般9处。\n12处未销案隐患中，9处已经超过期限，其中甲大队6处、乙局3处；其余4处期限为年底。",
    "error sum-mismatch",
  ],
  [
    "23个问题中，已完成13个，正在整改10个。\n（五）选人用人方面。4个问题完成2个，完成率50%。",
    "23个问题中，已完成13个，正在整改10个。\n（五）选人用人方面。4个问题完成2个，完成率60%。",
    "error percent-mismatch",
  ],
  [
    "23个问题中，已完成13个，正在整改10个。\n（一）作风建设方面\n4个问题完成2个。",
    "23个问题中，已完成13个，正在整改10个。\n截至目前，24个问题完成13个。",
    "error told-twice",
  ],
];

test.each(FOUND)("%s", (right, wrong, what) => {
  expect(told(right)).toEqual([]);
  expect(told(wrong)).toContain(what);
});

test("what is demanded of a rate is no share of the count behind the semicolon", () => {
  expect(told("各所要再复查1遍，整改率达到90%以上；对逾期未整改的6个问题，一律约谈。")).toEqual([]);
});

test("of matters the rest may have an outcome of its own: no certain fault; of problems it is one", () => {
  expect(told("提案22件，已办结11件，正在办理3件，未办结2件。")).toEqual(["warning sum-mismatch"]);
  expect(told("反馈问题22个，已办结11个，正在办理3个，未办结2个。")).toEqual(["error sum-mismatch"]);
});

const ROWS: readonly ProblemRow[] = [
  { problem: "制度未修订", status: "已完成", unit: "甲某科" },
  { problem: "档案不完整", status: "完成并长期坚持", unit: "甲某科" },
  { problem: "台账未更新", status: "正在整改", unit: "甲某科、乙某科", deadline: "2025年10月底前" },
  { problem: "票据不规范", status: "正在整改", unit: "乙某科", deadline: "2025年10月底前" },
  { problem: "采购未比价", status: "正在整改", unit: "乙某科", deadline: "2026年3月底前" },
  { problem: "检查不到位", status: "已完成", unit: "丙某科" },
];

function beside(text: string, rows = ROWS, grids = [problemSheet(rows)]): readonly string[] {
  const { reading, tally } = countGrids(grids);
  return proofreadAgainst(["××局巡察整改情况通报", ...text.split("\n")], reading, tally)
    .findings.filter(({ rule, severity }) => rule.startsWith("ledger-") && severity !== "info")
    .map(({ rule, severity }) => `${severity} ${rule}`);
}

test.each([
  ["巡察反馈问题6个，已完成3个。仍有3个问题没有整改到位。", "巡察反馈问题6个，已完成3个。仍有2个问题没有整改到位。"],
  ["6个问题中还剩3个没有整改到位。", "6个问题中还剩2个没有整改到位。"],
  ["巡察反馈问题6个，3个问题未能按期完成整改。", "巡察反馈问题6个，5个问题未能按期完成整改。"],
])("what is negated is not done: %s", (right, wrong) => {
  expect(beside(right)).toEqual([]);
  expect(beside(wrong)).not.toEqual([]);
});

test.each([
  "巡察反馈问题6个，已完成3个，其中完成并长期坚持1个。",
  "甲某科3个问题，甲某科单独牵头2个，完成2个；与乙某科共同牵头1个，完成0个。",
  "甲某科、丙某科各有问题；乙某科单独牵头2个，完成0个，与甲某科联合承担1个。",
])("some of what a unit has, or is done and kept up, is held against nothing: %s", (text) => {
  expect(beside(text)).toEqual([]);
});

test.each([
  ["甲某科有1个问题超期。", "甲某科有2个问题超期。"],
  ["甲某科超期问题1个，乙某科超期问题2个。", "甲某科超期问题1个，乙某科超期问题3个。"],
  ["对2个超期问题，逐一约谈。", "对3个超期问题，逐一约谈。"],
  ["甲某科1个超期问题由分管领导约谈。", "甲某科2个超期问题由分管领导约谈。"],
  ["乙某科超期问题2个，居首位；甲某科1个。", "乙某科超期问题2个，居首位；甲某科2个。"],
])("late items of a unit: %s", (right, wrong) => {
  const asOf = `截至${AS_OF.year}年${AS_OF.month}月${AS_OF.day}日，巡察反馈问题6个。\n`;
  expect(beside(asOf + right)).toEqual([]);
  expect(beside(asOf + wrong)).toEqual(["warning ledger-figure"]);
});

test("late items are asked of no ledger of another day", () => {
  expect(beside("截至2025年11月30日，巡察反馈问题6个。\n甲某科有2个问题超期。")).toEqual(["error ledger-as-of"]);
});

test("a ledger's own noun counts its items, where its column is headed so", () => {
  const sheet = (head: string): ReturnType<typeof sheetOf> =>
    sheetOf("台账", [
      ["××公司整改台账"],
      ["序号", head, "责任单位", "整改时限", "整改状态"],
      ...ROWS.map(({ problem, status, unit }, at) => [at + 1, problem, unit ?? "", "2026年3月底前", status]),
    ]);
  expect(beside("丙某科1项缺陷已完成整改。", ROWS, [sheet("缺陷描述")])).toEqual([]);
  expect(beside("丙某科2项缺陷已完成整改。", ROWS, [sheet("缺陷描述")])).toEqual(["warning ledger-figure"]);
  expect(beside("丙某科2项缺陷已完成整改。", ROWS, [sheet("反馈问题")])).toEqual([]);
});

test("states of all, told as of the ledger's day", () => {
  const day = `截至${AS_OF.month}月${AS_OF.day}日，`;
  expect(beside(`${day}整改完成3项；正在整改3项；未整改0项。`)).toEqual([]);
  expect(beside(`${day}整改完成4项；正在整改3项；未整改0项。`)).toEqual(["warning ledger-figure"]);
});

/** A ledger whose column 业态 sorts all its items, beside one that does not fill it. */
const sorted = (values: readonly string[]): ReturnType<typeof sheetOf> =>
  sheetOf("台账", [
    ["××县督查问题台账"],
    ["序号", "发现问题", "业态", "责任单位", "整改时限", "整改状态"],
    ...values.map((value, at) => [
      at + 1,
      `第${at}处缺口`,
      value,
      "甲某科",
      "2026年3月底前",
      at < 2 ? "已完成" : "正在整改",
    ]),
  ]);
const TRADES = ["餐饮服务", "食品销售", "餐饮服务", "食品销售", "食品销售"];

test("kinds by any column that sorts the whole ledger", () => {
  const of = (text: string, values = TRADES): readonly string[] => beside(text, ROWS, [sorted(values)]);
  expect(of("餐饮服务类问题2个，已完成1个；食品销售类问题3个，已完成1个。")).toEqual([]);
  expect(of("餐饮服务类问题3个，已完成1个；食品销售类问题3个，已完成1个。")).toEqual(["warning ledger-figure"]);
  expect(of("餐饮服务类问题2个，已完成2个；食品销售类问题3个，已完成1个。")).toEqual(["warning ledger-figure"]);
  // Where some have no value, or each has its own, the column counts nothing.
  expect(of("餐饮服务类问题3个。", ["餐饮服务", "", "餐饮服务", "食品销售", "食品销售"])).toEqual([]);
  expect(of("餐饮服务类问题3个。", ["餐饮服务", "食品销售", "集中配送", "网络销售", "校园食堂"])).toEqual([]);
});

test.each([
  // Whom a heading names the ledger may know by any of its columns, or not at all.
  "巡察反馈问题6个，已完成3个。\n（一）某某化工。2个问题，完成1个，完成率50%。",
  "巡察反馈问题6个，已完成3个。\n（二）某某电镀。4个问题，完成1个，完成率25%，未完成3个。",
  "巡察反馈问题6个，已完成3个。\n3个未完成问题中2个超期，1个未到期。",
  "巡察反馈问题6个，已完成3个。\n三是某某学校虽然整改率最高，仍有1个问题没有完成。",
])("what is told of somebody, or of what is left, is not held against the whole: %s", (text) =>
  expect(beside(text)).toEqual([]),
);

test("under a heading of the whole it is", () =>
  expect(beside("（一）总体情况。反馈问题5个，已完成3个。")).toContain("error ledger-figure"));

test("classes of progress are those of the ledger's own columns to tick, too", () => {
  const rows = ["√| | ", "√| | ", " |√| ", " |√| ", " | |√"].map((ticks, at) => [
    at + 1,
    `第${at + 1}个问题没有整改`,
    "甲某科",
    "2025年3月底前",
    ...ticks.split("|").map((tick) => tick.trim()),
  ]);
  const grid = sheetOf("台账", [
    ["××县整改台账"],
    ["序号", "反馈问题", "责任单位", "整改时限", "已完成", "序时推进", "滞后"],
    ...rows,
  ]);
  expect(beside("5个问题中，已完成2个；序时推进2个，滞后1个。", ROWS, [grid])).toEqual([]);
  expect(beside("5个问题中，已完成2个；序时推进1个，滞后2个。", ROWS, [grid])).not.toEqual([]);
});

test("numbered lines that count what somebody has are no items", () => {
  const text = [
    "某某县校园安全问题整改情况",
    "三所学校排查出问题36个，每校12个，已整改21个，整改率58%。",
    "1.甲校。排查问题12个，已整改6个，未整改6个，整改率50%。",
    "2.乙校。排查问题12个，已整改6个，未整改6个，整改率50%。",
    "3.丙校。排查问题12个，已整改9个，未整改3个，整改率75%。",
  ];
  const found = proofread(text, {}).findings.map(({ rule }) => rule);
  expect(found.filter((rule) => rule === "count-body" || rule.startsWith("item-"))).toEqual([]);
});
