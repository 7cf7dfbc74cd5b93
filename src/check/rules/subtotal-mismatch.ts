import type { Item, Ledger, SubtotalRow } from "../../ledger/types";
import type { Draft } from "../draft";
import { beginOf } from "../engine";
import { EVERY_KIND } from "../kinds";
import { defineRule, type Context, type TableCheck } from "../rule";

type Data = {
  readonly stated: number;
  readonly counted: number;
  readonly counts: SubtotalRow["counts"];
  readonly section: string;
};

const ZH: Readonly<Record<SubtotalRow["counts"], string>> = {
  items: "项",
  measures: "条措施",
  persons: "人",
  done: "项已完成",
};
const EN: Readonly<Record<SubtotalRow["counts"], string>> = {
  items: "item(s)",
  measures: "measure(s)",
  persons: "person(s)",
  done: "done",
};

export const subtotalMismatch = defineRule<Data>({
  alias: "subtotal-mismatch",
  code: "L006",
  severity: "error",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "小计与明细不符", en: "subtotal does not match" },
  messages: {
    zh: ({ stated, counted, counts, section }) =>
      `${section === "" ? "合计" : `“${section}”小计`}写的是 ${stated}，逐行数是 ${counted} ${ZH[counts]}，请核对。`,
    en: ({ stated, counted, counts, section }) =>
      `The ${section === "" ? "total" : `subtotal of “${section}”`} says ${stated}, the rows make ${counted} ${EN[counts]}.`,
  },
  check: createSubtotalCheck,
  page: {
    what: "小计、合计行里写的数，与它上面逐行数出来的不一样。",
    why: "表里的合计会被直接抄进通报；明细改了而合计没改，是最常见的对不上。",
    bad: "合计：62 个问题；逐行数：61 个",
    good: "合计：61 个问题；逐行数：61 个",
    todo: "核对是合计没有更新，还是明细漏了一行。",
    en: "A stated subtotal or total differs from the count of its rows.",
  },
  ground: "规则提案 L006、N401、N402。",
});

/** What rows add up to, by scope and section. */
interface Sums {
  items: number;
  measures: number;
  persons: number;
  done: number;
}

function createSubtotalCheck(context: Context<Data>): TableCheck | null {
  const { ledger } = context;
  if (ledger.subtotals.length === 0) return null;
  // A table with a type column is split into one ledger a kind, and its totals count them together.
  const siblings = context.reading.ledgers.filter(
    (other) => other !== ledger && other.sheet === ledger.sheet && other.layout.header.top === ledger.layout.header.top,
  );
  const bySection = new Map<string | null, Sums>();
  const all = emptySums();
  const addedAt: ({ readonly section: string | null; readonly sums: Sums } | undefined)[] = [];
  const said = new Map<SubtotalRow, { readonly draft: Draft; readonly stated: number; readonly counted: number }>();

  function addSums(section: string | null, sums: Sums, sign: 1 | -1): void {
    let own = bySection.get(section);
    if (own === undefined) bySection.set(section, (own = emptySums()));
    for (const target of [own, all]) {
      target.items += sign * sums.items;
      target.measures += sign * sums.measures;
      target.persons += sign * sums.persons;
      target.done += sign * sums.done;
    }
  }

  function countFor(row: SubtotalRow): number {
    const own = row.scope === "table" ? all : (bySection.get(row.section) ?? emptySums());
    let count = own[row.counts];
    for (const other of siblings) count += countIn(other, row);
    return count;
  }

  return {
    add(item) {
      const entry = { section: item.section, sums: sumsOf(item) };
      addedAt[beginOf(item)] = entry;
      addSums(entry.section, entry.sums, 1);
    },
    remove(item) {
      const entry = addedAt[beginOf(item)];
      if (entry === undefined) return;
      addedAt[beginOf(item)] = undefined;
      addSums(entry.section, entry.sums, -1);
    },
    settle() {
      const current = new Set(ledger.subtotals);
      for (const [row, { draft }] of said) {
        if (current.has(row)) continue;
        context.withdraw(draft);
        said.delete(row);
      }
      for (const row of ledger.subtotals) {
        const counted = countFor(row);
        const before = said.get(row);
        if (before !== undefined && before.stated === row.stated && before.counted === counted) continue;
        if (before !== undefined) context.withdraw(before.draft);
        said.delete(row);
        if (row.stated === counted) continue;
        const section = row.scope === "section" ? (row.section ?? "") : "";
        const data: Data = { stated: row.stated, counted, counts: row.counts, section };
        const draft = context.reportCell({ row: row.row, col: row.col, item: null }, null, data, {
          quote: String(row.stated),
        });
        said.set(row, { draft, stated: row.stated, counted });
      }
    },
  };
}

function emptySums(): Sums {
  return { items: 0, measures: 0, persons: 0, done: 0 };
}

function sumsOf(item: Item): Sums {
  return { items: 1, measures: item.rows.length, persons: item.persons, done: item.status === "done" ? 1 : 0 };
}

function countIn(ledger: Ledger, row: SubtotalRow): number {
  let count = 0;
  for (const item of ledger.items) {
    if (row.scope === "section" && item.section !== row.section) continue;
    count += sumsOf(item)[row.counts];
  }
  return count;
}
