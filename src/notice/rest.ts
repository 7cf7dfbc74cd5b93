/**
 * Parts must sum to the whole. Where a template states a whole and counts some of its statuses, the non-zero statuses it
 * does not name are added to that breakdown: 「，长期坚持2个」 behind its last status count, before 未完成, in the sentence of
 * the whole.
 */
import { STATUSES, type Status } from "../ledger";
import { PROGRESS_CLASSES, type Count, type Definition, type ProgressClass } from "../tally";
import { reWith } from "../zh/pattern";
import { PLAN_WORDS, PROGRESS_WORDS, SHARE_LEADS } from "../zh/words/template";
import { countedAs, eachPlace, figureToken, type DraftToken } from "./draft";
import { doneStatuses, type Family, type Figures } from "./figure-value";
import type { TemplatePlace } from "./places";
import { MEASURE_WORDS, printedWord, STATUS_NAMES_BY_SUBJECT, SUBJECT_NAMES, type Subject } from "./status-words";
import type { TemplateNode } from "./template";

const MEASURE_CHARS = "个项件条起宗名人批笔户处";
const OPENING = "（(“《【";
const CLOSING = "）)”》】";
const OF_ITEMS = /的\s*$/u;
const PLANNED_BEFORE = reWith("u")`${PLAN_WORDS}[^，。；！？\n]*$`;
const PLANNED_BEHIND = reWith("u")`^[^，。；！？\n]*${PLAN_WORDS}`;
const SHARE_LEAD = reWith("u")`^[，、,]\s*${SHARE_LEADS}\s*$`;
const STOPS = "，、；。！？,;!?\n|\t";
const SENTENCE_ENDS = "。！？!?\n";

type SubjectPlace = Extract<TemplatePlace, { type: "subject" }>;

/** A whole that a template breaks down. */
interface Breakdown {
  readonly family: Family;
  readonly subject: Subject;
  /** The place of the whole; its filters are those of the parts. */
  readonly whole: SubjectPlace;
  readonly named: ReadonlySet<Status>;
  /** Classes of progress it names: where it names no status but 已完成, it is broken down by them. */
  readonly classes: ReadonlySet<ProgressClass>;
}

/** A part to be added: what it is called, the name of its place, and its count. */
interface Part {
  readonly word: string;
  readonly place: SubjectPlace;
  readonly count: Count;
}

/** Breakdowns that must be complete: whole and statuses are named, and nothing says 其余. */
function breakdownsOf(nodes: readonly TemplateNode[]): readonly Breakdown[] {
  const wholes = new Map<Family, SubjectPlace>();
  const named = new Map<Family, Set<Status>>();
  const rests = new Set<Family>();
  const classes = new Map<Family, Set<ProgressClass>>();
  eachPlace(nodes, (place) => {
    const counts = countedAs(place);
    if (counts === null || place.type !== "subject") return;
    if (counts.as === "total") wholes.set(counts.family, place);
    else if (counts.as === "rest") rests.add(counts.family);
    else if (place.metric.type === "progress")
      classes.set(counts.family, (classes.get(counts.family) ?? new Set<ProgressClass>()).add(place.metric.progress));
    else if (counts.as === "progress") return;
    else named.set(counts.family, (named.get(counts.family) ?? new Set<Status>()).add(counts.as));
  });
  return Array.from(wholes).flatMap(([family, whole]): readonly Breakdown[] => {
    const statuses = named.get(family) ?? new Set<Status>();
    const ofProgress = classes.get(family) ?? new Set<ProgressClass>();
    if (statuses.size + ofProgress.size === 0 || rests.has(family)) return [];
    return [{ family, subject: whole.subject, whole, named: statuses, classes: ofProgress }];
  });
}

/** What a breakdown leaves out, by progress or by status. */
function missingParts(figures: Figures, breakdown: Breakdown, definition: Definition): readonly Part[] {
  const { subject, named, classes, whole } = breakdown;
  if (classes.size > 0 && Array.from(named).every((status) => status === "done")) {
    const counted = figures.progress(whole);
    if (counted === null) return [];
    return PROGRESS_CLASSES.flatMap((one): readonly Part[] => {
      if (one === "done" || classes.has(one) || counted[one].value === 0) return [];
      const metric = { type: "progress", progress: one } as const;
      return [
        {
          word: PROGRESS_WORDS[one][0],
          place: placeOf(breakdown, PROGRESS_WORDS[one][0], metric),
          count: counted[one],
        },
      ];
    });
  }
  const counts = figures.counts(whole);
  if (counts === null) return [];
  return missingStatuses(figures, breakdown, definition).map((status) => ({
    word: printedWord(subject, status),
    place: placeOf(breakdown, STATUS_NAMES_BY_SUBJECT[subject][status][0] ?? "", { type: "status", status }),
    count: counts.byStatus[status],
  }));
}

