/** The ledger of the period before, read and counted like the one at hand, for figures that compare the two. */
import type { Grid } from "../../grid";
import { readWorkbook, type Reading, type UnitDirectory } from "../../ledger";
import type { LastPeriod } from "../../notice";
import { tally } from "../../tally";
import { addDays, type CivilDate } from "../../zh/civil-date";
import type { Settings } from "../settings";

/** A ledger of the period before, as its file has it. */
export interface LastLedger {
  /** Name of its file, for people. */
  readonly name: string;
  readonly grids: readonly Grid[];
  /** Null: the day it states, else the last of the month before the one at hand. */
  readonly asOf: CivilDate | null;
}

/** Reads and counts it by what is set for the ledger at hand. Corrections of single sheets are that ledger's own. */
export function readLastPeriod(
  last: LastLedger,
  now: Reading,
  settings: Settings,
  directory: UnitDirectory | null,
): LastPeriod {
  const { year, month } = now.asOf.date;
  const { feedbackDate, concentratedMonths, columns, lexicon, definition, denominator, dueSoon } = settings;
  // Sheets are named anew from month to month; where none of those asked for is there, all are looked through.
  const sheets = settings.sheets?.filter((name) => last.grids.some(({ sheet }) => sheet === name)) ?? [];
  const reading = readWorkbook(last.grids, {
    today: addDays({ year, month, day: 1 }, -1),
    asOf: last.asOf ?? undefined,
    feedbackDate: feedbackDate ?? undefined,
    concentratedMonths: concentratedMonths ?? undefined,
    directory: directory ?? undefined,
    settlements: columns,
    lexicon,
    sheets: sheets.length > 0 ? sheets : undefined,
  });
  return { reading, tally: tally(reading, { definition: { done: definition, denominator }, dueSoonDays: dueSoon }) };
}
