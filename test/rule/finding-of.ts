/** A finding for tests of the pipeline, with what matters stated. */
import type { Finding } from "../../src/rule/types";

export function findingOf(part: Partial<Finding> = {}): Finding {
  return {
    id: "overdue:problem:1:0:h",
    rule: "overdue",
    code: "D204",
    severity: "warning",
    sheet: "台账",
    row: 4,
    col: 6,
    kind: "problem",
    field: "deadline",
    item: "1",
    unit: "财务科",
    data: {},
    quote: null,
    fix: null,
    ...part,
  };
}
