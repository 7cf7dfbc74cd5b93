/** Numbers and rates of a notice with what the ledger counts of the very items they speak of. */
import { isCountedDone, type Ledger, type Status } from "../../ledger";
import {
  placeOf,
  type CountGroup,
  type CountPart,
  type Line,
  type Place,
  type RateClaim,
  type ToldSubject,
} from "../../reading";
import { divides } from "../../tally";
import { madeOf, reWith } from "../../zh/pattern";
import { statusOfWords } from "../../zh/status-sentence";
import { announced } from "../../zh/words/announced";
import { tidy as itemMarks } from "../../zh/words/item-marks";
import { againstLedger as words, toldTwice } from "../../zh/words/told-counts";
import type { LedgerSide, ProofContext } from "../types";
import {
  allowedCounts,
  allowedRates,
  countItems,
  countsOf,
  kindOfSubject,
  tallyOf,
  totalOf,
  type SectionCounts,
} from "./figures";
import { isOfOtherInspection } from "./inspections";
import { groupNames, namesAny, scopeOf, wordsBefore, type NamedItems, type Scope } from "./scope";
import { ownGroups, partPlace } from "./statements";

/** What a number may be, by the ways to count the items it speaks of. */
interface Held {
  /** "" for all there is. */
  readonly group: string;
  readonly choices: readonly SectionCounts[];
}

export interface ToldFigure {
  readonly place: Place;
  /** Where its number starts. */
  readonly start: number;
  readonly told: CountGroup;
  readonly status: Status | "total";
  readonly value: number;
  /** All groups it is told of; one where it is told of one. */
  readonly held: readonly Held[];
  /** Statuses that its sentence tells by themselves. */
  readonly beside: ReadonlySet<Status>;
}

const NO_GROUP: Scope = { type: "unknown" };
const cache = new WeakMap<ProofContext, readonly ToldFigure[]>();

/** Numbers of all announced groups that the ledger can be asked about, in text order. */
export function toldFigures(context: ProofContext): readonly ToldFigure[] {
  let figures = cache.get(context);
  if (!figures) cache.set(context, (figures = Array.from(read(context))));
  return figures;
}

function* read(context: ProofContext): Generator<ToldFigure> {
  const { ledger } = context;
  if (!ledger) return;
  const scopes = scopesOf(context);
  for (const [group, scope] of scopes) {
    const total = tellsItsStatus(context.lines[group.line], group) ? [] : heldOf(ledger, group, scope);
    if (total.length > 0)
      yield {
        place: placeOf(group.line, group.total.start, group.total.end),
        start: group.total.start,
        told: group,
        status: "total",
        value: group.total.value,
        held: total,
        beside: new Set(),
      };
    for (const part of group.parts) {
      if (part.status === null || part.nested || isAhead(context.lines[part.line], part.start)) continue;
      if (countsOtherwise(context, group, part)) continue;
      const held = heldOf(ledger, group, partScope(context, group, scope, part.start));
      const ofAll = held.some((one) => one.group === "");
      if (held.length === 0 || (ofAll && isOneOfSeveral(context.lines[part.line], group, part))) continue;
      yield {
        place: partPlace(part),
        start: part.start,
        told: group,
        status: part.status,
        value: part.value,
        held,
        beside: besideOf(context.lines[group.line], group, part),
      };
    }
  }
}

const SIGNED_OFF = reWith("u")`${words.signedOff}`;
/** 完成并长期坚持: done to one ledger, lasting to another. */
const DONE_AND_KEPT = reWith("u")`${words.doneAndKept}`;
const JOINED_STATUSES = reWith("u")`${words.joined}`;
const SUMMED = reWith("gu")`${words.summed}(\d+)`;

/** 已销号6个 beside a column of its own, 已办结和阶段性办结16件, 问题27个、信访件20件，共47件，完成24件: no count of one status. */
function countsOtherwise({ lines, ledger }: ProofContext, { total }: CountGroup, part: CountPart): boolean {
  const told = part.before === "" ? part.after : part.before;
  if (DONE_AND_KEPT.test(told)) return true;
  if (SIGNED_OFF.test(told) && ledger?.reading.ledgers.some(({ columns }) => hasOwnSignOff(columns))) return true;
  const named = new Set(told.split(JOINED_STATUSES).map(statusOfWords));
  named.delete(null);
  if (named.size > 1) return true;
  const between = part.start > total.end ? (lines[part.line]?.plain.slice(total.end, part.start) ?? "") : "";
  return Array.from(between.matchAll(SUMMED)).some(([, sum]) => Number(sum) > total.value);
}

