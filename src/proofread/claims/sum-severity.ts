/** How sure a sum that misses its whole is told: what the parts claim to be decides. */
import type { Severity } from "../../rule";
import { reWith } from "../../zh/pattern";
import { PERSON_SIDES } from "../../zh/words/claim-sides";
import { CARRIED_OVER, LASTING } from "../../zh/words/claim-states";
import { AMONG_THEM, type Breakdown, type ToldCount } from "../../reading";
import { areMeantToBeAll } from "./meant-to-be-all";
import { areTransposed } from "./transposed";

/** More than the whole: certain where the parts exclude one another. */
export function severityOver(run: Breakdown): Severity | null {
  if (run.how === "rest" || run.parts.some(({ count }) => CARRIED.test(count.before))) return "warning";
  if (run.how === "bracket" || run.how === "respective" || run.closed) return "error";
  if (isOfStates(run)) return "error";
  if (run.side === null)
    return run.how === "among" || run.complete || isOfThem(run) || endAlike(run) ? "warning" : null;
  return PERSON_SIDES.includes(run.side) && run.parts.length < 2 ? null : "error";
}

const CARRIED = reWith("u")`${CARRIED_OVER}`;

/** 优秀等次36个，良好等次69个，一般等次29个 */
function endAlike({ parts }: Breakdown): boolean {
  const end = parts[0]?.count.before.slice(-2) ?? "";
  return parts.length > 2 && parts.every(({ count }) => count.before.length > 2 && count.before.endsWith(end));
}

/** 87件积案中，化解71件，稳控18件: all of them are of what is told to hold them. */
function isOfThem({ wholes: [whole] }: Breakdown): boolean {
  return whole !== undefined && AMONG_THEM.test(whole.count.after);
}

/** States with a bare verb between them: 已了结5件、立案1件，正在核实3件. */
function isOfStates({ how, side, parts }: Breakdown): boolean {
  if (how !== "states" || side !== null) return false;
  const told = parts.map(({ count }) => count.state);
  const more = told.filter((state) => state === "open" || state === "other" || state === "basic").length;
  return told.filter((state) => state === "done").length === 1 && told.length - more - 1 <= more;
}

/** Of a list whose parts reach this share of the whole, a slip is likelier than a list meant to be partial. */
const NEARLY_ALL = 75n;
/** The same for parts that are not known to exclude each other. */
const ALL_BUT_A_FEW = 90n;

/** Less than the whole: a fault where the parts claim to be all. */
export function severityUnder(run: Breakdown, sum: bigint, whole: bigint): Severity | null {
  if (run.how === "rest" || run.complete) return "warning";
  if (run.closed || run.how === "bracket" || run.how === "respective") return "error";
  if (run.side === "state" || isOfStates(run)) {
    const states = new Set(run.parts.map(({ count }) => count.state));
    if (states.size < 2) return null;
    // 19个行政村中，已有13个村完成改造，正在施工的有4个村: the others have not begun.
    if (run.wholes[0]?.count.carrier === true && states.has("open")) return null;
    if (run.parts.some(({ count }) => CARRIED.test(count.before))) return "warning";
    // 20个，办结12个，阶段性办结4个: what is not done at all may be left untold, where it is more than a slip.
    const isDone = [...states].every((state) => state === "done" || state === "basic");
    if (isDone && (whole - sum) * 100n >= whole * UNTOLD) return null;
    // 3个问题，完成1个，长期坚持1个; 22件，已办结11件，未办结2件: the rest may be on its way, or 留作参考.
    const isOpen = ({ unit, before }: ToldCount): boolean => unit !== "件" && !LONG_TERM.test(before);
    const isGoingOn = run.parts.some(({ count }) => count.state === "open" && isOpen(count));
    return isGoingOn && (states.has("done") || states.has("basic")) ? "error" : "warning";
  }
  if (run.side !== null && leavesNothing(run, run.side)) return "warning";
  if (areMeantToBeAll(run) && sum * 100n >= whole * ALL_BUT_A_FEW) return "warning";
  // 854万元，其中600万元、245万元: two digits changed places.
  if (run.parts.length >= 2 && areTransposed(sum, whole)) return "warning";
  if (run.parts.length >= 3 && sum * 100n >= whole * (run.side === null ? ALL_BUT_A_FEW : NEARLY_ALL)) return "warning";
  return null;
}

/** In hundredths of the whole. */
const UNTOLD = 15n;
const LONG_TERM = reWith("u")`${LASTING}`;

/** Sides whose words leave nothing out. */
const COMPLETE: ReadonlySet<string> = new Set(["common", "gender"]);

/** 合格 and 不合格, 满意 and 不满意: a word and its opposite. */
function leavesNothing(run: Breakdown, side: string): boolean {
  if (COMPLETE.has(side)) return true;
  const told = run.parts.map(({ count }) => count.sides.get(side) ?? "");
  return told.some((word) => told.some((other) => other !== word && other.endsWith(word) && /^[不未非]/u.test(other)));
}
