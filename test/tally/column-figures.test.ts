/** Items that hold a value in a column of their ledger: headings written once, merged, or in every row. */
import { readWorkbook } from "../../src/ledger/read-workbook";
import { countValue, sumColumn, valuesOf } from "../../src/tally/column-figures";
import { findColumn } from "../../src/tally/named-column";
import { decimalText } from "../../src/zh/decimal";
import { gridOf } from "../grid/grid-of";

const asOf = { year: 2025, month: 11, day: 30 };

function counts(rows: readonly (readonly string[])[], header = "问题类别"): readonly [string, number][] {
  const grid = gridOf([
    ["整改台账", "<", "<", "<", "<"],
    ["序号", header, "反馈问题", "责任单位", "整改状态"],
    ...rows.map((row) => [...row]),
  ]);
  const reading = readWorkbook([grid], { today: asOf, asOf });
  expect(reading.ledgers[0]?.items).toHaveLength(4);
  const found = findColumn(reading, header);
  if (found.type !== "found") throw new Error(found.type);
  return valuesOf(found.columns, reading).map((value) => [value, countValue(reading, found.columns, value).value]);
}

const items = (sections: readonly string[]) =>
  sections.map((section, at) => [String(at + 1), section, `第${at + 1}个问题没有整改到位`, "办公室", "正在整改"]);

it.each<[string, readonly string[]]>([
  ["written in every row", ["党的建设方面", "党的建设方面", "党的建设方面", "业务工作方面"]],
  ["written once, above all that follow", ["党的建设方面", "", "", "业务工作方面"]],
  ["merged", ["党的建设方面", "^", "^", "业务工作方面"]],
])("a heading %s is that of each item below it", (_how, sections) => {
  expect(counts(items(sections))).toEqual([
    ["党的建设方面", 3],
    ["业务工作方面", 1],
  ]);
});

it("a column that is no heading holds what its own cells hold", () => {
  const [first, second, third, fourth] = items(["举一反三", "", "举一反三", "立说立行"]);
  expect(counts([first!, second!, third!, fourth!], "备注")).toEqual([
    ["举一反三", 2],
    ["立说立行", 1],
  ]);
});

it("a cell that is merged over items is that of each, whatever its column means", () => {
  expect(counts(items(["第12次常务会议", "^", "^", "第13次常务会议"]), "会议名称")).toEqual([
    ["第12次常务会议", 3],
    ["第13次常务会议", 1],
  ]);
});

describe("a sum of a column whose header tells no unit", () => {
  const sumOf = (amounts: readonly string[]) => {
    const grid = gridOf([
      ["序号", "反馈问题", "涉及金额", "责任单位", "整改状态"],
      ...amounts.map((amount, at) => [String(at + 1), `第${at + 1}个问题没有整改到位`, amount, "办公室", "正在整改"]),
    ]);
    const reading = readWorkbook([grid], { today: asOf, asOf });
    const found = findColumn(reading, "涉及金额");
    if (found.type !== "found") throw new Error(found.type);
    const sum = sumColumn(reading, found.columns);
    return sum.type === "sum" ? `${decimalText(sum.value)}${sum.unit}` : sum.type;
  };

  it.each<[readonly string[], string]>([
    [["1.2亿元", "350万元", "￥48,600.00元", "—"], "1.235486亿元"],
    [["350万元", "0", "无", ""], "350万元"],
    [["3个", "5项", "", ""], "8个"],
    // Of which unit the bare ones are nobody can say.
    [["1.2亿元", "86000", "", ""], "unreadable"],
    [["3个", "5万元", "", ""], "unreadable"],
    [["约3万元", "5万元", "", ""], "unreadable"],
    [["12.5", "86000", "", ""], "86012.5"],
  ])("%j is %s", (amounts, told) => expect(sumOf(amounts)).toBe(told));
});
