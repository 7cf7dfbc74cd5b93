/**
 * Fields that no header names go to the column whose values alone fit them: every cell a status, 1…n, names of units, days
 * around the as-of date. Headers that are about something else (是否公开, 联系电话) are never asked.
 */
import { type Candidate, type Scored, THRESHOLD } from "./candidates";
import { isAboutOther } from "./header-words";
import type { ColumnProfile } from "./column-profile";
import { saysNothing } from "./nameless";
import type { ColumnKey } from "../types";
import { re } from "../../zh/pattern";
import { columns as words } from "../../zh/words/columns";
import { areStatusValues, doneRows, followsDone } from "./weigh";

/** Fewer values prove nothing. */
const ENOUGH = 3;

/** Fields in the order in which they are given away, each with how well a column's values fit it, 0 where they don't. */
const FITS: readonly (readonly [ColumnKey, (p: ColumnProfile, done: Done, says: boolean) => number])[] = [
  ["status", (p) => (areStatusValues(p) ? 0.6 : 0)],
  ["number", (p) => (p.steps >= p.filled * 0.9 && p.distinct > 1 && p.filled >= p.rows * 0.5 ? 0.6 : 0)],
  ["doneDate", (p, done, says) => (!says && areDates(p, 0.9) && followsDone(p, done) ? 0.55 : 0)],
  [
    "deadline",
    // 提交时间 over plain days is any day; 12月底前 is a deadline whatever stands over it.
    (p, done, says) =>
      areDates(p, says ? 0.9 : 0.6) &&
      !followsDone(p, done) &&
      p.filled >= p.rows * 0.6 &&
      (!says || p.deadlineWords > 0)
        ? 0.5
        : 0,
  ],
  [
    "unit",
    (p, _, says) => (!says && p.units >= p.filled * 0.8 && p.filled >= p.rows * 0.6 && p.distinct < p.filled ? 0.5 : 0),
  ],
  [
    "problem",
    (p, _, says) => (areTexts(p, says) && p.distinct >= p.filled * 0.9 && p.filled >= p.rows * 0.5 ? 0.48 : 0),
  ],
  ["measure", (p, _, says) => (!says && areTexts(p, says) ? 0.45 : 0)],
  ["person", (p, _, says) => (!says && p.names >= p.filled * 0.8 ? 0.42 : 0)],
];

type Done = readonly (boolean | null)[] | null;

/** Whether so large a share of the values are days or words of deadlines; among plain days 15个工作日内 and 即知即改 stand, too. */
function areDates(p: ColumnProfile, share: number): boolean {
  const named = p.days + p.months;
  const told = named + p.deadlineWords;
  return told >= p.filled * 0.9 || (told >= p.filled * share && named >= p.filled * 0.3 && p.numbers === 0);
}

/** Texts that may tell a problem: sentences where the header says something, whatever it is. */
function areTexts(p: ColumnProfile, says: boolean): boolean {
  return (
    (!says || p.long >= p.filled * 0.5) &&
    p.numbers + p.days + p.months === 0 &&
    p.statuses < p.filled * 0.5 &&
    p.units < p.filled * 0.8 &&
    p.names < p.filled * 0.8 &&
    p.distinct > 1
  );
}

function wordOf(column: Scored): string {
  return column.header.path[column.header.path.length - 1] ?? "";
}

const ANSWERS = re`${words.responsibilityBand}`;

function fitOf(column: Scored, key: ColumnKey, fit: (typeof FITS)[number][1], done: Done): number {
  const word = wordOf(column);
  // 责任落实, 分工 over names of units: they say who answers, if not in which word.
  const says = !saysNothing(word) && !(key === "unit" && ANSWERS.test(word));
  return fit(column.profile as ColumnProfile, done, says);
}

/** Whether 备注 or 说明 stands over nothing but statuses in words, one in every row. */
function isStatusUnderRemarks({ candidates, profile }: Scored): boolean {
  return (
    profile !== null &&
    candidates.length > 0 &&
    candidates.every(({ key }) => key === "remarks") &&
    profile.filled >= ENOUGH &&
    profile.filled === profile.rows &&
    profile.worded + profile.statements === profile.filled
  );
}

/**
 * Adds what the values of wordless columns say, for fields that no header names; the remarks of a table without a status are
 * heard with them.
 */
export function hearValues(scored: readonly Scored[]): void {
  if (!scored.some(({ candidates }) => candidates.some(({ key, score }) => key === "status" && score >= THRESHOLD)))
    for (const column of scored) if (isStatusUnderRemarks(column)) column.candidates = [];
  const wordless = scored.filter(
    (column) =>
      column.candidates.length === 0 &&
      column.profile !== null &&
      column.profile.filled >= ENOUGH &&
      !isAboutOther(column.header.path[column.header.path.length - 1] ?? ""),
  );
  if (wordless.length === 0) return;
  const given = new Set<Scored>();
  for (const [key, fit] of FITS) {
    const named = scored.some((column) => column.candidates.some((one) => one.key === key && one.score >= THRESHOLD));
    // Beside a status that a header names a column of statuses without a word over it is a rival all the same.
    if (named && key !== "status") continue;
    const done = doneRows(scored);
    const fitting = wordless.filter(
      (column) => !given.has(column) && (!named || saysNothing(wordOf(column))) && fitOf(column, key, fit, done) > 0,
    );
    for (const column of fitting) {
      const score = fitOf(column, key, fit, done);
      column.candidates.push({ key, score, ambiguous: false, depth: 0, reason: "values" } satisfies Candidate);
    }
    const [first] = fitting;
    if (first) given.add(first);
    // Several columns of statuses or deadlines are rivals; of everything else the first is the one.
    if (key === "status" || key === "deadline") for (const column of fitting) given.add(column);
  }
}
