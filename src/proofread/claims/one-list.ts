/** Whether counts side by side are one list, by how they stand and are named. */
import { STOPS } from "../../zh/clause";
import { valueSum, type Breakdown, type ClaimNode } from "../../reading";

/** Short names are no longer. */
const LONGEST_NAME = 4;

/** 84个，已完成61个，整改中17个，申请延期4个，提请核销2个: what stands right behind the whole, one by one, is all of it. */
export function isListFrom(near: readonly ClaimNode[], whole: ClaimNode, { parts }: Breakdown): boolean {
  const from = near.indexOf(whole);
  if (from < 0) return false;
  let left = whole.count.value;
  for (let at = from + 1; at < near.length && left > 0n; at++) {
    const node = near[at];
    if (!node || node.count.sentence !== whole.count.sentence || node.count.bracket !== whole.count.bracket)
      return false;
    left -= node.count.value;
    if (left === 0n) return parts.every((part) => near.indexOf(part) <= at);
  }
  return false;
}

/** All parts stand between 、, none is set off from the others. */
export function isOneList({ parts, complete }: Breakdown): boolean {
  return complete || parts.slice(1).every(({ count }) => count.stop === STOPS.piece);
}

/** Short names of one length, none of them a state. */
export function areNamesAlike(parts: readonly ClaimNode[]): boolean {
  const names = parts.map(({ count }) => count.before.replace(/^其中/u, ""));
  const [first = ""] = names;
  return (
    first.length > 1 &&
    first.length <= LONGEST_NAME &&
    parts.every(({ count }) => count.state === null && count.sides.size === 0) &&
    names.every((name) => name.length === first.length)
  );
}

/**
 * Four or more between 、 that miss their whole by a few hundredths: what things may share would miss it by more.
 * @example 156名，社区戒毒24名、社区康复41名、强制隔离戒毒18名、戒断三年以上78名
 */
export function isCloseList({ parts, how, partial }: Breakdown, { count: { value } }: ClaimNode): boolean {
  if (how !== "among" || partial || parts.length < LONG) return false;
  if (!parts.slice(1).every(({ count }) => count.stop === STOPS.piece)) return false;
  const sum = valueSum(parts);
  return (sum > value ? sum - value : value - sum) * 100n <= value * CLOSE;
}

const LONG = 4;
const CLOSE = 5n;
