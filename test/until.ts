/** Waits for what a test is about, and never for a time that should be enough. */

/** Well within the time a test may take (test/setup.ts), so that what is expected fails and not the clock. */
const PATIENCE = 50_000;

/**
 * Until something is so; what must not happen is looked at once a later thing of the same way has happened.
 * @example await until(() => events.length > 0)
 */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
}
