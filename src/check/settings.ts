/**
 * What the check is told, already validated: what people write is read by app/settings.ts alone. The as-of date is not
 * here: it belongs to the reading.
 */
import type { SeverityChoice } from "../rule";

/** In-memory settings of the check. */
export interface CheckSettings {
  /** Days ahead that count as due soon, the as-of day included. */
  readonly dueSoonDays: number;
  /** Severity by alias; "off" switches a rule off. */
  readonly rules: ReadonlyMap<string, SeverityChoice>;
  /** Words of one's own for the two judgements about progress texts. */
  readonly words: CheckWords;
}

export interface CheckWords {
  /** Phrases that are harmless in this house although they look unfinished: "争创文明单位". */
  readonly harmless: readonly string[];
  /** Further phrases that mean unfinished: "走流程中". */
  readonly pending: readonly string[];
}

export const DEFAULT_CHECK_SETTINGS: CheckSettings = Object.freeze({
  dueSoonDays: 15,
  rules: new Map<string, SeverityChoice>(),
  words: Object.freeze({ harmless: [], pending: [] }),
});
