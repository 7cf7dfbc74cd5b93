/**
 * What every rule is, of ledgers and notices alike: a record. It has a stable code and alias, a severity, a name, sentences
 * and a page in two languages, and the ground it stands on. What it looks at is added by the room it belongs to
 * (check/rule.ts, proofread/rule.ts).
 */
import type { FindingData, Lang, Severity } from "./types";

export interface RuleRecord<D extends FindingData = FindingData> {
  /** Readable, stable name: `unit-missing`. No two rules of either room share one. */
  readonly alias: string;
  /** Stable code, never reused: `U101`. */
  readonly code: string;
  readonly severity: Severity;
  /** A few words for lists: 责任单位未填. */
  readonly name: Readonly<Record<Lang, string>>;
  readonly messages: Messages<D>;
  readonly page: RulePage;
  /** Where the rule comes from: rules proposal, standard, regulation. */
  readonly ground: string;
  /** Settings that steer it beside its level, by their names: `["dueSoon"]`. */
  readonly options?: readonly string[];
}

/** Sentences of a rule. Methods, so that rules with differently typed data form one list. */
interface Messages<D extends FindingData> {
  zh(data: D): string;
  en(data: D): string;
}

/** The page of a rule in the docs; Chinese, plain sentences a clerk understands. */
interface RulePage {
  readonly what: string;
  readonly why: string;
  /** A piece that is reported, and one that isn't. */
  readonly bad: string;
  readonly good: string;
  readonly todo: string;
  /** What is to be done as a unit reads it that never sees this program; absent where `todo` says it. */
  readonly forUnit?: string;
  /** One line in English. */
  readonly en: string;
}
