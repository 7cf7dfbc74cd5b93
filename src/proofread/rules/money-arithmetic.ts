import {
  exactValue,
  moneyText,
  printsAs,
  placeOf,
  type Line,
  type NumberToken,
  type Sentence,
  type Token,
  LINE_SIGN,
  signed,
} from "../../reading";
import { averagesOf } from "../claims/averages";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { moneyArithmetic as words } from "../../zh/words/money";
import { averages } from "../../zh/words/claim-averages";

type Data = { readonly terms: string; readonly expected: string; readonly written: string };

const EACH = reWith("u")`(${words.each[0]})${words.each[1]}?${words.each[2]}?[^，。；、\d]{0,6}$`;

/** 「6人1-8月，每人每月220元，共计0.88万元」: persons × months × rate against the sum told. */
function* checkSentence(line: Line, sentence: Sentence): Generator<ProofHit<Data>> {
  const numbers = sentence.tokens.filter((token): token is NumberToken => token.type === "number");
  if (numbers.length < 3) return;
  for (const [index, rate] of numbers.entries()) {
    if (!isRate(line, sentence, rate)) continue;
    const each = EACH.exec(line.plain.slice(Math.max(sentence.start, rate.start - 14), rate.start))?.[1];
    if (each === undefined) continue;
    const total = totalAfter(line, numbers, index, sentence.end);
    if (!total || total.approx) continue;
    // 每人每月300元，全年为150人发放补助54万元: who gets it may be told between.
    const until = numbers.indexOf(total);
    const others = numbers.slice(Math.max(0, index - 8), until).filter((token) => token !== rate);
    const factors = factorsFor(line, each, others, sentence);
    if (factors === null) continue;
    const expected = factors.reduce((value, factor) => value * BigInt(factor.value), exactValue(rate));
    if (printsAs(expected, total)) continue;
    const isNamed = TOTAL_AFTER_GAP.test(line.plain.slice(rate.unitEnd, total.start)) || until > index + 1;
    if (!isNamed && !isNear(expected, exactValue(total))) continue;
    const first = factors[0]?.start ?? rate.start;
    yield {
      place: placeOf(line.index, Math.min(first, rate.start), total.unitEnd),
      data: {
        terms: [...factors.map((factor) => factor.text), line.text.slice(rate.start, rate.unitEnd)].join("×"),
        expected: moneyText(expected),
        written: line.text.slice(total.start, total.unitEnd),
      },
      ...((!isNamed || factors.some(({ rough }) => rough === true)) && { severity: "warning" }),
    };
  }
}

function hasRate(line: Line, sentence: Sentence): boolean {
  if (sentence.tokens.length < 3) return false;
  for (const token of sentence.tokens) if (isRate(line, sentence, token)) return true;
  return false;
}

/** An amount with 每… or 人均 close before it. */
function isRate(line: Line, sentence: Sentence, token: Token): token is NumberToken {
  if (token.type !== "number" || token.unit !== "元" || token.approx) return false;
  for (let at = token.start - 1; at >= sentence.start && at >= token.start - 14; at--) {
    const code = line.plain.charCodeAt(at);
    if (code === EVERY || code === ON_AVERAGE || line.plain.startsWith(UNIT_PRICE, at)) return true;
  }
  return false;
}

/** 每, 均 */
const EVERY = 0x6bcf;
const ON_AVERAGE = 0x5747;
const UNIT_PRICE = "单价";
/** What has a price of its own. */
const GOODS: readonly string[] = [..."台套件个份辆部张把块只本册箱桶瓶盒盏株批亩吨间头栋棵"];

interface Factor {
  readonly value: number;
  readonly text: string;
  readonly start: number;
  /** 全年: not everybody need have been there all through. */
  readonly rough?: boolean;
}

const TOTAL_AFTER_GAP = reWith("u")`${words.totalAfterGap}`;

function totalAfter(line: Line, numbers: readonly NumberToken[], index: number, end: number): NumberToken | null {
  const [first, second] = numbers.slice(index + 1, index + 3);
  const next = first && first.unit !== "元" && [...COUNTED, ...TIMES].includes(first.unit) ? second : first;
  if (!next || next.unit !== "元" || next.end > end) return null;
  const rate = numbers[index];
  if (next === second) return GIVES.test(line.plain.slice(rate?.unitEnd ?? 0, next.start)) ? next : null;
  const gap = line.plain.slice(rate?.unitEnd ?? 0, next.start);
  return gap.length <= 16 && (TOTAL_AFTER_GAP.test(gap) || ANY_TOTAL.test(gap)) && !/[；;]/u.test(gap) ? next : null;
}

/** ，总价72万元: whatever it is called, where it comes near what is reckoned. */
const ANY_TOTAL = /^[，,][^，。；、：:\d]{2,6}$/u;

function isNear(expected: bigint, told: bigint): boolean {
  const away = expected > told ? expected - told : told - expected;
  return away * 100n <= expected * NEAR;
}

/** In hundredths. */
const NEAR = 30n;

