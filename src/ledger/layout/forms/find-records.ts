/**
 * Items on a sheet that is no table: fields in rows with a column an item (transposed), or labels beside or above their
 * values, once a sheet or in blocks. A record is what one item's labels name, each with the cells of its value.
 */
import type { CellValue, CellRef } from "../../../grid";
import { re } from "../../../zh/pattern";
import { forms as words } from "../../../zh/words/forms";
import type { ColumnKey } from "../../types";
import { namesLedger } from "../names-ledger";
import { type FormCells, type FormLabel } from "./labels";

type FormShape = "transposed" | "blocks";

/** The cells of one field of a record; several where a label reaches over several values (measures). */
interface Field {
  readonly label: FormLabel | null;
  readonly cells: readonly FieldCell[];
}

interface FieldCell extends CellRef {
  readonly value: CellValue;
}

export interface RecordForm {
  readonly shape: FormShape;
  /** Folded labels in the order in which they stand; "" is the heading of a block that has no label of its own. */
  readonly names: readonly string[];
  /** A label of each name, where it stands first. */
  readonly labels: ReadonlyMap<string, FormLabel>;
  readonly records: readonly ReadonlyMap<string, Field>[];
  /** First row that belongs to a record or its labels. */
  readonly top: number;
}

/** The name under which a heading above a block stands for its problem. */
export const HEADING = "";

/** Labels of different fields that make a form. */
const FEWEST_FIELDS = 4;
/** More labels than this are a list of words. */
const MOST_LABELS = 20_000;

