/** Labels of a form: cells whose words are headers of ledgers or of forms, with the field each most likely names. */
import { isBlank, MAX_COLS, plainText } from "../../../grid";
import type { Area, CellValue, Grid, CellRef } from "../../../grid";
import { re } from "../../../zh/pattern";
import { forms as words } from "../../../zh/words/forms";
import { spellHeader } from "../../columns/header-parts";
import { foldHeader, isHeaderWord, sensesOf } from "../../columns/header-words";
import { readStatus } from "../../fields/status";
import type { ColumnKey } from "../../types";
import { BAND_WORDS } from "../header-bands";

export interface FormLabel {
  readonly row: number;
  readonly col: number;
  /** Last row and column of the cell, which may be merged. */
  readonly bottom: number;
  readonly right: number;
  /** Folded. */
  readonly text: string;
  /** null for labels of forms that no ledger has. */
  readonly key: ColumnKey | null;
  /** What stands behind the colon in the same cell (责任单位：财务科); null where nothing does. */
  readonly inside: string | null;
}

const OTHER_LABEL = re`^${words.otherLabel}$`;
const LABEL_FRONT = re`^${words.labelFront}`;
/** 问题1, 隐患二: the label of each of several blocks. */
const NUMBERED_PROBLEM = re`^(${words.numberedLabel})(?:\d{1,3}|[一二三四五六七八九十]{1,3})$`;
const LONGEST_LABEL = 16;
const LONGEST_WITH_VALUE = 2000;
const LABEL_AND_VALUE = /^([^:：\n]{2,12})[:：]\s*(\S[\s\S]*)$/;
/** 【责任单位】财务科. */
const LABEL_BRACKETS = "【[";
const LABEL_IN_BRACKETS = /^[【[]([^】\]\n]{2,12})[】\]][:：]?\s*(\S[\s\S]*)$/;
const SURE = 0.6;

function isStatus(text: string): boolean {
  return readStatus(text, "problem").state === "ok";
}

/** The field a text is the label of, and its folded words; null for what is no label. */
function readLabel(text: string): { readonly text: string; readonly key: ColumnKey | null } | null {
  if (text.length > LONGEST_LABEL * 2) return null;
  const folded = foldHeader(text).replace(NUMBERED_PROBLEM, "$1");
  if (folded.length < 2 || folded.length > LONGEST_LABEL || folded.includes(":")) return null;
  let best: ColumnKey | null = null;
  let score = 0;
  for (const sense of sensesOf(folded)) {
    if (sense.score > score) [best, score] = [sense.key, sense.score];
  }
  if (best !== null && score >= SURE) {
    // A head noun (…负责人, …情况) ends sentences and states, too: a label is a whole word, or begins as labels do.
    const beginsAsLabel = LABEL_FRONT.test(folded) || spellHeader(folded) !== null;
    if (isHeaderWord(folded) || (folded.length <= 10 && beginsAsLabel && !isStatus(folded)))
      return { text: folded, key: best };
  }
  return OTHER_LABEL.test(folded) || BAND_WORDS.has(folded) ? { text: folded, key: null } : null;
}

/** Cells of a sheet as forms have them: merged ones as one, with what they are. */
export class FormCells {
  private readonly labels = new Map<number, FormLabel | null>();
  private readonly merged = new Map<number, Area>();
  private readonly areasOfRow = new Map<number, Area[]>();
  readonly height: number;
  readonly width: number;

  private constructor(readonly grid: Grid) {
    this.height = grid.values.length;
    this.width = widthOf(grid);
    for (const area of grid.merges) {
      this.merged.set(keyOf(area.top, area.left), area);
      for (let row = area.top; row <= Math.min(area.bottom, this.height); row++) {
        const areas = this.areasOfRow.get(row);
        if (areas) areas.push(area);
        else this.areasOfRow.set(row, [area]);
      }
    }
  }

  /** The cells of a sheet, null where it is larger than any form. */
  static of(grid: Grid): FormCells | null {
    if (grid.values.length > MOST_ROWS || widthOf(grid) > MOST_COLS) return null;
    let covered = 0;
    for (const { top, bottom } of grid.merges) covered += Math.min(bottom, grid.values.length) - top + 1;
    return covered > MOST_MERGED_ROWS ? null : new FormCells(grid);
  }

  value(row: number, col: number): CellValue {
    return this.grid.values[row]?.[col] ?? null;
  }

  isFilled(row: number, col: number): boolean {
    return !isBlank(this.value(row, col));
  }

  /** Whether a cell lies inside of a merged one without being its first. */
  isCovered(row: number, col: number): boolean {
    const seen = this.seenAt(row, col);
    return seen.row !== row || seen.col !== col;
  }

  /** The cell that is seen here: itself, or the merged one over it. */
  seenAt(row: number, col: number): CellRef {
    const area = this.areasOfRow.get(row)?.find(({ left, right }) => left <= col && col <= right);
    return area ? { row: area.top, col: area.left } : { row, col };
  }

  endOf(row: number, col: number): { readonly bottom: number; readonly right: number } {
    return this.merged.get(keyOf(row, col)) ?? { bottom: row, right: col };
  }

  /** The label in a cell, null where there is none. */
  labelAt(row: number, col: number): FormLabel | null {
    const key = keyOf(row, col);
    let label = this.labels.get(key);
    if (label === undefined) {
      label = this.findLabel(row, col);
      this.labels.set(key, label);
    }
    return label;
  }

  private findLabel(row: number, col: number): FormLabel | null {
    const value = this.value(row, col);
    if (typeof value !== "string" || value.length > LONGEST_WITH_VALUE) return null;
    const text = plainText(value);
    const end = this.endOf(row, col);
    const numbered = NUMBERED_PROBLEM.test(foldHeader(text.slice(0, LONGEST_LABEL)));
    // 问题一 over a block is its title; 问题一 beside a text is the text's label.
    if (numbered && !this.isFilled(row, end.right + 1)) return null;
    const alone = readLabel(text);
    if (alone) return { row, col, ...pick(end), ...alone, inside: null };
    const pair =
      LABEL_AND_VALUE.exec(text) ?? (LABEL_BRACKETS.includes(text.charAt(0)) ? LABEL_IN_BRACKETS.exec(text) : null);
    const before = pair && readLabel(pair[1] as string);
    return before?.key ? { row, col, ...pick(end), ...before, inside: pair?.[2] ?? null } : null;
  }

  /** Columns of a row that hold a value, the first cells of merged ones only. */
  filled(row: number): number[] {
    const cols: number[] = [];
    const values = this.grid.values[row] ?? [];
    for (let col = 0; col < values.length; col++) if (!isBlank(values[col])) cols.push(col);
    return cols;
  }
}

function pick({ bottom, right }: { readonly bottom: number; readonly right: number }): {
  bottom: number;
  right: number;
} {
  return { bottom, right };
}

/** Sheets beyond these sizes hold tables. */
const MOST_ROWS = 5000;
const MOST_COLS = 1200;
const MOST_MERGED_ROWS = 100_000;

export function keyOf(row: number, col: number): number {
  return row * MAX_COLS + col;
}

function widthOf(grid: Grid): number {
  return grid.values.reduce((most, row) => Math.max(most, row.length), 0);
}
