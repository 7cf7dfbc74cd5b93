/** What the parts of a session share: the open workbook, the snapshot, the queue, and how an action answers. */
import { HostError, type Host } from "../../hosts/port";
import type { KnownNames, Settings } from "../settings";
import type { ActionData, ActionName } from "../actions";
import { createRecorder, type Recorder } from "./diagnostics";
import type { SessionEnvironment } from "./environment";
import { StorageError } from "./entries";
import type { OpenWorkbook } from "./open-workbook";
import type { Patience } from "./patience";
import { createQueue, type Enqueue } from "./queue";
import type { Activity, Failure, Snapshot } from "./snapshot-types";
import type { ChangeOutcome } from "./outcome";

/** What an action came to. */
export interface Answer<T> {
  readonly value: T;
  /** Absent: done. */
  readonly state?: "done" | "partial" | "failed";
  /** Counts and names for its sentence. */
  readonly data?: ActionData;
  readonly failure?: Failure | null;
  /** Cells left alone, and why. */
  readonly left?: readonly ChangeOutcome[];
}

export interface Core {
  readonly environment: SessionEnvironment;
  readonly initial: Settings;
  readonly known: KnownNames;
  readonly recorder: Recorder;
  readonly enqueue: Enqueue;
  readonly patience: Patience;
  /** The open workbook as it is now; null without one. */
  readonly book: () => OpenWorkbook | null;
  /** Replaces parts of the open workbook; the snapshot follows. Nothing where another workbook has been opened since. */
  readonly replace: (of: Host, patch: Partial<OpenWorkbook>) => void;
  /** Opens, leaves, or shows anew; with what changes together with it. */
  readonly setBook: (book: OpenWorkbook | null, patch?: Partial<Snapshot>) => void;
  readonly snapshot: () => Snapshot;
  readonly set: (patch: Partial<Snapshot>) => void;
  /** Signal of the action that runs. */
  readonly signal: () => AbortSignal | undefined;
  /** Runs something that a cancel ends. */
  readonly cancellable: <T>(outside: AbortSignal | undefined, run: () => Promise<T>) => Promise<T>;
  /**
   * Runs an action behind what is queued, and tells how it goes. It never rejects: whatever is thrown becomes its failure,
   * and may be tried again.
   * @param apart asks nothing of the workbook (copying a text): it neither waits for what is queued nor is cancelled by it
   */
  readonly act: <T>(name: ActionName, run: () => Promise<Answer<T>>, otherwise: T, apart?: boolean) => Promise<T>;
  /** The same for what nobody asked for (an event, a look): told only where it goes wrong. */
  readonly quietly: (name: ActionName, run: () => Promise<void>) => Promise<void>;
  readonly failureOf: (error: unknown) => Failure;
  readonly retry: (action?: ActionName) => Promise<void>;
  readonly cancel: () => void;
}

interface CoreOptions {
  readonly environment: SessionEnvironment;
  readonly initial: Settings;
  readonly known: KnownNames;
  readonly snapshotOf: (before: Snapshot, book: OpenWorkbook | null) => Snapshot;
  readonly empty: Snapshot;
  readonly listeners: ReadonlySet<() => void>;
}

