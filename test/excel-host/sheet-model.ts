/** One sheet of the emulated workbook: what it holds, and the few ways Excel changes it. No events here. */
import type { Area, CellValue } from "../../src/grid/grid";
import { contains, intersect } from "./addresses";
import { parseEntry } from "./parse-entry";

export interface CellStyle {
  format?: string;
  fill?: string;
  fontColor?: string;
  bold?: boolean;
  strikethrough?: boolean;
  wrapText?: boolean;
  hyperlink?: { documentReference?: string; address?: string; screenTip?: string; textToDisplay?: string };
  /** The cell was given with a leading apostrophe. */
  quoted?: boolean;
}

export interface Cell {
  value: CellValue;
  formula?: string;
  style?: CellStyle;
}

/** A filter over rows: of the sheet, or of a table. Its first row is the header. */
export interface FilterModel {
  readonly id: string;
  readonly area: Area;
  /** Rows its criteria hide. */
  filtered: ReadonlySet<number>;
  /** Of a table: its last row is a totals row. */
  readonly totals?: boolean;
}

export interface ConditionalFormatModel {
  readonly id: string;
  readonly type: string;
  areas: Area[];
  formula: string;
  /** Excel fails over its rule, or answers null (office-js issues 6827, 6835). */
  unreadable?: "throws" | "null";
  fill: string;
  fontColor: string;
  bold: boolean;
}

/** The rule of one cell: only lists are emulated. */
export interface ValidationModel {
  readonly source: string;
  readonly showsError: boolean;
  readonly ignoresBlanks: boolean;
}

/** A native chart: which cells it shows, and where it stands. */
export interface ChartModel {
  readonly name: string;
  readonly type: string;
  title: string;
  position: readonly [from: string, to: string] | null;
  readonly series: { name: string; values: string; names: string; fill: string }[];
  reversed: boolean;
  maximum: number | null;
}

export interface SheetSource {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
  readonly merges?: readonly Area[];
  readonly hiddenRows?: Iterable<number>;
  readonly hiddenCols?: Iterable<number>;
  readonly visibility?: "Visible" | "Hidden" | "VeryHidden";
  readonly protected?: boolean;
  readonly formatAt?: (row: number, col: number) => string | undefined;
  readonly struckAt?: (row: number, col: number) => boolean;
  readonly fillAt?: (row: number, col: number) => string | null;
  /** Formula of a cell whose cached value stands in `values`. */
  readonly formulaAt?: (row: number, col: number) => string | undefined;
  readonly tables?: readonly FilterModel[];
}

const DEFAULT_STYLE: Readonly<CellStyle> = Object.freeze({});

export class SheetModel {
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  protected: boolean;
  rows: (Cell | undefined)[][] = [];
  merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenCols: Set<number>;
  readonly columnWidths = new Map<number, number>();
  conditionalFormats: ConditionalFormatModel[] = [];
  autoFilter: FilterModel | null = null;
  /** How it is printed, and how many rows at its head stay in sight. */
  readonly print: { orientation: string; zoom: unknown; titleRows: string } = {
    orientation: "Portrait",
    zoom: { scale: 100 },
    titleRows: "",
  };
  frozenRows = 0;
  /** Data validations by "row:col". */
  validations = new Map<string, ValidationModel>();
  charts: ChartModel[] = [];
  tables: readonly FilterModel[] = [];
  /** Names that belong to the sheet. */
  readonly names = new Map<string, { readonly area: Area; readonly visible: boolean }>();

