/** The cell in which a finding is mended. */
import type { CellRef } from "../../grid";
import { cellOf, itemOfCell, type ColumnKey, type Ledger, type Reading } from "../../ledger";
import type { Finding } from "../../rule";

/** The table, item and row a finding speaks of; null where it is about no item. */
export function rowOfFinding(
  { ledgers }: Pick<Reading, "ledgers">,
  { sheet, row, col }: Pick<Finding, "sheet" | "row" | "col">,
): ({ readonly ledger: Ledger } & NonNullable<ReturnType<typeof itemOfCell>>) | null {
  for (const ledger of ledgers) {
    const found = ledger.sheet === sheet ? itemOfCell(ledger, { row, col }) : null;
    if (found) return { ledger, ...found };
  }
  return null;
}

/**
 * The finding's own cell, or that of another field of its row.
 * @param field null, the finding's own, or one that its table lacks: its own cell
 * @example placeToMend(reading, overdue, "status") // { sheet: "台账", row: 6, col: 8 }
 */
export function placeToMend(
  reading: Pick<Reading, "ledgers">,
  finding: Finding,
  field: ColumnKey | null,
): CellRef & { readonly sheet: string } {
  const { sheet, row, col } = finding;
  const found = field === null || field === finding.field ? null : rowOfFinding(reading, finding);
  const place = found && field ? cellOf(found.ledger, found.row ?? found.item, field) : null;
  return { sheet, ...(place ?? { row, col }) };
}
