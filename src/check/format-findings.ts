/** Findings with their sentences and addresses spelled, ready for a formatter. */
import { cellName } from "../grid";
import type { FindingView, Finding, Lang } from "../rule";
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
