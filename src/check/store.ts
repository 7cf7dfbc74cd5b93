/**
 * Keeps the findings of a report while items come and go: drafts enter and die at the cost of themselves; the sorted,
 * deduped, spelled list is brought up to date only when somebody asks.
 */
import { baseId, rankedId } from "../finding/ids";
import { comparePlaces } from "../finding/order";
import { dedupePlaces } from "../finding/pipeline/dedupe";
import { mergeSorted, sortPlaces } from "../finding/pipeline/sort";
import type { Finding, FindingCounts, Severity } from "../finding/types";
import { valueAt } from "../ledger/grid";
import { hashText } from "../zh/text";
import type { Draft } from "./draft";

export interface FindingStore {
  add(draft: Draft): void;
  kill(draft: Draft): void;
  /** Spells a draft anew: its item has changed around it (another unit, another number). */
  refresh(draft: Draft): void;
  /** Sorted by place, deduped, ids unique. The same array until something changes. */
  list(): readonly Finding[];
  /** Counts of that list, without making it. */
  counts(): FindingCounts;
}

/** Up to so many changes the sorted list is patched, beyond them merged anew. */
const FEW = 64;

/** An empty store. */
export function createFindingStore(): FindingStore {
  let sorted: Draft[] = [];
  let added: Draft[] = [];
  let died: Draft[] = [];
  let stale: Draft[] = [];
  let current: readonly Finding[] | null = null;
  const byBase = new Map<string, Draft[]>();
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  /** How many drafts speak of one cell, for those that may: all but the first are repeats. */
  const repeats = new Map<string, number>();

  function countIn(draft: Draft): void {
    if (draft.mayRepeat) {
      const key = repeatKey(draft);
      const before = repeats.get(key) ?? 0;
      repeats.set(key, before + 1);
      if (before > 0) return;
    }
    count[draft.severity]++;
  }

  function countOut(draft: Draft): void {
    if (draft.mayRepeat) {
      const key = repeatKey(draft);
      const before = repeats.get(key) ?? 0;
      if (before > 1) {
        repeats.set(key, before - 1);
        return;
      }
      repeats.delete(key);
    }
    count[draft.severity]--;
  }

  function update(): readonly Finding[] {
    const fresh = sortPlaces(added.filter(isAlive));
    added = [];
    const touched = new Set<string>();
    for (const draft of fresh) enroll(draft, touched);
    for (const draft of stale) if (!draft.dead && draft.base === "") enroll(draft, touched);
    stale = [];
    for (const base of touched) rank(base);
    if (sorted.length > 0 && fresh.length + died.length <= FEW) patchSorted(fresh);
    else sorted = sorted.length === 0 ? fresh : mergeSorted(sorted.filter(isAlive), fresh);
    died = [];
    return dedupePlaces(sorted).map((draft) => draft.finding ?? spell(draft, 1));
  }

  function patchSorted(fresh: readonly Draft[]): void {
    for (const draft of died) {
      let at = lowerBound(sorted, draft);
      while (at < sorted.length && sorted[at] !== draft && comparePlaces(sorted[at] as Draft, draft) === 0) at++;
      if (sorted[at] === draft) sorted.splice(at, 1);
    }
    for (const draft of fresh) sorted.splice(lowerBound(sorted, draft), 0, draft);
  }

  function enroll(draft: Draft, touched: Set<string>): void {
    if (draft.base === "") draft.base = spellBase(draft);
    const group = byBase.get(draft.base);
    if (group === undefined) {
      byBase.set(draft.base, [draft]);
      spell(draft, 1);
    } else {
      group.push(draft);
      touched.add(draft.base);
    }
  }

  function rank(base: string): void {
    const group = byBase.get(base) ?? [];
    group.sort(comparePlaces);
    group.forEach((draft, i) => spell(draft, i + 1));
  }

  function leave(draft: Draft): void {
    const group = byBase.get(draft.base);
    if (group === undefined) return;
    const rest = group.filter((other) => other !== draft);
    if (rest.length === 0) byBase.delete(draft.base);
    else byBase.set(draft.base, rest);
    if (rest.length > 0) rank(draft.base);
  }

  return {
    add(draft) {
      added.push(draft);
      countIn(draft);
      current = null;
    },
    kill(draft) {
      if (draft.dead) return;
      draft.dead = true;
      countOut(draft);
      current = null;
      if (draft.base === "" && draft.finding === null) return;
      died.push(draft);
      if (draft.base !== "") leave(draft);
    },
    refresh(draft) {
      if (draft.dead || draft.base === "") return;
      leave(draft);
      draft.base = "";
      stale.push(draft);
      current = null;
    },
    list() {
      current ??= update();
      return current;
    },
    counts: () => ({ ...count }),
  };
}

function isAlive(draft: Draft): boolean {
  return !draft.dead;
}

function repeatKey(draft: Draft): string {
  return `${draft.sheetOrder}:${draft.row}:${draft.col}:${draft.code}:${draft.field ?? ""}:${draft.severity}`;
}

/** Index of the first draft that does not stand before `draft`. */
function lowerBound(sorted: readonly Draft[], draft: Draft): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(sorted[middle] as Draft, draft) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spellBase(draft: Draft): string {
  return baseId({
    rule: draft.alias,
    kind: draft.ledger.kind,
    item: draft.item?.number ?? "",
    ordinal: draft.ordinal,
    hash: hashText(draft.idText ?? originalText(draft)),
  });
}

/** The text a finding is about: the cell's own, else (an empty cell) what tells its item from others. */
function originalText(draft: Draft): string {
  const value = valueAt(draft.ledger.grid, draft.row, draft.col);
  const own = value === null ? "" : String(value);
  return own === "" ? (draft.item?.problem ?? "") : own;
}

function spell(draft: Draft, place: number): Finding {
  const id = rankedId(draft.base, place);
  const measure = draft.item?.rows[draft.ordinal];
  const unit = measure?.units.units.find((each) => each.role !== "co")?.name ?? null;
  const item = draft.item === null ? null : draft.item.number;
  const before = draft.finding;
  if (before !== null && before.id === id && before.unit === unit && before.item === item) return before;
  const finding: Finding = {
    id,
    rule: draft.alias,
    code: draft.code,
    severity: draft.severity,
    sheet: draft.sheet,
    row: draft.row,
    col: draft.col,
    kind: draft.ledger.kind,
    field: draft.field,
    item,
    unit,
    data: typeof draft.data === "function" ? draft.data() : draft.data,
    quote: draft.quote,
    fix: draft.fix,
  };
  draft.finding = finding;
  return finding;
}
