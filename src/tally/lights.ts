/** 亮灯: how far completion lags behind what is due, in three colours. */

export type Light = "green" | "yellow" | "red";

/** Points behind from which the light is yellow, and beyond which it is red; whole numbers. */
export interface LightLimits {
  readonly yellow: number;
  readonly red: number;
}

export const DEFAULT_LIGHTS: LightLimits = { yellow: 10, red: 30 };

/**
 * The light of a rate beside the share that was due of the same denominator: behind by less than `yellow` points or ahead
 * green, to `red` points yellow, more red. Compared as whole numbers.
 * @example lightOf({ done: 6, due: 7, of: 10 }, DEFAULT_LIGHTS) // "yellow": exactly 10 points behind
 */
export function lightOf(
  { done, due, of }: { readonly done: number; readonly due: number; readonly of: number },
  { yellow, red }: LightLimits,
): Light | null {
  if (of === 0) return null;
  const behind = 100 * (due - done);
  if (behind < yellow * of) return "green";
  return behind <= red * of ? "yellow" : "red";
}
