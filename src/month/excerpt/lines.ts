/** Lines of one table that go into an excerpt, and what stands in them. */
import type { Area, CellValue, ExcerptLine } from "../../grid";
import { isBlank, plainText, sheetOf, valueAt } from "../../grid";
import { type ColumnKey, headLinesOf, type Item, type Ledger, rawOf, statusValueOf } from "../../ledger";
import { fold } from "../common";

/** Fields that are said once for the rows below: what a row without them is about stands above it. */
const CARRIED: readonly ColumnKey[] = ["section", "parentProblem", "kind", "source"];
/** Fields of an item that a row of it alone must have. */
const IDENTIFYING: readonly ColumnKey[] = ["number", "problem", "unit", "coUnits", "leader", "task"];
/** 附件1: a mark above the title. */
const LONGEST_MARK = 12;

interface LineReader {
  above(): readonly ExcerptLine[];
  head(): readonly ExcerptLine[];
  data(): readonly ExcerptLine[];
}

/**
 * @param ledgers that share one header
 * @param rows wanted
 * @param foreign names that no line above the header may hold
 */
export function createLineReader(
  ledgers: readonly Ledger[],
  rows: ReadonlySet<number>,
  foreign: readonly string[],
): LineReader {
  const ledger = ledgers[0]!;
  const { grid, layout } = ledger;
  const { header } = layout;
  const merged = mergedTops(ledger);
  const folded = foreign.map(fold).filter((name) => name !== "");
  const isForeign = (value: CellValue): boolean => {
    if (typeof value !== "string") return false;
    const text = fold(value);
    return folded.some((name) => text.includes(name));
  };

  const valuesOf = (row: number, keep: (value: CellValue) => boolean = () => true): CellValue[] => {
    const values: CellValue[] = [];
    for (let col = 0; col <= header.right; col++) {
      const value = col < header.left ? null : valueOfCell(ledger, row, col);
      values.push(value !== null && keep(value) ? value : null);
    }
    return values;
  };
  const line = (row: number, part: ExcerptLine["part"], keep?: (value: CellValue) => boolean): ExcerptLine => ({
    row,
    part,
    values: valuesOf(row, keep),
  });
  const lineAbove = (row: number): ExcerptLine =>
    row === layout.titleRow
      ? line(row, "title", (value) => plainText(value) === layout.title || !isForeign(value))
      : line(row, "above", (value) => !isForeign(value));

  return {
    above() {
      const caption = (grid.caption ?? []).filter((text) => text === layout.title || !isForeign(text));
      const outside = caption.map((text): ExcerptLine => {
        const values: CellValue[] = [...Array.from({ length: header.left }, () => null), text];
        return { row: null, values, part: text === layout.title ? "title" : "above" };
      });
      return [...outside, ...rowsAbove(ledger).map(lineAbove)];
    },
    head() {
      const lines: ExcerptLine[] = [];
      for (let row = header.top; row <= header.bottom; row++) lines.push(line(row, "head"));
      return lines;
    },
    data() {
      const headings = createHeadings(ledgers);
      const lines: ExcerptLine[] = [];
      const shown = new Set<number>();
      const started = new Set<Item>();
      const carried = new Map<ColumnKey, string>();
      const givenAreas = new Set<Area>();
      for (const row of [...rows].sort((a, b) => a - b)) {
        const owner = itemAt(ledgers, row);
        for (const heading of owner ? headings(row, owner) : []) {
          if (shown.has(heading)) continue;
          shown.add(heading);
          lines.push(line(heading, "section"));
        }
        const values = valuesOf(row);
        fillMerged(values, row);
        if (owner) fillRow(values, row, owner);
        lines.push({ row, values, part: "data" });
      }
      return lines;

      /** What is merged from above and begins in a row that is not there begins here. */
      function fillMerged(values: CellValue[], row: number): void {
        for (const area of merged(row)) {
          if (givenAreas.has(area)) continue;
          givenAreas.add(area);
          if (area.top !== row) values[area.left] = valueOfCell(ledger, area.top, area.left);
        }
      }

      function fillRow(values: CellValue[], row: number, item: Item): void {
        const own = item.ledger;
        const ofRow = item.rows.find((each) => each.row === row);
        const put = (key: ColumnKey, value: CellValue): void => {
          const col = own.columns[key]?.col;
          if (col !== undefined && isBlank(values[col]) && !isBlank(value) && !inMerge(row, col)) values[col] = value;
        };
        for (const key of CARRIED) {
          const col = own.columns[key]?.col;
          if (col === undefined) continue;
          const value = carriedValue(own, row, col);
          const text = isBlank(value) ? "" : plainText(value);
          // Only where what stands above in the excerpt says something else.
          if (carried.get(key) !== text) put(key, value);
          carried.set(key, text);
        }
        if (!started.has(item) && ofRow !== undefined && row !== (item.headRow ?? item.rows[0]?.row))
          for (const key of IDENTIFYING)
            put(key, rawOf(own, key === "number" || key === "problem" ? item : ofRow, key));
        started.add(item);
        const dress = own.columns.status?.dress;
        // A code says nothing where its legend is not.
        if (dress?.form === "codes" && ofRow !== undefined && !isBlank(values[own.columns.status!.col]))
          values[own.columns.status!.col] = statusValueOf(own, ofRow);
      }

      function inMerge(row: number, col: number): boolean {
        return merged(row).some((area) => area.left <= col && col <= area.right);
      }
    },
  };

  function carriedValue(of: Ledger, row: number, col: number): CellValue {
    for (let up = row; up >= layout.firstRow; up--) {
      if (up !== row && itemAt(ledgers, up) === undefined) continue;
      const value = valueAt(of.grid, up, col);
      if (!isBlank(value)) return value;
    }
    return null;
  }
}

