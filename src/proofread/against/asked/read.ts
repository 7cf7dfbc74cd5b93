/**
 * Figures of a notice that its ledger can be asked about in the ledger's own words: its columns, values, units, people, kinds.
 * A figure is read only where all words of its clause are understood, and is wrong only where no way to understand them,
 * within all that was told before, gives it.
 */
import type { Item } from "../../../ledger";
import { placeOf, type Line, type Sentence } from "../../../reading";
import { compareDates } from "../../../zh/civil-date";
import { reWith } from "../../../zh/pattern";
import { announced } from "../../../zh/words/announced";
import { tidy as itemMarks } from "../../../zh/words/item-marks";
import { ledgerTerms as words } from "../../../zh/words/ledger-terms";
import { againstLedger } from "../../../zh/words/told-counts";
import type { LedgerSide, ProofContext } from "../../types";
import { tallyOf } from "../figures";
import { statedOtherwise } from "../ledger-as-of";
import { amountOf, daysOf, unitsOf } from "./amounts";
import {
  facetOf,
  hasRole,
  nameOf,
  nearest,
  ownFacets,
  sizesOf,
  waysOf,
  type AskedFigure,
  type AskedRate,
  type Asking,
  type Numbered,
} from "./asking";
import { facetsOf, namesGroup, restOf, type Candidate, type Told } from "./contexts";
import { withDays, withShares } from "./days";
import { setsOf, type Facet, type Facets } from "./facets";
import { rateOf } from "./rates";
import { segmentsOf, type Piece, type Segment } from "./segments";
import { picksOfStatus } from "./statuses";
import { ELSEWHERE, vocabularyOf, type Vocabulary } from "./vocabulary";

interface Asked {
  readonly figures: readonly AskedFigure[];
  readonly rates: readonly AskedRate[];
}

/**
 * Of a notice that agrees with the ledger in less, or of few figures in none, nothing is held against it: it tells of
 * something else, or of another day.
 */
const LEAST_RIGHT = 0.6;
const FEW = 3;

const NOTHING: Asked = { figures: [], rates: [] };
const KINDS = ["problem", "letter", "clue", "immediate", "matter"] as const;
const cache = new WeakMap<ProofContext, Asked>();

/** All figures outside of the items that the ledger's words explain. */
export function askedFigures(context: ProofContext): Asked {
  let asked = cache.get(context);
  if (!asked) cache.set(context, (asked = context.ledger === null ? NOTHING : read(context, context.ledger)));
  return asked;
}

function read(context: ProofContext, ledger: LedgerSide): Asked {
  const { document, lines } = context;
  const kind = KINDS.find((one) => (tallyOf(ledger.tally, one)?.total.value ?? 0) > 0);
  if (kind === undefined) return NOTHING;
  // What is late depends on the day.
  const { date, source } = ledger.reading.asOf;
  const signed = document.signed?.date ?? null;
  const isOfToday = source !== "today" || (signed !== null && compareDates(signed, date) === 0);
  const sameDay = isOfToday && Array.from(statedOtherwise(context)).length === 0;
  const vocabulary = vocabularyOf(ledger.reading, kind, sameDay);
  const figures: AskedFigure[] = [];
  const rates: AskedRate[] = [];
  let heading: readonly Told[] = [];
  for (const line of lines) {
    if (line.text.includes("\t") || document.cells.has(line.index)) continue;
    if ((document.itemOfLine[line.index] ?? -1) >= 0) continue;
    const asking: Asking = {
      ledger,
      vocabulary,
      plain: line.plain,
      line: line.index,
      told: [],
      amounts: [],
      sums: [],
      around: heading,
    };
    if (line.numbering !== null && line.tokens.length === 0 && line.plain.trim().length <= LONGEST_HEADING)
      asking.around = heading = namedIn(line, vocabulary);
    if (line.tokens.length === 0 || isOfUnknownKind(line, vocabulary)) continue;
    const found = readLine(line, asking);
    if (!isLikeOurs(found.figures)) continue;
    figures.push(...found.figures);
    rates.push(...found.rates);
  }
  const right = figures.filter((figure) => figure.right).length + rates.filter((rate) => rate.right).length;
  const all = figures.length + rates.length;
  const isOurs = right >= all * LEAST_RIGHT || (all <= FEW && right > 0);
  return isOurs ? { figures, rates } : NOTHING;
}

const LONGEST_HEADING = 30;

