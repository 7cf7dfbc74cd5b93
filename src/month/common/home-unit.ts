/** The one unit to which an item's letters, parts and returns go. */
import { leadUnits, type Item } from "../../ledger";
import { foldKey } from "../../zh/text";

/**
 * Lead units of an item in the order in which its rows name them, canonical by the directory it was read with.
 * @example leadNames(item) // ["县财政局", "县教育局"]
 */
export function leadNames({ rows }: Pick<Item, "rows">): readonly string[] {
  const names = new Map<string, string>();
  for (const { units } of rows)
    for (const { name } of leadUnits(units)) {
      const key = foldKey(name);
      if (key !== "" && !names.has(key)) names.set(key, name);
    }
  return [...names.values()];
}

/**
 * The first-named lead unit; null where none is named (无责任单位).
 * @example homeUnit(item) // "县财政局"
 */
export function homeUnit(item: Pick<Item, "rows">): string | null {
  return leadNames(item)[0] ?? null;
}
