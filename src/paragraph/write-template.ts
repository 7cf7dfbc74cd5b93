/** The template of a matched paragraph: places where figures stood, everything else as it was written. */
import { shareOfPlace } from "./names";
import type { MatchedFigure, MatchedParagraph } from "./types";

/** What a person decided about a figure, by its offset: the content of its braces, or null to leave it as text. */
export type Answers = ReadonlyMap<number, string | null>;

const NO_ANSWERS: Answers = new Map();

/** Characters the template language would take for its own. */
function escaped(text: string): string {
  return text.replace(/[{}[\]\\｛｝]/gu, (char) => `\\${char}`);
}

/**
 * What stands for a figure: the content of its braces, null where it stays as written, undefined while it is to be asked.
 * The share of a count goes with what was decided of the count: 11个未完成，占46%.
 */
export function placeFor({ verdict, start }: MatchedFigure, answers: Answers): string | null | undefined {
  const answer = answers.get(start);
  if (answer !== undefined) return answer;
  if (verdict.type !== "doubt") return verdict.type === "place" ? verdict.place : null;
  const count = verdict.follows === undefined ? undefined : answers.get(verdict.follows);
  return typeof count === "string" ? shareOfPlace(count) : count;
}

/** The figures that a person must still decide about; a share is decided with its count. */
export function openFigures({ figures }: MatchedParagraph, answers: Answers): readonly MatchedFigure[] {
  return figures.filter((one) => isAsked(one) && placeFor(one, answers) === undefined);
}

/** Whether a figure has a question of its own. */
export function isAsked({ verdict }: MatchedFigure): boolean {
  return verdict.type === "doubt" && verdict.follows === undefined;
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
    if (place === null || place === undefined || figure.start < at) continue;
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
