/**
 * Shapes of rows, units, deadlines and forms as public templates and exports have them (docs/ledgers.md says where each was
 * seen), drawn anew: how many items and how many done, and by whom; or that nothing is read, and why.
 */
import { check } from "../../src/check/check";
import { cellName } from "../../src/grid/address";
import type { Grid } from "../../src/grid/grid";
import { cellOf } from "../../src/ledger/items/cells";
import type { ColumnKey } from "../../src/ledger/types";
import { gridOf } from "../grid/grid-of";
import { errors, figures, read } from "./figures";

function places(grid: Grid, ...keys: readonly ColumnKey[]): string {
  const [ledger] = read([grid]).ledgers;
  if (!ledger) return "none";
  return ledger.items
    .map((item) =>
      keys
        .map((key) => {
          const at = cellOf(ledger, item.rows[0] ?? item, key);
          return at ? cellName(at.row, at.col) : "-";
        })
        .join(","),
    )
    .join(" ");
}

const HEAD = "序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态";
const ROWS = `
  1 | 会议记录不完整 | 补齐记录 | 办公室 | 2025年6月底前 | 已完成
  2 | 报销附件不齐全 | 逐笔补齐 | 财务科 | 2025年12月底前 | 正在整改
  3 | 设备台账未更新 | 全面盘点 | 办公室 | 2025年8月底前 | 已完成`;
const RIGHT = "3/2 办公室:2 财务科:1";