/** Of a line with several figures one at least is right, or they count something else: measures, visits, persons. */
function isLikeOurs(figures: readonly AskedFigure[]): boolean {
  return figures.length < FEW || figures.some(({ right }) => right);
}

const KIND_NAMED = reWith(
  "u",
)`^\s*${itemMarks.leadingNumber}([^，。；：:\d]{2,20}?)(?:${againstLedger.kindEnds})[，。：:（(]`;

const HEAD_NAMED = reWith("u")`^\s*${itemMarks.leadingNumber}([^，。；：:\d]{2,20})。`;
const OF_THE_WHOLE = reWith("u")`${againstLedger.headsOfWhole}`;

/** （二）财务管理方面。, （一）某某化工。 by a name that the ledger does not have: its figures are none of ours. */
function isOfUnknownKind({ plain }: Line, vocabulary: Vocabulary): boolean {
  const head = HEAD_NAMED.exec(plain)?.[1];
  const name = KIND_NAMED.exec(plain)?.[1] ?? (head !== undefined && !OF_THE_WHOLE.test(head) ? head : undefined);
  if (name === undefined) return false;
  for (let at = 0; at < name.length; at++) {
    const word = vocabulary.wordAt(name, at);
    if (word && word.facets.length > 0 && !word.weak) return false;
  }
  return true;
}

function namedIn(line: Line, vocabulary: Vocabulary): readonly Told[] {
  return line.sentences.flatMap((sentence) =>
    segmentsOf(line, sentence, vocabulary).flatMap(({ pieces }) => namedBy(ownFacets(pieces).facets, vocabulary)),
  );
}

function namedBy(list: readonly Facet[], { all }: Vocabulary): readonly Told[] {
  const facets = facetsOf(list);
  const fits = facets.size === 0 ? null : setsOf(facets, all);
  return fits === null || fits.length === 0 ? [] : [{ facets, fits, counted: false }];
}

function readLine(line: Line, asking: Asking): Asked {
  const figures: AskedFigure[] = [];
  const rates: AskedRate[] = [];
  const { around } = asking;
  let before: readonly Told[] = [];
  for (const sentence of line.sentences) {
    asking.told = [];
    asking.sums = [];
    asking.amounts = [];
    asking.around = [...around, ...before];
    const found = readSentence(line, sentence, asking);
    figures.push(...found.figures);
    rates.push(...found.rates);
    if (asking.told.length > 0) before = asking.told;
  }
  return { figures, rates };
}

/** What a clause that is not understood does to those behind it. */
type Poison = "none" | "names" | "all";

function readSentence(line: Line, sentence: Sentence, asking: Asking): Asked {
  const figures: AskedFigure[] = [];
  const rates: AskedRate[] = [];
  let poison: Poison = "none";
  for (const segment of segmentsOf(line, sentence, asking.vocabulary)) {
    const ledger = asking.ledger.reading;
    const dated = withDays(segment.pieces, line.plain, { reading: ledger, asOf: ledger.asOf.date });
    const pieces = dated === null ? null : ofOthers(withShares(dated, asking.vocabulary).map(explained), line.plain);
    const text = line.plain.slice(segment.start, segment.end);
    // 33条措施中，19条已经落实: of what is counted beside items.
    if (pieces === null || FOREIGN.test(text) || NO_ITEMS.test(text) || asking.vocabulary.others.test(text)) {
      poison = "all";
      continue;
    }
    const known = asking.told.length;
    const isClear = !pieces.some(({ type }) => type === "other");
    const first = pieces[0];
    if (first && hasRole(first, "ofThem")) {
      if (poison === "names") poison = "all";
      // 其中 of words that stand in another line.
      else if (poison === "none" && ![...asking.told, ...asking.around].some((one) => one.counted)) poison = "names";
    }
    if (poison !== "all")
      for (const one of readSegment({ ...segment, pieces }, asking, poison === "names")) {
        if ("token" in one) rates.push(one);
        else figures.push(one);
      }
    if (isClear) {
      // 排名第几; 乙局3个完成2个: a name leads its own figures.
      if (poison === "names" && namedSince(asking, known)) {
        poison = "none";
        asking.told = asking.told.slice(known);
      }
      continue;
    }
    if (isWhole(pieces, asking)) continue;
    // 9处需上级协调，甲队6处、乙局3处: the next may tell of these.
    const counts = pieces.some((piece) => piece.type === "number" && COUNT_UNITS.has(piece.token.unit));
    poison = poison === "all" || counts || ELSEWHERE.test(text) || LATE.test(text) ? "all" : "names";
  }
  return { figures, rates };
}

