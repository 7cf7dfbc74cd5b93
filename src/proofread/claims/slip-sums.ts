/**
 * Sums that hold but for one slip: 受理26330件（来电16899件，来信9331件） is short by 100, and one digit of a part makes it hold. The more figures
 * the whole has, the less its parts must be told as such: figures of five digits come that near to a sum by accident only once in
 * a great many.
 */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { STEPS } from "../../zh/words/claim-sides";
import {
  AMONG_THEM,
  decimalPlaces,
  valueSum,
  type Breakdown,
  type ClaimNode,
  type Paragraph,
  type PercentToken,
  type ToldCount,
} from "../../reading";
import { OVERLAP } from "./common-words";
import { EXPLANATIONS } from "./explain";
import { sharesOf } from "./share-lists";
import { isOfAnotherDeed, isSetApart } from "./no-list";
import { isSlip } from "./slips";
import { isSame } from "./sum-fault";

/** Parts that would make up their whole, were it not for one digit. */
interface SlipFault {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
}

/** A list is looked for so many counts behind its whole, and is no longer than this. */
const BEHIND = 24;
const LONGEST = 16;
/** So many figures of the whole, without zeros at its end, speak where the list is led in as its parts, stands right behind it, or neither. */
const LED_IN = 3;
const RIGHT_BEHIND = 4;
const ANYWHERE = 5;
/** Lines back to a whole. */
const LINES_BACK = 2;

/** Faults of all paragraphs, in text order. */
export function slipSumFaults(paragraphs: readonly Paragraph[]): readonly SlipFault[] {
  const faults: SlipFault[] = [];
  paragraphs.forEach((paragraph, at) => {
    // Two of one measure word at least.
    if (paragraph.alike < 2) return;
    for (const [unit, family] of familiesOf(paragraph)) {
      if (family.length < 2) continue;
      const upper = paragraphs
        .slice(Math.max(0, at - LINES_BACK), at)
        .filter(({ line }) => line.index >= paragraph.line.index - LINES_BACK)
        .flatMap((one) => familiesOf(one).get(unit) ?? []);
      const all = [...upper, ...family];
      if (all.length < 3) continue;
      all.forEach((whole, index) => {
        const behind = all.slice(Math.max(index + 1, upper.length)).slice(0, BEHIND);
        const fault = faultOf(paragraph, whole, behind, all);
        if (fault && !faults.some((told) => told.members[0] === fault.members[0])) faults.push(fault);
      });
    }
  });
  return faults;
}

const KNOWN = new WeakMap<Paragraph, ReadonlyMap<string, readonly ClaimNode[]>>();

/** The counts of a paragraph that may be of a sum, by their unit. */
function familiesOf(paragraph: Paragraph): ReadonlyMap<string, readonly ClaimNode[]> {
  const known = KNOWN.get(paragraph);
  if (known) return known;
  const alike = new Map<string, ClaimNode[]>();
  for (const node of paragraph.nodes) {
    if (!isPlain(node)) continue;
    const { unit } = node.count;
    const told = alike.get(unit);
    if (told) told.push(node);
    else alike.set(unit, [node]);
  }
  KNOWN.set(paragraph, alike);
  return alike;
}

function isPlain({ count }: ClaimNode): boolean {
  return count.exact && count.value > 0n && count.times === 1n && count.lead !== "change" && count.lead !== "each";
}

function faultOf(
  paragraph: Paragraph,
  whole: ClaimNode,
  behind: readonly ClaimNode[],
  all: readonly ClaimNode[],
): SlipFault | null {
  const figures = figuresOf(whole);
  const holding: (readonly ClaimNode[])[] = [];
  const slips: List[] = [];
  for (const list of listsOf(whole, behind)) {
    if (isSame(list.sum, whole, list.list)) holding.push(list.list);
    else if (isSlipOfSum(whole, list.list, list.sum)) slips.push(list);
  }
  const found = slips.find(({ list, sum, from }) => {
    const least = from === null ? ANYWHERE : leastOf(whole, list, from === 0, sharesOf(paragraph));
    if (figures < least || mayBeRounding(whole, list, sum)) return false;
    // What made the whole up once is told in another way: each of its lists has its own counts.
    if (holding.some((other) => least >= ANYWHERE || other.some((member) => list.includes(member)))) return false;
    // 受理9305件，审结9022件: what is done is of what was taken on.
    if (list.some(({ count, part }) => count.state === "done" && part?.wholes.some((one) => list.includes(one))))
      return false;
    return (figures >= ANYWHERE || mayMakeUp(paragraph, whole, list)) && !isTold(whole, list, sum, all);
  });
  return found ? { whole, members: found.list } : null;
}

