/**
 * The draft that is being proofread, with every correction undoable. Lives beside the session of the ledger: either can
 * be open without the other.
 */
import type { Draft, DraftEdit, DraftOutcome } from "../hosts/draft";
import type { Ignore } from "./session";

export interface DraftSnapshot {
  /** null while no draft is open. */
  readonly draft: Draft | null;
  /** Corrections that are in the draft now. */
  readonly corrections: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The draft as it was opened, before any correction; null while none is open. */
  readonly opened: Draft | null;
  /** Findings of it that a person has set aside, by id, as they are kept. */
  readonly ignores: ReadonlyMap<string, Ignore>;
}

export interface DraftSession {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DraftSnapshot;
  /** Replaces whatever was open. */
  open(draft: Draft): void;
  close(): void;
  /** Applies corrections as one step; null without a draft. A step that changes nothing is none. */
  correct(edits: readonly DraftEdit[]): DraftOutcome | null;
  undo(): void;
  redo(): void;
  /** What is set aside in the draft that was opened; what comes too late for it is no news. */
  setIgnores(of: Draft, ignores: ReadonlyMap<string, Ignore>): void;
}

interface Step {
  readonly draft: Draft;
  readonly corrections: number;
}

const NOTHING: DraftSnapshot = {
  draft: null,
  corrections: 0,
  canUndo: false,
  canRedo: false,
  opened: null,
  ignores: new Map(),
};

/** A session without a draft. */
export function createDraftSession(): DraftSession {
  const listeners = new Set<() => void>();
  let steps: readonly Step[] = [];
  let at = -1;
  let snapshot = NOTHING;
  const publish = (ignores: DraftSnapshot["ignores"] = snapshot.ignores): void => {
    const step = steps[at];
    snapshot = step
      ? {
          draft: step.draft,
          corrections: step.corrections,
          canUndo: at > 0,
          canRedo: at < steps.length - 1,
          opened: steps[0]?.draft ?? null,
          ignores,
        }
      : NOTHING;
    for (const listener of listeners) listener();
  };
  const move = (to: number): void => {
    if (!steps[to]) return;
    at = to;
    publish();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    open(draft) {
      steps = [{ draft, corrections: 0 }];
      at = 0;
      publish(NOTHING.ignores);
    },
    close() {
      steps = [];
      at = -1;
      publish();
    },
    correct(edits) {
      const step = steps[at];
      if (!step) return null;
      const outcome = step.draft.correct(edits);
      if (outcome.applied > 0) {
        steps = [...steps.slice(0, at + 1), { draft: outcome.draft, corrections: step.corrections + outcome.applied }];
        move(at + 1);
      }
      return outcome;
    },
    undo: () => move(at - 1),
    redo: () => move(at + 1),
    setIgnores(of, ignores) {
      if (steps[0]?.draft === of) publish(ignores);
    },
  };
}
