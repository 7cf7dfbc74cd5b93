/**
 * A first look at a text, character by character, that lets most texts of finished matters pass without an expression:
 * whether any trigger word of findPending may begin in it. May say yes for nothing; never no for a trigger.
 */

import { endsPiece } from "./clause";
import { signOf } from "./pair-scan";
import { charTable, isIn } from "./plain";
import * as words from "./words/pending";

/** Words of two characters or more; their first two are enough for a first look. 下一步 and 下一阶段 are looked at by NEXT. */
const BEGINNINGS: readonly string[] = [
  ...words.UNFINISHED,
  ...words.UNDONE,
  ...words.IN_PROGRESS,
  ...words.NEXT.filter((word) => !word.startsWith("下一")),
  ...words.STRIVING,
  ...words.AIMING,
  ...words.EXPECTED,
  ...words.PLANNED,
  ...words.SOON,
  ...words.AWAITING,
  ...words.ABOUT_TO,
  ...words.NEEDED,
  ...words.REMAINING,
  ...words.LEFT_OVER,
  ...words.NOT_YET,
  ...words.HALTED,
  ...words.REPORTED,
  ...words.GRADUAL,
  ...words.PROMISED,
  ...words.RARELY_FOLLOWED,
  ..."期批年月季123456789两二三四五六七八九十".split("").map((char) => `分${char}`),
];
/** Words of one character, and marks of COMMITTED and SHARED. */
const SINGLES = [...words.INTENDED, ...words.WAITING, "前", "%", "％"].join("");

/** What a character can be for a trigger; most are nothing. */
const PLAIN = 0;
const PAIR = 1;
const ALONE = 2;
const WILL = 3;
const NEXT = 4;
const MIDST = 5;
const AFTER = 6;
const NEED = 7;

const CLASSES = new Uint8Array(65536);
/** Pairs by a number made of both characters: no pair is missed, and a stranger that shares a number costs a closer look. */
const PAIR_SIGNS = new Uint8Array(65536);
for (const pair of BEGINNINGS) {
  CLASSES[pair.charCodeAt(0)] = PAIR;
  PAIR_SIGNS[signOf(pair.charCodeAt(0), pair.charCodeAt(1))] = 1;
}
for (const [chars, kind] of [
  [SINGLES, ALONE],
  ["将", WILL],
  ["下", NEXT],
  ["中", MIDST],
  ["后", AFTER],
  ["需", NEED],
] as const) {
  for (const char of chars) CLASSES[char.charCodeAt(0)] = kind;
}

/**
 * Whether any trigger may be there. One pass, no allocation; every character costs a load and a test, since this is the
 * one look at every finished matter's longest text.
 */
export function mayBePending(text: string): boolean {
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const kind = CLASSES[code];
    if (kind === PLAIN) continue;
    if (kind === ALONE) return true;
    const next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
    if (PAIR_SIGNS[signOf(code, next)] === 1) return true;
    switch (kind) {
      case WILL:
        if (lastingEnd(text, i + 1) < 0) return true;
        break;
      case NEXT: {
        const from = endOfNext(text, i);
        if (from < 0) break;
        const end = lastingEnd(text, from);
        if (end < 0) return true;
        // The lasting effort says it all, its 将 too.
        i = end - 1;
        break;
      }
      case MIDST:
        if (i + 1 >= length || endsPiece(next)) return true;
        break;
      case NEED:
        if (isNeededFor(text, i + 1)) return true;
        break;
      case AFTER:
        if (isIn(APPROVAL_BEGINS, text, i - 2)) return true;
        break;
    }
  }
  return false;
}

/** 需…后, within a clause. */
function isNeededFor(text: string, from: number): boolean {
  const to = Math.min(text.length, from + LONGEST_NEED);
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x540e) return true;
    if (endsPiece(code)) return false;
  }
  return false;
}

const LONGEST_NEED = 15;

/** Position behind 下一步 or 下一阶段, -1 where neither stands at a 下. */
function endOfNext(text: string, at: number): number {
  if (at + 2 >= text.length || text.charCodeAt(at + 1) !== 0x4e00) return -1;
  const code = text.charCodeAt(at + 2);
  if (code === 0x6b65) return at + 3;
  return code === 0x9636 && at + 3 < text.length && text.charCodeAt(at + 3) === 0x6bb5 ? at + 4 : -1;
}

/** What may stand between 下一步 or 将 and the lasting effort. */
const BETWEEN = new Uint8Array(65536);
for (const char of "，,还也要会将") BETWEEN[char.charCodeAt(0)] = 1;

/** Beginnings of words of lasting effort: no plan that could be finished. */
const LASTING = "继续 持续 进一步 不断 严格 加强 加大 巩固 深化 强化 坚持 常态化 定期 长期 举一反三 健全 认真 切实";
/** The second character of such a word by its first, which at most two share. */
const SECOND = new Uint16Array(65536);
const OTHER_SECOND = new Uint16Array(65536);
for (const word of LASTING.split(" ")) {
  const first = word.charCodeAt(0);
  (SECOND[first] === 0 ? SECOND : OTHER_SECOND)[first] = word.charCodeAt(1);
}

/** Position behind the beginning of a lasting effort that stands at a position, -1 without one. */
function lastingEnd(text: string, at: number): number {
  let i = at;
  while (i < at + 3 && i < text.length && BETWEEN[text.charCodeAt(i)] === 1) i++;
  const first = text.charCodeAt(i);
  const second = SECOND[first];
  if (second === 0) return -1;
  const code = text.charCodeAt(i + 1);
  return code === second || code === OTHER_SECOND[first] ? i + 2 : -1;
}

/** 通过后, 审核后: what is waited for has two characters, and its first is looked at. */
const APPROVAL_BEGINS = charTable(
  [...words.APPROVALS, ...words.APPROVED, ...words.ARRIVALS.map((word) => word.slice(-2))]
    .map((word) => word.charAt(0))
    .join(""),
);
