/**
 * Runs the rules of one ledger: compiled once (which rules apply, in which columns), then item by item, so that an item
 * can be taken out and put in again after an edit.
 */
import { cellOf } from "../ledger/cells";
import type { CellValue } from "../ledger/grid";
import type { ColumnKey, Item, Ledger, LedgerRow, Reading } from "../ledger/types";
import { COLUMN_KEYS } from "../ledger/types";
import { lookOf, scanCell, type Look } from "./cell-scan";
import { combineLooks } from "./row-looks";
import { chooseSeverity } from "../finding/pipeline/severity";
import type { FindingData, Severity } from "../finding/types";
import type { Draft } from "./draft";
import type {
  CellCheck,
  CellPlace,
  Context,
  Extras,
  LazyData,
  Rule,
  RowContext,
  RowLook,
  RowRule,
  TableCheck,
} from "./rule";
import type { CheckSettings } from "./settings";
import type { FindingStore } from "./store";

export interface LedgerEngine {
  readonly ledger: Ledger;
  /** Takes an item out: its findings die, table rules forget it. */
  remove(item: Item): void;
  /** Looks at an item. */
  add(item: Item): void;
  /** Lets table rules bring their findings up to date. */
  settle(): void;
}

interface ColumnChecks {
  readonly col: number;
  readonly key: ColumnKey;
  readonly look: Look;
}

/** Makes the engine of one ledger. */
export function createLedgerEngine(o: {
  readonly ledger: Ledger;
  readonly reading: Reading;
  readonly settings: CheckSettings;
  readonly rules: readonly Rule[];
  readonly sheetOrder: (sheet: string) => number;
  readonly store: FindingStore;
}): LedgerEngine {
  const { ledger, store } = o;
  const rowLooks: RowLook[] = [];
  const onceLooks: RowLook[] = [];
  const itemChecks: ((item: Item) => void)[] = [];
  const tableChecks: TableCheck[] = [];
  const cellChecks: { readonly sign: number; readonly check: CellCheck }[] = [];
  /** Drafts of cell, row and item rules by the row where their item begins. */
  const draftsAt = new Map<number, Draft[]>();
  /** Drafts of table rules by the row where the item they speak of begins. */
  const tableDraftsAt = new Map<number, Set<Draft>>();
  let owner = -1;

  for (const rule of o.rules) {
    const severity = chooseSeverity(rule.severity, o.settings.rules.get(rule.alias));
    if (severity === null || !rule.kinds.includes(ledger.kind)) continue;
    if (!rule.needs.every((key) => ledger.columns[key] !== undefined)) continue;
    const context = createContext(o, rule, severity, (draft) => keep(draft));
    if (rule.scope === "cell") {
      cellChecks.push({ sign: rule.sign, check: rule.check(context) });
    } else if (rule.scope === "row") {
      addRowRule(rule, context);
    } else if (rule.scope === "item") {
      const check = rule.check(context);
      if (check !== null) itemChecks.push(check);
    } else {
      const check = rule.check(context);
      if (check !== null) tableChecks.push(check);
    }
  }
  const columns = cellChecks.length === 0 ? [] : compileColumns(ledger);
  const indexes = tableChecks.filter((check) => check.add !== undefined);
  const lookAtRow = combineLooks(rowLooks, (measure) => measure.status.status);
  const lookAtFirst = combineLooks(onceLooks, (measure) => measure.item.status);

  function addRowRule(rule: RowRule, context: Context): void {
    const fields: readonly ColumnKey[] = typeof rule.field === "string" ? [rule.field] : rule.field;
    const field = fields.find((key) => ledger.columns[key] !== undefined);
    if (field === undefined) return;
    const once = ledger.itemLevel.has(field);
    const statusOf = once ? (measure: LedgerRow) => measure.item.status : (measure: LedgerRow) => measure.status.status;
    const rowContext: RowContext = { ...context, field, once, statusOf };
    const looks = rule.check(rowContext);
    if (looks === null) return;
    const target = once ? onceLooks : rowLooks;
    if ("look" in looks) target.push(looks);
    else target.push(...looks);
  }

  function keep(draft: Draft): void {
    store.add(draft);
    if (owner < 0) {
      keepForTable(draft);
      return;
    }
    const drafts = draftsAt.get(owner);
    if (drafts === undefined) draftsAt.set(owner, [draft]);
    else drafts.push(draft);
  }

  function keepForTable(draft: Draft): void {
    if (draft.item === null) return;
    const row = beginOf(draft.item);
    const drafts = tableDraftsAt.get(row);
    if (drafts === undefined) tableDraftsAt.set(row, new Set([draft]));
    else drafts.add(draft);
  }

  /** Findings of table rules outlive a change of their item, but what they say of it may be old. */
  function refreshTableDrafts(row: number): void {
    const drafts = tableDraftsAt.get(row);
    if (drafts === undefined) return;
    for (const draft of drafts) {
      if (draft.dead) drafts.delete(draft);
      else store.refresh(draft);
    }
    if (drafts.size === 0) tableDraftsAt.delete(row);
  }

  function checkCells(measure: LedgerRow, row: number, values: readonly CellValue[]): void {
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as ColumnChecks;
      const value = values[column.col];
      if (typeof value !== "string" || value === "") continue;
      const signs = scanCell(value, column.look);
      if (signs === 0) continue;
      for (const { sign, check } of cellChecks) {
        if ((signs & sign) !== 0) check(value, column.key, row, column.col, measure);
      }
    }
  }

  return {
    ledger,
    remove(item) {
      const row = beginOf(item);
      const drafts = draftsAt.get(row);
      if (drafts !== undefined) {
        for (const draft of drafts) store.kill(draft);
        draftsAt.delete(row);
      }
      for (const check of indexes) check.remove?.(item);
      refreshTableDrafts(row);
    },
    add(item) {
      owner = beginOf(item);
      const values = ledger.grid.values;
      for (const measure of item.rows) {
        const cells = values[measure.row];
        if (cells !== undefined) checkCells(measure, measure.row, cells);
        if (lookAtRow !== null) lookAtRow(measure);
      }
      const first = item.rows[0];
      const head = item.headRow === undefined ? undefined : values[item.headRow];
      if (first !== undefined && head !== undefined) checkCells(first, item.headRow as number, head);
      if (first !== undefined && lookAtFirst !== null) lookAtFirst(first);
      for (const check of itemChecks) check(item);
      owner = -1;
      for (let i = 0; i < indexes.length; i++) indexes[i]?.add?.(item);
    },
    settle() {
      for (const check of tableChecks) check.settle();
    },
  };
}