/** The form on a sheet, null where it is none. */
export function findForm(cells: FormCells, context: readonly string[]): RecordForm | null {
  if (holdsTable(cells, context)) return null;
  return findColumns(cells, context) ?? findCards(cells, context);
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

function isLedgerLike(labels: Iterable<FormLabel>, context: readonly string[], hasHeading = false): boolean {
  const keys = new Set<ColumnKey>();
  for (const { key } of labels) if (key !== null) keys.add(key);
  if (hasHeading) keys.add("problem");
  return keys.size >= FEWEST_FIELDS && namesLedger(keys, context);
}

// ------------------------------------------------------------------------------------------- labels in one column

interface LabelRun {
  readonly labels: readonly FormLabel[];
  /** First column of the values. */
  readonly from: number;
}

/**
 * Labels one below another, values to their right: transposed where several columns are filled, blocks where the labels
 * come again further down.
 */
function findColumns(cells: FormCells, context: readonly string[]): RecordForm | null {
  for (let col = 0; col < Math.min(cells.width, 6); col++) {
    const run = labelRun(cells, col);
    if (run === null || !isLedgerLike(run.labels, context, headsOf(cells, run.labels).size > 0)) continue;
    const form = readColumns(cells, run);
    if (form && form.records.length > 0) return form;
  }
  return null;
}

/** Rows whose last label before the values stands in this column, if most of what stands there is labels. */
function labelRun(cells: FormCells, col: number): LabelRun | null {
  const labels: FormLabel[] = [];
  let beside = 0;
  for (let row = 0; row < cells.height; row++) {
    if (cells.isCovered(row, col)) continue;
    const label = cells.labelAt(row, col);
    // A label across the whole sheet is a title.
    if (!label || label.inside !== null || label.right + 1 >= cells.width) continue;
    // The values stand behind it, and are none themselves.
    const next = cells.seenAt(row, label.right + 1);
    if (cells.labelAt(next.row, next.col)) beside++;
    else labels.push(label);
  }
  // A heading may stand for the problem.
  if (labels.length < FEWEST_FIELDS - 1 || beside * 3 > labels.length) return null;
  const from = Math.max(...labels.map(({ right }) => right)) + 1;
  return from < cells.width && !hasLabelsElsewhere(cells, labels) ? { labels, from } : null;
}

/** Whether labels stand among the values as well: a card has them in several columns. A band beside its own is none. */
function hasLabelsElsewhere(cells: FormCells, labels: readonly FormLabel[]): boolean {
  let elsewhere = 0;
  for (const label of labels) {
    for (const col of cells.filled(label.row)) {
      const other = cells.labelAt(label.row, col);
      if (other?.inside === null && other.col !== label.col && other.right + 1 !== label.col) elsewhere++;
    }
  }
  return elsewhere * 5 > labels.length;
}

/** Lone texts right above the labels of a block: 一、…问题突出。 */
function headsOf(cells: FormCells, labels: readonly FormLabel[]): ReadonlyMap<FormLabel, CellRef> {
  const heads = new Map<FormLabel, CellRef>();
  if (labels.some(({ key }) => key === "problem")) return heads;
  const first = anchorOf(labels);
  for (const label of labels) {
    if (label.text !== first) continue;
    const head = headAbove(cells, label.row);
    if (head) heads.set(label, head);
  }
  return heads;
}

function headField(cells: FormCells, head: CellRef): Field {
  const value = cells.labelAt(head.row, head.col)?.inside ?? cells.value(head.row, head.col);
  return { label: null, cells: [{ ...head, value }] };
}

const HEADING_MARK = re`^${words.numbering}`;
const SHORTEST_HEADING = 6;

function headAbove(cells: FormCells, below: number): CellRef | null {
  for (let row = below - 1; row >= 0 && below - row <= 2; row--) {
    const cols = cells.filled(row);
    if (cols.length === 0) continue;
    const [col] = cols;
    const value = col === undefined ? null : cells.value(row, col);
    if (cols.length > 2 || col === undefined || typeof value !== "string") return null;
    const label = cells.labelAt(row, col);
    // 问题一：…: label and problem in one cell.
    if (label) return label.key === "problem" && label.inside !== null ? { row, col } : null;
    const text = value.trim();
    return HEADING_MARK.test(text) && text.length >= SHORTEST_HEADING ? { row, col } : null;
  }
  return null;
}

/** The label a block begins with: the first of those that stand in at least half of the blocks. */
function anchorOf(labels: readonly FormLabel[]): string {
  const counts = new Map<string, number>();
  for (const { text } of labels) counts.set(text, (counts.get(text) ?? 0) + 1);
  const problems = labels.filter(({ key }) => key === "problem");
  const perText = new Map<string, number>();
  for (const { text } of problems) perText.set(text, (perText.get(text) ?? 0) + 1);
  const blocks = Math.max(1, ...(perText.size > 0 ? perText.values() : counts.values()));
  return labels.find(({ text }) => (counts.get(text) ?? 0) * 2 >= blocks)?.text ?? labels[0]?.text ?? "";
}

/** Labels in groups, each beginning with the anchor. */
function blocksOf(labels: readonly FormLabel[]): FormLabel[][] {
  const anchor = anchorOf(labels);
  const blocks: FormLabel[][] = [];
  // What stands before the first block is the whole form's: its title, 填报单位.
  for (const label of labels.slice(labels.findIndex(({ text }) => text === anchor))) {
    const last = blocks[blocks.length - 1];
    const isRepeated = last?.some(({ text, key }) => text === label.text && key !== null && text === anchor) ?? true;
    if (isRepeated) blocks.push([label]);
    else last?.push(label);
  }
  return blocks;
}

function readColumns(cells: FormCells, run: LabelRun): RecordForm | null {
  const blocks = blocksOf(run.labels);
  const heads = headsOf(cells, run.labels);
  const records: Map<string, Field>[] = [];
  const labels = new Map<string, FormLabel>();
  let transposed = false;
  for (const block of blocks) {
    const bottom = Math.max(...block.map((label) => label.bottom));
    const cols = valueColumns(cells, block, run.from, bottom);
    if (cols.length > 1) transposed = true;
    for (const col of cols.length > 0 ? cols : [run.from]) {
      const record = new Map<string, Field>();
      const head = heads.get(block[0] as FormLabel);
      if (head) record.set(HEADING, headField(cells, head));
      for (const label of block) {
        if (!labels.has(label.text)) labels.set(label.text, label);
        if (!record.has(label.text)) record.set(label.text, { label, cells: valuesBeside(cells, label, col) });
      }
      if (isFilledRecord(record)) records.push(record);
    }
  }
  const names = [...(heads.size > 0 ? [HEADING] : []), ...labels.keys()];
  const top = Math.min(...run.labels.map(({ row }) => row), ...[...heads.values()].map(({ row }) => row));
  return { shape: transposed ? "transposed" : "blocks", names, labels, records, top };
}

/**
 * Columns in which a block has values: of every second label, or of its problem and what merged cells say of several
 * columns.
 */
function valueColumns(cells: FormCells, block: readonly FormLabel[], from: number, bottom: number): number[] {
  const cols: number[] = [];
  for (let col = from; col < cells.width; col++) {
    let filled = 0;
    let seen = 0;
    let hasProblem = false;
    for (const label of block) {
      for (let row = label.row; row <= Math.min(label.bottom, bottom); row++) {
        const at = cells.seenAt(row, col);
        if (!cells.isFilled(at.row, at.col) || cells.labelAt(at.row, at.col) || at.col <= label.right) continue;
        seen++;
        if (at.col !== col || at.row !== row) break;
        filled++;
        hasProblem ||= label.key === "problem";
        break;
      }
    }
    if (hasProblem && seen * 2 >= block.length) cols.push(col);
    else if (filled * 2 >= block.length || (col > from && filled >= 3) || (col === from && filled > 0)) cols.push(col);
  }
  return cols;
}

function valuesBeside(cells: FormCells, label: FormLabel, col: number): FieldCell[] {
  const found: FieldCell[] = [];
  for (let row = label.row; row <= label.bottom; row++) {
    const at = cells.seenAt(row, col);
    // A cell merged over several items holds the value of each.
    if (at.row === row && at.col > label.right && cells.isFilled(at.row, at.col))
      found.push({ ...at, value: cells.value(at.row, at.col) });
  }
  if (found.length > 0) return found;
  return [{ row: label.row, col, value: null }];
}

// ------------------------------------------------------------------------------------------------------------- cards

interface Pair {
  readonly label: FormLabel;
  readonly cells: readonly FieldCell[];
  readonly side: "inside" | "right" | "below";
}

/** Labels all over the sheet, each with its value in its own cell, to the right or below. */
function findCards(cells: FormCells, context: readonly string[]): RecordForm | null {
  const labels: FormLabel[] = [];
  for (let row = 0; row < cells.height; row++) {
    for (const col of cells.filled(row)) {
      const label = cells.labelAt(row, col);
      if (label) labels.push(label);
    }
  }
  if (labels.length > MOST_LABELS || labels.length === 0) return null;
  const heads = headsOf(cells, labels);
  if (!isLedgerLike(labels, context, heads.size > 0)) return null;
  const headers = headerRows(cells, labels);
  const pairs = labels.map((label) => pairOf(cells, label, headers.has(label.row)));
  if (!areForms(cells, pairs, heads.size > 0)) return null;
  const strips = stripsOf(labels);
  const records: { readonly record: Map<string, Field>; readonly row: number; readonly col: number }[] = [];
  const first = new Map<string, FormLabel>();
  for (const [from, to] of strips) {
    const inside = pairs.filter(({ label }) => label.col >= from && label.col < to);
    const byLabel = new Map(inside.map((pair) => [pair.label, pair]));
    for (const block of blocksOf(inside.map(({ label }) => label))) {
      const record = new Map<string, Field>();
      const head = heads.get(block[0] as FormLabel);
      if (head) record.set(HEADING, headField(cells, head));
      for (const label of block) {
        const pair = byLabel.get(label);
        if (!pair) continue;
        if (!first.has(label.text)) first.set(label.text, label);
        const known = record.get(label.text);
        if (known === undefined || (!hasValue(known) && pair.cells.some(({ value }) => value !== null)))
          record.set(label.text, { label, cells: pair.cells });
      }
      const [start] = block;
      if (start && isFilledRecord(record)) records.push({ record, row: start.row, col: from });
    }
  }
  records.sort((a, b) => a.row - b.row || a.col - b.col);
  const top = Math.min(...labels.map(({ row }) => row), ...[...heads.values()].map(({ row }) => row));
  return {
    shape: "blocks",
    names: [...(heads.size > 0 ? [HEADING] : []), ...first.keys()],
    labels: first,
    records: records.map(({ record }) => record),
    top,
  };
}

/** Rows of labels with values below most of them: headers of tables, whatever stands between the labels. */
function headerRows(cells: FormCells, labels: readonly FormLabel[]): ReadonlySet<number> {
  const counts = new Map<number, { labels: number; over: number }>();
  for (const { row, col, bottom, inside } of labels) {
    const count = counts.get(row) ?? { labels: 0, over: 0 };
    counts.set(row, count);
    count.labels++;
    if (inside === null && cells.isFilled(bottom + 1, col) && cells.labelAt(bottom + 1, col) === null) count.over++;
  }
  return new Set([...counts].filter(([, one]) => one.labels >= 3 && one.over * 2 > one.labels).map(([row]) => row));
}

function pairOf(cells: FormCells, label: FormLabel, inHeader: boolean): Pair {
  if (label.inside !== null)
    return { label, cells: [{ row: label.row, col: label.col, value: label.inside }], side: "inside" };
  const right = cells.seenAt(label.row, label.right + 1);
  const isRightFilled = cells.isFilled(right.row, right.col) && right.row === label.row;
  const isRightLabel = cells.labelAt(right.row, right.col) !== null;
  const below = { row: label.bottom + 1, col: label.col };
  const isBelowFilled =
    cells.isFilled(below.row, below.col) &&
    cells.labelAt(below.row, below.col) === null &&
    !cells.isCovered(below.row, below.col);
  if (isRightFilled && !isRightLabel && !inHeader)
    return { label, cells: [{ ...right, value: cells.value(right.row, right.col) }], side: "right" };
  if (inHeader || isRightLabel || isBelowFilled) {
    if (isBelowFilled) return { label, cells: valuesBelow(cells, label), side: "below" };
    // Beside another label and with none below it, the value is empty.
    return { label, cells: [{ ...below, value: null }], side: "below" };
  }
  return { label, cells: [{ row: label.row, col: label.right + 1, value: null }], side: "right" };
}

/** Values below a label down to the next label or an empty cell. */
function valuesBelow(cells: FormCells, label: FormLabel): FieldCell[] {
  const found: FieldCell[] = [];
  for (let row = label.bottom + 1; row < cells.height; row++) {
    if (!cells.isFilled(row, label.col) || cells.labelAt(row, label.col)) break;
    found.push({ row, col: label.col, value: cells.value(row, label.col) });
    row = cells.endOf(row, label.col).bottom;
  }
  return found;
}

/**
 * Whether labels stand beside values, and no table's header beside its own: half of them have their value in their own
 * cell or to the right; or rows of labels and rows of values take turns, one row of values each, with other labels every
 * time.
 */
function areForms(cells: FormCells, pairs: readonly Pair[], hasHeadings: boolean): boolean {
  const keyed = pairs.filter(({ label }) => label.key !== null);
  const beside = keyed.filter(({ side, cells: [cell] }) => side !== "below" && cell?.value != null);
  const besideFields = new Set(beside.map(({ label }) => label.key));
  if (besideFields.size + Number(hasHeadings) >= FEWEST_FIELDS && beside.length * 2 >= keyed.length) return true;
  // A problem with its text beside it heads whatever follows, a table of measures too.
  const heads = beside.some(
    ({ label, cells: [cell] }) =>
      label.key === "problem" &&
      String(cell?.value).length >= SHORTEST_HEADING &&
      pairs.filter((other) => other.label.row === label.row).length <= 2,
  );
  if (heads && besideFields.size >= 2) return true;
  return takeTurns(cells, pairs);
}

function takeTurns(cells: FormCells, pairs: readonly Pair[]): boolean {
  const rows = new Map<number, Pair[]>();
  for (const pair of pairs) rows.set(pair.label.row, [...(rows.get(pair.label.row) ?? []), pair]);
  const labelRows = [...rows].filter(
    ([row, list]) => list.length >= 2 && cells.filled(row).every((col) => cells.labelAt(row, col) !== null),
  );
  if (labelRows.length < 2) return false;
  const texts = labelRows.map(([, list]) => list.map(({ label }) => label.text).join("|"));
  if (new Set(texts).size < 2) return false;
  return labelRows.every(([row, list], i) => {
    const next = labelRows[i + 1]?.[0] ?? cells.height;
    const bottom = Math.max(...list.map(({ label }) => label.bottom));
    let filled = 0;
    for (let below = bottom + 1; below < next; below++) {
      if (rows.has(below)) break;
      const cols = cells.filled(below);
      // An empty row ends a card; what stands alone behind its values is the title of the next.
      if (cols.length === 0 || (filled > 0 && cols.length === 1)) break;
      filled++;
    }
    return row < next && filled === 1;
  });
}

/** Cards side by side: columns in which the same labels begin anew in one row. */
function stripsOf(labels: readonly FormLabel[]): (readonly [number, number])[] {
  const anchor = anchorOf(labels);
  const starts = new Set<number>();
  const rows = new Map<number, number[]>();
  for (const { text, row, col } of labels) if (text === anchor) rows.set(row, [...(rows.get(row) ?? []), col]);
  for (const cols of rows.values()) if (cols.length > 1) for (const col of cols) starts.add(col);
  if (starts.size < 2) return [[0, Infinity]];
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((col, i) => [i === 0 ? 0 : col, sorted[i + 1] ?? Infinity] as const);
}

function hasValue({ cells }: Field): boolean {
  return cells.some(({ value }) => value !== null && value !== "");
}

/** A block that only has labels is a form nobody filled in. */
function isFilledRecord(record: ReadonlyMap<string, Field>): boolean {
  let filled = 0;
  for (const field of record.values()) if (hasValue(field)) filled++;
  return filled >= 2;
}
