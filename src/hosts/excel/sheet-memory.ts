/**
 * What the host remembers of the sheets between calls: which sheet a name meant when the sheets were last listed, how
 * wide each was, and its merged areas as last read. Excel tells renames only from ExcelApi 1.17 on, so that a name is
 * never looked up in the workbook once its sheet is known: the id is.
 */
import type { Area } from "../../grid";

export interface SheetMemory {
  /** These are the sheets, with their names, from now on. */
  list(sheets: readonly NamedSheet[]): void;
  /** These sheets have been read; what is known of others stays. */
  know(sheets: readonly NamedSheet[]): void;
  isListed(): boolean;
  /** What `worksheets.getItem` takes for a sheet: its id; of a sheet that was never listed, its name. */
  keyOf(name: string): string;
  /** Name as of the last listing; null for a sheet that came since. */
  nameOf(id: string): string | null;
  /** Columns of the sheet as last read; null when it was never read. */
  width(name: string): number | null;
  rememberWidth(name: string, width: number): void;
  /** The last merged areas, good or not: enough for refusing an edit. */
  lastMerges(name: string): readonly Area[];
  rememberMerges(name: string, merges: readonly Area[]): void;
}

export interface NamedSheet {
  readonly id: string;
  readonly name: string;
}

interface Entry {
  width: number | null;
  merges: readonly Area[];
}

export function createSheetMemory(): SheetMemory {
  const idOf = new Map<string, string>();
  const names = new Map<string, string>();
  const entries = new Map<string, Entry>();
  const keyOf = (name: string): string => idOf.get(name) ?? name;
  const entry = (name: string): Entry => {
    const key = keyOf(name);
    const known = entries.get(key) ?? { width: null, merges: [] };
    entries.set(key, known);
    return known;
  };
  const know = (sheets: readonly NamedSheet[]): void => {
    for (const { id } of sheets) {
      const before = names.get(id);
      if (before !== undefined && idOf.get(before) === id) idOf.delete(before);
    }
    for (const { id, name } of sheets) {
      names.set(id, name);
      idOf.set(name, id);
    }
  };
  return {
    list(sheets) {
      names.clear();
      idOf.clear();
      know(sheets);
      for (const key of entries.keys()) if (!names.has(key)) entries.delete(key);
    },
    know,
    isListed: () => names.size > 0,
    keyOf,
    nameOf: (id) => names.get(id) ?? null,
    width: (name) => entries.get(keyOf(name))?.width ?? null,
    rememberWidth: (name, width) => {
      entry(name).width = width;
    },
    lastMerges: (name) => entries.get(keyOf(name))?.merges ?? [],
    rememberMerges: (name, merges) => {
      entry(name).merges = merges;
    },
  };
}

/** The sheet that had this name when the sheets were last listed. */
export function worksheetOf(context: Excel.RequestContext, memory: SheetMemory, name: string): Excel.Worksheet {
  return context.workbook.worksheets.getItem(memory.keyOf(name));
}
