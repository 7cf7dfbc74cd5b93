/**
 * What a notice says beside its ledger in words of its own: right sentences, tables of other times and kinds, and wrong
 * figures of the same forms. Nothing is held against the total but what is told of all.
 */
import { proofreadAgainst } from "../../src/proofread";
import { countGrids, problemSheet } from "./ledger-side";

/** 12 problems of three units: 6 done, 4 in hand, 2 not begun. */
const STATUSES = ["已完成", "已完成", "正在整改", "未完成"] as const;
const UNITS = ["财务科", "办公室", "人事科"] as const;
const side = countGrids([
  problemSheet(
    UNITS.flatMap((unit) =>
      STATUSES.map((status, at) => ({ problem: `${unit}第${at + 1}个问题没有整改`, status, unit })),
    ),
  ),
]);

const found = (text: string): readonly string[] =>
  proofreadAgainst(["××局整改情况通报", ...text.split("\n")], side.reading, side.tally)
    .findings.filter(({ severity, rule }) => severity !== "info" && rule.startsWith("ledger-"))
    .map(({ severity, rule }) => `${rule} ${severity}`);

test.each([
  "6个问题未完成。",
  "6个问题已经销号。",
  "已有6个问题完成整改。",
  "12个问题中，已完成6个，还有6个未完成。",
  "反馈的12个问题涉及3个责任科室。",
  "计划12月底前再完成4个问题。",
  "力争到明年6月底，12个问题全部完成整改。",
  "去年反馈的18个问题已全部完成整改。",
  "2024年审计发现的9个问题，已整改8个。",
  "2个问题已超过整改时限。",
  "整改任务共12项，完成6项，完成率50%。",
  "反馈问题12个、信访件3件，共15件，完成9件。",
  "上月情况如下。\n单位\t问题数\t已完成\n财务科\t4\t1\n办公室\t4\t1\n人事科\t4\t1\n合计\t12\t3",
  "截至9月底，各单位整改情况如下。\n责任单位\t总数\t已完成\n财务科\t4\t1\n办公室\t4\t1\n合计\t8\t2",
  "2024年审计整改情况如下。\n责任单位\t总数\t已完成\n财务科\t4\t1\n办公室\t4\t1\n合计\t8\t2",
  "信访件办理情况如下。\n单位\t件数\t已办结\n财务科\t4\t1\n办公室\t4\t1\n合计\t8\t2",
  "各单位整改情况如下。\n责任单位\t总数\t已完成\n财务科\t4\t2\n办公室\t4\t2\n人事科\t4\t2\n合计\t12\t6",
])("right: %s", (text) => expect(found(text)).toEqual([]));

test.each([
  ["5个问题已经销号。", "ledger-figure error"],
  ["12个问题全部完成整改。", "ledger-figure error"],
  ["反馈的11个问题，已完成6个。", "ledger-figure error"],
  ["12个问题中，已完成6个，还有5个未完成。", "ledger-figure error"],
  ["整改任务共11项，完成6项。", "ledger-figure error"],
  [
    "各单位整改情况如下。\n责任单位\t总数\t已完成\n财务科\t4\t2\n办公室\t4\t1\n人事科\t4\t2\n合计\t12\t5",
    "ledger-group error",
  ],
  [
    "各单位整改情况如下。\n单位\t问题数\t已完成\n财务科\t4\t2\n办公室\t4\t1\n人事科\t4\t2\n合计\t12\t5",
    "ledger-group warning",
  ],
])("wrong: %s", (text, finding) => expect(found(text)).toContain(finding));

test("what is not done may be in hand: the two deny nothing, beside the ledger and in one notice", () => {
  const ledger = countGrids([
    problemSheet([
      { problem: "财务审批手续没有补齐", status: "未完成，正在协调" },
      { problem: "会议记录没有逐次归档", status: "正在整改" },
      { problem: "物资采购没有三方比价", status: "已完成" },
    ]),
  ]);
  const lines = (last: string): readonly string[] => [
    "××局党组关于巡察整改进展情况的通报",
    `反馈的3个问题，已完成1个，正在整改${last}个。`,
    "1.财务审批手续没有补齐",
    "整改情况：未完成，正在协调。",
    "2.会议记录没有逐次归档",
    "整改情况：正在整改。",
    "3.物资采购没有三方比价",
    "整改情况：已完成整改。",
  ];
  const told = (last: string): readonly string[] =>
    proofreadAgainst(lines(last), ledger.reading, ledger.tally)
      .findings.filter(({ severity, rule }) => severity !== "info" && rule !== "sign-off-missing")
      .map(({ rule }) => rule);
  expect(told("2")).toEqual([]);
  expect(told("3")).not.toEqual([]);
});
