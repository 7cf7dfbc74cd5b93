/**
 * The status of an item in its own words, as its cell says it. Plain ways of saying one status (已完成, 整改完成) that stand side
 * by side in one notice become one, ours: a notice that says the same in three ways is sent back. What says more than the
 * status (部分已整改，需要长期推进) always stays.
 */
import { readStatusText } from "../../zh/status";
import { inFullWidth } from "../../zh/full-width";
import { textOf, type ColumnKey, type Item, type LedgerRow } from "../../ledger";
import type { RowRef } from "../../tally";
import { STATUS_NAMES_BY_SUBJECT } from "../status-words";
import { HANDLED_STATUS_WORDS, NOTICE_STATUS_WORDS } from "./notice-styles";
import { refOf } from "./spans";
import { oneLine, withoutStop } from "./tidy";

/** Kinds that are handled (办理), not rectified. */
const HANDLED: ReadonlySet<string> = new Set(["letter", "clue", "matter"]);
/** Own words of a status: 是 is none, a whole report is none. */
const OWN_WORDS = { from: 3, to: 60 } as const;
/** 已整改到位, 已全部整改完成: nothing but the status in so few characters without a mark. */
const PLAIN_DONE = /^\p{Script=Han}{3,7}$/u;

interface SaidStatus {
  readonly text: string;
  /** Where it stands. */
  readonly refs: readonly RowRef[];
}

/** Words for the statuses of one notice; an item of unknown status has none. */
export type StatusWording = (item: Item) => SaidStatus | null;

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
  if (texts.size !== 1 || text === undefined) return { refs: Array.from(refs.values()), text: null };
  return { refs: Array.from(refs.values()), text: statusInFront(item, text) ?? text };
}

function ours(item: Item): string {
  if (item.status === "unknown") return "";
  return (HANDLED.has(item.kind) ? HANDLED_STATUS_WORDS : NOTICE_STATUS_WORDS)[item.status];
}

/** 已完成（2025.6.28）, 正在整改（60%）: a day or a share behind the status, which a notice tells elsewhere. */
const FIGURE_BEHIND = /[（(][\d\s.．/\-年月日%％]+[)）]$/u;
/** What a sentence may hold: 完成√, 已完成☆, Done and 60% are for cells. */
const IN_A_SENTENCE = /^(?=.*\p{Script=Han})[\p{Script=Han}\d，、；：（）“”《》%．.—-]+$/u;

/** The cell's words where they are a status by themselves; null for ticks, codes, reports. */
function ownWords(item: Item, text: string | null): string | null {
  if (text === null) return null;
  // 已 完 成 fills a narrow cell; in a sentence the blanks go.
  const bare = withoutStop(oneLine(text)).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
  const said = inFullWidth(bare.replace(FIGURE_BEHIND, ""));
  if (!IN_A_SENTENCE.test(said)) return null;
  if (said.length < OWN_WORDS.from || said.length > OWN_WORDS.to || said.includes("。")) return null;
  return readStatusText(said, item.kind) === item.status ? said : null;
}

/** 已完成，已归档: the status, and what the cell says behind it. */
function headOf(said: string): string {
  return /^[^，、；：（]*/u.exec(said)?.[0] ?? "";
}

/**
 * Where one cell tells how an item stands and what was done (已完成，已归档), the status it begins with; null where the two have
 * cells of their own, or the cell begins with no status. The whole cell where it tells nothing else.
 * @example statusInFront(item, "已完成，已归档。") // "已完成"
 * @example statusInFront(item, "已完成，并长期坚持。") // "已完成，并长期坚持"
 */
export function statusInFront(item: Item, text: string): string | null {
  const { status, progress } = item.ledger.columns;
  if (status === undefined || status.col !== progress?.col || (!item.statusOwn && item.rows.length > 1)) return null;
  const head = /^[^，、；：（。,;:(]*/u.exec(text)?.[0] ?? "";
  if (item.status === "unknown" || readStatusText(head, item.kind) !== item.status) return null;
  // 已完成，并长期坚持 tells nothing that was done: what stands behind is how it stands, too.
  const behind = readStatusText(
    withoutStop(text.slice(head.length).replace(/^[，、；：,;:\s]*[并且但仍]?/u, "")),
    item.kind,
  );
  return behind !== null && behind !== "unknown" && behind !== item.status ? withoutStop(text) : head;
}

function isPlain(item: Item, said: string): boolean {
  if (said === ours(item) || (item.status === "done" && PLAIN_DONE.test(said))) return true;
  const subject = item.kind === "accountability" ? "problem" : item.kind;
  return STATUS_NAMES_BY_SUBJECT[subject][item.status].includes(said);
}

/**
 * @param items all items of one notice
 * @example createWording(items)(items[0])?.text // "部分已整改，需要长期推进"
 */
export function createWording(items: Iterable<Item>): StatusWording {
  // What is handled has words of its own: 已办结 of letters makes 已完成 of problems no mixture.
  const keyOf = (item: Item): string => `${HANDLED.has(item.kind) ? "handled " : ""}${item.status}`;
  const plain = new Map<string, Set<string>>();
  for (const item of items) {
    if (item.status === "unknown") continue;
    const said = headOf(ownWords(item, statusCells(item).text) ?? ours(item));
    if (!isPlain(item, said)) continue;
    const known = plain.get(keyOf(item));
    if (known === undefined) plain.set(keyOf(item), new Set([said]));
    else known.add(said);
  }
  return (item) => {
    if (item.status === "unknown") return null;
    const { refs, text } = statusCells(item);
    const said = ownWords(item, text);
    if (said === null) return { text: ours(item), refs };
    const head = headOf(said);
    const mixed = (plain.get(keyOf(item))?.size ?? 0) > 1;
    return { text: mixed && isPlain(item, head) ? ours(item) + said.slice(head.length) : said, refs };
  };
}

/** Where the status of an item stands, for an open place. */
export function statusRef(item: Item): RowRef | null {
  return statusCells(item).refs[0] ?? null;
}
