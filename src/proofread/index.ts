/** What other folders use of proofreading. */
export { proofreadAgainst } from "./against-ledger";
export { applyCorrections, type Correction, correctionOf, correctLines } from "./apply-corrections";
export { proofreadJson, type ProofreadJson } from "./json";
export { PROOF_RULES, proofMessage, proofRuleName, proofRuleOf } from "./list";
export { proofread, type ProofreadOptions, type ProofreadResult } from "./proofread";
export type { ProofRule } from "./rule";
export type { ProofFinding } from "./types";
