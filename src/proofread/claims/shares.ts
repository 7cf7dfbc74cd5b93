/** Shares: 占40%, 占问题总数48个的75%, 三项合计占95%. The numerator is the part before, or the list that ends there. */
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import { ALTOGETHER, type ClaimNode } from "../../reading";
import { sharesPair } from "./name-pairs";
import { NOTHING, ofFamily, total, wholeOf, type Pair, type RateReading } from "./pairs";

/** 占40%, 占问题总数48个的75%, 两项合计占95%: the part right before it, or the list that ends there. */
export function rateOfShare(
  near: readonly ClaimNode[],
  at: number,
  label: string,
  explicit: ClaimNode | null,
  /** Counts with shares of their own, which are no base. */
  beside: ReadonlySet<ClaimNode> = NONE,
): RateReading {
  const before = near.filter(
    (node) => node.count.end <= at && node !== explicit && !TOGETHER_OF.test(node.count.after),
  );
  const last = before[before.length - 1];
  if (!last) return NOTHING;
  // 入住364人，其中失能97人，护理型床位占58.6%: of things that nothing here counts.
  if (explicit === null && (isOfOthers(label, last) || AND_BETTER.test(label))) return NOTHING;
  const name = explicit === null ? baseName(label) : "";
  const family = ofFamily(before, explicit?.count ?? last.count);
  const part = namedOf(family, label) ?? family[family.length - 1];
  if (!part || (explicit === null && part !== last && !isNamedBy(label, part))) return NOTHING;
  const list = isNamedBy(label, part) ? [part] : listBefore(family);
  const sums = list.map((_, at) => total(list.slice(at)));
  const named =
    name === ""
      ? []
      : basesNamed(
          [...before, ...near.filter(({ count }) => count.bracket > at && count.bracket - at <= LONGEST_PERCENT)],
          part,
          name,
        ).concat(DUE_NAME.test(name) ? ofFamily(before, part.count).filter((node) => isDueBase(node, part)) : []);
  // 本级受理237件、占受理总量55%，转办193件、占受理总量45%: one that has a share itself is no base of those beside it.
  if (named.length > 0 && named.every((node) => beside.has(node) && node.count.sentence === part.count.sentence))
    return NOTHING;
  if (named.length === 0 && name !== "") named.push(...totalsBehind(near, part, name, at));
  if (name !== "" && named.length === 0) return siblingsNamed(part, name);
  const bases = explicit
    ? [explicit]
    : named.length > 0
      ? named
      : [
          ...ofFamily(near, part.count).filter(
            (node) => !beside.has(node) && (!list.includes(node) || list.length > 1),
          ),
          ...before.filter(
            (node) => node.count.carrier && node.count.unit === part.count.unit && OF_THEM.test(node.count.after),
          ),
        ];
  const pairs = sums.flatMap((sum) =>
    bases
      .filter((node) => node !== part && node.count.value >= sum)
      .map((node) => ({ part: sum, whole: node.count.value })),
  );
  // A slip in one part is told of the sum: the share may be right for what the others leave.
  for (const whole of part.part?.wholes ?? [])
    pairs.push({
      part: whole.count.value - total(part.part?.parts.filter((one) => one !== part) ?? []),
      whole: whole.count.value,
    });
  const together =
    TOGETHER.test(label) || (explicit !== null && list.length > 1 && list.every(({ count }) => count.state === null));
  const numerator = together ? (sums[0] ?? part.count.value) : part.count.value;
  const found =
    explicit ?? named[named.length - 1] ?? wholeOf(together ? (list[0] ?? part) : part, bases, at, numerator);
  const base = found && beside.has(found) && !named.includes(found) ? null : found;
  const above = !base && explicit === null && label === SHARE_ALONE ? wholeAbove(before, part) : null;
  if (above) return { pairs, meant: { part: part.count.value, whole: above.count.value }, sure: false };
  if (!base && explicit === null) return ofTheList(part, label, pairs);
  if (!base || numerator > base.count.value) return { pairs, meant: null, sure: false };
  return { pairs, meant: { part: numerator, whole: base.count.value }, sure: true };
}

/** A类165件，B类32件，C类13件，A类占78.6%: the last count that bears the name before 占. */
function namedOf(family: readonly ClaimNode[], label: string): ClaimNode | undefined {
  return family.filter((node) => isNamedBy(label, node)).pop();
}

function isNamedBy(label: string, { count }: ClaimNode): boolean {
  const name = NAME_OF_SHARE.exec(label)?.[1];
  return name !== undefined && count.before.endsWith(name);
}

/** What is named before 占 shares no two characters with what is told of the count. */
function isOfOthers(label: string, { count }: ClaimNode): boolean {
  const name = NAME_OF_SHARE.exec(label)?.[1] ?? "";
  if (name.length < LONG_NAME || TOGETHER.test(name)) return false;
  const told = `${count.gap}${count.after}`;
  // 40个国家的508家企业在12个展区参展，沿线国家的参展企业占73%: a long name is known by what it ends in.
  const own = count.after.length > 1 ? count.after : told;
  if (name.length >= LONGER_NAME && !own.includes(name.slice(-2))) return true;
  return !sharesPair(name, told);
}

/** 合格及以上占96.9%: of several of a list, which it does not name. */
const AND_BETTER = reWith("u")`${words.andBetter}[^，。；、]{0,4}占`;
const LONG_NAME = 4;
const LONGER_NAME = 8;
const NAME_OF_SHARE = /^([^占]{2,})占/u;

