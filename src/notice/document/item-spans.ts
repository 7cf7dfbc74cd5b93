/** What the ledger says of one item, as spans: problem, status, what was done. */
import { rawOf, textOf, type ColumnKey, type Item, type LedgerRow } from "../../ledger";
import { isErrorText } from "../../grid";
import type { RowRef } from "../../tally";
import type { OpenPlace } from "./builder";
import { writeNumeral } from "../../zh/numerals";
import { markOf, type MarkStyle } from "./numbering";
import { HANDLED_STATUS_WORDS, NOTICE_STATUS_WORDS, type NoticeStyle } from "./notice-styles";
import { cellSpan, open, refOf, words } from "./spans";
import {
  innerQuotes,
  needsStop,
  oneLine,
  ownPoints,
  paragraphsOf,
  withoutNumber,
  withoutPause,
  withoutStop,
} from "./tidy";
import type { NoticeSpan } from "./types";
import { reWith } from "../../zh/pattern";
import { itemSpans as wordsOf } from "../../zh/words/item-marks";

interface ItemSpans {
  readonly problem: readonly NoticeSpan[];
  readonly status: readonly NoticeSpan[];
  readonly progress: readonly (readonly NoticeSpan[])[];
  readonly places: ReadonlyMap<string, OpenPlace>;
}

/** Kinds that are handled (办理), not rectified. */
const HANDLED: ReadonlySet<string> = new Set(["letter", "clue", "matter"]);
/** Own words of a status say more than ours only within these lengths: 是 says less, a whole report is no status. */
const OWN_STATUS = { from: 3, to: 60 } as const;

/** 关于“…”的问题 written in the cell already: the words inside. */
function insideAbout(text: string): string {
  const inside = /^关于[“"]?(.*?)[”"]?的?问题$/su.exec(text);
  return inside?.[1] === undefined || inside[1] === "" ? text : inside[1];
}

function isError(item: Item, of: Item | LedgerRow, field: ColumnKey): boolean {
  return isErrorText(rawOf(item.ledger, of, field));
}

function problemSpans(item: Item, style: NoticeStyle, places: Map<string, OpenPlace>): readonly NoticeSpan[] {
  const { before, after, quoted } = style.problem;
  const tidy = (text: string): string => {
    const plain = withoutNumber(oneLine(text));
    return quoted ? innerQuotes(insideAbout(withoutStop(plain))) : withoutPause(plain);
  };
  const cell = isError(item, item, "problem") ? null : cellSpan(item, item, "problem", tidy);
  if (cell === null) places.set("问题", { ref: refOf(item, item, "problem") });
  const problem = cell ?? open("问题");
  const stop = !quoted && cell !== null && needsStop(cell.text) ? [words("。")] : [];
  return [...(before === "" ? [] : [words(before)]), problem, ...(after === "" ? [] : [words(after)]), ...stop];
}

/** The cells a status was read from, and their one common text; null where they differ. */
function statusCells(item: Item): { readonly refs: readonly RowRef[]; readonly text: string | null } {
  const field: ColumnKey = item.ledger.columns.status === undefined ? "signOff" : "status";
  const holders: readonly (Item | LedgerRow)[] = item.statusOwn ? [item] : item.rows;
  const refs = new Map<string, RowRef>();
  const texts = new Set<string>();
  for (const holder of holders) {
    const ref = refOf(item, holder, field);
    if (ref === null) continue;
    refs.set(`${ref.row}:${ref.col}`, ref);
    texts.add(textOf(item.ledger, holder, field));
  }
  const [text] = texts;
  return { refs: Array.from(refs.values()), text: texts.size === 1 && text !== undefined ? text : null };
}

