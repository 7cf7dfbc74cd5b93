/** What a rule of proofreading is: a record like the ledger's rules, pointing into lines instead of cells. */
import type { FindingData, Lang, Severity } from "../rule";
import type { Place } from "../reading";
import type { ProofContext } from "./types";

/** The rule's page in the docs. */
export interface ProofPage {
  readonly what: string;
  readonly why: string;
  readonly bad: string;
  readonly good: string;
  /** What to do about it. */
  readonly todo: string;
  /** The gist in English. */
  readonly en: string;
}

/** One place a rule reports. */
export interface ProofHit<D extends FindingData = FindingData> {
  readonly place: Place;
  readonly data: D;
  /** Replaces the place's text, where the right form is certain. */
  readonly fix?: string;
  /** Where the rule is less (or more) sure than usual. */
  readonly severity?: Severity;
}

export interface ProofRule {
  /** P and three digits; the code never changes its meaning. */
  readonly code: string;
  readonly alias: string;
  readonly severity: Severity;
  readonly name: Readonly<Record<Lang, string>>;
  readonly messages: Readonly<Record<Lang, (data: FindingData) => string>>;
  readonly page: ProofPage;
  /** The standard or document it follows. */
  readonly ground: string;
  readonly find: (context: ProofContext) => Iterable<ProofHit>;
}

/** A rule with the type of its own data; a place missing from a message is a compile error. */
export interface ProofRuleSpec<D extends FindingData> extends Omit<ProofRule, "messages" | "find"> {
  readonly messages: Readonly<Record<Lang, (data: D) => string>>;
  readonly find: (context: ProofContext) => Iterable<ProofHit<D>>;
}

/** Erases the data type: findings carry exactly the data their own rule made. */
export function defineProofRule<D extends FindingData>(spec: ProofRuleSpec<D>): ProofRule {
  const { messages } = spec;
  return { ...spec, messages: { zh: (data) => messages.zh(data as D), en: (data) => messages.en(data as D) } };
}
