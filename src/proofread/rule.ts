/** What a rule of proofreading is: the record of every rule, pointing into lines instead of cells. */
import type { RuleRecord, FindingData, Severity } from "../rule";
import type { Place } from "../reading";
import type { ProofContext } from "./types";

/** One place a rule reports. */
export interface ProofHit<D extends FindingData = FindingData> {
  readonly place: Place;
  readonly data: D;
  /** Replaces the place's text, where the right form is certain. */
  readonly fix?: string;
  /** Other places that are corrected with it. */
  readonly also?: readonly { readonly place: Place; readonly fix: string }[];
  /** Where the rule is less (or more) sure than usual. */
  readonly severity?: Severity;
}

export interface ProofRule<D extends FindingData = FindingData> extends RuleRecord<D> {
  /** What it reports; null where it has looked for a while and found nothing, so that others may go first. */
  readonly find: (context: ProofContext) => Iterable<ProofHit<D> | null>;
}

/** Keeps the type of a rule's data while it is written; the list then holds plain `ProofRule`s. */
export function defineProofRule<D extends FindingData>(rule: ProofRule<D>): ProofRule {
  return rule as ProofRule<FindingData>;
}
