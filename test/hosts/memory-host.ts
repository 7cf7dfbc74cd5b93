/**
 * A host over plain arrays, with every facet of the port: what tests of the session and the contract suites run on, and
 * the reference for how a facet behaves. `controls` is everybody else: the user at the sheet, a colleague, and trouble.
 *
 * @example a host that is slow, deaf and busy
 * const host = createMemoryHost([{ name: "台账", values: [["序号"], [1]] }]);
 * host.controls.delay(500);                                  // every call takes half a second
 * host.controls.silence(true);                               // no event is told any more
 * host.controls.fail("busy", { times: 2 });                  // the next two calls fail, whatever they are
 * host.controls.fail("cellEditMode", { only: "write.apply", after: true }); // done, but the answer is lost
 * host.controls.hold("read.grids");                          // these calls wait ...
 * host.controls.release();                                   // ... until now
 */
import { EMPTY_ROW, type Area, type CellValue, type Grid } from "../../src/grid/grid";
import { lookAt } from "../../src/hosts/look";
import { isChangeMark } from "../../src/hosts/ours";
import {
  HostError,
  type CellList,
  type Edit,
  type EditOutcome,
  type FacetName,
  type Host,
  type HostErrorCode,
  type HostEvent,
  type LackReason,
  type Mark,
  type ReportSheet,
} from "../../src/hosts/port";

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
  /** Areas the host selects at most. */
  readonly selectLimit?: number;
}

export interface FailOptions {
  /** How many calls fail; 1 when omitted. */
  readonly times?: number;
  /** Only calls of this method: "read.grids", "write.apply", "events.listen". */
  readonly only?: string;
  /** The call does its work, and only its answer is lost. */
  readonly after?: boolean;
}

/** What a test sees and does from the outside: the user at the sheet, and what the session left there. */
export interface MemoryControls {
  /** Types a value into a cell and reports it, as a user's edit. */
  type(sheet: string, row: number, col: number, value: CellValue): void;
  /** Changes a cell without any event: a colleague's edit between two of our steps. */
  sneak(sheet: string, row: number, col: number, value: CellValue): void;
  insertRow(sheet: string, at: number): void;
  protect(sheet: string, on: boolean): void;
  hideRows(sheet: string, rows: readonly number[]): void;
  /** A name is no event that every Excel tells. */
  rename(sheet: string, name: string): void;
  addSheet(sheet: MemorySheet): void;
  deleteSheet(sheet: string): void;
  /** Somebody deletes our marks, or our report sheets, by hand. */
  removeMarks(): void;
  removeReports(): void;
  /** The next calls fail with this code, or, with "unexpected", with an error that is none of the port's. */
  fail(code: HostErrorCode | "unexpected", options?: FailOptions): void;
  /** Every call takes this long, in milliseconds; 0 ends it. */
  delay(milliseconds: number): void;
  /** Calls of this method (all, when omitted) are not answered until `release`. */
  hold(only?: string): void;
  release(): void;
  /** Events are lost from now on, or told again. */
  silence(on: boolean): void;
  valueAt(sheet: string, row: number, col: number): CellValue;
  formatAt(sheet: string, row: number, col: number): string | undefined;
  readonly marks: () => readonly Mark[];
  readonly selection: () => { readonly sheet: string; readonly areas: readonly Area[] } | null;
  readonly sheetNames: () => readonly string[];
  readonly state: () => ReadonlyMap<string, string>;
  readonly listeners: () => number;
  /** Rows read by `rows()` so far. */
  readonly rowsRead: () => number;
  /** Calls so far, "read.grids" and the like, in order. */
  readonly calls: () => readonly string[];
}

export interface MemoryHost extends Host {
  readonly controls: MemoryControls;
}

interface SheetState {
  readonly id: string;
  name: string;
  values: CellValue[][];
  merges: readonly Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenCols: Set<number>;
  visibility: Grid["visibility"];
  protected: boolean;
  readonly formulas: ReadonlySet<string>;
  readonly formats: ReadonlyMap<string, string>;
  readonly struck: ReadonlySet<string>;
  readonly ours: boolean;
  marks: readonly Mark[];
}

