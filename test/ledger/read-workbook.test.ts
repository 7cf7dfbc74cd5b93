/** Whole sheets as drawings, and what is read from them. */
import type { Grid } from "../../src/grid/grid";
import { cellOf, textOf } from "../../src/ledger/items/cells";
import { readInSteps, readWorkbook } from "../../src/ledger/read-workbook";
import type { Ledger, Reading, ReadOptions } from "../../src/ledger/types";
import { gridOf, type GridOptions } from "../grid/grid-of";

const TODAY = { year: 2025, month: 10, day: 10 };

function read(drawing: string, options: GridOptions = {}, reading: Partial<ReadOptions> = {}): Reading {
  return readWorkbook([gridOf(drawing, options)], { today: TODAY, ...reading });
}

function ledgerOf(drawing: string, options: GridOptions = {}): Ledger {
  const ledger = read(drawing, options).ledgers[0];
  if (!ledger) throw new Error("no ledger was found");
  return ledger;
}

/** Items in short: number, problem, rows (1-based), section and parent where there are any. */
function items(ledger: Ledger): string[] {
  return ledger.items.map((item) => {
    const above = [item.section, item.parent].filter((text) => text !== null).join(" > ");
    const rows = item.rows.map((row) => row.row + 1).join(",");
    return `${item.number || "-"} ${item.problem || "-"} [${rows}]${above === "" ? "" : ` ${above}`}`;
  });
}

const HEADER = "序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态";
const row = (text: string): string => `${text} | 办公室 | 2025年6月底前 | 已完成`;

describe("rows and items", () => {
  test("merged number and problem span their measures", () => {
    const ledger = ledgerOf(`
      整改台账 | < | < | < | < | <
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      ${row("^ | ^ | 措施二")}
      ${row("2 | 乙 | 措施三")}
    `);
    expect(items(ledger)).toEqual(["1 甲 [3,4]", "2 乙 [5]"]);
    expect(ledger.layout).toMatchObject({ titleRow: 0, title: "整改台账", firstRow: 2, lastRow: 4 });
  });

  test("a blank number and problem go on with the item above, over a blank row", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      |
      ${row("| | 措施二")}
      ${row("2 | 乙 | 措施三")}
    `);
    expect(items(ledger)).toEqual(["1 甲 [2,4]", "2 乙 [5]"]);
  });

  test("the same number and problem in consecutive rows are one item; a number of its own is one too", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      ${row("1 | 甲 | 措施二")}
      ${row("2 | | 措施三")}
      ${row("2 | 丙 | 措施四")}
      ${row("3 | 丙 | 措施五")}
    `);
    expect(items(ledger)).toEqual(["1 甲 [2,3]", "2 - [4]", "2 丙 [5]", "3 丙 [6]"]);
  });

  test("a number merged over several problems belongs to the first of them", () => {
    const ledger = ledgerOf(`
      序号 | 主要问题 | 具体问题 | 责任单位 | 整改时限 | 整改状态
      1    | 大甲     | 甲       | 办公室   | 2025年6月底前 | 已完成
      ^    | ^        | 乙       | 办公室   | 2025年6月底前 | 已完成
      2    | 大丙     | 丙       | 办公室   | 2025年6月底前 | 已完成
    `);
    expect(items(ledger)).toEqual(["1 甲 [2] 大甲", "- 乙 [3] 大甲", "2 丙 [4] 大丙"]);
    const second = ledger.items[1];
    expect(second && cellOf(ledger, second, "number")).toBeNull();
    expect(second && cellOf(ledger, second, "problem")).toEqual({ row: 2, col: 2 });
  });

  test("numbers of rows are no numbers of items", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      ${row("2 | ^ | 措施二")}
      ${row("3 | 乙 | 措施三")}
      ${row("4 | ^ | 措施四")}
    `);
    expect(items(ledger)).toEqual(["1 甲 [2,3]", "3 乙 [4,5]"]);
    expect(ledger.items.map((item) => item.ordinal)).toEqual([null, null]);
  });

  test("an item's own row above its measures is no measure", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      1 | 甲 |        |        |               | 正在整改
        |    | 措施一 | 办公室 | 2025年6月底前 | 已完成
        |    | 措施二 | 财务科 | 2025年9月底前 | 已完成
      2 | 乙 |        |        |               | 已完成
        |    | 措施三 | 办公室 | 2025年6月底前 | 已完成
    `);
    expect(items(ledger)).toEqual(["1 甲 [3,4]", "2 乙 [6]"]);
    expect(ledger.items.map((item) => [item.status, item.statusOwn, item.rolledStatus, item.headRow])).toEqual([
      ["ongoing", true, "done", 1],
      ["done", true, "done", 4],
    ]);
    const first = ledger.items[0];
    expect(first && cellOf(ledger, first, "number")).toEqual({ row: 1, col: 0 });
  });
});

