/** Everything told to be done, and in the same sentence something that is not: 已全部完成整改，还有1个正在推进. */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { allDone as words } from "../../zh/words/claim-lists";
import {
  type ToldCount,
  type Line,
  type Place,
  type Paragraph,
  firstFrom,
  namesSubset,
  nodesOf,
  type ClaimNode,
} from "../../reading";

export interface AllFault {
  readonly place: Place;
  readonly all: string;
  readonly left: string;
}

/** 已 comes before what must stand before it: the expression looks back only where there is one. */
const ALL = reWith(
  "gu",
)`(?:${words.all}|已(?<=所有[^，。；、\d]{0,4}${words.things}[^，。；、\d]{0,4}?已))[^，。；、\d]{0,4}?${words.done}`;
const ALL_ONE = new RegExp(ALL.source, "u");
const LEFT = reWith("u")`${words.left}`;
const EXCEPT = reWith("u")`${words.except}`;
/** What is left of it is told within so many characters. */
const LONGEST_BETWEEN = 400;
const NEW_WHOLE = reWith("u")`${words.newWhole}`;

/** Faults of a line; without a count there may be a rate. */
export function allFaults(line: Line, paragraph: Paragraph | undefined): readonly AllFault[] {
  const faults: AllFault[] = [];
  const first = line.plain.search(ALL_ONE);
  if (first < 0) {
    for (const { start, end } of line.sentences) {
      const fault = sameVerbFault(line, start, end);
      if (fault) faults.push(fault);
    }
    return faults;
  }
  for (let index = 0; index < line.sentences.length; index++) {
    const sentence = line.sentences[index];
    if (!sentence || sentence.end <= first) continue;
    const text = line.plain.slice(sentence.start, sentence.end);
    ALL.lastIndex = 0;
    for (let match = ALL.exec(text); match !== null; match = ALL.exec(text)) {
      const at = sentence.start + match.index;
      const end = at + match[0].length;
      const head = line.plain.slice(sentence.start, at);
      if (EXCEPT.test(head.slice(-30)) || NOT_ALL.test(head.slice(-2))) continue;
      const less = lessThanAll(line, end, sentence.end);
      if (less) {
        faults.push({
          place: { line: line.index, start: at, end: less.end },
          all: match[0],
          left: line.text.slice(less.start, less.end),
        });
        break;
      }
      const undone = leftBefore(line, paragraph, index, at);
      if (undone) {
        faults.push({
          place: { line: line.index, start: undone.start, end },
          all: match[0],
          left: line.text.slice(undone.start, undone.end),
        });
        break;
      }
      const nodes = paragraph ? nodesOf(paragraph, index) : [];
      // 已全部支付，剩余2万元结转: what was paid for may be less than what was set aside.
      const left = nodes.find(({ count }) => count.start > end && count.value > 0n && isLeft(count));
      if (!left || left.count.start - end > LONGEST_BETWEEN) continue;
      const between = line.plain.slice(end, left.count.start);
      if (/[；;]/u.test(between) || NEW_WHOLE.test(between)) continue;
      const others = nodes.filter(({ count }) => count.start > end && count.end < left.count.start);
      const tells = LEFT.test(between) || left.count.before.length > 0;
      if (!isCounted(line, nodes, at, left.count) && isAnother(line, sentence.start, at, left.count)) continue;
      if (others.length > 0 || !(tells || LATER.test(left.count.after) || isOpenBehind(left.count))) continue;
      faults.push({
        place: { line: line.index, start: at, end: left.count.end + left.count.after.length },
        all: match[0],
        left: line.text.slice(left.count.start - left.count.before.length, left.count.end),
      });
      break;
    }
  }
  return faults;
}

