/** A period kept in a file, given as the last one: taken where it can be one, else why not in one sentence. */
import { readSnapshot, type Period } from "../month";
import { compareDates, type CivilDate } from "../zh/civil-date";
import type { Refusal } from "./last-ledger";

const SENTENCES = {
  none: (name: string): Refusal => ({
    zh: `「${name}」不是存下的一期；请选用“另存为文件”存下的 .json，或直接选上期台账。`,
    en: `“${name}” is not a saved period; choose a .json file saved with “Save this period as a file”, or last period's ledger.`,
  }),
  newer: (name: string): Refusal => ({
    zh: `「${name}」是较新版本的台账助手存下的，这里读不了；请更新后再用，或改选上期台账。`,
    en: `“${name}” was saved by a newer version and cannot be read here; update first, or choose last period's ledger.`,
  }),
  broken: (name: string): Refusal => ({
    zh: `「${name}」的内容不完整；请换一份，或改选上期台账。`,
    en: `“${name}” is incomplete; choose another file, or last period's ledger.`,
  }),
  later: (name: string): Refusal => ({
    zh: `「${name}」的统计截止日比本期还晚；请核对两期是否选反了。`,
    en: `“${name}” has a later as-of date than the open ledger; have the two been swapped?`,
  }),
} as const;

/** Why a kept period cannot be used. */
export type PeriodFault = keyof typeof SENTENCES;

export function faultSentence(fault: PeriodFault, name: string): Refusal {
  return SENTENCES[fault](name);
}

/**
 * Reads the text of a snapshot's file.
 * @param now the day of the ledger at hand
 * @example readLastPeriod(text, day) // { period } or { fault: "newer" }
 */
export function readLastPeriod(
  text: string,
  now: CivilDate | null,
): { readonly period: Period } | { readonly fault: PeriodFault } {
  const outcome = readSnapshot(parsed(text));
  if (!outcome.ok) return { fault: outcome.why };
  if (now !== null && compareDates(outcome.period.asOf, now) > 0) return { fault: "later" };
  return { period: outcome.period };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
