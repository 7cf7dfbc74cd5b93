/** Units that papers go to and that the directory does not have: a slip of the pen sends its own letter. */
import { nearestUnit, type UnitDirectory } from "../../ledger";
import { foldKey } from "../../zh/text";

interface StrayUnit {
  readonly unit: string;
  /** The unit that is probably meant; null where none is near. */
  readonly near: string | null;
}

/**
 * Units that are not in the directory, each once; none without a directory, for then nobody knows.
 * @example strayUnits(["规划财物股"], directory) // [{ unit: "规划财物股", near: "规划财务股" }]
 */
export function strayUnits(units: Iterable<string>, directory: UnitDirectory | null): readonly StrayUnit[] {
  if (directory === null) return [];
  const known = new Set(directory.names.map(foldKey));
  const stray = new Map<string, StrayUnit>();
  for (const unit of units) {
    const key = foldKey(unit);
    if (!known.has(key) && !stray.has(key)) stray.set(key, { unit, near: nearestUnit(directory, unit) });
  }
  return [...stray.values()];
}
