import { compareDates } from "../../zh/civil-date";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { dateWords } from "../words";

type Data = { readonly date: string; readonly iso: string };

export const phasedPastDeadline = defineRule<Data>({
  alias: "phased-past-deadline",
  code: "D210",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline", "status"],
  field: "deadline",
  name: { zh: "阶段性完成而时限已过", en: "done for this phase, deadline passed" },
  messages: {
    zh: ({ date }) => `时限 ${date} 已过，状态为阶段性完成。不按超期计，请确认是否可以销号或需要明确下一阶段时限。`,
    en: ({ iso }) =>
      `Due ${iso} and done for this phase only. It is not counted as overdue; check whether it can be signed off or needs a deadline for the next phase.`,
  },
  check: (context) => {
    const { asOf } = context.ledger;
    return {
      by: "deadline",
      concerns: ({ deadline }, status) =>
        deadline.type === "date" && status === "phased" && compareDates(deadline.date, asOf) < 0,
      look: (measure) => {
        const { deadline } = measure;
        if (deadline.type !== "date") return;
        const { zh, en } = dateWords(deadline.date);
        context.report(measure, "deadline", { date: zh, iso: en });
      },
    };
  },
  page: {
    what: "状态是阶段性完成，整改时限早于统计截止日。",
    why: "阶段性完成不算超期，但时限已过还没有最终完成，上级复核时会问。",
    bad: "统计截止 2025年12月22日；时限 2025年6月底前；状态：阶段性完成",
    good: "时限 2025年6月底前，并长期坚持；状态：已完成",
    todo: "能销号的办理销号；不能的写明下一阶段的时限。",
    en: "Done for this phase only, and the deadline has passed.",
  },
  ground: "规则提案 D204、D209；阶段性完成不计超期（口径见 docs/decisions.md）。",
});
