/**
 * What stands between the braces of a template, in either width:
 *
 * ```
 * 反馈问题.已完成            a place (places.ts)
 * 合计:追缴金额              the sum of a column
 * 个数:整改成果=修订制度      how many items hold a value in a column; without =…, how many hold any
 * 率:正在整改                the share of a status
 * 逐类:整改类型              in a piece: the piece once for every value of the column
 * …[到期][单位=财务科]       of which items
 * 截至, 截至年月日, 截至月底   the as-of day
 * 巡察组                    a free variable
 * ```
 */
import { closest, distance } from "fastest-levenshtein";
import type { Kind, Status } from "../ledger";
import { headersOf, namesIn, type Filter } from "../tally";
import { reWith } from "../zh/pattern";
import { foldKey, trimText } from "../zh/text";
import { COUNT_WORDS, EACH_WORDS, FILTER_KEYS, SHARE_WORDS, SUM_WORDS } from "../zh/words/template";
import { columnsNamed, isOwnColumn, type Known } from "./known";
import { readPeriodWords } from "./period";
import {
  AS_OF_WORD,
  looksLikePlace,
  mistakenVariable,
  nearestPlace,
  resolvePlace,
  type Asked,
  type TemplatePlace,
} from "./places";
import {
  OTHER_WORDS,
  printedWord,
  STATUS_NAMES_BY_SUBJECT,
  SUBJECT_NAMES,
  SUBJECTS,
  type Subject,
} from "./status-words";
import type { TemplateProblem } from "./types";

/** How the as-of day is written: 截至12月22日, 截至2025年12月22日, 截至12月底, 截至2025年12月底. */
export type AsOfForm = "day" | "yearDay" | "month" | "yearMonth";

type Expression =
  | { readonly type: "place"; readonly place: TemplatePlace }
  | { readonly type: "asOf"; readonly form: AsOfForm }
  | { readonly type: "each"; readonly column: string }
  | { readonly type: "variable"; readonly name: string }
  | { readonly type: "problem"; readonly problem: Pick<TemplateProblem, "type" | "nearest" | "detail"> };

const AS_OF_FORMS: ReadonlyMap<string, AsOfForm> = new Map([
  [AS_OF_WORD, "day"],
  ["截至月日", "day"],
  ["截至年月日", "yearDay"],
  ["截至月底", "month"],
  ["截至年月底", "yearMonth"],
]);

const KEYS = [...SUM_WORDS, ...COUNT_WORDS, ...SHARE_WORDS, ...EACH_WORDS];
const KIND_FILTER = reWith("u")`\[${FILTER_KEYS.kind}=([^\]]+)\]`;
const FILTERS = /^(?:\[[^[\]]*\])+$/u;

function problem(type: TemplateProblem["type"], nearest: string | null = null, detail = ""): Expression {
  return { type: "problem", problem: { type, nearest, detail } };
}

/**
 * Reads the content of a pair of braces.
 * @example readExpression("反馈问题．已完成［单位＝财务科］", known) // place 反馈问题.已完成[单位=财务科]
 */
export function readExpression(content: string, known: Known): Expression {
  const written = trimText(content);
  const folded = foldKey(written);
  if (folded === "") return problem("empty");
  const asOf = AS_OF_FORMS.get(folded);
  if (asOf !== undefined) return { type: "asOf", form: asOf };
  const bracket = folded.indexOf("[");
  const head = bracket < 0 ? folded : folded.slice(0, bracket);
  const tail = bracket < 0 ? "" : folded.slice(bracket);
  if (tail !== "" && !FILTERS.test(tail)) return problem("badFilter", null, tail);
  const asked = readHead(head, bracket < 0 ? written : head, kindIn(tail), known);
  if (!("asked" in asked)) return tail === "" || asked.type === "problem" ? asked : problem("badFilter", null, tail);
  return withFilters(asked.asked, tail, known);
}

/** The subject that a filter [类型=信访件] names, the problems where none does. */
function kindIn(tail: string): Subject {
  const value = KIND_FILTER.exec(tail)?.[1];
  return (value === undefined ? null : subjectOf(value)) ?? "problem";
}

