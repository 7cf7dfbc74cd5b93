/** Names that may mean one unit: with and without its place (县财政局, 财政局), in full and shortened (住房和城乡建设局, 住建局). */
import { re } from "../../zh/pattern";
import { foldKey } from "../../zh/text";
import { unitVariants as words } from "../../zh/words/unit-variants";
import type { UnitDirectory } from "../types";

/** A name, and the fuller one that it may be another writing of. */
interface UnitVariant {
  readonly name: string;
  readonly full: string;
}

/** 县, 某县, 新野县: the place of a name, and the rest. */
const PLACE = re`^([\u4e00-\u9fff]{0,4}?${words.level})(?=[\u4e00-\u9fff]{3})`;
const SHORTENED = re`${words.shortened}$`;
/** Fewer characters could be any unit, more are no short form. */
const SHORTEST = 3;
const LONGEST_SHORT = 6;
const LONGEST = 40;
/** More names are no units of a ledger. */
const MOST = 400;

/**
 * Names of which each may be another writing of a fuller one among them, every name once and led to the fullest. Where a
 * name could be two that are not one another (教育局 beside 县教育局 and 市教育局), nothing is said of it; nor of names that a
 * directory lists as units of their own.
 * @example unitVariants(["县住建局", "县住房和城乡建设局"], null) // [{ name: "县住建局", full: "县住房和城乡建设局" }]
 */
export function unitVariants(names: Iterable<string>, directory: UnitDirectory | null): readonly UnitVariant[] {
  if (directory !== null && directory.partial !== true) return [];
  const listed = new Set(directory?.names.map(foldKey));
  const distinct = new Map<string, string>();
  for (const name of names) if (name.length <= LONGEST) distinct.set(foldKey(name), name);
  if (distinct.size > MOST) return [];
  const keys = [...distinct.keys()];
  const found: UnitVariant[] = [];
  for (const key of keys) {
    const fuller = keys.filter(
      (other) => isFuller(other, key) && !(listed.has(key) && listed.has(other)) && mayBeOne(other, key),
    );
    // The fullest stands for all, if it may be each of them.
    const [full, ...others] = fuller.sort((a, b) => (isFuller(a, b) ? -1 : 1));
    if (full !== undefined && others.every((other) => mayBeOne(full, other)))
      found.push({ name: distinct.get(key) as string, full: distinct.get(full) as string });
  }
  return found;
}

/** Whether a name says more than another; of two that say as much the first by its characters, so that one leads. */
function isFuller(one: string, other: string): boolean {
  const [a, b] = [partsOf(one).at(-1)?.rest ?? one, partsOf(other).at(-1)?.rest ?? other];
  if (a.length !== b.length) return a.length > b.length;
  return one.length === other.length ? one < other : one.length > other.length;
}

interface Parts {
  readonly place: string;
  readonly rest: string;
}

/** A name without a place, and with one where it begins like that: 市场监管局 has none. */
function partsOf(key: string): readonly Parts[] {
  const place = PLACE.exec(key)?.[1];
  return place === undefined
    ? [{ place: "", rest: key }]
    : [
        { place: "", rest: key },
        { place, rest: key.slice(place.length) },
      ];
}

/**
 * Whether two folded names may be one unit.
 * @example mayBeOne("县住建局", "住建局") // true
 */
export function mayBeOne(one: string, other: string): boolean {
  return partsOf(one).some((a) =>
    partsOf(other).some(
      (b) =>
        (a.place.endsWith(b.place) || b.place.endsWith(a.place)) &&
        (isSame(a, b) || isShort(a.rest, b.rest) || isShort(b.rest, a.rest)),
    ),
  );
}

function isSame(a: Parts, b: Parts): boolean {
  return a.place !== b.place && a.rest === b.rest && a.rest.length >= SHORTEST;
}

/** Whether a name is made of characters of another in their order, begins like it and ends with the same kind of office. */
function isShort(short: string, long: string): boolean {
  if (short.length < SHORTEST || short.length > LONGEST_SHORT || long.length < short.length + 2) return false;
  for (const [full, brief] of words.endings)
    if (short.endsWith(brief) && long === short.slice(0, -brief.length) + full) return true;
  if (!SHORTENED.test(short) || short.charAt(0) !== long.charAt(0)) return false;
  const [head, tail] = [withoutEnding(short), withoutEnding(long)];
  if (head.ending !== tail.ending || head.rest.length < 2) return false;
  const left = lettersLeft(head.rest, tail.rest);
  return left !== null && left.length > 0 && ![...left].some((letter) => words.telling.includes(letter));
}

/** 委 and 委员会 are one ending. */
function withoutEnding(name: string): { rest: string; ending: string } {
  const full = words.endings.find(([long]) => name.endsWith(long));
  if (full !== undefined) return { rest: name.slice(0, -full[0].length), ending: full[1] };
  const ending = name.endsWith("中心") ? "中心" : name.slice(-1);
  return { rest: name.slice(0, -ending.length), ending };
}

/** What is left of a text when the letters of a shorter one are taken from it in order; null where they are not in it. */
function lettersLeft(short: string, long: string): string | null {
  let at = 0;
  let left = "";
  for (const letter of long) {
    if (letter === short.charAt(at)) at++;
    else left += letter;
  }
  return at === short.length ? left : null;
}