function hasOwnSignOff({ signOff, status }: Ledger["columns"]): boolean {
  return signOff !== undefined && signOff.col !== status?.col;
}

/** 已化解9件，已息访3件，已办结3件: the same status in several words of one sentence, each for some of it. */
function isOneOfSeveral(line: Line | undefined, { parts }: CountGroup, part: CountPart): boolean {
  const sentence = line?.sentences.find(({ start, end }) => start <= part.start && part.start < end);
  return parts.some(
    (other) =>
      other !== part &&
      !other.nested &&
      other.status === part.status &&
      other.line === part.line &&
      other.start >= (sentence?.start ?? 0) &&
      other.start < (sentence?.end ?? 0) &&
      `${other.before}${other.after}` !== `${part.before}${part.after}`,
  );
}

/** Groups the ledger may be asked about, each with what its total speaks of. */
function scopesOf(context: ProofContext): ReadonlyMap<CountGroup, Scope> {
  const { ledger } = context;
  const scopes = new Map<CountGroup, Scope>();
  if (!ledger) return scopes;
  const own = new Set(ownGroups(context));
  const first = new Map<string, CountGroup>();
  for (const group of own) if (!first.has(group.subject)) first.set(group.subject, group);
  for (const group of context.groups) {
    if (group.foreign || isOfAnother(context, first.get(group.subject), group)) continue;
    if (isAhead(context.lines[group.line], group.total.start)) continue;
    if (own.has(group)) scopes.set(group, totalScope(context, group, first.get(group.subject) === group));
    else if (group.subset) {
      // 其中，资金管理类问题12个，已完成9个: by the section or unit of that name, where the ledger has one.
      const scope = totalScope(context, group, false);
      scopes.set(group, scope.type === "groups" ? scope : NO_GROUP);
    }
  }
  return scopes;
}

const QUALIFIERS = reWith("gu")`${toldTwice.qualifiers}`;

/** 区委巡察反馈的6个问题，…。市委巡视反馈的12个问题: who gave it is told, and is another. */
function isOfAnother(context: ProofContext, first: CountGroup | undefined, group: CountGroup): boolean {
  if (!first || first === group) return false;
  const [a = "", b = ""] = [first, group].map(({ line, total }) => {
    const read = context.lines[line];
    return read ? (wordsBefore(read, total.start).split(CLAUSE_STOPS).pop() ?? "") : "";
  });
  if (!FED_BACK.test(b)) return false;
  const [x, y] = [qualifiersOf(a), qualifiersOf(b)];
  return !x.every((word) => y.includes(word)) && !y.every((word) => x.includes(word));
}

function qualifiersOf(head: string): readonly string[] {
  return head.match(QUALIFIERS) ?? [];
}

const CLAUSE_STOPS = /[，。；;,：:]/u;
const FED_BACK = reWith("u")`${words.fedBack}`;
const OWN_FINDS = reWith("u")`${words.ownFinds}`;
/** What only names the things that are counted: 立行立改问题, 移交的信访件. */
const FRAME = reWith(
  "gu",
)`${[...announced.subjects.flatMap(([, names]) => names), ...toldTwice.frame, ...words.countedThings]}`;

/** Nothing but these; digits one by one. */
const isBare = madeOf([
  ...announced.subjects.flatMap(([, names]) => names),
  ...toldTwice.frame.filter((one) => !one.startsWith("\\d")),
  ...words.countedThings,
  ...words.having,
  ...words.looked,
  '[\\d.%％，、：:（(）)“”"\\s年月日个大]',
]);