describe("rows", () => {
  test.each([
    ["统计 in the last row", "统计 | 3 | | | |"],
    ["汇总 with counts", "汇总 | 3 | 3 | | | 3"],
    ["合计数 over two cells", "合计数 | < | 3 | | |"],
    ["总 计 with blanks", "总 计 | 3 | | | |"],
    ["共 3 项", "共3项 | | | | |"],
    ["Total", "Total | 3 | | | |"],
    ["a count behind the word", "合计：3项 | < | < | < | < | <"],
    ["the word in the problem's column", "| 合计 | | | | 3"],
    ["the page's and the whole table's", "本页小计 | 3 | | | |\n合计 | 3 | | | |"],
    ["signatures and notes", "填表人：甲某 | < | < | 审核人：乙某 | < | <\n注：本表一式两份 | < | < | < | < | <"],
    [
      "numbered notes",
      "说明： | < | < | < | < | <\n1.本表每月5日前报送。 | < | < | < | < | <\n2.状态据实填写。 | < | < | < | < | <",
    ],
    ["a note in two cells", "备注 | 已完成的附佐证材料 | < | < | < | <"],
  ])("%s", (_name, tail) => {
    const grid = gridOf(`问题整改台账 | < | < | < | < | <\n${HEAD}${ROWS}\n${tail}`);
    expect(figures(grid)).toBe(RIGHT);
    expect(errors(grid)).toEqual([]);
  });

  test.each(
    [
      "合 计|小  计：|总计（项）|本页小计|累 计：|共3项|问题总数|总计/项|Grand Total|Sub-total|∑|本页计|过次页|承前页|平均值|完成率|占比",
      "共3个问题，已完成2个|加总|全年累计|合计：3个",
    ]
      .join("|")
      .split("|"),
  )("%s is no item, wherever it stands and whatever figures stand beside it", (word) => {
    for (const cells of [
      `${word} | | | | |`,
      `| ${word} | | | |`,
      `${word} | 3 | | | |`,
      `${word} | | | | | 67%`,
      `${word} | | | | | 已完成2项，正在整改1项`,
    ]) {
      const grid = gridOf(`${HEAD}${ROWS}\n${cells}`);
      expect(`${cells}: ${figures(grid)}`).toBe(`${cells}: ${RIGHT}`);
      expect(errors(grid)).toEqual([]);
    }
  });

  test("what is said alone in the first column heads no section", () => {
    const grid = gridOf(`佐证材料 | 序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态
      附件1 | 1 | 会议记录不完整 | 补齐记录 | 办公室 | 2025年6月底前 | 已完成
      附件2 | | | | | |
      附件3 | 2 | 报销附件不齐全 | 逐笔补齐 | 财务科 | 2025年12月底前 | 正在整改`);
    expect(figures(grid)).toBe("2/1 办公室:1 财务科:1");
    expect(read([grid]).ledgers[0]?.items.map(({ section }) => section)).toEqual([null, null]);
  });

  test("a list that ends with its totals may have one item, and notes below have no numbers of their own", () => {
    const grid = gridOf(`序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
      1 | 账目不清 | 财务科 | 2025年6月底前 | 已完成
      2 | 记录缺失 | 办公室 | 2025年6月底前 | 已完成
      小计 | 2 | | |
      1 | 台账缺失 | 财务科 | 2025年12月底前 | 正在整改
      小计 | 1 | | |
      合计 | 3 | | |
      说明：1.以上问题均已建账； | | | |
      2.请各单位按期整改。 | | | |
      | 3.未尽事宜另行通知 | | |`);
    expect(figures(grid)).toBe("3/2 财务科:2 办公室:1");
    expect(errors(grid)).toEqual([]);
  });

  test("小计 behind a name where the problem stands, its count in words under the statuses", () => {
    const grid = gridOf(`序号 | 检查日期 | 隐患内容 | 责任单位 | 整改期限 | 是否整改
      1 | 2025年3月1日 | 配电箱未锁闭 | 城关镇 | 2025年6月底前 | 是
      2 | 2025年3月2日 | 疏散通道堵塞 | 城关镇 | 2025年12月底前 | 否
      | | 城关镇小计 | | | 2条
      3 | 2025年3月3日 | 应急灯损坏 | 河东乡 | 2025年6月底前 | 是
      | | 河东乡小计： | | | 1条
      合计 | | 3条 | | |`);
    expect(figures(grid)).toBe("3/2 城关镇:2 河东乡:1");
    expect(errors(grid)).toEqual([]);
  });

  test("a word in the number column does not undo an item that says enough", () => {
    const grid = gridOf(`${HEAD}${ROWS}\n新增 | | 补齐台账 | 办公室 | 2025年9月底前 | 已完成`);
    expect(figures(grid)).toBe("4/3 办公室:3 财务科:1");
  });

  test.each("同上|〃|″|″″|“|同上一行|同前|同上单位|同上述|同上一条|同上（略）|ditto|——〃——|ˮ".split("|"))(
    "%s repeats the cell above",
    (mark) => {
      const grid = gridOf([
        HEAD.split(" | "),
        [1, "会议记录不完整", "补齐记录", "办公室", "2025年6月底前", "已完成"],
        [2, "报销附件不齐全", "逐笔补齐", mark, mark, mark],
      ]);
      expect(figures(grid)).toBe("2/2 办公室:2");
      expect(errors(grid)).toEqual([]);
    },
  );

  test("an item may speak of statistics", () => {
    const grid = gridOf(`${HEAD}${ROWS}\n4 | 统计 | 规范统计工作 | 办公室 | 2025年6月底前 | 已完成`);
    expect(figures(grid)).toBe("4/3 办公室:3 财务科:1");
  });

  test("numbers that begin anew without a section", () => {
    const line = (n: number, problem: string, unit: string): string =>
      `${n} | ${problem} | 逐项落实 | ${unit} | 2025年6月底前 | 已完成`;
    const drawing = [
      HEAD,
      line(1, "会议记录不完整", "办公室"),
      line(2, "报销附件不齐全", "办公室"),
      line(1, "设备台账未更新", "财务科"),
      line(2, "考勤管理不规范", "财务科"),
    ];
    expect(errors(gridOf(drawing.join("\n")))).toEqual([]);
    // One 1 too many is no new list.
    expect(errors(gridOf([...drawing.slice(0, 3), line(1, "采购程序不严格", "财务科")].join("\n")))).toEqual([
      "number-duplicate@A4",
    ]);
  });

  test("同上 and its marks", () => {
    const grid = gridOf(`${HEAD}
      1 | 会议记录不完整 | 补齐记录 | 办公室 | 2025年6月底前 | 已完成
      2 | 报销附件不齐全 | 同上 | 〃 | " | 同 上
      3 | 设备台账未更新 | （同上） | ″ | —〃— | 正在整改`);
    expect(figures(grid)).toBe("3/2 办公室:3");
    expect(errors(grid)).toEqual([]);
    expect(places(grid, "unit")).toBe("D2 D3 D4");
  });

  test("a mark with nothing above it is an empty cell", () => {
    const grid = gridOf(`${HEAD}\n1 | 会议记录不完整 | 补齐记录 | 同上 | 2025年6月底前 | 已完成`);
    expect(figures(grid)).toBe("1/1");
    expect(errors(grid)).toEqual(["unit-missing@D2"]);
  });
});