export function createCore(o: CoreOptions): Core {
  const { environment } = o;
  const recorder = createRecorder(environment.now, environment.versions);
  const enqueue = createQueue();
  let book: OpenWorkbook | null = null;
  let snapshot = o.empty;
  let running: AbortController | null = null;
  let serial = 0;
  /** What did not end well, by action; a later success settles it. */
  const again = new Map<ActionName, () => Promise<unknown>>();
  let last: ActionName | null = null;
  const doAgain = (name: ActionName, run: () => Promise<unknown>): void => {
    again.set(name, run);
    last = name;
  };

  const tell = (next: Snapshot): void => {
    snapshot = Object.freeze(next);
    for (const listener of [...o.listeners]) listener();
  };
  const set = (patch: Partial<Snapshot>): void => tell({ ...snapshot, ...patch });
  const setBook: Core["setBook"] = (next, patch = {}) => {
    book = next;
    tell(o.snapshotOf({ ...snapshot, ...patch }, book));
  };

  const failureOf = (error: unknown): Failure => {
    const workbook = book?.host.workbookName ?? "";
    if (error instanceof HostError) {
      recorder.record("hostError", { code: error.code, detail: error.detail });
      return { code: error.code, workbook, detail: error.detail };
    }
    if (error instanceof StorageError) {
      recorder.record("storage", { reason: error.reason });
      return { code: "storage", workbook: "", detail: error.reason };
    }
    // webpack's name for a part of the program that could not be fetched: the network, or a newer version took its place.
    if (error instanceof Error && error.name === "ChunkLoadError") {
      recorder.record("notLoaded");
      return { code: "notLoaded", workbook: "", detail: "" };
    }
    const detail = placeOf(error);
    recorder.record("error", { name: error instanceof Error ? error.name : typeof error, at: detail });
    return { code: "unexpected", workbook, detail };
  };

  const cancellable = async <T>(outside: AbortSignal | undefined, run: () => Promise<T>): Promise<T> => {
    const controller = new AbortController();
    const before = running;
    const abort = () => controller.abort();
    if (outside?.aborted) abort();
    outside?.addEventListener("abort", abort, { once: true });
    running = controller;
    try {
      return await run();
    } finally {
      outside?.removeEventListener("abort", abort);
      if (running === controller) running = before;
    }
  };

  const finish = (mine: number, patch: Omit<Activity, "serial">): void => {
    // An action that began later says how it goes; this one's end is told only where it went wrong.
    const shown = snapshot.activity;
    if (shown === null || shown.serial === mine || patch.state !== "done") {
      set({ activity: { ...patch, serial: mine }, progress: null });
    }
  };

  const act: Core["act"] = <T>(
    name: ActionName,
    run: () => Promise<Answer<T>>,
    otherwise: T,
    apart = false,
  ): Promise<T> => {
    const mine = (serial += 1);
    set({
      activity: { action: name, state: "busy", data: {}, failure: null, canRetry: false, left: [], serial: mine },
    });
    const work = async (): Promise<T> => {
      try {
        const answer = apart ? await run() : await cancellable(undefined, run);
        const { state = "done", data = {}, failure = null, left = [] } = answer;
        if (state === "done") again.delete(name);
        else doAgain(name, () => act(name, run, otherwise, apart));
        // Cancelled half-way: what was done until then is told.
        const cancelled = failure?.code === "cancelled";
        finish(mine, {
          action: name,
          state: cancelled ? "cancelled" : state,
          data,
          failure: cancelled ? null : failure,
          canRetry: failure !== null && !cancelled,
          left,
        });
        return answer.value;
      } catch (error) {
        const failure = failureOf(error);
        doAgain(name, () => act(name, run, otherwise, apart));
        const cancelled = failure.code === "cancelled";
        finish(mine, {
          action: name,
          state: cancelled ? "cancelled" : "failed",
          data: {},
          failure: cancelled ? null : failure,
          canRetry: true,
          left: [],
        });
        return otherwise;
      }
    };
    return apart ? work() : enqueue(work);
  };

  const quietly: Core["quietly"] = (name, run) =>
    enqueue(async () => {
      try {
        await cancellable(undefined, run);
        // What a look could not see before, it has seen now.
        const { activity } = snapshot;
        const stale = activity?.action === "update" || activity?.action === "glance";
        if (stale && activity.state === "failed") set({ activity: null });
      } catch (error) {
        const failure = failureOf(error);
        if (failure.code === "cancelled") return;
        doAgain(name, () => quietly(name, run));
        serial += 1;
        const failed = { action: name, state: "failed", data: {}, failure, canRetry: true, left: [], serial } as const;
        set({ activity: failed, progress: null });
      }
    });

  const patience: Patience = {
    pause: environment.pause,
    signal: () => running?.signal,
    tell: (waiting) => set({ waiting }),
  };

  return {
    environment,
    initial: o.initial,
    known: o.known,
    recorder,
    enqueue,
    patience,
    book: () => book,
    replace: (of, patch) => {
      if (book?.host === of) setBook({ ...book, ...patch });
    },
    setBook,
    snapshot: () => snapshot,
    set,
    signal: () => running?.signal,
    cancellable,
    act,
    quietly,
    failureOf,
    retry: async (action) => {
      const name = action ?? last;
      await (name === null ? undefined : again.get(name)?.());
    },
    cancel: () => running?.abort(),
  };
}

/** Where a mistake of ours happened: the first place of its stack, which names code and no cell. */
function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return /([\w-]+\.(?:js|ts|tsx):\d+:\d+)/.exec(stack)?.[1] ?? "";
}