describe("rows that are no items", () => {
  test("sections, totals, examples, notes, signatures, repeated headers", () => {
    const ledger = ledgerOf(`
      整改台账 | < | < | < | < | <
      ${HEADER}
      ${row("示例 | （示例）照此填写 | 措施")}
      一、党的建设方面 | < | < | < | < | <
      ${row("1 | 甲 | 措施一")}
      ${row("2 | 乙 | 措施二")}
      小 计 | 2个问题 | | | |
      整改台账 | < | < | < | < | <
      ${HEADER}
      二、工作作风方面 | | | | |
      ${row("3 | 丙 | 措施三")}
      小计 | 1个问题 | | | |
      合  计：3个问题，3条措施 | | | | |
      注：本表一式两份。 | | | | |
      填表人：某某 | | 审核人：某某 | | 联系电话：0000-0000000 |
      负责人签字： | | | | |
    `);
    expect(items(ledger)).toEqual([
      "1 甲 [5] 一、党的建设方面",
      "2 乙 [6] 一、党的建设方面",
      "3 丙 [11] 二、工作作风方面",
    ]);
    expect(ledger.subtotals.map(({ row: at, stated, scope, counts }) => [at + 1, stated, scope, counts])).toEqual([
      [7, 2, "section", "items"],
      [12, 1, "section", "items"],
      [13, 3, "table", "items"],
      [13, 3, "table", "measures"],
    ]);
  });

  test("headings of two levels: the upper is the section, the lower the parent", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      一、党的建设方面 | | | | |
      （一）学习教育 | | | | |
      ${row("1 | 甲 | 措施一")}
      （二）组织生活 | | | | |
      ${row("1 | 乙 | 措施二")}
      二、工作作风方面 | | | | |
      ${row("1 | 丙 | 措施三")}
    `);
    expect(items(ledger)).toEqual([
      "1 甲 [4] 一、党的建设方面 > （一）学习教育",
      "1 乙 [6] 一、党的建设方面 > （二）组织生活",
      "1 丙 [8] 二、工作作风方面",
    ]);
    expect(new Set(ledger.items.map((item) => item.group)).size).toBe(3);
  });

  test("a heading over two cells, with items in Arabic numbers", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      一 | 党的建设方面 | | | |
      ${row("1 | 甲 | 措施一")}
      ${row("2 | 乙 | 措施二")}
      二 | 工作作风方面 | | | |
      ${row("1 | 丙 | 措施三")}
    `);
    expect(items(ledger)).toEqual([
      "1 甲 [3] 一、党的建设方面",
      "2 乙 [4] 一、党的建设方面",
      "1 丙 [6] 二、工作作风方面",
    ]);
  });

  test("items may be numbered 一、二、三", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      ${row("一 | 甲 | 措施一")}
      ${row("二 | 乙 | 措施二")}
      三 | 丙 | | | |
    `);
    expect(items(ledger)).toEqual(["一 甲 [2]", "二 乙 [3]", "三 丙 [4]"]);
    expect(ledger.items.map((item) => item.ordinal)).toEqual([1, 2, 3]);
  });

  test("numbers prepared at the end and never used are no items; a lone number in the middle is one", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      2 | | | | |
      ${row("3 | 丙 | 措施三")}
      4 | | | | |
      5 | | | | |
      合计 | 3 | | | |
    `);
    expect(items(ledger)).toEqual(["1 甲 [2]", "2 - [3]", "3 丙 [4]"]);
  });

  test("a problem that begins with 合计, 示范 or 备注 is a problem", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      ${row("1 | 合计金额与明细不符 | 措施一")}
      ${row("2 | 示范引领作用不强 | 措施二")}
      ${row("3 | 备注栏填写不规范 | 措施三")}
      ${row("4 | 小计栏漏填 | 措施四")}
    `);
    expect(ledger.items.map((item) => item.number)).toEqual(["1", "2", "3", "4"]);
  });

  test("a row of column numbers under the header", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      1 | 2 | 3 | 4 | 5 | 6
      ${row("1 | 甲 | 措施一")}
    `);
    expect(items(ledger)).toEqual(["1 甲 [3]"]);
  });
});

