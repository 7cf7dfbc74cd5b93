/**
 * Parts must sum to the whole. Where a template states a subject's total and counts some of its statuses, the non-zero
 * statuses it does not name are added after its last status count: 「，长期坚持2个」.
 */
import { STATUSES, type Status } from "../ledger";
import type { Tally } from "../tally";
import { doneStatuses, talliesOf, type NamedStatuses } from "./figure-value";
import { eachPlace, figureToken, type DraftToken } from "./draft";
import { resolvePlace, type TemplatePlace } from "./places";
import {
  MEASURE_WORDS,
  printedWord,
  STATUS_NAMES_BY_SUBJECT,
  SUBJECT_NAMES,
  SUBJECTS,
  type Subject,
} from "./status-words";
import type { Template } from "./template";

const MEASURE_CHARS = "个项件条起宗名人批笔户处";
const OPENING = "（(“《【";
const CLOSING = "）)”》】";
const STOPS = "，、；。！？,;!?\n|\t";

/** Subjects whose breakdown must be complete: total and statuses are named, and nothing says 其余. */
function brokenDown(template: Template, named: NamedStatuses): readonly Subject[] {
  const totals = new Set<Subject>();
  const rests = new Set<Subject>();
  eachPlace(template.nodes, (place) => {
    if (place.type !== "subject") return;
    if (place.metric.type === "total") totals.add(place.subject);
    if (place.metric.type === "rest") rests.add(place.subject);
  });
  return SUBJECTS.filter((subject) => totals.has(subject) && named.has(subject) && !rests.has(subject));
}

/** Non-zero statuses that no place of the template counts. */
function missingStatuses(tally: Tally, subject: Subject, named: ReadonlySet<Status>): readonly Status[] {
  const counts = talliesOf(tally, subject);
  if (counts === null) return [];
  const covered = new Set(named);
  if (named.has("done")) for (const status of doneStatuses(tally.definition, named)) covered.add(status);
  return STATUSES.filter((status) => !covered.has(status) && counts.byStatus[status].value > 0);
}

/** Index of the last status figure of a subject; where none is left, of the last piece that held one. */
function lastCount(tokens: readonly DraftToken[], subject: Subject): number {
  let gone = -1;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.type === "figure" && token.statusOf === subject) return index;
    if (gone < 0 && token?.type === "gone" && token.statusOf.has(subject)) gone = index;
  }
  return gone;
}

/** The measure word that stands behind a figure of the subject, else the usual one. */
function measureWord(tokens: readonly DraftToken[], subject: Subject): string {
  let found: string | null = null;
  tokens.forEach((token, index) => {
    if (token.type !== "figure" || (token.statusOf !== subject && token.totalOf !== subject)) return;
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
function endOfBreakdown(tokens: readonly DraftToken[], from: number, subject: Subject): Position {
  let depth = 0;
  let outermost = Number.POSITIVE_INFINITY;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const counts = index === from || (token?.type === "figure" && token.statusOf === subject);
    if (counts) outermost = Math.min(outermost, depth);
    if (token?.type !== "text" || token.fixed) continue;
    for (let offset = 0; offset < token.text.length; offset += 1) {
      const char = token.text.charAt(offset);
      if (index > from) {
        const stops = STOPS.includes(char) && (depth <= outermost || char === "\n");
        const leaves = CLOSING.includes(char) && depth > 0 && depth === outermost;
        if (stops || leaves) return { index, offset };
      }
      depth = depthAfter(char, depth);
    }
  }
  return { index: tokens.length, offset: 0 };
}

function insert(tokens: DraftToken[], { index, offset }: Position, added: readonly DraftToken[]): DraftToken[] {
  const token = tokens[index];
  if (token?.type !== "text" || offset === 0) return [...tokens.slice(0, index), ...added, ...tokens.slice(index)];
  const before: DraftToken = { ...token, text: token.text.slice(0, offset) };
  const after: DraftToken = { ...token, text: token.text.slice(offset) };
  return [...tokens.slice(0, index), before, ...added, after, ...tokens.slice(index + 1)];
}

function statusPlace(subject: Subject, status: Status): TemplatePlace | null {
  return resolvePlace(`${SUBJECT_NAMES[subject][0] ?? ""}.${STATUS_NAMES_BY_SUBJECT[subject][status][0] ?? ""}`);
}

/** Adds what a template's breakdowns leave out. */
export function appendRest(template: Template, tokens: DraftToken[], tally: Tally, named: NamedStatuses): DraftToken[] {
  let result = tokens;
  for (const subject of brokenDown(template, named)) {
    const missing = missingStatuses(tally, subject, named.get(subject) ?? new Set());
    const from = lastCount(result, subject);
    const counts = talliesOf(tally, subject);
    if (missing.length === 0 || from < 0 || counts === null) continue;
    const word = measureWord(result, subject);
    const added = missing.flatMap((status): readonly DraftToken[] => {
      const place = statusPlace(subject, status);
      if (place === null) return [];
      return [
        { type: "text", text: `，${printedWord(subject, status)}`, fixed: false },
        figureToken(place, { type: "count", count: counts.byStatus[status], definition: null }, 0),
        { type: "text", text: word, fixed: false },
      ];
    });
    result = insert(result, endOfBreakdown(result, from, subject), added);
  }
  return result;
}
