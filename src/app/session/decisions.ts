/**
 * What a person decided for a workbook, from the entries that are kept: settings, column corrections, ignores, facts of
 * the notice, the unit directory, the journal. What comes back from a store is untrusted: it is validated entry by entry,
 * and one that cannot be read counts as absent.
 */
import * as v from "valibot";
import {
  COLUMN_KEYS,
  KINDS,
  type ColumnKey,
  type ColumnSettlement,
  type SheetOverride,
  type UnitDirectory,
} from "../../ledger";
import { lexiconEntries, lexiconOfEntries } from "../lexicon";
import { OPTION_NAMES, settingsFrom, settingsToJson, type KnownNames, type Settings } from "../settings";
import { entriesOf, STATE_VERSION, type Concern, type Entries, type Entry, type EntryPut } from "./entries";
import type { Journal, JournalEntry } from "./journal";

export interface Ignore {
  readonly id: string;
  readonly reason: string;
  /** ISO text of the wall clock. */
  readonly at: string;
}

export interface Decisions {
  /** Over what the session began with. */
  readonly settings: Settings;
  /** By sheet name. */
  readonly corrections: ReadonlyMap<string, SheetOverride>;
  /** By finding id. */
  readonly ignores: ReadonlyMap<string, Ignore>;
  /** Facts of the notice as typed, by name. */
  readonly facts: ReadonlyMap<string, string>;
  readonly directory: UnitDirectory | null;
  /** Periods kept (存为本期), by their ISO day: the text of a snapshot's file, read where they are compared. */
  readonly periods: ReadonlyMap<string, string>;
  /** Which item is which, as a person said when two periods were compared: the text of one entry of a file of pairs. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly journal: Journal;
  /** Which columns are meant where certain headers stand side by side: for every workbook on this computer. */
  readonly office: readonly ColumnSettlement[];
  /** Templates of the office's own, by name: for every workbook on this computer. */
  readonly templates: ReadonlyMap<string, string>;
  /** Concerns with entries of a later program: what is decided there now is not kept. */
  readonly readOnly: ReadonlySet<string>;
}

/**
 * @param base settings that kept ones go over
 * @param before the decisions of earlier entries: what has not changed since stays the same object
 */
export function decisionsOf(
  entries: Entries,
  known: KnownNames,
  base: Settings,
  before?: { readonly entries: Entries; readonly decisions: Decisions },
): Decisions {
  const part = <K extends Concern>(concern: K, read: () => Decisions[K]): Decisions[K] =>
    before && sameEntries(before.entries, entries, concern) ? before.decisions[concern] : read();
  return {
    settings: part("settings", () => settingsOf(entries, known, base)),
    corrections: part("corrections", () => correctionsOf(entries)),
    ignores: part("ignores", () => ignoresOf(entries)),
    facts: part("facts", () => new Map(readAll(entries, "facts", readText))),
    directory: part("directory", () => readAll(entries, "directory", readDirectory)[0]?.[1] ?? null),
    periods: part("periods", () => new Map(readAll(entries, "periods", readText))),
    pairs: part("pairs", () => new Map(readAll(entries, "pairs", readText))),
    journal: part("journal", () => journalOf(entries)),
    office: part("office", () => readAll(entries, "office", readSettlement).map(([, settlement]) => settlement)),
    templates: part("templates", () => new Map(readAll(entries, "templates", readText))),
    readOnly: new Set([...entries.values()].filter((each) => each.schema > STATE_VERSION).map((each) => each.concern)),
  };
}

function sameEntries(one: Entries, other: Entries, concern: string): boolean {
  const mine = entriesOf(one, concern);
  const theirs = entriesOf(other, concern);
  return mine.length === theirs.length && mine.every((entry, order) => entry === theirs[order]);
}

/** Findings set aside, of a workbook or of a notice. */
export function ignoresOf(entries: Entries): ReadonlyMap<string, Ignore> {
  return new Map(
    readAll(entries, "ignores", readIgnore).map(([id, { reason, at }]) => [id, { id, reason, at }] as const),
  );
}

