/** Whether a sheet may be a form: a look that every sheet gets, before the reader of forms is asked for. */
import { plainText } from "../../../grid";
import type { ColumnKey } from "../../types";
import { namesLedger } from "../names-ledger";
import type { FormCells, FormLabel } from "./labels";

/** Labels of different fields without which nothing is found: a form has one more, or a heading in its place. */
const FEWEST_FIELDS = 3;

/** Whether the labels of a sheet name as many fields as a form does, or one that is not filled in. */
export function namesFields(cells: FormCells): boolean {
  const keys = new Set<ColumnKey>();
  for (let row = 0; row < cells.height; row++) {
    for (const col of cells.filled(row)) {
      const key = cells.labelAt(row, col)?.key ?? null;
      if (key !== null && keys.add(key).size >= FEWEST_FIELDS) return true;
    }
  }
  return false;
}

/** What says whose form it is and of what: the sheet's name and the lines at its top. Null where the sheet holds a table. */
export function formContext(cells: FormCells): readonly string[] | null {
  const context = [cells.grid.sheet, ...titleLines(cells, 3)];
  return holdsTable(cells, context) ? null : context;
}

/** Whether the header of a ledger stands over rows of its own: then whatever else is there, the sheet holds a table. */
function holdsTable(cells: FormCells, context: readonly string[]): boolean {
  let header: { readonly bottom: number; rows: number } | null = null;
  for (let row = 0; row < cells.height; row++) {
    const cols = cells.filled(row);
    if (cols.length === 0) continue;
    const labels = cols.flatMap((col) => cells.labelAt(row, col) ?? []);
    if (labels.length >= 3 && labels.length * 2 > cols.length) {
      const keys = new Set(labels.flatMap(({ key }) => key ?? []));
      const isHeader = (keys.has("problem") || keys.has("name")) && namesLedger(keys, context);
      header = isHeader && !labelsBeside(cells, labels) ? { bottom: row, rows: 0 } : null;
    } else if (header && row > header.bottom && ++header.rows >= 2) return true;
  }
  return false;
}

/** Whether labels of a row have a value to their right and none below: pairs, and no header. */
function labelsBeside(cells: FormCells, labels: readonly FormLabel[]): boolean {
  const beside = labels.filter(({ row, col, right, bottom }) => {
    const next = cells.seenAt(row, right + 1);
    const isValue = cells.isFilled(next.row, next.col) && cells.labelAt(next.row, next.col) === null;
    return isValue && (!cells.isFilled(bottom + 1, col) || cells.labelAt(bottom + 1, col) !== null);
  });
  return beside.length * 2 > labels.length;
}

/** Lone texts above the form: its title, and the lines of who and when. */
export function titleLines(cells: FormCells, top: number): string[] {
  const lines: string[] = [];
  for (let row = 0; row < Math.min(top, cells.height); row++) {
    const texts = cells
      .filled(row)
      .filter((col) => cells.labelAt(row, col)?.key == null)
      .map((col) => plainText(cells.value(row, col)).slice(0, 300));
    if (texts.length > 0 && texts.length <= 6) lines.push(texts.join(" "));
  }
  return lines;
}
