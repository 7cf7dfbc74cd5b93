/** Units in one piece of text told apart: behind marks of role, at spaces, 会同 and 和 where both sides are units. */
import { re, reWith } from "../../zh/pattern";
import { foldKey, trimText } from "../../zh/text";
import { unit as words } from "../../zh/words/unit";
import { UNIT_ENDS } from "../../zh/words/unit-ends";
import type { UnitDirectory } from "../types";
import { isPersonName } from "./person";
import { lookUp } from "./unit-directory";
import { IN_BRACKETS, LABEL, readRole } from "./unit-roles";

const ROLE_BRACKET = reWith("g")`[(（\[【]\s*(${words.role})(?:责任)?${words.roleNoun}?\s*[)）\]】]`;

/** A（牵头）B（配合） and （牵头）A（配合）B: the brackets end or begin a unit each. */
export function splitBehindRoles(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let leading = false;
  for (const mark of text.matchAll(ROLE_BRACKET)) {
    const start = mark.index;
    const end = start + mark[0].length;
    if (parts.length === 0 && trimText(text.slice(from, start)) === "") leading = true;
    const at = leading ? start : end;
    if (at > from) parts.push(text.slice(from, at));
    from = at;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** How the names of units end. */
const UNIT_END = re`${UNIT_ENDS}(?:[(（][^)）]{1,20}[)）])?$`;

const SPLIT_BY_WORDS_PART = re`${words.splitByWordsPart}`;
const SPLIT_BY_WORDS_JOINED = re`^(.{2,40}?)${words.splitByWordsJoined}(.{2,60})$`;
const SPLIT_BY_WORDS_BOTH = re`^(.{2,40}?)牵头(.{2,40}?)(${words.splitByWordsBoth})$`;

/** Splits at spaces, 会同, 和 and the like where both sides are units. */
export function splitByWords(text: string, directory: UnitDirectory | null): readonly string[] {
  const trimmed = trimText(text);
  if (directory?.byKey.has(foldKey(trimmed)) === true) return [trimmed];
  const spaced = splitAtSpaces(trimmed, directory);
  const parts: string[] = [];
  for (const part of spaced) {
    if (!SPLIT_BY_WORDS_PART.test(part)) {
      parts.push(...splitAtConjunction(part, directory));
      continue;
    }
    const joined = SPLIT_BY_WORDS_JOINED.exec(part);
    if (joined !== null) {
      parts.push(`${joined[1] ?? ""}（牵头）`, `${joined[2] ?? ""}（配合）`);
      continue;
    }
    // A牵头B配合 in one breath.
    const both = SPLIT_BY_WORDS_BOTH.exec(part);
    if (both !== null && directory?.byKey.has(foldKey(part)) !== true) {
      parts.push(`${both[1] ?? ""}（牵头）`, `${both[2] ?? ""}（${both[3] ?? ""}）`);
      continue;
    }
    parts.push(...splitAtConjunction(part, directory));
  }
  return parts;
}

function splitAtSpaces(text: string, directory: UnitDirectory | null): readonly string[] {
  if (!/[\s\u3000]/.test(text)) return [text];
  const words = text.split(/[\s\u3000]+/).filter((word) => word !== "");
  const parts: string[] = [];
  let current = "";
  let closed = false;
  for (const word of words) {
    const stands = isUnitLike(word, directory);
    if (current !== "" && closed && directory === null && isPersonName(word)) continue;
    if (current !== "" && closed && stands) {
      parts.push(current);
      current = word;
    } else {
      // 财务股 甲某 keeps its space, 规划 财务股 doesn't.
      const apart = /[A-Za-z0-9]$/.test(current) && /^[A-Za-z0-9]/.test(word);
      current += current !== "" && (apart || lookUp(directory, foldKey(current)) !== null) ? ` ${word}` : word;
    }
    closed = isUnitLike(current, directory);
  }
  if (current !== "") parts.push(current);
  return parts;
}

/** A name that stands by itself: known, or long enough and ending like one. */
export function isUnitLike(word: string, directory: UnitDirectory | null): boolean {
  const role = IN_BRACKETS.exec(word);
  const name = role === null ? word.replace(LABEL, "") : word.slice(0, role.index);
  if (lookUp(directory, foldKey(name)) !== null) return true;
  if (role !== null && name.length >= 2) return true;
  return name.length >= 3 && UNIT_END.test(name);
}

function splitAtConjunction(part: string, directory: UnitDirectory | null): readonly string[] {
  if (part.length > 80) return [part];
  for (const mark of "+＋&＆。.·") {
    const at = part.indexOf(mark);
    if (at < 1 || at === part.length - 1) continue;
    const [left, right] = [part.slice(0, at), part.slice(at + 1)];
    if (isUnitLike(left, directory) && isUnitLike(right, directory)) return [left, right];
  }
  for (const word of ["以及", "和", "与", "及"]) {
    // 县工业和信息化局和县教育局: the first may be part of a name.
    for (let at = part.indexOf(word, 1); at > 0; at = part.indexOf(word, at + 1)) {
      const left = part.slice(0, at);
      const right = part.slice(at + word.length);
      if (!standsAlone(left, directory) || !standsAlone(readRole(right, directory).text, directory)) continue;
      return [left, ...splitAtConjunction(right, directory)];
    }
  }
  return [part];
}

const BODY = re`^(?:.*.{2}|[甲乙丙丁戊己庚辛])${words.bodyBeforeAnd}$`;

/**
 * Whether a text beside 和 is a unit by itself. With a directory it says so; without one, only what ends like a body with a name
 * (县教育局, 财务科): 卫生院和村卫生室管理股 speaks of kinds.
 */
function standsAlone(text: string, directory: UnitDirectory | null): boolean {
  if (directory !== null && lookUp(directory, foldKey(text)) !== null) return true;
  return (directory === null || directory.partial === true) && BODY.test(text);
}
