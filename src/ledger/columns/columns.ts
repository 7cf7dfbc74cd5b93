/**
 * Which column holds what. Every header is scored for the fields its words may mean (header-words.ts), the upper band and
 * the values below are heard where words leave it open, and the fields get their columns by the best matching overall:
 * 完成时间 is a completion date beside 整改时限, and a deadline where it stands alone over 「12月底前」.
 */
import { bestMatching } from "./assignment";
import { profileColumn, sampleRows, type ColumnProfile } from "./column-profile";
import type { Grid } from "../../grid";
import { sensesOf, type HeaderSense } from "./header-words";
import type { HeaderColumn, TableRegion } from "../layout/layout";
import {
  COLUMN_KEYS,
  type ColumnChoice,
  type ColumnKey,
  type ColumnMap,
  type ColumnReason,
  type SheetOverride,
  type UnmappedColumn,
} from "../types";
import { re } from "../../zh/pattern";
import { columns as words } from "../../zh/words/columns";

export interface MappedColumns {
  readonly columns: ColumnMap;
  readonly unmapped: readonly UnmappedColumn[];
  /** Numbers of this table are written in Arabic figures, so that a lone 一、 begins a section. */
  readonly arabicNumbers: boolean;
  /** Sheet rows the choice rests on. */
  readonly sampled: readonly number[];
}

/** Below this a column stays without a field. */
const THRESHOLD = 0.4;
/** How much the values count: little where the words are clear, much where they aren't. */
const CLEAR_WEIGHT = 0.15;
const AMBIGUOUS_WEIGHT = 0.6;

/** 持续推进 is a status as well as a deadline: so large a share of such words leaves a column of statuses what it is. */
const FEW_WORDS = 0.3;

/** Fields of which it matters whether the values are statuses. */
const TOLD_BY_STATES: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  "status",
  "measureStatus",
  "signOff",
  "progress",
  "deadline",
]);

interface Candidate {
  readonly key: ColumnKey;
  score: number;
  readonly ambiguous: boolean;
  readonly depth: 0 | 1 | 2 | 3;
  reason: ColumnReason;
}

interface Scored {
  readonly header: HeaderColumn;
  candidates: Candidate[];
  profile: ColumnProfile | null;
}

/**
 * Maps the columns of a table to fields.
 * @param override a person's corrections for the sheet; they win over everything.
 * @example mapColumns(grid, region).columns.deadline?.col // 8
 */
export function mapColumns(grid: Grid, region: TableRegion, override?: SheetOverride): MappedColumns {
  const rows = sampleRows(
    grid,
    region.firstRow,
    region.lastRow,
    region.columns.map((column) => column.col),
    region.repeatedRows,
  );
  const scored = region.columns.map((header): Scored => ({
    header,
    candidates: wordCandidates(header),
    profile: null,
  }));
  limitCandidates(scored);
  for (const column of scored) {
    if (column.candidates.length === 0) continue;
    const states = column.candidates.some(({ key }) => TOLD_BY_STATES.has(key));
    column.profile = profileColumn(grid, rows, column.header.col, states);
  }
  settleMisplacedBands(grid, rows, scored);
  settleProblemColumns(scored);
  settleCooperation(scored);
  settleMeasureStatus(scored);
  weighValues(scored);
  const fixed = overriddenColumns(override);
  const choices = match(scored, fixed);
  const columns = withFallbacks(choices, fixed, region);
  return {
    columns,
    unmapped: unmappedColumns(scored, columns),
    arabicNumbers: hasArabicNumbers(scored, columns, grid, rows),
    sampled: rows,
  };
}

// ------------------------------------------------------------------------------------------------------------- by words

const DONE_BAND = re`${words.doneBand}`;
const PLAN_BAND = re`${words.planBand}`;

