/**
 * State beside the workbook in IndexedDB, keyed by workbook and concern. Where the browser refuses storage (file:// in
 * some settings, private windows, partitioned frames) it keeps things for this session only and says so once.
 */
import type { StateStore, StoredConcern } from "../../app/session/types";

const DATABASE = "taizhang";
const STORE = "state";
const VERSION = 1;

const keyOf = (workbookKey: string, concern: string) => `${workbookKey}\u0000${concern}`;

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains(STORE)) request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("IndexedDB", "UnknownError"));
    request.onblocked = () => reject(new DOMException("IndexedDB", "InvalidStateError"));
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("IndexedDB", "UnknownError"));
  });
}

/** Keeps texts in memory: for shared PCs, and where storage is refused. */
export function createMemoryStore(): StateStore {
  const kept = new Map<string, string>();
  return {
    load: async (workbook, concern) => kept.get(keyOf(workbook, concern)) ?? null,
    save: async (workbook, concern, json) => void kept.set(keyOf(workbook, concern), json),
    remove: async (workbook) => {
      for (const key of [...kept.keys()]) if (key.startsWith(`${workbook}\u0000`)) kept.delete(key);
    },
  };
}

/**
 * @param onRefused called once when the browser refuses storage; memory takes over
 * @example createIndexedDbStore(window.indexedDB, () => announce("…"))
 */
export function createIndexedDbStore(factory: IDBFactory | undefined, onRefused: () => void): StateStore {
  const memory = createMemoryStore();
  let refused = false;
  let opening: Promise<IDBDatabase> | null = null;

  async function use<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<T>,
    otherwise: () => Promise<T>,
  ): Promise<T> {
    if (!refused && factory) {
      try {
        opening ??= openDatabase(factory);
        const database = await opening;
        return await work(database.transaction(STORE, mode).objectStore(STORE));
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    }
    if (!refused) {
      refused = true;
      onRefused();
    }
    return otherwise();
  }

  return {
    load: (workbook: string, concern: StoredConcern) =>
      use(
        "readonly",
        async (store) => {
          const value: unknown = await done(store.get(keyOf(workbook, concern)));
          return typeof value === "string" ? value : null;
        },
        () => memory.load(workbook, concern),
      ),
    save: (workbook, concern, json) =>
      use(
        "readwrite",
        async (store) => void (await done(store.put(json, keyOf(workbook, concern)))),
        () => memory.save(workbook, concern, json),
      ),
    remove: (workbook) =>
      use(
        "readwrite",
        async (store) =>
          void (await done(store.delete(IDBKeyRange.bound(`${workbook}\u0000`, `${workbook}\u0000\uffff`)))),
        () => memory.remove(workbook),
      ),
  };
}
