/** What a person decided once for all tables with certain headers (`ReadOptions.settlements`), found in a table. */
import { columnIndex } from "../../grid";
import { foldKey } from "../../zh/text";
import { foldHeader } from "./header-words";
import type { HeaderColumn, TableRegion } from "../layout/layout";
import { kindOfValue } from "../kind";
import type { ColumnKey, ColumnSettlement, Kind, SheetOverride } from "../types";

/** How a header is compared: all bands, folded. */
function keyOf(column: Pick<HeaderColumn, "text">): string {
  return foldHeader(column.text);
}

/** The column that a settlement takes in a table, null where it doesn't concern the table. */
function columnTaken(region: TableRegion, { among, take }: ColumnSettlement): number | null {
  const headers = region.columns.map(keyOf);
  if (!among.every((header) => headers.includes(foldHeader(header)))) return null;
  const wanted = foldHeader(take);
  const whole = headers.indexOf(wanted);
  if (whole >= 0) return (region.columns[whole] as HeaderColumn).col;
  // The lowest word is enough where it stands over one column only.
  const named = region.columns.filter(({ path }) => path[path.length - 1] === wanted);
  if (named.length === 1) return (named[0] as HeaderColumn).col;
  return /^[A-Za-z]{1,3}$/.test(take) ? columnIndex(take.toUpperCase()) : null;
}

/**
 * What was settled for every file, and for those of one unit over it.
 * @param unit null: of no unit in particular
 */
export function settlementsFor(
  unit: string | null,
  settlements: readonly ColumnSettlement[],
): readonly ColumnSettlement[] {
  const own = settlements.flatMap(({ unit: of, ...settlement }) =>
    of !== undefined && unit !== null && foldKey(of) === foldKey(unit) ? [settlement] : [],
  );
  return [...settlements.filter(({ unit: of }) => of === undefined), ...own];
}

/**
 * A sheet's corrections, and under them what was settled for its headers.
 * @example settledColumns(region, [{ field: "status", among: [], take: "巡察办认定" }], undefined)
 */
export function settledColumns(
  region: TableRegion,
  settlements: readonly ColumnSettlement[],
  override: SheetOverride | undefined,
): SheetOverride | undefined {
  if (settlements.length === 0) return override;
  let kind: Kind | undefined;
  const columns: { [K in ColumnKey]?: number | null } = {};
  for (const settlement of settlementsFor(null, settlements)) {
    const col = columnTaken(region, settlement);
    if (col !== null) columns[settlement.field] = col;
    else if (settlement.field === "kind" && settlement.among.length === 0) kind = kindOfValue(settlement.take) ?? kind;
  }
  if (kind !== undefined) return { kind, ...override, columns: { ...columns, ...override?.columns } };
  return Object.keys(columns).length === 0 ? override : { ...override, columns: { ...columns, ...override?.columns } };
}
