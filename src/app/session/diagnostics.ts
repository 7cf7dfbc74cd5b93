/**
 * What happened, for 复制诊断信息: a ring of events with codes, counts, durations and versions. Never cell text, sheet
 * names, file names or paths; the values an event may carry are typed so that free text cannot slip in unnoticed.
 */
import type { Versions } from "./environment";
import type { DiagnosticEvent, Diagnostics } from "./result-types";

/** Events kept; older ones fall out. */
export const RING_SIZE = 200;

/** Code-like words only: letters, digits and a few marks, so that no sentence of a ledger passes. */
const CODE = /^[A-Za-z0-9 .:_#/+-]{0,60}$/;

export interface Recorder {
  record(code: string, data?: Readonly<Record<string, string | number | boolean>>): void;
  /** Starts a clock; the returned function records the event with `ms`. */
  time(code: string): (data?: Readonly<Record<string, string | number | boolean>>) => void;
  report(host: string | null): Diagnostics;
}

/**
 * A recorder with an injected clock.
 * @param now milliseconds, monotone
 * @example
 * const recorder = createRecorder(() => performance.now(), versions);
 * const done = recorder.time("read");
 * done({ sheets: 3 }); // { at: 812, code: "read", data: { sheets: 3, ms: 640 } }
 */
export function createRecorder(now: () => number, versions: Versions): Recorder {
  const begun = now();
  const events: DiagnosticEvent[] = [];
  let dropped = 0;
  const record: Recorder["record"] = (code, data = {}) => {
    const entries = Object.entries(data).map(([key, value]) => [key, safe(value)] as const);
    events.push({ at: Math.round(now() - begun), code, data: Object.freeze(Object.fromEntries(entries)) });
    if (events.length > RING_SIZE) {
      events.shift();
      dropped += 1;
    }
  };
  return {
    record,
    time: (code) => {
      const from = now();
      return (data = {}) => record(code, { ...data, ms: Math.round(now() - from) });
    },
    report: (host) => ({ versions, host, events: [...events], dropped }),
  };
}

function safe(value: string | number | boolean): string | number | boolean {
  return typeof value !== "string" || CODE.test(value) ? value : "(withheld)";
}