/** What the words over a column may mean: the lowest word, the bands read together, or the upper word alone. */
function wordCandidates(header: HeaderColumn): Candidate[] {
  const path = header.path;
  const lower = path[path.length - 1] ?? "";
  const found = new Map<ColumnKey, Candidate>();
  const add = (senses: readonly HeaderSense[], factor: number, reason: ColumnReason): void => {
    for (const one of senses) {
      const score = one.score * factor;
      const known = found.get(one.key);
      if (known && known.score >= score) continue;
      found.set(one.key, { key: one.key, score, ambiguous: one.ambiguous, depth: one.depth, reason });
    }
  };
  add(sensesOf(lower), 1, "header");
  if (path.length > 1) {
    const upper = path.slice(0, -1);
    for (let from = upper.length - 1; from >= 0; from--)
      add(sensesOf([...upper.slice(from), lower].join("")), 0.99, "band");
    if (found.size === 0) for (const word of upper) add(sensesOf(word), 0.8, "band");
    const band = upper.join("");
    const done = found.get("doneDate");
    const deadline = found.get("deadline");
    if (done?.ambiguous && deadline?.ambiguous && DONE_BAND.test(band) !== PLAN_BAND.test(band)) {
      const [likely, other] = DONE_BAND.test(band) ? [done, deadline] : [deadline, done];
      likely.score = Math.min(1, likely.score + 0.15);
      likely.reason = "band";
      other.score *= 0.6;
    }
  }
  return [...found.values()];
}

/** Most columns that can matter to one field: as many as there are fields. */
const MOST_PER_FIELD = COLUMN_KEYS.length;

/** On very wide tables, keeps for each field only its best columns. */
function limitCandidates(scored: readonly Scored[]): void {
  if (scored.length <= 64) return;
  for (const key of COLUMN_KEYS) {
    const rivals: { column: Scored; score: number }[] = [];
    for (const column of scored) {
      const candidate = column.candidates.find((one) => one.key === key);
      if (candidate) rivals.push({ column, score: candidate.score });
    }
    if (rivals.length <= MOST_PER_FIELD) continue;
    rivals.sort((a, b) => b.score - a.score);
    for (const { column } of rivals.slice(MOST_PER_FIELD))
      column.candidates = column.candidates.filter((one) => one.key !== key);
  }
}

const SETTLE_PROBLEM_COLUMNS_NEXT_STEPS = re`${words.settleProblemColumnsNextSteps}`;

// ------------------------------------------------------------------------------------------------- problems, by depth

/**
 * Of several problem columns the deepest is the problem, the one above it the parent. 存在问题 beside another problem of
 * its level, or before 下步措施, tells what is still open, and is neither.
 */
function settleProblemColumns(scored: readonly Scored[]): void {
  const problemOf = (column: Scored): Candidate | undefined =>
    column.candidates.find((one) => one.key === "problem" && one.score >= 0.8 && one.depth > 0);
  let chain = scored.filter((column) => problemOf(column));
  const nextSteps = scored.some((column) =>
    SETTLE_PROBLEM_COLUMNS_NEXT_STEPS.test(column.header.path[column.header.path.length - 1] ?? ""),
  );
  if (chain.length > 1) {
    const open = chain.filter((column) =>
      /^存在的?问题$/.test(column.header.path[column.header.path.length - 1] ?? ""),
    );
    for (const column of open) {
      const rivals = chain.filter((other) => other !== column);
      if (rivals.length === 0 || !(nextSteps || rivals.some((other) => problemOf(other)?.depth === 2))) continue;
      column.candidates = column.candidates.filter((one) => one.key !== "problem");
      chain = rivals;
    }
  }
  if (chain.length === 0) {
    for (const column of scored) {
      const problem = column.candidates.find((one) => one.key === "problem");
      if (problem && column.candidates.some((one) => one.key === "task")) problem.score += 0.2;
    }
    return;
  }
  if (chain.length === 1) return;
  chain.sort(
    (a, b) =>
      (problemOf(b)?.depth ?? 0) - (problemOf(a)?.depth ?? 0) ||
      (b.profile?.distinct ?? 0) - (a.profile?.distinct ?? 0) ||
      b.header.col - a.header.col,
  );
  chain.forEach((column, level) => {
    const problem = problemOf(column);
    if (level === 0 || !problem) return;
    column.candidates = column.candidates.filter((one) => one !== problem);
    column.candidates.push({ ...problem, key: "parentProblem", score: level === 1 ? 0.95 : 0.6 });
    if (level > 1) column.candidates.push({ ...problem, key: "section", score: 0.7 });
  });
}

