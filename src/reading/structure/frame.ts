/** What stands around the items: title, signature and date, the days of inspection and feedback. */
import { civilDate, compareDates, type CivilDate } from "../../zh/civil-date";
import { isNumeral } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { readWholeDay } from "../../zh/written-date";
import { noticeDays } from "../../zh/words/notice-days";
import { noticeParts as words } from "../../zh/words/notice-parts";
import { BODY_ENDS } from "../../zh/words/unit-ends";
import type { DateToken, Line, Place, ReadNotice } from "../types";
import { isBlankLine } from "./blank";

/** 发布日期：2025-11-20 来源：…, 【字体：大 中 小】: of the page, not of the text. */
const FURNITURE = reWith("u")`^[【\[（(]?\s*${words.pageFurniture}\s*(?:[：:]|】|$)`;

/** A title stands in the first lines of a notice. */
export const TITLE_LINES = 12;

/** The title: short lines at the top, before the first sentence, that name a kind of document. */
export function findTitle(lines: readonly Line[]): ReadNotice["title"] {
  let first = -1;
  let last = -1;
  for (const line of lines.slice(0, TITLE_LINES)) {
    if (isBlankLine(line)) continue;
    const text = line.plain.trim();
    if (FURNITURE.test(text)) {
      if (first < 0) continue;
      break;
    }
    const sentence = /[。；！？]/u.test(text) || text.length > 70 || line.numbering?.style === "chinese";
    if (sentence) break;
    if (first < 0) first = line.index;
    last = line.index;
  }
  if (first < 0) return null;
  const text = lines
    .slice(first, last + 1)
    .map((line) => line.plain.trim())
    .join("");
  const squeezed = text.replace(/\s+/gu, "");
  if (!words.titleWords.some((word) => squeezed.includes(word))) return null;
  return { firstLine: first, lastLine: last, text };
}

const SIGNER_ENDS = reWith("u")`${BODY_ENDS}$`;
const TAIL_LINES = 8;

/**
 * Signature and date among the last lines. Before an annexed table, whose cells are short lines too, the day stands alone on
 * its line; who signs stands beside it or right above, whatever bodies are named behind.
 */
export function findSignOff(lines: readonly Line[]): Pick<ReadNotice, "signature" | "signed"> {
  const signers: Place[] = [];
  let signed: ReadNotice["signed"] = null;
  let seen = 0;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (!line || isBlankLine(line)) continue;
    const text = line.plain.trim();
    if (text.length > 60 || /[。；]/u.test(text)) break;
    const annexed = ++seen > TAIL_LINES;
    const above: number = signed === null ? -1 : aboveOf(lines, signed.line);
    if (annexed && signed && index < above) break;
    const place = { line: index, start: line.indent, end: line.indent + text.length };
    const date = line.tokens.find((token): token is DateToken => token.type === "date" && token.day !== null);
    if (!signed && (!annexed || (date?.start === place.start && date.end === place.end) || !date)) {
      const full = date ? dateOf(date) : dayInNumerals(text);
      if (full) signed = { line: index, start: date?.start ?? place.start, end: date?.end ?? place.end, date: full };
    }
    const rest = date ? text.slice(0, Math.max(0, date.start - line.indent)).trim() : text;
    const isSigner = rest.length >= 3 && rest.length <= 45 && SIGNER_ENDS.test(rest) && !/[：:]/u.test(rest);
    if (isSigner && (!annexed || index === above || index === signed?.line))
      signers.push({ ...place, end: line.indent + rest.length });
  }
  const beside = signers.find(({ line }) => signed && (line === signed.line || line === aboveOf(lines, signed.line)));
  const signature = beside ?? signers[0] ?? null;
  // A title of one or two lines must not sign its own document.
  const ofTitle = signature !== null && signature.line <= (findTitle(lines)?.lastLine ?? -1);
  return { signature: ofTitle ? null : signature, signed };
}

/** The line above that is not blank. */
function aboveOf(lines: readonly Line[], index: number): number {
  let above = index - 1;
  for (let line = lines[above]; line && isBlankLine(line); line = lines[above]) above -= 1;
  return above;
}

/** 二〇二五年六月五日, alone on its line. */
function dayInNumerals(text: string): CivilDate | null {
  return isNumeral(text.charCodeAt(0)) && text.endsWith("日") ? readWholeDay(text) : null;
}

/** A token with year, month and day as a date; null where a part is missing or the day does not exist. */
export function dateOf(token: DateToken): CivilDate | null {
  if (token.year === null || token.yearDigits !== 4 || token.month === null || token.day === null) return null;
  return civilDate(token.year, token.month, token.day);
}

/** 反馈 is told behind the day and before the next one; the first day of a range is none. */
function isFeedbackDay(line: Line, token: DateToken, end: number): boolean {
  if (/^[至—前]/u.test(line.plain.slice(token.end))) return false;
  if (AS_OF.test(line.plain.slice(Math.max(0, token.start - 3), token.start))) return false;
  return (
    FED_BACK.test(line.plain.slice(token.end, end)) ||
    FEEDBACK_DAY.test(line.plain.slice(Math.max(0, token.start - 8), token.start))
  );
}

/** 截至2025年11月30日，反馈的23个问题已… */
const AS_OF = reWith("u")`${noticeDays.asOf}$`;
/** 反馈意见; 出具审计报告, 向被检查单位通报检查结果 */
const FED_BACK = reWith("u")`${words.fedBack}`;
/** 反馈时间为2025年6月10日 */
const FEEDBACK_DAY = reWith("u")`反馈[^，。；]{0,2}${words.dayWords}[为是：:]?$`;
/** 上轮巡察反馈意见: not those the notice is about. */
const OTHER_ROUND = reWith("u")`${noticeDays.otherRound}`;
const INSPECTION_TEXT = reWith("u")`${words.inspectionText}`;

/** Dates of inspection and feedback from the introduction. */
export function findInspection(
  lines: readonly Line[],
  bodyStart: number,
): Pick<ReadNotice, "inspectionFrom" | "inspectionTo" | "feedback"> {
  let from: CivilDate | null = null;
  let to: CivilDate | null = null;
  let feedback: ReadNotice["feedback"] = null;
  for (const line of lines.slice(0, Math.min(bodyStart, 20))) {
    let year: number | null = null;
    for (const sentence of line.sentences) {
      const text = line.plain.slice(sentence.start, sentence.end);
      const dates = sentence.tokens.filter((token): token is DateToken => token.type === "date");
      const complete: CivilDate[] = [];
      const isOther = OTHER_ROUND.test(text);
      for (const [index, token] of dates.entries()) {
        if (token.year !== null && token.yearDigits === 4) year = token.year;
        if (year === null || token.month === null) continue;
        const date = civilDate(year, token.month, token.day ?? 1);
        if (date) complete.push(date);
        if (
          !feedback &&
          !isOther &&
          date &&
          token.day !== null &&
          isFeedbackDay(line, token, dates[index + 1]?.start ?? sentence.end)
        )
          feedback = { line: line.index, start: token.start, end: token.end, date };
      }
      if (!from && complete.length >= 2 && INSPECTION_TEXT.test(text) && dates.some((token) => token.joinsNext)) {
        from = complete[0] ?? null;
        to = complete[1] ?? null;
      }
    }
    if (from && feedback) break;
  }
  if (from && feedback && compareDates(feedback.date, from) === 0) feedback = null;
  return { inspectionFrom: from, inspectionTo: to, feedback };
}
