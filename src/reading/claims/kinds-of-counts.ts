/** What a count is by its words and its place: a part, a whole, one that stands alone, the last of a list. */
import { NO_STOP, STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads as words } from "../../zh/words/claim-leads";
import { THINGS, THINGS_OF_THEIR_OWN } from "../../zh/words/claim-rates";
import { KIND_ENDS } from "../../zh/words/claim-sides";
import { HANDLED } from "../../zh/words/claim-states";
import { UNIT_ENDS } from "../../zh/words/unit-ends";
import type { Line } from "../types";
import type { Breakdown, ClaimNode } from "./claim-node";
import type { ToldCount } from "./counts";
import { ALTOGETHER } from "./leads";
import { tellsState } from "./told-words";

/** 其他N behind others is the last part. */
export function endsWithOthers({ parts }: Breakdown): boolean {
  const last = parts[parts.length - 1];
  if (parts.length < 2 || last === undefined) return false;
  if (isOthers(last.count)) return true;
  // 处级2人、科级19人、科级以下31人: the lowest is all below.
  const name = BELOW.exec(last.count.before)?.[1];
  return name !== undefined && parts.some(({ count }) => count !== last.count && count.before.endsWith(name));
}

const BELOW = /([^，。；、\d其中]{2,6})(?:及其?)?以下[^，。；、\d]{0,2}$/u;

/** 其他类12件: whatever else there is. */
export function isOthers({ before }: ToldCount): boolean {
  return OTHERS.test(before);
}

/** Already a part beside others. */
export function isJoined({ part }: ClaimNode): boolean {
  return part !== null && (part.parts.length > 1 || part.wholes.length > 0);
}

export function isExcepted({ before }: ToldCount): boolean {
  return before.startsWith(EXCEPT) || before.endsWith(EXCEPT);
}

const OTHERS = reWith("u")`^其[他它]${words.othersOf}?$`;
export const SORTS = reWith("u")`${words.sorts}[^，。；、\d]{1,8}${words.sorted}`;
export const SORTED = reWith("u")`${words.sorts}[^，。；、\d]{1,8}${words.sorted}[，,：:]?[^，。；：]{0,12}$`;
/** Sides a whole may tell of itself: 县级水源地12个. */
export const MAY_STAND_FIRST: ReadonlySet<string> = new Set(["kind", "level", "place", "channel"]);
/** Of a list without a whole of its own, so many members may yet turn out to be wholes. */
export const MOST_OPEN = 100;
/** A total told behind its parts looks no further back, in counts. */
export const MOST_BEFORE = 150;
/** Breakdowns stand no deeper in each other. */
const MOST_LEVELS = 30;
/** Between a whole and its rest stand no more parts. */
export const MOST_BETWEEN = 3;
export const APART: ReadonlySet<string> = new Set(words.apart);
/** 剩余6项任务中，…: what follows is of these. */
/** 问题中, 已完成整改的问题中 */
export const AMONG_THEM = /^(?:[^，。]{0,6}|[^，。]{1,10}的[^，。]{1,5})[中里]$/u;
export const ALL_OF_THEM = reWith("u")`^[^，。；、\d]{0,4}${words.allOfThem}`;
export const LIST_MARK = /^\s*[、和与及]/u;
export const ENDS_RESPECTIVELY = reWith("u")`${words.respectively}[^，。；]{0,4}$`;

/** A count that is no part of anything told, though its words would allow it. */
export function isLone(node: ClaimNode): boolean {
  return (
    node.count.state === null &&
    node.count.exact &&
    node.part !== null &&
    node.part.wholes.length === 0 &&
    node.part.parts.length === 1
  );
}

/** The side a run tells; a lone part may turn out to tell any of its own. */
export function inForce(run: Breakdown): string | null {
  return run.parts.length === 1 ? null : run.side;
}

/** Nothing but 、 and a name stands between two members. */
export const ENUMERATED = /^、[^，。；：、]*$/u;

export const LONGEST_NOUN = 12;
export const TAIL = 8;
const REST_REACH = 40;
/** 财务科（2个）、办公室（1个）: between a count and a bracket that holds its parts, no other thing is named. */
export const NAMES_ANOTHER = /[，。；,;：、）)]/u;
export const AND_SO_ON = /^[^，。；、\d]{0,6}等|^……/u;
/** Offset of the next figure or full stop, within reach. */
export function figureOrStop(plain: string, from: number): number {
  const most = Math.min(plain.length, from + REST_REACH);
  let at = from;
  for (; at < most; at++) {
    const code = plain.charCodeAt(at);
    if (code === FULL_STOP || (code >= 48 && code <= 57)) break;
  }
  return at;
}

const FULL_STOP = 0x3002;
/** 除2户未签约外，其余68户: what is excepted holds nothing. */
export const EXCEPT = "除";
export const NOT_YET_DUE = reWith("u")`${words.notYetDue}`;
export const PLAIN_TOTAL = reWith("u")`${[...words.strong, ...words.weak]}${words.totalVerbs}{0,2}$`;
const HANDLED_ONLY = reWith("u")`^已?${HANDLED}$`;
export const PARTIAL = reWith("u")`${words.partialBefore}`;
/** 其余问题分年推进 before a stop, not 另有 before its number. */
export function namesRest(behind: string): boolean {
  return NAMES_REST.test(behind) && !NUMBERED_REST.test(behind);
}

