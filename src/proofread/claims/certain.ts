/** When a sum that does not hold is certain: nothing else that is told beside it could be its whole, or one of its parts. */
import { nodesAround, startingIn, type ClaimNode, type Paragraph } from "../../reading";

/** A whole and its parts have no more counts around them. */
const NEAREST = 40;

/**
 * Whether a careful reader can take the parts for those of no other whole: all parts stand in one sentence, the whole in the
 * same or the one beside it, and between them no count of the unit that could hold them, unless it is told of one of them.
 * @example 审计查出问题48个。整改问题12个，已整改9个。其中，甲局16个 // not certain of 12: 48 and 9 are told too
 */
export function isCertain(whole: ClaimNode, parts: readonly ClaimNode[], paragraph: Paragraph): boolean {
  const [first] = parts;
  if (!first || parts.some(({ count }) => count.sentence !== first.count.sentence)) return false;
  if (whole.count.line === first.count.line && Math.abs(first.count.sentence - whole.count.sentence) > 1) return false;
  if (parts.length === 1 && hasUnread(whole, first, paragraph)) return false;
  const own = new Set(parts);
  const starts = [whole, ...parts]
    .filter(({ count }) => count.line === first.count.line)
    .map(({ count }) => count.start);
  const [from, to] = [Math.min(...starts), Math.max(...starts)];
  const largest = parts.reduce((most, { count }) => (count.value > most ? count.value : most), 0n);
  return nodesAround(paragraph, first.count.start, NEAREST, NEAREST)
    .filter(({ count }) => count.start > from && count.start < to && count.unit === first.count.unit)
    .every(
      (node) =>
        node.count.value < largest || node === whole || own.has(node) || node.count.bracket >= 0 || isToldOf(node, own),
    );
}

/**
 * 7项中，2项已办结；4项正在办理；2项超期: behind parts that fall short something of the unit is told besides, which may be the
 * rest, or be counted among them.
 */
export function isToldOnBehind(parts: readonly ClaimNode[], paragraph: Paragraph): boolean {
  const last = parts[parts.length - 1];
  // What a bracket holds ends with it.
  if (!last || last.count.bracket >= 0) return false;
  const own = new Set(parts);
  return nodesAround(paragraph, last.count.start, 0, NEAREST).some(
    (node) =>
      node.count.start > last.count.start &&
      node.count.sentence === last.count.sentence &&
      node.count.unit === last.count.unit &&
      node.count.bracket < 0 &&
      // Behind a semicolon it is told of none of them.
      (!isToldOf(node, own) || paragraph.line.plain.slice(last.count.end, node.count.start).includes("；")),
  );
}

/** A figure of the unit in the sentence that is no claim (比去年的12个, 由甲牵头的12项): what it does there nobody knows. */
function hasUnread({ count: whole }: ClaimNode, { count: first }: ClaimNode, { line, nodes }: Paragraph): boolean {
  const { start } = line.sentences[first.sentence] ?? first;
  const numbers = startingIn(line.tokens, start, first.start).filter(
    (token) => token.type === "number" && token.unit === whole.token.unit,
  );
  return numbers.some((token) => !nodes.some(({ count }) => count.start === token.start));
}

/** 已完成20个，其中立行立改15个: told of one of them alone, and no more than it holds. */
function isToldOf({ count, part }: ClaimNode, own: ReadonlySet<ClaimNode>): boolean {
  return part?.wholes.some((above) => own.has(above) && above.count.value >= count.value) === true;
}
