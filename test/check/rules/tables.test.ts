/** Rules about whole tables: columns, numbers, repetitions, totals, versions, hidden and struck-through rows. */
import { messageOf } from "../../../src/check/list";
import type { Finding } from "../../../src/rule/types";
import { rowKey } from "../../../src/ledger/items/row-questions";
import { gridOf } from "../../grid/grid-of";
import { cellsOf, findingsOf } from "../rule-tester";

const HEAD = "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态";
const line = (number: string | number, problem: string, status = "已完成"): string =>
  `${number} | ${problem} | 办公室 | 2025年9月底前 | ${status}`;
const numbered = (...numbers: readonly (string | number)[]): string =>
  [HEAD, ...numbers.map((number, i) => line(number, `第${i}类业务流程执行不到位`))].join("\n");

describe("number-duplicate", () => {
  it("reports the later ones, naming the first", () => {
    const findings = findingsOf("number-duplicate", numbered(1, 2, 2, 3, 2));
    expect(findings.map((finding) => finding.row + 1)).toEqual([4, 6]);
    expect(messageOf(findings[1] as Finding, "zh")).toContain("A3");
  });

  it("reads numbers in any writing", () => {
    expect(cellsOf("number-duplicate", numbered("（一）", "（二）", "（二）"))).toEqual(["A4"]);
  });

  it("allows numbering that begins anew under sections", () => {
    const drawing = [
      HEAD,
      "一、党的建设方面 | < | < | < | <",
      line(1, "组织生活质量不高"),
      line(2, "党费收缴不及时"),
      "二、业务工作方面 | < | < | < | <",
      line(1, "数据报送有误"),
      line(2, "现场检查走过场"),
    ].join("\n");
    expect(cellsOf("number-duplicate", drawing)).toEqual([]);
  });

  it("counts items without a number as no doubles", () => {
    expect(cellsOf("number-duplicate", numbered(1, "", "", 2))).toEqual([]);
  });

  it("takes consecutive rows with one number and one problem for one item", () => {
    const drawing = [HEAD, line(1, "采购程序缺失"), line(1, "采购程序缺失"), line(2, "会议记录不全")].join("\n");
    expect(cellsOf("number-duplicate", drawing)).toEqual([]);
  });
});

describe("number-gap", () => {
  it("reports the first number after the gap", () => {
    const findings = findingsOf("number-gap", numbered(1, 2, 5, 6));
    expect(findings.map((finding) => finding.row + 1)).toEqual([4]);
    expect(messageOf(findings[0] as Finding, "zh")).toContain("3—4");
  });

  it("is silent where a double explains it", () => {
    expect(cellsOf("number-gap", numbered(11, 12, 13, 13, 15, 16))).toEqual([]);
    expect(cellsOf("number-gap", numbered(11, 12, 14, 14, 15))).toEqual([]);
  });

  it("still reports what a double does not explain", () => {
    expect(cellsOf("number-gap", numbered(1, 2, 2, 5, 6))).toEqual(["A5"]);
  });

  it("does not ask for a beginning at 1, nor for an order", () => {
    expect(cellsOf("number-gap", numbered(7, 8, 9))).toEqual([]);
    expect(cellsOf("number-gap", numbered(3, 1, 2))).toEqual([]);
  });

  it("passes over a number whose row is there and no item, not one of a heading", () => {
    const withRow = (row: string): string =>
      [HEAD, line(1, "账实不符"), line(2, "会议偏多"), row, line(4, "超标接待")].join("\n");
    const rows = new Map([[rowKey([3, "无", "办公室", "—", "—"]), false]]);
    expect(cellsOf("number-gap", withRow("3 | 无 | 办公室 | — | —"), { rows })).toEqual([]);
    expect(cellsOf("number-gap", withRow("三、 | 业务方面 | | |"), { rows })).toEqual(["A5"]);
  });

  it("tells an excerpt once", () => {
    const findings = findingsOf("number-gap", numbered(2, 5, 9, 14, 20, 31));
    expect(findings).toHaveLength(1);
    expect(messageOf(findings[0] as Finding, "zh")).toContain("5 处不连续");
  });
});

