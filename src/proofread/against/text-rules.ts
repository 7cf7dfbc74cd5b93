/** Rules that hold the words of a notice against the cells they came from: what was done, the headings above, the feedback. */
import { compareDates, isoDate } from "../../zh/civil-date";
import { textOf, type Item, type Kind } from "../../ledger";
import { foldKey } from "../../zh/text";
import { labelsIn, placeOf, type Heading, type Line, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ItemMatch, ProofContext } from "../types";
import { clausesOf, type Clause } from "../../zh/clause";
import { listedKinds } from "./listed-kinds";
import { oneChange } from "./near-text";
import { reWith } from "../../zh/pattern";
import { textRules as words } from "../../zh/words/headings";

const GROUND = "通报文字以台账为准，由台账提出的文字不应在成稿时改动事实。";

function* matchesOf(context: ProofContext): Generator<ItemMatch> {
  if (!context.ledger) return;
  for (const kind of listedKinds(context)) yield* context.ledger.matches(kind).matches;
}

// ------------------------------------------------------------------------------------------------------- what was done

type ProgressData = { readonly written: string; readonly ledger: string; readonly figures: string };

/** Clauses of one answer, and of its cells: an answer of more is no answer. */
const MOST_CLAUSES = 120;
/** Shorter clauses are alike by chance. */
const SHORTEST = 4;

interface Told extends Clause {
  readonly line: number;
}

function* progress(context: ProofContext): Generator<ProofHit<ProgressData>> {
  for (const match of matchesOf(context)) {
    const cells = cellClauses(match.ledger);
    if (cells.size === 0) continue;
    const told = toldClauses(context, match).filter(({ text }) => !take(cells, text));
    for (const { line, start, text } of told) {
      for (const cell of cells.keys()) {
        const change = oneChange(text, cell);
        if (change === null) continue;
        take(cells, cell);
        yield {
          place: placeOf(line, start, start + text.length),
          data: { written: text, ledger: cell, figures: change.figures ? "yes" : "no" },
        };
        break;
      }
    }
  }
}

/** Takes a clause of the ledger that the notice tells; false where none is left. */
function take(cells: Map<string, number>, text: string): boolean {
  const left = cells.get(text);
  if (left === undefined) return false;
  if (left > 1) cells.set(text, left - 1);
  else cells.delete(text);
  return true;
}

/** What the ledger's progress cells of an item say, clause by clause, and how often. */
function cellClauses(item: Item): Map<string, number> {
  const clauses = new Map<string, number>();
  for (const row of item.rows) {
    const text = textOf(item.ledger, row, "progress");
    for (const clause of clausesOf(text, 0, text.length, MOST_CLAUSES)) {
      if (clause.text.length >= SHORTEST && clauses.size < MOST_CLAUSES)
        clauses.set(clause.text, (clauses.get(clause.text) ?? 0) + 1);
    }
  }
  return clauses;
}

/** What the notice's answer says, clause by clause, without its labels. */
function toldClauses(context: ProofContext, { notice }: ItemMatch): readonly Told[] {
  const { document, lines } = context;
  if (notice.progressLine === null) return [];
  const told: Told[] = [];
  for (let index = notice.progressLine; index <= notice.lastLine && told.length < MOST_CLAUSES; index++) {
    const line = lines[index];
    if (!line) continue;
    const from = Math.max(line.indent, ...labelsIn(document.labels, index, index).map((label) => label.end));
    const clauses = clausesOf(line.text, from, line.text.length, MOST_CLAUSES);
    for (const clause of clauses) if (clause.text.length >= SHORTEST) told.push({ ...clause, line: index });
  }
  return told;
}

export const ledgerItemProgress = defineProofRule<ProgressData>({
  alias: "ledger-item-progress",
  code: "P812",
  severity: "warning",
  name: { zh: "整改情况与台账有一处不同", en: "one change in what was done" },
  messages: {
    zh: ({ written, ledger, figures }) =>
      figures === "yes"
        ? `通报写“${written}”，台账同一句写“${ledger}”，数字（日期）不同。`
        : `通报写“${written}”，台账同一句写“${ledger}”，有一处不同，请核对。`,
    en: ({ written, ledger }) => `"${written}" here; the ledger's own clause is "${ledger}".`,
  },
  find: progress,
  page: {
    what: "条目的整改情况与台账“整改进展”同一短句只差一处：一个数字、日期，或几个字（单位、名称）。改写、增删的句子不比。",
    why: "从台账提出的句子，成稿时最容易改错一个数、一个日期、一个名称。",
    bad: "通报：召开专题会议4次；台账：召开专题会议3次。",
    good: "两处一致。",
    todo: "核实后统一两处。",
    en: "A clause of an answer that differs from the ledger's in one figure, date or word.",
  },
  ground: GROUND,
});

// ------------------------------------------------------------------------------------------------------------ headings

type HeadingData = { readonly how: "words" | "place"; readonly ledger: string };

interface Names {
  readonly own: readonly string[];
  readonly all: ReadonlyMap<string, string>;
}

/** Sections and parents the ledger knows, by key. */
function namesOf(context: ProofContext, kind: Kind): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const ledger of context.ledger?.reading.ledgers ?? []) {
    if (ledger.kind !== kind) continue;
    for (const { section, parent } of ledger.items) {
      for (const name of [section, parent]) if (name) names.set(headingKey(name), name);
    }
  }
  names.delete("");
  return names;
}

const HEADING_KEY_TEXT = reWith("u")`^${words.headingKeyText}`;
const HEADING_KEY_TEXT_2 = reWith("u")`的?(?:整改)?${words.headingKeyText2}?情况$`;

