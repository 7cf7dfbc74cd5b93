/**
 * The counts of a line as atoms of claims: each number with its measure word, the words of its clause, the state or side
 * they tell (已完成, 不满意, 第二批), and what leads it in (其中, 共, 其余, 每). One number is one count.
 */
import { NO_STOP, STOPS, endsPiece, stopRank } from "../../zh/clause";
import { unitFamily } from "../../zh/measure-words";
import { charTable } from "../../zh/plain";
import { reWith } from "../../zh/pattern";
import { AT_A_TIME, BELONGING, CARRIERS, leads as words } from "../../zh/words/claim-leads";
import { THINGS } from "../../zh/words/claim-rates";
import { TERMS_OF_WORK } from "../../zh/words/claim-states";
import { Found } from "../found";
import { LINE_SIGN } from "../signs";
import type { Line, NumberToken, Place, Sentence, Token } from "../types";
import { exactValue } from "./amounts";
import { bracketsTo, overBracket } from "./brackets";
import { isClassName } from "./class-names";
import { namesOfEach, numberOfEach } from "./each-names";
import { ALTOGETHER_BEGINS, type Lead, leadBefore, leadInGap, tellsAltogether } from "./leads";
import { respectivesOf } from "./respectively";
import {
  holdsOpener,
  tellsDue,
  mayLead,
  opensWhole,
  sidesOf,
  stateOf,
  stateOfMoney,
  toldIn,
  type ToldState,
  type Told,
} from "./told-words";

export interface ToldCount extends Place {
  readonly token: NumberToken;
  /** Exact value (amounts.ts); `end` is the end of the measure word. */
  readonly value: bigint;
  /** Measure words that count alike have one family: 个项条件, 人名位. */
  readonly family: string;
  /** The measure word, 人 for 名 and 位: parts told without a state are of the very unit of their whole. */
  readonly unit: string;
  /** Things it is told of, each of which has as many: 2 of 甲局、乙局各1个. */
  readonly times: bigint;
  /** Neither 近20 nor 2-3. */
  readonly exact: boolean;
  readonly sentence: number;
  /** Offset of the bracket it stands in, -1 outside. */
  readonly bracket: number;
  /** Rank of the strongest stop since the count before it (zh/clause STOPS), `NO_STOP` where none stands between. */
  readonly stop: number;
  /** Words of its piece before and behind the number. */
  readonly before: string;
  readonly after: string;
  /** The words behind it, "" where they run into the next number. */
  readonly told: string;
  /** Everything since the number before it (or the sentence's beginning). */
  readonly gap: string;
  readonly state: ToldState | null;
  /** Sides told, by name of the breakdown: { truth: "属实" }. */
  readonly sides: ReadonlyMap<string, string>;
  /** Told as a duty or plan: 应于9月底前完成20个. */
  readonly due: boolean;
  /** Its words open a whole: 反馈, 受理, 问题. */
  readonly opens: boolean;
  readonly lead: Lead;
  /** Its words open a whole, or tell everything: 全县共划分网格380个. */
  readonly tellsAll: boolean;
  /** What carries others (三个乡镇): a family of its own. */
  readonly carrier: boolean;
}

const REACH = 48;
/** A sentence of a person tells fewer counts: one with more is a table run together, and none of them is read as a claim. */
const MOST_COUNTS = 150;

