/**
 * Wholes that each tell what came of them, by one verb, and what is told of all of them behind: 甲25项已办结24项，乙40项已办结34项，
 * 两级共办结58项，办结率89.2%. The verb need not be known: all bear it.
 */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { rates as words } from "../../zh/words/claim-rates";
import {
  exactText,
  readRate,
  valueSum,
  type ClaimNode,
  type Line,
  type Paragraph,
  type PercentToken,
} from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import type { PlainFault } from "./plain";
import type { RateFault } from "./rates";

/** A whole, and what came of it told right behind. */
interface Told {
  readonly whole: ClaimNode;
  readonly part: ClaimNode;
}

/** Pairs side by side, all by one verb. */
interface Row {
  readonly pairs: readonly Told[];
  readonly verb: string;
  /** Index of the first node behind the last pair. */
  readonly next: number;
}

const VERB = 2;

/** Totals of what came of all that the parts do not make up. */
export function pairTotalFaults(paragraph: Paragraph): readonly PlainFault[] {
  return rowsOf(paragraph).flatMap(({ pairs, verb, next }) => {
    const total = paragraph.nodes[next];
    const last = pairs[pairs.length - 1]!.part.count;
    if (!total || !isNext(last, total) || !total.count.before.endsWith(verb) || !TOGETHER.test(total.count.before))
      return [];
    // 丙局的问题均已办结，全县共完成9个: what stands between may be told of in words.
    if ((paragraph.line.plain.slice(last.end, total.count.start).match(/[，；。]/gu)?.length ?? 0) > 1) return [];
    const members = pairs.map(({ part }) => part);
    const [sum, all] = [valueSum(members), valueSum(pairs.map(({ whole }) => whole))];
    const { value } = total.count;
    if (sum === value || value > all || members.some(({ count }) => count.value > value)) return [];
    return [{ whole: total, members }];
  });
}

function isNext({ line, sentence, unit }: ClaimNode["count"], { count }: ClaimNode): boolean {
  return (
    count.exact && count.line === line && count.sentence - sentence <= 1 && count.unit === unit && count.bracket < 0
  );
}

/** Rates of all of them that neither what came of all nor what is told of it gives. */
export function pairRateFaults(paragraph: Paragraph): readonly RateFault[] {
  const { line, nodes } = paragraph;
  return rowsOf(paragraph).flatMap(({ pairs, verb, next }) => {
    const token = rateBehind(line, pairs[pairs.length - 1]!.part, nodes[next]);
    const label = token ? (readRate(line, token, pairs[pairs.length - 1]!.part.count.end)?.label ?? "") : "";
    if (!token || !TOGETHER.test(label) || !label.includes(verb)) return [];
    const [part, whole] = [valueSum(pairs.map((one) => one.part)), valueSum(pairs.map((one) => one.whole))];
    const fits = [[part, whole], ...pairs.map((one) => [one.part.count.value, one.whole.count.value])].some(
      ([a = 0n, b = 0n]) => isShareOf(token, a, b) || isCutOf(token, a, b),
    );
    if (fits) return [];
    return [
      {
        place: { line: line.index, start: token.start, end: token.end },
        label,
        written: token.text,
        numerator: exactText(part),
        denominator: exactText(whole),
        expected: shareText(part, whole, token.decimals),
        reading: "" as const,
        severity: "warning" as const,
        ofDone: false,
      },
    ];
  });
}

/** The first percentage behind the pairs, with no count between. */
function rateBehind(line: Line, { count }: ClaimNode, next: ClaimNode | undefined): PercentToken | null {
  const until = next?.count.start ?? line.plain.length;
  const found = line.tokens.find((token) => token.start >= count.end && token.start < until && token.type !== "date");
  return found?.type === "percent" && !found.approx && found.start - count.end <= REACH ? found : null;
}

const REACH = 24;
/** 两批合计, 两级, 全县, 总体 */
const TOGETHER = reWith("u")`${[...leads.strong, ...leads.weak]}|${words.ofSeveral}`;

function rowsOf({ nodes }: Paragraph): readonly Row[] {
  if (nodes.length < 4) return NONE;
  const rows: Row[] = [];
  let pairs: Told[] = [];
  let verb = "";
  const close = (next: number): void => {
    if (pairs.length > 1) rows.push({ pairs, verb, next });
    pairs = [];
  };
  let at = 0;
  for (; at + 1 < nodes.length;) {
    const [whole, part] = [nodes[at]!, nodes[at + 1]!];
    const own = verbOf(part);
    const before = pairs[pairs.length - 1]?.part.count;
    if (!isPair(whole, part) || TOGETHER.test(whole.count.before) || own === "") {
      close(at);
      at++;
      continue;
    }
    if (before && (own !== verb || before.unit !== whole.count.unit || whole.count.sentence - before.sentence > 1))
      close(at);
    pairs.push({ whole, part });
    verb = own;
    at += 2;
  }
  close(at);
  return rows;
}

const NONE: readonly Row[] = [];

function isPair({ count: whole, breakdowns }: ClaimNode, { count: part }: ClaimNode): boolean {
  if (!whole.exact || !part.exact || whole.unit !== part.unit || whole.sentence !== part.sentence) return false;
  if (whole.bracket >= 0 || part.bracket >= 0 || part.value > whole.value || whole.state !== null) return false;
  if (part.stop < STOPS.comma || part.stop === STOPS.piece || part.due) return false;
  return breakdowns.length < 2 && (part.lead === "none" || part.lead === "among");
}

/** The last two characters of the words that tell what came of it: 已办结, 其中通过. */
function verbOf({ count: { before } }: ClaimNode): string {
  const words = before.replace(AHEAD, "");
  return words.length >= VERB && words.length <= LONGEST_VERB ? words.slice(-VERB) : "";
}

const LONGEST_VERB = 4;
const AHEAD = reWith("u")`^${words.beforeVerbs}?[已实]?`;
