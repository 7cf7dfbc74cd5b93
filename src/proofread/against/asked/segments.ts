/** A sentence as the vocabulary of a ledger understands it, clause by clause. */
import type { DateToken, Line, NumberToken, PercentToken, Sentence } from "../../../reading";
import type { Facet } from "./facets";
import type { Vocabulary, Word } from "./vocabulary";

export type Piece =
  | { readonly type: "word"; readonly word: Word; readonly start: number; readonly end: number }
  | { readonly type: "number"; readonly token: NumberToken; readonly start: number; readonly end: number }
  | { readonly type: "percent"; readonly token: PercentToken; readonly start: number; readonly end: number }
  | { readonly type: "date"; readonly token: DateToken; readonly start: number; readonly end: number }
  /** Made of several pieces: a day with what falls due on it, shares of progress. */
  | { readonly type: "facet"; readonly facet: Facet; readonly start: number; readonly end: number }
  /** 、 */
  | { readonly type: "pause"; readonly start: number; readonly end: number }
  /** What nothing of the ledger explains. */
  | { readonly type: "other"; readonly start: number; readonly end: number };

/** A clause. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** It stands in brackets, or behind them. */
  readonly bracketed: boolean;
}

const STOP = /[，。；;,：:！？（()）]/u;

/** Clauses of a sentence from an offset on. */
export function segmentsOf(line: Line, { start, end, tokens }: Sentence, vocabulary: Vocabulary): readonly Segment[] {
  const { plain } = line;
  const at = new Map(tokens.map((token) => [token.start, token]));
  const segments: Segment[] = [];
  let pieces: Piece[] = [];
  let from = start;
  const close = (to: number): void => {
    if (pieces.length > 0)
      segments.push({ start: from, end: to, pieces, bracketed: /[（(]/u.test(plain[from - 1] ?? "") });
    pieces = [];
    from = to + 1;
  };
  for (let place = start; place < end;) {
    const char = plain[place] ?? "";
    const token = at.get(place);
    if (STOP.test(char)) {
      close(place);
      place++;
      continue;
    }
    if (char === " ") {
      place++;
      continue;
    }
    if (token?.type === "number") {
      pieces.push({ type: "number", token, start: place, end: token.unitEnd });
      place = Math.max(token.unitEnd, place + 1);
      continue;
    }
    if (token?.type === "percent" || token?.type === "date") {
      pieces.push(
        token.type === "percent"
          ? { type: "percent", token, start: place, end: token.end }
          : { type: "date", token, start: place, end: token.end },
      );
      place = Math.max(token.end, place + 1);
      continue;
    }
    if (char === "、") {
      pieces.push({ type: "pause", start: place, end: place + 1 });
      place++;
      continue;
    }
    const word = vocabulary.wordAt(plain, place);
    if (word) {
      pieces.push({ type: "word", word, start: place, end: word.end });
      place = word.end;
      continue;
    }
    const last = pieces[pieces.length - 1];
    if (last?.type === "other" && last.end === place) pieces[pieces.length - 1] = { ...last, end: place + 1 };
    else pieces.push({ type: "other", start: place, end: place + 1 });
    place++;
  }
  close(end);
  return segments;
}
