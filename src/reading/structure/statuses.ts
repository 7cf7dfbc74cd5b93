/** How an item stands, as its answer tells it. */
import { added } from "../found";
import { skipBlanks } from "../headings";
import type { ItemStatus, Label, Line, Place } from "../types";
import { charTable, isIn } from "../../zh/plain";
import { reWith } from "../../zh/pattern";
import { readStatusText } from "../../zh/status";
import { behindFrame, statusOfSentence, statusOfWords } from "../../zh/status-sentence";
import { noticeParts as words } from "../../zh/words/notice-parts";
import { ANSWERS } from "./labels";

/** Begins 此项问题…, 该问题…, 本项…, 目前已…. */
const THIS = charTable("此该本目现");

/** A sentence of more characters, blanks and all, tells more than a status. */
const LONGEST_STATUS = 120;

/** An item tells its status once or twice. */
const MOST_STATUSES = 50;

const STATUSES_TEXT = reWith("u")`^${words.statusesText[0]}${words.statusesText[1]}`;
const STATUSES_TEXT_2 = reWith("u")`^${words.statusesText2}`;

const NO_STATUSES: readonly ItemStatus[] = [];

/**
 * Statuses told in an item: the value of a result label, the first sentence of an answer, and status sentences.
 * What is quoted stays as written.
 */
export function readStatuses(
  lines: readonly Line[],
  labels: readonly Label[],
  first: number,
  last: number,
  tells: StatusReader,
): readonly ItemStatus[] {
  let statuses: readonly ItemStatus[] = NO_STATUSES;
  const push = (place: Place, text: string, status: ItemStatus["status"] | null): void => {
    if (status === null) return;
    if (statuses.length >= MOST_STATUSES) return;
    for (const known of statuses) if (known.line === place.line && known.start === place.start) return;
    statuses = added(statuses, { line: place.line, start: place.start, end: place.end, text, status });
  };
  const pushBracket = (line: number, side: Bracket | null): void => {
    if (side) push({ line, start: side.start, end: side.end }, side.text, tells.sentence(side.text));
  };
  // Behind a status that is told already, 按计划推进 is what was done, and no second one.
  const hasResult = labels.some(({ name, line, end }) => name === "result" && (lines[line]?.plain ?? "").length > end);
  for (const label of labels) {
    const line = lines[label.line];
    if (!line || !ANSWERS.has(label.name)) continue;
    const own = bracketEnding(line.plain, label.end) ?? bracketBeginning(line.plain, label.end);
    if (own) push({ line: line.index, ...own }, own.text, tells.sentence(own.text));
    const end = firstSentenceEnd(line, label.end);
    if (end - label.end > LONGEST_STATUS) continue;
    const text = line.plain.slice(label.end, end);
    const place = { line: label.line, start: label.end, end };
    if (label.name === "result") push(place, text.trim(), text.length <= 40 ? tells.result(text.trim()) : null);
    // 整改情况：待验收。 is a status and nothing else, as in the ledger's own cell.
    else
      push(
        place,
        text.trim(),
        tells.sentence(text.trim()) ?? (hasResult || statuses.length > 0 ? null : statusAlone(text.trim(), tells)),
      );
  }
  const bare = labels.some(({ name }) => ANSWERS.has(name)) ? null : bareStatus(lines[first], tells);
  if (bare) push(bare, bare.text, bare.status);
  for (let index = first; index <= last; index++) {
    const line = lines[index];
    if (!line) continue;
    for (const sentence of line.sentences) {
      if (sentence.end - sentence.start > 60 || !isIn(THIS, line.plain, skipBlanks(line.plain, sentence.start)))
        continue;
      const text = line.plain.slice(sentence.start, sentence.end).trim();
      // 目前已完成整改。 closes an item; before its end it may be told of the problem.
      const isLast = index === last && sentence.end >= line.plain.trimEnd().length;
      if (STATUSES_TEXT.test(text) || (isLast && STATUSES_TEXT_2.test(text)))
        push(sentence, text, tells.sentence(text));
    }
    if (index === first) for (const side of problemBrackets(line, labels)) pushBracket(index, side);
    pushBracket(index, trailingBracket(line.plain));
  }
  return statuses;
}

/** 待验收。 or 此项问题待验收。: one expression and nothing else. */
function statusAlone(text: string, tells: StatusReader): ItemStatus["status"] | null {
  const words = text.slice(behindFrame(text)).replace(/(?<![。\s])[。\s]+$/u, "");
  return ONE_WORD.test(words) ? tells.result(words) : null;
}

