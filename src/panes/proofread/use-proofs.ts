/** The findings of a draft, read anew behind what is typed and pressed. */
import { useDeferredValue, useMemo } from "react";
import { proofreadDraft, withoutIgnored } from "../../app/proofread-draft";
import type { Draft } from "../../hosts/draft";
import type { Severity } from "../../rule";
import { useDraft } from "../draft/draft-context";
import { useSession, useSnapshot } from "../session-context";

export function useProofs(
  written: Draft,
  options: { readonly useLedger: boolean; readonly final: boolean; readonly severities: ReadonlySet<Severity> },
) {
  const session = useSession();
  const snapshot = useSnapshot();
  const { ignores } = useDraft();
  const draft = useDeferredValue(written);
  const { revision } = snapshot;
  const { rules, words, lexicon } = snapshot.settings;
  const { final, severities } = options;
  const withLedger = options.useLedger && snapshot.ledgers.length > 0;
  const result = useMemo(
    () => {
      const reading = session.reading();
      const tally = session.tally();
      return proofreadDraft(draft.lines, withLedger && reading && tally ? { reading, tally } : null, {
        final,
        settings: { rules, words, lexicon },
        cells: draft.cells,
      });
    },
    // `revision` stands for everything the ledger's figures depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, draft, withLedger, revision, rules, words, lexicon, final],
  );
  const { findings: open, ignored } = useMemo(() => withoutIgnored(result, ignores), [result, ignores]);
  const shown = useMemo(() => open.filter((finding) => severities.has(finding.severity)), [open, severities]);
  const counts = useMemo(() => {
    const sums: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    for (const finding of open) sums[finding.severity] += 1;
    return sums;
  }, [open]);
  return { draft, open, ignored, shown, counts };
}
