/** Colours of rows, asked for only where not all cells of a sheet have the same ground. */
import type { Area } from "../../grid";
import { HostError } from "../port";
import { hostErrorOf, isUnsupported } from "./run";

export const WHITE = "#FFFFFF";
/** Longer sheets are exports, which nobody colours by hand. */
const MOST_COLOURED_ROWS = 5_000;

/**
 * Colours of rows that are coloured as a whole, by zero-based row. What Excel cannot tell is left out: colours only ever
 * add a sentence.
 * @param fill the ground where all cells agree, which needs no request; else null
 */
export async function rowFills(
  context: Excel.RequestContext,
  sheet: string,
  whole: Area,
  fill: string | null,
): Promise<ReadonlyMap<number, string>> {
  const fills = new Map<number, string>();
  if (fill !== null || whole.bottom >= MOST_COLOURED_ROWS) return fills;
  try {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(0, 0, whole.bottom + 1, whole.right + 1);
    const answer = range.getRowProperties({ format: { fill: { color: true } } });
    await context.sync();
    answer.value.forEach(({ format }, row) => {
      const color = format?.fill?.color;
      if (color && color.toUpperCase() !== WHITE) fills.set(row, color);
    });
  } catch (error) {
    const known = hostErrorOf(error);
    if (!isUnsupported(known) && !(known instanceof HostError && known.code === "payloadLimit")) throw known;
  }
  return fills;
}
