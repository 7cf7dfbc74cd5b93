/** What was collected, read by the settings at hand, with what it comes to: a merge, or answers for the open ledger. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import {
  chooseCollected,
  type Chosen,
  type Collected,
  contextOf,
  intoMaster,
  planOf,
  readAll,
  ReadCache,
} from "../../../app/collect";
import { type Collection, type CollectionView, createCollection } from "../../../app/collect";
import type { CollectContext } from "../../../app/collect";
import { intoRows, mergeRows, type UnitRow, unitsOf } from "../../../app/collect";
import type { Session } from "../../../app/session";
import type { IntoPlan, MergeResult } from "../../../month";
import { today } from "../../browser-environment";
import { useSession, useSnapshot } from "../../session-context";

export type CollectMode = "merge" | "into";

/** What is collected outlasts the pane. */
const collections = new WeakMap<Session, Collection>();
const caches = new WeakMap<Session, ReadCache>();
/** Milliseconds of reading between two pauses. */
const SLICE = 40;

const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

function collectionOf(session: Session): Collection {
  const known = collections.get(session) ?? createCollection(pause);
  collections.set(session, known);
  return known;
}

export interface CollectState {
  readonly collection: Collection;
  readonly view: CollectionView;
  readonly mode: CollectMode;
  /** Null while nothing is read. */
  readonly collected: Collected | null;
  readonly chosen: Chosen | null;
  readonly plan: IntoPlan | null;
  readonly rows: readonly UnitRow[];
  /** Files are being read anew. */
  readonly reading: boolean;
  readonly setResult: (result: MergeResult) => void;
}

export function useCollected(): CollectState {
  const session = useSession();
  const { ledgers, remembered, revision, settings } = useSnapshot();
  const collection = collectionOf(session);
  const view = useSyncExternalStore(collection.subscribe, collection.getSnapshot);
  const mode = ledgers.length === 0 ? "merge" : view.mode;
  const master = useMemo(
    () => (mode === "into" ? session.reading() : null),
    // `revision` stands for everything the reading depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, mode, revision],
  );
  const context = useMemo(() => {
    const own: CollectContext = {
      today: today(),
      settings,
      office: [...remembered, ...view.choices],
      directory: view.directory ?? session.reading()?.directory ?? null,
      asOf: mode === "into" ? null : settings.asOf,
      units: view.units,
      master: null,
    };
    return master === null ? own : contextOf(master, own);
  }, [session, settings, remembered, view.choices, view.directory, view.units, mode, master]);
  const { collected, reading } = useReading(session, view, context);
  const chosen = useMemo(
    () => (collected === null || mode === "into" ? null : chooseCollected(collected, view.preferred)),
    [collected, mode, view.preferred],
  );
  const into = useMemo(
    () => (collected === null || master === null ? null : intoMaster(master, collected, settings.definition)),
    [collected, master, settings.definition],
  );
  const plan = useMemo(() => (into === null ? null : planOf(into, view.decided)), [into, view.decided]);
  const [made, setMade] = useState<{ readonly of: Chosen | null; readonly result: MergeResult } | null>(null);
  const result = made !== null && made.of === chosen ? made.result : null;
  const rows = useMemo(() => {
    if (collected === null) return [];
    if (plan !== null && master !== null) return intoRows({ collected, view }, plan, unitsOf(master));
    return chosen === null ? [] : mergeRows({ collected, view }, chosen, result);
  }, [collected, view, plan, master, chosen, result]);
  const setResult = useCallback((next: MergeResult) => setMade({ of: chosen, result: next }), [chosen]);
  return { collection, view, mode, collected, chosen, plan, rows, reading, setResult };
}

/** Reads in slices, once nothing is being opened any more. */
function useReading(session: Session, view: CollectionView, context: CollectContext) {
  const [state, setState] = useState<{ readonly collected: Collected | null; readonly reading: boolean }>({
    collected: null,
    reading: false,
  });
  const turn = useRef(0);
  const { files, progress } = view;
  const isOpening = progress !== null;
  useEffect(() => {
    const mine = ++turn.current;
    if (isOpening) return;
    if (files.length === 0) {
      setState({ collected: null, reading: false });
      return;
    }
    const cache = caches.get(session) ?? new ReadCache();
    caches.set(session, cache);
    const run = async (): Promise<void> => {
      const steps = readAll(files, context, cache);
      let since = performance.now();
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          setState({ collected: step.value, reading: false });
          return;
        }
        if (performance.now() - since < SLICE) continue;
        setState((before) => ({ ...before, reading: true }));
        await pause();
        if (mine !== turn.current) return;
        since = performance.now();
      }
    };
    void run();
    return () => {
      turn.current += 1;
    };
  }, [session, files, isOpening, context]);
  return state;
}
