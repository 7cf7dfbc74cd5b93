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
  type PeriodCells,
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
  return new ReadItem(item, clean);
}

class ReadItem implements PeriodItem {
  readonly kind: MonthKind;
  readonly number: PeriodCell | null;
  readonly problem: PeriodCell;
  readonly section: string;
  readonly parent: string;
  readonly status: Item["status"];
  readonly statusOwn: boolean;
  readonly ownStatus: PeriodCell | null;
  readonly deadline: Item["deadline"];
  readonly rows: readonly PeriodRow[];

  constructor(
    private readonly of: Item,
    clean: Clean,
  ) {
    const { columns } = of.ledger;
    const rows = rowsOf(of, clean);
    this.kind = of.kind as MonthKind;
    this.number =
      columns.number === undefined ? null : new NamingCell(of, "number", clean(textOf(of.ledger, of, "number")));
    this.problem = new NamingCell(of, "problem", clean(of.problem));
    this.section = clean(of.section ?? "");
    this.parent = clean(of.parent ?? "");
    this.status = of.status;
    this.statusOwn = of.statusOwn;
    this.ownStatus = of.statusOwn && columns.status !== undefined ? new ReadCell(of, "status", clean) : null;
    this.deadline = of.deadline;
    this.rows = of.headRow === undefined ? rows : withHead(of, rows, clean);
  }

  /** Asked of those that came or went, so it is not made for all. */
  get at(): string {
    return itemPlace(this.of);
  }
}

function rowsOf({ rows }: Item, clean: Clean): readonly PeriodRow[] {
  return rows.map((row) => new ReadRow(row, clean));
}

/** What a row that only names an item may say for its measures. */
const OF_HEAD = ["leader", "progress", "unit", "deadline"] as const;

/** Of a row that only names an item: what its measures do not say themselves stands in the first of them. */
function withHead(item: Item, rows: readonly PeriodRow[], clean: Clean): readonly PeriodRow[] {
  const [first, ...others] = rows;
  if (first === undefined) return rows;
  const head = new ReadCells(item, clean);
  const cells: { [F in PeriodField]?: PeriodCell } = {};
  for (const field of PERIOD_FIELDS) {
    const own = first.cells[field];
    const said = (OF_HEAD as readonly PeriodField[]).includes(field) && own?.text === "" ? head[field] : own;
    if (said !== undefined) cells[field] = said;
  }
  const { remarks, leads, deadline, status } = first;
  return [{ cells, remarks, leads, deadline, status }, ...others];
}

const NO_NAMES: readonly string[] = [];

/** Lead units of one row; most name one. */
function leadsOf(row: LedgerRow): readonly string[] {
  const { units } = row.units;
  const only = units[0];
  if (only === undefined) return NO_NAMES;
  const isAlone = units.length === 1 && only.role !== "co" && foldKey(only.name) !== "";
  return isAlone ? [only.name] : leadNames({ rows: [row] });
}

class ReadRow implements PeriodRow {
  readonly cells: PeriodRow["cells"];
  readonly leads: readonly string[];

  constructor(
    private readonly row: LedgerRow,
    private readonly clean: Clean,
  ) {
    this.cells = new ReadCells(row, clean);
    this.leads = leadsOf(row);
  }

  get deadline(): PeriodRow["deadline"] {
    return this.row.deadline;
  }

  get status(): PeriodRow["status"] {
    return this.row.status;
  }

  get remarks(): string {
    const { row } = this;
    return this.clean(
      (["remarks", "measureStatus"] as const)
        .map((key) => textOf(row.item.ledger, row, key))
        .filter((text) => text !== "")
        .join("\n"),
    );
  }
}

/** A cell that tells which item is meant: its text is asked for again and again. */
class NamingCell implements PeriodCell {
  constructor(
    private readonly of: Item,
    private readonly key: "number" | "problem",
    readonly text: string,
  ) {}

  get at(): string | null {
    return fieldPlace(this.of, this.key);
  }
}

/** A cell whose text and place are looked up when they are asked for. */
class ReadCell implements PeriodCell {
  constructor(
    private readonly of: LedgerRow | Item,
    private readonly key: ColumnKey,
    private readonly clean: Clean,
  ) {}

  get text(): string {
    const { of, key } = this;
    return this.clean(textOf("rows" in of ? of.ledger : of.item.ledger, of, key));
  }

  get at(): string | null {
    return fieldPlace(this.of, this.key);
  }
}

/**
 * Cells of a row or an item, made anew whenever they are asked for: of ten thousand rows most are asked for two or three, once,
 * and what is kept of each costs more than to look it up again.
 */
class ReadCells implements PeriodCells {
  constructor(
    private readonly of: LedgerRow | Item,
    private readonly clean: Clean,
  ) {}

  get number(): PeriodCell | undefined {
    return this.cell("number");
  }

  get unit(): PeriodCell | undefined {
    return this.cell("unit") ?? this.unitOfSheet();
  }

  get leader(): PeriodCell | undefined {
    return this.cell("leader");
  }

  get deadline(): PeriodCell | undefined {
    return this.cell("deadline");
  }

  get status(): PeriodCell | undefined {
    return this.cell("status");
  }

  get progress(): PeriodCell | undefined {
    return this.cell("progress");
  }

  get measure(): PeriodCell | undefined {
    return this.cell("measure");
  }

  get task(): PeriodCell | undefined {
    return this.cell("task");
  }

  private get ledger(): Item["ledger"] {
    const { of } = this;
    return "rows" in of ? of.ledger : of.item.ledger;
  }

  private cell(field: PeriodField): PeriodCell | undefined {
    return this.ledger.columns[field] === undefined ? undefined : new ReadCell(this.of, field, this.clean);
  }

  private unitOfSheet(): PeriodCell | undefined {
    const { sheetUnit } = this.ledger;
    return sheetUnit && { text: this.clean(sheetUnit.text), at: null };
  }
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