const NONE: ReadonlySet<ClaimNode> = new Set();
const TOGETHER = reWith("u")`${words.sharedTogether}`;
/** 两类共占 counts the kinds, nothing that is shared. */
const TOGETHER_OF = reWith("u")`^${words.together}`;
/** 16个村中，已完成的有12个，占75% */
const OF_THEM = /^[^，。]{0,6}[中里]$/u;
const PLAIN = reWith("gu")`${words.plain}`;
/** 处分 of 受处分人数 */
const COUNTED = reWith("u")`${words.counted}$`;
const SHARE_HEAD = /^.*?占(?!比)/u;

/** 隐患 of 占隐患总数的: the base's own name; "" where it is only called all, or all problems. */
function baseName(label: string): string {
  if (!SHARE_HEAD.test(label)) return "";
  return label
    .replace(SHARE_HEAD, "")
    .replace(PLAIN, "")
    .replace(COUNTED, "")
    .replace(/^[受被]/u, "");
}

/** Counts before that bear the name of the base and hold the part. */
function basesNamed(before: readonly ClaimNode[], part: ClaimNode, name: string): readonly ClaimNode[] {
  return ofFamily(before, part.count).filter(
    (node) => node !== part && node.count.value >= part.count.value && node.count.state === null && bears(node, name),
  );
}

/** 占信访总量的66%，全县信访总量200件: the base is told next, by the share's own words. */
function totalsBehind(near: readonly ClaimNode[], part: ClaimNode, name: string, at: number): readonly ClaimNode[] {
  const behind = near.filter(({ count }) => count.start > at && count.sentence === part.count.sentence);
  return basesNamed(behind.slice(0, 1), part, name).filter(
    ({ count }) => ALL_OF.test(count.before) || ALTOGETHER.test(count.before),
  );
}

const ALL_OF = reWith("u")`${words.counted}$|总量[为是]?$`;

/** 占应完成任务的88%: any count of what was due may be meant. */
const DUE_NAME = /^应/u;
const isDueBase = (node: ClaimNode, part: ClaimNode): boolean =>
  node !== part && node.count.due && node.count.value >= part.count.value;

const ANOTHER_BEHIND = reWith("u")`^[和与及、]?${words.besideNames}`;
const ANOTHER_BEFORE = reWith("u")`${words.besideNames}[和与及、]?$`;

const HOLDERS = reWith("u")`${words.holders}$`;

function bears({ count }: ClaimNode, name: string): boolean {
  const text = `${count.before}|${count.after}`;
  // 投诉举报 is more than 投诉.
  const at = text.lastIndexOf(name);
  if (at >= 0 && (ANOTHER_BEHIND.test(text.slice(at + name.length)) || ANOTHER_BEFORE.test(text.slice(0, at))))
    return false;
  // 占隐患单位的54% of 存在隐患的2100家
  const stem = name.length > 3 ? name.replace(HOLDERS, "") : name;
  return text.includes(stem) || (name.length > 3 && text.includes(name.slice(0, 2)) && text.includes(name.slice(-2)));
}

/** 一般隐患190处、重大隐患10处，占隐患总数的5%: the base is all of them together. */
function siblingsNamed(part: ClaimNode, name: string): RateReading {
  const parts = part.part?.wholes.length === 0 ? part.part.parts : [];
  if (parts.length < 2 || !parts.every((one) => bears(one, name))) return NOTHING;
  return { pairs: [], meant: { part: part.count.value, whole: total(parts) }, sure: true };
}

/** 来信54件、来访36件、网上投诉90件，网上投诉占总量的50%: nothing else counts them, so the base is the list. */
function ofTheList(part: ClaimNode, label: string, pairs: readonly Pair[]): RateReading {
  const parts = part.part?.wholes.length === 0 && part.part.side !== null ? part.part.parts : [];
  if (!OF_ALL.test(label) || parts.length < LISTED || part !== parts[parts.length - 1])
    return { pairs, meant: null, sure: false };
  return { pairs, meant: { part: part.count.value, whole: total(parts) }, sure: false };
}

const SHARE_ALONE = "占";

/** 共有中小学校94所。复查发现故障9所，占9.6%: the only count before it that may hold it, told altogether. */
function wholeAbove(before: readonly ClaimNode[], part: ClaimNode): ClaimNode | null {
  const fitting = before.filter(
    (node) => node !== part && node.count.unit === part.count.unit && node.count.value >= part.count.value,
  );
  const [only, other] = fitting;
  return only && !other && part.part?.wholes.length !== 1 && ALTOGETHER.test(only.count.before) ? only : null;
}

/** 88.25%（ */
const LONGEST_PERCENT = 8;
const OF_ALL = reWith("u")`占${words.ofAll}`;
const LISTED = 3;

/** The parts told side by side that end the list. */
function listBefore(family: readonly ClaimNode[]): readonly ClaimNode[] {
  const list: ClaimNode[] = [];
  for (let at = family.length - 1; at >= 0; at--) {
    const node = family[at];
    const next = list[0];
    if (!node) break;
    if (next && (node.part !== next.part || node.part === null) && !(node.part === null && next.count.stop >= 5)) break;
    list.unshift(node);
    if (list.length > 12) break;
  }
  return list;
}