/** All counts of a line, in text order. */
export function countsOf(line: Line): readonly ToldCount[] {
  const counts = COUNTS.begin();
  const open: number[] = [];
  let mark = 0;
  const named = namesOf(line);
  let last = null as CountReading | null;
  /** The carriers that what follows is told of: 120个乡镇中，已有61个完成，还有59个. */
  let among = null as CountReading | null;
  for (let index = 0; index < line.sentences.length; index++) {
    const { start, end, tokens } = line.sentences[index] as Sentence;
    let floor = start;
    // What an earlier sentence left open is none of this one's.
    mark = bracketsTo(line, mark, start, open);
    open.length = 0;
    if (tokens.length > MOST_COUNTS && tokens.filter(isCount).length > MOST_COUNTS) continue;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token.type !== "number") {
        if (token.type === "percent") floor = token.end;
        continue;
      }
      mark = bracketsTo(line, mark, token.start, open);
      if (token.unit === "" || COUNTS_NOTHING.has(token.unit) || isClassName(line.plain, token)) continue;
      const ceiling = nextNumber(tokens, at + 1, end);
      const beside: CountReading | null =
        last && (last.end === token.start || isItsMoney(line.plain, last, token)) ? last : null;
      const name = named.get(token.start) ?? (last?.isRunOn && last.lead === "base" ? last.before : "");
      const isRest: boolean = among !== null && last !== null && isRestOfThem(line.plain, last.end, token);
      if (!isRest) among = last?.carrier === true && isAmong(line.plain, last, token) ? last : null;
      last = new CountReading(line.plain, token, index, open[0] ?? -1, floor, ceiling, name, beside, among);
      counts.push(last);
      floor = token.unitEnd;
    }
  }
  return counts.take();
}

const COUNTS = new Found<CountReading>();

/** 25日, 指数211.2点, 12岁: a day or a place on a scale; nothing there is so many of. */
const COUNTS_NOTHING: ReadonlySet<string> = new Set(words.daysAndScales);

function isCount(token: Token): boolean {
  return token.type === "number" && token.unit !== "";
}

/** 甲镇、乙镇分别完成12个、15个: the name of each number, by its offset. */
function namesOf(line: Line): ReadonlyMap<number, string> {
  if ((line.signs & LINE_SIGN.respectively) === 0) return NO_NAMES;
  const names = new Map<number, string>();
  for (const sentence of line.sentences)
    for (const { list, numbers } of respectivesOf(line, sentence))
      if (list.length === numbers.length)
        numbers.forEach((token, at) => names.set(token.start, (list[at] ?? "").trim()));
  return names;
}

const NO_NAMES: ReadonlyMap<number, string> = new Map();

/** 120个乡镇中，已有61个 */
function isAmong(plain: string, last: CountReading, token: NumberToken): boolean {
  return token.start - last.end <= LONGEST_AMONG && AMONG_CARRIER.test(plain.slice(last.end, token.start));
}

/** 已整改20个、金额408万元; 尚有5人、2.6万元: as much money as that many things stand for. */
function isItsMoney(plain: string, last: CountReading, token: NumberToken): boolean {
  if (token.unit !== "元" || last.family === "元" || token.start - last.end > LONGEST_MONEY) return false;
  const between = plain.slice(last.end, token.start);
  return between === "、" ? last.state !== null : ITS_MONEY.test(between) && last.state === "done";
}

function nextNumber(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token && (token.type === "number" || token.type === "percent")) return token.start;
  }
  return end;
}

/**
 * What stands around a count: where its words begin and end. They are cut out, and what they tell is read, when they are
 * first asked for: most counts of a notice have nothing to do with another.
 */
class CountReading implements ToldCount {
  readonly unit: string;
  readonly carrier: boolean;
  readonly family: string;
  /** Where the words before it begin, and those behind it end. */
  private readonly from: number;
  private readonly to: number;
  private knownValue: bigint | undefined;
  private knownStop = 0;
  private knownState: ToldState | null | undefined;
  private knownSides: ReadonlyMap<string, string> | undefined;
  private knownBefore: Told | undefined;
  private knownAfter: Told | undefined;
  private knownTeller: CountReading | undefined;
  private knownLead: Lead | undefined;
  private knownOpens: boolean | undefined;
  private knownAll: boolean | undefined;

