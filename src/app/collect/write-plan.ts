/** Writes a plan into a copy of the master: an update that takes several cells is written whole or not at all. */
import type { CellToWrite, EditedCopy } from "../../hosts/draft";
import { type IntoPlan, type IntoResult, type PlannedUpdate, settleInto } from "../../month";

interface WrittenPlan {
  readonly copy: EditedCopy;
  /** What was written; cells that refused stand among the conflicts. */
  readonly result: IntoResult;
}

/** @param edit makes a copy with these cells written; called anew where a part of an update was refused */
export function writePlan(plan: IntoPlan, edit: (edits: readonly CellToWrite[]) => EditedCopy): WrittenPlan {
  const refusals = new Map<PlannedUpdate, "formulaCell" | "lockedCell">();
  for (;;) {
    const open = plan.planned.filter((one) => !refusals.has(one));
    const copy = edit(open.flatMap(({ edits }) => edits));
    const outcomes = [...copy.outcomes];
    const refused = open.flatMap((one) => {
      const reasons = outcomes
        .splice(0, one.edits.length)
        .flatMap((each) => (each.type === "refused" ? [each.reason] : []));
      return reasons.length === 0
        ? []
        : [{ one, type: reasons.includes("formula") ? "formulaCell" : "lockedCell" } as const];
    });
    for (const { one, type } of refused) refusals.set(one, type);
    if (refused.every(({ one }) => one.edits.length === 1))
      return { copy, result: settleInto(plan, (one) => refusals.get(one) ?? null) };
  }
}
