/** Between the form's fields, which hold text, and the facts as a file holds them. */
import { FACT_LABELS, type FactName, type Facts, type FactsProblem, readFacts } from "../../app/documents";

/** What is typed into the form of facts, by fact. */
export type NoticeForm = Readonly<Partial<Record<FactName, string>>>;

/** Facts of several paragraphs: a line each, a heading before ｜ where there is one. */
export const PARAGRAPH_FACTS: ReadonlySet<FactName> = new Set<FactName>([
  "organisation",
  "accountability",
  "nextSteps",
]);
export const DATE_FACTS: ReadonlySet<FactName> = new Set<FactName>([
  "inspectedFrom",
  "inspectedTo",
  "feedbackDate",
  "publicFrom",
  "publicTo",
  "signDate",
]);

interface FormReading {
  /** What is right so far; a fact with a problem counts as not filled in. */
  readonly facts: Facts;
  readonly problems: ReadonlyMap<FactName, FactsProblem>;
}

/** The form as the object a file of facts holds, keys as labelled. */
export function formInput(form: NoticeForm): Record<string, unknown> {
  const names = Object.keys(FACT_LABELS) as FactName[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = form[name] ?? "";
      if (text.trim() === "") return [];
      return [[FACT_LABELS[name], PARAGRAPH_FACTS.has(name) ? paragraphs(text) : text.trim()]];
    }),
  );
}

function paragraphs(text: string): readonly unknown[] {
  return text
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const bar = line.search(/[|｜]/);
      return bar > 0 ? { 标题: line.slice(0, bar).trim(), 正文: line.slice(bar + 1).trim() } : line;
    });
}

/** Reads the form; what is wrong is left out and told. */
export function readFormInput(form: NoticeForm): FormReading {
  const problems = new Map<FactName, FactsProblem>();
  let rest = form;
  // Each round takes out what was wrong; two ends of a period are told one at a time.
  for (;;) {
    const outcome = readFacts(formInput(rest));
    if (outcome.ok) return { facts: outcome.facts, problems };
    const wrong = outcome.problems.filter(({ fact }) => fact !== null && rest[fact] !== undefined);
    if (wrong.length === 0) throw new Error("facts without a culprit");
    for (const problem of wrong) if (problem.fact !== null) problems.set(problem.fact, problem);
    rest = Object.fromEntries(Object.entries(rest).filter(([name]) => !problems.has(name as FactName)));
  }
}

/** The form that a file of facts fills; null where the file is none. */
export function formFromFile(text: string): { readonly form: NoticeForm } | { readonly problem: FactsProblem | null } {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: null };
  }
  const outcome = readFacts(input);
  if (!outcome.ok) return { problem: outcome.problems[0] ?? null };
  const form: Partial<Record<FactName, string>> = {};
  for (const name of Object.keys(FACT_LABELS) as FactName[]) {
    const value = outcome.facts[name];
    if (value === null) continue;
    if (typeof value === "string") form[name] = value;
    else if ("year" in value) form[name] = isoText(value);
    else if (value.length > 0) {
      form[name] = value.map((one) => (one.heading === null ? one.text : `${one.heading}｜${one.text}`)).join("\n");
    }
  }
  return { form };
}

function isoText(date: { readonly year: number; readonly month: number; readonly day: number }): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}
