import { compareDates, dayNumber } from "../../zh/civil-date";
import { RECTIFIED } from "../kinds";
import { isOpen, isSettled } from "../open-status";
import { defineRule } from "../rule";
import { createStatusReader } from "../cell-text";
import { dateWords, statusAsWritten } from "../words";
import type { Status } from "../../ledger";

type Data = {
  readonly date: string;
  readonly iso: string;
  readonly days: number;
  readonly status: Status;
  readonly written: string;
};

export const overdue = defineRule<Data>({
  alias: "overdue",
  code: "D204",
  severity: "warning",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline", "status"],
  field: "deadline",
  name: { zh: "已超期", en: "overdue" },
  messages: {
    zh: ({ date, days, status, written }) =>
      `已超期 ${days} 天：时限 ${date}，状态为${statusAsWritten(status, written).zh}。请抓紧办结，或补办延期手续后更新时限。`,
    en: ({ iso, days, status, written }) =>
      `Overdue by ${days} ${days === 1 ? "day" : "days"}: due ${iso}, status ${statusAsWritten(status, written).en}. Complete it soon, or have the deadline extended and update it.`,
  },
  check: (context) => {
    const { asOf } = context.ledger;
    const written = createStatusReader(context.ledger);
    return {
      by: "deadline",
      concerns: ({ deadline }, status) =>
        deadline.type === "date" && isOpen(status) && compareDates(deadline.date, asOf) < 0,
      look: (measure) => {
        const { deadline } = measure;
        if (deadline.type !== "date" || isSettled(measure.item)) return;
        const status = context.statusOf(measure);
        const { zh, en } = dateWords(deadline.date);
        const days = dayNumber(asOf) - dayNumber(deadline.date);
        context.report(measure, "deadline", { date: zh, iso: en, days, status, written: written(measure, status) });
      },
    };
  },
  page: {
    what: "整改时限早于统计截止日，而状态仍是正在整改、未完成、部分完成、已延期（按新时限）或已超期。时限当天到期的不算超期。",
    why: "超期事项要在通报里说明，也是督办的重点。",
    bad: "统计截止 2025年11月30日；时限 2025年3月底前；状态：正在整改",
    good: "统计截止 2025年11月30日；时限 2025年12月底前；状态：正在整改",
    todo: "核对是否其实已完成而状态没有更新；确未完成的抓紧办结，或按程序申请延期并更新时限。",
    en: "The deadline has passed and the work is not finished.",
  },
  ground: "规则提案 D204。",
});