/** A cell as it is read (同上 as what it means), else as it stands. */
function valueOfCell({ grid }: Ledger, row: number, col: number): CellValue {
  const read = valueAt(grid, row, col);
  return read ?? (grid.view?.back === undefined ? valueAt(sheetOf(grid), row, col) : null);
}

/** Merged areas of a row within the table's data. */
function mergedTops({ grid, layout }: Ledger): (row: number) => readonly Area[] {
  const byRow = new Map<number, Area[]>();
  for (const area of grid.merges) {
    if (area.bottom === area.top || area.left < layout.header.left || area.left > layout.header.right) continue;
    for (let row = Math.max(area.top, layout.firstRow); row <= Math.min(area.bottom, layout.lastRow); row++) {
      const list = byRow.get(row);
      if (list) list.push(area);
      else byRow.set(row, [area]);
    }
  }
  return (row) => byRow.get(row) ?? [];
}

function itemAt(ledgers: readonly Ledger[], row: number): Item | undefined {
  for (const ledger of ledgers) {
    const item = ledger.itemAt.get(row);
    if (item !== undefined) return item;
  }
  return undefined;
}

/** Title and lines of a table, and a mark (附件1) right above its title. */
function rowsAbove(ledger: Ledger): readonly number[] {
  const { titleRow, header } = ledger.layout;
  const lines = headLinesOf(ledger).flatMap(({ row }) => (row === null ? [] : [row]));
  const first = titleRow ?? lines[0] ?? header.top;
  const rows: number[] = [];
  if (titleRow !== null && titleRow > 0 && isMark(ledger, titleRow - 1)) rows.push(titleRow - 1);
  for (let row = first; row < header.top; row++) rows.push(row);
  return rows;
}

function isMark({ grid }: Ledger, row: number): boolean {
  const filled = (grid.values[row] ?? []).filter((value) => !isBlank(value));
  return filled.length === 1 && plainText(filled[0]).length <= LONGEST_MARK;
}

/** The headings (一、党的领导方面) that are in force for an item: rows of the sheet that are no items. */
function createHeadings(ledgers: readonly Ledger[]): (row: number, item: Item) => readonly number[] {
  const { grid, layout } = ledgers[0]!;
  const found = new Map<string, number | null>();
  const headingAbove = (row: number, text: string): number | null => {
    const wanted = fold(text);
    for (let up = row - 1; up >= layout.firstRow && wanted !== ""; up--) {
      if (itemAt(ledgers, up) !== undefined) continue;
      const said = fold(
        (grid.values[up] ?? [])
          .filter((value) => !isBlank(value))
          .map(plainText)
          .join(""),
      );
      if (said !== "" && (said === wanted || said.includes(wanted))) return up;
    }
    return null;
  };
  return (row, item) => {
    const first = item.headRow ?? item.rows[0]?.row ?? row;
    const rows = [item.section, item.parent].flatMap((text) => {
      if (text === null || text === "") return [];
      const key = `${first}\n${text}`;
      let heading = found.get(key);
      if (heading === undefined) {
        heading = headingAbove(first, text);
        found.set(key, heading);
      }
      return heading === null ? [] : [heading];
    });
    return rows.sort((a, b) => a - b);
  };
}
