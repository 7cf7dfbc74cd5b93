/**
 * Reads the form of facts from untrusted input (a JSON file, fields of a pane) and says what is wrong in sentences: what,
 * where, what to do, with a right example.
 */
import * as v from "valibot";
import { closest } from "fastest-levenshtein";
import { compareDates, type CivilDate } from "../../zh/civil-date";
import { foldKey, trimText } from "../../zh/text";
import { readFormDate } from "../../zh/written-date";
import { FACT_EXAMPLES, FACT_LABELS, NO_FACTS, ORGANS, type FactName, type FactParagraph, type Facts } from "./facts";
import { allFactLabels } from "./inspection";
import { findPersonal } from "./personal";

export interface FactsProblem {
  /** null where the whole input is wrong. */
  readonly fact: FactName | null;
  readonly zh: string;
  readonly en: string;
}

type FactsOutcome =
  { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly problems: readonly FactsProblem[] };

const MAX_LINE = 200;
const MAX_PARAGRAPH = 20_000;
const MAX_PARAGRAPHS = 100;

const line = v.pipe(v.string(), v.transform(trimText), v.maxLength(MAX_LINE), v.regex(/^[^\n\r]*$/u));
const date = v.pipe(
  v.string(),
  v.transform(readFormDate),
  v.custom<CivilDate>((value) => value !== null),
);
/** Hints of the example that were not written over count as not filled in. */
const HINT = "（请填写";

function filled(text: string): string {
  const trimmed = trimText(text);
  return trimmed.startsWith(HINT) ? "" : trimmed;
}

const paragraph = v.pipe(
  v.union([
    v.pipe(
      v.string(),
      v.transform((text) => ({ heading: null, text: filled(text) })),
    ),
    v.pipe(
      v.strictObject({ 标题: v.optional(line), 正文: v.string() }),
      v.transform((one) => ({ heading: one["标题"] || null, text: filled(one["正文"]) })),
    ),
    v.pipe(
      v.strictObject({ heading: v.optional(v.nullable(line)), text: v.string() }),
      v.transform((one) => ({ heading: one.heading || null, text: filled(one.text) })),
    ),
  ]),
  v.custom<FactParagraph>((value) => (value as FactParagraph).text.length <= MAX_PARAGRAPH),
);
const paragraphs = v.pipe(
  v.union([
    v.array(paragraph),
    v.pipe(
      paragraph,
      v.transform((one) => [one]),
    ),
  ]),
  v.maxLength(MAX_PARAGRAPHS),
  v.transform((list): readonly FactParagraph[] => list.filter((one) => one.text !== "" || one.heading !== null)),
);

interface FactSpec {
  readonly schema: v.GenericSchema<never, unknown> | v.GenericSchema;
  readonly zh: string;
  readonly en: string;
}

const LINE = { schema: line, zh: `应是不换行的文字，至多${MAX_LINE}字`, en: "must be one line of text" } as const;
const DATE = { schema: date, zh: "应是一个日期", en: "must be a date" } as const;
const TEXT = {
  schema: paragraphs,
  zh: "应是一段文字，或若干段（可各带标题）的列表",
  en: "must be a text, or a list of paragraphs with or without headings",
} as const;

const SPECS: Readonly<Record<FactName, FactSpec>> = {
  unit: LINE,
  shortName: LINE,
  organ: {
    schema: v.picklist(ORGANS),
    zh: `只能是${ORGANS.join("、")}之一，请按本单位实际填写`,
    en: `must be one of ${ORGANS.join(", ")}, whichever applies to your office`,
  },
  orderedBy: LINE,
  inspector: LINE,
  round: LINE,
  inspectionKind: LINE,
  inspectedFrom: DATE,
  inspectedTo: DATE,
  feedbackDate: DATE,
  basis: LINE,
  subject: LINE,
  organisation: TEXT,
  accountability: TEXT,
  nextSteps: TEXT,
  phone: {
    schema: v.pipe(v.string(), v.maxLength(MAX_LINE), v.transform(tidyNumbers), v.check(areLandlines)),
    zh: "应是办公固定电话（区号加7位或8位号码，可带分机；不写区号的，号码不以0、1开头），几个号码用顿号隔开",
    en: "must be an office landline (area code and 7 or 8 digits, an extension if any; without an area code not beginning with 0 or 1), or several with 、 between them",
  },
  address: LINE,
  postcode: {
    schema: v.pipe(v.string(), v.transform(tidyNumber), v.regex(/^\d{6}$/u)),
    zh: "应是6位数字",
    en: "must be six digits",
  },
  email: {
    schema: v.pipe(v.string(), v.transform(tidyNumber), v.maxLength(MAX_LINE), v.check(isEmail)),
    zh: "应是电子邮箱地址",
    en: "must be an e-mail address",
  },
  publicFrom: DATE,
  publicTo: DATE,
  signature: LINE,
  signDate: DATE,
};

const FACT_NAMES = Object.keys(FACT_LABELS) as readonly FactName[];
const BY_KEY: ReadonlyMap<string, FactName> = new Map(
  FACT_NAMES.flatMap((name) => [
    [name, name] as const,
    ...[FACT_LABELS, ...allFactLabels()].map((labels) => [foldKey(labels[name]), name] as const),
  ]),
);
/** 单位全称：某县某某局, as one would say it; files write it their way. */
function exampleOf(fact: FactName): string {
  return `${FACT_LABELS[fact]}：${FACT_EXAMPLES[fact]}`;
}

/** Ranges whose ends must not stand the wrong way round. */
const RANGES: readonly (readonly [FactName & keyof Facts, FactName & keyof Facts])[] = [
  ["inspectedFrom", "inspectedTo"],
  ["inspectedTo", "feedbackDate"],
  ["feedbackDate", "signDate"],
  ["publicFrom", "publicTo"],
];

