/**
 * Generic check "required when done": a done measure or item must have the field filled. A column that nobody has begun
 * to fill is told once, at the first done one, and not at every row.
 */
import type { CellValue } from "../../ledger/grid";
import { rawOf } from "../../ledger/cells";
import type { Item, LedgerRow } from "../../ledger/types";
import { beginOf } from "../engine";
import { createRowInts } from "../row-ints";
import { isBlankOrPlaceholder } from "../cell-text";
import type { Draft } from "../draft";
import type { Context, TableCheck } from "../rule";
import { clip } from "../words";

export type WhenDoneData = { readonly problem: string; readonly text: string; readonly others: number };

/** From how many done rows on an unused column is told in one finding. */
export const UNUSED_FROM = 5;

/** Makes the index; null where the column does not exist. */
export function requiredWhenDone(key: "doneDate" | "evidence") {
  return (context: Context<WhenDoneData>): TableCheck => {
    const { ledger } = context;
    const col = context.col(key);
    const once = ledger.itemLevel.has(key);
    const values = ledger.grid.values;
    const mayBeMerged = ledger.grid.merges.length > 0;
    /** Rows of done measures whose cell is empty, and their finding where one is out. */
    const lacking = new Map<number, { readonly measure: LedgerRow; draft: Draft | null }>();
    const filledAt = createRowInts(ledger, 0);
    let filled = 0;
    let told: { readonly row: number; readonly draft: Draft; readonly others: number } | null = null;
    let wasUnused = false;
    const fresh: number[] = [];

    /** Whether a done measure has the field; other measures owe nothing and say nothing about the column. */
    function look(measure: LedgerRow): boolean {
      const status = once ? measure.item.status : measure.status.status;
      if (status !== "done") return false;
      const own = values[measure.row]?.[col] ?? null;
      const value = own === null && mayBeMerged ? rawOf(ledger, measure, key) : own;
      if (isSurelyFilled(value) || !isBlankOrPlaceholder(value)) return true;
      lacking.set(measure.row, { measure, draft: null });
      fresh.push(measure.row);
      return false;
    }

    function tell(measure: LedgerRow, others: number): Draft {
      const written = values[measure.row]?.[col] ?? null;
      const text = written === null ? "" : String(written).trim();
      return context.report(measure, key, () => ({ problem: clip(measure.item.problem), text: clip(text), others }), {
        quote: text === "" ? null : text,
      });
    }

    function untell(entry: { draft: Draft | null }): void {
      if (entry.draft !== null) context.withdraw(entry.draft);
      entry.draft = null;
    }

    function settleUnused(): void {
      if (!wasUnused) for (const entry of lacking.values()) untell(entry);
      let first: LedgerRow | null = null;
      for (const { measure } of lacking.values()) if (first === null || measure.row < first.row) first = measure;
      const others = lacking.size - 1;
      if (first === null || (told?.row === first.row && told.others === others && !told.draft.dead)) return;
      if (told !== null) context.withdraw(told.draft);
      told = { row: first.row, draft: tell(first, others), others };
    }

    return {
      add(item) {
        let count = 0;
        if (once) {
          const measure = item.rows[0];
          if (measure !== undefined && look(measure)) count = 1;
        } else {
          for (const measure of item.rows) if (look(measure)) count++;
        }
        filled += count;
        if (count > 0) filledAt.set(beginOf(item), count);
      },
      remove(item: Item) {
        for (const measure of item.rows) {
          const entry = lacking.get(measure.row);
          if (entry === undefined) continue;
          untell(entry);
          lacking.delete(measure.row);
        }
        filled -= filledAt.get(beginOf(item));
        filledAt.set(beginOf(item), 0);
      },
      settle() {
        const unused = filled === 0 && lacking.size >= UNUSED_FROM;
        if (unused) {
          settleUnused();
        } else {
          if (told !== null) context.withdraw(told.draft);
          told = null;
          const rows = wasUnused ? lacking.keys() : fresh;
          for (const row of rows) {
            const entry = lacking.get(row);
            if (entry !== undefined && entry.draft === null) entry.draft = tell(entry.measure, 0);
          }
        }
        fresh.length = 0;
        wasUnused = unused;
      },
    };
  };
}

/** The common case without a closer look: a number, or a longer text that begins with a printing character. */
function isSurelyFilled(value: CellValue): boolean {
  if (typeof value === "number") return true;
  if (typeof value !== "string" || value.length <= 8) return false;
  const first = value.charCodeAt(0);
  return (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff);
}
