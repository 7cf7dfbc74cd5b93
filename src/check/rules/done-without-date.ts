import { RECTIFIED } from "../kinds";
import { requiredWhenDone, type WhenDoneData } from "../generic/required-when-done";
import { defineRule } from "../rule";

export const doneWithoutDate = defineRule<WhenDoneData>({
  alias: "done-without-date",
  code: "S307",
  severity: "warning",
  scope: "table",
  kinds: RECTIFIED,
  needs: ["status", "doneDate"],
  name: { zh: "已完成而无完成时间", en: "done without a date" },
  messages: {
    zh: ({ others }) =>
      others === 0
        ? "状态为已完成，完成时间未填，请补填完成日期。"
        : `完成时间一列都没有填，本行和另外 ${others} 行已完成的都缺完成日期，请补填。`,
    en: ({ others }) =>
      others === 0
        ? "Done, but the completion date is missing; enter it."
        : `The completion date column is empty throughout: this and ${others} other done rows lack a date.`,
  },
  check: requiredWhenDone("doneDate"),
  page: {
    what: "状态是已完成，“完成时间”一格是空的（或只有 /、无）。没有完成时间列的台账不报；整列都没填、已完成的又有 5 行以上的，只在第一行报一次。",
    why: "没有完成日期就说不清是按期完成还是超期完成。",
    bad: "整改状态：已完成，完成时间：（空）",
    good: "整改状态：已完成，完成时间：2025年6月1日",
    todo: "补填实际完成日期。",
    en: "The status is done and the completion date is empty.",
  },
  ground: "规则提案 D206、S306。",
});
