import type { Status } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { judgedText, type JudgedData } from "../generic/judged-text";
import { defineRule } from "../rule";
import { findDoneClaim, mayClaimDone } from "../../zh/done-claim";
import { statusAsWritten } from "../words";

export const openButDoneText = defineRule<JudgedData>({
  alias: "open-but-done-text",
  code: "S304",
  severity: "warning",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status", "progress"],
  field: "progress",
  name: { zh: "未完成而进展说已完成", en: "open, but the text says done" },
  messages: {
    zh: ({ quote, status, written }) =>
      `状态为${statusAsWritten(status, written).zh}，进展里却写“${quote}”，请核对是不是已完成而没有改状态。`,
    en: ({ quote, status, written }) =>
      `The status is ${statusAsWritten(status, written).en}, but the progress says “${quote}”; check whether it is done and the status was not updated.`,
  },
  check: judgedText({
    concerns: (status: Status) => status === "notDone" || status === "ongoing" || status === "overdueDeclared",
    suspect: mayClaimDone,
    judge: (context) => (text) => findDoneClaim(text, context.ledger.asOf, context.settings.words),
  }),
  page: {
    what: "状态是未完成、正在整改或已超期，进展情况却说整个问题“已整改到位”“已全部完成”“已办结”。只完成了一部分、分条叙述中的某一条、同时还写着剩余工作的不报。",
    why: "多半是做完了忘记改状态，完成数就少算了。",
    bad: "正在整改｜该问题已全部整改到位。",
    good: "正在整改｜已完成摸底，剩余 3 家正在整改。",
    todo: "核对后更新状态或文字。程序不会替您改状态。",
    forUnit: "核对实际情况，更新状态或文字，使两者一致。",
    en: "The status is open, yet the progress text claims the whole matter is done (quoted).",
  },
  ground: "规则提案 S304。",
  options: ["words", "lexicon"],
});
