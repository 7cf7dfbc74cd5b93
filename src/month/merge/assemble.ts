/**
 * Files become one ledger, which is read again before anybody gets it: what it counts is the sum of what its files count, or
 * the file that stands in the way is set aside.
 */
import type { Book } from "../../grid";
import { type Reading, SAID } from "../../ledger";
import { deadlineKey } from "../compare/deadlines";
import { MONTH_KINDS } from "../common/kinds";
import { type BuildOptions, itemsOf, ledgerSheets, type PlacedItem, type MergeTemplate } from "./build";
import { mergeCounts, sameCounts, sumOf } from "./counts";
import type { Converted, MergeCounts, OutItem, OutRow, SentFile } from "./types";

export interface Assembled {
  readonly files: readonly SentFile[];
  /** With which the counts do not hold. */
  readonly notEqual: readonly SentFile[];
  readonly counts: MergeCounts;
  readonly options: BuildOptions;
}

/** Writes a workbook and reads it as any command would. */
export type ReadBack = (book: Book) => Promise<Reading>;

export async function assemble(
  files: readonly SentFile[],
  asOf: BuildOptions["asOf"],
  readBack: ReadBack,
  template: MergeTemplate | null = null,
): Promise<Assembled> {
  const form = template === null ? {} : { template };
  for (const isMarked of [false, true]) {
    const options = { asOf, isMarked, ...form };
    const held = await hold(files, options, readBack);
    if (held !== null) return { files: held, notEqual: [], counts: sumOf(held.map(({ counts }) => counts)), options };
  }
  const options = { asOf, isMarked: true, ...form };
  const kept = await keepable([], files, options, readBack);
  const names = new Set(kept.map(({ file }) => file));
  return {
    files: kept,
    notEqual: files.filter(({ file }) => !names.has(file)),
    counts: sumOf(kept.map(({ counts }) => counts)),
    options,
  };
}

/** Those of `files` that can stand beside `base`, which holds; halves that hold are taken whole. */
async function keepable(
  base: readonly SentFile[],
  files: readonly SentFile[],
  options: BuildOptions,
  readBack: ReadBack,
): Promise<readonly SentFile[]> {
  if (files.length === 0) return base;
  const held = await hold([...base, ...files], options, readBack);
  if (held !== null) return held;
  if (files.length === 1) return base;
  const half = Math.ceil(files.length / 2);
  const first = await keepable(base, files.slice(0, half), options, readBack);
  return keepable(first, files.slice(half), options, readBack);
}

/** The files as they hold, values that are read otherwise outside of their sheets put into words; null where they do not. */
async function hold(
  files: readonly SentFile[],
  options: BuildOptions,
  readBack: ReadBack,
): Promise<readonly SentFile[] | null> {
  const sum = sumOf(files.map(({ counts }) => counts));
  const reading = await readBack({ sheets: ledgerSheets(files, options) });
  const changed = inWords(files, reading);
  if (changed === null) return sameCounts(mergeCounts(reading), sum) ? files : null;
  const again = await readBack({ sheets: ledgerSheets(changed, options) });
  return sameCounts(mergeCounts(again), sum) ? changed : null;
}

/** Files in which rows that were read otherwise say in words what they were read as; null where there are none. */
function inWords(files: readonly SentFile[], reading: Reading): readonly SentFile[] | null {
  const spelled = new Map<OutItem, { readonly item: OutItem; readonly converted: readonly Converted[] }>();
  for (const kind of MONTH_KINDS) {
    const placed = itemsOf(files, kind);
    const found = reading.ledgers.filter((ledger) => ledger.kind === kind).flatMap(({ items }) => items);
    if (found.length !== placed.length) continue;
    placed.forEach((one, index) => {
      const item = found[index];
      if (item === undefined || item.rows.length !== one.item.rows.length) return;
      const rows = item.rows.map(({ status, deadline }) => ({
        status: status.status,
        deadline: deadlineKey(deadline),
      }));
      const spelt = spell(one, rows, item.status !== one.item.read.status);
      if (spelt !== null) spelled.set(one.item, spelt);
    });
  }
  if (spelled.size === 0) return null;
  return files.map((file) => {
    const own = file.items.filter((item) => spelled.has(item));
    if (own.length === 0) return file;
    return {
      ...file,
      items: file.items.map((item) => spelled.get(item)?.item ?? item),
      converted: [...file.converted, ...own.flatMap((item) => spelled.get(item)?.converted ?? [])],
    };
  });
}

function spell(
  { file, item }: PlacedItem,
  now: readonly { readonly status: string; readonly deadline: string }[],
  isOtherStatus: boolean,
): { readonly item: OutItem; readonly converted: readonly Converted[] } | null {
  const converted: Converted[] = [];
  const put = (row: OutRow, key: "status" | "deadline", to: string, cell: string | null): OutRow => {
    const from = row.get(key)?.value ?? null;
    converted.push({ file: file.file, cell: cell ?? item.place, from: from === null ? "" : String(from), to });
    return new Map(row).set(key, { value: to });
  };
  const { read } = item;
  const rows = item.rows.map((row, at) => {
    const [was, is] = [read.rows[at], now[at]];
    if (was === undefined || is === undefined) return row;
    let next = row;
    const status = item.shared.has("status") || item.rows.length === 1 ? read.status : was.status;
    const isWritten = row.has("status") && !(at > 0 && item.shared.has("status"));
    if (isWritten && status !== "unknown" && (was.status !== is.status || isOtherStatus) && is.status !== status)
      next = put(next, "status", SAID[status], was.statusCell);
    if (was.deadline !== is.deadline && was.day !== null && row.has("deadline"))
      next = put(next, "deadline", was.day, was.deadlineCell);
    return next;
  });
  return converted.length === 0 ? null : { item: { ...item, rows }, converted };
}
