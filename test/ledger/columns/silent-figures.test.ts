/**
 * Ledgers whose figures were once wrong in silence, or that were refused or accused without cause, by kind: ticks among
 * other statuses over a row of totals, days of closing, extensions, later months that are begun, rows named by their number.
 */
import { check } from "../../../src/check/check";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { cellOf } from "../../../src/ledger/items/cells";
import { cellName } from "../../../src/grid/address";
import { gridOf } from "../../grid/grid-of";

const TODAY = { year: 2025, month: 10, day: 31 };

function told(drawing: string): string {
  const reading = readWorkbook([gridOf(drawing, { sheet: "Sheet1" })], { today: TODAY, asOf: TODAY });
  const [ledger] = reading.ledgers;
  if (!ledger) return "none";
  const statuses = ledger.items.map(({ status, overdue }) => `${status}${overdue ? "!" : ""}`).join(" ");
  const held = [...new Set(check(reading).held.map(({ rule }) => rule))].join(",");
  return held === "" ? statuses : `${statuses} | ${held}`;
}

function errors(drawing: string): string[] {
  const reading = readWorkbook([gridOf(drawing, { sheet: "Sheet1" })], { today: TODAY, asOf: TODAY });
  return check(reading)
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);
}

describe("ticks", () => {
  const rows = `
    序号 | 问题 | 责任单位 | 整改时限 | 整改完成情况（√） | < | <
    ^ | ^ | ^ | ^ | 已完成 | 整改中 | 未启动
    1 | 灭火器过期 | 综合部 | 2025年9月底前 | √ | |
    2 | 指示灯不亮 | 工程部 | 2025年10月15日 | | √ |
    3 | 盖板缺失 | 工程部 | 2025年12月底前 | | √ |
    4 | 值班记录不全 | 综合部 | 2025年9月30日 | | | √`;

  it.each(["合计", "小计", "总数"])("counts below them (%s) do not make one of them the status", (word) => {
    expect(told(`${rows}\n${word} | | | | 1 | 2 | 1`)).toBe("done ongoing! ongoing notDone!");
  });

  it("one of several statuses to tick is never read alone", () => {
    const odd = rows.replace("| √ |\n", "| 见附件说明，另行上报的材料 |\n");
    expect(told(odd)).not.toMatch(/^done notDone/);
  });
});

describe("days", () => {
  it("the day of closing is no deadline beside 计划完成", () => {
    const drawing = `
      编号 | 不符合项描述 | 责任部门 | 计划完成 | 验证结论 | 关闭日期
      NC-01 | 文件未受控 | 办公室 | 2025-09-10 | 关闭 | 2025-09-09
      NC-02 | 设备未点检 | 设备科 | 2025-09-20 | 关闭 | 2025-09-18
      NC-03 | 培训记录缺失 | 人事科 | 2025-10-20 | 未关闭 |`;
    expect(told(drawing)).toBe("done done notDone!");
    expect(errors(drawing)).toEqual([]);
  });

  it("起止时间 ends with its last day", () => {
    expect(
      told(`
      序号 | 问题 | 责任单位 | 起止时间 | 整改状态
      1 | 制度缺失 | 办公室 | 2025年3月—8月 | 正在整改
      2 | 台账不全 | 财务科 | 2025年3月至12月 | 正在整改
      3 | 账实不符 | 财务科 | 2025.3.1-2025.9.30 | 已完成`),
    ).toBe("ongoing! ongoing done");
  });
});

describe("extensions", () => {
  const extended = (first: string, second: string, none: string) => `
    序号 | 问题 | 责任单位 | ${first} | ${second} | 整改状态
    1 | 制度缺失 | 办公室 | 2025年8月底 | 2025年12月底 | 正在整改
    2 | 台账不全 | 财务科 | 2025年9月底 | ${none} | 正在整改
    3 | 账实不符 | 财务科 | 2025年9月底 | ${none} | 已完成`;

  it.each([
    ["整改时限", "延期至", ""],
    ["整改时限", "延期后时限", "/"],
    ["整改时限", "延期时限", "无"],
    ["整改时限", "调整后时限", "未延期"],
    ["原整改时限", "调整后整改时限", ""],
    ["完成时限", "新时限", "—"],
  ])("%s beside %s (%j): each row goes by its own", (first, second, none) => {
    const drawing = extended(first, second, none);
    expect(told(drawing)).toBe("ongoing ongoing! done");
    expect(errors(drawing)).toEqual([]);
  });

  it("the cell of a deadline is the one it was read from", () => {
    const reading = readWorkbook([gridOf(extended("整改时限", "延期至", ""))], { today: TODAY, asOf: TODAY });
    const [ledger] = reading.ledgers;
    const cells = ledger?.items.map((item) => cellOf(ledger, item, "deadline"));
    expect(cells?.map((at) => at && cellName(at.row, at.col))).toEqual(["E2", "D3", "D4"]);
  });
});

