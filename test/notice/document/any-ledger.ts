/**
 * Ledgers of any shape, as an arbitrary: headers of several families, sections and parents (in columns, in rows, none),
 * measures (merged, continued, none), statuses in all wordings, deadlines, the other kinds beside, with the form filled in
 * or partly open. What the cells say is honest: texts agree with their status, so that a notice of it has nothing to answer for.
 */
import fc from "fast-check";
import { civilDate, type CivilDate } from "../../../src/zh/civil-date";
import type { CellValue, Grid } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import type { Reading } from "../../../src/ledger/types";
import { composeNotice } from "../../../src/notice/document/compose-notice";
import { NO_FACTS, type Facts, type FactName } from "../../../src/notice/document/facts";
import { NOTICE_STYLES } from "../../../src/notice/document/notice-styles";
import type { NoticeDocument } from "../../../src/notice/document/types";
import type { StyleName } from "../../../src/notice/style-names";
import { tally } from "../../../src/tally/tally";
import type { Definition, Tally } from "../../../src/tally/types";
import { gridOf } from "../../grid/grid-of";
import { FACTS } from "./families";

// ---------------------------------------------------------------------------------------------------------- vocabulary

const THINGS = [
  "理论学习",
  "会议记录",
  "档案管理",
  "公务用车登记",
  "合同审核",
  "固定资产盘点",
  "差旅费报销",
  "值班值守",
  "信息公开",
  "项目验收",
  "采购程序",
  "党费收缴",
  "谈心谈话",
  "政策宣传",
  "窗口服务",
  "廉政教育",
  "应急演练",
  "印章使用",
  "干部轮岗",
  "津补贴发放",
];
const FAULTS = [
  "不规范",
  "落实不到位",
  "重视不够",
  "不够及时",
  "存在短板",
  "流于形式，效果不佳",
  "制度不健全，执行打折扣",
  "研究不深，措施不多",
  "责任压得不实",
  "缺少长效机制",
];
/** Figures, dates, titles, quotes, brackets and numbers that problems carry. `#` is another number for every item. */
const PROBLEM_FRAMES = [
  "@",
  "@",
  "@。",
  "关于“@”的问题",
  "（一）@",
  "3.@；",
  "2023年以来，@，抽查#份资料有2份不全",
  "落实“三重一大”制度不严，@",
  "@，涉及资金#.5万元",
  "《议事规则》执行不严，@",
  "个别科室（股室）@",
  "@，#个村未开展\n另有1个村台账不全",
  "“@”",
];

type Mood = "done" | "open";
const STATUS_TEXTS: readonly (readonly [string, Mood])[] = [
  ["已完成", "done"],
  ["已完成整改", "done"],
  ["整改到位", "done"],
  ["已整改", "done"],
  ["完成", "done"],
  ["已完成，并长期坚持", "done"],
  ["立行立改，已完成", "done"],
  ["超期完成", "done"],
  ["基本完成", "done"],
  ["基本完成整改", "done"],
  ["阶段性完成", "done"],
  ["取得阶段性成效", "done"],
  ["部分已整改，需要长期推进", "open"],
  ["部分完成", "open"],
  ["正在整改", "open"],
  ["整改中", "open"],
  ["持续推进中", "open"],
  ["长期坚持", "open"],
  ["持续整改", "open"],
  ["未完成", "open"],
  ["尚未完成整改", "open"],
  ["超期未完成", "open"],
  ["申请延期整改", "open"],
  ["不再推进", "open"],
  ["不纳入统计", "done"],
];
const HANDLED_TEXTS = ["已办结", "已办结", "办理完成", "正在办理", "未办结", "已了结", "长期坚持", "基本办结"];

