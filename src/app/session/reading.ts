/**
 * From the host's cells to a reading and its findings. Whatever was the cause (opening, an edit, a setting), the table is
 * read and checked whole, in slices, and the open workbook is replaced when all of it is there.
 */
import type { CellValue, Grid } from "../../grid";
import { readInSteps, type Reading } from "../../ledger";
import { HostError, type SheetInfo } from "../../hosts/port";
import type { Settings } from "../settings";
import type { Checking } from "./checking";
import type { Core } from "./core";
import { renamePuts } from "./decisions";
import type { Keeping } from "./keeping";
import type { OpenWorkbook } from "./open-workbook";

type RowValues = ReadonlyMap<string, ReadonlyMap<number, readonly CellValue[]>>;

export interface ReadingPart {
  /** Fetches and reads everything. `check`: the rules run, too, where they have not run before. */
  readonly readAll: (options?: { readonly check?: boolean }) => Promise<void>;
  /** Takes in rows as they are now. */
  readonly patch: (rows: RowValues) => Promise<void>;
  /** Reads some rows from the host, and takes them in where they differ. Whether they did. */
  readonly freshen: (rows: ReadonlyMap<string, ReadonlySet<number>>) => Promise<boolean>;
  /** Reads the same cells anew, after a decision that changes how they are read. */
  readonly readAgain: () => Promise<void>;
  /** Runs the rules over what was read. */
  readonly check: () => Promise<void>;
  /** Looks whether the workbook still holds what was read, and reads what doesn't. */
  readonly look: () => Promise<void>;
}

export function createReading(core: Core, keeping: Keeping, checking: Checking, settings: () => Settings): ReadingPart {
  const { environment, recorder } = core;
  const current = (): OpenWorkbook => {
    const book = core.book();
    if (book === null) throw new HostError("cancelled", "closed");
    return book;
  };
  const stopIfCancelled = () => {
    if (core.signal()?.aborted) throw new HostError("cancelled");
  };

  async function read(grids: readonly Grid[], book: OpenWorkbook): Promise<Reading> {
    const { asOf, feedbackDate, concentratedMonths, sheets, columns, rows, lexicon } = settings();
    const done = recorder.time("readWorkbook");
    const steps = readInSteps(grids, {
      today: environment.today(),
      asOf: asOf ?? undefined,
      feedbackDate: feedbackDate ?? undefined,
      concentratedMonths: concentratedMonths ?? undefined,
      directory: book.decisions.directory ?? undefined,
      sheets: sheets ?? undefined,
      overrides: book.decisions.corrections,
      settlements: [...book.decisions.office, ...columns],
      rows,
      lexicon,
    });
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      await environment.yieldNow();
      stopIfCancelled();
    }
    done({ ledgers: step.value.ledgers.length, passedOver: step.value.passedOver.length });
    // What follows from the reading is drawn in a task of its own.
    await environment.yieldNow();
    return step.value;
  }

  /** Reads the grids, checks them if they are to be checked, and replaces what is shown. */
  async function take(patch: Partial<OpenWorkbook>, wanted: boolean): Promise<void> {
    const book = { ...current(), ...patch };
    const first = book.reading === null;
    const reading = await read(book.grids, book);
    if (first) core.replace(book.host, { ...patch, reading, report: null });
    if (!wanted) {
      core.replace(book.host, { ...patch, reading, report: null });
      return;
    }
    let report;
    try {
      report = await checking.check(reading, settings());
    } catch (error) {
      // Cancelled: the reading is true, and nothing is known of its findings.
      core.replace(book.host, { ...patch, reading, report: null });
      throw error;
    }
    core.replace(book.host, { ...patch, reading, report });
  }

  async function fetch(): Promise<{ readonly sheets: readonly SheetInfo[]; readonly grids: readonly Grid[] }> {
    const { host } = current();
    const done = recorder.time("fetch");
    const signal = core.signal();
    core.set({ progress: { task: "reading", done: 0, total: 0 } });
    const sheets = await host.read.sheets();
    const grids = await host.read.grids(undefined, {
      ...(signal ? { signal } : {}),
      onProgress: (progress) => core.set({ progress: { task: "reading", ...progress } }),
    });
    stopIfCancelled();
    done({ sheets: grids.length, rows: grids.reduce((sum, grid) => sum + grid.values.length, 0) });
    await environment.yieldNow();
    return { sheets, grids };
  }

  /** What was decided about a sheet goes with it to its new name. */
  async function followRenames(sheets: readonly SheetInfo[]): Promise<void> {
    const book = current();
    const names = new Map<string, string>();
    for (const old of book.sheets) {
      const now = sheets.find((sheet) => sheet.id === old.id);
      if (now && now.name !== old.name) names.set(old.name, now.name);
    }
    if (names.size > 0) await keeping.put(renamePuts(book.entries, names));
  }

  const part: ReadingPart = {
    readAll: async ({ check = false } = {}) => {
      const { report } = current();
      const fetched = await fetch();
      await followRenames(fetched.sheets);
      await take(fetched, check || report !== null);
    },
    patch: async (rows) => {
      const book = current();
      const known = new Set(book.grids.map((grid) => grid.sheet));
      if ([...rows.keys()].some((sheet) => !known.has(sheet))) {
        // A sheet that came after the last reading.
        await part.readAll();
        return;
      }
      const grids = book.grids.map((grid) => patched(grid, rows.get(grid.sheet)));
      if (grids.every((grid, order) => grid === book.grids[order])) return;
      const done = recorder.time("update");
      await take({ grids }, book.report !== null);
      done({ rows: [...rows.values()].reduce((sum, some) => sum + some.size, 0) });
    },
    freshen: async (rows) => {
      const { host, grids } = current();
      const found = new Map<string, ReadonlyMap<number, readonly CellValue[]>>();
      for (const [sheet, some] of rows) {
        const grid = grids.find((each) => each.sheet === sheet);
        if (grid) found.set(sheet, await host.read.rows(sheet, [...some]));
      }
      const same = grids.every((grid) => patched(grid, found.get(grid.sheet)) === grid);
      if (same) return false;
      // A row that differs may be another row: what has moved is seen by looking at all.
      await part.look();
      return true;
    },
    readAgain: async () => {
      const { reading, report } = current();
      if (reading !== null) await take({}, report !== null);
    },
    check: async () => {
      const { host, reading } = current();
      if (reading === null) return;
      const report = await checking.check(reading, settings());
      core.replace(host, { report });
    },
    look: async () => {
      const { host, grids, reading } = current();
      if (reading === null) {
        await part.readAll();
        return;
      }
      const signal = core.signal();
      const found = await host.read.look(grids, signal ? { signal } : {});
      recorder.record("look", { found: found.type });
      if (found.type === "structure") await part.readAll();
      else if (found.type === "rows") await part.patch(found.rows);
    },
  };
  return part;
}

/** The grid with some rows replaced; itself where they hold the same. */
function patched(grid: Grid, rows: ReadonlyMap<number, readonly CellValue[]> | undefined): Grid {
  const news = [...(rows ?? [])].filter(([row, cells]) => !sameCells(grid.values[row] ?? [], cells));
  if (news.length === 0) return grid;
  const values = [...grid.values];
  for (const [row, cells] of news) {
    while (values.length <= row) values.push([]);
    values[row] = cells;
  }
  return { ...grid, values };
}

function sameCells(one: readonly CellValue[], other: readonly CellValue[]): boolean {
  for (let col = 0; col < Math.max(one.length, other.length); col += 1) {
    if ((one[col] ?? null) !== (other[col] ?? null)) return false;
  }
  return true;
}