  constructor(
    readonly id: string,
    source: SheetSource,
    readonly date1904: boolean,
  ) {
    this.name = source.name;
    this.visibility = source.visibility ?? "Visible";
    this.protected = source.protected ?? false;
    this.merges = [...(source.merges ?? [])];
    this.tables = source.tables ?? [];
    this.hiddenRows = new Set(source.hiddenRows ?? []);
    this.hiddenCols = new Set(source.hiddenCols ?? []);
    source.values.forEach((values, row) => {
      const cells: (Cell | undefined)[] = [];
      for (let col = 0; col < values.length; col++) {
        const value = values[col] === "" ? null : (values[col] ?? null);
        const formula = source.formulaAt?.(row, col);
        const format = source.formatAt?.(row, col);
        const struck = source.struckAt?.(row, col) ?? false;
        const fill = source.fillAt?.(row, col) ?? null;
        if (value === null && formula === undefined && format === undefined && !struck && fill === null) continue;
        const cell: Cell = { value };
        if (formula !== undefined) cell.formula = formula;
        if (format !== undefined || struck || fill !== null)
          cell.style = {
            ...(format === undefined ? {} : { format }),
            ...(struck ? { strikethrough: true } : {}),
            ...(fill === null ? {} : { fill }),
          };
        cells[col] = cell;
      }
      this.rows[row] = cells;
    });
  }

  cellAt(row: number, col: number): Cell | undefined {
    return this.rows[row]?.[col];
  }

  styleAt(row: number, col: number): Readonly<CellStyle> {
    return this.rows[row]?.[col]?.style ?? DEFAULT_STYLE;
  }

  valueAt(row: number, col: number): CellValue {
    return this.rows[row]?.[col]?.value ?? null;
  }

  /** As `formulas` reports a cell: the formula, else the value. */
  formulaAt(row: number, col: number): CellValue {
    const cell = this.rows[row]?.[col];
    return cell?.formula ?? cell?.value ?? null;
  }

  private open(row: number, col: number): Cell {
    const cells = (this.rows[row] ??= []);
    return (cells[col] ??= { value: null });
  }

  restyle(row: number, col: number, change: Partial<CellStyle>): void {
    const cell = this.open(row, col);
    const style = { ...cell.style, ...change };
    for (const key of Object.keys(style) as (keyof CellStyle)[]) if (style[key] === undefined) delete style[key];
    if (Object.keys(style).length > 0) cell.style = style;
    else delete cell.style;
  }

  /** Types or sets one cell, the way Excel reads input. Returns whether its format changed on the way. */
  enter(row: number, col: number, input: CellValue): void {
    const before = this.styleAt(row, col);
    const entry = parseEntry(input, before.format ?? "General", this.date1904);
    const cell = this.open(row, col);
    cell.value = entry.value;
    if (entry.formula === undefined) delete cell.formula;
    else cell.formula = entry.formula;
    const format =
      entry.format !== undefined && (before.format ?? "General") === "General" ? entry.format : before.format;
    if (format !== before.format || (entry.quoted ?? false) !== (before.quoted ?? false)) {
      this.restyle(row, col, { format, quoted: entry.quoted });
    }
  }

  /** Empties cells of values and formats, and takes their merges apart. */
  clear(area: Area): void {
    for (let row = area.top; row <= Math.min(area.bottom, this.rows.length - 1); row++) {
      const cells = this.rows[row] ?? [];
      for (let col = area.left; col <= Math.min(area.right, cells.length - 1); col++) cells[col] = undefined;
    }
    this.merges = this.merges.filter((merge) => !intersect(merge, area));
  }

  /** Smallest area of cells that hold something; null when the sheet is empty. */
  usedArea(valuesOnly: boolean): Area | null {
    let top = -1;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    this.rows.forEach((cells, row) => {
      for (let col = 0; col < cells.length; col++) {
        const cell = cells[col];
        if (!cell || (cell.value === null && cell.formula === undefined && (valuesOnly || !cell.style))) continue;
        if (top < 0) top = row;
        bottom = row;
        if (col < left) left = col;
        if (col > right) right = col;
      }
    });
    return top < 0 ? null : { top, bottom, left, right };
  }

