import { placeOf, type Topic } from "../../reading";
import type { ProofHit } from "../rule";
import type { ProofContext } from "../types";

export type WordData = { readonly written: string; readonly right: string; readonly ground: string };

/** Hits of words with a right form, none inside another. */
export function* wordHits(
  context: ProofContext,
  topic: Topic,
  groundOf: (word: string) => string,
): Generator<ProofHit<WordData>> {
  let lastLine = -1;
  let lastEnd = 0;
  for (const hit of context.hitsOf(topic)) {
    if (hit.line === lastLine && hit.start < lastEnd) continue;
    lastLine = hit.line;
    lastEnd = hit.end;
    yield {
      place: placeOf(hit.line, hit.start, hit.end),
      data: { written: hit.word, right: hit.value, ground: groundOf(hit.word) },
      fix: hit.value,
    };
  }
}