/** Amounts told in 万 or with decimals are off by half of their last place each. */
function mayBeRounding(whole: ClaimNode, list: readonly ClaimNode[], sum: bigint): boolean {
  const rounded = [whole, ...list].filter(({ count: { token } }) => token.scale > 1 || token.decimals > 0);
  const off = sum > whole.count.value ? sum - whole.count.value : whole.count.value - sum;
  return off * 2n <= rounded.reduce((all, { count: { token } }) => all + decimalPlaces(token), 0n);
}

/** Another count is the sum, or fills the gap; or the list holds a total of its own. */
function isTold(whole: ClaimNode, list: readonly ClaimNode[], sum: bigint, all: readonly ClaimNode[]): boolean {
  if (list.some(({ count: { value } }) => value * 2n === sum)) return true;
  return all.some(
    (other) =>
      other !== whole &&
      (list.includes(other)
        ? other.count.value === whole.count.value
        : isSame(sum, other, list) || isSame(sum + other.count.value, whole, [...list, other])),
  );
}

const MAINLY = reWith("u")`${leads.mainly}`;

interface List {
  readonly list: readonly ClaimNode[];
  readonly sum: bigint;
  /** Index of its first count behind the whole; null where others stand between its members. */
  readonly from: number | null;
}

/** Runs of counts that begin where a list may begin, and end where one may end. */
function* listsOf(whole: ClaimNode, behind: readonly ClaimNode[]): Generator<List> {
  yield* runsOf(behind);
  if (figuresOf(whole) < ANYWHERE) return;
  // 甲级24人，其中给予处分的22人；乙级2329人，其中给予处分的1555人；…
  const rows = rowsOf(behind);
  if (rows.length > 1 && rows.every((row) => row.length === 2))
    for (const column of [0, 1]) {
      const list = rows.map((row) => row[column]!);
      yield { list, sum: valueSum(list), from: null };
    }
  const outer = behind.filter(({ count }) => count.lead !== "among");
  if (outer.length < behind.length) for (const run of runsOf(outer)) yield { ...run, from: null };
}

/** The counts of the first sentence behind, one row between two semicolons. */
function rowsOf(behind: readonly ClaimNode[]): readonly (readonly ClaimNode[])[] {
  const rows: ClaimNode[][] = [];
  const [first] = behind;
  for (const node of behind) {
    if (node.count.sentence !== first?.count.sentence || node.count.line !== first.count.line) break;
    const row = rows[rows.length - 1];
    if (row && node.count.stop > STOPS.member) row.push(node);
    else rows.push([node]);
  }
  return rows;
}

function* runsOf(behind: readonly ClaimNode[]): Generator<List> {
  for (let from = 0; from < behind.length - 1; from++) {
    const first = behind[from]!;
    if (from > 0 && !mayBegin(first, behind[from - 1]!)) continue;
    const { bracket } = first.count;
    const level = behind.slice(from).filter(({ count }) => count.bracket === bracket);
    let { value: sum } = first.count;
    let isFlat = true;
    for (let at = 1; at < level.length && at < LONGEST; at++) {
      const node = level[at]!;
      sum += node.count.value;
      isFlat &&= node.count.stop > STOPS.member;
      if (mayEnd(node, level[at + 1], isFlat)) yield { list: level.slice(0, at + 1), sum, from };
    }
  }
}

/** Figures that the whole must have, by where the list stands and how it is led in. */
function leastOf(
  { count: whole }: ClaimNode,
  list: readonly ClaimNode[],
  isNext: boolean,
  shares: ReadonlyMap<ClaimNode, PercentToken>,
): number {
  const [first] = list;
  const last = list[list.length - 1];
  if (!first || !last || first.count.sentence !== last.count.sentence) return ANYWHERE;
  const { count } = first;
  // 主要有52吨、56吨: some of what there is.
  if (MAINLY.test(count.gap)) return ANYWHERE;
  if (list.length > 2 && makeHundred(list, shares)) return 1;
  if (!isNext) {
    // 2495件。交办2388件，直办107件；按期回复2424件，逾期回复71件: broken down once more.
    if (!whole.tellsAll || count.sentence - whole.sentence > MOST_SENTENCES) return ANYWHERE;
    return list.length > 2 && endAlike(list) ? LED_IN : RIGHT_BEHIND;
  }
  if (whole.line !== count.line) return list.length > 2 ? LED_IN : RIGHT_BEHIND;
  if (count.sentence - whole.sentence > 1) return ANYWHERE;
  if (list.length === 2 && whole.tellsAll && whole.state === null && areOpposite(first, last)) return 1;
  const isLed = count.lead === "among" || (count.bracket >= whole.end && whole.bracket < 0) || COLON.test(count.gap);
  return isLed || isOfThem(whole, list) || list.every((one) => one.count.state !== null) ? LED_IN : RIGHT_BEHIND;
}