/** The kind of a word, null where it names none. */
function subjectOf(word: string): Exclude<Subject, "measures"> | null {
  for (const subject of SUBJECTS)
    if (subject !== "measures" && SUBJECT_NAMES[subject].some((name) => foldKey(name) === word)) return subject;
  return null;
}

type Head = Expression | { readonly asked: Asked };

function readHead(head: string, written: string, subject: Subject, known: Known): Head {
  const colon = head.indexOf(":");
  const key = colon < 0 ? "" : head.slice(0, colon);
  const rest = head.slice(colon + 1);
  if (SUM_WORDS.includes(key)) return askColumn(rest, known, { type: "sum", name: `合计:${rest}`, column: rest });
  if (COUNT_WORDS.includes(key)) return askValue(rest, known);
  if (SHARE_WORDS.includes(key)) return askShare(rest, subject);
  if (EACH_WORDS.includes(key)) return askEach(rest, known);
  const looksAsked = looksLikePlace(head);
  if (looksAsked) {
    const place = resolvePlace(head, known.forms);
    return place === null ? problem("unknownPlace", nearestPlace(head, known.forms)) : { asked: place };
  }
  const meant = mistakenVariable(head);
  if (meant !== null) return problem("unknownPlace", meant);
  const near = key === "" ? null : closest(key, KEYS);
  if (near !== null && distance(near, key) < Math.max(near.length, key.length))
    return problem("unknownPlace", `${near}:${rest}`);
  return { type: "variable", name: written };
}

/** What is asked of a column that must be there; nothing wrong where the workbook is not known. */
function askColumn(column: string, known: Known, asked: Asked): Head {
  return columnProblem(column, known) ?? { asked };
}

function askEach(column: string, known: Known): Head {
  return columnProblem(column, known) ?? { type: "each", column };
}

function askValue(text: string, known: Known): Head {
  const equals = text.indexOf("=");
  const column = equals < 0 ? text : text.slice(0, equals);
  const value = equals < 0 ? null : text.slice(equals + 1);
  if (value === "") return problem("noValue", null, column);
  return askColumn(column, known, { type: "value", name: `个数:${text}`, column, value });
}

function columnProblem(column: string, known: Known): Expression | null {
  if (column === "") return problem("noColumn");
  if (known.reading === null) return null;
  const found = columnsNamed(known.reading, column);
  if (found.type === "found" || (found.type === "unknown" && isOwnColumn(column))) return null;
  if (found.type === "ambiguous") return problem("ambiguousColumn", null, found.headers.join("」「"));
  return problem("unknownColumn", nearestHeader(column, headersOf(known.reading)), column);
}

/** The header that a name was probably meant for; null where none has most of its characters in place. */
function nearestHeader(column: string, headers: readonly string[]): string | null {
  let [best, least]: [string | null, number] = [null, 0.7];
  for (const header of headers) {
    const bare = foldKey(header).replace(/\([^()]*\)/gu, "");
    const away = distance(column, bare) / Math.max(column.length, bare.length, 1);
    if (away < least) [best, least] = [header, away];
  }
  return best;
}

function askShare(word: string, subject: Subject): Head {
  if (has(OTHER_WORDS.rest, word))
    return { asked: { type: "share", name: `率:${OTHER_WORDS.rest[0] ?? ""}`, subject, status: "rest" } };
  const status = statusNamed(word, subject);
  if (status === null) return problem("unknownStatus", null, word);
  const name = `率:${STATUS_NAMES_BY_SUBJECT[subject][status][0] ?? ""}`;
  return { asked: { type: "share", name, subject, status } };
}

/** The status of a word, by the subject's own words first. */
function statusNamed(word: string, subject: Subject): Status | null {
  for (const of of [subject, ...SUBJECTS])
    for (const [status, words] of Object.entries(STATUS_NAMES_BY_SUBJECT[of]) as [Status, readonly string[]][])
      if (words.some((each) => foldKey(each) === word) || printedWord(of, status) === word) return status;
  return null;
}

