/** What stands right beside a rule's limit, on both sides: `rule words`. */
import { NO_LEXICON } from "../../src/ledger";
import { proofread } from "../../src/proofread";

const OF_NOTICES = new Set(["title-missing", "sign-off-missing", "summary-missing", "date-without-year"]);

const found = (text: string) =>
  proofread(text.split("\n"))
    .findings.filter(({ rule }) => !OF_NOTICES.has(rule))
    .map(({ rule, line, quote }) => `${rule} ${line} ${quote}`);

test.each<[string, string[]]>([
  ["除2名退休人员外。其余均已退款。", ["except-stop 1 除2名退休人员外。"]],
  ["除险加固水库3处。", []],
  ["除涉密外均已公开。", []],
  ["1.甲\n2.乙\n3.丙", []],
  ["1.甲\n2.乙\n4.丙", ["numbering 3 4."]],
  ["1.甲\n2.乙\n2.丙", ["numbering 3 2."]],
  ["1.甲\n2.乙\n1.丙\n2.丁", []],
  ["1.甲\n1.乙", []],
  [
    "一、整改情况\n1.关于“甲项不实”的问题\n整改情况：已完成。\n1.关于“乙项不实”的问题\n整改情况：已完成。",
    ["numbering-level 2 1.", "numbering 4 1."],
  ],
  [
    "一、整改情况\n1.关于“甲项不实”的问题\n整改情况：已完成。\n2.关于“乙项不实”的问题\n整改情况：已完成。\n1.关于“丙项不实”的问题\n整改情况：已完成。",
    ["numbering-level 2 1."],
  ],
])("%s", (text, rules) => expect(found(text)).toEqual(rules));

test("a misspelling of the office is found from the first character on, and not within its right form", () => {
  const lexicon = { ...NO_LEXICON, misspellings: { 帐册: "账册", 工会委: "工会委员会" } };
  const { findings } = proofread(["帐册齐全，帐册", "工会委员会召开会议，工会委通过"], { lexicon });
  expect(findings.filter(({ rule }) => rule === "misspelling").map(({ line, start }) => [line, start])).toEqual([
    [1, 0],
    [1, 5],
    [2, 10],
  ]);
});
