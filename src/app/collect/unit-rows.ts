/** Units × state: who sent, who is missing, who sent twice, what is in conflict, what cannot be read; to be worked off. */
import type { Reading, UnitDirectory } from "../../ledger";
import { fold, homeUnit, type IntoPlan, type MergeResult, NO_UNIT } from "../../month";
import { foldKey } from "../../zh/text";
import type { DoubtView } from "../session";
import { ledgerViews } from "../session/views";
import type { Collected, Chosen } from "./collected";
import type { CollectionView } from "./collection";
import { type ConflictCard, conflictCards } from "./conflict-cards";
import type { RefusedFile } from "./read-file";

export type UnitState = "sent" | "missing" | "twice" | "conflicts" | "unreadable";
export const UNIT_STATES: readonly UnitState[] = ["sent", "missing", "twice", "conflicts", "unreadable"];

/** Something a person may want to deal with; `settled` where they have. */
export type Issue = { readonly id: string; readonly settled: boolean } & (
  | { readonly type: "missing"; readonly items: number | null }
  | { readonly type: "partly"; readonly items: number }
  | { readonly type: "refused"; readonly refused: RefusedFile }
  | { readonly type: "twice"; readonly used: string; readonly left: readonly string[] }
  | { readonly type: "noUnit"; readonly file: string }
  | { readonly type: "notInDirectory"; readonly file: string }
  | { readonly type: "column"; readonly file: string; readonly sheet: string; readonly doubt: DoubtView }
  | ({ readonly type: "conflict" } & ConflictCard)
  | { readonly type: "duplicate"; readonly problem: string; readonly places: readonly string[] }
  | { readonly type: "toCheck"; readonly check: MergeResult["toCheck"][number] }
  | { readonly type: "notEqual"; readonly file: string; readonly message: string }
);

export interface UnitRow {
  /** Null: files of which nobody knows whose they are. */
  readonly unit: string | null;
  readonly files: readonly string[];
  readonly items: number;
  readonly states: ReadonlySet<UnitState>;
  readonly issues: readonly Issue[];
}

/** Files that are set aside as no ledgers are told, but nobody has to do anything about them. */
const isToBeMended = ({ why }: RefusedFile): boolean => why !== "otherType";

interface Shown {
  readonly collected: Collected;
  readonly view: CollectionView;
}

/** Rows where files become one ledger. @param result of a merge that was made; null before */
export function mergeRows(
  { collected, view }: Shown,
  { chosen }: Chosen,
  result: MergeResult | null,
): readonly UnitRow[] {
  const rows = new Rows(collected, view, collected.context.directory);
  rows.sent();
  for (const [file, { by }] of chosen.left) rows.twice(file.unit, by.file, file.file);
  rows.missing(new Set(), null);
  if (result !== null) {
    const unitOf = new Map(collected.files.map(({ file, unit }) => [file, unit.unit]));
    for (const check of result.toCheck) {
      const id = `check ${check.file} ${check.cell}`;
      rows.issue(unitOf.get(check.file) ?? null, { type: "toCheck", id, check, settled: view.settled.has(id) });
    }
    for (const { problem, places } of result.duplicates) {
      const id = `duplicate ${places.join(" ")}`;
      const file = [...unitOf.keys()].find((one) => places[0]?.startsWith(`${one}#`) === true) ?? "";
      rows.issue(unitOf.get(file) ?? null, { type: "duplicate", id, problem, places, settled: view.settled.has(id) });
    }
    for (const { file, why, message, unit } of result.files)
      if (why === "notEqual") {
        const id = `notEqual ${file}`;
        rows.issue(unit, { type: "notEqual", id, file, message: message ?? "", settled: view.settled.has(id) });
      }
  }
  return rows.all();
}

/** Rows where files answer for the ledger that is open. */
export function intoRows({ collected, view }: Shown, plan: IntoPlan, units: readonly string[]): readonly UnitRow[] {
  const rows = new Rows(collected, view, collected.context.directory, units);
  rows.sent();
  rows.several();
  const unitOf = new Map(collected.files.map(({ file, unit }) => [file, unit.unit]));
  const open = new Map(plan.notReturned.map(({ unit, items }) => [unit ?? NO_UNIT, items]));
  rows.missing(new Set(open.keys()), open);
  for (const card of conflictCards(plan, view.decided))
    rows.issue(unitOf.get(card.conflict.file) ?? null, { type: "conflict", ...card, settled: card.decision !== null });
  return rows.all();
}

/** Units that the items of a ledger belong to. */
export function unitsOf(reading: Reading): readonly string[] {
  const units = new Map<string, string>();
  for (const { items } of reading.ledgers)
    for (const item of items) {
      const unit = homeUnit(item);
      if (unit !== null && !units.has(foldKey(unit))) units.set(foldKey(unit), unit);
    }
  return [...units.values()];
}