describe("units", () => {
  test("a sheet a unit", () => {
    const sheet = (name: string, problem: string): Grid =>
      gridOf(
        `巡察反馈问题整改台账 | < | < | <\n序号 | 反馈问题 | 整改时限 | 整改状态\n1 | ${problem} | 2025年6月底前 | 已完成`,
        { sheet: name },
      );
    expect(figures(sheet("财务科", "报销附件不齐全"), sheet("人事科", "考勤记录不全"))).toBe("2/2 财务科:1 人事科:1");
    expect(errors(sheet("财务科", "报销附件不齐全"))).toEqual([]);
  });

  test("填报单位 above the header", () => {
    const grid = gridOf(`整改台账 | < | < | <
      填报单位（盖章）：某镇人民政府 填报时间：2025年9月1日 | < | < | <
      序号 | 反馈问题 | 整改时限 | 整改状态
      1 | 会议记录不完整 | 2025年6月底前 | 已完成`);
    expect(figures(grid)).toBe("1/1 某镇人民政府:1");
  });

  test("columns of units under one band", () => {
    const grid = gridOf(`序号 | 隐患问题描述 | 责任单位 | < | < | 整改期限 | 整改情况
      ^ | ^ | 建设单位 | 施工单位 | 监理单位 | ^ | ^
      1 | 临边防护不足 | 某建设公司 | 某建筑公司 | 某监理公司 | 2025-06-10 | 已整改
      2 | 配电箱未上锁 | | 某建筑公司 | 某监理公司 | 2025-12-10 | 整改中`);
    expect(figures(grid)).toBe("2/1 某建设公司:1 某建筑公司:2 某监理公司:2");
    expect(places(grid, "unit")).toBe("C3 D4");
  });

  const PARTIES = "某建设局 | 某设计院 | 某建筑公司 | 某监理公司";
  test.each([
    ["short words under one band", "责任单位 | < | < | <\n^ | ^ | 建设 | 设计 | 施工 | 监理 | ^ | ^"],
    ["parties under 参建单位", "参建单位 | < | < | <\n^ | ^ | 建设方 | 设计方 | 施工方 | 监理方 | ^ | ^"],
    ["parties side by side", "建设单位 | 设计单位 | 施工单位 | 监理单位"],
    ["numbered columns", "责任单位1 | 责任单位2 | 责任单位3 | 责任单位4"],
  ])("several unit columns, all counted, the first filled leads: %s", (_name, units) => {
    const [upper = "", lower] = units.split("\n");
    const grid = gridOf(
      [
        `序号 | 隐患问题描述 | ${upper} | 整改期限 | 整改情况`,
        ...(lower === undefined ? [] : [lower]),
        `1 | 临边防护不足 | ${PARTIES} | 2025-06-10 | 已整改`,
        "2 | 配电箱未上锁 | | | 某建筑公司 | 某监理公司 | 2025-12-10 | 整改中",
      ].join("\n"),
    );
    expect(figures(grid)).toBe("2/1 某建设局:1 某设计院:1 某建筑公司:2 某监理公司:2");
    const rows = read([grid]).ledgers[0]?.items.map(({ rows: [row] }) =>
      row?.units.units.map(({ name, role }) => `${name}:${role}`).join(" "),
    );
    expect(rows).toEqual(["某建设局:lead 某设计院:co 某建筑公司:co 某监理公司:co", "某建筑公司:lead 某监理公司:co"]);
    expect(errors(grid)).toEqual([]);
  });

  test("a unit that is not in the directory is pointed at where it stands", () => {
    const grid = gridOf(`序号 | 隐患问题描述 | 建设单位 | 施工单位 | 监理单位 | 整改期限 | 整改情况
      1 | 临边防护不足 | 某建设局 | 某建筑公司 | 某监理公司 | 2025-06-10 | 已整改`);
    const directory = gridOf("单位名称 | 简称\n某建设局 |\n某建筑公司 |\n某某监理公司 |", { sheet: "单位名录" });
    const found = check(read([grid, directory])).findings.filter(({ rule }) => rule === "unit-unknown");
    expect(found.map(({ row, col, quote }) => [cellName(row, col), quote])).toEqual([["E2", "某监理公司"]]);
  });

  test("several columns of units that help are one field, and no leads", () => {
    for (const header of ["配合单位 | 协办单位", "配合单位1 | 配合单位2", "配合科室 | 参与科室"]) {
      const grid = gridOf(`序号 | 反馈问题 | 责任单位 | < | < | 整改时限 | 整改状态
        ^ | ^ | 牵头单位 | ${header} | ^ | ^
        1 | 会议记录不完整 | 办公室 | 财务科、后勤科 | 人事科 | 2025年6月底前 | 已完成
        2 | 报销附件不齐全 | 财务科 | | 后勤科 | 2025年12月底前 | 正在整改`);
      expect(figures(grid)).toBe("2/1 办公室:1 财务科:1");
      const helpers = read([grid]).ledgers[0]?.items.map(({ rows: [row] }) =>
        row?.coUnits?.units.map(({ name }) => name).join("、"),
      );
      expect(helpers).toEqual(["财务科、后勤科、人事科", "后勤科"]);
      expect(places(grid, "coUnits")).toBe("D3 E4");
    }
  });

  test.each([
    ["√", "", "√", "", "√", "√", "2/1 办公室:1 人事科:2 财务科:1"],
    ["牵头", "", "配合", "配合", "牵头", "", "2/1 办公室:1 财务科:1"],
    ["★", "☆", "", "", "★", "☆", "2/1 办公室:1 财务科:1"],
  ])("units named by headers and marked below: %s", (a1, b1, c1, a2, b2, c2, expected) => {
    const grid = gridOf(`序号 | 反馈问题 | 责任单位 | < | < | 整改时限 | 整改状态
      ^ | ^ | 办公室 | 财务科 | 人事科 | ^ | ^
      1 | 会议记录不完整 | ${a1} | ${b1} | ${c1} | 2025年6月底前 | 已完成
      2 | 报销附件不齐全 | ${a2} | ${b2} | ${c2} | 2025年12月底前 | 正在整改`);
    expect(figures(grid)).toBe(expected);
    expect(errors(grid)).toEqual([]);
  });

  test("who looks whether it was done does not answer for it", () => {
    const grid = gridOf(`序号 | 反馈问题 | 责任分工 | < | < | 整改时限 | 整改状态
      ^ | ^ | 责任单位 | 督导单位 | 验收部门 | ^ | ^
      1 | 会议记录不完整 | 办公室 | 督查室 | 审计科 | 2025年6月底前 | 已完成`);
    expect(figures(grid)).toBe("1/1 办公室:1");
  });

  test.each([
    ["责任单位/责任人", "生产部/甲某"],
    ["责任单位（责任人）", "生产部（甲某）"],
    ["责任部门及责任人", "生产部：甲某"],
    ["整改责任单位", "生产部 甲某"],
    ["责任单位", "甲某（生产部）"],
    ["责任单位", "生产部：甲某、乙某"],
    ["责任单位", "甲某（生产部部长）"],
    ["责任单位", "生产部 甲某 13800000000"],
    ["责任单位", "生产部-甲某"],
    ["责任单位", "生产部负责人甲某"],
    ["责任单位", "分管领导甲某，生产部"],
    ["责任单位", "生产部按职责分工负责"],
  ])("unit and person: %s", (header, unit) => {
    const grid = gridOf(`序号 | 隐患描述及问题 | ${header} | 整改期限 | 整改状态
      1 | 临边防护不足 | ${unit} | 2025-06-10 | 已完成
      2 | 配电箱未上锁 | ${unit} | 2025-12-10 | 整改中`);
    expect(figures(grid)).toBe("2/1 生产部:2");
  });

  test.each(["属地", "属地乡镇", "责任社区", "责任村（社区）", "责任镇街", "责任园区"])("unit header %s", (header) => {
    const grid = gridOf(`序号 | 反馈问题 | ${header} | 整改期限 | 整改状态
      1 | 临边防护不足 | 某某社区 | 2025-06-10 | 已完成`);
    expect(figures(grid)).toBe("1/1 某某社区:1");
  });
});

