/**
 * The words that ledgers use over their columns, and what a header can mean. Sources: the synonyms collected from
 * published notices and forms (docs/rules.md names them), and the way such words are built: qualifiers before a head noun
 * (整改 + 责任 + 单位).
 *
 * A header is looked at folded (`foldHeader`): no white space, one width, no leading marks. Whole words count most; a
 * known head noun at the end counts less; and words that make a header mean something else (…数, 下一步…, 填报…) keep it
 * from being taken for a field at all.
 */
import { foldKey } from "../../zh/text";
import type { ColumnKey } from "../types";
import { FRONTS, HEAD_NOUNS, OTHER_ENDS, OTHER_FRONTS, SHARE_HEADERS } from "../../zh/words/header-pieces";
import { headerPhrases as words } from "../../zh/words/header-phrases";
import { HEADERS } from "../../zh/words/headers";
import { sensesInPart, sensesOfParts } from "./header-parts";
import type { HeaderSense } from "./header-sense";
import { re } from "../../zh/pattern";

export type { HeaderSense } from "./header-sense";

function sense(key: ColumnKey, score: number, ambiguous = false, depth: 0 | 1 | 2 | 3 = 0): HeaderSense {
  return { key, score, ambiguous, depth };
}

const WHOLE_WORDS: ReadonlyMap<string, readonly HeaderSense[]> = wholeWords();

function wholeWords(): ReadonlyMap<string, readonly HeaderSense[]> {
  const map = new Map<string, HeaderSense[]>();
  for (const list of HEADERS) {
    for (const word of list.words.split(" ").filter((each) => each !== "")) {
      const senses = map.get(word) ?? [];
      senses.push(sense(list.key as ColumnKey, list.score, list.ambiguous ?? false, list.depth ?? 0));
      map.set(word, senses);
    }
    for (const word of list.english ?? []) {
      const titled = word.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
      for (const written of [
        word,
        word.toUpperCase(),
        word.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
        titled,
      ])
        map.set(foldKey(written), [sense(list.key as ColumnKey, list.score, false, list.depth ?? 0)]);
    }
  }
  return map;
}

/** First characters of the whole words: what most cells are told from a header word by. */
const FIRST_CHARS: ReadonlySet<number> = new Set([...WHOLE_WORDS.keys()].map((word) => word.charCodeAt(0)));

/**
 * Whether a cell is a whole header word, for scanning rows: cells that begin like none are never folded.
 * @example isHeaderWord("序\n号") // true
 */
export function isHeaderWord(text: string): boolean {
  const length = text.length;
  if (length > LONGEST_HEADER) return false;
  const code = text.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff && !FIRST_CHARS.has(code)) return false;
  if (WHOLE_WORDS.has(text)) return true;
  return needsFolding(text) && isHeaderWordFolded(foldHeader(text));
}

function isHeaderWordFolded(folded: string): boolean {
  return WHOLE_WORDS.has(folded) || WHOLE_WORDS.has(withoutBrackets(folded));
}

/** Whether folding can make a header word of a text: it has blanks, brackets or marks, and is no sentence. */
function needsFolding(text: string): boolean {
  let plain = true;
  const last = text.length - 1;
  for (let i = 0; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    if (
      code === COMMA ||
      code === FULL_STOP ||
      code === SEMICOLON ||
      code === LISTING_COMMA ||
      (code === COLON && i < last)
    )
      return false;
    plain = false;
  }
  return !plain;
}

const LISTING_COMMA = 0x3001;
const COMMA = 0xff0c;
const FULL_STOP = 0x3002;
const SEMICOLON = 0xff1b;
const COLON = 0xff1a;

/** Longer cells are no header words. */
const LONGEST_HEADER = 40;
/** A header cell may carry a filling instruction after its word; only its beginning is looked at. */
const LONGEST_RAW = 400;

/**
 * The form in which header words are compared: NFKC, no white space, no marks, bullets or numbering at the ends.
 * @example foldHeader("＊ 责 任\n单位：") // "责任单位"
 */
