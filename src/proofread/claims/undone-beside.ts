/**
 * What is done, its rate, and behind them what is not: 出列31个，出列率68.9%。没有出列的14个村. The two counts make up the whole that
 * the rate divides, whatever verb they are told by; a whole told before must be as large.
 */
import { reWith } from "../../zh/pattern";
import { undoneBeside as words } from "../../zh/words/claim-rates";
import { readRate, exactText, type ClaimNode, type Line, type Paragraph, type PercentToken } from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import type { RateFault } from "./rates";
import type { PlainFault } from "./plain";

/** A rate with what is done before it and what is not done behind it. */
interface Told {
  readonly token: PercentToken;
  readonly label: string;
  readonly done: ClaimNode;
  readonly undone: ClaimNode;
  /** Counts before what is done that may be the whole. */
  readonly wholes: readonly ClaimNode[];
}

const RATE = reWith("u")`率${words.links}?$`;
const OF_SOME = reWith("u")`${words.ofSome}`;
const LONGEST_VERB = 4;
/** Sentences from the rate to what is not done. */
const NEXT = 1;
/** Counts back to the whole. */
const BACK = 12;

/** Rates that what is done and what is not do not give, where no whole told before does either. */
export function undoneRateFaults(paragraph: Paragraph): readonly RateFault[] {
  return toldIn(paragraph).flatMap(({ token, label, done, undone, wholes }) => {
    const [part, left] = [done.count.value, undone.count.value];
    const whole = part + left;
    const isOfAnother = wholes.some(
      ({ count: { value } }) => value !== whole && (fits(token, part, value) || fits(token, value - left, value)),
    );
    if (isOfAnother) return [];
    return [
      {
        place: { line: token.line, start: token.start, end: token.end },
        label,
        written: token.text,
        numerator: exactText(part),
        denominator: exactText(whole),
        expected: shareText(part, whole, token.decimals),
        reading: "" as const,
        severity: "warning" as const,
        ofDone: false,
      },
    ];
  });
}

/** Wholes that what is done and what is not do not make up, though the rate is of one of the two. */
export function undoneSumFaults(paragraph: Paragraph): readonly PlainFault[] {
  return toldIn(paragraph).flatMap(({ token, done, undone, wholes }) => {
    const [part, left] = [done.count.value, undone.count.value];
    if (wholes.some(({ count }) => count.value === part + left)) return [];
    const whole = wholes.find(({ count: { value } }) => fits(token, part, value) || fits(token, value - left, value));
    return whole ? [{ whole, members: [done, undone] }] : [];
  });
}

const fits = (token: PercentToken, part: bigint, whole: bigint): boolean =>
  part >= 0n && whole >= part && (isShareOf(token, part, whole) || isCutOf(token, part, whole));

function toldIn(paragraph: Paragraph): readonly Told[] {
  const known = KNOWN.get(paragraph);
  if (known) return known;
  const told = paragraph.nodes.length < 2 ? [] : readIn(paragraph);
  KNOWN.set(paragraph, told);
  return told;
}

const KNOWN = new WeakMap<Paragraph, readonly Told[]>();

function readIn({ line, nodes }: Paragraph): readonly Told[] {
  const found: Told[] = [];
  for (const token of line.tokens) {
    if (token.type !== "percent" || token.approx) continue;
    const at = nodes.findIndex(({ count }) => count.start > token.start);
    const [done, undone] = [nodes[at - 1], nodes[at]];
    // 未办结的10件，不予受理的10件: there is more that is not done.
    const next = nodes[at + 1]?.count;
    const isSplit = undone?.count.after.startsWith("中") === true;
    if (next && undone && !isSplit && next.unit === undone.count.unit && next.sentence === undone.count.sentence)
      continue;
    if (!done || !undone || !arePair(line, done, undone, token)) continue;
    const label = readRate(line, token, done.count.end)?.label ?? "";
    const verb = verbOf(label, done, undone);
    if (verb === "" || fits(token, done.count.value, done.count.value + undone.count.value)) continue;
    const before = nodes.slice(Math.max(0, at - 1 - BACK), at - 1);
    // 受理60件，退回2件，办结50件: what is out of the running is of the whole too.
    if (before.some(({ count }) => count.state !== null && count.unit === done.count.unit)) continue;
    const wholes = before.filter(
      ({ count }) => count.exact && count.unit === done.count.unit && count.value > done.count.value,
    );
    found.push({ token, label, done, undone, wholes });
  }
  return found;
}

/** Of one unit, the rate right behind what is done, and what is not done next to it. */
function arePair(
  { plain }: Line,
  { count: done }: ClaimNode,
  { count: undone }: ClaimNode,
  token: PercentToken,
): boolean {
  return (
    done.exact &&
    undone.exact &&
    done.unit === undone.unit &&
    undone.sentence - done.sentence <= NEXT &&
    done.bracket < 0 &&
    undone.bracket < 0 &&
    CLAUSE.test(plain.slice(done.end, token.start)) &&
    !/[%\d；;]/u.test(plain.slice(token.end, undone.start))
  );
}

const CLAUSE = /^[^，。；、\d]{0,6}[，,（(][^，。；、\d]{2,8}$/u;

/** The verb of the rate's name that what is done bears, and what is not done denies: 办结 of 办结率, 办结576个, 未办结的64个. */
function verbOf(label: string, { count: done }: ClaimNode, { count: undone }: ClaimNode): string {
  if (!RATE.test(label) || OF_SOME.test(label)) return "";
  const name = label.replace(RATE, "");
  for (let length = LONGEST_VERB; length >= 2; length--) {
    const verb = name.slice(-length);
    if (
      verb.length < length ||
      !DENIED.test(undone.before.slice(0, -1 - verb.length)) ||
      !undone.before.endsWith(`${verb}的`)
    )
      continue;
    const isBorne = done.before.includes(verb) || (done.state === "done" && sharesSign(done.before, verb));
    return isBorne ? verb : "";
  }
  return "";
}

const DENIED = reWith("u")`(?:^|[^，。；、\d]{0,4})${words.denied}$`;
const sharesSign = (text: string, verb: string): boolean => [...verb].some((sign) => text.includes(sign));
