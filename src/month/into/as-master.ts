/** How files that come back are read and told apart by what is known of the master. */
import type { ColumnSettlement, Reading, UnitDirectory } from "../../ledger";
import type { FileUnit } from "../common";
import { formOf, likeMaster } from "./form";
import { masterUnits, returnedUnit } from "./returned-unit";

export interface AsMaster {
  /** For every file: the master's own form that comes back. */
  readonly form: readonly ColumnSettlement[];
  /** For a file read by itself: columns under headings of the master's (`likeMaster`). */
  like(returned: Reading): readonly ColumnSettlement[];
  /** Whose a file is (`returnedUnit`). */
  unitOf(name: string, returned: Reading, directory: UnitDirectory | null): FileUnit;
}

/** @example asMaster(reading).unitOf("财政所.xlsx", returned, null).unit // "财政所" */
export function asMaster(master: Reading): AsMaster {
  const units = masterUnits(master);
  return {
    form: formOf(master),
    like: likeMaster(master),
    unitOf: (name, returned, directory) => returnedUnit(name, returned, units, directory),
  };
}
