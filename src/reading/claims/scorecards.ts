/**
 * What a bulletin tells of its groups, by 进度类别: 截至12月22日，9个问题，已完成3个，达进度1个…; 分责任单位看，财务科3个问题，已完成1个…;
 * 欠进度的责任单位：财务科（2个）; and the rows of its annex, cells parted by tabs. It judges nothing.
 */
import { reWith } from "../../zh/pattern";
import { BULLETIN_HEADS, FIGURE_WORDS, GROUP_LEADS, TABLE_HEADS } from "../../zh/words/bulletin";
import { PROGRESS_WORDS } from "../../zh/words/template";
import type { Line, PercentToken, Place, Sentence } from "../types";
import { wholeAmount } from "./amounts";

/** What its groups are: units, sections, the meetings that gave the tasks. */
export type GroupedBy = keyof typeof BULLETIN_HEADS;

const CLASSES = ["ahead", "onTrack", "behind", "other"] as const;
/** base, doneOfBase: what a rate divides where that is not all. */
export type ScoreColumn = "total" | "done" | "rate" | "base" | "doneOfBase" | (typeof CLASSES)[number];

export interface ScoreFigure extends Place {
  readonly what: ScoreColumn;
  /** A whole number; of a rate its token. */
  readonly value: number | PercentToken;
}

export interface Scorecard {
  /** What is counted, as told: 问题, 信访件; "" where nothing says so. */
  readonly noun: string;
  /** The group, null for all there is. */
  readonly group: { readonly by: GroupedBy; readonly name: string } | null;
  readonly figures: readonly ScoreFigure[];
}

const SHORTEST_TABLE = 3;

/** All cards of a notice, in text order. */
export function scorecards(lines: readonly Line[]): readonly Scorecard[] {
  const cards: Scorecard[] = [];
  let columns: readonly (ScoreColumn | GroupedBy | null)[] | null = null;
  let title = "";
  for (const line of lines) {
    if (!line.text.includes("\t")) {
      columns = null;
      if (line.plain.trim() !== "") title = line.plain.trim();
      if (line.tokens.length > 0 && MAY_TELL.test(line.plain))
        for (const sentence of line.sentences) if (sentence.tokens.length > 0) cards.push(...cardsOf(line, sentence));
      continue;
    }
    const cells = line.text.split("\t").map((cell) => cell.trim());
    if (columns === null) columns = cells.length < SHORTEST_TABLE ? [] : cells.map(columnOf);
    else if (columns.length === cells.length && columns.includes("total")) {
      const card = rowCard(line, columns, TABLE_TITLE.exec(title)?.[1] ?? "");
      if (card) cards.push(card);
    }
  }
  return cards;
}

const CLASS_WORDS = CLASSES.flatMap((one) => PROGRESS_WORDS[one]);
const BY = Object.entries(GROUP_LEADS.by) as readonly [GroupedBy, readonly string[]][];
const MAY_TELL = reWith("u")`${[...CLASS_WORDS, ...BY.flatMap(([, words]) => words)]}`;
const LEAD = reWith("u")`^\s*([^，。；、\d]{0,8}?)(${BY.flatMap(([, words]) => words)})[，,：:]`;
const LAGGARDS = reWith("u")`^\s*([^，。；、\d]{0,8}?)${PROGRESS_WORDS.behind}${GROUP_LEADS.laggards}[：:]`;
/** 附表2：信访件进展情况统计表 */
const TABLE_TITLE = /[：:]([^：:\d]{0,12})进展情况统计表$/u;

function cardsOf(line: Line, sentence: Sentence): readonly Scorecard[] {
  const text = line.plain.slice(sentence.start, sentence.end);
  const laggards = LAGGARDS.exec(text);
  if (laggards) return laggardCards(line, sentence, laggards[1] ?? "", sentence.start + laggards[0].length);
  const lead = LEAD.exec(text);
  const by = lead && BY.find(([, words]) => words.includes(lead[2] ?? ""))?.[0];
  const from = sentence.start + (lead?.[0].length ?? 0);
  const cards: Scorecard[] = [];
  for (const [start, end] of members(line.plain, from, sentence.end)) {
    const card = memberCard(line, sentence, start, end, by ?? null);
    if (card) cards.push(lead && lead[1] !== "" ? { ...card, noun: lead[1] ?? "" } : card);
  }
  return cards;
}

/** Stretches between ；. */
function* members(plain: string, from: number, end: number): Generator<readonly [start: number, end: number]> {
  let start = from;
  for (let at = from; at <= end; at++)
    if (at === end || plain[at] === "；" || plain[at] === ";") {
      if (at > start) yield [start, at];
      start = at + 1;
    }
}

