/** Step "sort" of the message pipeline. */
import { comparePlaces, type SortKey } from "../order";

/** Places sorted between two pauses. */
const PLACES_A_STEP = 8192;

/**
 * A sorted copy; equal places keep their order. Stops now and then: parts are sorted, then merged two by two.
 */
export function* sortPlaces<T extends SortKey>(places: readonly T[]): Generator<void, T[]> {
  let parts: T[][] = [];
  for (let i = 0; i < places.length; i += PLACES_A_STEP) {
    parts.push(places.slice(i, i + PLACES_A_STEP).sort(comparePlaces));
    yield;
  }
  while (parts.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < parts.length; i += 2) {
      merged.push(yield* merge(parts[i] as T[], parts[i + 1] ?? []));
    }
    parts = merged;
  }
  return parts[0] ?? [];
}

/** On a tie the elements of `a` come first. */
function* merge<T extends SortKey>(a: T[], b: readonly T[]): Generator<void, T[]> {
  if (b.length === 0) return a;
  const merged: T[] = [];
  let i = 0;
  for (const next of b) {
    while (i < a.length && comparePlaces(a[i] as T, next) <= 0) {
      merged.push(a[i++] as T);
      if (merged.length % PLACES_A_STEP === 0) yield;
    }
    merged.push(next);
    if (merged.length % PLACES_A_STEP === 0) yield;
  }
  while (i < a.length) merged.push(a[i++] as T);
  return merged;
}