/** 立行立改问题已全部完成，还有3个长期问题: all of some, and what is left is of the others. */
function isAnother({ plain }: Line, from: number, all: number, left: ToldCount): boolean {
  const subject = subjectBefore(plain, from, all);
  if (EVERY.test(subject)) return false;
  // 已完成的20个问题全部通过验收
  if (OF_DONE.test(subject)) return true;
  // 还有1个需持续推进: how it goes on, no class of its own.
  const isClass = GOES_ON.test(left.after)
    ? namesSubset(left.before)
    : [...left.sides.keys()].some((side) => side !== "kind");
  if (namesSubset(subject) || isClass || NOT_DUE_YET.test(left.after)) return true;
  const noun = NOUN.exec(left.after)?.[1] ?? "";
  const [own, other] = [CLASS.exec(subject)?.[1], CLASS.exec(noun)?.[1]];
  if (own !== undefined && other !== undefined && own !== other) return true;
  const before = plain.slice(from, left.start - left.before.length);
  return noun.length > 1 && !before.includes(noun.slice(-2)) && !before.includes(noun.slice(0, 2));
}

/** 68所学校全部完成，尚有3所: what is counted is told whole, and some of the very things are left. */
function isCounted({ plain }: Line, nodes: readonly ClaimNode[], all: number, left: ToldCount): boolean {
  const [own, more] = nodes.filter(({ count }) => count.end <= all && count.unit === left.unit);
  if (!own || more || own.count.value <= left.value || own.count.before.includes("的")) return false;
  if (all - own.count.end > LONGEST_SUBJECT || left.due || left.sides.size > 0 || NOT_DUE_YET.test(left.after))
    return false;
  const sides = [...own.count.sides.keys()];
  return sides.length > 0
    ? sides.every((side) => side === "place" || side === "kind")
    : !namesSubset(plain.slice(own.count.end, all));
}

/** Between a number and what is said of all of them: 名帮扶对象的住房问题已. */
const LONGEST_SUBJECT = 14;

/** 资金类问题, 作风类问题 */
const CLASS = /([\u4e00-\u9fff]{2})类/u;
const OF_DONE = reWith("u")`${words.finishedOnes}的`;
const GOES_ON = reWith("u")`^因|^[^，。；、\d]{0,2}${words.goesOn}(?!${words.goesOnNouns})`;
const EVERY = reWith("u")`${words.every}`;

/** The words of its clause, of the clause before where it has none. */
function subjectBefore(plain: string, from: number, at: number): string {
  const clauses = plain.slice(from, at).split(/[，,；;：:]/u);
  const own = clauses.pop() ?? "";
  return own.trim() === "" ? (clauses.pop() ?? "") : own;
}

/** 2个附属项目正在施工: what is named before the state. */
const NOUN = reWith("u")`^(?!因)([^，。；、\d]{2,8}?)(?:${words.stateBegins})`;
const NOT_DUE_YET = reWith("u")`^[^，。；、]{0,4}${words.notDueYet}`;

const SAME_VERB = reWith(
  "u",
)`${words.all}[^，。；、\d]{0,6}?([\u4e00-\u9fff]{2})[^，。；、\d]{0,4}[，,][^，。；、\d]{0,2}${words.leftOver}\d+[^，。；、的\d]{1,6}[未没待][^，。；、\d]{0,2}\1`;
/** 已全部入住新居，另有4户尚未搬迁: not yet, by whatever word. */
const NOT_YET = reWith(
  "u",
)`${words.all}[^，。；、\d]{2,10}[，,][^，。；、\d]{0,2}${words.leftOver}\d+[^，。；、的\d]{1,3}${words.notYet}`;

/** 已全部入户核实，还有5户未核实: whatever was done, by its own word. */
function sameVerbFault(line: Line, start: number, end: number): AllFault | null {
  const text = line.plain.slice(start, end);
  const found = SAME_VERB.exec(text) ?? NOT_YET.exec(text);
  if (!found || EXCEPT.test(text.slice(Math.max(0, found.index - 30), found.index))) return null;
  if (NOT_ALL.test(text.slice(0, found.index)) || namesSubset(subjectBefore(text, 0, found.index))) return null;
  const at = start + found.index;
  const comma = line.plain.slice(at).search(/[，,]/u) + at;
  return {
    place: { line: line.index, start: at, end: at + found[0].length },
    all: line.text.slice(at, comma),
    left: line.text.slice(comma + 1, at + found[0].length),
  };
}

