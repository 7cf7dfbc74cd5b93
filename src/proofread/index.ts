/** What other folders use of proofreading. */
export { proofreadAgainst } from "./against-ledger";
export { applyCorrections, correctionsOf, correctionsOfRule, correctLines } from "./apply-corrections";
export { proofreadJson, type ProofreadJson } from "./json";
export { PROOF_RULES, proofMessage } from "./list";
export { proofread, proofreadInSteps, type ProofreadOptions, type ProofreadResult } from "./proofread";
export type { Correction, ProofFinding } from "./types";
