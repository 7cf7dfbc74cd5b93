/**
 * What a notice announces, as the tree has it: wholes of problems, clues, measures and the like with the statuses told of
 * them and their rates (反馈的23个问题，已完成20个，正在整改3个，完成率87%). The ledger and the body are held against these.
 */
import type { Status } from "../../zh/terms";
import { statusOfWords } from "../../zh/status-sentence";
import { unitFamily } from "../../zh/measure-words";
import { reWith } from "../../zh/pattern";
import { announced as words } from "../../zh/words/announced";
import type { CountGroup, CountPart, Line, RateClaim, ToldSubject } from "../types";
import { wholeAmount } from "./amounts";
import type { ToldCount } from "./counts";
import { readRate } from "./rate-name";
import type { ClaimNode, Paragraph } from "./tree";
import { firstFrom } from "./within";

interface Open {
  readonly node: ClaimNode;
  readonly subject: ToldSubject;
  readonly total: CountPart;
  readonly parts: CountPart[];
  readonly rates: RateClaim[];
  readonly foreign: boolean;
  readonly subset: boolean;
  end: number;
}

/** Announced wholes of all paragraphs, in text order. */
export function wholesOf(paragraphs: readonly Paragraph[]): readonly CountGroup[] {
  const groups: CountGroup[] = [];
  for (const paragraph of paragraphs)
    if (paragraph.nodes.some(({ count }) => isAnnounced(count.token.unit)))
      for (const group of new Announcements(paragraph).read()) groups.push(group);
  return groups;
}

/** Problems, classes and sides are what a notice announces. */
function isAnnounced(unit: string): boolean {
  const family = unitFamily(unit);
  return family === "个" || family === "类" || family === "方面";
}

/** 分板块看，: what follows are groups of the whole. */
const BY_GROUP = /[分按从][^，。；]{1,8}看[，,]/u;
const FOREIGN = reWith("u")`${words.foreign}`;
const REST = reWith("u")`${words.rest}`;
const NESTED = reWith("u")`${words.nested}`;
const TOTAL = reWith("u")`^${words.total}`;
const HEAD = 60;
/** 共完成20个 speaks of one of the first wholes of its paragraph. */
const MOST_TOTALS = 50;
const TAIL = 80;

class Announcements {
  private readonly open: Open[] = [];
  private readonly groupOf = new Map<ClaimNode, Open>();
  /** The first of each subject that is no piece of another. */
  private readonly wholes = new Map<ToldSubject, Open>();
  private current: Open | null = null;
  private sentence = -1;
  /** The group of the sentence before, until this sentence tells a count of its own. */
  private carried: Open | null = null;
  private lastTouched = -2;
  private counted = false;
  private touched = false;

  constructor(private readonly paragraph: Paragraph) {}

  read(): readonly CountGroup[] {
    const { line, nodes } = this.paragraph;
    let next = 0;
    line.sentences.forEach((sentence, index) => {
      if (sentence.tokens.length === 0) return;
      this.enter(index);
      let floor = sentence.start;
      for (const token of sentence.tokens) {
        if (token.type === "number") {
          // Nodes stand in text order; a count that is none to reckon with has no node.
          const node = nodes[next];
          if (node?.count.token === token) {
            next++;
            this.count(node);
          } else this.counted = this.counted || token.unit !== "";
          floor = token.unitEnd;
        } else if (token.type === "percent") {
          const rate = readRate(line, token, floor);
          if (rate) this.rate(rate);
          floor = token.end;
        }
      }
      this.leave(index);
    });
    return this.open.map((group) => close(line, group));
  }

  private enter(index: number): void {
    this.sentence = index;
    this.carried = this.lastTouched === index - 1 ? (this.open[this.open.length - 1] ?? null) : null;
    this.current = this.carried;
    this.counted = false;
    this.touched = false;
  }

  private leave(index: number): void {
    const opened = this.open[this.open.length - 1]?.node.count.sentence === index;
    if (opened || this.touched) this.lastTouched = index;
  }

  /** A rate behind counts of its own sentence does not go back to the sentence before. */
  private rate(rate: RateClaim): void {
    if (this.current === null || (this.current === this.carried && !this.touched && this.counted)) return;
    const named = subjectNamed(rate.label);
    const group =
      named === null
        ? this.current
        : (this.here().find((one) => one.subject === named || (named === "problem" && one.subject === "parent")) ??
          this.current);
    group.rates.push(rate);
    group.end = rate.end;
  }

  /** Groups of this sentence, the last first. */
  private here(): readonly Open[] {
    const groups: Open[] = [];
    for (let at = this.open.length - 1; at >= 0; at--) {
      const group = this.open[at];
      // The one carried over stands right before those of the sentence.
      if (!group || (group.node.count.sentence !== this.sentence && group !== this.carried)) break;
      groups.push(group);
    }
    return groups;
  }

