/** What the ledger says of one item, as spans: problem, status, what was done. */
import { rawOf, type ColumnKey, type Item, type LedgerRow } from "../../ledger";
import { isErrorText } from "../../grid";
import type { CivilDate } from "../../zh/civil-date";
import { findPending, type PendingWords } from "../../zh/pending";
import { writeNumeral } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { statusOfSentence } from "../../zh/status-sentence";
import { itemSpans as wordsOf } from "../../zh/words/item-marks";
import type { Filler } from "./builder";
import type { TextCare } from "./edition";
import { markOf, type MarkStyle } from "./numbering";
import type { NoticeStyle } from "./notice-styles";
import { cellSpan, open, refOf, words } from "./spans";
import { statusInFront, statusRef, type StatusWording } from "./status-wording";
import { innerQuotes, needsStop, oneLine, ownPoints, paragraphsOf, withoutPause, withoutStop } from "./tidy";
import type { NoticeSpan } from "./types";
import { withoutNumber } from "../../zh/list-number";

interface ItemSpans {
  readonly problem: readonly NoticeSpan[];
  readonly status: readonly NoticeSpan[];
  readonly progress: readonly (readonly NoticeSpan[])[];
  /** What was done begins with the item's status already: 此项问题已完成整改。… */
  readonly tellsStatus: boolean;
  /** Words of what was done that do not go with 已完成; null where nothing speaks against it. */
  readonly doubt: string | null;
  readonly places: ReadonlyMap<string, Filler>;
}

/** How the texts of one notice are printed. */
export interface ItemManner {
  readonly care: TextCare;
  readonly wording: StatusWording;
  readonly asOf: CivilDate;
  /** An office's own words for what is not finished. */
  readonly pending?: PendingWords;
}

/** Characters of a problem that still make a title in quotation marks; longer ones are text. */
const LONGEST_QUOTE = 40;
/** Stops inside a problem: it is several sentences, and no title. */
const INNER_STOP = /[。！？；!?;]/u;

/** 关于“…”的问题 written in the cell already: the words inside. */
function insideAbout(text: string): string {
  const inside = /^关于[“"]?(.*?)[”"]?的?问题$/su.exec(text);
  return inside?.[1] === undefined || inside[1] === "" ? text : inside[1];
}

function isError(item: Item, of: Item | LedgerRow, field: ColumnKey): boolean {
  return isErrorText(rawOf(item.ledger, of, field));
}

function problemSpans(
  item: Item,
  style: NoticeStyle,
  manner: ItemManner,
  places: Map<string, Filler>,
): readonly NoticeSpan[] {
  const ref = refOf(item, item, "problem");
  const clean = (text: string): string => (ref === null ? text : manner.care.clean(text, ref, item.kind));
  const plain = (text: string): string => withoutNumber(oneLine(clean(text)));
  const asTitle = (text: string): string => insideAbout(withoutStop(plain(text)));
  const cell = isError(item, item, "problem") ? null : cellSpan(item, item, "problem");
  if (cell === null) places.set("问题", { ref });
  const title = cell === null ? "" : asTitle(cell.text);
  const quoted = style.problem.quoted && title.length <= LONGEST_QUOTE && !INNER_STOP.test(title);
  if (quoted) {
    const { before, after } = style.problem;
    return [words(before), cell === null ? open("问题") : { ...cell, text: innerQuotes(title) }, words(after)];
  }
  if (cell === null) return [open("问题")];
  const text = withoutPause(
    style.problem.quoted ? (withoutQuotes(plain(cell.text)) ?? plain(cell.text)) : plain(cell.text),
  );
  return [{ ...cell, text }, ...(needsStop(text) ? [words("。")] : [])];
}

/** 关于“…”的问题 around a text that is too long for it. */
function withoutQuotes(text: string): string | null {
  const inside = insideAbout(withoutStop(text));
  return inside === withoutStop(text) ? null : inside;
}

/** 长期坚持 is what remains to be done; 长期推进中 tells how it stands. */
const LASTING = reWith("u")`^长期${wordsOf.lasting}(?!中)`;

