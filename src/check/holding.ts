/**
 * What holds a paragraph back: findings that change its figures. They are looked for whatever the settings say of their
 * rules, for no level makes a wrong figure right; a person lets one go only by ignoring it, finding by finding.
 */
import type { Finding } from "../rule";

/**
 * Aliases of the rules that can hold a paragraph back (cell-error only where the status cell is in error, column-missing
 * only where the column of the status is missing).
 */
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
  "column-ambiguous",
  "row-ambiguous",
  "table-unread",
  "column-missing",
];

/** An error cell changes figures only where a status should stand (sign-off serves as status where there is no other). */
const STATUS_FIELDS: ReadonlySet<string> = new Set(["status", "signOff"]);

/**
 * Whether a finding changes figures.
 * @example holds({ rule: "cell-error", field: "deadline" }) // false
 */
export function holds({ rule, field }: Pick<Finding, "rule" | "field">): boolean {
  if (rule === "cell-error") return field !== null && STATUS_FIELDS.has(field);
  return HOLDING_RULES.includes(rule) && (rule !== "column-missing" || field === "status");
}

/**
 * Aliases of the rules that hold, each once, in the order of `HOLDING_RULES`.
 * @param held `held` of a report, without the ignored ones
 * @example heldBy(report.held) // ["status-missing"]
 */
export function heldBy(held: readonly Pick<Finding, "rule">[]): readonly string[] {
  return HOLDING_RULES.filter((rule) => held.some((finding) => finding.rule === rule));
}