  /** Hidden by hand, or filtered out. */
  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row) || this.filters().some((filter) => filter.filtered.has(row));
  }

  filters(): readonly FilterModel[] {
    return this.autoFilter ? [this.autoFilter, ...this.tables] : this.tables;
  }

  /** The merged area that covers a cell, if any. */
  mergeAt(row: number, col: number): Area | undefined {
    return this.merges.find((area) => contains(area, row, col));
  }

  insertRows(at: number, count: number): void {
    if (at < this.rows.length) this.rows.splice(at, 0, ...Array.from({ length: count }, () => []));
    this.shiftRows(at, count);
  }

  deleteRows(at: number, count: number): void {
    this.rows.splice(at, count);
    this.shiftRows(at, -count);
  }

  /** Moves what hangs on rows at or behind `at`; negative counts delete. */
  private shiftRows(at: number, count: number): void {
    const moveArea = (area: Area): Area | null => {
      if (count >= 0) {
        if (area.top >= at) return { ...area, top: area.top + count, bottom: area.bottom + count };
        return area.bottom >= at ? { ...area, bottom: area.bottom + count } : area;
      }
      const end = at - count;
      const top = area.top >= end ? area.top + count : Math.min(area.top, at);
      const bottom = area.bottom >= end ? area.bottom + count : Math.min(area.bottom, at - 1);
      return bottom < top ? null : { ...area, top, bottom };
    };
    const keep = (areas: readonly Area[]): Area[] => areas.flatMap((area) => moveArea(area) ?? []);
    this.merges = keep(this.merges).filter((area) => area.top !== area.bottom || area.left !== area.right);
    for (const format of this.conditionalFormats) format.areas = keep(format.areas);
    this.conditionalFormats = this.conditionalFormats.filter((format) => format.areas.length > 0);
    this.validations = new Map(
      [...this.validations].flatMap(([key, rule]) => {
        const [row = 0, col = 0] = key.split(":").map(Number);
        const moved = moveArea({ top: row, bottom: row, left: col, right: col });
        return moved ? [[`${moved.top}:${col}`, rule] as const] : [];
      }),
    );
    const hidden = [...this.hiddenRows];
    this.hiddenRows.clear();
    for (const row of hidden) {
      const moved = moveArea({ top: row, bottom: row, left: 0, right: 0 });
      if (moved) this.hiddenRows.add(moved.top);
    }
  }

  /**
   * Sorts whole rows of an area by one column, the way a user does: cells and their formats move, merges refuse.
   * Conditional formats travel with their rows (Excel splits their areas), which is what makes stale marks.
   */
  sortRows(area: Area, byCol: number, descending: boolean): void {
    const order = Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
    const textOf = (row: number): string => String(this.valueAt(row, byCol) ?? "");
    order.sort((a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : a - b) * (descending ? -1 : 1));
    const moved = order.map((row) => (this.rows[row] ?? []).slice(area.left, area.right + 1));
    moved.forEach((cells, index) => {
      const row = (this.rows[area.top + index] ??= []);
      for (let col = area.left; col <= area.right; col++) row[col] = cells[col - area.left];
    });
    for (const format of this.conditionalFormats) {
      format.areas = format.areas.flatMap((piece) => {
        const inside = intersect(piece, area);
        if (!inside || inside.top !== piece.top || inside.bottom !== piece.bottom) return [piece];
        return Array.from({ length: piece.bottom - piece.top + 1 }, (_, index) => {
          const row = area.top + order.indexOf(piece.top + index);
          return { ...piece, top: row, bottom: row };
        });
      });
    }
  }

  /** Everything that can be seen or saved, for comparing before and after. */
  snapshot(): unknown {
    const cells: unknown[] = [];
    this.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (!cell || (cell.value === null && cell.formula === undefined && !cell.style)) return;
        const { quoted: _quoted, ...style } = cell.style ?? {};
        if (style.format === "General") delete style.format;
        if (cell.value === null && cell.formula === undefined && Object.keys(style).length === 0) return;
        cells.push([r, c, cell.value, cell.formula ?? null, Object.keys(style).length > 0 ? style : null]);
      }),
    );
    return {
      name: this.name,
      visibility: this.visibility,
      protected: this.protected,
      cells,
      merges: this.merges,
      hiddenRows: [...this.hiddenRows].sort((a, b) => a - b),
      hiddenCols: [...this.hiddenCols].sort((a, b) => a - b),
      columnWidths: [...this.columnWidths],
      conditionalFormats: this.conditionalFormats.map(({ id: _id, ...rest }) => rest),
      names: [...this.names],
      validations: [...this.validations].sort(([a], [b]) => (a < b ? -1 : 1)),
    };
  }
}
