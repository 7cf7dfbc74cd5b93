/** The published form of a comparison: what `taizhang compare --format json` prints. Fixed contract, schema 1. */
import { percentText, pointsText, type Precision } from "../../tally";
import { isoDate } from "../../zh/civil-date";
import type { ItemChange, Comparison, PeriodCounts } from "./types";

interface CountsJson {
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  readonly rate: { readonly numerator: number; readonly denominator: number; readonly percent: string | null };
}

/** Counts with their rate as `tally` prints it. */
export function countsJson(
  { total, done, overdue, numerator, denominator }: PeriodCounts,
  precision: Precision,
): CountsJson {
  return {
    total,
    done,
    overdue,
    rate: { numerator, denominator, percent: percentText(numerator, denominator, precision) },
  };
}

/** Names of the two files, as given. */
interface ComparedFiles {
  readonly old: string;
  readonly new: string;
}

/**
 * A comparison as its JSON object.
 * @example JSON.stringify(compareJson(compared, { old: "10月.xlsx", new: "11月.xlsx" }, 1))
 */
export function compareJson(compared: Comparison, files: ComparedFiles, precision: Precision): object {
  const both = (one: { readonly old: PeriodCounts; readonly new: PeriodCounts }) => ({
    old: countsJson(one.old, precision),
    new: countsJson(one.new, precision),
    points: pointsText(one.old, one.new, precision),
  });
  return {
    schema: 1,
    ...files,
    oldAsOf: isoDate(compared.oldAsOf),
    asOf: isoDate(compared.asOf),
    definition: compared.definition.done,
    kinds: compared.kinds.map((one) => ({
      kind: one.kind,
      ...both(one),
      completed: one.completed,
      reopened: one.reopened,
      added: one.added,
      removed: one.removed,
    })),
    units: compared.units.map((one) => ({ name: one.name, kind: one.kind, ...both(one) })),
    changes: compared.changes.map(changeJson),
    ambiguous: compared.ambiguous.map((group) => ({
      kind: group.kind,
      problem: group.problem,
      old: group.old.map(({ at }) => at),
      new: group.new.map(({ at }) => at),
    })),
  };
}

function changeJson(change: ItemChange): object {
  const { direction, ...rest } = change;
  return direction === undefined ? rest : { ...rest, direction };
}