/** Non-zero statuses that no place of the template counts. */
function missingStatuses(figures: Figures, { whole, named }: Breakdown, definition: Definition): readonly Status[] {
  const counts = figures.counts(whole);
  if (counts === null) return [];
  const covered = new Set(named);
  if (named.has("done")) for (const status of doneStatuses(definition, named)) covered.add(status);
  return STATUSES.filter((status) => !covered.has(status) && counts.byStatus[status].value > 0);
}

/** First and last token of the sentence that states the whole; all tokens where none does. */
function sentenceOf(tokens: readonly DraftToken[], family: Family): readonly [first: number, last: number] {
  const at = tokens.findIndex(
    (token) => token.type === "figure" && token.counts?.family === family && token.counts.as === "total",
  );
  if (at < 0) return [0, tokens.length - 1];
  const ends = (index: number): boolean => {
    const token = tokens[index];
    if (token?.type === "gone") return token.endedSentence;
    return token?.type === "text" && !token.fixed && Array.from(SENTENCE_ENDS).some((end) => token.text.includes(end));
  };
  let [first, last] = [at, at];
  while (first > 0 && !ends(first - 1)) first -= 1;
  while (last < tokens.length - 1 && !ends(last)) last += 1;
  return [first, last];
}

/**
 * Whether a count stands in a list of parts: 正在整改的4个问题年底前完成 and 计划完成5个 tell of items, and nothing may be added behind
 * them.
 */
function isListed(tokens: readonly DraftToken[], at: number): boolean {
  const [before, behind] = [tokens[at - 1], tokens[at + 1]];
  const front = before?.type === "text" ? before.text : "";
  const back = behind?.type === "text" ? behind.text : "";
  return !OF_ITEMS.test(front) && !PLANNED_BEFORE.test(front) && !PLANNED_BEHIND.test(back);
}

function isStatusOf(token: DraftToken | undefined, family: Family): boolean {
  if (token?.type !== "figure" || token.counts?.family !== family) return false;
  return token.counts.as !== "total" && token.counts.as !== "rest";
}

/**
 * Index of the status figure to add behind: the last of the sentence that states the whole, else of all; where none is left,
 * of the last piece that held one. -1 where there is none.
 */
function lastCount(tokens: readonly DraftToken[], family: Family): number {
  const find = (first: number, last: number): number => {
    let gone = -1;
    for (let index = last; index >= first; index -= 1) {
      const token = tokens[index];
      if (isStatusOf(token, family) && isListed(tokens, index)) return index;
      if (gone < 0 && token?.type === "gone" && token.statusOf.has(family)) gone = index;
    }
    return gone;
  };
  const here = find(...sentenceOf(tokens, family));
  return here >= 0 ? here : find(0, tokens.length - 1);
}

/** Whether the sentence of the whole tells some statuses and another sentence others: neither is a list of all parts. */
function isScattered(tokens: readonly DraftToken[], family: Family): boolean {
  const [first, last] = sentenceOf(tokens, family);
  const statuses = (of: readonly DraftToken[]): readonly unknown[] =>
    of.flatMap((token) => (token.type === "figure" && isStatusOf(token, family) ? [token.counts?.as] : []));
  const here = new Set(statuses(tokens.slice(first, last + 1)));
  return here.size > 0 && statuses([...tokens.slice(0, first), ...tokens.slice(last + 1)]).some((as) => !here.has(as));
}

/** The measure word that stands behind a figure of the breakdown, else the usual one. */
function measureWord(tokens: readonly DraftToken[], { family, subject }: Breakdown): string {
  let found: string | null = null;
  tokens.forEach((token, index) => {
    if (token.type !== "figure" || token.counts?.family !== family) return;
    const next = tokens[index + 1];
    const char = next?.type === "text" ? next.text.charAt(0) : "";
    if (char !== "" && MEASURE_CHARS.includes(char)) found = char;
  });
  return found ?? MEASURE_WORDS[subject];
}

interface Position {
  readonly index: number;
  readonly offset: number;
}

/** Depth of brackets after a character; a line break leaves them all. */
function depthAfter(char: string, depth: number): number {
  if (OPENING.includes(char)) return depth + 1;
  if (CLOSING.includes(char)) return Math.max(0, depth - 1);
  return char === "\n" ? 0 : depth;
}

