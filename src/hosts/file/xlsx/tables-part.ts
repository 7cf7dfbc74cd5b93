/** Tables (表格, ListObjects) of a sheet: only what reading asks of them, which rows are their totals rows. */
import { parseArea } from "../../../grid";
import { HostError } from "../../port";
import { relationshipKind } from "./namespaces";
import type { PartSource } from "./package";
import { XmlScanner } from "./xml-scanner";

/**
 * Zero-based totals rows of a sheet's tables (ECMA-376 part 1, 18.5.1.2: `totalsRowCount`, the last rows of `ref`). A
 * table part that is missing or damaged defines none.
 */
export function readTotalsRows(pack: PartSource, sheetPart: string): ReadonlySet<number> {
  const rows = new Set<number>();
  try {
    for (const { type, target } of pack.relationships(sheetPart)) {
      if (relationshipKind(type) !== "table" || target === null || !pack.has(target)) continue;
      for (const row of totalsRowsOf(pack, target)) rows.add(row);
    }
  } catch (error) {
    // The cells can be read all the same.
    if (!(error instanceof HostError)) throw error;
  }
  return rows;
}

function totalsRowsOf(pack: PartSource, part: string): readonly number[] {
  const scanner = new XmlScanner(pack.text(part), part, pack.limits.depth);
  while (scanner.next()) {
    if (scanner.kind !== "open") continue;
    if (scanner.local !== "table") return [];
    const area = parseArea(scanner.attribute("ref") ?? "");
    const count = Number(scanner.attribute("totalsRowCount") ?? "0");
    if (!area || !Number.isInteger(count) || count < 1 || count > area.bottom - area.top) return [];
    return Array.from({ length: count }, (_, i) => area.bottom - i);
  }
  return [];
}
