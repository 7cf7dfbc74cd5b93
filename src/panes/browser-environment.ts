/** What a browser surface gives its session: clocks, pauses, versions, a place for state. */
import { civilDate } from "../zh/civil-date";
import type { SessionEnvironment, StateStore } from "../app/session-types";
import { RULES_VERSION } from "../check/names";

/** The civil date where the user is. */
function today() {
  const now = new Date();
  const date = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!date) throw new RangeError("the system clock shows no date");
  return date;
}

/** A task of its own, so that painting and input come first; not throttled like nested timers. */
function createYield(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}

export function browserEnvironment(store: StateStore | null): SessionEnvironment {
  const build = typeof __TAIZHANG_BUILD__ === "undefined" ? undefined : __TAIZHANG_BUILD__;
  return {
    today,
    now: () => performance.now(),
    wallClock: () => new Date().toISOString(),
    yieldNow: createYield(),
    store,
    versions: {
      version: build?.version ?? "0",
      build: build ? `${build.commit} ${build.date}` : "source",
      rules: RULES_VERSION,
    },
  };
}
