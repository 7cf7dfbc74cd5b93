/** The face of src/rule: what other rooms use of it. */
export { countFindings } from "./counts";
export { FORMATTERS } from "./format/formatters";
export { type FindingJson, toJson } from "./format/json";
export { formatBrief, type TextOptions } from "./format/text";
export type { FindingView } from "./format/view";
export { baseId, rankedId } from "./ids";
export type { Place } from "./order";
export { isRepeat } from "./pipeline/dedupe";
export { applyIgnores } from "./pipeline/ignore";
export { chooseSeverity, type SeverityChoice } from "./pipeline/severity";
export { sortPlaces } from "./pipeline/sort";
export { type Finding, type FindingCounts, type FindingData, type Lang, SEVERITIES, type Severity } from "./types";