/** Half-width, no blanks, one kind of dash. */
function tidyNumber(text: string): string {
  return foldKey(text).replace(/[‐-―−－]/gu, "-");
}

/**
 * Area code and number, both optional parts in brackets or with a dash; an extension; 400 and 12xxx service lines. Behind an
 * area code that is set off any number may stand: forms are filled with made-up ones.
 */
function isLandline(text: string): boolean {
  return LANDLINE.test(text) || /^400-?\d{3}-?\d{4}$|^12\d{3}$/u.test(text);
}

const LANDLINE = /^(?:(?:\(0\d{2,3}\)-?|0\d{2,3}-)\d{7,8}|(?:\(?0\d{2,3}\)?-?)?[2-9]\d{6,7})(?:(?:-|转)\d{1,6})?$/u;

/** Several numbers in one field, however they are told apart. */
function tidyNumbers(text: string): string {
  return text
    .split(/[、，,；;/\n]/u)
    .map(tidyNumber)
    .filter((one) => one !== "")
    .join("、");
}

function areLandlines(text: string): boolean {
  return text.split("、").every(isLandline);
}

function isEmail(text: string): boolean {
  const at = text.indexOf("@");
  return (
    at > 0 && /^[\w.+-]+$/u.test(text.slice(0, at)) && /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/u.test(text.slice(at + 1))
  );
}

const PERSONAL_WORDS = {
  mobile: { zh: "个人手机号码", en: "a personal mobile number" },
  identity: { zh: "身份证号码", en: "an identity number" },
} as const;

/** The sentence for a personal number in a fact; null where there is none. */
function personalProblem(fact: FactName, value: unknown): FactsProblem | null {
  const texts = typeof value === "string" ? [value] : JSON.stringify(value ?? "").split(/[{}[\]"]/u);
  for (const text of texts) {
    const personal = findPersonal(text);
    if (personal === null) continue;
    const label = FACT_LABELS[fact];
    const words = PERSONAL_WORDS[personal.what];
    const instead = fact === "phone" ? "请改填办公固定电话" : fact === "email" ? "请改用公务邮箱" : "请删去";
    const insteadEn =
      fact === "phone" ? "give the office landline" : fact === "email" ? "use an office address" : "remove it";
    return {
      fact,
      zh: `「${label}」中有${words.zh}「${personal.text}」，通报面向社会公开，不宜刊登；${instead}，例如 ${exampleOf(fact)}。`,
      en: `${label} holds ${words.en} (${personal.text}), which must not be published in a public notice; ${insteadEn}, for example ${exampleOf(fact)}.`,
    };
  }
  return null;
}

/** Texts inside of what is no text itself, for sentences. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.values(value).flatMap(textsIn);
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : textsIn(value).join("、");
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && trimText(value) === "");
}

/**
 * Facts from a JSON object whose keys are the form's labels (单位全称) or their English names (unit). Empty values count as
 * not filled in.
 * @example readFacts({ 联系电话: "13800000000" }) // { ok: false, problems: [{ fact: "phone", zh: "…个人手机号码…" }] }
 */
export function readFacts(input: unknown): FactsOutcome {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    const zh = "不是通报要素：应逐项写明名称和内容，例如 单位全称：某县某某局；可先取一份样例照着填。";
    const en = "These are no facts: each needs its name and its text; take the example and fill it in.";
    return { ok: false, problems: [{ fact: null, zh, en }] };
  }
  const problems: FactsProblem[] = [];
  const values = new Map<FactName, unknown>();
  for (const [key, value] of Object.entries(input)) {
    const fact = BY_KEY.get(key) ?? BY_KEY.get(foldKey(key));
    if (fact === undefined) {
      const nearest =
        key.length > 40
          ? null
          : closest(
              foldKey(key),
              FACT_NAMES.map((name) => FACT_LABELS[name]),
            );
      const zh = `通报要素中没有「${shown(key)}」一项${nearest === null ? "" : `；是否指「${nearest}」？`}`;
      problems.push({
        fact: null,
        zh,
        en: `There is no fact “${shown(key)}”${nearest === null ? "." : `; did you mean ${nearest}?`}`,
      });
      continue;
    }
    if (isEmpty(value)) continue;
    const personal = personalProblem(fact, value);
    if (personal !== null) {
      problems.push(personal);
      continue;
    }
    const spec = SPECS[fact];
    // Several telephones may also be a list.
    const given = fact === "phone" && Array.isArray(value) ? value.join("、") : value;
    const outcome = v.safeParse(spec.schema as v.GenericSchema, given);
    if (outcome.success) {
      values.set(fact, outcome.output);
    } else {
      const label = FACT_LABELS[fact];
      problems.push({
        fact,
        zh: `「${label}」${spec.zh}，现在是「${shown(value)}」；例如 ${exampleOf(fact)}。`,
        en: `${label} ${spec.en}, not “${shown(value)}”; for example ${exampleOf(fact)}.`,
      });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const facts: Facts = { ...NO_FACTS, ...Object.fromEntries(values) };
  const turned = RANGES.find(([from, to]) => isAfter(facts[from], facts[to]));
  if (turned === undefined) return { ok: true, facts };
  const [from, to] = turned.map((name) => FACT_LABELS[name]);
  const zh = `「${from}」晚于「${to}」；请核对这两个日期。`;
  return { ok: false, problems: [{ fact: turned[0], zh, en: `${from} is later than ${to}; check both dates.` }] };
}

function isAfter(from: unknown, to: unknown): boolean {
  return isDate(from) && isDate(to) && compareDates(from, to) > 0;
}

function isDate(value: unknown): value is CivilDate {
  return typeof value === "object" && value !== null && "year" in value;
}