  constructor(
    private readonly plain: string,
    readonly token: NumberToken,
    readonly sentence: number,
    readonly bracket: number,
    private readonly floor: number,
    private readonly ceiling: number,
    private readonly name: string,
    /** The count right before it, that it is told with: 已退6人1.8万元. */
    private readonly beside: CountReading | null,
    /** What carries others right before it, of which it is told: 120个乡镇中，已有61个. */
    amongCarrier: CountReading | null,
  ) {
    let from = overBracket(plain, token.start, floor);
    const least = Math.max(floor, token.start - REACH);
    while (from > least && !endsPiece(plain.charCodeAt(from - 1))) from--;
    let to = token.unitEnd;
    const most = Math.min(ceiling, token.unitEnd + REACH);
    while (to < most && !endsPiece(plain.charCodeAt(to))) to++;
    this.from = from;
    this.to = to;
    const family = unitFamily(token.unit);
    this.unit = family === "人" ? "人" : token.unit;
    const carrier =
      CARRIER_BEGINS[plain.charCodeAt(firstOf(plain, token.unitEnd, to))] === 1
        ? this.carried()
        : involvedBefore(plain, from, token.start);
    this.carrier = carrier !== "";
    const own =
      carrier === "" && amongCarrier !== null && this.unit === amongCarrier.unit ? amongCarrier.family : family;
    const times = plain.charCodeAt(token.unitEnd) === TIMES && !token.unit.endsWith("次") ? "次" : carrier;
    this.family = times === "" ? own : familyOfCarried(family, times);
  }

  private carried(): string {
    const found = CARRIER.exec(this.after)?.[0] ?? "";
    return found.endsWith(VILLAGE) ? VILLAGE : found;
  }

  get line(): number {
    return this.token.line;
  }

  get start(): number {
    return this.token.start;
  }

  get end(): number {
    return this.token.unitEnd;
  }

  get exact(): boolean {
    return !this.token.approx && this.token.rangeTo === null;
  }

  get before(): string {
    return this.wordsBefore.text;
  }

  get after(): string {
    return this.wordsAfter.text;
  }

  get told(): string {
    return this.reachesNext ? "" : this.after;
  }

  /** 已完成46个问题中的40个: its words run on into the number of which they tell. */
  get isRunOn(): boolean {
    return this.plain.startsWith(OF_THEM, this.to - OF_THEM.length) && this.reachesNext && RUN_ON.test(this.after);
  }

  private get reachesNext(): boolean {
    const { plain, to, ceiling } = this;
    return to === ceiling && ceiling < plain.length && !endsPiece(plain.charCodeAt(to));
  }

  get gap(): string {
    return this.plain.slice(this.gapStart, this.start);
  }

  private get gapStart(): number {
    return Math.max(this.floor, this.start - REACH);
  }

  get value(): bigint {
    this.knownValue ??= exactValue(this.token);
    return this.knownValue;
  }

  get times(): bigint {
    if (!this.before.includes(EACH_OF)) return 1n;
    const names = namesOfEach(this.gap);
    return BigInt(
      names > 1 ? names : numberOfEach(this.plain.slice(Math.max(0, this.start - NUMBER_REACH), this.start)),
    );
  }

  get stop(): number {
    if (this.knownStop === 0) this.knownStop = strongestStop(this.plain, this.gapStart, this.start);
    return this.knownStop;
  }

  private get wordsBefore(): Told {
    this.knownBefore ??= toldIn(this.name + this.plain.slice(this.from, this.start).trim());
    return this.knownBefore;
  }

  private get wordsAfter(): Told {
    this.knownAfter ??= toldIn(this.plain.slice(this.end, this.to).trim());
    return this.knownAfter;
  }

  private get wordsBehind(): Told {
    return this.told === "" ? NO_WORDS : this.wordsAfter;
  }

  private get ownState(): ToldState | null {
    if (this.knownState === undefined) this.knownState = this.readState();
    return this.knownState;
  }

