/**
 * Lists told with 分别: as many numbers as names (甲镇、乙镇、丙镇分别完成12个、15个、9个), and rates told side by side, each of
 * its own counts.
 */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { rates } from "../../zh/words/claim-rates";
import {
  type Line,
  type NumberToken,
  type PercentToken,
  type Sentence,
  type Place,
  RESPECTIVELY,
  endOf,
  respectivesOf,
  startingIn,
  exactText,
  exactValue,
} from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import type { RateFault } from "./rates";
import { mayBeOneSlipOfShare } from "./one-slip";

export interface ListFault {
  readonly place: Place;
  /** What is counted: names before 分别, members told, documents, persons. */
  readonly what: "respective" | "members" | "documents" | "names" | "places";
  readonly told: number;
  readonly found: number;
}

export function respectiveFaults(line: Line): readonly ListFault[] {
  if (!line.plain.includes(RESPECTIVELY)) return [];
  const faults: ListFault[] = [];
  for (const sentence of line.sentences)
    for (const { names, namesFrom, numbers, list } of respectivesOf(line, sentence)) {
      const last = numbers[numbers.length - 1];
      if (names === null || !last || names === numbers.length || names < 2) continue;
      if (mayBeFewer(list, numbers.length)) continue;
      // 、 may join more than a list's members where another number follows right behind.
      const tail = line.plain.slice(endOf(last), endOf(last) + 2);
      if (/^[、和及与]/u.test(tail) || tail.startsWith("等")) continue;
      faults.push({
        place: { line: line.index, start: namesFrom, end: endOf(last) },
        what: "respective",
        told: names,
        found: numbers.length,
      });
    }
  return faults;
}

/**
 * 信息传输、租赁和商务服务业增加值分别增长: where marks of two kinds stand, or the last name is longer than the others, one name
 * may hold a mark itself.
 */
function mayBeFewer(list: readonly string[], numbers: number): boolean {
  const last = list[list.length - 1] ?? "";
  const others = list.slice(0, -1);
  if (list.length <= numbers || others.length === 0) return false;
  // 甲镇、乙镇、丙镇; 教育局、民政局和住建局: alike, and so many.
  const ends = new Set(list.map((name) => name.slice(-1)));
  return ends.size > 1 && last.length > 3 && last.length > Math.max(...others.map((name) => name.length)) - 1;
}

/** The counts that rates are told of stand within so many characters before them. */
const LONGEST_LIST = 600;

const RATE = reWith("u")`率(?:均)?${leads.respectively}[^，。；]{0,4}$|占${rates.shareBehind}?[^，。；]{0,10}的?$`;

/** 完成率分别为80%、90%: each of the counts told in the same order before. */
export function respectiveRateFaults(line: Line): readonly RateFault[] {
  if (!line.plain.includes(RESPECTIVELY)) return [];
  const faults: RateFault[] = [];
  for (const sentence of line.sentences)
    for (const { numbers } of respectivesOf(line, sentence)) {
      const first = numbers[0];
      if (
        first?.type !== "percent" ||
        !RATE.test(line.plain.slice(Math.max(sentence.start, first.start - 12), first.start))
      )
        continue;
      const counts = startingIn(line.tokens, Math.max(sentence.start, first.start - LONGEST_LIST), first.start).filter(
        (token): token is NumberToken =>
          token.type === "number" && token.end <= first.start && !token.approx && token.unit !== "",
      );
      const n = numbers.length;
      const shared = counts[counts.length - 1];
      const isShared = shared !== undefined && SHARED.test(line.plain.slice(shared.unitEnd, first.start));
      const isList = areOfOneUnit(counts.slice(-n));
      const parts =
        (isList && counts.length > n ? null : respectively(line, sentence, first.start, n)) ??
        (isShared ? counts.slice(-n - 1, -1) : counts.slice(-n));
      const wholes = counts.filter((token) => !parts.includes(token));
      const turns = alternating(counts, n);
      if (turns) {
        const fits = numbers.map((token, at) => token.type === "percent" && isOf(token, turns[at]));
        // 31个已整改28个，77个已整改70个，整改率分别为…: each of its own whole; one of them must hold to be sure.
        if (fits.some(Boolean)) {
          numbers.forEach((token, at) => {
            const [whole, part] = turns[at] ?? [];
            if (token.type === "percent" && whole && part) push(faults, token, exactValue(part), exactValue(whole));
          });
          continue;
        }
      }
      const paired = pairedByUnit(counts, n);
      // 24个、75条，完成21个、72条，完成率分别为…: each of what bears its measure word; one of them must hold to be sure.
      if (paired?.some((turn, at) => numbers[at]?.type === "percent" && isOf(numbers[at], turn)) === true) {
        numbers.forEach((token, at) => {
          const [whole, part] = paired[at] ?? [];
          if (token.type === "percent" && whole && part) push(faults, token, exactValue(part), exactValue(whole));
        });
        continue;
      }
      if (counts.length === n && n > 2 && areOfOneUnit(parts)) {
        faults.push(...listShares(numbers, parts));
        continue;
      }
      if (parts.length < n || wholes.length === 0 || !areOfOneUnit(parts)) continue;
      const same = wholes.filter((whole) => whole.unit === parts[0]?.unit);
      // 满意的198件、基本满意的194件，收回意见表200份: the only other count may bear another measure word.
      const own = isShared ? [shared] : same.length === 0 && wholes.length === 1 ? wholes : same;
      if (own.length !== n && own.length !== 1) continue;
      // 45起和1起特大、1起重大分别占67.2%、40%: each of its own whole; one of them must hold to be sure.
      const pairs = numbers.map((_, at) => [own[at], parts[at]] as unknown as Turn);
      if (own.length > 1 && !numbers.some((token, at) => token.type === "percent" && isOf(token, pairs[at]))) continue;
      numbers.forEach((token, at) => {
        const part = parts[at];
        const whole = own.length === 1 ? own[0] : own[at];
        if (token.type === "percent" && part && whole) push(faults, token, exactValue(part), exactValue(whole));
      });
    }
  return faults;
}