  private count(node: ClaimNode): void {
    const { count } = node;
    this.counted = true;
    const part = partOf(count);
    if (part === null) return;
    const subject = subjectOf(part);
    if (part.status === null || isWholeDone(part, this.current)) this.whole(node, part, subject);
    else this.part(node, part, subject);
  }

  private whole(node: ClaimNode, part: CountPart, subject: ToldSubject): void {
    if (subject === "other") return;
    const { current } = this;
    const subset = this.isSubset(part, subject);
    if (!subset && isNested(node.count) && current && unitFamily(current.total.unit) === unitFamily(part.unit)) {
      current.parts.push({ ...part, nested: true });
      return;
    }
    const { plain } = this.paragraph.line;
    const head = plain.slice(
      Math.max(this.paragraph.line.sentences[this.sentence]?.start ?? 0, part.start - HEAD),
      part.start,
    );
    const group: Open = {
      node,
      subject,
      total: part,
      parts: part.status === null ? [] : [part],
      rates: [],
      foreign: FOREIGN.test(head),
      subset,
      end: part.end,
    };
    this.open.push(group);
    if (!subset && !this.wholes.has(subject)) this.wholes.set(subject, group);
    this.groupOf.set(node, group);
    this.current = group;
  }

  /** Behind 其中, or in the list that began there: one piece of a whole of the same subject told before. */
  private isSubset(part: CountPart, subject: ToldSubject): boolean {
    const ahead = this.paragraph.line.plain.slice(0, part.start);
    if (BY_GROUP.test(ahead.slice(ahead.lastIndexOf("。") + 1))) return true;
    const before = this.open[this.open.length - 1];
    if (!before) return false;
    const whole = this.wholes.get(subject);
    if (!whole || whole.total.value < part.value) return false;
    const between = this.paragraph.line.plain.slice(before.end, part.start);
    return between.includes("其中") || (before.subset && !between.includes("。"));
  }

  private part(node: ClaimNode, part: CountPart, subject: ToldSubject): void {
    const group = TOTAL.test(part.before)
      ? this.open.slice(0, MOST_TOTALS).find((one) => one.total.value >= part.value && one.total.unit === part.unit)
      : this.groupFor(node, part, subject);
    if (!group || unitFamily(group.total.unit) !== unitFamily(part.unit)) return;
    // Over the end of a sentence only the very measure word goes on.
    if (group === this.carried && group.total.unit !== part.unit) return;
    const last = group.parts[group.parts.length - 1];
    // 完成率53%（应完成19条，其中已完成10条） tells what the rate divides.
    const inBracket = node.count.bracket >= 0 && group.node.count.bracket < 0 && last !== undefined;
    const nested =
      inBracket ||
      (isNested(node.count) && last !== undefined && (last.status === part.status || node.count.bracket >= 0));
    group.parts.push(nested ? { ...part, nested } : part);
    group.end = Math.max(group.end, node.count.end);
    this.groupOf.set(node, group);
    if (group === this.carried) this.touched = true;
    this.current = group;
  }

  /** The group of the whole the tree has for it, where that is of its subject; else the sentence's own. */
  private groupFor(node: ClaimNode, part: CountPart, subject: ToldSubject): Open | null {
    const { current } = this;
    if (subject !== "other" && current && subject !== current.subject) {
      const named = this.here().find((group) => group.subject === subject);
      if (named) return named;
      // Measures told behind problems, or letters behind measures, are no parts of them.
      if (!(LEVELS.has(subject) && LEVELS.has(current.subject))) return null;
    }
    // 其中重点问题4个，已完成10个: more than the piece holds is told of its whole.
    if (current?.subset && !holds(current, part)) return this.wholes.get(current.subject) ?? null;
    if (!current || current.total.unit === part.unit) return current;
    const own = node.part?.wholes
      .map((whole) => this.groupOf.get(whole))
      .find((group) => group?.total.unit === part.unit);
    if (own && own.subject !== "section") return own;
    return this.here().find((group) => group.total.unit === part.unit && group.subject !== "section") ?? current;
  }
}

/** Whether a piece has room for one more part. */
function holds({ total, parts }: Open, part: CountPart): boolean {
  return parts.reduce((sum, one) => (one.nested ? sum : sum + one.value), part.value) <= total.value;
}

const LEVELS: ReadonlySet<ToldSubject> = new Set<ToldSubject>(["problem", "parent", "detail"]);

function isNested(count: ToldCount): boolean {
  return NESTED.test(count.gap);
}

function close(line: Line, group: Open): CountGroup {
  const sentence = line.sentences[firstFrom(line.sentences, group.end) - 1];
  const text = line.plain.slice(group.total.start, Math.min(sentence?.end ?? group.end, group.end + TAIL));
  const { subject, total, parts, rates, foreign, subset } = group;
  const place = { line: line.index, start: total.start, end: group.end };
  return { ...place, subject, total, parts, rates, foreign, subset, hasRest: REST.test(text) };
}