/** 1.台账不清。已完成整改。…: the sentence right behind the problem is a status and nothing else. */
function bareStatus(line: Line | undefined, tells: StatusReader): ItemStatus | null {
  const second = line?.sentences[1];
  if (!line?.numbering || !second || second.end - second.start > LONGEST_BARE) return null;
  const text = line.plain.slice(second.start, second.end).replace(/(?<![。\s])[。\s]+$/u, "");
  const status = BARE.test(text.trim()) ? tells.result(text.trim()) : null;
  return (
    status && { line: line.index, start: second.start, end: second.start + text.length, text: text.trim(), status }
  );
}

/** One expression of few characters: no list, no count. */
const ONE_WORD = /^\s*[^\d，,；;、：:]{2,6}$/u;

const LONGEST_BARE = 16;
const BARE = reWith("u")`^${words.bareStatus}$`;

/** Reads statuses; the items of a notice tell theirs in the same few words, which are read once. */
export interface StatusReader {
  readonly result: (text: string) => ItemStatus["status"] | null;
  readonly sentence: (text: string) => ItemStatus["status"] | null;
}

/** @param speak says an office's own expressions in our words */
export function statusReader(speak: (text: string) => string): StatusReader {
  return {
    result: remember((text) => statusOfResult(speak(text))),
    sentence: remember((text) => statusOfSentence(speakBehindFrame(text, speak))),
  };
}

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

/** 此项问题合格: an office's own expression stands behind the words that name the matter. */
function speakBehindFrame(text: string, speak: (text: string) => string): string {
  const from = behindFrame(text);
  return text.slice(0, from) + speak(text.slice(from));
}

function statusOfResult(text: string): ItemStatus["status"] | null {
  const bare = text.replace(/(?<![。；;\s])[。；;\s]+$/u, "").trim();
  return readStatusText(bare, "problem") ?? statusOfWords(bare) ?? (bare.startsWith("完成") ? "done" : null);
}

function firstSentenceEnd(line: Line, from: number): number {
  for (const sentence of line.sentences) if (sentence.end > from) return sentence.end;
  return line.plain.length;
}

interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** 1.【已完成】学习不深入。 and 1.学习不深入（已完成整改）。整改情况：…: beside the problem. */
function problemBrackets(line: Line, labels: readonly Label[]): readonly (Bracket | null)[] {
  const from = line.numbering?.textStart ?? line.indent;
  const answer = labels.find((label) => label.line === line.index && ANSWERS.has(label.name));
  return [bracketBeginning(line.plain, from), answer ? bracketEnding(line.plain, answer.start) : null];
}

/** The bracket that begins at an offset, blanks aside. */
function bracketBeginning(plain: string, from: number): Bracket | null {
  const open = skipBlanks(plain, from);
  if (!OPENS.includes(plain[open] ?? " ")) return null;
  for (let close = open + 1; close < plain.length && close - open <= LONGEST_BRACKET; close++)
    if (CLOSES.includes(plain[close] ?? " "))
      return { start: open + 1, end: close, text: plain.slice(open + 1, close) };
  return null;
}

/** The bracket that ends before an offset, blanks and a full stop aside. */
function bracketEnding(plain: string, to: number): Bracket | null {
  let stop = to;
  while (" 。：:".includes(plain[stop - 1] ?? "-")) stop--;
  if (!CLOSES.includes(plain[stop - 1] ?? " ")) return null;
  for (let open = stop - 2; open >= 0 && stop - open <= LONGEST_BRACKET; open--)
    if (OPENS.includes(plain[open] ?? " "))
      return { start: open + 1, end: stop - 1, text: plain.slice(open + 1, stop - 1) };
  return null;
}

const OPENS = "（(【";
const CLOSES = "）)】";
const LONGEST_BRACKET = 24;

/** What a line that ends in a bracket ends with; other blanks than spaces are folded or rare, and tried below. */
const BRACKET_TAIL = charTable("）)】。\ufeff\u1680\u2028\u2029\u205f\v\f");

/** （已完成整改） at the end of a line. */
function trailingBracket(plain: string): Bracket | null {
  if (plain.length > 4000) return null;
  let last = plain.length - 1;
  while (last >= 0 && plain.charCodeAt(last) === 32) last--;
  return isIn(BRACKET_TAIL, plain, last) ? bracketEnding(plain, plain.trimEnd().length) : null;
}
