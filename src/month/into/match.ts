/** Which item of the master a returned one is, and which measure inside it. */
import { type Item, type LedgerRow, textOf } from "../../ledger";
import { bareNumber, foldText, similarity } from "../../tally";
import { foldKey } from "../../zh/text";
import { leadNames } from "../common/home-unit";

/** Much alike, under the same number: the text was changed. */
const REWORDED = 0.6;
/** Similarities are quotients of whole numbers: 1 − 2/5 must not fail at 0.6. */
const ROUNDING = 1e-9;

export type ReturnedMatch =
  | { readonly returned: Item; readonly master: Item; readonly why: null }
  | { readonly returned: Item; readonly why: "textChanged"; readonly near: Item }
  | { readonly returned: Item; readonly why: "ambiguous"; readonly among: readonly Item[] }
  | { readonly returned: Item; readonly why: "notFound" };

/** The master's items of one kind, found by text and by number. */
export class MasterIndex {
  private readonly byText = new Map<string, Item[]>();
  private readonly byNumber = new Map<string, Item[]>();

  constructor(items: readonly Item[]) {
    for (const item of items) {
      push(this.byText, foldText(item.problem), item);
      push(this.byNumber, bareNumber(item.number), item);
    }
  }

  /** Matches the items of one file. */
  match(returned: readonly Item[]): readonly ReturnedMatch[] {
    const groups = new Map<string, Item[]>();
    for (const item of returned) push(groups, foldText(item.problem), item);
    const found = new Map<Item, ReturnedMatch>();
    for (const [text, items] of groups) {
      const masters = text === "" ? [] : (this.byText.get(text) ?? []);
      for (const item of items) if (masters.length > 0) found.set(item, matchAmong(item, items, masters));
    }
    const taken = new Set([...found.values()].flatMap((one) => (one.why === null ? [one.master] : [])));
    return returned.map((item) => found.get(item) ?? this.reworded(item, taken));
  }

  private reworded(returned: Item, taken: ReadonlySet<Item>): ReturnedMatch {
    const number = bareNumber(returned.number);
    const text = foldText(returned.problem);
    const near = (number === "" ? [] : (this.byNumber.get(number) ?? []))
      .filter((item) => !taken.has(item))
      .map((item) => ({ item, alike: similarity(foldText(item.problem), text) }))
      .filter(({ alike }) => alike >= REWORDED - ROUNDING)
      .sort((a, b) => b.alike - a.alike);
    const [best] = near;
    return best === undefined ? { returned, why: "notFound" } : { returned, why: "textChanged", near: best.item };
  }
}

/** Equal texts: one on each side, else the one of the same number, unless another of the same unit speaks against it. */
function matchAmong(returned: Item, rivals: readonly Item[], masters: readonly Item[]): ReturnedMatch {
  const [only] = masters;
  if (only !== undefined && masters.length === 1 && rivals.length === 1) return { returned, master: only, why: null };
  const number = bareNumber(returned.number);
  const isSame = (item: Item): boolean => number !== "" && bareNumber(item.number) === number;
  const [mine, theirs] = [masters.filter(isSame), rivals.filter(isSame)];
  const narrowed = mine.length > 1 ? mine.filter((item) => sharesUnit(item, returned)) : mine;
  const [master] = narrowed;
  const isContested =
    master !== undefined &&
    !sharesUnit(master, returned) &&
    masters.some((item) => item !== master && sharesUnit(item, returned));
  if (master === undefined || narrowed.length > 1 || theirs.length > 1 || isContested)
    return { returned, why: "ambiguous", among: mine.length > 0 ? mine : masters };
  return { returned, master, why: null };
}

function sharesUnit(one: Item, other: Item): boolean {
  const names = new Set(leadNames(one).map(foldKey));
  return leadNames(other).some((name) => names.has(foldKey(name)));
}

export interface RowMatch {
  readonly returned: LedgerRow;
  /** Rows of the master it speaks for; several where only the item is told. */
  readonly masters: readonly LedgerRow[];
}

