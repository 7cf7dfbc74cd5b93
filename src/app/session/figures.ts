/** Findings, counts, the paragraph: computed when asked for, and the same objects until what they rest on changes. */
import { heldBy } from "../../check";
import { countFindings, applyIgnores } from "../../rule";
import { compose, impossibleFigures, knownOf, parseTemplate, styleTemplate, type LastPeriod } from "../../notice";
import { tally, type Tally } from "../../tally";
import { FACT_VARIABLES } from "../fact-variables";
import type { Settings } from "../settings";
import { readLastPeriod, type LastLedger } from "./last-period";
import type { OpenWorkbook } from "./open-workbook";
import type { FindingsView, Summary } from "./result-types";

type Directory = NonNullable<OpenWorkbook["decisions"]["directory"]>;

type Facts = OpenWorkbook["decisions"]["facts"];

interface Figures {
  readonly findings: (book: OpenWorkbook | null) => FindingsView | null;
  readonly tally: (book: OpenWorkbook | null, settings: Settings) => Tally | null;
  /** The period before, counted; null where none was given. */
  readonly last: (book: OpenWorkbook | null, settings: Settings, last: LastLedger | null) => LastPeriod | null;
  readonly summary: (book: OpenWorkbook | null, settings: Settings, last: LastLedger | null) => Summary | null;
}

export function createFigures(): Figures {
  const findings = remembered((report: OpenWorkbook["report"], ignores: OpenWorkbook["decisions"]["ignores"]) => {
    if (report === null) return null;
    const asked = [...ignores.values()].map(({ id, reason, at }) => ({ id, reason, when: at }));
    const { kept, ignored } = applyIgnores(report.findings, asked);
    return {
      findings: kept,
      counts: countFindings(kept),
      held: applyIgnores(report.held, asked).kept,
      ignored: ignored.map(({ finding, ignore }) => ({
        finding,
        ignore: { id: ignore.id, reason: ignore.reason, at: ignore.when },
      })),
    };
  });
  const counted = remembered(
    (
      reading: OpenWorkbook["reading"],
      done: Settings["definition"],
      denominator: Settings["denominator"],
      dueSoonDays: number,
    ) => (reading === null ? null : tally(reading, { definition: { done, denominator }, dueSoonDays })),
  );
  const before = remembered(
    (reading: OpenWorkbook["reading"], last: LastLedger | null, settings: Settings, directory: Directory | null) =>
      reading === null || last === null ? null : readLastPeriod(last, reading, settings, directory),
  );
  const written = remembered(
    (
      reading: OpenWorkbook["reading"],
      count: Tally | null,
      view: FindingsView | null,
      settings: Settings,
      last: LastPeriod | null,
      facts: Facts | null,
    ) => {
      if (reading === null || count === null) return null;
      const { template, style, precision, writeAnyway, dueSoon, lights, progressTolerance: tolerance } = settings;
      const variables = variablesWith(settings.variables, facts);
      const parsed =
        template === null
          ? styleTemplate(style, { reading, tally: count, lights, tolerance, nextStep: true })
          : parseTemplate(template, knownOf(reading, count));
      const source = { reading, dueSoonDays: dueSoon, tolerance, last };
      const problems = parsed.problems.length > 0 ? parsed.problems : impossibleFigures(parsed, count, source);
      const asOf = reading.asOf.date;
      const held = heldBy(view?.held ?? []);
      return {
        style: template === null ? style : "template",
        composition: problems.length > 0 ? null : compose(parsed, count, { asOf, variables, precision, source }),
        problems,
        variables: parsed.variables,
        held,
        blocked: held.length > 0 && !writeAnyway,
        checked: view !== null,
      };
    },
  );
  const figures: Figures = {
    findings: (book) => (book === null ? null : findings(book.report, book.decisions.ignores)),
    tally: (book, { definition, denominator, dueSoon }) =>
      counted(book?.reading ?? null, definition, denominator, dueSoon),
    last: (book, settings, last) => before(book?.reading ?? null, last, settings, book?.decisions.directory ?? null),
    summary: (book, settings, last) =>
      written(
        book?.reading ?? null,
        figures.tally(book, settings),
        figures.findings(book),
        settings,
        figures.last(book, settings, last),
        book?.decisions.facts ?? null,
      ),
  };
  return figures;
}

/** Settings go first: they were given for this paragraph. */
function variablesWith(variables: Settings["variables"], facts: Facts | null): Settings["variables"] {
  const all = new Map(variables);
  for (const [name, fact] of FACT_VARIABLES) {
    const text = (facts?.get(fact) ?? "").replace(/\s*\n\s*/gu, "").replace(/。$/u, "");
    if (text !== "" && (all.get(name) ?? "") === "") all.set(name, text);
  }
  return all;
}

/** The last result, as long as it is asked for with the same arguments. */
export function remembered<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null;
  return (...args) => {
    if (last === null || args.some((arg, order) => arg !== last!.args[order]))
      last = { args, result: compute(...args) };
    return last.result;
  };
}
