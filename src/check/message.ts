/** Sentences of findings, made from the rule's functions and the finding's data; in either language at any time. */
import type { Finding, Lang } from "../rule";
import { ruleOf } from "./list";

/**
 * The sentence of a finding. A finding of an unknown rule (a report of a newer version) is named by its alias.
 * @example messageOf(finding, "zh") // "责任单位未填，请填写牵头（责任）单位。"
 */
export function messageOf(finding: Finding, lang: Lang): string {
  const rule = ruleOf(finding.rule);
  return rule === undefined ? finding.rule : rule.messages[lang](finding.data);
}

/**
 * The few words by which a rule is listed.
 * @example ruleName("overdue", "zh") // "已超期"
 */
export function ruleName(alias: string, lang: Lang): string {
  return ruleOf(alias)?.name[lang] ?? alias;
}
