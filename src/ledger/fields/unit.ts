/**
 * Responsible units (责任单位), read from cells: a list with marks of role, compared with the directory (单位名录).
 *
 * Choices of ours (the rest is design.md, Unit):
 * - Names are compared by NFKC without white space; a remark in brackets behind a known name (财务股（甲某）) is ignored,
 *   but brackets that belong to an official name (县卫健委（本级）) are tried first and never split.
 * - Spaces separate units only where both sides are known or end like units do; otherwise they are looks (规划 财务股).
 * - 和, 与, 及 separate only between known names, without a directory between what ends like a body on either side: they are
 *   parts of names (卫生和计划生育委员会).
 * - ①, 1. and the like begin a unit each where the cell begins with one.
 * - Where one unit is marked as leading, the unmarked ones after it cooperate (A（牵头）、B、C).
 * - "/", "—" and 无 alone name nobody: missing.
 * - A person beside a unit is none (person.ts): 财务科（甲某）, 办公室：甲某、乙某, 生产部/甲某, 财务科 甲某, 甲某（财务科）.
 */
import { isErrorText, type CellValue } from "../../grid";
import { foldKey, trimText } from "../../zh/text";
import type { UnitDirectory, UnitName, UnitReading } from "../types";
import { arePersonNames, isMaskedName, isPersonName } from "./person";
import { re } from "../../zh/pattern";
import { unit as words } from "../../zh/words/unit";
import { foldSpaces, lookUp, lookUpFirstWord } from "./unit-directory";
import { splitOutsideBrackets } from "./unit-pieces";
import { LABEL, readRole, type Role } from "./unit-roles";
import { isUnitLike, splitBehindRoles, splitByWords } from "./unit-split";

const MISSING: UnitReading = { state: "missing", units: [] };
const ERROR: UnitReading = { state: "error", units: [] };

const CACHE_LIMIT = 20_000;
const CACHED_LENGTH = 400;
/** No unit cell is longer; what is longer is read as one unknown name, cut to this length. */
const MAX_LENGTH = 4_000;
const MAX_UNITS = 200;

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

const UNITS_PART = re`^[(（]?(?:具体)?${words.unitsPart}[:：]`;
/** 分管领导甲某, without a colon. */
const PERSON_PART = re`^${words.unitsPart}(.{2,4})$`;
const PHONE_BEHIND = re`(?<![\s:：(（])[\s:：(（]*(?:${words.phoneLabel}[:：]?\s*)?\d[\d-]{6,14}[)）]?$`;
const DUTY_BEHIND = re`(?<=.{2})${words.dutyBehind}$`;

/** ①县甲局②县乙局, 1.县甲局2.县乙局: a list within a cell. */
const ORDINAL = String.raw`(?:[①-⑳]|[(（]\d{1,2}[)）]|(?<![\dA-Za-z])\d{1,2}[.．、])`;
const LISTED = new RegExp(String.raw`^${ORDINAL}\s*\p{Script=Han}`, "u");
const ORDINALS = new RegExp(String.raw`${ORDINAL}(?=\s*\p{Script=Han})`, "gu");

/** 办公室（财务科配合）, 办公室（配合单位：财务科、人事科）: who helps stands in brackets behind who answers. */
const HELPED = re`^([^()（）]{2,80})[(（]((?:${words.helps})${words.roleNoun}?[:：]?[^()（）]{2,200}|[^()（）]{2,200}(?:${words.helps}))[)）]$`;

// ------------------------------------------------------------------------------------------------------------- reading

function readUnits(raw: string, directory: UnitDirectory | null): UnitReading {
  const text = trimText(raw);
  if (text === "") return MISSING;
  if (isErrorText(text)) return ERROR;
  const whole = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
  const exact = directory?.byKey.get(foldKey(whole));
  if (exact !== undefined) return { state: "ok", units: [makeUnit(whole, "unmarked", directory)] };
  const cut = whole.replace(HELPED, "$1；$2");

  const segments: Segment[] = [];
  let labelled: Role = "unmarked";
  for (const piece of splitOutsideBrackets(LISTED.test(cut) ? cut.replace(ORDINALS, "；") : cut)) {
    for (const part of splitBehindRoles(piece.text).flatMap((each) => splitByWords(each, directory))) {
      // 责任人：张某 in the same cell is somebody else's column.
      if (UNITS_PART.test(part)) continue;
      if (isPersonName(PERSON_PART.exec(trimText(part))?.[1] ?? "")) continue;
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
/** 财务科-甲某, 财务科负责人甲某, 财务科科长甲某. */
const UNIT_THEN_PERSON = re`^(.{2,30}?)(?:[-—–]{1,2}|${words.personTitle})([^-—–]{2,4})$`;
const TITLE_BEHIND = re`${words.personTitle}$`;
const IN_END_BRACKETS = /^(.{2,40})[(（]([^()（）]{2,40})[)）]$/;

/** The unit alone where a person stands behind it, or before it with the unit in brackets. */
function withoutPerson(part: string, directory: UnitDirectory | null): string {
  const whole = trimText(part);
  if (directory?.byKey.has(foldKey(whole)) === true) return part;
  const text = whole.replace(PHONE_BEHIND, "").replace(DUTY_BEHIND, "");
  const behind = UNIT_THEN_PERSON.exec(text);
  if (behind !== null && isUnitLike(behind[1] as string, directory) && isPersonName(behind[2] as string))
    return behind[1] as string;
  const pair = UNIT_AND_PERSON.exec(text) ?? IN_END_BRACKETS.exec(text);
  if (pair === null) return text === "" || text === whole ? part : text;
  const [, head = "", tail = ""] = pair;
  if (arePersonNames(tail) && !LABEL.test(text) && !isPersonName(head)) return head;
  if (!isPersonName(head)) return text === whole ? part : text;
  const unit = tail.replace(TITLE_BEHIND, "");
  return isUnitLike(unit, directory) ? unit : isUnitLike(tail, directory) ? tail : part;
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

// ----------------------------------------------------------------------------------------------------------- collectives

const COLLECTIVE = re`${words.collective}`;

/**
 * Whether a name stands for many: 各乡镇卫生院, 机关各科室, 全县25个乡镇, 班子成员.
 * @param key folded name.
 */
function isCollective(key: string): boolean {
  return key.length <= 60 && COLLECTIVE.test(key);
}
