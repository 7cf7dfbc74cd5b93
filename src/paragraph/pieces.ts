/**
 * A paragraph as sentences and pieces: what stands between two stops, with its figures and the words before and behind each.
 * Brackets that hold a figure are pieces of their own; others are asides of the words they stand behind.
 */
import { reWith } from "../zh/pattern";
import { ITEM_UNITS } from "../zh/words/paragraph";
import { readNotice, type DateToken, type Line, type NumberToken, type PercentToken, type Token } from "../reading";

export type FigureToken = NumberToken | PercentToken;

/** A figure with the words of its piece: `before` from the figure in front of it, `after` up to the next or the stop. */
export interface PieceFigure {
  readonly token: FigureToken;
  before: string;
  after: string;
  /** 20/23: what is done, and the whole it is of. */
  readonly ratio: "part" | "whole" | null;
}

export interface Piece {
  /** UTF-16 offsets into the whole text. */
  readonly start: number;
  readonly end: number;
  readonly figures: readonly PieceFigure[];
  /** All its words, where it has no figure. */
  readonly text: string;
  /** The stop it begins behind, "" at the beginning of a sentence. */
  readonly stop: string;
  /** What stands in brackets without a figure. */
  readonly asides: readonly string[];
  readonly bracketed: boolean;
  /** Offset of its line, which the tokens' own count from. */
  readonly offset: number;
}

export interface SentencePieces {
  readonly pieces: readonly Piece[];
}

interface ReadParagraph {
  readonly sentences: readonly SentencePieces[];
  readonly dates: readonly PlacedDate[];
  /** Codes and numbers of documents, numbers without a measure word: nothing a ledger counts. */
  readonly others: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** A date with its offset in the whole text. */
export interface PlacedDate {
  readonly token: DateToken;
  readonly start: number;
  readonly end: number;
  /** Where 截至 in front of it begins; null where it is another day. */
  readonly asOfFrom: number | null;
}

/** 截至 and its slip. */
const AS_OF_LEADS = ["截至", "截止"];

const STOPS = "，,；;：:。！？!?\n";

/** Reads a paragraph's figures and words. Offsets are those of `text`, its lines joined by "\n". */
export function readPieces(text: string): ReadParagraph {
  const lines = readNotice(text.split("\n")).lines.map(withRatios);
  const sentences: SentencePieces[] = [];
  const dates: PlacedDate[] = [];
  const others: { start: number; end: number; text: string }[] = [];
  let offset = 0;
  for (const line of lines) {
    for (const token of line.tokens) {
      if (token.type === "date")
        dates.push({
          token,
          start: offset + token.start,
          end: offset + token.end,
          asOfFrom: asOfFrom(line.plain, token, offset),
        });
      else if (token.type === "docNumber" || token.type === "code" || !isFigure(token))
        others.push({ start: offset + token.start, end: offset + token.end, text: token.text });
    }
    for (const sentence of line.sentences)
      sentences.push({ pieces: piecesOf(line, sentence.start, sentence.end, offset) });
    offset += line.text.length + 1;
  }
  return { sentences, dates, others };
}

const RATIO = /(?<![\d./／%-])(\d{1,5})([/／])(\d{1,5})(?![\d./／%-])/gu;

/** A line in which 20/23 is two figures: a part and its whole, counted by the same word. */
function withRatios(line: Line): Line {
  const ratios = Array.from(line.plain.matchAll(RATIO)).filter(({ index, 0: text, 1: part, 3: whole }) => {
    const isTaken = line.tokens.some(
      (token) => token.type !== "number" && token.start < index + text.length && token.end > index,
    );
    return !isTaken && Number(part) <= Number(whole);
  });
  if (ratios.length === 0) return line;
  const made = ratios.flatMap(({ index, 0: text, 1: part = "", 3: whole = "" }): readonly NumberToken[] => {
    const end = index + text.length;
    const read = line.tokens.find((token) => token.type === "number" && token.start < end && token.end > index + 1);
    const known = read?.type === "number" && read.end === end ? read : null;
    const behind = ITEM_UNITS.find((word) => line.plain.startsWith(word, end)) ?? "";
    const unit = known?.unit || behind || ITEM_UNITS[0] || "";
    const unitEnd = known?.unit ? known.unitEnd : end + behind.length;
    const tokenOf = (start: number, digits: string, stop: number): NumberToken => ({
      type: "number",
      line: line.index,
      start,
      end: start + digits.length,
      text: digits,
      mantissa: Number(digits),
      decimals: 0,
      approx: false,
      unit,
      scale: 1,
      unitEnd: stop,
      rangeTo: null,
    });
    const from = end - whole.length;
    return [tokenOf(index, part, index + part.length), tokenOf(from, whole, unitEnd)];
  });
  const others = line.tokens.filter((token) => !made.some((one) => token.start < one.end && token.end > one.start));
  return { ...line, tokens: [...others, ...made].sort((a, b) => a.start - b.start) };
}

/** Whether two figures are part and whole of 20/23. */
function isRatio(plain: string, part: FigureToken, whole: FigureToken): boolean {
  return part.type === "number" && whole.type === "number" && /^[/／]$/u.test(plain.slice(part.end, whole.start));
}

function asOfFrom(plain: string, token: DateToken, offset: number): number | null {
  if (!isAsOfDate(plain, token)) return null;
  const near = plain.slice(0, token.start);
  return offset + Math.max(...AS_OF_LEADS.map((word) => near.lastIndexOf(word)));
}

function isFigure(token: Token): token is FigureToken {
  return token.type === "percent" || (token.type === "number" && token.unit !== "");
}

/** End of a figure with its measure word. */
function endOf(token: FigureToken): number {
  return token.type === "number" ? token.unitEnd : token.end;
}

function piecesOf(line: Line, start: number, end: number, offset: number): readonly Piece[] {
  const figures = line.tokens.filter(
    (token): token is FigureToken => isFigure(token) && token.start >= start && token.end <= end,
  );
  const joined = new Set<number>();
  const pieces: Piece[] = [];
  let from = start;
  let stop = "";
  let bracketed = false;
  const cut = (to: number, next: string, inside: boolean): void => {
    if (to > from) pieces.push(pieceOf(line, figures, { from, to, stop, bracketed }, offset));
    from = to + 1;
    stop = next;
    bracketed = inside;
  };
  for (let at = start; at < end; at += 1) {
    const char = line.plain.charAt(at);
    if (figures.some((token) => at > token.start && at < token.end)) continue;
    if (STOPS.includes(char)) cut(at, char, bracketed);
    else if ("（(".includes(char)) {
      const close = closing(line.plain, at, end);
      if (holdsOwnFigure(line.plain, figures, { from, open: at, close })) joined.add(close);
      else if (figures.some((token) => token.start > at && token.start < close)) cut(at, char, true);
      else at = close;
    } else if ("）)".includes(char) && !joined.has(at)) cut(at, char, false);
    else if (char === "、" && figures.some((token) => token.start >= from && endOf(token) <= at))
      cut(at, char, bracketed);
  }
  if (end > from) pieces.push(pieceOf(line, figures, { from, to: end, stop, bracketed }, offset));
  return pieces;
}

/** 已完成（5个）, 完成率（50%）: brackets around nothing but the figure of the words before them. */
function holdsOwnFigure(
  plain: string,
  figures: readonly FigureToken[],
  { from, open, close }: { readonly from: number; readonly open: number; readonly close: number },
): boolean {
  if (plain.slice(from, open).trim() === "" || figures.some(({ start }) => start >= from && start < open)) return false;
  const own = figures.filter(({ start }) => start > open && start < close);
  const [first, last] = [own[0], own[own.length - 1]];
  if (first === undefined || last === undefined || own.length > 2) return false;
  if (plain.slice(open + 1, first.start).trim() !== "" || plain.slice(endOf(last), close).trim() !== "") return false;
  return own.length === 1 || isRatio(plain, first, last);
}

function closing(plain: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at += 1) if ("）)".includes(plain.charAt(at))) return at;
  return open;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly stop: string;
  readonly bracketed: boolean;
}

