/** What a letter needs besides the ledger (督办函要素). Nothing of it is guessed; what is not given stays open in the letter. */
import { closest } from "fastest-levenshtein";
import { chineseDate, compareDates, isoDate, type CivilDate } from "../../zh/civil-date";
import { foldKey, trimText } from "../../zh/text";
import { readFormDate } from "../../zh/written-date";

export interface LetterFacts {
  readonly issuer: string | null;
  /** ×整改办督, what stands before the year of a 文号. */
  readonly prefix: string | null;
  readonly year: number | null;
  /** Number of the first letter. */
  readonly start: number | null;
  readonly replyBy: CivilDate | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly signDate: CivilDate | null;
}

/** The names of the form, which are its keys in a file and stand in 【待补充：…】. */
export const LETTER_FACTS: Readonly<Record<keyof LetterFacts, string>> = {
  issuer: "发文单位",
  prefix: "文号前缀",
  year: "年份",
  start: "文号起始",
  replyBy: "反馈期限",
  contact: "联系人",
  phone: "联系电话",
  signDate: "落款日期",
};

export const NO_LETTER_FACTS: LetterFacts = Object.freeze({
  issuer: null,
  prefix: null,
  year: null,
  start: null,
  replyBy: null,
  contact: null,
  phone: null,
  signDate: null,
});

const EXAMPLE: Readonly<Record<keyof LetterFacts, string | number>> = {
  issuer: "××县某某整改工作领导小组办公室",
  prefix: "×整改办督",
  year: 2025,
  start: 1,
  replyBy: "2025-12-10",
  contact: "甲某",
  phone: "0000-2345678",
  signDate: "2025-12-01",
};

/** The form filled in with made-up values, as the text of a JSON file. */
export function letterFactsExample(): string {
  const names = Object.keys(LETTER_FACTS) as (keyof LetterFacts)[];
  return `${JSON.stringify(Object.fromEntries(names.map((name) => [LETTER_FACTS[name], EXAMPLE[name]])), null, 2)}\n`;
}

type Told = { readonly zh: string; readonly en: string };
type FactsOutcome = { readonly ok: true; readonly facts: LetterFacts } | ({ readonly ok: false } & Told);

const LONGEST = 200;
const NAMES = new Map((Object.keys(LETTER_FACTS) as (keyof LetterFacts)[]).map((n) => [foldKey(LETTER_FACTS[n]), n]));

function readLine(value: unknown): string | undefined {
  const text = typeof value === "string" ? trimText(value) : undefined;
  return text === undefined || text.length > LONGEST || /[\r\n]/u.test(text) ? undefined : text;
}

function readWhole(value: unknown, least: number, most: number): number | undefined {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? foldKey(value) : "";
  const number = /^\d{1,6}$/u.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
}

const LINE = { read: readLine, zh: "应是一行文字", en: "must be one line of text" };
const DAY = {
  read: (value: unknown) => (typeof value === "string" ? (readFormDate(value) ?? undefined) : undefined),
  zh: "应是一个日期",
  en: "must be a date",
};
const FORMS: Readonly<Record<keyof LetterFacts, { readonly read: (value: unknown) => unknown } & Told>> = {
  issuer: LINE,
  prefix: LINE,
  year: { read: (value) => readWhole(value, 1949, 9999), zh: "应是四位数的年份", en: "must be a four-digit year" },
  start: {
    read: (value) => readWhole(value, 1, 999_999),
    zh: "应是 1 以上的整数",
    en: "must be a whole number of 1 or more",
  },
  replyBy: DAY,
  contact: LINE,
  phone: LINE,
  signDate: DAY,
};

/**
 * The form from untrusted input. Empty values count as not given.
 * @param known names of other forms kept in the same file, which are passed over
 * @example readLetterFacts({ 发文单位: "××县某某办公室", 文号起始: 3 }, new Set())
 */
export function readLetterFacts(input: unknown, known: ReadonlySet<string>): FactsOutcome {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return {
      ok: false,
      zh: "不是督办函要素：应逐项写明名称和内容，例如 发文单位：××县某某办公室；可先用 --facts-example 取一份样例。",
      en: "These are not the facts of a letter: give each field with its name and content, for example 发文单位; print an example with --facts-example.",
    };
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const name = NAMES.get(foldKey(key));
    if (name === undefined) {
      if (known.has(foldKey(key))) continue;
      return unknownFact(key);
    }
    if (value === null || value === undefined || (typeof value === "string" && trimText(value) === "")) continue;
    const read = FORMS[name].read(value);
    if (read === undefined) return wrongFact(name, value);
    values[name] = read;
  }
  const facts: LetterFacts = { ...NO_LETTER_FACTS, ...values };
  const { signDate, replyBy } = facts;
  if (signDate !== null && replyBy !== null && compareDates(replyBy, signDate) < 0)
    return {
      ok: false,
      zh: `反馈期限（${chineseDate(replyBy)}）早于落款日期（${chineseDate(signDate)}）；请核对这两个日期。`,
      en: `The reply date ${isoDate(replyBy)} is before the letter's date ${isoDate(signDate)}; check both.`,
    };
  return { ok: true, facts };
}

function unknownFact(key: string): FactsOutcome {
  const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  const nearest = closest(key.slice(0, 40), Object.values(LETTER_FACTS));
  return {
    ok: false,
    zh: `督办函要素中没有「${shown}」一项；是否指「${nearest}」？`,
    en: `There is no field “${shown}” in the facts; did you mean ${nearest}?`,
  };
}

function wrongFact(name: keyof LetterFacts, value: unknown): FactsOutcome {
  const text = typeof value === "string" || typeof value === "number" ? String(value).slice(0, 40) : typeof value;
  const { zh, en } = FORMS[name];
  const label = LETTER_FACTS[name];
  return {
    ok: false,
    zh: `「${label}」${zh}，现在是「${text}」；例如 ${label}：${EXAMPLE[name]}。`,
    en: `${label} ${en}, not “${text}”; for example ${EXAMPLE[name]}.`,
  };
}
