/** What 分别 leads in: the names before it and the numbers behind it. */
import { parseCount } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { others } from "../../zh/words/claim-others";
import { listed as words } from "../../zh/words/claim-lists";
import type { Line, NumberToken, PercentToken, Sentence, Token } from "../types";
import { firstFrom } from "./within";

type Amount = NumberToken | PercentToken;

/** A 分别 with the numbers it leads in. */
interface Respective {
  readonly at: number;
  readonly names: number | null;
  readonly namesFrom: number;
  /** The names themselves, where each is told. */
  readonly list: readonly string[];
  readonly numbers: readonly Amount[];
}

export const RESPECTIVELY = "分别";
const LONGEST_HEAD = 16;
const LONGEST_NAMES = 60;

export function respectivesOf(line: Line, sentence: Sentence): readonly Respective[] {
  const text = line.plain.slice(sentence.start, sentence.end);
  const found: Respective[] = [];
  for (let index = text.indexOf(RESPECTIVELY); index >= 0; index = text.indexOf(RESPECTIVELY, index + 2)) {
    const at = sentence.start + index;
    const numbers = numbersAfter(line, sentence, at + 2);
    if (numbers.length < 2) continue;
    found.push({ at, numbers, ...namesBefore(line, sentence, at) });
  }
  return found;
}

export const endOf = (token: Amount): number => (token.type === "number" ? token.unitEnd : token.end);

function numbersAfter(line: Line, sentence: Sentence, from: number): readonly Amount[] {
  const list: Amount[] = [];
  let last = from;
  const { tokens } = sentence;
  for (let at = firstFrom(tokens, from); at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    // 分别占总数180件的53.3%、30%: the base they share stands before the list.
    if (list.length === 0 && isSharedBase(line, token, tokens[at + 1])) {
      last = endOf(token);
      continue;
    }
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

function isSharedBase({ plain }: Line, token: Token, next: Token | undefined): token is NumberToken {
  if (token.type !== "number" || next?.type !== "percent") return false;
  return /^[^，。；、]{0,6}的$/u.test(plain.slice(token.unitEnd, next.start));
}

const LIST_MARK = /^\s*[、和与及]\s*$/u;
/** 普及率, 涉及金额, 参与率, 和谐社区 hold no mark. */
const NAME_MARK = reWith("u")`${others.nameMarks}`;
const COUNTED = reWith("u")`([一二两三四五六七八九十\d]{1,3})个?${words.places}$`;
const ORDINALS = /第[一二三四五六七八九十](?:[、和][一二三四五六七八九十])+/u;

/** How many names the clause before 分别 lists; null where it tells none or not all. */
function namesBefore(line: Line, sentence: Sentence, at: number): Pick<Respective, "names" | "namesFrom" | "list"> {
  const floor = Math.max(sentence.start, at - LONGEST_NAMES);
  let from = at;
  while (from > floor && !/[，。；：:,;（(]/u.test(line.plain[from - 1] ?? "")) from--;
  const text = line.plain.slice(from, at).trim();
  if (text === "" || text.includes("等") || /\d[^个]/u.test(text.replace(/(?<!\d)\d+个/u, "")))
    return { names: null, namesFrom: from, list: [] };
  const counted = COUNTED.exec(text)?.[1];
  const value =
    counted === undefined ? null : counted === "两" ? 2 : (parseCount(counted) ?? (Number(counted) || null));
  if (value !== null) return { names: value, namesFrom: from, list: [] };
  const parts = text.split(NAME_MARK).filter((part) => part.trim() !== "");
  if (parts.length < 2 || parts.slice(1).some((part) => part.length > LONGEST_HEAD))
    return { names: null, namesFrom: from, list: [] };
  if (ORDINALS.test(text) || parts.every((part) => part.length <= 8) || text.includes("数"))
    return { names: parts.length, namesFrom: from, list: parts };
  return { names: null, namesFrom: from, list: [] };
}