const areOfOneUnit = (counts: readonly NumberToken[]): boolean => new Set(counts.map(({ unit }) => unit)).size === 1;

type Turn = readonly [whole: NumberToken, part: NumberToken];

/** Whole and part by turns, all of one measure word. */
function alternating(counts: readonly NumberToken[], n: number): readonly Turn[] | null {
  if (counts.length !== n * 2) return null;
  const turns = Array.from({ length: n }, (_, at) => [counts[at * 2], counts[at * 2 + 1]] as unknown as Turn);
  return turns.every(([whole, part]) => whole.unit === part.unit && exactValue(part) <= exactValue(whole))
    ? turns
    : null;
}

/** All wholes first, then what came of each, by the same measure words in the same order. */
function pairedByUnit(counts: readonly NumberToken[], n: number): readonly Turn[] | null {
  if (counts.length !== n * 2 || areOfOneUnit(counts)) return null;
  const turns = Array.from({ length: n }, (_, at) => [counts[at], counts[at + n]] as unknown as Turn);
  const fit = turns.every(([whole, part]) => whole.unit === part.unit && exactValue(part) <= exactValue(whole));
  return fit ? turns : null;
}

function isOf(token: PercentToken, turn: Turn | undefined): boolean {
  return turn !== undefined && isShareOf(token, exactValue(turn[1]), exactValue(turn[0]));
}

/** 咨询1800件、求助900件、投诉300件，分别占60%、30%和10%: shares of all of them, where all others are. */
function listShares(numbers: readonly (NumberToken | PercentToken)[], parts: readonly NumberToken[]): RateFault[] {
  const sum = parts.reduce((all, part) => all + exactValue(part), 0n);
  const off = numbers.flatMap((token, at) => {
    const part = parts[at];
    return token.type === "percent" && part && !isShareOf(token, exactValue(part), sum) ? [{ token, part }] : [];
  });
  const [only, more] = off;
  const faults: RateFault[] = [];
  if (only && !more) push(faults, only.token, exactValue(only.part), sum);
  return faults.map((fault) => ({ ...fault, severity: "warning" }));
}

/** 分别占总数180件的53.3%、30% */
const SHARED = /^[^，,。；;、]{0,6}的$/u;

/** As many counts told with a 分别 of their own before. */
function respectively(line: Line, sentence: Sentence, before: number, n: number): readonly NumberToken[] | null {
  const lists = respectivesOf(line, sentence)
    .filter(({ at }) => at < before)
    .map(({ numbers }) => numbers.filter((token) => token.type === "number"));
  return lists.filter((counts) => counts.length === n).pop() ?? null;
}

function push(faults: RateFault[], token: PercentToken, part: bigint, whole: bigint): void {
  if (token.approx || part > whole || isShareOf(token, part, whole)) return;
  // Of other counts, where no slip could have made it.
  if (!mayBeOneSlipOfShare(token, part, whole)) return;
  const cut = isCutOf(token, part, whole);
  faults.push({
    place: { line: token.line, start: token.start, end: token.end },
    label: "",
    written: token.text,
    numerator: exactText(part),
    denominator: exactText(whole),
    expected: shareText(part, whole, token.decimals),
    reading: cut ? "cut" : "",
    severity: cut ? "warning" : "error",
    ofDone: false,
  });
}
