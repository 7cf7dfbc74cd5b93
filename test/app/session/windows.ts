/** Windows on one store: each has a handle of its own, and hears of what the others change, as with a BroadcastChannel. */
import type { EntryStore } from "../../../src/app/session";
import { createMemoryStore } from "../../../src/app/session/entries";

export interface Windows {
  /** The store as one more window has it. */
  readonly store: () => EntryStore;
  /** Messages between windows are lost from now on. */
  readonly deafen: () => void;
}

export function createWindows(): Windows {
  const shared = createMemoryStore();
  const windows = new Set<(workbook: string) => void>();
  let deaf = false;
  return {
    deafen: () => {
      deaf = true;
    },
    store: () => {
      const listeners = new Set<(workbook: string) => void>();
      const hear = (workbook: string): void => {
        for (const listener of [...listeners]) listener(workbook);
      };
      windows.add(hear);
      const tell = (workbook: string): void => {
        if (deaf) return;
        for (const window of windows) if (window !== hear) window(workbook);
      };
      return {
        load: shared.load,
        all: shared.all,
        change: async (workbook, work) => {
          let changed = false;
          const all = await shared.change(workbook, (now) => {
            const news = work(now);
            changed = news.length > 0;
            return news;
          });
          if (changed) tell(workbook);
          return all;
        },
        remove: async (workbook) => {
          await shared.remove(workbook);
          tell(workbook);
        },
        watch: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
    },
  };
}
