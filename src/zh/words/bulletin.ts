/** Words of bulletins of supervision (督办通报). Read by src/notice. */

import type { Kind } from "../terms";

/** What a column is headed that tells from which meeting an item comes. */
export const MEETING_HEADERS: readonly string[] = [
  "会议",
  "会议名称",
  "来源会议",
  "议定会议",
  "议定事项会议",
  "会议届次",
  "会议期次",
  "会议批次",
];

/** Heads of problem columns, and how a bulletin counts and calls what stands below them. */
export const ITEM_NOUNS: readonly { readonly head: string; readonly measure: string; readonly noun: string }[] = [
  { head: "事项", measure: "件", noun: "事项" },
  { head: "任务", measure: "项", noun: "任务" },
  { head: "工作", measure: "项", noun: "工作" },
  { head: "议题", measure: "项", noun: "议题" },
  { head: "建议", measure: "条", noun: "建议" },
  { head: "批示", measure: "件", noun: "批示件" },
];

/** Nouns by which kinds are called, the longer first: 立行立改问题 is no 问题. */
export const KIND_NOUNS: readonly (readonly [kind: Exclude<Kind, "accountability">, words: readonly string[]])[] = [
  ["immediate", ["立行立改"]],
  ["clue", ["线索"]],
  ["letter", ["信访"]],
  ["matter", ["交办", "移交"]],
  ["problem", ["问题"]],
];

/** What a bulletin is broken down by. */
export const BULLETIN_GROUPS = { meeting: "分会议看", section: "分板块看", unit: "分责任单位看" } as const;

/** What stands under none of its groups, so that they add up to the whole. */
export const BULLETIN_REST = { meeting: "未列会议", section: "未分板块", unit: "无责任单位" } as const;

/** Heads of the first column of its annex. */
export const BULLETIN_HEADS = { meeting: "会议", section: "板块", unit: "责任单位" } as const;

/** Where an item counts for several units, so that theirs add up to more than the whole: behind a sentence, below a table. */
export const SHARED = {
  told: "（几个单位共同牵头的，各单位都计）",
  note: "注：几个单位共同牵头的，各单位都计，合计只计一次。",
} as const;

/** 问题分责任单位看，… and 欠进度的责任单位：…, as bulletins lead their lists in. Read by src/reading. */
export const GROUP_LEADS = {
  by: { meeting: ["分会议看"], section: ["分板块看", "分方面看"], unit: ["分责任单位看", "分单位看"] },
  laggards: ["的责任单位", "的单位"],
} as const;

/** What a figure of a bulletin says behind these words: 办结6件, 完成率27%. */
export const FIGURE_WORDS = {
  done: ["已完成", "已办结", "办结", "已了结"],
  rate: ["完成率", "办结率", "整改率"],
  base: ["应完成", "应办结", "计入"],
} as const;

/** Heads of the columns of its annex. */
export const TABLE_HEADS = {
  total: ["总数", "事项数", "任务数", "问题数"],
  done: ["已完成", "已办结", "完成数"],
  rate: ["完成率", "办结率"],
} as const;