const NAMES_REST = reWith("u")`${words.restWords}`;
const NUMBERED_REST = reWith("u")`另有$`;

/** 其中：甲3个；乙5个: the colon opens a list whose members ； parts. */
export function opensList(line: Line, first: ToldCount): boolean {
  return /[：:][^：:]*$/u.test(line.plain.slice(Math.max(0, first.start - 24), first.start));
}

/** Behind ；a whole is opened that has room for what follows it. */
export function opensMember(whole: ToldCount, part: ToldCount): boolean {
  return whole.stop === STOPS.member && whole.opens && part.stop > STOPS.member && part.value <= whole.value;
}

/** A member of a list told side by side. */
export function isListed({ part }: ClaimNode): boolean {
  return part !== null && (part.how === "respective" || (part.parts.length > 1 && part.side !== null));
}

/** 甲镇8个完成7个，乙镇3个正在整改: named like the whole before it, by another name, its state told behind; no part of it. */
export function isNamedBeside(whole: ToldCount, count: ToldCount): boolean {
  const { before, after, state, stop } = count;
  // 限期整改问题14个，已完成13个；长期坚持问题4个: one more of the kind, behind ；like it.
  if (stop === STOPS.member)
    for (const [side, word] of whole.sides) if ((count.sides.get(side) ?? word) !== word) return true;
  if (state === null || stop === NO_STOP || after === "") return false;
  const [name = "", own = ""] = [whole.before, before].map((text) => text.replace(OF_NAME, "").replace(LED_BY, ""));
  if (name === own) return false;
  // 甲科牵头的6个, 乙科牵头的3个
  if (LED.test(name) && LED.test(own) && name.slice(-2) === own.slice(-2)) return true;
  return [name, own].every((text) => CLASS.test(text) || (NAME_ENDS.test(text) && !tellsState(text)));
}

/** 47个：班子方面16个，已整改14个；队伍方面13个: behind ；a kind goes on with the kinds above what was told of one of them. */
export function kindsAbove({ how, wholes }: Breakdown, count: ToldCount): Breakdown | undefined {
  if (how !== "states" || count.stop !== STOPS.member) return undefined;
  const { sides } = count;
  return wholes
    .map(({ part }) => part)
    .find(
      (upper) =>
        upper !== null &&
        upper !== undefined &&
        upper.wholes.length > 0 &&
        upper.side !== null &&
        upper.side !== "state" &&
        sides.has(upper.side),
    ) as Breakdown | undefined;
}

const LED = reWith("u")`.${words.ledBy}$`;
/** 持续整改类 is a name, whatever it says. */
const CLASS = reWith("u")`类${words.ofThings}?$`;
const OF_NAME = /的$/u;
const LED_BY = reWith("u")`^${words.among}`;
const NAME_ENDS = reWith("u")`${[...KIND_ENDS, ...UNIT_ENDS]}${words.ofThings}?$`;

/** 29个（共100个）: a bracket with the whole of the count before it. */
export function isOfHowMany({ value, unit }: ToldCount, count: ToldCount): boolean {
  return (count.lead === "total" || count.lead === "weakTotal") && count.unit === unit && count.value > value;
}

/** 上半年巡察单位14个…，下半年巡察单位12个…，全年共巡察单位26个: those told by the very words of the total. */
export function sameNoun(total: ToldCount, nodes: readonly ClaimNode[]): readonly ClaimNode[] {
  const noun = total.before.slice(-LONGEST_WORDS);
  const verb = TOGETHER_DONE.exec(total.before)?.[1];
  if (verb !== undefined) {
    // 东片已签约212户，西片已签约187户，累计签约399户
    const told = nodes.filter(
      ({ count }) => count.before.slice(-LONGEST_WORDS).includes(verb) && count.before !== total.before,
    );
    if (told.length > 1 && told.every(({ count }) => count.sentence === total.sentence)) return told;
  }
  if (total.before.length <= LONGEST_WORDS || noun.length < LONGEST_WORDS) return [];
  const alike = nodes.filter(
    ({ count: { before } }) => before.endsWith(noun) && before !== total.before && !ALTOGETHER.test(before),
  );
  return alike.every(({ count }) => count.sentence === total.sentence) ? alike : [];
}

/** 城关镇排查隐患23处，河口镇17处，全县共排查隐患40处: those of their list that leave the noun out are told with them. */
export function withBare(named: readonly ClaimNode[], near: readonly ClaimNode[]): readonly ClaimNode[] {
  const list = named[0]?.part;
  if (!list || list.wholes.length > 0 || named.some(({ part }) => part !== list)) return named;
  return near.filter(
    (one) => named.includes(one) || (one.part === list && one.count.state === null && !one.count.opens),
  );
}

