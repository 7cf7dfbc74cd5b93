/**
 * What a bulletin tells of its groups, by 进度类别: 截至12月22日，9个问题，已完成3个，达进度1个…; 分责任单位看，财务科3个问题，已完成1个…;
 * 欠进度的责任单位：财务科（2个）; and the rows of its annex, cells parted by tabs. It judges nothing.
 */
import { reWith } from "../../zh/pattern";
import { announced } from "../../zh/words/announced";
import { BULLETIN_HEADS, FIGURE_WORDS, GROUP_LEADS } from "../../zh/words/bulletin";
import { TABLE_OTHER_TIMES, TABLE_PARTIAL } from "../../zh/words/figure-tables";
import { PROGRESS_WORDS } from "../../zh/words/template";
import type { Line, PercentToken, Place, Sentence } from "../types";
import { wholeAmount } from "./amounts";
import { figureTables, type FigureTable, type GroupedBy } from "./figure-tables";

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
  /** The table whose row it is, null for a sentence. */
  readonly table: FigureTable | null;
}

/** All cards of a notice, in text order; those of its tables last. */
export function scorecards(lines: readonly Line[]): readonly Scorecard[] {
  const cards: Scorecard[] = [];
  for (const line of lines)
    if (line.tokens.length > 0 && !line.text.includes("\t") && MAY_TELL.test(line.plain))
      for (const sentence of line.sentences) if (sentence.tokens.length > 0) cards.push(...cardsOf(line, sentence));
  return [...cards, ...figureTables(lines).flatMap(tableCards)];
}

const CLASS_WORDS: readonly string[] = CLASSES.flatMap((one) => PROGRESS_WORDS[one]);
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
    // 超进度1项，达进度4项: classes of the whole that is told elsewhere.
    const isClass = by === null && CLASS_WORDS.includes(words);
    if (figures.length === 0 && !isClass) {
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
  const told = figures.filter(({ what }, index) => index > 0 || what !== "total");
  if (told.length === 0 || (by === null && !told.some(({ what }) => what !== "done" && what !== "rate"))) return null;
  return { noun: noun.trim(), group: by === null ? null : { by, name }, figures, table: null };
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
    return [
      { noun, group: { by: "unit", name }, figures: [{ ...placeOf(token), what: "behind", value }], table: null },
    ];
  });
}

/** A table's rows as cards; of a table of another time or of some only there are none. */
function tableCards(table: FigureTable): readonly Scorecard[] {
  const noun =
    TABLE_TITLE.exec(table.title)?.[1] ?? table.columns.find((column) => column?.what === "total")?.noun ?? "";
  if (NOT_ALL.test(table.title)) return [];
  return table.rows.flatMap((row): readonly Scorecard[] => {
    if (row.kind === "other") return [];
    const figures = row.cells.flatMap((cell, index): readonly ScoreFigure[] => {
      const what = table.columns[index]?.what;
      if (!cell || cell.value === null || what === undefined || NOT_HELD.has(what) || what in BULLETIN_HEADS) return [];
      return [{ ...placeOf(cell), what: what as ScoreColumn, value: cell.value }];
    });
    const group = row.kind === "all" ? null : { by: table.by, name: row.name };
    return figures.length > 0 ? [{ noun, group, figures, table }] : [];
  });
}

/** What else is due or stands between done and not: which items those are the ledger tells in other words. */
const NOT_HELD: ReadonlySet<string> = new Set(["part", "base"]);
const NOT_ALL = reWith("u")`${[...announced.foreign, ...TABLE_PARTIAL, ...TABLE_OTHER_TIMES]}`;
