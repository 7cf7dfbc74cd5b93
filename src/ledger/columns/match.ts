/** Gives the fields their columns: a person's corrections first, then the best matching overall, then fallbacks. */
import { bestMatching } from "./assignment";
import { THRESHOLD, type Candidate, type Scored } from "./candidates";
import { type Grid, isBlank } from "../../grid";
import { carriedBeside } from "./rivals";
import { readStatus } from "../fields/status";
import { dressedColumns, dressedValue } from "../fields/status-dress";
import { KNOWN_COLUMNS } from "../../zh/words/header-parts";
import type { TableRegion } from "../layout/layout";
import {
  COLUMN_KEYS,
  type ColumnChoice,
  type ColumnKey,
  type ColumnMap,
  type SheetOverride,
  type StatusDress,
  type UnmappedColumn,
} from "../types";

export function overriddenColumns(override: SheetOverride | undefined): ReadonlyMap<ColumnKey, number | null> {
  const fixed = new Map<ColumnKey, number | null>();
  for (const key of COLUMN_KEYS) {
    const col = override?.columns?.[key];
    if (col !== undefined) fixed.set(key, col);
  }
  return fixed;
}

export function match(
  scored: readonly Scored[],
  fixed: ReadonlyMap<ColumnKey, number | null>,
): Map<ColumnKey, ColumnChoice> {
  const taken = new Set([...fixed.values()].filter((col): col is number => col !== null));
  const free = scored.filter(
    (column) => !taken.has(column.header.col) && column.candidates.some((one) => one.score >= THRESHOLD),
  );
  const possible = new Set(
    free.flatMap((column) => column.candidates.flatMap((one) => (one.score >= THRESHOLD ? [one.key] : []))),
  );
  const keys = COLUMN_KEYS.filter((key) => !fixed.has(key) && possible.has(key));
  const scores = keys.map((key) =>
    free.map((column, i) => {
      const candidate = column.candidates.find((one) => one.key === key);
      // Equal scores go to the column further left.
      return candidate && candidate.score >= THRESHOLD ? candidate.score - i * 1e-9 : 0;
    }),
  );
  const chosen = bestMatching(scores);
  const choices = new Map<ColumnKey, ColumnChoice>();
  keys.forEach((key, i) => {
    const column = free[chosen[i] as number];
    const candidate = column?.candidates.find((one) => one.key === key);
    if (column && candidate) choices.set(key, choiceOf(column, candidate));
  });
  for (const [key, col] of fixed) {
    if (col === null) continue;
    const column = scored.find((one) => one.header.col === col);
    const dress = key === "status" && column ? (column.dress ?? carriedBeside(column, scored)) : undefined;
    choices.set(key, {
      col,
      key,
      score: 1,
      runnerUp: null,
      header: column?.header.text ?? "",
      reason: "override",
      ...(dress === undefined ? {} : { dress }),
    });
  }
  return choices;
}

function choiceOf(column: Scored, candidate: Candidate): ColumnChoice {
  let next: Candidate | null = null;
  for (const other of column.candidates) {
    if (other !== candidate && other.score >= THRESHOLD / 2 && (!next || other.score > next.score)) next = other;
  }
  return {
    col: column.header.col,
    key: candidate.key,
    score: rounded(candidate.score),
    runnerUp: next ? { key: next.key, score: rounded(next.score) } : null,
    header: column.header.text,
    reason: candidate.reason,
    ...(candidate.key === "status" && column.dress !== undefined ? { dress: column.dress } : {}),
  };
}

function rounded(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
}

function dressAt(scored: readonly Scored[], col: number): { readonly dress?: StatusDress } {
  const dress = scored.find((column) => column.header.col === col)?.dress;
  return dress === undefined ? {} : { dress };
}

/** Columns that name what was to be done. */
function columnsAbout(choices: ReadonlyMap<ColumnKey, ColumnChoice>): readonly number[] {
  return (["problem", "task", "measure"] as const).flatMap((key) => choices.get(key)?.col ?? []);
}

/** Whether the reports of progress begin with a status, nearly all of them. */
function tellStatuses(grid: Grid, rows: readonly number[], col: number, dress: StatusDress): boolean {
  let filled = 0;
  let told = 0;
  for (const row of rows) {
    const value = grid.values[row]?.[col] ?? null;
    if (isBlank(value)) continue;
    filled++;
    const said = dressedValue(dress, value, (other) => grid.values[row]?.[other] ?? null);
    if (readStatus(said, "problem").state === "ok") told++;
  }
  return (
    filled > (dress.form === "reports" && dress.ends ? 0 : 1) && filled >= rows.length * 0.8 && told >= filled * 0.8
  );
}

const GOES_ON = /[。，,;；!！\n]\s*\S/u;

/**
 * What a column of statuses tells behind them: whether cells are understood as reports alone (已完成。制定了…), and whether half
 * of them go on like that, so that they tell the progress, too.
 */
