/**
 * Keeps the findings of a report while items come and go: drafts enter and die at the cost of themselves; the sorted,
 * deduped, spelled list is brought up to date only when somebody asks.
 */
import { baseId, rankedId } from "../finding/ids";
import { comparePlaces } from "../finding/order";
import { dedupePlaces } from "../finding/pipeline/dedupe";
import { mergeSorted, sortPlaces } from "../finding/pipeline/sort";
import type { Finding } from "../finding/types";
import { valueAt } from "../ledger/grid";
import { hashText } from "../ledger/text";
import type { Draft } from "./draft";

export interface FindingStore {
  add(draft: Draft): void;
  kill(draft: Draft): void;
  /** Spells a draft anew: its item has changed around it (another unit, another number). */
  refresh(draft: Draft): void;
  /** Sorted by place, deduped, ids unique. The same array until something changes. */
  list(): readonly Finding[];
}

/** An empty store. */
export function createFindingStore(): FindingStore {
  let sorted: Draft[] = [];
  let added: Draft[] = [];
  let stale: Draft[] = [];
  let died = false;
  let current: readonly Finding[] | null = null;
  const byBase = new Map<string, Draft[]>();

  function update(): readonly Finding[] {
    if (died) sorted = sorted.filter(isAlive);
    const fresh = sortPlaces(added.filter(isAlive));
    added = [];
    died = false;
    const touched = new Set<string>();
    for (const draft of fresh) enroll(draft, touched);
    for (const draft of stale) if (!draft.dead && draft.base === "") enroll(draft, touched);
    stale = [];
    for (const base of touched) rank(base);
    sorted = sorted.length === 0 ? fresh : mergeSorted(sorted, fresh);
    return dedupePlaces(sorted).map((draft) => draft.finding ?? spell(draft, 1));
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
      current = null;
    },
    kill(draft) {
      if (draft.dead) return;
      draft.dead = true;
      died = true;
      current = null;
      if (draft.base !== "") leave(draft);
    },
    refresh(draft) {
      if (draft.dead || draft.base === "") return;
      leave(draft);
      draft.base = "";
      draft.finding = null;
      stale.push(draft);
      current = null;
    },
    list() {
      current ??= update();
      return current;
    },
  };
}

function isAlive(draft: Draft): boolean {
  return !draft.dead;
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
  if (draft.finding !== null && draft.finding.id === id) return draft.finding;
  const measure = draft.item?.rows[draft.ordinal];
  const lead = measure?.units.units.find((unit) => unit.role !== "co");
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
    item: draft.item === null ? null : draft.item.number,
    unit: lead?.name ?? null,
    data: typeof draft.data === "function" ? draft.data() : draft.data,
    quote: draft.quote,
    fix: draft.fix,
  };
  draft.finding = finding;
  return finding;
}
