/**
 * Columns that may be meant by one field: of several statuses (自报 and 认定, months side by side, two of equal standing) and
 * several deadlines the one that counts is chosen by a named precedence, or none is; and where no column tells the status,
 * those that could. Whether a rival changes a figure is found out by counting (ledger/doubts.ts).
 */
import { type Candidate, type Scored, THRESHOLD } from "./candidates";
import type { ColumnProfile } from "./column-profile";
import { saysNothing } from "./nameless";
import { onlyAnswers } from "./questions";
import { areStatusValues } from "./weigh";
import type { ColumnMap, ColumnPrecedence, DoubtField, StatusDress } from "../types";
import {
  headerPeriod,
  isAcceptanceOf,
  isAdjusted,
  looksAgain,
  settleDeadline,
  settleStatus,
  voiceOf,
} from "./standing";
import { re } from "../../zh/pattern";
import { columns as words } from "../../zh/words/columns";

/** A column that may be meant instead of the one taken. `by` null: nothing settles it. */
export interface Rival {
  readonly field: Exclude<DoubtField, "kind">;
  readonly col: number;
  readonly by: ColumnPrecedence | null;
}

/** More are not counted: what a person is asked must be seen at a glance. */
const MOST_RIVALS = 3;
const MEASURE_STATUS = re`^${words.measureStatus}`;

function candidateOf(column: Scored, key: Candidate["key"]): Candidate | undefined {
  return column.candidates.find((one) => one.key === key && one.score >= THRESHOLD);
}

/** Whether the cells of a column tell how items stand, in most rows. */
function tellsStatus({ profile, dress, asked }: Scored): boolean {
  if (dress !== undefined && asked === undefined) return true;
  if (profile === null || profile.filled < profile.rows * 0.5) return false;
  return Math.max(profile.statuses + profile.statements, profile.shares) >= profile.filled * 0.8;
}

const LOOKED_AT = re`${words.lookedAt}`;
const NARRATES = re`${words.narrates}`;

/** Band and place in time of a column whose lowest word is a period and little more (9月, 三季度); null of any other. */
function periodOf({ header }: Scored): { readonly band: string; readonly at: number } | null {
  const word = header.path[header.path.length - 1] ?? "";
  const at = word.length <= LONGEST_PERIOD ? headerPeriod(word) : null;
  return at === null ? null : { band: header.path.slice(0, -1).join("/"), at };
}

const LONGEST_PERIOD = 8;
/** Of a column that is a status because those of other periods beside it are. */
const AS_BESIDE: Candidate = { key: "status", score: 0.7, ambiguous: true, depth: 0, reason: "band" };

/**
 * Columns of periods beside one that tells the status are statuses, too, whatever unusual word stands in them; what the
 * newest leaves blank was done before, or is held.
 */
function hearPeriods(scored: readonly Scored[]): void {
  const periods = scored.flatMap((column) => {
    const period = periodOf(column);
    return period === null ? [] : [{ column, ...period }];
  });
  for (const { column, band, at } of periods) {
    const beside = periods.filter((other) => other.column !== column && other.band === band);
    const earlier = beside.filter((other) => other.at < at && isStatusRival(other.column));
    if (earlier.length === 0 || isStatusRival(column)) continue;
    const known = column.profile?.doneAt.filter((done, i) =>
      done !== null ? true : earlier.some((other) => other.column.profile?.doneAt[i] === true),
    ).length;
    const { filled = 0, rows = 0, statuses = 0 } = column.profile ?? {};
    if (statuses < 1 || Math.max(known ?? 0, filled) < rows * 0.5) continue;
    column.candidates = [{ ...AS_BESIDE }];
    column.ofPeriod = true;
  }
}

/** What the newest of several periods leaves blank is told by those before. */
function carryOver(best: Scored, pool: readonly Scored[]): void {
  const own = periodOf(best);
  const again = pool.filter(({ header }) => looksAgain(best.header.text, header.text));
  const earlier = pool
    .flatMap((column) => {
      const period = periodOf(column);
      return own !== null && period !== null && period.band === own.band && period.at < own.at
        ? [{ col: column.header.col, at: period.at }]
        : [];
    })
    .sort((one, other) => other.at - one.at)
    .map(({ col }) => col);
  const cols = earlier.length > 0 ? earlier : again.map(({ header }) => header.col);
  const complete = best.profile?.doneAt.every((done) => done !== null) ?? true;
  if (cols.length === 0 || best.dress !== undefined || complete) return;
  best.dress = { form: "carried", earlier: cols, what: earlier.length === 0 ? "all" : "done" };
}

