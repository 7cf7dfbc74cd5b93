/**
 * The tree of a paragraph's counts: wholes and their breakdowns. A breakdown is a run of parts told side by side, with the
 * wholes it may belong to, the nearest first. How a part is attached:
 *
 * - bracket: 8项（新制定5项、修订3项）
 * - among: 21人，其中约谈5人
 * - states: 12个，已完成9个，正在整改3个, over sentences and lines too
 * - kinds: 39个。党建方面14个，作风方面13个
 * - rest: 其余3个 closes the run; 420条，无误的398条，其余22条 makes one of what stands between the whole and it
 * - sorted: 按年度分，2023年4份、2024年6份 begins a breakdown anew
 * - total: …，合计28项 is the whole of what stands before it
 */
import { NO_STOP, STOPS } from "../../zh/clause";
import { added } from "../found";
import { LINE_SIGN } from "../signs";
import type { Line } from "../types";
import {
  addBreakdown,
  newBreakdown,
  type Breakdown,
  type ClaimNode,
  type How,
  NO_BREAKDOWNS,
  wholesAbove,
} from "./claim-node";
import type { ToldCount } from "./counts";
import { ALTOGETHER } from "./leads";
import {
  ALL_OF_THEM,
  AMONG_THEM,
  AND_SO_ON,
  APART,
  endsWithOthers,
  ENUMERATED,
  figureOrStop,
  inForce,
  isAllOf,
  isBare,
  isExcepted,
  isJoined,
  isListed,
  isNamedBeside,
  isOfHowMany,
  isOneOfThem,
  isLone,
  isPart,
  isSetApart,
  isShort,
  isWholeLike,
  kindsAbove,
  LIST_MARK,
  LONGEST_NOUN,
  MAY_STAND_FIRST,
  MOST_BEFORE,
  MOST_BETWEEN,
  MOST_OPEN,
  NOT_YET_DUE,
  opensList,
  outermostOf,
  PARTIAL,
  PLAIN_TOTAL,
  ENDS_RESPECTIVELY,
  namesRest,
  SORTED,
  SORTS,
  NAMES_ANOTHER,
  TAIL,
  TELLS_RATE,
  LONGEST_RATE,
  arePieced,
  countsThings,
  sameNoun,
  withBare,
} from "./kinds-of-counts";
import { sharesSide, sideOf } from "./sides";
import { isToldAgain } from "./told-again";
import { addWhole } from "./may-hold";

export type { Breakdown, ClaimNode, Paragraph } from "./claim-node";

const NO_NODES: readonly ClaimNode[] = [];

/** As many wholes of earlier paragraphs a list may belong to. */
export const MOST_WHOLES = 6;
/** A run of parts is no longer. */
const MOST_PARTS = 30;

/** Builds the tree of one family of a paragraph, count by count. */
export class TreeBuilder {
  /** 按类型分, 从原因看 stands in its line. */
  private readonly sorts: boolean;
  private wholes: readonly ClaimNode[] = NO_NODES;
  private run: Breakdown | null = null;
  /** What was open outside of the bracket. */
  private outside: {
    readonly bracket: number;
    readonly run: Breakdown | null;
    readonly wholes: readonly ClaimNode[];
  } | null = null;
  private last: ClaimNode | null = null;
  private beforeLast: ClaimNode | null = null;
  /** Counts of this level since the last total or sentence with its own whole, for a total told behind. */
  private level: readonly ClaimNode[] = NO_NODES;

  constructor(
    readonly family: string,
    private readonly line: Line,
    private readonly remote: readonly ClaimNode[],
    private readonly nodes: { readonly push: (node: ClaimNode) => unknown },
    private readonly breakdowns: { readonly push: (run: Breakdown) => unknown },
  ) {
    this.sorts = (line.signs & LINE_SIGN.sorts) !== 0 && SORTS.test(line.plain);
  }

  add(count: ToldCount): void {
    const node: ClaimNode = { count, breakdowns: NO_BREAKDOWNS, part: null };
    this.nodes.push(node);
    this.brackets(count);
    if (count.lead === "base") return;
    if (!count.exact) this.addInexact(node);
    else this.attach(node);
    this.beforeLast = this.last;
    this.last = node;
  }

  private brackets(count: ToldCount): void {
    if (this.outside && count.bracket !== this.outside.bracket) {
      this.run = this.outside.run;
      this.wholes = this.outside.wholes;
      this.outside = null;
    }
  }

  private addInexact(node: ClaimNode): void {
    if (this.run) this.run.inexact = true;
    if (!isPart(node.count)) this.open(node);
  }

