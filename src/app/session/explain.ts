/** What a figure rests on: its 口径 in words and every row behind it. */
import { qualified } from "../../grid";
import { textOf, type Item, type Ledger, type LedgerRow, type Reading, itemOfCell } from "../../ledger";
import type { RowRef } from "../../tally";
import type { Explainable, ExplainedRow, Explanation } from "./result-types";
import { definitionText } from "../words";

/** Longest piece of a problem shown in a list of rows. */
const CLIP = 80;

/**
 * Definition, count and rows of a figure, a count or a rate.
 * @example explain(reading, summary.composition.figures[1]).rows[0].address // "问题整改台账!A5"
 */
export function explain(reading: Pick<Reading, "ledgers">, figure: Explainable): Explanation {
  const find = createFinder(reading);
  const explained = (refs: readonly RowRef[]) => refs.map((ref) => explainRow(ref, find(ref)));
  return {
    metric: figure.metric,
    text: figure.text,
    definition:
      figure.definition === null
        ? null
        : { zh: definitionText(figure.definition, "zh"), en: definitionText(figure.definition, "en") },
    count: figure.rows.length,
    rows: explained(figure.rows),
    of: figure.ofRows === null ? null : { count: figure.ofRows.length, rows: explained(figure.ofRows) },
  };
}

interface Found {
  readonly ledger: Ledger;
  readonly item: Item;
  readonly row: LedgerRow | null;
}

function createFinder(reading: Pick<Reading, "ledgers">): (ref: RowRef) => Found | null {
  const bySheet = new Map<string, Ledger[]>();
  for (const ledger of reading.ledgers) {
    const list = bySheet.get(ledger.sheet);
    if (list) list.push(ledger);
    else bySheet.set(ledger.sheet, [ledger]);
  }
  return (ref) => {
    for (const ledger of bySheet.get(ref.sheet) ?? []) {
      const found = itemOfCell(ledger, ref);
      if (found) return { ledger, ...found };
    }
    return null;
  };
}

function explainRow(ref: RowRef, found: Found | null): ExplainedRow {
  const text = (key: Parameters<typeof textOf>[2]) =>
    found === null ? "" : textOf(found.ledger, found.row ?? found.item, key);
  return {
    ref,
    address: qualified(ref.sheet, ref.row, ref.col),
    number: found?.item.number ?? "",
    problem: clip(text("problem") || text("parentProblem")),
    unit: text("unit"),
    deadline: text("deadline"),
    status: text("status") || text("signOff"),
  };
}

function clip(text: string): string {
  return text.length > CLIP ? `${text.slice(0, CLIP - 1)}…` : text;
}