describe("whole layouts", () => {
  test("no numbers, headings of two levels, problems numbered in their text", () => {
    const ledger = ledgerOf(`
      ××局巡察反馈问题整改台账\\n（2025年9月） | < | < | < | < | <
      | | | | 填报日期： | 2025年9月30日
      反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况（截至2025年9月30日）
      一、落实决策部署方面 | < | < | < | < | <
      （一）学习贯彻不到位 | < | < | < | < | <
      1.学习不及时 | 建立第一议题制度 | 甲某 | 办公室 | 2025年3月底前 | 已完成
      2.学用脱节 | 开展调研 | 甲某 | 办公室 | 2025年12月底前 | 持续推进
      二、全面从严治党方面 | < | < | < | < | <
      （一）主体责任虚化 | < | < | < | < | <
      1.研究少 | 每季度研究 | 甲某 | 机关党委 | 长期坚持 | 长期坚持
      填表人： | 某某 | | 审核人： | 某某 |
    `);
    expect(items(ledger)).toEqual([
      "- 1.学习不及时 [6] 一、落实决策部署方面 > （一）学习贯彻不到位",
      "- 2.学用脱节 [7] 一、落实决策部署方面 > （一）学习贯彻不到位",
      "- 1.研究少 [10] 二、全面从严治党方面 > （一）主体责任虚化",
    ]);
    expect(ledger.asOf).toEqual({ year: 2025, month: 9, day: 30 });
  });

  test("sections by column with totals below each", () => {
    const ledger = ledgerOf(
      `
      整改台账 | < | < | < | < | < | <
      类别 | 序号 | 问题描述 | 整改措施 | 责任部门 | 整改时限 | 是否完成
      财务管理 | 1 | 报销不规范 | 修订制度 | 财务部 | 2025/6/30 | 是
      ^ | 2 | 预算执行差 | 加强管理 | 财务部 | 2025/12/31 | 否
      小计 | 2 | | | | |
      人事管理 | 1 | 考勤不严 | 加强考勤 | 人事部 | 2025/6/30 | 是
      小计 | 1 | | | | |
      合计 | 3 | | | | |
      `,
      { offset: { rows: 1, cols: 1 } },
    );
    expect(items(ledger)).toEqual([
      "1 报销不规范 [4] 财务管理",
      "2 预算执行差 [5] 财务管理",
      "1 考勤不严 [7] 人事管理",
    ]);
    expect(ledger.items.map((item) => item.group)).toEqual(["财务管理", "财务管理", "人事管理"]);
    expect(ledger.subtotals.map(({ section, stated }) => [section, stated])).toEqual([
      ["财务管理", 2],
      ["人事管理", 1],
      [null, 3],
    ]);
  });

  test("headings that stand in a column of sections", () => {
    const ledger = ledgerOf(`
      序号 | 板块 | 存在问题 | 具体表现 | 责任科室 | 完成时限 | 整改完成情况
      一 | 政治建设方面 | | | | |
      1 | | 理论学习不扎实 | 学习次数不足 | 办公室 | 2025年6月底前 | 已完成整改
      ^ | | ^ | 学习笔记雷同 | 办公室 | 2025年6月底前 | 已完成整改
      二 | 作风建设方面 | | | | |
      2 | | 调研不深入 | 蹲点少 | 综合科 | 2025年12月底前 | 整改中
    `);
    expect(items(ledger)).toEqual([
      "1 学习次数不足 [3] 政治建设方面 > 理论学习不扎实",
      "- 学习笔记雷同 [4] 政治建设方面 > 理论学习不扎实",
      "2 蹲点少 [6] 作风建设方面 > 调研不深入",
    ]);
  });

  test("three bands, the upper two of general words", () => {
    const ledger = ledgerOf(`
      整改台账 | < | < | < | < | < | <
      基本信息 | < | 责任信息 | < | < | 整改信息 | <
      问题信息 | < | 人员 | < | 单位 | 时间要求 | 结果
      序号 | 具体问题 | 责任领导 | 责任人 | 责任单位 | 整改时限 | 整改状态
      1 | 甲 | 甲某 | 某某 | 办公室 | 2025年6月底前 | 已完成
      2 | 乙 | 乙某 | 某某 | 财务科 | 2025年6月底前 | 已完成
    `);
    expect(ledger.layout).toMatchObject({ title: "整改台账", header: { top: 1, left: 0, bottom: 3, right: 6 } });
    expect(items(ledger)).toEqual(["1 甲 [5]", "2 乙 [6]"]);
  });

  test("four tables of four kinds, one heading each", () => {
    const reading = read(`
      一、反馈问题
      序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
      1 | 甲 | 办公室 | 2025年6月底前 | 已完成
      二、立行立改问题
      序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
      1 | 乙 | 办公室 | 2025年6月底前 | 已完成
      三、信访件
      序号 | 信访事项 | 责任单位 | 办理时限 | 办理结果
      1 | 丙 | 办公室 | 2025年6月底前 | 已办结
      四、问责情况
      序号 | 问责对象 | 单位 | 问责方式
      1 | 某某 | 办公室 | 诫勉谈话
      2 | 某某 | 办公室 | 通报批评
    `);
    expect(reading.ledgers.map((ledger) => [ledger.kind, ledger.items.length])).toEqual([
      ["problem", 1],
      ["immediate", 1],
      ["letter", 1],
      ["accountability", 2],
    ]);
  });

  test("figures beside a ledger, behind a gap, are not its columns", () => {
    const ledger = ledgerOf(`
      序号 | 巡察反馈问题 | 责任单位 | 整改时限 | 整改状态 | | 统计 | 数量
      1 | 甲 | 办公室 | 2025年6月底前 | 已完成 | | 总数 | 2
      2 | 乙 | 办公室 | 2025年6月底前 | 整改中 | | 完成 | 1
      | | | | | | 完成率 | 50%
    `);
    expect(items(ledger)).toEqual(["1 甲 [2]", "2 乙 [3]"]);
    expect(ledger.layout.header.right).toBe(4);
  });
});