/** Row where an item begins: its key in every index. */
export function beginOf(item: Item): number {
  return item.rows[0]?.row ?? -1;
}

function compileColumns(ledger: Ledger): readonly ColumnChecks[] {
  const columns: ColumnChecks[] = [];
  for (const key of COLUMN_KEYS) {
    const choice = ledger.columns[key];
    if (choice !== undefined) columns.push({ col: choice.col, key, look: lookOf(key) });
  }
  // As the cells of a row lie in memory, too.
  return columns.sort((a, b) => a.col - b.col);
}

function createContext(
  o: {
    readonly ledger: Ledger;
    readonly reading: Reading;
    readonly settings: CheckSettings;
    readonly sheetOrder: (sheet: string) => number;
    readonly store: FindingStore;
  },
  rule: Rule,
  severity: Severity,
  keep: (draft: Draft) => void,
): Context {
  const { ledger } = o;
  const chosen = o.settings.rules.has(rule.alias);
  const order = o.sheetOrder(ledger.sheet);
  const mayBeMerged = ledger.grid.merges.length > 0;

  function draft(at: CellPlace, field: ColumnKey | null, data: LazyData<FindingData>, extras?: Extras): Draft {
    const ordinal = at.ordinal ?? 0;
    const made: Draft = {
      alias: rule.alias,
      code: rule.code,
      severity: chosen ? severity : (extras?.severity ?? severity),
      ledger,
      sheet: at.sheet ?? ledger.sheet,
      sheetOrder: at.sheet === undefined ? order : o.sheetOrder(at.sheet),
      row: at.row,
      col: at.col,
      item: at.item,
      ordinal,
      field,
      tie: `${field ?? ""}:${ordinal}`,
      data,
      quote: extras?.quote ?? null,
      fix: extras?.fix ?? null,
      idText: at.idText ?? null,
      mayRepeat: at.item === null || mayBeMerged,
      dead: false,
      base: "",
      finding: null,
    };
    keep(made);
    return made;
  }

  return {
    ledger,
    reading: o.reading,
    settings: o.settings,
    col: (key) => ledger.columns[key]?.col ?? -1,
    report(at, field, data, extras) {
      const item = "rows" in at ? at : at.item;
      const ordinal = "rows" in at ? 0 : at.ordinal;
      const cell = cellOf(ledger, at, field) ?? {
        row: "rows" in at ? beginOf(at) : at.row,
        col: ledger.layout.header.left,
      };
      return draft({ row: cell.row, col: cell.col, item, ordinal }, field, data, extras);
    },
    reportCell: draft,
    withdraw: (made) => o.store.kill(made),
  };
}
