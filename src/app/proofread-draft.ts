/** A draft held against itself and against the ledger that is open, as every surface does it. */
import type { CivilDate } from "../zh/civil-date";
import type { Reading } from "../ledger";
import { proofread, type ProofreadResult } from "../proofread";
import type { Tally } from "../tally";

export interface OpenLedger {
  readonly reading: Reading;
  readonly tally: Tally;
}

/**
 * Proofreads a draft. The day it is judged on is the one given, else the one the ledger was asked for or states, else
 * what the draft itself says (signature, 截至); today, which says nothing about a draft, is never used.
 */
export function proofreadDraft(
  lines: readonly string[],
  ledger: OpenLedger | null,
  asOf: CivilDate | null = null,
): ProofreadResult {
  const stated = ledger && ledger.reading.asOf.source !== "today" ? ledger.reading.asOf.date : null;
  const date = asOf ?? stated;
  return proofread(lines, { ...(date ? { asOf: date } : {}), ...(ledger ? { ledger } : {}) });
}
