/** Figures of the last period: what was then, and how this one compares with it. */
import type { Subject } from "../notice";
import { isSubject, lastPlace, ratePlace, thenPlace, totalPlace } from "./names";
import type { Counted } from "./lexicon";
import { statePlaces } from "./states";
import type { Group } from "./groups";
import type { FigureReading } from "./told";
import type { Verdict } from "./types";
import { doubt, fixed, place } from "./verdicts";

/** What the words before a figure have told of whom it is of. */
export interface Whose {
  /** Null where the ledger has several and no word tells. */
  readonly subject: Counted | null;
  readonly held: readonly Subject[];
  readonly group: Group | null;
  /** Words that nothing explains. */
  readonly words: string;
  /** 由上月的60%: the sentence compares two periods. */
  readonly compares: boolean;
}

/** 较上月新增完成3个 */
export function changeVerdict({ facets }: FigureReading, { subject, held, group, words }: Whose): Verdict {
  const [metric] = facets.lastMetrics;
  if (subject === null && metric !== undefined)
    return doubt(
      "several",
      held.map((one) => lastPlace(one, metric, facets.filters)),
    );
  if (subject === null || !isSubject(subject)) return fixed("noMetric");
  // 较上月增加1个: of what?
  if (metric === undefined)
    return doubt("several", [lastPlace(subject, "newlyDone", []), lastPlace(subject, "added", [])]);
  const filters = facets.subjects.length > 0 ? facets.filters : [...(group?.filters ?? []), ...facets.filters];
  const status = facets.statuses[0]?.status;
  // 较上月新增问题3个 counts items, 较上月新增完成3个 what was done.
  const meant = metric === "added" && status === "done" ? "newlyDone" : metric;
  const name = lastPlace(subject, meant, filters);
  if (group?.foreign === true) return fixed("foreign");
  if (!facets.has.has("lastPeriod")) return doubt("words", [name], words === "" ? "新增" : words);
  if (words !== "") return doubt("words", [name], words);
  return meant === "newlyDone" || facets.subjects.length > 0
    ? place(name)
    : doubt("several", [name, lastPlace(subject, "newlyDone", filters)]);
}

/** 完成率较上月提高8.7个百分点 */
export function pointsVerdict({ facets }: FigureReading, { subject, held, group, words, compares }: Whose): Verdict {
  const [metric] = facets.lastMetrics;
  const isPoints = metric === "pointsUp" || metric === "pointsDown";
  if (!isPoints || !(compares || facets.has.has("lastPeriod"))) return fixed("noMetric");
  if (subject === null)
    return doubt(
      "several",
      held.map((one) => lastPlace(one, metric, [])),
    );
  if (!isSubject(subject)) return fixed("noMetric");
  const name = lastPlace(subject, metric, group?.subject === subject ? group.filters : []);
  return words === "" ? place(name) : doubt("words", [name], words);
}

/** 上月底已完成12个: 上期 alone is a point in time; what 上月 counts may have happened in it. */
export function thenVerdict(reading: FigureReading, { subject, held, group, words }: Whose): Verdict {
  const { facets, figure } = reading;
  if (group?.foreign === true) return fixed("foreign");
  const subjects = subject === null ? held : isSubject(subject) ? [subject] : [];
  const filters = [...(group?.subject === subject ? group.filters : []), ...facets.filters];
  const isRate = figure.token.type === "percent";
  const all = subjects.flatMap((one): readonly string[] => {
    if (isRate) return facets.has.has("rate") ? [ratePlace(one, filters)] : [];
    const states = statePlaces(one, filters, reading);
    if (states.length > 0) return states;
    return facets.subjects.length > 0 ? [totalPlace(one, filters)] : [];
  });
  const [first] = all;
  if (first === undefined) return fixed("noMetric");
  const names = all.map(thenPlace);
  if (words !== "") return doubt("words", names, words);
  if (names.length > 1) return doubt("several", names);
  const isSpan = facets.has.has("lastSpan") && !facets.has.has("lastEnd");
  return isSpan && !isRate ? doubt("span", names) : place(thenPlace(first));
}
