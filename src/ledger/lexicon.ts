/**
 * An office's own words (settings.lexicon, 词表.json): headers, statuses, units. They are translated into ours where cells
 * and notices are read, so that every reader behind (tables, columns, values, statuses) knows them by knowing ours. What
 * is quoted comes from the cells as they are written.
 */
import type { CellValue, Grid } from "../grid";
import { foldKey } from "../zh/text";
import { SAID } from "../zh/words/status-names";
import { foldHeader } from "./columns/header-words";
import { buildDirectory } from "./fields/unit-directory";
import type { HeaderColumn, TableRegion } from "./layout/layout";
import { COLUMN_KEYS, type ColumnKey, type OfficeLexicon, type SheetOverride, type UnitDirectory } from "./types";
import { COLUMN_WORDS } from "./words";

export const NO_LEXICON: OfficeLexicon = Object.freeze({
  headers: {},
  statuses: {},
  units: {},
  pending: [],
  harmless: [],
  misspellings: {},
});

/** A lexicon, compiled for one reading. */
export interface OfficeWords {
  /** A sheet in our words: headers and statuses. The sheet itself where the lexicon says nothing of it. */
  readonly speak: (grid: Grid) => Grid;
  /** The same for statuses alone, leaving the columns of other fields as they are. */
  readonly speakStatuses: (grid: Grid, others: ReadonlySet<number>) => Grid;
  /** An expression of a status in our words, whole or clause by clause; itself where it holds none of the office's. */
  readonly speakStatus: (text: string) => string;
  /** A region found in our words with its headers as written, and the fields they stand for. */
  readonly headersOf: (
    region: TableRegion,
    written: Grid,
    override: SheetOverride | undefined,
  ) => { readonly region: TableRegion; readonly override: SheetOverride | undefined };
  /** The office's units beside those of a directory; without one they make no list of all units. */
  readonly withUnits: (directory: UnitDirectory | null) => UnitDirectory | null;
}

/** Sheets in our words remember the sheet as written. */
interface SpokenGrid extends Grid {
  readonly written?: Grid;
}

/**
 * The sheet as it is written, of one that may be in our words.
 * @example writtenOf(words.speak(grid)) === grid
 */
export function writtenOf(grid: SpokenGrid): Grid {
  return grid.written ?? grid;
}

/** Compiles a lexicon, once a reading. */
export function compileLexicon(lexicon: OfficeLexicon): OfficeWords {
  const headers = new Map(Object.entries(lexicon.headers).map(([word, key]) => [foldHeader(word), key] as const));
  const said = new Map(
    Object.entries(lexicon.statuses).map(([word, status]) => [foldKey(word), SAID[status]] as const),
  );
  const status = statusSpeaker(said);
  const header = (text: string): string | null => {
    const key = headers.get(foldHeader(text));
    return key === undefined ? null : COLUMN_WORDS[key].zh;
  };
  return {
    speak: (grid) =>
      headers.size + said.size === 0 ? grid : translated(grid, (text) => header(text) ?? status(text), NO_COLUMNS),
    speakStatuses: (grid, others) => (said.size === 0 ? grid : translated(grid, status, others)),
    speakStatus: (text) => status(text) ?? text,
    headersOf: (region, written, override) =>
      headers.size === 0 ? { region, override } : asWritten(region, written, override, headers),
    withUnits: (directory) => withUnits(directory, lexicon.units),
  };
}

const NO_COLUMNS: ReadonlySet<number> = new Set();
/** Longer cells are neither headers nor statuses. */
const LONGEST = 80;
const CLAUSES = /([,，;；、。()（）\s]+)/;

/** An expression in our words: whole, or clause by clause (合格，未销号); null where it holds none of the office's. */
function statusSpeaker(said: ReadonlyMap<string, string>): (text: string) => string | null {
  return (text) => {
    const whole = said.get(foldKey(text));
    if (whole !== undefined || said.size === 0) return whole ?? null;
    const pieces = text.split(CLAUSES);
    if (pieces.length < 3) return null;
    const spoken = pieces.map((piece) => said.get(foldKey(piece)) ?? piece).join("");
    return spoken === text ? null : spoken;
  };
}

