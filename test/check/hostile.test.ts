/** Cells nobody would write: very long ones, names of object properties, odd characters. */
import { check } from "../../src/check/check";
import { messageOf } from "../../src/check/list";
import type { CellValue } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { gridOf } from "../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 30 };
const HEADER = [
  "序号",
  "反馈问题",
  "整改措施",
  "责任单位",
  "整改时限",
  "整改状态",
  "是否销号",
  "完成日期",
  "整改进展情况",
  "佐证材料",
];

function findingsOf(rows: readonly (readonly CellValue[])[]) {
  return check(readWorkbook([gridOf([HEADER, ...rows])], { today: AS_OF, asOf: AS_OF })).findings;
}

describe("hostile cells", () => {
  it.each([
    "正在",
    "将，",
    "待",
    "《",
    "“",
    "、",
    "　",
    "计划于",
    "已完成",
    "1",
    "-",
    "办公室、",
    "如",
    "2025年",
    "中，",
    "\n",
  ])("rows of 100,000 characters of %j cost little", (piece) => {
    const long = piece.repeat(Math.ceil(100_000 / piece.length));
    const rows: CellValue[][] = HEADER.map((_, col) => {
      const row: CellValue[] = [
        col + 1,
        `第${col}类问题反复出现`,
        "整改",
        "办公室",
        "2025年6月底前",
        "已完成",
        "已销号",
        "2025年6月1日",
        "已办",
        "附件",
      ];
      row[col] = long;
      return row;
    });
    for (const finding of findingsOf(rows)) expect(messageOf(finding, "zh").length).toBeLessThan(400);
  });

  it("names of object properties are names like others", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const findings = findingsOf(
      names.map((name, i) => [name, `${name}${i}问题`, name, name, name, name, name, name, name, name]),
    );
    expect(findings.filter((finding) => finding.rule === "status-unknown")).toHaveLength(4);
    expect(findings.filter((finding) => finding.rule === "deadline-invalid")).toHaveLength(4);
  });

  it("a thousand items with one number and one problem are reported one by one", () => {
    const rows = Array.from({ length: 1000 }, (_, i): CellValue[] => [
      i % 2 === 0 ? 1 : 2,
      "采购程序缺失，资料不齐",
      "补",
      "办公室",
      "2025年6月底前",
      "已完成",
      "已销号",
      "2025年6月1日",
      "已办",
      "附件",
    ]);
    const findings = findingsOf(rows);
    expect(findings.filter((finding) => finding.rule === "number-duplicate")).toHaveLength(998);
    expect(findings.filter((finding) => finding.rule === "problem-duplicate")).toHaveLength(999);
    expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
  });
});
