/** The file in which a person says which item is which (`--pairs`), read from untrusted input. */
import * as v from "valibot";
import { parseIsoDate, isoDate, type CivilDate } from "../../zh/civil-date";
import { MONTH_KINDS } from "../common/kinds";
import type { PeriodItem } from "../period/types";
import type { SettledPair, SettledSide } from "./settled";
import type { AmbiguousGroup, Comparison } from "./types";

const PAIRS_VERSION = 1;

const text = v.pipe(v.string(), v.minLength(1));
const optional = v.optional(v.nullable(v.union([text, v.pipe(v.number(), v.transform(String))])), null);
const side = v.strictObject({
  problem: text,
  number: optional,
  unit: v.optional(v.nullable(text), null),
  place: v.optional(v.nullable(text), null),
});
const day = v.pipe(
  v.string(),
  v.transform(parseIsoDate),
  v.custom<CivilDate>((value) => value !== null),
);
const pair = v.strictObject({
  kind: v.picklist(MONTH_KINDS),
  asOf: day,
  old: v.nullable(side),
  new: v.nullable(side),
});
const head = v.object({ schema: v.number(), pairs: v.array(v.unknown()) });

type PairsOutcome =
  | { readonly ok: true; readonly pairs: readonly SettledPair[] }
  /** `at`: the entry that is wrong, from 1; null where the whole file is none. */
  | { readonly ok: false; readonly why: "none" | "newer" | "entry"; readonly at: number | null };

/**
 * Reads the object of a file of pairs.
 * @example readPairs({ schema: 1, pairs: [] }) // { ok: true, pairs: [] }
 */
export function readPairs(input: unknown): PairsOutcome {
  const known = v.safeParse(head, input);
  if (!known.success) return { ok: false, why: "none", at: null };
  if (known.output.schema > PAIRS_VERSION) return { ok: false, why: "newer", at: null };
  const pairs: SettledPair[] = [];
  for (const [index, entry] of known.output.pairs.entries()) {
    const read = v.safeParse(pair, entry);
    if (!read.success || (read.output.old === null && read.output.new === null))
      return { ok: false, why: "entry", at: index + 1 };
    pairs.push(read.output);
  }
  return { ok: true, pairs };
}

/**
 * A file of pairs to be filled in: each doubtful old item, with the new ones it may be under `choose`. Entries are valid once
 * `new` is one of them, or null for an item that is gone.
 */
export function pairsToFill({ ambiguous, asOf }: Pick<Comparison, "ambiguous" | "asOf">): object {
  const entries = ambiguous.flatMap((group: AmbiguousGroup) =>
    group.old.map((item) => ({
      kind: group.kind,
      asOf: isoDate(asOf),
      old: sideOf(item),
      new: { choose: group.new.map(sideOf) },
    })),
  );
  return { schema: PAIRS_VERSION, pairs: entries };
}

/** An item as a file of pairs names it. */
export function sideOf(item: PeriodItem): SettledSide {
  return {
    problem: item.problem.text,
    number: item.number === null || item.number.text === "" ? null : item.number.text,
    unit: item.rows[0]?.leads[0] ?? null,
    place: item.at,
  };
}
