/**
 * What is kept for a workbook, entry by entry: each ignored finding, each corrected column, each setting, each step of the
 * journal is an entry of its own with a version. Two windows that decide different things at once change different
 * entries, and neither's is lost; of two that decide the same thing the later one holds.
 */
import { hashText } from "../../zh/text";

/** Version of the entries written now. Those of a later program are used as far as known and never written over. */
export const STATE_VERSION = 2;

export const CONCERNS = [
  "settings",
  "corrections",
  "ignores",
  "journal",
  "directory",
  "facts",
  "periods",
  "pairs",
] as const;
/** Those, and what holds for all workbooks (office.ts), which is never kept inside of one. */
export type Concern = (typeof CONCERNS)[number] | "office" | "templates";

export interface Entry {
  readonly concern: string;
  /** Names the entry within its concern: the id of a finding, the name of a setting. */
  readonly key: string;
  /** JSON data; null where it was taken back. */
  readonly value: unknown;
  /** Grows by one with every change. */
  readonly version: number;
  /** ISO text of the wall clock of the last change. */
  readonly at: string;
  /** `STATE_VERSION` of the program that wrote it. */
  readonly schema: number;
}

/** By `entryId`. */
export type Entries = ReadonlyMap<string, Entry>;

/** What an entry shall hold; null takes it back. */
export interface EntryPut {
  readonly concern: string;
  readonly key: string;
  readonly value: unknown;
}

/** Keeps entries by workbook: IndexedDB in page and pane, a file on the command line. Failures are `StorageError`s. */
export interface EntryStore {
  load(workbook: string): Promise<Entries>;
  /**
   * Reads, changes and writes as one step: no other window comes between. Resolves when the change is surely kept.
   * @param work entries to write, from those that are there
   * @returns all entries as they are then
   */
  change(workbook: string, work: (now: Entries) => readonly Entry[]): Promise<Entries>;
  remove(workbook: string): Promise<void>;
  /** Everything that is kept, by workbook. */
  all(): Promise<ReadonlyMap<string, Entries>>;
  /** Told when another window has changed entries of a workbook. */
  watch?(listener: (workbook: string) => void): () => void;
}

/**
 * - `refused`: the browser gives no storage. `full`: no room. `blocked`: another window of an older program holds it.
 * - `silent`: no answer. `failed`: anything else.
 */
export type StorageReason = "refused" | "full" | "blocked" | "silent" | "failed";

export class StorageError extends Error {
  constructor(readonly reason: StorageReason) {
    super(reason);
    this.name = "StorageError";
  }
}

export const entryId = (entry: { readonly concern: string; readonly key: string }): string =>
  `${entry.concern}\n${entry.key}`;

export const NO_ENTRIES: Entries = new Map();

/** @example valueOf(entries, "facts", "docNumber") // "×办〔2025〕3号", or null */
export function valueOf(entries: Entries, concern: string, key: string): unknown {
  return entries.get(entryId({ concern, key }))?.value ?? null;
}

/** Entries of a concern that hold something, in the order of their keys. */
export function entriesOf(entries: Entries, concern: string): readonly Entry[] {
  return [...entries.values()]
    .filter((entry) => entry.concern === concern && entry.value !== null && entry.schema <= STATE_VERSION)
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** The entries that a change writes: those that really differ, and none of a later program's. */
export function revise(now: Entries, puts: readonly EntryPut[], at: string): readonly Entry[] {
  const later = new Set([...now.values()].filter((each) => each.schema > STATE_VERSION).map((each) => each.concern));
  return puts.flatMap(({ concern, key, value }) => {
    const old = now.get(entryId({ concern, key }));
    if (later.has(concern) || sameValue(old?.value ?? null, value)) return [];
    return [{ concern, key, value, version: (old?.version ?? 0) + 1, at, schema: STATE_VERSION }];
  });
}

/** Both; where they differ the higher version, then the later one. */
export function mergeEntries(entries: Entries, others: Iterable<Entry>): Entries {
  const both = new Map(entries);
  for (const other of others) {
    const own = both.get(entryId(other));
    const newer = !own || other.version > own.version || (other.version === own.version && other.at > own.at);
    if (newer) both.set(entryId(other), other);
  }
  return both;
}

/** The entries as they are now, those that are as they were being the same objects. */
export function reuse(before: Entries, now: Entries): Entries {
  const next = new Map(now);
  for (const [id, entry] of now) {
    const old = before.get(id);
    if (old && old.version === entry.version && old.at === entry.at && sameValue(old.value, entry.value)) {
      next.set(id, old);
    }
  }
  return next;
}

export const entryMap = (entries: Iterable<Entry>): Entries =>
  new Map([...entries].map((entry) => [entryId(entry), entry]));

/** Plain JSON data is the same when its text is. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Entries as a document: inside a workbook (one a concern), in a file. */
export function writeEntries(entries: Iterable<Entry>): string {
  return JSON.stringify({ version: STATE_VERSION, entries: [...entries] });
}

/**
 * Reads a document of entries. What comes from outside is untrusted: what is no entry is left out.
 * @returns null where the text is no such document
 */
export function readEntries(json: string): readonly Entry[] | null {
  const document = parseEntries(json);
  if (typeof document !== "object" || document === null) return null;
  const { version, entries } = document as { version?: unknown; entries?: unknown };
  if (typeof version !== "number" || !Array.isArray(entries)) return null;
  return entries.filter(isEntry);
}

export function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { concern, key, version, at, schema } = value as Partial<Record<keyof Entry, unknown>>;
  return (
    typeof concern === "string" &&
    typeof key === "string" &&
    typeof version === "number" &&
    typeof at === "string" &&
    typeof schema === "number" &&
    "value" in value
  );
}

/** A document that a kill cut off counts as absent. */
export function parseEntries(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A store in memory: for tests, and for a visit that keeps nothing. */
export function createMemoryStore(): EntryStore {
  const kept = new Map<string, Entries>();
  return {
    load: async (workbook) => kept.get(workbook) ?? NO_ENTRIES,
    change: async (workbook, work) => {
      const now = kept.get(workbook) ?? NO_ENTRIES;
      const next = new Map([...now, ...entryMap(work(now))]);
      kept.set(workbook, next);
      return next;
    },
    remove: async (workbook) => {
      kept.delete(workbook);
    },
    all: async () => new Map(kept),
  };
}

/** Key of the second and further workbooks of a name. */
export const furtherKey = (name: string, sketch: readonly string[]): string =>
  `${name}\u0001${hashText(sketch.join())}`;
