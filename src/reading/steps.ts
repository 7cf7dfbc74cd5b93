/** Work in steps: who waits for it lets others go first between two of them, who does not takes them at once. */

/** Takes all steps. */
export function atOnce<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Lines read between two steps: a few milliseconds. */
export const LINES_A_STEP = 256;
