import { labelsIn, placeOf } from "../../reading";
import { textOf, type Item } from "../../ledger";
import { defineProofRule, type ProofHit } from "../rule";
import type { ItemMatch, ProofContext } from "../types";
import { behindFrame, statusOfSentence } from "../../zh/status-sentence";
import { readStatusText } from "../../zh/status";
import { clausesOf, type Clause } from "../../zh/clause";
import { listedKinds } from "./listed-kinds";
import { oneChange } from "./near-text";
import { TEXTS_GROUND } from "./words";

function* matchesOf(context: ProofContext): Generator<ItemMatch> {
  if (!context.ledger) return;
  for (const kind of listedKinds(context)) yield* context.ledger.matches(kind).matches;
}

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
    const told = toldClauses(context, match).filter(({ text }) => !take(cells, text) && !isStatusSentence(text));
    for (const { line, start, text } of told) {
      for (const cell of cells.keys()) {
        const change = oneChange(text, cell);
        if (change === null) continue;
        // 此项问题已完成，并报备案: the status in front was told already.
        if (tellsStatusOnly(cell, text, match.ledger)) break;
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
  ground: TEXTS_GROUND,
});
