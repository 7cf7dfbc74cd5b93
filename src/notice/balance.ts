/** Do the parts that a text states sum to the whole it states? */
import { SUBJECT_NAMES, SUBJECTS } from "./status-words";
import type { DraftToken } from "./draft";
import type { Imbalance } from "./types";

/** Subjects with a total and counts by status (each taken once, however often it is named) that do not sum to it. */
export function imbalances(tokens: readonly DraftToken[]): readonly Imbalance[] {
  return SUBJECTS.flatMap((subject): readonly Imbalance[] => {
    let total: number | null = null;
    const parts = new Map<string, number>();
    for (const token of tokens) {
      if (token.type !== "figure") continue;
      if (token.totalOf === subject) total = Number(token.span.text);
      if (token.statusOf === subject || token.restOf === subject) parts.set(token.span.metric, Number(token.span.text));
    }
    const sum = Array.from(parts.values()).reduce((all, part) => all + part, 0);
    if (total === null || parts.size === 0 || sum === total) return [];
    return [{ subject: SUBJECT_NAMES[subject][0] ?? subject, total, parts: sum }];
  });
}
