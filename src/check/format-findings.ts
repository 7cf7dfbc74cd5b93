/** Findings with their sentences and addresses spelled, ready for a formatter. */
import { cellName } from "../grid";
import { widthOf } from "../zh/text";
import { FORMATTERS, type TextOptions, type FindingView, type Finding, type Lang } from "../rule";
import { messageOf, ruleName } from "./list";

/** One finding as the published contract and the formatters want it. */
export function viewFinding(finding: Finding, lang: Lang): FindingView {
  return {
    id: finding.id,
    rule: finding.rule,
    code: finding.code,
    severity: finding.severity,
    sheet: finding.sheet,
    cell: cellName(finding.row, finding.col),
    item: finding.item,
    message: messageOf(finding, lang),
    quote: finding.quote,
    fix: finding.fix,
    row: finding.row,
    name: ruleName(finding.rule, lang),
    unit: finding.unit,
  };
}

/**
 * Findings in a named format; null for an unknown name.
 * @example formatFindings(report.findings, "text", { lang: "zh", groupBy: "unit" })
 */
export function formatFindings(
  findings: readonly Finding[],
  format: string,
  options: Omit<TextOptions, "width">,
): string | null {
  const formatter = FORMATTERS.get(format);
  if (formatter === undefined) return null;
  const views = findings.map((finding) => viewFinding(finding, options.lang));
  return formatter(views, { ...options, width: widthOf });
}
