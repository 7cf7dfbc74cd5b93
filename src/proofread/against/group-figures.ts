/** What the ledger counts of a group of a bulletin: its items, how far they are, its rate. */
import { plainText } from "../../grid";
import { isCountedDone, statusValueOf, type Item, type Kind, type Reading } from "../../ledger";
import type { GroupedBy, PercentToken, Scorecard } from "../../reading";
import {
  DEFAULT_TOLERANCE,
  divides,
  filterReading,
  findColumn,
  namesIn,
  progressClass,
  type Filter,
  type ProgressClass,
} from "../../tally";
import { withoutNumber } from "../../zh/list-number";
import { foldKey } from "../../zh/text";
import { KIND_NOUNS, MEETING_HEADERS } from "../../zh/words/bulletin";
import { PROGRESS_WORDS } from "../../zh/words/template";
import { isPrintOf } from "../percents";
import type { LedgerSide } from "../types";
import { allowedCounts, countItems } from "./figures";

/** What may be printed of a group. */
export interface GroupFigures {
  readonly total: number;
  /** By any of the definitions; the first is the chosen one. */
  readonly done: readonly number[];
  readonly classes: Readonly<Record<ProgressClass, number>>;
  /** The same by words of the ledger's own (进度类别, columns to tick); empty where it has none. */
  readonly ownClasses: Partial<Readonly<Record<ProgressClass, number>>>;
  /** Whether a percentage is the group's rate. */
  readonly isRate: (token: PercentToken) => boolean;
  /** Some of its items are other units', too: who counts by one lead counts fewer. */
  readonly shared: boolean;
  /** Its rate by the chosen definition. */
  readonly rate: { readonly numerator: number; readonly denominator: number };
}

/** The kind a card counts: the only one there is, else the one its noun calls. Null where it calls none that is counted. */
export function kindOf({ noun, table }: Scorecard, reading: Reading): Kind | null {
  const kinds = new Set(reading.ledgers.filter(({ items }) => items.length > 0).map(({ kind }) => kind));
  kinds.delete("accountability");
  const [only] = kinds;
  // 信访件办理情况统计表 beside problems alone: none of the ledger's.
  if (table) {
    const titled = KIND_NOUNS.filter(([, words]) => words.some((word) => table.title.includes(word)));
    if (titled.length > 0 && !titled.some(([kind]) => kinds.has(kind))) return null;
  }
  const called = KIND_NOUNS.find(([, words]) => words.some((word) => noun.includes(word)))?.[0];
  // The head of a table may count what the ledger has none of: 信访件数 beside problems.
  if (kinds.size === 1 && only && !(table && called !== undefined && called !== only)) return only;
  return called !== undefined && kinds.has(called) ? called : null;
}

/** Counts of a card's group in the ledger; null where the ledger has no group of that name. */
export function groupFigures(
  card: Scorecard,
  kind: Kind,
  { reading, tally, tolerance }: LedgerSide,
): GroupFigures | null {
  const own: Reading = { ...reading, ledgers: reading.ledgers.filter((ledger) => ledger.kind === kind) };
  const filter = card.group === null ? null : filterOf(own, card.group.by, card.group.name);
  if (card.group !== null && filter === null) return null;
  const { definition } = tally;
  const items = filterReading(own, filter === null ? [] : [filter], definition, "items").ledgers.flatMap(
    (ledger) => ledger.items,
  );
  if (items.length === 0) return null;
  const classes = { done: 0, ahead: 0, onTrack: 0, behind: 0, other: 0 };
  const options = {
    done: definition.done,
    feedbackDate: reading.feedbackDate,
    tolerance: tolerance ?? DEFAULT_TOLERANCE,
  };
  for (const item of items) classes[progressClass(item, options)]++;
  const ownClasses: Partial<Record<ProgressClass, number>> = {};
  const asked = new Set(items);
  for (const ledger of own.ledgers)
    for (const item of ledger.items) {
      if (!asked.has(item)) continue;
      const words = [item.section ?? "", plainText(statusValueOf(ledger, item))].map(foldKey);
      for (const one of PROGRESS_NAMES)
        if (words.some((word) => OWN_WORDS[one].includes(word))) ownClasses[one] = (ownClasses[one] ?? 0) + 1;
    }
  const counted = items.filter((item) => divides(item, definition));
  const rate = {
    numerator: counted.filter(({ status }) => isCountedDone(status, definition.done)).length,
    denominator: counted.length,
  };
  const done = doneOf(items);
  const base = items.filter(({ status }) => status !== "excluded").length;
  return {
    total: items.length,
    done: [classes.done, ...done],
    classes,
    ownClasses,
    shared: items.some(({ rows }) => unitsOf(rows).size > 1),
    rate,
    isRate: (token) =>
      isPrintOf(token, rate.numerator, rate.denominator) || done.some((numerator) => isPrintOf(token, numerator, base)),
  };
}

const PROGRESS_NAMES = ["ahead", "onTrack", "behind", "other"] as const;
const OWN_WORDS: Readonly<Record<(typeof PROGRESS_NAMES)[number], readonly string[]>> = PROGRESS_WORDS;

function unitsOf(rows: Item["rows"]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ units, coUnits }) => [units, coUnits].flatMap((one) => one?.units ?? [])).map(({ name }) => name),
  );
}

function doneOf(items: readonly Item[]): readonly number[] {
  return allowedCounts(countItems(items), "done");
}

/** What asks for a group of this name. */
function filterOf(reading: Reading, by: GroupedBy, name: string): Filter | null {
  if (by === "meeting") {
    const column = MEETING_HEADERS.find((header) => findColumn(reading, header).type === "found");
    return column === undefined ? null : { type: "column", column, value: name, whole: true };
  }
  const key = (text: string): string => withoutNumber(foldKey(text));
  const known = namesIn(reading)[by].filter((one) => key(one) === key(name));
  const [only] = known;
  return known.length === 1 && only !== undefined ? { type: by, name: only } : null;
}
