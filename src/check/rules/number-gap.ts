import { readItemNumber, type Item } from "../../ledger";
import { isBlank, valueAt } from "../../grid";
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
        ? `The numbering has ${gaps} gaps (${span(from, to)} is the first missing), so this looks like an excerpt; if it should be complete, find the missing items.`
        : `After number ${before}, ${span(from, to)} is missing; check whether an item was left out or a number is wrong.`,
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
    const { gaps: all, distinct } = findGaps(items);
    const gaps = all.filter((gap) => !isPassedOver(context, gap));
    // An excerpt has too many gaps to look for each.
    const isExcerpt = gaps.length >= EXCERPT_GAPS && gaps.length * 5 > distinct;
    for (const { before, to, after } of isExcerpt ? gaps.slice(0, 1) : gaps) {
      const data: Data = { from: before + 1, to, before, gaps: isExcerpt ? gaps.length : 1 };
      context.report(after, "number", data);
    }
  }
}

interface Gap {
  /** The number before it, and the last one missing. */
  readonly before: number;
  readonly to: number;
  /** The first item in the sheet that carries the number after it. */
  readonly after: Item;
}

/** Whether rows with the missing numbers stand between the items: they are none (a person said so, 无问题), but nothing is lost. */
function isPassedOver({ ledger, col }: Context<Data>, { before, to, after }: Gap): boolean {
  const above = ledger.items[ledger.items.indexOf(after) - 1]?.rows.at(-1)?.row;
  if (above === undefined) return false;
  const there = new Set<number>();
  for (let row = above + 1; row < (after.rows[0]?.row ?? 0); row++) {
    // Headings have a number and a title, and no more.
    const filled = ledger.grid.values[row]?.filter((value) => !isBlank(value)).length ?? 0;
    if (filled > 2) there.add(readItemNumber(valueAt(ledger.grid, row, col("number")), undefined, false).ordinal ?? 0);
  }
  for (let number = before + 1; number <= to; number++) if (!there.has(number)) return false;
  return true;
}

/** Where numbers are missing, unless as many beside the gap are there twice (12, 13, 13, 15); and how many there are. */
function findGaps(items: readonly Item[]): { readonly gaps: readonly Gap[]; readonly distinct: number } {
  // Equal numbers stay in the order of the sheet.
  const sorted = [...items].sort((a, b) => (a.ordinal as number) - (b.ordinal as number));
  const gaps: Gap[] = [];
  let distinct = 0;
  let doublesBefore = 0;
  for (let i = 0, end = 0; i < sorted.length; i = end) {
    const after = sorted[i] as Item;
    const ordinal = after.ordinal as number;
    while (end < sorted.length && sorted[end]?.ordinal === ordinal) end++;
    const doubles = end - i - 1;
    const before = sorted[i - 1]?.ordinal ?? ordinal;
    const missing = ordinal - before - 1;
    if (missing > 0 && doublesBefore + doubles < missing) gaps.push({ before, to: ordinal - 1, after });
    doublesBefore = doubles;
    distinct++;
  }
  return { gaps, distinct };
}
