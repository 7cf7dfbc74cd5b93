import type { Item } from "../../ledger/types";
import { EVERY_KIND } from "../kinds";
import { defineRule, type Context, type Steps } from "../rule";

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
  check: checkGaps,
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

/** Looks at each numbering group by itself. */
function* checkGaps(context: Context<Data>): Steps {
  const groups = new Map<string, Item[]>();
  for (const item of context.ledger.items) {
    const { ordinal, group } = item;
    if (ordinal === null || !(ordinal >= 0 && ordinal <= LARGEST)) continue;
    const items = groups.get(group);
    if (items === undefined) groups.set(group, [item]);
    else items.push(item);
  }
  for (const items of groups.values()) {
    yield;
    const numbers = numbersOf(items);
    const gaps = gapsOf(numbers);
    // An excerpt has too many gaps to look for each.
    const isExcerpt = gaps.length >= EXCERPT_GAPS && gaps.length * 5 > numbers.length;
    for (const { below, above } of isExcerpt ? gaps.slice(0, 1) : gaps) {
      const data = { from: below + 1, to: above.ordinal - 1, before: below, gaps: isExcerpt ? gaps.length : 1 };
      context.report(above.first, "number", data);
    }
  }
}

/** A number of a group: the first item in the sheet that carries it, and how many do. */
interface Numbered {
  readonly ordinal: number;
  readonly first: Item;
  count: number;
}

/** The numbers of a group, ascending. */
function numbersOf(items: readonly Item[]): Numbered[] {
  const numbers = new Map<number, Numbered>();
  for (const first of items) {
    const ordinal = first.ordinal as number;
    const known = numbers.get(ordinal);
    if (known === undefined) numbers.set(ordinal, { ordinal, first, count: 1 });
    else known.count++;
  }
  return [...numbers.values()].sort((a, b) => a.ordinal - b.ordinal);
}

/** Where numbers are missing, unless as many beside the gap are there twice (12, 13, 13, 15). */
function gapsOf(numbers: readonly Numbered[]): { readonly below: number; readonly above: Numbered }[] {
  const gaps = [];
  for (let i = 1; i < numbers.length; i++) {
    const [below, above] = [numbers[i - 1] as Numbered, numbers[i] as Numbered];
    const missing = above.ordinal - below.ordinal - 1;
    if (missing > 0 && below.count - 1 + (above.count - 1) < missing) gaps.push({ below: below.ordinal, above });
  }
  return gaps;
}
