/** Long work in slices, between which the page paints and takes what is typed and pressed. */
import { createYield } from "./browser-environment";

/** Milliseconds of a slice: three of them are no wait that a hand feels. */
const SLICE = 30;

const yieldNow = createYield();

/**
 * Takes the steps of a slice.
 * @returns what came of the last step; null where steps are left
 */
export function oneSlice<T>(steps: Generator<unknown, T>): { readonly value: T } | null {
  const until = performance.now() + SLICE;
  do {
    const step = steps.next();
    if (step.done === true) return { value: step.value };
  } while (performance.now() < until);
  return null;
}

/** Takes all steps, slice by slice; null where it was stopped. */
export async function inSlices<T>(steps: Generator<unknown, T>, stop: AbortSignal): Promise<T | null> {
  while (!stop.aborted) {
    const done = oneSlice(steps);
    if (done) return done.value;
    await yieldNow();
  }
  return null;
}
