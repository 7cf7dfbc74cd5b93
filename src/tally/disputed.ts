/** Items on which two status columns disagree (自报已完成、认定未完成), by unit. */
import type { Ledger } from "../ledger";
import type { Disputed } from "./types";

/**
 * @returns null where no ledger has two status columns that give different figures
 * @example disputedItems(reading.ledgers)?.[0]?.unit // "财务科"
 */
export function disputedItems(ledgers: readonly Ledger[]): readonly Disputed[] | null {
  const doubted = ledgers.filter((ledger) => ledger.doubts.some(isOfTwo));
  if (doubted.length === 0) return null;
  const list = doubted.flatMap((ledger) =>
    ledger.doubts.filter(isOfTwo).flatMap(({ disputed }) =>
      disputed.map(({ item, taken, other, row, col }): Disputed => ({
        unit: item.rows[0]?.units.units.find((unit) => unit.role !== "co")?.name ?? "",
        kind: ledger.kind,
        number: item.number,
        problem: item.problem,
        cell: { sheet: ledger.sheet, row, col },
        taken,
        other,
      })),
    ),
  );
  const units = [...new Set(list.map(({ unit }) => unit))];
  return units.flatMap((unit) => list.filter((one) => one.unit === unit));
}

/** Whether a doubt is between two columns of one time: of months side by side the earlier is no other opinion. */
function isOfTwo(doubt: Ledger["doubts"][number]): boolean {
  return doubt.field === "status" && doubt.taken !== null && doubt.by !== "latest";
}
