/** The files of facts, written row by row: what is held in memory is one row group, however many rows there are. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import { loadParquet, type ParquetPieces } from "../hosts/file/node";
import type { FactsColumn } from "../month";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";
import { sweepAfter } from "./write-sweeper";
import { failureOf } from "./write-file";

/** Rows of a row group: enough for a data base to skip by, little enough to hold. */
const GROUP = 20_000;
/** Characters of lines gathered before they are written. */
const CHUNK = 1 << 20;

type Row = Readonly<Record<string, string | number | null>>;

/** One relation, as Parquet and as lines of JSON. */
interface RelationWriter {
  add(row: Row): void;
  end(): void;
}

function relationWriter(
  parquet: ParquetPieces,
  columns: readonly FactsColumn[],
  files: { readonly parquet: number; readonly lines: number },
): RelationWriter {
  let rows: Row[] = [];
  let lines: string[] = [];
  let length = 0;
  const group = (): void => {
    if (rows.length === 0) return;
    writeAll(files.parquet, parquet.group(rows));
    rows = [];
  };
  const print = (): void => {
    writeAll(files.lines, Buffer.from(lines.join("")));
    lines = [];
    length = 0;
  };
  return {
    add: (row) => {
      rows.push(row);
      const line = `${JSON.stringify(Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])))}\n`;
      lines.push(line);
      length += line.length;
      if (rows.length >= GROUP) group();
      if (length >= CHUNK) print();
    },
    end: () => {
      group();
      print();
      writeAll(files.parquet, parquet.end());
    },
  };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

interface FactsFiles {
  readonly facts: RelationWriter["add"];
  readonly units: RelationWriter["add"];
  /** Gives the files their names, all or none; returns their paths. */
  finish(): readonly string[];
  /** Removes what was written. */
  drop(): void;
}

const NAMES = ["facts.parquet", "facts.ndjson", "units.parquet", "units.ndjson", "schema.json", "rates.sql"] as const;

/**
 * Files of a folder, which is made where it is not there.
 * @throws CliFailure where one of the names is taken, or the folder cannot be written to
 */
export async function openFactsFiles(
  folder: string,
  relations: { readonly facts: readonly FactsColumn[]; readonly units: readonly FactsColumn[] },
  texts: { readonly schema: string; readonly sql: string },
): Promise<FactsFiles> {
  const begin = await loadParquet();
  return guarded(folder, async () => {
    const made = mkdirSync(folder, { recursive: true });
    for (const name of NAMES) if (existsSync(join(folder, name))) throw failureOf("EEXIST", join(folder, name));
    const token = `${process.pid}-${randomBytes(6).toString("hex")}`;
    const beside = NAMES.map((name) => join(folder, `.taizhang-${token}-${name}.tmp`));
    for (const path of beside) await sweepAfter(path);
    const open = beside.map((path) => openSync(path, "wx"));
    const [factsParquet = 0, factsLines = 0, unitsParquet = 0, unitsLines = 0, schema = 0, sql = 0] = open;
    const facts = relationWriter(begin(relations.facts), relations.facts, { parquet: factsParquet, lines: factsLines });
    const units = relationWriter(begin(relations.units), relations.units, { parquet: unitsParquet, lines: unitsLines });
    const remove = (paths: readonly string[]): void => paths.forEach((path) => rmSync(path, { force: true }));
    return {
      facts: (row) => sync(folder, () => facts.add(row)),
      units: (row) => sync(folder, () => units.add(row)),
      finish: () =>
        sync(folder, () => {
          facts.end();
          units.end();
          writeAll(schema, Buffer.from(texts.schema));
          writeAll(sql, Buffer.from(texts.sql));
          for (const file of open) {
            fsyncSync(file);
            closeSync(file);
          }
          return moveAll(folder, beside, remove);
        }),
      drop: () => {
        remove(beside);
        if (made !== undefined) unmake(folder, made);
      },
    };
  });
}

/** Takes folders back that were made for the files, from the lowest up to `made`, where nothing came to stand in them. */
function unmake(folder: string, made: string): void {
  const top = resolve(made);
  try {
    for (let each = resolve(folder); each.startsWith(top); each = dirname(each)) rmdirSync(each);
  } catch {
    // Something stands in it: it stays.
  }
}

/** Moves all files to their names; what was moved is taken back where one of them cannot be. */
function moveAll(
  folder: string,
  beside: readonly string[],
  remove: (paths: readonly string[]) => void,
): readonly string[] {
  const moved: string[] = [];
  try {
    beside.forEach((path, index) => {
      const target = join(folder, NAMES[index] ?? "");
      moveToFree(path, target);
      moved.push(target);
    });
    return moved;
  } catch (error) {
    remove(moved);
    throw error;
  } finally {
    remove(beside);
  }
}

/** A second name never replaces what is there; file systems without such names rename where nothing is. */
function moveToFree(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (errorCode(error) === "EEXIST" || existsSync(to)) throw failureOf("EEXIST", to);
    renameSync(from, to);
  }
}

function sync<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFailure(error, folder);
  }
}

async function guarded<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFailure(error, folder);
  }
}

function asFailure(error: unknown, folder: string): unknown {
  const code = error instanceof CliFailure ? null : errorCode(error);
  return code === null ? error : failureOf(code, folder);
}
