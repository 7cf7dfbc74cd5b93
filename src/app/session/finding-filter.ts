/** Filters of the list of findings: by rule, severity, sheet, unit and plain text. */
import type { Finding, Lang } from "../../rule";
import type { FindingQuery } from "./result-types";

/**
 * The findings a query asks for, in their order.
 * @param sentence the sentence of a finding, for the search by text
 */
export function filterFindings(
  findings: readonly Finding[],
  query: FindingQuery,
  sentence: (finding: Finding, lang: Lang) => string,
): readonly Finding[] {
  const rules = query.rules ? new Set(query.rules) : null;
  const severities = query.severities ? new Set<string>(query.severities) : null;
  const wanted = query.text?.trim().toLowerCase() ?? "";
  const lang = query.lang ?? "zh";
  const holdsText = (finding: Finding) =>
    [finding.item, finding.unit, finding.quote, finding.rule, sentence(finding, lang)].some((text) =>
      (text ?? "").toLowerCase().includes(wanted),
    );
  return findings.filter(
    (finding) =>
      (rules === null || rules.has(finding.rule)) &&
      (severities === null || severities.has(finding.severity)) &&
      (query.sheet === undefined || finding.sheet === query.sheet) &&
      (query.unit === undefined || finding.unit === query.unit) &&
      (wanted === "" || holdsText(finding)),
  );
}
