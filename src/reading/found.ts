/** Lists that are filled again and again, line by line, and lists of one or two elements, as most of a notice are. */

const NONE: readonly never[] = [];
const MOST_KEPT = 1000;

/**
 * The list with an element more: itself, or a new one that has room for one where it was empty. An empty list that is pushed to
 * gets room for seventeen.
 */
export function added<T>(list: readonly T[], one: T): readonly T[] {
  if (list.length === 0) return [one];
  (list as T[]).push(one);
  return list;
}

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
