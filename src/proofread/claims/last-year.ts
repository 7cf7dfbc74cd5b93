/**
 * A change against the year before whose number stands sentences away: 受理52件，同比增长30%。…。去年同期受理40件. Both are told by one
 * verb.
 */
import { reWith } from "../../zh/pattern";
import { changes as words } from "../../zh/words/claim-changes";
import { exactText, exactValue, type Line, type NumberToken, type PercentToken } from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import type { ChangeFault } from "./changes";

const GREW = reWith("u")`^[，,（(]${words.thanLastYear}(${words.up})${words.links}?$`;
const FELL = reWith("u")`^[，,（(]${words.thanLastYear}(${words.down})${words.links}?$`;
const THEN = reWith("u")`(?:^|[，。；,;])(?:${words.lastYear})[^，。；、\d]{0,6}?([\u4e00-\u9fff]{2})$`;
const REACH = 24;

/** Faults of a line; its two numbers stand in different sentences, so each is worth a look only. */
export function lastYearFaults(line: Line): readonly ChangeFault[] {
  const numbers = line.tokens.filter((token): token is NumberToken => token.type === "number" && !token.approx);
  const then = numbers.flatMap((token) => {
    const verb = THEN.exec(line.plain.slice(Math.max(0, token.start - REACH), token.start))?.[1];
    return verb === undefined ? [] : [{ token, verb }];
  });
  if (then.length === 0) return [];
  return line.tokens.flatMap((by) => {
    if (by.type !== "percent" || by.approx) return [];
    const to = numbers.filter(({ unitEnd }) => unitEnd <= by.start).pop();
    const between = to ? line.plain.slice(to.unitEnd, by.start) : "";
    const up = GREW.test(between);
    if (!to || (!up && !FELL.test(between))) return [];
    const named = line.plain.slice(Math.max(0, to.start - REACH), to.start);
    const alike = then.filter(({ token, verb }) => token.unit === to.unit && lastClause(named).includes(verb));
    const [from] = alike.map(({ token }) => token);
    if (!from || alike.length > 1 || line.sentences.some(({ tokens }) => tokens.includes(from) && tokens.includes(by)))
      return [];
    return fits(by, from, to) ? [] : [faultOf(line, from, to, by)];
  });
}

const lastClause = (text: string): string =>
  text.slice(Math.max(..."，。；".split("").map((stop) => text.lastIndexOf(stop))) + 1);

function fits(by: PercentToken, from: NumberToken, to: NumberToken): boolean {
  const [a, b] = [exactValue(from), exactValue(to)];
  const difference = a > b ? a - b : b - a;
  return a === 0n || isShareOf(by, difference, a) || isCutOf(by, difference, a);
}

function faultOf(line: Line, from: NumberToken, to: NumberToken, by: PercentToken): ChangeFault {
  const [a, b] = [exactValue(from), exactValue(to)];
  return {
    place: { line: line.index, start: by.start, end: by.end },
    how: "count",
    from: `${exactText(a)}${from.unit}`,
    to: `${exactText(b)}${to.unit}`,
    written: by.text,
    expected: shareText(a > b ? a - b : b - a, a, by.decimals),
    severity: "warning",
  };
}