function toldBehind(grid: Grid, rows: readonly number[], col: number, dress: StatusDress) {
  const texts = rows.flatMap((row) => {
    const value = grid.values[row]?.[col] ?? null;
    return isBlank(value) ? [] : [{ value, row }];
  });
  const reports = texts.some(({ value, row }) => {
    if (typeof value !== "string" || readStatus(value, "problem").state === "ok") return false;
    const said = dressedValue(dress, value, (other) => grid.values[row]?.[other] ?? null);
    return said !== value && readStatus(said, "problem").state === "ok";
  });
  const goOn = texts.filter(({ value }) => typeof value === "string" && GOES_ON.test(value)).length;
  return { reports, progress: reports && goOn * 2 >= texts.length };
}

/** Fills what only follows from the absence of a better column, and orders the map as reports list fields. */
export function withFallbacks(
  choices: Map<ColumnKey, ColumnChoice>,
  fixed: ReadonlyMap<ColumnKey, number | null>,
  region: TableRegion,
  scored: readonly Scored[],
  grid: Grid,
  rows: readonly number[],
): ColumnMap {
  const measureStatus = choices.get("measureStatus");
  if (measureStatus && !choices.has("status") && !fixed.has("status")) {
    choices.delete("measureStatus");
    choices.set("status", { ...measureStatus, key: "status", reason: "fallback" });
  }
  const signOff = choices.get("signOff");
  if (signOff && !choices.has("status") && !fixed.has("status"))
    choices.set("status", { ...signOff, key: "status", reason: "fallback", ...dressAt(scored, signOff.col) });
  const progress = choices.get("progress");
  // A card ends with what came of it; a row of a table begins with it.
  const reports: StatusDress = { form: "reports", about: columnsAbout(choices), ends: grid.view?.back !== undefined };
  if (progress && !choices.has("status") && !fixed.has("status") && tellStatuses(grid, rows, progress.col, reports))
    choices.set("status", { ...progress, key: "status", reason: "fallback", dress: reports });
  const status = choices.get("status");
  if (status && status.dress === undefined) {
    const told = toldBehind(grid, rows, status.col, reports);
    if (told.reports) choices.set("status", { ...status, dress: reports });
    if (told.progress && !progress && !fixed.has("progress"))
      choices.set("progress", { ...status, key: "progress", reason: "fallback" });
  }
  const parent = choices.get("parentProblem");
  if (parent && !choices.has("problem") && !fixed.has("problem") && !fixed.has("parentProblem")) {
    choices.delete("parentProblem");
    choices.set("problem", { ...parent, key: "problem", reason: "fallback" });
  }
  // Where nothing tells what is wrong, 改革任务 is the item, and no measure of one.
  const task = choices.get("task");
  if (task && !choices.has("problem") && !["problem", "task"].some((key) => fixed.has(key as ColumnKey))) {
    choices.delete("task");
    choices.set("problem", { ...task, key: "problem", reason: "fallback" });
  }
  const ordered: { [K in ColumnKey]?: ColumnChoice } = {};
  for (const key of COLUMN_KEYS) {
    const choice = choices.get(key);
    if (choice && choice.col >= 0 && choice.col <= Math.max(region.header.right, choice.col)) ordered[key] = choice;
  }
  return ordered;
}

export function unmappedColumns(scored: readonly Scored[], columns: ColumnMap): UnmappedColumn[] {
  const used = new Set(COLUMN_KEYS.map((key) => columns[key]?.col));
  for (const col of columns.status ? dressedColumns(columns.status.col, columns.status.dress) : []) used.add(col);
  const unmapped: UnmappedColumn[] = [];
  for (const column of scored) {
    if (used.has(column.header.col)) continue;
    let nearest: Candidate | null = null;
    for (const candidate of column.candidates) if (!nearest || candidate.score > nearest.score) nearest = candidate;
    unmapped.push({
      col: column.header.col,
      header: column.header.text,
      nearest: nearest ? { key: nearest.key, score: rounded(nearest.score) } : null,
      known: knownAs(column.header.text),
    });
  }
  return unmapped;
}

/** What a column that no field takes is known to hold (已整改金额, 隐患等级, 复查人). */
function knownAs(header: string): string | null {
  return KNOWN_COLUMNS.find(([, words]) => words.split(" ").some((word) => header.includes(word)))?.[0] ?? null;
}

/** Whether most numbers of the sample begin with an Arabic figure. */
export function hasArabicNumbers(
  scored: readonly Scored[],
  columns: ColumnMap,
  grid: Grid,
  rows: readonly number[],
): boolean {
  const col = columns.number?.col;
  if (col === undefined) return false;
  let arabic = 0;
  let chinese = 0;
  for (const row of rows) {
    const value = grid.values[row]?.[col] ?? null;
    if (typeof value === "number") arabic++;
    else if (typeof value === "string" && /\d/.test(value.slice(0, 20))) arabic++;
    else if (typeof value === "string" && /[一二三四五六七八九十]/.test(value.slice(0, 20))) chinese++;
  }
  return arabic > 0 && arabic >= chinese && scored.length > 0;
}
