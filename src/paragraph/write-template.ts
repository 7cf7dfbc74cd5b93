/** The template of a matched paragraph: places where figures stood, everything else as it was written. */
import type { MatchedFigure, MatchedParagraph } from "./types";

/** What a person decided about a figure, by its offset: the content of its braces, or null to leave it as text. */
export type Answers = ReadonlyMap<number, string | null>;

const NO_ANSWERS: Answers = new Map();

/** Characters the template language would take for its own. */
function escaped(text: string): string {
  return text.replace(/[{}[\]\\｛｝]/gu, (char) => `\\${char}`);
}

/** What stands for a figure; null where it stays as written. */
function placeFor({ verdict, start }: MatchedFigure, answers: Answers = NO_ANSWERS): string | null {
  const answer = answers.get(start);
  if (answer !== undefined) return answer;
  return verdict.type === "place" ? verdict.place : null;
}

/**
 * Writes the template. A state's clause may go when nothing is in it: it stands in square brackets.
 * @example templateOf(matchParagraph("反馈问题23个，已完成整改20个。", context)) // "反馈问题{反馈问题.总数}个，已完成整改{反馈问题.已完成}个。"
 */
export function templateOf({ text, figures }: MatchedParagraph, answers: Answers = NO_ANSWERS): string {
  let written = "";
  let at = 0;
  const copy = (to: number): void => {
    written += escaped(text.slice(at, Math.max(at, to)));
    at = Math.max(at, to);
  };
  let clauseEnd: number | null = null;
  const closeBefore = (start: number): void => {
    if (clauseEnd === null || start < clauseEnd) return;
    copy(clauseEnd);
    written += "]";
    clauseEnd = null;
  };
  for (const figure of figures) {
    const place = placeFor(figure, answers);
    if (place === null || figure.start < at) continue;
    closeBefore(figure.start);
    const { clause } = figure;
    if (clauseEnd === null && clause !== null && clause.start >= at) {
      copy(clause.start);
      written += "[";
      clauseEnd = clause.end;
    }
    copy(figure.start);
    written += `{${place}}`;
    at = figure.end;
  }
  closeBefore(text.length);
  copy(text.length);
  return written;
}
