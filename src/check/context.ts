/** What rules get for one ledger: where things stand, and how a finding is reported. */
import { type ColumnKey, type Item, type Ledger, type Reading, placeOf } from "../ledger";
import { sheetOf, trueCell, valueAt } from "../grid";
import { hashText } from "../zh/text";
import {
  baseId,
  chooseSeverity,
  type SeverityChoice,
  type Finding,
  type FindingData,
  type UnsortedFinding,
} from "../rule";
import type { ReportedCell, Context, Extras, Rule } from "./rule";
import type { CheckSettings } from "./settings";

export interface CheckedLedger {
  readonly ledger: Ledger;
  readonly reading: Reading;
  readonly settings: CheckSettings;
  /** Position of a sheet among the sheets of the reading. */
  readonly sheetOrder: (sheet: string) => number;
  /** What tells an item, or the table for what is about none, from others of the same number (twins.ts). */
  readonly twinOf: (ledger: Ledger, item: Item | null) => string;
  /** Takes what is reported. */
  readonly drafts: UnsortedFinding<Finding>[];
}

/**
 * The context of one rule.
 * @param chosen what the settings say of it; "off" for a rule that runs for what it holds back only
 */
export function createContext(o: CheckedLedger, rule: Rule, chosen: SeverityChoice | undefined): Context {
  const { ledger } = o;

  function reportCell(at: ReportedCell, field: ColumnKey | null, data: FindingData, extras?: Extras): void {
    const { row, col, item, ordinal = 0, sheet = ledger.sheet } = at;
    const number = item === null ? null : item.number;
    const own = extras?.severity ?? rule.severity;
    const severity = chooseSeverity(own, chosen) ?? own;
    const place = { ...trueCell(ledger.grid, row, col), severity, code: rule.code, field };
    const id = baseId({
      rule: rule.alias,
      kind: ledger.kind,
      item: number ?? "",
      ordinal,
      hash: hashText(at.idText ?? originalText(ledger, at)),
      twin: o.twinOf(ledger, item),
    });
    o.drafts.push({
      ...place,
      field: at.subject ?? field,
      sheetOrder: o.sheetOrder(sheet),
      tie: `${field ?? ""}:${ordinal}`,
      listed: chosen !== "off",
      finding: {
        id,
        rule: rule.alias,
        ...place,
        sheet,
        kind: ledger.kind,
        item: number,
        unit: item?.rows[ordinal]?.units.units.find((each) => each.role !== "co")?.name ?? null,
        data,
        quote: extras?.quote ?? null,
        fix: holdsOwnValue(ledger, row, col) ? (extras?.fix ?? null) : null,
      },
    });
  }

  return {
    ledger,
    reading: o.reading,
    settings: o.settings,
    col: (key) => ledger.columns[key]?.col ?? -1,
    report(at, field, data, extras) {
      const [item, first, ordinal] = "rows" in at ? [at, at.rows[0], 0] : [at.item, at, at.ordinal];
      const cell = placeOf(ledger, at, field) ?? { row: first?.row ?? -1, col: ledger.layout.header.left };
      reportCell({ ...cell, item, ordinal }, field, data, extras);
    },
    reportCell,
  };
}

/** Whether a cell is read as it stands: 责任单位：财务科 in one cell must not become 财务科 by a fix of its form. */
function holdsOwnValue({ grid }: Ledger, row: number, col: number): boolean {
  if (!grid.view) return true;
  const at = trueCell(grid, row, col);
  return valueAt(sheetOf(grid), at.row, at.col) === valueAt(grid, row, col);
}

/** The text a finding is about: the cell's own, else (an empty cell) what tells its item from others. */
function originalText(ledger: Ledger, { row, col, item }: ReportedCell): string {
  const value = valueAt(ledger.grid, row, col);
  const own = value === null ? "" : String(value);
  return own === "" ? (item?.problem ?? "") : own;
}
