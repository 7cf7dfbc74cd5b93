/** Proofreading a notice against its ledger: everything the text alone shows, and every claim the ledger contradicts. */
import type { Reading } from "../ledger";
import type { Tally } from "../tally";
import { proofread, type ProofreadOptions, type ProofreadResult } from "./proofread";

/**
 * Reads a notice and holds it against itself and against a ledger. The day it is judged on is the ledger's, unless given.
 * @param tally the reading's tally under the definition that was chosen
 * @example proofreadAgainst(lines, reading, tally(reading, options)).findings
 */
export function proofreadAgainst(
  lines: readonly string[],
  reading: Reading,
  tally: Tally,
  options: ProofreadOptions = {},
): ProofreadResult {
  return proofread(lines, { asOf: reading.asOf.date, ...options, ledger: { reading, tally } });
}
