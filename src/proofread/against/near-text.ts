/**
 * Texts that were one text before somebody changed a word: they agree at the beginning and at the end, and differ in one
 * short stretch between.
 */

/** A stretch of two texts: behind the same beginning, before the same end. */
interface OneChange {
  readonly start: number;
  /** Ends of the stretch in the two texts. */
  readonly endA: number;
  readonly endB: number;
  /** Only figures differ (3 and 4, 2025年 and 2024年). */
  readonly figures: boolean;
}

/** Longest stretch that counts as one change. */
const LONGEST = 6;
/** Characters around a changed figure, and around changed words. */
const AROUND_FIGURE = 2;
const AROUND_WORDS = 5;

const FIGURES = /^[\d.〇零一二三四五六七八九十百千万]*$/u;

/**
 * The one change between two texts; null where they are equal, or differ in more.
 * @param least characters that must agree around a change of words
 * @example oneChange("召开会议3次", "召开会议13次") // { start: 4, endA: 5, endB: 6, figures: true }
 */
export function oneChange(a: string, b: string, least = AROUND_WORDS): OneChange | null {
  const shorter = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > LONGEST) return null;
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (start === a.length && start === b.length) return null;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  // A figure is compared whole: 13 and 3 share their last digit.
  while (start > 0 && isDigit(a, start - 1)) start--;
  while (end > 0 && isDigit(a, a.length - end)) end--;
  const endA = a.length - end;
  const endB = b.length - end;
  if (Math.max(endA, endB) - start > LONGEST) return null;
  const figures =
    FIGURES.test(a.slice(start, endA)) && FIGURES.test(b.slice(start, endB)) && start < Math.min(endA, endB);
  const around = start + end;
  if (around < (figures ? AROUND_FIGURE : least)) return null;
  return { start, endA, endB, figures };
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
