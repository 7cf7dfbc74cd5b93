/** What is done about the findings one after the other: the one behind a finding that goes is chosen next. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ActionData } from "../../app/actions";
import { correctionsOf, correctionsOfRule } from "../../app/core";
import type { Correction, ProofFinding } from "../../proofread";
import type { Draft } from "../../hosts/draft";
import { useDraftSession } from "../draft/draft-context";
import { useSession } from "../session-context";
import { useNoticeIgnores } from "./use-notice-ignores";

const NONE: readonly Correction[] = [];

/** What was accepted of one reading while the next is still going on. */
interface Behind {
  readonly read: Draft;
  readonly written: Draft | null;
  /** In the places of the draft that was read. */
  readonly done: readonly Correction[];
}

type Place = Pick<Correction, "line" | "start" | "end">;

/** Where its words stand once the others are made: moved by what its line gained or lost before them. */
function movedBy<T extends Place>(done: readonly Correction[], place: T): T {
  const gained = (before: number): number =>
    done
      .filter(({ line, end }) => line === place.line && end <= before)
      .reduce((sum, { quote, value }) => sum + value.length - quote.length, 0);
  return { ...place, start: place.start + gained(place.start), end: place.end + gained(place.end) };
}

const isIn = (done: readonly Correction[], { line, start, end }: Place): boolean =>
  done.some((one) => one.line === line && one.start === start && one.end === end);

/**
 * @param read the draft in which `found` was found
 * @param written the draft as it is now: ahead of `read` while that is being read anew
 */
export function useCorrections(found: readonly ProofFinding[], read: Draft, written: Draft) {
  const session = useSession();
  const drafts = useDraftSession();
  const ignoring = useNoticeIgnores();
  const [behind, setBehind] = useState<Behind | null>(null);
  // Undone or read anew, it is as if nothing had been accepted meanwhile.
  const done = behind !== null && behind.read === read && behind.written === written ? behind.done : NONE;
  const shown = useMemo(() => (done === NONE ? found : found.filter((one) => !isIn(done, one))), [found, done]);
  // Text and list tell the same at any time: what is gone from the list stands corrected in the text, read anew or not.
  const marked = useMemo(() => {
    const { lines, paragraphs } = done === NONE ? read : written;
    return { lines, paragraphs, findings: shown.map((finding) => movedBy(done, finding)) };
  }, [shown, done, read, written]);
  const [selectedId, setSelected] = useState<string | null>(null);
  const selected = shown.find((finding) => finding.id === selectedId) ?? null;

  const next = useRef<{ readonly line: number; readonly start: number } | null>(null);
  useLayoutEffect(() => {
    const place = next.current;
    if (!place) return;
    // Ids hold the words around: what was chosen behind the reading is chosen again when that has caught up.
    if (read === written) next.current = null;
    const after = shown.find(
      (finding) => finding.line > place.line || (finding.line === place.line && finding.start >= place.start),
    );
    setSelected(after?.id ?? null);
  }, [shown, read, written]);
  const select = useCallback((id: string) => {
    next.current = null;
    setSelected(id);
  }, []);

  const correct = useCallback(
    (finding: ProofFinding, corrections: readonly Correction[]) => {
      const [only] = corrections;
      if (!only) return;
      next.current = { line: finding.line, start: finding.start };
      void session.act("correctDraft", () => {
        const outcome = drafts.correct(corrections.map((correction) => movedBy(done, correction)));
        const applied = outcome?.applied ?? 0;
        if (applied === corrections.length)
          setBehind({ read, written: drafts.getSnapshot().draft, done: [...done, ...corrections] });
        const data: ActionData =
          applied === 0
            ? { partial: true }
            : corrections.length === 1
              ? { value: only.value }
              : { count: applied, left: corrections.length - applied };
        return Promise.resolve(data);
      });
    },
    [drafts, session, read, done],
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
  return {
    shown,
    marked,
    selectedId,
    selected,
    select,
    accept,
    acceptAll,
    asked,
    ask: setAsked,
    setAside,
    restore: ignoring.restore,
  };
}
