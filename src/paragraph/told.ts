/** What is known of a figure when it is judged. */
import type { Status } from "../ledger";
import { PARTLY_ASIDES } from "../zh/words/paragraph";
import { behindOf, facetsOf, shareWords, type Facets } from "./facets";
import type { Counted, ParagraphLexicon } from "./lexicon";
import type { Piece, PieceFigure } from "./pieces";

/** A figure with what its words say. */
export interface FigureReading {
  readonly figure: PieceFigure;
  readonly piece: Piece;
  readonly facets: Facets;
  /** Statuses named anywhere in its sentence. */
  readonly beside: ReadonlySet<Status>;
}

/** The figures of a sentence with what their words say, in order. */
export function readFigures(
  lexicon: ParagraphLexicon,
  pieces: readonly Piece[],
): ReadonlyMap<PieceFigure, FigureReading> {
  const beside = new Set<Status>();
  const readings = new Map<PieceFigure, FigureReading>();
  for (const piece of pieces) {
    shareWords(lexicon, piece);
    for (const figure of piece.figures) {
      const facets = facetsOf(lexicon, figure.before, behindOf(figure, piece));
      for (const { status } of facets.statuses) beside.add(status);
      readings.set(figure, { figure, piece, facets, beside });
    }
  }
  return readings;
}

/** What pieces without a figure said of those behind them. */
export interface Pending {
  subject: Counted | null;
  filters: readonly string[];
  /** States that a heading names: 问题销号情况. Only what has no words of its own is of them. */
  statuses: Facets["statuses"];
  foreign: boolean;
  scope: string;
}

export const NOTHING_PENDING: Pending = { subject: null, filters: [], statuses: [], foreign: false, scope: "" };

/** Words that nothing explains: around the figure, in brackets beside it, and a scope told before. */
export function unexplainedIn(lexicon: ParagraphLexicon, { facets, piece }: FigureReading, scope: string): string {
  const asides = piece.asides.flatMap((text) => {
    const said = facetsOf(lexicon, text, "");
    const tells = said.rest.length > 0 || said.statuses.length > 0 || said.filters.length > 0;
    const isWhy = facets.statuses.some(({ status }) => status === "partial") && PARTLY_ASIDES.includes(text.trim());
    return tells && !isWhy ? [text] : [];
  });
  const all = [...facets.rest, ...asides, scope].map((text) => text.replace(/◇+/gu, "…"));
  return all.filter((text) => text !== "").join("、");
}
