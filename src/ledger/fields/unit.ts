/**
 * Responsible units (责任单位), read from cells: a list with marks of role, compared with the directory (单位名录).
 *
 * Choices of ours (the rest is design.md, Unit):
 * - Names are compared by NFKC without white space; a remark in brackets behind a known name (财务股（甲某）) is ignored,
 *   but brackets that belong to an official name (县卫健委（本级）) are tried first and never split.
 * - Spaces separate units only where both sides are known or end like units do; otherwise they are looks (规划 财务股).
 * - 和, 与, 及 separate only between known names: they are parts of names (卫生和计划生育委员会).
 * - Where one unit is marked as leading, the unmarked ones after it cooperate (A（牵头）、B、C).
 * - "/", "—" and 无 alone name nobody: missing.
 * - A person beside a unit is none (person.ts): 财务科（甲某）, 办公室：甲某、乙某, 生产部/甲某, 财务科 甲某, 甲某（财务科）.
 */
import { distance } from "fastest-levenshtein";
import { isErrorText, type CellValue } from "../../grid";
import { foldKey, trimText } from "../../zh/text";
import type { UnitDirectory, UnitName, UnitReading } from "../types";
import { arePersonNames, isMaskedName, isPersonName } from "./person";
import { re, reWith } from "../../zh/pattern";
import { unit as words } from "../../zh/words/unit";

type Role = UnitName["role"];

const MISSING: UnitReading = { state: "missing", units: [] };
const ERROR: UnitReading = { state: "error", units: [] };

const CACHE_LIMIT = 20_000;
const CACHED_LENGTH = 400;
/** No unit cell is longer; what is longer is read as one unknown name, cut to this length. */
const MAX_LENGTH = 4_000;
const MAX_UNITS = 200;

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

/**
 * A reader of unit cells. Without a directory every name is known. Results are shared and immutable.
 * @example createUnitReader(null)("县财政局（牵头）、县教育局").units.map((u) => u.role) // ["lead", "co"]
 */
export function createUnitReader(directory: UnitDirectory | null): (value: CellValue) => UnitReading {
  const texts = new Map<string, UnitReading>();
  return (value) => {
    if (value === null) return MISSING;
    const text = typeof value === "string" ? value : String(value);
    const known = texts.get(text);
    if (known !== undefined) return known;
    const read = readUnits(text, directory);
    if (text.length <= CACHED_LENGTH) {
      if (texts.size >= CACHE_LIMIT) texts.clear();
      texts.set(text, read);
    }
    return read;
  };
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
  for (let i = 0; i < key.length; i++) {
    if (key.charAt(i) === candidate.charAt(i)) continue;
    if (KINDS_OF_UNIT.includes(key.charAt(i)) && KINDS_OF_UNIT.includes(candidate.charAt(i))) return true;
  }
  return false;
}

/** Characters that tell sister units apart. */
function tellingMarks(key: string): string {
  return key.replace(/[^0-9一二三四五六七八九十东西南北中上下内外]/g, "");
}

const UNITS_PART = re`^(?:具体)?${words.unitsPart}[:：]`;

// ------------------------------------------------------------------------------------------------------------- reading

