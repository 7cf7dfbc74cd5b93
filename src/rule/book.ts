/** A list of rules by alias: names and sentences of findings, in either language at any time. */
import type { RuleRecord } from "./record";
import type { FindingData, Lang } from "./types";

interface RuleBook<R extends RuleRecord> {
  readonly rules: readonly R[];
  ruleOf(alias: string): R | undefined;
  /** The few words by which a rule is listed; the alias of an unknown one. */
  nameOf(alias: string, lang: Lang): string;
  /** The sentence of a finding. A finding of an unknown rule (a report of a newer version) is named by its alias. */
  messageOf(finding: { readonly rule: string; readonly data: FindingData }, lang: Lang): string;
}

/**
 * @example ruleBook(RULES).ruleOf("unit-missing")?.code // "U101"
 */
export function ruleBook<R extends RuleRecord>(rules: readonly R[]): RuleBook<R> {
  const byAlias: ReadonlyMap<string, R> = new Map(rules.map((rule) => [rule.alias, rule]));
  return {
    rules,
    ruleOf: (alias) => byAlias.get(alias),
    nameOf: (alias, lang) => byAlias.get(alias)?.name[lang] ?? alias,
    messageOf: ({ rule, data }, lang) => byAlias.get(rule)?.messages[lang](data) ?? rule,
  };
}