/** 283个摘帽县中，中部地区114个，西部地区169个: each by its name; 有168个水质优良，有117个实现达标 may be the same. */
function isOfThem({ after }: ToldCount, list: readonly ClaimNode[]): boolean {
  return AMONG_THEM.test(after) && list.every(({ count }) => count.before.length > 1 && !THERE_ARE.test(count.before));
}

const THERE_ARE = /^[还另也其中]*有$/u;

/** Each with its share, all of them a hundred: nothing is left out. */
function makeHundred(list: readonly ClaimNode[], shares: ReadonlyMap<ClaimNode, PercentToken>): boolean {
  const told = list.map((node) => shares.get(node));
  if (told.some((token) => token === undefined)) return false;
  const sum = told.reduce((all, token) => all + (token ? token.mantissa / 10 ** token.decimals : 0), 0);
  const least = Math.min(...told.map((token) => token?.decimals ?? 0));
  return Math.abs(sum - 100) * 10 ** least * 2 <= list.length + 0.001;
}

/** 批准逮捕34人、不批准逮捕38人: a word and its denial. */
function areOpposite({ count: one }: ClaimNode, { count: other }: ClaimNode): boolean {
  const name = DENIED.exec(other.before)?.[1];
  return one.sentence === other.sentence && name !== undefined && one.before.includes(name);
}

const DENIED = /^[尚仍还]?[未不]([\u4e00-\u9fff]{2,4})/u;
const MOST_SENTENCES = 2;

/** 求决类, 咨询类, 其他类 */
function endAlike(list: readonly ClaimNode[]): boolean {
  const end = list[0]?.count.before.slice(-1) ?? "";
  return end !== "" && list.every(({ count }) => count.before.endsWith(end));
}

const COLON = /[：:]/u;

function mayBegin({ count }: ClaimNode, { count: last }: ClaimNode): boolean {
  return (
    count.sentence !== last.sentence ||
    count.bracket !== last.bracket ||
    count.stop <= STOPS.member ||
    count.lead === "among"
  );
}

/** At the end of its sentence, or at ； where none parts its members. */
function mayEnd({ count: last }: ClaimNode, next: ClaimNode | undefined, isFlat: boolean): boolean {
  if (!next || next.count.sentence !== last.sentence || next.count.line !== last.line) return true;
  return isFlat && next.count.stop <= STOPS.member;
}

/** Neither is one told of the other's list, nor are there words of a way or of what may be told twice. */
function mayMakeUp(paragraph: Paragraph, whole: ClaimNode, list: readonly ClaimNode[]): boolean {
  if (whole.part !== null && whole.part.parts.length > 1 && list.some(({ part }) => part === whole.part)) return false;
  if (whole.part !== null && whole.part.wholes.length === 0 && whole.part.parts.length > 1) return false;
  if (isOfAnotherDeed(list, whole) || isSetApart(list)) return false;
  if (figuresOf(whole) === LED_IN && list.some(({ count }) => OVERLAP.test(count.before))) return false;
  if (WITHOUT.some(({ holds }) => holds(asBreakdown(whole, list), whole, paragraph))) return false;
  return new Set(list.flatMap(({ count }) => STEP.exec(count.before)?.[0] ?? [])).size < 2;
}

/** Explanations of the words, which no arithmetic speaks against. */
const WITHOUT = EXPLANATIONS.filter(({ name }) => name === "some are excepted" || name === "told of what changed");

function asBreakdown(whole: ClaimNode, parts: readonly ClaimNode[]): Breakdown {
  return {
    how: "kinds",
    wholes: [whole],
    parts: [...parts],
    side: null,
    closed: false,
    complete: false,
    listsSome: false,
    partial: false,
    rest: false,
    inexact: false,
    remote: false,
  };
}

const STEP = reWith("u")`${STEPS}`;

/** Figures of a number up to the last that is not 0. */
function figuresOf({ count: { token } }: ClaimNode): number {
  let { mantissa } = token;
  while (mantissa > 0 && mantissa % 10 === 0) mantissa /= 10;
  return String(mantissa).length;
}

function isSlipOfSum(whole: ClaimNode, list: readonly ClaimNode[], sum: bigint): boolean {
  const missing = whole.count.value - sum;
  // 107人，其中11人、10人、6人: 91 for 11 is no slip, it would be most of the whole.
  if ((missing < 0n ? -missing : missing) * MOST_MISSING > whole.count.value) return false;
  return isSlipTo(whole, sum) || list.some((part) => isSlipTo(part, part.count.value + missing));
}

/** A slip is less than one in so many of the whole. */
const MOST_MISSING = 4n;

/** Whether a figure is one slip away from a value. */
function isSlipTo({ count: { token } }: ClaimNode, value: bigint): boolean {
  const place = BigInt(token.scale) * 10n ** BigInt(Math.max(0, 8 - token.decimals));
  return value > 0n && value % place === 0n && isSlip(String(token.mantissa), String(value / place));
}
