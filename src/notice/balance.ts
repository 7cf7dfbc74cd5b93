/** Do the parts that a text states sum to the whole it states? */
import { SUBJECT_NAMES, SUBJECTS } from "./status-words";
import type { DraftToken } from "./draft";
import type { Family } from "./figure-value";
import type { Imbalance } from "./types";

interface Stated {
  total: number | null;
  /** By place, each taken once, however often it is named. */
  readonly parts: Map<string, number>;
  /** Classes of progress, which are another breakdown where statuses besides 已完成 are told. */
  readonly classes: Map<string, number>;
  otherStatus: boolean;
}

/** What is broken down, as a template calls it: 反馈问题[单位=财务科]. */
function nameOf(family: Family): string {
  const subject = SUBJECTS.find((one) => family === one || family.startsWith(`${one}[`));
  return subject === undefined ? family : (SUBJECT_NAMES[subject][0] ?? subject) + family.slice(subject.length);
}

/** Wholes with counts by status that do not sum to them. */
export function imbalances(tokens: readonly DraftToken[]): readonly Imbalance[] {
  const stated = new Map<Family, Stated>();
  for (const token of tokens) {
    if (token.type !== "figure" || token.counts === null) continue;
    const { family, as } = token.counts;
    const one: Stated = stated.get(family) ?? {
      total: null,
      parts: new Map<string, number>(),
      classes: new Map<string, number>(),
      otherStatus: false,
    };
    stated.set(family, one);
    if (as === "total") one.total = Number(token.span.text);
    else if (as === "progress") one.classes.set(token.span.metric, Number(token.span.text));
    else {
      one.parts.set(token.span.metric, Number(token.span.text));
      one.otherStatus ||= as !== "done";
    }
  }
  return Array.from(stated).flatMap(([family, { total, parts: told, classes, otherStatus }]): readonly Imbalance[] => {
    const parts = otherStatus ? told : new Map([...told, ...classes]);
    const sum = Array.from(parts.values()).reduce((all, part) => all + part, 0);
    return total === null || parts.size === 0 || sum === total ? [] : [{ subject: nameOf(family), total, parts: sum }];
  });
}
