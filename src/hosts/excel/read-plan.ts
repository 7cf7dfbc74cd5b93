/** Which rows are read together: blocks sized by cells and by estimated bytes, packed into as few requests as may be. */

/** Response of one request, in bytes: well below the 5 MB at which Excel on the web refuses. */
export const TARGET_BYTES = 3_000_000;
/** Cells of one request: parsing and handing them over stays under a fifth of a second. */
export const TARGET_CELLS = 400_000;
/** Rows of one block: 5,000 to 20,000 are recommended for large ranges. */
const MAX_BLOCK_ROWS = 20_000;

export interface ReadBlock {
  readonly sheet: number;
  readonly top: number;
  /** Inclusive. */
  readonly bottom: number;
  readonly columns: number;
  readonly bytesPerRow: number;
}

export const rowsOf = (block: ReadBlock): number => block.bottom - block.top + 1;
const bytesOf = (block: ReadBlock): number => rowsOf(block) * block.bytesPerRow;

/** Cuts the rows of a sheet into blocks. */
export function cutBlocks(whole: ReadBlock, targetBytes: number): readonly ReadBlock[] {
  const byBytes = Math.floor(targetBytes / Math.max(1, whole.bytesPerRow));
  const byCells = Math.floor(TARGET_CELLS / Math.max(1, whole.columns));
  const rows = rowsOf(whole);
  const most = Math.max(1, Math.min(MAX_BLOCK_ROWS, byBytes, byCells));
  const count = Math.ceil(rows / most);
  const blocks: ReadBlock[] = [];
  for (let index = 0; index < count; index++) {
    // Equal blocks: a last small one would cost a request like a large one.
    const top = whole.top + Math.floor((rows * index) / count);
    const bottom = whole.top + Math.floor((rows * (index + 1)) / count) - 1;
    blocks.push({ ...whole, top, bottom });
  }
  return blocks;
}

/** Packs blocks, in order, into requests. */
export function packBlocks(blocks: readonly ReadBlock[], targetBytes: number): readonly (readonly ReadBlock[])[] {
  const packs: ReadBlock[][] = [];
  let bytes = 0;
  let cells = 0;
  for (const block of blocks) {
    const blockCells = rowsOf(block) * block.columns;
    const pack = packs.at(-1);
    if (pack && bytes + bytesOf(block) <= targetBytes && cells + blockCells <= TARGET_CELLS) {
      pack.push(block);
      bytes += bytesOf(block);
      cells += blockCells;
    } else {
      packs.push([block]);
      bytes = bytesOf(block);
      cells = blockCells;
    }
  }
  return packs;
}

/** Both halves of a block; null when it is a single row. */
export function halve(block: ReadBlock): readonly [ReadBlock, ReadBlock] | null {
  if (rowsOf(block) < 2) return null;
  const middle = Math.floor((block.top + block.bottom) / 2);
  return [
    { ...block, bottom: middle },
    { ...block, top: middle + 1 },
  ];
}
