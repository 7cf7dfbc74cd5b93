/**
 * What tells one workbook from another of the same name: a sketch of its long texts. A file picked in a browser has no
 * folder, and every bureau of a county calls its ledger 整改台账.xlsx; but the problems written in it are its own. A
 * sketch survives edits, sorting and the next month's progress, since most of its texts stay.
 */
import type { Grid } from "./grid";
import { foldKey, hashText } from "../zh/text";

/** Hashes kept: the least ones, so that two sketches of nearly the same texts share nearly all of them. */
const KEPT = 64;
/** Shorter texts are words of the trade: units, deadlines, states. */
const LEAST_LENGTH = 12;
/** Rows looked at in each sheet: enough to know a ledger by, and soon done. */
const ROWS = 3000;
/** A text is known by its beginning. */
const LONGEST = 200;

/**
 * The sketch of a workbook: at most 64 short hashes, none of which can be turned back into its text.
 * @example overlap(sketchOf(june), sketchOf(july)) // 0.8: the same ledger, a month later
 */
export function sketchOf(grids: readonly Grid[]): readonly string[] {
  const hashes = new Set<string>();
  for (const grid of grids) {
    for (const cells of grid.values.slice(0, ROWS)) {
      for (const value of cells ?? []) {
        if (typeof value !== "string" || value.length < LEAST_LENGTH) continue;
        const text = foldKey(value.slice(0, LONGEST));
        if (text.length >= LEAST_LENGTH) hashes.add(hashText(text));
      }
    }
  }
  return [...hashes].sort().slice(0, KEPT);
}

/**
 * How much two workbooks have in common, from 0 to 1: the share of texts that both have among all they have (Jaccard's
 * index, estimated from the least hashes of both). Two without any long text are taken for the same.
 */
export function overlap(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 && other.length === 0) return 1;
  const both = new Set(other);
  const all = [...new Set([...one, ...other])].sort().slice(0, KEPT);
  const mine = new Set(one);
  return all.filter((hash) => mine.has(hash) && both.has(hash)).length / all.length;
}
