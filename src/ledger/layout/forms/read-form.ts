/**
 * A form as a table: a row an item (more where a label has several values), a column a field, and the way back to the
 * cells of the sheet. From there on it is read as any table; only what leaves the core names the true cells.
 */
import { plainText } from "../../../grid";
import { EMPTY_ROW, type CellValue, type Grid, type CellRef } from "../../../grid";
import { re } from "../../../zh/pattern";
import { forms as words } from "../../../zh/words/forms";
import { createDeadlineReader } from "../../fields/deadline";
import { readStatus } from "../../fields/status";
import type { ColumnKey } from "../../types";
import type { TableRegion } from "../table-region";
import { findForm, HEADING, type RecordForm } from "./find-records";
import { FormCells, keyOf } from "./labels";

interface FormTable {
  /** A view of the sheet. */
  readonly grid: Grid;
  readonly region: TableRegion;
}

/** What a sheet shows that looks like a form: read as a table, or only its labels where nothing sure came of it. */
interface FormReading {
  readonly table: FormTable | null;
  /**
   * The labels, null where it does not look like a form either. Every cell is looked at: to be asked of a sheet in which no
   * table was found.
   */
  readonly seen: () => readonly string[] | null;
}

const NO_FORM: FormReading = { table: null, seen: () => null };

/**
 * Reads a sheet that is no table.
 * @param sheet its own grid, no view
 */
export function readForm(sheet: Grid): FormReading {
  const cells = FormCells.of(sheet);
  if (!cells) return NO_FORM;
  const form = findForm(cells, [sheet.sheet, ...titleLines(cells, 3)]);
  if (!form) {
    const seen = (): readonly string[] | null => {
      const labels = labelsOfForm(cells);
      return labels.length >= FEWEST_SEEN ? labels : null;
    };
    return { table: null, seen };
  }
  const seen = (): readonly string[] => form.names.filter((name) => name !== HEADING);
  if (explainsFields(form)) return NO_FORM;
  if (form.records.length === 0 || !isTrustworthy(form)) return { table: null, seen };
  const lines = [...(sheet.caption ?? []), ...titleLines(cells, form.top)];
  const grid = layOut(sheet, form, lines);
  return { table: { grid, region: regionOf(grid, lines) }, seen };
}

// ------------------------------------------------------------------------------------------------------ is it filled in

const INSTRUCTION = re`${words.instruction}`;
/** Whatever the day is, it does not matter whether a deadline can be read. */
const ANY_DAY = { year: 2025, month: 1, day: 1 };

/** Whether the values tell how to fill the fields in. */
function explainsFields({ records }: RecordForm): boolean {
  const values = records.flatMap((record) =>
    [...record.values()].flatMap(({ cells }) => cells.map(({ value }) => value)),
  );
  const texts = values.filter((value) => typeof value === "string" && value.length > 0);
  return texts.filter((text) => INSTRUCTION.test(String(text).slice(0, 60))).length * 3 > texts.length;
}

/** Whether the values are those of a ledger. */
function isTrustworthy(form: RecordForm): boolean {
  const readDeadline = createDeadlineReader({
    date1904: false,
    asOf: ANY_DAY,
    feedbackDate: null,
    reportDate: null,
    concentratedMonths: null,
  });
  let read = 0;
  let unread = 0;
  let others = 0;
  for (const record of form.records) {
    for (const { label, cells } of record.values()) {
      for (const { value } of cells) {
        if (value === null || value === "") continue;
        switch (label?.key) {
          case "status":
          case "signOff":
            if (readStatus(value, "problem").state === "ok") read++;
            else unread++;
            break;
          case "deadline": {
            const { type } = readDeadline(value);
            if (type === "invalid" || type === "error") unread++;
            else read++;
            break;
          }
          case "unit":
          case "measure":
          case "progress":
            others++;
            break;
        }
      }
    }
  }
  return read > 0 ? read >= unread : unread === 0 && others >= form.records.length;
}

/** Fewer labels may be words of anything. */
const FEWEST_SEEN = 3;
const MOST_SEEN = 12;

