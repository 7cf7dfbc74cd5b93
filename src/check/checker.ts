/** The checker of a reading: a full run, then updates that cost only the items they concern. */
import type { Item, Ledger, Reading } from "../ledger/types";
import type { Finding, FindingCounts } from "../finding/types";
import { createLedgerEngine, type LedgerEngine } from "./engine";
import { RULES } from "./list";
import type { Rule } from "./rule";
import { DEFAULT_CHECK_SETTINGS, type CheckSettings } from "./settings";
import { createFindingStore } from "./store";

export interface Checker {
  /** Sorted by sheet, row, column, severity, code; deduped; ids unique. The same array until an update changes it. */
  findings(): readonly Finding[];
  counts(): FindingCounts;
  /**
   * Looks again at items that were patched in place (`updateReading`). Equals a full run over the same reading; costs
   * those items and the neighbours that table rules tie to them.
   */
  update(items: readonly Item[]): void;
}

/** How a run in slices is steered. The core has no timers: the host passes the pause. */
export interface RunOptions {
  /** Anything with an `aborted` flag; an AbortSignal fits. */
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Lets the host breathe between slices, e.g. `() => new Promise((r) => setTimeout(r))`. */
  readonly pause?: () => Promise<void>;
  /** Items a slice; about 20 ms at the default. */
  readonly slice?: number;
  /** Rules to run; all by default (the rule tester runs one). */
  readonly rules?: readonly Rule[];
}

const SLICE = 4000;

/**
 * Checks a whole reading at once.
 * @example createChecker(readWorkbook(grids, { today })).findings()[0]?.rule // "unit-missing"
 */
export function createChecker(
  reading: Reading,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
  rules: readonly Rule[] = RULES,
): Checker {
  const { checker, work } = prepare(reading, settings, rules, SLICE);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return checker;
}

/**
 * The same in slices, so that a pane stays alive and a person can cancel.
 * @returns the checker, or null when cancelled
 */
export async function runChecker(
  reading: Reading,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
  options: RunOptions = {},
): Promise<Checker | null> {
  const { checker, work } = prepare(reading, settings, options.rules ?? RULES, options.slice ?? SLICE);
  for (let step = work.next(); step.done !== true; step = work.next()) {
    if (options.signal?.aborted === true) return null;
    options.onProgress?.(step.value);
    if (options.pause !== undefined) await options.pause();
  }
  return options.signal?.aborted === true ? null : checker;
}

function prepare(reading: Reading, settings: CheckSettings, rules: readonly Rule[], slice: number) {
  const store = createFindingStore();
  const sheetOrder = orderSheets(reading);
  const engines = new Map<Ledger, LedgerEngine>();
  for (const ledger of reading.ledgers) {
    engines.set(ledger, createLedgerEngine({ ledger, reading, settings, rules, sheetOrder, store }));
  }
  const checker: Checker = {
    findings: () => store.list(),
    counts: () => store.counts(),
    update(items) {
      const touched = new Set<LedgerEngine>();
      const known: [LedgerEngine, Item][] = [];
      for (const item of new Set(items)) {
        const engine = engines.get(item.ledger);
        if (engine === undefined) continue;
        known.push([engine, item]);
        touched.add(engine);
      }
      for (const [engine, item] of known) engine.remove(item);
      for (const [engine, item] of known) engine.add(item);
      // Subtotals and the like may have changed with no item of their own: every table rule settles.
      for (const engine of items.length === 0 ? engines.values() : touched) engine.settle();
    },
  };
  return { checker, work: walk([...engines.values()], slice) };
}

function* walk(engines: readonly LedgerEngine[], slice: number): Generator<{ done: number; total: number }, void> {
  const total = engines.reduce((sum, engine) => sum + engine.ledger.items.length, 0);
  let done = 0;
  for (const engine of engines) {
    for (const item of engine.ledger.items) {
      engine.add(item);
      done++;
      if (done % slice === 0) yield { done, total };
    }
    engine.settle();
  }
  yield { done, total };
}

/** Sheets in the order in which the reading names them; passed-over ones behind. */
function orderSheets(reading: Reading): (sheet: string) => number {
  const orders = new Map<string, number>();
  for (const { sheet } of [...reading.ledgers, ...reading.passedOver]) {
    if (!orders.has(sheet)) orders.set(sheet, orders.size);
  }
  return (sheet) => orders.get(sheet) ?? orders.size;
}
