/** Which places a state, or a column's words, may stand for. */
import type { Status } from "../ledger";
import type { Subject } from "../notice";
import { metricPlace, restPlace, statusPlace } from "./names";
import type { Pending, FigureReading } from "./told";
import type { Verdict } from "./types";
import { doubt, fixed, place } from "./verdicts";

const OPEN_STATUSES: readonly Status[] = ["basic", "phased", "partial", "ongoing", "longTerm", "extended"];

/** Places that a state of a subject may be, the likeliest first. */
export function statePlaces(
  subject: Subject,
  filters: readonly string[],
  { facets, beside }: FigureReading,
): readonly string[] {
  const status = facets.statuses[0]?.status ?? null;
  const metric = facets.metrics[0];
  if (facets.has.has("rest"))
    return status === null
      ? [restPlace(subject, filters)]
      : [statusPlace(subject, status, filters), restPlace(subject, filters)];
  if (metric !== undefined) return [metricPlace(subject, metric, filters)];
  if (status === null) return [];
  const alone = status === "notDone" && !OPEN_STATUSES.some((one) => beside.has(one));
  return alone
    ? [restPlace(subject, filters), statusPlace(subject, status, filters)]
    : [statusPlace(subject, status, filters)];
}

/** A figure of a column: its sum, or how many items hold a value. */
export function columnVerdict(reading: FigureReading, pending: Pending, words: string): Verdict {
  const { facets } = reading;
  const filters = Array.from(new Set([...pending.filters, ...facets.filters])).join("");
  const all = Array.from(new Set(facets.columns.map((one) => `${one.place}${filters}`)));
  if (words !== "") return doubt("words", all, words);
  if (all.length > 1) return doubt("several", all);
  const [only] = all;
  if (only === undefined) return fixed("noMetric");
  // A column of texts that are only there or not: its items are counted, not what the texts list.
  return only.startsWith("个数:") && !only.includes("=") ? doubt("several", all) : place(only);
}
