/** What surfaces show of the core as it is: lists in their order, sentences of findings, printed figures. */
export { messageOf, ruleName } from "../check";
export { buildDirectory, COLUMN_KEYS, KINDS, STATUSES } from "../ledger";
export { correctionOf, proofMessage } from "../proofread";
export { RULES_VERSION, SEVERITIES, severityRank } from "../rule";
export { printRate } from "../tally";
