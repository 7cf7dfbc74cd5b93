/** Weighs what the words over a column may mean by the values below. */
import type { Candidate, Scored } from "./candidates";
import type { ColumnProfile } from "./column-profile";
import type { ColumnKey } from "../types";
import { re } from "../../zh/pattern";
import { columns as words } from "../../zh/words/columns";

/** How much the values count: little where the words are clear, much where they aren't. */
const CLEAR_WEIGHT = 0.15;
const AMBIGUOUS_WEIGHT = 0.6;

/** Fields whose cells may be ticks, figures or codes. */
const SPEAKS_STATUS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["status", "measureStatus", "signOff"]);

/** 持续推进 is a status as well as a deadline: so large a share of such words leaves a column of statuses what it is. */
export const FEW_WORDS = 0.3;

export function weighValues(scored: readonly Scored[]): void {
  const done = doneRows(scored);
  for (const column of scored) {
    const profile = column.profile;
    if (!profile) continue;
    const mayBeKind = column.candidates.some((one) => one.key === "kind");
    for (const candidate of column.candidates) {
      const weight = candidate.ambiguous ? AMBIGUOUS_WEIGHT : CLEAR_WEIGHT;
      const dressed = column.dress !== undefined && SPEAKS_STATUS.has(candidate.key);
      let fit = dressed ? 1 : profile.filled === 0 ? 0.5 : fitOf(candidate.key, profile, done);
      if (candidate.key === "section" && mayBeKind && profile.filled > 0 && profile.kinds >= profile.filled * 0.8)
        fit = -3;
      candidate.score *= 1 - weight + weight * fit;
      if (candidate.ambiguous && candidate.reason === "header") candidate.reason = "values";
      if (profile.filled > 2 && !dressed && isVetoed(candidate.key, profile) && !isPlainDate(candidate))
        candidate.score *= 0.3;
    }
  }
}

/** Fewer values prove nothing. */
const ENOUGH = 3;
/** Of a status column that is known by its values alone. */
const HEARD = 0.6;

/** Whether a column's values are statuses throughout, and not the answers of any question. */
export function areStatusValues(p: ColumnProfile): boolean {
  return (
    p.filled >= ENOUGH &&
    p.filled >= p.rows * 0.6 &&
    p.statuses + p.statements >= p.filled * 0.9 &&
    p.worded + p.statements >= p.filled * 0.5
  );
}

/** Whether each sampled row is done, by the column that most looks like a status; null where none does. */
export function doneRows(scored: readonly Scored[]): readonly (boolean | null)[] | null {
  let best: ColumnProfile | null = null;
  let bestScore = 0;
  for (const { candidates, profile } of scored) {
    if (!profile || profile.filled === 0) continue;
    const status = candidates.find((one) => one.key === "status" || one.key === "signOff")?.score;
    // A column no header names, whose values are statuses throughout.
    const heard = candidates.length === 0 && areStatusValues(profile) ? HEARD : 0;
    const score = ((status ?? heard) * profile.statuses) / profile.filled;
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
      return Math.max(p.statuses + 0.9 * p.statements, p.shares) / n;
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

/** Whether dates stand where, and only where, something is done; elsewhere nothing, or a mark or a word (/, 未完成). */
export function followsDone(p: ColumnProfile, done: readonly (boolean | null)[] | null): boolean {
  if (!done) return false;
  let agree = 0;
  let judged = 0;
  let open = 0;
  done.forEach((isDone, i) => {
    if (isDone === null) return;
    judged++;
    if (!isDone) open++;
    if (p.datedAt[i] === isDone) agree++;
  });
  return open > 0 && agree >= judged * 0.8 && p.datedAt.some((dated) => !dated);
}

const ACTUAL = re`^${words.actual}`;
/** Of a deadline that is known by its days alone. */
const PLANNED = 0.62;

/**
 * 整改到位时间 with days at what isn't done says until when it should be, where no other column does: nobody is done on a day
 * to come. 实际… says what it is.
 */
export function hearPlannedDays(scored: readonly Scored[]): void {
  const done = doneRows(scored);
  if (
    !done ||
    scored.some(({ candidates }) => candidates.some(({ key, score }) => key === "deadline" && score >= PLANNED))
  )
    return;
  const open = done.flatMap((isDone, i) => (isDone === false ? [i] : []));
  for (const { header, profile, candidates } of scored) {
    const own = candidates.find(({ key }) => key === "doneDate");
    if (!own || profile === null || ACTUAL.test(header.path[header.path.length - 1] ?? "")) continue;
    if (open.length < 2 || open.filter((i) => profile.datedAt[i]).length < open.length * 0.8) continue;
    candidates.push({ key: "deadline", score: PLANNED, ambiguous: true, depth: 0, reason: "values" });
    own.score *= 0.5;
  }
}

/** A column that calls itself 整改时限 is one, however its cells are filled in. */
function isPlainDate({ key, ambiguous }: Candidate): boolean {
  return !ambiguous && (key === "deadline" || key === "doneDate");
}

function areStatuses(p: ColumnProfile): boolean {
  return p.statuses >= p.filled * 0.8 && p.deadlineWords <= p.filled * FEW_WORDS;
}

/** 属实, 不属实 under 核查结果: they say whether a complaint is true. */
function areVerdicts(p: ColumnProfile): boolean {
  return p.verdicts >= p.filled * 0.8;
}

/** Values that no reader would call this field: figures where words belong. */
export function isVetoed(key: ColumnKey, p: ColumnProfile): boolean {
  switch (key) {
    case "problem":
    case "parentProblem":
      // 无 under 存在问题: a difficulty that isn't there.
      return p.numbers + p.days > p.filled * 0.8 || p.nones >= p.filled * 0.5;
    case "status":
      return p.numbers + p.days - p.shares > p.filled * 0.8 || areVerdicts(p);
    case "measureStatus":
    case "signOff":
      return areVerdicts(p);
    case "progress":
      return p.numbers + p.days > p.filled * 0.8 || areVerdicts(p);
    case "task":
    case "measure":
    case "unit":
    case "coUnits":
    case "form":
      return p.numbers + p.days > p.filled * 0.8;
    case "leader":
    case "person":
    case "name":
    case "section":
      // 人 | 物 | 管理 to tick under 隐患类别.
      return p.numbers + p.days > p.filled * 0.8 || p.ticks > p.filled * 0.8;
    case "doneDate":
      return p.days + p.months + p.deadlineWords < p.filled * 0.2 || areStatuses(p);
    case "deadline":
      return p.numbers > p.filled * 0.8 || areStatuses(p);
    default:
      return false;
  }
}
