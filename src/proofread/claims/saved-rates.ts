/** Rates of what was saved: 送审6430万元，审定5872万元，审减558万元，审减率8.7%; 预算320万元，成交288万元，节约率10%. */
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode } from "../../reading";
import { NOTHING, type RateReading } from "./pairs";

const SAVED_RATE = reWith("u")`${words.saved}率$`;
const FROM = reWith("u")`${words.savedFrom}`;
const TO = reWith("u")`${words.savedTo}`;
const SAVED = reWith("u")`${words.saved}`;
const LEFT_OF_IT = /[后到至为]$/u;

/** Reads it where its sentence tells one sum before and one behind, or how much it is; nothing else. */
export function readSaved(here: readonly ClaimNode[], label: string): RateReading {
  if (!SAVED_RATE.test(label)) return NOTHING;
  const [from, otherFrom] = here.filter(({ count }) => FROM.test(count.before) && !SAVED.test(count.before));
  if (!from || otherFrom) return NOTHING;
  const ofIt = here.filter((node) => node !== from && node.count.unit === from.count.unit);
  // 精简后40名, 压减到288万元: what remains.
  const isLeft = ({ count }: ClaimNode): boolean =>
    LEFT_OF_IT.test(count.before) || (TO.test(count.before) && !SAVED.test(count.before));
  const [saved, otherSaved] = ofIt.filter((node) => SAVED.test(node.count.before) && !isLeft(node));
  const [to, otherTo] = ofIt.filter(isLeft);
  const whole = from.count.value;
  const parts = [
    ...(saved && !otherSaved ? [saved.count.value] : []),
    ...(to && !otherTo ? [whole - to.count.value] : []),
  ].filter((part) => part > 0n && part < whole);
  const [part] = parts;
  if (part === undefined) return NOTHING;
  return { pairs: parts.map((one) => ({ part: one, whole })), meant: { part, whole }, sure: false };
}
