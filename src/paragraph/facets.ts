/** What the words around one figure say, taken together. */
import type { Status } from "../ledger";
import { reWith } from "../zh/pattern";
import { ACTING_BODY, ACTS, INSPECTORS, SCOPE_ENDS } from "../zh/words/paragraph";
import type { Counted, Lexicon, Role, Spelled } from "./lexicon";

type RoleOf<T extends Role["type"]> = Extract<Role, { readonly type: T }>;

export interface Facets {
  readonly subjects: readonly Counted[];
  readonly statuses: readonly RoleOf<"status">[];
  readonly metrics: readonly RoleOf<"metric">["metric"][];
  /** Filters told by these words, as they stand behind a place. */
  readonly filters: readonly string[];
  readonly columns: readonly RoleOf<"column">[];
  readonly forms: readonly string[];
  readonly lastMetrics: readonly RoleOf<"lastMetric">["metric"][];
  readonly has: ReadonlySet<Role["type"]>;
  /** Words that nothing explains. */
  readonly rest: readonly string[];
  /** A status told before the figure, behind it, or not at all. */
  readonly statusBefore: boolean;
}

const ACTOR = reWith("u")`^${ACTING_BODY}(?=${ACTS})`;
const INSPECTOR = reWith("u")`^${INSPECTORS}`;
const SCOPE_END = reWith("u")`${SCOPE_ENDS}$`;

/** Bodies that inspect, and bodies that do something, narrow nothing. */
function withoutActors(text: string): string {
  return text.replace(INSPECTOR, "").replace(ACTOR, "");
}

function distinct<T>(list: readonly T[]): readonly T[] {
  return Array.from(new Set(list));
}

/** Reads the words before and behind a figure. */
export function facetsOf(lexicon: Lexicon, before: string, after: string): Facets {
  const front = lexicon.spell(withoutActors(before));
  const back = lexicon.spell(after);
  return facetsOfSpelled(front, back);
}

function facetsOfSpelled(front: Spelled, back: Spelled): Facets {
  const words = [...front.words, ...back.words];
  const all = <T extends Role["type"]>(type: T): readonly RoleOf<T>[] =>
    words.flatMap(({ role }) => (role.type === type ? [role as RoleOf<T>] : []));
  const statuses = new Map<Status, RoleOf<"status">>();
  for (const role of all("status")) statuses.set(role.status, role);
  return {
    subjects: distinct(all("subject").map(({ subject }) => subject)),
    statuses: Array.from(statuses.values()),
    metrics: distinct(all("metric").map(({ metric }) => metric)),
    filters: distinct(all("filter").map(({ filter }) => filter)),
    columns: all("column"),
    forms: distinct(all("form").map(({ form }) => form)),
    lastMetrics: distinct(all("lastMetric").map(({ metric }) => metric)),
    has: new Set(words.map(({ role }) => role.type)),
    rest: [...front.rest, ...back.rest],
    statusBefore: front.words.some(({ role }) => role.type === "status"),
  };
}

/** Words of a piece without a figure that may narrow the figures behind it: 财务管理方面. */
export function scopeOf(text: string, facets: Facets): string {
  const bare = text.trim();
  return facets.rest.length > 0 && SCOPE_END.test(bare) ? bare : "";
}

/** Shares the words between two figures: a noun belongs to the first, what is said from its state on to the second. */
export function splitBetween(lexicon: Lexicon, text: string): readonly [string, string] {
  const { words, rest } = lexicon.spell(text);
  if (rest.length > 0) return ["", text];
  const noun = words.findIndex(({ role }) => role.type !== "subject" && role.type !== "neutral");
  const subjects = words.flatMap(({ role }, index) => (role.type === "subject" ? [index] : []));
  const lastSubject = subjects.filter((index) => noun < 0 || index < noun).pop();
  if (lastSubject === undefined) return ["", text];
  // 20个具体问题细化为45项整改任务 tells two nouns: the first is the first one's.
  const word = words[noun < 0 ? (subjects[0] ?? lastSubject) : lastSubject];
  const end = word === undefined ? 0 : word.start + word.text.length;
  return [text.slice(0, end), text.slice(end)];
}
