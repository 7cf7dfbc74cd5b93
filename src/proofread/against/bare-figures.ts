/**
 * Figures that no total stands before, with all that the ledger may mean by them: 正在整改的6个问题, 办公室承担4个，已完成3个,
 * 城建科完成率33%. A clause is read only where every word of it is known, so what tells of some other thing is left alone.
 */
import { placeOf, scorecards, type Line, type PercentToken, type Place, type ToldSubject } from "../../reading";
import { isCountedDone, type Kind, type Status } from "../../ledger";
import { divides } from "../../tally";
import { reWith } from "../../zh/pattern";
import { announced } from "../../zh/words/announced";
import { bareFigures as words } from "../../zh/words/bare-figures";
import { tidy as itemMarks } from "../../zh/words/item-marks";
import { againstLedger } from "../../zh/words/told-counts";
import { BODY_ENDS, UNIT_ENDS } from "../../zh/words/unit-ends";
import type { LedgerSide, ProofContext } from "../types";
import { sideOf, type Side } from "./bare-side";
import {
  allowedCounts,
  allowedRates,
  countItems,
  countsOf,
  countsWithUnknown,
  tallyOf,
  type SectionCounts,
} from "./figures";
import { groupNames, namesAny, scopeOf, type NamedItems } from "./scope";
import { ratesOf, toldFigures } from "./told-figures";

interface BareFigure {
  readonly place: Place;
  /** Where its number starts; -1 where it is told by words alone (均已完成). */
  readonly start: number;
  readonly subject: ToldSubject;
  /** "" for all there is. */
  readonly group: string;
  readonly status: Status | "total" | "units";
  readonly value: number;
  /** Every number that the ledger supports; the first is the likeliest. */
  readonly allowed: readonly number[];
}

interface BareRate {
  readonly token: PercentToken;
  readonly group: string;
  readonly allowed: readonly { readonly numerator: number; readonly denominator: number }[];
}

interface Bare {
  readonly figures: readonly BareFigure[];
  readonly rates: readonly BareRate[];
}

const cache = new WeakMap<ProofContext, Bare>();

/** Figures and rates by themselves, outside of the items, that no other rule holds against the ledger. */
export function bareFigures(context: ProofContext): Bare {
  let bare = cache.get(context);
  if (!bare) cache.set(context, (bare = read(context)));
  return bare;
}

const KINDS = ["problem", "letter", "clue", "immediate", "matter"] as const;

function read(context: ProofContext): Bare {
  const { ledger, document, lines } = context;
  const figures: BareFigure[] = [];
  const rates: BareRate[] = [];
  if (!ledger) return { figures, rates };
  const present = KINDS.filter((kind) => (tallyOf(ledger.tally, kind)?.total.value ?? 0) > 0);
  const kind = present.includes("problem") ? "problem" : present[0];
  if (kind === undefined) return { figures, rates };
  const side = sideOf(context, ledger, kind);
  const held = heldPlaces(context, side.names);
  for (const line of lines) {
    if (line.tokens.length === 0 || line.text.includes("\t") || document.cells.has(line.index)) continue;
    const isHeading = document.headingLines.has(line.index);
    if ((document.itemOfLine[line.index] ?? -1) >= 0 && !(isHeading && ENDS_IN_BRACKET.test(line.plain))) continue;
    const found: BareFigure[] = [];
    for (const clause of clausesOf(line)) {
      if (clause.percent) {
        const rate = held.has(`${line.index}:${clause.percent.start}`)
          ? null
          : rateOf(clause, clause.percent, side, present);
        if (rate) rates.push(rate);
        continue;
      }
      if (clause.at >= 0 && held.has(`${line.index}:${clause.at}`)) continue;
      found.push(...figuresOf(clause, side, line, present));
    }
    if (isLikeOurs(found)) figures.push(...found);
  }
  return { figures, rates };
}

/** Where unit after unit has another total, something else is counted: persons, shares, measures. */
const TELLING = 3;

function isLikeOurs(figures: readonly BareFigure[]): boolean {
  const totals = figures.filter(({ group, status }) => group !== "" && status === "total");
  const agree = totals.filter(({ value, allowed }) => allowed.includes(value)).length;
  return totals.length < TELLING || agree * 2 > totals.length;
}