const LONGEST_WORDS = 4;
const TOGETHER_DONE = reWith("u")`${[...words.strong, ...words.weak]}([\u4e00-\u9fff]{2})$`;

/** 问题12个，其中已完成措施30条: what is named right at the number is another thing than the whole names. */
export function isOfAnotherThing(whole: ToldCount, part: ToldCount): boolean {
  const own = AT_NUMBER.exec(part.before)?.[0] ?? BEHIND_NUMBER.exec(part.after)?.[0];
  if (own === undefined || whole.unit === part.unit) return false;
  const told = `${whole.before}|${whole.after}`;
  return !told.includes(own) && ANY_THING.test(told);
}

const AT_NUMBER = reWith("u")`${THINGS_OF_THEIR_OWN}$`;
const BEHIND_NUMBER = reWith("u")`^${THINGS_OF_THEIR_OWN}`;
const ANY_THING = reWith("u")`${THINGS}`;

/** 立行立改问题共: of what is named right before 共. */
export function countsThings(before: string): boolean {
  return THINGS_TOGETHER.test(before);
}

const THINGS_TOGETHER = reWith("u")`${THINGS}件?共$`;

/** 、 stands between all of them. */
export function arePieced(nodes: readonly ClaimNode[]): boolean {
  return nodes.slice(1).every(({ count }) => count.stop === STOPS.piece && count.gap.startsWith("、"));
}

/**
 * 共抽查单位48家，第一组17家: what is told altogether is no kind beside what is fewer; nor is what has come of it one beside it
 * (共有行政村312个，已建成示范村96个).
 */
export function isAllOf(whole: ToldCount, { before, value, state }: ToldCount, side: string): boolean {
  if (side === "kind" && whole.state === null && state !== null && whole.tellsAll) return true;
  return whole.state === null && value < whole.value && ALTOGETHER.test(whole.before) && !ALTOGETHER.test(before);
}

/** Its words tell a state, a side or a place in a list. */
export function isPart(count: ToldCount): boolean {
  if (count.due) return false;
  if (count.state !== null) return true;
  return count.sides.size > 0 && !isWholeLike(count);
}

/** Its words open a whole of its own. */
export function isWholeLike(count: ToldCount): boolean {
  return count.state === null && (count.opens || count.due || count.sides.size === 0);
}

const SHORT = 10;

export function isShort(count: ToldCount): boolean {
  return count.before.length <= SHORT && !count.due;
}

/** A short name and nothing else: it may be a state we have no word for. */
export function isBare(count: ToldCount): boolean {
  if (!isShort(count) || count.sides.size > 0 || count.before.length < 2) return false;
  return !count.opens || (count.told === "" && HANDLED_ONLY.test(count.before));
}

/** 结案440件，结案率为47.57%（调解211件、撤诉97件） */
export const TELLS_RATE = /^[，,][^，。；、：\d（]{1,7}率[^，。；、：\d（]{0,3}\d+(?:\.\d+)?%$/u;
export const LONGEST_RATE = 20;

/** 其中甲6项、乙3项，撬动12项: 、 joins the members, the comma ends them. */
export function isSetApart({ how, parts }: Breakdown, count: ToldCount): boolean {
  // 已了结5件、立案1件，正在核实3件: one more state of the same.
  if (how === "states" && count.state !== null) return false;
  if (parts.length < 2 || count.stop !== STOPS.comma || isOthers(count) || count.before.endsWith("的")) return false;
  return parts.slice(1).every(({ count }) => count.stop === STOPS.piece);
}

export const THERE_ARE = /^[已仅只]?有$/u;

const RUNS_ON_AMONG = reWith("u")`^(?:${words.things})?[中里](?!${words.inWords})`;

/** 已完成的43个问题中，有11个… */
export function isOneOfThem(last: ToldCount | undefined, count: ToldCount): boolean {
  if (last?.sentence !== count.sentence || last.unit !== count.unit) return false;
  // 未化解6件中涉法涉诉4件
  if (count.stop === NO_STOP && RUNS_ON_AMONG.test(count.before)) return count.value <= last.value;
  return AMONG_THEM.test(last.after) && ((count.before === "" && count.state === null) || THERE_ARE.test(count.before));
}

/** The run that a part behind ； or 其余 belongs to: not one nested in a part of another. */
export function outermostOf(run: Breakdown, line: Line, count: ToldCount): Breakdown {
  let outer = run;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const [whole] = outer.wholes;
    if (!whole?.part || headsSentence(whole, line, count)) break;
    outer = whole.part;
  }
  return outer;
}

/** 12处中，9处已超期，…；其余3处: the rest is of what heads its sentence, whatever that is a part of. */
function headsSentence({ count: head }: ClaimNode, { plain, sentences }: Line, { line, sentence }: ToldCount): boolean {
  if (head.line !== line || head.sentence !== sentence || !AMONG_THEM.test(head.after)) return false;
  return plain.slice(sentences[sentence]?.start ?? 0, head.start).trim() === "";
}