/** 其中2个未完成，全部已完成: told right before, with no time between them. */
function leftBefore(line: Line, paragraph: Paragraph | undefined, sentence: number, at: number): Place | null {
  let last: ToldCount | undefined;
  if (paragraph) for (const { count } of nodesOf(paragraph, sentence)) if (count.end <= at) last = count;
  if (last?.state !== "open" || last.value === 0n) return null;
  const end = last.end + last.told.length;
  // 其余2项正在推进，任务已全部完成: what is told of now, by 已, is no plan.
  const isGoingOn = STILL_OPEN.test(last.told) && last.before !== "" && line.plain.startsWith("已", at);
  if (!/^[未没]/u.test(last.told) && !isGoingOn) return null;
  const between = line.plain.slice(end, at);
  if (
    !(isGoingOn ? /^[，,][^，。；、\d]{0,4}$/u : /^[，,]$/u).test(between) ||
    BEFORE.test(line.plain.slice(Math.max(0, last.start - 16), end))
  )
    return null;
  return { line: line.index, start: last.start, end };
}

const STILL_OPEN = reWith("u")`^[^，。；、\d]{0,4}${words.stillOpen}`;

/** 正在整改1个, 尚有2人未退, 3项延期至明年. */
function isLeft({ state, before, after, due }: ToldCount): boolean {
  if (SET_ASIDE.test(after)) return false;
  if (state === "open") return true;
  if (due || state === "done" || state === "basic") return false;
  return REMAINS.test(`${before}#${after}`) || LATER.test(after);
}

/** ，1条正在整改 */
function isOpenBehind({ state, told, stop }: ToldCount): boolean {
  return state === "open" && told.length > 0 && stop === STOPS.comma;
}

const REMAINS = reWith("u")`^${words.remains}`;
const SET_ASIDE = reWith("u")`${words.setAside}`;
const LATER = reWith("u")`^[^，。；、]{0,4}${words.later}`;

/** 全部整改完成，整改率96.7%: the rate right behind says less. */
function lessThanAll(line: Line, from: number, to: number): Place | null {
  const token = line.tokens[firstFrom(line.tokens, from)];
  if (token?.type !== "percent" || token.start >= to || token.mantissa >= 100 * 10 ** token.decimals) return null;
  const between = line.plain.slice(from, token.start);
  return RATE.test(between) ? { line: line.index, start: from + 1, end: token.end } : null;
}

const RATE = reWith("u")`^[^，。；、\d]{0,4}[，,]${words.rate}率${words.rateLinks}?$`;

const NOT_ALL = reWith("u")`${words.negations}$`;

const STILL = reWith("gu")`${words.ongoing}`;
const BEFORE = reWith("u")`${words.before}`;

/** 仍在施工，目前改造已全部完成: both at once, with no time between them. */
export function stillFaults(line: Line): readonly AllFault[] {
  const faults: AllFault[] = [];
  for (const sentence of line.sentences) {
    const text = line.plain.slice(sentence.start, sentence.end);
    for (const match of text.matchAll(STILL)) {
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
      const all = FINISHED.exec(rest);
      const head = text.slice(0, match.index);
      if (
        !all ||
        BEFORE.test(head.slice(-16)) ||
        BEFORE.test(rest.slice(0, all.index)) ||
        /[；;。]|的|\d/u.test(rest.slice(0, all.index))
      )
        continue;
      const start = sentence.start + match.index;
      faults.push({
        place: { line: line.index, start, end: start + match[0].length + all.index + all[0].length },
        all: all[0],
        left: match[0],
      });
      break;
    }
  }
  return faults;
}

const FINISHED = reWith("u")`${words.finished}${words.done}`;
