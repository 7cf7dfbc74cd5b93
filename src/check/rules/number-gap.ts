import type { Item } from "../../ledger/types";
import type { Draft } from "../draft";
import { insertByRow, removeByRow } from "../by-row";
import { beginOf } from "../engine";
import { EVERY_KIND } from "../kinds";
import { defineRule, type Context, type TableCheck } from "../rule";
import { createIntTable, type IntTable } from "../int-table";
import { createRowInts } from "../row-ints";
import { createSortedNumbers, type SortedNumbers } from "../sorted-numbers";

type Data = { readonly from: number; readonly to: number; readonly before: number; readonly gaps: number };

/** From so many gaps on, and more than one every five numbers, a table is an excerpt and told once. */
const EXCERPT_GAPS = 4;
/** Larger numbers are codes, not places in a list. */
const LARGEST = 1_000_000;

export const numberGap = defineRule<Data>({
  alias: "number-gap",
  code: "L009",
  severity: "warning",
  scope: "table",
  kinds: EVERY_KIND,
  needs: ["number"],
  name: { zh: "序号缺号", en: "number missing" },
  messages: {
    zh: ({ from, to, before, gaps }) =>
      gaps > 1
        ? `序号有 ${gaps} 处不连续（最先缺 ${span(from, to)}），像是节选的台账；如果应当完整，请查找缺的各项。`
        : `序号 ${before} 之后缺 ${span(from, to)}，请核对是漏了事项还是编号写错。`,
    en: ({ from, to, before, gaps }) =>
      gaps > 1
        ? `Numbers break off in ${gaps} places (${span(from, to)} is the first missing); this looks like an excerpt.`
        : `After number ${before}, ${span(from, to)} is missing: an item lost, or a number mistyped?`,
  },
  check: createGapCheck,
  page: {
    what: "同一组序号中间缺号。前后有重复序号恰好能说明缺号的（12、13、13、15）不再报缺号；缺号很多的（节选、按科室摘出的台账）只报一次。序号不从 1 开始不算缺号。",
    why: "缺号往往意味着复制时漏了一行，公布的总数就会比反馈的少。",
    bad: "序号：1、2、3、5、6",
    good: "序号：1、2、3、4、5",
    todo: "与反馈意见核对，补上漏掉的事项或改正序号。",
    en: "A number is missing within a numbering group.",
  },
  ground: "规则提案 L004（缺号）。",
});

function span(from: number, to: number): string {
  return from === to ? String(from) : `${from}—${to}`;
}

/** Numbers of one group. */
interface Group {
  readonly index: number;
  /** Row where the item of an ordinal begins, for ordinals that occur once. */
  readonly lone: IntTable;
  /** Items of ordinals that occur more often, in sheet order. */
  readonly several: Map<number, Item[]>;
  readonly present: SortedNumbers;
  /** Upper ends of the gaps, and the lower end of each. */
  readonly gaps: SortedNumbers;
  readonly lower: Map<number, number>;
  readonly touched: Set<number>;
  readonly said: Map<
    number,
    { readonly draft: Draft; readonly item: Item; readonly lower: number; readonly gaps: number }
  >;
  excerpt: boolean;
  /** Not settled yet: everything counts as touched, and one pass over all finds the gaps. */
  fresh: boolean;
}

