/**
 * Generic check "required when done": a done measure or item must have the field filled. A column that nobody has begun
 * to fill is told once, at the first done one, and not at every row.
 */
import type { CellValue } from "../../grid";
import { rawOf, type LedgerRow } from "../../ledger";
import { isBlankOrPlaceholder } from "../cell-text";
import type { Context, Steps } from "../rule";
import { clip } from "../words";

export type WhenDoneData = { readonly problem: string; readonly text: string; readonly others: number };

/** From how many done rows on an unused column is told in one finding. */
const UNUSED_FROM = 5;

/** Measures looked at between two pauses. */
const MEASURES_A_STEP = 8192;

/** Looks at the field of all done measures; of the first measure of each done item where the field is written once. */
export function requiredWhenDone(key: "doneDate" | "evidence") {
  return function* (context: Context<WhenDoneData>): Steps {
    const { ledger } = context;
    const col = context.col(key);
    const once = ledger.itemLevel.has(key);
    const { values, merges } = ledger.grid;
    const lacking: LedgerRow[] = [];
    let filled = 0;
    let looked = 0;

    function look(measure: LedgerRow): void {
      // Other measures owe nothing and say nothing about the column.
      if ((once ? measure.item.status : measure.status.status) !== "done") return;
      const own = values[measure.row]?.[col] ?? null;
      const value = own === null && merges.length > 0 ? rawOf(ledger, measure, key) : own;
      if (isSurelyFilled(value) || !isBlankOrPlaceholder(value)) filled++;
      else lacking.push(measure);
    }

    function tell(measure: LedgerRow, others: number): void {
      const written = values[measure.row]?.[col] ?? null;
      const text = written === null ? "" : String(written).trim();
      const data = { problem: clip(measure.item.problem), text: clip(text), others };
      context.report(measure, key, data, { quote: text === "" ? null : text });
    }

    for (const { rows } of ledger.items) {
      for (const measure of rows) {
        look(measure);
        if (++looked % MEASURES_A_STEP === 0) yield;
        if (once) break;
      }
    }
    const [first] = lacking;
    if (first !== undefined && filled === 0 && lacking.length >= UNUSED_FROM) {
      tell(first, lacking.length - 1);
      return;
    }
    for (const measure of lacking) {
      tell(measure, 0);
      if (++looked % MEASURES_A_STEP === 0) yield;
    }
  };
}

/** The common case without a closer look: a number, or a longer text that begins with a printing character. */
function isSurelyFilled(value: CellValue): boolean {
  if (typeof value === "number") return true;
  if (typeof value !== "string" || value.length <= 8) return false;
  const first = value.charCodeAt(0);
  return (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff);
}
