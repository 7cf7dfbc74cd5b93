import {
  wholeOf,
  readRate,
  placeOf,
  type CountGroup,
  type Line,
  type NumberToken,
  type PercentToken,
  type RateClaim,
  type Sentence,
} from "../../reading";
import { expectedPercent, isPrintOf } from "../percents";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { percentMismatch as words } from "../../zh/words/rates";

type Data = {
  readonly label: string;
  readonly written: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly expected: string;
};

/** Rates of what has been done; other rates (满意率) have counts of their own. */
const DONE_RATE = reWith("u")`${words.doneRate}率$`;

/** Every numerator a notice may stand on: done, done+basic, done+basic+phased, and what a rate of its own name says. */
function numeratorsOf(group: CountGroup, label: string): readonly number[] {
  const of = (status: string): number[] =>
    group.parts.filter((part) => part.status === status && !part.nested).map((part) => part.value);
  const first = (status: string): number => of(status)[0] ?? 0;
  const dones = of("done");
  if (dones.length === 0 && group.parts.every((part) => part.status !== "basic" && part.status !== "phased")) return [];
  const done = dones[0] ?? 0;
  const list = [
    ...dones,
    done + first("basic"),
    done + first("basic") + first("phased"),
    done + first("phased"),
    done + first("longTerm"),
    done + first("basic") + first("longTerm"),
  ];
  if (label.includes("阶段性")) list.unshift(first("phased"));
  return list;
}

const OF_SOMETHING_ELSE_REST = reWith("gu")`${words.ofSomethingElseRest}`;
const OF_SOMETHING_ELSE_LABEL = reWith("u")`${words.ofSomethingElseLabel}`;

/** A rate whose name holds more than the group's own words (上级转办件办结率) is a rate of something else. */
function isOfSomethingElse(label: string): boolean {
  const rest = label.replace(OF_SOMETHING_ELSE_REST, "");
  return rest.length >= 2 || OF_SOMETHING_ELSE_LABEL.test(label);
}

function* checkRate(group: CountGroup, rate: RateClaim): Generator<ProofHit<Data>> {
  if (!DONE_RATE.test(rate.label) || rate.token.approx || isOfSomethingElse(rate.label)) return;
  // Excluded items are told, but no rate divides by them.
  const excluded = group.parts.find((part) => part.status === "excluded")?.value ?? 0;
  const denominator = group.total.value - excluded;
  const numerators = numeratorsOf(group, rate.label);
  if (denominator === 0 || numerators.length === 0) return;
  if (numerators.some((numerator) => isPrintOf(rate.token, numerator, denominator))) return;
  const numerator = numerators[0] ?? 0;
  yield hit(rate.token, rate.label, numerator, denominator);
}

function hit(token: PercentToken, label: string, numerator: number, denominator: number): ProofHit<Data> {
  const expected = expectedPercent(numerator, denominator, token.decimals);
  return {
    place: placeOf(token.line, token.start, token.end),
    data: { label, written: token.text, numerator, denominator, expected: expected ?? "—" },
  };
}

/** 「应到120人，实到118人，到会率98%」, 「68辆中有11辆，占比16.2%」: two counts of one unit right before the percentage. */
function* checkPairs(line: Line, sentence: Sentence, taken: ReadonlySet<PercentToken>): Generator<ProofHit<Data>> {
  const { tokens } = sentence;
  for (let index = 2; index < tokens.length; index++) {
    const token = tokens[index];
    const part = tokens[index - 1];
    const whole = tokens[index - 2];
    if (token?.type !== "percent" || token.approx || taken.has(token)) continue;
    if (part?.type !== "number" || whole?.type !== "number" || part.unit !== whole.unit || part.unit === "") continue;
    const n = wholeOf(part);
    const d = wholeOf(whole);
    if (n === null || d === null || d === 0 || n > d) continue;
    const between = line.plain.slice(whole.unitEnd, part.start);
    const gap = line.plain.slice(part.unitEnd, token.start);
    if (between.length > 24 || gap.length > 16 || /[；;。]/u.test(between + gap)) continue;
    if (!isAbout(line, token, part, between, gap) || isPrintOf(token, n, d)) continue;
    yield hit(token, gap.replace(/^[，,、]/u, ""), n, d);
  }
}

const CHECK_SHARE_OF_TEXT = reWith("u")`^${words.checkShareOfText}?的\s*$`;
const CHECK_SHARE_OF_TEXT_2 = reWith("u")`^[^，；。]{0,12}[，,]\s*${words.checkShareOfText2}[^，；。]{0,12}$`;

/** 「改造312户，占任务数320户的97.5%」: the whole stands right before the percentage. */
function* checkShareOf(line: Line, sentence: Sentence): Generator<ProofHit<Data>> {
  const { tokens } = sentence;
  for (let index = 2; index < tokens.length; index++) {
    const [part, whole, token] = [tokens[index - 2], tokens[index - 1], tokens[index]];
    if (token?.type !== "percent" || token.approx || part?.type !== "number" || whole?.type !== "number") continue;
    if (part.unit !== whole.unit || part.unit === "") continue;
    if (!CHECK_SHARE_OF_TEXT.test(line.plain.slice(whole.unitEnd, token.start))) continue;
    if (!CHECK_SHARE_OF_TEXT_2.test(line.plain.slice(part.unitEnd, whole.start))) continue;
    const n = wholeOf(part);
    const d = wholeOf(whole);
    if (n === null || d === null || d === 0 || isPrintOf(token, n, d)) continue;
    yield hit(token, "占比", n, d);
  }
}