describe("column-ambiguous", () => {
  it("asks which of two columns counts", () => {
    const rows = ["A-1", "A-1", "A-2"].map(
      (code, i) => `${i + 1} | ${code} | 会议记录不完整 | 措施${i} | 办公室 | 已完成`,
    );
    const drawing = ["序号 | 编号 | 反馈问题 | 整改措施 | 责任单位 | 整改状态", ...rows].join("\n");
    const [finding] = findingsOf("column-ambiguous", drawing);
    expect(messageOf(finding as Finding, "zh")).toContain("“序号”有不止一列可用，数字不同（共 3 项）");
    expect(messageOf(finding as Finding, "en")).toContain("More than one column may be the number");
  });

  it("asks for the column of what no header names", () => {
    const rows = ["是", "否", "是"].map(
      (cell, i) => `${i + 1} | 第${i}类记录不完整 | 办公室 | 2025年6月底前 | ${cell}`,
    );
    const [finding] = findingsOf(
      "column-ambiguous",
      ["序号 | 反馈问题 | 责任单位 | 整改时限 | 列5", ...rows].join("\n"),
    );
    expect(messageOf(finding as Finding, "zh")).toContain("没有“整改状态”列，可以用的列有（共 3 项）");
    expect(messageOf(finding as Finding, "en")).toContain("There is no column for the status");
  });
});

describe("problem-duplicate", () => {
  const problems = (...texts: readonly string[]): string =>
    [HEAD, ...texts.map((text, i) => line(i + 1, text))].join("\n");

  it("ignores blanks and widths", () => {
    const drawing = problems("预算执行率偏低，结转较多", "会议记录不全", "预算执行率 偏低,结转较多");
    const findings = findingsOf("problem-duplicate", drawing);
    expect(findings.map((finding) => finding.row + 1)).toEqual([4]);
    expect(messageOf(findings[0] as Finding, "zh")).toContain("B2（序号 1）");
  });

  it("leaves very short words alone", () => {
    expect(cellsOf("problem-duplicate", problems("其他", "会议记录不全", "其他"))).toEqual([]);
  });

  it("allows a short common phrase under different main problems", () => {
    const head = "序号 | 主要问题 | 具体问题 | 责任单位 | 整改时限 | 整改状态";
    const rest = "办公室 | 2025年9月底前 | 已完成";
    const apart = `${head}\n1 | 党的建设薄弱 | 学习不深入 | ${rest}\n2 | 意识形态责任不实 | 学习不深入 | ${rest}`;
    const together = `${head}\n1 | 党的建设薄弱 | 学习不深入 | ${rest}\n2 | ^ | 学习不深入 | ${rest}`;
    expect(cellsOf("problem-duplicate", apart)).toEqual([]);
    expect(cellsOf("problem-duplicate", together)).toEqual(["C3"]);
    // 12 characters are a phrase, 13 are none.
    expect(cellsOf("problem-duplicate", apart.replaceAll("学习不深入", "理论学习不深入不系统不到位"))).toEqual(["C3"]);
    expect(cellsOf("problem-duplicate", apart.replaceAll("学习不深入", "理论学习不深入不系统不全"))).toEqual([]);
  });

  it.each(["场所名称", "点位", "提出人"])("allows the same words of another %s", (header) => {
    const head = `序号 | ${header} | 问题 | 责任单位 | 整改时限 | 整改状态`;
    const row = (number: number, whose: string): string =>
      `${number} | ${whose} | 疏散通道被杂物堵塞，没有清理 | 办公室 | 2025年9月底前 | 已完成`;
    expect(cellsOf("problem-duplicate", [head, row(1, "甲处"), row(2, "乙处"), row(3, "^")].join("\n"))).toEqual([
      "C4",
    ]);
  });

  it("does not take similar problems for the same", () => {
    expect(cellsOf("problem-duplicate", problems("3家单位未建账，账实不符", "4家单位未建账，账实不符"))).toEqual([]);
  });
});

describe("subtotal-mismatch", () => {
  const drawing = (section: number, total: number): string =>
    [
      HEAD,
      "一、党的建设方面 | < | < | < | <",
      line(1, "组织生活质量不高"),
      line(2, "党费收缴不及时"),
      `小计 | ${section}个问题 | | |`,
      "二、业务工作方面 | < | < | < | <",
      line(1, "数据报送有误"),
      `合计 | ${total}个问题 | | |`,
    ].join("\n");

  it("is silent where they match", () => {
    expect(cellsOf("subtotal-mismatch", drawing(2, 3))).toEqual([]);
  });

  it("reports the cell that states another number", () => {
    expect(cellsOf("subtotal-mismatch", drawing(3, 3))).toEqual(["B5"]);
    expect(cellsOf("subtotal-mismatch", drawing(2, 4))).toEqual(["B8"]);
    const [finding] = findingsOf("subtotal-mismatch", drawing(2, 4));
    expect(messageOf(finding as Finding, "zh")).toBe("合计写的是 4，逐行数是 3 项，请核对。");
  });

  const continued = (total: number): string =>
    [
      HEAD,
      line(1, "组织生活质量不高"),
      line(2, "党费收缴不及时"),
      "续表 | < | < | < | <",
      HEAD,
      line(3, "数据报送有误"),
      `合计 | ${total}个问题 | | |`,
    ].join("\n");
  it.each([
    [1, []],
    [3, []],
    [2, ["B7"]],
  ])("a total below a continued table counts this page or all so far: %i", (total, cells) => {
    expect(cellsOf("subtotal-mismatch", continued(total))).toEqual(cells);
  });

  it.each([
    ["完成2个", []],
    ["已完成1个，完成率33%", ["E5"]],
    ["已完成3个", ["E5"]],
    ["未完成1个", []],
    ["应完成3个", []],
    ["完成率67%", []],
    ["完成率66.7%", []],
    ["2", []],
  ])("what a totals row says of what is done, under the statuses: %s", (said, cells) => {
    const table = [
      HEAD,
      line(1, "组织生活质量不高", "已完成"),
      line(2, "党费收缴不及时", "已完成"),
      line(3, "数据报送有误", "正在整改"),
      `合计 | | | | ${said}`,
    ].join("\n");
    expect(cellsOf("subtotal-mismatch", table)).toEqual(cells);
  });
});

