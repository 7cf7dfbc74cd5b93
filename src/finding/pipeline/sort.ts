/** Step "sort" of the message pipeline. */
import { comparePlaces, type Place } from "../order";

/** A sorted copy. */
export function sortPlaces<T extends Place>(places: readonly T[]): T[] {
  return [...places].sort(comparePlaces);
}

/**
 * Merges two sorted lists; linear, so that an edit needs no new sort of everything.
 * On a tie the elements of `a` come first.
 */
export function mergeSorted<T extends Place>(a: readonly T[], b: readonly T[]): T[] {
  if (b.length === 0) return a.slice();
  const merged: T[] = [];
  let i = 0;
  for (const next of b) {
    while (i < a.length && comparePlaces(a[i] as T, next) <= 0) merged.push(a[i++] as T);
    merged.push(next);
  }
  while (i < a.length) merged.push(a[i++] as T);
  return merged;
}
