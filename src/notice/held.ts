/** Which findings hold a paragraph back: those that change its figures. */

/** As much of a finding as matters here. */
export interface HoldingFinding {
  readonly rule: string;
  /** The field concerned, null for rules about whole rows or tables. */
  readonly field: string | null;
}

/** An error cell changes figures only where a status should stand (sign-off serves as status where there is no other). */
const STATUS_FIELDS: ReadonlySet<string> = new Set(["status", "signOff"]);

/**
 * Aliases of the holding rules that have findings, each once, in the order of `holdingRules`.
 * @param findings those in force: ignored ones left out
 * @example heldBy([{ rule: "status-missing", field: "status" }], HOLDING_RULES) // ["status-missing"]
 */
export function heldBy(findings: Iterable<HoldingFinding>, holdingRules: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const { rule, field } of findings) {
    if (rule !== "cell-error" || (field !== null && STATUS_FIELDS.has(field))) found.add(rule);
  }
  return Array.from(new Set(holdingRules)).filter((rule) => found.has(rule));
}