function namedSince({ told }: Asking, known: number): boolean {
  return told.slice(known).some(({ facets }) => namesGroup(facets));
}

/** A clause that is not understood, and tells a number that is that of all: of all, then. */
function isWhole(pieces: readonly Piece[], { vocabulary, told }: Asking): boolean {
  const numbers = pieces.flatMap((piece) =>
    piece.type === "number" && COUNT_UNITS.has(piece.token.unit) ? [piece] : [],
  );
  const [only] = numbers;
  if (
    !only ||
    numbers.length > 1 ||
    pieces.some((piece) => facetOf(piece) !== null) ||
    only.token.mantissa !== vocabulary.all.size
  )
    return false;
  told.push({ facets: new Map(), fits: [vocabulary.all], counted: true });
  return true;
}

const LATE = reWith("u")`${words.late}|${words.beyond}`;
const HALF_SAID = ["dueOn", "byThen", "dayEnd", "nextYear", "below", "above", "between"] as const;

/** 到期 without a day, 不足 without a share: nothing explains it. */
function explained(piece: Piece): Piece {
  if (piece.type !== "word" || piece.word.facets.length > 0 || !HALF_SAID.some((role) => hasRole(piece, role)))
    return piece;
  const others = [...piece.word.roles].some((role) => !(HALF_SAID as readonly string[]).includes(role));
  return others ? piece : { type: "other", start: piece.start, end: piece.end };
}

/** 甲某科 beside a person 甲某: a name that goes on is another's. */
function ofOthers(pieces: readonly Piece[], plain: string): readonly Piece[] {
  return pieces.map((piece, at) => {
    const next = pieces[at + 1];
    const goesOn =
      piece.type === "word" && piece.word.facets.length > 0 && next?.start === piece.end && hasRole(next, "body");
    return goesOn && facetOf(piece) !== null && !isOfColumn(next, piece, plain)
      ? { type: "other", start: piece.start, end: piece.end }
      : piece;
  });
}

const FOREIGN = reWith("u")`${announced.foreign}`;

const COUNT_UNITS = new Set<string>(words.countUnits);

/** Numbers of a clause with the words before and behind each. */
function numbersOf(pieces: readonly Piece[]): readonly Numbered[] {
  const numbers: Numbered[] = [];
  let from = 0;
  for (let at = 0; at < pieces.length; at++) {
    if (pieces[at]?.type !== "number") continue;
    let next = pieces.findIndex(
      ({ type }, index) => index > at && (type === "number" || type === "pause" || type === "percent"),
    );
    if (next < 0) next = pieces.length;
    const between = pieces.slice(at + 1, next);
    const last = next === pieces.length || pieces[next]?.type === "pause";
    // 三家单位超期问题合计5个: behind a number of units only their noun is its own.
    const piece = pieces[at];
    const ofKinds = piece?.type === "number" && !COUNT_UNITS.has(piece.token.unit);
    const thing = between.map((piece) => isThing(piece)).lastIndexOf(true);
    const end = last ? between.length : ofKinds ? Math.min(1, between.length) : thing + 1;
    const other = between.findIndex(({ type }) => type === "other");
    // 正在整改的6个小区已完工4个: of something else.
    const closed = other < 0 || (other >= end && (last || thing >= 0 || ofKinds));
    numbers.push({ at, before: pieces.slice(from, at), behind: between.slice(0, closed ? end : other), closed });
    from = at + 1 + (closed ? end : between.length);
    if (pieces[from]?.type === "pause") from++;
  }
  return numbers;
}

function* readSegment(segment: Segment, asking: Asking, needsName: boolean): Generator<AskedFigure | AskedRate> {
  const { pieces } = segment;
  const numbers = numbersOf(pieces);
  if (numbers.length === 0) {
    const rate = rateOf(pieces, asking, needsName);
    if (rate) yield rate;
    else if (!pieces.some(({ type }) => type === "percent")) nameOnly(pieces, asking);
    return;
  }
  const known = asking.told.length;
  for (const number of numbers) {
    const figure = figureOf(number, segment, asking, needsName && !namedSince(asking, known));
    if (figure) yield figure;
  }
  const last = numbers[numbers.length - 1];
  const tail = last ? pieces.slice(last.at + 1) : [];
  if (tail.some(({ type }) => type === "percent")) {
    const rate = rateOf(tail, asking, needsName);
    if (rate) yield rate;
  }
}