describe("columns of answers", () => {
  const ANSWERS = ["否", "是", "是", "否", "否"];
  const STATES = ["已完成", "整改中", "已完成", "已完成", "整改中"];
  const rowsOf = (heads: string, cells: (i: number) => string): string =>
    [
      `序号 | 问题 | 责任单位 | 整改时限 | ${heads}`,
      ...ANSWERS.map((_, i) => `${i + 1} | 第${i + 1}类台账登记不全 | 办公室 | 2026年12月底 | ${cells(i)}`),
    ].join("\n");
  const beside = (head: string): string => rowsOf(`整改状态 | ${head}`, (i) => `${STATES[i]} | ${ANSWERS[i]}`);
  const plain = "done ongoing done done ongoing";

  it.each(["是否督办", "是否挂牌督办", "是否抽查", "抽查", "是否需要验收", "是否立行立改", "是否认定", "是否复核"])(
    "%s takes nothing from 整改状态",
    (head) => expect(told(beside(head))).toBe(plain),
  );
  it.each(["是否验收通过", "是否仍需整改", "是否基本完成"])("%s beside 整改状态 is asked about", (head) =>
    expect(told(beside(head))).toBe(`${plain} | column-ambiguous`),
  );
  it.each(["是否督办", "是否需要整改", "是否立行立改", "可否销号", "是否完成佐证上传", "是否虚假整改"])(
    "%s alone is no status",
    (head) => expect(told(rowsOf(head, (i) => ANSWERS[i] ?? ""))).toContain("column-missing"),
  );
  it.each([
    ["是否完成", "notDone done done notDone notDone"],
    ["是否未完成", "done notDone notDone done done"],
    ["是否需要继续整改", "done notDone notDone done done"],
    ["是否基本完成", "notDone basic basic notDone notDone"],
  ])("%s alone: %s", (head, said) => expect(told(rowsOf(head, (i) => ANSWERS[i] ?? ""))).toBe(said));
});

describe("months", () => {
  it("a later month that is only begun is asked about, not passed over", () => {
    const drawing = `
      序号 | 问题 | 责任单位 | 整改时限 | 2025年8月 | 2025年9月
      1 | 制度缺失 | 办公室 | 2025年6月底 | 已完成 |
      2 | 台账不全 | 财务科 | 2025年9月底 | 整改中 |
      3 | 账实不符 | 财务科 | 2025年12月底 | 未启动 | 已完成
      4 | 合同未归档 | 财务科 | 2025年12月底 | 未启动 |
      5 | 票据不全 | 财务科 | 2025年12月底 | 未启动 |`;
    expect(told(drawing)).toContain("column-ambiguous");
  });

  const band = (rows: readonly string[]): string =>
    ["序号 | 问题 | 责任单位 | 整改时限 | 2025年8月 | 2025年9月 | 2025年10月", ...rows].join("\n");

  it("what the newest leaves blank was done before, or is held", () => {
    const done = "1 | 制度缺失 | 办公室 | 2026年6月底 | 整改中 | 已完成 |";
    const later = "2 | 台账不全 | 财务科 | 2026年9月底 | 整改中 | 整改中 | 已完成";
    const open = "3 | 账实不符 | 财务科 | 2026年12月底 | 未启动 | 整改中 | 整改中";
    expect(told(band([done, later, open]))).toBe("done done ongoing");
    expect(told(band([done, later, open, "4 | 合同未归档 | 财务科 | 2026年9月底 | 整改中 | 整改中 |"]))).toContain(
      "status-missing",
    );
  });

  it("an unusual word in the newest does not drop it", () => {
    const drawing = band([
      "1 | 制度缺失 | 办公室 | 2026年6月底 | 整改中 | 已完成 | 已完成",
      "2 | 台账不全 | 财务科 | 2026年9月底 | 整改中 | 已完成 | 待上会",
      "3 | 账实不符 | 财务科 | 2026年12月底 | 未启动 | 整改中 | 已完成",
      "4 | 票据不全 | 财务科 | 2026年12月底 | 未启动 | 整改中 | 整改中",
    ]);
    expect(told(drawing)).toContain("status-unknown");
  });
});

