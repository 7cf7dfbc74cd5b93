/**
 * The two ends of a change: 由A降至B; B，比去年的A; B，去年同期为A; B，高于全市A. Each form says where its ends stand relative to how
 * much the change is told to be. A change of something else (，投资增长20%) has no ends here.
 */
import { reWith } from "../../zh/pattern";
import { others } from "../../zh/words/claim-others";
import { changes as words } from "../../zh/words/claim-changes";
import type { Line, NumberToken, PercentToken, Sentence, Token } from "../../reading";

export type ToldAmount = NumberToken | PercentToken;

/** What it was and what it came to; where only the difference is told, that instead of one of them. */
export interface Ends {
  readonly from: ToldAmount | null;
  readonly to: ToldAmount | null;
  readonly delta: ToldAmount | null;
  readonly up: boolean;
}

const VERBS = [...words.up, ...words.down];
const UPS = [...words.up, ...words.upBy];
export const CHANGE_WORDS: readonly string[] = [
  ...VERBS,
  ...words.upBy,
  ...words.downBy,
  ...words.above,
  ...words.below,
];

const TO = reWith("u")`${VERBS}了?${words.toEnds}[^，。；]{0,10}$`;
/** 由320万元化解至192万元: by whatever verb. */
const CAME_TO = /^[^，。；、\d]{1,6}[至到]$/u;
const FROM = reWith("u")`${words.from}[^，。；]{0,12}$`;
const BY = reWith("u")`(?<!新)${[...VERBS, ...words.upBy, ...words.downBy]}${words.links}{0,2}\s*$`;
export const IS_UP = reWith("u")`${UPS}${words.links}{0,2}\s*$`;
/** 由712亿元增至5367亿元，年均增长22% */
const YEARLY = reWith("u")`${others.yearly}`;
const OWN_END = reWith("u")`^[^，。；、\d]{0,6}${VERBS}了?${words.toEnds}$`;
const FROM_HERE = /[由从][^，。；、\d]{0,8}$/u;
/** 由3200个增加到4000个，新增800个 */
const NEW_ONES = /^[，,]净?新增$/u;
const THAN = reWith("u")`${words.than}`;
/** 占比, 比重, 较大 compare nothing. */
const THAN_BASE = reWith("u")`${others.notThan}[^，。；]{0,12}$`;
const EARLIER = reWith("u")`^[，,（(]\s*[而比]?${words.earlier}[^，。；\d]{0,8}$`;
/** The verb, or the verb with what it changes: 核减工程款. */
const BY_THING = reWith("u")`${[...VERBS, ...words.upBy, ...words.downBy]}[^，。；、\d]{0,6}$`;
const UP_THING = reWith("u")`${UPS}[^，。；、\d]{0,6}$`;
const THEN = reWith("u")`${words.earlier}[^，。；\d]{0,12}$`;
const NOW = reWith("u")`${words.now}[^，。；\d]{0,12}$`;
const BOTH = reWith("u")`${words.earlier}[、和与]${words.now}[^，。；\d]{0,12}$`;
const NOW_FIRST = reWith("u")`${words.now}[、和与]${words.earlier}[^，。；\d]{0,12}$`;
const PERIOD = reWith("u")`^${[...words.period, ...words.earlier]}$`;
const PERIOD_ONLY = reWith("u")`^[，,]\s*${words.against}(${words.period})[^，。；]{0,2}$`;
const FILLERS = reWith("gu")`${words.fillers}|[\s，,、（(；;]`;
const YEARS = reWith("u")`${words.years}`;
const SPANS = reWith("u")`${words.spans}`;
const ABOVE = reWith("u")`${words.above}[^，。；]{0,12}$`;
const BELOW = reWith("u")`${words.below}[^，。；]{0,12}$`;
const AGAINST = reWith("u")`(${[...words.above, ...words.below]})([^，。；\d]{2,10})$`;
const REACH = 48;
/** Ends stand so many amounts before how much. */
const AHEAD = 4;

export function amountsOf({ tokens }: Sentence): readonly ToldAmount[] {
  return tokens.filter(isAmount);
}

