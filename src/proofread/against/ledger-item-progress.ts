import { dutyLines, labelsIn, placeOf, type Place } from "../../reading";
import { textOf, type Item } from "../../ledger";
import { defineProofRule, type ProofHit } from "../rule";
import type { ItemMatch, ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { behindFrame, statusOfSentence } from "../../zh/status-sentence";
import { readStatusText } from "../../zh/status";
import { clausesOf, type Clause } from "../../zh/clause";
import { inFullWidth } from "../../zh/full-width";
import { itemFacts } from "../../zh/words/told-counts";
import { differingFacts, otherUnits, type FactDiffers, type FactKind } from "./item-facts";
import { oneChange } from "./near-text";
import { TEXTS_GROUND } from "./words";

function* matchesOf(context: ProofContext): Generator<ItemMatch> {
  if (!context.ledger) return;
  for (const { matches } of context.ledger.matches.values()) yield* matches;
}

type ProgressData = {
  readonly written: string;
  readonly ledger: string;
  /** What differs: a figure or some words of a clause, or one fact of the item. */
  readonly how: "figures" | "words" | FactKind;
};

/** Clauses of one answer, and of its cells: an answer of more is no answer. */
const MOST_CLAUSES = 120;

/** Shorter clauses are alike by chance. */
const SHORTEST = 4;

interface Told extends Clause {
  readonly line: number;
}

function* progress(context: ProofContext): Generator<ProofHit<ProgressData> | null> {
  const units = unitsOf(context);
  for (const match of matchesOf(context)) {
    yield null;
    const changed: Place[] = [];
    for (const hit of changedClauses(context, match)) {
      changed.push(hit.place);
      yield hit;
    }
    // A clause told with one change says what a fact of it would.
    for (const { place, kind, written, ledger } of factsOf(context, match, units))
      if (!changed.some(({ line, start, end }) => line === place.line && start <= place.start && place.end <= end))
        yield { place, data: { written, ledger, how: kind } };
  }
}

function* changedClauses(context: ProofContext, match: ItemMatch): Generator<ProofHit<ProgressData>> {
  const cells = cellClauses(match.ledger);
  if (cells.size === 0) return;
  const told = toldClauses(context, match).filter(({ text }) => !take(cells, text) && !isStatusSentence(text));
  for (const { line, start, text } of told) {
    for (const cell of cells.keys()) {
      const change = oneChange(text, cell);
      if (change === null) continue;
      // 此项问题已完成，并报备案: the status in front was told already.
      if (tellsStatusOnly(cell, text, match.ledger)) break;
      take(cells, cell);
      if (isLight(text.slice(change.start, change.endA), cell.slice(change.start, change.endB))) break;
      yield {
        place: placeOf(line, start, start + text.length),
        data: { written: text, ledger: cell, how: change.figures ? "figures" : "words" },
      };
      break;
    }
  }
}

/** 印发办法, 已印发办法; 学习12次, 集中学习12次: the same is told, or the same and how. */
function isLight(written: string, cell: string): boolean {
  if ([written, cell].every((text) => text === "" || LIGHT.has(text))) return true;
  return holdsInOrder(written, cell) && !/\d/u.test(written) && !TURNS.test(written);
}

/** Only something was put in: 复核, 组织复核存量. */
function holdsInOrder(long: string, short: string): boolean {
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const TURNS = reWith("u")`${itemFacts.turns}`;

const LIGHT: ReadonlySet<string> = new Set(itemFacts.light);

function* factsOf(
  { document, lines, unitName }: ProofContext,
  { notice, ledger, differs }: ItemMatch,
  units: readonly string[],
): Generator<FactDiffers> {
  if (notice.progressLine === null || differs) return;
  const duties = dutyLines(document);
  const answer = lines.slice(notice.progressLine, notice.lastLine + 1).flatMap((line) =>
    // 整改时限：2025年9月30日: until when it is to be done, not when it was.
    duties.has(line.index)
      ? []
      : [
          {
            line,
            from: Math.max(line.indent, ...labelsIn(document.labels, line.index, line.index).map((label) => label.end)),
          },
        ],
  );
  yield* differingFacts(answer, ledger);
  const own = ledger.rows.flatMap((row) => [row.units, row.coUnits].flatMap((read) => read?.units ?? []));
  const names = new Set(own.flatMap(({ name, text }) => [name, text, unitName(name)]));
  yield* otherUnits(answer, ledger, units, names);
}

/** Units of the ledger, the longest first. */
function unitsOf({ ledger }: ProofContext): readonly string[] {
  const names = (ledger?.reading.ledgers ?? []).flatMap(({ items }) =>
    items.flatMap(({ rows }) => rows.flatMap((row) => row.units.units.map(({ name }) => name))),
  );
  return Array.from(new Set(names)).sort((a, b) => b.length - a.length);
}

/** 此项问题已完成整改: a status in its frame, which is compared as one. */
function isStatusSentence(text: string): boolean {
  return behindFrame(text) > 0 && statusOfSentence(text) !== null;
}

/** Whether all that a clause lacks is the item's own status at the ledger's beginning. */
function tellsStatusOnly(cell: string, told: string, { kind, status }: Item): boolean {
  return cell.endsWith(told) && readStatusText(cell.slice(0, -told.length), kind) === status;
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
    // As a notice sets its marks: 组织培训2场. is no other figure than 组织培训2场。
    const text = inFullWidth(textOf(item.ledger, row, "progress"));
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
    const clauses = clausesOf(inFullWidth(line.text), from, line.text.length, MOST_CLAUSES);
    for (const clause of clauses) if (clause.text.length >= SHORTEST) told.push({ ...clause, line: index });
  }
  return told;
}

type Sentence = (written: string, ledger: string) => string;
const SENTENCES: Readonly<Record<ProgressData["how"], Sentence>> = {
  figures: (written, ledger) => `通报写“${written}”，台账同一句写“${ledger}”，数字（日期）不同。`,
  words: (written, ledger) => `通报写“${written}”，台账同一句写“${ledger}”，有一处不同，请核对。`,
  figure: (written, ledger) => `通报写“${written}”，台账整改进展写“${ledger}”，数字不同，请核对。`,
  doneDate: (written, ledger) => `通报写“${written}”，台账完成时间是${ledger}，请核对。`,
  deadline: (written, ledger) => `通报写“${written}”，台账整改时限是${ledger}，请核对。`,
  unit: (written, ledger) => `通报写是“${written}”所做，台账责任单位是${ledger}，请核对。`,
};

export const ledgerItemProgress = defineProofRule<ProgressData>({
  alias: "ledger-item-progress",
  code: "P812",
  severity: "warning",
  name: { zh: "整改情况与台账有一处不同", en: "rectification text differs from the ledger in one place" },
  messages: {
    zh: ({ written, ledger, how }) => SENTENCES[how](written, ledger),
    en: ({ written, ledger }) => `“${written}” here, “${ledger}” in the ledger.`,
  },
  find: progress,
  page: {
    what: "条目的整改情况与台账“整改进展”同一短句只差一处：一个数字、日期，或几个字（单位、名称）；只差“已”“均”一类字的不算。改写过的句子只比拿得准的：两边同一量词只有一个数、说的是同一件事；唯一的完成日期与“完成时间”；“计划某日前全部完成”与整改时限；句首做事的单位与责任单位。其他增删的句子不比。",
    why: "从台账提出的句子，成稿时最容易改错一个数、一个日期、一个名称。",
    bad: "通报：召开专题会议4次；台账：召开专题会议3次。",
    good: "两处一致。",
    todo: "核实后统一两处。",
    en: "A clause of an answer that differs from the ledger's in one figure, date or word.",
  },
  ground: TEXTS_GROUND,
});
