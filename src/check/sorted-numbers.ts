/** A sorted list of distinct whole numbers with binary search: neighbours in O(log n). */
export interface SortedNumbers {
  readonly size: number;
  add(value: number): void;
  remove(value: number): void;
  has(value: number): boolean;
  /** The nearest smaller and larger members, undefined at the ends. */
  below(value: number): number | undefined;
  above(value: number): number | undefined;
  first(): number | undefined;
  /** All members, ascending; valid until the next change. */
  values(): readonly number[];
}

/** An empty list. Adding in ascending order costs nothing but a push. */
export function createSortedNumbers(): SortedNumbers {
  const values: number[] = [];

  /** Index of the first member not below `value`. */
  function search(value: number): number {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    get size() {
      return values.length;
    },
    add(value) {
      const last = values[values.length - 1];
      if (last === undefined || last < value) {
        values.push(value);
        return;
      }
      const at = search(value);
      if (values[at] !== value) values.splice(at, 0, value);
    },
    remove(value) {
      const at = search(value);
      if (values[at] === value) values.splice(at, 1);
    },
    has: (value) => values[search(value)] === value,
    below: (value) => values[search(value) - 1],
    above(value) {
      const at = search(value);
      return values[at] === value ? values[at + 1] : values[at];
    },
    first: () => values[0],
    values: () => values,
  };
}