function readUnits(raw: string, directory: UnitDirectory | null): UnitReading {
  const text = trimText(raw);
  if (text === "") return MISSING;
  if (isErrorText(text)) return ERROR;
  const cut = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
  const exact = directory?.byKey.get(foldKey(cut));
  if (exact !== undefined) return { state: "ok", units: [makeUnit(cut, "unmarked", directory)] };

  const segments: Segment[] = [];
  let labelled: Role = "unmarked";
  for (const piece of splitOutsideBrackets(cut)) {
    for (const part of splitBehindRoles(piece.text).flatMap((each) => splitByWords(each, directory))) {
      // 责任人：张某 in the same cell is somebody else's column.
      if (UNITS_PART.test(part)) continue;
      const segment = readRole(withoutPerson(part, directory), directory);
      if (segment.label !== null) labelled = segment.label;
      if (segment.text === "" || isNobody(segment.text)) {
        if (segment.role !== "unmarked" && segments.length > 0 && segment.text === "")
          markBefore(segments, segment.role, true);
        continue;
      }
      if (segments.length >= MAX_UNITS) break;
      const own = segment.role !== "unmarked";
      segments.push({
        text: segment.text,
        role: own ? segment.role : labelled,
        marked: own || labelled !== "unmarked",
        after: piece.separator,
      });
      if (own && segment.trailing) markBefore(segments, segment.role, false);
    }
  }
  dropPersons(segments, directory);
  if (segments.length === 0) return MISSING;
  const firstLead = segments.findIndex((segment) => segment.role === "lead");
  const units: UnitName[] = [];
  const seen = new Set<string>();
  for (const [n, segment] of segments.entries()) {
    const role = segment.role === "unmarked" && firstLead >= 0 && n > firstLead ? "co" : segment.role;
    const unit = makeUnit(segment.text, role, directory);
    const key = `${role === "co" ? "co" : "lead"}:${foldKey(unit.name)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    units.push(unit);
  }
  return { state: "ok", units };
}

interface Segment {
  readonly text: string;
  role: Role;
  marked: boolean;
  /** Separator before this segment. */
  readonly after: string;
}

/**
 * A牵头，B、C配合: the word behind the last of a list holds for the whole list. The list runs back to the last marked
 * unit; where nothing is marked before, only over 、 (A，B、C配合 says nothing of A).
 */
function markBefore(segments: Segment[], role: Role, includeLast: boolean): void {
  let n = segments.length - 1;
  if (includeLast) {
    const last = segments[n];
    if (last === undefined || last.marked) return;
    last.role = role;
    last.marked = true;
  }
  const anyMarked = segments.slice(0, n).some((segment) => segment.marked);
  while (n > 0) {
    const current = segments[n];
    const before = segments[n - 1];
    if (current === undefined || before === undefined || before.marked) return;
    if (!anyMarked && current.after !== "、") return;
    before.role = role;
    before.marked = true;
    n--;
  }
}

const UNIT_AND_PERSON = /^(.{2,40}?)[:：]\s*(.{2,40})$/;
const IN_END_BRACKETS = /^(.{2,40})[(（]([^()（）]{2,40})[)）]$/;

/** The unit alone where a person stands behind it, or before it with the unit in brackets. */
function withoutPerson(part: string, directory: UnitDirectory | null): string {
  const text = trimText(part);
  if (directory?.byKey.has(foldKey(text)) === true) return part;
  const pair = UNIT_AND_PERSON.exec(text) ?? IN_END_BRACKETS.exec(text);
  if (pair === null) return part;
  const [, head = "", tail = ""] = pair;
  if (arePersonNames(tail) && !LABEL.test(text) && !isPersonName(head)) return head;
  return isPersonName(head) && isUnitLike(tail, directory) ? tail : part;
}

/** Separators that stand between a unit and its person, and not only between units. */
const BETWEEN_KINDS = "/／|｜\n\r\u2028\u2029";

/** Takes persons out of a list in which at least one segment is a unit. */
function dropPersons(segments: Segment[], directory: UnitDirectory | null): void {
  if (segments.length < 2 || !segments.some(({ text }) => isUnitLike(text, directory))) return;
  const isPerson = ({ text, after }: Segment, n: number): boolean => {
    if (isUnitLike(text, directory)) return false;
    const between = after + (segments[n + 1]?.after ?? "");
    return isMaskedName(text) || ([...between].some((mark) => BETWEEN_KINDS.includes(mark)) && isPersonName(text));
  };
  const kept = segments.filter((segment, n) => !isPerson(segment, n));
  segments.splice(0, segments.length, ...kept);
}

/**
 * Whether a text is the name of one unit: in the directory, or it ends like one.
 * @example isUnitName("财务科", null) // true
 */
export function isUnitName(text: string, directory: UnitDirectory | null): boolean {
  if (text.length > 40 || /[、，,；;:：\s]/.test(text)) return false;
  return isUnitLike(text, directory) && !NO_UNIT_NAME.test(text) && !isCollective(foldKey(text));
}

const NO_UNIT_NAME = re`${words.noUnitName}$`;

const NOBODY_TEXT = re`^${words.nobodyText}$`;

function isNobody(text: string): boolean {
  return NOBODY_TEXT.test(text);
}

function makeUnit(text: string, role: Role, directory: UnitDirectory | null): UnitName {
  const written = trimText(text);
  const key = foldKey(written);
  const listed = lookUp(directory, key) ?? lookUpFirstWord(directory, written);
  if (listed !== null) return { name: listed, text: written, role, known: true, collective: false };
  const collective = isCollective(key);
  return {
    name: foldSpaces(written),
    text: written,
    role,
    known: directory === null || directory.partial === true || collective,
    collective,
  };
}

/** The canonical name of a key: as it is, else without a remark in brackets at its end. */
function lookUp(directory: UnitDirectory | null, key: string): string | null {
  if (directory === null) return null;
  const exact = directory.byKey.get(key);
  if (exact !== undefined) return exact;
  if (!key.endsWith(")")) return null;
  const open = key.lastIndexOf("(");
  return open > 0 ? (directory.byKey.get(key.slice(0, open)) ?? null) : null;
}

/** 财务股 甲某: a unit and a name behind a space. */
function lookUpFirstWord(directory: UnitDirectory | null, written: string): string | null {
  const space = written.search(/\s/);
  return directory === null || space < 1 ? null : (directory.byKey.get(foldKey(written.slice(0, space))) ?? null);
}

/** Spaces inside a name are looks; between Latin words they are not. */
function foldSpaces(name: string): string {
  const trimmed = trimText(name);
  return /\s|[\u200b-\u200f\ufeff]/.test(trimmed)
    ? trimmed.replace(/[\u200b-\u200f\ufeff]/g, "").replace(/\s+/g, (_, at: number, all: string) => {
        const before = all.charAt(at - 1);
        const after = all.slice(at).trimStart().charAt(0);
        return /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) ? " " : "";
      })
    : trimmed;
}

// -------------------------------------------------------------------------------------------------------------- roles

const ROLE_WORDS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["牵头", "lead"],
  ["主责", "lead"],
  ["主办", "lead"],
  ["负责", "lead"],
  ["承办", "lead"],
  ["责任", "lead"],
  ["主牵头", "lead"],
  ["总牵头", "lead"],
  ["配合", "co"],
  ["协办", "co"],
  ["协助", "co"],
  ["协同", "co"],
  ["参与", "co"],
  ["参加", "co"],
  ["配合落实", "co"],
  ["协同配合", "co"],
  ["共同配合", "co"],
  ["牵头负责", "lead"],
  ["牵头落实", "lead"],
  ["牵头抓总", "lead"],
]);
const LABEL = re`^(${words.role})(?:责任)?${words.roleLabelNoun}?[:：]\s*`;
const IN_BRACKETS = re`[(（\[【]\s*(${words.role})(?:责任)?${words.roleNoun}?\s*[)）\]】]$`;
const TRAILING = re`(${words.trailing[0]})${words.trailing[1]}?[。.]?$`;

interface RoleReading {
  readonly text: string;
  readonly role: Role;
  /** The role was written before the name with a colon, and holds for what follows. */
  readonly label: Role | null;
  /** The role was written behind the name without brackets, and holds for the list before. */
  readonly trailing: boolean;
}

const ROLE_PREFIXED = re`^[(（[【]\s*(${words.rolePrefixed[0]})${words.rolePrefixed[1]}?\s*[)）\]】]\s*`;
const ROLE_TEXT = re`${words.roleText}$`;

function readRole(part: string, directory: UnitDirectory | null): RoleReading {
  let text = stripNumber(trimText(part));
  let label: Role | null = null;
  const labelled = LABEL.exec(text);
  if (labelled !== null) {
    // 责任单位：A names a unit, it does not say that A leads.
    const word = labelled[1] ?? "";
    label = word === "责任" ? "unmarked" : (ROLE_WORDS.get(word) ?? "unmarked");
    text = stripNumber(trimText(text.slice(labelled[0].length)));
  }
  const plain = (role: Role, trailing: boolean): RoleReading => ({ text: stripEnd(text), role, label, trailing });
  if (directory?.byKey.has(foldKey(text)) === true) return plain("unmarked", false);
  if (!/[牵主负承责配协参]/.test(text)) return plain("unmarked", false);
  const bracketed = IN_BRACKETS.exec(text);
  if (bracketed !== null) {
    text = trimText(text.slice(0, bracketed.index));
    return plain(ROLE_WORDS.get(bracketed[1] ?? "") ?? "unmarked", false);
  }
  const prefixed = ROLE_PREFIXED.exec(text);
  if (prefixed !== null) {
    text = trimText(text.slice(prefixed[0].length));
    return plain(ROLE_WORDS.get(prefixed[1] ?? "") ?? "unmarked", false);
  }
  const trailing = TRAILING.exec(text);
  if (trailing !== null) {
    text = trimText(text.slice(0, trailing.index).replace(/^由/, "").replace(ROLE_TEXT, ""));
    return plain(ROLE_WORDS.get(trailing[1] ?? "") ?? "unmarked", true);
  }
  return plain("unmarked", false);
}

/** 1. and （1） in front of a name. */
function stripNumber(text: string): string {
  return text.replace(/^(?:[(（]\d{1,2}[)）]|\d{1,2}[.．)）]|[①-⑳])\s*/, "");
}

const STRIP_END_CUT = re`等${words.stripEndCut[0]}?${words.stripEndCut[1]}?$`;

/** Full stops and 等单位 behind a name. */
function stripEnd(text: string): string {
  const bare = /^[“"'‘【《〈]([^“”"'‘’【】《》〈〉]{1,60})[”"'’】》〉]$/.exec(text)?.[1] ?? text;
  const cut = trimText(bare.replace(/[。.：:?？!！]{1,4}$/, "").replace(STRIP_END_CUT, ""));
  return cut === "" ? trimText(text) : cut;
}

// ------------------------------------------------------------------------------------------------------------ splitting

interface Piece {
  readonly text: string;
  /** The separator before it, "" for the first. */
  readonly separator: string;
}

const SEPARATORS = "、，,；;/／|｜\n\r\u2028\u2029";
const OPENING = "(（[【〔「";
const CLOSING = ")）]】〕」";

/** Splits at separators, but not inside brackets. An unclosed bracket holds back nothing. */
function splitOutsideBrackets(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let separator = "";
  let depth = 0;
  const closings = countClosings(text);
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (OPENING.includes(char)) {
      if (closings - depth > 0) depth++;
    } else if (CLOSING.includes(char)) {
      if (depth > 0) depth--;
    } else if (SEPARATORS.includes(char) && (depth === 0 || char === "\n" || char === "\r")) {
      depth = 0;
      if (i > from) pieces.push({ text: text.slice(from, i), separator });
      separator = char;
      from = i + 1;
    }
  }
  if (from < text.length) pieces.push({ text: text.slice(from), separator });
  return pieces;
}

function countClosings(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (CLOSING.includes(text.charAt(i))) count++;
  return count;
}

const ROLE_BRACKET = reWith("g")`[(（\[【]\s*(${words.role})(?:责任)?${words.roleNoun}?\s*[)）\]】]`;

/** A（牵头）B（配合） and （牵头）A（配合）B: the brackets end or begin a unit each. */
function splitBehindRoles(text: string): readonly string[] {
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
const UNIT_END = re`${words.unitEnd}(?:[(（][^)）]{1,20}[)）])?$`;

const SPLIT_BY_WORDS_PART = re`${words.splitByWordsPart}`;
const SPLIT_BY_WORDS_JOINED = re`^(.{2,40}?)${words.splitByWordsJoined}(.{2,60})$`;
const SPLIT_BY_WORDS_BOTH = re`^(.{2,40}?)牵头(.{2,40}?)(${words.splitByWordsBoth})$`;

/** Splits at spaces, 会同, 和 and the like where both sides are units. */
function splitByWords(text: string, directory: UnitDirectory | null): readonly string[] {
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
function isUnitLike(word: string, directory: UnitDirectory | null): boolean {
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
  if (directory === null) return [part];
  for (const word of ["以及", "和", "与", "及"]) {
    const at = part.indexOf(word);
    if (at < 1) continue;
    const left = part.slice(0, at);
    const right = part.slice(at + word.length);
    if (lookUp(directory, foldKey(left)) !== null && isKnownWithRole(right, directory)) return [left, right];
  }
  return [part];
}

function isKnownWithRole(text: string, directory: UnitDirectory): boolean {
  return lookUp(directory, foldKey(readRole(text, directory).text)) !== null;
}

// ----------------------------------------------------------------------------------------------------------- collectives

const COLLECTIVE = re`${words.collective}`;

/**
 * Whether a name stands for many: 各乡镇卫生院, 机关各科室, 全县25个乡镇, 班子成员.
 * @param key folded name.
 */
function isCollective(key: string): boolean {
  return key.length <= 60 && COLLECTIVE.test(key);
}
