import { RECTIFIED } from "../kinds";
import { requiredWhenDone, type WhenDoneData } from "../generic/required-when-done";
import { defineRule } from "../rule";

export const doneWithoutEvidence = defineRule<WhenDoneData>({
  alias: "done-without-evidence",
  code: "S306",
  severity: "warning",
  scope: "table",
  kinds: RECTIFIED,
  needs: ["status", "evidence"],
  name: { zh: "已完成而无佐证", en: "done without evidence" },
  messages: {
    zh: ({ others, text }) =>
      others !== 0
        ? `佐证材料一列都没有填，本行和另外 ${others} 行已完成的都缺佐证，请补充。`
        : text === ""
          ? "状态为已完成，佐证材料未填，请补充佐证材料名称或编号。"
          : `状态为已完成，佐证材料写的是“${text}”，请补充佐证材料名称或编号。`,
    en: ({ others, text }) =>
      others !== 0
        ? `The evidence column is empty throughout: this and ${others} other done rows lack evidence.`
        : text === ""
          ? "Done, but no evidence is named; add it."
          : `Done, but the evidence says “${text}”; add it.`,
  },
  check: requiredWhenDone("evidence"),
  page: {
    what: "状态是已完成，“佐证材料”一格是空的（或只有 /、无、待补）。没有佐证列的台账不报；整列都没填、已完成的又有 5 行以上的，只在第一行报一次。",
    why: "销号要凭佐证；复核时首先查的就是有完成而无佐证的事项。",
    bad: "整改状态：已完成，佐证材料：（空）",
    good: "整改状态：已完成，佐证材料：附件 18（会议纪要、退款凭证）",
    todo: "补上佐证材料的名称或编号；还没有佐证的，状态先不要写已完成。",
    en: "The status is done and no evidence is named.",
  },
  ground: "规则提案 S306：对账销号，完成类须有佐证。",
});
