/** Ids of findings: stable under sorting, new when the text changes. */

interface IdParts {
  readonly rule: string;
  readonly kind: string;
  /** Item number as written, "" without one. */
  readonly item: string;
  /** Position of the measure within its item, from 0. */
  readonly ordinal: number;
  /** Hash of the original text. */
  readonly hash: string;
  /** What tells its item from others of the same number; "" where the number does. */
  readonly twin: string;
}

/**
 * The id before collisions are told apart. Colons in an item number are escaped, so parts cannot run together.
 * @example baseId({ rule: "overdue", kind: "problem", item: "9", ordinal: 0, hash: "0k3j", twin: "" })
 * // "overdue:problem:9:0:0k3j"
 */
export function baseId(parts: IdParts): string {
  const item = parts.item.includes(":") || parts.item.includes("%") ? escapeItem(parts.item) : parts.item;
  const id = `${parts.rule}:${parts.kind}:${item}:${parts.ordinal}:${parts.hash}`;
  return parts.twin === "" ? id : `${id}:${parts.twin}`;
}

function escapeItem(item: string): string {
  return item.split("%").join("%25").split(":").join("%3A");
}

/**
 * The id of the nth (from 1) finding that has this base id, in the order of the report.
 * @example rankedId("a:b:c", 2) // "a:b:c~2"
 */
export function rankedId(base: string, rank: number): string {
  return rank === 1 ? base : `${base}~${rank}`;
}
