/** The known name a person most likely meant. */
import { distance } from "fastest-levenshtein";

/**
 * The nearest of some names, null where none is near.
 * @example nearestOf("overdu", ["overdue", "space"]) // "overdue"
 */
export function nearestOf(name: string, names: readonly string[]): string | null {
  const asked = name.slice(0, 60);
  let best: string | null = null;
  let least = Math.floor(asked.length / 2) + 1;
  for (const candidate of names) {
    const away = distance(asked, candidate);
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  return best;
}