describe("a 小计 of a section that counts all rows so far", () => {
  const drawing = (items: number, done: string): string =>
    [
      HEAD,
      "一、党的建设方面 | < | < | < | <",
      line(1, "组织生活质量不高"),
      line(2, "党费收缴不及时", "正在整改"),
      "二、业务工作方面 | < | < | < | <",
      line(3, "数据报送有误"),
      `小计 | ${items}个问题 | | | ${done}`,
      "三、作风建设方面 | < | < | < | <",
      line(4, "现场检查走过场"),
      "合计 | 4个问题 | | | 完成3个",
    ].join("\n");
  it.each([
    ["all of it is of all rows so far", 3, "完成2个", []],
    ["of its section", 1, "完成1个", []],
    ["neither", 2, "完成2个", ["B7", "E7"]],
    ["one number of each is wrong in one of them", 3, "完成1个", ["B7"]],
  ])("%s: %i, %s", (_, items, done, cells) => {
    expect(cellsOf("subtotal-mismatch", drawing(items, done))).toEqual(cells);
  });
});

describe("totals by unit, in headings and in lines around the table", () => {
  const of = (number: number, unit: string, status: string): string =>
    `${number} | 第${number}类台账登记不全 | ${unit} | 2026年12月底 | ${status}`;
  const head = "序号 | 问题 | 责任单位 | 整改时限 | 整改状态";
  const [one, two, three] = [of(1, "甲乡", "已完成"), of(2, "甲乡", "正在整改"), of(3, "乙乡", "已完成")] as const;
  it.each([
    ["by unit, right", [head, one, two, "小计 | 2项 | | | 完成1项", three, "小计 | 1项 | | | 完成1项"], []],
    ["by unit, wrong", [head, one, two, "小计 | 3项 | | | 完成1项", three, "小计 | 1项 | | | 完成2项"], ["B4", "E6"]],
    ["累计", [head, one, two, "小计 | 2项 | | | 完成1项", three, "小计 | 3项 | | | 完成2项"], []],
    [
      "heading, right",
      [head, "一、甲方面（2个问题，已完成1个） | | | |", one, two, "二、乙方面（1项） | | | |", three],
      [],
    ],
    [
      "heading, wrong",
      [head, "一、甲方面（2个问题） | | | |", one, two, "二、乙方面（共3个问题） | | | |", three],
      ["A5"],
    ],
    ["heading of measures", [head, "一、甲方面（5条措施） | | | |", one, two, three], []],
    ["rate of a total", [head, one, two, three, "合计 | 3项 | | | 完成率：70%"], ["E5"]],
    ["rate of a total, rounded", [head, one, two, three, "合计 | 3项 | | | 完成率：66%"], []],
  ])("%s", (_, table, cells) => {
    expect(cellsOf("subtotal-mismatch", table.join("\n"))).toEqual(cells);
  });
});

describe("a 小计 without sections", () => {
  const rows = [line(1, "组织生活质量不高", "已完成"), line(2, "党费收缴不及时", "正在整改")];
  it.each([
    ["at the end counts the table", [...rows, "小计 | 3 | | | 已完成2个"], ["B4", "E4"]],
    ["at the end, right", [...rows, "小计 | 2 | | | 已完成1个"], []],
    ["with items below counts what nothing delimits", [rows[0]!, "小计 | 3 | | |", rows[1]!], []],
    ["one of two counts what nothing delimits", [rows[0]!, "小计 | 3 | | |", rows[1]!, "小计 | 3 | | |"], []],
  ])("%s", (_, table, cells) => {
    expect(cellsOf("subtotal-mismatch", [HEAD, ...table].join("\n"))).toEqual(cells);
  });
});

