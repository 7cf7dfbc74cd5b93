/**
 * What is kept for a workbook, as JSON documents: settings, column corrections, ignores, the undo journal. Every document
 * carries its version; older ones are migrated forward, newer ones (of a later program) are left alone and not written
 * over. What comes back from a store is untrusted: it is validated, and unreadable documents count as absent.
 */
import * as v from "valibot";
import { COLUMN_KEYS, KINDS, type SheetOverride, type UnitDirectory } from "../../ledger/types";
import type { StateFacet } from "../../hosts/port";
import type { Ignore, JournalEntry, Settings, StateConcern, StateStore } from "./types";
import { settingsFrom, settingsToJson, type KnownNames } from "../settings";

/** Version of the documents written now. */
export const STATE_VERSION = 1;

export interface KeptState {
  readonly settings: Settings | null;
  readonly corrections: ReadonlyMap<string, SheetOverride>;
  readonly ignores: readonly Ignore[];
  readonly journal: readonly JournalEntry[];
  readonly directory: UnitDirectory | null;
  /** Concerns whose document was written by a later version: used as far as readable, never written. */
  readonly readOnly: ReadonlySet<StateConcern>;
}

/** One place for documents of one workbook: beside it, or inside it. */
export interface Keeper {
  load(concern: StateConcern): Promise<string | null>;
  save(concern: StateConcern, json: string): Promise<void>;
  remove(): Promise<void>;
}

export function keepBeside(store: StateStore, workbookKey: string): Keeper {
  return {
    load: (concern) => store.load(workbookKey, concern),
    save: (concern, json) => store.save(workbookKey, concern, json),
    remove: () => store.remove(workbookKey),
  };
}

export function keepInside(facet: StateFacet): Keeper {
  return {
    load: (concern) => facet.load(concern),
    save: (concern, json) => facet.save(concern, json),
    remove: () => facet.remove(),
  };
}

const cellValue = v.nullable(v.union([v.string(), v.number(), v.boolean()]));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_048_575));

const overrideSchema = v.object({
  kind: v.optional(v.picklist(KINDS)),
  use: v.optional(v.boolean()),
  columns: v.optional(v.record(v.picklist(COLUMN_KEYS), v.nullable(index))),
});
const correctionsSchema = v.array(v.tuple([v.string(), overrideSchema]));

const ignoresSchema = v.array(v.object({ id: v.string(), reason: v.string(), at: v.string() }));

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
const journalSchema = v.array(
  v.object({
    id: v.string(),
    label: v.string(),
    at: v.string(),
    state: v.picklist(["intended", "done", "undone"]),
    changes: v.array(changeSchema),
    written: v.array(index),
  }),
);

const directorySchema = v.nullable(
  v.object({
    source: v.string(),
    names: v.array(v.string()),
    byKey: v.array(v.tuple([v.string(), v.string()])),
  }),
);

function directoryFrom(document: NonNullable<v.InferOutput<typeof directorySchema>>): UnitDirectory {
  return { source: document.source, names: document.names, byKey: new Map(document.byKey) };
}

/**
 * Reads all documents of a workbook.
 * @param base settings that kept ones go over
 */
export async function loadState(keeper: Keeper, known: KnownNames, base: Settings): Promise<KeptState> {
  const readOnly = new Set<StateConcern>();
  const open = async (concern: StateConcern): Promise<unknown> => {
    const document = parseDocument(await keeper.load(concern));
    if (document !== null && document.version > STATE_VERSION) readOnly.add(concern);
    return document?.data;
  };
  const settings = settingsFrom((await open("settings")) ?? {}, known, base);
  const corrections = v.safeParse(correctionsSchema, await open("corrections"));
  const ignores = v.safeParse(ignoresSchema, await open("ignores"));
  const journal = v.safeParse(journalSchema, await open("journal"));
  const directory = v.safeParse(directorySchema, await open("directory"));
  return {
    settings: settings.ok ? settings.settings : null,
    directory: directory.success && directory.output !== null ? directoryFrom(directory.output) : null,
    corrections: new Map(corrections.success ? corrections.output : []),
    ignores: ignores.success ? ignores.output : [],
    journal: journal.success ? journal.output : [],
    readOnly,
  };
}

/** Settings of this workbook. The as-of date, the language and a way past what holds back belong to the visit. */
export function settingsDocument(settings: Settings): string {
  const { asOf: _asOf, lang: _lang, writeAnyway: _writeAnyway, ...kept } = settingsToJson(settings);
  return write(kept);
}

export function directoryDocument(directory: UnitDirectory | null): string {
  return write(directory === null ? null : { ...directory, byKey: [...directory.byKey] });
}

export function correctionsDocument(corrections: ReadonlyMap<string, SheetOverride>): string {
  return write([...corrections]);
}

export function ignoresDocument(ignores: Iterable<Ignore>): string {
  return write([...ignores]);
}

export function journalDocument(journal: readonly JournalEntry[]): string {
  return write(journal);
}

function write(data: unknown): string {
  return JSON.stringify({ version: STATE_VERSION, data });
}

function parseDocument(json: string | null): { readonly version: number; readonly data: unknown } | null {
  if (json === null) return null;
  try {
    const document: unknown = JSON.parse(json);
    if (typeof document !== "object" || document === null) return null;
    const { version, data } = document as { version?: unknown; data?: unknown };
    return typeof version === "number" ? { version, data } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // a document cut by a kill while it was written
    throw error;
  }
}

/** A store in memory: for tests, and for surfaces that keep nothing beyond the visit. */
export function createMemoryStore(): StateStore & { readonly documents: ReadonlyMap<string, string> } {
  const documents = new Map<string, string>();
  return {
    documents,
    load: async (key, concern) => documents.get(`${concern}\n${key}`) ?? null,
    save: async (key, concern, json) => {
      documents.set(`${concern}\n${key}`, json);
    },
    remove: async (key) => {
      for (const name of [...documents.keys()]) if (name.endsWith(`\n${key}`)) documents.delete(name);
    },
  };
}
