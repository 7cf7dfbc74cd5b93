/** Findings with their sentences and addresses spelled, as formatters take them. */
import { ruleNamed } from "../check/list";
import { messageOf } from "../check/messages";
import type { FindingView } from "../finding/format/view";
import type { Finding, Lang } from "../finding/types";
import { cellName } from "../ledger/address";

export function findingViews(findings: readonly Finding[], lang: Lang): readonly FindingView[] {
  return findings.map((finding) => ({
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
    name: ruleNamed(finding.rule)?.name[lang] ?? finding.rule,
    unit: finding.unit,
  }));
}