describe("deadlines", () => {
  test("counted from the row's own day", () => {
    const [ledger] = read([
      gridOf(`序号 | 检查日期 | 反馈问题 | 责任单位 | 整改期限 | 整改状态
        1 | 2025-05-10 | 临边防护不足 | 安全科 | 一个月内 | 整改中
        2 | 2025-09-20 | 配电箱未上锁 | 安全科 | 检查之日起30日内 | 整改中
        3 | | 通道堆放杂物 | 安全科 | 一个月内 | 整改中
        4 | 2025-05-10 | 灭火器过期 | 安全科 | 10个工作日内 | 整改中`),
    ]).ledgers;
    expect(ledger?.items.map(({ deadline, overdue }) => `${deadline.type} ${overdue}`)).toEqual([
      "date true",
      "date false",
      "relative false",
      "relative false",
    ]);
  });
});

describe("forms", () => {
  test("fields in rows", () => {
    const grid = gridOf(`巡察整改台账 | < | < | <
      序号 | 1 | 2 | 3
      反馈问题 | 会议记录不完整 | 报销附件不齐全 | 设备台账未更新
      整改措施 | 补齐记录 | 逐笔补齐 | 全面盘点
      责任单位 | 办公室 | 财务科 | 办公室
      整改时限 | 2025年6月底前 | 2025年12月底前 | 2025年8月底前
      整改状态 | 已完成 | 正在整改 | 已完成`);
    expect(figures(grid)).toBe(RIGHT);
    expect(places(grid, "number", "unit", "status")).toBe("B2,B5,B7 C2,C5,C7 D2,D5,D7");
  });

  test("a value merged over several items is the value of each, and findings go to its cell", () => {
    const grid = gridOf(`序号 | 1 | 2 | 3
      反馈问题 | 会议记录不完整 | 报销附件不齐全 | 设备台账未更新
      整改措施 | 补齐记录 | < | <
      责任单位 | 办公室 | < | 财务科
      整改时限 | 2025年6月底前 | < | <
      整改状态 | 已完成 | 正在整改 | 已完成`);
    expect(figures(grid)).toBe("3/2 办公室:2 财务科:1");
    expect(errors(grid)).toEqual([]);
    expect(places(grid, "deadline", "unit")).toBe("B5,B4 B5,B4 B5,D4");
  });

  test("an item of which merged cells say nearly all is not lost", () => {
    const grid = gridOf(`反馈问题 | 会议记录不完整 | 报销附件不齐全
      整改措施 | 补齐记录 | <
      责任单位 | 办公室 | <
      责任人 | 甲某 | <
      整改时限 | 2025年6月底前 | <
      整改状态 | 已完成 | <`);
    expect(figures(grid)).toBe("2/2 办公室:2");
  });

  test("同左 in a form takes the item to the left", () => {
    const grid = gridOf(`反馈问题 | 会议记录不完整 | 报销附件不齐全
      责任单位 | 办公室 | 同左
      整改时限 | 2025年6月底前 | 同左
      整改状态 | 已完成 | 正在整改`);
    expect(figures(grid)).toBe("2/1 办公室:2");
    expect(errors(grid)).toEqual([]);
  });

  test("headings over lines of label and value", () => {
    const grid = gridOf(`一、会议记录不完整的问题
      责任单位：办公室
      整改时限：2025年6月底前
      整改措施：补齐记录
      整改情况：已完成
      二、报销附件不齐全的问题
      责任单位：财务科
      整改时限：2025年12月底前
      整改措施：逐笔补齐
      整改情况：正在整改`);
    expect(figures(grid)).toBe("2/1 办公室:1 财务科:1");
    expect(places(grid, "problem", "status")).toBe("A1,A5 A6,A10");
    expect(errors(grid)).toEqual([]);
  });

  test("cards of different lengths, in another order, with labels we do not know", () => {
    const grid = gridOf(`问题整改卡（一） | < | < | <
      反馈问题 | 会议记录不完整 | 堵点卡点 | 人手不足
      责任单位 | 办公室 | 整改时限 | 2025年6月底前
      整改情况 | 已完成 | < | <

      问题整改卡（二） | < | < | <
      反馈问题 | 报销附件不齐全 | < | <
      责任单位 | 财务科 | 整改时限 | 2025年12月底前
      整改措施 | 逐笔补齐 | 群众评价 | 满意
      验收意见 | 尚未验收 | < | <
      整改情况 | 正在整改 | < | <

      问题整改卡（三） | < | < | <
      反馈问题 | 设备台账未更新 | < | <
      整改情况 | 已完成 | < | <
      责任单位 | 后勤科 | 整改时限 | 2025年8月底前`);
    expect(figures(grid)).toBe("3/2 办公室:1 财务科:1 后勤科:1");
    expect(errors(grid)).toEqual([]);
  });

  test("two cards with labels above their values on one sheet", () => {
    const grid = gridOf(`反馈问题 | 责任单位 | 整改时限
      会议记录不完整 | 办公室 | 2025年6月底前
      整改措施 | 整改情况 | 责任人
      补齐记录 | 已完成 | 甲某

      反馈问题 | 责任单位 | 整改时限
      报销附件不齐全 | 财务科 | 2025年12月底前
      整改措施 | 整改情况 | 责任人
      逐笔补齐 | 正在整改 | 乙某`);
    expect(figures(grid)).toBe("2/1 办公室:1 财务科:1");
  });

  test.each([
    ["nothing filled in", "反馈问题 |\n责任单位 |\n整改时限 |\n整改情况 |", "反馈问题 责任单位 整改时限 整改情况"],
    ["three labels", "问题 | 会议记录不完整\n责任单位 | 办公室\n整改情况 | 已完成", "问题 责任单位 整改情况"],
  ])("a form that cannot be read names its labels: %s", (_name, drawing, seen) => {
    const { ledgers, passedOver } = read([gridOf(drawing)]);
    expect(ledgers).toEqual([]);
    expect(passedOver.map(({ why, seen: labels }) => [why, labels?.join(" ")])).toEqual([["form", seen]]);
  });

  test("findings go to the cells of the form", () => {
    const grid = gridOf(`序号 | 1 | 2
      反馈问题 | 会议记录不完整 | 报销附件不齐全
      整改措施 | 补齐记录 | 逐笔补齐
      责任单位 | 办公室 |
      整改时限 | 2025年6月底前 | 尽快
      整改状态 | 已完成 | 正在整改`);
    expect(errors(grid)).toEqual(["unit-missing@C4", "deadline-invalid@C5"]);
  });

  const card = (n: number, problem: string, unit: string, status: string): string => `
    整改情况登记卡 | < | < | <
    编号 | ${n} | 检查时间 | 2025-05-10
    存在问题 | ${problem} | < | <
    整改措施 | 逐项落实 | < | <
    责任单位 | ${unit} | 责任人 | 甲某
    整改期限 | 2025年6月30日 | 整改状态 | ${status}
    审核意见 | | 签字 |`;

  test("a card a sheet", () => {
    const one = gridOf(card(1, "会议记录不完整", "办公室", "已完成"), { sheet: "1" });
    const two = gridOf(card(2, "报销附件不齐全", "财务科", "正在整改"), { sheet: "2" });
    expect(figures(one, two)).toBe("2/1 办公室:1 财务科:1");
    expect(places(one, "problem", "unit", "deadline", "status")).toBe("B3,B5,B6,D6");
  });

  test("cards one below another", () => {
    const drawing =
      card(1, "会议记录不完整", "办公室", "已完成") +
      "\n|" +
      card(2, "报销附件不齐全", "财务科", "正在整改") +
      "\n|" +
      card(3, "设备台账未更新", "办公室", "已完成");
    expect(figures(gridOf(drawing))).toBe(RIGHT);
  });

  test("cards side by side", () => {
    const grid = gridOf(`编号 | 1 | | 编号 | 2
      存在问题 | 会议记录不完整 | | 存在问题 | 报销附件不齐全
      责任单位 | 办公室 | | 责任单位 | 财务科
      整改期限 | 2025年6月30日 | | 整改期限 | 2025年12月30日
      整改状态 | 已完成 | | 整改状态 | 正在整改`);
    expect(figures(grid)).toBe("2/1 办公室:1 财务科:1");
  });

  test("labels above their values", () => {
    const grid = gridOf(`问题整改卡 | < | <
      序号 | 存在问题 | 责任单位
      1 | 会议记录不完整 | 办公室
      整改措施 | 整改时限 | 整改状态
      补齐记录 | 2025年6月30日 | 已完成`);
    expect(figures(grid)).toBe("1/1 办公室:1");
  });

  test("label and value in one cell", () => {
    const grid = gridOf(`整改卡 | <
      存在问题：会议记录不完整 | <
      责任单位：办公室 | 责任人：甲某
      整改时限：2025年6月30日 | 整改状态：已完成`);
    expect(figures(grid)).toBe("1/1 办公室:1");
  });

  test("blocks under headings", () => {
    const grid = gridOf(`整改任务清单 | <
      一、会议记录不完整的问题 | <
      责任单位 | 办公室
      整改时限 | 2025年6月底
      整改措施 | 补齐记录
      整改进展 | 已完成整改
      二、报销附件不齐全的问题 | <
      责任单位 | 财务科
      整改时限 | 2025年12月底
      整改措施 | 逐笔补齐
      整改进展 | 正在推进`);
    expect(figures(grid)).toBe("2/1 办公室:1 财务科:1");
    expect(places(grid, "problem", "unit")).toBe("A2,B3 A7,B8");
  });

  test("a card over a table of measures is one item", () => {
    const grid = gridOf(`问题整改卡 | < | < | <
      存在问题 | 会议记录长期不完整 | < | <
      问题来源 | 县委巡察 | < | <
      整改措施 | 责任单位 | 整改时限 | 整改状态
      补齐记录 | 办公室 | 2025年6月30日 | 已完成
      修订制度 | 办公室 | 2025年8月30日 | 已完成`);
    expect(figures(grid)).toBe("1/1 办公室:1");
  });

  test("a list that explains fields is none", () => {
    const grid = gridOf(`字段 | 填写说明
      序号 | 按顺序填写
      反馈问题 | 填写反馈的具体问题
      责任单位 | 填写牵头单位全称
      整改时限 | 格式：2025年6月30日
      整改状态 | 请填写已完成或正在整改`);
    expect(figures(grid)).toBe("notALedger");
  });

  test("a form nobody can read says what was seen", () => {
    const grid = gridOf(`反馈问题 | 会议记录不完整
      责任单位 | 办公室
      整改时限 | 看情况
      整改状态 | 说不清`);
    expect(read([grid]).passedOver).toEqual([
      { sheet: "整改台账", why: "form", seen: ["反馈问题", "责任单位", "整改时限", "整改状态"] },
    ]);
  });
});