/**
 * What a column of acceptance leaves blank, once a person has chosen it, is as open as the report beside it says: nobody
 * accepts what is still going on. What is reported done and not yet accepted is neither.
 */
export function carriedBeside(acceptance: Scored, scored: readonly Scored[]): StatusDress | undefined {
  const { header, profile } = acceptance;
  if (profile === null || profile.filled === profile.rows) return undefined;
  const report = scored.find((column) => isAcceptanceOf(header.text, column.header.text) && isStatusRival(column));
  return report && { form: "carried", earlier: [report.header.col], what: "open" };
}

/** Whether a column is a status by its header and its values: sign-off (销号) is a field of its own. */
function isStatusRival(column: Scored): boolean {
  if (
    !(tellsStatus(column) || column.ofPeriod === true) ||
    MEASURE_STATUS.test(column.header.path[column.header.path.length - 1] ?? "")
  )
    return false;
  return column.candidates.some(({ key, score }) => key === "status" && score >= THRESHOLD);
}

/**
 * Gives those who speak with authority (认定, 核查) a say where somebody speaks for himself or plainly beside them, and puts
 * the status column that a precedence names before the others.
 */
export function preferStatus(scored: readonly Scored[]): void {
  for (const column of scored) {
    const { profile, header } = column;
    if (profile === null || candidateOf(column, "status")) continue;
    // 责任单位自评 names a unit, too; over statuses throughout it is what the unit says of itself.
    const isOwnWord = voiceOf(header.text) === "self" && areStatusValues(profile);
    if (!isOwnWord && !AUTHORITY.test(header.text)) continue;
    if (!isOwnWord && column.candidates.length > 0 && !candidateOf(column, "signOff")) continue;
    // 是 under 抽查 says that somebody looked, and not what was found.
    if (column.asked !== undefined || onlyAnswers(profile)) continue;
    if (profile.filled >= profile.rows * 0.8 && tellsStatus(column))
      column.candidates.push({ key: "status", score: 0.7, ambiguous: false, depth: 0, reason: "values" });
  }
  hearPeriods(scored);
  const pool = scored.filter((column) => isStatusRival(column) || isSecondLook(column, scored));
  if (pool.length < 2) return;
  const best = pool.reduce((first, second) => (prefers(second, first) ? second : first));
  const top = Math.max(...pool.map((column) => candidateOf(column, "status")?.score ?? 0));
  for (const column of pool) {
    const status = candidateOf(column, "status");
    if (!status) continue;
    if (column === best) {
      status.score = Math.max(1, top) + 0.01;
      // It is nothing else: not the sign-off that leaves the status to somebody's own report.
      column.candidates = [status];
      carryOver(best, pool);
    } else if (periodOf(column) !== null && periodOf(column)?.band === periodOf(best)?.band) {
      // Nor are the other periods anything else.
      status.score = Math.min(status.score, 0.6);
      column.candidates = [status];
    } else {
      status.score = Math.min(status.score, 0.6);
      // What was said before somebody looked is no report of progress that contradicts what they found.
      if (settledBetween(best, column)?.by === "verified" && column.profile !== null && areStatusValues(column.profile))
        column.candidates = column.candidates.filter(({ key }) => key !== "progress");
    }
  }
}

/** Whether a column is a second look at what another found, in the rows that needed one. */
function isSecondLook(column: Scored, scored: readonly Scored[]): boolean {
  const { profile } = column;
  if (profile === null || tellsNothing(profile) || !candidateOf(column, "status")) return false;
  return scored.some(
    (other) => other !== column && isStatusRival(other) && looksAgain(column.header.text, other.header.text),
  );
}

/**
 * The day something was done goes before the day it was looked at or signed off (完成时间 beside 销号时间), unless 完成时间 may be
 * the deadline, there being no other.
 */
export function preferDoneDate(scored: readonly Scored[]): void {
  const deadline = scored.some((column) => candidateOf(column, "deadline")?.ambiguous === false);
  const pool = scored.filter((column) => candidateOf(column, "doneDate"));
  const own = pool.filter(({ header }) => !LOOKED_AT.test(header.text));
  if (!deadline || own.length === 0 || own.length === pool.length) return;
  for (const column of pool) {
    const candidate = candidateOf(column, "doneDate");
    if (candidate && LOOKED_AT.test(column.header.text)) candidate.score = Math.min(candidate.score, THRESHOLD);
  }
}

