/**
 * Places of the summary's template language: `{反馈问题.已完成}` is a subject and a word for what is counted of it. This is
 * their one list: the parser, the composer, the pane's picker and the help are made from it.
 */
import { closest } from "fastest-levenshtein";
import { foldKey } from "../zh/text";
import { STATUSES, type Status } from "../ledger";
import { PROGRESS_CLASSES, type Filter, type ProgressClass } from "../tally";
import { LAST_METRICS, LAST_PERIOD, PROGRESS_WORDS, THEN_WORDS } from "../zh/words/template";
import {
  KNOWN_FORMS,
  OTHER_WORDS,
  PERSON_TIMES_WORDS,
  PERSON_WORDS,
  RATE_WORDS,
  STATUS_NAMES_BY_SUBJECT,
  SUBJECT_NAMES,
  SUBJECTS,
  type Subject,
} from "./status-words";

/** What a place asks of its subject. */
type Metric =
  | { readonly type: "status"; readonly status: Status }
  | { readonly type: "rate" }
  /** 进度类别; what is done is the status. */
  | { readonly type: "progress"; readonly progress: Exclude<ProgressClass, "done"> }
  | { readonly type: "total" | "rest" | "overdue" | "dueSoon" | "onTime" | "parents" | "sections" };

/** What is asked of two periods. */
export type LastMetric = keyof typeof LAST_METRICS;

/** What a figure is of. `name` is canonical: aliases of one place share it. */
export type Asked =
  | { readonly type: "subject"; readonly name: string; readonly subject: Subject; readonly metric: Metric }
  | { readonly type: "persons"; readonly name: string }
  | { readonly type: "personTimes"; readonly name: string }
  | { readonly type: "form"; readonly name: string; readonly form: string }
  /** The sum of a column. */
  | { readonly type: "sum"; readonly name: string; readonly column: string }
  /** Items that hold a value in a column; null: any. */
  | { readonly type: "value"; readonly name: string; readonly column: string; readonly value: string | null }
  /** The share of a status, or of all that is left. */
  | { readonly type: "share"; readonly name: string; readonly subject: Subject; readonly status: Status | "rest" }
  | { readonly type: "last"; readonly name: string; readonly subject: Subject; readonly metric: LastMetric }
  /** The same count or rate as it stood in the last period. */
  | { readonly type: "then"; readonly name: string; readonly subject: Subject; readonly metric: Metric };

/** A place, resolved: what is asked, and of which items. */
export type TemplatePlace = Asked & { readonly filters: readonly Filter[] };

const NO_FILTERS: readonly Filter[] = [];

/** The reserved word without a dot: 截至12月22日. */
export const AS_OF_WORD = "截至";

interface SubjectPlaces {
  /** Canonical word of the subject. */
  readonly word: string;
  readonly byWord: ReadonlyMap<string, TemplatePlace>;
}

function itemMetrics(subject: Subject): readonly (readonly [readonly string[], Metric])[] {
  const common: (readonly [readonly string[], Metric])[] = [
    [OTHER_WORDS.total, { type: "total" }],
    ...STATUSES.map((status) => [STATUS_NAMES_BY_SUBJECT[subject][status], { type: "status", status }] as const),
    [OTHER_WORDS.rest, { type: "rest" }],
    [RATE_WORDS[subject], { type: "rate" }],
  ];
  if (subject === "measures") return common;
  const levels = ["overdue", "dueSoon", "onTime", "parents", "sections"] as const;
  const classes = PROGRESS_CLASSES.filter((progress) => progress !== "done").map(
    (progress) => [PROGRESS_WORDS[progress], { type: "progress", progress }] as const,
  );
  return [...common, ...levels.map((type) => [OTHER_WORDS[type], { type }] as const), ...classes];
}