const ASIDE = /[（(]([^（）()]*)[）)]/gu;

function pieceOf(line: Line, all: readonly FigureToken[], { from, to, stop, bracketed }: Cut, offset: number): Piece {
  const own = all.filter((token) => token.start >= from && token.start < to);
  const raw = (start: number, end: number): string => hideDates(line, start, end);
  const asides: string[] = [];
  const words = (start: number, end: number): string =>
    raw(start, end)
      .replace(ASIDE, (_all, inside: string) => {
        asides.push(inside);
        return "";
      })
      .replace(/[（()）]/gu, " ");
  let at = from;
  const figures: PieceFigure[] = own.map((token, index) => {
    const before = words(at, token.start);
    at = endOf(token);
    const [prior, next] = [own[index - 1], own[index + 1]];
    const isPart = next !== undefined && isRatio(line.plain, token, next);
    const isWhole = prior !== undefined && isRatio(line.plain, prior, token);
    return { token, before, after: "", ratio: isPart ? "part" : isWhole ? "whole" : null };
  });
  const last = figures[figures.length - 1];
  const tail = words(at, to);
  if (last) last.after = tail;
  return { start: offset + from, end: offset + to, figures, text: last ? "" : tail, stop, asides, bracketed, offset };
}

/** What stands for a date that may narrow what is counted: 6月底前应完成的. */
const HIDDEN = "◇";
const AS_OF = reWith("u")`${AS_OF_LEADS}[到为至]?\s*$`;

/** Whether a date is the day up to which is counted: 截至12月22日. */
function isAsOfDate(plain: string, token: DateToken): boolean {
  return AS_OF.test(plain.slice(Math.max(0, token.start - 6), token.start));
}

/** A date between words is none of them: the as-of day says nothing of a figure, another may. */
function hideDates(line: Line, start: number, end: number): string {
  let text = line.plain.slice(start, end);
  for (const token of line.tokens) {
    if (token.type !== "date" || token.start < start || token.end > end) continue;
    const filler = isAsOfDate(line.plain, token) ? " " : HIDDEN;
    text = text.slice(0, token.start - start) + filler.repeat(token.end - token.start) + text.slice(token.end - start);
  }
  return text;
}
