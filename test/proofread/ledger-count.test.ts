/** Figures in a ledger's own words, beside it: what is right is silent, one figure changed is found, what is not understood is left. */
import fc from "fast-check";
import { civilDate } from "../../src/zh/civil-date";
import { proofreadAgainst } from "../../src/proofread";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";
import { sheetOf } from "../grid/grid-of";

const AS_OF = civilDate(2026, 11, 30) ?? { year: 2026, month: 11, day: 30 };
const HEAD = [
  "序号",
  "隐患描述",
  "隐患等级",
  "检查来源",
  "责任部门",
  "责任人",
  "涉及金额（万元）",
  "整改期限",
  "整改状态",
  "复查结果",
  "问责人数",
];
type Row = readonly (string | number)[];
const ROWS: readonly Row[] = [
  ["重大", "公司自查", "生产一部", "甲某", 12.5, "2026-09-30", "已整改", "合格", 1],
  ["重大", "集团检查", "生产一部", "乙某", 30, "2026-09-30", "整改中", "", 0],
  ["一般", "公司自查", "仓储部", "甲某", 8, "2026-10-31", "已整改", "不合格", 0],
  ["一般", "集团检查", "仓储部", "乙某", 4.5, "2026-10-31", "未整改", "", 2],
  ["一般", "公司自查", "设备部", "甲某", 6, "2026-12-20", "整改中", "", 0],
  ["较大", "属地检查", "设备部", "丙某", 9, "2026-12-20", "未整改", "", 0],
  ["较大", "公司自查", "生产一部", "甲某", 20, "2026-09-30", "已整改", "合格", 1],
  ["一般", "公司自查", "仓储部", "丙某", 10, "2026-12-20", "已整改", "", 0],
];

/** Findings of the rules against a ledger, of a text beside it. */
function serious(text: string, rows: readonly Row[] = ROWS): readonly string[] {
  const grid = sheetOf("隐患台账", [
    ["××公司安全隐患排查治理台账"],
    HEAD,
    ...rows.map((row, index) => [index + 1, `第${index + 1}处现场情况`, ...row]),
  ]);
  const reading = readWorkbook([grid], { today: AS_OF, asOf: AS_OF });
  const counts = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  return proofreadAgainst(["××公司隐患整改情况通报", ...text.split("\n")], reading, counts)
    .findings.filter(({ rule, severity }) => rule.startsWith("ledger-") && severity !== "info")
    .map(({ rule, quote }) => `${rule} ${quote}`);
}

/** Right; 「7→8」 marks figures to change, one at a time. */
const TOLD: readonly string[] = [
  "甲某负责「4」项，已整改「3」项。",
  "乙某负责「2」项，丙某负责「2」项，都没有完成的是乙某。",
  "重大隐患「2」项，已整改「1」项，整改中「1」项。",
  "其中重大隐患「2」项、较大隐患「2」项、一般隐患「4」项。",
  "公司自查发现隐患「5」项，整改完成「4」项，完成率「80」%。",
  "集团检查「2」项、属地检查「1」项。",
  "生产一部「3」项，整改率为「66.7」%。",
  "已整改的4项隐患中，复查合格「2」项，复查不合格「1」项。",
  "涉及金额共「100」万元，其中生产一部「62.5」万元。",
  "全公司问责「4」人。",
  "超过整改期限仍未整改的「2」项，分别是生产一部「1」项、仓储部「1」项。",
  "超期最长的达「61」天。",
  "9月底到期的「3」项，已整改「2」项。",
  "12月底到期的「3」项要抓紧推进。",
  "对「2」项超期隐患逐一督办。",
];

const CASES = TOLD.flatMap((text) => {
  const parts = text.split(/[「」]/u);
  return parts.flatMap((part, at) =>
    at % 2 === 0
      ? []
      : [[parts.join(""), parts.map((one, index) => (index === at ? changed(part) : one)).join("")] as const],
  );
});

function changed(figure: string): string {
  const decimals = figure.split(".")[1]?.length ?? 0;
  return (Number(figure) + 1).toFixed(decimals);
}

/** A notice that agrees in something is of the ledger. */
const OURS = "丙某负责2项。\n";

test.each(CASES)("%s → %s", (right, wrong) => {
  expect(serious(OURS + right)).toEqual([]);
  expect(serious(OURS + wrong)).not.toEqual([]);
});

test("one figure that agrees in nothing may be of something else", () =>
  expect(serious("超期最长的达62天。")).toEqual([]));

test.each([
  "甲某带队检查6次，走访9户。",
  "重大隐患上月新增3项。",
  "较去年同期，重大隐患减少5项。",
  "力争年底前重大隐患完成5项。",
  "重大项目6个，已开工4个。",
  "9处需上级协调解决，生产一部6处、仓储部3处。",
  "制定整改措施12条，生产一部5条、仓储部7条。",
  "市检查组另查出重大隐患6项。",
  "重大隐患整改措施9条。",
  "涉及金额不含在建工程86万元。",
  "甲某科负责9项。",
  "还有1项，正在整改。",
])("what is not understood is left alone: %s", (text) => {
  expect(serious(text)).toEqual([]);
});

test("of any ledger right sentences are silent, changed figures are found", () => {
  const row = fc
    .record({
      level: fc.constantFrom("重大", "较大", "一般"),
      source: fc.constantFrom("公司自查", "集团检查", "属地检查"),
      unit: fc.constantFrom("生产一部", "仓储部", "设备部"),
      person: fc.constantFrom("甲某", "乙某", "丙某"),
      amount: fc.integer({ min: 3, max: 90 }),
      status: fc.constantFrom("已整改", "整改中", "未整改"),
    })
    .map(({ level, source, unit, person, amount, status }): Row => [
      level,
      source,
      unit,
      person,
      amount,
      "2026-12-20",
      status,
      "",
      0,
    ]);
  const count = (rows: readonly Row[], ...values: readonly string[]): number =>
    rows.filter((one) => values.every((value) => one.includes(value))).length;
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 24 }), fc.integer({ min: 25, max: 60 }), (rows, off) => {
      const [first = []] = rows;
      const [level = "", source = "", unit = "", person = ""] = first.map(String);
      const sum = rows.filter((one) => one.includes(unit)).reduce((all, one) => all + Number(one[4]), 0);
      const told: readonly (readonly [string, number, string])[] = [
        [`${level}隐患`, count(rows, level), "项。"],
        [`${person}负责`, count(rows, person), "项。"],
        [`${source}发现隐患`, count(rows, source), "项。"],
        [`${unit}的${level}隐患`, count(rows, unit, level), "项。"],
        [`${level}隐患已整改`, count(rows, level, "已整改"), "项。"],
        [`${unit}涉及金额`, sum, "万元。"],
      ];
      expect(serious(told.map(([head, value, tail]) => `${head}${value}${tail}`).join("\n"), rows)).toEqual([]);
      for (const [head, value, tail] of told) {
        const others = told.filter((one) => one[0] !== head).map(([a, b, c]) => `${a}${b}${c}`);
        const wrong = `${head}${value + off + 60}${tail}`;
        expect([wrong, serious([...others, wrong].join("\n"), rows).length]).toEqual([wrong, 1]);
      }
    }),
    { numRuns: 25 },
  );
});