const DONE_TEXTS = [
  "",
  "已修订@制度，印发各科室执行",
  "召开专题会议#次，@已经规范。",
  "一是已制定@办法；二是已开展培训#场，参训#0人次。",
  "2025年6月，完成@自查，发现问题5个，已整改5个。",
  "第一，理顺@流程。\n第二，建立台账#本。",
  "1.修订@制度。\n2.组织学习#次。",
  "退回资金2.5万元，@已全部核实。",
  "对照《议事规则》逐条核对，@已补齐“三重一大”事项记录#条。",
  "约谈3人，批评教育2人，@明显好转",
  "（1）补齐@资料；（2）开展“回头看”#次。",
];
const OPEN_TEXTS = [
  "",
  "正在修订@制度",
  "@方案已报审，审核通过后印发。",
  "一是已制定@清单；二是正在逐项落实。",
  "排查@点位#个，其余2个正在办理。",
  "计划2026年3月底前完成@整改。",
];

const HEADS = [
  {
    number: "序号",
    problem: "反馈问题",
    unit: "责任单位",
    deadline: "整改时限",
    status: "整改状态",
    progress: "整改进展情况",
    measure: "整改措施",
  },
  {
    number: "编号",
    problem: "存在问题",
    unit: "责任科室",
    deadline: "完成时限",
    status: "完成情况",
    progress: "整改情况",
    measure: "整改举措",
  },
  {
    number: "序\n号",
    problem: "反馈的具体问题",
    unit: "牵头单位",
    deadline: "整改期限",
    status: "整改结果",
    progress: "工作进展",
    measure: "整改任务",
  },
  {
    number: "问题编号",
    problem: "巡察反馈问题",
    unit: "责任部门",
    deadline: "整改完成时限",
    status: "是否完成整改",
    progress: "落实情况说明",
    measure: "具体措施",
  },
] as const;
const SECTION_HEADS = ["问题类别", "方面", "反馈问题方面", "板块"];
const SECTIONS = ["党的建设方面", "一、业务工作方面", "（二）作风建设方面", "落实巡察整改责任方面", "选人用人"];
const PARENTS = ["贯彻决策部署有差距", "2.内部管理宽松。", "服务群众不够用心；", "监督执纪偏软"];
const UNITS = ["办公室", "财务科", "人事科、办公室", "机关党委（牵头）、财务科", "业务一科", "各科室"];
const DEADLINES: readonly CellValue[] = [
  "2025年12月31日",
  "2025年9月底前",
  "2026年第一季度",
  "长期坚持",
  "立行立改",
  "2025.10.15",
  "二〇二五年十一月底前",
  "2025年底前，并长期坚持",
  45930,
];

// -------------------------------------------------------------------------------------------------------------- shapes

const rowOf = fc.record({
  thing: fc.constantFrom(...THINGS),
  fault: fc.constantFrom(...FAULTS),
  frame: fc.constantFrom(...PROBLEM_FRAMES),
  status: fc.constantFrom(...STATUS_TEXTS),
  done: fc.constantFrom(...DONE_TEXTS),
  open: fc.constantFrom(...OPEN_TEXTS),
  unit: fc.constantFrom(...UNITS),
  deadline: fc.constantFrom(...DEADLINES),
  section: fc.nat(SECTIONS.length - 1),
  parent: fc.nat(PARENTS.length),
  measures: fc.array(fc.constantFrom(...STATUS_TEXTS), { minLength: 1, maxLength: 3 }),
});

const problems = fc.record({
  rows: fc.array(rowOf, { minLength: 1, maxLength: 24 }),
  head: fc.constantFrom(...HEADS),
  title: fc.boolean(),
  sections: fc.constantFrom("none", "column", "merged", "rows"),
  sectionHead: fc.constantFrom(...SECTION_HEADS),
  parents: fc.boolean(),
  measures: fc.constantFrom("none", "column", "merged", "continued"),
  itemStatus: fc.boolean(),
  progress: fc.boolean(),
});