/** A place with its filters; its name is written in one way. */
function withFilters(asked: Asked, tail: string, known: Known): Expression {
  const filters: Filter[] = [];
  let name = asked.name;
  for (const [, inside = ""] of tail.matchAll(/\[([^\]]*)\]/gu)) {
    const filter = readFilter(inside, asked, known);
    if ("problem" in filter) return { type: "problem", problem: filter.problem };
    filters.push(filter.filter);
    name += `[${inside}]`;
  }
  if (filters.length > 0 && (asked.type === "persons" || asked.type === "personTimes" || asked.type === "form"))
    return problem("filteredPersons", null, tail);
  return { type: "place", place: { ...asked, name, filters } };
}

type ReadFilter =
  { readonly filter: Filter } | { readonly problem: Pick<TemplateProblem, "type" | "nearest" | "detail"> };

const has = (words: readonly string[], word: string): boolean => words.includes(word);

function readFilter(inside: string, asked: Asked, known: Known): ReadFilter {
  if (has(FILTER_KEYS.due, inside)) return { filter: { type: "due" } };
  if (has(FILTER_KEYS.counted, inside)) return { filter: { type: "counted" } };
  const equals = inside.indexOf("=");
  const key = equals < 0 ? inside : inside.slice(0, equals);
  const value = equals < 0 ? "" : inside.slice(equals + 1);
  const wrong = (type: TemplateProblem["type"], nearest: string | null = null, detail = inside): ReadFilter => ({
    problem: { type, nearest, detail },
  });
  if (key === "" || value === "") return wrong("badFilter", null, `[${inside}]`);
  if (has(FILTER_KEYS.status, key)) {
    const status = statusNamed(value, "subject" in asked ? asked.subject : "problem");
    return status === null ? wrong("unknownStatus", null, value) : { filter: { type: "status", status } };
  }
  if (has(FILTER_KEYS.deadline, key)) {
    const period = readPeriodWords(value);
    return period === null ? wrong("badPeriod", null, value) : { filter: { type: "deadline", period } };
  }
  if (has(FILTER_KEYS.kind, key)) {
    const kind = kindFilter(value, asked, known);
    if (kind !== null) return { filter: { type: "kind", kind } };
  }
  for (const type of ["unit", "section", "leader"] as const) {
    if (!has(FILTER_KEYS[type], key) || hasColumn(key, known, type)) continue;
    const names = known.reading === null ? [] : namesIn(known.reading)[type];
    const near = nearValue(value, names);
    return near === null ? { filter: { type, name: value } } : wrong("unknownValue", near, value);
  }
  const column = has(FILTER_KEYS.kind, key) ? "类型" : key;
  const missing = columnProblem(column, known);
  if (missing?.type === "problem") return { problem: missing.problem };
  return { filter: { type: "column", column, value } };
}

/** 板块 may be the header of a column that is no section of ours; a unit is always asked for as a unit. */
function hasColumn(key: string, known: Known, type: "unit" | "section" | "leader"): boolean {
  if (known.reading === null || type !== "section") return false;
  const mapped = known.reading.ledgers.some(({ columns }) => columns.section !== undefined);
  return !mapped && columnsNamed(known.reading, key).type === "found";
}

/** 类型 tells a kind of ledgers where the place is of none; in a place of a kind it is a column. */
function kindFilter(value: string, asked: Asked, known: Known): Kind | null {
  if (asked.type === "subject" || asked.type === "last" || asked.type === "then") return null;
  const kind = subjectOf(value);
  if (kind === null || known.reading === null) return kind;
  const isThere = known.reading.ledgers.some((ledger) => ledger.kind === kind);
  return isThere || columnsNamed(known.reading, "类型").type !== "found" ? kind : null;
}

/** Whether all characters of a word stand in a longer one in the same order. */
function isShortened(word: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === word.charAt(at)) at += 1;
  return at === word.length;
}

/** The name that was probably meant by one that the ledger does not have; null where it has it, or has nothing like it. */
function nearValue(value: string, names: readonly string[]): string | null {
  const folded = names.map(foldKey);
  if (names.length === 0 || folded.includes(foldKey(value))) return null;
  // 党建 of 党的建设
  const long = folded.find((name) => value.length > 1 && isShortened(value, name));
  if (long !== undefined) return names[folded.indexOf(long)] ?? null;
  const best = closest(value, folded);
  const near = distance(best, value) <= Math.max(1, Math.floor(value.length / 3)) || best.includes(value);
  return near ? (names[folded.indexOf(best)] ?? null) : null;
}
