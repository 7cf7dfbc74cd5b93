/**
 * Numbered lines that are points of an answer, not headings of the notice: 「整改情况：」, then 1.修订制度。 2.组织学习。
 * They begin again at 1 where no heading above them gave a reason to, and go on from there.
 */
import type { Heading, HeadingStyle, Label } from "../types";
import type { Anchor } from "./anchor";

/**
 * @param leads whether a heading leads straight down to an item
 * @returns indices into `headings`
 */
export function innerPoints(
  headings: readonly Heading[],
  anchors: readonly Anchor[],
  labels: readonly Label[],
  leads: (heading: number) => boolean,
): ReadonlySet<number> {
  const points = new Set<number>();
  const answerOf = new Map(anchors.map(({ heading, label }) => [heading, labels[label]?.line ?? Infinity]));
  let answerLine = Infinity;
  let runs = new Map<HeadingStyle, number>();
  headings.forEach((heading, index) => {
    const anchored = answerOf.get(index);
    if (anchored === undefined && heading.line > answerLine && heading.number !== null) {
      const before = runs.get(heading.style) ?? 0;
      if (heading.number === before + 1 && (before > 0 || !leads(index))) {
        runs.set(heading.style, heading.number);
        points.add(index);
        return;
      }
    }
    answerLine = anchored ?? Infinity;
    if (runs.size > 0) runs = new Map();
  });
  return points;
}

/** Whether headings run 1, 2 … in one style from `first` to `last`, so that a list begins there anew. */
export function isRunFromOne(headings: readonly Heading[], first: number, last: number): boolean {
  const style = headings[first]?.style;
  for (let index = first; index <= last; index++)
    if (headings[index]?.style !== style || headings[index]?.number !== index - first + 1) return false;
  return first <= last;
}
