/**
 * Texts that a person is still writing and that belong to no workbook's decisions: a pasted notice, a reason half written.
 * Kept in the same store under names of their own, so that a reload or another pane loses none; nothing on a shared computer.
 */
import { createMemoryStore, revise, StorageError, valueOf, type EntryStore } from "./entries";

export interface Typing {
  /** "" where nothing was typed. */
  load(name: string): Promise<string>;
  /** @param text "" forgets it */
  keep(name: string, text: string): Promise<void>;
}

/** No name that a workbook or a notice can have. */
const PLACE = "\u0001typing:";

/** @example isTyping("\u0001typing:draft") // true: it goes with no exported records */
export const isTyping = (workbook: string): boolean => workbook.startsWith(PLACE);

/**
 * What the store does not take lasts as long as this window; it is said nowhere, for nothing was decided.
 * @param store null: nothing is kept
 * @param wallClock ISO text
 */
export function createTyping(store: () => EntryStore | null, wallClock: () => string): Typing {
  const visit = createMemoryStore();

  async function inStore<T>(work: (place: EntryStore) => Promise<T>): Promise<T> {
    const place = store();
    if (place === null) return work(visit);
    try {
      return await work(place);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      return work(visit);
    }
  }

  return {
    load: (name) =>
      inStore(async (place) => {
        const text = valueOf(await place.load(PLACE + name), "typing", "text");
        return typeof text === "string" ? text : "";
      }),
    keep: (name, text) =>
      inStore(async (place) => {
        if (text === "") await place.remove(PLACE + name);
        else {
          const put = { concern: "typing", key: "text", value: text };
          await place.change(PLACE + name, (now) => revise(now, [put], wallClock()));
        }
      }),
  };
}
