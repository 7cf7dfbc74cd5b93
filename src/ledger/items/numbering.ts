/**
 * Numbering groups: numbers are judged (gaps, duplicates) within the table, or within a section or parent where they
 * restart at 1 under it.
 */
import type { ItemNumber } from "../fields/item-number";
import type { Item } from "../types";

export type NumberingMode = "table" | "section" | "parent";

/**
 * Decides by which boundaries the numbers of a ledger restart: at half of them at least.
 * @param numbers number of each item, in order.
 */
export function numberingMode(items: readonly Item[], numbers: readonly ItemNumber[]): NumberingMode {
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
  return "table";
}

/**
 * Name of the group in which an item's number is judged.
 * @example groupOf(item, "section", number) // "一、党的建设方面"
 */
export function groupOf(item: Item, mode: NumberingMode, number: ItemNumber): string {
  if (mode === "table") return number.series;
  const base = mode === "section" ? (item.section ?? "") : `${item.section ?? ""}/${item.parent ?? ""}`;
  return number.series === "" ? base : `${base}/${number.series}`;
}
