/**
 * Lists told with 分别: as many numbers as names (甲镇、乙镇、丙镇分别完成12个、15个、9个), and rates told side by side, each of
 * its own counts.
 */
import { reWith } from "../../zh/pattern";
import { leads, listed as words } from "../../zh/words/claims";
import type { Line, NumberToken, PercentToken, Place, Sentence, Token } from "../types";
import { exactText, exactValue } from "./amounts";
import { parseCount } from "../../zh/numerals";
import { isCutOf, isShareOf, shareText } from "./percents";
import type { RateFault } from "./rates";

export interface ListFault {
  readonly place: Place;
  /** What is counted: names before 分别, members told, documents, persons. */
  readonly what: "respective" | "members" | "documents" | "names" | "places";
  readonly told: number;
  readonly found: number;
}

type Amount = NumberToken | PercentToken;

/** A 分别 with the numbers it leads in. */
export interface Respective {
  readonly at: number;
  readonly names: number | null;
  readonly namesFrom: number;
  readonly numbers: readonly Amount[];
}

const WORD = "分别";
const LONGEST_HEAD = 16;
const LONGEST_NAMES = 60;

export function respectivesOf(line: Line, sentence: Sentence): readonly Respective[] {
  const { plain } = line;
  const found: Respective[] = [];
  for (let at = plain.indexOf(WORD, sentence.start); at >= 0 && at < sentence.end; at = plain.indexOf(WORD, at + 2)) {
    const numbers = numbersAfter(line, sentence, at + 2);
    if (numbers.length < 2) continue;
    found.push({ at, numbers, ...namesBefore(line, sentence, at) });
  }
  return found;
}

const endOf = (token: Amount): number => (token.type === "number" ? token.unitEnd : token.end);

function numbersAfter(line: Line, sentence: Sentence, from: number): readonly Amount[] {
  const list: Amount[] = [];
  let last = from;
  for (const token of sentence.tokens) {
    if (token.start < from) continue;
    if (token.type !== "number" && token.type !== "percent") break;
    const first = list[0];
    const between = line.plain.slice(last, token.start);
    if (!first) {
      if (between.length > LONGEST_HEAD || /[，。；、]/u.test(between)) break;
    } else if (token.type !== first.type || !LIST_MARK.test(between)) break;
    else if (token.type === "number" && first.type === "number" && token.unit !== first.unit) break;
    list.push(token);
    last = endOf(token);
  }
  return list;
}

const LIST_MARK = /^\s*[、和与及]\s*$/u;
const COUNTED = reWith("u")`([一二两三四五六七八九十\d]{1,3})个?${words.places}$`;
const ORDINALS = /第[一二三四五六七八九十](?:[、和][一二三四五六七八九十])+/u;

/** How many names the clause before 分别 lists; null where it tells none or not all. */
function namesBefore(line: Line, sentence: Sentence, at: number): { names: number | null; namesFrom: number } {
  const floor = Math.max(sentence.start, at - LONGEST_NAMES);
  let from = at;
  while (from > floor && !/[，。；：:,;（(]/u.test(line.plain[from - 1] ?? "")) from--;
  const text = line.plain.slice(from, at).trim();
  if (text === "" || text.includes("等") || /\d[^个]/u.test(text.replace(/\d+个/u, "")))
    return { names: null, namesFrom: from };
  const counted = COUNTED.exec(text)?.[1];
  const value =
    counted === undefined ? null : counted === "两" ? 2 : (parseCount(counted) ?? (Number(counted) || null));
  if (value !== null) return { names: value, namesFrom: from };
  const parts = text.split(/[、和与及]/u).filter((part) => part.trim() !== "");
  if (parts.length < 2 || parts.slice(1).some((part) => part.length > LONGEST_HEAD))
    return { names: null, namesFrom: from };
  if (ORDINALS.test(text) || parts.every((part) => part.length <= 8) || text.includes("数"))
    return { names: parts.length, namesFrom: from };
  return { names: null, namesFrom: from };
}

export function respectiveFaults(line: Line): readonly ListFault[] {
  if (!line.plain.includes(WORD)) return [];
  const faults: ListFault[] = [];
  for (const sentence of line.sentences)
    for (const { names, namesFrom, numbers } of respectivesOf(line, sentence)) {
      const last = numbers[numbers.length - 1];
      if (names === null || !last || names === numbers.length || names < 2) continue;
      // 、 may join more than a list's members where another number follows right behind.
      const tail = line.plain.slice(endOf(last), endOf(last) + 2);
      if (/^[、和]/u.test(tail) || tail.startsWith("等")) continue;
      faults.push({
        place: { line: line.index, start: namesFrom, end: endOf(last) },
        what: "respective",
        told: names,
        found: numbers.length,
      });
    }
  return faults;
}

const RATE = reWith("u")`率(?:均)?${leads.respectively}[^，。；]{0,4}$`;

/** 完成率分别为80%、90%: each of the counts told in the same order before. */
export function respectiveRateFaults(line: Line): readonly RateFault[] {
  if (!line.plain.includes(WORD)) return [];
  const faults: RateFault[] = [];
  for (const sentence of line.sentences)
    for (const { numbers } of respectivesOf(line, sentence)) {
      const first = numbers[0];
      if (
        first?.type !== "percent" ||
        !RATE.test(line.plain.slice(Math.max(sentence.start, first.start - 12), first.start))
      )
        continue;
      const counts = sentence.tokens.filter(
        (token): token is NumberToken =>
          token.type === "number" && token.end <= first.start && !token.approx && token.unit !== "",
      );
      const n = numbers.length;
      const parts = counts.slice(-n);
      const wholes = counts.slice(0, -n);
      if (parts.length < n || wholes.length === 0 || parts.some((part) => part.unit !== parts[0]?.unit)) continue;
      const own = wholes.filter((whole) => whole.unit === parts[0]?.unit);
      if (own.length !== n && own.length !== 1) continue;
      numbers.forEach((token, at) => {
        const part = parts[at];
        const whole = own.length === 1 ? own[0] : own[at];
        if (token.type === "percent" && part && whole) push(faults, token, exactValue(part), exactValue(whole));
      });
    }
  return faults;
}

function push(faults: RateFault[], token: PercentToken, part: bigint, whole: bigint): void {
  if (token.approx || part > whole || isShareOf(token, part, whole)) return;
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

/** Tokens of a list told with 分别: no single count of a sentence. */
export function isListed(token: Token, lists: readonly Respective[]): boolean {
  return lists.some(({ numbers }) => numbers.some((one) => one === token));
}