/**
 * @example
 * const host = createMemoryHost([{ name: "台账", values: [["序号", "问题"], [1, "某问题"]] }]);
 * await host.read.grids(); // one grid
 */
export function createMemoryHost(sheets: readonly MemorySheet[], options: MemoryOptions = {}): MemoryHost {
  let lastId = 0;
  const nextId = (): string => `sheet-${++lastId}`;
  const states: SheetState[] = sheets.map((sheet) => stateOf(nextId(), sheet, false));
  const listeners = new Set<(event: HostEvent) => void>();
  const kept = new Map<string, string>();
  const lacks = options.lacks ?? { copies: "notThisHost" };
  const trouble = createTrouble();
  /** Names as of the last listing, and the sheets they meant then. */
  let named = new Map<string, string>();
  let selection: { sheet: string; areas: readonly Area[] } | null = null;
  let rowsRead = 0;
  let silent = false;
  let lists: readonly CellList[] = [];
  const cellsOf = (some: readonly CellList[]): number =>
    some.reduce((sum, { areas }) => sum + areas.reduce((n, { top, bottom }) => n + bottom - top + 1, 0), 0);

  const theirs = (): SheetState[] => states.filter((state) => !state.ours);
  const list = (): void => {
    named = new Map(states.map((state) => [state.name, state.id]));
  };
  list();
  /** By the name it had at the last listing; a sheet that came since, by its own. */
  const known = (name: string): SheetState | undefined => {
    const id = named.get(name);
    return states.find((state) => (id === undefined ? state.name === name : state.id === id));
  };
  const find = (name: string): SheetState => {
    const state = known(name);
    if (!state) throw new HostError("missingSheet", "sheet not found");
    return state;
  };
  const outside = (name: string): SheetState => {
    const state = states.find((each) => each.name === name);
    if (!state) throw new Error(`There is no sheet ${name}.`);
    return state;
  };
  const tell = (event: HostEvent): void => {
    if (!silent) for (const listener of [...listeners]) listener(event);
  };
  const tellOf = (state: SheetState, event: (sheet: string) => HostEvent): void => {
    const name = [...named].find(([, id]) => id === state.id)?.[0];
    tell(name === undefined ? { type: "structure", sheet: null } : event(name));
  };
  const put = (state: SheetState, row: number, col: number, value: CellValue): void => {
    while (state.values.length <= row) state.values.push([]);
    const cells = state.values[row]!;
    while (cells.length <= col) cells.push(null);
    cells[col] = value;
  };
  const write = (edit: Edit): EditOutcome => {
    const state = known(edit.sheet);
    if (!state) return { type: "refused", reason: "missingSheet" };
    if (state.protected) return { type: "refused", reason: "protected" };
    if (state.formulas.has(`${edit.row}:${edit.col}`)) return { type: "refused", reason: "formula" };
    if (state.merges.some((area) => isCovered(area, edit.row, edit.col))) return { type: "refused", reason: "merged" };
    const found = state.values[edit.row]?.[edit.col] ?? null;
    if (found !== edit.expected) return { type: "changed", found };
    put(state, edit.row, edit.col, edit.value);
    return { type: "written" };
  };
  const unmark = (keep?: "changes"): { removed: number; locked: number } => {
    const stays = (mark: Mark): boolean => keep === "changes" && isChangeMark(mark);
    let removed = 0;
    let locked = 0;
    for (const state of states) {
      if (state.protected) locked += state.marks.length;
      else {
        removed += state.marks.filter((mark) => !stays(mark)).length;
        state.marks = state.marks.filter(stays);
      }
    }
    return { removed, locked };
  };
  const shown = (state: SheetState, area: Area): boolean =>
    state.visibility === "visible" &&
    !lines(area.top, area.bottom).some((row) => state.hiddenRows.has(row)) &&
    !lines(area.left, area.right).some((col) => state.hiddenCols.has(col));

  const host: MemoryHost = {
    name: "memory",
    workbookName: options.name ?? "memory.xlsx",
    workbookKey: options.key ?? "memory",
    lacks,
    read: {
      sheets: async () => {
        list();
        return theirs().map(({ id, name, visibility, protected: locked }) => ({
          id,
          name,
          visibility,
          protected: locked,
        }));
      },
      grids: async (names, reading) => {
        const wanted = names ? names.map(find) : theirs();
        list();
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
      look: async (since, looking) => {
        if (looking?.signal?.aborted) throw new HostError("cancelled");
        return lookAt(
          since,
          theirs().map((state) => gridOf(state, false)),
        );
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
      select: async (sheet, areas, { reveal = false } = {}) => {
        const state = find(sheet);
        if (reveal) {
          state.visibility = "visible";
          for (const area of areas) {
            for (const row of lines(area.top, area.bottom)) state.hiddenRows.delete(row);
            for (const col of lines(area.left, area.right)) state.hiddenCols.delete(col);
          }
        }
        const chosen = areas.slice(0, options.selectLimit ?? areas.length);
        const visible = chosen.filter((area) => shown(state, area));
        selection = { sheet: state.name, areas: chosen };
        return { selected: chosen.length, hidden: chosen.length - visible.length, left: areas.length - chosen.length };
      },
    },
    marks: {
      find: async () => {
        const marks = states.flatMap((state) => state.marks);
        return { marked: marks.length, changed: marks.filter(isChangeMark).length };
      },
      set: async (wanted, keep) => {
        unmark(keep);
        const limit = options.markLimit ?? null;
        let locked = 0;
        let marked = 0;
        for (const mark of wanted) {
          const state = known(mark.sheet);
          if (!state) continue;
          if (state.protected) locked += 1;
          else if (limit === null || marked < limit) {
            state.marks = [...state.marks, mark];
            marked += 1;
          }
        }
        return { marked, limit, locked };
      },
      clear: async (keep) => unmark(keep),
    },
    lists: {
      find: async () => lists.length > 0,
      set: async (wanted) => {
        const isLocked = ({ sheet }: CellList) => known(sheet)?.protected ?? false;
        lists = wanted.filter((list) => !isLocked(list));
        return { cells: cellsOf(lists), taken: 0, locked: cellsOf(wanted) - cellsOf(lists) };
      },
      clear: async () => {
        const removed = cellsOf(lists);
        lists = [];
        return { removed, locked: 0 };
      },
    },
    write: { apply: async (edits) => edits.map(write) },
    sheets: {
      findOurs: async () => states.filter((state) => state.ours).map((state) => state.name),
      add: async (sheet) => {
        const old = states.findIndex((state) => state.ours && state.name === sheet.name);
        if (old >= 0) states.splice(old, 1);
        const name = freeName(sheet.name, states);
        states.push(stateOf(nextId(), { name, values: reportValues(sheet) }, true));
        return { name };
      },
      removeOurs: async () => host.controls.removeReports(),
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
        const state = outside(sheet);
        put(state, row, col, value);
        tellOf(state, (name) => ({ type: "rows", sheet: name, rows: [row] }));
      },
      sneak: (sheet, row, col, value) => put(outside(sheet), row, col, value),
      insertRow: (sheet, at) => {
        const state = outside(sheet);
        state.values.splice(at, 0, []);
        tellOf(state, (name) => ({ type: "structure", sheet: name }));
      },
      protect: (sheet, on) => {
        outside(sheet).protected = on;
      },
      hideRows: (sheet, rows) => {
        for (const row of rows) outside(sheet).hiddenRows.add(row);
      },
      rename: (sheet, name) => {
        outside(sheet).name = name;
      },
      addSheet: (sheet) => {
        states.push(stateOf(nextId(), sheet, false));
        tell({ type: "structure", sheet: null });
      },
      deleteSheet: (sheet) => {
        states.splice(states.indexOf(outside(sheet)), 1);
        tell({ type: "structure", sheet: null });
      },
      removeMarks: () => {
        for (const state of states) state.marks = [];
      },
      removeReports: () => {
        for (let index = states.length - 1; index >= 0; index -= 1) if (states[index]!.ours) states.splice(index, 1);
      },
      ...trouble.controls,
      silence: (on) => {
        silent = on;
      },
      valueAt: (sheet, row, col) => outside(sheet).values[row]?.[col] ?? null,
      formatAt: (sheet, row, col) => outside(sheet).formats.get(`${row}:${col}`),
      marks: () => states.flatMap((state) => state.marks.map((mark) => ({ ...mark, sheet: state.name }))),
      selection: () => selection,
      sheetNames: () => states.map((state) => state.name),
      state: () => kept,
      listeners: () => listeners.size,
      rowsRead: () => rowsRead,
    },
  };
  return withTrouble(without(host, lacks), trouble);
}

// ------------------------------------------------------------------------------------------------------------ trouble

interface Trouble {
  readonly controls: Pick<MemoryControls, "fail" | "delay" | "hold" | "release" | "calls">;
  /** Runs a call as things are: late, never, or with a failure before or after it. */
  run<T>(method: string, work: () => Promise<T>): Promise<T>;
}

function createTrouble(): Trouble {
  const calls: string[] = [];
  const failures: { code: HostErrorCode | "unexpected"; times: number; only?: string; after: boolean }[] = [];
  let pause = 0;
  let held: string | null = null;
  let waiting: (() => void)[] = [];
  const fail = (method: string, after: boolean): void => {
    const failure = failures.find(
      (one) => one.after === after && one.times > 0 && (one.only === undefined || one.only === method),
    );
    if (!failure) return;
    failure.times -= 1;
    if (failure.code === "unexpected") throw new TypeError("an error nobody expected");
    throw new HostError(failure.code, "injected");
  };
  return {
    controls: {
      fail: (code, { times = 1, only, after = false } = {}) => {
        failures.push({ code, times, after, ...(only === undefined ? {} : { only }) });
      },
      delay: (milliseconds) => {
        pause = milliseconds;
      },
      hold: (only = "") => {
        held = only;
      },
      release: () => {
        held = null;
        for (const go of waiting.splice(0)) go();
        waiting = [];
      },
      calls: () => calls,
    },
    async run(method, work) {
      calls.push(method);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      if (held === "" || held === method) await new Promise<void>((resolve) => waiting.push(resolve));
      fail(method, false);
      const answer = await work();
      fail(method, true);
      return answer;
    },
  };
}

type AnyCall = (...args: unknown[]) => Promise<unknown>;

/** The host with every call of its facets going through `trouble`. */
function withTrouble(host: MemoryHost, trouble: Trouble): MemoryHost {
  const facets = ["read", "events", "select", "marks", "write", "lists", "sheets", "state"] as const;
  const wrapped = facets
    .filter((facet) => host[facet] !== undefined)
    .map((facet) => {
      const methods = Object.entries(host[facet] as unknown as Record<string, AnyCall>);
      const calls = methods.map(([name, method]): [string, AnyCall] => [
        name,
        (...args) => trouble.run(`${facet}.${name}`, () => method(...args)),
      ]);
      return [facet, Object.fromEntries(calls)];
    });
  return { ...host, ...Object.fromEntries(wrapped) } as unknown as MemoryHost;
}

/** The host without the facets it is said to lack. */
function without(host: MemoryHost, lacks: Partial<Record<FacetName, LackReason>>): MemoryHost {
  const absent = new Set(Object.keys(lacks));
  const entries = Object.entries(host).filter(([key]) => !absent.has(key));
  return Object.fromEntries(entries) as unknown as MemoryHost;
}

// ------------------------------------------------------------------------------------------------------------- sheets

function stateOf(id: string, sheet: MemorySheet, ours: boolean): SheetState {
  return {
    id,
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
    marks: [],
  };
}

function gridOf(state: SheetState, date1904: boolean): Grid {
  return {
    sheet: state.name,
    values: state.values.map((row) => (row.length === 0 ? EMPTY_ROW : [...row])),
    merges: state.merges,
    hiddenRows: new Set(state.hiddenRows),
    hiddenCols: new Set(state.hiddenCols),
    visibility: state.visibility,
    date1904,
    formatAt: (row, col) => state.formats.get(`${row}:${col}`),
    struckAt: (row, col) => state.struck.has(`${row}:${col}`),
  };
}

const lines = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

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
