/** A ledger that was read becomes a period. */
import { textOf, type ColumnKey, type Item, type LedgerRow, type Reading } from "../../ledger";
import { foldKey } from "../../zh/text";
import { leadNames } from "../common/home-unit";
import { MONTH_KINDS, type MonthKind } from "../common/kinds";
import { maskPhones } from "../common/phones";
import { fieldPlace, itemPlace } from "../common/places";
import {
  PERIOD_FIELDS,
  type Period,
  type PeriodCell,
  type PeriodField,
  type PeriodItem,
  type PeriodRow,
} from "./types";

interface PeriodOptions {
  /** Star out telephones, as in everything that is kept. */
  readonly masked: boolean;
}

/**
 * The period of a reading, on the day that its ledgers are judged on.
 * @example periodOf(session.reading(), { masked: false }).items.length // 23
 */
export function periodOf(reading: Reading, { masked }: PeriodOptions): Period {
  const clean = masked ? maskPhones : (text: string) => text;
  const ledgers = reading.ledgers.filter(({ kind }) => kind !== "accountability");
  const kinds = new Set(ledgers.map(({ kind }) => kind));
  return {
    asOf: reading.asOf.date,
    kinds: MONTH_KINDS.filter((kind) => kinds.has(kind)),
    items: ledgers.flatMap(({ items }) => items.map((item) => itemOf(item, clean))),
    units: reading.directory?.byKey ?? new Map(),
  };
}

type Clean = (text: string) => string;

function itemOf(item: Item, clean: Clean): PeriodItem {
  const { ledger, kind, status, statusOwn, deadline, headRow } = item;
  const rows = item.rows.map((row) => rowOf(row, clean));
  return {
    kind: kind as MonthKind,
    at: itemPlace(item),
    number: ledger.columns.number === undefined ? null : cell(item, "number", clean),
    problem: new ReadCell(clean(item.problem), item, "problem"),
    section: clean(item.section ?? ""),
    parent: clean(item.parent ?? ""),
    status,
    statusOwn,
    ownStatus: statusOwn && ledger.columns.status !== undefined ? cell(item, "status", clean) : null,
    deadline,
    rows: headRow === undefined ? rows : withHead(item, rows, clean),
  };
}

/** Of a row that only names an item: what its measures do not say themselves stands in the first of them. */
function withHead(item: Item, rows: readonly PeriodRow[], clean: Clean): readonly PeriodRow[] {
  return rows.map((row, index) => {
    if (index > 0) return row;
    const head = cellsOf(item, ["leader", "progress", "unit", "deadline"], clean);
    const own = Object.entries(head).filter(([field]) => row.cells[field as PeriodField]?.text === "");
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(own) } };
  });
}

function rowOf(row: LedgerRow, clean: Clean): PeriodRow {
  return {
    cells: cellsOf(row, PERIOD_FIELDS, clean),
    remarks: clean(
      (["remarks", "measureStatus"] as const)
        .map((key) => textOf(row.item.ledger, row, key))
        .filter((text) => text !== "")
        .join("\n"),
    ),
    leads: leadNames({ rows: [row] }),
    deadline: row.deadline,
    status: { status: row.status.status },
  };
}

function cellsOf(of: LedgerRow | Item, fields: readonly PeriodField[], clean: Clean): PeriodRow["cells"] {
  const { ledger } = "rows" in of ? of : of.item;
  const cells: { [F in PeriodField]?: PeriodCell } = {};
  for (const field of fields) {
    if (ledger.columns[field] !== undefined) cells[field] = cell(of, field, clean);
    else if (field === "unit" && ledger.sheetUnit !== undefined)
      cells.unit = { text: clean(ledger.sheetUnit.text), at: null };
  }
  return cells;
}

/** A cell whose place is named when it is asked for: of ten thousand items few are. */
class ReadCell implements PeriodCell {
  private place: string | null | undefined;

  constructor(
    readonly text: string,
    private readonly of: LedgerRow | Item,
    private readonly key: ColumnKey,
  ) {}

  get at(): string | null {
    return (this.place ??= fieldPlace(this.of, this.key));
  }
}

function cell(of: LedgerRow | Item, key: ColumnKey, clean: Clean): PeriodCell {
  const { ledger } = "rows" in of ? of : of.item;
  return new ReadCell(clean(textOf(ledger, of, key)), of, key);
}

/** The name that a text leads to by either of two directories, the first one before. */
export function nameBy(first: Period["units"], second: Period["units"]): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const asked = known.get(name);
    if (asked !== undefined) return asked;
    const key = foldKey(name);
    const found = first.get(key) ?? second.get(key) ?? name;
    known.set(name, found);
    return found;
  };
}
