/** Rows of tables among the blocks of a notice. */
import type { NoticeBlock } from "./types";

/** Blocks in their order, rows that follow one another as one table. */
type BlockOrTable =
  | { readonly type: "block"; readonly block: NoticeBlock; readonly index: number }
  | { readonly type: "table"; readonly rows: readonly NoticeBlock[] };

/** @example inTables(document.blocks).filter((one) => one.type === "table").length // 1 */
export function inTables(blocks: readonly NoticeBlock[]): readonly BlockOrTable[] {
  const all: (Extract<BlockOrTable, { type: "block" }> | { type: "table"; rows: NoticeBlock[] })[] = [];
  blocks.forEach((block, index) => {
    const last = all[all.length - 1];
    if (block.role !== "row") all.push({ type: "block", block, index });
    else if (last?.type === "table") last.rows.push(block);
    else all.push({ type: "table", rows: [block] });
  });
  return all;
}