function statusSpans(
  item: Item,
  style: NoticeStyle,
  manner: ItemManner,
  places: Map<string, Filler>,
): readonly NoticeSpan[] {
  const { before, after, lasting = "" } = style.status;
  const said = manner.wording(item);
  const frame = (status: NoticeSpan): readonly NoticeSpan[] => [
    ...(before === "" || status.text.startsWith(before)
      ? []
      : [words(LASTING.test(status.text) ? before + lasting : before)]),
    status,
    words(after),
  ];
  if (said === null) {
    places.set("整改状态", { ref: statusRef(item) });
    return frame(open("整改状态"));
  }
  return frame({ type: "status", text: said.text, status: item.status, rows: said.refs });
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
  manner: ItemManner,
  places: Map<string, Filler>,
): readonly (readonly NoticeSpan[])[] {
  const cells = new Map<string, Extract<NoticeSpan, { type: "cell" }>>();
  const texts = new Set<string>();
  for (const row of item.rows) {
    if (isError(item, row, "progress")) continue;
    const written = cellSpan(item, row, "progress");
    if (written === null || texts.has(written.text)) continue;
    texts.add(written.text);
    const text = withoutStatusInFront(item, manner.care.clean(written.text, written.ref, item.kind));
    if (text === "") continue;
    const cell = { ...written, text };
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

/** A day or a share behind a status, and the stops between it and what was done. */
const BEHIND_STATUS = /^(?:[（(][\d\s.．/\-年月日%％]+[)）])?[，、；：。,;:\s]*/u;

/** What was done, without the status that the same cell begins with: the notice tells that by itself. */
function withoutStatusInFront(item: Item, text: string): string {
  const front = statusInFront(item, text);
  return front === null ? text : text.slice(front.length).replace(BEHIND_STATUS, "");
}

/** The first sentence of what was done. */
function firstSentence(progress: ItemSpans["progress"]): string {
  const [first = []] = progress;
  const cell = first.find((span) => span.type === "cell");
  return /^[^。；;]*/u.exec(cell?.text ?? "")?.[0] ?? "";
}

/** Words that speak against 已完成, for kinds that are rectified: letters and clues are told by their result. */
function doubtOf(item: Item, progress: ItemSpans["progress"], manner: ItemManner): string | null {
  if (item.status !== "done" || item.kind === "letter" || item.kind === "clue") return null;
  for (const span of progress.flat()) {
    const found = span.type === "cell" ? findPending(span.text, manner.asOf, manner.pending) : null;
    if (found !== null) return found;
  }
  return null;
}

/** Where the status has a line of its own, what was done says it no second time: 整改结果：正在整改。整改情况：正在整改。已…。 */
function withoutRepeatedStatus(
  progress: ItemSpans["progress"],
  status: ItemSpans["status"],
  { lines }: NoticeStyle,
): ItemSpans["progress"] {
  const [first = [], ...others] = progress;
  const said = status.find((span) => span.type === "status")?.text;
  const [cell, ...behind] = first;
  if (said === undefined || cell?.type !== "cell" || !lines.some(({ holds }) => holds === "status")) return progress;
  const sentence = firstSentence(progress);
  const rest = cell.text.slice(sentence.length).replace(/^[。；;]\s*/u, "");
  // What says nothing but the status stays: a line without words would ask for them.
  if (sentence !== said || rest === "") return progress;
  return [[{ ...cell, text: rest }, ...behind], ...others];
}

/** Everything a notice says of an item. */
export function itemSpans(item: Item, style: NoticeStyle, manner: ItemManner): ItemSpans {
  const places = new Map<string, Filler>();
  const progress = progressSpans(item, style, manner, places);
  const status = statusSpans(item, style, manner, places);
  return {
    problem: problemSpans(item, style, manner, places),
    status,
    progress: withoutRepeatedStatus(progress, status, style),
    tellsStatus: item.status !== "unknown" && statusOfSentence(firstSentence(progress)) === item.status,
    doubt: doubtOf(item, progress, manner),
    places,
  };
}
