/**
 * Keeping what a person decides. Every change goes to the store as one step over what is there now, so that another
 * window's decisions come in by the same way; what the store doesn't take lasts as long as this window, is told once, and
 * goes along with the next change that is kept.
 */
import type { Host } from "../../hosts/port";
import type { ActionName } from "../actions";
import type { Core } from "./core";
import { decisionsOf, journalOf } from "./decisions";
import {
  entryId,
  entryMap,
  mergeEntries,
  NO_ENTRIES,
  readEntries,
  reuse,
  revise,
  STATE_VERSION,
  StorageError,
  valueOf,
  type Entries,
  type Entry,
  type EntryStore,
  type EntryPut,
  type StorageReason,
} from "./entries";
import { absentEntries, decide, journalPuts, type Journal } from "./journal";
import { keepBeside, keepInside, type Keeper } from "./keeper";
import { isTyping } from "./typing";
import { findBeside } from "./known-workbooks";
import { withOffice } from "./office";
import type { OpenWorkbook } from "./open-workbook";

/** Longest that a store may take to answer, in milliseconds. */
const PATIENCE = 6_000;

export interface Keeping {
  /** Finds where a workbook's entries are, and loads them; what cannot be loaded is told, and the workbook opens without. */
  readonly find: (host: Host) => Promise<Pick<OpenWorkbook, "keeper" | "entries" | "decisions" | "storage">>;
  /** Decides something: kept as one step that 撤销 takes back. */
  readonly decide: (label: ActionName, puts: readonly EntryPut[]) => Promise<void>;
  /** Changes what is kept without a step of its own. */
  readonly put: (puts: readonly EntryPut[]) => Promise<void>;
  readonly changeJournal: (change: (journal: Journal) => Journal) => Promise<void>;
  /** Looks again at what is kept: another window may have changed it. */
  readonly refresh: () => Promise<void>;
  readonly moveInside: (on: boolean) => Promise<boolean>;
  readonly forget: () => Promise<void>;
  /** Whether what was kept is gone. */
  readonly share: (on: boolean) => Promise<boolean>;
  /** `whole`: with everything that is kept on this computer; otherwise only of the open workbook. */
  readonly exportAll: () => Promise<{ readonly text: string; readonly whole: boolean } | null>;
  readonly importAll: (text: string) => Promise<{ readonly workbooks: number; readonly entries: number } | null>;
  /** A name for an entry of the journal that no other window gives. */
  readonly newId: (at: string) => string;
  /** Other windows of this program that are open now. */
  readonly living: () => Promise<ReadonlySet<string>>;
}

