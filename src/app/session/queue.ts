/** Tasks one after another: reading, checking and writing never overlap, so no step sees another's half-done work. */

export type Enqueue = <T>(task: () => Promise<T>) => Promise<T>;

/** A queue; a task that fails does not stop those behind it. */
export function createQueue(): Enqueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task, task);
    last = run.then(ignoreResult, ignoreResult);
    return run;
  };
}

/** The queue only waits for a task's end; its result and its error belong to the caller. */
function ignoreResult(): void {
  return undefined;
}
