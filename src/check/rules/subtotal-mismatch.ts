import { leadUnits, type Item, type SubtotalRow } from "../../ledger";
import { EVERY_KIND } from "../kinds";
import { defineRule, type Context } from "../rule";

type Data = {
  readonly stated: number;
  readonly counted: number;
  readonly counts: SubtotalRow["counts"];
  readonly section: string;
  readonly told: "" | "heading" | "line";
};

const ZH: Readonly<Record<SubtotalRow["counts"], string>> = {
  items: "项",
  measures: "条措施",
  persons: "人",
  done: "项已完成",
  rate: "%（完成率）",
};
const EN: Readonly<Record<SubtotalRow["counts"], string>> = {
  items: "items",
  measures: "measures",
  persons: "people",
  done: "done",
  rate: "% (rate)",
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
    zh: ({ stated, counted, counts, section, told }) =>
      `${told === "line" ? "表外的文字" : section === "" ? "合计" : `“${section}”${told === "heading" ? "后面" : "小计"}`}写的是 ${stated}，逐行数是 ${counted} ${ZH[counts]}，请核对。`,
    en: ({ stated, counted, counts, section, told }) =>
      `The ${told === "line" ? "text around the table" : section === "" ? "total" : told === "heading" ? `heading “${section}”` : `subtotal of “${section}”`} says ${stated}; counting the rows gives ${counted} ${EN[counts]}. Please check.`,
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
type Sums = Record<Exclude<SubtotalRow["counts"], "rate"> | "doneRows" | "doneOrBasic" | "excluded", number>;

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
    const block = row.scope === "block" ? blockOf(row, items) : null;
    if (row.scope === "block" && block === null) continue;
    const sums = (block ? sumsOf(block.items) : row.scope === "table" ? all : bySection.get(row.section)) ?? noSums();
    if (isSum(row, sums) || isExplained(row, ledger.subtotals, items, block?.items ?? items)) continue;
    // 续表: a total at the end counts what stands on the pages before, too.
    if (row.scope === "table" && before.length > 0 && isSum(row, sumsOf([...before, ...items]))) continue;
    // A title may speak of all tables of its sheet, or of the workbook.
    if (row.told === "line" && wholesOf(context).some((whole) => isSum(row, sumsOf(whole)))) continue;
    const counted = row.counts === "rate" ? rateOf(sums) : sums[row.counts];
    const section = row.scope === "table" ? "" : (block?.name ?? row.section ?? "");
    const data: Data = { stated: row.stated, counted, counts: row.counts, section, told: row.told ?? "" };
    context.reportCell({ row: row.row, col: row.col, item: null }, null, data, {
      quote: String(row.stated),
      ...(row.told === "line" && { severity: "warning" }),
    });
  }
}

/**
 * The items of a block, and what it is called; null where nothing says that it is one: no heading, and no unit whose rows
 * are these alone.
 */
function blockOf(row: SubtotalRow, items: readonly Item[]): { name: string; items: readonly Item[] } | null {
  const { from = 0, to = 0 } = row;
  const inside = items.filter(({ rows }) => rows.some((one) => one.row >= from && one.row < to));
  if (inside.length === 0) return null;
  if (row.told === "heading") return { name: row.section ?? "", items: inside };
  // Rows of one unit, and of no other's beside them: 小计 of that unit.
  const units = new Set(inside.flatMap(unitsOf));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined || unit === "") return null;
  const first = items.indexOf(inside[0] as Item);
  const beside = [items[first - 1], items[first + inside.length]];
  return beside.some((item) => item !== undefined && unitsOf(item).includes(unit))
    ? null
    : { name: unit, items: inside };
}

function unitsOf({ rows }: Item): readonly string[] {
  return rows.map(({ units }) =>
    leadUnits(units)
      .map(({ name }) => name)
      .join("、"),
  );
}

/** Whether a number of items counts measures or upper problems, or all that stands above it. */
function isExplained(
  row: SubtotalRow,
  all: readonly SubtotalRow[],
  items: readonly Item[],
  block: readonly Item[],
): boolean {
  if (row.scope === "table") return false;
  const above = items.filter(({ rows }) => (rows[0]?.row ?? 0) < (row.to ?? row.row));
  // 累计: every number of the row counts all that stands above it.
  const ofRow = all.filter((other) => other.row === row.row);
  if (row.told !== "heading" && ofRow.every((each) => isSum(each, sumsOf(above)))) return true;
  if (row.scope !== "block" || row.counts !== "items") return false;
  const parents = new Set(block.map(({ parent }) => parent));
  return row.stated === sumsOf(block).measures || (!parents.has(null) && row.stated === parents.size);
}

/** What a title may speak of: the items of its sheet, those of the workbook. */
function wholesOf({ ledger, reading }: Context<Data>): readonly (readonly Item[])[] {
  const onSheet = reading.ledgers.filter(({ sheet }) => sheet === ledger.sheet);
  return [onSheet, reading.ledgers].map((ledgers) => ledgers.flatMap(({ items }) => items));
}

/** A table with a type column is split into one ledger a kind, and its totals count them together. */
function itemsOfTable({ ledger, reading }: Context<Data>): readonly Item[] {
  const others = reading.ledgers.filter(
    (other) => other !== ledger && other.sheet === ledger.sheet && other.layout.header.top === ledger.layout.header.top,
  );
  return others.length === 0 ? ledger.items : [ledger, ...others].flatMap((each) => each.items);
}

/** Items of the tables before this one, on its sheet and on those before (a table of a document is a sheet). */
function itemsBefore({ ledger, reading }: Context<Data>): readonly Item[] {
  const at = reading.ledgers.findIndex(({ sheet }) => sheet === ledger.sheet);
  return reading.ledgers
    .filter((other, i) => (other.sheet === ledger.sheet ? other.layout.header.top < ledger.layout.header.top : i < at))
    .flatMap((other) => other.items);
}

function sumsOf(items: readonly Item[]): Sums {
  const sums = noSums();
  for (const item of items) add(item, sums);
  return sums;
}

function isSum({ stated, counts }: SubtotalRow, sums: Sums): boolean {
  if (counts === "rate") return isRate(stated, sums);
  return stated === sums[counts] || (counts === "done" && (stated === sums.doneRows || stated === sums.doneOrBasic));
}

/** Whether a printed share is one of what is done, of all or of what is counted, however it was rounded. */
function isRate(stated: number, sums: Sums): boolean {
  const step = 1 / 10 ** (String(stated).split(".")[1]?.length ?? 0);
  return [sums.done, sums.doneOrBasic].some((done) =>
    [sums.items, sums.items - sums.excluded].some((of) => of > 0 && Math.abs((done * 100) / of - stated) < step),
  );
}

function rateOf({ done, items }: Sums): number {
  return items === 0 ? 0 : Math.round((done * 1000) / items) / 10;
}

function noSums(): Sums {
  return { items: 0, measures: 0, persons: 0, done: 0, doneRows: 0, doneOrBasic: 0, excluded: 0 };
}

function add(item: Item, sums: Sums): void {
  sums.items++;
  sums.measures += item.rows.length;
  sums.persons += item.persons;
  if (item.status === "done") sums.done++;
  if (item.status === "done" || item.status === "basic") sums.doneOrBasic++;
  if (item.status === "excluded") sums.excluded++;
  for (const { status } of item.rows) if (status.status === "done") sums.doneRows++;
}
