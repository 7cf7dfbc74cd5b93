/**
 * A share of several told by their number: 违规吃喝24起、违规收礼20起、公车私用12起，三类问题占总数的70%; 前两类占55%. The numerator is the sum of so
 * many of the list before it, the base its whole.
 */
import { reWith } from "../../zh/pattern";
import { parseCount } from "../../zh/numerals";
import { namedShares as words } from "../../zh/words/claim-rates";
import { exactText, valueSum, type Breakdown, type ClaimNode, type Paragraph } from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import type { RateFault } from "./rates";

const TOGETHER = reWith(
  "u",
)`[，,；。](${words.firstOf})?${words.theseKinds}?([二两三四五六])${words.kinds}[^，,。；;：:、\d]{0,8}?占([^，,。；;：:、\d]{0,8})$`;
const REACH = 32;

/** Faults of one paragraph: shares of as many parts of a list as are told. */
export function togetherShareFaults({ line, breakdowns }: Paragraph): readonly RateFault[] {
  if (!line.plain.includes("占")) return [];
  const faults: RateFault[] = [];
  for (const token of line.tokens) {
    if (token.type !== "percent" || token.approx) continue;
    const found = TOGETHER.exec(line.plain.slice(Math.max(0, token.start - REACH), token.start));
    const number = found?.[2] === "两" ? 2 : (parseCount(found?.[2] ?? "") ?? 0);
    const list = number > 1 ? listBefore(breakdowns, token.start) : null;
    if (!list || list.parts.length < number || list.inexact) continue;
    if (found?.[1] === undefined && list.parts.length !== number) continue;
    const sum = valueSum(list.parts.slice(0, number));
    const [whole] = list.wholes;
    const mayBe = ({ count: { value } }: ClaimNode): boolean =>
      value >= sum && (isShareOf(token, sum, value) || isCutOf(token, sum, value));
    if (!whole || whole.count.value < sum || list.wholes.some(mayBe) || !isNamed(whole, found?.[3] ?? "")) continue;
    faults.push({
      place: { line: line.index, start: token.start, end: token.end },
      label: "占比",
      written: token.text,
      numerator: exactText(sum),
      denominator: exactText(whole.count.value),
      expected: shareText(sum, whole.count.value, token.decimals),
      reading: "",
      severity: "warning",
      ofDone: false,
    });
  }
  return faults;
}

/** 占立案数的: of nothing else than the whole is called. */
function isNamed({ count: { before, after } }: ClaimNode, told: string): boolean {
  const name = told.replace(ALL_OF_IT, "");
  return name === "" || before.includes(name) || after.includes(name);
}

const ALL_OF_IT = reWith("gu")`^${words.linkedBy}+|${words.allOfIt}|的$`;

/** The list with a whole whose last part stands right before the share, in its sentence or the one before. */
function listBefore(breakdowns: readonly Breakdown[], at: number): Breakdown | null {
  const before = breakdowns.filter(
    ({ wholes, parts }) => wholes.length > 0 && parts.length > 1 && (parts[parts.length - 1]?.count.end ?? at) < at,
  );
  const list = before[before.length - 1] ?? null;
  const end = list?.parts[list.parts.length - 1]?.count.end ?? 0;
  return at - end <= REACH ? list : null;
}
