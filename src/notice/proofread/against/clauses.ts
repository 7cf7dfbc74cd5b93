/** Clauses of a text, each with its place: what stands between stops, without 一是 or a number before it. */

export interface Clause {
  readonly start: number;
  readonly text: string;
}

const STOPS = /[，。；！？,;!?\n\r]+/gu;
/** 一是, （1）, 2., ①, 第一， at the beginning. */
const BEGINNING =
  /^\s*(?:[一二三四五六七八九十]{1,3}是|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．]|\.(?!\d))|[\u2460-\u2473])?\s*/u;

/** Clauses of `text` from `from` to `to`. Nothing is said of what comes behind the first `most`. */
export function clausesOf(text: string, from: number, to: number, most: number): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  const push = (end: number): void => {
    const whole = text.slice(start, end).trimEnd();
    const skipped = BEGINNING.exec(whole)?.[0].length ?? 0;
    if (whole.length > skipped) clauses.push({ start: start + skipped, text: whole.slice(skipped) });
  };
  STOPS.lastIndex = from;
  for (const stop of text.slice(0, to).matchAll(STOPS)) {
    if (stop.index < from) continue;
    push(stop.index);
    start = stop.index + stop[0].length;
    if (clauses.length >= most) return clauses;
  }
  push(to);
  return clauses;
}
