/**
 * Styles of the notice (通报样式) as data: order and headings of the parts, levels and marks of the items, words around
 * them. Named like the styles of the summary they go with (styles.ts): one choice gives both.
 */
import type { InspectionKind } from "../../zh/words/inspection";
import type { Kind, Status } from "../../ledger";
import type { Subject } from "../status-words";
import type { StyleName } from "../style-names";
import type { MarkStyle } from "./numbering";
import type { PartName } from "./types";

/** One line below an item: a label, then what the ledger holds. */
export interface ItemLine {
  readonly label: string;
  readonly holds: "status" | "progress" | "statusAndProgress";
  /** Left out where the ledger has no column for it, instead of standing open. */
  readonly optional?: boolean;
}

export interface NoticeStyle {
  readonly name: StyleName;
  /** Words between 关于 and 的通报. */
  readonly subject: string;
  /** The inspection it speaks of, where neither the form nor the ledger says. Its words follow the one that is told. */
  readonly inspection: InspectionKind;
  /** Parts in order, with their headings; a part without content is left out, its number too. */
  readonly parts: readonly { readonly part: PartName; readonly heading: string }[];
  /** 方面 as （一）; false: items run through without them. */
  readonly sections: { readonly before: string; readonly after: string } | null;
  /** 主要问题 as 1. above its problems. */
  readonly parents: boolean;
  /** Mark of a problem below a parent. Without a parent it takes the parent's own: 1. */
  readonly below: { readonly mark: MarkStyle; readonly word: string; readonly alone: string; readonly after: string };
  /** Problems are counted through the whole part, or begin again below every section. */
  readonly restart: boolean;
  /** Words around the problem. `quoted`: a short one stands in quotes, without its final stop; a long one is text. */
  readonly problem: { readonly before: string; readonly after: string; readonly quoted: boolean };
  readonly lines: readonly ItemLine[];
  /** Words around a status; `lasting` stands before one that has no end: 此项问题需长期坚持. */
  readonly status: { readonly before: string; readonly after: string; readonly lasting?: string };
  /** Whether the part 下一步 stands there, open, when the form holds nothing for it. */
  readonly nextSteps: "always" | "ifGiven";
  /** Kinds whose items are listed with their texts. Letters and clues only ever by option. */
  readonly lists: readonly Kind[];
  /** Issued by the office that supervises: no inspection, no organ of the Party, nothing for the public to answer. */
  readonly supervision?: true;
}

/** Statuses in a notice, whatever its style. `unknown` stays open. */
export const NOTICE_STATUS_WORDS: Readonly<Record<Exclude<Status, "unknown">, string>> = {
  done: "已完成整改",
  basic: "基本完成整改",
  phased: "阶段性完成",
  partial: "部分整改",
  ongoing: "正在整改",
  longTerm: "长期坚持",
  notDone: "未完成整改",
  overdueDeclared: "超期未完成",
  extended: "延期整改",
  excluded: "不纳入完成率统计",
};

/** For what is handled (办理), not rectified. */
export const HANDLED_STATUS_WORDS: Readonly<Record<Exclude<Status, "unknown">, string>> = {
  done: "已办结",
  basic: "基本办结",
  phased: "阶段性办结",
  partial: "部分办结",
  ongoing: "正在办理",
  longTerm: "长期坚持",
  notDone: "未办结",
  overdueDeclared: "超期未办结",
  extended: "延期办理",
  excluded: "不纳入办结率统计",
};

/** Sentences that only count, for kinds whose text stays out and which the summary does not mention. */
export const COUNT_SENTENCES: Readonly<Partial<Record<Subject, string>>> = {
  letter: "巡察移交的信访件{信访件.总数}件，已办结{信访件.已办结}件[，正在办理{信访件.正在办理}件]。",
  clue: "移交问题线索{移交问题线索.总数}件，已办结{移交问题线索.已办结}件[，正在办理{移交问题线索.正在办理}件]。",
  matter: "巡察交办事项{交办事项.总数}件，已办结{交办事项.已办结}件[，正在办理{交办事项.正在办理}件]。",
  immediate: "立行立改问题{立行立改.总数}个，已完成整改{立行立改.已完成}个[，正在整改{立行立改.正在整改}个]。",
};

export const HANDED_HEADINGS: Readonly<Record<"letter" | "clue" | "matter" | "immediate", string>> = {
  letter: "移交信访件办理情况",
  clue: "移交问题线索办理情况",
  matter: "交办事项办理情况",
  immediate: "立行立改问题整改情况",
};

/** Headings that most styles share. */
const USUAL = {
  overview: "整改总体情况",
  accountability: "追责问责情况",
  handed: "移交事项办理情况",
  nextSteps: "下一步工作安排",
} as const;

