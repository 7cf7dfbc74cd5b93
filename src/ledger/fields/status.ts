/**
 * Status cells: what zh/status.ts reads from words, and what other values say. TRUE is done and FALSE notDone; the number 1
 * in a percent cell is done, 0 notDone, anything between ongoing.
 */
import { isErrorText, type CellValue } from "../../grid";
import { re } from "../../zh/pattern";
import { statusClause as words } from "../../zh/words/status-clause";
import { readShare } from "../../zh/status-clause";
import { readSlippedStatus, readStatusText } from "../../zh/status";
import { foldKey, trimText } from "../../zh/text";
import type { Kind, Status, StatusReading } from "../types";

/** What a rate counts as done. */
export type DoneDefinition = "done" | "basic" | "phased";

const READ: { readonly [S in Status]: StatusReading } = {
  done: { status: "done", state: "ok" },
  basic: { status: "basic", state: "ok" },
  phased: { status: "phased", state: "ok" },
  partial: { status: "partial", state: "ok" },
  ongoing: { status: "ongoing", state: "ok" },
  longTerm: { status: "longTerm", state: "ok" },
  notDone: { status: "notDone", state: "ok" },
  overdueDeclared: { status: "overdueDeclared", state: "ok" },
  extended: { status: "extended", state: "ok" },
  excluded: { status: "excluded", state: "ok" },
  unknown: { status: "unknown", state: "unknown" },
};
const SLIPPED = Object.fromEntries(
  Object.entries(READ).map(([status, reading]) => [status, { ...reading, slip: true }]),
) as { readonly [S in Status]: StatusReading };
const MISSING: StatusReading = { status: "unknown", state: "missing" };
const ERROR: StatusReading = { status: "unknown", state: "error" };

const CACHE_LIMIT = 20_000;
const CACHED_LENGTH = 400;
/** Longer cells hold no status. */
const MAX_RAW_LENGTH = 32_767;

/**
 * Reads a status cell. Pure; `createStatusReader` remembers what it has read.
 * @param kind decides words that mean something only there: 初核中 of a clue (线索).
 * @example readStatus("已完成整改，并长期坚持", "problem") // { status: "done", state: "ok" }
 * @example readStatus("尚未完成整改", "problem") // { status: "notDone", state: "ok" }
 */
export function readStatus(value: CellValue, kind: Kind): StatusReading {
  if (value === null) return MISSING;
  if (typeof value === "boolean") return value ? READ.done : READ.notDone;
  if (typeof value === "number") return READ[readShare(value * 100) ?? "unknown"];
  const common = COMMON.get(value);
  return common ?? readText(value, kind);
}

/** `readStatus` with a bounded memory: a ledger repeats few expressions many times. */
export function createStatusReader(): (value: CellValue, kind: Kind) => StatusReading {
  const byKind = new Map<Kind, Map<string, StatusReading>>();
  return (value, kind) => {
    if (typeof value !== "string" || value.length > CACHED_LENGTH) return readStatus(value, kind);
    let texts = byKind.get(kind);
    if (texts === undefined) byKind.set(kind, (texts = new Map()));
    const known = texts.get(value);
    if (known !== undefined) return known;
    const read = readStatus(value, kind);
    if (texts.size >= CACHE_LIMIT) texts.clear();
    texts.set(value, read);
    return read;
  };
}

const RANK: ReadonlyMap<Status, number> = new Map([
  ["partial", 0],
  ["longTerm", 1],
  ["phased", 2],
  ["basic", 3],
  ["done", 4],
]);

/**
 * The status of an item from those of its measures: excluded ones are dropped; any unknown makes it unknown; equal ones
 * stay; any of notDone, ongoing, extended, overdueDeclared makes it ongoing; else the lowest of partial, longTerm,
 * phased, basic, done. Nothing but excluded gives excluded, nothing at all unknown.
 * @example rollUp(["done", "basic", "excluded"]) // "basic"
 */
export function rollUp(statuses: readonly Status[]): Status {
  let lowest: Status | null = null;
  let equal = true;
  let open = false;
  for (const status of statuses) {
    if (status === "excluded") continue;
    if (status === "unknown") return "unknown";
    if (lowest !== null && status !== lowest) equal = false;
    const rank = RANK.get(status);
    if (rank === undefined) open = true;
    if (lowest === null || (rank ?? -1) < (RANK.get(lowest) ?? -1)) lowest = status;
  }
  if (lowest === null) return statuses.length > 0 ? "excluded" : "unknown";
  if (equal) return lowest;
  return open ? "ongoing" : lowest;
}

/**
 * Whether a status counts as done under a definition: done alone, done and basic, or done, basic and phased.
 * @example isCountedDone("basic", "done") // false
 */
export function isCountedDone(status: Status, done: DoneDefinition): boolean {
  if (status === "done") return true;
  if (status === "basic") return done !== "done";
  return status === "phased" && done === "phased";
}

function readText(raw: string, kind: Kind): StatusReading {
  const text = trimText(raw);
  if (text === "" || foldKey(text) === "") return MISSING;
  if (isErrorText(text)) return ERROR;
  if (text.length > MAX_RAW_LENGTH) return READ.unknown;
  const status = readStatusText(text, kind);
  if (status !== null) return READ[status];
  if (isInCourse(text)) return READ.ongoing;
  const slipped = readSlippedStatus(text, kind);
  return slipped === null ? READ.unknown : SLIPPED[slipped];
}

const IN_COURSE = /^[\u4e00-\u9fff]{2,6}中$/;
const NO_COURSE = re`${words.noCourse}中$|${words.denied}`;

/** 招标中, 方案制定中: whatever it is, it is in hand. Only for a cell that says nothing else. */
function isInCourse(text: string): boolean {
  const folded = foldKey(text.slice(0, 40));
  return IN_COURSE.test(folded) && !NO_COURSE.test(folded);
}

/** The expressions that fill most status columns, read once. */
const COMMON: ReadonlyMap<string, StatusReading> = new Map(
  [
    "完成",
    "已完成",
    "已完成整改",
    "已整改",
    "已整改完成",
    "整改完成",
    "完成整改",
    "整改到位",
    "已整改到位",
    "已办结",
    "办结",
    "已销号",
    "基本完成",
    "阶段性完成",
    "阶段性完成整改",
    "部分完成",
    "部分整改",
    "正在整改",
    "整改中",
    "推进中",
    "正在办理",
    "持续推进",
    "持续整改",
    "长期坚持",
    "未完成",
    "未整改",
    "未启动",
    "尚未完成",
    "是",
    "否",
  ].map((text) => [text, readText(text, "problem")] as const),
);
