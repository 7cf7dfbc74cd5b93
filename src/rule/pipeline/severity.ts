/** Step "severity": a person's choice for a rule replaces its own. */
import type { Severity } from "../types";

/** Severity chosen for a rule, or "off". */
export type SeverityChoice = Severity | "off";

/**
 * The severity that counts; null where the rule is switched off.
 * @example chooseSeverity("warning", "off") // null
 */
export function chooseSeverity(own: Severity, choice: SeverityChoice | undefined): Severity | null {
  if (choice === undefined) return own;
  return choice === "off" ? null : choice;
}
