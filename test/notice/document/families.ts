/** Ledgers as the five families of notices are written from, all made up: a few hundred cells each. */
import type { CellValue, Grid } from "../../../src/grid/grid";
import { civilDate } from "../../../src/zh/civil-date";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import type { Reading } from "../../../src/ledger/types";
import { composeNotice, type NoticeOptions } from "../../../src/notice/document/compose-notice";
import { NO_FACTS, type Facts } from "../../../src/notice/document/facts";
import { NOTICE_STYLES } from "../../../src/notice/document/notice-styles";
import { textOfSpans, type NoticeDocument } from "../../../src/notice/document/types";
import type { StyleName } from "../../../src/notice/style-names";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import type { Tally } from "../../../src/tally/types";
import { sheetOf } from "../../grid/grid-of";

export const AS_OF = civilDate(2025, 12, 22)!;

export const FACTS: Facts = {
  ...NO_FACTS,
  unit: "××县某某局",
  shortName: "县某某局",
  organ: "党组",
  orderedBy: "县委",
  inspector: "县委第九巡察组",
  round: "某届县委第九轮",
  inspectionKind: "常规巡察",
  inspectedFrom: civilDate(2025, 3, 3),
  inspectedTo: civilDate(2025, 5, 9),
  feedbackDate: civilDate(2025, 6, 10),
  organisation: [
    { heading: "加强领导", text: "成立专班，明确分工。" },
    { heading: null, text: "逐项建账，按月调度" },
  ],
  nextSteps: [{ heading: null, text: "对未完成的事项逐月督办。" }],
  phone: "0000-2345678",
  email: "office@example.cn",
  signDate: civilDate(2025, 12, 25),
};

export interface Family {
  readonly style: StyleName;
  readonly reading: Reading;
  readonly tally: Tally;
}

function family(style: StyleName, grids: readonly Grid[]): Family {
  const reading = readWorkbook(grids, { today: AS_OF, asOf: AS_OF });
  return { style, reading, tally: tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 }) };
}

function problem(n: number): string {
  return `第${n}项工作落实不够到位`;
}

function many<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

const DEADLINE = "2025年12月31日";

/** 关于“…”的问题, flat: 23 problems, 20 done; letters and accountability beside. */
export function rateFamily(): Family {
  return family("rate", [
    sheetOf("问题整改台账", [
      ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展情况"],
      ...many(23, (n) => [
        n,
        `${problem(n)}。`,
        "办公室",
        DEADLINE,
        n <= 20 ? "已完成" : "正在整改",
        `第${n}项已开会研究并逐条落实`,
      ]),
    ]),
    sheetOf("信访件", [
      ["序号", "信访事项", "承办单位", "办理时限", "办理结果"],
      [1, "反映某窗口收费的来信", "办公室", DEADLINE, "已办结"],
      [2, "反映某窗口服务的来信", "办公室", DEADLINE, "已办结"],
      [3, "反映某项目招标的来信", "办公室", DEADLINE, "正在办理"],
    ]),
    sheetOf("问责情况", [
      ["序号", "问责对象", "单位", "问责方式"],
      ...many(5, (n) => [n, `甲某${n}`, "办公室", "约谈提醒"]),
      ...many(11, (n) => [n + 5, `乙某${n}`, "财务科", "通报批评"]),
      ...many(5, (n) => [n + 16, `丙某${n}`, "财务科", "诫勉谈话"]),
    ]),
  ]);
}

/** Flat with measures and assigned matters: 10 problems, 21 measures. */
export function measuresFamily(): Family {
  const rows: CellValue[][] = [];
  many(10, (n) => {
    const count = n === 1 ? 3 : 2;
    many(count, (m) => {
      const first = m === 1;
      const done = n <= 7 ? "已完成" : "长期坚持";
      rows.push([
        first ? n : "^",
        first ? `第${n}方面有差距。一是措施不多；二是成效不够。` : "^",
        `第${n}项第${m}条举措`,
        "综合科",
        DEADLINE,
        n > 7 && m === 2 ? "已完成" : done,
        `第${n}项第${m}条已经落地`,
      ]);
    });
  });
  return family("measures", [
    sheetOf("问题整改台账", [
      ["序号", "反馈问题", "整改措施", "责任科室", "整改时限", "完成情况", "整改进展情况"],
      ...rows,
    ]),
    sheetOf("巡察交办问题台账", [
      ["序号", "交办事项", "责任单位", "办理时限", "办理结果"],
      ...many(3, (n) => [n, `第${n}件交办事项`, "综合科", DEADLINE, "已办结"]),
    ]),
  ]);
}

