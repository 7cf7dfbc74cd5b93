/** What the session offers for fixes and edits. What writes loads with the first press that asks for it. */
import type { ActionName } from "../actions";
import type { Answer, Core } from "./core";
import type { createEdits, EditsPart } from "./edits";
import { settleSteps } from "./journal";
import type { OursPart } from "./ours";
import type { ApplyOutcome } from "./result-types";
import { NO_PREVIEW, NOTHING_WRITTEN, present } from "./standing-steps";
import type { Session } from "./types";

type EditActions = Pick<
  Session,
  "previewFixes" | "previewEdit" | "apply" | "mend" | "undo" | "redo" | "recover" | "dismissRecovery"
> & {
  /** The edits of this copy are safe in a file. */
  readonly saved: (copy: Uint8Array) => Promise<void>;
};

/** @param of the parts that `createEdits` works with; the marks follow what was written */
export function createEditActions(
  ...[core, keeping, reading, findings, afterDecisions, ours]: [...Parameters<typeof createEdits>, OursPart]
): EditActions {
  const { act, cancellable, signal }: Core = core;
  let part: EditsPart | null = null;
  const edits = async (): Promise<EditsPart> => {
    const loaded = await import(/* webpackChunkName: "edits" */ "./edits");
    return (part ??= loaded.createEdits(core, keeping, reading, findings, afterDecisions));
  };
  const withMarks = async (run: (some: EditsPart) => Promise<Answer<ApplyOutcome>>): Promise<Answer<ApplyOutcome>> => {
    const answer = await run(await edits());
    if (!signal()?.aborted) await ours.refreshMarks();
    return answer;
  };
  const written = (name: ActionName, run: Parameters<typeof withMarks>[0]): Promise<ApplyOutcome> =>
    act(name, () => withMarks(run), NOTHING_WRITTEN);
  return {
    // Without the part that writes: a copy must not fail for want of it.
    saved: async (copy) => {
      const book = core.book();
      if (!book?.host.copies) return;
      const ids = new Set(present(book).map((entry) => entry.id));
      await keeping.changeJournal((journal) => settleSteps(journal, ids));
      const edited = book.unsaved.size > 0 || book.copied !== null;
      core.replace(book.host, { unsaved: new Map(), copied: edited ? copy : null });
    },
    previewFixes: (which) => act("preview", async () => (await edits()).previewFixes(which), NO_PREVIEW),
    previewEdit: (cells) => act("preview", async () => (await edits()).previewEdit(cells), NO_PREVIEW),
    apply: (preview, options = {}) =>
      act("apply", () => cancellable(options.signal, () => withMarks((some) => some.apply(preview))), NOTHING_WRITTEN),
    mend: (id, edit) => written("apply", (some) => some.mend(id, edit)),
    undo: () => written("undo", (some) => some.undo()),
    redo: () => written("redo", (some) => some.redo()),
    recover: () => written("recover", (some) => some.recover()),
    dismissRecovery: () => act("dismissRecovery", async () => (await edits()).dismissRecovery(), undefined),
  };
}
