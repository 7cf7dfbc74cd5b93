/**
 * A host whose passing failures are waited for. While a cell is being edited, or Excel is busy, a call is tried again with
 * growing pauses; what was read stays on the screen meanwhile. Every call of the port may be repeated (port.ts).
 */
import { HostError, PASSING_CODES, type Host, type HostErrorCode } from "../../hosts/port";

export interface Waiting {
  readonly code: HostErrorCode;
  /** Times tried so far. */
  readonly tries: number;
}

export interface Patience {
  /** Ends early when the signal is aborted. */
  readonly pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Signal of what is being done now: its cancelling ends the waiting. */
  readonly signal: () => AbortSignal | undefined;
  /** What is waited for; null when it is over. */
  readonly tell: (waiting: Waiting | null) => void;
}

const PAUSES = [300, 600, 1_200, 2_400, 5_000];
/** A person may take a long time over a cell. What else lasts longer than some minutes will not pass by itself. */
const MOST_TRIES: Readonly<Partial<Record<HostErrorCode, number>>> = { busy: 40, connectionLost: 40, payloadLimit: 3 };

/**
 * Runs a call until it succeeds, fails for good, or is cancelled.
 * @throws HostError: the lasting failure, or `cancelled`
 */
export async function patiently<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  let waited = false;
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await unlessCancelled(call(), patience.signal());
      } catch (error) {
        if (!(error instanceof HostError) || !PASSING_CODES.has(error.code)) throw error;
        if (tries >= (MOST_TRIES[error.code] ?? Number.POSITIVE_INFINITY)) throw error;
        const signal = patience.signal();
        if (signal?.aborted) throw new HostError("cancelled", error.code);
        waited = true;
        patience.tell({ code: error.code, tries });
        await patience.pause(PAUSES[Math.min(tries, PAUSES.length) - 1]!, signal);
        if (signal?.aborted) throw new HostError("cancelled", error.code);
      }
    }
  } finally {
    if (waited) patience.tell(null);
  }
}

/** What is cancelled is over at once, also where the host never answers: nothing queued behind it waits for ever. */
function unlessCancelled<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return answer;
  return new Promise((resolve, reject) => {
    const stop = () => reject(new HostError("cancelled"));
    // Cancelled before: nobody waits for it, whatever becomes of it.
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** The host with every call of every facet tried again where it may pass. */
export function patientHost(host: Host, patience: Patience): Host {
  const wrap = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, call]) => [
        name,
        typeof call === "function"
          ? (...args: unknown[]) =>
              patiently(() => (call as (...given: unknown[]) => Promise<unknown>).apply(part, args), patience)
          : wrap(call),
      ]),
    );
  };
  const facets = ["read", "events", "select", "marks", "write", "lists", "sheets", "state", "copies"] as const;
  const wrapped = Object.fromEntries(facets.filter((name) => host[name]).map((name) => [name, wrap(host[name])]));
  return { ...host, ...wrapped };
}
