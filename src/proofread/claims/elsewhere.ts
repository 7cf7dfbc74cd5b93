/** What explains a figure from farther off than its clause: a whole some lines above, or one that its neighbours share and nobody tells. */
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import { exactText, type ClaimNode, type Paragraph, type PercentToken } from "../../reading";
import { isCutOf, isShareOf } from "../percents";
import type { RateFault } from "./rates";
import { isSlip, isSlipBetween } from "./slips";
import type { SumFault } from "./sum-fault";

/** Lines back to a whole. */
const LINES_BACK = 6;

/** How a fault is told once all that stands around it is known: as it is, as a warning, or not at all. */
type Elsewhere = "kept" | "doubtful" | "explained";

/**
 * What the lines around say of a share that its own counts do not give: doubtful where it is that of its numerator in a count told
 * before, explained where all shares beside it are of one base that nobody tells.
 * @example 新受理151件。⏎审结135件，其中纠错29件，纠错率19.2% // "doubtful": 29 of 151
 */
export function shareElsewhere(paragraphs: readonly Paragraph[], at: number, fault: RateFault): Elsewhere {
  const paragraph = paragraphs[at];
  const token = paragraph?.line.tokens.find(
    (one): one is PercentToken => one.type === "percent" && one.start === fault.place.start,
  );
  const part = paragraph?.nodes
    .filter(({ count }) => count.end <= fault.place.start && exactText(count.value) === fault.numerator)
    .pop();
  if (!paragraph || !token || !part) return "kept";
  if (isOfUntold(paragraph, part, token, fault.denominator)) return "explained";
  const isElsewhere =
    fault.severity === "error" && countsBefore(paragraphs, at).some((one) => isWholeOf(one, part, token));
  return token.decimals > 0 && isElsewhere ? "doubtful" : "kept";
}

const isWholeOf = ({ count: whole }: ClaimNode, { count }: ClaimNode, token: PercentToken): boolean =>
  whole.unit === count.unit && whole.value > count.value && isShareOf(token, count.value, whole.value);

/** Whether parts make up what their whole is itself of: 316个项目开工291个，开工率92%。其中，146个续建，170个新建. */
export function isSumOfUpper(paragraphs: readonly Paragraph[], fault: SumFault): boolean {
  const { how, sum, whole, parts, place } = fault;
  const at = paragraphs.findIndex(({ line }) => line.index === place.line);
  if (how !== "sum" || parts.length < 2 || at < 0) return false;
  if (isFilled(paragraphs[at]?.nodes ?? [], fault)) return true;
  const counts = countsBefore(paragraphs, at);
  return counts.some(({ count }, index) => {
    const upper = counts[index - 1]?.count;
    return (
      exactText(count.value) === whole &&
      upper?.sentence === count.sentence &&
      upper.line === count.line &&
      upper.unit === count.unit &&
      exactText(upper.value) === sum &&
      !parts.includes(sum)
    );
  });
}

/** 学校260所，其中小学171所，…，特教学校4所，教学点16个: what is missing stands right behind, by another measure word. */
function isFilled(nodes: readonly ClaimNode[], { place, difference, sum, whole }: SumFault): boolean {
  const last = nodes.filter(({ count }) => count.end <= place.end).pop()?.count;
  const next = nodes.find(({ count }) => count.start >= place.end)?.count;
  return (
    Number(sum) < Number(whole) &&
    last?.sentence === next?.sentence &&
    last?.unit !== next?.unit &&
    next !== undefined &&
    Number(difference) >= NO_CHANCE &&
    exactText(next.value) === difference
  );
}

/** Fewer may stand there by chance. */
const NO_CHANCE = 10;

function countsBefore(paragraphs: readonly Paragraph[], at: number): readonly ClaimNode[] {
  const last = paragraphs[at]?.line.index ?? 0;
  return paragraphs
    .slice(Math.max(0, at - LINES_BACK), at + 1)
    .flatMap(({ line, nodes }) => (line.index >= last - LINES_BACK ? nodes : []));
}

/** 20165件，占88.07%；1155件，占5.04%: the shares beside it divide by one base, which is no slip of the whole that was held against it. */
function isOfUntold({ line, nodes }: Paragraph, part: ClaimNode, token: PercentToken, told: string): boolean {
  const shares = line.tokens.flatMap((one) => {
    if (one.type !== "percent" || one.approx) return [];
    const node = nodes.filter(({ count }) => count.end <= one.start).pop();
    const isOwn = node?.count.unit === part.count.unit && SHARE.test(line.plain.slice(node.count.end, one.start));
    return isOwn ? [{ node, token: one }] : [];
  });
  const others = shares.filter((one) => one.token !== token);
  const own = shares.find((one) => one.token === token);
  if (!own || own.node !== part || others.length === 0) return false;
  const sum = shares.reduce((all, { node }) => all + node.count.value, 0n);
  const all = exactText(sum);
  if (all !== told && !isSlip(all, told) && shares.every((one) => prints(one.token, one.node.count.value, sum)))
    return true;
  if (shares.some((one) => String(one.token.mantissa).length < FIGURES)) return false;
  const bases = shares.map((one) => baseOf(one.node, one.token));
  const [from, to] = [Math.max(...bases.map(([least]) => least)), Math.min(...bases.map(([, most]) => most))];
  return Math.ceil(from) <= to && !isSlipBetween(told, from, to);
}

const prints = (token: PercentToken, part: bigint, whole: bigint): boolean =>
  isShareOf(token, part, whole) || isCutOf(token, part, whole);

const SHARE = reWith("u")`^[，,]?占${words.shareBehind}?[^，。；、\d]{0,8}$|^[（(]$`;
/** A share of three figures fits few bases. */
const FIGURES = 3;

function baseOf({ count }: ClaimNode, { mantissa, decimals }: PercentToken): readonly [number, number] {
  const scale = Number(exactText(count.value)) * 100 * 10 ** decimals;
  return [scale / (mantissa + HALF), scale / (mantissa - HALF)];
}

/** Of the last place. */
const HALF = 0.5;
