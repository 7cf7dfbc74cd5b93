/** Last month's paragraph: each of its figures is matched to what the ledger counts, asked about, or left as text. */
import { listPlaces, type FigureSource, type LastPeriod, type Subject } from "../notice";
import { STATUSES, type Reading, type Status } from "../ledger";
import type { DateToken } from "../reading";
import { columnsOf, namesIn, type Tally } from "../tally";
import { reWith } from "../zh/pattern";
import { ITEM_UNITS, PERSON_UNITS } from "../zh/words/paragraph";
import { THEN_WORDS, TOTAL_PLACES } from "../zh/words/template";
import { evidenceOf, type Evidence } from "./evidence";
import { Judge, type Judged } from "./judge";
import { createParagraphLexicon } from "./lexicon";
import { ratePlace, remainders, samePlace, shareOfPlace, sharePlace } from "./names";
import { readPieces, type FigureToken, type PieceFigure, type PlacedDate } from "./pieces";
import type { MatchedFigure, MatchedParagraph, Verdict } from "./types";
import { doubt, place, valueOf } from "./verdicts";

export interface MatchContext {
  readonly reading: Reading;
  readonly tally: Tally;
  readonly dueSoonDays: number;
  readonly tolerance: number;
  /** The ledger the paragraph was written from, where it is at hand: its numbers are held against the paragraph's. */
  readonly last: LastPeriod | null;
}

/** A judged figure with the sentence it stands in. */
type InSentence = Judged & { readonly sentence: number };

/** What the ledger at hand holds, as subjects of places. */
function heldBy(tally: Tally): readonly Subject[] {
  return tally.kinds.flatMap((one): readonly Subject[] => (one.kind === "accountability" ? [] : [one.kind]));
}

/** Which subjects' ledgers know the unit or section of a filter; any filter else may be of all. */
function holdersIn(reading: Reading, held: readonly Subject[]): (filter: string) => readonly Subject[] {
  const known = held.map((subject) => {
    const ledgers = reading.ledgers.filter(({ kind }) => kind === (subject === "measures" ? "problem" : subject));
    const { unit, section } = namesIn({ ...reading, ledgers });
    return {
      subject,
      filters: new Set([...unit.map((name) => `[单位=${name}]`), ...section.map((name) => `[方面=${name}]`)]),
    };
  });
  const isName = (filter: string): boolean => known.some(({ filters }) => filters.has(filter));
  return (filter) => (isName(filter) ? known.flatMap((one) => (one.filters.has(filter) ? [one.subject] : [])) : held);
}

/** So many places must have the ledger's own numbers before it is taken for the paragraph's. */
const ENOUGH = 2;
/** So many figures that move must agree, and so many for each that does not, where not all do. */
const MANY = 4;
const FEW = 2;
/** Counts that stay as they are from month to month. */
const STANDING = reWith("u")`^[^.:]+[.]${TOTAL_PLACES}(?:\[|$)`;

/**
 * Matches a paragraph to a ledger. Words decide; numbers only where the ledger is the paragraph's own: the one of that month,
 * or the one at hand where all that is certain agrees with it.
 * @example matchParagraph("反馈问题23个，已完成整改20个。", context).figures[1]?.verdict // { type: "place", place: "反馈问题.已完成" }
 */
export function matchParagraph(text: string, context: MatchContext): MatchedParagraph {
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const read = readPieces(plain);
  const judge = new Judge(
    createParagraphLexicon(context.reading, context.tally),
    heldBy(context.tally),
    holdersIn(context.reading, heldBy(context.tally)),
  );
  const judged = read.sentences.flatMap((sentence, index) =>
    judge.judge(sentence).map((one) => ({ ...one, sentence: index })),
  );
  const weighed = weigh(askTwice(judged), context);
  const figures = [
    ...weighed.map((one) => figureOf(one, plain)),
    ...read.dates.map((date) => dateFigure(date, plain)),
    ...read.others.map(({ start, end, text: written }): MatchedFigure => ({
      start,
      end,
      text: written,
      verdict: { type: "fixed", why: "code" },
      clause: null,
    })),
  ].sort((a, b) => a.start - b.start);
  return { text: plain, figures };
}

