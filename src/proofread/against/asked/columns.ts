/** What the columns of a ledger offer to the words of a notice: values that sort items, figures that add up, shares of progress. */
import { displayText, plainText, valueAt } from "../../../grid";
import { firstRowOf, shownAt, type ColumnKey, type Item, type Ledger, type Reading } from "../../../ledger";
import { columnsOf, sumColumn, type NamedColumn } from "../../../tally";
import { withoutNumber } from "../../../zh/list-number";
import { reWith } from "../../../zh/pattern";
import { foldLine } from "../../../zh/plain";
import { ledgerTerms as words } from "../../../zh/words/ledger-terms";

/** Columns of one name in all tables. */
export interface ColumnOfName {
  readonly header: string;
  readonly columns: readonly NamedColumn[];
}

/** Items by what stands in a column. */
export interface ValueColumn extends ColumnOfName {
  readonly values: ReadonlyMap<string, ReadonlySet<Item>>;
}

export interface SumColumn extends ColumnOfName {
  readonly unit: string;
}

/** A column of more values sorts nothing. */
const MOST_VALUES = 60;
const LONGEST_VALUE = 16;
/** What names one item, or tells of it at length. */
const OWN_OF_EACH: readonly ColumnKey[] = [
  "number",
  "problem",
  "measure",
  "task",
  "deadline",
  "doneDate",
  "evidence",
  "progress",
  "remarks",
];
const NO_VALUE = /^[\d.,%()\s-]*$|\d{4}[年./-]/u;

/** Columns by the names of their headers. */
export function columnsByName({ ledgers }: Reading): readonly ColumnOfName[] {
  const byName = new Map<string, NamedColumn[]>();
  for (const ledger of ledgers)
    for (const column of columnsOf(ledger)) {
      const header = foldLine(column.header).replace(/\s+/gu, "");
      const known = byName.get(header);
      if (known) known.push(column);
      else byName.set(header, [column]);
    }
  return Array.from(byName, ([header, columns]) => ({ header, columns }));
}

/** What a cell shows, folded as the lines of a notice are. */
function shownIn(ledger: Ledger, row: number, col: number): string {
  const at = shownAt(ledger, row, col);
  const value = valueAt(ledger.grid, at.row, at.col);
  if (value === null) return "";
  const { grid } = ledger;
  const text =
    typeof value === "number" ? displayText(value, grid.formatAt?.(at.row, at.col), grid.date1904) : plainText(value);
  return foldLine(text).replace(/\s+/gu, "");
}

function* cellsOf({ columns }: ColumnOfName): Generator<readonly [item: Item, text: string]> {
  for (const { ledger, col } of columns)
    for (const item of ledger.items) {
      // A heading is written once, above all that follow.
      const heading =
        col === ledger.columns.section?.col
          ? item.section
          : col === ledger.columns.parentProblem?.col
            ? item.parent
            : null;
      if (heading !== null) {
        yield [item, withoutNumber(foldLine(heading).replace(/\s+/gu, ""))];
        continue;
      }
      const rows = new Set([firstRowOf(item), ...item.rows.map(({ row }) => row)]);
      for (const row of rows) yield [item, shownIn(ledger, row, col)];
    }
}

/** Items by the values of a column; null where it sorts nothing. */
export function valuesOfColumn(column: ColumnOfName): ValueColumn | null {
  const isOwn = column.columns.some(({ ledger, col }) => OWN_OF_EACH.some((key) => ledger.columns[key]?.col === col));
  if (isOwn) return null;
  const values = new Map<string, Set<Item>>();
  for (const [item, text] of cellsOf(column)) {
    if (text === "" || NO_VALUE.test(text)) continue;
    for (const one of new Set([text, ...text.split(/[、，,；;]/u)])) {
      if (one === "" || one.length > LONGEST_VALUE) continue;
      const known = values.get(one);
      if (known) known.add(item);
      else if (values.size >= MOST_VALUES) return null;
      else values.set(one, new Set([item]));
    }
  }
  return values.size === 0 ? null : { ...column, values };
}

const COUNTED = reWith("u")`${words.amountNouns}`;
const UNIT_OF_NAME = /(.)数$/u;

/** A column of figures that add up; null where it is none. */
export function sumsOfColumn(column: ColumnOfName, reading: Reading): SumColumn | null {
  const { columns, header } = column;
  const bare = header.replace(/[（(].*$/u, "");
  const unit = columns[0]?.unit || (UNIT_OF_NAME.exec(bare)?.[1] ?? "");
  if (unit === "" && !COUNTED.test(header)) return null;
  const sum = sumColumn(reading, columns);
  return sum.type === "sum" && sum.rows.length > 0 ? { ...column, unit } : null;
}

const SHARE = /^(\d{1,3}(?:\.\d+)?)(%?)$/u;
const HUNDRED = 100;

/** How far items are, in percent, by a column of progress; null without one. */
export function progressOf(columns: readonly ColumnOfName[]): ReadonlyMap<Item, number> | null {
  for (const column of columns) {
    if (!words.progress.some((word) => column.header.includes(word))) continue;
    const cells = Array.from(cellsOf(column)).flatMap(([item, text]) => {
      const share = SHARE.exec(text);
      return share ? [{ item, value: Number(share[1]), isShare: share[2] === "%" }] : [];
    });
    // 0.8 without a format is 80%, where nothing is more than the whole.
    const scale = cells.some(({ value, isShare }) => isShare || value > 1) ? 1 : HUNDRED;
    const shares = new Map<Item, number>();
    for (const { item, value } of cells)
      if (!shares.has(item)) shares.set(item, Math.round(value * scale * HUNDRED) / HUNDRED);
    if (shares.size > 0) return shares;
  }
  return null;
}
