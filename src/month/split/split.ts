/** 分发: each unit's (or leader's) items, every item in exactly one part. */
import type { Excerpt } from "../../grid";
import type { Item, Ledger, Reading } from "../../ledger";
import { leadersOf } from "../../tally";
import { foldKey } from "../../zh/text";
import { distinctNames, leadNames, MONTH_KINDS, type MonthKind } from "../common";
import { excerptOf, excerptStatusWords, type WantedRows } from "../excerpt";

export type SplitBy = "unit" | "leader";

export interface SplitPart {
  /** The unit or the leader. */
  readonly name: string;
  /** Name of its file, without ending. */
  readonly fileName: string;
  readonly items: readonly Item[];
}

export interface Split {
  readonly by: SplitBy;
  /** In the order in which the ledger names them. */
  readonly parts: readonly SplitPart[];
  /** Items that name nobody: in no part. */
  readonly unnamed: readonly Item[];
  /** Units (or leaders) that answer for an item with another, in whose part it is, and have no part of their own. */
  readonly without: readonly string[];
}

/** Who answers for an item, lead units or leaders as they are named: the first one's it is. */
function ownersOf(item: Item, by: SplitBy): readonly string[] {
  return by === "unit" ? leadNames(item) : leadersOf(item);
}

/**
 * Splits what was read. Accountability is counted, never split.
 * @example splitReading(reading, "unit").parts.map(({ name }) => name) // ["县财政局", "县教育局"]
 */
export function splitReading(reading: Reading, by: SplitBy): Split {
  const parts = new Map<string, { name: string; items: Item[] }>();
  const unnamed: Item[] = [];
  const others = new Map<string, string>();
  for (const item of itemsOf(reading)) {
    const [name, ...more] = ownersOf(item, by);
    if (name === undefined) {
      unnamed.push(item);
      continue;
    }
    for (const other of more) others.set(foldKey(other), other);
    const key = foldKey(name);
    const part = parts.get(key) ?? { name, items: [] };
    parts.set(key, part);
    part.items.push(item);
  }
  const names = distinctNames([...parts.values()].map(({ name }) => name));
  const without = [...others].flatMap(([key, name]) => (parts.has(key) ? [] : [name]));
  return { by, parts: [...parts.values()].map((part, at) => ({ ...part, fileName: names[at]! })), unnamed, without };
}

function itemsOf({ ledgers }: Reading): readonly Item[] {
  return ledgers.flatMap(({ kind, items }) => (MONTH_KINDS.includes(kind as MonthKind) ? items : []));
}

/**
 * Excerpts of the parts, one after another.
 * @example splitExcerpts(split).of(split.parts[0]!)
 */
export function splitExcerpts({ parts, by }: Split): { of(part: SplitPart): Excerpt } {
  const words = new Map<Ledger, ReturnType<typeof excerptStatusWords>>();
  const wordsOf = (ledger: Ledger): ReturnType<typeof excerptStatusWords> => {
    const known = words.get(ledger) ?? excerptStatusWords(ledger);
    words.set(ledger, known);
    return known;
  };
  const names = namesOf(parts, by);
  return {
    of(part) {
      const own = names.get(part) ?? [];
      const foreign = parts.flatMap((each) => (each === part ? [] : (names.get(each) ?? [])));
      const byLedger = new Map<Ledger, Item[]>();
      for (const item of part.items) {
        const list = byLedger.get(item.ledger) ?? [];
        byLedger.set(item.ledger, list);
        list.push(item);
      }
      const wanted = [...byLedger].map(([ledger, items]): WantedRows => ({
        ledger,
        rows: rowsOf(items),
        words: wordsOf(ledger).of(items),
      }));
      return excerptOf(wanted, {
        // What is part of its own name says nothing of another.
        foreign: foreign.filter((name) => !own.some((each) => each.includes(name))),
        filter: false,
        added: null,
      });
    },
  };
}

/** Names that a part goes by: its own, and those of its items' first lead units. */
function namesOf(parts: readonly SplitPart[], by: SplitBy): ReadonlyMap<SplitPart, readonly string[]> {
  return new Map(
    parts.map((part) => {
      const units = by === "unit" ? [] : part.items.flatMap((item) => leadNames(item).slice(0, 1));
      return [part, [...new Set([part.name, ...units])]] as const;
    }),
  );
}

/** Sheet rows of items, with the row that heads them. */
function rowsOf(items: readonly Item[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const item of items) {
    if (item.headRow !== undefined) rows.add(item.headRow);
    for (const { row } of item.rows) rows.add(row);
  }
  return rows;
}

/** The contract's answer. Paths are given by whoever wrote the files. */
export function splitJson(
  { by, parts, unnamed }: Split,
  file: string,
  dir: string,
  pathOf: (part: SplitPart) => string,
): object {
  return {
    schema: 1,
    file,
    dir,
    by,
    files: parts.map((part) => ({
      file: pathOf(part),
      unit: part.name,
      items: countsByKind(part.items),
      rows: part.items.reduce((sum, { rows }) => sum + rows.length, 0),
    })),
    noUnit: unnamed.length,
  };
}

function countsByKind(items: readonly Item[]): Readonly<Partial<Record<MonthKind, number>>> {
  const counts: Partial<Record<MonthKind, number>> = {};
  for (const kind of MONTH_KINDS) {
    const count = items.filter((item) => item.kind === kind).length;
    if (count > 0) counts[kind] = count;
  }
  return counts;
}