function createGapCheck(context: Context<Data>): TableCheck {
  const groups = new Map<string, Group>();
  const listed: Group[] = [];
  /** Group and ordinal by the row where an item begins. */
  const groupAt = createRowInts(context.ledger, -1);
  const ordinalAt = createRowInts(context.ledger, -1);
  const { itemAt } = context.ledger;
  const touched = new Set<Group>();
  /** Items come in sheet order, so the group is mostly that of the one before. */
  let lastName: string | null = null;
  let lastGroup: Group | null = null;

  function firstOf(group: Group, ordinal: number): Item | undefined {
    const several = group.several.get(ordinal);
    if (several !== undefined) return several[0];
    const row = group.lone.get(ordinal);
    return row < 0 ? undefined : itemAt.get(row);
  }

  function groupOf(name: string): Group {
    if (lastGroup !== null && name === lastName) return lastGroup;
    let group = groups.get(name);
    if (group === undefined) {
      group = {
        index: listed.length,
        // The first group is mostly the only one.
        lone: createIntTable({ dense: listed.length === 0 ? context.ledger.items.length * 2 : 0 }),
        several: new Map(),
        present: createSortedNumbers(),
        gaps: createSortedNumbers(),
        lower: new Map(),
        touched: new Set(),
        said: new Map(),
        excerpt: false,
        fresh: true,
      };
      groups.set(name, group);
      listed.push(group);
    }
    lastName = name;
    lastGroup = group;
    return group;
  }

  function say(group: Group, upper: number, gaps: number): void {
    const lower = group.lower.get(upper);
    const item = firstOf(group, upper);
    const said = group.said.get(upper);
    if (said !== undefined && said.item === item && said.lower === lower && said.gaps === gaps) return;
    unsay(group, upper);
    if (lower === undefined || item === undefined) return;
    const data: Data = { from: lower + 1, to: upper - 1, before: lower, gaps };
    group.said.set(upper, { draft: context.report(item, "number", data), item, lower, gaps });
  }

  function unsay(group: Group, upper: number): void {
    const said = group.said.get(upper);
    if (said === undefined) return;
    context.withdraw(said.draft);
    group.said.delete(upper);
  }

  /** Looks again at the gap below `upper`. */
  function look(group: Group, upper: number): void {
    const lower = group.present.has(upper) ? group.present.below(upper) : undefined;
    const missing = lower === undefined ? 0 : upper - lower - 1;
    const doubles = doublesOf(group, upper) + (lower === undefined ? 0 : doublesOf(group, lower));
    if (lower !== undefined && missing > 0 && doubles < missing) {
      group.gaps.add(upper);
      group.lower.set(upper, lower);
    } else {
      group.gaps.remove(upper);
      group.lower.delete(upper);
    }
  }

  function settleGroup(group: Group): void {
    const changed = group.fresh ? findSteps(group) : findNeighbours(group);
    group.touched.clear();
    group.fresh = false;
    for (const upper of changed) look(group, upper);
    const { size } = group.gaps;
    const excerpt = size >= EXCERPT_GAPS && size * 5 > group.present.size;
    if (excerpt) {
      const first = group.gaps.first() as number;
      for (const upper of group.said.keys()) if (upper !== first) unsay(group, upper);
      say(group, first, size);
    } else {
      if (group.excerpt) for (const upper of group.lower.keys()) changed.add(upper);
      for (const upper of changed) {
        if (group.lower.has(upper)) say(group, upper, 1);
        else unsay(group, upper);
      }
    }
    group.excerpt = excerpt;
  }

  return {
    add(item) {
      const { ordinal } = item;
      if (ordinal === null || !(ordinal >= 0 && ordinal <= LARGEST)) return;
      const group = groupOf(item.group);
      const row = beginOf(item);
      groupAt.set(row, group.index);
      ordinalAt.set(row, ordinal);
      const several = group.several.size === 0 ? undefined : group.several.get(ordinal);
      if (several !== undefined) {
        insertByRow(several, item);
      } else {
        const other = group.lone.put(ordinal, row);
        if (other < 0) {
          group.present.add(ordinal);
        } else {
          const both = [itemAt.get(other) as Item];
          insertByRow(both, item);
          group.several.set(ordinal, both);
          group.lone.remove(ordinal);
        }
      }
      if (group.fresh) {
        if (group.present.size === 1) touched.add(group);
        return;
      }
      group.touched.add(ordinal);
      touched.add(group);
    },
    remove(item) {
      const row = beginOf(item);
      const group = listed[groupAt.get(row)];
      if (group === undefined) return;
      groupAt.set(row, -1);
      const ordinal = ordinalAt.get(row);
      const several = group.several.get(ordinal);
      if (several === undefined) {
        group.lone.remove(ordinal);
        group.present.remove(ordinal);
      } else {
        removeByRow(several, item);
        if (several.length === 1) {
          group.several.delete(ordinal);
          group.lone.set(ordinal, beginOf(several[0] as Item));
        }
      }
      group.touched.add(ordinal);
      touched.add(group);
    },
    settle() {
      for (const group of touched) settleGroup(group);
      touched.clear();
    },
  };
}

/** How many items too many carry an ordinal. */
function doublesOf(group: Group, ordinal: number): number {
  const several = group.several.get(ordinal);
  return several === undefined ? 0 : several.length - 1;
}

/** Ordinals whose gap may have changed: those that came or went, and the next above each. */
function findNeighbours(group: Group): Set<number> {
  const changed = new Set<number>();
  for (const ordinal of group.touched) {
    changed.add(ordinal);
    const above = group.present.above(ordinal);
    if (above !== undefined) changed.add(above);
  }
  return changed;
}

/** Ordinals that do not follow directly on the one before, in one pass. */
function findSteps(group: Group): Set<number> {
  const steps = new Set<number>();
  let before: number | null = null;
  for (const ordinal of group.present.values()) {
    if (before !== null && ordinal - before > 1) steps.add(ordinal);
    before = ordinal;
  }
  return steps;
}
