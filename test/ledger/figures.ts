/** What a drawn workbook comes to, in one line. */
import { check } from "../../src/check/check";
import { cellName } from "../../src/grid/address";
import type { Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";

const TODAY = { year: 2025, month: 10, day: 10 };

export function read(grids: readonly Grid[]) {
  return readWorkbook(grids, { today: TODAY, asOf: TODAY });
}

/** "3/2 办公室:2 财务科:1": items, done, units; where nothing is read, why. */
export function figures(...grids: readonly Grid[]): string {
  const reading = read(grids);
  if (reading.ledgers.length === 0) return reading.passedOver.map(({ why }) => why).join(",");
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  const items = counted.kinds.reduce((sum, kind) => sum + kind.total.value, 0);
  const done = counted.kinds.reduce((sum, kind) => sum + kind.done.value, 0);
  return [`${items}/${done}`, ...counted.byUnit.map(({ name, total }) => `${name}:${total.value}`)].join(" ");
}

/** Errors that the ledger of a drawing is accused of. */
export function errors(...grids: readonly Grid[]): string[] {
  return check(read(grids))
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, row, col }) => `${rule}@${cellName(row, col)}`);
}