/**
 * Of reports by periods (9月进展, 10月进展) the newest counts that most rows fill, else the newest that says anything; what one
 * of them is, the others are, however short they say it.
 */
export function preferProgress(scored: readonly Scored[]): void {
  const reports = scored.flatMap((column) => {
    const progress = column.candidates.find(({ key }) => key === "progress");
    const at = headerPeriod(column.header.text);
    const { filled = 0, rows = 0 } = column.profile ?? {};
    return progress === undefined || at === null || filled === 0 ? [] : [{ progress, at, most: filled >= rows * 0.5 }];
  });
  const best = Math.max(...reports.map(({ progress }) => progress.score));
  if (reports.length < 2 || best < THRESHOLD) return;
  const full = reports.filter(({ most }) => most);
  const newest = (full.length > 0 ? full : reports).reduce((one, other) => (other.at > one.at ? other : one));
  newest.progress.score = best + 0.01;
}

/**
 * The deadline an extension gave goes before the one that was; rows without an extension keep theirs (`formerDeadline`). Else
 * what has one in most rows goes before what has one in some (预计完成时间 of what is still open).
 */
export function preferDeadline(scored: readonly Scored[]): void {
  const pool = scored.filter((column) => candidateOf(column, "deadline") && holdsDays(column));
  const adjusted = pool.filter(({ header }) => isAdjusted(header.text));
  const preferred =
    adjusted.length > 0 ? adjusted : pool.filter((column) => !pool.some((other) => isSparse(column, other)));
  if (preferred.length === 0 || preferred.length === pool.length) return;
  for (const column of pool) {
    const candidate = candidateOf(column, "deadline");
    if (!candidate) continue;
    if (!preferred.includes(column)) candidate.score = Math.min(candidate.score, 0.6);
    else if (adjusted.length > 0) candidate.score = Math.max(1, candidate.score);
  }
}

/** Whether a column is filled in much fewer rows than another. */
function isSparse({ profile }: Scored, { profile: other }: Scored): boolean {
  return (profile?.filled ?? 0) < (other?.filled ?? 0) * 0.7;
}

/** Whether the cells of a column name days, in those that say anything. */
function holdsDays({ header, profile }: Scored): boolean {
  if (profile === null) return false;
  const days = profile.days + profile.months + profile.deadlineWords;
  // Most rows of a column of extensions have none, and many say so.
  return days > 0 && (isAdjusted(header.text) || days >= profile.filled * 0.8);
}

const AUTHORITY = re`${words.authority}`;

/** Whether `one` counts before `other`: by a precedence, by telling more without contradiction, else by its header. */
function prefers(one: Scored, other: Scored): boolean {
  const settled = settledBetween(one, other);
  if (settled !== null) return settled.wins === "first";
  const answers = [onlyAnswers(one.profile), onlyAnswers(other.profile)] as const;
  if (answers[0] !== answers[1]) return answers[1];
  const scores = [candidateOf(one, "status")?.score ?? 0, candidateOf(other, "status")?.score ?? 0] as const;
  const distinct = [one.profile?.distinct ?? 0, other.profile?.distinct ?? 0] as const;
  if (distinct[0] !== distinct[1] && agree(one, other)) return distinct[0] > distinct[1];
  return scores[0] > scores[1];
}

function settledBetween(one: Scored, other: Scored): ReturnType<typeof settleStatus> {
  const settled = settleStatus(one.header.text, other.header.text);
  if (settled?.by !== "verified") return settled;
  // Who has looked at few only has not the last word on all.
  const winner = settled.wins === "first" ? one : other;
  // 是 and 否 answer what a header asks, if it asks that; words say it themselves.
  if (onlyAnswers(winner.profile) && !onlyAnswers((winner === one ? other : one).profile)) return null;
  return winner.dress !== undefined || (winner.profile?.filled ?? 0) >= (winner.profile?.rows ?? 0) * 0.8
    ? settled
    : null;
}

/** Whether two columns call the same rows done. */
function agree(one: Scored, other: Scored): boolean {
  const [first, second] = [one.profile?.doneAt ?? [], other.profile?.doneAt ?? []];
  return first.every((done, i) => done === null || second[i] === null || done === second[i]);
}