/** 县财政局：, 超期问题中，: what the next clauses speak of. */
function nameOnly(pieces: readonly Piece[], { vocabulary, told }: Asking): void {
  const named = namedBy(ownFacets(pieces).facets, vocabulary);
  const [first] = named;
  if (
    first &&
    !pieces.some(({ type }) => type === "other") &&
    (namesGroup(first.facets) || pieces.some((piece) => hasRole(piece, "among") || hasRole(piece, "involves")))
  )
    told.push(first);
}

const NO_ITEMS = reWith("u")`${words.noItems}`;

function figureOf(number: Numbered, segment: Segment, asking: Asking, needsName: boolean): AskedFigure | null {
  const piece = segment.pieces[number.at];
  if (piece?.type !== "number") return null;
  const { token } = piece;
  const { plain, line } = asking;
  if (token.approx || token.rangeTo !== null || segment.pieces.slice(0, number.at).some(({ type }) => type === "other"))
    return null;
  // 欠进度的：办公室（2个）: of words before the bracket, read or not.
  if (segment.bracketed && number.before.length === 0) return null;
  const clause = plain.slice(
    number.before[0]?.start ?? piece.start,
    number.behind[number.behind.length - 1]?.end ?? piece.end,
  );
  const place = placeOf(line, number.before[0]?.start ?? piece.start, piece.end);
  const special = amountOf(number, piece, asking) ?? daysOf(number, piece, asking) ?? unitsOf(number, piece, asking);
  if (special) nameOnly(number.before, asking);
  const listed = ownFacets(number.before).lists.some((list) => list.length > 1);
  if (special)
    return (number.closed || listed) && (!needsName || special.named)
      ? { ...special.figure, place, start: piece.start }
      : null;
  if (token.decimals > 0 || token.scale !== 1 || !COUNT_UNITS.has(token.unit) || NO_ITEMS.test(clause)) return null;
  if (!countsItems(number, segment, plain)) return null;
  const active = number.before.map((one, at) => (at === number.before.length - 1 ? awake(one) : one));
  const own = ownFacets([...active, ...sharing(active, asking)]);
  const behind = ownFacets(number.behind).facets;
  const last = own.lists[own.lists.length - 1] ?? [];
  const isEach = last.length > 1 && active.some((one) => hasRole(one, "each"));
  const choices = isEach ? last.map((facet) => [...own.facets.slice(0, -1), facet]) : [own.facets];
  const rest = active.some((one) => hasRole(one, "rest")) ? restOf(asking.told) : null;
  const isRest = active.some((one) => hasRole(one, "rest"));
  let shown: AskedFigure | null = null;
  const told: Told[] = [];
  for (const list of choices) {
    const facets = facetsOf([...list, ...behind]);
    if (needsName && !namesGroup(facets)) return null;
    const ofAll = active.some((one) => hasRole(one, "all"));
    // 还有1个: what is left of something, or what is told next of it.
    if (facets.size === 0 && ((isRest && rest === null) || number.before.some((one) => hasRole(one, "more"))))
      return null;
    const some = isRest && facets.size === 0 ? [] : waysOf(asking, facets, ofAll, isAmong(number, segment));
    if (some === null) return null;
    const ways = rest
      ? [
          {
            facets: new Map([...facets, ["rest", rest] as const]),
            sets: restSets(facets, rest, asking),
            firm: restSets(facets, rest, asking),
          },
          ...some,
        ]
      : some;
    if (ways.length === 0) return null;
    const allowed = [...sizesOf(ways), ...(isAhead(number, segment) ? leftOf(ways) : [])];
    const right = allowed.includes(token.mantissa);
    told.push(recordOf(ways, right ? token.mantissa : null, facets));
    const name = nameOf(facets);
    const figure: AskedFigure = {
      place,
      start: piece.start,
      name,
      right,
      firm: right && ways.some(({ firm }) => firm.some(({ size }) => size === token.mantissa)),
      written: String(token.mantissa),
      ledger: String(nearest(token.mantissa, allowed)),
    };
    if (shown === null || !right) shown = figure;
  }
  asking.told.push(...told);
  return shown;
}

/** 对6处重大隐患挂牌督办, 重大隐患6处要抓紧: of those that are left to do. */
function isAhead({ behind }: Numbered, { pieces }: Segment): boolean {
  return hasRole(pieces[0], "upon") || behind.some((piece) => hasRole(piece, "duty"));
}

