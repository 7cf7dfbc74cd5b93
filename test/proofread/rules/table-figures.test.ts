/** Tables of figures: right ones are left alone, one figure changed is found. */
import fc from "fast-check";
import { proofread } from "../../../src/proofread";
import { percentText } from "../../../src/tally";

const found = (lines: readonly string[]) =>
  proofread(lines, { only: ["table-figures"] }).findings.map(
    ({ line, quote, severity }) => `${line} ${quote} ${severity}`,
  );

/** Columns by blanks, to be read here; | parts them. */
const table = (...rows: readonly string[]): readonly string[] => rows.map((row) => row.replaceAll("|", "\t"));

const UNITS = table(
  "单位|问题数|已完成|未完成|完成率",
  "甲科|4|3|1|75%",
  "乙科|3|1|2|33%",
  "丙站|2|2|0|100%",
  "合计|9|6|3|67%",
);
const RATES = table("科室|整改任务数|办结数|整改率", "甲科|7|5|71.43%", "乙科|3|1|33.33%", "总 计|10|6|60%");
const NUMBERED = table(
  "序号|责任单位|反馈问题总数|整改情况||",
  "|||已整改|正在整改|备注",
  "1|甲局|5|4|1|",
  "2|乙局|2|2|—|",
  "合计||7|6|1|",
);
const TEXT = "截至11月30日，巡察反馈的9个问题，已完成整改6个。";

const changed = (rows: readonly string[], from: string, to: string): readonly string[] => {
  const next = rows.map((row) => (row === from.replaceAll("|", "\t") ? to.replaceAll("|", "\t") : row));
  expect(next).not.toEqual(rows);
  return next;
};

test.each<[string, readonly string[]]>([
  ["rows that agree", UNITS],
  ["with the text", [TEXT, ...UNITS]],
  ["rates of decimals", RATES],
  ["heads of two rows, numbers, dashes", NUMBERED],
  ["an empty cell may be what is missing", changed(UNITS, "丙站|2|2|0|100%", "丙站|2||0|100%")],
  ["a cell that says / is no figure", changed(UNITS, "乙科|3|1|2|33%", "乙科|3|/|2|/")],
  [
    "several answer for one, and the note says so",
    [...changed(UNITS, "甲科|4|3|1|75%", "甲科|5|3|2|60%"), "注：共同负责的，各单位都计。"],
  ],
  ["several answer for one, in every column", changed(UNITS, "甲科|4|3|1|75%", "甲科|6|4|2|67%")],
  [
    "subtotals are not added",
    table(
      "单位|问题数|已完成|完成率",
      "甲科|4|2|50%",
      "乙科|2|2|100%",
      "机关小计|6|4|67%",
      "丙站|4|2|50%",
      "合计|10|6|60%",
    ),
  ],
  ["一 unit in two rows", table("单位|问题数|已完成|完成率", "甲科|4|2|50%", "甲科|2|2|100%", "合计|4|2|50%")],
  [
    "rates of another base",
    table("单位|总数|应完成|已完成|完成率", "甲科|5|4|3|75%", "乙科|3|2|2|100%", "合计|8|6|5|83%"),
  ],
  ["no heads of figures", table("姓名|电话|住址", "甲某|1234567|5", "乙某|7654321|6", "合计|1|2")],
  ["money", table("单位|应整改金额|已整改金额", "甲科|40|30", "乙科|30|10", "合计|60|40")],
  [
    "two totals: which is which nobody can tell",
    table("单位|问题数|任务数|已完成|完成率", "甲科|4|9|3|33%", "乙科|2|2|2|100%", "合计|9|9|9|1%"),
  ],
  [
    "statuses of which one is not listed",
    table("单位|问题数|已完成|正在整改", "甲科|9|3|1", "乙科|9|2|2", "合计|18|5|3"),
  ],
  ["a total told of others", ["上轮巡察反馈的9个问题，已完成整改5个。", ...UNITS]],
])("left alone: %s", (_name, lines) => {
  expect(found(lines)).toEqual([]);
});

test.each<[string, readonly string[], readonly string[]]>([
  ["a row that does not add up", changed(UNITS, "甲科|4|3|1|75%", "甲科|5|3|1|75%"), ["2 5 error"]],
  ["more done than there is", table("单位|问题数|已完成|完成率", "甲科|3|4|99%", "乙科|2|1|50%"), ["2 4 error"]],
  ["a rate that nothing gives", changed(UNITS, "甲科|4|3|1|75%", "甲科|4|3|1|60%"), ["2 60% error"]],
  ["a rate that another definition may give", changed(UNITS, "合计|9|6|3|67%", "合计|9|6|3|75%"), ["5 75% warning"]],
  ["a sum of a column, the totals' holding", changed(RATES, "总 计|10|6|60%", "总 计|10|7|70%"), ["4 7 error"]],
  ["a total less than the rows", changed(RATES, "总 计|10|6|60%", "总 计|9|6|67%"), ["4 9 warning"]],
  ["a row that was dropped", UNITS.filter((_, index) => index !== 2), ["4 9 warning"]],
  ["heads of two rows", changed(NUMBERED, "1|甲局|5|4|1|", "1|甲局|5|3|1|"), ["3 5 warning"]],
  ["done told otherwise in the text", [TEXT.replace("6个", "5个"), ...UNITS], ["6 6 warning"]],
])("found: %s", (_name, lines, faults) => {
  expect(found(lines)).toEqual(faults);
});

test("property: a table that agrees is left alone; any one figure changed is found", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    minLength: 3,
    maxLength: 8,
  });
  const line = (name: string, done: number, open: number): (string | number)[] => {
    return [name, done + open, done, open, percentText(done, done + open, 0) ?? "—"];
  };
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(2), fc.integer({ min: 1, max: 9 }), (units, at, col, by) => {
      const sum = (index: 0 | 1) => units.reduce((all, unit) => all + unit[index], 0);
      const cells = [
        ...units.map(([done, open], index) => line(`第${index + 1}科`, done, open)),
        line("合计", sum(0), sum(1)),
      ];
      const text = () => ["单位\t问题数\t已完成\t未完成\t完成率", ...cells.map((row) => row.join("\t"))];
      expect(found(text())).toEqual([]);
      const row = cells[at % cells.length]!;
      row[col + 1] = Number(row[col + 1]) + by;
      expect(found(text())).toEqual([expect.stringMatching(new RegExp(`^${(at % cells.length) + 2} .* error$`))]);
    }),
    { numRuns: 100 },
  );
});
