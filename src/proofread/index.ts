/** What other folders use of proofreading. */
export { proofread, proofMessage, type ProofreadOptions, type ProofreadResult } from "./proofread";
export { proofreadAgainst } from "./against-ledger";
export { proofreadJson, type ProofreadJson } from "./json";
export { applyCorrections, correctLines, correctionOf, type Correction } from "./apply-corrections";
export { PROOF_RULES } from "./rules";
export type { ProofPage, ProofRule } from "./rule";
export type { ProofFinding } from "./types";
