/** Which item a sheet row belongs to: one slot a row of the table, far cheaper to fill than a map of 100,000 entries. */
import type { Item, ItemsByRow } from "../types";

export class ItemSlots implements ItemsByRow {
  private readonly slots: (Item | undefined)[];

  /** @param firstRow first sheet row of the table. @param count its rows. */
  constructor(
    private readonly firstRow: number,
    count: number,
  ) {
    this.slots = new Array<Item | undefined>(count);
  }

  set(row: number, item: Item): void {
    this.slots[row - this.firstRow] = item;
  }

  get(row: number): Item | undefined {
    return this.slots[row - this.firstRow];
  }

  has(row: number): boolean {
    return this.slots[row - this.firstRow] !== undefined;
  }

  *keys(): Iterable<number> {
    for (let index = 0; index < this.slots.length; index++)
      if (this.slots[index] !== undefined) yield index + this.firstRow;
  }
}
