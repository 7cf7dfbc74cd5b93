/** What is done about the findings one after the other: the one behind a finding that goes is chosen next. */
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { ActionData } from "../../app/actions";
import { correctionsOf, correctionsOfRule } from "../../app/core";
import type { Correction, ProofFinding } from "../../proofread";
import { useDraftSession } from "../draft/draft-context";
import { useSession } from "../session-context";
import { useNoticeIgnores } from "./use-notice-ignores";

export function useCorrections(shown: readonly ProofFinding[]) {
  const session = useSession();
  const drafts = useDraftSession();
  const ignoring = useNoticeIgnores();
  const [selectedId, setSelected] = useState<string | null>(null);
  const selected = shown.find((finding) => finding.id === selectedId) ?? null;
  const select = useCallback((id: string) => setSelected(id), []);

  const next = useRef<{ readonly line: number; readonly start: number } | null>(null);
  useLayoutEffect(() => {
    const place = next.current;
    if (!place) return;
    next.current = null;
    const after = shown.find(
      (finding) => finding.line > place.line || (finding.line === place.line && finding.start >= place.start),
    );
    setSelected(after?.id ?? null);
  }, [shown]);

  const correct = useCallback(
    (finding: ProofFinding, corrections: readonly Correction[]) => {
      const [only] = corrections;
      if (!only) return;
      next.current = { line: finding.line, start: finding.start };
      void session.act("correctDraft", () => {
        const applied = drafts.correct(corrections)?.applied ?? 0;
        const data: ActionData =
          applied === 0
            ? { partial: true }
            : corrections.length === 1
              ? { value: only.value }
              : { count: applied, left: corrections.length - applied };
        return Promise.resolve(data);
      });
    },
    [drafts, session],
  );
  const accept = useCallback((finding: ProofFinding) => correct(finding, correctionsOf(finding)), [correct]);
  const acceptAll = useCallback(
    (finding: ProofFinding) => correct(finding, correctionsOfRule(shown, finding.rule)),
    [correct, shown],
  );

  /** The finding whose reason is asked for. */
  const [asked, setAsked] = useState<ProofFinding | null>(null);
  const setAside = (id: string, reason: string) => {
    if (asked) next.current = { line: asked.line, start: asked.start };
    setAsked(null);
    void ignoring.ignore(id, reason);
  };
  return { selectedId, selected, select, accept, acceptAll, asked, ask: setAsked, setAside, restore: ignoring.restore };
}