function isAmount(token: Token): token is ToldAmount {
  return token.type === "percent" || (token.type === "number" && token.unit !== "");
}

export const changeEnd = (token: ToldAmount): number => (token.type === "number" ? token.unitEnd : token.end);

/** The amounts of a sentence with the words before each. */
class Around {
  constructor(
    private readonly line: Line,
    private readonly sentence: Sentence,
    readonly amounts: readonly ToldAmount[],
  ) {}

  before(at: number): string {
    const last = this.amounts[at - 1];
    const start = this.amounts[at]?.start ?? this.sentence.start;
    return this.line.plain.slice(Math.max(last ? changeEnd(last) : this.sentence.start, start - REACH), start);
  }

  /** Both are exact and of one kind. */
  pair(from: number, to: number): readonly [ToldAmount, ToldAmount] | null {
    const [a, b] = [this.amounts[from], this.amounts[to]];
    if (!a || !b || a.approx || b.approx || a.type !== b.type) return null;
    return a.type === "number" && b.type === "number" && a.unit !== b.unit ? null : [a, b];
  }

  /** The amount before those of a bracket that ends behind it: 55件（含转办24件），比上年同期的84件. */
  outside(at: number): number {
    let first = at;
    while (first > 0 && BRACKET_ENDS.test(this.before(first + 1)) && !BRACKET_OPENS.test(this.before(first))) first--;
    return first > 0 && BRACKET_ENDS.test(this.before(at + 1)) ? first - 1 : at;
  }

  isAttribute(at: number): boolean {
    const amount = this.amounts[at];
    return amount !== undefined && this.line.plain[changeEnd(amount)] === "的";
  }

  headOf(at: number): string {
    return this.line.plain.slice(this.sentence.start, this.amounts[at]?.start ?? this.sentence.start);
  }
}

