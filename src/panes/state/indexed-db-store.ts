/**
 * What is kept beside workbooks, in IndexedDB, an entry a record. A change reads, decides and writes in one transaction:
 * no other window comes between, and it counts when the transaction is complete. Other windows are told where the browser
 * has a channel for it.
 */
import {
  CONCERNS,
  entryMap,
  isEntry,
  NO_ENTRIES,
  StorageError,
  type Entries,
  type Entry,
  type EntryStore,
  type StorageReason,
  readStored,
} from "../../app/session";

const DATABASE = "taizhang";
/** Whole documents of version 0.1; read once, then removed. */
const DOCUMENTS = "state";
const ENTRIES = "entries";
const VERSION = 2;
const CHANNEL = "taizhang";

/** A record is the entry with the workbook it belongs to; its key puts a workbook's entries together. */
interface Stored extends Entry {
  readonly workbook: string;
}

const recordKey = (workbook: string, entry: { readonly concern: string; readonly key: string }): string[] => [
  workbook,
  entry.concern,
  entry.key,
];
const recordsOf = (workbook: string): IDBKeyRange => IDBKeyRange.bound([workbook], [workbook, []]);
const documentKey = (workbook: string, concern: string): string => `${workbook}\u0000${concern}`;

function reasonOf(error: DOMException | null): StorageReason {
  if (error?.name === "QuotaExceededError") return "full";
  return error?.name === "SecurityError" || error?.name === "InvalidStateError" ? "refused" : "failed";
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(DATABASE, VERSION);
    } catch (error) {
      reject(new StorageError(error instanceof DOMException ? reasonOf(error) : "refused"));
      return;
    }
    request.onupgradeneeded = () => {
      const { objectStoreNames } = request.result;
      if (!objectStoreNames.contains(DOCUMENTS)) request.result.createObjectStore(DOCUMENTS);
      if (!objectStoreNames.contains(ENTRIES)) request.result.createObjectStore(ENTRIES);
    };
    request.onsuccess = () => {
      // A later program in another window may go on to its own version.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(new StorageError(reasonOf(request.error)));
    request.onblocked = () => reject(new StorageError("blocked"));
  });
}

/** Runs requests in a transaction; resolves with what they came to when the transaction is complete. */
function transact<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (entries: IDBObjectStore, documents: IDBObjectStore, answer: (value: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let transaction: IDBTransaction;
    try {
      transaction = database.transaction([ENTRIES, DOCUMENTS], mode);
    } catch (error) {
      reject(error instanceof DOMException ? new StorageError(reasonOf(error)) : error);
      return;
    }
    let value: { readonly is: T } | null = null;
    let slip: unknown = null;
    transaction.oncomplete = () => (value === null ? reject(new StorageError("failed")) : resolve(value.is));
    transaction.onabort = () => reject(slip ?? new StorageError(reasonOf(transaction.error)));
    transaction.onerror = () => undefined;
    try {
      work(transaction.objectStore(ENTRIES), transaction.objectStore(DOCUMENTS), (answered) => {
        value = { is: answered };
      });
    } catch (error) {
      slip = error;
      transaction.abort();
    }
  });
}

function read(
  workbook: string,
  entries: IDBObjectStore,
  documents: IDBObjectStore,
  then: (found: Entries, old: readonly string[]) => void,
): void {
  const request = entries.getAll(recordsOf(workbook));
  request.onsuccess = () => {
    const found = entryMap((request.result as unknown[]).filter(isEntry).map(withoutWorkbook));
    readDocuments(workbook, documents, (older, keys) => then(new Map([...older, ...found]), keys));
  };
}

function withoutWorkbook(stored: Entry): Entry {
  const { concern, key, value, version, at, schema } = stored;
  return { concern, key, value, version, at, schema };
}

/** What version 0.1 kept; nothing in most cases. */
function readDocuments(
  workbook: string,
  documents: IDBObjectStore,
  then: (entries: Entries, keys: readonly string[]) => void,
): void {
  const concerns = [...CONCERNS, "known"];
  const found: Entry[] = [];
  const keys: string[] = [];
  let open = concerns.length;
  for (const concern of concerns) {
    const key = documentKey(workbook, concern);
    const request = documents.get(key);
    request.onsuccess = () => {
      const json: unknown = request.result;
      if (typeof json === "string") {
        keys.push(key);
        found.push(...readStored(concern, json));
      }
      open -= 1;
      if (open === 0) then(found.length === 0 ? NO_ENTRIES : entryMap(found), keys);
    };
  }
}

