/** The face of src/check: what other rooms use of it. */
export { type Report, runCheck } from "./check";
export { viewFinding } from "./format-findings";
export { heldBy } from "./holding";
export { messageOf, ruleName } from "./message";
export { RULE_ALIASES, RULES_VERSION } from "./names";
export type { CheckWords } from "./settings";