const BRACKET_ENDS = /^[^（(]{0,6}[）)]/u;
const BRACKET_OPENS = /[（(][^（()）]*$/u;

/** Ends of the change that the amount at an index is told to be; null where it is none, or its ends stand nowhere. */
export function endsOf(line: Line, sentence: Sentence, amounts: readonly ToldAmount[], by: number): Ends | null {
  const around = new Around(line, sentence, amounts);
  const before = around.before(by);
  // 国企由51家整合为33家，园区由106家整合为50家: what the second came to is no change of the first.
  if (isCameTo(around, by) || YEARLY.test(around.before(by))) return null;
  const came = BY.test(before) ? cameTo(around, by, IS_UP.test(before)) : null;
  if (came) return came;
  const behind = BY_THING.test(before) ? fromToBehind(around, by) : null;
  if (behind) return behind;
  if (NEW_ONES.test(before)) return fromTo(around, by, true);
  if (BY.test(before)) {
    const up = IS_UP.test(before);
    const ends =
      fromTo(around, by, up) ??
      thanBase(around, by, up) ??
      thenBehind(around, by, up) ??
      inTurn(around, by, up) ??
      grownBy(around, by, up);
    if (ends) return ends;
  }
  return isPoints(amounts[by]) ? against(around, by) : null;
}

/** The amount right behind 由A and a verb is the end of its own change: 由A整合为B. */
function isCameTo(around: Around, at: number): boolean {
  return at > 0 && OWN_END.test(around.before(at)) && FROM_HERE.test(around.before(at - 1));
}

function isPoints(token: ToldAmount | undefined): boolean {
  return token?.type === "number" && token.unit.endsWith("百分点");
}

/** 由A降至B，下降P */
function fromTo(around: Around, by: number, up: boolean): Ends | null {
  for (let to = by - 1; to >= Math.max(1, by - AHEAD); to--) {
    if (!TO.test(around.before(to)) && !(CAME_TO.test(around.before(to)) && FROM.test(around.before(to - 1)))) continue;
    const pair = FROM.test(around.before(to - 1)) ? around.pair(to - 1, to) : null;
    if (!pair || !speaksOfIt(around, by, to - 1)) return null;
    return { from: pair[0], to: pair[1], delta: null, up };
  }
  return null;
}

/** 减少P，由A降至B; 核减工程款P，由A核减为B */
function fromToBehind(around: Around, by: number): Ends | null {
  const up = UP_THING.test(around.before(by));
  const lead = around.before(by + 1);
  if (!FROM.test(lead) || !/^[，,]\s*[由从]/u.test(lead) || !TO.test(around.before(by + 2))) return null;
  const pair = around.pair(by + 1, by + 2);
  // 由80%扩大到85%的单位 tells of the units.
  return pair && !around.isAttribute(by + 2) ? { from: pair[0], to: pair[1], delta: null, up } : null;
}

/** 比上年的12起下降25%，为9起 */
function cameTo(around: Around, by: number, up: boolean): Ends | null {
  const base = around.before(by - 1);
  if (!THAN_BASE.test(base) || !/^[，,][降减增升]?[为至到]$/u.test(around.before(by + 1))) return null;
  const pair = around.pair(by - 1, by + 1);
  return pair ? { from: pair[0], to: pair[1], delta: null, up } : null;
}

/** B，比去年的A增加P; B，去年同期为A，增长P */
function thanBase(around: Around, by: number, up: boolean): Ends | null {
  for (let base = by - 1; base >= Math.max(1, by - AHEAD); base--) {
    const text = around.before(base);
    if (TO.test(text)) return null;
    const isBase = (THAN_BASE.test(text) || EARLIER.test(text)) && !BY.test(text);
    if (!isBase) {
      // 下半年150人次，比上半年下降25%
      const period = PERIOD_ONLY.exec(around.before(by).replace(BY, ""))?.[1];
      const first = around.before(base - 1);
      // 比上年减少198亿元；B，比上年减少300亿元: the first tells how much, not what it was.
      const isOf = period !== undefined && base === by - 1 && first.includes(period) && !BY.test(first);
      const pair = isOf ? around.pair(base - 1, base) : null;
      if (pair) return { from: pair[0], to: pair[1], delta: null, up };
      continue;
    }
    const pair = around.pair(around.outside(base - 1), base);
    // 过去5年比上一个5年增加17%: two spans of time, nothing that grew.
    if (!pair || pair[0].mantissa === pair[1].mantissa || !speaksOfIt(around, by, base)) return null;
    return { from: pair[1], to: pair[0], delta: null, up };
  }
  return null;
}

/** 12人，同比减少3人，去年同期为15人 */
function thenBehind(around: Around, by: number, up: boolean): Ends | null {
  const head = around.before(by).replace(BY, "");
  const period = head.replace(FILLERS, "").replace(THAN, "");
  if (!THAN.test(head) || BY.test(around.before(by - 1))) return null;
  // 22项，较上月净减少13项（上月35项）: the very period is told behind.
  const behind = around.before(by + 1);
  const isVery = PERIOD.test(period) && /^[，,（(]/u.test(behind) && behind.startsWith(period, 1);
  if (period === "" ? !EARLIER.test(behind) : !isVery) return null;
  const pair = around.pair(by - 1, by + 1);
  return pair ? { from: pair[1], to: pair[0], delta: null, up } : null;
}

/** 去年新增90条，今年新增72条，同比减少20%; 去年、今年分别接访420批次、357批次; 10月份整改率78%，11月份整改率86% */
function inTurn(around: Around, by: number, up: boolean): Ends | null {
  const [first, second] = [around.before(by - 2), around.before(by - 1)];
  const pair = around.pair(by - 2, by - 1);
  if (!pair || BY.test(second)) return null;
  const isTurn =
    (THEN.test(first) && NOW.test(second)) ||
    BOTH.test(first) ||
    isSameButNumbers(first, second) ||
    isNextPeriod(first, second);
  const head = around.before(by).replace(BY, "").replace(FILLERS, "").replace(NOW, "");
  // 今年、去年分别为90件、120件
  if (NOW_FIRST.test(first) && (head === "" || THAN.test(head))) return { from: pair[1], to: pair[0], delta: null, up };
  if (!isTurn || (head !== "" && !THAN.test(head))) return null;
  return { from: pair[0], to: pair[1], delta: null, up };
}

const IN_PERIOD = reWith("u")`(?<=^|[，。；])(?=[^，。；]*$).*?${words.inPeriod}(.*)$`;

/** 10月份整改率, 11月份整改率; 上半年抽检合格率, 下半年抽检合格率 */
function isSameButNumbers(first: string, second: string): boolean {
  const [a, b] = [first, second].map((text) => IN_PERIOD.exec(text)?.[1]);
  return a !== undefined && a.length > 1 && a === b;
}

/** 一季度整改率为62%，二季度为71%: of the second only the period is told. */
function isNextPeriod(first: string, second: string): boolean {
  return IN_PERIOD.test(first) && PERIOD_ALONE.test(second);
}

const PERIOD_ALONE = reWith("u")`^[，,；;、]${words.inPeriod}(?:${words.links})?$`;

/** 2400件，环比增加400件，增长20%; 与去年同期的320件相比，减少48件，下降15% */
function grownBy(around: Around, by: number, up: boolean): Ends | null {
  const [now, delta, share] = [around.amounts[by - 2], around.amounts[by - 1], around.amounts[by]];
  if (now?.type !== "number" || delta?.type !== "number" || share?.type !== "percent") return null;
  if (now.approx || delta.approx || now.unit !== delta.unit) return null;
  const text = around.before(by - 1);
  const lead = text.replace(BY, "");
  // 与第六次普查的725482人相比，增加25907人，增长3.57%: compared with that, whatever it is called.
  const base = /^相比/u.test(text);
  if (base && BY.test(text) && IS_UP.test(text) === up && around.before(by).replace(BY, "").replace(FILLERS, "") === "")
    return { from: now, to: null, delta, up };
  if (!BY.test(text) || IS_UP.test(text) !== up || !THAN.test(lead) || !/^[，,（(]/u.test(text)) return null;
  return around.before(by).replace(BY, "").replace(FILLERS, "") === "" ? { from: null, to: now, delta, up } : null;
}

/**
 * Whether how much is told of the very thing: nothing else is named before the verb, and where it is compared with a period
 * (同比, 环比), the earlier end is of that period.
 */
function speaksOfIt(around: Around, by: number, from: number): boolean {
  const head = around.before(by).replace(BY, "").replace(NEW_ONES, "");
  if (THAN.test(head)) {
    const earlier = around.before(from);
    return (YEARS.test(head) && YEARS.test(earlier)) || (SPANS.test(head) && SPANS.test(earlier));
  }
  const rest = head.replace(FILLERS, "");
  return rest === "" || around.headOf(from).includes(rest);
}

/** 90%，高于全市平均75%15个百分点; 序时进度为75%，实际完成80%，超序时进度5个百分点 */
function against(around: Around, by: number): Ends | null {
  const text = around.before(by - 1);
  const between = around.before(by).replace(/[（(]/u, "").trim();
  const up = ABOVE.test(text);
  if ((up || BELOW.test(text)) && (between === "" || between === "的")) {
    // 98.12%，同比提升0.37个百分点，高于全市97.52%0.6个百分点
    const own = isPoints(around.amounts[by - 2]) ? by - 3 : by - 2;
    const pair = around.pair(by - 1, own);
    return pair && pair[0].type === "percent" ? { from: pair[0], to: pair[1], delta: null, up } : null;
  }
  const named = AGAINST.exec(around.before(by));
  if (named?.[2] === undefined) return null;
  for (let base = by - 2; base >= Math.max(0, by - AHEAD); base--) {
    if (!lastClause(around.before(base)).includes(named[2])) continue;
    const pair = around.pair(base, by - 1);
    if (pair && pair[0].type === "percent")
      return { from: pair[0], to: pair[1], delta: null, up: words.above.some((word) => word === named[1]) };
  }
  return null;
}

/** 居全国首位；增加值增长: the words after the last stop. */
const lastClause = (text: string): string =>
  text.slice(Math.max(...[..."，。；、"].map((stop) => text.lastIndexOf(stop))) + 1);
