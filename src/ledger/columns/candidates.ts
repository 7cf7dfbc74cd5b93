/** What the words over each column may mean, before the values below are heard. */
import type { ColumnProfile } from "./column-profile";
import { sensesOf, type HeaderSense } from "./header-words";
import type { Asked } from "./header-sense";
import type { HeaderColumn } from "../layout/layout";
import { COLUMN_KEYS, type ColumnKey, type ColumnReason, type StatusDress } from "../types";
import { re } from "../../zh/pattern";
import { columns as words } from "../../zh/words/columns";

/** Below this a column stays without a field. */
export const THRESHOLD = 0.4;

/** A field that a column may hold. */
export interface Candidate {
  readonly key: ColumnKey;
  score: number;
  readonly ambiguous: boolean;
  readonly depth: 0 | 1 | 2 | 3;
  reason: ColumnReason;
}

/** A column with what it may hold. */
export interface Scored {
  readonly header: HeaderColumn;
  candidates: Candidate[];
  /** null until its values were looked at. */
  profile: ColumnProfile | null;
  /** How its cells are read as statuses, where they are no words. */
  dress?: StatusDress | undefined;
  /** The field that it gave way in to another column by a rule (事项名称 beside 存在问题). */
  gaveWay?: "problem";
  /** It stands among columns of other periods that tell the status. */
  ofPeriod?: true;
  /** What its header asks over 是 and 否, where that is not whether it is done (questions.ts). */
  asked?: Asked;
}

export const DONE_BAND = re`${words.doneBand}`;
export const PLAN_BAND = re`${words.planBand}`;

/** What the words over a column may mean: the lowest word, the bands read together, or the upper word alone. */
export function wordCandidates(header: HeaderColumn): Candidate[] {
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
export function limitCandidates(scored: readonly Scored[]): void {
  if (scored.length <= 64) return;
  for (const key of COLUMN_KEYS) {
    const rivals: { column: Scored; score: number }[] = [];
    for (const column of scored) {
      const candidate = column.candidates.find((one) => one.key === key);
      if (candidate) rivals.push({ column, score: candidate.score });
    }
    rivals.sort((a, b) => b.score - a.score);
    for (const { column } of rivals.slice(MOST_PER_FIELD))
      column.candidates = column.candidates.filter((one) => one.key !== key);
  }
}