/** Where 牵头单位 names the lead, 责任单位 beside it names the others. */
function settleCooperation(scored: readonly Scored[]): void {
  const lead = scored.some((column) => column.candidates.some((one) => one.key === "unit" && one.score >= 0.99));
  if (!lead) return;
  for (const column of scored) {
    const unit = column.candidates.find((one) => one.key === "unit" && one.score >= 0.85 && one.score < 0.98);
    if (unit && !column.candidates.some((one) => one.key === "coUnits")) {
      column.candidates.push({ ...unit, key: "coUnits", score: 0.5 });
    }
  }
}

const RESPONSIBILITY_BAND = re`${words.responsibilityBand}`;
/** What stands under 整改责任 when its words can't be trusted, by the values alone. */
const RESPONSIBLE: readonly ColumnKey[] = ["leader", "unit", "coUnits", "person"];

/**
 * A band whose lower words stand over the wrong columns (one was left out when the header was typed: 完成时间 over states,
 * an empty cell over the dates) is told by words that the values contradict. Then every word of the band may belong to
 * every column under it, and the values decide.
 */
function settleMisplacedBands(grid: Grid, rows: readonly number[], scored: readonly Scored[]): void {
  const bands = new Map<string, Scored[]>();
  for (const column of scored) {
    const upper = column.header.path[0];
    if (upper === undefined) continue;
    const members = bands.get(upper);
    if (members) members.push(column);
    else bands.set(upper, [column]);
  }
  for (const [upper, members] of bands) {
    if (members.length < 2 || members.length > 12 || !members.some((column) => column.header.path.length > 1)) continue;
    for (const column of members) column.profile = profileColumn(grid, rows, column.header.col);
    const contradicted = members.filter((column) => column.header.path.length > 1 && isContradicted(column)).length;
    const wordless = members.filter(
      (column) => column.header.path.length === 1 && (column.profile?.filled ?? 0) > 0,
    ).length;
    if (contradicted === 0 || contradicted + wordless < 2) continue;
    for (const column of members) column.candidates = misplacedCandidates(upper, column, members);
  }
}

/** Whether the values say plainly that the lower word of a column is not theirs. */
function isContradicted(column: Scored): boolean {
  const { profile, candidates } = column;
  if (!profile || profile.filled < 3 || candidates.length === 0) return false;
  return candidates.every(({ key }) => {
    if (key === "unit" || key === "coUnits") return profile.names >= profile.filled * 0.8;
    if (key === "leader" || key === "person") return profile.units >= profile.filled * 0.8;
    if (key === "deadline")
      return (
        profile.statuses + profile.numbers >= profile.filled * 0.8 &&
        profile.deadlineWords <= profile.filled * FEW_WORDS
      );
    return isVetoed(key, profile);
  });
}

function misplacedCandidates(upper: string, column: Scored, members: readonly Scored[]): Candidate[] {
  const profile = column.profile;
  if (!profile || profile.filled === 0) return [];
  const found = new Map<ColumnKey, Candidate>();
  const add = (key: ColumnKey, score: number): void => {
    const known = found.get(key);
    if (!known || known.score < score) found.set(key, { key, score, ambiguous: true, depth: 0, reason: "values" });
  };
  for (const word of [upper, ...members.map((member) => member.header.path[1] ?? "")]) {
    for (const one of sensesOf(word)) if (one.key !== "problem") add(one.key, one.score * 0.8);
  }
  if (DONE_BAND.test(upper) && !PLAN_BAND.test(upper)) found.delete("deadline");
  if (RESPONSIBILITY_BAND.test(upper)) {
    const firstUnit = members.find((member) => (member.profile?.units ?? 0) >= (member.profile?.filled ?? 0) * 0.6);
    const beforeUnits = firstUnit !== undefined && column.header.col < firstUnit.header.col;
    const fill = profile.filled / Math.max(1, profile.rows);
    const units = profile.units / profile.filled;
    const names = profile.names / profile.filled;
    for (const key of RESPONSIBLE) found.delete(key);
    // By custom the leader stands before the units and the person after them; who always answers is the lead.
    if (units >= 0.6) {
      add("unit", 0.9 * fill);
      add("coUnits", 0.8 * (1 - fill / 2));
    } else if (names >= 0.6) {
      add(beforeUnits ? "leader" : "person", 0.9);
      add(beforeUnits ? "person" : "leader", 0.5);
    }
  }
  return [...found.values()];
}

