/** Findings as rules reported them become a report: sorted by place, ids told apart, repeats dropped, counted. */
import { countFindings, rankedId, isRepeat, sortPlaces, type Finding, type FindingCounts } from "../rule";
import type { Draft } from "./draft";
import { holds } from "./holding";
import type { Steps } from "./rule";

export interface Report {
  /** Sorted by sheet, row, column, severity, code; one a rule, field and cell; ids unique. */
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  /** Those that hold a paragraph back, the same whatever the settings say of their rules; in the order of findings. */
  readonly held: readonly Finding[];
}

/** Findings told apart between two pauses. */
const FINDINGS_A_STEP = 8192;

/** Makes the report, in steps of a few milliseconds however many findings there are. */
export function* reportOf(drafts: readonly Draft[]): Steps<Report> {
  const sorted = yield* sortPlaces(drafts);
  const findings: Finding[] = [];
  const held: Finding[] = [];
  const ranks = new Map<string, number>();
  let last: Draft | null = null;
  for (let i = 0; i < sorted.length; i++) {
    if (i % FINDINGS_A_STEP === FINDINGS_A_STEP - 1) yield;
    const draft = sorted[i] as Draft;
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
