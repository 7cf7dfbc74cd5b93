/** What collected files come to: a ledger of all of them (汇总), or answers for the one that is open (回填). */
import { readWorkbook, type Reading } from "../../ledger";
import { type Book, type Grid } from "../../grid";
import {
  asMaster,
  assemble,
  bookOf,
  type ChosenFiles,
  chooseFiles,
  type FileUse,
  IntoMaster,
  type IntoPlan,
  mergeDay,
  type MergeResult,
  mergeResult,
  reportSheet,
  type SentFile,
  takeFile,
} from "../../month";
import { compareDates, type CivilDate, isoDate } from "../../zh/civil-date";
import type { Settings } from "../settings";
import type { CollectedFile, CollectionView } from "./collection";
import { filledForm, type MergeForm } from "./template";
import { type CollectContext, readCollected, type ReadFile, type RefusedFile } from "./read-file";

/** Files as they are read, and those that are not used. */
export interface Collected {
  readonly files: readonly ReadFile[];
  readonly refused: readonly RefusedFile[];
  readonly context: CollectContext;
}

/** Files as they were read, so that a choice about one does not read all of them anew. */
export class ReadCache {
  private readonly known = new WeakMap<
    readonly Grid[],
    { readonly key: string; readonly of: CollectContext; readonly read: ReadFile | RefusedFile }[]
  >();

  read(file: string, grids: readonly Grid[], of: CollectContext, asOf: CivilDate | null): ReadFile | RefusedFile {
    const key = `${asOf === null ? "" : isoDate(asOf)} ${file}`;
    const known = (this.known.get(grids) ?? []).filter((one) => one.of === of);
    const found = known.find((one) => one.key === key);
    if (found !== undefined) return found.read;
    const read = readCollected(file, grids, { ...of, asOf });
    this.known.set(grids, [...known, { key, of, read }]);
    return read;
  }
}

/** Reads all files in steps: on the day asked for, else on the latest that any of them states. */
export function* readAll(
  files: readonly CollectedFile[],
  context: CollectContext,
  cache: ReadCache,
): Generator<void, Collected> {
  const read = new Map<string, ReadFile | RefusedFile>();
  for (const { file, grids } of files) {
    if (grids === null) continue;
    read.set(file, cache.read(file, grids, context, context.asOf));
    yield;
  }
  const used = (): ReadFile[] => [...read.values()].filter((one): one is ReadFile => "reading" in one);
  const asOf = context.asOf ?? mergeDay(used().map(({ reading }) => reading.asOf));
  for (const { file, grids } of files) {
    const one = read.get(file);
    if (asOf === null || grids === null || one === undefined || !("reading" in one)) continue;
    if (compareDates(one.reading.asOf.date, asOf) === 0) continue;
    read.set(file, cache.read(file, grids, context, asOf));
    yield;
  }
  const refused = files.flatMap((one) => {
    const found = read.get(one.file);
    return one.refused !== null ? [one.refused] : found !== undefined && !("reading" in found) ? [found] : [];
  });
  return { files: used(), refused, context: { ...context, asOf } };
}

/** Files as they would be merged; which of several of one unit counts. */
export function chooseCollected(collected: Collected, preferred: ReadonlySet<string>): Chosen {
  const sent = collected.files.map(({ file, reading, unit }) => takeFile(file, reading, unit));
  return { sent, chosen: chooseFiles(sent, collected.context.directory, preferred) };
}

export interface Chosen {
  readonly sent: readonly SentFile[];
  readonly chosen: ChosenFiles;
}

interface Merged {
  readonly bytes: Uint8Array;
  /** Whether the form's looks came along, where there is one. */
  readonly isInForm: boolean;
  readonly result: MergeResult;
  readonly items: number;
}

/** What a surface merges with: it writes workbooks, and opens them as any other file. */
interface MergeTools {
  readonly write: (book: Book) => Uint8Array;
  readonly open: (bytes: Uint8Array) => Promise<readonly Grid[]>;
}

/**
 * One ledger of all files.
 * @param form the superior's, whose columns and looks it gets; null: ours
 * @returns null where no file can be used
 */
export async function mergeCollected(
  collected: Collected,
  { sent, chosen }: Chosen,
  form: MergeForm | null,
  { write, open }: MergeTools,
): Promise<Merged | null> {
  const { context, refused } = collected;
  const { asOf, directory } = context;
  if (sent.length === 0 || asOf === null) return null;
  const readBytes = async (bytes: Uint8Array): Promise<Reading> => readBack(await open(bytes), context, asOf);
  const template = form?.template ?? null;
  const assembled = await assemble(chosen.used, asOf, (book) => readBytes(write(book)), template);
  if (assembled.files.length === 0) return null;
  const left = refused.map(unused);
  const notEqual = (file: string): string =>
    `「${file}」并入后统计结果与原表不一致，已单独列出、未并入；请核对其表头后再汇总。`;
  const result = mergeResult({ sent, chosen, assembled, left, directory, notEqual });
  const report = reportSheet(result, assembled.counts);
  const inForm = form === null ? null : await filledForm(form, assembled, report, readBytes);
  const bytes = inForm ?? write(bookOf(assembled.files, assembled.options, report));
  return {
    bytes,
    isInForm: inForm !== null,
    result,
    items: [...assembled.counts.values()].reduce((sum, { total }) => sum + total, 0),
  };
}

function readBack(grids: readonly Grid[], { today, settings, directory }: CollectContext, asOf: CivilDate): Reading {
  return readWorkbook(grids, {
    today,
    asOf,
    feedbackDate: settings.feedbackDate ?? undefined,
    concentratedMonths: settings.concentratedMonths ?? undefined,
    directory: directory ?? undefined,
    lexicon: settings.lexicon,
  });
}

/** A refused file as reports name it. */
export function unused({ file, why, zh }: RefusedFile): FileUse {
  return { file, used: false, why, message: zh, unit: null };
}

/** How returned files are read: on the master's day, by its directory, its own form with its columns. */
export function contextOf(master: Reading, context: CollectContext): CollectContext {
  return {
    ...context,
    asOf: master.asOf.date,
    directory: context.directory ?? master.directory,
    master: asMaster(master),
  };
}

/** Answers of all files against the master. */
export function intoMaster(master: Reading, { files }: Collected, definition: Settings["definition"]): IntoMaster {
  const into = new IntoMaster(master, { definition });
  for (const one of files) into.take(one);
  return into;
}

/** The plan with what a person decided. */
export function planOf(into: IntoMaster, decided: CollectionView["decided"]): IntoPlan {
  return into.plan(
    new Set([...decided].flatMap(([id, what]) => (what === "take" ? [id] : []))),
    new Map([...decided].flatMap(([id, what]) => (typeof what === "string" ? [] : [[id, what.at] as const]))),
  );
}
