/**
 * Gathers what Excel tells until it is quiet for a moment, and says it in the port's words: rows of a sheet, or that
 * everything must be read again. Fast typing, pastes and sorts come as many events.
 */
import type { Area } from "../../grid";
import type { HostEvent } from "../port";
import { areaAddress } from "./addresses";

/** Quiet time after which gathered events are told, and the longest they wait, in milliseconds. */
const QUIET = 250;
const LONGEST = 1_500;
/** Rows above which an edit is a large paste and the sheet is read again. */
const MANY_ROWS = 200;

export interface EventQueue {
  /** Cells were edited. */
  edited(sheet: string, area: Area): void;
  /** Formats changed; together with an edit of the same several cells, this is a merge or a paste with formats. */
  formatted(sheet: string, area: Area): void;
  structure(sheet: string | null): void;
  calculated(sheet: string): void;
  close(): void;
}

interface QueueOptions {
  readonly tell: (event: HostEvent) => void;
  /** Rows whose formulas have new results; null when that cannot be told. */
  readonly recalculatedRows: (sheet: string) => Promise<readonly number[] | null>;
  readonly onError: (error: unknown) => void;
}

interface Pending {
  readonly rows: Map<string, Set<number>>;
  readonly edited: Set<string>;
  readonly formatted: Set<string>;
  readonly structure: Set<string | null>;
  readonly calculated: Set<string>;
}

const nothing = (): Pending => ({
  rows: new Map(),
  edited: new Set(),
  formatted: new Set(),
  structure: new Set(),
  calculated: new Set(),
});

export function createEventQueue(options: QueueOptions): EventQueue {
  let pending = nothing();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstAt = 0;
  let closed = false;

  const schedule = (): void => {
    if (closed) return;
    const time = Date.now();
    if (timer === null) firstAt = time;
    else clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(QUIET, firstAt + LONGEST - time)));
  };

  const flush = (): void => {
    timer = null;
    const batch = pending;
    pending = nothing();
    tellAll(batch).catch(options.onError);
  };

  const tellAll = async (batch: Pending): Promise<void> => {
    for (const key of batch.edited) {
      if (!batch.formatted.has(key)) continue;
      const sheet = key.slice(key.indexOf("!") + 1);
      batch.structure.add(sheet);
    }
    for (const sheet of batch.calculated) {
      if (batch.structure.has(sheet) || batch.structure.has(null)) continue;
      const rows = await options.recalculatedRows(sheet);
      if (rows === null || rows.length > MANY_ROWS) batch.structure.add(sheet);
      else if (rows.length > 0) addRows(batch, sheet, rows);
    }
    if (closed) return;
    if (batch.structure.size > 0) {
      const [only] = batch.structure;
      options.tell({ type: "structure", sheet: batch.structure.size === 1 ? (only ?? null) : null });
      if (batch.structure.size > 1 || only === null) return;
    }
    for (const [sheet, rows] of batch.rows) {
      if (batch.structure.has(sheet)) continue;
      options.tell({ type: "rows", sheet, rows: [...rows].sort((a, b) => a - b) });
    }
  };

  return {
    edited(sheet, area) {
      const count = area.bottom - area.top + 1;
      if (count > MANY_ROWS) pending.structure.add(sheet);
      else
        addRows(
          pending,
          sheet,
          Array.from({ length: count }, (_, index) => area.top + index),
        );
      if (!isSingle(area)) pending.edited.add(keyOf(sheet, area));
      schedule();
    },
    formatted(sheet, area) {
      if (isSingle(area)) return;
      pending.formatted.add(keyOf(sheet, area));
      schedule();
    },
    structure(sheet) {
      pending.structure.add(sheet);
      schedule();
    },
    calculated(sheet) {
      pending.calculated.add(sheet);
      schedule();
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

const isSingle = (area: Area): boolean => area.top === area.bottom && area.left === area.right;
const keyOf = (sheet: string, area: Area): string => `${areaAddress(area)}!${sheet}`;

function addRows(pending: Pending, sheet: string, rows: readonly number[]): void {
  const known = pending.rows.get(sheet) ?? new Set<number>();
  for (const row of rows) known.add(row);
  pending.rows.set(sheet, known);
}