/** The parts of a notice that goes through its items, in their order; `handed` only where a style has it. */
function partsOf(
  own: Readonly<Record<"organisation" | "items", string> & Partial<Record<"overview" | "nextSteps", string>>>,
  { handed }: { readonly handed: boolean },
): NoticeStyle["parts"] {
  const { organisation, items, overview = USUAL.overview, nextSteps = USUAL.nextSteps } = own;
  return [
    { part: "organisation", heading: organisation },
    { part: "overview", heading: overview },
    { part: "accountability", heading: USUAL.accountability },
    { part: "items", heading: items },
    ...(handed ? [{ part: "handed", heading: USUAL.handed } as const] : []),
    { part: "nextSteps", heading: nextSteps },
  ];
}

/** The result, then what was done, under labels of their own. */
function resultThen(progress: string): readonly ItemLine[] {
  return [
    { label: "整改结果：", holds: "status" },
    { label: progress, holds: "progress" },
  ];
}

/** Items run through flat, the problem as it was fed back: what a style has unless it says otherwise. */
const PLAIN = {
  inspection: "local",
  sections: null,
  parents: false,
  below: { mark: "bracket", word: "", alone: "", after: "" },
  restart: false,
  problem: { before: "", after: "", quoted: false },
  status: { before: "", after: "。" },
  nextSteps: "always",
  lists: ["problem"],
} as const;
const SECTIONS = { before: "", after: "" } as const;

export const NOTICE_STYLES: Readonly<Record<StyleName, NoticeStyle>> = {
  // 关于“…”的问题 / 整改进展情况, flat, counted through.
  rate: {
    ...PLAIN,
    name: "rate",
    subject: "巡察整改情况",
    parts: partsOf(
      { organisation: "巡察整改工作落实情况", overview: "巡察整改总体情况", items: "整改任务落实情况" },
      { handed: false },
    ),
    problem: { before: "关于“", after: "”的问题", quoted: true },
    lines: resultThen("整改进展情况："),
    nextSteps: "ifGiven",
  },
  // The whole problem as it was fed back, then 整改进展情况.
  measures: {
    ...PLAIN,
    name: "measures",
    subject: "巡察整改情况",
    parts: partsOf({ organisation: "整改工作开展情况", items: "整改落实情况" }, { handed: false }),
    lines: resultThen("整改进展情况："),
    nextSteps: "ifGiven",
  },
  // （一）方面, items counted through; status and what was done apart.
  items: {
    ...PLAIN,
    name: "items",
    subject: "巡察整改进展情况",
    parts: partsOf(
      {
        organisation: "巡察整改基本情况",
        overview: "整改总体进展",
        items: "巡察反馈问题整改情况",
        nextSteps: "下一步工作打算",
      },
      { handed: true },
    ),
    sections: SECTIONS,
    lines: [
      { label: "整改情况：", holds: "status" },
      { label: "整改措施及成效：", holds: "progress" },
    ],
  },
  // （一）方面, 1.主要问题, （1）具体问题; one line opens with the status.
  partial: {
    ...PLAIN,
    name: "partial",
    subject: "巡察整改情况",
    parts: partsOf(
      { organisation: "整改工作组织情况", items: "反馈问题整改情况", nextSteps: "持续深化整改的安排" },
      { handed: true },
    ),
    sections: { before: "", after: "的整改情况" },
    parents: true,
    restart: true,
    lines: [{ label: "整改情况：", holds: "statusAndProgress" }],
    status: { before: "此项问题", after: "。", lasting: "需" },
  },
  // （一）方面, the whole problem, then the result and what was done, as audits want it told.
  audit: {
    ...PLAIN,
    name: "audit",
    subject: "审计查出问题整改情况",
    inspection: "audit",
    parts: partsOf({ organisation: "整改工作推进情况", items: "审计查出问题的整改情况" }, { handed: true }),
    sections: SECTIONS,
    lines: resultThen("整改情况："),
    nextSteps: "ifGiven",
  },
  // Figures and units, no items: what stands where, who lags, what is asked, and the table behind it.
  bulletin: {
    ...PLAIN,
    name: "bulletin",
    subject: "督办事项进展情况",
    parts: [
      { part: "overview", heading: "总体进展情况" },
      { part: "groups", heading: "分类进展情况" },
      { part: "behind", heading: "进度滞后情况" },
      { part: "nextSteps", heading: "下一步要求" },
    ],
    lines: [],
    lists: [],
    supervision: true,
  },
  // （一）反馈问题：方面, 1.主要问题, 问题①; result and what was done apart.
  phased: {
    ...PLAIN,
    name: "phased",
    subject: "巡察整改进展情况",
    parts: partsOf(
      {
        organisation: "组织整改落实情况",
        overview: "整改总体进展",
        items: "集中整改期内整改进展情况",
        nextSteps: "下一步整改工作安排",
      },
      { handed: true },
    ),
    sections: { before: "反馈问题：", after: "" },
    parents: true,
    below: { mark: "circled", word: "问题", alone: "问题", after: "：" },
    restart: true,
    lines: resultThen("整改情况："),
  },
};
