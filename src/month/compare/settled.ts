/**
 * What a person said about items that nothing tells apart: which is which, which is gone, which is new. An answer names items
 * by what they say, and from which day on the new name holds, so that it stays true in the months after.
 */
import { bareNumber } from "../../tally";
import { foldKey } from "../../zh/text";
import { compareDates, type CivilDate } from "../../zh/civil-date";
import type { MonthKind } from "../common/kinds";
import type { Period, PeriodItem } from "../period/types";
import { folded } from "./rows";

/** An item as a person names it; what is not given does not count. */
export interface SettledSide {
  readonly problem: string;
  readonly number: string | null;
  readonly unit: string | null;
  /** `Sheet!A5`; asked only where the rest leaves several, in the very period it was written for. */
  readonly place: string | null;
}

export interface SettledPair {
  readonly kind: MonthKind;
  /** The as-of day from which `new` is the name, and before which it was `old`. */
  readonly asOf: CivilDate;
  /** Null: it is new. */
  readonly old: SettledSide | null;
  /** Null: it is gone. */
  readonly new: SettledSide | null;
}

export interface SettledItems {
  readonly pairs: readonly { readonly old: PeriodItem; readonly now: PeriodItem }[];
  readonly added: readonly PeriodItem[];
  readonly removed: readonly PeriodItem[];
  /** Answers given for this very comparison whose items are not there, or several. */
  readonly unclear: readonly SettledPair[];
}

/** Items that answers settle; the later answer before an earlier one, each item once. */
export function settle(answers: readonly SettledPair[], old: Period, now: Period): SettledItems {
  const [pairs, added, removed, unclear] = [
    [] as { old: PeriodItem; now: PeriodItem }[],
    [] as PeriodItem[],
    [] as PeriodItem[],
    [] as SettledPair[],
  ];
  const taken = new Set<PeriodItem>();
  for (const answer of [...answers].sort((a, b) => compareDates(b.asOf, a.asOf))) {
    const [before, after] = [sideIn(answer, old), sideIn(answer, now)];
    const was = before === null ? null : find(before, answer.kind, old, taken);
    const is = after === null ? null : find(after, answer.kind, now, taken);
    const isMissing = (before !== null && was === null) || (after !== null && is === null);
    if (isMissing) {
      if (compareDates(answer.asOf, now.asOf) === 0) unclear.push(answer);
      continue;
    }
    if (was && is) pairs.push({ old: was, now: is });
    else if (is) added.push(is);
    else if (was) removed.push(was);
    for (const item of [was, is]) if (item) taken.add(item);
  }
  return { pairs, added, removed, unclear };
}

/** How an answer names the item in a period. */
function sideIn(answer: SettledPair, { asOf }: Period): SettledSide | null {
  return compareDates(asOf, answer.asOf) < 0 ? answer.old : answer.new;
}

function find(
  side: SettledSide,
  kind: MonthKind,
  { items }: Period,
  taken: ReadonlySet<PeriodItem>,
): PeriodItem | null {
  const text = folded(side.problem);
  const found = items.filter(
    (item) =>
      item.kind === kind &&
      !taken.has(item) &&
      folded(item.problem.text) === text &&
      (side.number === null || bareNumber(item.number?.text ?? "") === bareNumber(side.number)) &&
      (side.unit === null ||
        item.rows.some(({ leads }) => leads.some((name) => foldKey(name) === foldKey(side.unit ?? "")))),
  );
  if (found.length <= 1) return found[0] ?? null;
  return found.find(({ at }) => at === side.place) ?? null;
}
