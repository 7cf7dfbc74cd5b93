/** A paragraph of last month over what a session has read: its template, and what is to be asked. */
import { matchParagraph, templateOf, type Answers, type MatchedParagraph } from "../paragraph";
import { compose, impossibleFigures, knownOf, parseTemplate } from "../notice";
import type { Session } from "./session";

export { describeVerdict, templateOf, type Answers, type MatchedFigure, type MatchedParagraph } from "../paragraph";

/** The figures of a pasted paragraph, matched. Null before reading. */
export function matchInSession(session: Session, text: string): MatchedParagraph | null {
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) return null;
  const { dueSoon, progressTolerance: tolerance } = session.getSnapshot().settings;
  return matchParagraph(text, { reading, tally, dueSoonDays: dueSoon, tolerance, last: session.lastPeriod() });
}

/** What a place would write of this ledger now; null where nothing can be said. */
export function writtenNow(session: Session, place: string): string | null {
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) return null;
  const { precision, variables, dueSoon, progressTolerance: tolerance } = session.getSnapshot().settings;
  const template = parseTemplate(`{${place}}`, knownOf(reading, tally));
  const source = { reading, dueSoonDays: dueSoon, tolerance, last: session.lastPeriod() };
  if (template.problems.length > 0 || impossibleFigures(template, tally, source).length > 0) return null;
  const written = compose(template, tally, { asOf: reading.asOf.date, variables, precision, source });
  return written.absent.length > 0 ? null : written.text;
}

interface TemplateFigureJson {
  /** From 1, as answers name it. */
  readonly n: number;
  readonly text: string;
  /** UTF-16 offsets into the paragraph, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly status: "place" | "doubt" | "fixed";
  /** Content of the braces, null where it stays as written. */
  readonly place: string | null;
  /** Of doubts, the likeliest first. */
  readonly candidates: readonly string[];
  readonly why: string | null;
  readonly words: string;
}

interface TemplateJson {
  readonly schema: 1;
  readonly file: string;
  readonly ledger: string;
  readonly template: string;
  readonly figures: readonly TemplateFigureJson[];
}

/** What `taizhang template --format json` prints. Fixed contract, schema 1. */
export function templateJson(
  matched: MatchedParagraph,
  answers: Answers,
  names: { readonly file: string; readonly ledger: string },
): TemplateJson {
  return {
    schema: 1,
    ...names,
    template: templateOf(matched, answers),
    figures: matched.figures.map((figure, index) => {
      const { verdict, text, start, end } = figure;
      const answer = answers.get(start);
      const settled = answer === undefined ? verdict.type : answer === null ? "fixed" : "place";
      const place = answer === undefined ? (verdict.type === "place" ? verdict.place : null) : answer;
      return {
        n: index + 1,
        text,
        start,
        end,
        status: settled,
        place,
        candidates: verdict.type === "doubt" ? verdict.candidates : [],
        why: verdict.type === "place" ? null : verdict.why,
        words: verdict.type === "doubt" ? verdict.words : "",
      };
    }),
  };
}