describe("sections, parents, inheritance", () => {
  test("sections and parents by column, merged or carried down", () => {
    const ledger = ledgerOf(`
      序号 | 问题板块 | 主要问题 | 具体问题 | 责任单位 | 整改时限 | 整改状态
      1    | 党的建设 | 大甲     | 甲       | 办公室   | 2025年6月底前 | 已完成
      2    |          |          | 乙       | 办公室   | 2025年6月底前 | 已完成
      3    |          | 大丙     | 丙       | 办公室   | 2025年6月底前 | 已完成
      4    | 工作作风 | ^        | 丁       | 办公室   | 2025年6月底前 | 已完成
      5    | ^        | 大戊     | 戊       | 办公室   | 2025年6月底前 | 已完成
    `);
    expect(items(ledger)).toEqual([
      "1 甲 [2] 党的建设 > 大甲",
      "2 乙 [3] 党的建设 > 大甲",
      "3 丙 [4] 党的建设 > 大丙",
      "4 丁 [5] 工作作风 > 大丙",
      "5 戊 [6] 工作作风 > 大戊",
    ]);
  });

  test("a column filled once an item is the item's, others have blanks that are missing", () => {
    const ledger = ledgerOf(`
      序号 | 反馈问题 | 整改措施 | 牵头单位 | 责任人 | 整改时限 | 整改状态
      1    | 甲       | 措施一   | 办公室   | 某某   | 2025年6月底前 | 已完成
           |          | 措施二   |          | 某某   | 2025年9月底前 |
      2    | 乙       | 措施三   | 财务科   | 某某   | 2025年6月底前 | 正在整改
           |          | 措施四   |          |        | 2025年12月底前 | 已完成
      3    | 丙       | 措施五   |          | 某某   | 2025年6月底前 | 已完成
    `);
    expect([...ledger.itemLevel]).toEqual(["unit"]);
    const [first, second, third] = ledger.items;
    expect(first?.rows.map((r) => r.units.units.map((u) => u.name))).toEqual([["办公室"], ["办公室"]]);
    expect(first?.rows.map((r) => r.status.state)).toEqual(["ok", "missing"]);
    expect(first?.status).toBe("unknown");
    expect(second?.rows[1] && cellOf(ledger, second.rows[1], "unit")).toEqual({ row: 3, col: 3 });
    expect(second?.rows[1] && cellOf(ledger, second.rows[1], "person")).toEqual({ row: 4, col: 4 });
    expect(third?.rows[0]?.units.state).toBe("missing");
  });

  test("dates of completion in first rows only are not everybody's", () => {
    const ledger = ledgerOf(`
      序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态 | 完成时间
      1    | 甲       | 措施一   | 办公室   | 2025年6月底前 | 已完成 | 2025年6月1日
           |          | 措施二   | 办公室   | 2025年9月底前 | 正在整改 |
    `);
    expect(ledger.items[0]?.rows.map((r) => r.doneDate)).toEqual([{ year: 2025, month: 6, day: 1 }, null]);
  });

  test("roll-up, deadline and overdue of an item", () => {
    const ledger = ledgerOf(`
      ${HEADER}
      1 | 甲 | 措施一 | 办公室 | 2025年6月底前  | 已完成
        |    | 措施二 | 办公室 | 2025年12月底前 | 正在整改
        |    | 措施三 | 办公室 | 2025年9月底前  | 未完成
      2 | 乙 | 措施四 | 办公室 | 2025年6月底前  | 阶段性完成
        |    | 措施五 | 办公室 | 长期坚持       | 已完成
    `);
    expect(
      ledger.items.map((item) => [item.status, item.overdue, item.deadline.type === "date" && item.deadline.date]),
    ).toEqual([
      ["ongoing", true, { year: 2025, month: 12, day: 31 }],
      ["phased", false, { year: 2025, month: 6, day: 30 }],
    ]);
  });

  test("an item's status beside those of its measures", () => {
    const ledger = ledgerOf(`
      序号 | 反馈问题 | 整改状态 | 整改措施 | 责任单位 | 整改时限 | 措施完成情况
      1    | 甲       | 已完成   | 措施一   | 办公室   | 2025年6月底前 | 已完成
      ^    | ^        | ^        | 措施二   | 办公室   | 2025年6月底前 | 正在推进
      2    | 乙       | 正在整改 | 措施三   | 办公室   | 2025年6月底前 | 正在推进
      ^    | ^        | ^        | 措施四   | 办公室   | 2025年6月底前 | 已完成
    `);
    expect(ledger.items.map((item) => [item.status, item.statusOwn, item.rolledStatus])).toEqual([
      ["done", true, "ongoing"],
      ["ongoing", true, "ongoing"],
    ]);
    expect(ledger.items[0]?.overdue).toBe(false);
  });
});

