/**
 * A host over plain arrays, with every facet of the port: what tests of the session and the contract suites run on, and
 * the reference for how a facet behaves.
 */
import { EMPTY_ROW, type Area, type CellValue, type Grid } from "../../ledger/grid";
import {
  HostError,
  type Edit,
  type EditOutcome,
  type Host,
  type HostEvent,
  type LackReason,
  type FacetName,
  type Mark,
  type ReportSheet,
} from "../port";

/** A sheet as given to `createMemoryHost`; everything but the name and the values may be left out. */
export interface MemorySheet {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
  readonly merges?: readonly Area[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenCols?: readonly number[];
  readonly visibility?: Grid["visibility"];
  readonly protected?: boolean;
  /** Cells that hold formulas ("row:col"); they are read by value and refuse to be written. */
  readonly formulas?: readonly string[];
  /** Number formats by "row:col". */
  readonly formats?: Readonly<Record<string, string>>;
  /** Cells struck through, by "row:col". */
  readonly struck?: readonly string[];
}

export interface MemoryOptions {
  readonly name?: string;
  readonly key?: string;
  readonly date1904?: boolean;
  /** Facets to leave out, with the reason: to try how a surface lives without them. */
  readonly lacks?: Partial<Record<FacetName, LackReason>>;
  /** Cells the host marks at most. */
  readonly markLimit?: number;
}

/** What a test sees and does from the outside: the user at the sheet, and what the session left there. */
export interface MemoryControls {
  /** Types a value into a cell and reports it, as a user's edit. */
  type(sheet: string, row: number, col: number, value: CellValue): void;
  /** Changes a cell without any event: a colleague's edit between two of our steps. */
  sneak(sheet: string, row: number, col: number, value: CellValue): void;
  insertRow(sheet: string, at: number): void;
  protect(sheet: string, on: boolean): void;
  valueAt(sheet: string, row: number, col: number): CellValue;
  readonly marks: () => readonly Mark[];
  readonly selection: () => { readonly sheet: string; readonly areas: readonly Area[] } | null;
  readonly sheetNames: () => readonly string[];
  readonly state: () => ReadonlyMap<string, string>;
  readonly listeners: () => number;
  /** Rows read by `rows()` so far. */
  readonly rowsRead: () => number;
}

export interface MemoryHost extends Host {
  readonly controls: MemoryControls;
}

interface SheetState {
  name: string;
  values: CellValue[][];
  merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
  readonly visibility: Grid["visibility"];
  protected: boolean;
  readonly formulas: ReadonlySet<string>;
  readonly formats: ReadonlyMap<string, string>;
  readonly struck: ReadonlySet<string>;
  readonly ours: boolean;
}

/**
 * @example
 * const host = createMemoryHost([{ name: "台账", values: [["序号", "问题"], [1, "某问题"]] }]);
 * await host.read.grids(); // one grid
 */
export function createMemoryHost(sheets: readonly MemorySheet[], options: MemoryOptions = {}): MemoryHost {
  const states: SheetState[] = sheets.map((sheet) => stateOf(sheet, false));
  const listeners = new Set<(event: HostEvent) => void>();
  const kept = new Map<string, string>();
  const lacks = options.lacks ?? { copies: "notThisHost" };
  let marks: readonly Mark[] = [];
  let selection: { sheet: string; areas: readonly Area[] } | null = null;
  let rowsRead = 0;

  const find = (name: string): SheetState => {
    const state = states.find((each) => each.name === name);
    if (!state) throw new HostError("missingSheet", "sheet not found");
    return state;
  };
  const tell = (event: HostEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const put = (state: SheetState, row: number, col: number, value: CellValue) => {
    while (state.values.length <= row) state.values.push([]);
    const cells = state.values[row]!;
    while (cells.length <= col) cells.push(null);
    cells[col] = value;
  };
  const write = (edit: Edit): EditOutcome => {
    const state = states.find((each) => each.name === edit.sheet);
    if (!state) return { type: "refused", reason: "missingSheet" };
    if (state.protected) return { type: "refused", reason: "protected" };
    if (state.formulas.has(`${edit.row}:${edit.col}`)) return { type: "refused", reason: "formula" };
    if (state.merges.some((area) => isCovered(area, edit.row, edit.col))) return { type: "refused", reason: "merged" };
    const found = state.values[edit.row]?.[edit.col] ?? null;
    if (found !== edit.expected) return { type: "changed", found };
    put(state, edit.row, edit.col, edit.value);
    return { type: "written" };
  };

  const host: MemoryHost = {
    name: "memory",
    workbookName: options.name ?? "memory.xlsx",
    workbookKey: options.key ?? "memory",
    lacks,
    read: {
      sheets: async () =>
        states.map(({ name, visibility, protected: locked }) => ({ name, visibility, protected: locked })),
      grids: async (names, reading) => {
        const wanted = names ? names.map(find) : states;
        const grids: Grid[] = [];
        for (const state of wanted) {
          if (reading?.signal?.aborted) throw new HostError("cancelled");
          grids.push(gridOf(state, options.date1904 ?? false));
          reading?.onProgress?.({ done: grids.length, total: wanted.length });
        }
        return grids;
      },
      rows: async (sheet, rows) => {
        const state = find(sheet);
        rowsRead += rows.length;
        return new Map(rows.map((row) => [row, [...(state.values[row] ?? EMPTY_ROW)]]));
      },
    },
    events: {
      listen: async (handler) => {
        listeners.add(handler);
        return async () => {
          listeners.delete(handler);
        };
      },
    },
    select: {
      select: async (sheet, areas) => {
        find(sheet);
        selection = { sheet, areas };
      },
    },
    marks: {
      set: async (wanted) => {
        const limit = options.markLimit ?? null;
        marks = limit === null ? [...wanted] : wanted.slice(0, limit);
        return { marked: marks.length, limit };
      },
      clear: async () => {
        marks = [];
      },
    },
    write: { apply: async (edits) => edits.map(write) },
    sheets: {
      add: async (sheet) => {
        const old = states.findIndex((state) => state.ours && state.name === sheet.name);
        if (old >= 0) states.splice(old, 1);
        const name = freeName(sheet.name, states);
        states.push(stateOf({ name, values: reportValues(sheet) }, true));
        return { name };
      },
      removeOurs: async () => {
        for (let index = states.length - 1; index >= 0; index -= 1) if (states[index]!.ours) states.splice(index, 1);
      },
    },
    state: {
      load: async (concern) => kept.get(concern) ?? null,
      save: async (concern, json) => {
        kept.set(concern, json);
      },
      remove: async () => {
        kept.clear();
      },
    },
    controls: {
      type: (sheet, row, col, value) => {
        put(find(sheet), row, col, value);
        tell({ type: "rows", sheet, rows: [row] });
      },
      sneak: (sheet, row, col, value) => put(find(sheet), row, col, value),
      insertRow: (sheet, at) => {
        find(sheet).values.splice(at, 0, []);
        tell({ type: "structure", sheet });
      },
      protect: (sheet, on) => {
        find(sheet).protected = on;
      },
      valueAt: (sheet, row, col) => find(sheet).values[row]?.[col] ?? null,
      marks: () => marks,
      selection: () => selection,
      sheetNames: () => states.map((state) => state.name),
      state: () => kept,
      listeners: () => listeners.size,
      rowsRead: () => rowsRead,
    },
  };
  return without(host, lacks);
}

/** The host without the facets it is said to lack. */
function without(host: MemoryHost, lacks: Partial<Record<FacetName, LackReason>>): MemoryHost {
  const absent = new Set(Object.keys(lacks));
  const entries = Object.entries(host).filter(([key]) => !absent.has(key));
  return Object.fromEntries(entries) as unknown as MemoryHost;
}

function stateOf(sheet: MemorySheet, ours: boolean): SheetState {
  return {
    name: sheet.name,
    values: sheet.values.map((row) => [...row]),
    merges: sheet.merges ?? [],
    hiddenRows: new Set(sheet.hiddenRows ?? []),
    hiddenCols: new Set(sheet.hiddenCols ?? []),
    visibility: sheet.visibility ?? "visible",
    protected: sheet.protected ?? false,
    formulas: new Set(sheet.formulas ?? []),
    formats: new Map(Object.entries(sheet.formats ?? {})),
    struck: new Set(sheet.struck ?? []),
    ours,
  };
}

function gridOf(state: SheetState, date1904: boolean): Grid {
  return {
    sheet: state.name,
    values: state.values.map((row) => (row.length === 0 ? EMPTY_ROW : [...row])),
    merges: state.merges,
    hiddenRows: state.hiddenRows,
    hiddenCols: state.hiddenCols,
    visibility: state.visibility,
    date1904,
    formatAt: (row, col) => state.formats.get(`${row}:${col}`),
    struckAt: (row, col) => state.struck.has(`${row}:${col}`),
  };
}

/** Inside a merged area, but not its top-left cell. */
function isCovered(area: Area, row: number, col: number): boolean {
  if (row < area.top || row > area.bottom || col < area.left || col > area.right) return false;
  return row !== area.top || col !== area.left;
}

function freeName(name: string, states: readonly SheetState[]): string {
  const taken = (wanted: string) => states.some((state) => state.name === wanted);
  if (!taken(name)) return name;
  let number = 2;
  while (taken(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}

function reportValues(sheet: ReportSheet): readonly (readonly CellValue[])[] {
  return sheet.rows.map((row) => row.map((cell) => cell.value));
}
