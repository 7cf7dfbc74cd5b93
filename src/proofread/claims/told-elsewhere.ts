/** Counts that stand behind a whole and are told of something else: readings tried before a breakdown is reckoned. */
import { NO_STOP, STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { others } from "../../zh/words/claim-others";
import { nodesOf, valueSum, type Breakdown, type ClaimNode, type Paragraph } from "../../reading";
import { hasNameOfItsOwn, isAnotherThing } from "./of-another";

/** 前5个月…，4月…: spans of time have no parts here. */
export function isOfTime({ parts: [first] }: Breakdown): boolean {
  return first !== undefined && SPANS.has(first.count.unit);
}

/** The sentence between counts nothing: 撤并小学21所。撤并涉及面广。其中并入中心校14所 */
function isSilentBetween({ count: whole }: ClaimNode, { count: first }: ClaimNode, { line }: Paragraph): boolean {
  if (first.sentence - whole.sentence > 2) return false;
  return line.sentences[first.sentence - 1]?.tokens.length === 0;
}

const SPANS: ReadonlySet<string> = new Set(others.spans);

/**
 * Parts told in other sentences than their whole: 其中 speaks of the sentence before it, and what has a name of its own there
 * (调出43种药品, 6个遗址入选) is of nothing told before.
 */
export function isFarOff(
  { how, side, remote, closed, complete, parts }: Breakdown,
  whole: ClaimNode,
  paragraph: Paragraph,
): boolean {
  const [first] = parts;
  if (!first || closed) return false;
  // 反映问题126个。⏎3个项目已开工，4个项目在推进: things of another name, a paragraph on.
  if (remote || first.count.line !== whole.count.line)
    return (
      how === "states" &&
      parts.length > 1 &&
      parts.every((part) => part.count.lead !== "rest" && hasNameOfItsOwn(whole, part))
    );
  const away = first.count.sentence - whole.count.sentence;
  // 未解决66件。收回意见表527份，其中满意526件: of what its own sentence tells.
  if (how === "among")
    return (
      (away > 1 && !isSilentBetween(whole, first, paragraph)) ||
      (away > 0 && nodesOf(paragraph, first.count.sentence).some(({ count }) => count.end <= first.count.start))
    );
  if (away === 0) return false;
  return (
    (how === "kinds" && side === null && !complete) ||
    (how === "states" && parts.every((part) => hasNameOfItsOwn(whole, part)))
  );
}

/** A part larger than its whole that need not be of it: 顺差5605亿元，其中货物顺差8890亿元; 89人死亡，其中23名…，另有453人受伤. */
export function isBesideIt({ how, parts }: Breakdown, whole: ClaimNode, part: ClaimNode): boolean {
  if (how === "bracket") return false;
  // 包括17人在内的22人: the larger is the whole.
  if (HOLDING.test(part.count.before)) return true;
  // 54个城市已开通线路333条: another measure word is of other things.
  if (how !== "among")
    return (
      hasNameOfItsOwn(whole, part) ||
      isAnotherThing(whole, part) ||
      OWN_DEED.test(part.count.before) ||
      (parts.length === 1 && whole.count.token.unit !== part.count.token.unit)
    );
  // 包括甲、乙等3个领域，和包括丙、丁等10个热点: each counts a list of its own.
  if (COUNTS_LIST.test(whole.count.before) && COUNTS_LIST.test(part.count.before)) return true;
  // 对11家企业实施处罚。其中，对35家企业检查88次: each told with what was done to it.
  if (DONE_TO.test(whole.count.before) && DONE_TO.test(part.count.before)) return true;
  // 支持包括33个国家在内的…: behind a full stop only 其中 itself is of what was told before.
  if (isBehindStop(whole, part) && !AT_ONCE.test(part.count.gap)) return true;
  // 3人死亡，另有包括2名儿童在内的4人失踪: the first of them tells that they stand beside it.
  return [part, parts[0]].some((one) => one && BESIDES.test(one.count.before)) || NET.test(whole.count.before);
}

/** 民事72件，行政8件，执行42件: set off as one of several, it is the whole of no later paragraph. */
export const isMember = ({ count }: ClaimNode): boolean =>
  count.stop > NO_STOP && count.stop <= STOPS.comma && count.lead === "none" && !count.tellsAll;

/** 清退办公用房4间，调整办公室11间: done to things of its own. */
const OWN_DEED = reWith("u")`^已?${others.deeds}[\u4e00-\u9fff]{2,}$`;
const DONE_TO = /[对向]$/u;
const BESIDES = reWith("u")`^${others.besides}`;
const HOLDING = reWith("u")`${others.holding}`;
const NET = reWith("u")`${others.net}`;
const COUNTS_LIST = /等$/u;
const AT_ONCE = /^[。；，、\s]*其中/u;

const isBehindStop = (one: ClaimNode, { count }: ClaimNode): boolean =>
  count.sentence !== one.count.sentence || count.stop <= STOPS.member;

/** A list that is none of its whole, whatever its sum. */
export function isNoBreakdown(run: Breakdown, whole: ClaimNode): boolean {
  const { how, side, parts, complete, closed } = run;
  const { value } = whole.count;
  const [first, ...more] = parts;
  if (!first) return true;
  const sum = valueSum(parts);
  if (how === "among") {
    // 其中，铁路1950万人次。公路3450万人次…: over sentences a list is not told to be all.
    const isOpen = !complete && !closed && side === null;
    // 新设998万户，其中企业327万户，日均1.81万户。个体户658万户，增长13%。中部地区新登记64万户: nor where nothing bears one name.
    if (isOpen && more[0] && isBehindStop(first, more[0]) && (sum < value || isToldAnew(first, more))) return true;
    // 17项措施，包括降低成本等17项措施: the whole itself, told again.
    if (parts.some(({ count }) => count.value === value)) return true;
  }
  // 有效回访246件，满意240件、一般5件、不满意1件: the others are of the first.
  const isTogether = more.length > 1 && more.every(({ count }) => count.sentence === first.count.sentence);
  if (how === "among" && isTogether && sum > value && valueSum(more) === first.count.value) return true;
  if (sum < value && isHandedOnBehind(parts)) return true;
  if (how === "kinds" && !complete && first.count.stop <= STOPS.member && !whole.count.tellsAll) return true;
  return how !== "among" && how !== "bracket" && !closed && areSetOffAlike(whole, parts);
}

/** 其中个访327批。集访85批 are two of one kind; 其中企业327万户。中部地区64万户 are not, nor is what tells of a year of its own. */
function isToldAnew({ count: first }: ClaimNode, more: readonly ClaimNode[]): boolean {
  return more.some(
    ({ count: { before } }) =>
      /^\d/u.test(before) || (before.length > LONG && before.slice(-1) !== first.before.slice(-1)),
  );
}

/** A name that tells more than a kind. */
const LONG = 6;

/** 立案24件，已结案21件，罚没32万元；移送公安2件: what is handed on behind ； may be one of what was closed before it. */
function isHandedOnBehind(parts: readonly ClaimNode[]): boolean {
  const last = parts[parts.length - 1]?.count;
  const before = parts.slice(0, -1);
  return last?.state === "other" && last.stop === STOPS.member && before.every(({ count }) => count.state === "done");
}

/** 建议类1182件，占0.6%；举报类890件；感谢类415件: members of one list, set off alike. */
function areSetOffAlike({ count: whole }: ClaimNode, parts: readonly ClaimNode[]): boolean {
  return (
    whole.stop === STOPS.member &&
    parts.every(({ count }) => count.stop === STOPS.member && count.sentence === whole.sentence)
  );
}