function subjectPlaces(subject: Subject): SubjectPlaces {
  const word = SUBJECT_NAMES[subject][0] ?? subject;
  const byWord = new Map<string, TemplatePlace>();
  for (const [words, metric] of itemMetrics(subject)) {
    const name = `${word}.${words[0] ?? ""}`;
    const place: TemplatePlace = { type: "subject", name, subject, metric, filters: NO_FILTERS };
    for (const alias of words) {
      const key = foldKey(alias);
      if (!byWord.has(key)) byWord.set(key, place);
    }
  }
  for (const [metric, words] of Object.entries(LAST_METRICS) as [LastMetric, readonly string[]][]) {
    const name = `${word}.${LAST_PERIOD[0] ?? ""}${words[0] ?? ""}`;
    const place: TemplatePlace = { type: "last", name, subject, metric, filters: NO_FILTERS };
    for (const alias of words) byWord.set(`${LAST_PERIOD[0] ?? ""}${alias}`, place);
  }
  return { word, byWord };
}

function accountabilityPlaces(): SubjectPlaces {
  const word = SUBJECT_NAMES.accountability[0] ?? "";
  const byWord = new Map<string, TemplatePlace>();
  const persons: TemplatePlace = { type: "persons", name: `${word}.${PERSON_WORDS[0]}`, filters: NO_FILTERS };
  const times = `${word}.${PERSON_TIMES_WORDS[0]}`;
  const personTimes: TemplatePlace = { type: "personTimes", name: times, filters: NO_FILTERS };
  for (const alias of PERSON_WORDS) byWord.set(alias, persons);
  for (const alias of PERSON_TIMES_WORDS) byWord.set(alias, personTimes);
  for (const form of KNOWN_FORMS)
    byWord.set(form, { type: "form", name: `${word}.${form}`, form, filters: NO_FILTERS });
  return { word, byWord };
}

const ACCOUNTABILITY = accountabilityPlaces();

/** Subject words (canonical and aliases) to their places. */
const BY_SUBJECT_WORD: ReadonlyMap<string, SubjectPlaces> = new Map(
  [
    ...SUBJECTS.map((subject) => [subject, subjectPlaces(subject)] as const),
    ["accountability", ACCOUNTABILITY] as const,
  ].flatMap(([subject, places]) => SUBJECT_NAMES[subject].map((word) => [foldKey(word), places] as const)),
);

const SUBJECT_KEYS = Array.from(BY_SUBJECT_WORD.keys());
/** Longer words have no near neighbour worth naming, and comparing them would cost. */
const LONGEST_WORD = 40;

/** Splits at the first dot, written in either width; null without one. */
function splitName(name: string): readonly [subject: string, word: string] | null {
  const folded = foldKey(name);
  const dot = folded.indexOf(".");
  return dot < 0 ? null : [folded.slice(0, dot), folded.slice(dot + 1)];
}

/** 较上月, 比上期 and the like in one way. */
function inOneWay(word: string): string {
  const written = LAST_PERIOD.find((prefix) => word.startsWith(prefix));
  return written === undefined ? word : `${LAST_PERIOD[0] ?? ""}${word.slice(written.length)}`;
}

/** 上期已完成, 上月底完成率: what a place of this period was then; null where the word is none of these. */
function thenPlace({ word, byWord }: SubjectPlaces, asked: string): TemplatePlace | null {
  const prefix = THEN_WORDS.find((each) => asked.startsWith(each));
  if (prefix === undefined) return null;
  const now = byWord.get(asked.slice(prefix.length));
  if (now?.type !== "subject") return null;
  const name = `${word}.${THEN_WORDS[0] ?? ""}${now.name.slice(word.length + 1)}`;
  return { type: "then", name, subject: now.subject, metric: now.metric, filters: NO_FILTERS };
}

/** Whether a name is written like a place, with a dot: such a name must be a known place. */
export function looksLikePlace(name: string): boolean {
  return splitName(name) !== null;
}

/**
 * The place of a name, null where there is none. Width and blanks do not matter.
 * @param forms forms of accountability known besides the usual ones (those of the ledger)
 * @example resolvePlace("信访件.已完成")?.name // "信访件.已办结"
 */
