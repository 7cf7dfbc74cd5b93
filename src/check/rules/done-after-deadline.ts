import { compareDates, dayNumber } from "../../zh/civil-date";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { dateWords } from "../words";

type Data = {
  readonly date: string;
  readonly iso: string;
  readonly due: string;
  readonly dueIso: string;
  readonly days: number;
};

export const doneAfterDeadline = defineRule<Data>({
  alias: "done-after-deadline",
  code: "D206",
  severity: "warning",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status", "deadline", "doneDate"],
  field: "doneDate",
  name: { zh: "超期完成", en: "done after the deadline" },
  messages: {
    zh: ({ date, due, days }) => `完成时间 ${date} 比时限 ${due} 晚 ${days} 天，请核对日期；确属超期完成的请说明原因。`,
    en: ({ iso, dueIso, days }) =>
      `Completed ${iso}, ${days} ${days === 1 ? "day" : "days"} after the deadline ${dueIso}; check the dates.`,
  },
  check: (context) => {
    const { asOf } = context.ledger;
    return {
      by: "doneDate",
      look: (measure) => {
        const { deadline, doneDate } = measure;
        if (doneDate === null || doneDate === undefined || deadline.type !== "date") return;
        if (compareDates(doneDate, deadline.date) <= 0 || context.statusOf(measure) !== "done") return;
        // A date in the future is already an error (done-in-future); its lateness means nothing.
        if (compareDates(doneDate, asOf) > 0) return;
        const done = dateWords(doneDate);
        const due = dateWords(deadline.date);
        const days = dayNumber(doneDate) - dayNumber(deadline.date);
        context.report(measure, "doneDate", { date: done.zh, iso: done.en, due: due.zh, dueIso: due.en, days });
      },
    };
  },
  page: {
    what: "状态是已完成，完成时间晚于整改时限。",
    why: "不是按期完成，通报里的按期完成率不能算它；也可能是日期写错。",
    bad: "时限 2025年6月30日，完成时间 2025年8月12日",
    good: "时限 2025年6月30日，完成时间 2025年6月20日",
    todo: "核对两个日期；确属超期完成的保留，并准备好说明。",
    en: "The completion date is later than the deadline.",
  },
  ground: "规则提案 D206。",
});