/** 财务科3个问题，已完成1个，完成率33%; without a group only what tells classes. */
function memberCard(
  line: Line,
  sentence: Sentence,
  start: number,
  end: number,
  by: GroupedBy | null,
): Scorecard | null {
  const { plain } = line;
  const tokens = sentence.tokens.filter((token) => token.start >= start && token.end <= end);
  const figures: ScoreFigure[] = [];
  let noun = "";
  let name = "";
  for (const token of tokens) {
    if (token.type !== "number" && token.type !== "percent") continue;
    const words = wordsBefore(plain, start, token.start);
    if (token.type === "percent") {
      const last = figures[figures.length - 1];
      // 办结6件（27%）
      const isBracketed =
        words === "" && last?.what === "done" && plain[token.start - 1] === "（" && token.start - last.end < 4;
      if (isBracketed || RATE.test(words)) figures.push({ ...placeOf(token), what: "rate", value: token });
      continue;
    }
    const value = wholeAmount(token);
    if (value === null || token.unit === "") continue;
    if (figures.length === 0) {
      name = by === null ? "" : words.replace(/共$/u, "").trim();
      if (by !== null && name === "") return null;
      const behind = /^[^，。；、（\d]*/u.exec(plain.slice(token.unitEnd, end))?.[0] ?? "";
      noun = behind === "" && by === null ? words.replace(/共$/u, "") : behind;
      figures.push({ ...placeOf(token), what: "total", value });
      continue;
    }
    const what = columnTold(words, figures);
    if (what !== null) figures.push({ ...placeOf(token), what, value });
  }
  const told = figures.slice(1);
  if (told.length === 0 || (by === null && !told.some(({ what }) => what !== "done" && what !== "rate"))) return null;
  return { noun: noun.trim(), group: by === null ? null : { by, name }, figures };
}

function placeOf({ line, start, end }: Place): Place {
  return { line, start, end };
}

/** The words of its piece right before a figure. */
function wordsBefore(plain: string, from: number, at: number): string {
  let start = at;
  while (start > from && !"，、；：（(,:".includes(plain[start - 1] ?? "，")) start--;
  return plain.slice(start, at).trim();
}

const DONE = reWith("u")`^${FIGURE_WORDS.done}$`;
const RATE = reWith("u")`^${FIGURE_WORDS.rate}$`;
const AMONG = /^其中/u;

const BASE = reWith("u")`^${FIGURE_WORDS.base}$`;

/** 完成率43%（应完成7个，其中已完成3个）: behind what was due, what of it is done. */
function columnTold(words: string, before: readonly ScoreFigure[]): ScoreColumn | null {
  const own = words.replace(AMONG, "");
  if (DONE.test(own)) return before.some(({ what }) => what === "base") ? "doneOfBase" : "done";
  if (BASE.test(own)) return "base";
  return CLASSES.find((one) => (PROGRESS_WORDS[one] as readonly string[]).includes(own)) ?? null;
}

/** 财务科（2个）、办公室（1个） */
function laggardCards(line: Line, sentence: Sentence, noun: string, from: number): readonly Scorecard[] {
  return sentence.tokens.flatMap((token): readonly Scorecard[] => {
    if (token.type !== "number" || token.start < from || line.plain[token.start - 1] !== "（") return [];
    const value = wholeAmount(token);
    const name = wordsBefore(line.plain, from, token.start - 1);
    if (value === null || name === "") return [];
    return [{ noun, group: { by: "unit", name }, figures: [{ ...placeOf(token), what: "behind", value }] }];
  });
}

const HEADS = Object.entries(BULLETIN_HEADS) as readonly [GroupedBy, string][];

function columnOf(head: string): ScoreColumn | GroupedBy | null {
  for (const [by, word] of HEADS) if (word === head) return by;
  for (const what of ["total", "done", "rate"] as const)
    if ((TABLE_HEADS[what] as readonly string[]).includes(head)) return what;
  return CLASSES.find((one) => (PROGRESS_WORDS[one] as readonly string[]).includes(head)) ?? null;
}

const ALL = "合计";

function rowCard(line: Line, columns: readonly (ScoreColumn | GroupedBy | null)[], noun: string): Scorecard | null {
  const figures: ScoreFigure[] = [];
  let group: Scorecard["group"] = null;
  let named = false;
  let at = 0;
  line.text.split("\t").forEach((cell, index) => {
    const what = columns[index] ?? null;
    const text = cell.trim();
    const start = at + cell.length - cell.trimStart().length;
    at += cell.length + 1;
    if (what === null || text === "") return;
    if (what === "unit" || what === "section" || what === "meeting") {
      named = true;
      if (text !== ALL) group = { by: what, name: text };
      return;
    }
    const place = { line: line.index, start, end: start + text.length };
    if (what === "rate") {
      const token = line.tokens.find((one): one is PercentToken => one.type === "percent" && one.start === start);
      if (token) figures.push({ ...place, what, value: token });
    } else if (/^\d{1,9}$/u.test(text)) figures.push({ ...place, what, value: Number(text) });
  });
  return named && figures.length > 0 ? { noun, group, figures } : null;
}
