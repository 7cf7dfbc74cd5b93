/** A reading as plain data, for comparing two of them: everything that is public, nothing twice. */
import type { Item, Ledger, Reading } from "../../src/ledger/types";

export function serialise(reading: Reading): unknown {
  return {
    ledgers: reading.ledgers.map(ledgerData),
    passedOver: reading.passedOver,
    directory: reading.directory ? [...reading.directory.byKey] : null,
    asOf: reading.asOf,
    feedbackDate: reading.feedbackDate,
    overlaps: reading.overlaps,
  };
}

function ledgerData(ledger: Ledger): unknown {
  const { grid, items, itemAt, itemLevel, merges, ...rest } = ledger;
  return {
    ...rest,
    sheet: grid.sheet,
    indexed: merges !== undefined,
    itemLevel: [...itemLevel].sort(),
    items: items.map(itemData),
    itemAt: [...itemAt.keys()]
      .sort((a, b) => a - b)
      .map((row) => [row, items.findIndex((item) => item === itemAt.get(row))]),
  };
}

export function itemData(item: Item): unknown {
  const { ledger, rows, ...rest } = item;
  return { ...rest, ledger: ledger.id, rows: rows.map(({ item: _item, ...row }) => row) };
}
