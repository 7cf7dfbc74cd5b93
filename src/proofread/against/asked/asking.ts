/** What stands while a sentence is read: the ledger's words, what was told before, how a figure is held against it. */
import type { PercentToken, Place } from "../../../reading";
import type { LedgerSide } from "../../types";
import type { SumColumn } from "./columns";
import { candidatesOf, type Candidate, type Told } from "./contexts";
import { joined, type Facet, type Facets } from "./facets";
import type { Piece } from "./segments";
import type { Role, Vocabulary } from "./vocabulary";

/** A figure that was held against the ledger. */
export interface AskedFigure {
  readonly place: Place;
  /** Where its number starts. */
  readonly start: number;
  /** Words of the ledger that it is told of: 甲某、已完成. */
  readonly name: string;
  readonly right: boolean;
  /** Its words say it as they stand, and nothing else of the ledger was needed. */
  readonly firm: boolean;
  readonly written: string;
  /** The nearest of what the ledger allows. */
  readonly ledger: string;
}

export interface AskedRate {
  readonly token: PercentToken;
  readonly name: string;
  readonly right: boolean;
  readonly numerator: number;
  readonly denominator: number;
}

/** A number of a clause with the words before and behind it. */
export interface Numbered {
  readonly at: number;
  readonly before: readonly Piece[];
  readonly behind: readonly Piece[];
  /** Whether everything behind it is understood, up to what comes next. */
  readonly closed: boolean;
}

/** A figure that counts no items, as far as it is known before its place is. */
export interface Special {
  readonly figure: Omit<AskedFigure, "place" | "start">;
  /** Its clause names a unit, a kind. */
  readonly named: boolean;
}

export interface Asking {
  readonly ledger: LedgerSide;
  readonly vocabulary: Vocabulary;
  readonly plain: string;
  readonly line: number;
  /** What the sentence has named so far. */
  told: Told[];
  /** Sums that the sentence has told last, with their unit. */
  amounts: readonly number[];
  /** The columns they were of: 涉及金额共100万元，其中甲部62万元. */
  sums: readonly SumColumn[];
  /** What leads it in. */
  around: readonly Told[];
}

/** Ways to understand words within what was told. */
export function waysOf(asking: Asking, own: Facets, ofAll: boolean, among = false): readonly Candidate[] | null {
  const { told, around, vocabulary } = asking;
  return candidatesOf(own, { told, around, all: vocabulary.all, ofAll, among });
}

/** Of one kind that stand side by side, joined; and the lists as they stand, for numbers that are told of each. */
export function ownFacets(pieces: readonly Piece[]): {
  readonly facets: readonly Facet[];
  readonly lists: readonly (readonly Facet[])[];
} {
  const lists: Facet[][] = [];
  let joins = false;
  for (const piece of pieces) {
    const facet = facetOf(piece);
    const last = lists[lists.length - 1];
    if (facet === null) {
      joins = joinsNames(piece) && last !== undefined;
      continue;
    }
    if (joins && last?.[0]?.by === facet.by) last.push(facet);
    else lists.push([facet]);
    joins = false;
  }
  return { facets: lists.flatMap((list) => joined(list) ?? []), lists };
}

function joinsNames(piece: Piece): boolean {
  return piece.type === "pause" || (piece.type === "word" && piece.word.joins);
}

export function facetOf(piece: Piece): Facet | null {
  if (piece.type === "facet") return piece.facet;
  if (piece.type !== "word" || piece.word.weak) return null;
  const [first, ...others] = piece.word.facets;
  // A unit that is a section's name, too: either.
  return first ? { ...first, picks: [...first.picks, ...others.flatMap(({ picks }) => picks)] } : null;
}

export function hasRole(piece: Piece | undefined, role: Role): boolean {
  return piece?.type === "word" && piece.word.roles.has(role);
}

/** Ways to count them, each once. */
export function sizesOf(candidates: readonly Candidate[]): readonly number[] {
  return Array.from(new Set(candidates.flatMap(({ sets }) => sets.map(({ size }) => size))));
}

export function nearest(value: number, allowed: readonly number[]): number {
  return allowed.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
}

export function nameOf(facets: Facets): string {
  return Array.from(facets.values(), ({ text }) => text).join("、");
}
