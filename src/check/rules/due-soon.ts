import { dayNumber } from "../../zh/civil-date";
import { RECTIFIED } from "../kinds";
import { isOpen, isSettled } from "../open-status";
import { defineRule } from "../rule";
import { dateWords } from "../words";

type Data = { readonly date: string; readonly iso: string; readonly days: number };

export const dueSoon = defineRule<Data>({
  alias: "due-soon",
  code: "D205",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline", "status"],
  field: "deadline",
  name: { zh: "即将到期", en: "due soon" },
  messages: {
    zh: ({ date, days }) =>
      days === 0 ? `今天到期（${date}），请抓紧办结。` : `还有 ${days} 天到期（${date}），请抓紧办结。`,
    en: ({ iso, days }) =>
      days === 0 ? `Due today (${iso}).` : `Due in ${days} ${days === 1 ? "day" : "days"} (${iso}).`,
  },
  check: (context) => {
    const today = dayNumber(context.ledger.asOf);
    const horizon = context.settings.dueSoonDays;
    return {
      by: "deadline",
      concerns: ({ deadline }, status) => {
        if (deadline.type !== "date" || !isOpen(status)) return false;
        const days = dayNumber(deadline.date) - today;
        return days >= 0 && days <= horizon;
      },
      look: (measure) => {
        const { deadline } = measure;
        if (deadline.type !== "date" || isSettled(measure.item)) return;
        const { zh, en } = dateWords(deadline.date);
        context.report(measure, "deadline", { date: zh, iso: en, days: dayNumber(deadline.date) - today });
      },
    };
  },
  page: {
    what: "未完成的事项在统计截止日之后若干天内到期（默认 15 天，含当天，可用 --due-soon 或设置 dueSoon 调整）。",
    why: "到期之前提醒，比超期之后通报有用。",
    bad: "统计截止 2025年9月20日；时限 2025年9月底前；状态：正在整改",
    good: "统计截止 2025年9月20日；时限 2025年12月底前；状态：正在整改",
    todo: "联系责任单位，确认能否按期办结。",
    forUnit: "按期办结；确有困难的，提前说明。",
    en: "Open work falls due within the next days (15 by default).",
  },
  ground: "规则提案 D205。",
  options: ["dueSoon"],
});