function totalScope(context: ProofContext, group: CountGroup, isFirst: boolean): Scope {
  const { ledger } = context;
  const { total, subject, parts } = group;
  const read = context.lines[group.line];
  if (!ledger || !read) return NO_GROUP;
  const kind = kindOfSubject(subject);
  const names = kind === undefined ? NO_NAMES : groupNames(ledger.reading, kind);
  const text = wordsBefore(read, total.start);
  // 甲镇（87.5%，8个问题完成7个）: what stands before the bracket names it.
  const bracket = OPEN_BRACKET.exec(text)?.index ?? text.length;
  const clause = text.slice(Math.max(...[..."，。；;,：:！？"].map((mark) => text.lastIndexOf(mark, bracket))) + 1);
  const ofGroups = (scope: Scope): Scope => {
    if (scope.type !== "groups") return scope;
    const groups = scope.groups.map((one) => ofSize(one, total.value));
    return tellsOfAll(clause, total, read, groups) ? { type: "groups", groups } : NO_GROUP;
  };
  const scope = scopeOf(clause, names);
  if (scope.type === "groups") return ofGroups(scope);
  if (isOfOtherInspection(`${clause}|${total.after}`, context.lines, ledger.reading)) return NO_GROUP;
  const isFedBack = FED_BACK.test(`${clause}|${total.after}`);
  if (scope.type === "unknown") return isFedBack && !OPEN_BRACKET.test(clause) ? ALL : scope;
  // 超期问题2个, 新增完成2个: some of them only.
  if (SOME_OF_THEM.test(clause) || SO_MANY_UNDONE.test(total.after)) return NO_GROUP;
  // （一）全面从严治党方面。共4个问题: the heading names what its sentences speak of.
  const heading = read.plain.slice(0, total.start - text.length);
  if (HEADING.test(heading)) {
    if (namesAny(heading, names)) return ofGroups(scopeOf(heading.replace(/[。：:]\s*$/u, ""), names));
    // （一）××化工。9个问题: whom it names the ledger may know by any of its columns.
    if (OF_A_KIND.test(heading) || !OF_THE_WHOLE.test(heading)) return NO_GROUP;
  }
  if (isFedBack) return OTHERS.test(clause) ? NO_GROUP : ALL;
  if (OWN_FINDS.test(clause)) return NO_GROUP;
  const bare = clause.replace(FRAME, "").trim() === "";
  // 完成率最高的是党政办，2个问题全部完成: named in the clause before.
  if (bare && namesAny(text, names)) return ofGroups(scopeOf(text, names));
  // 财务管理方面4个问题, by a name that the ledger does not have.
  if (OF_A_KIND.test(clause)) return NO_GROUP;
  // 2个问题因资金未到位暂缓, 5个问题已超过时限: with words of its own it is some of the whole.
  const after = behind(read, total);
  if (total.status === null && parts.length === 0 && !isBare(after)) return NO_GROUP;
  // 2024年审计发现的6个问题, 10月底前应完成的问题有16个: what is not understood may tell of others.
  if (isFirst) return isBare(clause) && !OF_A_YEAR.test(clause) ? ALL : NO_GROUP;
  return parts.length > 0 && bare ? ALL : NO_GROUP;
}

/** 13个问题已销号, 6个问题正在整改: a number of that status alone, unless all are told of (反馈的24个问题均已完成). */
function tellsItsStatus(line: Line | undefined, { total }: CountGroup): boolean {
  if (!line || total.status === null) return false;
  const clause = wordsBefore(line, total.start).split(CLAUSE_STOPS).pop() ?? "";
  if (ALL_OF_THEM.test(clause) || ALL_OF_THEM.test(behind(line, total))) return false;
  return !(total.status === "done" && FED_BACK.test(clause));
}

const ALL_OF_THEM = reWith("u")`${words.allOfThem}`;

/** What follows a number within its clause. */
function behind({ plain }: Line, { end, unit }: CountPart): string {
  return plain.slice(end + unit.length).split(/[，。；;,：:、）)]/u, 1)[0] ?? "";
}

/** Whether the clause of a number, or the one before it (力争到明年6月底，…), tells what is to come. */
function isAhead(line: Line | undefined, at: number): boolean {
  return line !== undefined && AHEAD.test(wordsBefore(line, at));
}

const AHEAD = reWith("u")`${words.ahead}[^，。；：已]{0,24}(?:，[^，。；：已]{0,12})?$`;

