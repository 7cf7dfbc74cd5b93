/** Items that stand under no name of a grouping: with them its rows add up to the whole. */
import type { Count, GroupTally, KindTally, Rate, RowRef, Tally } from "./types";

/** What stands for the unit of items that name none, where people read it. */
export const NO_UNIT = "无责任单位";

/** How what belongs to no group is called, by the grouping. */
export const LEFT_OUT_WORDS = {
  byUnit: { zh: NO_UNIT, en: "No unit named" },
  bySection: { zh: "未分方面", en: "No section named" },
  byLeader: { zh: "无责任领导", en: "No leader named" },
} as const;

const keyOf = ({ sheet, row, col }: RowRef): string => `${row},${col},${sheet}`;

/** The rows that are in none of `named`. */
function without(rows: readonly RowRef[], named: readonly (readonly RowRef[])[]): readonly RowRef[] {
  const taken = new Set(named.flatMap((each) => each.map(keyOf)));
  return rows.filter((ref) => !taken.has(keyOf(ref)));
}

/**
 * What of a kind belongs to none of its groups, as a group called `name`; null where every item belongs to one.
 * @param groups those of one grouping (units, sections, leaders); of other kinds are passed over
 * @example leftOut(problems, tally.byUnit, NO_UNIT)?.total.value // 2
 */
export function leftOut(kind: KindTally, groups: readonly GroupTally[], name: string): GroupTally | null {
  const own = groups.filter((group) => group.kind === kind.kind);
  const count = (pick: (tally: KindTally | GroupTally) => Count): Count => {
    const rows = without(
      pick(kind).rows,
      own.map((group) => pick(group).rows),
    );
    return { value: rows.length, rows };
  };
  const ofStatus = (status: "unknown" | "excluded"): number =>
    without(
      kind.byStatus[status].rows,
      own.map((group) => group.total.rows),
    ).length;
  const total = count((tally) => tally.total);
  if (total.value === 0) return null;
  return {
    name,
    kind: kind.kind,
    total,
    done: count((tally) => tally.done),
    overdue: count((tally) => tally.overdue),
    rate: restRate(kind.rate, own),
    ...(total.value === ofStatus("unknown") + ofStatus("excluded") && { unrated: true as const }),
  };
}

/**
 * The groups of one grouping with what stands under none of their names, so that they add up to the whole of their kind.
 * Without groups of a kind there is nothing to add up.
 * @example withLeftOut(tally, "byUnit", "zh").at(-1)?.name // "无责任单位"
 */
export function withLeftOut(
  tally: Pick<Tally, "kinds" | keyof typeof LEFT_OUT_WORDS>,
  by: keyof typeof LEFT_OUT_WORDS,
  lang: "zh" | "en",
): readonly GroupTally[] {
  const groups = tally[by];
  const rests = tally.kinds.flatMap((kind) => {
    const rest = groups.some((group) => group.kind === kind.kind)
      ? leftOut(kind, groups, LEFT_OUT_WORDS[by][lang])
      : null;
    return rest === null ? [] : [rest];
  });
  return [...groups, ...rests];
}

/** The rate of what is left; null where nothing is left to divide by. */
function restRate(rate: Rate | null, groups: readonly GroupTally[]): Rate | null {
  if (rate === null) return null;
  const of = (pick: (rate: Rate) => readonly RowRef[]) =>
    without(
      pick(rate),
      groups.map((group) => (group.rate ? pick(group.rate) : [])),
    );
  const rows = of((one) => one.rows);
  const ofRows = of((one) => one.ofRows);
  if (ofRows.length === 0) return null;
  return { numerator: rows.length, denominator: ofRows.length, definition: rate.definition, rows, ofRows };
}
