/** Rates that divide something else than the counts beside them seem to say: of what was done in time, of what is all done. */
import { reWith } from "../../zh/pattern";
import { allDone as words } from "../../zh/words/claim-lists";
import { rates } from "../../zh/words/claim-rates";
import { sentenceAt, type Paragraph } from "../../reading";
import type { RateFault } from "./rates";

/**
 * Whether a rate of 100% is told for itself: 按期办结率 where nothing done in time is counted, nor what was due, or any where all is
 * said to be done.
 * @example 已办结840件，按期办结率100% // true: 840 may all have been in time
 */
export function isToldForItself({ line, nodes }: Paragraph, { label, written, place }: RateFault): boolean {
  if (!WHOLE.test(written)) return false;
  const word = IN_TIME.exec(label)?.[0];
  if (word !== undefined && !nodes.some(({ count }) => count.due || `${count.before}|${count.after}`.includes(word)))
    return true;
  const sentence = sentenceAt(line, place.start);
  return sentence !== null && ALL.test(line.plain.slice(sentence.start, place.start));
}

const IN_TIME = reWith("u")`^${rates.inTime}`;
const WHOLE = /^100(?:\.0+)?%$/u;
const ALL = reWith("u")`${words.all}[^，。；、\d]{0,4}?${words.done}`;