const OF_A_YEAR = reWith("u")`${words.ofYear}(?:${words.looked})`;
const SOME_OF_THEM = reWith("u")`${words.someOfThem}`;
/** The beginning of a line that its number makes a heading: （一）党建方面。 */
const HEADING = reWith("u")`^\s*${itemMarks.leadingNumber}[^。：:]{2,30}[。：:]\s*$`;
/** 15个未完成问题中10个超期: of what is left. */
const SO_MANY_UNDONE = reWith("u")`^${words.someOfThem}`;
const OF_THE_WHOLE = reWith("u")`${words.headsOfWhole}`;
/** 财务管理方面, 资金管理类: a kind of problems, by its name. */
const OF_A_KIND = reWith("u")`[^\d，。；：（）]{2}${words.kindEnds}的?(?:${words.countedThings})*[。：:]?\s*$`;

/** 财务科共有问题2个, not 财务科的问题超期1个 and 财务科1个问题超期: nothing but the things themselves is told of the number. */
function tellsOfAll(clause: string, total: CountPart, line: Line, groups: readonly NamedItems[]): boolean {
  const named = Math.max(
    ...groups.map(({ name }) => {
      const at = clause.lastIndexOf(name);
      return at < 0 ? 0 : at + name.length;
    }),
  );
  if (!isBare(clause.slice(named))) return false;
  const after = behind(line, total);
  // 各1个问题均已完成: all of them, with what became of them. 5个问题完成2个: the next number has the words before it.
  return total.status !== null || /\d/u.test(after) || isBare(after);
}

/** Of units that lead some items and work on others: what has as many items as are told. */
function ofSize(group: NamedItems, size: number): NamedItems {
  const choices = group.choices.filter((items) => items.length === size);
  return choices.length === 0 ? group : { ...group, choices };
}