export function foldHeader(text: string): string {
  const folded = foldKey(text.length > LONGEST_RAW ? text.slice(0, LONGEST_RAW) : text);
  let start = 0;
  let end = folded.length;
  while (start < end && MARKS.includes(folded.charAt(start))) start++;
  while (end > start && MARKS.includes(folded.charAt(end - 1))) end--;
  return start === 0 && end === folded.length ? folded : start === end ? folded : folded.slice(start, end);
}

const MARKS = "%*:;,。、★▲△●○■□※·_-—~!\"'";

/** The header without what stands in brackets: 整改时限(年月日) → 整改时限. Brackets alone leave the text as it is. */
function withoutBrackets(folded: string): string {
  if (!folded.includes("(") && !folded.includes("[") && !folded.includes("【")) return folded;
  let depth = 0;
  let plain = "";
  for (const char of folded) {
    if (char === "(" || char === "[" || char === "【") depth++;
    else if (char === ")" || char === "]" || char === "】") depth = Math.max(0, depth - 1);
    else if (depth === 0) plain += char;
  }
  return plain === "" ? folded : plain;
}

const NO_SENSES: readonly HeaderSense[] = [];
/** 完成率, 整改完成比例: a share of the work, in a ledger that of the item. */
const SHARE = re`${SHARE_HEADERS.work}${SHARE_HEADERS.share}$`;
const SHARE_SENSES: readonly HeaderSense[] = [sense("status", 0.75, true)];
/** The words before a legend or a choice: 整改状态 0待整改 1已完成, 复核状态：待复核/通过. */
const LEAD = /^[\u4e00-\u9fff]{2,12}(?=[\d:][^\d])/;

/**
 * What a folded header can mean by its words, best first within each way of matching; empty where nothing is known.
 * @param folded result of `foldHeader`.
 * @example sensesOf("整改时限") // [{ key: "deadline", score: 1, ambiguous: false, depth: 0 }]
 */
export function sensesOf(folded: string): readonly HeaderSense[] {
  const whole = WHOLE_WORDS.get(folded);
  if (whole) return whole;
  const paired = PAIRED.test(folded);
  if (paired && PERSON_AND_DEADLINE.test(folded)) return DEADLINE_SENSES;
  const core = withoutBrackets(folded);
  if (core.length > LONGEST_HEADER) return NO_SENSES;
  if (SHARE.test(core)) return SHARE_SENSES;
  const lead = LEAD.exec(core)?.[0];
  if (lead !== undefined && lead.length < core.length) return sensesOf(lead);
  const numbered = NUMBERED_UNITS.exec(core)?.[1];
  if (numbered !== undefined) return sensesOf(numbered);
  if (OTHER_ENDS.some((end) => folded.endsWith(end))) return NO_SENSES;
  if (core !== folded) {
    const senses = WHOLE_WORDS.get(core);
    if (senses) return senses;
  }
  if (MAY_ADJUST.test(core) && ADJUSTED_PHRASE.test(core)) return DEADLINE_SENSES;
  if (OTHER_FRONTS.some((front) => core.startsWith(front)) || OTHER_ENDS.some((end) => core.endsWith(end)))
    return NO_SENSES;
  const composed = composedSenses(folded, core);
  if (composed !== null) return composed;
  const parts = sensesOfParts(core);
  if (parts !== null) return parts;
  // …责任单位/责任人 under a band: what it ends with is only half of it.
  if (paired && UNIT_AND_PERSON_END.test(core)) return UNIT_AND_PERSON_SENSES;
  for (const [front, key, score] of FRONTS) if (core.startsWith(front)) return [sense(key as ColumnKey, score)];
  const end = HEAD_NOUNS.find(([noun]) => core.endsWith(noun))?.[0];
  if (end === undefined) return sensesOfRest(core);
  return HEAD_NOUNS.flatMap(([noun, key, score, ambiguous, depth]) =>
    noun === end ? [sense(key as ColumnKey, score, ambiguous, depth as 0 | 1 | 2 | 3)] : [],
  );
}

