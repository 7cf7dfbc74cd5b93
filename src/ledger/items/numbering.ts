/**
 * Numbering groups: numbers are judged (gaps, duplicates) within the table, or within a section or parent where they
 * restart at 1 under it; where they begin anew without either (a list a unit, a page), within each run.
 */
import type { ItemNumber } from "../fields/item-number";
import type { Item } from "../types";

export type NumberingMode = "table" | "section" | "parent" | "run";

/**
 * Decides by which boundaries the numbers of a ledger restart: at half of them at least.
 * @param numbers number of each item, in order.
 * @param afterTotals indexes of items that stand right behind a row of totals: one list ended there.
 */
function numberingMode(
  items: readonly Item[],
  numbers: readonly ItemNumber[],
  afterTotals: ReadonlySet<number>,
): NumberingMode {
  let sections = 0;
  let sectionRestarts = 0;
  let parents = 0;
  let parentRestarts = 0;
  for (let i = 1; i < items.length; i++) {
    const item = items[i] as Item;
    const before = items[i - 1] as Item;
    const number = numbers[i] as ItemNumber;
    const restarts = number.ordinal === 1 && number.series === "";
    if (item.section !== before.section) {
      sections++;
      if (restarts) sectionRestarts++;
    } else if (item.parent !== before.parent) {
      parents++;
      if (restarts) parentRestarts++;
    }
  }
  if (parentRestarts > 0 && parentRestarts * 2 >= parents) return "parent";
  if (sectionRestarts > 0 && sectionRestarts * 2 >= sections) return "section";
  return areRuns(numbers, afterTotals) && areOthers(items, numbers) ? "run" : "table";
}

/** Whether the numbers are several lists, each 1, 2, 3…: a lone 1 in between is a slip, a list that counts on is none. */
function areRuns(numbers: readonly ItemNumber[], afterTotals: ReadonlySet<number>): boolean {
  let runs = 0;
  let length = 0;
  let isClosed = false;
  for (const [i, { ordinal, series }] of numbers.entries()) {
    if (ordinal === null || series !== "") return false;
    if (ordinal === 1) {
      const ended = afterTotals.has(i);
      if (runs > 0 && length < 2 && !ended && !isClosed) return false;
      isClosed = ended;
      runs++;
      length = 1;
    } else if (ordinal === length + 1 && runs > 0) length++;
    else return false;
  }
  return runs > 1 && (length >= 2 || isClosed);
}

/** Whether no item comes again under its number: a list that was pasted twice is no second list. */
function areOthers(items: readonly Item[], numbers: readonly ItemNumber[]): boolean {
  const seen = new Set<string>();
  return items.every(({ problem }, i) => {
    const key = `${numbers[i]?.ordinal}|${problem}`;
    return !seen.has(key) && seen.add(key) !== null;
  });
}

/** The run that each number belongs to, counted from 1. */
export function runsOf(numbers: readonly ItemNumber[]): number[] {
  let run = 0;
  return numbers.map(({ ordinal }) => (ordinal === 1 ? ++run : run));
}

/**
 * Name of the group in which an item's number is judged.
 * @example groupOf(item, "section", number) // "一、党的建设方面"
 */
function groupOf(item: Item, mode: NumberingMode, number: ItemNumber, run = 0): string {
  if (mode === "table") return number.series;
  if (mode === "run") return `#${run}`;
  const base = mode === "section" ? (item.section ?? "") : `${item.section ?? ""}/${item.parent ?? ""}`;
  return number.series === "" ? base : `${base}/${number.series}`;
}

/** Writes the numbers into the items. */
export function numberItems(
  items: readonly Item[],
  numbers: readonly ItemNumber[],
  numberedRows: boolean,
  afterTotals: ReadonlySet<number>,
): void {
  const mode = numberedRows ? "table" : numberingMode(items, numbers, afterTotals);
  const runs = mode === "run" ? runsOf(numbers) : null;
  for (let i = 0; i < items.length; i++) {
    const [item, number] = [items[i] as Item, numbers[i] as ItemNumber];
    item.number = number.text;
    item.ordinal = numberedRows ? null : number.ordinal;
    item.group = groupOf(item, mode, number, runs?.[i]);
  }
}