/**
 * Where to add to a breakdown whose last count is token `from`: before the next stop, or at the end. Brackets around
 * single counts （含基本完成2个） are passed; brackets around the whole breakdown （已完成5个，正在整改1个） are not left.
 */
function endOfBreakdown(tokens: readonly DraftToken[], from: number, family: Family): Position {
  let depth = 0;
  let outermost = Number.POSITIVE_INFINITY;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (index === from || isStatusOf(token, family)) outermost = Math.min(outermost, depth);
    if (token?.type !== "text" || token.fixed) continue;
    for (let offset = 0; offset < token.text.length; offset += 1) {
      const char = token.text.charAt(offset);
      if (index > from) {
        const stops = STOPS.includes(char) && (depth <= outermost || char === "\n");
        const leaves = CLOSING.includes(char) && depth > 0 && depth === outermost;
        if (stops || leaves) return behindShare(tokens, { index, offset });
      }
      depth = depthAfter(char, depth);
    }
  }
  return { index: tokens.length, offset: 0 };
}

/** 13个已完成，占54%: behind the share of the last count. */
function behindShare(tokens: readonly DraftToken[], at: Position): Position {
  const [token, share] = [tokens[at.index], tokens[at.index + 1]];
  if (token?.type !== "text" || token.fixed || share?.type !== "figure") return at;
  if (!SHARE_LEAD.test(token.text.slice(at.offset))) return at;
  const next = tokens[at.index + 2];
  if (next?.type !== "text" || next.fixed) return { index: at.index + 2, offset: 0 };
  const stop = Array.from(next.text).findIndex((char) => STOPS.includes(char) || CLOSING.includes(char));
  return { index: at.index + 2, offset: stop < 0 ? next.text.length : stop };
}

function insert(tokens: DraftToken[], { index, offset }: Position, added: readonly DraftToken[]): DraftToken[] {
  const token = tokens[index];
  if (token?.type !== "text" || offset === 0) return [...tokens.slice(0, index), ...added, ...tokens.slice(index)];
  const before: DraftToken = { ...token, text: token.text.slice(0, offset) };
  const after: DraftToken = { ...token, text: token.text.slice(offset) };
  return [...tokens.slice(0, index), before, ...added, after, ...tokens.slice(index + 1)];
}

/**
 * Before the clause that ends a breakdown with 未完成: at the stop in front of it. Null where no stop of its sentence stands
 * there.
 */
function beforeClause(tokens: readonly DraftToken[], at: number): Position | null {
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.type === "figure") return null;
    if (token?.type !== "text" || token.fixed) continue;
    for (let offset = token.text.length - 1; offset >= 0; offset -= 1) {
      const char = token.text.charAt(offset);
      if (char === "，" || char === "、" || char === "；") return { index, offset };
      if (STOPS.includes(char)) return null;
    }
  }
  return null;
}

/** Whether a status figure is the last of a breakdown and tells what is not done, after others. */
function endsWithNotDone(tokens: readonly DraftToken[], at: number, family: Family): boolean {
  const token = tokens[at];
  if (token?.type !== "figure" || token.counts?.as !== "notDone") return false;
  return tokens.slice(0, at).some((one) => isStatusOf(one, family));
}

function placeOf({ whole, subject }: Breakdown, of: string, metric: SubjectPlace["metric"]): SubjectPlace {
  const word = `${SUBJECT_NAMES[subject][0] ?? ""}.${of}`;
  const bracket = whole.name.indexOf("[");
  const name = bracket < 0 ? word : word + whole.name.slice(bracket);
  return { ...whole, name, metric };
}

/** Adds what a template's breakdowns leave out. */
export function appendRest(
  nodes: readonly TemplateNode[],
  tokens: DraftToken[],
  figures: Figures,
  definition: Definition,
): DraftToken[] {
  let result = tokens;
  for (const breakdown of breakdownsOf(nodes)) {
    const { family } = breakdown;
    const missing = missingParts(figures, breakdown, definition);
    const from = lastCount(result, family);
    if (missing.length === 0 || from < 0 || isScattered(result, family)) continue;
    const measure = measureWord(result, breakdown);
    const added = missing.flatMap(({ word, place, count }): readonly DraftToken[] => [
      { type: "text", text: `，${word}`, fixed: false },
      figureToken(place, { type: "count", count, definition: null }, 0),
      { type: "text", text: measure, fixed: false },
    ]);
    const before = endsWithNotDone(result, from, family) ? beforeClause(result, from) : null;
    result = insert(result, before ?? endOfBreakdown(result, from, family), added);
  }
  return result;
}