describe("rows", () => {
  it.each(["同第1项", "同序号1", "（同第1项）", "同1项"])("%s is what row 1 says", (same) => {
    expect(
      told(`
      序号 | 问题 | 责任单位 | 整改时限 | 整改状态
      1 | 制度缺失 | 办公室 | 2025年9月底 | 已完成
      2 | 台账不全 | 财务科 | 2025年12月底 | 正在整改
      3 | 账实不符 | ${same} | ${same} | ${same}`),
    ).toBe("done ongoing done");
  });

  it("a row that is not there stays as it is written", () => {
    expect(
      told(`
      序号 | 问题 | 责任单位 | 整改时限 | 整改状态
      1 | 制度缺失 | 办公室 | 2025年9月底 | 已完成
      2 | 台账不全 | 财务科 | 2025年12月底 | 同第9项`),
    ).toBe("done unknown | status-unknown");
  });

  it("其中：… belongs to the item above", () => {
    expect(
      told(`
      序号 | 问题 | 责任单位 | 整改时限 | 状态
      1 | 制度缺失 | 办公室 | 2025年9月底 | 已完成
       | 其中：采购制度 | | 2025年9月底 | 已完成
      2 | 台账不全 | 财务科 | 2025年9月底 | 整改中`).split(" | ")[0],
    ).toBe("done ongoing!");
  });

  it("a code that is the same in both rows numbers nothing beside one that differs", () => {
    expect(
      told(`
      验收编号 | 任务编号 | 存在问题 | 责任单位 | 整改时限 | 整改状态
      YS2025 | RW-1 | 会风不实 | 办公室 | 2025年9月底 | 已完成
      YS2025 | RW-2 | 文风冗长 | 财务科 | 2025年9月底 | 正在整改`),
    ).toBe("done ongoing!");
  });
});

describe("words", () => {
  it("符合 answers who looked again", () => {
    expect(
      told(`
      序号 | 存在问题 | 责任班组 | 整改期限 | 复查情况
      1 | 扫地杆缺失 | 架子班组 | 2025-09-10 | 符合
      2 | 一闸多机 | 电工班组 | 2025-09-12 | 符合要求
      3 | 防护缺失 | 木工班组 | 2025-10-12 | 不符合`),
    ).toBe("done done notDone!");
  });

  it.each([
    ["已完戍", "done"],
    ["未完戌", "notDone!"],
    ["已归档", "done"],
    ["待下发", "notDone!"],
    ["持续改进", "longTerm"],
  ])("%s is %s", (word, status) => {
    expect(
      told(`
      序号 | 问题 | 责任单位 | 整改时限 | 整改状态
      1 | 制度缺失 | 办公室 | 2025年9月底 | ${word}`),
    ).toBe(status);
  });
});

describe("columns under no header, or under one that says little", () => {
  it("figures under none stand before the statuses under none", () => {
    const drawing = `
      序号 | 问题 | 责任单位 | 整改时限 | |
      1 | 灭火器过期 | 综合部 | 2025-06-01 | 3 | 已完成
      2 | 指示灯不亮 | 工程部 | 2025-06-01 | 5 | 整改中
      3 | 盖板缺失 | 工程部 | 2025-12-01 | 2 | 未完成`;
    expect(told(drawing)).toBe("done ongoing! notDone");
  });

  it.each(["说明", "备注"])("%s over nothing but statuses is the status where there is no other", (word) => {
    const rows = (last: string): string => `
      序号 | 问题 | 责任单位 | 整改时限 | ${word}
      1 | 灭火器过期 | 综合部 | 2025-06-01 | 整改到位
      2 | 指示灯不亮 | 工程部 | 2025-06-01 | 推进中
      3 | 盖板缺失 | 工程部 | 2025-12-01 | ${last}`;
    expect(told(rows("尚未整改"))).toBe("done ongoing! notDone");
    // One remark among them, and it is offered only.
    expect(told(rows("见附件"))).toMatch(/^unknown unknown unknown \| /);
  });

  it("责任落实 over a unit and its person names the unit", () => {
    const drawing = `
      序号 | 问题 | 责任落实 | 整改时限 | 整改状态
      1 | 灭火器过期 | 综合科——甲某 | 2025-06-01 | 已完成
      2 | 指示灯不亮 | 工程科——乙某 | 2025-06-01 | 整改中
      3 | 盖板缺失 | 工程科——乙某 | 2025-12-01 | 整改中`;
    expect(errors(drawing)).toEqual([]);
  });
});

