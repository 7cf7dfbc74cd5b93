/**
 * Mends the punctuation where pieces of a template disappeared: no ；。, no ，，, no sentence that begins with a comma or
 * lacks its full stop, no empty brackets or lines. Text elsewhere is left exactly as it was written.
 */

const STRONG = "。！？";
/** By weight: where two meet, the heavier stays. */
const WEAK = "、，,；;：";
const OPENING = "（(“《【「";
const CLOSING = "）)”》】」";
const BLANKS = " \t\u3000\u00a0";

function weight(char: string): number {
  return "、".includes(char) ? 1 : "，,".includes(char) ? 2 : "；;".includes(char) ? 3 : 4;
}

function has(set: string, char: string): boolean {
  return char !== "" && set.includes(char);
}

/** What stands on both sides of a gap. */
interface Gap {
  /** Text before the gap that may be changed: the end of what is written so far. */
  readonly left: string;
  /** Something stands before `left` that may not be changed (a figure, a variable), so an empty `left` is no beginning. */
  readonly leftGoesOn: boolean;
  readonly right: string;
  /** Nothing follows after `right`. */
  readonly rightEnds: boolean;
  /** A piece that disappeared ended a sentence. */
  readonly endedSentence: boolean;
}

/** Whether what is written so far ends at the beginning of a line (blanks apart). */
function lineStart(left: string, leftGoesOn: boolean): number | null {
  let end = left.length;
  while (end > 0 && has(BLANKS, left.charAt(end - 1))) end -= 1;
  if (end === 0) return leftGoesOn ? null : 0;
  return left.charAt(end - 1) === "\n" ? end : null;
}

function stripLeading(text: string, set: string): string {
  let at = 0;
  while (at < text.length && set.includes(text.charAt(at))) at += 1;
  return at === 0 ? text : text.slice(at);
}

/**
 * Both sides of a gap, mended.
 * @example mend({ left: "87%；", right: "。", … }) // { left: "87%", right: "。" }
 */
export function mend(gap: Gap): { readonly left: string; readonly right: string } {
  let { left, right } = gap;
  const start = lineStart(left, gap.leftGoesOn);
  if (start !== null) {
    right = stripLeading(right, STRONG + WEAK);
    if (right === "" && gap.rightEnds) return { left: stripLineBreak(left.slice(0, start)), right };
    if (right.startsWith("\n")) return { left: left.slice(0, start), right: right.slice(1) };
    return { left, right };
  }
  for (;;) {
    const before = left.charAt(left.length - 1);
    const after = right.charAt(0);
    const ends = after === "\n" || (after === "" && gap.rightEnds);
    if (has(OPENING, before) && has(CLOSING, after)) {
      left = left.slice(0, -1);
      right = right.slice(1);
    } else if (has(OPENING, before) || has(STRONG, before)) {
      return { left, right: stripLeading(right, has(STRONG, before) ? STRONG + WEAK : WEAK) };
    } else if (!has(WEAK, before)) {
      const stops = ends && gap.endedSentence && !isQuotedStop(left);
      return { left: stops ? `${left}。` : left, right };
    } else if (has(STRONG, after) || has(CLOSING, after)) {
      left = left.slice(0, -1);
    } else if (has(WEAK, after)) {
      if (weight(after) > weight(before)) left = left.slice(0, -1);
      else right = right.slice(1);
    } else if (ends && before !== "：") {
      return { left: `${left.slice(0, -1)}。`, right };
    } else {
      return { left, right };
    }
  }
}

/** 。” ends a sentence already. */
function isQuotedStop(left: string): boolean {
  return has(CLOSING, left.charAt(left.length - 1)) && has(STRONG, left.charAt(left.length - 2));
}

function stripLineBreak(text: string): string {
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}
