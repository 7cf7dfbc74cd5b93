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
  /** The steps that made it from the draft that was opened, each in places of the one before. */
  readonly steps: readonly (readonly DraftEdit[])[];
  /** Whether it holds corrections that are in no file: closing loses them. */
  readonly unsaved: boolean;
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
  /** The draft as it is now is safe in a file. */
  saved(): void;
  /** What is set aside in the draft that was opened; what comes too late for it is no news. */
  setIgnores(of: Draft, ignores: ReadonlyMap<string, Ignore>): void;
}

interface Step {
  readonly draft: Draft;
  readonly corrections: number;
  /** What made it from the one before; nothing of the first. */
  readonly edits: readonly DraftEdit[];
}

const NOTHING: DraftSnapshot = {
  draft: null,
  corrections: 0,
  steps: [],
  unsaved: false,
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
  /** As it was opened, or last downloaded. */
  let safe: Draft | null = null;
  let snapshot = NOTHING;
  const publish = (ignores: DraftSnapshot["ignores"] = snapshot.ignores): void => {
    const step = steps[at];
    snapshot = step
      ? {
          draft: step.draft,
          corrections: step.corrections,
          steps: steps.slice(1, at + 1).map(({ edits }) => edits),
          unsaved: step.draft !== safe,
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
      steps = [{ draft, corrections: 0, edits: [] }];
      at = 0;
      safe = draft;
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
        const corrections = step.corrections + outcome.applied;
        steps = [...steps.slice(0, at + 1), { draft: outcome.draft, corrections, edits }];
        move(at + 1);
      }
      return outcome;
    },
    undo: () => move(at - 1),
    redo: () => move(at + 1),
    saved() {
      safe = steps[at]?.draft ?? null;
      publish();
    },
    setIgnores(of, ignores) {
      if (steps[0]?.draft === of) publish(ignores);
    },
  };
}
