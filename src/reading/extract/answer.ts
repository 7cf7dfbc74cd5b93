/** What an item's answer holds: measures, progress, deadline, unit. */
import { compareDates, type CivilDate } from "../../zh/civil-date";
import { labelsIn } from "../claims/within";
import { earliestDay } from "../claims/answers";
import type { DateToken, Label, LabelName, Line, ReadNotice, ReadItem, Place } from "../types";
import { statusWording, wordingPlace } from "../../zh/status-sentence";
import { ANSWERS } from "../structure/labels";
import { reWith } from "../../zh/pattern";
import { answer as words } from "../../zh/words/notice-parts";

/** Text under one label, or the whole answer of an item without labels. */
interface Block {
  readonly name: LabelName | null;
  /** The label as it is written. */
  readonly word?: string;
  readonly pieces: readonly (Place & { readonly text: string })[];
}

const ORDINAL_BEFORE = "。；，、：:;,！？）)①②③④⑤⑥⑦⑧⑨⑩”　 ";

/** Splits an item's lines into blocks by its labels. */
function blocksOf(document: ReadNotice, item: ReadItem): readonly Block[] {
  const labels = labelsIn(document.labels, item.firstLine, item.lastLine);
  const start = item.progressLine ?? item.lastLine + 1;
  if (labels.length === 0) {
    const pieces = linesBetween(document, start, item.lastLine);
    return pieces.length > 0 ? [{ name: null, pieces }] : [];
  }
  return labels.map((label, index) => ({
    name: label.name,
    word: label.word,
    pieces: piecesOf(document, item, label, labels[index + 1]),
  }));
}

function linesBetween(document: ReadNotice, first: number, last: number): readonly (Place & { text: string })[] {
  const pieces: (Place & { text: string })[] = [];
  for (let index = first; index <= last; index++) {
    const line = document.lines[index];
    const piece = pieceOf(line, line?.indent ?? 0, line?.text.length ?? 0);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

function piecesOf(
  document: ReadNotice,
  item: ReadItem,
  label: Label,
  next: Label | undefined,
): readonly (Place & { text: string })[] {
  const pieces: (Place & { text: string })[] = [];
  const last = next ? next.line : item.lastLine;
  for (let index = label.line; index <= last; index++) {
    const line = document.lines[index];
    if (!line) continue;
    const from = index === label.line ? label.end : line.indent;
    // A heading's mark before the next label belongs to that label.
    const to = next && index === next.line ? Math.max(from, markStart(line, next.start)) : line.text.length;
    const piece = pieceOf(line, from, to);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

function markStart(line: Line, at: number): number {
  return line.numbering !== null && line.numbering.textStart === at ? line.numbering.start : at;
}

function pieceOf(line: Line | undefined, start: number, end: number): (Place & { text: string }) | null {
  const text = line?.text.slice(start, end).trim() ?? "";
  return line === undefined || text === "" ? null : { line: line.index, start, end, text };
}

interface Answer {
  /** What was planned, where 整改措施 stands apart from what was done. */
  readonly measures: readonly string[];
  /** The whole answer as it is written, a paragraph a line; without the status that its cell holds. Null where there is none. */
  readonly progress: string | null;
  readonly unit: string | null;
  readonly leader: string | null;
  readonly person: string | null;
}

/**
 * What a notice says was done about an item, and its other fields. The answer is one text: 一是…；二是… in it are told of what
 * was done, and stay where a notice will look for them. Only what stands under 整改措施 beside an answer of its own is a plan, too.
 * @param inHeading what follows the problem in its own line
 */
export function readAnswer(document: ReadNotice, item: ReadItem, inHeading: Place | null): Answer {
  const blocks = blocksOf(document, item);
  const lead = inHeading === null ? null : pieceOf(document.lines[inHeading.line], inHeading.start, inHeading.end);
  const told: readonly Block[] = [
    ...(lead === null ? [] : [{ name: null, pieces: [lead] }]),
    ...blocks.filter(({ name }) => name === null || ANSWERS.has(name)),
  ];
  const isPlan = (block: Block): boolean => block.name === "measures" && words.plan.some((word) => word === block.word);
  const plans = blocks.filter((block) => isPlan(block) && block.pieces.length > 0);
  const beside = told.some((block) => !isPlan(block) && withoutStatus(document, item, [block]).length > 0);
  const valueOf = (name: LabelName): string | null => joined(blocks.filter((block) => block.name === name));
  const texts = withoutStatus(document, item, told);
  return {
    measures: beside ? plans.flatMap((block) => splitMeasures(document, block)) : [],
    // An item of which nothing but its status is told: that is the answer.
    progress: texts.length > 0 ? texts.join("\n") : joined(told),
    unit: trimmed(valueOf("unit")),
    leader: trimmed(valueOf("leader")),
    person: trimmed(valueOf("person")),
  };
}

function joined(blocks: readonly Block[]): string | null {
  const text = blocks.flatMap((block) => block.pieces.map((piece) => piece.text)).join("\n");
  return text === "" ? null : text;
}

function trimmed(text: string | null): string | null {
  return text === null ? null : text.replace(/(?<![。；;，,])[。；;，,]+$/u, "").trim() || null;
}

/** The texts of blocks; where a piece begins with the item's status, that is left to the status cell. */
function withoutStatus(document: ReadNotice, item: ReadItem, blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      const line = document.lines[piece.line];
      const text = line?.text.slice(behindStatus(line, piece, item), piece.end).trim() ?? "";
      return text === "" ? [] : [text];
    }),
  );
}

/** Behind 「此项问题已完成整改。」 or 「（已完成整改）」 at the beginning of a piece; what follows in the sentence stays. */
function behindStatus(line: Line, piece: Place, item: ReadItem): number {
  const counts = item.statuses[0];
  for (const status of item.statuses) {
    if (status.line !== line.index || status.status !== counts?.status) continue;
    const before = line.plain.slice(piece.start, status.start).trim();
    if (before !== "" && !STATUS_OPENS.includes(before)) continue;
    if (statusWording(status.text) !== statusWording(counts.text)) continue;
    const text = line.plain.slice(status.start, status.end);
    // (blanks before the first word are no part of its frame)
    const blank = text.length - text.trimStart().length;
    const end = status.start + blank + wordingPlace(text.slice(blank)).end;
    return end + (BEHIND_STATUS.exec(line.plain.slice(end, piece.end))?.[0].length ?? 0);
  }
  return piece.start;
}

const STATUS_OPENS = "（(【";
const BEHIND_STATUS = /^[\s）)】]*[。；;，,：:]?\s*/u;