function heldPlaces(context: ProofContext, names: Side["names"]): ReadonlySet<string> {
  const held = new Set<string>();
  for (const { place, start } of toldFigures(context)) held.add(`${place.line}:${start}`);
  for (const { rate } of ratesOf(context)) held.add(`${rate.token.line}:${rate.token.start}`);
  for (const { figures, group } of scorecards(context.lines))
    // 分单位看：办公室承担4个: by a name that the ledger does not have nothing is held.
    if (group === null || names.has(group.name)) for (const { line, start } of figures) held.add(`${line}:${start}`);
  for (const { foreign, total, parts } of context.groups)
    if (foreign) for (const one of [total, ...parts]) held.add(`${one.line}:${one.start}`);
  return held;
}

interface Clause {
  readonly line: number;
  /** Where its number starts, -1 where it has none. */
  readonly at: number;
  readonly value: number;
  readonly percent: PercentToken | null;
  /** Before the number, in the clause; all of it where there is no number. */
  readonly before: string;
  /** Behind the number and its measure word, to the clause's end. */
  readonly after: string;
  /** The sentence up to the number. */
  readonly told: string;
  /** The whole sentence. */
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

const STOP = /[，。；;,：:！？（()）]/u;
const UNITS = new Set<string>(words.units);

/** Clauses of one number, of one percentage, or of none; clauses of several tell more than is read here. */
function* clausesOf(line: Line): Generator<Clause> {
  for (const { start, end } of line.sentences) {
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && !STOP.test(line.plain[at] ?? "")) continue;
      const tokens = line.tokens.filter((token) => token.start >= from && token.end <= at);
      const clause = clauseOf(line, tokens, { from, to: at, start, end });
      if (clause) yield clause;
      from = at + 1;
    }
  }
}