  private attach(node: ClaimNode): void {
    const { count } = node;
    if (count.bracket >= 0 && this.outside === null) {
      if (this.openBracket(node)) return;
      // 环境卫生（42个）、安全生产（33个）: the bracket holds the count of what stands before it, and nothing else.
      if (count.start !== count.bracket + 1 || count.after !== "") this.setApart(count);
    }
    if (this.run && isToldAgain(this.run, count)) return;
    if (this.totals(node)) return;
    if ((count.lead === "among" || isOneOfThem(this.last?.count, count)) && this.among(node)) return;
    if (count.lead === "rest" && !AMONG_THEM.test(count.after) && this.rest(node)) return;
    if (count.lead === "respective" && this.respective(node)) return;
    if (this.sorts && SORTED.test(count.gap) && this.sorted(node)) return;
    // 除3件转办外，35件已全部办结
    if (this.last && isExcepted(this.last.count) && ALL_OF_THEM.test(count.told) && this.rest(node)) return;
    if (this.run && this.continues(this.run, node)) {
      this.put(this.run, node);
      if (AMONG_THEM.test(count.after)) this.run = null;
      if (this.run === null || isWholeLike(count)) this.keep(node, MOST_OPEN);
      return;
    }
    if (this.siblings(node)) return;
    if (isPart(count) && !this.standsFirst(count)) this.begin(node);
    else this.open(node);
    // 未整改问题8个中，超期3个; 420件全部转办。已办结398件: what follows is of these.
    if (count.state === null) return;
    if (AMONG_THEM.test(count.after)) this.run = null;
    else if (!ALL_OF_THEM.test(count.told)) return;
    this.keep(node, MOST_OPEN);
  }

  /** 规上工业企业150家，停产18家: a kind named where nothing stands above is the whole of what follows. */
  private standsFirst({ state, sides, sentence, lead }: ToldCount): boolean {
    if (state !== null || sides.size === 0 || this.remote.length > 0) return false;
    if (lead !== "weakTotal") for (const name of sides.keys()) if (!MAY_STAND_FIRST.has(name)) return false;
    return this.wholes.length === 0 && this.last?.count.sentence !== sentence;
  }

  /** 228份，按类型分，工程类96份、…；按年度分，2023年134份、…: each sorts all of the whole anew. */
  private sorted(node: ClaimNode): boolean {
    const wholes = this.wholes.filter((one) => one.part === null && one.count.unit === node.count.unit).reverse();
    if (wholes.length === 0) return false;
    this.run = this.start(node, "kinds", wholes);
    return true;
  }

  /** 新制定5项，修订3项: the count before tells the same side by another word, and both are parts. */
  private siblings(node: ClaimNode): boolean {
    const { last } = this;
    if (!last || last.part !== null || !last.count.exact || last.count.unit !== node.count.unit) return false;
    if (last.count.sentence !== node.count.sentence || last.count.bracket !== node.count.bracket) return false;
    if (node.count.sides.size === 0 || last.breakdowns.length > 0 || AMONG_THEM.test(last.count.after)) return false;
    const side = [...node.count.sides.keys()].find((name) => sideOf([last, node], name) !== null);
    if (side === undefined) return false;
    if (isAllOf(last.count, node.count, side)) return false;
    // 入库项目86个：产业类41个、民生类17个: the colon tells of what the list is.
    if (/^[：:]/u.test(node.count.gap)) {
      this.run = this.start(node, "kinds", [last]);
      return true;
    }
    const above = this.wholes
      .filter((whole) => whole !== last && whole.count.unit === node.count.unit)
      .filter((whole) => !sharesSide(whole, last) && !sharesSide(whole, node))
      .filter((whole) => whole !== this.beforeLast || !last.count.gap.startsWith("、"))
      .reverse();
    this.run = this.start(last, "kinds", above, false);
    this.put(this.run, node);
    if (isWholeLike(node.count)) this.keep(node, MOST_OPEN);
    return true;
  }

  /** 8项（新制定5项…: the first count of a bracket right behind a count. */
  private openBracket(node: ClaimNode): boolean {
    const { last } = this;
    const { count } = node;
    if (!last || last.count.bracket === count.bracket) return false;
    if (count.bracket < last.count.end || count.bracket - last.count.end > LONGEST_RATE) return false;
    const between = this.line.plain.slice(last.count.end, count.bracket);
    const isFar = between.length > LONGEST_NOUN || NAMES_ANOTHER.test(between);
    if (isFar && (count.state === null || !TELLS_RATE.test(between))) return false;
    if (!isFar && isOfHowMany(last.count, count)) {
      this.keep(node, MOST_WHOLES);
      return true;
    }
    this.outside = { bracket: count.bracket, run: this.run, wholes: this.wholes };
    this.wholes = [last];
    this.run = this.start(node, isFar || count.lead === "among" ? "among" : "bracket", [last]);
    this.run.listsSome ||= isFar;
    return true;
  }

