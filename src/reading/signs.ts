/**
 * What decides whether a line is of interest to a rule at all: words found for all of them in the pass that reads the line
 * first. A rule asks `signed` for its lines and looks at no others.
 */
import { FOLDED } from "../zh/plain";
import { createSigns } from "../zh/signs";
import { changes } from "../zh/words/claim-changes";
import { beginnings } from "../zh/pattern";
import { leads } from "../zh/words/claim-leads";
import { allDone, listed } from "../zh/words/claim-lists";
import { averages } from "../zh/words/claim-averages";
import { approx } from "../zh/words/claim-rates";
import { nameVariant } from "../zh/words/companies";
import { noticeDays } from "../zh/words/notice-days";
import { noticeStyle } from "../zh/words/notice-style";
import type { Line } from "./types";

const STOPS = "，、；：。";

const SIGNS = createSigns({
  /** Characters that folding replaces. */
  folded: [...FOLDED],
  all: [...allDone.all, ...allDone.allOfThem],
  finished: allDone.finished,
  change: [...changes.up, ...changes.down, ...changes.upBy, ...changes.downBy, ...changes.above, ...changes.below],
  each: averages.signs,
  tenths: [...[..."一二三四五六七八九"].map((digit) => `${digit}成`), ...approx.half, "分之"],
  respectively: ["分别"],
  stopsDoubled: [...STOPS].flatMap((first) => [...STOPS].map((second) => first + second)),
  company: nameVariant.mentionsText,
  inspection: ["巡"],
  feedback: ["反馈"],
  ellipsis: ["…", ".."],
  listed: noticeStyle.listed,
  zero: noticeStyle.yearZeros,
  sorts: [...beginnings(leads.sorts)],
  times: ["倍"],
  around: noticeStyle.around,
  except: ["除"],
  countedOut: listed.countedOut,
  percent: ["%", "百分"],
  others: ["等"],
  open: ["【待"],
  publicity: [...noticeDays.publicity, ...noticeDays.madePublic],
  semicolon: ["；", ";"],
  title: ["《"],
  colon: ["：", ":"],
  enumeration: ["、"],
  firstly: [...listed.firstly, ...listed.ones.map((unit) => `一${unit}是`)],
  /** 四个到位, 两项制度: what a list in so many words may be led in by. */
  slogan: [..."二两三四五六七八九十"].flatMap((number) => listed.slogan.map((unit) => number + unit)),
});

/** Bits of `Line.signs`. */
export const LINE_SIGN = SIGNS.bits;

/** The signs of a text before folding, with those of what folding makes of it. */
export const readSigns = SIGNS.read;

/** Lines in which a word of a sign (any of several, joined by |) may stand, in text order. */
export function signed(lines: readonly Line[], sign: number): readonly Line[] {
  return lines.filter((line) => (line.signs & sign) !== 0);
}