/** A status of measures is only told apart where another column can be the item's. */
function settleMeasureStatus(scored: readonly Scored[]): void {
  const isStatus = (column: Scored): boolean =>
    column.candidates.some((one) => one.key === "status" && one.score >= 0.9);
  for (const column of scored) {
    if (!scored.some((other) => other !== column && isStatus(other))) {
      column.candidates = column.candidates.filter((one) => one.key !== "measureStatus");
    }
  }
}

// ------------------------------------------------------------------------------------------------------------ by values

function weighValues(scored: readonly Scored[]): void {
  const done = doneRows(scored);
  for (const column of scored) {
    const profile = column.profile;
    if (!profile) continue;
    const mayBeKind = column.candidates.some((one) => one.key === "kind");
    for (const candidate of column.candidates) {
      const weight = candidate.ambiguous ? AMBIGUOUS_WEIGHT : CLEAR_WEIGHT;
      let fit = profile.filled === 0 ? 0.5 : fitOf(candidate.key, profile, done);
      if (candidate.key === "section" && mayBeKind && profile.filled > 0 && profile.kinds >= profile.filled * 0.8)
        fit = -3;
      candidate.score *= 1 - weight + weight * fit;
      if (candidate.ambiguous && candidate.reason === "header") candidate.reason = "values";
      if (profile.filled > 2 && isVetoed(candidate.key, profile) && !isPlainDate(candidate)) candidate.score *= 0.3;
    }
  }
}

/** Whether each sampled row is done, by the column that most looks like a status; null where none does. */
function doneRows(scored: readonly Scored[]): readonly (boolean | null)[] | null {
  let best: ColumnProfile | null = null;
  let bestScore = 0;
  for (const { candidates, profile } of scored) {
    const status = candidates.find((one) => one.key === "status" || one.key === "signOff");
    if (!status || !profile || profile.filled === 0) continue;
    const score = (status.score * profile.statuses) / profile.filled;
    if (score > bestScore) {
      bestScore = score;
      best = profile;
    }
  }
  return best && bestScore > 0.4 ? best.doneAt : null;
}

/** How well the values fit a field, 0…1. */
function fitOf(key: ColumnKey, p: ColumnProfile, done: readonly (boolean | null)[] | null): number {
  const n = p.filled;
  const words = 1 - (p.numbers + p.days) / n;
  switch (key) {
    case "number":
      return p.ordinals / n;
    case "persons":
      return Math.max(p.numbers, p.ordinals) / n;
    case "kind":
      return p.kinds >= n * 0.8 ? 1 : 0;
    case "form":
      return p.forms / n;
    case "status":
    case "measureStatus":
      return p.statuses / n;
    case "signOff":
      return Math.max(p.statuses / n, 0.4 * words);
    case "progress":
      return words * (1 - p.statuses / n) * (0.6 + (0.4 * p.long) / n) + (0.1 * p.statuses) / n;
    case "deadline":
      return Math.max(0, (p.deadlineWords + 0.7 * p.months + 0.6 * p.days) / n - (followsDone(p, done) ? 0.6 : 0));
    case "doneDate":
      return Math.max(0, (0.5 * p.days + 0.4 * p.months) / n - p.deadlineWords / n + (followsDone(p, done) ? 0.5 : 0));
    case "section":
    case "source":
      return words * (p.distinct < n || n < 4 ? 1 : 0.7);
    case "evidence":
    case "remarks":
    case "public":
      return 0.7;
    default:
      return words;
  }
}

/** Whether dates stand where, and only where, something is done. */
function followsDone(p: ColumnProfile, done: readonly (boolean | null)[] | null): boolean {
  if (!done) return false;
  let agree = 0;
  let judged = 0;
  let open = 0;
  done.forEach((isDone, i) => {
    if (isDone === null) return;
    judged++;
    if (!isDone) open++;
    if (p.filledAt[i] === isDone) agree++;
  });
  return open > 0 && agree >= judged * 0.8 && p.filled < p.rows;
}

