/** Words of statuses in both languages, for messages. */
import type { Status } from "../ledger";

export const STATUS_WORDS: Readonly<Record<Status, { readonly zh: string; readonly en: string }>> = {
  done: { zh: "已完成", en: "done" },
  basic: { zh: "基本完成", en: "basically done" },
  phased: { zh: "阶段性完成", en: "done in phases" },
  partial: { zh: "部分完成", en: "partly done" },
  ongoing: { zh: "正在整改", en: "ongoing" },
  longTerm: { zh: "长期坚持", en: "long-term" },
  notDone: { zh: "未完成", en: "not done" },
  overdueDeclared: { zh: "超期", en: "overdue" },
  extended: { zh: "延期", en: "extended" },
  excluded: { zh: "不计", en: "excluded" },
  unknown: { zh: "状态不明", en: "unknown" },
};
