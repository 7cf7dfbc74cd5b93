/** Sorted lists searched by place, so that a line of 100,000 characters with a hit on each costs no square. */
import type { Label, Line, ReadNotice, NoticeReading, Topic } from "../types";

/** Index of the first element that starts at or behind an offset; the list's length where none does. */
export function firstFrom(list: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Elements that begin in a range, both ends inclusive of start, exclusive of end. */
export function startingIn<T extends { readonly start: number }>(
  list: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  const first = firstFrom(list, start);
  let last = first;
  while (last < list.length && (list[last]?.start ?? end) < end) last++;
  return first === last ? [] : list.slice(first, last);
}

/** Labels on the lines of an item (or any range of lines), both ends inclusive. */
export function labelsIn(labels: ReadNotice["labels"], firstLine: number, lastLine: number): readonly Label[] {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle]?.line ?? 0) < firstLine) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < labels.length && (labels[end]?.line ?? 0) <= lastLine) end++;
  return low === end ? [] : labels.slice(low, end);
}

/** Lines that hold a word of a topic, each once, in text order. */
export function linesWith(context: NoticeReading, topic: Topic): readonly Line[] {
  const found: Line[] = [];
  let last = -1;
  for (const hit of context.hitsOf(topic)) {
    if (hit.line === last) continue;
    last = hit.line;
    const line = context.lines[last];
    if (line) found.push(line);
  }
  return found;
}