export function resolvePlace(name: string, forms: ReadonlySet<string> = new Set()): TemplatePlace | null {
  const split = splitName(name);
  if (split === null) return null;
  const [subject, word] = split;
  const places = BY_SUBJECT_WORD.get(subject);
  if (places === undefined) return null;
  const place = places.byWord.get(inOneWay(word)) ?? thenPlace(places, word);
  if (place !== null) return place;
  if (places === ACCOUNTABILITY && forms.has(word))
    return { type: "form", name: `${places.word}.${word}`, form: word, filters: NO_FILTERS };
  return null;
}

/**
 * The known place nearest to a name that is none.
 * @example nearestPlace("反馈问题.己完成") // "反馈问题.已完成"
 */
export function nearestPlace(name: string, forms: ReadonlySet<string> = new Set()): string | null {
  const [subject, word] = splitName(name) ?? [foldKey(name), ""];
  if (subject.length > LONGEST_WORD || word.length > LONGEST_WORD) return null;
  const places = BY_SUBJECT_WORD.get(closest(subject, SUBJECT_KEYS));
  if (places === undefined) return null;
  const words = Array.from(places.byWord.keys());
  if (places === ACCOUNTABILITY) words.push(...forms);
  if (word === "") return `${places.word}.${words[0] ?? ""}`;
  const then = THEN_WORDS.find((each) => word.startsWith(each));
  if (then !== undefined) {
    const own = words.filter((each) => places.byWord.get(each)?.type === "subject");
    const inner = closest(word.slice(then.length), own.length > 0 ? own : words);
    return `${places.word}.${THEN_WORDS[0] ?? ""}${places.byWord.get(inner)?.name.slice(places.word.length + 1) ?? inner}`;
  }
  const nearest = closest(inOneWay(word), words);
  return places.byWord.get(nearest)?.name ?? `${places.word}.${nearest}`;
}

/** Signs people put where the dot belongs. */
const DOT_LOOKALIKES = /[·・:：、，,。_\-—/]/u;

/**
 * A name without a dot is a free variable, unless it is clearly meant to be a place or the reserved 截至: then what was
 * probably meant, else null.
 * @example mistakenVariable("截止") // "截至"
 * @example mistakenVariable("反馈问题总数") // "反馈问题.总数"
 * @example mistakenVariable("巡察组") // null
 */
export function mistakenVariable(name: string): string | null {
  const word = foldKey(name);
  if (word.length > LONGEST_WORD) return null;
  if (word.startsWith("截止") || word.startsWith(AS_OF_WORD)) return AS_OF_WORD;
  const own = BY_SUBJECT_WORD.get(word);
  if (own !== undefined) return Array.from(own.byWord.values())[0]?.name ?? null;
  for (const key of SUBJECT_KEYS) {
    if (!word.startsWith(key)) continue;
    const rest = word.slice(key.length);
    const place = resolvePlace(`${key}.${DOT_LOOKALIKES.test(rest.charAt(0)) ? rest.slice(1) : rest}`);
    if (place !== null) return place.name;
  }
  const problems = BY_SUBJECT_WORD.get(foldKey(SUBJECT_NAMES.problem[0] ?? ""));
  return problems?.byWord.get(word)?.name ?? null;
}

/** A place with every way of writing its word, the canonical one first. */
interface ListedPlace {
  readonly place: TemplatePlace;
  readonly words: readonly string[];
}

/** The words of a subject, the canonical one first (反馈问题、具体问题). */
export function subjectWords(place: TemplatePlace): readonly string[] {
  return SUBJECT_NAMES["subject" in place ? place.subject : "accountability"];
}

/** All places by canonical name, for pickers and help, in a sensible order; forms of accountability not included. */
export function listPlaces(): readonly ListedPlace[] {
  const listed = new Map<TemplatePlace, string[]>();
  for (const subject of [...SUBJECTS, "accountability"] as const) {
    const places = BY_SUBJECT_WORD.get(foldKey(SUBJECT_NAMES[subject][0] ?? ""));
    for (const [word, place] of places?.byWord ?? []) {
      if (place.type === "form") continue;
      const words = listed.get(place);
      if (words === undefined) listed.set(place, [word]);
      else words.push(word);
    }
  }
  return Array.from(listed, ([place, words]) => ({ place, words }));
}
