/** What an answer may be meant for, where a person has to say so. */
import { qualified } from "../../grid";
import { textOf } from "../../ledger";
import { foldText, similarity } from "../../tally";
import { homeUnit } from "../common/home-unit";
import { itemPlace, itemRef } from "../common/places";
import { measureKeyOf } from "./match";
import { type Conflict, conflictId, type IntoPlan, type Of } from "./types";

/** An item or a row of the master as a person tells it from others. */
export interface Choice {
  /** By which it is chosen: `Sheet!A5`. */
  readonly place: string;
  readonly number: string;
  /** Its problem, of a row its measure. */
  readonly text: string;
  readonly unit: string | null;
}

/** More than anybody looks through, and what a list can show at once. */
const MOST = 500;

/** A choice is offered anew with every decision about another conflict: what is most alike is looked for once. */
const looked = new WeakMap<readonly Of[], Map<string, readonly Choice[]>>();

/** @example choicePlace(item) // "台账!A5" */
export function choicePlace(of: Of): string {
  if ("rows" in of) return itemPlace(of);
  return qualified(of.item.ledger.sheet, of.row, itemRef(of.item).col);
}

/**
 * What a conflict can be settled for, most alike first; empty where nothing can be chosen.
 * @example choicesFor(plan, conflict)[0] // { place: "台账!A5", number: "3", text: "…", unit: "办公室" }
 */
export function choicesFor({ choosable }: IntoPlan, conflict: Conflict): readonly Choice[] {
  const among = choosable.get(conflictId(conflict)) ?? [];
  const said = foldText(conflict.to ?? "");
  const known = looked.get(among) ?? new Map<string, readonly Choice[]>();
  looked.set(among, known);
  const choices = known.get(said) ?? mostAlike(among, said);
  known.set(said, choices);
  return choices;
}

function mostAlike(among: readonly Of[], said: string): readonly Choice[] {
  return among
    .map(choiceOf)
    .map((choice) => ({ choice, alike: similarity(foldText(choice.text), said) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST)
    .map(({ choice }) => choice);
}

function choiceOf(of: Of): Choice {
  const item = "rows" in of ? of : of.item;
  const key = "rows" in of ? null : measureKeyOf(item, item);
  const text = key === null || "rows" in of ? item.problem : textOf(item.ledger, of, key);
  return { place: choicePlace(of), number: item.number, text, unit: homeUnit(item) };
}
