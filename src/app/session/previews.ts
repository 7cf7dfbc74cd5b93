/** Old and new of what would be written, before anything is: fixes of findings, and free edits. */
import { cellName, valueAt, type CellValue, type Grid, sheetOf } from "../../grid";
import type { ColumnKey, Reading } from "../../ledger";
import type { Finding } from "../../rule";
import { anchorOf, type Change } from "./journal";
import type { Preview } from "./result-types";

/** Columns whose values tell a row again after rows moved. */
const IDENTIFYING: readonly ColumnKey[] = ["number", "problem", "parentProblem", "task", "measure"];

interface DraftChange {
  readonly findingId: string | null;
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly item: string | null;
  readonly after: CellValue;
}

/** A preview of the fixes of some findings. A cell two findings would change is changed by the first. */
export function previewFixes(
  reading: Reading,
  findings: readonly Finding[],
  missing: readonly string[],
  label: string,
): Preview {
  const skipped: { findingId: string; why: "noFix" | "gone" | "same" }[] = missing.map((findingId) => ({
    findingId,
    why: "gone",
  }));
  const drafts: DraftChange[] = [];
  const taken = new Set<string>();
  for (const finding of findings) {
    const place = `${finding.row}:${finding.col}:${finding.sheet}`;
    if (finding.fix === null) skipped.push({ findingId: finding.id, why: "noFix" });
    else if (taken.has(place)) skipped.push({ findingId: finding.id, why: "same" });
    else {
      taken.add(place);
      const { sheet, row, col, item } = finding;
      drafts.push({ findingId: finding.id, sheet, row, col, item, after: finding.fix.value });
    }
  }
  const changes = withAnchors(reading, drafts);
  const same = changes.filter((change) => change.before === change.after);
  for (const change of same) skipped.push({ findingId: change.findingId ?? "", why: "same" });
  return { changes: changes.filter((change) => change.before !== change.after), skipped, label };
}

/** A preview of free edits; `current` holds the rows as they are in the workbook now. */
export function previewEdits(
  reading: Reading | null,
  cells: readonly { sheet: string; row: number; col: number; value: CellValue }[],
  current: (sheet: string, row: number, col: number) => CellValue,
): Preview {
  const drafts = cells.map(({ sheet, row, col, value }) => ({
    findingId: null,
    sheet,
    row,
    col,
    item: null,
    after: value,
  }));
  const changes = withAnchors(reading, drafts)
    .map((change) => ({ ...change, before: current(change.sheet, change.row, change.col) }))
    .filter((change) => change.before !== change.after);
  return { changes, skipped: [], label: "edit" };
}

function withAnchors(reading: Reading | null, drafts: readonly DraftChange[]): readonly Change[] {
  const changed = new Map<string, Set<number>>();
  for (const { sheet, row, col } of drafts) {
    const key = `${row}:${sheet}`;
    const cols = changed.get(key);
    if (cols) cols.add(col);
    else changed.set(key, new Set([col]));
  }
  return drafts.map(({ findingId, sheet, row, col, item, after }) => {
    const ledgers = reading?.ledgers.filter((each) => each.sheet === sheet) ?? [];
    // A row of a form holds other items beside this one, and nothing in it tells it apart.
    const ledger = ledgers.find(
      ({ grid: { view }, layout }) => !view?.back && row >= layout.firstRow && row <= layout.lastRow,
    );
    const grid: Grid | undefined = ledgers[0] && sheetOf(ledgers[0].grid);
    // A column this entry changes cannot identify the row: it will look different when the undo comes.
    const touched = changed.get(`${row}:${sheet}`);
    const cols = ledger
      ? IDENTIFYING.map((key) => ledger.columns[key]?.col).filter((each) => each !== undefined && !touched?.has(each))
      : [];
    return {
      findingId,
      sheet,
      row,
      col,
      cell: cellName(row, col),
      item,
      before: grid ? valueAt(grid, row, col) : null,
      after,
      anchor: grid ? anchorOf(grid.values[row] ?? [], cols as number[]) : null,
    };
  });
}