  /** A bracket that is of no count before it: what stands in it is told for itself. */
  private setApart({ bracket }: ToldCount): void {
    this.outside = { bracket, run: this.run, wholes: this.wholes };
    this.wholes = [];
    this.run = null;
  }

  /** 其中: of the count before it; at the head of a sentence, of the whole before. */
  private among(node: ClaimNode): boolean {
    const heads = node.count.stop === STOPS.sentence || this.last?.count.sentence !== node.count.sentence;
    // 受理31件，办结29件；其中民商事24件: behind ； of a whole that can hold it.
    const parent = heads
      ? (this.wholes[this.wholes.length - 1] ?? (this.last && isLone(this.last) ? this.last : undefined))
      : ((node.count.stop === STOPS.member ? this.holderOf(node.count) : null) ??
        (node.count.bracket < 0 ? this.outsideLast : this.last));
    if (!parent) return false;
    const others = wholesAbove(parent, MOST_WHOLES);
    const fitting = [parent, ...others].filter(({ count }) => count.unit === node.count.unit);
    if (fitting.length === 0) return false;
    this.run = this.start(node, "among", fitting);
    return true;
  }

  /** Behind a bracket 其中 goes on with what the bracket is of. */
  private get outsideLast(): ClaimNode | null {
    const { last } = this;
    return last && last.count.bracket >= 0 ? (last.part?.wholes[0] ?? last) : last;
  }

  /** The last whole of the sentence that is no part and has room. */
  private holderOf({ unit, sentence, value }: ToldCount): ClaimNode | null {
    for (let at = this.wholes.length - 1; at >= 0; at--) {
      const whole = this.wholes[at];
      if (whole?.part !== null || whole.count.sentence !== sentence) continue;
      if (whole.count.unit === unit && whole.count.value >= value && whole.count.opens) return whole;
    }
    return null;
  }

  /** 36个，分别为12个、15个、9个: parts of the whole before; 分别完成12个、15个: parts of one told behind, if any. */
  private respective(node: ClaimNode): boolean {
    const whole = this.wholes[this.wholes.length - 1];
    const isOf =
      ENDS_RESPECTIVELY.test(node.count.gap) &&
      whole?.count.unit === node.count.unit &&
      node.count.stop !== STOPS.member;
    this.run = this.start(node, "respective", isOf && whole ? [whole] : []);
    return true;
  }

  /** 其余N closes the run, or stands beside the only part. */
  private rest(node: ClaimNode): boolean {
    const run = this.run && this.run.wholes.length > 0 ? this.memberOf(this.run, node) : this.between(node);
    if (!run) return false;
    this.put(run, node);
    run.closed = true;
    this.run = run;
    return true;
  }

  /** 26项，除2项跨年实施外，其余24项: what stands alone between a whole and its rest are its parts, whatever their words. */
  private between({ count }: ClaimNode): Breakdown | null {
    const before = this.level
      .slice(-2 - MOST_BETWEEN)
      .filter(
        (one) =>
          one.count.sentence === count.sentence && one.count.bracket === count.bracket && one.count.unit === count.unit,
      );
    const [whole, ...parts] = before;
    const [first, ...others] = parts;
    if (!whole || !first || isExcepted(whole.count) || parts.length > MOST_BETWEEN) return null;
    if (before.some((one) => !one.count.exact || isJoined(one))) return null;
    if ([first, ...others].some((one) => one.count.value >= whole.count.value)) return null;
    const run = this.start(first, "rest", [whole]);
    for (const one of others) this.put(run, one);
    return run;
  }

  /** 长期措施55条，已完成21条，其余34条…: behind ；of the member that it stands in, else of what is outermost. */
  private memberOf(run: Breakdown, { count }: ClaimNode): Breakdown {
    const [whole] = run.wholes;
    const isIn = whole?.count.stop === STOPS.member && whole.count.state === null && count.stop > STOPS.member;
    return isIn && whole.count.sentence === count.sentence && run.side === "state"
      ? run
      : outermostOf(run, this.line, count);
  }