function leftOf(ways: readonly Candidate[]): readonly number[] {
  return ways
    .flatMap(({ sets }) =>
      sets.flatMap((set) =>
        picksOfStatus("notDone", [...set]).concat([new Set([...set].filter(({ overdue }) => overdue))]),
      ),
    )
    .map(({ size }) => size);
}

/** 其中甲科2个; 其余7个里有2个. */
function isAmong({ at }: Numbered, { pieces }: Segment): boolean {
  if (pieces[0] && hasRole(pieces[0], "ofThem")) return true;
  const before = pieces.slice(0, at);
  return before.some(({ type }) => type === "number") && before.some((piece) => hasRole(piece, "among"));
}

/** 甲科单独牵头3个, 与乙科共同牵头5个: by how many take part. */
function sharing(pieces: readonly Piece[], { vocabulary }: Asking): readonly Piece[] {
  const at = pieces.find((piece) => hasRole(piece, "alone") || hasRole(piece, "together"));
  if (!at) return [];
  const alone = hasRole(at, "alone");
  const test = (item: Item): boolean => {
    const names = item.rows.flatMap(({ units, coUnits }) => [...units.units, ...(coUnits?.units ?? [])]);
    return new Set(names.map(({ name }) => name)).size > 1 !== alone;
  };
  const facet: Facet = {
    by: "sharing",
    text: alone ? words.alone[0] : words.together[0],
    picks: [new Set([...vocabulary.all].filter(test))],
  };
  return [{ type: "facet", facet, start: at.start, end: at.end }];
}

function restSets(facets: Facets, rest: Facet, { vocabulary }: Asking): Candidate["sets"] {
  return setsOf(new Map([...facets, ["rest", rest] as const]), vocabulary.all) ?? [];
}

/** 整改 right before a number: that it is done. */
function awake(piece: Piece): Piece {
  return piece.type === "word" && piece.word.weak ? { ...piece, word: { ...piece.word, weak: false } } : piece;
}

function recordOf(ways: readonly Candidate[], value: number | null, own: Facets): Told {
  const fitting = value === null ? [] : ways.filter(({ sets }) => sets.some(({ size }) => size === value));
  const [first] = fitting;
  if (first)
    return {
      facets: first.facets,
      fits: fitting.flatMap(({ sets }) => sets.filter(({ size }) => size === value)),
      counted: true,
    };
  const [likely] = ways;
  return { facets: likely?.facets ?? own, fits: ways.flatMap(({ sets }) => sets), counted: true };
}

/** Whether what stands around a number leaves no doubt that it counts items. */
function countsItems({ before, behind, closed }: Numbered, { pieces }: Segment, plain: string): boolean {
  const lead = before.filter((piece) => !hasRole(piece, "light") && !hasRole(piece, "all")).pop();
  if (lead && isNoun(lead) && !isOfColumn(lead, before[before.indexOf(lead) - 1], plain)) return false;
  if (
    behind.some(
      (piece) =>
        piece.type === "word" &&
        piece.word.facets.length === 0 &&
        (isNoun(piece) || !CLOSING.some((role) => hasRole(piece, role))),
    )
  )
    return false;
  // 3个问题因资金未到位暂缓 tells of some; 对3个超期问题逐一督办 of all.
  if (closed) return true;
  if (!behind.some(isThing) && !hasRole(behind[0], "duty")) return false;
  const sorted = before.some((piece) => facetOf(piece) !== null) && behind.some((piece) => hasRole(piece, "duty"));
  return (hasRole(pieces[0], "upon") && behind.some(isThing)) || sorted;
}

/** 采购流程, of the column 业务流程: the noun of a name before it. */
function isOfColumn(noun: Piece, name: Piece | undefined, plain: string): boolean {
  const by = name ? facetOf(name)?.by : undefined;
  return (
    by !== undefined && (by.includes(plain.slice(noun.start, noun.end)) || (by === "unit" && hasRole(noun, "body")))
  );
}

const CLOSING = ["light", "thing", "titled", "all", "each", "duty"] as const;

function isThing(piece: Piece): boolean {
  return hasRole(piece, "thing") || (hasRole(piece, "titled") && !isNoun(piece));
}

/** 措施, 单位: what a column holds, and no item. */
function isNoun(piece: Piece): boolean {
  if (piece.type !== "word" || piece.word.facets.length > 0 || hasRole(piece, "thing")) return false;
  return hasRole(piece, "body") || (hasRole(piece, "noun") && !hasRole(piece, "filler"));
}
