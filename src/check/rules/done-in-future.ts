import { compareDates } from "../../zh/civil-date";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { dateWords } from "../words";

type Data = { readonly date: string; readonly iso: string; readonly asOf: string; readonly asOfIso: string };

export const doneInFuture = defineRule<Data>({
  alias: "done-in-future",
  code: "D207",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status", "doneDate"],
  field: "doneDate",
  name: { zh: "完成时间在统计截止日之后", en: "done in the future" },
  messages: {
    zh: ({ date, asOf }) => `完成时间 ${date} 晚于统计截止日 ${asOf}，还没有到的日子不能算完成，请核对日期或状态。`,
    en: ({ iso, asOfIso }) =>
      `Completed on ${iso}, which is after the as-of date ${asOfIso}; correct the date or the status.`,
  },
  check: (context) => {
    const { asOf } = context.ledger;
    const words = dateWords(asOf);
    return {
      by: "doneDate",
      look: (measure) => {
        const date = measure.doneDate;
        if (date === null || date === undefined || compareDates(date, asOf) <= 0) return;
        const status = context.statusOf(measure);
        if (status !== "done" && status !== "basic" && status !== "phased") return;
        const { zh, en } = dateWords(date);
        context.report(measure, "doneDate", { date: zh, iso: en, asOf: words.zh, asOfIso: words.en });
      },
    };
  },
  page: {
    what: "状态是已完成（或基本完成、阶段性完成），完成时间却晚于统计截止日。",
    why: "到统计截止日还没有发生的完成，计进去完成率就是虚的。",
    bad: "统计截止 2025年11月30日；已完成，完成时间 2026年9月1日",
    good: "统计截止 2025年11月30日；已完成，完成时间 2025年9月1日",
    todo: "多半是年份写错；如果是计划完成的日期，状态应是正在整改。",
    en: "The completion date lies after the as-of date.",
  },
  ground: "规则提案 D206；统计以截止日为准。",
});
