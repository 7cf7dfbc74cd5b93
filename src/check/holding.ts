/** What holds a summary back: only findings that change its figures. */
import type { Finding } from "../finding/types";

/** Aliases of the rules that can hold a paragraph back (cell-error only where the status cell is in error). */
export const HOLDING_RULES: readonly string[] = [
  "status-missing",
  "status-unknown",
  "cell-error",
  "item-measure-conflict",
  "done-in-future",
  "number-duplicate",
  "problem-duplicate",
  "subtotal-mismatch",
  "ledger-overlap",
];

const holding: ReadonlySet<string> = new Set(HOLDING_RULES);

/** Whether this finding makes the figures of a summary doubtful. */
export function holdsBack(finding: Finding): boolean {
  return holding.has(finding.rule) && (finding.rule !== "cell-error" || finding.field === "status");
}

/**
 * The aliases that hold a summary back, each once, in the order of HOLDING_RULES: `held` of the published contract.
 * @example heldBy(checker.findings()) // ["status-missing", "number-duplicate"]
 */
export function heldBy(findings: readonly Finding[]): readonly string[] {
  const met = new Set<string>();
  for (const finding of findings) if (holdsBack(finding)) met.add(finding.rule);
  return HOLDING_RULES.filter((alias) => met.has(alias));
}
