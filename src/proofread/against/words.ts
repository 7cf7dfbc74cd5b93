/** Words the rules against a ledger share: what is counted, and what they rest on. */
import type { ToldSubject } from "../../reading";

export const SUBJECT_TEXTS: Readonly<Record<ToldSubject, { readonly zh: string; readonly en: string }>> = {
  problem: { zh: "反馈问题", en: "problems" },
  immediate: { zh: "立行立改问题", en: "immediate matters" },
  letter: { zh: "信访件", en: "letters" },
  clue: { zh: "移交问题线索", en: "clues" },
  matter: { zh: "交办（移交）事项", en: "assigned matters" },
  accountability: { zh: "问责", en: "accountability" },
  measure: { zh: "整改措施、任务", en: "measures" },
  parent: { zh: "主要问题", en: "main problems" },
  section: { zh: "方面", en: "sections" },
  detail: { zh: "具体表现", en: "details" },
  thing: { zh: "事项", en: "matters" },
  other: { zh: "事项", en: "matters" },
};

export const FIGURES_GROUND = "公布的数字以台账为准，口径见台账统计。";
export const TEXTS_GROUND = "通报文字以台账为准，由台账提出的文字不应在成稿时改动事实。";