/** Rivals of the columns that were taken, in the order in which a person is told of them. */
export function rivalsOf(scored: readonly Scored[], columns: ColumnMap): readonly Rival[] {
  return [...statusRivals(scored, columns), ...deadlineRivals(scored, columns), ...otherRivals(scored, columns)];
}

function statusRivals(scored: readonly Scored[], columns: ColumnMap): Rival[] {
  const taken = scored.find((column) => column.header.col === columns.status?.col);
  if (!taken || columns.status?.reason === "override") return [];
  // 整改状态 says how things stand, 目前进展 beside it what is going on.
  const named = taken.candidates.some(({ key, ambiguous }) => key === "status" && !ambiguous);
  const rivals = scored.filter(
    (column) =>
      column !== taken &&
      (isStatusRival(column) ||
        isBegunLater(column, taken) ||
        contradictsInPart(column, taken) ||
        answersOtherwise(column, taken)) &&
      // 销号 is a field of its own; 验收结果 read for it is a rival where it finds otherwise.
      (columns.signOff?.col !== column.header.col || contradictsInPart(column, taken)) &&
      !(named && NARRATES.test(column.header.text)),
  );
  return rivals
    .map((column): Rival => {
      const settled = settledBetween(taken, column);
      const asks = settled?.by === "verified" && isAcceptanceOf(taken.header.text, column.header.text);
      return { field: "status", col: column.header.col, by: settled?.wins === "first" && !asks ? settled.by : null };
    })
    .sort((a, b) => Number(a.by !== null) - Number(b.by !== null) || latestFirst(scored, a, b))
    .slice(0, MOST_RIVALS);
}

/** Whether a column of a later month has been begun: too few statuses to take it, too many to pass it over in silence. */
function isBegunLater({ header, profile, candidates }: Scored, taken: Scored): boolean {
  const [own, other] = [headerPeriod(taken.header.text), headerPeriod(header.text)];
  if (own === null || other === null || other <= own || profile === null || profile.filled === 0) return false;
  const free = candidates.every(({ key, score }) => key === "status" || score < THRESHOLD);
  return free && profile.statuses + profile.statements >= profile.filled * 0.8;
}

/** Whether those who looked at some rows only found one otherwise than it is reported. */
function contradictsInPart({ header, profile, candidates }: Scored, taken: Scored): boolean {
  if (voiceOf(header.text) !== "verified" || profile === null || tellsNothing(profile)) return false;
  if (!candidates.some(({ key }) => key === "status" || key === "signOff")) return false;
  const found = profile.doneAt;
  return (taken.profile?.doneAt ?? []).some((done, i) => done === true && found[i] === false);
}

/** 是否仍然存在: 是 beside what is done, 否 beside what is not. 是 and 否 stand in the profile as they are, not turned round. */
function answersOtherwise({ asked, profile }: Scored, taken: Scored): boolean {
  if (asked !== "left" || profile === null) return false;
  const done = taken.profile?.doneAt ?? [];
  return profile.doneAt.some((left, i) => left !== null && left === done[i]);
}

function tellsNothing({ filled, statuses, statements }: ColumnProfile): boolean {
  return filled === 0 || statuses + statements < filled * 0.8;
}

/** Of earlier months the last one is the one to compare with. */
function latestFirst(scored: readonly Scored[], one: Rival, other: Rival): number {
  const at = ({ col }: Rival): number =>
    headerPeriod(scored.find((column) => column.header.col === col)?.header.text ?? "") ?? 0;
  return at(other) - at(one);
}

const EXPECTED = re`${words.expected}`;

function deadlineRivals(scored: readonly Scored[], columns: ColumnMap): Rival[] {
  const taken = scored.find((column) => column.header.col === columns.deadline?.col);
  if (!taken || columns.deadline?.reason === "override") return [];
  const used = new Set(Object.values(columns).map((choice) => choice.col));
  return scored.flatMap((column): Rival[] => {
    const { profile } = column;
    const candidate = candidateOf(column, "deadline");
    if (column === taken || used.has(column.header.col) || profile === null) return [];
    // 列4 beside 列5: nothing tells which days are the deadline.
    const wordless = countsOnly(column) && countsOnly(taken);
    if (!wordless && (!candidate || candidate.ambiguous)) return [];
    if (!holdsDays(column) || (EXPECTED.test(column.header.text) && isSparse(column, taken))) return [];
    const settled = settleDeadline(taken.header.text, column.header.text);
    return [{ field: "deadline", col: column.header.col, by: settled?.wins === "first" ? settled.by : null }];
  });
}