/** What a header says that no list has and no head noun ends: one of several times, two languages, a word of a trade. */
function sensesOfRest(core: string): readonly HeaderSense[] {
  const again = core.replace(TURN, "");
  if (again !== core && again !== "") return sensesOf(again);
  const slash = core.indexOf("/");
  if (slash > 0) {
    const [first, second] = [core.slice(0, slash), core.slice(slash + 1)];
    if (ENGLISH.test(first) !== ENGLISH.test(second)) return sensesOf(ENGLISH.test(first) ? second : first);
  }
  return sensesInPart(core);
}

const TURN = re`^${words.turn}`;
const ENGLISH = /^[A-Za-z .'-]+$/;

/** 责任单位1, 配合单位二: one of several columns. */
const NUMBERED_UNITS = re`^(.{0,6}${words.unitNoun})(?:\d{1,2}|[一二三四五六])$`;
/** First looks: to compile an expression of many words costs as much as a thousand of these. */
const PAIRED = /[/、和及与或(]/;
const MAY_ADJUST = /[延展顺调变新现]/;
const MAY_BE_DAY = /[时期日节]/;
const UNIT_PHRASE = re`^${words.unitPhrase}$`;
const UNIT_AND_PERSON = re`^${words.unitPhrase}(?:[/、和及与或]|\()${words.personPhrase}\)?$`;
const UNIT_AND_PERSON_END = re`${words.unitPhrase}(?:[/、和及与或]|\()${words.personPhrase}\)?$`;
/** 责任人/期限: the day is what is counted by; its reader passes over the name. */
const PERSON_AND_DEADLINE = re`^${words.personPhrase}(?:[/、和及与或]|\()${words.day}\)?$|^${words.day}(?:[/、和及与或]|\()${words.personPhrase}\)?$`;
const ADJUSTED_PHRASE = re`^${words.adjustedPhrase}$`;
const DEADLINE_PHRASE = re`^${words.deadlinePhrase}$`;
const UNIT_SENSES: readonly HeaderSense[] = [sense("unit", 0.9)];
const UNIT_AND_PERSON_SENSES: readonly HeaderSense[] = [sense("unit", 0.88)];
const DEADLINE_SENSES: readonly HeaderSense[] = [sense("deadline", 0.9)];

/** Words that are put together as headers of units and deadlines are: 责任 + 村, 要求 + 整改 + 时间. */
function composedSenses(folded: string, core: string): readonly HeaderSense[] | null {
  if (UNIT_PHRASE.test(core) && core === folded) return UNIT_SENSES;
  if (PAIRED.test(folded) && UNIT_AND_PERSON.test(folded)) return UNIT_AND_PERSON_SENSES;
  if (UNIT_PHRASE.test(core)) return UNIT_SENSES;
  return MAY_BE_DAY.test(core) && DEADLINE_PHRASE.test(core) ? DEADLINE_SENSES : null;
}

/**
 * Whether a cell of a possible header row is a header word: 2 a whole known word, 1 ends or begins with one, 0 neither.
 */
export function headerStrength(folded: string): 0 | 1 | 2 {
  if (folded.length === 0 || folded.length > LONGEST_RAW) return 0;
  if (WHOLE_WORDS.has(folded)) return 2;
  const core = withoutBrackets(folded);
  if (core.length > LONGEST_HEADER) return 0;
  if (core !== folded && WHOLE_WORDS.has(core)) return 2;
  return sensesOf(folded).length > 0 ? 1 : 0;
}

/** Whether a header is known to be about something that no field is: 是否公开… of a yes/no, 联系电话, 复查人, 未完成原因. */
export function isAboutOther(folded: string): boolean {
  const core = withoutBrackets(folded);
  if (OTHER_ENDS.some((end) => core.endsWith(end)) || OTHER_FRONTS.some((front) => core.startsWith(front))) return true;
  return sensesOfParts(core)?.length === 0;
}
