/** Texts of the other tables of proofreading, by what they are about: both sides of every pair, and whole notices. */
import { CLAIM_PAIRS } from "../proofread/claims-pairs";
import { NESTED_NOTICE, PLAIN_NOTICE, RESULT_NOTICE, STATUS_LINE_NOTICE } from "../proofread/notices";
import { DATE_PAIRS } from "../proofread/pairs/dates";
import { MARK_PAIRS, NUMBERING_PAIRS, STYLE_PAIRS } from "../proofread/pairs/marks";
import { NOTICE_PAIRS, TRADITIONAL_PAIRS } from "../proofread/pairs/notice";
import { PENDING_PAIRS } from "../proofread/pairs/pending";
import { PROOF_RULES } from "../../src/proofread";
import { OWN_TEXTS } from "./own-texts";

const sides = (row: string): string[] =>
  [1, 2].map((side) => row.replace(/\{([^|}]*)\|([^}]*)\}/gu, (...parts: string[]) => parts[side] ?? ""));

export const TEXTS: Readonly<Record<string, readonly string[]>> = {
  claims: Object.values(CLAIM_PAIRS).flat().flatMap(sides),
  dates: DATE_PAIRS.flat(),
  marks: MARK_PAIRS.flat(),
  numbering: NUMBERING_PAIRS.flat(),
  style: STYLE_PAIRS.flat(),
  units: [...NOTICE_PAIRS, ...TRADITIONAL_PAIRS].flat(),
  pending: PENDING_PAIRS.flat(),
  notices: [PLAIN_NOTICE, STATUS_LINE_NOTICE, NESTED_NOTICE, RESULT_NOTICE].map((lines) => lines.join("\n")),
  "pages of rules": PROOF_RULES.flatMap(({ page }) => [page.bad, page.good]),
  ...OWN_TEXTS,
};
