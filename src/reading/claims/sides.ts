/** Sides that counts tell: which one tells the parts of a breakdown apart, and whether two counts stand beside each other. */
import { PERSON_SIDES } from "../../zh/words/claim-sides";
import type { ToldCount } from "./counts";
import type { ClaimNode } from "./claim-node";

/** Both speak of one side: a count of discipline holds no other. */
export function sharesSide(one: ClaimNode, other: ClaimNode): boolean {
  for (const name of one.count.sides.keys()) if (other.count.sides.has(name)) return true;
  return false;
}

/** Both tell one side by different words: neither is a part of the other. */
export function areSiblings(one: ClaimNode, other: ClaimNode): boolean {
  for (const [name, word] of one.count.sides) {
    const own = other.count.sides.get(name);
    if (own !== undefined && own !== word) return true;
  }
  return false;
}

/**
 * The side all parts tell by different words: the one in force, else any. States may repeat only beside other words
 * (正在整改, 未完成), what is done counts once.
 */
export function sideOf(parts: readonly ClaimNode[], inForce: string | null): string | null {
  const first = parts[0];
  if (!first) return null;
  if (inForce !== null) return tellApart(parts, inForce) ? inForce : null;
  const { sides } = first.count;
  for (const name of sides.keys()) if (!PERSON_SIDES.includes(name) && tellApart(parts, name)) return name;
  if (tellApart(parts, "state")) return "state";
  for (const name of sides.keys()) if (PERSON_SIDES.includes(name) && tellApart(parts, name)) return name;
  return null;
}

function tellApart(parts: readonly ClaimNode[], name: string): boolean {
  const told = new Set<string>();
  for (const { count } of parts) {
    const word = name === "state" ? stateKey(count) : count.sides.get(name);
    if (word === undefined || word === null || told.has(word)) {
      if (count.lead === "rest" && word === undefined) continue;
      return false;
    }
    told.add(word);
  }
  return true;
}

function stateKey(count: ToldCount): string | null {
  if (count.state === null) return null;
  if (count.state === "done") return "done";
  return `${count.state}/${count.before}/${count.after}`;
}
