/** What a text says of its own progress: before, on or behind its schedule (序时进度), and how much is done. */
import { clausesOf } from "../zh/clause";
import { re, reWith } from "../zh/pattern";
import { progress as words } from "../zh/words/progress";

export type Declared = "ahead" | "onTrack" | "behind";

const BETWEEN = words.between;
const NOT_BEHIND = re`${words.notBehind}${BETWEEN}?${words.schedule}`;
const BEHIND = re`${words.behind}${BETWEEN}?${words.schedule}|${words.schedule}[^，。；]{0,6}${words.behindAfter}|${words.behindNamed}`;
const AHEAD = re`${words.ahead}${BETWEEN}?${words.schedule}|${words.schedule}[^，。；]{0,4}${words.aheadAfter}|${words.aheadNamed}`;
const ON_TRACK = re`${words.onTrack}${BETWEEN}?${words.schedule}|${words.schedule}[^，。；]{0,8}${words.onTrackAfter}|${words.onTrackNamed}`;
const LATE = re`${words.work}[^，。；]{0,4}${words.late}|^已?${words.late}$`;
const LATE_TALKED = re`${words.lateTalked}`;
const SHARE = /(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)%/gu;
const DONE_SHARE = reWith("gu")`${words.doneLead}[^，。；%\d]{0,6}(\d{1,3}(?:\.\d{1,4})?)%`;

/** More clauses than any report of an item has. */
const MOST_CLAUSES = 400;

/**
 * What is declared of the schedule; null where nothing is. Of several clauses the worst counts.
 * @example declaredProgress("主体施工已过半，超过序时进度") // "ahead"
 * @example declaredProgress("未达到序时进度") // "behind"
 */
export function declaredProgress(text: string): Declared | null {
  let found: Declared | null = null;
  for (const clause of clausesOf(text, 0, text.length, MOST_CLAUSES)) {
    const said = ofClause(clause.text);
    if (said === "behind") return said;
    if (said === "onTrack" || found === null) found = said ?? found;
  }
  return found;
}

function ofClause(clause: string): Declared | null {
  if (NOT_BEHIND.test(clause)) return "onTrack";
  if (BEHIND.test(clause)) return "behind";
  if (AHEAD.test(clause)) return "ahead";
  if (ON_TRACK.test(clause)) return "onTrack";
  return LATE.test(clause) && !LATE_TALKED.test(clause) ? "behind" : null;
}

const STALLED = re`${words.stalled}${words.stillWork}?$`;
const PAUSED = re`${words.paused}${words.stillWork}?$`;
const NO_MORE = re`${words.stillNoMore}`;
const NOT_STILL = re`${words.stillBefore}|${words.lateTalked}`;

/**
 * Whether a text says that work stands still: by itself (停滞, 受阻, 无进展) or because it was put off (暂缓); null where it does not.
 * @example standsStill("因征地受阻") // "stalled"
 * @example standsStill("前期受阻，现已恢复施工") // null
 */
export function standsStill(text: string): "stalled" | "paused" | null {
  const clauses = clausesOf(text, 0, text.length, MOST_CLAUSES);
  const says = (pattern: RegExp): boolean =>
    clauses.some(({ text: clause }, index) => {
      const at = clause.search(pattern);
      if (at < 0 || NOT_STILL.test(clause.slice(0, at))) return false;
      return !clauses.slice(index + 1).some(({ text: later }) => NO_MORE.test(later));
    });
  if (says(PAUSED)) return "paused";
  return says(STALLED) ? "stalled" : null;
}

/** A share of the whole as a fraction, exact. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * How much of the work a text says is done: its one percentage, else the one behind 完成, 进度; null where it says none,
 * several, or more than everything.
 * @example declaredShare("已完成62.5%") // { numerator: 625_000, denominator: 1_000_000 }
 */
export function declaredShare(text: string): Share | null {
  const folded = text.normalize("NFKC");
  const all = sharesIn(folded, SHARE);
  const one = all.size === 1 ? all : sharesIn(folded, DONE_SHARE);
  if (one.size !== 1) return null;
  const [numerator = 0] = one;
  return numerator <= WHOLE ? { numerator, denominator: WHOLE } : null;
}

/** 100% in units of the last decimal a share may have. */
const WHOLE = 1_000_000;

function sharesIn(text: string, pattern: RegExp): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(pattern), (match) => Math.round(Number(match[1]) * 10_000)));
}