/** Labels of ledgers on a sheet that is no form for us, a problem among them: a form that is not filled in, or too short. */
function labelsOfForm(cells: FormCells): string[] {
  const keys = new Set<ColumnKey>();
  const seen = new Set<string>();
  const rows = new Set<number>();
  let explains = false;
  for (let row = 0; row < cells.height; row++) {
    for (const col of cells.filled(row)) {
      const label = cells.labelAt(row, col);
      if (!label) explains ||= INSTRUCTION.test(plainText(cells.value(row, col)).slice(0, 60));
      if (!label?.key) continue;
      rows.add(row);
      keys.add(label.key);
      if (seen.size < MOST_SEEN) seen.add(label.text);
    }
  }
  // One row of labels is a header of something, and a list that explains fields is no form.
  const isForm = rows.size >= FEWEST_SEEN && !explains;
  return isForm && keys.has("problem") && keys.size >= FEWEST_SEEN ? [...seen] : [];
}

// ------------------------------------------------------------------------------------------------------------- as table

const SAME_LEFT = re`^${words.sameLeft}$`;

function layOut(sheet: Grid, form: RecordForm, lines: readonly string[]): Grid {
  // What stands to the left on the sheet stands above in the table.
  const valueOf = (value: CellValue): CellValue =>
    form.shape === "transposed" && typeof value === "string" && SAME_LEFT.test(value.trim()) ? words.sameAbove : value;
  const { names, records } = form;
  const header = names.map((name) => form.labels.get(name)?.text ?? words.headingHeader);
  const values: (readonly CellValue[])[] = [header];
  const places: (readonly (CellRef | null)[])[] = [names.map((name) => form.labels.get(name) ?? null)];
  /** First row of the record that each row belongs to. */
  const firstRows: number[] = [0];
  const back = new Map<number, CellRef>();
  for (const record of records) {
    const first = values.length;
    const height = Math.max(...[...record.values()].map(({ cells }) => cells.length), 1);
    for (let i = 0; i < height; i++) {
      const line = names.map((name) => record.get(name)?.cells[i] ?? null);
      values.push(line.every((cell) => cell === null) ? EMPTY_ROW : line.map((cell) => valueOf(cell?.value ?? null)));
      places.push(line);
      firstRows.push(first);
      line.forEach((cell, col) => {
        const key = cell && keyOf(cell.row, cell.col);
        // A cell of several items leads to the first of them.
        if (key !== null && !back.has(key)) back.set(key, { row: first + i, col });
      });
    }
  }
  const at = (row: number, col: number): CellRef => {
    const first = firstRows[row] ?? 0;
    const own = places[row]?.[col] ?? places[first]?.[col] ?? places[row]?.find((place) => place !== null);
    const place = own ?? places[first]?.find((one) => one !== null) ?? { row: form.top, col: 0 };
    return { row: place.row, col: place.col };
  };
  const { formatAt, struckAt } = sheet;
  const isHidden = ({ row, col }: CellRef): boolean => sheet.hiddenRows.has(row) || sheet.hiddenCols.has(col);
  const hiddenRows = new Set<number>();
  firstRows.forEach((_, row) => {
    if (row > 0 && places[row]?.every((place) => place === null || isHidden(place))) hiddenRows.add(row);
  });
  return {
    sheet: sheet.sheet,
    values,
    merges: [],
    hiddenRows,
    hiddenCols: new Set(),
    visibility: sheet.visibility,
    date1904: sheet.date1904,
    // In the table nothing stands above the header: whose form it is, and of when, is told outside of it.
    caption: lines,
    ...(formatAt && {
      formatAt: (row: number, col: number) => {
        const place = at(row, col);
        return formatAt(place.row, place.col);
      },
    }),
    ...(struckAt && {
      struckAt: (row: number, col: number) => {
        const place = at(row, col);
        return struckAt(place.row, place.col);
      },
    }),
    view: { of: sheet, at, back: (row, col) => back.get(keyOf(row, col)) ?? null },
  };
}

function regionOf(grid: Grid, lines: readonly string[]): TableRegion {
  const header = grid.values[0] ?? [];
  const right = header.length - 1;
  return {
    header: { top: 0, left: 0, bottom: 0, right },
    columns: header.map((value, col) => ({ col, path: [String(value)], text: String(value) })),
    titleRow: null,
    title: lines[0] ?? "",
    lines,
    openingSection: null,
    firstRow: 1,
    lastRow: grid.values.length - 1,
    repeatedRows: new Set(),
  };
}

/** Lone texts above the form: its title, and the lines of who and when. */
function titleLines(cells: FormCells, top: number): string[] {
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