describe("where tables are", () => {
  test("lines of who and when, and a table that begins at column C", () => {
    const reading = read(
      `
      县委巡察反馈问题整改台账 | < | < | < | < | <
      填报单位：某局 | | | 填报时间：2025年9月28日 | | 统计截止：2025年9月30日
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      `,
      { offset: { rows: 2, cols: 2 } },
    );
    const ledger = reading.ledgers[0];
    expect(ledger?.layout.header).toEqual({ top: 4, left: 2, bottom: 4, right: 7 });
    expect(reading.asOf).toEqual({ date: { year: 2025, month: 9, day: 30 }, source: "stated" });
    expect(ledger && ledger.items[0] && textOf(ledger, ledger.items[0], "deadline")).toBe("2025年6月底前");
  });

  test("as-of: the option before what is stated, today without either; 填报时间 is none", () => {
    const drawing = `
      整改台账（截至2025年8月31日） | < | < | < | < | <
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
    `;
    expect(read(drawing).asOf).toEqual({ date: { year: 2025, month: 8, day: 31 }, source: "stated" });
    const asOf = { year: 2025, month: 7, day: 1 };
    expect(read(drawing, {}, { asOf }).asOf).toEqual({ date: asOf, source: "option" });
    expect(read(drawing.replace("截至", "填报时间：")).asOf).toEqual({ date: TODAY, source: "today" });
  });

  test("a cut-off date in a cell of its own, as a serial", () => {
    const reading = read(`
      整改台账 | | | | |
      统计截止时间： | 45930 | | | |
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
    `);
    expect(reading.asOf.date).toEqual({ year: 2025, month: 9, day: 30 });
  });

  test("the day of the feedback settles missing years", () => {
    const reading = read(`
      县委巡察组2024年11月20日反馈问题整改台账 | < | < | < | < | <
      ${HEADER}
      1 | 甲 | 措施一 | 办公室 | 3月底前 | 已完成
    `);
    expect(reading.feedbackDate).toEqual({ year: 2024, month: 11, day: 20 });
    expect(reading.ledgers[0]?.items[0]?.deadline).toMatchObject({
      date: { year: 2025, month: 3, day: 31 },
      yearFrom: "feedback",
    });
  });

  test("two tables of two kinds below one another", () => {
    const reading = read(`
      一、反馈问题整改台账 | < | < | < | < | <
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      ${row("2 | 乙 | 措施二")}
      |
      二、信访件办理台账 | < | < | < | <
      序号 | 信访事项 | 承办单位 | 办理时限 | 办理结果
      1 | 反映收费问题 | 办公室 | 2025年9月底前 | 已办结
      2 | 反映用工问题 | 人事科 | 2025年9月底前 | 正在办理
      填报人：某某 | | | |
    `);
    expect(
      reading.ledgers.map((ledger) => [ledger.kind, ledger.items.length, ledger.layout.title, ledger.layout.lastRow]),
    ).toEqual([
      ["problem", 2, "一、反馈问题整改台账", 3],
      ["letter", 2, "二、信访件办理台账", 9],
    ]);
  });

  test("a table whose columns do not stand under those of the table above, with and without a gap in its title", () => {
    for (const title of ["信访件办理情况", "信访件办理情况\n|\n填报单位：某某局", "信访件\n|\n办理情况统计表"]) {
      const reading = read(`
        |  |  | 巡察整改台账 | < | < | <
        |  |  | 反馈问题 | 整改措施 | 责任单位 | 整改状态 | 序号
        |  |  | 甲 | 措施一 | 办公室 | 已完成 | 1
        |  |  |  | 措施二 | 办公室 | 已完成 |
        |  |  | 乙 | 措施三 | 财务科 | 正在整改 | 2
        |
        ${title}
        信访事项 | 承办单位 | 办结期限 | 办理结果 | 序号
        反映道路破损问题 | 项目科 | 2025年7月31日 | 已办结 | 1
        反映补助发放问题 | 财务科 | 2025年8月31日 | 已办 | 2
      `);
      expect(reading.ledgers.map((one) => [one.kind, one.items.length, one.items.map((item) => item.status)])).toEqual([
        ["problem", 2, ["done", "ongoing"]],
        ["letter", 2, ["done", "done"]],
      ]);
    }
  });

  test("two tables side by side", () => {
    const reading = read(`
      序号 | 反馈问题 | 责任单位 | 整改状态 | | 序号 | 信访事项 | 承办单位 | 办理结果
      1 | 甲 | 办公室 | 已完成 | | 1 | 反映收费问题 | 办公室 | 已办结
      2 | 乙 | 财务科 | 整改中 | | | | |
    `);
    expect(reading.ledgers.map((ledger) => [ledger.kind, ledger.items.length])).toEqual([
      ["problem", 2],
      ["letter", 1],
    ]);
  });

  test.each([
    ["of one kind", "序号 | 反馈问题 | 责任单位 | 整改状态", ["problem", "problem"]],
    ["of two kinds", "序号 | 信访事项 | 承办单位 | 办理结果", ["problem", "letter"]],
  ])("two tables side by side without a column between, %s", (_what, second, kinds) => {
    const reading = read(`
      序号 | 反馈问题 | 责任单位 | 整改状态 | ${second}
      1 | 会议记录不完整 | 办公室 | 已完成 | 1 | 反映收费问题 | 办公室 | 已办结
      2 | 报销附件不齐全 | 财务科 | 整改中 | 2 | 反映排污问题 | 财务科 | 正在办理
      3 | 车辆台账滞后 | 财务科 | 整改中 | | | |
    `);
    expect(reading.ledgers.map(({ kind }) => kind)).toEqual(kinds);
    expect(reading.ledgers.map(({ items }) => items.length)).toEqual([3, 2]);
  });

  test("numbers of problems beside numbers of measures are one table", () => {
    const reading = read(`
      序号 | 反馈问题 | 责任单位 | 整改时限 | 序号 | 整改措施 | 整改状态
      1 | 会议记录不完整 | 办公室 | 2025年6月30日 | 1 | 建立制度 | 已完成
      2 | 报销附件不齐全 | 财务科 | 2025年6月30日 | 2 | 补齐附件 | 整改中
    `);
    expect(reading.ledgers.map(({ items }) => items.length)).toEqual([2]);
  });

  test("a table of figures under a ledger is not read as its rows", () => {
    const ledger = ledgerOf(`
      整改台账 | < | < | < | < | <
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      ${row("2 | 乙 | 措施二")}
      |
      整改情况统计表 | < | < | <
      责任单位 | 问题数 | 已完成数 | 完成率
      办公室 | 1 | 1 | 100%
      财务科 | 1 | 1 | 100%
    `);
    expect(items(ledger)).toEqual(["1 甲 [3]", "2 乙 [4]"]);
    expect(ledger.layout.lastRow).toBe(3);
  });

  test("a header printed again on the next page, and one that begins another table", () => {
    const again = read(`
      整改台账 | < | < | < | < | <
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      整改台账 | < | < | < | < | <
      ${HEADER}
      ${row("2 | 乙 | 措施二")}
    `);
    expect(again.ledgers.map(items)).toEqual([["1 甲 [3]", "2 乙 [6]"]]);
    const other = read(`
      反馈问题整改台账 | < | < | < | < | <
      ${HEADER}
      ${row("1 | 甲 | 措施一")}
      立行立改问题整改台账 | < | < | < | < | <
      ${HEADER}
      ${row("1 | 乙 | 措施二")}
    `);
    expect(other.ledgers.map((ledger) => [ledger.kind, ...items(ledger)])).toEqual([
      ["problem", "1 甲 [3]"],
      ["immediate", "1 乙 [6]"],
    ]);
  });
});

