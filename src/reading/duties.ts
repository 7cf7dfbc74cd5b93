/** Lines that say who answers for an item until when (责任单位：…；整改时限：…。): no answer, and alike by nature. */
import type { LabelName, ReadNotice } from "./types";

const DUTIES: ReadonlySet<LabelName> = new Set(["unit", "person", "leader", "deadline"]);

const KNOWN = new WeakMap<ReadNotice["labels"], ReadonlySet<number>>();

/**
 * Indexes of the lines that begin with such a label and hold no other.
 * @example dutyLines(document).has(12) // true
 */
export function dutyLines({ labels }: ReadNotice): ReadonlySet<number> {
  const known = KNOWN.get(labels);
  if (known) return known;
  const lines = new Set<number>();
  const others = new Set<number>();
  for (const { line, name } of labels) (DUTIES.has(name) ? lines : others).add(line);
  for (const line of others) lines.delete(line);
  KNOWN.set(labels, lines);
  return lines;
}
