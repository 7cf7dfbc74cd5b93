/**
 * The one look every text cell gets: which cell rules should look closer. A table by character keeps it to a load and a
 * test a character; long texts are only looked at where it matters.
 */
import type { ColumnKey } from "../ledger";

/** What a cell rule wants to be called for; a set of bits. */
export const CELL_SIGN = {
  /** The text begins with #. */
  hash: 1,
  /** Blanks at its ends; in short cells also odd blanks, invisible or full-width characters within. */
  form: 2,
  /** Characters that leftovers of templates are made of, in the progress, which a notice prints. */
  leftover: 4,
} as const;

/** Fields with long texts: only their ends are looked at. */
export const LONG_FIELDS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  "parentProblem",
  "problem",
  "task",
  "measure",
  "progress",
  "evidence",
  "remarks",
]);
/** Short fields that are looked at throughout: they are compared, counted or read as dates. */
const EXACT_FIELDS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  "number",
  "unit",
  "coUnits",
  "deadline",
  "status",
  "measureStatus",
  "signOff",
  "doneDate",
  "persons",
  "form",
]);
/** Longer cells of short fields are texts too. */
export const LONGEST_SHORT = 64;

const ODD = 1;
const BREAK = 2;
const CLASSES = createClasses();

function createClasses(): Uint8Array {
  const classes = new Uint8Array(65536);
  const mark = (from: number, to: number, bit: number): void => {
    for (let code = from; code <= to; code++) classes[code]! |= bit;
  };
  mark(0x00, 0x20, ODD);
  classes[0x0a] = BREAK;
  mark(0x7f, 0xad, ODD);
  mark(0x61c, 0x61c, ODD);
  mark(0x1680, 0x1680, ODD);
  mark(0x180e, 0x180e, ODD);
  mark(0x2000, 0x200f, ODD);
  mark(0x2028, 0x202f, ODD);
  mark(0x205f, 0x206f, ODD);
  mark(0x3000, 0x3000, ODD);
  mark(0xfeff, 0xfeff, ODD);
  mark(0xff10, 0xff19, ODD);
  mark(0xff21, 0xff5a, ODD);
  return classes;
}

/** Characters of which every leftover has one; an expression of one class is the fastest look at a long text. */
const LEFT = /[[_TXx*×待此请]/;

/** How the cells of a field are looked at: 0 throughout, 1 at their ends, 2 at their ends and for leftovers. */
export type LookDepth = 0 | 1 | 2;

/**
 * @example lookOf("progress") // 2
 */
export function lookOf(key: ColumnKey): LookDepth {
  return key === "progress" ? 2 : EXACT_FIELDS.has(key) ? 0 : 1;
}

/** The signs of a text that isn't empty. */
export function scanCell(value: string, look: LookDepth): number {
  const first = value.charCodeAt(0);
  const end = value.length - 1;
  let signs = first === 35 ? CELL_SIGN.hash : 0;
  const ends = (CLASSES[first] as number) | (CLASSES[value.charCodeAt(end)] as number);
  if ((ends & ODD) !== 0 || (look === 0 && (ends & BREAK) !== 0)) signs |= CELL_SIGN.form;
  if (look === 0) {
    if (end >= LONGEST_SHORT) return signs;
    for (let i = 1; i < end; i++)
      if (((CLASSES[value.charCodeAt(i)] as number) & ODD) !== 0) return signs | CELL_SIGN.form;
  } else if (look === 2 && LEFT.test(value)) {
    signs |= CELL_SIGN.leftover;
  }
  return signs;
}
