/** What a session in a test gets from its surface; time stands still unless the test moves it. */
import type { SessionEnvironment } from "../../../src/app/session";
import { civilDate } from "../../../src/zh/civil-date";

let windows = 0;

/** @example createSession(environment({ store: createMemoryStore() })) */
export function environment(over: Partial<SessionEnvironment> = {}): SessionEnvironment {
  let now = 0;
  windows += 1;
  const window = windows;
  return {
    today: () => civilDate(2025, 10, 10)!,
    now: () => (now += 1),
    wallClock: () => "2025-10-10T08:00:00Z",
    yieldNow: () => new Promise((resolve) => setImmediate(resolve)),
    // Nobody waits in a test: pauses end at once, those that only a limit ends last.
    pause: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (milliseconds < PATIENCE_OF_STORES || signal?.aborted) setImmediate(resolve);
        else signal?.addEventListener("abort", () => resolve(), { once: true });
      }),
    newId: () => `window${window}`,
    store: null,
    versions: { version: "0.1.0", build: "test", rules: "1" },
    ...over,
  };
}

/** A session waits so long for a store, which tests end themselves. */
const PATIENCE_OF_STORES = 6_000;
