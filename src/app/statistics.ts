/** The statistics sheet (统计表) and the sample (抽查) of what a session has read, for every surface. */
import type { Book } from "../grid";
import {
  countStats,
  drawSample,
  ranksOf,
  ratesOf,
  sampleBook,
  statsBook,
  type Sample,
  type SampleOptions,
  type Stats,
} from "../month";
import { ratesInput } from "./notice-files";
import type { Session } from "./session";
import { definitionText } from "./words";

/** Counts of what is open, beside the ranks of the period before where one is given. Null before reading. */
export function sessionStats(session: Session): Stats | null {
  const reading = session.reading();
  if (reading === null) return null;
  const { definition, denominator, lights, progressTolerance } = session.getSnapshot().settings;
  const options = { definition: { done: definition, denominator }, lights, tolerance: progressTolerance };
  const last = session.lastPeriod();
  return countStats(reading, options, last === null ? null : ranksOf(ratesOf(countStats(last.reading, options, null))));
}

/** The workbook: 统计表 and the data it counts. Null before reading. */
export function sessionStatsBook(session: Session): Book | null {
  const stats = sessionStats(session);
  const { asOf, settings } = session.getSnapshot();
  const input = ratesInput(session, null);
  if (stats === null || asOf === null || input === null) return null;
  return statsBook(stats, {
    title: `${input.unit ?? ""}整改情况统计表`,
    asOf: asOf.date,
    definition: definitionText(stats.options.definition, "zh"),
    precision: settings.precision,
    previous: session.lastPeriod() !== null,
  });
}

/** A sample of what is open. Null before reading. */
export function sessionSample(session: Session, options: Omit<SampleOptions, "definition">): Sample | null {
  const reading = session.reading();
  if (reading === null) return null;
  return drawSample(reading, { ...options, definition: session.getSnapshot().settings.definition });
}

/** The sheet for the visit. Null before reading. */
export function sessionSampleBook(session: Session, sample: Sample): Book | null {
  const input = ratesInput(session, null);
  return input === null ? null : sampleBook(sample, `${input.unit ?? ""}整改“回头看”抽查表`);
}
