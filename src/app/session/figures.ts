/** Findings, counts, what holds them back: computed when asked for, and the same objects until what they rest on changes. */
import { heldBy } from "../../check";
import { countFindings, applyIgnores } from "../../rule";
import type { LastPeriod } from "../../notice";
import { tally, type Tally } from "../../tally";
import type { Settings } from "../settings";
import { readLastPeriod, type LastLedger } from "./last-period";
import type { OpenWorkbook } from "./open-workbook";
import type { FindingsView, HeldBack } from "./result-types";

type Directory = NonNullable<OpenWorkbook["decisions"]["directory"]>;

interface Figures {
  readonly findings: (book: OpenWorkbook | null) => FindingsView | null;
  readonly tally: (book: OpenWorkbook | null, settings: Settings) => Tally | null;
  /** The period before, counted; null where none was given. */
  readonly last: (book: OpenWorkbook | null, settings: Settings, last: LastLedger | null) => LastPeriod | null;
  /** Null before reading. */
  readonly held: (book: OpenWorkbook | null, settings: Settings) => HeldBack | null;
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
  const held = remembered((view: FindingsView | null, writeAnyway: boolean): HeldBack => {
    const rules = heldBy(view?.held ?? []);
    return { held: rules, blocked: rules.length > 0 && !writeAnyway, checked: view !== null };
  });
  const figures: Figures = {
    findings: (book) => (book === null ? null : findings(book.report, book.decisions.ignores)),
    tally: (book, { definition, denominator, dueSoon }) =>
      counted(book?.reading ?? null, definition, denominator, dueSoon),
    last: (book, settings, last) => before(book?.reading ?? null, last, settings, book?.decisions.directory ?? null),
    held: (book, { writeAnyway }) =>
      book === null || book.reading === null ? null : held(figures.findings(book), writeAnyway),
  };
  return figures;
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
