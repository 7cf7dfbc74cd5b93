/** Lists that are filled again and again, line by line. */

const NONE: readonly never[] = [];
const MOST_KEPT = 1000;

/** What is found in a line, gathered in one list for all lines: a list that grows is larger than the few things in it. */
export class Found<T> {
  private list: T[] = [];
  private size = 0;

  /** Forgets what a line left that was not read to its end. */
  begin(): this {
    this.size = 0;
    return this;
  }

  push(one: T): void {
    this.list[this.size++] = one;
  }

  pop(): void {
    this.size--;
  }

  /** All that was found, in a list of its own size. */
  take(): readonly T[] {
    const { list, size } = this;
    if (size === 0) return NONE;
    // A line of this many is no paragraph of a person, and what it held is not kept for the next one.
    if (size > MOST_KEPT) this.list = [];
    return list.slice(0, size);
  }
}
