/** The face of src/check: what other rooms use of it. */
export { type CheckReport, runCheck } from "./check";
export { isBlankOrPlaceholder } from "./cell-text";
export { viewFinding } from "./format-findings";
export { heldBy } from "./holding";
export { messageOf, ruleName, ruleOf, RULES } from "./list";
export type { CheckWords } from "./settings";
