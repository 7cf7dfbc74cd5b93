/** Asking Excel about many things of which one may spoil the request for all. */
import { HostError, PASSING_CODES } from "../port";

/**
 * Does something for all of a list in one request; where Excel fails, for halves of it, down to single ones. Those that
 * fail alone are left out: what Excel can't read or do, it can't for us.
 * @param ask runs one request over some of the list, with objects of its own
 * @returns those that succeeded
 * @throws HostError a failure that passes, which says nothing about the list
 */
export async function askEach<T>(
  list: readonly T[],
  ask: (some: readonly T[]) => Promise<void>,
): Promise<readonly T[]> {
  if (list.length === 0) return [];
  try {
    await ask(list);
    return list;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (PASSING_CODES.has(error.code) && error.code !== "payloadLimit") throw error;
  }
  if (list.length === 1) return [];
  const middle = Math.floor(list.length / 2);
  const first = await askEach(list.slice(0, middle), ask);
  return [...first, ...(await askEach(list.slice(middle), ask))];
}
