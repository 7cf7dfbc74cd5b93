/** The face of src/rule: what other rooms use of it. */
export { ruleBook } from "./book";
export { countFindings } from "./counts";
export { type FindingJson, toJson } from "./format/json";
export { formatBrief } from "./format/brief";
export type { FindingView } from "./format/view";
export { baseId } from "./ids";
export { reaches, severityRank } from "./order";
export { rulesPage } from "./page";
export type { UnsortedFinding } from "./pipeline/draft";
export { applyIgnores } from "./pipeline/ignore";
export { type Report, reportOf } from "./pipeline/report";
export { chooseSeverity, type SeverityChoice } from "./pipeline/severity";
export type { RuleRecord } from "./record";
export { SEVERITY_WORDS } from "./severity-words";
export {
  type AnyFinding,
  type Finding,
  type FindingCounts,
  type FindingData,
  type Lang,
  SEVERITIES,
  type Severity,
} from "./types";
export { RULES_VERSION } from "./version";