  private readState(): ToldState | null {
    if (this.isTermWithState() || TERM_ONLY.test(this.before)) return null;
    return (this.family === "元" ? stateOfMoney : stateOf)(this.wordsBefore, this.wordsBehind);
  }

  /** 限期整改17个已完成15个: what runs on tells how far these have come; 限期整改 only says by when. */
  private isTermWithState(): boolean {
    if (!this.reachesNext || this.to === this.end || !this.ownSides.has("term")) return false;
    return stateOf(this.wordsAfter, NO_WORDS) !== null;
  }

  private get ownSides(): ReadonlyMap<string, string> {
    this.knownSides ??= sidesOf(this.wordsBefore, this.wordsBehind);
    return this.knownSides;
  }

  /** The count whose words tell its state and sides: its own, else those of the count it is told with. */
  private get teller(): CountReading {
    if (this.knownTeller) return this.knownTeller;
    const silent = this.beside?.exact === true && this.ownState === null && this.ownSides.size === 0;
    this.knownTeller = silent ? this.beside.teller : this;
    return this.knownTeller;
  }

  get state(): ToldState | null {
    return this.beside ? this.teller.ownState : this.ownState;
  }

  get sides(): ReadonlyMap<string, string> {
    return this.beside ? this.teller.ownSides : this.ownSides;
  }

  get due(): boolean {
    return this.ownState === null && tellsDue(this.before === "" ? this.wordsBehind : this.wordsBefore);
  }

  get opens(): boolean {
    this.knownOpens ??= this.holdsOpener() || this.isAmongThem();
    return this.knownOpens;
  }

  private holdsOpener(): boolean {
    const { plain, name, from, start, end, to } = this;
    return (
      (name === "" ? holdsOpener(plain, from, start) : opensWhole(this.wordsBefore)) || holdsOpener(plain, end, to)
    );
  }

  private isAmongThem(): boolean {
    let last = this.to - 1;
    while (last >= this.end && this.plain.charCodeAt(last) === BLANK) last--;
    return last >= this.end && AMONG_END.includes(this.plain[last] ?? "#") && AMONG_THEM.test(this.after);
  }

  private readLead(): Lead {
    if (this.isRunOn && this.ownState === "done") return "base";
    if (
      this.bracket === this.start - 1 &&
      LAST_TIME.test(this.plain.slice(Math.max(0, this.bracket - 8), this.bracket))
    )
      return "change";
    if (SEEN_FROM.test(this.before) && this.after.endsWith(SEEN)) return leadInGap(this.gap);
    const told = this.wordsBefore;
    const lead = mayLead(told) && !this.isOfLastTime(told.text) ? leadBefore(told.text) : null;
    // 占总数48个的75%; 占道经营70件 is a part of something itself.
    return lead === null || (lead === "base" && !OF_IT.test(this.after)) ? leadInGap(this.gap) : lead;
  }

  private isOfLastTime(before: string): boolean {
    if (!OF_LAST_TIME.test(before)) return false;
    // 上季度发现问题40个，已整改36个: what has come of them is told next, so they are counted and not compared with.
    return (
      this.stop <= STOPS.member || (this.stop === NO_STOP && WHAT_CAME.test(this.plain.slice(this.end, this.end + 5)))
    );
  }

  get tellsAll(): boolean {
    this.knownAll ??= this.opens || this.isAltogether();
    return this.knownAll;
  }

  private isAltogether(): boolean {
    for (let at = this.gapStart; at < this.start; at++)
      if (ALTOGETHER_BEGINS[this.plain.charCodeAt(at)] === 1) return tellsAltogether(this.gap);
    return false;
  }

  get lead(): Lead {
    this.knownLead ??= this.readLead();
    return this.knownLead;
  }
}

const CARRIED_FAMILIES = new Map<string, Map<string, string>>();

