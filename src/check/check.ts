/** Checks a reading, always as a whole: at once, in steps, or in steps with pauses in between. */
import type { Reading } from "../ledger";
import { type UnsortedFinding, reportOf, type Report as ReportOf, type Finding } from "../rule";
import { checkLedger } from "./check-ledger";
import { holds } from "./holding";
import { RULES } from "./list";
import { tellTwins } from "./twins";
import type { Rule } from "./rule";
import { DEFAULT_CHECK_SETTINGS, type CheckSettings } from "./settings";

/** What the rules found in a reading. */
export type CheckReport = ReportOf<Finding>;

/** Rows looked at so far, of all rows of all ledgers. */
interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

interface CheckOptions {
  /** Rules to run; all by default (the rule tester runs one). */
  readonly rules?: readonly Rule[];
  /** Rows a step; some 10 ms at the default, while the code is new to the machine. */
  readonly slice?: number;
}

/** How a run with pauses is steered. The core has no timers: the host passes the pause. */
interface RunOptions extends CheckOptions {
  /** Anything with an `aborted` flag; an AbortSignal fits. */
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: CheckProgress) => void;
  /** Lets the host breathe between steps, e.g. `() => new Promise((r) => setTimeout(r))`. */
  readonly pause?: () => Promise<void>;
}

const ROWS_A_STEP = 1000;

/**
 * Checks a whole reading at once.
 * @example check(readWorkbook(grids, { today })).findings[0]?.rule // "unit-missing"
 */
export function check(
  reading: Reading,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
  rules: readonly Rule[] = RULES,
): CheckReport {
  const steps = checkInSteps(reading, settings, { rules });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * The same in steps, each a few dozen milliseconds at most, so that a pane stays alive. The reading must not change
 * between them. The last progress before the report has `done === total`.
 */
export function* checkInSteps(
  reading: Reading,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
  { rules = RULES, slice = ROWS_A_STEP }: CheckOptions = {},
): Generator<CheckProgress, CheckReport> {
  const drafts: UnsortedFinding<Finding>[] = [];
  const sheetOrder = orderSheets(reading);
  const twinOf = tellTwins(reading);
  let done = 0;
  let total = 0;
  for (const ledger of reading.ledgers) for (const item of ledger.items) total += item.rows.length;
  for (const ledger of reading.ledgers) {
    const steps = checkLedger({ ledger, reading, settings, sheetOrder, twinOf, drafts }, rules, slice, (looked) => {
      done += looked;
    });
    while (steps.next().done !== true) yield { done, total };
  }
  const steps = reportOf(drafts, holds);
  for (;;) {
    yield { done, total };
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same with pauses, so that others can go first and a person can cancel.
 * @returns the report, or null when cancelled
 */
export async function runCheck(
  reading: Reading,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
  options: RunOptions = {},
): Promise<CheckReport | null> {
  const { signal, onProgress, pause } = options;
  const steps = checkInSteps(reading, settings, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (signal?.aborted === true) return null;
    if (step.done === true) return step.value;
    onProgress?.(step.value);
    if (pause !== undefined) await pause();
  }
}

/** Sheets in the order in which the reading names them; passed-over ones behind. */
function orderSheets(reading: Reading): (sheet: string) => number {
  const orders = new Map<string, number>();
  for (const { sheet } of [...reading.ledgers, ...reading.passedOver]) {
    if (!orders.has(sheet)) orders.set(sheet, orders.size);
  }
  return (sheet) => orders.get(sheet) ?? orders.size;
}
