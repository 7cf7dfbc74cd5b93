/** What other folders use of proofreading. */
export { proofread, type ProofreadOptions, type ProofreadResult } from "./proofread";
export { proofreadAgainst } from "./against-ledger";
export { proofreadJson, type ProofreadJson } from "./json";
export { applyCorrections, correctLines, correctionOf, type Correction } from "./apply-corrections";
export { splitLines } from "../reading/lines";
export { readDocument } from "../reading/document";
export { PROOF_RULES, proofMessage, proofRuleName, proofRuleOf } from "./list";
export type { ProofRule } from "./rule";
export type { Claim, ReadNotice, NoticeItem } from "../reading/types";
export type { ProofFinding } from "./types";