const ALL: Scope = { type: "all" };
const NO_NAMES: ReadonlyMap<string, NamedItems> = new Map();
const OPEN_BRACKET = /[（(][^（）()]*$/u;
const OTHERS = reWith("u")`${words.ofSome}[的有]?$`;

/** Of what a part or a rate speaks: of a group named since its total, else of what the total speaks of. */
function partScope(context: ProofContext, group: CountGroup, scope: Scope, start: number): Scope {
  const { ledger } = context;
  const line = context.lines[group.line];
  if (!ledger || !line) return scope;
  // Measures are no items of their own: what is named before them leads problems.
  const kind = kindOfSubject(group.subject) ?? "problem";
  const text = wordsBefore(line, start, group.total.end);
  const own = scopeOf(text, groupNames(ledger.reading, kind));
  // 其余3个 tells a status too.
  if (own.type === "unknown" && OTHERS.test(text)) return scope;
  return own.type === "all" && !STARTS_ANEW.test(text) ? scope : own;
}

/** 合计完成5个 behind 财务科2个 is told of all again. */
const STARTS_ANEW = reWith("u")`${words.ofAll}[^，。；、\d]{0,6}$`;

function heldOf({ reading, tally }: LedgerSide, group: CountGroup, scope: Scope): readonly Held[] {
  if (scope.type === "unknown") return [];
  if (scope.type === "groups" && kindOfSubject(group.subject) === undefined) return [];
  if (scope.type === "groups")
    return scope.groups.map(({ name, choices }) => ({ group: name, choices: choices.map(countItems) }));
  const counts = subjectsOf(group).flatMap((subject) => countsOf({ reading, tally }, subject) ?? []);
  const total = totalOf(tally, group.subject);
  if (counts.length > 0) return [{ group: "", choices: counts }];
  return total === null ? [] : [{ group: "", choices: [{ total: { value: total }, byStatus: {} }] }];
}

/** What the things of a group may be: 整改任务 are measures, and to many the problems themselves. */
function subjectsOf({ subject, total }: CountGroup): readonly ToldSubject[] {
  const isEither = subject === "measure" && TASKS.test(total.after || total.before);
  return isEither ? [subject, "problem"] : [subject];
}

const TASKS = reWith("u")`${words.tasks}`;

/** 未完成的3个问题中 tells anew what other statuses told: only those of its own sentence stand beside it. */
function besideOf(line: Line | undefined, { parts }: CountGroup, part: CountPart): ReadonlySet<Status> {
  if (!line || AMONG_THEM.test(part.after)) return NONE;
  const sentence = line.sentences.find(({ start, end }) => start <= part.start && part.start < end);
  return new Set(
    parts.flatMap(({ status, nested, value, start }) =>
      status === null || nested || value === 0 || start < (sentence?.start ?? 0) || start >= (sentence?.end ?? 0)
        ? []
        : [status],
    ),
  );
}

const NONE: ReadonlySet<Status> = new Set();
const AMONG_THEM = /^[^，。]{0,6}[中里]$/u;

/** A rate of a notice with those that the ledger supports, the chosen definition first. */
interface ToldRate {
  readonly rate: RateClaim;
  readonly told: CountGroup;
  /** "" for all there is. */
  readonly group: string;
  readonly allowed: ReturnType<typeof allowedRates>;
}

const OF_MONEY = reWith("u")`${words.ofMoney}`;
const RATES_OF_LABEL = reWith("u")`${words.ratesOfLabel}率$`;

/** Rates of what the ledger holds. */
export function* ratesOf(context: ProofContext): Generator<ToldRate> {
  const { ledger } = context;
  if (!ledger) return;
  const scopes = scopesOf(context);
  for (const [group, total] of scopes) {
    const counts = subjectsOf(group).flatMap((subject) => tallyOf(ledger.tally, subject) ?? []);
    for (const rate of group.rates) {
      if (rate.token.approx || !RATES_OF_LABEL.test(rate.label) || OF_MONEY.test(rate.label)) continue;
      if (isOfAnotherDay(rate, ledger) || isAhead(context.lines[rate.token.line], rate.token.start)) continue;
      const scope = partScope(context, group, total, rate.token.start);
      if (scope.type === "all" && counts.length > 0)
        yield {
          rate,
          told: group,
          group: "",
          allowed: [...ratesBefore(context, scopes, group, rate), ...counts.flatMap(allowedRates)],
        };
      if (scope.type === "groups")
        for (const named of scope.groups)
          yield { rate, told: group, group: named.name, allowed: ratesOfItems(named, ledger) };
    }
  }
}

/**
 * 6个问题，已完成4个，制定措施7条，整改完成率66.7%: behind a count of which nothing is told to be done, a rate may be that of
 * another of its sentence.
 */
function ratesBefore(
  context: ProofContext,
  scopes: ReadonlyMap<CountGroup, Scope>,
  own: CountGroup,
  { label }: RateClaim,
): ToldRate["allowed"] {
  const { ledger } = context;
  if (!ledger || own.parts.some(({ status }) => status === "done") || THINGS.test(label)) return [];
  return Array.from(scopes).flatMap(([group, scope]) => {
    const isBefore = group.line === own.line && group.start < own.start && scope.type === "all";
    const counts = isBefore && group.parts.length > 0 ? tallyOf(ledger.tally, group.subject) : null;
    return counts ? allowedRates(counts) : [];
  });
}

const THINGS = reWith("u")`${words.countedThings}`;

/** By each way to count the items, and by each definition. */
function ratesOfItems({ choices }: NamedItems, { tally: { definition } }: LedgerSide): ToldRate["allowed"] {
  return choices.flatMap((items) => {
    const counted = items.filter((item) => divides(item, definition));
    const done = counted.filter(({ status }) => isCountedDone(status, definition.done)).length;
    const base = items.filter(({ status }) => status !== "excluded").length;
    return [
      { numerator: done, denominator: counted.length, chosen: true },
      ...allowedCounts(countItems(items), "done").map((numerator) => ({ numerator, denominator: base, chosen: false })),
    ];
  });
}

const EARLIER = reWith("u")`${words.earlier}`;

/** 上月完成率50%: told of another day than the ledger's own. */
function isOfAnotherDay({ label }: RateClaim, { reading }: LedgerSide): boolean {
  const month = /(\d{1,2})月/u.exec(label)?.[1];
  return EARLIER.test(label) && (month === undefined || Number(month) !== reading.asOf.date.month);
}