function statusSpans(item: Item, style: NoticeStyle, places: Map<string, OpenPlace>): readonly NoticeSpan[] {
  const { before, after, own } = style.status;
  const { refs, text } = statusCells(item);
  const frame = (status: NoticeSpan): readonly NoticeSpan[] => [
    ...(before === "" ? [] : [words(before)]),
    status,
    words(after),
  ];
  if (item.status === "unknown") {
    places.set("整改状态", { ref: refs[0] ?? null });
    return frame(open("整改状态"));
  }
  const ours = HANDLED.has(item.kind) ? HANDLED_STATUS_WORDS : NOTICE_STATUS_WORDS;
  // 已 完 成 fills a narrow cell; in a sentence the blanks go.
  const said =
    text === null ? "" : withoutStop(oneLine(text)).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
  const useOwn = own && said.length >= OWN_STATUS.from && said.length <= OWN_STATUS.to;
  return frame({ type: "status", text: useOwn ? said : ours[item.status], status: item.status, rows: refs });
}

/** Starts like a point of a list of its own: 一是, 1., （一）, ①. */
const OWN_POINTS = reWith("u")`^${wordsOf.ownPoints}`;

/**
 * The paragraphs of a cell. Numbers of its own go below those of the notice: 1. under an item 1. would read as the next item
 * (GB/T 9704—2012, 7.3.3: 一、（一）1.（1）).
 */
function pointsOf(cell: Extract<NoticeSpan, { type: "cell" }>, style: NoticeStyle): readonly (readonly NoticeSpan[])[] {
  const paragraphs = paragraphsOf(cell.text).map((text) => ({ text, points: ownPoints(text) }));
  const levels = [...new Set(paragraphs.flatMap(({ points }) => points?.map((point) => point.level) ?? []))].sort();
  const marks: readonly MarkStyle[] =
    style.parents && style.below.mark === "bracket" ? ["circled"] : ["bracket", "circled"];
  return paragraphs.map(({ text, points }) => {
    const stop = needsStop(text) ? [words("。")] : [];
    if (points === null) return [{ ...cell, text }, ...stop];
    const spans = points.flatMap((point): readonly NoticeSpan[] => {
      const mark = marks[Math.min(levels.indexOf(point.level), marks.length - 1)] ?? "circled";
      return [words(markOf(mark, point.number)), { ...cell, text: point.text }];
    });
    return [...spans, ...stop];
  });
}

/**
 * What was done. One cell: its own paragraphs. Several rows: 一是…；二是…。 in one paragraph, unless their texts are lists of
 * their own already. Never a measure: that is a plan.
 */
function progressSpans(
  item: Item,
  style: NoticeStyle,
  places: Map<string, OpenPlace>,
): readonly (readonly NoticeSpan[])[] {
  const cells = new Map<string, Extract<NoticeSpan, { type: "cell" }>>();
  const texts = new Set<string>();
  for (const row of item.rows) {
    if (isError(item, row, "progress")) continue;
    const cell = cellSpan(item, row, "progress");
    if (cell === null || texts.has(cell.text)) continue;
    texts.add(cell.text);
    cells.set(`${cell.ref.row}:${cell.ref.col}`, cell);
  }
  const list = Array.from(cells.values());
  if (list.length === 0) {
    const holder = item.rows[0] ?? item;
    places.set("整改情况", { ref: refOf(item, holder, "progress") });
    return [[open("整改情况"), words("。")]];
  }
  const whole =
    list.length === 1 || list.some((cell) => OWN_POINTS.test(cell.text) || paragraphsOf(cell.text).length > 1);
  if (whole) {
    return list.flatMap((cell) => pointsOf(cell, style));
  }
  return [
    list.flatMap((cell, index) => [
      words(`${writeNumeral(index + 1)}是`),
      { ...cell, text: withoutStop(cell.text) },
      words(index === list.length - 1 ? "。" : "；"),
    ]),
  ];
}

/** Everything a notice says of an item. */
export function itemSpans(item: Item, style: NoticeStyle): ItemSpans {
  const places = new Map<string, OpenPlace>();
  return {
    problem: problemSpans(item, style, places),
    status: statusSpans(item, style, places),
    progress: progressSpans(item, style, places),
    places,
  };
}
