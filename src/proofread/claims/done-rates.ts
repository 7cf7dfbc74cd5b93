/** Rates of what is done: 整改完成率, 办结率, 资金整改率. */
import { reWith } from "../../zh/pattern";
import { LASTING } from "../../zh/words/claim-states";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode, ToldCount } from "../../reading";
import { ofFamily, total, wholeOf, type Pair, type RateReading } from "./pairs";
import { basesOf, EXCLUDED, togetherPairs, TOTAL_RATE } from "./rate-bases";

export function readDone(
  scope: readonly ClaimNode[],
  named: readonly ClaimNode[],
  at: number,
  label: string,
): RateReading {
  const told = scope.filter(({ count }) => count.state === "done");
  const done = told.length > 0 ? told : scope.filter(({ count }) => DID.test(count.before) && !count.due);
  const partly = scope.filter(({ count }) => count.state === "basic");
  const pairs: Pair[] = [];
  const groups = new Map<ClaimNode, ClaimNode[]>();
  for (const node of scope)
    for (const whole of node.part?.wholes ?? []) groups.set(whole, [...(groups.get(whole) ?? []), node]);
  const bases = basesOf(named);
  for (const node of [...done, ...partly]) {
    for (const part of numerators(node, scope)) for (const whole of bases(node, part)) pairs.push({ part, whole });
  }
  // What is not done leaves what is.
  const meantOf: { pair: Pair; at: number }[] = [];
  for (const [whole, parts] of groups) {
    const open = parts.filter(({ count }) => count.state === "open");
    if (open.length === 0) continue;
    const left = whole.count.value - total(open);
    if (left < 0n) continue;
    pairs.push({ part: left, whole: whole.count.value });
    for (const one of open) pairs.push({ part: whole.count.value - one.count.value, whole: whole.count.value });
    if (done.length === 0) meantOf.push({ pair: { part: left, whole: whole.count.value }, at: whole.count.start });
  }
  for (const node of done) pairs.push(...ofSomeClasses(node, scope));
  pairs.push(...togetherPairs(scope, done));
  if (TOTAL_RATE.test(label) && done.length >= 2) {
    const all = togetherPairs(scope, done);
    // 46个问题。立行立改类31个已完成30个，…，综合完成率76.1%: of all that was told before.
    pairs.push(...togetherPairs(named, done));
    const best = all[all.length - 1];
    if (best) return { pairs, meant: best, sure: true };
  }
  // 剩余4处已采取停气措施: what is left, though something is done about it.
  for (const node of done) {
    const whole = node.count.lead === "rest" ? node.part?.wholes[0]?.count.value : undefined;
    if (whole !== undefined && whole > node.count.value) pairs.push({ part: whole - node.count.value, whole });
  }
  const before = done.filter(({ count }) => count.end <= at);
  const numerator = before[before.length - 1] ?? done[0];
  if (numerator) {
    const base = wholeOf(numerator, ofFamily(scope, numerator.count), at, numerator.count.value);
    const list = numerator.breakdowns.find(({ how }) => how === "total");
    if (list && total(list.parts) >= numerator.count.value) {
      const pair = { part: numerator.count.value, whole: total(list.parts) };
      if (list.parts.every(({ count }) => count.state !== "done"))
        return { pairs: [...pairs, pair], meant: pair, sure: true };
    }
    if (base && base !== numerator && done.length === 1 && isSmallRest(numerator.count, base.count))
      return { pairs, meant: { part: base.count.value - numerator.count.value, whole: base.count.value }, sure: false };
    // 关停10家、责令整改5家、立案4家，办结率100%: members of one list, none the whole of another.
    if (base && base !== numerator && areListed(base, numerator)) return { pairs, meant: null, sure: false };
    if (base && base !== numerator) {
      const excluded = total(
        scope.filter(
          ({ count, part }) => count.state === "other" && part === numerator.part && EXCLUDED.test(count.before),
        ),
      );
      return {
        pairs,
        meant: { part: numerator.count.value, whole: base.count.value - excluded },
        sure: true,
      };
    }
    const above = totalAbove(numerator, named);
    if (above) return { pairs, meant: { part: numerator.count.value, whole: above.count.value }, sure: false };
    return doneAndOpen(numerator, scope, pairs);
  }
  const rest = meantOf[0];
  return { pairs, meant: rest?.pair ?? null, sure: meantOf.length === 1 };
}

