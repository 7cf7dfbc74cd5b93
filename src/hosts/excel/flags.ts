/**
 * Which rows (or cells) have a property that Office.js tells only for a whole range: true, false, or null when mixed.
 * Mixed ranges are cut smaller, all of a level in one sync.
 */
import type { Area } from "../../grid";

const CHUNK_ROWS = 64;
const RANGES_PER_SYNC = 500;

type FlagName = "rowHidden" | "columnHidden" | "strikethrough";

/** Areas that have the property throughout. `levels` says how an area that is mixed is cut. */
export async function findFlagged(
  context: Excel.RequestContext,
  sheet: string,
  area: Area,
  flag: FlagName,
): Promise<readonly Area[]> {
  const flagged: Area[] = [];
  let open: readonly Area[] = flag === "columnHidden" ? columnsOf(area) : chunksOf(area, CHUNK_ROWS);
  while (open.length > 0) {
    const mixed: Area[] = [];
    for (let at = 0; at < open.length; at += RANGES_PER_SYNC) {
      const batch = open.slice(at, at + RANGES_PER_SYNC);
      const answers = await ask(context, sheet, batch, flag);
      batch.forEach((piece, index) => {
        if (answers[index] === true) flagged.push(piece);
        else if (answers[index] === null) mixed.push(piece);
      });
    }
    open = mixed.flatMap((piece) => cut(piece, flag));
  }
  return flagged;
}

async function ask(
  context: Excel.RequestContext,
  sheet: string,
  areas: readonly Area[],
  flag: FlagName,
): Promise<readonly (boolean | null)[]> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const ranges = areas.map((area) => {
    const range = worksheet.getRangeByIndexes(
      area.top,
      area.left,
      area.bottom - area.top + 1,
      area.right - area.left + 1,
    );
    if (flag === "strikethrough") range.format.font.load("strikethrough");
    else if (flag === "rowHidden") range.load("rowHidden");
    else range.load("columnHidden");
    return range;
  });
  await context.sync();
  return ranges.map(
    (range) => (flag === "strikethrough" ? range.format.font.strikethrough : range[flag]) as boolean | null,
  );
}

function chunksOf(area: Area, size: number): readonly Area[] {
  const chunks: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += size) {
    chunks.push({ ...area, top, bottom: Math.min(area.bottom, top + size - 1) });
  }
  return chunks;
}

function columnsOf(area: Area): readonly Area[] {
  const columns: Area[] = [];
  for (let col = area.left; col <= area.right; col++) columns.push({ ...area, left: col, right: col });
  return columns;
}

/** Rows of a mixed chunk; for cells, the cells of a mixed row. A single cell or line is never mixed. */
function cut(area: Area, flag: FlagName): readonly Area[] {
  if (area.top < area.bottom && flag !== "columnHidden") return chunksOf(area, 1);
  return flag === "strikethrough" && area.left < area.right ? columnsOf(area) : [];
}
