/**
 * Lists read by where they stand alone: a whole, and behind it counts of its very measure word, each with a short name.
 * 线索76件，初核30件、谈话函询20件、予以了结26件. What the words of the parts mean is not asked; the tree (tree.ts) asks.
 */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import type { ToldCount } from "./counts";
import type { ClaimNode, Paragraph } from "./tree";

/** A whole with what is listed behind it, over lines too. */
export interface PlainList {
  readonly whole: ClaimNode;
  /** Two or more, in text order. */
  readonly members: readonly ClaimNode[];
  /** Told in paragraphs of their own: （一）…12个；（二）…9个. */
  readonly overLines: boolean;
}

const MOST_MEMBERS = 30;
const LONGEST_NAME = 12;
const LONGEST_BEHIND = 6;
/** 需更换22台，需大修31台 */
const SHORT_PLAN = 6;

const NONE: readonly PlainList[] = [];

/** Lists of one paragraph. */
export function plainLists({ nodes }: Paragraph): readonly PlainList[] {
  // What costs words is asked last: most counts have no two others behind them that could be members.
  if (nodes.length < 3) return NONE;
  const lists: PlainList[] = [];
  for (let at = 0; at < nodes.length - 2; at++) {
    const whole = nodes[at] as ClaimNode;
    if (!whole.count.exact || whole.count.carrier || !isLone(whole) || isListed(lists, whole)) continue;
    let members: ClaimNode[] | null = null;
    for (let next = at + 1; next < nodes.length && (members === null || members.length < MOST_MEMBERS); next++) {
      const node = nodes[next];
      if (!node || !isNear(whole, node, members === null)) break;
      if (node.count.carrier && members === null) continue;
      if (!isMember(node, whole, members?.[members.length - 1])) break;
      if (members === null) members = [node];
      else members.push(node);
    }
    if (members === null || members.length < 2 || (whole.count.due && members[0]?.count.state !== "done")) continue;
    lists.push({ whole, members, overLines: false });
  }
  return lists;
}

/** In its sentence or the next one; a sentence that counts nothing may stand between where a clause leads the list in. */
function isNear({ count: whole }: ClaimNode, { count }: ClaimNode, isFirst: boolean): boolean {
  const away = count.sentence - whole.sentence;
  return away < 2 || (away === 2 && (!isFirst || LED_IN.test(count.gap)));
}

/** 结果显示，内控健全的 */
const LED_IN = /^[^，。；、\d]{2,6}[，,][^，。；、\d]+$/u;

/** A member of a list before: members stand in a row, so it is one of the last list or of none. */
function isListed(lists: readonly PlainList[], { count }: ClaimNode): boolean {
  const members = lists[lists.length - 1]?.members ?? [];
  return count.start <= (members[members.length - 1]?.count.start ?? -1);
}

/** No part, or a part of nothing that no side joins to others: 烂尾项目14个; 扶贫资产1236项，确权1198项，未确权38项. */
function isLone(node: ClaimNode): boolean {
  const { part } = node;
  if (part === null) return true;
  if (part.wholes.length > 0) return false;
  return part.parts.length === 1 || (part.parts[0] === node && (part.side === null || areKindsOf(node, part.parts)));
}

/** 排查出隐患208条，重大隐患8条，一般隐患200条: the first names what all others are kinds of. */
function areKindsOf({ count: { before } }: ClaimNode, [, ...others]: readonly ClaimNode[]): boolean {
  const [first] = others;
  if (!first) return false;
  const noun = first.count.before.slice(-KIND_NOUN);
  return (
    noun.length === KIND_NOUN &&
    before.endsWith(noun) &&
    others.every(
      ({ count }) => count.before.endsWith(noun) && count.before.length > KIND_NOUN && !before.endsWith(count.before),
    )
  );
}

const KIND_NOUN = 2;

