/** A count of a paragraph in its tree: the breakdowns it is the whole of, and the one it is a part of. */
import type { Line } from "../types";
import type { ToldCount } from "./counts";

export type How = "bracket" | "among" | "states" | "kinds" | "rest" | "respective" | "total";

export interface ClaimNode {
  readonly count: ToldCount;
  /** `NO_BREAKDOWNS` until the first is added. */
  breakdowns: readonly Breakdown[];
  /** The breakdown it is a part of, null for a whole. */
  part: Breakdown | null;
}

export interface Breakdown {
  readonly how: How;
  /** Wholes it may belong to, the likeliest first; empty where none is told. */
  readonly wholes: readonly ClaimNode[];
  readonly parts: ClaimNode[];
  /** The side all parts tell, each by another word; "state" for states. Null where there is none. */
  side: string | null;
  /** 其余N is its last part. */
  closed: boolean;
  /** 其他N is its last part, or it says by what it sorts (按类型分，…): everything is told. */
  complete: boolean;
  /** 主要有, 如, or a bracket told in passing: it lists some. */
  listsSome: boolean;
  /** 等 ends it: not everything is told. */
  partial: boolean;
  /** 其余…: something is told without a number. */
  rest: boolean;
  /** A count that is none to reckon with stands in it. */
  inexact: boolean;
  /** Its wholes stand in an earlier paragraph. */
  readonly remote: boolean;
}

/** What is told in one paragraph. */
export interface Paragraph {
  readonly line: Line;
  readonly counts: readonly ToldCount[];
  readonly nodes: readonly ClaimNode[];
  readonly breakdowns: readonly Breakdown[];
  /** Counts of the measure word that most of its counts have: who compares counts of one word needs as many to stand here. */
  readonly alike: number;
}

/** Of the many counts that are the whole of nothing. */
export const NO_BREAKDOWNS: readonly Breakdown[] = [];

/** A breakdown of which nothing is told yet but its parts. */
export function newBreakdown(how: How, wholes: readonly ClaimNode[], parts: ClaimNode[], remote: boolean): Breakdown {
  return {
    how,
    wholes,
    parts,
    side: null,
    closed: false,
    complete: false,
    listsSome: false,
    partial: false,
    rest: false,
    inexact: false,
    remote,
  };
}

/** Makes a count the whole of one breakdown more. */
export function addBreakdown(node: ClaimNode, run: Breakdown): void {
  if (node.breakdowns === NO_BREAKDOWNS) node.breakdowns = [run];
  else (node.breakdowns as Breakdown[]).push(run);
}

/** Exact sum of some counts; of 甲局、乙局各1个 both. */
export function valueSum(nodes: readonly ClaimNode[]): bigint {
  return nodes.reduce((sum, { count }) => sum + count.value * count.times, 0n);
}

/** The whole a node is a part of, the whole of that, and so on, at most so many. */
export function wholesAbove(node: ClaimNode, most: number): ClaimNode[] {
  const list: ClaimNode[] = [];
  for (let up = node.part?.wholes[0]; up && list.length < most; up = up.part?.wholes[0]) list.push(up);
  return list;
}