describe("verdicts and remarks are no statuses", () => {
  it("属实 under 核查结果 leaves the status to 处理情况", () => {
    const drawing = `
      某县信访件办理台账 | < | < | < | < | <
      序号 | 反映问题 | 承办单位 | 办结时限 | 核查结果 | 处理情况
      1 | 反映乱收费 | 甲局 | 2025-06-01 | 属实 | 已办结
      2 | 反映拖欠工资 | 乙局 | 2025-06-01 | 部分属实 | 正在调查处理
      3 | 反映违规搭建 | 乙局 | 2025-12-01 | 不属实 | 已办结`;
    expect(told(drawing)).toBe("done ongoing! done");
    expect(errors(drawing)).toEqual([]);
  });

  it("a word or two under 整改进展 are no statuses of measures", () => {
    const reading = readWorkbook(
      [
        gridOf(`
          序号 | 问题 | 责任单位 | 整改措施 | 整改时限 | 整改状态 | 整改进展
          1 | 灭火器过期 | 综合部 | 更换 | 2025-06-01 | 已完成 |
          2 | 指示灯不亮 | 工程部 | 修理 | 2025-06-20 | 整改中 |
          3 | 盖板缺失 | 工程部 | 加装 | 2025-12-01 | 整改中 | 已完成
          4 | 值班记录不全 | 综合部 | 补记 | 2025-08-01 | 已完成 |`),
      ],
      { today: TODAY, asOf: TODAY },
    );
    expect(reading.ledgers[0]?.items.flatMap(({ rows }) => rows.map(({ status }) => status.status))).toEqual([
      "done",
      "ongoing",
      "ongoing",
      "done",
    ]);
  });
});

describe("完成时间 without a deadline beside it", () => {
  const rows = (open: string): string => `
    序号 | 问题 | 责任单位 | 整改措施 | 完成时间 | 整改状态
    1 | 灭火器过期 | 综合部 | 更换 | 2025-06-01 | 已完成
    2 | 指示灯不亮 | 工程部 | 修理 | 2025-06-20 | 已完成
    3 | 盖板缺失 | 工程部 | 加装 | ${open} | 整改中
    4 | 值班记录不全 | 综合部 | 补记 | 2025-08-01 | 已完成`;
  const field = (drawing: string): string[] =>
    Object.values(readWorkbook([gridOf(drawing)], { today: TODAY, asOf: TODAY }).ledgers[0]?.columns ?? {}).flatMap(
      ({ header, key }) => (header === "完成时间" ? [key] : []),
    );

  it.each(["", "/", "未完成", "—"])("is the day of completion where what is open has none (%s)", (open) => {
    expect(field(rows(open))).toEqual(["doneDate"]);
    expect(told(rows(open))).toBe("done done ongoing done");
    expect(errors(rows(open))).toEqual(["column-missing"]);
  });

  it.each([
    ["2025-12-31", "ongoing"],
    ["2025-09-30", "ongoing!"],
    ["12月底前", "ongoing"],
  ])("is the deadline where what is open has one (%s)", (open, status) => {
    expect(field(rows(open))).toEqual(["deadline"]);
    expect(told(rows(open))).toBe(`done done ${status} done`);
  });
});