export function createKeeping(core: Core): Keeping {
  const { environment } = core;
  /** What the store did not take, by entry: goes along with the next change. */
  let left: Entries = NO_ENTRIES;
  const window = environment.newId();
  environment.windows?.announce(window);
  let steps = 0;
  const store = () => (environment.shared?.on() === true ? null : environment.store);
  const fold = (entries: Entries) => decisionsOf(entries, core.known, core.initial);
  const mine = (id: string) => id.includes(`#${window}.`);

  function show(book: OpenWorkbook, now: Entries, storage: StorageReason | null): void {
    const entries = reuse(book.entries, now);
    const decisions = decisionsOf(entries, core.known, core.initial, book);
    core.replace(book.host, { entries, decisions, storage, absent: absentNow(book, decisions.journal, mine) });
  }

  async function placeBeside(place: EntryStore, host: Host): Promise<Keeper> {
    const { workbookKey, sketch } = host;
    return withOffice(await findBeside(place, workbookKey, sketch ?? null, environment.wallClock), place);
  }

  /** @throws StorageError */
  async function inTime<T>(work: Promise<T>): Promise<T> {
    const over = new AbortController();
    const late = environment.pause(PATIENCE, over.signal).then((): never => {
      throw new StorageError("silent");
    });
    // After the end of the race nobody asks the loser any more.
    late.catch(ignore);
    work.catch(ignore);
    try {
      return await Promise.race([work, late]);
    } finally {
      over.abort();
    }
  }

  async function attempt<T>(work: () => Promise<T>): Promise<T | StorageReason> {
    try {
      return await inTime(work());
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      core.recorder.record("storage", { reason: error.reason });
      return error.reason;
    }
  }

  async function find(host: Host): ReturnType<Keeping["find"]> {
    left = NO_ENTRIES;
    const found = await attempt(async () => {
      if (host.state) {
        // Inside goes before beside: it travelled with the file.
        const inside = keepInside(host.state);
        const entries = await inside.load();
        if (entries.size > 0) {
          const keeper = withOffice(inside, store());
          return { keeper, entries: await keeper.load() };
        }
      }
      const beside = store();
      if (beside === null) return { keeper: null, entries: NO_ENTRIES };
      const keeper = await placeBeside(beside, host);
      return { keeper, entries: await keeper.load() };
    });
    const lost = typeof found === "string";
    const beside = store();
    // Where it did not answer, the next change tries again; it writes over nothing, being one step over what is there.
    const keeper = !lost
      ? found.keeper
      : beside === null
        ? null
        : withOffice(keepBeside(beside, host.workbookKey), beside);
    const entries = lost ? NO_ENTRIES : found.entries;
    return { keeper, entries, decisions: fold(entries), storage: lost ? found : null };
  }

  /** @param work entries to write, from all that are there */
  async function change(work: (now: Entries) => readonly Entry[]): Promise<void> {
    const book = core.book();
    if (book === null) return;
    const { keeper } = book;
    if (keeper === null) {
      show(book, mergeEntries(book.entries, work(book.entries)), null);
      return;
    }
    const kept = await attempt(() =>
      keeper.change((stored) => {
        const missing = [...left.values()].filter((entry) => differs(stored, entry));
        const now = mergeEntries(stored, missing);
        return [...entryMap([...missing, ...work(now)]).values()];
      }),
    );
    if (typeof kept === "string") {
      // Not kept, and still decided.
      const changed = work(book.entries);
      left = mergeEntries(left, changed);
      show(book, mergeEntries(book.entries, changed), kept);
    } else {
      left = NO_ENTRIES;
      show(book, kept, null);
    }
  }

  const at = () => environment.wallClock();
  const newId = (time: string): string => {
    steps += 1;
    return `${time}#${window}.${String(steps).padStart(6, "0")}`;
  };

  async function living(): Promise<ReadonlySet<string>> {
    const open = new Set(await environment.windows?.living());
    open.delete(window);
    return open;
  }

  async function refresh(): Promise<void> {
    const book = core.book();
    if (book === null) return;
    core.replace(book.host, { living: await living() });
    if (book.keeper === null) return;
    if (left.size > 0) {
      await change(() => []);
      return;
    }
    const { keeper } = book;
    const entries = await attempt(() => keeper.load());
    if (typeof entries === "string") core.replace(book.host, { storage: entries });
    else show(book, entries, null);
  }

  return {
    find,
    newId,
    living,
    put: (puts) => change((now) => revise(now, puts, at())),
    decide: (label, puts) =>
      change((now) => {
        const time = at();
        const changed = revise(now, puts, time);
        if (changed.length === 0) return [];
        const decisions = changed.map(({ concern, key, value }) => ({
          concern,
          key,
          before: valueOf(now, concern, key),
          after: value,
        }));
        const journal = journalOf(now);
        const next = decide(journal, { id: newId(time), label, at: time, decisions }, mine);
        return [...changed, ...revise(now, journalPuts(journal, next), time)];
      }),
    changeJournal: (edit) =>
      change((now) => {
        const journal = journalOf(now);
        return revise(now, journalPuts(journal, edit(journal)), at());
      }),
    refresh,
    moveInside: async (on) => {
      const book = core.book();
      if (book === null || !book.host.state) return false;
      const { host } = book;
      const place = store();
      const inside = withOffice(keepInside(book.host.state), place);
      const find = async () => (place === null ? null : await placeBeside(place, host));
      // Into the workbook it goes also where this computer keeps nothing.
      const found = on ? await attempt(find) : await inTime(find());
      const beside = typeof found === "string" ? null : found;
      const to: Keeper | null = on ? inside : beside;
      const entries = book.entries;
      if (to !== null) await inTime(to.change((now) => [...entries.values()].filter((entry) => differs(now, entry))));
      // One place only: two would drift apart.
      const from = on ? beside : inside;
      if (from !== null && on) await attempt(() => from.remove());
      else if (from !== null) await inTime(from.remove());
      core.replace(host, { keeper: to, storage: null });
      return true;
    },
    forget: async () => {
      const book = core.book();
      if (book === null) return;
      left = NO_ENTRIES;
      if (book.keeper !== null) await inTime(book.keeper.remove());
      core.replace(book.host, { entries: NO_ENTRIES, decisions: fold(NO_ENTRIES) });
    },
    share: async (on) => {
      const { store: all } = environment;
      const failure = !on || all === null ? null : await attempt(() => eraseAll(all));
      // A browser that refuses to keep has kept nothing.
      const erased = typeof failure !== "string" || failure === "refused";
      environment.shared?.set(on);
      const book = core.book();
      if (book === null || (book.keeper !== null && book.keeper.key === null)) return erased;
      const place = store();
      const keeper = place === null ? null : await placeBeside(place, book.host);
      // What was decided in this visit stays for the visit, or is kept from now on.
      if (keeper !== null)
        await inTime(keeper.change((now) => [...book.entries.values()].filter((e) => differs(now, e))));
      core.replace(book.host, { keeper, storage: null });
      return erased;
    },
    exportAll: async () => {
      const { store: all } = environment;
      const stored = all === null ? "refused" : await attempt(() => all.all());
      const whole = typeof stored !== "string";
      const kept = new Map(whole ? [...stored].filter(([key]) => !isTyping(key)) : []);
      const book = core.book();
      // What could not be kept is remembered here all the same.
      if (book !== null && book.entries.size > 0 && (!whole || left.size > 0)) {
        const key = book.keeper?.key ?? book.host.workbookKey;
        kept.set(key, mergeEntries(kept.get(key) ?? NO_ENTRIES, [...book.entries.values()]));
      }
      if (!whole && kept.size === 0) return null;
      const workbooks = Object.fromEntries(
        [...kept].map(([key, entries]) => [key, [...entries.values()]] as const).filter(([, list]) => list.length > 0),
      );
      const text = `${JSON.stringify({ product: "taizhang", version: STATE_VERSION, workbooks }, null, 1)}\n`;
      return { text, whole };
    },
    importAll: async (text) => {
      const place = store();
      const workbooks = readExport(text);
      if (place === null || workbooks === null) return null;
      let taken = 0;
      for (const [key, entries] of workbooks) {
        await inTime(
          place.change(key, (now) => {
            const news = entries.filter((entry) => differs(now, entry));
            taken += news.length;
            return news;
          }),
        );
      }
      await refresh();
      return { workbooks: workbooks.length, entries: taken };
    },
  };
}

