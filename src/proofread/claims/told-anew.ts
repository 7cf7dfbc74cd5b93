/**
 * Counts told anew: 未整改25个 in the overview, and 未整改的28个 further down. A reference names what it counts before 的 (未整改的7个
 * 问题), behind its measure word (9项滞后任务中), or as what is left (剩余5个问题); an earlier count told by the same words, or what its whole
 * leaves undone, is what it must agree with. Told of something else anywhere before, it agrees with that.
 */
import { reWith } from "../../zh/pattern";
import { toldAnew as words } from "../../zh/words/told-anew";
import { exactText, paragraphsOf, type ClaimNode, type Line, type Place } from "../../reading";

/** A reference that no earlier count bears out, and the likeliest it was meant to repeat. */
interface AnewFault {
  readonly place: Place;
  readonly here: string;
  readonly there: string;
  readonly line: number;
}

/** An earlier count as it may be told again. */
interface Told {
  readonly node: ClaimNode;
  /** The words right before it, without what leads in. */
  readonly label: string;
  readonly after: string;
  readonly item: number;
  readonly sentence: string;
}

/** So many earlier counts are looked at, the first of a notice, where its overview stands, and those nearest. */
const MOST_FIRST = 200;
const MOST_NEAR = 60;
const LONGEST_LABEL = 12;

/** @param itemOfLine the item of each line, -1 outside of items */
export function anewFaults(lines: readonly Line[], itemOfLine: readonly number[]): readonly AnewFault[] {
  const faults: AnewFault[] = [];
  const told: Told[] = [];
  for (const { line, nodes } of paragraphsOf(lines)) {
    const item = itemOfLine[line.index] ?? -1;
    for (const node of nodes) {
      if (!node.count.exact) continue;
      const key = node.count.bracket < 0 ? keyOf(line, node) : null;
      const fault = key ? judge(key, node, line, within(told, item)) : null;
      if (fault) faults.push(fault);
      told.push(toldOf(line, node, item));
    }
  }
  return faults;
}

function within(told: readonly Told[], item: number): readonly Told[] {
  const near = told.length > MOST_FIRST ? told.slice(Math.max(MOST_FIRST, told.length - MOST_NEAR)) : [];
  return [...told.slice(0, MOST_FIRST), ...near].filter((one) => one.item === item);
}

const LED_IN = reWith("u")`^.*${words.leadsIn}`;
const ATTRIBUTE = /([\u4e00-\u9fff“”A-Z]{1,12})的$/u;
const WORDS_BEFORE = /[\u4e00-\u9fff“”A-Z]{0,12}$/u;

const withoutLead = (text: string): string => text.replace(LED_IN, "");

function toldOf({ plain, sentences }: Line, node: ClaimNode, item: number): Told {
  const { start, end, sentence } = node.count;
  const { start: from, end: to } = sentences[sentence] ?? { start, end };
  const before =
    WORDS_BEFORE.exec(plain.slice(Math.max(from, start - LONGEST_LABEL), start).replace(BRACKET, "$1"))?.[0] ?? "";
  return {
    node,
    label: withoutLead(before),
    after: plain.slice(end, end + LONGEST_LABEL),
    item,
    sentence: plain.slice(from, to),
  };
}

/** （B类）36件 */
const BRACKET = /[（(]([^（）()]{1,6})[）)]$/u;

interface Key {
  /** What it names: 未整改, 滞后, 市级交办. */
  readonly name: string;
  readonly noun: string;
  readonly how: "open" | "done" | "named" | "ahead";
}

const OPEN = reWith("u")`^${words.open}$`;
const DONE = reWith("u")`^${words.done}$`;
const REST = reWith("u")`${words.rest}的?$`;
const AHEAD = /^[\u4e00-\u9fff“”A-Z]{3,10}/u;
const BEGINS = reWith("u")`(?:^|[。；，：、\s])${words.leadsIn}?$`;

