import { RECTIFIED } from "../kinds";
import { judgedText, type JudgedData } from "../generic/judged-text";
import { defineRule } from "../rule";
import { findPending } from "../../zh/pending";
import { mayBePending } from "../../zh/trigger-scan";

export const doneButPendingText = defineRule<JudgedData>({
  alias: "done-but-pending-text",
  code: "S303",
  severity: "warning",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status", "progress"],
  field: "progress",
  name: { zh: "已完成而进展像未完成", en: "done, but the text sounds unfinished" },
  messages: {
    zh: ({ quote }) => `状态为已完成，进展里却写“${quote}”，请核对状态，或更新进展。`,
    en: ({ quote }) => `Done, but the progress says “${quote}”; check the status or update the text.`,
  },
  check: judgedText({
    concerns: (status) => status === "done",
    suspect: (text, context) => mayBePending(text) || context.settings.words.pending.length > 0,
    judge: (context) => (text) => findPending(text, context.ledger.asOf, context.settings.words),
  }),
  page: {
    what: "状态是已完成，进展情况里却有“正在办理”“尚未”“仍需”“审核通过后”“计划于（截止日之后）召开”“力争”“争取…解决”之类的话。只看进展一列，措施一列本来就是计划，不看。“下一步将持续”“定期”“预防”“争取到资金”、书名号里的文件名、截止日之前的计划、对旧情况的叙述不报。",
    why: "通报里写已完成，下面又写“正在争取”，是公开后最容易被质疑的地方。",
    bad: "已完成｜已召开推进会，计划于 2026 年 3 月组织验收。（统计截止 2025年11月30日）",
    good: "已完成｜已组织验收，下一步将持续加强日常检查。",
    todo: "这是对文字意思的判断，请人来定：没有做完的把状态改为正在整改；做完了的更新进展。确属误报可以忽略，或在设置 words.harmless 里加上这个说法。",
    forUnit: "没有做完的，把状态改为正在整改；做完了的，更新进展的说法。",
    en: "The status is done, yet the progress text speaks of work still to be finished (quoted).",
  },
  ground: "规则提案 S303、S308。",
  options: ["words", "lexicon"],
});
