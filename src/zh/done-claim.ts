/**
 * Finds words that say a matter is finished as a whole, for rule open-but-done-text. Finished parts (已完成摸底, 3项已整改)
 * are what an open matter reports, and harmless; so is everything beside words that say something is left.
 */
import type { CivilDate } from "./civil-date";
import { surround, type Surroundings } from "./clause";
import { maskQuoted } from "./mask";
import { createPairScan } from "./pair-scan";
import { findPending, type PendingWords } from "./pending";
import { re, reWith } from "./pattern";
import { doneClaim as words } from "./words/done-claim";

/** Longer forms first: an alternation takes the first that fits. */
const CLAIMS = reWith("g")`${words.claimHow}?${words.claims}|${words.claimSurely}${words.claimVerb}`;
const BARE = re`^${words.bare[0]}?[，,]?${words.bare[1]}?${words.bare[2]}[。.！!；;]?$`;
const ASSERTED = re`${words.asserted[0]}${words.asserted[1]}?$`;
const DENYING = re`${words.denying}`;
const PARTIAL = re`${words.partial}`;
const WHOLE_SUBJECT = re`${words.wholeSubject}`;
const ENUMERATION = re`${words.enumeration}`;

/** Every claim holds one of these. */
const holdsClaimWord = createPairScan(words.claimWords);

/** Whether a text holds a claim at all. */
export function mayClaimDone(text: string): boolean {
  if (!holdsClaimWord(text)) return false;
  return text.search(CLAIMS) >= 0 || BARE.test(text.length <= 20 ? text.trim() : "");
}

/**
 * The words that claim the whole is done; null without such a claim or where the same text also says what is left.
 * @example findDoneClaim("该问题已全部整改到位。", asOf) // "该问题已全部整改到位"
 */
export function findDoneClaim(text: string, asOf: CivilDate, words?: PendingWords): string | null {
  const plain = maskQuoted(text).trim();
  if (plain.length <= 16 && BARE.test(plain)) return plain.replace(/[。.！!；;]$/, "");
  let claim: Surroundings | null = null;
  const listed = ENUMERATION.test(plain);
  for (const hit of plain.matchAll(CLAIMS)) {
    const s = surround(plain, hit.index, hit[0]);
    if (!isWholeClaim(s, listed)) continue;
    claim = s;
    break;
  }
  if (claim === null || findPending(text, asOf, words) !== null || hasRemainder(plain)) return null;
  const quote = text.trim().slice(claim.start, claim.end).trim();
  return quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;
}

const WHOLE_CLAIM_SAID = reWith("g")`${words.wholeClaimSaid}`;
const WHOLE_CLAIM_ASSERTED = re`^${words.wholeClaimAsserted}`;
const WHOLE_CLAIM_SUBJECT = re`${words.wholeClaimSubject}{1,8}$`;

function isWholeClaim(s: Surroundings, listed: boolean): boolean {
  // Something follows that narrows the claim: 已整改到位的, 完成整改率, 已完成摸底.
  if (!/^(?:（[^）]{0,20}）|[、）)])?$/.test(s.after)) return false;
  // 如期 and 按要求 are manners, not conditions.
  const said = s.before.replace(WHOLE_CLAIM_SAID, "");
  if (DENYING.test(said) || PARTIAL.test(said)) return false;
  const asserted = WHOLE_CLAIM_ASSERTED.test(s.word) || ASSERTED.test(s.before);
  if (!asserted) return false;
  const subject = s.before.replace(WHOLE_CLAIM_SUBJECT, "");
  const whole = subject === "" || WHOLE_SUBJECT.test(s.before) || WHOLE_SUBJECT.test(subject);
  if (!whole) return false;
  return !listed || WHOLE_SUBJECT.test(s.before);
}

const REMAINDER_TEXT = re`${words.remainderText}`;

/** Words that say something is left, beyond those findPending knows. */
function hasRemainder(text: string): boolean {
  return REMAINDER_TEXT.test(text);
}
