/** The outline of a notice: its headings, with how many items and open places stand below each. */
import { textOfSpans, type BlockRole, type Missing, type NoticeBlock, type OutlineEntry } from "./types";

type Level = OutlineEntry["level"];
const LEVELS: Readonly<Partial<Record<BlockRole, Level>>> = { part: 1, section: 2, parent: 3, problem: 4 };
/** Longer headings are cut for lists. */
const LONGEST = 60;

function shortText(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export function outlineOf(blocks: readonly NoticeBlock[], missing: readonly Missing[]): readonly OutlineEntry[] {
  const entries: { level: Level; text: string; block: number; items: number; missing: number }[] = [];
  const open: (typeof entries)[number][] = [];
  let next = 0;
  blocks.forEach((block, index) => {
    const level = LEVELS[block.role];
    // What closes the notice belongs to no heading above it.
    if (block.part === "closing") open.length = 0;
    if (level !== undefined) {
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