/** 违规资金共3750万元。已上缴…、归还…，已整改合计3450万元: the only whole of the sentence before, of what is told together. */
function totalAbove({ count }: ClaimNode, named: readonly ClaimNode[]): ClaimNode | null {
  // 违规资金4200万元。目前已整改3906万元，整改率93%
  const isOnlyMoney =
    count.family === "元" && named.filter((node) => node.count.sentence === count.sentence).length === 1;
  if (count.lead !== "total" && count.lead !== "weakTotal" && !isOnlyMoney) return null;
  const before = named.filter((node) => node.count.sentence === count.sentence - 1 && node.count.unit === count.unit);
  const [only, other] = before;
  return only && !other && only.count.tellsAll && only.count.state === null && only.count.value >= count.value
    ? only
    : null;
}

/** Members of one list, the base not told to be all: 关停10家、责令整改5家、立案4家，办结率100%. */
function areListed({ count: base }: ClaimNode, { count }: ClaimNode): boolean {
  return count.gap.startsWith("、") && base.sentence === count.sentence && !base.tellsAll && !base.due;
}

/** Less than half of its whole, told as what is left. */
function isSmallRest({ lead, value }: ToldCount, whole: ToldCount): boolean {
  return lead === "rest" && value * 2n < whole.value;
}

/** Classes of progress beside what is done; more are no summary of one whole. */
const MOST_CLASSES = 5;

/**
 * 11个，已完成6个，正在整改3个，长期坚持1个，延期1个，完成率75%: a rate may leave out what is not due yet, whatever class that
 * is; never all that is not done.
 */
function ofSomeClasses(node: ClaimNode, scope: readonly ClaimNode[]): readonly Pair[] {
  const whole = node.part?.wholes[0]?.count.value;
  const classes = scope.filter((one) => one !== node && one.part === node.part && one.count.state !== "done");
  if (whole === undefined || classes.length < 2 || classes.length > MOST_CLASSES) return [];
  // Only where the classes are all there is: a slip in the whole is no base of its own.
  if (total(node.part?.parts ?? []) !== whole) return [];
  const pairs: Pair[] = [];
  for (let mask = 1; mask < (1 << classes.length) - 1; mask++) {
    const out = total(classes.filter((_, at) => (mask & (1 << at)) !== 0));
    if (whole - out > node.count.value) pairs.push({ part: node.count.value, whole: whole - out });
  }
  return pairs;
}

const DID = reWith("u")`^${words.did}[^，。；、\d]{1,6}$`;

/** 办理80件，尚有6件未办结: of 86, or 74 of 80. */
function doneAndOpen({ count, part }: ClaimNode, scope: readonly ClaimNode[], pairs: readonly Pair[]): RateReading {
  const open = scope.filter((node) => node.count.state === "open" && node.count.family === count.family);
  const [left] = open;
  if (!left || open.length > 1 || left.part !== part || left.count.value > count.value)
    return { pairs, meant: null, sure: false };
  const all = count.value + left.count.value;
  const others = [
    { part: count.value, whole: all },
    { part: count.value - left.count.value, whole: count.value },
  ];
  return { pairs: [...pairs, ...others], meant: others[1] ?? null, sure: false };
}

/** Done, with what is basically, for this stage or for long done. */
function numerators(node: ClaimNode, scope: readonly ClaimNode[]): readonly bigint[] {
  const { value } = node.count;
  const beside = scope.filter(
    (one) =>
      one !== node &&
      one.part === node.part &&
      one.part !== null &&
      (one.count.state === "basic" || isLongTerm(one.count)),
  );
  return [value, ...beside.map((one) => value + one.count.value), value + total(beside)];
}

const LONG_TERM = reWith("u")`${LASTING}`;

function isLongTerm(count: ToldCount): boolean {
  return count.state === "open" && LONG_TERM.test(`${count.before}${count.after}`);
}