/** Whether a header only counts its column (列4). */
function countsOnly({ header }: Scored): boolean {
  return saysNothing(header.path[header.path.length - 1] ?? "");
}

/** Scores so near to one another tell nothing. */
const NARROW = 0.12;
const OTHER_FIELDS = ["unit", "number", "problem", "doneDate"] as const;

/** Columns left without a field that another field might as well have been given to. */
function otherRivals(scored: readonly Scored[], columns: ColumnMap): Rival[] {
  const used = new Set(Object.values(columns).map((choice) => choice.col));
  return OTHER_FIELDS.flatMap((field) => {
    const choice = columns[field];
    const taken = scored.find((column) => column.header.col === choice?.col);
    if (!choice || !taken || choice.reason === "override") return [];
    return scored
      .filter(
        (column) => (!used.has(column.header.col) || isLed(field, column, columns)) && rivals(field, column, taken),
      )
      .map((column): Rival => ({ field, col: column.header.col, by: settleOther(field, taken, column, columns) }))
      .slice(0, MOST_RIVALS);
  });
}

function rivals(field: (typeof OTHER_FIELDS)[number], column: Scored, taken: Scored): boolean {
  const { profile } = column;
  if (profile === null || profile.filled < Math.max(2, profile.rows * (field === "doneDate" ? 0.1 : 0.6))) return false;
  // 事项名称 that gave way to 存在问题 beside it, told from what is only a remark by its being filled.
  if (field === "problem" && column.gaveWay === "problem") return profile.nones === 0;
  if (field === "doneDate" && profile.days + profile.months < profile.filled * 0.8) return false;
  const [own, other] = [candidateOf(taken, field), candidateOf(column, field)];
  if (!other || !own) return false;
  if (field === "doneDate") return true;
  return !other.ambiguous && other.score >= own.score - NARROW;
}

/** Whether 责任单位 is read for those who help, because 牵头单位 stands beside it. */
function isLed(field: (typeof OTHER_FIELDS)[number], column: Scored, { coUnits }: ColumnMap): boolean {
  return field === "unit" && coUnits?.col === column.header.col && candidateOf(column, "unit")?.ambiguous === false;
}

function settleOther(
  field: (typeof OTHER_FIELDS)[number],
  taken: Scored,
  other: Scored,
  columns: ColumnMap,
): ColumnPrecedence | null {
  if (isLed(field, other, columns)) return "lead";
  if (field === "problem") return other.gaveWay === "problem" ? "problem" : null;
  if (field !== "doneDate") return null;
  return LOOKED_AT.test(other.header.text) && !LOOKED_AT.test(taken.header.text) ? "done" : null;
}

const TELLS_DONE = re`${words.tellsDone}`;

/**
 * Columns that could tell the status where no column does: days of completion, results of a review, remarks that are
 * statuses in many rows.
 */
export function statusOffers(scored: readonly Scored[], columns: ColumnMap): readonly number[] {
  if (columns.status) return [];
  const offers = scored.filter((column) => {
    const { profile, header } = column;
    if (profile === null || profile.filled === 0 || column.asked === "other") return false;
    if (column.asked !== undefined) return true;
    if (columns.deadline?.col === header.col || columns.number?.col === header.col) return false;
    const dates = profile.days + profile.months >= profile.filled * 0.6;
    if (columns.doneDate?.col === header.col) return dates;
    if (dates) return TELLS_DONE.test(header.text);
    if (areStatusValues(profile)) return true;
    // 是 and 否, or shares, under a header that says nothing.
    const word = header.path[header.path.length - 1] ?? "";
    if (saysNothing(word) && Math.max(profile.statuses, profile.shares) >= profile.filled * 0.9) return true;
    return (
      (voiceOf(header.text) === "verified" ||
        columns.progress?.col === header.col ||
        columns.remarks?.col === header.col) &&
      profile.statuses + profile.statements >= Math.max(2, profile.filled * 0.5)
    );
  });
  return offers.slice(0, MOST_RIVALS).map((column) => column.header.col);
}