/** （一）方面, counted through: 20 problems in 4 sections, 3 clues. */
export function itemsFamily(): Family {
  const sizes = [5, 8, 6, 1];
  let n = 0;
  const rows = sizes.flatMap((size, section) =>
    many(size, () => {
      n++;
      return [
        n,
        `第${section + 1}板块方面`,
        problem(n),
        "人事科",
        DEADLINE,
        "已完成",
        `一是第${n}项已办；二是第${n}项已巩固。`,
      ];
    }),
  );
  return family("items", [
    sheetOf("问题整改台账", [
      ["序号", "问题类别", "反馈问题", "责任单位", "整改时限", "整改状态", "整改措施及成效"],
      ...rows,
    ]),
    sheetOf("移交问题线索", [
      ["序号", "问题线索", "承办单位", "办理时限", "办理结果"],
      ...many(3, (k) => [k, `第${k}条线索内容`, "机关纪委", DEADLINE, "已了结"]),
    ]),
  ]);
}

/** （一）方面, 1.主要问题, （1）具体问题: 41 problems, 17 done, 24 partial. */
export function partialFamily(): Family {
  const shape = [
    [4, 3, 5, 3],
    [4, 3, 3],
    [1, 4, 2, 3],
    [3, 3],
  ];
  let n = 0;
  const rows = shape.flatMap((parents, section) =>
    parents.flatMap((size, parent) =>
      many(size, () => {
        n++;
        const alone = size === 1;
        const main = `第${section + 1}类第${parent + 1}个主要问题`;
        return [
          n,
          `第${section + 1}类`,
          main,
          alone ? main : problem(n),
          "规划科",
          DEADLINE,
          n <= 17 ? "已完成整改" : "部分已整改，需要长期推进",
          `第${n}项已出台办法`,
        ];
      }),
    ),
  );
  return family("partial", [
    sheetOf("问题整改台账", [
      ["序号", "方面", "主要问题", "具体问题", "责任单位", "整改时限", "整改状态", "整改情况"],
      ...rows,
    ]),
  ]);
}

/** （一）反馈问题：方面, 1.主要问题, 问题①: 62 problems, 3 done, 59 phased; letters and immediate matters. */
export function phasedFamily(): Family {
  const shape = [[3, 4, 3, 5, 3, 4, 2], [2, 3, 1, 3, 3, 3], [1, 3, 1, 4], [1], [4, 3, 3, 3]];
  let n = 0;
  const rows = shape.flatMap((parents, section) =>
    parents.flatMap((size, parent) =>
      many(size, () => {
        n++;
        return [
          n,
          `第${section + 1}方面`,
          `第${section + 1}方面的第${parent + 1}个问题`,
          problem(n),
          "党建办",
          DEADLINE,
          n % 30 === 2 ? "完成" : "阶段性完成",
          `一是第${n}项已制定方案；二是第${n}项已开展培训。`,
        ];
      }),
    ),
  );
  return family("phased", [
    sheetOf("问题整改台账", [
      ["序号", "反馈问题方面", "主要问题", "具体问题", "责任单位", "整改时限", "整改结果", "整改情况"],
      ...rows,
    ]),
    sheetOf("信访件", [
      ["序号", "信访事项", "承办单位", "办理时限", "办理结果"],
      ...many(13, (k) => [k, `第${k}件来信的内容`, "信访科", DEADLINE, "已办结"]),
    ]),
    sheetOf("立行立改台账", [
      ["序号", "立行立改问题", "责任单位", "整改时限", "整改状态"],
      ...many(3, (k) => [k, `第${k}个马上就改的问题`, "办公室", DEADLINE, "已完成"]),
    ]),
  ]);
}

export function noticeOf(made: Family, options: Partial<NoticeOptions> = {}, facts: Facts = FACTS): NoticeDocument {
  return composeNotice(made.reading, made.tally, facts, NOTICE_STYLES[made.style], { precision: 0, ...options });
}

/** Lines of a notice, with the role of each before it. */
export function linesOf(document: NoticeDocument): readonly string[] {
  return document.blocks.map((block) => textOfSpans(block.spans));
}

/** Headings of one level. */
export function headingsOf(document: NoticeDocument, role: string): readonly string[] {
  return document.blocks.filter((block) => block.role === role).map((block) => textOfSpans(block.spans));
}