const handed = fc.array(fc.constantFrom(...HANDLED_TEXTS), { maxLength: 6 });
const persons = fc.array(
  fc.record({
    form: fc.constantFrom("约谈提醒", "通报批评", "诫勉谈话", "通报批评、诫勉谈话", "党内警告", "批评教育"),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 5 },
);

/** Fields of the form that stay open. */
const openFacts: fc.Arbitrary<readonly FactName[]> = fc.oneof(
  fc.constant([]),
  fc.subarray(Object.keys(FACTS).filter((name) => name !== "organisation") as FactName[]),
);

export const anyLedger = fc.record({
  problems: fc.option(problems, { freq: 12 }),
  letters: handed,
  clues: handed,
  matters: handed,
  immediates: handed,
  persons,
  personColumn: fc.boolean(),
  asOf: fc.constantFrom(civilDate(2025, 12, 22)!, civilDate(2025, 10, 31)!, civilDate(2026, 1, 5)!),
  stated: fc.boolean(),
  definition: fc.record({
    done: fc.constantFrom("done", "basic", "phased"),
    denominator: fc.constantFrom("all", "due"),
  }),
  precision: fc.constantFrom(0 as const, 1 as const, 2 as const),
  style: fc.constantFrom(...(Object.keys(NOTICE_STYLES) as StyleName[])),
  emptyForm: fc.boolean(),
  openFacts,
  list: fc.subarray(["letter", "clue", "matter", "immediate"] as const),
});

export type AnyLedger = typeof anyLedger extends fc.Arbitrary<infer T> ? T : never;
type Problems = NonNullable<AnyLedger["problems"]>;

// --------------------------------------------------------------------------------------------------------------- grids

function fill(frame: string, words: string, n: number): string {
  return frame.replaceAll("@", words).replaceAll("#", String((n % 7) + 3));
}

/** 甲处, 乙处 … 甲组 …: another one for every number up to 80. */
function placeOf(n: number): string {
  return `${"甲乙丙丁戊己庚辛壬癸".charAt(n % 10)}${"处组室所站队班库".charAt(Math.floor(n / 10))}`;
}

/** Another problem for every item: its thing, its fault and where it was found. */
function problemText(row: Problems["rows"][number], n: number): string {
  return fill(row.frame, `${placeOf(n)}${row.thing}${row.fault}`, n);
}

function progressText(row: Problems["rows"][number], mood: Mood, n: number): string {
  return fill(mood === "done" ? row.done : row.open, `${placeOf(n)}${row.thing}`, n);
}

/** What the ledger states above its header. */
function statedText({ year, month, day }: CivilDate): string {
  return `反馈时间：2025年6月10日　统计截止时间：${year}年${month}月${day}日`;
}

function problemGrid(made: Problems, asOf: CivilDate | null): Grid {
  const { head, measures } = made;
  const inColumn = made.sections === "column" || made.sections === "merged";
  const several = measures === "merged" || measures === "continued";
  const columns = [
    head.number,
    ...(inColumn ? [made.sectionHead] : []),
    ...(made.parents ? ["主要问题"] : []),
    made.parents ? "具体问题" : head.problem,
    ...(measures === "none" ? [] : [head.measure]),
    head.unit,
    head.deadline,
    head.status,
    ...(made.progress ? [head.progress] : []),
  ];
  const again = measures === "merged" ? "^" : null;
  // What is grouped stands together, as in a ledger.
  const rows = [...made.rows].sort(
    (a, b) => (made.sections === "none" ? 0 : a.section - b.section) || (made.parents ? a.parent - b.parent : 0),
  );
  const values: CellValue[][] = [];
  if (made.title) values.push(["××县某某局巡察反馈问题整改台账", ...columns.slice(1).map(() => "<")]);
  if (asOf !== null) values.push([statedText(asOf), ...columns.slice(1).map(() => "<")]);
  values.push(columns);
  let section = "";
  rows.forEach((row, index) => {
    const name = SECTIONS[row.section] ?? "";
    if (made.sections === "rows" && name !== section) values.push([name, ...columns.slice(1).map(() => "<")]);
    const sameSection = made.sections === "merged" && name === section;
    section = name;
    const parts = several ? row.measures : [row.status];
    parts.forEach((part, m) => {
      const status = several && made.itemStatus ? row.status : part;
      const first = m === 0;
      const once = (value: CellValue): CellValue => (first ? value : again);
      values.push([
        once(index + 1),
        ...(inColumn ? [sameSection || (!first && again === "^") ? "^" : once(name)] : []),
        // An item without words for its parent repeats its own.
        ...(made.parents ? [once(PARENTS[row.parent] ?? problemText(row, index))] : []),
        once(problemText(row, index)),
        ...(measures === "none" ? [] : [`第${index + 1}项举措${m + 1}：健全${row.thing}制度`]),
        made.itemStatus ? once(row.unit) : row.unit,
        made.itemStatus ? once(row.deadline) : row.deadline,
        made.itemStatus ? once(status[0]) : status[0],
        ...(made.progress ? [progressText(row, status[1], index * 3 + m) || null] : []),
      ]);
    });
  });
  return gridOf(values, { sheet: "问题整改台账" });
}

function handedGrid(sheet: string, head: string, word: string, statuses: readonly string[]): Grid {
  return gridOf(
    [
      ["序号", head, "承办单位", "办理时限", "办理结果", "办理情况"],
      ...statuses.map((status, index) => [
        index + 1,
        `${word}${"甲乙丙丁戊己".charAt(index)}处${THINGS[index * 3] ?? ""}一事`,
        "办公室",
        "2025年12月31日",
        status,
        status.startsWith("已") ? `已答复${THINGS[index] ?? ""}事项` : null,
      ]),
    ],
    { sheet },
  );
}

/** The workbook of a spec. */
export function gridsOf(made: AnyLedger): readonly Grid[] {
  const asOf = made.stated ? made.asOf : null;
  return [
    ...(made.problems ? [problemGrid(made.problems, asOf)] : []),
    ...(made.letters.length > 0 ? [handedGrid("信访件", "信访事项", "反映", made.letters)] : []),
    ...(made.clues.length > 0 ? [handedGrid("移交问题线索", "问题线索", "涉及", made.clues)] : []),
    ...(made.matters.length > 0 ? [handedGrid("移交事项", "交办事项", "办理", made.matters)] : []),
    ...(made.immediates.length > 0 ? [handedGrid("立行立改台账", "立行立改问题", "整治", made.immediates)] : []),
    ...(made.persons.length > 0
      ? [
          gridOf(
            [
              ["序号", "问责对象", "单位", "问责方式", ...(made.personColumn ? ["人数"] : [])],
              ...made.persons.map(({ form, count }, index) => [
                index + 1,
                `${"甲乙丙丁戊".charAt(index)}某`,
                "办公室",
                form,
                ...(made.personColumn ? [count] : []),
              ]),
            ],
            { sheet: "问责情况" },
          ),
        ]
      : []),
  ];
}

export function factsOf(made: AnyLedger): Facts {
  if (made.emptyForm) return NO_FACTS;
  const filled: Facts = { ...FACTS, signDate: made.asOf, accountability: [{ heading: null, text: "严肃追责问责。" }] };
  const gone = Object.fromEntries(made.openFacts.map((name) => [name, NO_FACTS[name]]));
  return { ...filled, ...gone };
}

export interface AnyNotice {
  readonly reading: Reading;
  readonly tally: Tally;
  readonly document: NoticeDocument;
}

/** Reads, counts and writes. */
export function writeAny(made: AnyLedger): AnyNotice {
  const definition: Definition = made.definition as Definition;
  const reading = readWorkbook(gridsOf(made), { today: civilDate(2026, 6, 30)!, asOf: made.asOf });
  const counted = tally(reading, { definition, dueSoonDays: 15 });
  const document = composeNotice(reading, counted, factsOf(made), NOTICE_STYLES[made.style], {
    precision: made.precision,
    list: made.list,
  });
  return { reading, tally: counted, document };
}
