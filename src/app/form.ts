/** A form from above (上级报表): places in the cells of its workbook become the ledger's figures. */
import { qualified, type Grid } from "../grid";
import { compose, describeTemplateProblem, impossibleFigures, knownOf, parseTemplate } from "../notice";
import type { Edit } from "../hosts/port";
import type { Session } from "./session";

interface FormProblem {
  /** `表1!C5` */
  readonly cell: string;
  readonly zh: string;
  readonly en: string;
}

interface FilledForm {
  readonly edits: readonly Edit[];
  /** What is wrong with places: then nothing is to be written. */
  readonly problems: readonly FormProblem[];
  /** Variables that are not set, kinds the ledger does not hold. */
  readonly open: readonly string[];
}

const PLACE = /[{｛][^{}｛｝]+[}｝]/u;

/**
 * The edits that fill a form. A cell that is one figure and nothing else becomes a number; rates and texts with words stay text.
 * Null before the ledger is read.
 * @example fillForm(session, await form.read.grids())?.edits.length
 */
export function fillForm(session: Session, grids: readonly Grid[]): FilledForm | null {
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) return null;
  const { variables, precision, dueSoon } = session.getSnapshot().settings;
  const known = knownOf(reading, tally);
  const source = { reading, dueSoonDays: dueSoon, last: session.lastPeriod() };
  const edits: Edit[] = [];
  const problems: FormProblem[] = [];
  const open = new Set<string>();
  for (const { sheet, values } of grids) {
    values.forEach((cells, row) =>
      cells.forEach((expected, col) => {
        if (typeof expected !== "string" || !PLACE.test(expected)) return;
        const parsed = parseTemplate(expected, known);
        const wrong = parsed.problems.length > 0 ? parsed.problems : impossibleFigures(parsed, tally, source);
        for (const problem of wrong)
          problems.push({
            cell: qualified(sheet, row, col),
            zh: describeTemplateProblem(problem, "zh"),
            en: describeTemplateProblem(problem, "en"),
          });
        if (wrong.length > 0) return;
        // A form's cells say what they say: no status is added to them.
        const written = compose(parsed, tally, {
          asOf: reading.asOf.date,
          variables,
          precision,
          source,
          completeParts: false,
        });
        for (const name of [...written.unset, ...written.absent]) open.add(name);
        edits.push({ sheet, row, col, expected, value: numberOf(written.text, written.figures) });
      }),
    );
  }
  return { edits, problems, open: [...open] };
}

/** The number where one figure is the whole text. */
function numberOf(text: string, figures: readonly { readonly text: string }[]): string | number {
  const alone = figures.length === 1 && figures[0]?.text === text;
  return alone && /^-?\d{1,15}(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}
