/** Numbers at the beginning of a line: which of them number it. */
import { readHeadingMark } from "../../src/reading/headings";
import { readDocument } from "../../src/reading";
import { proofread } from "../../src/proofread";

test.each([
  ["7.2018年我区台账不清", "arabic", 7],
  ["999.台账不清", "arabic", 999],
  ["1000.台账不清", "arabic", 1000],
  ["2025、台账不清", "arabic", 2025],
  ["1234）台账不清", "bracketedArabic", 1234],
  ["问题1001：台账不清", "labelled", 1001],
])("%s is numbered", (line, style, number) => {
  expect(readHeadingMark(line, 0)).toMatchObject({ style, number });
});

test.each([
  "3.5%的村未完成",
  "2025.6.10印发方案",
  "2024、2025年度预算执行有偏差",
  "1000、2000元两档",
  "2025.",
  "12345.台账不清",
  "2025年6月10日印发方案",
])("%s is not", (line) => {
  expect(readHeadingMark(line, 0)).toBeNull();
});

test("items go on behind the thousandth", () => {
  const numbers = Array.from({ length: 6 }, (_, at) => 997 + at);
  const lines = numbers.flatMap((n) => [`${n}.第${n}项制度执行不到位。`, "整改情况：已完成整改。"]);
  const { items } = readDocument(["××局巡察整改情况通报", "一、问题整改情况", ...lines]);
  expect(items.map(({ number }) => number)).toEqual(numbers.map(String));
  const wrong = lines.map((line) => line.replace(/^1001\./u, "1011."));
  const found = (all: readonly string[]) => proofread(["××局巡察整改情况通报", "一、问题整改情况", ...all]).findings;
  expect(found(lines).filter(({ rule }) => rule.startsWith("numbering"))).toEqual([]);
  expect(found(wrong).map(({ rule, line }) => [rule, line])).toContainEqual(["numbering", 11]);
});