function isMember({ count }: ClaimNode, { count: whole }: ClaimNode, previous: ClaimNode | undefined): boolean {
  const wholeSentence = whole.sentence;
  if (!isOfUnit(count.unit, whole.unit) || !count.exact || count.bracket !== whole.bracket) return false;
  if (previous && previous.count.sentence !== count.sentence) return false;
  const heads = !previous && count.sentence > wholeSentence;
  if ((count.stop > STOPS.piece && !heads) || (previous && count.stop < STOPS.member)) return false;
  if (isToldAgain(whole.before, count.before)) return false;
  if (!isNamed(count.before) && !(previous && isPredicated(count))) return false;
  if (count.told.length > LONGEST_BEHIND) return false;
  if (count.before.length > SHORT_PLAN && count.due) return false;
  return (
    count.lead === "none" ||
    count.lead === "rest" ||
    (count.lead === "among" && !previous) ||
    (count.lead === "respective" && !count.gap.includes("、"))
  );
}

/** 来访214件次，其中来信38件、来访91件 */
function isOfUnit(unit: string, whole: string): boolean {
  return unit === whole || (whole.endsWith(TIMES) && whole.length > 1 && whole.slice(0, -1) === unit);
}

const TIMES = "次";

/** 一是召开会议8次，…；二是召开会议9次，…: the same words tell of another of the kind, not of a part. */
function isToldAgain(whole: string, part: string): boolean {
  const [longer = "", shorter = ""] = [whole, part]
    .map((words) => words.replace(IN_TURN, ""))
    .sort((a, b) => b.length - a.length);
  return shorter.length >= LEAST_SAID && longer.endsWith(shorter);
}

const IN_TURN = /^.*[一二三四五六七八九十]是/u;
const LEAST_SAID = 3;

/** 已加固8座，已拆除4座，2座列入观察: what became of the last is told behind it. */
function isPredicated({ before, told }: ToldCount): boolean {
  return before === "" && told.length >= LEAST_PREDICATE;
}

const LEAST_PREDICATE = 2;

function isNamed(before: string): boolean {
  return before.length > 0 && before.length <= LONGEST_NAME;
}

/** Lists whose members are paragraphs of their own, numbered one by one: （一）…12个；（二）…9个；（三）…16个. */
export function listsOverLines(paragraphs: readonly Paragraph[]): readonly PlainList[] {
  const lists: PlainList[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const whole = mayGoOn(paragraphs[at], paragraphs[at + 1]) ? lastWhole(paragraphs[at]) : null;
    // What ends in ；is a member itself.
    if (!whole || ENDS_MEMBER.test(paragraphs[at]?.line.plain ?? "")) continue;
    const members: ClaimNode[] = [];
    for (let next = at + 1; next < paragraphs.length && members.length < MOST_MEMBERS; next++) {
      const paragraph = paragraphs[next];
      const member = paragraph && onlyCount(paragraph);
      if (!member || member.count.unit !== whole.count.unit) break;
      const above = members[members.length - 1];
      // A heading may stand between the whole and its list.
      if (member.count.line - (above ?? whole).count.line > (above ? 1 : LINES_BETWEEN)) break;
      if (ordinalOf(paragraph) !== members.length + 1 && !isListLine(paragraphs[at], paragraph, members)) break;
      members.push(member);
    }
    if (members.length >= 2) lists.push({ whole, members, overLines: true });
    const next = paragraphs[at + 1];
    const list = next && members.length === 0 ? listOf(whole, next) : [];
    if (list.length >= 2) lists.push({ whole, members: list, overLines: true });
  }
  return lists;
}

/** 以上问题共57条: the total of the lines right above, numbered one by one. */
export function totalsOverLines(paragraphs: readonly Paragraph[]): readonly PlainList[] {
  const lists: PlainList[] = [];
  for (let at = 2; at < paragraphs.length; at++) {
    const whole = paragraphs[at]?.nodes[0];
    // What costs words is asked last.
    if (!whole?.count.exact || paragraphs[at - 1]?.counts.length !== 1 || !OF_ABOVE.test(whole.count.before)) continue;
    const members: ClaimNode[] = [];
    for (let back = at - 1; back >= 0 && members.length < MOST_MEMBERS; back--) {
      const paragraph = paragraphs[back];
      const member = paragraph && onlyCount(paragraph);
      const below = members[0] ?? whole;
      if (!member || member.count.unit !== whole.count.unit || below.count.line - member.count.line > 1) break;
      members.unshift(member);
      if (ordinalOf(paragraph) === 1) break;
    }
    const first = paragraphs[at - members.length];
    if (members.length >= 2 && first && ordinalOf(first) === 1) lists.push({ whole, members, overLines: true });
  }
  return lists;
}

