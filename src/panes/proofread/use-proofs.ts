/** The findings of a draft, read anew behind what is typed and pressed, in slices where it is long. */
import { useLayoutEffect, useMemo, useState } from "react";
import { proofreadDraftInSteps, withoutIgnored, type ProofreadDraft } from "../../app/proofread-draft";
import type { Draft } from "../../hosts/draft";
import type { Severity } from "../../rule";
import { useDraft } from "../draft/draft-context";
import { inSlices, oneSlice } from "../in-slices";
import { useSession, useSnapshot } from "../session-context";

/** What there is before the draft was read. */
export const NOTHING_READ = {
  open: [],
  ignored: [],
  shown: [],
  counts: { error: 0, warning: 0, info: 0 },
  figures: null,
} as const;

interface Read {
  readonly draft: Draft;
  readonly result: ProofreadDraft;
}

interface Proofs {
  /** The draft that was read: behind the one that is written, while that is being read. */
  readonly draft: Draft;
  readonly open: ProofreadDraft["findings"];
  readonly ignored: ProofreadDraft["ignored"];
  readonly shown: ProofreadDraft["findings"];
  readonly counts: Record<Severity, number>;
  readonly figures: ProofreadDraft["figures"];
}

/** @returns null until the draft was read for the first time */
export function useProofs(
  written: Draft,
  options: { readonly useLedger: boolean; readonly final: boolean; readonly severities: ReadonlySet<Severity> },
): Proofs | null {
  const session = useSession();
  const snapshot = useSnapshot();
  const { ignores } = useDraft();
  const { revision } = snapshot;
  const { rules, words, lexicon } = snapshot.settings;
  const { final, severities } = options;
  const withLedger = options.useLedger && snapshot.ledgers.length > 0;
  const [read, setRead] = useState<Read | null>(null);
  useLayoutEffect(
    () => {
      const reading = session.reading();
      const tally = session.tally();
      const steps = proofreadDraftInSteps(written.lines, withLedger && reading && tally ? { reading, tally } : null, {
        final,
        settings: { rules, words, lexicon },
        cells: written.cells,
      });
      // A usual notice is read in one slice, and shown with its text at once.
      const done = oneSlice(steps);
      if (done) {
        setRead({ draft: written, result: done.value });
        return undefined;
      }
      const stop = new AbortController();
      inSlices(steps, stop.signal).then(
        (result) => {
          if (result !== null && !stop.signal.aborted) setRead({ draft: written, result });
        },
        (error: unknown) =>
          // What goes wrong between two renders belongs to whoever shows the pane, as if it had gone wrong in one.
          setRead(() => {
            throw error;
          }),
      );
      return () => stop.abort();
    },
    // `revision` stands for everything the ledger's figures depend on.
    [session, written, withLedger, revision, rules, words, lexicon, final],
  );
  const result = read?.result ?? null;
  const draft = read?.draft ?? null;
  const parted = useMemo(() => (result === null ? null : withoutIgnored(result, ignores)), [result, ignores]);
  return useMemo(() => {
    if (parted === null || draft === null) return null;
    const { findings: open, ignored, figures } = parted;
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    for (const finding of open) counts[finding.severity] += 1;
    return { draft, open, ignored, shown: open.filter((finding) => severities.has(finding.severity)), counts, figures };
  }, [parted, draft, severities]);
}