describe("ledger-overlap", () => {
  const table = (title: string, ...texts: readonly string[]): string =>
    [`${title} | < | < | < | <`, HEAD, ...texts.map((text, i) => line(i + 1, text))].join("\n");

  it("names both versions at the title that is passed over", () => {
    const july = gridOf(table("整改台账（统计截止2025年7月31日）", "论证不充分", "签证不规范", "决算滞后"), {
      sheet: "7月",
    });
    const findings = findingsOf(
      "ledger-overlap",
      table("整改台账（统计截止2025年6月30日）", "论证不充分", "签证不规范"),
      {
        sheet: "6月",
        more: [july],
      },
    );
    expect(findings.map((finding) => [finding.sheet, finding.row, finding.col])).toEqual([["6月", 0, 0]]);
    expect(messageOf(findings[0] as Finding, "zh")).toContain("只统计了“7月");
  });
});

describe("rows-hidden and rows-struck", () => {
  it("are told once, at the first row concerned", () => {
    const drawing = numbered(1, 2, 3, 4);
    const hidden = findingsOf("rows-hidden", drawing, { hiddenRows: [2, 4] });
    expect(hidden.map((finding) => finding.row + 1)).toEqual([3]);
    expect(messageOf(hidden[0] as Finding, "zh")).toContain("2 行");
    expect(cellsOf("rows-struck", drawing, { struckRows: [3] })).toEqual(["A4"]);
  });

  it("are not told of headers or blank rows", () => {
    expect(cellsOf("rows-hidden", numbered(1, 2, 3), { hiddenRows: [0] })).toEqual([]);
    expect(cellsOf("rows-struck", numbered(1, 2, 3))).toEqual([]);
  });
});

describe("status-missing", () => {
  const ledger = (header: string): string =>
    `序号 | 问题描述 | 责任单位 | 整改期限 | ${header}\n1 | 灯具损坏 | 后勤科 | 2025-12-10 | 合格\n2 | 线路老化 | 后勤科 | 2025-12-10 |\n3 | 标识不清 | 办公室 | 2025-12-10 | 合格`;

  it.each([
    ["复查结果", "warning"],
    ["验收情况", "warning"],
    ["整改状态", "error"],
    ["完成情况", "error"],
  ])("an empty cell under %s is a %s", (header, severity) => {
    const found = findingsOf("status-missing", ledger(header));
    expect(found.map((finding) => [finding.row + 1, finding.severity])).toEqual([[3, severity]]);
  });
});

describe("column-missing", () => {
  it("is an error at the header's first cell, once for a field", () => {
    const drawing = `整改台账 | < | < | <\n序号 | 反馈问题 | 整改措施 | 整改状态\n1 | 账实不符 | 清点 | 已完成\n2 | 会议偏多 | 精简 | 正在整改`;
    const errors = findingsOf("column-missing", drawing).filter((finding) => finding.severity === "error");
    expect(errors.map((finding) => [finding.row + 1, finding.col, finding.field])).toEqual([
      [2, 0, "deadline"],
      [2, 0, "unit"],
    ]);
  });

  it("silences every other finding of the column", () => {
    const drawing = "序号 | 反馈问题 | 整改措施 | 整改状态\n1 | 账实不符 | 清点 | 已完成";
    for (const alias of ["unit-missing", "deadline-missing", "overdue", "done-without-date", "done-without-evidence"]) {
      expect(cellsOf(alias, drawing)).toEqual([]);
    }
  });

  it("is a warning where a column names persons who answer instead of units", () => {
    const drawing =
      "隐患编号 | 隐患描述 | 整改责任人 | 整改期限 | 当前状态\nA-1 | 灭火器压力不足 | 甲某 | 2025-12-10 | 整改中";
    const [unit] = findingsOf("column-missing", drawing).filter((finding) => finding.field === "unit");
    expect(unit?.severity).toBe("warning");
    expect(messageOf(unit as Finding, "zh")).toContain("“整改责任人”写的是人");
  });

  it("is an info for other kinds, and for columns that only some checks need", () => {
    const letters = "信访件办理台账 | < | <\n序号 | 信访件内容 | 办理情况\n1 | 反映收费问题 | 已办结";
    const found = findingsOf("column-missing", letters, { sheet: "信访件" });
    expect(new Set(found.map((finding) => finding.severity))).toEqual(new Set(["info"]));
    const optional = findingsOf("column-missing", numbered(1, 2));
    expect(optional.map((finding) => finding.severity)).toEqual(["info"]);
    expect(messageOf(optional[0] as Finding, "zh")).toContain("佐证材料");
  });
});
