import { HOLDING_RULES } from "../../src/check/holding";
import { RULES, ruleOf } from "../../src/check/list";

/** The contract: aliases and severities of design and command line. */
const CONTRACT: Readonly<Record<string, string>> = {
  "unit-missing": "error",
  "deadline-missing": "error",
  "status-missing": "error",
  "problem-missing": "error",
  "status-unknown": "error",
  "deadline-invalid": "error",
  "cell-error": "error",
  "unit-unknown": "warning",
  "column-missing": "error",
  "done-without-date": "warning",
  "date-without-done": "warning",
  "done-after-deadline": "warning",
  "done-in-future": "error",
  "done-without-evidence": "warning",
  overdue: "warning",
  "due-soon": "info",
  "deadline-year-missing": "info",
  "phased-past-deadline": "info",
  "deadline-open-ended-and-dated": "info",
  "done-but-pending-text": "warning",
  "open-but-done-text": "warning",
  "number-duplicate": "error",
  "problem-duplicate": "warning",
  "number-gap": "warning",
  "item-measure-conflict": "error",
  "measure-missing": "info",
  "subtotal-mismatch": "error",
  "ledger-overlap": "warning",
  "rows-hidden": "info",
  space: "info",
  "unit-collective": "info",
  "unit-near-double": "info",
};

describe("the list of rules", () => {
  it.each(Object.entries(CONTRACT))("has %s as %s", (alias, severity) => {
    expect(ruleOf(alias)?.severity).toBe(severity);
  });

  it("has names short enough for a list", () => {
    for (const rule of RULES) expect(rule.name.zh.length).toBeLessThanOrEqual(16);
  });

  it("holds back by known rules only", () => {
    for (const alias of HOLDING_RULES) expect(ruleOf(alias)).toBeDefined();
  });
});