// ------------------------------------------------------------------------------------------------------------ numbers

/** What a place counts in: 反馈问题[单位=财务科] of 反馈问题.已完成[单位=财务科]. */
function familyOf(place: string): string {
  return place.replace(/\.[^[]*/u, "");
}

/** 市委反馈问题6个，县委反馈问题8个: no two numbers are one place's; what is told of either is asked about, too. */
function askTwice(judged: readonly InSentence[]): readonly InSentence[] {
  const numbers = new Map<string, number>();
  const unclear = new Set<string>();
  for (const { verdict, figure } of judged) {
    if (verdict.type !== "place") continue;
    const value = valueOf(figure.token);
    if ((numbers.get(verdict.place) ?? value) !== value) unclear.add(familyOf(verdict.place));
    numbers.set(verdict.place, value);
  }
  if (unclear.size === 0) return judged;
  return judged.map((one): InSentence => {
    const { verdict } = one;
    if (verdict.type !== "place" || !unclear.has(familyOf(verdict.place))) return one;
    return { ...one, verdict: { type: "doubt", why: "twice", candidates: [verdict.place], words: "" } };
  });
}

function weigh(judged: readonly InSentence[], context: MatchContext): readonly Judged[] {
  const shared = { dueSoonDays: context.dueSoonDays, tolerance: context.tolerance };
  const now: FigureSource = { ...shared, reading: context.reading, last: context.last };
  const here = evidenceOf(context.tally, now);
  const { last } = context;
  const then = last === null ? null : evidenceOf(last.tally, { ...shared, reading: last.reading, last: null });
  const source = then ?? here;
  const isOwn = agrees(judged, source);
  const sums = sumPlaces(context.reading);
  const counts = then !== null || isOwn ? countPlaces(context) : null;
  const speaking = new Set(judged.flatMap(({ verdict, sentence }) => (verdict.type === "fixed" ? [] : [sentence])));
  const isGiven = then !== null;
  const settled = new Map<PieceFigure, Judged>();
  for (const one of judged) {
    const asked = (): Verdict | null =>
      bySum(one, sums, source) ?? (counts === null ? null : byCount(one, counts, speaking.has(one.sentence), source));
    const verdict = withCount(one, settled) ?? asked() ?? weighOne(one, { here, source, isOwn, isGiven });
    settled.set(one.figure, { ...one, verdict });
  }
  return Array.from(settled.values());
}

interface Scales {
  /** The ledger at hand. */
  readonly here: Evidence;
  /** The one the paragraph may be written from. */
  readonly source: Evidence;
  readonly isOwn: boolean;
  /** It is that month's, given as such. */
  readonly isGiven: boolean;
}

function weighOne(one: Judged, { here, source, isOwn, isGiven }: Scales): Verdict {
  const inLedger = askAbsent(one, here);
  if (inLedger !== one.verdict) return inLedger;
  if (!isOwn && !isGiven) return one.verdict;
  const held = holdAgainst(one, source, isGiven ? "otherNumber" : "differs");
  return isOwn ? chooseBy({ ...one, verdict: held }, source) : held;
}

/** A share is of what its count is; null where the count does not tell. */
function withCount({ verdict, shareOf }: Judged, settled: ReadonlyMap<PieceFigure, Judged>): Verdict | null {
  const count = shareOf === null ? undefined : settled.get(shareOf);
  if (count === undefined || verdict.type === "fixed") return null;
  if (verdict.type === "doubt" && verdict.why === "otherRate") return null;
  const { verdict: told, piece } = count;
  if (told.type === "fixed") return told;
  const own = told.type === "place" ? [told.place] : told.candidates;
  const names = own.flatMap((place) => shareOfPlace(place) ?? []);
  const [only] = names;
  if (only === undefined) return { type: "fixed", why: "noMetric" };
  if (told.type === "place") return verdict.type === "doubt" && verdict.why === "words" ? verdict : place(only);
  const follows = piece.offset + count.figure.token.start;
  return { type: "doubt", why: told.why, candidates: names, words: told.words, follows };
}

/** Sums of the ledger's columns of numbers, as places. */
function sumPlaces(reading: Reading): readonly string[] {
  return reading.ledgers.flatMap((ledger) => {
    const fields = new Set(Object.values(ledger.columns).map(({ col }) => col));
    return columnsOf(ledger).flatMap(({ col, header }) => (fields.has(col) ? [] : [`合计:${header}`]));
  });
}

/** An amount of money that no word names, but that a column adds up to: asked, for it may be chance. */
function bySum({ verdict, figure }: Judged, sums: readonly string[], evidence: Evidence): Verdict | null {
  const { token } = figure;
  if (verdict.type !== "fixed" || verdict.why !== "noMetric" || token.type !== "number" || token.unit !== "元")
    return null;
  const candidates = sums.filter((place) => evidence.worth(place, token) === "same");
  return candidates.length === 0 ? null : { type: "doubt", why: "onlyNumber", candidates, words: "" };
}

/** Places that count items or persons, and those that tell a share of items. */
interface CountPlaces {
  readonly items: readonly string[];
  readonly persons: readonly string[];
  readonly shares: readonly string[];
}

/** What the ledger counts, as places. */
function countPlaces({ tally }: MatchContext): CountPlaces {
  const held = heldBy(tally);
  const all = listPlaces().map(({ place }) => place.name);
  return {
    items: all.filter((name) => !comparesPeriods(name) && !name.startsWith("问责.") && !name.endsWith("率")),
    persons: ["问责.人数", ...Array.from(tally.accountability?.byForm.keys() ?? [], (form) => `问责.${form}`)],
    shares: held.flatMap((subject) => [
      ratePlace(subject, []),
      ...[...STATUSES, "rest" as const].flatMap((status) => sharePlace(subject, status, "") ?? []),
    ]),
  };
}

/** A number so large is hardly the ledger's by chance. */
const TELLING = 10;

/**
 * A number of items, persons or percent that no word explains (真正改完的有14个), where that month's ledger has just this
 * number: asked, for as text it would stay the same next month. A small one only in a sentence that tells others.
 */
function byCount(
  { verdict, figure }: Judged,
  places: CountPlaces,
  speaks: boolean,
  evidence: Evidence,
): Verdict | null {
  const { token } = figure;
  if (verdict.type !== "fixed" || verdict.why !== "noMetric") return null;
  const value = valueOf(token);
  if (value === 0 || (!speaks && value < TELLING)) return null;
  const candidates = placesCountedIn(token, places).filter((place) => evidence.worth(place, token) === "same");
  const all = Array.from(new Set(candidates));
  return all.length === 0 ? null : { type: "doubt", why: "onlyNumber", candidates: all, words: "" };
}

function placesCountedIn(token: FigureToken, { items, persons, shares }: CountPlaces): readonly string[] {
  if (token.type === "percent") return shares;
  if (PERSON_UNITS.includes(token.unit)) return persons;
  return ITEM_UNITS.includes(token.unit) ? items : [];
}

/**
 * Whether the paragraph is written from a ledger: everything certain has its number, or, of what changes from month to month,
 * all but a few figures. Those few are asked about then.
 */
function agrees(judged: readonly Judged[], evidence: Evidence): boolean {
  const held = new Map<string, boolean>();
  for (const { verdict, figure, shareOf } of judged)
    if (verdict.type === "place" && shareOf === null && !comparesPeriods(verdict.place))
      held.set(verdict.place, evidence.worth(verdict.place, figure.token) === "same");
  // Of a figure told by two numbers one may be the ledger's.
  for (const { verdict, figure } of judged) {
    const [name] = verdict.type === "doubt" && verdict.why === "twice" ? verdict.candidates : [];
    if (name !== undefined && evidence.worth(name, figure.token) === "same") held.set(name, true);
  }
  const agreeing = Array.from(held).filter(([, isSame]) => isSame);
  const others = held.size - agreeing.length;
  if (others === 0) return held.size >= ENOUGH;
  const moving = agreeing.filter(([name]) => !STANDING.test(name)).length;
  return moving >= MANY && others * FEW <= moving;
}

/** What the ledger has nothing of is asked about; a column whose cells are no numbers, too. */
function askAbsent({ verdict, figure }: Judged, evidence: Evidence): Verdict {
  if (verdict.type !== "place") return verdict;
  const worth = evidence.worth(verdict.place, figure.token);
  if (worth === "absent") return { type: "doubt", why: "absent", candidates: [verdict.place], words: "" };
  if (worth === "impossible") return { type: "doubt", why: "notNumbers", candidates: [verdict.place], words: "" };
  return verdict;
}

/** 较上期 and 上期 of that month are of a month before it. */
function comparesPeriods(place: string): boolean {
  return place.includes(".较上期") || place.includes(`.${THEN_WORDS[0] ?? ""}`);
}

/** A place whose number in the ledger that the paragraph was written from is another is asked about, with that of the whole. */
function holdAgainst({ verdict, figure }: Judged, evidence: Evidence, why: "otherNumber" | "differs"): Verdict {
  if (verdict.type !== "place" || comparesPeriods(verdict.place)) return verdict;
  if (evidence.worth(verdict.place, figure.token) !== "other") return verdict;
  const others = [samePlace(verdict.place, { filters: [] }), ...remainders(verdict.place)];
  const fitting = others.filter((one) => one !== null && evidence.worth(one, figure.token) === "same");
  return doubt(why, fitting.length > 0 ? fitting.filter((one) => one !== null) : [verdict.place]);
}

/** Of several, the one that has the number of the paragraph's own ledger; what cannot be meant is not offered. */
function chooseBy({ verdict, figure }: Judged, evidence: Evidence): Verdict {
  if (verdict.type !== "doubt" || verdict.why === "otherNumber" || verdict.why === "differs") return verdict;
  const worth = (place: string) => (comparesPeriods(place) ? "noRate" : evidence.worth(place, figure.token));
  const possible = verdict.candidates.filter((place) => worth(place) !== "other");
  // Whether all of a whole is done next month, no number of this one tells; nor does it explain a word.
  if (verdict.why === "words" && possible.length === 0) return { type: "fixed", why: "noMetric" };
  if (possible.length === 0) return verdict;
  const [only] = possible;
  const isPlain = verdict.why !== "words" && verdict.why !== "wholeInState" && verdict.candidates.length > 1;
  if (isPlain && possible.length === 1 && only !== undefined && worth(only) === "same") return place(only);
  return { ...verdict, candidates: possible };
}

// ------------------------------------------------------------------------------------------------------------ figures

/** Behind the bracket that stands right behind a clause: 基本完成2个（占20%） goes as a whole. */
function behindBracket(text: string, at: number): number {
  const found = /^[（(][^（()）]{0,30}[)）]/u.exec(text.slice(at));
  return at + (found?.[0].length ?? 0);
}

/** States whose clause goes when nothing is in them. */
const MAY_GO: ReadonlySet<Status> = new Set(["basic", "phased", "partial", "ongoing", "longTerm", "extended"]);

function figureOf({ figure, piece, verdict, status }: Judged, text: string): MatchedFigure {
  const { token } = figure;
  const [start, end] = [piece.offset + token.start, piece.offset + token.end];
  const alone = piece.figures.length === 1 && (piece.stop === "，" || piece.stop === ",");
  const goes = alone && status !== null && MAY_GO.has(status) && valueOf(token) > 0;
  const clause = goes ? { start: piece.start - 1, end: behindBracket(text, piece.end) } : null;
  return { start, end, text: text.slice(start, end), verdict, clause };
}

/** 截至12月22日 is a place as a whole; other days are text. */
function dateFigure({ token, start, end, asOfFrom }: PlacedDate, text: string): MatchedFigure {
  const form = asOfFrom === null ? null : asOfForm(token);
  const from = form === null || asOfFrom === null ? start : asOfFrom;
  const verdict: Verdict = form === null ? { type: "fixed", why: "date" } : { type: "place", place: form };
  return { start: from, end, text: text.slice(from, end), verdict, clause: null };
}

function asOfForm({ year, yearDigits, month, day, part, joinsNext }: DateToken): string | null {
  if (month === null || joinsNext || (yearDigits !== 0 && yearDigits !== 4)) return null;
  const withYear = year !== null && yearDigits === 4;
  if (day !== null && part === "") return withYear ? "截至年月日" : "截至";
  return day === null && part === "底" ? (withYear ? "截至年月底" : "截至月底") : null;
}