  /** 合计, 共 behind two counts or more is their whole. */
  private totals(node: ClaimNode): boolean {
    const { count } = node;
    const isWeak = count.lead === "weakTotal" || (count.lead === "none" && ALTOGETHER.test(count.before));
    if (count.lead !== "total" && !isWeak) return false;
    const before = this.level
      .slice(-MOST_BEFORE)
      .filter((one) => one.count.exact && one.count.unit === count.unit && one.count.bracket === count.bracket);
    const near = before.filter((one) => one.count.sentence === count.sentence);
    const named = isWeak ? withBare(sameNoun(count, before), near) : [];
    if (count.lead === "none" && named.length < 2) return false;
    const parts = named.length >= 2 ? named : near.length >= 2 ? near : count.lead === "total" ? before : near;
    if (parts.length < 2) return false;
    // 1个问题，其它1个；立行立改问题共4个: a thing of its own behind ；.
    if (count.stop === STOPS.member && named.length < 2 && countsThings(count.before)) return false;
    // 处罚3家、约谈5家，共检查20家: what has a verb of its own is the whole of a list, not of any counts.
    if (
      count.lead === "weakTotal" &&
      !PLAIN_TOTAL.test(count.before) &&
      !parts.every(isListed) &&
      !arePieced(parts) &&
      named.length < 2
    )
      return false;
    const sum = newBreakdown("total", [node], parts.slice(-MOST_PARTS), false);
    sum.inexact = this.run?.inexact === true;
    sum.side = sideOf(sum.parts, null);
    addBreakdown(node, sum);
    this.breakdowns.push(sum);
    // A total with a state (共办结22件) is a part of the whole before it too.
    if (count.state === null) this.wholes = [...this.wholes.slice(-MOST_WHOLES), node];
    this.level = [node];
    this.run = null;
    return true;
  }

  private continues(run: Breakdown, node: ClaimNode): boolean {
    const { count } = node;
    if (run.parts.length >= MOST_PARTS || run.closed || endsWithOthers(run)) return false;
    const first = run.parts[0];
    const previous = run.parts[run.parts.length - 1];
    if (!first || !previous || first.count.unit !== count.unit) return false;
    if (previous.count.due && count.state !== null) return false;
    if (run.wholes[0]?.count.due === true && NOT_YET_DUE.test(count.before)) return false;
    const upper = kindsAbove(run, count);
    if (upper) return this.goUp(upper, node);
    if (run.how === "states" && run.wholes[0] && isNamedBeside(run.wholes[0].count, count)) return false;
    if (run.how === "respective") return LIST_MARK.test(count.gap);
    if (count.due || (isWholeLike(count) && count.sides.size === 0)) return this.lists(run, node, previous);
    // 受理31件、办结29件: what has come of a whole told in the list is no member beside it.
    const isOfIt = count.state === "done" && previous.count.state === null && previous.count.opens;
    if ((run.how === "among" || run.how === "bracket") && !isOfIt && ENUMERATED.test(count.gap)) return true;
    const whole = run.wholes[0];
    // 其中 under a part: ； or a state of the upper run ends it.
    const own = sideOf([...run.parts, node], run.side === "state" ? null : run.side);
    if (
      run.how === "among" &&
      whole?.part &&
      run !== whole.part &&
      (own === null || own === "state" || count.stop <= STOPS.member)
    ) {
      if (count.stop <= STOPS.member && !(opensList(this.line, first.count) && count.stop === STOPS.member))
        return this.goUp(whole.part, node);
      if (run.side !== "state" && count.state !== null && whole.part.side === "state")
        return this.goUp(whole.part, node);
    }
    if (run.side !== null || run.parts.length === 1) {
      const side = sideOf([...run.parts, node], inForce(run));
      if (side !== null) return true;
    }
    return this.lists(run, node, previous);
  }

  /** Without a side in common, members of one list between 、 or alike in the noun behind them. */
  private lists(run: Breakdown, node: ClaimNode, previous: ClaimNode): boolean {
    const { count } = node;
    if (count.state !== null && run.parts.every((part) => part.count.state === null)) return false;
    if (run.side === "state" && (count.state !== null || !isBare(count))) return false;
    if (count.state !== null && run.parts.some((part) => part.count.state !== null && part.count.state === count.state))
      return false;
    if (isWholeLike(count) && count.stop < STOPS.piece && !isShort(count)) return false;
    if (isSetApart(run, count)) return false;
    if (run.how === "among" || run.how === "bracket")
      return (
        count.stop >= STOPS.comma || (opensList(this.line, run.parts[0]?.count ?? count) && count.stop === STOPS.member)
      );
    return count.stop >= STOPS.comma && isShort(count) && isShort(previous.count);
  }