/** A heading's words without numbers, marks and what notices write around them. */
function headingKey(text: string): string {
  return foldKey(text)
    .replace(HEADING_KEY_TEXT, "")
    .replace(/[\p{P}\p{S}]/gu, "")
    .replace(/^反馈问题/u, "")
    .replace(HEADING_KEY_TEXT_2, "");
}

function* headings(context: ProofContext): Generator<ProofHit<HeadingData>> {
  const { ledger, document } = context;
  if (!ledger) return;
  const told = new Set<number>();
  for (const kind of listedKinds(context)) {
    const all = namesOf(context, kind);
    if (all.size === 0) continue;
    for (const match of ledger.matches(kind).matches) {
      const { section, parent } = match.ledger;
      const own = [section, parent].filter((name): name is string => name !== null && name !== "");
      if (own.length === 0) continue;
      for (const index of match.notice.path) {
        const heading = document.headings[index];
        if (!heading || heading.style === "chinese" || told.has(index)) continue;
        const data = compareHeading(heading, { own, all });
        if (data === null) continue;
        if (data.how === "words") told.add(index);
        yield { place: data.how === "words" ? headOf(heading) : headOf(match.notice.problemPlace), data };
      }
    }
  }
}

/** Headings are short: 选人用人 with one character changed is still meant. */
const LEAST_AROUND = 3;

/** What is wrong with a heading above an item; null where it is the ledger's, or one of the notice's own. */
function compareHeading(heading: Heading, { own, all }: Names): HeadingData | null {
  const key = headingKey(heading.text);
  if (key === "") return null;
  const keys = own.map(headingKey);
  if (keys.some((one) => one === key || isPart(one, key))) return null;
  const other = all.get(key);
  if (other !== undefined) return { how: "place", ledger: own.join("／") };
  const meant = own.find((_, at) => oneChange(key, keys[at] ?? "", LEAST_AROUND) !== null);
  return meant === undefined ? null : { how: "words", ledger: meant };
}

/** A headline beside the whole description. */
function isPart(a: string, b: string): boolean {
  return a !== "" && (a.includes(b) || b.includes(a));
}

function headOf(place: Place): Place {
  return placeOf(place.line, place.start, Math.min(place.end, place.start + 40));
}

export const ledgerItemHeading = defineProofRule<HeadingData>({
  alias: "ledger-item-heading",
  code: "P813",
  severity: "warning",
  name: { zh: "方面、主要问题与台账不同", en: "section or main problem differs from the ledger" },
  messages: {
    zh: ({ how, ledger }) =>
      how === "words" ? `台账写作“${ledger}”，有一处不同，请核对。` : `台账把这一项列在“${ledger}”之下，请核对。`,
    en: ({ how, ledger }) =>
      how === "words" ? `The ledger words it "${ledger}".` : `The ledger has this item under "${ledger}".`,
  },
  find: headings,
  page: {
    what: "条目上面的标题与台账所属方面、主要问题只差一处文字；或条目列在台账另一个方面、主要问题之下。通报自拟的标题不比。",
    why: "标题写错、条目列错位置，各方面的问题数就对不上。",
    bad: "通报：（一）党的作风方面；台账：党的建设方面。",
    good: "两处一致。",
    todo: "以台账为准改正。",
    en: "Headings above an item against the section and main problem of the ledger.",
  },
  ground: GROUND,
});

// ------------------------------------------------------------------------------------------------------------ feedback

type DayData = { readonly written: string; readonly ledger: string; readonly how: "feedback" | "signed" };

function* days(context: ProofContext): Generator<ProofHit<DayData>> {
  const { ledger, document } = context;
  if (!ledger) return;
  const { reading } = ledger;
  const { feedback, signed } = document;
  if (feedback && reading.feedbackDate && compareDates(feedback.date, reading.feedbackDate) !== 0)
    yield dayHit(context.lines, feedback, isoDate(reading.feedbackDate), "feedback");
  if (signed && reading.asOf.source !== "today" && compareDates(signed.date, reading.asOf.date) < 0)
    yield dayHit(context.lines, signed, isoDate(reading.asOf.date), "signed");
}

function dayHit(lines: readonly Line[], place: Place, ledger: string, how: DayData["how"]): ProofHit<DayData> {
  const { line, start, end } = place;
  return {
    place: placeOf(line, start, end),
    data: { written: lines[line]?.text.slice(start, end) ?? "", ledger, how },
  };
}

export const ledgerDay = defineProofRule<DayData>({
  alias: "ledger-day",
  code: "P814",
  severity: "warning",
  name: { zh: "反馈、成文日期与台账不合", en: "dates of feedback or signature against the ledger" },
  messages: {
    zh: ({ written, ledger, how }) =>
      how === "feedback"
        ? `通报写${written}反馈，台账写明的反馈日期是${ledger}。`
        : `成文日期${written}早于台账的统计截止日${ledger}，成文时还没有这些数字。`,
    en: ({ written, ledger, how }) =>
      how === "feedback"
        ? `Feedback on ${written} here, on ${ledger} in the ledger.`
        : `Signed on ${written}, before the day ${ledger} the figures are of.`,
  },
  find: days,
  page: {
    what: "通报所写反馈日期与台账写明的反馈日期；成文日期早于台账的统计截止日。台账没有写明的不比。",
    why: "反馈日期是整改期限的起点；成文之后的数字不可能写进通报。",
    bad: "通报：6月1日反馈；台账：反馈时间2025年6月10日。",
    good: "两处一致。",
    todo: "核实后统一。",
    en: "The day of feedback against the ledger's, and a signature before the as-of day.",
  },
  ground: GROUND,
});

export const LEDGER_TEXT_RULES = [ledgerItemProgress, ledgerItemHeading, ledgerDay];
