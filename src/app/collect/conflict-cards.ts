/** What a person decides of a cell: all answers that files give for it together, each value once. */
import { type Choice, choicesFor, type Conflict, conflictCell, conflictId, type IntoPlan } from "../../month";
import { foldKey } from "../../zh/text";
import type { CollectionView, Decision } from "./collection";

/** A value that is offered for a cell, and the files that give it. */
export interface Offer {
  readonly to: string | null;
  /** Whether a person took it. */
  readonly isTaken: boolean;
  readonly answers: readonly { readonly id: string; readonly conflict: Conflict; readonly canTake: boolean }[];
}

export interface ConflictCard {
  readonly id: string;
  /** The first of the answers: what they have in common. */
  readonly conflict: Conflict;
  readonly offers: readonly Offer[];
  /** What may be meant in the master, most alike first; null where that is no question. */
  readonly choices: (() => readonly Choice[]) | null;
  /** Null until every answer is decided. */
  readonly decision: Decision | null;
}

/** Cards in the order of the first answer, those that were taken last. */
export function conflictCards(plan: IntoPlan, decided: CollectionView["decided"]): readonly ConflictCard[] {
  const groups = new Map<string, Conflict[]>();
  for (const conflict of [...plan.conflicts, ...plan.taken]) {
    const own = conflictId(conflict);
    const cell = plan.choosable.has(own) ? own : (conflictCell(conflict) ?? own);
    // Two wordings of one item are no rivals: either may be it.
    const id = isMeant(conflict) ? `${cell} ${foldKey(conflict.to ?? "")}` : cell;
    groups.set(id, [...(groups.get(id) ?? []), conflict]);
  }
  return [...groups].map(([id, conflicts]) => cardOf(id, conflicts, plan, decided));
}

function cardOf(
  id: string,
  conflicts: readonly Conflict[],
  plan: IntoPlan,
  decided: CollectionView["decided"],
): ConflictCard {
  const offers = new Map<string, Offer>();
  for (const conflict of conflicts) {
    const key = foldKey(conflict.to ?? "");
    const own = conflictId(conflict);
    const answer = { id: own, conflict, canTake: plan.takable.has(own) };
    const { to = conflict.to, answers = [], isTaken = false } = offers.get(key) ?? {};
    offers.set(key, {
      to,
      isTaken: isTaken || decided.get(own) === "take",
      answers: [...answers, answer],
    });
  }
  const decisions = conflicts.map((one) => decided.get(conflictId(one)) ?? null);
  const decision = decisions.includes(null) ? null : (decisions.find((one) => one !== "keep") ?? "keep");
  const [conflict] = conflicts as [Conflict];
  const choices = plan.choosable.has(conflictId(conflict)) ? () => choicesFor(plan, conflict) : null;
  return { id, conflict, offers: [...offers.values()], choices, decision };
}

/** Conflicts whose value says which item is meant: it holds for every file that says so. */
const isMeant = ({ type }: Conflict): boolean => type === "textChanged" || type === "struckRow";

/**
 * Decisions with one more: of a card one of its offers is taken (the others then are not), or none, or what is meant.
 * @param what null: to be decided again
 * @example decide(view.decided, card, card.offers[0]!)
 */
export function decide(
  decided: CollectionView["decided"],
  { id, conflict, offers }: ConflictCard,
  what: Offer | Exclude<Decision, "take"> | null,
): CollectionView["decided"] {
  const answers = offers.flatMap((offer) => offer.answers);
  const own = new Set(answers.map((answer) => answer.id));
  const next = new Map([...decided].filter(([key]) => key !== id && !key.startsWith(`${id} `) && !own.has(key)));
  if (what === null) return next;
  if (what === "keep" || "at" in what) {
    for (const answer of answers) next.set(answer.id, what);
    return next;
  }
  const able = what.answers.filter(({ canTake }) => canTake);
  const taken = new Set(isMeant(conflict) ? able : able.slice(0, 1));
  for (const answer of answers) next.set(answer.id, taken.has(answer) ? "take" : "keep");
  return next;
}
