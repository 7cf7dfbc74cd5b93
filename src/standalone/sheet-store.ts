/**
 * What the sheet view shows: the grids the session last read, and the cells selected through the port. The view never
 * changes a cell; edits go through the session and arrive here as new rows.
 */
import type { Area, CellValue, Grid } from "../grid";
import type { Host, ReadFacet, SelectFacet, WriteFacet } from "../hosts/port";

interface SheetSelection {
  readonly sheet: string;
  readonly areas: readonly Area[];
  /** Grows with each selection, so that selecting the same cell again scrolls to it again. */
  readonly serial: number;
  /** The person goes on in the panes: where those stand in place of the sheet, they stay. */
  readonly stay: boolean;
}

interface SheetState {
  readonly grids: readonly Grid[];
  readonly selection: SheetSelection | null;
  /** Grows when cell values changed in place. */
  readonly version: number;
}

export interface SheetStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => SheetState;
  readonly select: SelectFacet;
  /** The same host, with its reads and writes seen by the view. */
  readonly watch: (host: Host) => Host;
  readonly clear: () => void;
}

export function createSheetStore(): SheetStore {
  let state: SheetState = { grids: [], selection: null, version: 0 };
  const listeners = new Set<() => void>();
  const set = (next: Partial<SheetState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const select: SelectFacet = {
    select: async (sheet, areas, { stay = false } = {}) => {
      set({ selection: { sheet, areas, serial: (state.selection?.serial ?? 0) + 1, stay } });
      // The view shows hidden rows, columns and sheets, too.
      return { selected: areas.length, hidden: 0, left: 0 };
    },
  };

  function putRows(sheet: string, rows: ReadonlyMap<number, readonly CellValue[]>): void {
    const index = state.grids.findIndex((grid) => grid.sheet === sheet);
    const grid = state.grids[index];
    if (!grid) return;
    const values = [...grid.values];
    for (const [row, cells] of rows) values[row] = cells;
    const grids = [...state.grids];
    grids[index] = { ...grid, values };
    set({ grids, version: state.version + 1 });
  }

  function watchRead(read: ReadFacet): ReadFacet {
    return {
      sheets: () => read.sheets(),
      grids: async (names, options) => {
        const grids = await read.grids(names, options);
        // The session patches rows in place; the view keeps row arrays of its own so that it repaints when they change.
        set({ grids: grids.map((grid) => ({ ...grid, values: [...grid.values] })), version: state.version + 1 });
        return grids;
      },
      rows: async (sheet, rows) => {
        const found = await read.rows(sheet, rows);
        putRows(sheet, found);
        return found;
      },
      look: (since, options) => read.look(since, options),
    };
  }

  function watchWrite(write: WriteFacet, read: ReadFacet): WriteFacet {
    return {
      apply: async (edits) => {
        const outcomes = await write.apply(edits);
        const touched = new Map<string, Set<number>>();
        for (const edit of edits) touched.set(edit.sheet, (touched.get(edit.sheet) ?? new Set()).add(edit.row));
        for (const [sheet, rows] of touched) putRows(sheet, await read.rows(sheet, [...rows]));
        return outcomes;
      },
    };
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    select,
    watch: (host) => ({
      ...host,
      select,
      read: watchRead(host.read),
      ...(host.write ? { write: watchWrite(host.write, host.read) } : {}),
    }),
    clear: () => set({ grids: [], selection: null, version: state.version + 1 }),
  };
}
