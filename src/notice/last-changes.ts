/** What is new or newly done since the last period, among items and among their measures. */
import { textOf, type Item, type LedgerRow, type Reading, type Status } from "../ledger";
import { foldText, refAt, refColumns, rowOf, similarity, type PairedItems, type RowRef } from "../tally";

interface Changed {
  /** Text of what cannot be told apart from others of the last period; null where all is clear. */
  readonly unclear: string | null;
  readonly rows: readonly RowRef[];
}

interface AskedChange {
  readonly metric: "newlyDone" | "added";
  readonly isDone: (status: Status) => boolean;
}

/** Items of a reading, or of a part of it, that are new, or were open then and are done now. */
export function changedItems(
  paired: PairedItems | undefined,
  { ledgers }: Reading,
  { metric, isDone }: AskedChange,
): Changed {
  const within = new Set(ledgers.flatMap(({ items }) => items));
  const unclear = unclearAmong(paired, (item) => within.has(item));
  if (unclear !== null) return { unclear, rows: [] };
  const items =
    metric === "added"
      ? (paired?.added ?? [])
      : (paired?.pairs ?? []).filter(({ old, now }) => isDone(now.status) && !isDone(old.status)).map(({ now }) => now);
  return { unclear: null, rows: items.filter((item) => within.has(item)).map(refOfItem) };
}

function unclearAmong(paired: PairedItems | undefined, isAsked: (item: Item) => boolean): string | null {
  const group = paired?.ambiguous.find(({ now }) => now.some(isAsked));
  if (group !== undefined) return group.now[0]?.problem ?? "";
  return paired?.near.find(({ now }) => isAsked(now))?.now.problem ?? null;
}

function refOfItem(item: Item): RowRef {
  return refAt(item.ledger, rowOf(item), refColumns(item.ledger).ofItem(item));
}

/** A measure of the old text that is as much alike as this was changed, not replaced. */
const CHANGED = 0.6;

interface PairedRows {
  /** Measures of this period with what they were; null: new. */
  readonly rows: ReadonlyMap<LedgerRow, LedgerRow | null>;
  /** Measures whose texts nobody can tell apart. */
  readonly unclear: readonly LedgerRow[];
}

/** The same of measures, which are told apart by their texts inside the item. */
export function changedMeasures(
  paired: PairedItems | undefined,
  { ledgers }: Reading,
  { metric, isDone }: AskedChange,
): Changed {
  const asked = new Set(
    ledgers.filter(({ hasMeasures }) => hasMeasures).flatMap(({ items }) => items.flatMap(({ rows }) => rows)),
  );
  const unclear = unclearAmong(paired, (item) => item.rows.some((row) => asked.has(row)));
  if (unclear !== null) return { unclear, rows: [] };
  const before = new Map<LedgerRow, LedgerRow | null>();
  for (const item of paired?.added ?? []) for (const row of item.rows) before.set(row, null);
  for (const { old, now } of paired?.pairs ?? []) {
    const { rows, unclear: doubtful } = pairRows(old, now);
    const first = doubtful.find((row) => asked.has(row));
    if (first !== undefined) return { unclear: textOf(now.ledger, first, "measure") || now.problem, rows: [] };
    for (const [row, was] of rows) before.set(row, was);
  }
  const rows = Array.from(before).filter(([row, was]) => {
    if (!asked.has(row)) return false;
    if (metric === "added") return was === null;
    return was !== null && isDone(row.status.status) && !isDone(was.status.status);
  });
  return { unclear: null, rows: rows.map(([row]) => refOfMeasure(row)) };
}

function refOfMeasure(row: LedgerRow): RowRef {
  const { ledger } = row.item;
  return refAt(ledger, row.row, refColumns(ledger).ofMeasure(row));
}

function pairRows(old: Item, now: Item): PairedRows {
  const texts = (item: Item) => item.rows.map((row) => ({ row, text: foldText(textOf(item.ledger, row, "measure")) }));
  const [olds, nows] = [texts(old), texts(now)];
  const rows = new Map<LedgerRow, LedgerRow | null>();
  const unclear: LedgerRow[] = [];
  const groups = new Set(nows.map(({ text }) => text));
  for (const text of groups) {
    const [before, after] = [olds, nows].map((list) => (list ?? []).filter((one) => one.text === text));
    if (before === undefined || after === undefined || before.length === 0) continue;
    // Several of one text stand in the order of the sheet where none came or went.
    if (before.length === after.length) after.forEach(({ row }, index) => rows.set(row, before[index]?.row ?? null));
    else unclear.push(...after.map(({ row }) => row));
  }
  const oldLeft = olds.filter(({ text }) => !groups.has(text));
  const left = nows.filter(({ row }) => !rows.has(row) && !unclear.includes(row));
  const [one, other] = [left[0], oldLeft[0]];
  if (one && other && left.length === 1 && oldLeft.length === 1)
    rows.set(one.row, similarity(one.text, other.text) >= CHANGED ? other.row : null);
  else if (oldLeft.length === 0) for (const { row } of left) rows.set(row, null);
  else unclear.push(...left.map(({ row }) => row));
  return { rows, unclear };
}
