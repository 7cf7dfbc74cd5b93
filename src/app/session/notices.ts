/**
 * Findings of notices that a person has set aside, kept like a ledger's: entries in the same store, under a key of the
 * notice's own. What the store doesn't take lasts as long as this window.
 */
import { hashText, foldKey } from "../../zh/text";
import type { ReadNotice } from "../../reading";
import { ignoresOf, type Ignore } from "./decisions";
import { createMemoryStore, mergeEntries, revise, StorageError, type Entries, type EntryStore } from "./entries";

interface NoticeIgnores {
  /** By id of the finding. */
  load(key: string): Promise<ReadonlyMap<string, Ignore>>;
  /** @param reason null takes it back */
  put(key: string, findingId: string, reason: string | null): Promise<ReadonlyMap<string, Ignore>>;
}

/**
 * The key of a notice in the store: its title, else its first words. It survives other names of the file and all
 * corrections below the title, and is no name a workbook can have.
 * @example noticeKey(readDocument(lines))
 */
export function noticeKey(document: Pick<ReadNotice, "title" | "lines">): string {
  const words = document.title?.text ?? document.lines.find((line) => line.text.trim() !== "")?.text ?? "";
  return `\u0001notice:${hashText(foldKey(words))}`;
}

/**
 * @param store null: nothing is kept
 * @param wallClock ISO text
 * @param onLost told why the store did not take something
 */
export function createNoticeIgnores(
  store: () => EntryStore | null,
  wallClock: () => string,
  onLost: (error: StorageError) => void = () => undefined,
): NoticeIgnores {
  const visit = createMemoryStore();

  async function attempt(work: (place: EntryStore) => Promise<Entries>): Promise<Entries | null> {
    const place = store();
    if (place === null) return null;
    try {
      return await work(place);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      onLost(error);
      return null;
    }
  }

  return {
    async load(key) {
      const kept = await attempt((place) => place.load(key));
      return ignoresOf(mergeEntries(kept ?? new Map(), (await visit.load(key)).values()));
    },
    async put(key, findingId, reason) {
      const at = wallClock();
      const value = reason === null ? null : { reason, at };
      const work = (now: Entries) => revise(now, [{ concern: "ignores", key: findingId, value }], at);
      const kept = await attempt((place) => place.change(key, work));
      return ignoresOf(kept ?? (await visit.change(key, work)));
    },
  };
}
