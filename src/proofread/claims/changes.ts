/**
 * Changes told with both ends: 由80件降至60件，下降25%; 比去年的120件增加12件; 由80%提高到92%，提高12个百分点. What is said
 * of the change is reckoned from its ends.
 */
import type { Severity } from "../../rule";
import { reWith } from "../../zh/pattern";
import { charTable } from "../../zh/plain";
import { changes as words } from "../../zh/words/claim-changes";
import {
  readRate,
  type Line,
  type NumberToken,
  type PercentToken,
  type Place,
  type Sentence,
  type Token,
  exactText,
  exactValue,
} from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";

/** A change that its ends do not give. */
export interface ChangeFault {
  readonly place: Place;
  /** count: of amounts; sign: a difference of rates told in %; points: wrong points; lone: a rate's change told in %. */
  readonly how: "count" | "sign" | "points" | "lone";
  readonly from: string;
  readonly to: string;
  readonly written: string;
  readonly expected: string;
  readonly severity: Severity;
}

type Amount = NumberToken | PercentToken;

const TO = reWith("u")`${words.to}[^，。；]{0,10}$`;
const FROM = reWith("u")`${words.from}[^，。；]{0,12}$`;
const BY = reWith("u")`${[...words.up, ...words.down]}${words.links}{0,2}\s*$`;
const UP = reWith("u")`${words.up}${words.links}{0,2}\s*$`;
const THAN = reWith("u")`${words.than}`;
const THAN_BASE = reWith("u")`(?:^|[，、；（(]|[^，。；]{0,6})${["比", "较"]}[^，。；]{0,10}$`;
const PERIOD_ONLY = reWith(
  "u",
)`[，,]\s*${["比", "较"]}(${words.period})${[...words.up, ...words.down]}${words.links}{0,2}\s*$`;
const LONE = reWith(
  "u",
)`^[，,（(]?\s*${words.than}[^，。；、]{0,10}${[...words.up, ...words.down]}${words.links}{0,1}\s*$`;
const REACH = 48;
const AHEAD = 3;

export function changeFaults(line: Line): readonly ChangeFault[] {
  const faults: ChangeFault[] = [];
  for (const sentence of line.sentences) {
    if (sentence.tokens.length < 2 || !mayChange(line, sentence)) continue;
    const amounts = sentence.tokens.filter(isAmount);
    if (amounts.length < 2) continue;
    amounts.forEach((_, at) => {
      const fault =
        fromTo(line, sentence, amounts, at) ?? thanBase(line, sentence, amounts, at) ?? lone(line, amounts, at);
      if (fault) faults.push(fault);
    });
  }
  return faults;
}

/** Words of a change, which stand between two amounts, and their first characters. */
const WORDS: readonly string[] = [...words.up, ...words.down];
const SIGNS = charTable(WORDS.map((word) => word.slice(0, 1)).join(""));

function mayChange({ plain }: Line, { tokens }: Sentence): boolean {
  const end = tokens[tokens.length - 1]?.start ?? 0;
  for (let at = tokens[0]?.end ?? end; at < end; at++)
    if (SIGNS[plain.charCodeAt(at)] === 1 && WORDS.some((word) => plain.startsWith(word, at))) return true;
  return false;
}

function isAmount(token: Token): token is Amount {
  return token.type === "percent" || (token.type === "number" && token.unit !== "");
}

const endOf = (token: Amount): number => (token.type === "number" ? token.unitEnd : token.end);

function textBefore(line: Line, sentence: Sentence, amounts: readonly Amount[], at: number): string {
  const floor = at > 0 ? endOf(amounts[at - 1] as Amount) : sentence.start;
  const { start } = amounts[at] as Amount;
  return line.plain.slice(Math.max(floor, start - REACH), start);
}

/** 由A降至B，下降P: A stands at `at`. */
function fromTo(line: Line, sentence: Sentence, amounts: readonly Amount[], at: number): ChangeFault | null {
  const [from, to] = [amounts[at], amounts[at + 1]];
  if (!from || !to || from.type !== to.type || from.approx || to.approx) return null;
  if (from.type === "number" && to.type === "number" && from.unit !== to.unit) return null;
  if (!TO.test(textBefore(line, sentence, amounts, at + 1)) || !FROM.test(textBefore(line, sentence, amounts, at)))
    return null;
  for (let next = at + 2; next < Math.min(amounts.length, at + 2 + AHEAD); next++) {
    const by = amounts[next];
    const before = textBefore(line, sentence, amounts, next);
    if (!by || by.approx || TO.test(before)) return null;
    if (!BY.test(before)) continue;
    // Another 比上年, 同比 compares with something else.
    if (THAN.test(before)) return null;
    const fault = judge(line, from, to, by, UP.test(before));
    if (fault) return fault;
  }
  return null;
}