/** One string for each, because families are compared again and again. */
function familyOfCarried(family: string, carried: string): string {
  const known = CARRIED_FAMILIES.get(family) ?? new Map<string, string>();
  if (known.size === 0) CARRIED_FAMILIES.set(family, known);
  const name = known.get(carried) ?? `${family}/${carried}`;
  if (!known.has(carried)) known.set(carried, name);
  return name;
}

/** The lowest rank between two offsets, `NO_STOP` where nothing stops. */
function strongestStop(plain: string, from: number, to: number): number {
  let least = NO_STOP;
  for (let at = from; at < to; at++) least = Math.min(least, stopRank(plain.charCodeAt(at)));
  return least;
}

const EACH_OF = "各";
const NUMBER_REACH = 16;
/** 行政村 are 村. */
const VILLAGE = "村";
const BLANK = 32;
/** 次: 210万条次 are no 条. */
const TIMES = 0x6b21;

/** Offset of the first character that is no blank. */
function firstOf(plain: string, from: number, to: number): number {
  let at = from;
  while (at < to && plain.charCodeAt(at) === BLANK) at++;
  return at;
}

/** 限期整改27项: by when it is to be done, whatever has come of it. */
const TERM_ONLY = reWith("u")`(?<!已)${TERMS_OF_WORK}整改${words.ofThings}?的?$`;
/** 27个村中: what follows is of these. */
const AMONG_THEM = /^(?:[^，。]{0,6}|[^，。]{1,10}的[^，。]{1,5})[中里]$/u;
const AMONG_END = "中里";
const OF_THEM = "中的";
const RUN_ON = /^[^，。；、]{0,8}中的$/u;
const ITS_MONEY = reWith("u")`^[，、]${words.itsMoney}$`;
const LONGEST_MONEY = 8;
const AMONG_CARRIER = /^[^，。；、]{0,6}[中里][，,](?:[已仅只]?有)?$/u;
const LONGEST_AMONG = 12;
/** 还有3个正在推进, but not 还有3个问题. */
function isRestOfThem(plain: string, from: number, { start, unitEnd }: NumberToken): boolean {
  return REST_OF_THEM.test(plain.slice(from, start)) && !NAMES_THINGS.test(plain.slice(unitEnd, unitEnd + 6));
}

const NAMES_THINGS = reWith("u")`^[^，。；、\d]{0,2}${THINGS}`;
const REST_OF_THEM = reWith("u")`^[^，。；、\d]{0,8}[，,]${words.rest}$`;
const CARRIER_BEGINS = charTable(CARRIERS.map((word) => word.slice(0, 1)).join(""));
/** 涉及单位10个: what carries others, named before its number; "" where it is not. */
function involvedBefore(plain: string, from: number, to: number): string {
  if (to - from < 2 + INVOLVED.length || to - from > LONGEST_INVOLVED || !plain.startsWith(INVOLVED, from)) return "";
  const name = plain.slice(from + INVOLVED.length, to);
  return CARRIERS.includes(name) ? name : "";
}

const INVOLVED = "涉及";
const LONGEST_INVOLVED = 6;
/** 37户年内完成 counts households; 3个年度 is no household of its own. */
const CARRIER = reWith("u")`^${CARRIERS}(?!${[...AT_A_TIME, ...BELONGING]})`;
const OF_IT = /^[^，。；、]{0,8}[的之比]/u;
/** 同比上年（368件） */
const LAST_TIME = reWith("u")`${words.lastTime}(?:同期)?$`;
/** 去年同期全院共收案208件，结案36件: behind ；it tells of last year as of this one. */
const OF_LAST_TIME = reWith("u")`^${words.lastTime}(?:同期)?[^，。；、\d比较]{2,}$`;
const WHAT_CAME = reWith("u")`^[，,]${words.cameOfThem}`;
/** 从查处的518起问题看 compares nothing. */
const SEEN_FROM = /^从/u;
const SEEN = "看";
const NO_WORDS = toldIn("");
