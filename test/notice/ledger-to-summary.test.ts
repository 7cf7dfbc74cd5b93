/** The whole way once: a workbook's cells, read, counted, written. */
import { civilDate } from "../../src/zh/civil-date";
import type { Area, Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { compose } from "../../src/notice/compose";
import { summaryJson, type SummaryJson } from "../../src/notice/json";
import { STYLES } from "../../src/notice/styles";
import { parseTemplate } from "../../src/notice/template";
import { tallyJson } from "../../src/tally/json";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";
import { sheetOf } from "../grid/grid-of";

const AS_OF = civilDate(2025, 12, 22) ?? { year: 2025, month: 12, day: 22 };

const down = (top: number, bottom: number, left: number): Area => ({ top, left, bottom, right: left });

const WORKBOOK: readonly Grid[] = [
  sheetOf(
    "问题整改台账",
    [
      ["××局党组巡察反馈问题整改台账"],
      ["序号", "问题类别", "反馈的具体问题", "整改措施", "责任单位", "整改时限", "整改状态", "完成时间"],
      [1, "党的建设方面", "会议制度落实不严", "修订会议制度", "办公室", "2025年9月底前", "已完成", "2025年9月10日"],
      [null, null, null, "开展自查", "办公室、人事科", "2025年10月底前", "已完成", "2025年10月20日"],
      [2, "党的建设方面", "档案管理不规范", "补齐档案", "人事科（牵头）、办公室", "2025年11月底前", "正在整改", null],
      [null, null, null, "规范台账", "人事科", "2025年12月底前", "已完成", "2025年12月1日"],
      [3, "财务管理方面", "报销审核不细", "重新审核", "财务科", "长期坚持", "阶段性完成", null],
      [4, "财务管理方面", "资产登记不全", "全面清查", "财务科", "2026年1月底前", "正在整改", null],
    ],
    [down(2, 3, 0), down(2, 3, 2), down(4, 5, 0), down(4, 5, 2)],
  ),
  sheetOf("信访件", [
    ["巡察移交信访件办理台账"],
    ["序号", "信访事项", "承办单位", "办理时限", "办理结果"],
    [1, "反映收费问题", "财务科", "2025年9月30日", "已办结"],
    [2, "反映服务问题", "办公室", "2025年12月31日", "正在办理"],
  ]),
  sheetOf("问责情况", [
    ["序号", "问责对象", "单位", "问责方式"],
    [1, "甲某", "财务科", "通报批评、诫勉谈话"],
    [2, "甲某", "办公室", "约谈提醒"],
  ]),
];

const counted = tally(readWorkbook(WORKBOOK, { today: AS_OF, asOf: AS_OF }), {
  definition: DEFAULT_DEFINITION,
  dueSoonDays: 15,
});

function write(name: string): SummaryJson {
  const template = parseTemplate(STYLES.find((style) => style.name === name)?.template ?? "");
  const composed = compose(template, counted, { asOf: AS_OF, variables: new Map([["巡察组", "组"]]), precision: 0 });
  return summaryJson(composed, { file: "台账.xlsx", style: name, held: [] });
}

describe("from cells to the paragraph", () => {
  it("counts what stands in the cells", () => {
    const json = tallyJson(counted, { file: "台账.xlsx", asOf: AS_OF, precision: 1 });
    const [problem, letter] = json.kinds;
    expect(problem).toMatchObject({ kind: "problem", total: 4, sections: 2, parents: 0, overdue: 1, onTime: 1 });
    expect(problem?.byStatus).toMatchObject({ done: 1, phased: 1, ongoing: 2, unknown: 0 });
    expect(problem?.rate).toEqual({ numerator: 1, denominator: 4, percent: "25.0%" });
    expect(problem?.measures).toMatchObject({ total: 6, done: 3, rate: { percent: "50.0%" } });
    expect(letter).toMatchObject({ kind: "letter", total: 2, overdue: 0, measures: null });
    expect(json.accountability).toEqual({
      persons: 2,
      personTimes: 3,
      byForm: { 通报批评: 1, 诫勉谈话: 1, 约谈提醒: 1 },
    });
    expect(json.by.unit.map((one) => [one.name, one.kind, one.total, one.overdue])).toEqual([
      ["办公室", "problem", 1, 0],
      ["人事科", "problem", 2, 1],
      ["财务科", "problem", 2, 0],
      ["财务科", "letter", 1, 0],
      ["办公室", "letter", 1, 0],
    ]);
  });

  it("writes it, every figure with its cells", () => {
    const { text, figures } = write("rate");
    expect(text).toBe(
      "组反馈的4个具体问题，已完成整改1个，正在整改2个，阶段性完成1个，整改完成率25%。巡察移交的2件信访件，已办结1件，1件正在办理。",
    );
    expect(figures.map((figure) => [figure.metric, figure.text, figure.rows])).toEqual([
      ["反馈问题.总数", "4", ["问题整改台账!A3", "问题整改台账!A5", "问题整改台账!A7", "问题整改台账!A8"]],
      ["反馈问题.已完成", "1", ["问题整改台账!A3"]],
      ["反馈问题.正在整改", "2", ["问题整改台账!A5", "问题整改台账!A8"]],
      ["反馈问题.阶段性完成", "1", ["问题整改台账!A7"]],
      ["反馈问题.完成率", "25%", ["问题整改台账!A3"]],
      ["信访件.总数", "2", ["信访件!A3", "信访件!A4"]],
      ["信访件.已办结", "1", ["信访件!A3"]],
      ["信访件.正在办理", "1", ["信访件!A4"]],
    ]);
  });

  it("refers to measures by their own cells", () => {
    const total = write("measures").figures.find((figure) => figure.metric === "措施.总数");
    expect(total?.rows).toEqual([3, 4, 5, 6, 7, 8].map((row) => `问题整改台账!D${row}`));
  });
});
