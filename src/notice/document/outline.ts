/** The outline of a notice: its headings, with how many items and open places stand below each. */
import { textOfSpans, type BlockRole, type Missing, type NoticeBlock, type OutlineEntry } from "./types";

type Level = OutlineEntry["level"];
/** How far down a heading may stand; where one above it is absent it moves up: no level is skipped. */
const RANKS: Readonly<Partial<Record<BlockRole, number>>> = { part: 1, section: 2, parent: 3, problem: 4 };

/**
 * The level of each block's heading, null for text: 1. below 一、 is on the second level.
 * @example headingLevels(document.blocks).filter((level) => level !== null) // [1, 2, 2, 1]
 */
export function headingLevels(blocks: readonly NoticeBlock[]): readonly (Level | null)[] {
  const open: number[] = [];
  return blocks.map(({ role }) => {
    const rank = RANKS[role];
    if (rank === undefined) return null;
    while ((open[open.length - 1] ?? 0) >= rank) open.pop();
    open.push(rank);
    return open.length as Level;
  });
}

/** Longer headings are cut for lists. */
const LONGEST = 60;

function shortText(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export function outlineOf(blocks: readonly NoticeBlock[], missing: readonly Missing[]): readonly OutlineEntry[] {
  const entries: { level: Level; text: string; block: number; items: number; missing: number }[] = [];
  const open: (typeof entries)[number][] = [];
  const levels = headingLevels(blocks);
  let next = 0;
  blocks.forEach((block, index) => {
    const level = levels[index] ?? null;
    // What closes the notice belongs to no heading above it.
    if (block.part === "closing") open.length = 0;
    if (level !== null) {
      while ((open[open.length - 1]?.level ?? 0) >= level) open.pop();
      const entry = { level, text: shortText(textOfSpans(block.spans)), block: index, items: 0, missing: 0 };
      entries.push(entry);
      open.push(entry);
      if (block.item !== null) for (const one of open) one.items++;
    }
    for (; missing[next]?.block === index; next++) for (const one of open) one.missing++;
  });
  return entries;
}
