/** Measures that an item gained, lost, or words anew. */
import { similarity } from "../../tally";
import type { PeriodCell, PeriodItem } from "../period/types";
import { folded, measureFields, textsOf } from "./rows";

interface MeasureChanges {
  readonly added: readonly PeriodCell[];
  readonly removed: readonly PeriodCell[];
  readonly changed: readonly { readonly old: PeriodCell; readonly now: PeriodCell }[];
}

/** What is as much alike as this was reworded, not replaced. */
const REWORDED = 0.6;
/** Similarities are quotients of whole numbers: 1 − 2/5 must not fail at 0.6. */
const ROUNDING = 1e-9;

const NOTHING: MeasureChanges = { added: [], removed: [], changed: [] };

/** Null where one of the two has no column of measures. */
export function measureChanges(old: PeriodItem, now: PeriodItem): MeasureChanges | null {
  const fields = measureFields(old, now);
  if (fields === null) return null;
  if (old.rows.length === 1 && now.rows.length === 1) {
    const [before, after] = [old.rows[0]?.cells[fields.old], now.rows[0]?.cells[fields.now]];
    if ((before?.text ?? "") === (after?.text ?? "")) return NOTHING;
  }
  return measuresDiffering(textsOf(old, fields.old), textsOf(now, fields.now));
}

function measuresDiffering(was: readonly PeriodCell[], is: readonly PeriodCell[]): MeasureChanges {
  if (was.length === is.length && was.every(({ text }, at) => text === is[at]?.text)) return NOTHING;
  const before = was.map((cell) => ({ cell, text: folded(cell.text) }));
  const after = is.map((cell) => ({ cell, text: folded(cell.text) }));
  const gone = without(before, after);
  const come = without(after, before);
  const near = gone
    .flatMap((one) => come.map((other) => ({ one, other, alike: similarity(one.text, other.text) })))
    .filter(({ alike }) => alike >= REWORDED - ROUNDING)
    .sort((a, b) => b.alike - a.alike);
  const changed: { readonly old: PeriodCell; readonly now: PeriodCell }[] = [];
  const taken = new Set<object>();
  for (const { one, other } of near) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    changed.push({ old: one.cell, now: other.cell });
  }
  const rest = (list: readonly { readonly cell: PeriodCell }[]): readonly PeriodCell[] =>
    list.filter((one) => !taken.has(one)).map(({ cell }) => cell);
  return { added: rest(come), removed: rest(gone), changed };
}

/** The texts of a list that another has not, each as often as it has it less. */
function without<T extends { readonly text: string }>(list: readonly T[], other: readonly T[]): readonly T[] {
  const left = new Map<string, number>();
  for (const { text } of other) left.set(text, (left.get(text) ?? 0) + 1);
  return list.filter(({ text }) => {
    const times = left.get(text) ?? 0;
    left.set(text, times - 1);
    return times <= 0 && text !== "";
  });
}
