/**
 * Versions of one table (6月 and 7月, 总表 and 分科室): tables of the same kind of which at least half of the items are
 * equal are never summed. The one with the latest 统计截止 or 填报时间 counts, else the one with most items.
 *
 * Tables are compared through an index of the items of those that count so far, so that the cost grows with the number
 * of items and not with the pairs of tables.
 */
import { compareDates, type CivilDate } from "../../zh/civil-date";
import { trueCell } from "../../grid";
import { textOf } from "./cells";
import { parseNumeral } from "../../zh/numerals";
import { re } from "../../zh/pattern";
import { foldKey } from "../../zh/text";
import { versions as words } from "../../zh/words/versions";
import type { ColumnKey, Item, Ledger, LedgerOverlap, TableFigures } from "../types";

export interface DatedLedger {
  readonly ledger: Ledger;
  /** 统计截止, else 填报时间, as stated for this table. */
  readonly stated: CivilDate | null;
}

interface VersionChoice {
  readonly counted: readonly Ledger[];
  readonly overlaps: readonly LedgerOverlap[];
}

/** Leaves out the ledgers that are other versions of one that counts. */
export function chooseVersions(dated: readonly DatedLedger[]): VersionChoice {
  const byKind = new Map<string, DatedLedger[]>();
  for (const one of dated) {
    const list = byKind.get(one.ledger.kind);
    if (list) list.push(one);
    else byKind.set(one.ledger.kind, [one]);
  }
  const passed = new Map<Ledger, { by: Ledger; shared: number; ofItems: number }>();
  for (const rivals of byKind.values()) if (rivals.length > 1) compareRivals(rivals, passed);
  // The one that a table lost to may itself have lost to a third.
  const winnerOver = (loser: Ledger): Ledger => {
    let by = loser;
    for (let next = passed.get(by); next; next = passed.get(by)) by = next.by;
    return by;
  };
  const lost = new Map<Ledger, Ledger[]>();
  for (const { ledger } of dated) {
    if (!passed.has(ledger)) continue;
    const by = winnerOver(ledger);
    lost.set(by, [...(lost.get(by) ?? []), ledger]);
  }
  const overlaps: LedgerOverlap[] = [];
  for (const { ledger } of dated) {
    const found = passed.get(ledger);
    if (!found) continue;
    const by = winnerOver(ledger);
    overlaps.push({
      counted: { sheet: by.sheet, title: by.layout.title },
      passed: {
        sheet: ledger.sheet,
        title: ledger.layout.title,
        ...trueCell(ledger.grid, ledger.layout.titleRow ?? ledger.layout.header.top, ledger.layout.header.left),
      },
      shared: found.shared,
      ofItems: found.ofItems,
      figures: { counted: figuresOf([by]), passed: figuresOf([ledger]), allPassed: figuresOf(lost.get(by) ?? []) },
    });
  }
  return { counted: dated.map((one) => one.ledger).filter((ledger) => !passed.has(ledger)), overlaps };
}

function figuresOf(ledgers: readonly Ledger[]): TableFigures {
  const items = ledgers.flatMap((ledger) => ledger.items);
  return { tables: ledgers.length, total: items.length, done: items.filter(({ status }) => status === "done").length };
}

interface Standing extends DatedLedger {
  readonly keys: ReadonlySet<string>;
}