/** What a reference names; null for a count that is told for the first time, as far as its words go. */
function keyOf({ plain, sentences }: Line, { count }: ClaimNode): Key | null {
  const from = sentences[count.sentence]?.start ?? 0;
  const before = plain.slice(Math.max(from, count.start - LONGEST_LABEL - 1), count.start);
  const after = plain.slice(count.end, count.end + LONGEST_LABEL);
  const noun = after.slice(0, 2);
  const isNoun = /^[\u4e00-\u9fff]{2}$/u.test(noun);
  if (REST.test(before)) return isNoun ? { name: "", noun, how: "open" } : null;
  const attribute = ATTRIBUTE.exec(before)?.[1];
  if (attribute !== undefined) {
    const name = withoutLead(attribute);
    if (name.length < 2) return null;
    return { name, noun: isNoun ? noun : "", how: OPEN.test(name) ? "open" : DONE.test(name) ? "done" : "named" };
  }
  const name = BEGINS.test(before) ? AHEAD.exec(after)?.[0] : undefined;
  return name === undefined ? null : { name, noun: "", how: "ahead" };
}

function judge(key: Key, { count }: ClaimNode, line: Line, told: readonly Told[]): AnewFault | null {
  // In its own paragraph a count is read with its neighbours (breakdowns.ts).
  const ofUnit = told.filter(({ node }) => node.count.unit === count.unit && node.count.line !== line.index);
  const named = longest(
    ofUnit.filter((one) => isNamed(one, key)),
    key,
  );
  const ofNoun = ofUnit.filter(({ sentence }) => sentence.includes(key.noun));
  const values = [...new Set(named.map(({ node }) => node.count.value))];
  const [overall] = named;
  const isOverall = overall !== undefined && named.every(({ node }) => node.count.value <= overall.node.count.value);
  if (
    (values.length > MOST_VALUES && !isOverall) ||
    (values.length > 1 && !isOverall && !named.every((one) => ofNoun.includes(one)))
  )
    return null;
  const states = key.how === "open" || key.how === "done" ? ofState(ofNoun, key.how) : [];
  if ([...values, ...states.map(([value]) => value)].some((value) => value === count.value)) return null;
  if (values.length > 1 && values.reduce((sum, one) => sum + one, 0n) === count.value) return null;
  const largest = states.reduce<State | null>(
    (most, one) => (one[0] === 0n ? most : most && most[1].node.count.value >= one[1].node.count.value ? most : one),
    null,
  );
  const [value, source] = named[0] ? [named[0].node.count.value, named[0]] : (largest ?? [0n, null]);
  if (source === null || value === 0n) return null;
  return {
    place: { line: line.index, start: count.start, end: count.end },
    here: exactText(count.value),
    there: exactText(value),
    line: source.node.count.line + 1,
  };
}

type State = readonly [bigint, Told];

/** Of more, it is anybody's guess which one is told again, unless the first tells the most: that is the overview's. */
const MOST_VALUES = 2;

/** 优秀村8个 is told again as 评为优秀的8个村, 不合格29批次 as 29批次不合格食品. */
function isNamed({ label, node }: Told, { name, how }: Key): boolean {
  if (label.length < 2 || name === "") return false;
  if (how === "ahead")
    return (
      (node.part !== null && name.length > label.length && name.startsWith(label)) ||
      (LETTERED.test(name) && label.endsWith(name.slice(0, 2)))
    );
  return label.endsWith(name) || label.slice(0, -1).endsWith(name) || (how === "named" ? name : "").endsWith(label);
}

const LETTERED = /^[A-E]类/u;

/** Those whose own words are the most alike: 超期未整改 before 未整改. */
function longest(named: readonly Told[], { name }: Key): readonly Told[] {
  const most = Math.max(0, ...named.map(({ label }) => Math.min(label.length, name.length)));
  return named.filter(({ label }) => Math.min(label.length, name.length) === most);
}

/** What wholes told with what was done of them leave, or have done; and what is told to be left. */
function ofState(told: readonly Told[], how: "open" | "done"): readonly State[] {
  const all = (list: readonly ClaimNode[]): bigint => list.reduce((sum, part) => sum + part.count.value, 0n);
  return told.flatMap((one): readonly State[] => {
    const { count, breakdowns } = one.node;
    const states: State[] = how === "open" && count.lead === "rest" ? [[count.value, one]] : [];
    for (const { parts } of breakdowns) {
      const done = parts.filter((part) => part.count.state === "done");
      if (done.length === 0) continue;
      const more = [...done, ...parts.filter((part) => part.count.state === "basic")];
      for (const list of more.length > done.length ? [done, more] : [done])
        states.push([how === "open" ? count.value - all(list) : all(list), one]);
      if (how === "open")
        for (const part of parts) if (part.count.state === "open") states.push([part.count.value, one]);
    }
    return states;
  });
}
