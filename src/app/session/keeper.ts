/** Where the entries of one workbook are kept: beside it in a store, or inside it on request (随台账保存). */
import type { StateFacet } from "../../hosts/port";
import { CONCERNS, entryMap, writeEntries, type Entries, type Entry, type EntryStore } from "./entries";
import { readStored } from "./migrate";

export interface Keeper {
  /** Key in the store, for hearing of other windows; null inside a workbook. */
  readonly key: string | null;
  load(): Promise<Entries>;
  /** As `EntryStore.change`. */
  change(work: (now: Entries) => readonly Entry[]): Promise<Entries>;
  remove(): Promise<void>;
}

export function keepBeside(store: EntryStore, key: string): Keeper {
  return {
    key,
    load: () => store.load(key),
    change: (work) => store.change(key, work),
    remove: () => store.remove(key),
  };
}

/** One document a concern; only those that change are written. */
export function keepInside(facet: StateFacet): Keeper {
  const load = async (): Promise<Entries> => {
    const entries: Entry[] = [];
    for (const concern of CONCERNS) entries.push(...readStored(concern, await facet.load(concern)));
    return entryMap(entries);
  };
  return {
    key: null,
    load,
    change: async (work) => {
      const now = await load();
      const changed = entryMap(work(now));
      const next = new Map([...now, ...changed]);
      for (const concern of new Set([...changed.values()].map((entry) => entry.concern))) {
        await facet.save(concern, writeEntries([...next.values()].filter((entry) => entry.concern === concern)));
      }
      return next;
    },
    remove: () => facet.remove(),
  };
}
