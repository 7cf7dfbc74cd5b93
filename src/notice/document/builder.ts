/** Collects blocks with what is open in them. */
import type { RowRef } from "../../tally";
import type { FactName } from "./facts";
import type { BlockRole, Missing, NoticeBlock, NoticeSpan, OutlineEntry, PartName } from "./types";

/** What an open place lacks: a field of the form, or a cell. */
export interface Filler {
  readonly fact?: FactName;
  readonly ref?: RowRef | null;
}

export interface Builder {
  readonly blocks: NoticeBlock[];
  readonly missing: Missing[];
  readonly outline: OutlineEntry[];
  /** Adds a block; `places` tells who fills its open spans, by their names. */
  add(
    role: BlockRole,
    part: PartName,
    spans: readonly NoticeSpan[],
    item?: string | null,
    places?: ReadonlyMap<string, Filler>,
  ): number;
  /** Adds a row of a table. */
  row(part: PartName, cells: readonly (readonly NoticeSpan[])[]): void;
}

const NO_PLACES: ReadonlyMap<string, Filler> = new Map();

export function createBuilder(): Builder {
  const blocks: NoticeBlock[] = [];
  const missing: Missing[] = [];
  return {
    blocks,
    missing,
    outline: [],
    add: (role, part, spans, item = null, places = NO_PLACES) => {
      const block = blocks.length;
      blocks.push({ role, part, spans, item });
      for (const span of spans) {
        if (span.type !== "unset") continue;
        const place = places.get(span.name);
        missing.push({ name: span.name, part, block, fact: place?.fact ?? null, ref: place?.ref ?? null, item });
      }
      return block;
    },
    row: (part, cells) => {
      const spans = cells.flatMap((cell, index) =>
        index === 0 ? cell : [{ type: "text", text: "\t" } as const, ...cell],
      );
      blocks.push({ role: "row", part, spans, item: null, cells });
    },
  };
}
