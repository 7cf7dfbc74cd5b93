/**
 * Shares whose two counts are told by name elsewhere in the paragraph: 民宿60家…差等9家。差等民宿占受访民宿的15%; 第一种形态33人次…。第一种形态
 * 占71.7%. Held against what is named only where no two counts of the paragraph give the percentage.
 */
import { reWith } from "../../zh/pattern";
import { namedShares as words } from "../../zh/words/claim-rates";
import { exactText, valueSum, type ClaimNode, type Paragraph, type PercentToken } from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import type { Pair } from "./pairs";
import type { RateFault } from "./rates";

const SHARE = reWith(
  "u",
)`(?:^|[，,。；;：:、])([^，,。；;：:、\d%]{2,12})占(?:${words.links}|${words.all}|[^，,。；;：:、\d%]{0,4}?([\u4e00-\u9fff]{2})的)?$`;
const REACH = 40;
/** A slip is no farther off than this many points. */
const MOST_POINTS = 15;
const LEAST_NAME = 2;

/** Faults of one paragraph; each is worth a look, none is certain. */
export function namedShareFaults({ line, nodes }: Paragraph): readonly RateFault[] {
  if (nodes.length < 2 || !line.plain.includes("占")) return [];
  const faults: RateFault[] = [];
  for (const token of line.tokens) {
    if (token.type !== "percent" || token.approx) continue;
    const found = SHARE.exec(line.plain.slice(Math.max(0, token.start - REACH), token.start));
    const before = found ? nodes.filter(({ count }) => count.exact && count.end <= token.start) : [];
    const pair = found ? pairOf(before, token, found[1] ?? "", found[2]) : null;
    if (!pair || gives(token, pair) || givenByAny(token, before)) continue;
    const share = (Number(pair.part) / Number(pair.whole)) * 100;
    if (Math.abs(share - token.mantissa / 10 ** token.decimals) > MOST_POINTS) continue;
    faults.push({
      place: { line: line.index, start: token.start, end: token.end },
      label: "占比",
      written: token.text,
      numerator: exactText(pair.part),
      denominator: exactText(pair.whole),
      expected: shareText(pair.part, pair.whole, token.decimals),
      reading: "",
      severity: "warning",
      ofDone: false,
    });
  }
  return faults;
}

/** The count of the name, and what it is a share of: what is named behind 占, else its whole or those told beside it. */
function pairOf(
  before: readonly ClaimNode[],
  token: PercentToken,
  name: string,
  noun: string | undefined,
): Pair | null {
  const named = before.filter(({ count }) => isNamed(count.before, name, noun));
  const [own] = named.slice(-1);
  if (!own) return null;
  const { unit, value, sentence } = own.count;
  const alike = before.filter((node) => node !== own && node.count.unit === unit);
  if (noun !== undefined) {
    const [whole] = alike.filter(({ count }) => count.before.endsWith(noun) && count.value > value).slice(-1);
    return whole ? { part: value, whole: whole.count.value } : null;
  }
  const whole = own.part?.wholes[0];
  if (whole && whole.count.value > value) return { part: value, whole: whole.count.value };
  const tail = own.count.before.slice(-LEAST_NAME);
  const beside = alike.filter(({ count }) => count.sentence === sentence && count.before.endsWith(tail));
  if (beside.length === 0) return null;
  // 党员干部30人，普通干部20人，群众11人: it may be of all of them, whatever they are called.
  const ofAll = [alike.filter(({ count }) => count.sentence === sentence), alike].map((all) => value + valueSum(all));
  if (ofAll.some((whole) => gives(token, { part: value, whole }))) return null;
  return { part: value, whole: value + valueSum(beside) };
}

/** 差等民宿 is 差等 of 民宿; 网络投诉 is told by its very name. */
function isNamed(told: string, name: string, noun: string | undefined): boolean {
  if (told.length < LEAST_NAME) return false;
  if (told.endsWith(name)) return true;
  return (
    noun !== undefined &&
    name.endsWith(noun) &&
    told.endsWith(name.slice(0, -noun.length)) &&
    name.length > noun.length + 1
  );
}

const gives = (token: PercentToken, { part, whole }: Pair): boolean =>
  whole >= part && (isShareOf(token, part, whole) || isCutOf(token, part, whole));

function givenByAny(token: PercentToken, nodes: readonly ClaimNode[]): boolean {
  return nodes.some(({ count: { value: part } }) =>
    nodes.some(({ count: { value: whole } }) => gives(token, { part, whole })),
  );
}
