/** What a browser surface gives its session: clocks, pauses, versions, a place for what is kept. */
import { civilDate } from "../zh/civil-date";
import type { EntryStore, OpenWindows, SessionEnvironment, SharedSwitch } from "../app/session";
import { RULES_VERSION } from "../app/core";

/** The civil date where the user is. */
export function today() {
  const now = new Date();
  const date = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!date) throw new RangeError("the system clock shows no date");
  return date;
}

/** A task of its own, so that painting and input come first; not throttled like nested timers. */
export function createYield(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

/** Pages opened by double click have no `randomUUID`. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One window at a time, where the browser has such locks (secure pages). */
function exclusive<T>(name: string, run: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? (locks.request(name, run) as Promise<T>) : run();
}

const WINDOW = "taizhang:window:";

/** Windows that are open, by a lock that each holds as long as it is there. Without locks nothing is known of others. */
const windows: OpenWindows = {
  announce: (name) => {
    const { locks } = navigator as { locks?: LockManager };
    locks?.request(`${WINDOW}${name}`, () => new Promise<never>(() => undefined)).catch(withoutLocks);
  },
  living: async () => {
    const { locks } = navigator as { locks?: LockManager };
    const { held = [] } = (await locks?.query().catch(withoutLocks)) ?? {};
    return new Set(held.flatMap(({ name }) => (name?.startsWith(WINDOW) === true ? [name.slice(WINDOW.length)] : [])));
  },
};

/** Pages of no origin have locks and refuse them. */
function withoutLocks(error: unknown): undefined {
  if (!(error instanceof DOMException)) throw error;
  return undefined;
}

const SHARED_KEY = "taizhang.shared";

/** 公用电脑. Where the browser keeps nothing at all, the choice lasts for the visit. */
function createSharedSwitch(): SharedSwitch {
  let on = false;
  try {
    on = window.localStorage.getItem(SHARED_KEY) === "yes";
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return {
    on: () => on,
    set: (next) => {
      on = next;
      try {
        if (next) window.localStorage.setItem(SHARED_KEY, "yes");
        else window.localStorage.removeItem(SHARED_KEY);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    },
  };
}

export function browserEnvironment(store: EntryStore | null): SessionEnvironment {
  const build = typeof __TAIZHANG_BUILD__ === "undefined" ? undefined : __TAIZHANG_BUILD__;
  return {
    today,
    now: () => performance.now(),
    wallClock: () => new Date().toISOString(),
    yieldNow: createYield(),
    pause,
    newId,
    exclusive,
    windows,
    store,
    shared: createSharedSwitch(),
    versions: {
      version: build?.version ?? "0",
      build: build ? `${build.commit} ${build.date}` : "source",
      rules: RULES_VERSION,
    },
  };
}
