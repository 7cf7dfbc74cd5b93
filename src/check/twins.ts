/** Items that share their number, or have none: what tells one from another, whatever else is mended in their rows. */
import type { Item, Ledger, Reading } from "../ledger";
import { hashText } from "../zh/text";

/**
 * What the id of a finding needs beside the number of its item: "" where no other item of the reading has that number, else
 * a hash of the problem, and of equal problems their order too. It counts items, not findings: of two rows with one fault the
 * second stays the second when the first is mended. What is about no item goes by its table where there are several.
 * @example tellTwins(reading)(ledger, item) // "" or "0k3j", "0k3j~2"
 */
export function tellTwins(reading: Pick<Reading, "ledgers">): (ledger: Ledger, item: Item | null) => string {
  let told: ReadonlyMap<Item, string> | null = null;
  return (ledger, item) => {
    if (item !== null) return (told ??= twinsIn(reading)).get(item) ?? "";
    return reading.ledgers.length > 1 ? hashText(ledger.sheet) : "";
  };
}

function twinsIn({ ledgers }: Pick<Reading, "ledgers">): ReadonlyMap<Item, string> {
  const sharing = new Map<string, Item[]>();
  for (const { items } of ledgers) {
    for (const item of items) {
      const number = `${item.kind}:${item.number}`;
      const before = sharing.get(number);
      if (before === undefined) sharing.set(number, [item]);
      else before.push(item);
    }
  }
  const told = new Map<Item, string>();
  for (const items of sharing.values()) {
    if (items.length === 1 && items[0]!.number !== "") continue;
    const times = new Map<string, number>();
    for (const item of items) {
      const hash = hashText(item.problem);
      const time = (times.get(hash) ?? 0) + 1;
      times.set(hash, time);
      told.set(item, time === 1 ? hash : `${hash}~${time}`);
    }
  }
  return told;
}
