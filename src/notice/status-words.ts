/**
 * How statuses, kinds and rates are called in a notice. The first word of a list is the canonical one: it names the place
 * (`反馈问题.正在整改`); the others are ways of writing it that people use and that lead to the same place.
 */
import type { Kind, Status } from "../ledger";

/** What places can speak of: a kind of items, or the measures taken for problems. Accountability has its own words. */
export type Subject = Exclude<Kind, "accountability"> | "measures";

export const SUBJECTS = ["problem", "measures", "letter", "clue", "matter", "immediate"] as const satisfies Subject[];

export const SUBJECT_NAMES: Readonly<Record<Subject | "accountability", readonly string[]>> = {
  problem: ["反馈问题", "具体问题", "巡察反馈问题"],
  measures: ["措施", "整改措施", "整改任务", "任务"],
  letter: ["信访件", "信访事项", "移交信访件"],
  clue: ["移交问题线索", "问题线索", "线索"],
  matter: ["交办事项", "移交事项", "交办问题", "巡察交办问题"],
  immediate: ["立行立改", "立行立改问题"],
  accountability: ["问责", "责任追究"],
};

/** 量词 for counts whose template does not show one. */
export const MEASURE_WORDS: Readonly<Record<Subject, string>> = {
  problem: "个",
  measures: "条",
  letter: "件",
  clue: "件",
  matter: "件",
  immediate: "个",
};

type StatusWords = Readonly<Record<Status, readonly string[]>>;

const PROBLEM_WORDS: StatusWords = {
  done: ["已完成", "已完成整改", "已整改", "整改完成", "完成整改", "已整改完成", "完成", "整改到位", "已销号"],
  basic: ["基本完成", "已基本完成", "基本完成整改"],
  phased: ["阶段性完成", "阶段性完成整改"],
  partial: ["部分整改", "部分完成", "部分已整改"],
  ongoing: ["正在整改", "整改中", "正在推进", "推进中", "进行中"],
  longTerm: ["长期坚持", "持续整改", "长期整改", "长期推进", "持续推进"],
  notDone: ["未完成", "未完成整改", "未整改", "尚未完成"],
  overdueDeclared: ["自报超期"],
  extended: ["延期整改", "申请延期"],
  excluded: ["不纳入完成率统计", "不纳入统计", "不计入"],
  unknown: ["状态待核实", "状态不明"],
};

/** 信访件, 问题线索 and 交办事项 are 办理, not 整改. */
const HANDLED_WORDS: StatusWords = {
  done: ["已办结", "办结", "办理完成", "已办理", "已了结", "已完成"],
  basic: ["基本办结", "基本完成"],
  phased: ["阶段性办结", "阶段性完成"],
  partial: ["部分办结", "部分完成"],
  ongoing: ["正在办理", "办理中", "在办", "正在整改"],
  longTerm: ["长期坚持", "持续办理", "持续推进"],
  notDone: ["未办结", "尚未办结", "未完成"],
  overdueDeclared: ["自报超期"],
  extended: ["延期办理", "申请延期"],
  excluded: ["不纳入办结率统计", "不纳入统计", "不计入"],
  unknown: ["状态待核实", "状态不明"],
};

const MEASURES_WORDS: StatusWords = {
  ...PROBLEM_WORDS,
  done: ["已完成", "已落实到位", "已落实", "落实到位", "已完成整改", "完成"],
  partial: ["部分落实", "部分完成", "部分整改"],
  ongoing: ["正在推进", "正在落实", "推进中", "正在整改", "整改中", "进行中"],
  longTerm: ["长期坚持", "持续推进", "持续整改", "长期推进"],
  notDone: ["未完成", "未落实", "尚未完成"],
  extended: ["延期完成", "申请延期"],
  excluded: ["不纳入到位率统计", "不纳入统计", "不计入"],
};

export const STATUS_NAMES_BY_SUBJECT: Readonly<Record<Subject, StatusWords>> = {
  problem: PROBLEM_WORDS,
  measures: MEASURES_WORDS,
  letter: HANDLED_WORDS,
  clue: HANDLED_WORDS,
  matter: HANDLED_WORDS,
  immediate: { ...PROBLEM_WORDS, done: [...PROBLEM_WORDS.done, "已办结"] },
};

/**
 * The word a notice prints for a status, where it is not the name of its place: 超期未完成 as a place would be taken for the
 * overdue count, which is judged by the deadline whatever the status says.
 */
export function printedWord(subject: Subject, status: Status): string {
  if (status === "overdueDeclared")
    return STATUS_NAMES_BY_SUBJECT[subject] === HANDLED_WORDS ? "超期未办结" : "超期未完成";
  return STATUS_NAMES_BY_SUBJECT[subject][status][0] ?? "";
}

/** Words for what is no status. `upper` levels and dates exist for items only, not for measures. */
export const OTHER_WORDS = {
  total: ["总数", "数量", "合计"],
  rest: ["其余", "剩余"],
  overdue: ["超期", "超期数", "已超期", "超期未完成", "超期未办结", "逾期", "逾期未完成"],
  dueSoon: ["即将到期", "临期"],
  onTime: ["按期完成", "按时完成"],
  parents: ["主要问题数", "主要问题"],
  sections: ["方面数", "方面", "板块数"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const COMPLETION = ["完成率", "整改完成率", "整改率", "办结率", "整改到位率", "到位率", "落实率"];
const HANDLING = ["办结率", "完成率", "办理率", "整改完成率"];

export const RATE_WORDS: Readonly<Record<Subject, readonly string[]>> = {
  problem: COMPLETION,
  measures: COMPLETION,
  letter: HANDLING,
  clue: HANDLING,
  matter: HANDLING,
  immediate: COMPLETION,
};

export const PERSON_WORDS = ["人数", "问责人数"] as const;
export const PERSON_TIMES_WORDS = ["人次", "问责人次"] as const;

/**
 * Forms of accountability a template may name even where the ledger has none of them (Regulations on Accountability of the
 * CPC, art. 8; Regulations on Disciplinary Action, art. 8; Law on Administrative Discipline of Public Officials, art. 7; and
 * 谈话函询 forms in daily use). Forms found in the ledger are known besides.
 */
export const KNOWN_FORMS = [
  "诫勉谈话",
  "诫勉",
  "通报批评",
  "通报",
  "约谈提醒",
  "提醒谈话",
  "谈话提醒",
  "批评教育",
  "批评帮助",
  "警示谈话",
  "函询",
  "责令检查",
  "责令作出检查",
  "书面检查",
  "检讨",
  "党内警告",
  "党内严重警告",
  "撤销党内职务",
  "留党察看",
  "开除党籍",
  "警告",
  "记过",
  "记大过",
  "降级",
  "撤职",
  "开除",
  "党纪处分",
  "政务处分",
  "党纪政务处分",
  "组织处理",
  "组织调整",
  "停职检查",
  "调整职务",
  "责令辞职",
  "引咎辞职",
  "免职",
  "降职",
  "改组",
  "移送司法",
  "移送司法机关",
] as const;