function clauseOf(
  line: Line,
  tokens: Line["tokens"],
  { from, to, start, end }: { from: number; to: number; start: number; end: number },
): Clause | null {
  const { plain, index } = line;
  const [token, ...others] = tokens;
  const base = { line: index, start: from, end: to, sentence: plain.slice(start, end) };
  if (others.length > 0) return null;
  if (!token) {
    const before = plain.slice(from, to).trim();
    return { ...base, at: -1, value: 0, percent: null, before, after: "", told: plain.slice(start, from) };
  }
  // 欠进度的：办公室（2个）、各科室（1个）: a number alone in brackets is of words that stand before these, read or not.
  if (token.start === from && /[（(]/u.test(plain[from - 1] ?? "")) return null;
  const common = {
    ...base,
    at: token.start,
    before: plain.slice(from, token.start).trim(),
    told: plain.slice(start, token.start),
  };
  if (token.type === "percent")
    return token.approx ? null : { ...common, value: 0, percent: token, after: plain.slice(token.end, to) };
  if (token.type !== "number" || token.approx || token.decimals > 0 || token.scale !== 1 || token.rangeTo !== null)
    return null;
  if (!UNITS.has(token.unit)) return null;
  return { ...common, value: token.mantissa, percent: null, after: plain.slice(token.unitEnd, to).trim() };
}

const STATUS_FORMS = words.statuses.map(
  ([status, forms]) =>
    [
      status,
      reWith("u")`^(?:${words.leads}){0,12}?${forms}${words.statusEnds}{0,8}$`,
      reWith("u")`^${forms}$`,
    ] as const,
);
const ELSEWHERE = reWith("u")`${[...words.elsewhere, ...announced.foreign]}`;
const AMONG = reWith("u")`${words.among}`;
const LEFT_FORMS = words.statuses.filter(([status]) => status === "notDone").flatMap(([, forms]) => forms);
/** 尚未完成的11个问题中，已超过时限5个: of what is not done all that is late is a part. */
const LATE_AMONG = reWith("u")`^${words.leads}{0,12}${LEFT_FORMS}?的?\d+[个项件]${words.things}?中[，,]$`;
const NO_NOUN = /^(?:[中的].*)?$/u;
const PLAIN_LEAD = reWith("u")`^(?:${words.leads})*$`;
const MEASURES = reWith("u")`^(?:${words.leads})*(?:${words.makes})*${words.measures}$`;
const MEASURES_BEHIND = reWith("u")`^${words.measures}$`;
const MAKES = reWith("u")`^(?:${words.makes})+$`;
const BODIES = reWith("u")`^${words.bodies}$`;
const INVOLVES = reWith("u")`^${words.involved}?涉及$`;
const OTHER_KINDS = reWith("u")`${[...againstLedger.tasks, ...words.measures, ...words.otherKinds]}`;
const ALL_OF = reWith("u")`^${words.ofEach}`;
const HAVING = reWith("u")`^(?:${words.having}|${words.ofEach})*$`;
const NAMED_KIND = reWith("u")`^\s*${itemMarks.leadingNumber}[^，。；\d]{2,20}${againstLedger.kindEnds}`;
const UNIT_NAMED = reWith("u")`${UNIT_ENDS}`;
const ENDS_IN_BRACKET = /[（(][^（）()\d]*\d[^（）()]*[）)]\s*$/u;
const LETTERS = /信访/u;
/** 三是特教学校虽然整改率最高，仍有3个问题: of a body that the ledger does not know by a unit's name. */
const OF_SOMEBODY = reWith(
  "u",
)`^(?:[一二三四五六七八九十]{1,3}是)?\p{Script=Han}{1,12}${BODY_ENDS}${words.whoConcedes}`;

function figuresOf(
  clause: Clause,
  side: Side,
  line: Line,
  present: readonly (Kind & ToldSubject)[],
): readonly BareFigure[] {
  const { before, after, told } = clause;
  // Words behind a clause change nothing of it: 正在整改的6个问题，力争年底前完成.
  if (ELSEWHERE.test(told.replace(side.day, "") + after)) return [];
  const alone = measuresOf(clause, side) ?? unitsOf(clause, side);
  if (alone) return [alone];
  if (OTHER_KINDS.test(told) || (OTHER_KINDS.test(after) && !side.thing.test(after)))
    return LETTERS.test(told + after) && !MEASURE.test(told) ? ofLetters(clause, side, present) : [];
  const { groups, isAll } = spokenOf(clause, side, line);
  const status = clause.at < 0 ? null : statusOf(clause);
  const isLate = side.late.test(after);
  const noun = NO_NOUN.test(after) || side.thing.test(after) || isLate;
  if (groups) {
    if (isAnother(clause.at < 0 ? told + before : told, groups)) return [];
    if (clause.at < 0) return JUST_COUNTED.test(told) ? eachOf(clause, groups, side.kind) : [];
    const own = status ?? statusOf({ ...clause, before: behindNames(before, groups) });
    // Which of a unit's are late depends on the day.
    if (own === "overdueDeclared" && !side.sameDay) return [];
    if (own !== null && noun && !isLate)
      return groups.map((group) => of(clause, side.kind, group.name, own, countsFor(group)));
    // 办公室承担4个: the number of all it has.
    const name = groups[groups.length - 1]?.name ?? "";
    const rest = before.slice(before.lastIndexOf(name) + name.length);
    if (!before.includes(name) || !HAVING.test(rest) || !noun) return [];
    // 计财处1个问题逾期
    const deed = after.replace(side.thing, "");
    const what = isLate ? "overdueDeclared" : deed === "" || deed.startsWith("中") ? "total" : statusAlone(deed);
    if (what === null || (what === "overdueDeclared" && !side.sameDay)) return [];
    const figures = groups.map((group) => of(clause, side.kind, group.name, what, countsFor(group)));
    if (after !== "" || !LATE_TOLD.test(told)) return figures;
    // 甲村超期问题6个；乙村、丙村各2个: of what is late, or of all.
    return groups.map((group, at) => {
      const late = of(clause, side.kind, group.name, "overdueDeclared", countsFor(group));
      return { ...late, allowed: [...late.allowed, ...(figures[at]?.allowed ?? [])] };
    });
  }
  if (!isAll || clause.at < 0 || hasLevels(side.ledger, clause) || OF_SOMEBODY.test(told)) return [];
  const counts = countsOf(side.ledger, side.kind);
  if (counts === null) return [];
  if (status !== null && noun && !isLate && (side.thing.test(after) || tellsLedger(clause, status)))
    return [of(clause, side.kind, "", status, [counts])];
  // 对10个超期问题; 2个问题超过了时限 may tell of some.
  if (side.sameDay && PLAIN_LEAD.test(before) && isLate)
    return [of(clause, side.kind, "", "overdueDeclared", [counts])];
  // 还有11个问题没有完成整改
  const thing = side.thing.exec(after)?.[0];
  const behind = thing === undefined ? null : statusAlone(after.slice(thing.length));
  return behind !== null && behind !== "overdueDeclared" && PLAIN_LEAD.test(before)
    ? [of(clause, side.kind, "", behind, [counts])]
    : [];
}

/** 对乙科未完成的: what is told behind the name. */
function behindNames(before: string, groups: readonly NamedItems[]): string {
  const name = groups[groups.length - 1]?.name ?? "";
  const at = before.lastIndexOf(name);
  return at < 0 ? before : before.slice(at + name.length).replace(NAME_ENDS, "");
}

const LATE_TOLD = reWith("u")`${words.late}`;
const NAME_ENDS = reWith("u")`^(?:${againstLedger.kindEnds}|的)+`;
const MEASURE = reWith("u")`${words.measures}`;

/** 信访件正在办理1件: of the letters, where they are counted beside problems. */
function ofLetters(clause: Clause, { ledger }: Side, present: readonly (Kind & ToldSubject)[]): readonly BareFigure[] {
  if (!present.includes("letter")) return [];
  const letter = reWith("u")`^${words.letters}`.exec(clause.before)?.[0];
  const counts = countsOf(ledger, "letter");
  if (letter === undefined || counts === null || clause.told !== clause.before || clause.after !== "") return [];
  const status = statusOf({ ...clause, before: clause.before.slice(letter.length) });
  return status === null ? [] : [of(clause, "letter", "", status, [counts])];
}

/** A number of some status without a noun is told of the whole where it is of what is late or left, or one of several statuses. */
function tellsLedger({ before, sentence }: Clause, status: Status): boolean {
  if (status === "overdueDeclared" || before.endsWith("的")) return true;
  const kinds = new Set(
    sentence.split(STOP).flatMap((one) => statusAlone(one.replace(/(?<!\d)\d+[个项件].*$/u, "")) ?? []),
  );
  return kinds.size >= 3 || (status === "notDone" && sentence.replace(/[。；]$/u, "").split(STOP).length === 1);
}

function of(
  { line, at, value, before, after }: Clause,
  subject: ToldSubject,
  group: string,
  status: Status | "total",
  choices: readonly SectionCounts[],
): BareFigure {
  const allowed = choices.flatMap((counts) =>
    status === "total" ? [counts.total.value] : countsWithUnknown(counts, status),
  );
  const place = placeOf(line, Math.max(0, at - before.length), at + String(value).length + (after === "" ? 1 : 0));
  return { place, start: at, subject, group, status, value, allowed };
}

const countsFor = ({ choices }: NamedItems): readonly SectionCounts[] => choices.map(countItems);

/** One number and nothing of what became of it, right before: 计财科2个，. */
const JUST_COUNTED = reWith("u")`^[^，。；：\d]*\d+[^，。；：、\d]{0,6}[，,]$`;

/** 县委办公室, 审计局指出办公室: what stands before a name is of the words that lead it in, or it is somebody else's. */
function isAnother(told: string, groups: readonly NamedItems[]): boolean {
  const startIn = (clause: string): number =>
    Math.min(...groups.map(({ name }) => clause.indexOf(name)).filter((at) => at >= 0));
  const named = told
    .split(STOP)
    .filter((clause) => Number.isFinite(startIn(clause)))
    .pop();
  return named !== undefined && !PLAIN_LEAD.test(named.slice(0, startIn(named)).trim().replace(/^由/u, ""));
}

/** 计财科2个，均未完成: as many of that status as there are. */
function eachOf(
  { before, line, start, end }: Clause,
  groups: readonly NamedItems[],
  subject: ToldSubject,
): readonly BareFigure[] {
  if (!ALL_OF.test(before) && !ONGOING_ONLY.test(before)) return [];
  const status = statusAlone(before) ?? statusAlone(before.replace(ALL_OF, ""));
  if (status === null) return [];
  const place = placeOf(line, start, end);
  return groups.map((group) => {
    const fits = countsFor(group).some((counts) => countsWithUnknown(counts, status).includes(counts.total.value));
    const [items = []] = group.choices;
    const allowed = countsFor(group).flatMap((counts) => allowedCounts(counts, status));
    return {
      place,
      start: -1,
      subject,
      group: group.name,
      status,
      value: items.length,
      allowed: fits ? [items.length] : allowed,
    };
  });
}

const ONGOING_ONLY = reWith("u")`^正在${words.worked}$`;

function statusOf({ before }: Clause): Status | null {
  return STATUS_FORMS.find(([, form]) => form.test(before))?.[0] ?? null;
}

function statusAlone(text: string): Status | null {
  return STATUS_FORMS.find(([, , form]) => form.test(text.trim()))?.[0] ?? null;
}

/** Of which items a clause speaks: of groups that are named, of all, or of neither. */
function spokenOf(
  clause: Clause,
  { names }: Side,
  line: Line,
): { groups: readonly NamedItems[] | null; isAll: boolean } {
  const told = clause.at < 0 ? `${clause.told}${clause.before}` : clause.told;
  if (namesAny(told, names)) {
    // Statuses of several groups at once belong to each only where the clause says so; scopeOf knows.
    const scope = scopeOf(told, names);
    const isNested = PARTLY.test(told);
    return { groups: scope.type === "groups" && !isNested ? scope.groups : null, isAll: false };
  }
  const opening = line.plain.slice(0, clause.start);
  const isLate =
    statusOf(clause) === "overdueDeclared" && LATE_AMONG.test(told.slice(0, told.length - clause.before.length));
  const isSome = !isLate && AMONG.test(clause.told);
  const isOthers = isSome || NAMED_KIND.test(line.plain) || namesAny(opening, names) || isOfKind(line);
  // 还有11个问题没有完成整改: what leads in says nothing of which.
  const said = PLAIN_LEAD.test(clause.before) ? told.slice(0, told.length - clause.before.length) : told;
  return { groups: null, isAll: !isOthers && scopeOf(said, names).type === "all" && !UNIT_NAMED.test(clause.before) };
}

const PARTLY = reWith("u")`${words.partly}`;
const KINDS_COUNTED = reWith("gu")`(?<!\d)\d+个?${words.kindsCounted}`;
const OF_KIND = reWith("u")`[^，。；\d]{2,12}${againstLedger.kindEnds}`;

/** A line that tells of kinds of problems one after another: its numbers are theirs. */
function isOfKind({ plain, sentences }: Line): boolean {
  return sentences.length > 0 && OF_KIND.test(plain.replace(KINDS_COUNTED, ""));
}

/** 10个主要问题: the number may be of the level above. */
function hasLevels({ tally }: LedgerSide, { after }: Clause): boolean {
  const parents = tally.kinds.find(({ kind }) => kind === "problem")?.parents.value ?? 0;
  return parents > 0 && !after.startsWith("具体问题");
}

/** 细化整改措施17条. */
function measuresOf(clause: Clause, { ledger }: Side): BareFigure | null {
  const { at, before, after, told } = clause;
  const isOf = (MEASURES.test(before) && after === "") || (MAKES.test(before) && MEASURES_BEHIND.test(after));
  const measures = tallyOf(ledger.tally, "measure");
  if (at < 0 || !isOf || measures === null || NAMED_KIND.test(told)) return null;
  if (told !== before && namesAnyOf(told, ledger)) return null;
  return of(clause, "measure", "", "total", [measures]);
}

function namesAnyOf(text: string, { reading }: LedgerSide): boolean {
  return (
    UNIT_NAMED.test(text) ||
    namesAny(text, groupNames(reading, "problem")) ||
    OF_KIND.test(text.replace(KINDS_COUNTED, ""))
  );
}

/** 涉及10个责任单位: of all items, by those that lead, are listed, or take part. */
function unitsOf(clause: Clause, { ledger, kind, names }: Side): BareFigure | null {
  const { at, before, after, told, line, value } = clause;
  if (at < 0 || !INVOLVES.test(before) || !BODIES.test(after) || namesAny(told, names)) return null;
  if (STATUS_TOLD.test(told.slice(0, told.length - before.length))) return null;
  const rows = ledger.reading.ledgers.flatMap((one) =>
    one.kind === kind ? one.items.flatMap((item) => item.rows) : [],
  );
  const count = (list: readonly { readonly name: string }[]): number => new Set(list.map(({ name }) => name)).size;
  const listed = rows.flatMap((row) => row.units.units);
  const all = [...listed, ...rows.flatMap((row) => row.coUnits?.units ?? [])];
  const first = rows.flatMap((row) => row.units.units.slice(0, 1));
  const allowed = [count(listed), count(first), count(all)];
  if (allowed[0] === 0) return null;
  return {
    place: placeOf(line, at - before.length, at + String(value).length),
    start: at,
    subject: kind,
    group: "",
    status: "units",
    value,
    allowed,
  };
}

const STATUS_TOLD = reWith("u")`${words.statusTold}`;
const LETTER_RATE = reWith("u")`^${words.letters}`;

/** 整改完成率达到54%, 城建科完成率33%, 行业监管完成率最低，为25%. */
function rateOf(
  clause: Clause,
  token: PercentToken,
  side: Side,
  present: readonly (Kind & ToldSubject)[],
): BareRate | null {
  const { ledger, names } = side;
  const { definition } = ledger.tally;
  const { sentence, told, after } = clause;
  // What nobody knows the status of may be done.
  if (ledger.tally.kinds.some(({ byStatus }) => byStatus.unknown.value > 0)) return null;
  if (
    ELSEWHERE.test(told.replace(side.day, "") + after) ||
    after.trim() !== "" ||
    AMONG.test(told) ||
    MONEY.test(sentence)
  )
    return null;
  const own = RATE_END.exec(told)?.[0] ?? "";
  const head = told.slice(0, told.length - own.length).replace(side.day, "");
  if (own === "") return null;
  if (LETTER_RATE.test(head) && head.replace(LETTER_RATE, "") === "") return ofKinds(token, ["letter"], ledger);
  if (MEASURE.test(head)) return null;
  const clauseHead = head.split(STOP).pop() ?? "";
  if (namesAny(clauseHead, names)) {
    const scope = scopeOf(clauseHead, names);
    const [group] = scope.type === "groups" && scope.groups.length === 1 ? scope.groups : [];
    if (!group || !HAVING.test(clauseHead.slice(clauseHead.lastIndexOf(group.name) + group.name.length))) return null;
    const allowed = group.choices.flatMap((items) => {
      const counted = items.filter((item) => divides(item, definition));
      const done = counted.filter(({ status }) => isCountedDone(status, definition.done)).length;
      const base = items.filter(({ status }) => status !== "excluded").length;
      const others = allowedCounts(countItems(items), "done").map((numerator) => ({ numerator, denominator: base }));
      return [{ numerator: done, denominator: counted.length }, ...others];
    });
    return { token, group: group.name, allowed };
  }
  if (head !== "" && !PLAIN_LEAD.test(head)) return null;
  return ofKinds(token, present, ledger);
}

const RATE_END = reWith("u")`${words.rates}(?:${words.rateLinks}){0,4}$`;
const MONEY = reWith("u")`${words.money}`;

function ofKinds(token: PercentToken, kinds: readonly (Kind & ToldSubject)[], { tally }: LedgerSide): BareRate | null {
  const subjects: readonly ToldSubject[] = kinds.length === 1 && kinds[0] === "letter" ? kinds : [...kinds, "measure"];
  const allowed = subjects.flatMap((subject) => {
    const counts = tallyOf(tally, subject);
    return counts ? allowedRates(counts) : [];
  });
  return allowed.length === 0 ? null : { token, group: "", allowed };
}
