/** Which units of a cell answer for it. */
import type { UnitName, UnitReading } from "../types";

/**
 * The marked lead (牵头) alone where one is marked, else every unit not marked 配合; and those that have a column of their
 * own beside the lead's.
 * @example leadUnits(row.units).map(({ name }) => name) // ["综合科"]
 */
export function leadUnits(reading: UnitReading): readonly UnitName[] {
  const marked = reading.units.filter((unit) => unit.role === "lead");
  const leads = marked.length > 0 ? marked : reading.units.filter((unit) => unit.role === "unmarked");
  return [...leads, ...reading.units.filter(({ role, answers }) => role === "co" && answers === true)];
}
