/**
 * Names of the rules and their version, apart from the rules themselves: settings are read before anything is checked,
 * and the rules load with the first check.
 */

/** Version of the rules: goes up when a rule comes, goes or judges differently. */
export const RULES_VERSION = "1.0.0";

/** Aliases in the order of the list. */
export const RULE_ALIASES: readonly string[] = [
  "column-missing",
  "problem-missing",
  "measure-missing",
  "cell-error",
  "space",
  "number-duplicate",
  "number-gap",
  "problem-duplicate",
  "example-as-problem",
  "leftover-text",
  "subtotal-mismatch",
  "ledger-overlap",
  "rows-hidden",
  "rows-struck",
  "unit-missing",
  "unit-unknown",
  "unit-roles-unmarked",
  "unit-near-double",
  "unit-collective",
  "deadline-missing",
  "deadline-invalid",
  "deadline-year-missing",
  "deadline-month-before",
  "deadline-open-ended-and-dated",
  "deadline-before-feedback",
  "overdue",
  "due-soon",
  "phased-past-deadline",
  "immediate-not-done",
  "done-after-deadline",
  "done-in-future",
  "done-date-unreadable",
  "status-missing",
  "status-unknown",
  "done-but-pending-text",
  "open-but-done-text",
  "item-measure-conflict",
  "done-without-evidence",
  "done-without-date",
  "date-without-done",
  "done-not-signed-off",
];