const OF_ABOVE = reWith("u")`^${leads.above}`;

/** Whether the next paragraph near begins with a count of the very measure word that this one ends with. */
function mayGoOn(paragraph: Paragraph | undefined, next: Paragraph | undefined): boolean {
  const last = paragraph?.nodes[paragraph.nodes.length - 1];
  const first = next?.nodes[0];
  if (!last || !first || first.count.unit !== last.count.unit) return false;
  return first.count.line - last.count.line <= LINES_BETWEEN + 1;
}

/** Lines between a whole and its list, a heading say. */
const LINES_BETWEEN = 2;

/** 抽查学校48所。 and, in the next paragraph that counts, 存在问题的学校19所，未发现问题的学校29所. */
function listOf(whole: ClaimNode, { line, nodes }: Paragraph): readonly ClaimNode[] {
  if (line.index - whole.count.line > LINES_BETWEEN + 1) return [];
  const first = nodes.filter(({ count }) => count.sentence === nodes[0]?.count.sentence);
  const fits = first.every(
    ({ count }, at) =>
      count.unit === whole.count.unit &&
      count.exact &&
      !count.due &&
      isNamed(count.before) &&
      (count.lead === "none" || (count.lead === "among" && at === 0)),
  );
  return fits ? first : [];
}

/** The whole a paragraph ends with. */
function lastWhole(paragraph: Paragraph | undefined): ClaimNode | null {
  const last = paragraph?.nodes[paragraph.nodes.length - 1];
  return last?.count.exact === true && !last.count.carrier && isLone(last) && last.count.tellsAll ? last : null;
}

/** The only count of a paragraph that says nothing else. */
function onlyCount({ nodes, counts, line }: Paragraph): ClaimNode | null {
  const [node] = nodes;
  if (!node || counts.length !== 1 || !node.count.exact || !isNamed(node.count.before)) return null;
  const behind = line.plain.slice(node.count.end).trim();
  return behind.length <= LONGEST_BEHIND ? node : null;
}

/** 分工如下： and, line by line, 办公室牵头9个；: led in by a colon or 其中, or parted by ；at the ends of lines. */
function isListLine(head: Paragraph | undefined, { line }: Paragraph, before: readonly ClaimNode[]): boolean {
  const lead = head?.line.plain.trimEnd().slice(-1);
  const isLed =
    lead === "：" ||
    lead === ":" ||
    (before[0]?.count.lead ?? (AMONG_LINE.test(line.plain) ? "among" : "")) === "among" ||
    before.length > 0 ||
    ENDS_MEMBER.test(line.plain) ||
    NAMED_LINE.test(line.plain);
  return isLed && (before.length === 0 || /[；;。]\s*$/u.test(line.plain));
}

const ENDS_MEMBER = /[；;]\s*$/u;
/** 涉及财务管理的9项。: a line that counts what is of one kind and says nothing else. */
const NAMED_LINE = /^\s*[^，。；、：:\d]{4,11}的\d+\D{1,4}[。；]\s*$/u;

const AMONG_LINE = /^\s*其中[，,：:]/u;
const ORDINALS = "一二三四五六七八九十";
const MARK = /^\s*[（(]?([一二三四五六七八九十]|\d{1,2})(?:[）)、.．]|是)/u;

function ordinalOf({ line }: Paragraph): number {
  const mark = MARK.exec(line.plain)?.[1];
  if (mark === undefined) return 0;
  const index = ORDINALS.indexOf(mark);
  return index >= 0 ? index + 1 : Number(mark);
}