async function eraseAll(store: EntryStore): Promise<void> {
  for (const workbook of (await store.all()).keys()) await store.remove(workbook);
}

/** Window that an entry of the journal was written by. */
export const windowOf = (id: string): string => /#([^.]*)\./.exec(id)?.[1] ?? "";

/** Whether an entry is news to what is kept. */
const differs = (now: Entries, entry: Entry): boolean => mergeEntries(now, [entry]).get(entryId(entry)) === entry;

/**
 * Steps that are not in this copy of the workbook. Those that another window has just added are in the cells of a workbook
 * that both share; a copy of a file of one's own has not got them.
 */
function absentNow(book: OpenWorkbook, journal: Journal, mine: (id: string) => boolean): ReadonlySet<string> {
  if (!book.host.copies) return book.absent;
  const before = new Set(book.decisions.journal.map((entry) => entry.id));
  const news = absentEntries(
    journal.filter((entry) => !before.has(entry.id) && !mine(entry.id)),
    book.grids,
    true,
  );
  return news.size === 0 ? book.absent : new Set([...book.absent, ...news]);
}

function readExport(text: string): readonly (readonly [string, readonly Entry[]])[] | null {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  const { product, version, workbooks } = (document ?? {}) as Record<string, unknown>;
  if (product !== "taizhang" || typeof version !== "number" || typeof workbooks !== "object" || workbooks === null) {
    return null;
  }
  return Object.entries(workbooks).map(([key, entries]) => [
    key,
    readEntries(JSON.stringify({ version, entries })) ?? [],
  ]);
}

/** The other side of a race; its error, if it comes later, has been answered for. */
function ignore(): void {
  return undefined;
}
