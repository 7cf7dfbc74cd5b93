/** What surfaces show of the core as it is: lists in their order, sentences of findings, printed figures. */
export { messageOf, ruleName, ruleOf } from "../check";
export { buildDirectory, COLUMN_KEYS, KINDS, STATUSES, NO_LEXICON } from "../ledger";
export { correctionsOf, correctionsOfRule, proofMessage } from "../proofread";
export { RULES_VERSION, SEVERITIES, severityRank } from "../rule";
export { LEFT_OUT_WORDS, leftOut, printRate, ratedOf } from "../tally";
