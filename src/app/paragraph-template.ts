/** A paragraph of last month over what a session has read: its template, and what is to be asked. */
import {
  matchParagraph,
  placeFor,
  templateOf,
  type Answers,
  type MatchedFigure,
  type MatchedParagraph,
} from "../paragraph";
import { compose, impossibleFigures, knownOf, parseTemplate } from "../notice";
import type { Session } from "./session";

export {
  describeVerdict,
  isAsked,
  openFigures,
  templateOf,
  writtenFigures,
  type Answers,
  type MatchedFigure,
  type MatchedParagraph,
} from "../paragraph";

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
  return writtenBy(session, `{${place}}`);
}

/** The paragraph that a template writes of this ledger now; null where one of its figures cannot be told. */
export function writtenBy(session: Session, source: string): string | null {
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) return null;
  const { precision, variables, dueSoon, progressTolerance: tolerance } = session.getSnapshot().settings;
  const template = parseTemplate(source, knownOf(reading, tally));
  const from = { reading, dueSoonDays: dueSoon, tolerance, last: session.lastPeriod() };
  if (template.problems.length > 0 || impossibleFigures(template, tally, from).length > 0) return null;
  const written = compose(template, tally, { asOf: reading.asOf.date, variables, precision, source: from });
  return written.absent.length > 0 ? null : written.text;
}

/** A figure that the template writes in another way than the paragraph did; `now` is null where nothing can be said. */
interface ChangedFigure {
  readonly figure: MatchedFigure;
  readonly now: string | null;
}

const UNIT_BEHIND = /^\p{Script=Han}{1,2}/u;

/** What the template changes of the paragraph: its figures, as they stand and as they will. */
export function changedFigures(
  session: Session,
  { text, figures }: MatchedParagraph,
  answers: Answers,
): readonly ChangedFigure[] {
  return figures.flatMap((figure): readonly ChangedFigure[] => {
    const place = placeFor(figure, answers);
    if (place === null || place === undefined) return [];
    // The unit behind a sum decides how it is written.
    const unit = UNIT_BEHIND.exec(text.slice(figure.end))?.[0] ?? "";
    const written = writtenBy(session, `{${place}}${unit}`);
    const now = written?.slice(0, written.endsWith(unit) ? written.length - unit.length : undefined) ?? null;
    return now === figure.text ? [] : [{ figure, now }];
  });
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
      const place = placeFor(figure, answers);
      const settled = place === undefined ? "doubt" : place === null ? "fixed" : "place";
      return {
        n: index + 1,
        text,
        start,
        end,
        status: settled,
        place: place ?? null,
        candidates: verdict.type === "doubt" ? verdict.candidates : [],
        why: verdict.type === "place" ? null : verdict.why,
        words: verdict.type === "doubt" ? verdict.words : "",
      };
    }),
  };
}
