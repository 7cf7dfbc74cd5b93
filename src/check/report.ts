/** Findings as rules reported them become a report: sorted by place, ids told apart, repeats dropped, counted. */
import { countFindings } from "../finding/counts";
import { rankedId } from "../finding/ids";
import { isRepeat } from "../finding/pipeline/dedupe";
import { sortPlaces } from "../finding/pipeline/sort";
import type { Finding, FindingCounts } from "../finding/types";
import type { Draft } from "./draft";
import type { Steps } from "./rule";

export interface Report {
  /** Sorted by sheet, row, column, severity, code; one a rule, field and cell; ids unique. */
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
}

/** Findings told apart between two pauses. */
const FINDINGS_A_STEP = 8192;

/** Makes the report, in steps of a few milliseconds however many findings there are. */
export function* reportOf(drafts: readonly Draft[]): Steps<Report> {
  const sorted = yield* sortPlaces(drafts);
  const findings: Finding[] = [];
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
    findings.push(rank === 1 ? draft.finding : { ...draft.finding, id: rankedId(id, rank) });
  }
  return { findings, counts: countFindings(findings) };
}