interface OpenRow {
  readonly unit: string | null;
  readonly files: string[];
  items: number;
  readonly states: Set<UnitState>;
  readonly issues: Issue[];
}

class Rows {
  private readonly rows = new Map<string, OpenRow>();

  constructor(
    private readonly collected: Collected,
    private readonly view: CollectionView,
    directory: UnitDirectory | null,
    units: readonly string[] = [],
  ) {
    for (const name of [...(directory?.names ?? []), ...units]) this.row(name);
    this.listed = new Set(directory?.names.map(foldKey) ?? null);
    this.hasList = directory !== null;
  }

  private readonly listed: ReadonlySet<string>;
  private readonly hasList: boolean;

  private row(unit: string | null): OpenRow {
    const key = unit === null ? "" : foldKey(unit);
    const row = this.rows.get(key) ?? { unit, files: [], items: 0, states: new Set(), issues: [] };
    this.rows.set(key, row);
    return row;
  }

  issue(unit: string | null, issue: Issue): void {
    const row = this.row(unit);
    row.issues.push(issue);
    if (issue.type === "refused") row.states.add("unreadable");
    else if (issue.type !== "missing" && issue.type !== "twice" && issue.type !== "partly" && !issue.settled)
      row.states.add("conflicts");
  }

  /** What was read, with the columns that are in doubt; and what was not. */
  sent(): void {
    const { settled } = this.view;
    for (const { file, reading, unit } of this.collected.files) {
      const row = this.row(unit.unit);
      row.files.push(file);
      row.items += reading.ledgers.reduce((sum, { items }) => sum + items.length, 0);
      row.states.add("sent");
      if (unit.unit === null) {
        const id = `unit ${file}`;
        if (this.rows.size > 1) this.issue(null, { type: "noUnit", id, file, settled: settled.has(id) });
      } else if (this.hasList && !this.listed.has(foldKey(unit.unit))) {
        const id = `directory ${file}`;
        this.issue(unit.unit, { type: "notInDirectory", id, file, settled: settled.has(id) });
      }
      for (const { sheet, doubts } of ledgerViews(reading))
        for (const doubt of doubts)
          if (doubt.by === null) {
            const id = `column ${file} ${sheet} ${doubt.field}`;
            this.issue(unit.unit, { type: "column", id, file, sheet, doubt, settled: settled.has(id) });
          }
    }
    for (const refused of this.collected.refused) {
      const id = `refused ${refused.file}`;
      this.issue(null, { type: "refused", id, refused, settled: !isToBeMended(refused) || settled.has(id) });
    }
  }

  twice(unit: string | null, used: string, left: string): void {
    const row = this.row(unit);
    row.states.add("twice");
    const at = row.issues.findIndex((one) => one.type === "twice" && one.used === used);
    const before = row.issues[at];
    const files = before?.type === "twice" ? [...before.left, left] : [left];
    const id = `twice ${[used, ...files].sort().join(" ")}`;
    const issue: Issue = { type: "twice", id, used, left: files, settled: this.view.settled.has(id) };
    if (at < 0) row.issues.push(issue);
    else row.issues[at] = issue;
  }

  /** Files of one unit that answer for the same item: what they say differently is a conflict of its own. */
  several(): void {
    const itemsOf = new Map(
      this.collected.files.map(({ file, reading }) => [
        file,
        new Set(reading.ledgers.flatMap(({ items }) => items.map(({ kind, problem }) => `${kind} ${fold(problem)}`))),
      ]),
    );
    for (const row of this.rows.values()) {
      if (row.unit === null) continue;
      const answered = row.files.flatMap((file) => [...(itemsOf.get(file) ?? [])]);
      if (new Set(answered).size < answered.length) row.states.add("twice");
    }
  }

  /** @param open units of the ledger with the items of which nothing came back */
  missing(expected: ReadonlySet<string>, open: ReadonlyMap<string, number> | null): void {
    for (const row of [...this.rows.values()]) {
      if (row.unit === null) continue;
      const items = open?.get(row.unit) ?? 0;
      const isExpected = open === null ? this.listed.has(foldKey(row.unit)) : expected.has(row.unit);
      if (!isExpected) continue;
      const isMissing = row.files.length === 0;
      const id = `${isMissing ? "missing" : "partly"} ${row.unit}`;
      const settled = this.view.settled.has(id);
      if (isMissing) {
        row.states.add("missing");
        row.issues.push({ type: "missing", id, items: open === null ? null : items, settled });
      } else if (items > 0) row.issues.push({ type: "partly", id, items, settled });
    }
  }

  /** Units in the order of the directory, then others; what belongs to nobody last. */
  all(): readonly UnitRow[] {
    const rows = [...this.rows.values()].filter(({ states }) => states.size > 0);
    return [...rows.filter(({ unit }) => unit !== null), ...rows.filter(({ unit }) => unit === null)];
  }
}