describe("those who looked at some rows only", () => {
  const rows = (header: string, second: string): string => `
    序号 | 问题 | 责任单位 | 整改时限 | 申报状态 | ${header}
    1 | 灭火器过期 | 综合部 | 2025-12-30 | 已完成 | 通过
    2 | 指示灯不亮 | 综合部 | 2025-12-30 | 已完成 | ${second}
    3 | 盖板缺失 | 工程部 | 2025-12-30 | 已完成 |
    4 | 标志脱落 | 工程部 | 2025-12-30 | 整改中 |
    5 | 栏杆松动 | 工程部 | 2025-12-30 | 整改中 |`;

  it.each([
    ["审核状态", "退回"],
    ["抽查结果", "不合格"],
  ])("and found one not done (%s: %s) are not passed over", (header, word) => {
    expect(told(rows(header, word))).toBe("done done done ongoing ongoing | column-ambiguous");
  });

  it("and found what was reported ask nothing", () => {
    expect(told(rows("审核状态", "通过"))).toBe("done done done ongoing ongoing");
  });
});

describe("days at what is not done", () => {
  it.each(["整改到位时间", "办结时间"])("are deadlines whatever stands over them (%s)", (header) => {
    const drawing = `
      序号 | 检查发现问题 | 整改股室 | ${header} | 整改与否
      1 | 灭火器过期 | 后勤股 | 2025-06-30 | 是
      2 | 指示灯不亮 | 后勤股 | 2025-07-30 | 否
      3 | 盖板缺失 | 教务股 | 2025-12-30 | 否`;
    expect(told(drawing)).toBe("done notDone! notDone");
    expect(errors(drawing)).toEqual([]);
  });
});

describe("blocks under the name of their problem", () => {
  it.each(["问题一：", "问题1：", "（一）"])("have that problem (%s)", (lead) => {
    const drawing = `
      ${lead}灭火器压力不足三具 | <
      责任部门 | 综合部
      整改时限 | 2025年6月底前
      整改措施 | 更换并登记
      整改进展 | 已完成
      ${lead.replace(/[一1]/, "二")}疏散标志损坏四处 | <
      责任部门 | 工程部
      整改时限 | 2025年9月底前
      整改措施 | 拆除重装
      整改进展 | 正在整改`;
    expect(told(drawing)).toBe("done ongoing!");
    expect(errors(drawing)).toEqual([]);
  });
});

describe("words of headers that were not understood", () => {
  it.each(["已整改", "整改完成否", "办结否"])("%s over 是 and 否 tells what is done", (header) => {
    const drawing = `
      序号 | 问题 | 责任单位 | 整改时限 | ${header}
      1 | 灭火器过期 | 综合部 | 2025-06-30 | 是
      2 | 指示灯不亮 | 综合部 | 2025-06-30 | 否
      3 | 盖板缺失 | 工程部 | 2025-12-30 | 否`;
    expect(told(drawing)).toBe("done notDone! notDone");
    expect(errors(drawing)).toEqual([]);
  });

  it("预计完成时间 of what is open asks nothing beside a deadline in every row", () => {
    const drawing = `
      序号 | 问题 | 责任单位 | 整改时限 | 整改状态 | 未完成原因 | 下一步打算 | 预计完成时间
      1 | 灭火器过期 | 综合部 | 2025-06-30 | 已完成 | | |
      2 | 指示灯不亮 | 综合部 | 2025-06-30 | 整改中 | 资金不足 | 申请资金 | 2026年3月
      3 | 盖板缺失 | 工程部 | 2025-12-30 | 已完成 | | |
      4 | 标志脱落 | 工程部 | 2025-12-30 | 已完成 | | |`;
    expect(told(drawing)).toBe("done ongoing! done done");
    expect(errors(drawing)).toEqual([]);
  });

  it.each(["承诺主体", "落实主体", "实施主体"])("%s names the unit", (header) => {
    const drawing = `
      序号 | 问题 | ${header} | 整改时限 | 整改状态
      1 | 灭火器过期 | 综合部 | 2025-06-30 | 已完成
      2 | 指示灯不亮 | 工程部 | 2025-12-30 | 整改中`;
    expect(errors(drawing)).toEqual([]);
  });

  it("a header of which no word is in a list is one all the same", () => {
    const drawing = `
      牵头学院（部门） | 专家反馈意见 | 改进举措 | 整改节点 | 阶段进展
      设备处 | 学业预警机制缺失 | 增加频次 | 2025年9月30日 | 整改中
      设备处 | 教师生师比偏高 | 引进教师 | 2025年12月30日 | 正在整改
      学工部 | 图书更新慢 | 逐一核实 | 2025年9月30日 | 已完成`;
    expect(told(drawing)).toBe("ongoing! ongoing done");
  });
});