/** A column that calls itself 整改时限 is one, however its cells are filled in. */
function isPlainDate({ key, ambiguous }: Candidate): boolean {
  return !ambiguous && (key === "deadline" || key === "doneDate");
}

function areStatuses(p: ColumnProfile): boolean {
  return p.statuses >= p.filled * 0.8 && p.deadlineWords <= p.filled * FEW_WORDS;
}

/** Values that no reader would call this field: figures where words belong. */
function isVetoed(key: ColumnKey, p: ColumnProfile): boolean {
  switch (key) {
    case "problem":
    case "parentProblem":
    case "task":
    case "measure":
    case "progress":
    case "unit":
    case "coUnits":
    case "leader":
    case "person":
    case "status":
    case "name":
    case "form":
      return p.numbers + p.days > p.filled * 0.8;
    case "doneDate":
      return p.days + p.months + p.deadlineWords < p.filled * 0.2 || areStatuses(p);
    case "deadline":
      return p.numbers > p.filled * 0.8 || areStatuses(p);
    default:
      return false;
  }
}

// ------------------------------------------------------------------------------------------------------------- matching

function overriddenColumns(override: SheetOverride | undefined): ReadonlyMap<ColumnKey, number | null> {
  const fixed = new Map<ColumnKey, number | null>();
  for (const key of COLUMN_KEYS) {
    const col = override?.columns?.[key];
    if (col !== undefined) fixed.set(key, col);
  }
  return fixed;
}

function match(scored: readonly Scored[], fixed: ReadonlyMap<ColumnKey, number | null>): Map<ColumnKey, ColumnChoice> {
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
    const header = scored.find((column) => column.header.col === col)?.header.text ?? "";
    choices.set(key, { col, key, score: 1, runnerUp: null, header, reason: "override" });
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
  };
}

function rounded(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
}

/** Fills what only follows from the absence of a better column, and orders the map as reports list fields. */
function withFallbacks(
  choices: Map<ColumnKey, ColumnChoice>,
  fixed: ReadonlyMap<ColumnKey, number | null>,
  region: TableRegion,
): ColumnMap {
  const measureStatus = choices.get("measureStatus");
  if (measureStatus && !choices.has("status") && !fixed.has("status")) {
    choices.delete("measureStatus");
    choices.set("status", { ...measureStatus, key: "status", reason: "fallback" });
  }
  const signOff = choices.get("signOff");
  if (signOff && !choices.has("status") && !fixed.has("status"))
    choices.set("status", { ...signOff, key: "status", reason: "fallback" });
  const parent = choices.get("parentProblem");
  if (parent && !choices.has("problem") && !fixed.has("problem") && !fixed.has("parentProblem")) {
    choices.delete("parentProblem");
    choices.set("problem", { ...parent, key: "problem", reason: "fallback" });
  }
  const ordered: { [K in ColumnKey]?: ColumnChoice } = {};
  for (const key of COLUMN_KEYS) {
    const choice = choices.get(key);
    if (choice && choice.col >= 0 && choice.col <= Math.max(region.header.right, choice.col)) ordered[key] = choice;
  }
  return ordered;
}

function unmappedColumns(scored: readonly Scored[], columns: ColumnMap): UnmappedColumn[] {
  const used = new Set(COLUMN_KEYS.map((key) => columns[key]?.col));
  const unmapped: UnmappedColumn[] = [];
  for (const column of scored) {
    if (used.has(column.header.col)) continue;
    let nearest: Candidate | null = null;
    for (const candidate of column.candidates) if (!nearest || candidate.score > nearest.score) nearest = candidate;
    unmapped.push({
      col: column.header.col,
      header: column.header.text,
      nearest: nearest ? { key: nearest.key, score: rounded(nearest.score) } : null,
    });
  }
  return unmapped;
}

/** Whether most numbers of the sample begin with an Arabic figure. */
function hasArabicNumbers(scored: readonly Scored[], columns: ColumnMap, grid: Grid, rows: readonly number[]): boolean {
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