interface MatchedRows {
  readonly pairs: readonly RowMatch[];
  /** Measures that the master words otherwise, has not, or has more than once. */
  readonly open: readonly {
    readonly returned: LedgerRow;
    readonly why: "textChanged" | "notFound" | "ambiguous" | "struckRow";
    /** Rows of the master it is near; several where a row that is struck through tells the item only. */
    readonly near: readonly LedgerRow[];
  }[];
}

type MeasureKey = "measure" | "task";

/** Whether the file struck a row through. */
export function isStruck({ row, item }: LedgerRow): boolean {
  return item.ledger.struckRows.includes(row);
}

/** Pairs the rows of two items by the folded texts of their measures; what is struck through answers nothing by itself. */
export function matchRows(master: Item, returned: Item): MatchedRows {
  const matched = matchedRows(master, returned);
  const struck = returned.rows.every(isStruck) ? [] : matched.pairs.filter(({ returned: row }) => isStruck(row));
  return {
    pairs: matched.pairs.filter((pair) => !struck.includes(pair)),
    open: [
      ...matched.open,
      ...struck.map(({ returned: row, masters }) => {
        return { returned: row, why: "struckRow" as const, near: masters };
      }),
    ],
  };
}

function matchedRows(master: Item, returned: Item): MatchedRows {
  const [mine, theirs] = [measureKeyOf(master, returned), measureKeyOf(returned, master)];
  if (mine === null || theirs === null) return { pairs: withoutMeasures(master, returned), open: [] };
  const textsOf = (item: Item, key: MeasureKey): ReadonlyMap<string, readonly LedgerRow[]> => {
    const texts = new Map<string, LedgerRow[]>();
    for (const row of item.rows) push(texts, foldText(textOf(item.ledger, row, key)), row);
    return texts;
  };
  const [before, after] = [textsOf(master, mine), textsOf(returned, theirs)];
  const left = new Set(master.rows);
  const pairs: RowMatch[] = [];
  const unsure: LedgerRow[] = [];
  const lost: LedgerRow[] = [];
  for (const [text, rows] of after) {
    const own = before.get(text) ?? [];
    own.forEach((row) => left.delete(row));
    if (own.length === 0) lost.push(...rows);
    else if (own.length !== rows.length) unsure.push(...rows);
    else rows.forEach((row, at) => pairs.push({ returned: row, masters: own.slice(at, at + 1) }));
  }
  const open = [
    ...unsure.map((row) => ({ returned: row, why: "ambiguous" as const, near: [] })),
    ...lost.map((row) => {
      const text = foldText(textOf(returned.ledger, row, theirs));
      const near = [...left]
        .map((one) => ({ one, alike: similarity(foldText(textOf(master.ledger, one, mine)), text) }))
        .sort((a, b) => b.alike - a.alike)[0];
      return near !== undefined && near.alike >= REWORDED - ROUNDING
        ? { returned: row, why: "textChanged" as const, near: [near.one] }
        : { returned: row, why: "notFound" as const, near: [] };
    }),
  ];
  return { pairs, open };
}

/** The column of measures of an item: the one that the other has too, else its own; null where it has none. */
export function measureKeyOf({ ledger }: Item, other: Item): MeasureKey | null {
  const keys = (["measure", "task"] as const).filter((key) => ledger.columns[key] !== undefined);
  return keys.find((key) => other.ledger.columns[key] !== undefined) ?? keys[0] ?? null;
}

/** Without measures on one side, rows are told by their order where there are as many; else they speak of the whole item. */
function withoutMeasures(master: Item, returned: Item): readonly RowMatch[] {
  if (master.rows.length === returned.rows.length)
    return returned.rows.map((row, at) => ({ returned: row, masters: master.rows.slice(at, at + 1) }));
  return returned.rows.map((row) => ({ returned: row, masters: master.rows }));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