/** The browser's databases; some browsers refuse even to be asked for them. */
export function browserDatabases(): IDBFactory | undefined {
  try {
    return window.indexedDB as IDBFactory | undefined;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}

/**
 * @param factory absent where the browser has none
 * @example createIndexedDbStore(browserDatabases())
 */
export function createIndexedDbStore(factory: IDBFactory | undefined): EntryStore {
  let opening: Promise<IDBDatabase> | null = null;
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);

  async function database(): Promise<IDBDatabase> {
    if (!factory) throw new StorageError("refused");
    opening ??= openDatabase(factory);
    const mine = opening;
    try {
      const open = await mine;
      open.onclose = () => {
        opening = null;
      };
      return open;
    } catch (error) {
      // What failed once is tried again the next time.
      if (opening === mine) opening = null;
      throw error;
    }
  }

  async function run<T>(mode: IDBTransactionMode, work: Parameters<typeof transact<T>>[2]): Promise<T> {
    const open = await database();
    try {
      return await transact<T>(open, mode, work);
    } catch (error) {
      // A connection that the browser closed (an upgrade elsewhere, a sleeping tab) is opened anew.
      opening = null;
      throw error;
    }
  }

  const tell = (workbook: string): void => channel?.postMessage({ workbook });

  return {
    load: (workbook) =>
      run<Entries>("readonly", (entries, documents, answer) => read(workbook, entries, documents, answer)),
    change: async (workbook, work) => {
      let changed = 0;
      const all = await run<Entries>("readwrite", (entries, documents, answer) =>
        read(workbook, entries, documents, (now, old) => {
          const news = work(now);
          changed = news.length;
          const migrated = old.length > 0 ? [...now.values()] : [];
          for (const entry of entryMap([...migrated, ...news]).values()) {
            entries.put({ workbook, ...entry } satisfies Stored, recordKey(workbook, entry));
          }
          for (const key of old) documents.delete(key);
          answer(new Map([...now, ...entryMap(news)]));
        }),
      );
      if (changed > 0) tell(workbook);
      return all;
    },
    remove: async (workbook) => {
      await run<null>("readwrite", (entries, documents, answer) => {
        entries.delete(recordsOf(workbook));
        documents.delete(IDBKeyRange.bound(documentKey(workbook, ""), documentKey(workbook, "\uffff")));
        answer(null);
      });
      tell(workbook);
    },
    all: () =>
      run<ReadonlyMap<string, Entries>>("readonly", (entries, documents, answer) => {
        const records = entries.getAll();
        const keys = documents.getAllKeys();
        keys.onsuccess = () => {
          const all = new Map<string, Map<string, Entry>>();
          const older = new Set(keys.result.map((key) => String(key).split("\u0000")[0] ?? ""));
          let open = older.size;
          const finish = (): void => {
            for (const record of (records.result as unknown[]).filter(isEntry)) {
              const { workbook } = record as Partial<Stored>;
              if (typeof workbook !== "string") continue;
              const own = all.get(workbook) ?? new Map<string, Entry>();
              for (const [id, entry] of entryMap([withoutWorkbook(record)])) own.set(id, entry);
              all.set(workbook, own);
            }
            answer(all);
          };
          if (open === 0) finish();
          for (const workbook of older) {
            readDocuments(workbook, documents, (found) => {
              all.set(workbook, new Map(found));
              open -= 1;
              if (open === 0) finish();
            });
          }
        };
      }),
    watch: (listener) => {
      if (channel === null) return () => undefined;
      const hear = (event: MessageEvent): void => {
        const { workbook } = (event.data ?? {}) as { workbook?: unknown };
        if (typeof workbook === "string") listener(workbook);
      };
      channel.addEventListener("message", hear);
      return () => channel.removeEventListener("message", hear);
    },
  };
}