const PERSONS: readonly string[] = words.persons;
const COUNTED: readonly string[] = [...PERSONS, "户", ...GOODS];
/** 全年按10个月结算 */
const TIMES: readonly string[] = words.times;
const GIVES = reWith("u")`^[^，。；、\d]{0,4}[，,][^。；、]{0,20}${words.gives}[^，。；、\d]{0,4}$`;

const FACTORS_FOR_TEXT = reWith("u")`${words.factorsForText}`;

/** The counts the rate multiplies with; null where one is missing or there are several to choose from. */
function factorsFor(
  line: Line,
  each: string,
  before: readonly NumberToken[],
  sentence: Sentence,
): readonly Factor[] | null {
  const factors: Factor[] = [];
  const take = (units: readonly string[]): boolean => {
    const found = before.filter(
      (token) => units.includes(token.unit) && !token.approx && token.decimals === 0 && token.rangeTo === null,
    );
    const only = found[0];
    if (!only || found.length > 1) return false;
    factors.push({
      value: only.mantissa * only.scale,
      text: line.plain.slice(only.start, only.unitEnd),
      start: only.start,
    });
    return true;
  };
  if (FACTORS_FOR_TEXT.test(each)) {
    const unit = /[人户台件个套份亩吨间头栋棵辆]/u.exec(each)?.[0] ?? "人";
    if (!take(unit === "人" ? PERSONS : [unit])) return null;
  }
  if (each === UNIT_PRICE) {
    const goods = before.filter((token) => GOODS.includes(token.unit));
    if (goods.length !== 1 || !take([goods[0]?.unit ?? ""])) return null;
  }
  if (each.includes("每月")) {
    const months = monthsOf(line, before, sentence);
    if (months === null) return null;
    factors.push(months);
  }
  // 每人每年1.2万元，全年支出36万元: for one year where none is told.
  if (each.includes("每年") && before.some(({ unit }) => unit === "年") && !take(["年"])) return null;
  if (each.includes("每天") && !take(["天"])) return null;
  if (each.includes("每次") && !take(["次"])) return null;
  return factors.length > 0 ? factors : null;
}

/** 全年, 上半年 and their months. */
const SPANS = averages.spans
  .map((entry) => entry.split(":"))
  .filter(([, unit]) => unit === "月")
  .map(([word = "", , months]) => [word, months] as const);

/** 8个月, 1-8月, 3月至7月. */
function monthsOf(line: Line, before: readonly NumberToken[], sentence: Sentence): Factor | null {
  const counted = before.filter((token) => token.unit === "个月" || (token.unit === "月" && token.rangeTo !== null));
  if (counted.length > 1) return null;
  const only = counted[0];
  if (only) {
    const value = only.rangeTo === null ? only.mantissa : only.rangeTo - only.mantissa + 1;
    return value > 0 && !only.approx
      ? { value, text: only.rangeTo === null ? `${only.mantissa}个月` : `${value}个月`, start: only.start }
      : null;
  }
  const dates = sentence.tokens.filter((token: Token) => token.type === "date");
  const [from, to] = dates;
  if (dates.length === 0) {
    const text = line.plain.slice(sentence.start, sentence.end);
    const [span, months] = SPANS.find(([word]) => text.includes(word)) ?? [];
    return span === undefined ? null : { value: Number(months), text: span, start: sentence.start, rough: true };
  }
  if (dates.length !== 2 || from?.type !== "date" || to?.type !== "date" || !from.joinsNext) return null;
  if (from.month === null || to.month === null || from.day !== null || to.day !== null) return null;
  const years = (to.year ?? from.year ?? 0) - (from.year ?? to.year ?? 0);
  const value = years * 12 + to.month - from.month + 1;
  return value > 0 ? { value, text: `${value}个月`, start: from.start } : null;
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of signed(context.lines, LINE_SIGN.each)) {
    if (line.tokens.length < 3) continue;
    for (const sentence of line.sentences) if (hasRate(line, sentence)) yield* checkSentence(line, sentence);
  }
  // 23户1.84万元，每户800元: the sum stands before its rate.
  for (const { place, money, total, over, expected, written } of averagesOf(context))
    if (money) yield { place, data: { terms: `${total}÷${over}`, expected, written } };
}

export const moneyArithmetic = defineProofRule<Data>({
  alias: "money-arithmetic",
  code: "P501",
  severity: "error",
  name: { zh: "金额算式不符", en: "money calculation does not add up" },
  messages: {
    zh: ({ terms, expected, written }) => `${terms}=${expected}，文中写的是${written}，请核对人数、月数、标准和总额。`,
    en: ({ terms, expected, written }) =>
      `${terms} = ${expected}, not ${written}; check persons, months, rate and sum.`,
  },
  find,
  page: {
    what: "同一句里人数（台数、户数）×月数×标准与总额的关系。总额按所写位数四舍五入或截位都认可。",
    why: "违规发放类问题的金额由标准乘出来，少一个人、错一个月就会对不上。",
    bad: "向4人发放5个月补贴，每人每月300元，共计0.5万元。",
    good: "向4人发放5个月补贴，每人每月300元，共计0.6万元。",
    todo: "核对凭证，改正人数、月数、标准或总额。",
    en: "Persons × months × rate against the sum told.",
  },
  ground: "算术；1万元=10000元。",
});