describe("kinds", () => {
  const drawing = (title: string, problem = "反馈问题"): string => `
    ${title} | < | < | <
    序号 | ${problem} | 责任单位 | 整改状态
    1 | 甲 | 办公室 | 已完成
  `;

  test.each([
    ["台账", "巡察反馈问题整改台账", "反馈问题", "problem"],
    ["台账", "巡察移交信访件办理台账", "主要内容", "letter"],
    ["信访件", "巡察整改台账", "主要内容", "letter"],
    ["Sheet1", "整改台账", "信访事项", "letter"],
    ["Sheet1", "交办的立行立改问题台账", "问题", "immediate"],
    ["立行立改", "县委巡察反馈问题整改台账", "反馈问题", "immediate"],
    ["Sheet1", "移交问题线索台账", "问题", "clue"],
    ["Sheet1", "巡察移交事项办理台账", "事项", "matter"],
    ["交办事项", "办理台账", "事项", "matter"],
    ["专项巡察", "专项巡察反馈问题整改台账", "反馈问题", "problem"],
    ["整改台账", "巡察反馈问题（含立行立改）整改台账", "反馈问题", "problem"],
    ["问题台账", "巡察反馈问题及信访件整改台账", "问题", "problem"],
    ["问责情况", "巡察反馈问题整改台账", "反馈问题", "problem"],
  ])("sheet %s, title %s, header %s: %s", (sheet, title, header, kind) => {
    expect(ledgerOf(drawing(title, header), { sheet }).kind).toBe(kind);
  });

  test("a type column gives one ledger a kind; a section never does", () => {
    const reading = read(`
      序号 | 事项类型 | 事项内容 | 责任单位 | 整改状态
      1 | 反馈问题 | 甲 | 办公室 | 已完成
      2 | 立行立改 | 乙 | 办公室 | 已完成
      3 | 信访件 | 丙 | 办公室 | 已办结
      4 | 反馈问题 | 丁 | 办公室 | 整改中
    `);
    expect(reading.ledgers.map((ledger) => [ledger.kind, ...items(ledger)])).toEqual([
      ["problem", "1 甲 [2]", "4 丁 [5]"],
      ["immediate", "2 乙 [3]"],
      ["letter", "3 丙 [4]"],
    ]);
    const sections = read(`
      序号 | 问题类别 | 反馈问题 | 责任单位 | 整改状态
      1 | 立行立改 | 甲 | 办公室 | 已完成
      2 | 信访件 | 乙 | 办公室 | 已完成
    `);
    expect(sections.ledgers.map((ledger) => [ledger.kind, ledger.items.length])).toEqual([["problem", 2]]);
  });

  test("accountability: persons and forms", () => {
    const ledger = ledgerOf(`
      序号 | 问责对象 | 单位 | 问责方式 | 人数
      1 | 某某 | 办公室 | 通报批评、诫勉谈话 | 1
      2 | 某某 | 财务科 | 约谈提醒 | 3
      3 | 某某 | 财务科 | 约谈提醒 |
    `);
    expect(ledger.kind).toBe("accountability");
    expect(ledger.items.map((item) => [item.persons, item.forms])).toEqual([
      [1, ["通报批评", "诫勉谈话"]],
      [3, ["约谈提醒"]],
      [1, ["约谈提醒"]],
    ]);
  });
});

