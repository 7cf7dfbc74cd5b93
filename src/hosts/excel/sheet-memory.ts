/**
 * What the host remembers of each sheet between calls: its width, and its merged areas until something could have
 * changed them. Reading merges can cost the user's undo stack (office-js issue 5918), so that a check that follows
 * nothing but typing must not read them again.
 */
import type { Area } from "../../ledger/grid";

export interface SheetMemory {
  /** Columns of the sheet as last read; null when it was never read. */
  width(sheet: string): number | null;
  rememberWidth(sheet: string, width: number): void;
  /** Merged areas that are still good; null when they must be read. */
  merges(sheet: string): readonly Area[] | null;
  /** The last merged areas, good or not: better than nothing for refusing an edit. */
  lastMerges(sheet: string): readonly Area[];
  rememberMerges(sheet: string, merges: readonly Area[]): void;
  /** Rows moved, or formats changed, on this sheet (on any, with null): its merges may have changed. */
  mayDiffer(sheet: string | null): void;
  /** Grows with every such change; null while changes are not heard. Two equal numbers: nothing moved in between. */
  generation(): number | null;
  /** Whether changes are being heard; unheard ones could be anything, so nothing is trusted then. */
  setListening(on: boolean): void;
}

interface Entry {
  width: number | null;
  merges: readonly Area[];
  good: boolean;
}

export function createSheetMemory(): SheetMemory {
  const entries = new Map<string, Entry>();
  let listening = false;
  let generation = 0;
  const entry = (sheet: string): Entry => {
    const known = entries.get(sheet) ?? { width: null, merges: [], good: false };
    entries.set(sheet, known);
    return known;
  };
  return {
    width: (sheet) => entries.get(sheet)?.width ?? null,
    rememberWidth: (sheet, width) => {
      entry(sheet).width = width;
    },
    merges: (sheet) => {
      const known = entries.get(sheet);
      return known?.good && listening ? known.merges : null;
    },
    lastMerges: (sheet) => entries.get(sheet)?.merges ?? [],
    rememberMerges: (sheet, merges) => {
      Object.assign(entry(sheet), { merges, good: true });
    },
    mayDiffer: (sheet) => {
      generation += 1;
      for (const [name, known] of entries) if (sheet === null || name === sheet) known.good = false;
    },
    generation: () => (listening ? generation : null),
    setListening: (on) => {
      generation += 1;
      listening = on;
      if (!on) for (const known of entries.values()) known.good = false;
    },
  };
}
