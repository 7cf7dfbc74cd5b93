/**
 * What the state words of a sentence go on to be told of. 超期问题涉及甲局、乙镇两家，其中乙镇2个: of what is late there, or of all of
 * 乙镇's? Words cannot tell, so both are candidates, and only a number may choose.
 */
import type { Facets } from "./facets";
import type { Group } from "./groups";
import { isSubject } from "./names";
import { statePlaces } from "./states";
import type { FigureReading } from "./told";
import type { Verdict } from "./types";
import { doubt } from "./verdicts";

export type Topic = Pick<Facets, "statuses" | "metrics"> | null;

const tellsState = ({ statuses, metrics }: Facets): boolean => statuses.length + metrics.length > 0;

/** The topic behind words: a state that they tell, else what was the topic before them. */
export function topicBehind(topic: Topic, facets: Facets): Topic {
  return tellsState(facets) ? facets : topic;
}

/**
 * A verdict on a figure that names a unit or section and no state, with the state that the sentence speaks of as well.
 * @param next the figure behind it in the sentence: 水利局3个，完成2个 tells a whole
 */
export function alsoOfTopic(
  verdict: Verdict,
  reading: FigureReading,
  { topic, group, next }: { readonly topic: Topic; readonly group: Group | null; readonly next: Facets | undefined },
): Verdict {
  const { facets } = reading;
  if (topic === null || verdict.type === "fixed" || group === null || !isSubject(group.subject)) return verdict;
  if (facets.filters.length === 0 || tellsState(facets) || facets.has.has("rest")) return verdict;
  if (facets.subjects.length > 0 && !facets.has.has("among")) return verdict;
  if (next !== undefined && next.filters.length === 0 && tellsState(next)) return verdict;
  const told = { ...reading, facets: { ...facets, statuses: topic.statuses, metrics: topic.metrics } };
  const states = statePlaces(group.subject, group.filters, told);
  const own = verdict.type === "place" ? [verdict.place] : verdict.candidates;
  const all = Array.from(new Set([...states, ...own]));
  return verdict.type === "doubt" && verdict.why === "words" ? { ...verdict, candidates: all } : doubt("whose", all);
}