describe("sheets that are not counted", () => {
  const ledgerGrid = (sheet: string, count: number, title = "整改台账"): Grid =>
    gridOf(
      [
        [title],
        HEADER.split(" | "),
        ...Array.from({ length: count }, (_, i) => [
          i + 1,
          `第${i + 1}个问题`,
          "措施",
          "办公室",
          "2025年6月底前",
          "已完成",
        ]),
      ],
      { sheet },
    );

  test.each([
    ["a cover", "××局巡察整改工作\n\n台账汇编\n二〇二五年十月"],
    [
      "instructions",
      "填写说明\n1.序号：填写阿拉伯数字\n2.反馈问题：照录原文\n3.责任单位：填写全称\n4.整改时限：填写到日",
    ],
    [
      "a table of instructions",
      "列名 | 填写要求 | 示例\n序号 | 阿拉伯数字 | 1\n反馈问题 | 照录原文 | 略\n责任单位 | 全称 | 办公室",
    ],
    ["a pivot", "行标签 | 计数项:序号 | 求和项:完成数\n办公室 | 12 | 3\n总计 | 12 | 3"],
    [
      "figures by unit",
      "序号 | 责任单位 | 反馈问题数 | 已整改数 | 正在整改数 | 整改完成率 | 备注\n1 | 办公室 | 5 | 4 | 1 | 80% |\n2 | 财务科 | 3 | 3 | 0 | 100% |",
    ],
    [
      "figures under words of fields",
      "单位 | 反馈问题 | 整改措施 | 完成情况\n办公室 | 5 | 12 | 4\n财务科 | 3 | 8 | 3\n人事科 | 3 | 8 | 3",
    ],
    ["contacts", "姓名 | 单位 | 职务 | 联系电话\n某某 | 办公室 | 主任 | 0000"],
    ["a duty roster", "日期 | 责任领导 | 责任人 | 备注\n2025年10月1日 | 甲某 | 某某 |"],
  ])("%s", (_what, text) => {
    const grid = gridOf(text, { sheet: "其他" });
    const reading = readWorkbook([grid, ledgerGrid("台账", 2)], { today: TODAY });
    expect(reading.ledgers.map((ledger) => ledger.sheet)).toEqual(["台账"]);
    expect(reading.passedOver).toEqual([{ sheet: "其他", why: "notALedger" }]);
  });

  test("empty, hidden, not chosen, without rows, our report", () => {
    const reading = readWorkbook(
      [
        gridOf([], { sheet: "Sheet3" }),
        { ...ledgerGrid("旧台账", 2), visibility: "hidden" },
        gridOf([["整改台账"], HEADER.split(" | ")], { sheet: "空表" }),
        ledgerGrid("核验报告", 2),
        ledgerGrid("台账", 3),
      ],
      { today: TODAY },
    );
    expect(reading.ledgers.map((ledger) => ledger.sheet)).toEqual(["台账"]);
    expect(Object.fromEntries(reading.passedOver.map((one) => [one.sheet, one.why]))).toEqual({
      Sheet3: "empty",
      旧台账: "hidden",
      空表: "noDataRows",
      核验报告: "ourReport",
    });
    const chosen = readWorkbook([{ ...ledgerGrid("旧台账", 2), visibility: "hidden" }, ledgerGrid("台账", 3)], {
      today: TODAY,
      sheets: ["旧台账"],
    });
    expect(chosen.ledgers.map((ledger) => ledger.sheet)).toEqual(["旧台账"]);
    expect(chosen.passedOver).toEqual([{ sheet: "台账", why: "notChosen" }]);
  });

  test("a sheet of units is the directory, hidden or not", () => {
    const units = gridOf(
      [
        ["单位名录"],
        ["序号", "单位名称", "简称"],
        [1, "县财政局", "财政局、财局"],
        [2, "县卫生健康委员会", "县卫健委"],
      ],
      {
        sheet: "字典",
        visibility: "hidden",
      },
    );
    const reading = readWorkbook([ledgerGrid("台账", 2), units], { today: TODAY });
    expect(reading.directory?.names).toEqual(["县财政局", "县卫生健康委员会"]);
    expect(reading.directory?.byKey.get("财局")).toBe("县财政局");
    expect(reading.passedOver).toEqual([{ sheet: "字典", why: "unitDirectory" }]);
  });

  test("a ledger on a sheet that is called after its units is a ledger", () => {
    const drawing = "单位 | 反馈问题 | 整改时限 | 整改状态\n办公室 | 甲 | 2025年6月底前 | 已完成";
    const reading = readWorkbook([gridOf(drawing, { sheet: "各单位清单" })], { today: TODAY });
    expect(reading.ledgers.map((ledger) => ledger.items.length)).toEqual([1]);
    expect(reading.directory).toBeNull();
  });

  test("versions: the later stated one counts, else the longer; other kinds and other problems are no versions", () => {
    const months = readWorkbook(
      [ledgerGrid("7月", 4, "整改台账（截至2025年7月31日）"), ledgerGrid("6月", 5, "整改台账（截至2025年6月30日）")],
      { today: TODAY },
    );
    expect(months.ledgers.map((ledger) => ledger.sheet)).toEqual(["7月"]);
    expect(months.overlaps).toMatchObject([
      { counted: { sheet: "7月" }, passed: { sheet: "6月", row: 0, col: 0 }, shared: 4, ofItems: 5 },
    ]);
    const parts = readWorkbook([ledgerGrid("办公室", 2), ledgerGrid("总表", 8), ledgerGrid("财务科", 3)], {
      today: TODAY,
    });
    expect(parts.ledgers.map((ledger) => ledger.sheet)).toEqual(["总表"]);
    const chosen = readWorkbook([ledgerGrid("6月", 2), ledgerGrid("7月", 2)], { today: TODAY, sheets: ["6月", "7月"] });
    expect(chosen.ledgers.length).toBe(2);
    const others = gridOf(
      [["整改台账"], HEADER.split(" | "), [1, "另一个问题", "措施", "办公室", "2025年6月底前", "已完成"]],
      { sheet: "二科" },
    );
    expect(readWorkbook([ledgerGrid("一科", 3), others], { today: TODAY }).ledgers.length).toBe(2);
  });
});

test("read in steps, a large sheet lets others go first, and reads the same", () => {
  const rows = Array.from({ length: 9000 }, (_, i) =>
    i % 2 === 0
      ? [i / 2 + 1, `第${i}个问题`, `措施${i}`, "办公室", "2025年6月底前", "已完成"]
      : [null, null, `措施${i}`, "财务科", "2025年7月底前", "正在整改"],
  );
  const grid: Grid = { ...gridOf(HEADER), values: [HEADER.split(" | "), ...rows] };
  const steps = readInSteps([grid], { today: TODAY });
  let pauses = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) pauses++;
  expect(pauses).toBeGreaterThan(9000 / 2048);
  const inOne = readWorkbook([grid], { today: TODAY }).ledgers[0];
  expect(step.value.ledgers[0]?.items).toHaveLength(4500);
  expect(step.value.ledgers[0]?.items.map((item) => [item.number, item.rows.length, item.status])).toEqual(
    inOne?.items.map((item) => [item.number, item.rows.length, item.status]),
  );
});