export function journalOf(entries: Entries): Journal {
  return readAll(entries, "journal", readJournalEntry)
    .map(([, entry]) => entry)
    .sort((one, other) => one.turn - other.turn || (`${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1));
}

/** A reading of an entry is remembered: entries never change, and a journal may hold thousands of cells. */
function remembered<T>(read: (value: unknown) => T | null): (entry: Entry) => T | null {
  const known = new WeakMap<Entry, { readonly value: T | null }>();
  return (entry) => {
    const found = known.get(entry) ?? { value: read(entry.value) };
    known.set(entry, found);
    return found.value;
  };
}

const validated = <T>(schema: v.GenericSchema<unknown, T>) =>
  remembered((value) => {
    const result = v.safeParse(schema, value);
    return result.success ? result.output : null;
  });

function readAll<T>(entries: Entries, concern: string, read: (entry: Entry) => T | null): readonly [string, T][] {
  return entriesOf(entries, concern).flatMap((entry): [string, T][] => {
    const value = read(entry);
    return value === null ? [] : [[entry.key, value]];
  });
}

const cellValue = v.nullable(v.union([v.string(), v.number(), v.boolean()]));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_048_575));

const readText = validated(v.string());
const readIgnore = validated(v.object({ reason: v.string(), at: v.string() }));
const readKind = validated(v.picklist(KINDS));
const readUse = validated(v.boolean());
/** `{ col }`, so that "no such column" (null) is not taken for an entry that was taken back. */
const readColumn = validated(v.object({ col: v.nullable(index) }));

const headerText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const readSettlement = validated(
  v.object({
    field: v.picklist(COLUMN_KEYS),
    among: v.pipe(v.array(headerText), v.maxLength(20)),
    take: headerText,
    unit: v.exactOptional(headerText),
  }),
);

const readDirectory = remembered((value): UnitDirectory | null => {
  const result = v.safeParse(
    v.object({
      source: v.string(),
      names: v.array(v.string()),
      byKey: v.array(v.tuple([v.string(), v.string()])),
    }),
    value,
  );
  return result.success ? { ...result.output, byKey: new Map(result.output.byKey) } : null;
});

const changeSchema = v.object({
  findingId: v.nullable(v.string()),
  sheet: v.string(),
  row: index,
  col: index,
  cell: v.string(),
  item: v.nullable(v.string()),
  before: cellValue,
  after: cellValue,
  anchor: v.nullable(v.object({ cols: v.array(index), hash: v.string() })),
});
const decisionSchema = v.object({ concern: v.string(), key: v.string(), before: v.unknown(), after: v.unknown() });
const readJournalEntry: (entry: Entry) => JournalEntry | null = validated(
  v.object({
    id: v.string(),
    label: v.string(),
    at: v.string(),
    turn: v.optional(v.number(), 0),
    state: v.picklist(["intended", "done", "undone"]),
    changes: v.array(changeSchema),
    written: v.array(index),
    decisions: v.optional(v.array(decisionSchema), []),
    settled: v.optional(v.boolean(), false),
  }),
);

// ----------------------------------------------------------------------------------------------------------- settings

/** Settings of the visit, which are not the workbook's: the language is the person's, the way past a hold is for once. */
const NOT_KEPT: ReadonlySet<string> = new Set(["lang", "writeAnyway"]);
const KEYED = ["rules", "templates", "variables", "lexicon"] as const;
type KeyedName = (typeof KEYED)[number];

function settingsOf(entries: Entries, known: KnownNames, base: Settings): Settings {
  let settings = base;
  const keyed: Record<KeyedName, [string, unknown][]> = { rules: [], templates: [], variables: [], lexicon: [] };
  for (const { key, value } of entriesOf(entries, "settings")) {
    const group = KEYED.find((name) => key.startsWith(`${name}.`));
    const input = group ? keyedInput(group, [[key.slice(group.length + 1), value]]) : { [key]: value };
    if (NOT_KEPT.has(key)) continue;
    const outcome = settingsFrom(input, known, settings);
    if (!outcome.ok) continue;
    if (group) keyed[group].push([key.slice(group.length + 1), value]);
    else settings = outcome.settings;
  }
  for (const group of KEYED) if (keyed[group].length > 0) settings = withMap(settings, group, keyed[group], known);
  return settings;
}

/** Entries of a group in the form that `settingsFrom` takes. */
function keyedInput(group: KeyedName, pairs: Iterable<readonly [string, unknown]>): Readonly<Record<string, unknown>> {
  return { [group]: group === "lexicon" ? lexiconOfEntries(pairs) : new Map(pairs) };
}

const keyedEntries = (settings: Settings, group: KeyedName): ReadonlyMap<string, unknown> =>
  group === "lexicon" ? lexiconEntries(settings.lexicon) : settings[group];

function withMap(
  settings: Settings,
  name: KeyedName,
  pairs: readonly [string, unknown][],
  known: KnownNames,
): Settings {
  const outcome = settingsFrom(keyedInput(name, [...keyedEntries(settings, name), ...pairs]), known, settings);
  return outcome.ok ? outcome.settings : settings;
}

/** What is to be kept of a change of settings: an entry an option, a rule, a variable. */
export function settingsPuts(before: Settings, after: Settings): readonly EntryPut[] {
  const old = flat(before);
  const next = flat(after);
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((key) => ({ concern: "settings", key, value: next.get(key) ?? null }))
    .filter(({ key, value }) => JSON.stringify(value) !== JSON.stringify(old.get(key) ?? null));
}

/** Options by the key of their entry; those at their default are not there. */
function flat(settings: Settings): ReadonlyMap<string, unknown> {
  const json = settingsToJson(settings);
  const entries = new Map<string, unknown>();
  for (const name of OPTION_NAMES) {
    if (NOT_KEPT.has(name) || json[name] === undefined) continue;
    const group = KEYED.find((each) => each === name);
    if (group) for (const [key, value] of keyedEntries(settings, group)) entries.set(`${group}.${key}`, value);
    else entries.set(name, json[name]);
  }
  return entries;
}

// -------------------------------------------------------------------------------------------------------- corrections

/** Sheet, then what is corrected: `台账\ncolumn:deadline`, `台账\nkind`, `台账\nuse`, `台账\nrow:8|统计`. */
const COLUMN = "column:";
const ROW = "row:";

function correctionsOf(entries: Entries): ReadonlyMap<string, SheetOverride> {
  const corrections = new Map<string, SheetOverride>();
  for (const entry of entriesOf(entries, "corrections")) {
    const at = entry.key.lastIndexOf("\n");
    const sheet = entry.key.slice(0, at);
    const what = entry.key.slice(at + 1);
    const old = corrections.get(sheet) ?? {};
    const key = COLUMN_KEYS.find((each) => what === COLUMN + each);
    const kind = what === "kind" ? readKind(entry) : null;
    const use = what === "use" ? readUse(entry) : null;
    const column = key ? readColumn(entry) : null;
    const row = what.startsWith(ROW) ? readUse(entry) : null;
    if (kind !== null) corrections.set(sheet, { ...old, kind });
    else if (use !== null) corrections.set(sheet, { ...old, use });
    else if (row !== null)
      corrections.set(sheet, { ...old, rows: new Map([...(old.rows ?? []), [what.slice(ROW.length), row]]) });
    else if (key && column) corrections.set(sheet, { ...old, columns: { ...old.columns, [key]: column.col } });
  }
  return corrections;
}

export const kindPut = (sheet: string, kind: SheetOverride["kind"]): EntryPut =>
  correction(sheet, "kind", kind ?? null);
export const usePut = (sheet: string, use: boolean | undefined): EntryPut => correction(sheet, "use", use ?? null);
export const columnPut = (sheet: string, key: ColumnKey, col: number | null | undefined): EntryPut =>
  correction(sheet, COLUMN + key, col === undefined ? null : { col });

export const rowPut = (sheet: string, key: string, item: boolean | undefined): EntryPut =>
  correction(sheet, ROW + key, item ?? null);

const correction = (sheet: string, what: string, value: unknown): EntryPut => ({
  concern: "corrections",
  key: `${sheet}\n${what}`,
  value,
});

export function directoryPut(directory: UnitDirectory | null): EntryPut {
  const value = directory === null ? null : { ...directory, byKey: [...directory.byKey] };
  return { concern: "directory", key: "units", value };
}

/** What is kept under names of sheets, moved to their new names. */
export function renamePuts(entries: Entries, names: ReadonlyMap<string, string>): readonly EntryPut[] {
  const puts: EntryPut[] = [];
  for (const entry of entriesOf(entries, "corrections")) {
    const at = entry.key.lastIndexOf("\n");
    const name = names.get(entry.key.slice(0, at));
    if (name === undefined) continue;
    puts.push({ ...entry, value: null }, { ...entry, key: name + entry.key.slice(at) });
  }
  for (const entry of journalOf(entries)) {
    if (!entry.changes.some((change) => names.has(change.sheet))) continue;
    const changes = entry.changes.map((change) => ({ ...change, sheet: names.get(change.sheet) ?? change.sheet }));
    puts.push({ concern: "journal", key: entry.id, value: { ...entry, changes } });
  }
  for (const entry of entriesOf(entries, "settings")) {
    if (entry.key !== "sheets" || !Array.isArray(entry.value)) continue;
    const sheets = entry.value.map((name: unknown) => names.get(String(name)) ?? name);
    puts.push({ ...entry, value: sheets });
  }
  // A name that one sheet gave up and another took: what is put goes after what is taken back.
  return [...puts.filter((put) => put.value === null), ...puts.filter((put) => put.value !== null)].map(
    ({ concern, key, value }) => ({ concern, key, value }),
  );
}