/** Rates of dealing with things, whose name also names their count: 开工率 of 已开工85个. */
const LONGEST_TO_RATE = 24;
const MOST_COUNTS = 8;

const CHECK_NAMED_RATES_TEXT = reWith("u")`${words.checkNamedRatesText}`;

/**
 * 「85个，已开工85个，开工率100%，完工72个，完工率84.7%」: the count that bears the rate's name, of any earlier count of its unit.
 * Where no two counts of the sentence give the percentage, it is wrong.
 */
function* checkNamedRates(line: Line, sentence: Sentence, taken: ReadonlySet<PercentToken>): Generator<ProofHit<Data>> {
  const { tokens } = sentence;
  for (let index = 2; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type !== "percent" || token.approx || taken.has(token)) continue;
    const counts = tokens
      .slice(Math.max(0, index - MOST_COUNTS), index)
      .filter((one): one is NumberToken => one.type === "number" && one.unit !== "" && wholeOf(one) !== null);
    const part = counts[counts.length - 1];
    if (!part || token.start - part.unitEnd > LONGEST_TO_RATE) continue;
    const gap = line.plain.slice(part.unitEnd, token.start);
    const rate = readRate(line, token, part.unitEnd);
    // Between the count and its rate stands nothing but the rate's own name.
    if (!rate || !/^[^，,；;。、]{0,6}[，,、（(][^，,；;。、]{2,10}$/u.test(gap)) continue;
    const root = rate.label.replace(/率$/u, "");
    if (root.length < 2 || root.length > 4 || CHANGE.test(root) || CHECK_NAMED_RATES_TEXT.test(root)) continue;
    const beside = counts.length >= 2 ? (counts[counts.length - 2]?.unitEnd ?? sentence.start) : sentence.start;
    const named = line.plain.slice(Math.max(beside, part.start - 8), part.start).includes(root.slice(-2));
    const wholes = counts.filter(
      (one) => one !== part && one.unit === part.unit && (wholeOf(one) ?? 0) >= (wholeOf(part) ?? 0),
    );
    if (!named || wholes.length === 0) continue;
    const pairs = counts.flatMap((a) => counts.map((b) => [wholeOf(a) ?? 0, wholeOf(b) ?? 0] as const));
    if (pairs.some(([a, b]) => b > 0 && isPrintOf(token, a, b))) continue;
    const sizes = new Set(wholes.map((one) => wholeOf(one)));
    const d = wholeOf(wholes[wholes.length - 1] ?? part) ?? 0;
    yield { ...hit(token, rate.label, wholeOf(part) ?? 0, d), severity: sizes.size === 1 ? "error" : "warning" };
  }
}

/** A rate of change is told between a before and an after (由31家压减至2家，压减率93.5%), not of a part and its whole. */
const CHANGE = reWith("u")`${words.change}`;

const ABOUT_GAP = reWith("u")`^[^，,]{0,10}[，,]?\s*${words.aboutGap[0]}${words.aboutGap[1]}?\s*$`;
const ABOUT_BETWEEN = reWith("u")`${words.aboutBetween}`;

function isAbout(line: Line, token: PercentToken, part: NumberToken, between: string, gap: string): boolean {
  if (ABOUT_GAP.test(gap)) return ABOUT_BETWEEN.test(between);
  const rate = readRate(line, token, part.unitEnd);
  if (!rate) return false;
  const root = rate.label.replace(/率$/u, "").slice(-2);
  return root.length === 2 && !CHANGE.test(root) && between.includes(root);
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const taken = new Set<PercentToken>();
  for (const group of context.groups) {
    for (const rate of group.rates) {
      taken.add(rate.token);
      // By 应完成 (due) a rate divides by a number the text doesn't tell; only the ledger knows it (ledger-rate).
      if (context.ledger?.tally.definition.denominator !== "due") yield* checkRate(group, rate);
    }
  }
  for (const line of context.lines) {
    if (!line.tokens.some((token) => token.type === "percent")) continue;
    for (const sentence of line.sentences) {
      const told = new Set(taken);
      for (const hit of [...checkPairs(line, sentence, taken), ...checkShareOf(line, sentence)]) {
        const token = sentence.tokens.find((one) => one.start === hit.place.start);
        if (token?.type === "percent") told.add(token);
        yield hit;
      }
      yield* checkNamedRates(line, sentence, told);
    }
  }
}

export const percentMismatch = defineProofRule<Data>({
  alias: "percent-mismatch",
  code: "P102",
  severity: "error",
  name: { zh: "百分比与数量不符", en: "percentage does not follow from its counts" },
  messages: {
    zh: ({ written, numerator, denominator, expected }) =>
      `按 ${numerator}/${denominator} 计算应为${expected}，文中写的是${written}，请核对数量或改正百分比。`,
    en: ({ written, numerator, denominator, expected }) =>
      `${numerator}/${denominator} prints as ${expected}, not ${written}; check the counts or correct the percentage.`,
  },
  find,
  page: {
    what: "完成率、办结率、到位率等与同句数量的关系。完成、完成加基本完成、再加阶段性完成，任一口径能得出所写百分比即不报；小数位数以所写为准，四舍五入。",
    why: "与打印百分比用同一个函数核对：1333/2000 是 66.7%，249/250 不会写成 100%。",
    bad: "反馈问题23个，已完成整改20个，整改完成率88%。",
    good: "反馈问题23个，已完成整改20个，整改完成率87%。",
    todo: "改正百分比，或写明所用口径。",
    en: "A percentage that is no printed rounding of its counts under any stated definition.",
  },
  ground: "通报惯用的四舍五入；GB/T 8170—2008 3.2.4 允许正数连续修约时采用。",
});