  /** Closes a nested run and goes on with the upper one, where the count is one of its parts. */
  private goUp(upper: Breakdown, node: ClaimNode): boolean {
    this.run = upper;
    return this.continues(upper, node);
  }

  /** A part begins a run of its own, under the wholes that may hold it. */
  private begin(node: ClaimNode): void {
    const { count } = node;
    const how = count.lead === "respective" ? "respective" : count.state !== null ? "states" : "kinds";
    const { last } = this;
    let wholes: readonly ClaimNode[] = NO_NODES;
    // 立行立改30个，已完成28个: a lone part before may be what is broken down, else the wholes, the nearest first.
    if (last && isLone(last) && count.state !== null && this.mayHold(last, count))
      wholes = addWhole(wholes, last, node);
    wholes = this.addLocal(wholes, node, true);
    if (wholes.length === 0) wholes = this.addLocal(wholes, node, false);
    if (
      last &&
      last.count.exact &&
      last.part &&
      last.part.parts.length <= 2 &&
      this.mayHold(last, count) &&
      last.count.sentence === count.sentence &&
      (count.bracket < 0 || last.count.bracket === count.bracket) &&
      last.count.state !== "done"
    )
      wholes = addWhole(wholes, last, node);
    if (last?.part?.how === "kinds" && count.state !== null && last.count.stop !== NO_STOP && count.stop === NO_STOP)
      wholes = [last, ...wholes];
    const isRemote = wholes.length === 0 && this.remote.length > 0;
    if (isRemote) for (let at = this.remote.length - 1; at >= 0; at--) wholes = addWhole(wholes, this.remote[at], node);
    this.run = this.start(node, how, wholes, isRemote);
    // 办复建议35件，满意33件、基本满意2件: what is done is the whole of what follows, where nothing stands above.
    if (wholes.length === 0 && count.state === "done" && count.opens) this.keep(node, MOST_OPEN);
  }

  /** The wholes of its own paragraph that may hold it, the nearest first; those of its very measure word, or any. */
  private addLocal(before: readonly ClaimNode[], node: ClaimNode, ofItsUnit: boolean): readonly ClaimNode[] {
    let wholes = before;
    for (let at = this.wholes.length - 1; at >= 0; at--) {
      const whole = this.wholes[at];
      if (!whole || (ofItsUnit && whole.count.unit !== node.count.unit)) continue;
      if (this.mayHold(whole, node.count)) wholes = addWhole(wholes, whole, node);
    }
    return wholes;
  }

  /** Over the end of a sentence only problems and the like go on; a list's 、 parts no whole from its parts. */
  private mayHold(whole: ClaimNode, count: ToldCount): boolean {
    if (whole === this.last && count.stop === STOPS.piece && count.gap.includes("、")) return false;
    if (whole.count.sentence === count.sentence) return true;
    return whole.count.unit === count.unit && !APART.has(count.family);
  }

  private start(node: ClaimNode, how: How, wholes: readonly ClaimNode[], remote = false): Breakdown {
    const run = newBreakdown(how, wholes, [node], remote);
    run.complete = this.sorts && SORTED.test(node.count.gap);
    run.listsSome = PARTIAL.test(node.count.gap);
    this.breakdowns.push(run);
    if (wholes[0]) addBreakdown(wholes[0], run);
    run.side = sideOf(run.parts, null);
    this.close(run, node);
    return run;
  }

  private put(run: Breakdown, node: ClaimNode): void {
    run.side = sideOf([...run.parts, node], inForce(run));
    run.parts.push(node);
    this.close(run, node);
  }

  /** What stands behind the last part. */
  private close(run: Breakdown, node: ClaimNode): void {
    node.part = run;
    const { plain } = this.line;
    run.partial = AND_SO_ON.test(plain.slice(node.count.end, node.count.end + TAIL));
    if (endsWithOthers(run)) run.complete = true;
    run.rest = run.rest || namesRest(plain.slice(node.count.end, figureOrStop(plain, node.count.end)));
    if (this.outside === null && this.level[this.level.length - 1] !== node) this.level = added(this.level, node);
  }

  private open(node: ClaimNode): void {
    if (this.outside === null) {
      this.run = null;
      this.level = added(this.level, node);
    }
    this.keep(node, MOST_WHOLES);
  }

  private keep(node: ClaimNode, most: number): void {
    this.wholes = added(this.wholes, node);
    if (this.wholes.length > most) this.wholes = this.wholes.slice(1);
  }
}
