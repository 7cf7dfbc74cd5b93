/** One change between two texts, clauses, and what the rules make of them. */
import { clausesOf } from "../../src/zh/clause";
import { oneChange } from "../../src/proofread/against/near-text";
import { proofread, proofreadAgainst } from "../../src/proofread";
import { openPlacesIn } from "../../src/reading/open-places";
import { ownPoints } from "../../src/notice/document/tidy";
import { sheetOf } from "../grid/grid-of";
import { countGrids } from "./ledger-side";

test.each([
  ["召开会议3次", "召开会议13次", true],
  ["2025年6月完成自查", "2025年7月完成自查", true],
  ["由财务科牵头核对账目", "由人事科牵头核对账目", false],
])("%s / %s differ in one place", (a, b, figures) => {
  expect(oneChange(a, b)?.figures).toBe(figures);
  expect(oneChange(b, a)?.figures).toBe(figures);
});

test.each([
  ["已完成", "已完成"],
  ["召开会议3次", "组织培训2场"],
  ["修订学习制度", "由办公室修订并印发学习制度"],
  ["3次", "4次"],
])("%s / %s are no version of one another", (a, b) => {
  expect(oneChange(a, b)).toBeNull();
});

test("clauses stand without stops and without their numbers", () => {
  const text = "一是修订制度；二是培训3场，（2）退回2.5万元。";
  expect(clausesOf(text, 0, text.length, 10).map((clause) => clause.text)).toEqual([
    "修订制度",
    "培训3场",
    "退回2.5万元",
  ]);
  for (const { start, text: own } of clausesOf(text, 0, text.length, 10))
    expect(text.startsWith(own, start)).toBe(true);
});

test.each([
  ["1.修订制度；2.组织学习。", ["修订制度；", "组织学习。"]],
  ["（1）补齐资料；（2）“回头看”3次", ["补齐资料；", "“回头看”3次"]],
  ["2.5万元已退回", null],
  ["一是学习；二是培训", null],
])("points of %s", (text, expected) => {
  expect(ownPoints(text)?.map((point) => point.text) ?? null).toEqual(expected);
});

test("open places of ours are infos, others warnings", () => {
  expect(openPlacesIn("于【待补充：反馈日期】反馈").map((place) => place.name)).toEqual(["反馈日期"]);
  const of = (line: string) => proofread([line]).findings.map((finding) => `${finding.rule} ${finding.severity}`);
  expect(of("于【待补充：反馈日期】反馈了意见。")).toEqual(["word-residue info"]);
  expect(of("整改情况待补充。")).toContain("word-residue warning");
});

describe("what was done, headings and days", () => {
  const side = countGrids([
    sheetOf("问题整改台账", [
      ["反馈时间：2025年6月10日"],
      ["序号", "方面", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展情况"],
      [
        1,
        "党的建设方面",
        "会议制度落实不严格",
        "办公室",
        "2025年12月31日",
        "已完成",
        "召开会议3次，由办公室逐条落实。",
      ],
      [2, "选人用人方面", "档案管理不规范", "人事科", "2025年12月31日", "已完成", "补齐档案12卷。"],
    ]),
  ]);
  const NOTICE = [
    "中共××县××局党组关于巡察整改情况的通报",
    "县委巡察组于2025年6月10日反馈了意见。巡察反馈的2个问题，已完成整改2个。",
    "一、整改情况",
    "（一）党的建设方面",
    "1.会议制度落实不严格。",
    "整改情况：召开会议3次，由办公室逐条落实。",
    "（二）选人用人方面",
    "1.档案管理不规范。",
    "整改情况：补齐档案12卷。",
    "中共××县××局党组",
    "2025年12月25日",
  ];
  const found = (line: number, from: string, to: string): string[] => {
    const lines = NOTICE.map((text, index) => (index === line ? text.replace(from, to) : text));
    return proofreadAgainst(lines, side.reading, side.tally)
      .findings.filter((finding) => finding.severity !== "info")
      .map((finding) => `${finding.line} ${finding.rule}`);
  };

  test("as the ledger has it", () => expect(found(0, "", "")).toEqual([]));

  test.each([
    [5, "3次", "4次", "6 ledger-item-progress"],
    [5, "办公室", "财务科", "6 ledger-item-progress"],
    [8, "12卷", "21卷", "9 ledger-item-progress"],
    [3, "建设", "作风", "4 ledger-item-heading"],
    [6, "选人用人方面", "党的建设方面", "8 ledger-item-heading"],
    [1, "6月10日", "6月1日", "2 ledger-day"],
    [10, "12月25日", "11月25日", "11 ledger-day"],
    [9, "××局", "××院", "10 signer-differs"],
  ])("line %i: %s → %s", (line, from, to, expected) => {
    expect(found(line, from, to)).toContain(expected);
  });

  test.each([
    [5, "召开会议3次，由办公室逐条落实", "修订制度，建立长效机制"],
    [3, "党的建设方面", "全面从严治党"],
  ])("words of its own on line %i are no version of the ledger's: %s → %s", (line, from, to) => {
    expect(found(line, from, to)).toEqual([]);
  });
});

test("equal texts differ in nothing, however long", () => {
  expect(oneChange("按期召开专题会议", "按期召开专题会议")).toBeNull();
  expect(oneChange("按期召开专题会议", "按期召开专门会议", 2)).not.toBeNull();
});

describe("what the ledger's own row says is no other fact", () => {
  const side = countGrids([
    sheetOf("问题整改台账", [
      ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "完成时间", "整改情况"],
      [
        1,
        "会议制度落实不严格",
        "监督股",
        "2025年9月30日",
        "已完成",
        "2025-09-20",
        "医政股负责人讲授制度要求，全员参加。",
      ],
      [2, "档案管理不规范", "医政股", "2025年9月30日", "已完成", "2025-09-10", "已补齐档案。"],
    ]),
  ]);
  const NOTICE = [
    "关于整改情况的通报",
    "一、整改情况",
    "1.会议制度落实不严格。",
    "整改结果：已完成整改。",
    "整改情况：医政股负责人讲授制度要求，组织培训2场。",
    "责任单位：监督股；整改时限：2025年9月30日。",
    "2.档案管理不规范。",
    "整改结果：已完成整改。",
    "整改情况：已补齐档案。",
    "以上整改情况，请广大干部群众监督。公示期为2026年1月5日至1月15日。",
    "××县某某局",
    "2025年12月25日",
  ];
  const found = (from: string, to: string): string[] =>
    proofread(
      NOTICE.map((line) => line.replace(from, to)),
      { ledger: side },
    )
      .findings.filter(({ severity }) => severity !== "info")
      .map(({ line, rule }) => `${line} ${rule}`);

  test("a unit its text names, the deadline of a line of duties, the days of publication, a mark in full width", () =>
    expect(found("", "")).toEqual([]));

  test.each([
    ["已补齐档案", "监督股已补齐档案", "9 ledger-item-progress"],
    ["组织培训2场", "2025年9月21日完成，组织培训2场", "5 ledger-item-progress"],
    ["已补齐档案", "定于2026年1月5日补齐档案", "9 done-but-pending"],
  ])("%s → %s is still found", (from, to, expected) => expect(found(from, to)).toContain(expected));
});
