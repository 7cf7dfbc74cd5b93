/**
 * Checks one ledger, in steps: the rules that apply are picked once, those for cells, rows and items walk together over
 * the rows, those for the whole table follow one by one.
 */
import type { CellValue } from "../grid";
import { COLUMN_KEYS, type ColumnKey, type Item, type Ledger, type LedgerRow } from "../ledger";
import { lookOf, scanCell, type LookDepth } from "./cell-scan";
import { createContext, type CheckedLedger } from "./context";
import { HOLDING_RULES } from "./holding";
import { combineLooks } from "./row-looks";
import type { CellCheck, Context, ItemCheck, Rule, RowContext, RowLook, RowRule, Steps } from "./rule";

interface ColumnChecks {
  readonly col: number;
  readonly key: ColumnKey;
  readonly look: LookDepth;
}

/**
 * Reports what the rules find in one ledger into `o.drafts`.
 * @param slice rows looked at between two pauses
 * @param onRows told before each pause how many rows were looked at since the one before
 */
export function* checkLedger(
  o: CheckedLedger,
  rules: readonly Rule[],
  slice: number,
  onRows: (looked: number) => void,
): Steps {
  const { ledger } = o;
  const rowLooks: RowLook[] = [];
  const onceLooks: RowLook[] = [];
  const itemChecks: ItemCheck[] = [];
  const tableChecks: (() => Steps | void)[] = [];
  const cellChecks: { readonly sign: number; readonly check: CellCheck }[] = [];

  for (const rule of rules) {
    const chosen = o.settings.rules.get(rule.alias);
    if (chosen === "off" && !HOLDING_RULES.includes(rule.alias)) continue;
    if (!rule.kinds.includes(ledger.kind)) continue;
    if (!rule.needs.every((key) => ledger.columns[key] !== undefined)) continue;
    const context = createContext(o, rule, chosen);
    if (rule.scope === "cell") cellChecks.push({ sign: rule.sign, check: rule.check(context) });
    else if (rule.scope === "row") addRowRule(rule, context);
    else if (rule.scope === "item") itemChecks.push(rule.check(context));
    else tableChecks.push(() => rule.check(context));
  }
  const columns = cellChecks.length === 0 ? [] : columnsOf(ledger);
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

  function checkCells(measure: LedgerRow, row: number, values: readonly CellValue[] | undefined): void {
    if (values === undefined) return;
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

  function checkItem(item: Item): void {
    const [first] = item.rows;
    if (first === undefined) return;
    if (item.headRow !== undefined) checkCells(first, item.headRow, ledger.grid.values[item.headRow]);
    if (lookAtFirst !== null) lookAtFirst(first);
    for (const check of itemChecks) check(item);
  }

  let looked = 0;
  for (const item of ledger.items) {
    for (const measure of item.rows) {
      checkCells(measure, measure.row, ledger.grid.values[measure.row]);
      if (lookAtRow !== null) lookAtRow(measure);
      if (++looked < slice) continue;
      onRows(looked);
      looked = 0;
      yield;
    }
    checkItem(item);
  }
  onRows(looked);
  for (const check of tableChecks) {
    const steps = check();
    if (steps !== undefined) yield* steps;
    yield;
  }
}

function columnsOf(ledger: Ledger): readonly ColumnChecks[] {
  const columns: ColumnChecks[] = [];
  for (const key of COLUMN_KEYS) {
    const choice = ledger.columns[key];
    if (choice !== undefined) columns.push({ col: choice.col, key, look: lookOf(key) });
  }
  // As the cells of a row lie in memory, too.
  return columns.sort((a, b) => a.col - b.col);
}