function compareRivals(
  rivals: readonly DatedLedger[],
  passed: Map<Ledger, { by: Ledger; shared: number; ofItems: number }>,
): void {
  const standing = new Set<Standing>();
  const holders = new Map<string, Set<Standing>>();
  for (const rival of rivals) {
    const one: Standing = { ...rival, keys: keysOf(rival.ledger) };
    const shared = new Map<Standing, number>();
    for (const key of one.keys)
      for (const holder of holders.get(key) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    let winner: Standing | null = null;
    const losers: Standing[] = [];
    for (const [other, count] of shared) {
      if (count * 2 < Math.min(one.keys.size, other.keys.size)) continue;
      if (isPreferred(one, other)) losers.push(other);
      else if (winner === null || count > (shared.get(winner) ?? 0)) winner = other;
    }
    if (winner) {
      passed.set(one.ledger, { by: winner.ledger, shared: shared.get(winner) ?? 0, ofItems: one.ledger.items.length });
      continue;
    }
    for (const loser of losers) {
      passed.set(loser.ledger, { by: one.ledger, shared: shared.get(loser) ?? 0, ofItems: loser.ledger.items.length });
      standing.delete(loser);
      for (const key of loser.keys) holders.get(key)?.delete(loser);
    }
    standing.add(one);
    for (const key of one.keys) {
      const set = holders.get(key);
      if (set) set.add(one);
      else holders.set(key, new Set([one]));
    }
  }
}

/** Whether a table counts instead of one that came before it. */
function isPreferred(one: Standing, before: Standing): boolean {
  if (one.stated && before.stated) {
    const order = compareDates(one.stated, before.stated);
    if (order !== 0) return order > 0;
  } else if (one.stated || before.stated) {
    return one.stated !== null;
  }
  const more = one.ledger.items.length - before.ledger.items.length;
  if (more !== 0) return more > 0;
  const told =
    tellsMore(one.ledger, before.ledger, ["status"]) ||
    tellsMore(one.ledger, before.ledger, ["deadline", "unit"]) ||
    monthNamed(one.ledger) - monthNamed(before.ledger);
  return told > 0;
}

/** Of a list of problems and a list of tasks with the same items, the one that tells more is the ledger. */
function tellsMore(one: Ledger, before: Ledger, keys: readonly ColumnKey[]): number {
  const told = ({ columns }: Ledger): number => keys.filter((key) => columns[key]).length;
  return told(one) - told(before);
}

/** The month in a sheet's name or in its title, 0 without one: settles a tie only. */
function monthNamed(ledger: Ledger): number {
  return monthOf(ledger.sheet.slice(0, 60)) ?? monthOf(ledger.layout.title.slice(0, 100)) ?? 0;
}

const MONTH = /(?:(\d{4}|\d{2})年)?(\d{1,2})月(?:(\d{1,2})日)?/;
const MONTH_IN_DIGITS = /(?<!\d)(20\d\d)[-._/]?(0?[1-9]|1[0-2])(?:[-._/]?(0[1-9]|[12]\d|3[01]))?(?!\d)/;
const QUARTER = re`(?:(20\d\d)年?)?(?:第?([一二三四1-4])季度|${words.half}半年)`;

/** Days of some calendar up to the month or the day that a name holds: 7月, 2025.10, 20251031, 第三季度, 上半年. */
function monthOf(name: string): number | null {
  const days = (year: string | undefined, month: number, day = 0): number =>
    (Number(year ?? 0) % 100) * 400 + month * 32 + day;
  const month = MONTH.exec(name) ?? MONTH_IN_DIGITS.exec(name);
  if (month) return days(month[1], Number(month[2]), Number(month[3] ?? 0));
  const quarter = QUARTER.exec(name);
  if (!quarter) return null;
  const number = quarter[2] === undefined ? 2 : (parseNumeral(quarter[2]) ?? Number(quarter[2]));
  if (quarter[2] !== undefined) return days(quarter[1], number * 3);
  return days(quarter[1], quarter[0].includes(words.firstHalf) ? 6 : 12);
}

const CLIPPED = 300;

function keysOf(ledger: Ledger): Set<string> {
  const keys = new Set<string>();
  for (const item of ledger.items) {
    const key = keyOf(ledger, item);
    if (key !== "") keys.add(key);
  }
  return keys;
}

/** What makes an item equal to one of another table. */
function keyOf(ledger: Ledger, item: Item): string {
  if (ledger.kind === "accountability") {
    return foldKey(
      [
        item.number,
        textOf(ledger, item, "name"),
        textOf(ledger, item, "unit"),
        item.forms.join("、"),
        item.problem.slice(0, CLIPPED),
      ].join("|"),
    );
  }
  if (item.problem !== "")
    return foldKey(item.problem.length > CLIPPED ? item.problem.slice(0, CLIPPED) : item.problem);
  if (ledger.columns.problem) return "";
  return foldKey(
    `${item.number}|${(textOf(ledger, item, "measure") || textOf(ledger, item, "task")).slice(0, CLIPPED)}`,
  );
}
