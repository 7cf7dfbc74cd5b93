/**
 * Who says how an item stands, and of when: what settles several status columns (自报 and 认定, 6月 and 9月) and several
 * deadlines (原 and 调整后) without asking.
 */
import type { ColumnPrecedence } from "../types";
import { re } from "../../zh/pattern";
import { parseNumeral } from "../../zh/numerals";
import { columns as words } from "../../zh/words/columns";
import { STANDING } from "../../zh/words/header-parts";

type Voice = "self" | "plain" | "verified";

/**
 * Who speaks in a column.
 * @example voiceOf("整改状态/巡察办认定") // "verified"
 */
export function voiceOf(header: string): Voice {
  if (STANDING.self.some((word) => header.includes(word))) return "self";
  return STANDING.verified.some((word) => header.includes(word)) ? "verified" : "plain";
}

/**
 * Whether a column of acceptance stands beside one that tells plainly, and not in a unit's own words, how the work stands: a
 * person says whether what waits for acceptance counts as done.
 * @example isAcceptanceOf("验收情况", "完成情况") // true
 */
export function isAcceptanceOf(acceptance: string, work: string): boolean {
  return voiceOf(work) === "plain" && STANDING.acceptance.some((word) => acceptance.includes(word));
}

const VOICES: readonly Voice[] = ["self", "plain", "verified"];
const YEAR = /(20\d\d)年?/;
const PERIODS = words.month.map((pattern) => new RegExp(pattern));

/**
 * Place in time of the period that a header names; null where it names none.
 * @example headerPeriod("9月整改状态") // 900
 */
export function headerPeriod(header: string): number | null {
  if (STANDING.earlier.some((word) => header.includes(word))) return EARLIER;
  const year = Number(YEAR.exec(header)?.[1] ?? 0) * 10_000;
  for (const pattern of PERIODS) {
    const found = pattern.exec(header)?.[1];
    if (found !== undefined) return year + 100 * (/^\d/.test(found) ? Number(found) : (parseNumeral(found) ?? 0));
  }
  if (STANDING.later.some((word) => header.includes(word))) return Number.MAX_SAFE_INTEGER;
  return year > 0 ? year : null;
}

/** Place in time of what came before. */
const EARLIER = -1;

/** Whether a header is another without the word that tells of when it is. */
function isPlainOf(plain: string, other: string): boolean {
  return [...STANDING.earlier, ...STANDING.newest].some((word) => other !== plain && other.replace(word, "") === plain);
}

const AGAIN = re`${words.again}`;

/**
 * Whether a header names a second look (再次复查情况) beside a first one.
 * @example looksAgain("再次复查情况", "复查情况") // true
 */
export function looksAgain(header: string, first: string): boolean {
  return AGAIN.test(header) && !AGAIN.test(first) && voiceOf(header) === "verified" && voiceOf(first) === "verified";
}

/**
 * What settles one status column over another, null where nothing does; `wins` says which.
 * @example settleStatus("巡察办认定", "单位自报") // { wins: "first", by: "verified" }
 */
export function settleStatus(
  first: string,
  second: string,
): { readonly wins: "first" | "second"; readonly by: ColumnPrecedence } | null {
  // What a check found came before what was done about it.
  const found = [FOUND.test(first), FOUND.test(second)] as const;
  if (found[0] !== found[1]) return { wins: found[0] ? "second" : "first", by: "latest" };
  const times = [headerPeriod(first), headerPeriod(second)] as const;
  if (times[0] !== null && times[1] !== null && times[0] !== times[1])
    return { wins: times[0] > times[1] ? "first" : "second", by: "latest" };
  if (looksAgain(first, second)) return { wins: "first", by: "latest" };
  if (looksAgain(second, first)) return { wins: "second", by: "latest" };
  // 上年整改状态, 原整改状态 beside 整改状态; that beside 最新整改状态.
  if (isPlainOf(first, second)) return { wins: times[1] === EARLIER ? "first" : "second", by: "latest" };
  if (isPlainOf(second, first)) return { wins: times[0] === EARLIER ? "second" : "first", by: "latest" };
  const ranks = [VOICES.indexOf(voiceOf(first)), VOICES.indexOf(voiceOf(second))] as const;
  if (ranks[0] !== ranks[1]) return { wins: ranks[0] > ranks[1] ? "first" : "second", by: "verified" };
  return null;
}

const FOUND = re`^(?:.*/)?${words.found}$`;
const ADJUSTED = re`${words.adjusted}`;
const ORIGINAL = re`^(?:.*/)?${words.original}`;

/**
 * Whether a header names the deadline that an extension gave.
 * @example isAdjusted("延期至") // true
 */
export function isAdjusted(header: string): boolean {
  return ADJUSTED.test(header);
}

/** The same for deadlines: 调整后 before what no word tells, and that before 原. */
export function settleDeadline(
  first: string,
  second: string,
): { readonly wins: "first" | "second"; readonly by: ColumnPrecedence } | null {
  const rank = (header: string): number => (ADJUSTED.test(header) ? 2 : ORIGINAL.test(header) ? 0 : 1);
  const ranks = [rank(first), rank(second)] as const;
  return ranks[0] === ranks[1] ? null : { wins: ranks[0] > ranks[1] ? "first" : "second", by: "adjusted" };
}