/** The count as a part: whole numbers of problems, classes and sides only. */
function partOf(count: ToldCount): CountPart | null {
  const value = wholeAmount(count.token);
  const { unit } = count.token;
  if (value === null || !isAnnounced(unit)) return null;
  const { before, after, told } = count;
  return {
    line: count.line,
    start: count.start,
    end: count.token.end,
    value,
    unit,
    status: statusOfWords(before) ?? (DONE_BEFORE.test(before) ? "done" : statusBehind(told)),
    before,
    after,
    nested: false,
  };
}

/** 102项任务完成97项, 化解58件: bare verbs tell a status only where they count what stands before. 计划完成97项 tells none. */
const DONE_BEFORE = reWith("u")`^(?:[^，。]{0,4}${words.doneNoun})?${words.alreadyDone}?${words.doneVerb}$`;
const STATUS_BEGINS = reWith("u")`^${words.statusBegins}`;
const COUNTED_NOUN = reWith("u")`^${words.countedNoun[0]}?${words.countedNoun[1]}?${words.countedNoun[2]}*`;
const LONGEST_STATUS = 24;

/** Status told behind a number: 「1件正在办理」, 「23个问题已全部完成整改」. */
function statusBehind(after: string): Status | null {
  if (after.length > LONGEST_STATUS || after.endsWith("率")) return null;
  // 20个乡镇完成整改 counts townships: between number and status only the thing itself may be named.
  const rest = after.replace(COUNTED_NOUN, "");
  return STATUS_BEGINS.test(rest) ? statusOfWords(rest) : null;
}

const WHOLE_DONE_BEFORE = reWith("u")`${words.wholeBefore}`;
const REST_BEFORE = reWith("u")`${words.restBefore}`;
const WHOLE_NOUN = reWith("u")`^${words.wholeNoun[0]}?${words.wholeNoun[1]}`;
const ALL_OF_IT = reWith("u")`^${words.allOfIt}`;

/**
 * 23个问题均已完成整改: the whole itself carries the status. Behind a whole, 「20个问题已完成整改」 and 「剩余3个问题正在整改」
 * are parts of it.
 */
function isWholeDone(part: CountPart, current: Open | null): boolean {
  if (part.status === null || statusOfWords(part.before) !== null) return false;
  if (WHOLE_DONE_BEFORE.test(part.before)) return true;
  if (REST_BEFORE.test(part.before)) return false;
  const noun = WHOLE_NOUN.exec(part.after)?.[0];
  if (noun === undefined) return false;
  // 2023年4个问题、2024年5个问题均已整改: both are wholes of their own.
  return current === null || part.value > current.total.value || ALL_OF_IT.test(part.after.slice(noun.length));
}

const SUBJECTS: readonly (readonly [ToldSubject, RegExp])[] = words.subjects.map(([subject, list]) => [
  subject,
  reWith("u")`${list}(?!${words.bodyBehind})`,
]);
const IMMEDIATE = reWith("u")`${words.immediate}`;
const HANDED_OVER = reWith("u")`${words.handedOver}`;
const LONGEST_NOUN = 10;
const HAN = /^\p{Script=Han}/u;
const COUNTS_NOTHING = reWith("u")`^${words.countsNothing}`;

/** What is counted: the noun behind the number, else the words before it. */
function subjectOf(part: CountPart): ToldSubject {
  const noun = part.after.slice(0, LONGEST_NOUN);
  // 中央八项规定精神 counts nothing.
  if (noun.startsWith("规定")) return "other";
  if (noun.startsWith("方面") || noun.startsWith("大类")) return "section";
  const both = `${part.before}|${noun}`;
  if (IMMEDIATE.test(both)) return "immediate";
  if (part.unit === "类" || part.unit === "方面") return "section";
  // 24个问题涉及10个科室: another noun behind it is what is counted.
  const isNamed = noun !== "" && HAN.test(noun) && !STATUS_BEGINS.test(noun) && !COUNTS_NOTHING.test(noun);
  for (const text of isNamed ? [noun] : [noun, part.before]) {
    for (const [subject, pattern] of SUBJECTS) {
      if (!pattern.test(text)) continue;
      if (subject === "problem" && HANDED_OVER.test(both)) return both.includes("线索") ? "clue" : "matter";
      if (subject === "section" && !noun.startsWith("方面")) continue;
      return subject;
    }
  }
  // 巡察反馈20项: no noun, but it can be nothing else.
  return /反馈(?:的)?$/u.test(part.before) ? "problem" : "other";
}

/** The subject a rate's name tells (措施落实率), null where none but sections. */
function subjectNamed(label: string): ToldSubject | null {
  const named = SUBJECTS.find(([, pattern]) => pattern.test(label))?.[0];
  return named === undefined || named === "section" ? null : named;
}
