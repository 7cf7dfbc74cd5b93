/**
 * 问责: persons (人) and person-times (人次) apart.
 *
 * A row of the ledger says that somebody was dealt with, in one or more forms. Somebody dealt with twice, or in two
 * forms, is one person and two person-times (按人次统计), so that the forms always sum to the person-times. A row without a
 * form is one person-time as well.
 */
import { foldKey } from "../zh/text";
import type { Item, Ledger } from "../ledger";
import { refColumns, rowOf, refAt } from "./row-refs";
import type { AccountabilityTally, Count, RowRef } from "./types";

interface Sum {
  value: number;
  readonly rows: RowRef[];
}

/**
 * Names that stand for one person wherever they stand. 甲某 and 某某 are masks that many share, and an empty name is
 * nobody in particular: those are never merged.
 */
function identityOf(name: string): string | null {
  const key = foldKey(name);
  return key === "" || key.includes("某") ? null : key;
}

/**
 * Counts all accountability ledgers; null where there is none.
 *
 * Persons are the sum of the 人数 column where there is one, else one a row, equal full names within a ledger counted
 * once.
 * @param nameOf text of an item's name cell, "" where it has none
 */
export function tallyAccountability(
  ledgers: readonly Ledger[],
  nameOf: (item: Item) => string,
): AccountabilityTally | null {
  const persons: Sum = { value: 0, rows: [] };
  const personTimes: Sum = { value: 0, rows: [] };
  const byForm = new Map<string, Sum>();
  let found = false;

  for (const ledger of ledgers) {
    if (ledger.kind !== "accountability") continue;
    found = true;
    const columns = refColumns(ledger);
    const summed = ledger.columns.persons !== undefined;
    const known = new Set<string>();
    for (const item of ledger.items) {
      const ref = refAt(ledger, rowOf(item), columns.ofItem(item));
      const identity = summed ? null : identityOf(nameOf(item));
      const counted = identity === null || !known.has(identity);
      if (identity !== null) known.add(identity);
      const add = (sum: Sum, value: number): void => {
        if (value === 0) return;
        sum.value += value;
        sum.rows.push(ref);
      };
      const forms = new Set(item.forms);
      add(persons, counted ? item.persons : 0);
      add(personTimes, item.persons * Math.max(1, forms.size));
      for (const form of forms) {
        let sum = byForm.get(form);
        if (sum === undefined) {
          sum = { value: 0, rows: [] };
          byForm.set(form, sum);
        }
        add(sum, item.persons);
      }
    }
  }
  if (!found) return null;
  return { persons, personTimes, byForm: new Map<string, Count>(byForm) };
}
