/** Names of bodies (单位): what is left of them when titles, signatures and sentences write them long or short. */
import { parseCount } from "./numerals";
import { reWith } from "./pattern";
import { bodies as words } from "./words/bodies";
import { BODY_ENDS } from "./words/unit-ends";

const LEAD = reWith("u")`^${words.lead}`;
const PARTY_END = reWith("u")`(?<=.)${words.partyEnds}$`;
const TITLE_REST = reWith("u")`${words.titleRest}`;
const BODY_END = reWith("u")`${BODY_ENDS}$`;
const ANY_BODY = reWith("u")`${words.anyBody}`;
const ONE_WITH_AND = reWith("u")`${words.oneWithAnd}`;

/**
 * A name without its party organisation and blanks.
 * @example coreOfBody("中共甲县水务局党组") // "甲县水务局"
 */
export function coreOfBody(name: string): string {
  let core = name.replace(/\s+/gu, "").replace(LEAD, "");
  for (let shorter = core.replace(PARTY_END, ""); shorter !== core; shorter = core.replace(PARTY_END, ""))
    core = shorter;
  return core;
}

/**
 * The body a title begins with; null where it names none.
 * @example bodyOfTitle("甲县水务局2025年10月整改通报") // "甲县水务局"
 */
export function bodyOfTitle(title: string): string | null {
  const text = title.replace(/\s+/gu, "");
  const rest = TITLE_REST.exec(text);
  const name = rest === null ? "" : text.slice(0, rest.index);
  return isBody(name) ? name : null;
}

/** Whether a text is the name of one body, and not of any or several. */
export function isBody(name: string): boolean {
  if (name.length < 3 || name.length > 40 || !BODY_END.test(name) || name.includes("【")) return false;
  return !ANY_BODY.test(name.replace(ONE_WITH_AND, ""));
}

/**
 * Whether two names may be one body's: one is the other shortened (卫健委 for 卫生健康委员会), or goes on where the other ends.
 * @example mayBeOneBody("县卫健委", "甲县卫生健康委员会") // true
 */
export function mayBeOneBody(a: string, b: string): boolean {
  const [x, y] = [coreOfBody(a), coreOfBody(b)];
  if (x === "" || y === "") return true;
  return isShortFor(x, y) || isShortFor(y, x);
}

/** Whether the characters of a short name stand in a long one, in their order. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** A group that inspects: 县委第一巡察组, 县委巡察三组. */
export interface InspectionGroup {
  readonly start: number;
  readonly end: number;
  /** 县委, "" where it is not told. */
  readonly level: string;
  /** 巡察 or 巡视. */
  readonly kind: string;
  readonly number: number;
  /** Another one stands before it: 第一、第二巡察组. */
  readonly several: boolean;
}

const GROUP = reWith(
  "gu",
)`(${words.levels})?(?:第(${words.numbers})(${words.groupKinds})组|(${words.groupKinds})(?:第)?(${words.numbers})组)`;
const SEVERAL = reWith("u")`第?${words.numbers}组?[、和及与]$`;
const OTHER_ROUND = reWith("u")`${words.otherRound}`;

/**
 * The groups a text names by number, in order.
 * @example groupsNamed("县委第一巡察组反馈")[0] // { start: 0, end: 7, level: "县委", kind: "巡察", number: 1, several: false }
 */
export function groupsNamed(text: string): readonly InspectionGroup[] {
  const groups: InspectionGroup[] = [];
  for (const found of text.matchAll(GROUP)) {
    const written = found[2] ?? found[5] ?? "";
    const number = /^[0-9]/u.test(written) ? Number(written) : parseCount(written);
    if (number === null) continue;
    const start = found.index;
    const several = SEVERAL.test(text.slice(Math.max(0, start - 8), start));
    groups.push({
      start,
      end: start + found[0].length,
      level: found[1] ?? "",
      kind: found[3] ?? found[4] ?? "",
      number,
      several,
    });
  }
  return groups;
}

/** Whether a sentence speaks of another round of inspection. */
export function tellsOtherRound(text: string): boolean {
  return OTHER_ROUND.test(text);
}

const INSPECTED = reWith("u")`对([^，。；、]{2,20}?)${words.inspected}了?[^，。；]{0,8}?${words.inspection}`;
const MEETING = reWith(
  "u",
)`^\s*([^，。；、]{2,20}?(${words.meeting}))${words.oftenMeets}?${words.meets}[^。；]{0,40}整改`;
const ABOVE = reWith("u")`^${words.above}`;
const WITH_OTHERS = reWith("u")`^${words.withOthers}`;
const TAKING = reWith("u")`^\s*([^，。；、]{2,20}?)${words.taking}`;

/** The body a sentence says was inspected; null where it names none. */
export function inspectedBody(text: string): { readonly start: number; readonly name: string } | null {
  const found = INSPECTED.exec(text);
  const name = found?.[1] ?? "";
  return found && isBody(name) ? { start: found.index + 1, name } : null;
}

/**
 * The body a sentence begins with whose 党组 or 党委, as the title's, meets about the rectification; null where it names none.
 * @example meetingBody("县水务局党组召开会议研究整改工作", "甲县水务局党组")?.name // "县水务局党组"
 */
export function meetingBody(text: string, title: string): { readonly start: number; readonly name: string } | null {
  const [whole = "", name = "", organ = ""] = MEETING.exec(text) ?? [];
  // 市局 may meet about what the county's does.
  const isAbove = ABOVE.test(name) && !title.includes(name.slice(0, 1));
  return organ !== "" && title.endsWith(organ) && isBody(name) && !WITH_OTHERS.test(name) && !isAbove
    ? { start: whole.indexOf(name), name }
    : null;
}

/** The body a sentence begins with that takes the matter seriously; null where it names none. */
export function takingBody(text: string): { readonly start: number; readonly name: string } | null {
  const found = TAKING.exec(text);
  const name = found?.[1] ?? "";
  return found && isBody(name) ? { start: found[0].indexOf(name), name } : null;
}
