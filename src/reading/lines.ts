/** Raw lines become lines with tokens, words and sentences. */
import { Found } from "./found";
import { readHeadingMark, skipBlanks } from "./headings";
import { foldLine } from "../zh/plain";
import { LINE_SIGN, readSigns } from "./signs";
import { scanLine } from "./tokens";
import { LINES_A_STEP } from "./steps";
import type { Line, Sentence, Token } from "./types";

/** A Word bookmark left at the beginning of a line: what follows is the line's real beginning. */
function skipResidue(plain: string, from: number): number {
  const at = skipBlanks(plain, from);
  if (plain[at] !== "[") return at;
  const end = plain.indexOf("]", at);
  return end > 0 && end - at < 60 && plain.startsWith("[bookmark", at) ? skipBlanks(plain, end + 1) : at;
}

/** Reads every line once. */
export function readLines(texts: readonly string[]): readonly Line[] {
  return texts.map((text, index) => readLine(text, index));
}

/** The same in steps. */
export function* linesInSteps(texts: readonly string[]): Generator<void, readonly Line[]> {
  const lines: Line[] = [];
  for (const text of texts) {
    lines.push(readLine(text, lines.length));
    if (lines.length % LINES_A_STEP === 0) yield;
  }
  return lines;
}

function readLine(text: string, index: number): Line {
  const written = readSigns(text);
  const folds = (written & LINE_SIGN.folded) !== 0;
  const plain = folds ? foldLine(text) : text;
  const indent = skipBlanks(plain, 0);
  const mark = readHeadingMark(plain, skipResidue(plain, 0));
  // The number of a heading is no figure: 7.2018年 begins with a year.
  const body = mark === null ? indent : mark.textStart;
  const scan = scanLine(plain, index, body);
  // Before the text only a bookmark's residue or a half-width bracket can be of interest.
  const first = plain[indent];
  const head = body > indent && (first === "[" || first === "(") ? scanLine(plain.slice(0, body), index, indent) : null;
  return {
    index,
    text,
    plain,
    tokens: scan.tokens,
    hits: head && head.hits.length > 0 ? [...head.hits, ...scan.hits] : scan.hits,
    half: head && head.half.length > 0 ? [...head.half, ...scan.half] : scan.half,
    numbering: mark,
    marks: scan.marks,
    sentences: splitSentences(index, plain.length, body, scan.sentenceEnds, scan.tokens),
    indent,
    signs: folds ? readSigns(plain) : written,
  };
}

const SENTENCES = new Found<Sentence>();
const NO_TOKENS: readonly Token[] = [];

function splitSentences(
  line: number,
  length: number,
  from: number,
  ends: readonly number[],
  tokens: readonly Token[],
): readonly Sentence[] {
  // Most lines are one sentence.
  if (from < length && (ends.length === 0 || (ends.length === 1 && ends[0] === length)))
    return [{ line, start: from, end: length, tokens }];
  const sentences = SENTENCES.begin();
  let start = from;
  let next = 0;
  const push = (end: number): void => {
    if (end <= start) return;
    const first = next;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < end) next++;
    sentences.push({ line, start, end, tokens: next > first ? tokens.slice(first, next) : NO_TOKENS });
    start = end;
  };
  for (const end of ends) push(end);
  push(length);
  return sentences.take();
}