/** 今年45件，较去年36件增长25%: the earlier amount stands behind 比, 较. */
function thanBase(line: Line, sentence: Sentence, amounts: readonly Amount[], at: number): ChangeFault | null {
  const [now, second] = [amounts[at], amounts[at + 1]];
  if (!now || !second || now.type !== "number" || now.approx) return null;
  const text = textBefore(line, sentence, amounts, at + 1);
  if (
    second.type === "number" &&
    second.unit === now.unit &&
    !second.approx &&
    THAN_BASE.test(text) &&
    !BY.test(text)
  ) {
    for (let next = at + 2; next < Math.min(amounts.length, at + 2 + AHEAD); next++) {
      const by = amounts[next];
      const before = textBefore(line, sentence, amounts, next);
      if (!by || by.approx || !BY.test(before) || THAN.test(before)) return null;
      const fault = judge(line, second, now, by, UP.test(before));
      if (fault) return fault;
    }
    return null;
  }
  // 上半年200人次，下半年150人次，比上半年下降25%
  if (second.type !== "number" || second.unit !== now.unit || second.approx) return null;
  const by = amounts[at + 2];
  if (!by || by.approx) return null;
  const before = textBefore(line, sentence, amounts, at + 2);
  const period = PERIOD_ONLY.exec(before)?.[1];
  if (period === undefined || !textBefore(line, sentence, amounts, at).includes(period)) return null;
  return judge(line, now, second, by, UP.test(before));
}

function valueOf(token: Amount): bigint {
  return token.type === "number"
    ? exactValue(token)
    : BigInt(token.mantissa) * 10n ** BigInt(8 - Math.min(8, token.decimals));
}

function judge(line: Line, from: Amount, to: Amount, by: Amount, up: boolean): ChangeFault | null {
  const [a, b, c] = [valueOf(from), valueOf(to), valueOf(by)];
  const difference = b > a ? b - a : a - b;
  const text = (token: Amount): string => line.text.slice(token.start, endOf(token));
  const fault = (how: ChangeFault["how"], expected: string, severity: Severity): ChangeFault => ({
    place: { line: line.index, start: by.start, end: endOf(by) },
    how,
    from: text(from),
    to: text(to),
    written: text(by),
    expected,
    severity,
  });
  if (by.type === "number") {
    const points = by.unit.endsWith("百分点");
    if (from.type === "percent" ? !points : points || by.unit !== from.unit) return null;
    if (c === difference || isRounded(difference, by))
      return up === b > a || a === b
        ? null
        : fault(points ? "points" : "count", `${exactText(difference)}${by.unit}`, "warning");
    return fault(points ? "points" : "count", `${exactText(difference)}${by.unit}`, "error");
  }
  if (from.type === "percent") {
    if (c === difference)
      return isShareOf(by, difference, a) ? null : fault("sign", by.text.replace("%", "个百分点"), "warning");
    if (isShareOf(by, difference, a) || isCutOf(by, difference, a)) return null;
    return fault("points", `${exactText(difference)}个百分点`, "warning");
  }
  if (a === 0n || isShareOf(by, difference, a)) return null;
  return fault("count", shareText(difference, a, by.decimals), isCutOf(by, difference, a) ? "warning" : "error");
}

/** Told with fewer decimals than its ends, it is rounded. */
function isRounded(value: bigint, by: NumberToken): boolean {
  const place = 10n ** BigInt(Math.max(0, 8 - by.decimals)) * BigInt(by.scale);
  return value % place !== 0n && ((value + place / 2n) / place) * place === exactValue(by);
}

/** 整改率90%，较上季度提高6%: the change of a rate is told in points. */
function lone(line: Line, amounts: readonly Amount[], at: number): ChangeFault | null {
  const [rate, by] = [amounts[at], amounts[at + 1]];
  if (rate?.type !== "percent" || by?.type !== "percent" || by.approx) return null;
  if (!LONE.test(line.plain.slice(rate.end, by.start))) return null;
  // 完成率105%，同比增长120%: no difference of rates is larger than the rate.
  if (
    UP.test(line.plain.slice(rate.end, by.start)) &&
    by.mantissa * 10 ** rate.decimals > rate.mantissa * 10 ** by.decimals
  )
    return null;
  const named = readRate(line, rate, Math.max(0, rate.start - REACH));
  if (!named?.label.endsWith("率")) return null;
  return {
    place: { line: line.index, start: by.start, end: by.end },
    how: "lone",
    from: named.label,
    to: rate.text,
    written: by.text,
    expected: by.text.replace("%", "个百分点"),
    severity: "warning",
  };
}
