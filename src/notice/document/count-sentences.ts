/** Sentences with figures: the summary, the counts of what is not listed, accountability. */
import type { CivilDate } from "../../zh/civil-date";
import { textOf, type Kind, type Reading } from "../../ledger";
import type { Precision, Count, Tally } from "../../tally";
import { compose } from "../compose";
import type { FigureSource } from "../figure-value";
import { knownOf } from "../known";
import { SUBJECT_NAMES, type Subject } from "../status-words";
import { parseTemplate, type Template } from "../template";
import type { Span } from "../types";
import type { Filler } from "./builder";
import { type FactName, type Facts, FACT_LABELS } from "./facts";
import type { FactSentence } from "./fact-sentence";
import { templateInWordsOf, type Inspection } from "./inspection";
import { cellSpan, refOf, factText, open, words } from "./spans";
import { oneLine } from "./tidy";
import { withBases } from "./rate-bases";
import type { NoticeSpan } from "./types";

export interface CountContext {
  readonly tally: Tally;
  readonly source: FigureSource;
  readonly asOf: CivilDate;
  readonly precision: Precision;
  readonly facts: Facts;
  /** Free variables of the summary that are no facts. */
  readonly variables: ReadonlyMap<string, string>;
  readonly inspection: Inspection;
}

/** Variables of the shipped templates that the form holds. */
const VARIABLE_FACTS: ReadonlyMap<string, "inspector" | "round"> = new Map([
  ["巡察组", "inspector"],
  ["轮次", "round"],
]);

/**
 * A composed template as a sentence of the notice: variables become facts, what is not set becomes an open place.
 * Variables are put in after composing, so that every one keeps its source.
 * @param saysBases rates that divide something else than what stands before them say what: not in a template of one's own
 */
export function countSentence(template: Template, context: CountContext, saysBases = false): FactSentence {
  const { tally, source, asOf, precision, facts, variables, inspection } = context;
  const composed = compose(template, tally, { asOf, precision, source, variables: new Map() });
  const places = new Map<string, Filler>();
  const told = saysBases ? withBases(composed.spans, precision) : composed.spans;
  const spans = told.map((span): NoticeSpan => {
    if (span.type !== "unset") return span;
    const fact: FactName | undefined = VARIABLE_FACTS.get(span.name);
    const value = variables.get(span.name);
    if (fact === "inspector" || fact === "round") {
      const filled = facts[fact];
      if (filled !== null) return factText(fact, filled);
    }
    if (value !== undefined && value !== "") return { type: "fact", text: value, fact: null };
    const name = fact === undefined ? span.name : fact === "inspector" ? inspection.words.team : FACT_LABELS[fact];
    places.set(name, fact === undefined ? {} : { fact });
    return open(name);
  });
  return { spans, places };
}

/** The same for a template of ours: its words are those of the inspection that the notice speaks of. */
export function ourSentence(template: Template, context: CountContext, saysBases = false): FactSentence {
  return countSentence(templateInWordsOf(context.inspection, template), context, saysBases);
}

/** Kinds of which a sentence prints a figure. */
export function countedKinds(spans: readonly NoticeSpan[]): ReadonlySet<Kind> {
  const counted = new Set<Kind>();
  for (const span of spans) {
    if (span.type !== "figure") continue;
    const subject = span.metric.slice(0, span.metric.indexOf("."));
    for (const [kind, names] of Object.entries(SUBJECT_NAMES) as [Subject | "accountability", readonly string[]][]) {
      if (names[0] === subject && kind !== "measures") counted.add(kind);
    }
  }
  return counted;
}

function figure(metric: string, count: Count): Extract<Span, { type: "figure" }> {
  return { type: "figure", text: String(count.value), metric, definition: null, rows: count.rows, ofRows: null };
}

/** Where a form of accountability is first written. */
function formSpan(reading: Reading, form: string): NoticeSpan {
  for (const ledger of reading.ledgers) {
    if (ledger.kind !== "accountability") continue;
    const item = ledger.items.find((one) => one.forms.includes(form));
    const ref = item === undefined ? null : refOf(item, item, "form");
    if (ref !== null) return { type: "cell", text: form, field: "form", ref };
  }
  return words(form);
}

/** How many were held accountable, and how: never who. Null where the ledger holds none. */
export function accountabilitySentence(reading: Reading, tally: Tally): readonly NoticeSpan[] | null {
  const { accountability } = tally;
  if (accountability === null || accountability.persons.value === 0) return null;
  const { persons, personTimes, byForm } = accountability;
  const subject = SUBJECT_NAMES.accountability[0] ?? "";
  const more = personTimes.value > persons.value;
  const unit = more ? "人次" : "人";
  const forms = Array.from(byForm).filter(([, count]) => count.value > 0);
  const listed = forms.flatMap(([form, count], index): readonly NoticeSpan[] => [
    ...(index === 0 ? [words("，其中：")] : [words("，")]),
    formSpan(reading, form),
    figure(`${subject}.${form}`, count),
    words(unit),
  ]);
  return [
    words("共追责问责"),
    figure(`${subject}.人数`, persons),
    words("人"),
    ...(more ? [words("、"), figure(`${subject}.人次`, personTimes), words("人次")] : []),
    ...listed,
    words("。"),
  ];
}

/** 某某, 张×: a name that tells nobody. */
const MASKED = /[某×]/u;

/** Who was held accountable and how, for the version for inside; empty where the ledger names nobody, or all of them masked. */
export function accountablePersons(reading: Reading): readonly NoticeSpan[] {
  const spans = reading.ledgers.flatMap((ledger): readonly NoticeSpan[] => {
    if (ledger.kind !== "accountability") return [];
    if (ledger.items.every((item) => MASKED.test(textOf(ledger, item, "name")))) return [];
    return ledger.items.flatMap((item): readonly NoticeSpan[] => {
      const name = cellSpan(item, item, "name", oneLine);
      const form = cellSpan(item, item, "form", oneLine);
      if (name === null) return [];
      return [name, ...(form === null ? [] : [words("（"), form, words("）")]), words("、")];
    });
  });
  return spans.length === 0 ? [] : [words("问责人员："), ...spans.slice(0, -1), words("。")];
}

/** A template of ours, which is right by its tests. */
export function ownTemplate(source: string, { source: { reading }, tally }: CountContext): Template {
  return parseTemplate(source, knownOf(reading, tally));
}
