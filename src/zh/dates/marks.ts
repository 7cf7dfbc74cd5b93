/** What stands between and behind dates: marks of ranges, 前 and 底, the time of day. */
import { re } from "../pattern";
import { RANGE_SIGNS, writtenDate as words } from "../words/written-date";
import type { WrittenDate } from "./period";

/** Length of 前, 之前, 以前 at `i`, 0 where none stands there (前后, 前期 and 前往 are other words). */
export function beforeWordAt(s: string, i: number): number {
  const at = s.startsWith("(含)", i) ? i + 3 : i;
  const length = s.startsWith("之前", at) || s.startsWith("以前", at) ? 2 : s.charAt(at) === "前" ? 1 : 0;
  if (length === 0) return 0;
  return /^[后期往列旬提置述来去半一二三两几]/.test(s.slice(at + length, at + length + 1)) ? 0 : at - i + length;
}

export const DATE_ENDS = "底末终";

const CLOSER_TEXT = re`^${words.closerText}`;

/** Whether a date may end here: end of text, punctuation, a range mark, or a word that closes a deadline. */
export function isCloser(s: string, i: number): boolean {
  if (i >= s.length) return true;
  if (",;。、:()-–—~ 〜至到止前".includes(s.charAt(i))) return true;
  return CLOSER_TEXT.test(s.slice(i, i + 2));
}

export function skipDayUnit(s: string, i: number): number {
  return s.charAt(i) === "日" || s.charAt(i) === "号" ? i + 1 : i;
}

const RANGE_MARKS = [...words.rangeMarks, ...RANGE_SIGNS];

/** Length of the range mark at `i`, 0 where there is none. */
export function rangeMarkAt(s: string, i: number): number {
  for (const mark of RANGE_MARKS) if (s.startsWith(mark, i)) return mark.length;
  return 0;
}

/** The same or one of 、 and 和: 6、7月 and 一、二季度 end with the second. */
export function listMarkAt(s: string, i: number): number {
  return s.charAt(i) === "、" || s.charAt(i) === "和" ? 1 : rangeMarkAt(s, i);
}

/** Takes in the time of day and the closing words after a date: 18:00前, (含)之前, 止. */
export function closeDate(s: string, date: WrittenDate): WrittenDate {
  let j = date.end;
  if (date.precision === "day") j = skipTimeOfDay(s, j);
  for (const note of words.notes) if (s.startsWith(note, j)) j += note.length;
  const before = beforeWordAt(s, j);
  if (before > 0) j += before;
  else {
    for (const word of words.closing) {
      if (!s.startsWith(word, j)) continue;
      if (word === "内" && "部容控".includes(s.charAt(j + 1) || " ")) break;
      j += word.length;
      break;
    }
  }
  return j === date.end ? date : { ...date, end: j, closed: true };
}

const SKIP_TIME_OF_DAY_SPOKEN = re`^${words.skipTimeOfDaySpoken[0]}?\d{1,2}[时点]${words.skipTimeOfDaySpoken[1]}?`;

function skipTimeOfDay(s: string, i: number): number {
  const clock = /^[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?(?![\d:])/.exec(s.slice(i, i + 32));
  if (clock !== null) return i + clock[0].length;
  const spoken = SKIP_TIME_OF_DAY_SPOKEN.exec(s.slice(i, i + 12));
  return spoken === null ? i : i + spoken[0].length;
}