/** 一是…；二是…: one measure each; text before the first is led in, text without any is one measure. */
function splitMeasures(document: ReadNotice, block: Block): readonly string[] {
  const measures: string[] = [];
  let current = "";
  let ordinals = 0;
  const push = (): void => {
    const text = current.replace(/(?<![；;。])[；;。]+$/u, "").trim();
    if (text !== "") measures.push(text);
    current = "";
  };
  for (const piece of block.pieces) {
    const line = document.lines[piece.line];
    if (!line) continue;
    let from = piece.start;
    for (const hit of line.hits) {
      if (hit.topic !== "ordinal" || hit.start < from || hit.start >= piece.end || !isOrdinal(line, hit.start))
        continue;
      current += line.text.slice(from, hit.start);
      // What leads in before 一是 is no measure of its own.
      if (ordinals === 0 && hit.value === "1") current = "";
      else push();
      ordinals++;
      from = hit.start;
    }
    const rest = line.text.slice(from, piece.end).trim();
    // 1.…, （1）…: a measure a line.
    if (current !== "" && line.numbering !== null && piece.start === line.indent) push();
    current += current === "" || rest === "" ? rest : `\n${rest}`;
  }
  push();
  return measures;
}

function isOrdinal(line: Line, at: number): boolean {
  const before = line.plain[at - 1];
  return before === undefined || ORDINAL_BEFORE.includes(before);
}

interface FoundDeadline {
  readonly text: string;
  readonly place: Place;
  readonly from: "label" | "text";
  readonly hasYear: boolean;
}

const PROMISE = reWith("u")`${words.promise}`;

const DEADLINE_TEXT = reWith("u")`${words.deadlineText}`;

/** The item's deadline: under its label, else the latest day promised in its answer. */
export function findDeadline(document: ReadNotice, item: ReadItem, afterDay: CivilDate | null): FoundDeadline | null {
  const label = labelsIn(document.labels, item.firstLine, item.lastLine).find((one) => one.name === "deadline");
  if (label) {
    const line = document.lines[label.line];
    const stop = line ? /[。；;]/u.exec(line.text.slice(label.end)) : null;
    const end = stop ? label.end + stop.index : (line?.text.trimEnd().length ?? label.end);
    const text = line?.text.slice(label.end, end).trim() ?? "";
    if (text !== "")
      return {
        text,
        place: { line: label.line, start: label.end, end },
        from: "label",
        hasYear: DEADLINE_TEXT.test(text),
      };
  }
  let best: { found: FoundDeadline; day: CivilDate | null } | null = null;
  for (let index = item.progressLine ?? item.lastLine + 1; index <= item.lastLine; index++) {
    const line = document.lines[index];
    if (!line) continue;
    for (const token of line.tokens) {
      if (token.type !== "date") continue;
      const end = promiseEnd(line, token);
      if (end < 0) continue;
      const day = token.year === null ? null : earliestDay(token, null);
      if (day && afterDay && compareDates(day, afterDay) < 0) continue;
      const found: FoundDeadline = {
        text: line.text.slice(token.start, end),
        place: { line: index, start: token.start, end },
        from: "text",
        hasYear: token.year !== null,
      };
      if (!best || isLater(day, best.day)) best = { found, day };
    }
  }
  return best?.found ?? null;
}

const PROMISE_END_WORD = reWith("u")`^${words.promiseEndWord}`;
const PROMISE_END_PART = reWith("u")`${words.promiseEndPart}`;
const PROMISE_END_AFTER = reWith("u")`^[^，。；]{0,6}${words.promiseEndAfter}`;

/** End of a date that is a promise (底前, 前, 争取…底), -1 where it is none. */
function promiseEnd(line: Line, token: DateToken): number {
  if (token.month === null && token.part === "") return -1;
  const after = line.plain.slice(token.end, token.end + 12);
  const before = line.plain.slice(Math.max(0, token.start - 12), token.start);
  const word = PROMISE_END_WORD.exec(after)?.[0];
  if (word !== undefined) return token.end + word.length;
  if (token.day !== null) return -1;
  if (PROMISE_END_PART.test(token.part) && (PROMISE.test(before) || PROMISE_END_AFTER.test(after))) return token.end;
  return PROMISE.test(before) && !/已/u.test(before) ? token.end : -1;
}

/** A day with a year is worth more than one without; of two, the later; of two without, the later told. */
function isLater(day: CivilDate | null, than: CivilDate | null): boolean {
  if (day === null) return than === null;
  return than === null || compareDates(day, than) >= 0;
}
