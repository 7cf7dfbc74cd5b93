/** 单位名录: its names and short names as keys, and the name that a text was probably meant to be. */
import { distance } from "fastest-levenshtein";
import { foldKey, trimText } from "../../zh/text";
import type { UnitDirectory } from "../types";
import { splitOutsideBrackets } from "./unit-pieces";

/**
 * Builds a directory from its rows. Full names win over short ones; a short name of two units leads to neither. Short
 * names may stand in one text (卫健委、卫健局).
 * @param source sheet or file, for messages.
 * @example buildDirectory([{ name: "县第二人民医院", shortNames: ["县二院"] }], "单位名录").byKey.get("县二院") // "县第二人民医院"
 */
export function buildDirectory(
  rows: readonly { readonly name: string; readonly shortNames: readonly string[] }[],
  source: string,
): UnitDirectory {
  const byKey = new Map<string, string>();
  const names: string[] = [];
  for (const row of rows) {
    const name = foldSpaces(row.name);
    const key = foldKey(name);
    if (key === "" || byKey.has(key)) continue;
    byKey.set(key, name);
    names.push(name);
  }
  const short = new Map<string, string | null>();
  for (const row of rows) {
    const name = byKey.get(foldKey(row.name));
    if (name === undefined) continue;
    for (const text of row.shortNames) {
      for (const piece of splitOutsideBrackets(text)) {
        const key = foldKey(piece.text);
        if (key === "" || byKey.has(key)) continue;
        const other = short.get(key);
        short.set(key, other === undefined || other === name ? name : null);
      }
    }
  }
  for (const [key, name] of short) if (name !== null) byKey.set(key, name);
  return { names, byKey, source };
}
/** Longer texts are no mistyped name. */
const MAX_NEAR_LENGTH = 40;
/** One wrong character in three could be any unit (人事股, 监督股). */
const MIN_NEAR_LENGTH = 4;

/**
 * The name of the directory that a text was probably meant to be; null where none is close or two are. A suggestion for
 * a person, nothing to count by: numerals and compass points must agree (县第二人民医院 is not a slip of 县第三人民医院).
 * @example nearestUnit(directory, "规划财物股") // "规划财务股"
 */
export function nearestUnit(directory: UnitDirectory, text: string): string | null {
  const key = foldKey(trimText(text).slice(0, MAX_NEAR_LENGTH * 4));
  if (key.length === 0 || key.length > MAX_NEAR_LENGTH) return null;
  const exact = directory.byKey.get(key);
  if (exact !== undefined) return exact;
  const plain = withoutPlace(key);
  const marks = tellingMarks(key);
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  let tied = false;
  for (const [candidate, name] of directory.byKey) {
    if (Math.abs(candidate.length - key.length) > 2) continue;
    const apart = withoutPlace(candidate) === plain && plain.length > 2 ? 1 : distance(key, candidate);
    const shorter = Math.min(candidate.length, key.length);
    const allowed = shorter >= 8 ? 2 : 1;
    if (apart > allowed || (shorter < MIN_NEAR_LENGTH && withoutPlace(candidate) !== plain)) continue;
    if (tellingMarks(candidate) !== marks || differInKind(key, candidate)) continue;
    if (apart < bestDistance) {
      best = name;
      bestDistance = apart;
      tied = false;
    } else if (apart === bestDistance && name !== best) tied = true;
  }
  return tied ? null : best;
}

/** 县, 市, 本, 局: what people leave out before a name they all know. */
function withoutPlace(key: string): string {
  return key.length > 3 && /^[省市县区州旗本局委]/.test(key) ? key.slice(1) : key;
}

/** What short names of different units differ by: 机关党委 is no slip of 机关纪委, nor 县民政局 of 县财政局. */
const KINDS_OF_UNIT = "党纪工团妇民财教文农林水审税商司公安住交环卫体信档统科人武国";

function differInKind(key: string, candidate: string): boolean {
  if (key.length !== candidate.length || key.length > 5) return false;
  return [...key].some((sign, at) => {
    const other = candidate.charAt(at);
    return sign !== other && KINDS_OF_UNIT.includes(sign) && KINDS_OF_UNIT.includes(other);
  });
}

/** Characters that tell sister units apart. */
function tellingMarks(key: string): string {
  return key.replace(/[^0-9一二三四五六七八九十东西南北中上下内外]/g, "");
}

/** The canonical name of a key: as it is, else without a remark in brackets at its end. */
export function lookUp(directory: UnitDirectory | null, key: string): string | null {
  if (directory === null) return null;
  const exact = directory.byKey.get(key);
  if (exact !== undefined) return exact;
  if (!key.endsWith(")")) return null;
  const open = key.lastIndexOf("(");
  return open > 0 ? (directory.byKey.get(key.slice(0, open)) ?? null) : null;
}

/** 财务股 甲某: a unit and a name behind a space. */
export function lookUpFirstWord(directory: UnitDirectory | null, written: string): string | null {
  const space = written.search(/\s/);
  return directory === null || space < 1 ? null : (directory.byKey.get(foldKey(written.slice(0, space))) ?? null);
}

/** Spaces inside a name are looks; between Latin words they are not. */
export function foldSpaces(name: string): string {
  const trimmed = trimText(name);
  return /\s|[\u200b-\u200f\ufeff]/.test(trimmed)
    ? trimmed.replace(/[\u200b-\u200f\ufeff]/g, "").replace(/\s+/g, (_, at: number, all: string) => {
        const before = all.charAt(at - 1);
        const after = all.slice(at).trimStart().charAt(0);
        return /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) ? " " : "";
      })
    : trimmed;
}
