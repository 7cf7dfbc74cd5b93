/** What each status is called: the one list, for panes, messages of both kinds of rules, and cells that we write. */
import type { Status } from "../terms";

/** Names in both languages, for people. */
export const STATUS_WORDS: Readonly<Record<Status, { readonly zh: string; readonly en: string }>> = {
  done: { zh: "已完成", en: "done" },
  basic: { zh: "基本完成", en: "basically done" },
  phased: { zh: "阶段性完成", en: "done for this phase" },
  partial: { zh: "部分完成", en: "partly done" },
  ongoing: { zh: "正在整改", en: "ongoing" },
  longTerm: { zh: "长期坚持", en: "long-term" },
  notDone: { zh: "未完成", en: "not done" },
  overdueDeclared: { zh: "自报超期", en: "declared overdue" },
  extended: { zh: "申请延期", en: "extended" },
  excluded: { zh: "不计入", en: "excluded" },
  unknown: { zh: "未填或无法识别", en: "missing or unknown" },
};

/** What they are called of letters (信访件), which are handled and closed, not rectified; the others as above. */
export const LETTER_STATUS_WORDS: Readonly<Partial<Record<Status, { readonly zh: string; readonly en: string }>>> = {
  done: { zh: "已办结", en: "closed" },
  basic: { zh: "基本办结", en: "basically closed" },
  phased: { zh: "阶段性办结", en: "closed for this phase" },
  partial: { zh: "部分办结", en: "partly closed" },
  ongoing: { zh: "正在办理", en: "being handled" },
  notDone: { zh: "未办结", en: "not closed" },
};

/**
 * How a status cell says each, so that every reader takes it for that and nothing else: by its name. 自报超期 is what we call
 * it; who writes the cell says 超期未完成.
 */
export const SAID: Readonly<Record<Exclude<Status, "unknown">, string>> = {
  done: STATUS_WORDS.done.zh,
  basic: STATUS_WORDS.basic.zh,
  phased: STATUS_WORDS.phased.zh,
  partial: STATUS_WORDS.partial.zh,
  ongoing: STATUS_WORDS.ongoing.zh,
  longTerm: STATUS_WORDS.longTerm.zh,
  notDone: STATUS_WORDS.notDone.zh,
  overdueDeclared: "超期未完成",
  extended: STATUS_WORDS.extended.zh,
  excluded: STATUS_WORDS.excluded.zh,
};
