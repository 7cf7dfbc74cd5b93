/** What holds a summary back: only findings that change its figures. */
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
