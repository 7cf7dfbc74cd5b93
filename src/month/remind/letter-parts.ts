/** What letters to units have in common: days, body paragraphs, and who signs. What the facts do not say stays open. */
import { orOpen, type Paper, type PaperSpan } from "../../notice";
import { chineseDate, type CivilDate } from "../../zh/civil-date";
import { LETTER_FACTS, type LetterFacts } from "./facts";

/** @example dayOrOpen(null, "落款日期") // 【待补充：落款日期】 */
export const dayOrOpen = (date: CivilDate | null, name: string): PaperSpan =>
  orOpen(date === null ? null : chineseDate(date), name);

export const bodyOf = (...spans: readonly PaperSpan[]) => ({ type: "paragraph", role: "body", spans }) as const;

export const issuerOf = (facts: LetterFacts): PaperSpan => orOpen(facts.issuer, LETTER_FACTS.issuer);

/** Whom to ask, signature and date: the end of a letter. */
export function letterEnd(facts: LetterFacts): Paper["blocks"] {
  return [
    bodyOf(
      { text: "联系人：" },
      orOpen(facts.contact, LETTER_FACTS.contact),
      { text: "；联系电话：" },
      orOpen(facts.phone, LETTER_FACTS.phone),
      { text: "。" },
    ),
    { type: "paragraph", role: "signature", spans: [issuerOf(facts)] },
    { type: "paragraph", role: "date", spans: [dayOrOpen(facts.signDate, LETTER_FACTS.signDate)] },
  ];
}
