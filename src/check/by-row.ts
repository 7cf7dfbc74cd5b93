/** Lists of items kept in sheet order. */
import type { Item } from "../ledger/types";
import { beginOf } from "./engine";

/** Index of the first item that begins at or below a row. */
function search(items: readonly Item[], row: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (beginOf(items[middle] as Item) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts an item where it belongs; at the end without a search. */
export function insertByRow(items: Item[], item: Item): void {
  const row = beginOf(item);
  const last = items[items.length - 1];
  if (last === undefined || beginOf(last) < row) items.push(item);
  else items.splice(search(items, row), 0, item);
}

/** Takes an item out; nothing where it is not in the list. */
export function removeByRow(items: Item[], item: Item): void {
  const at = search(items, beginOf(item));
  if (items[at] === item) items.splice(at, 1);
}
