/** Findings as rules reported them become a report: sorted by place, ids told apart, repeats dropped, counted. */
import { countFindings } from "../counts";
import { rankedId } from "../ids";
import type { AnyFinding, FindingCounts } from "../types";
import { isRepeat } from "./dedupe";
import type { UnsortedFinding } from "./draft";
import { sortPlaces } from "./sort";

export interface Report<F extends AnyFinding> {
  /** Sorted by sheet, row, column (line, offset), severity, code; one a rule, field and place; ids unique. */
  readonly findings: readonly F[];
  readonly counts: FindingCounts;
  /** Those that hold a paragraph back, the same whatever the settings say of their rules; in the order of findings. */
  readonly held: readonly F[];
}

/** Findings told apart between two pauses. */
const FINDINGS_A_STEP = 8192;

/**
 * Makes the report, in steps of a few milliseconds however many findings there are.
 * @param holds whether a finding holds a paragraph back
 */
export function* reportOf<F extends AnyFinding>(
  drafts: readonly UnsortedFinding<F>[],
  holds: (finding: F) => boolean,
): Generator<void, Report<F>> {
  const sorted = yield* sortPlaces(drafts);
  const findings: F[] = [];
  const held: F[] = [];
  const ranks = new Map<string, number>();
  let last: UnsortedFinding<F> | null = null;
  for (let i = 0; i < sorted.length; i++) {
    if (i % FINDINGS_A_STEP === FINDINGS_A_STEP - 1) yield;
    const draft = sorted[i] as UnsortedFinding<F>;
    const { id } = draft.finding;
    const rank = (ranks.get(id) ?? 0) + 1;
    ranks.set(id, rank);
    if (last !== null && isRepeat(last, draft)) continue;
    last = draft;
    const finding = rank === 1 ? draft.finding : { ...draft.finding, id: rankedId(id, rank) };
    if (draft.listed) findings.push(finding);
    if (holds(finding)) held.push(finding);
  }
  return { findings, counts: countFindings(findings), held };
}