/** Each text is looked at once, however often a sheet repeats it; rows without any stay the same objects. */
function translated(grid: Grid, speak: (text: string) => string | null, others: ReadonlySet<number>): Grid {
  const known = new Map<string, string | null>();
  const of = (value: CellValue): string | null => {
    if (typeof value !== "string" || value === "" || value.length > LONGEST) return null;
    let spoken = known.get(value);
    if (spoken === undefined) known.set(value, (spoken = speak(value)));
    return spoken;
  };
  let changed = false;
  const values = grid.values.map((row) => {
    let copy: CellValue[] | null = null;
    for (let col = 0; col < row.length; col++) {
      const spoken = others.has(col) ? null : of(row[col] ?? null);
      if (spoken !== null) (copy ??= [...row])[col] = spoken;
    }
    if (copy !== null) changed = true;
    return copy ?? row;
  });
  return changed ? ({ ...grid, values, written: writtenOf(grid) } as SpokenGrid) : grid;
}

function asWritten(
  region: TableRegion,
  written: Grid,
  override: SheetOverride | undefined,
  headers: ReadonlyMap<string, ColumnKey>,
): ReturnType<OfficeWords["headersOf"]> {
  const own = new Map<string, string>();
  for (let row = region.header.top; row <= region.header.bottom; row++) {
    for (const value of written.values[row] ?? []) {
      if (typeof value !== "string" || value.length > LONGEST) continue;
      const key = headers.get(foldHeader(value));
      if (key !== undefined) own.set(COLUMN_WORDS[key].zh, value.replace(/\s+/g, ""));
    }
  }
  if (own.size === 0) return { region, override };
  const columns: Partial<Record<ColumnKey, number | null>> = {};
  const restore = (column: HeaderColumn): HeaderColumn => {
    const { col } = column;
    const key = keyAt(written, region, col, headers);
    if (key === null) return column;
    columns[key] ??= col;
    const ours = COLUMN_WORDS[key].zh;
    const theirs = own.get(ours) ?? ours;
    return {
      col,
      path: column.path.map((word) => (word === foldHeader(ours) ? foldHeader(theirs) : word)),
      text: column.text.replace(ours, theirs),
    };
  };
  const restored = region.columns.map(restore);
  return {
    region: { ...region, columns: restored },
    // What a person chose by hand goes before what the lexicon says.
    override: { ...override, columns: { ...columns, ...override?.columns } },
  };
}

/** The field the lexicon names for a column: of its lowest header cell. */
function keyAt(
  written: Grid,
  region: TableRegion,
  col: number,
  headers: ReadonlyMap<string, ColumnKey>,
): ColumnKey | null {
  for (let row = region.header.bottom; row >= region.header.top; row--) {
    const value = written.values[row]?.[col];
    if (typeof value !== "string" || value === "") continue;
    return headers.get(foldHeader(value)) ?? null;
  }
  return null;
}

function withUnits(directory: UnitDirectory | null, units: OfficeLexicon["units"]): UnitDirectory | null {
  const rows = Object.entries(units).map(([name, shortNames]) => ({ name, shortNames }));
  if (rows.length === 0) return directory;
  const own = buildDirectory(rows, "");
  if (directory === null) return { ...own, partial: true };
  return {
    ...directory,
    names: [...new Set([...directory.names, ...own.names])],
    byKey: new Map([...own.byKey, ...directory.byKey]),
  };
}

/** A field by its key or by what it is called: 整改状态 for status; null for neither. */
export function columnKeyOf(word: string): ColumnKey | null {
  const named = word.trim();
  return COLUMN_KEYS.find((key) => key === named || COLUMN_WORDS[key].zh === named) ?? null;
}
