import type { Item, SubtotalRow } from "../../ledger";
import { EVERY_KIND } from "../kinds";
import { defineRule, type Context } from "../rule";

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
  items: "items",
  measures: "measures",
  persons: "people",
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
      `The ${section === "" ? "total" : `subtotal of “${section}”`} says ${stated}; counting the rows gives ${counted} ${EN[counts]}.`,
  },
  check: checkSubtotals,
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

/** What rows add up to; what is done by measures, and with what is done but for its end, in 已完成N个 of some offices. */
type Sums = Record<SubtotalRow["counts"] | "doneRows" | "doneOrBasic", number>;

function checkSubtotals(context: Context<Data>): void {
  const { ledger } = context;
  if (ledger.subtotals.length === 0) return;
  const all = noSums();
  const bySection = new Map<string | null, Sums>();
  const items = itemsOfTable(context);
  for (const item of items) {
    let section = bySection.get(item.section);
    if (section === undefined) bySection.set(item.section, (section = noSums()));
    add(item, section);
    add(item, all);
  }
  const before = itemsBefore(context);
  for (const row of ledger.subtotals) {
    const sums = (row.scope === "table" ? all : bySection.get(row.section)) ?? noSums();
    if (isSum(row, sums)) continue;
    // 续表: a total at the end counts what stands on the pages before, too.
    if (row.scope === "table" && before.length > 0 && isSum(row, sumsOf([...before, ...items]))) continue;
    const counted = sums[row.counts];
    const section = row.scope === "section" ? (row.section ?? "") : "";
    const data: Data = { stated: row.stated, counted, counts: row.counts, section };
    context.reportCell({ row: row.row, col: row.col, item: null }, null, data, { quote: String(row.stated) });
  }
}

/** A table with a type column is split into one ledger a kind, and its totals count them together. */
function itemsOfTable({ ledger, reading }: Context<Data>): readonly Item[] {
  const others = reading.ledgers.filter(
    (other) => other !== ledger && other.sheet === ledger.sheet && other.layout.header.top === ledger.layout.header.top,
  );
  return others.length === 0 ? ledger.items : [ledger, ...others].flatMap((each) => each.items);
}

/** Items of the tables above on the same sheet. */
function itemsBefore({ ledger, reading }: Context<Data>): readonly Item[] {
  return reading.ledgers
    .filter((other) => other.sheet === ledger.sheet && other.layout.header.top < ledger.layout.header.top)
    .flatMap((other) => other.items);
}

function sumsOf(items: readonly Item[]): Sums {
  const sums = noSums();
  for (const item of items) add(item, sums);
  return sums;
}

function isSum({ stated, counts }: SubtotalRow, sums: Sums): boolean {
  return stated === sums[counts] || (counts === "done" && (stated === sums.doneRows || stated === sums.doneOrBasic));
}

function noSums(): Sums {
  return { items: 0, measures: 0, persons: 0, done: 0, doneRows: 0, doneOrBasic: 0 };
}

function add(item: Item, sums: Sums): void {
  sums.items++;
  sums.measures += item.rows.length;
  sums.persons += item.persons;
  if (item.status === "done") sums.done++;
  if (item.status === "done" || item.status === "basic") sums.doneOrBasic++;
  for (const { status } of item.rows) if (status.status === "done") sums.doneRows++;
}
