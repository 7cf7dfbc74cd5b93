/** The styles of the summary as a person chooses among them: by what they write of this ledger. */
import {
  compose,
  Figures,
  knownOf,
  listPlaces,
  readExpression,
  STYLES,
  styleNamed,
  SUBJECT_NAMES,
  styleTemplate,
  suggestStyle,
  type StyleSuggestion,
} from "../notice";
import { headersOf, percentText, findColumn, sumColumn } from "../tally";
import { decimalText } from "../zh/decimal";
import type { Session } from "./session";

interface StylePreview {
  readonly name: string;
  /** What it writes of this ledger; variables that are not set left out. */
  readonly text: string;
}

/** What every shipped style writes of what a session has read. Empty before reading. */
export function stylePreviews(session: Session): readonly StylePreview[] {
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) return [];
  const { precision, variables, dueSoon, lights, progressTolerance: tolerance } = session.getSnapshot().settings;
  const source = { reading, dueSoonDays: dueSoon, tolerance, last: null };
  return STYLES.map(({ name }) => {
    const parsed = styleTemplate(name, { reading, tally, lights, tolerance, nextStep: true });
    const { spans } = compose(parsed, tally, { asOf: reading.asOf.date, variables, precision, source });
    const text = spans.map((span) => (span.type === "unset" && !span.name.includes(".") ? "" : span.text)).join("");
    return { name, text };
  });
}

/** The template of a shipped style, where an own one may begin; "" where there is none of that name. */
export function styleTemplateText(name: string): string {
  return styleNamed(name)?.template ?? "";
}

/** The style that fits what a session has read. Null before reading. */
export function suggestedStyle(session: Session): StyleSuggestion | null {
  const reading = session.reading();
  const tally = session.tally();
  return reading === null || tally === null ? null : suggestStyle(reading, tally);
}

/** A figure that may be put into a template. */
interface InsertableFigure {
  /** Content of the braces. */
  readonly place: string;
  /** What it would write now. */
  readonly text: string;
}

interface InsertableGroup {
  /** 反馈问题, 问责; "" for the columns. */
  readonly name: string;
  readonly figures: readonly InsertableFigure[];
}

/** All figures that the ledger supports, by what they are of: places with a value, sums of columns of numbers. */
export function insertableFigures(session: Session): readonly InsertableGroup[] {
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) return [];
  const { precision, dueSoon, progressTolerance: tolerance } = session.getSnapshot().settings;
  const source = { reading, dueSoonDays: dueSoon, tolerance, last: session.lastPeriod() };
  const figures = new Figures(tally, source, new Map());
  const groups = new Map<string, InsertableFigure[]>();
  const add = (group: string, place: string, text: string): void => {
    const list = groups.get(group);
    if (list) list.push({ place, text });
    else groups.set(group, [{ place, text }]);
  };
  const names = listPlaces().map(({ place }) => place.name);
  const accountability = SUBJECT_NAMES.accountability[0] ?? "";
  for (const form of tally.accountability?.byForm.keys() ?? []) names.push(`${accountability}.${form}`);
  for (const name of names) {
    const read = readExpression(name, knownOf(reading, tally));
    if (read.type !== "place") continue;
    const value = figures.of(read.place);
    const group = name.slice(0, name.indexOf("."));
    if (value.type === "count") add(group, name, String(value.count.value));
    else if (value.type === "rate")
      add(group, name, percentText(value.rate.numerator, value.rate.denominator, precision) ?? "—");
  }
  for (const header of headersOf(reading)) {
    const found = findColumn(reading, header);
    if (found.type !== "found") continue;
    const sum = sumColumn(reading, found.columns);
    const isField = found.columns.some(({ ledger, col }) =>
      Object.values(ledger.columns).some((one) => one.col === col),
    );
    if (!isField && sum.type === "sum" && sum.rows.length > 0)
      add("", `合计:${header}`, decimalText(sum.value) + sum.unit);
  }
  return Array.from(groups, ([name, list]) => ({ name, figures: list }));
}
