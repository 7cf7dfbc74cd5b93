/** What the words around one figure say, taken together. */
import type { Status } from "../ledger";
import { reWith } from "../zh/pattern";
import { ACTING_BODY, ACTS, INSPECTORS, SCOPE_ENDS } from "../zh/words/paragraph";
import type { Counted, ParagraphLexicon, WordRole, Spelled } from "./lexicon";
import type { Piece, PieceFigure } from "./pieces";

type RoleOf<T extends WordRole["type"]> = Extract<WordRole, { readonly type: T }>;

export interface Facets {
  readonly subjects: readonly Counted[];
  readonly statuses: readonly RoleOf<"status">[];
  readonly metrics: readonly RoleOf<"metric">["metric"][];
  /** Filters told by these words, as they stand behind a place. */
  readonly filters: readonly string[];
  readonly columns: readonly RoleOf<"column">[];
  readonly forms: readonly string[];
  readonly lastMetrics: readonly RoleOf<"lastMetric">["metric"][];
  readonly has: ReadonlySet<WordRole["type"]>;
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
export function facetsOf(lexicon: ParagraphLexicon, before: string, after: string): Facets {
  const front = lexicon.spell(withoutActors(before));
  const back = lexicon.spell(after);
  return facetsOfSpelled(front, back);
}

function facetsOfSpelled(front: Spelled, back: Spelled): Facets {
  const words = [...front.words, ...back.words];
  const all = <T extends WordRole["type"]>(type: T): readonly RoleOf<T>[] =>
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
function splitBetween(lexicon: ParagraphLexicon, text: string): readonly [string, string] {
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

/** Gives the words between two figures to the one they belong to. */
export function shareWords(lexicon: ParagraphLexicon, { figures }: Piece): void {
  const [first] = figures;
  const last = figures[figures.length - 1];
  if (first === undefined || last === undefined || figures.length < 2) return;
  const told = (text: string): boolean => facetsOf(lexicon, text, "").statuses.length > 0;
  const behind = first.before.trim() === "" && told(last.after);
  for (let index = 1; index < figures.length; index += 1) {
    const [one, next] = [figures[index - 1], figures[index]];
    if (one === undefined || next === undefined) continue;
    if (next.ratio === "whole") {
      [one.after, next.before] = ["", ""];
      continue;
    }
    const [noun, own] = behind ? [next.before, ""] : splitBetween(lexicon, next.before);
    one.after = noun;
    next.before = own;
  }
}

/** Words behind a figure; those behind 20/23 are of both. */
export function behindOf(figure: PieceFigure, { figures }: Piece): string {
  const whole = figure.ratio === "part" ? figures[figures.indexOf(figure) + 1] : undefined;
  return whole === undefined ? figure.after : whole.after;
}
