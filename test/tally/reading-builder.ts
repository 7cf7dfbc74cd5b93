/** Builds small readings by hand for tests of counting: items as a few words, a real grid below them. */
import { civilDate, compareDates, parseIsoDate, type CivilDate } from "../../src/zh/civil-date";
import type { CellValue } from "../../src/grid/grid";
import type {
  ColumnChoice,
  ColumnKey,
  Deadline,
  Item,
  Kind,
  Ledger,
  LedgerRow,
  Reading,
  Status,
  UnitName,
  UnitReading,
} from "../../src/ledger/types";
import { gridOf } from "../grid/grid-of";

export const AS_OF: CivilDate = civilDate(2025, 10, 10) ?? { year: 2025, month: 10, day: 10 };

/** One measure, or the only row of an item. Dates are ISO; "long" is 长期坚持, "now" is 立行立改. */
export interface RowSpec {
  readonly status?: Status;
  readonly deadline?: string;
  readonly doneDate?: string | null;
  /** 甲 unmarked, +甲 marked lead, -甲 marked co. */
  readonly units?: readonly string[];
}

export interface ItemSpec extends RowSpec {
  /** Item status; else that of its first row. */
  readonly rows?: readonly RowSpec[];
  readonly number?: string;
  readonly problem?: string;
  readonly section?: string;
  readonly parent?: string;
  readonly leader?: string;
  readonly overdue?: boolean;
  readonly statusOwn?: boolean;
  readonly name?: string;
  readonly persons?: number;
  readonly forms?: readonly string[];
}

export interface LedgerSpec {
  readonly kind?: Kind;
  readonly sheet?: string;
  readonly measures?: boolean;
  readonly personsColumn?: boolean;
  readonly items: readonly ItemSpec[];
  /** Columns left out of the table. */
  readonly without?: readonly ColumnKey[];
}

const COLUMNS: readonly ColumnKey[] = ["number", "section", "parentProblem", "problem", "measure", "leader", "name"];
const FIRST_ROW = 4;

function deadlineOf(text: string | undefined): Deadline {
  if (text === undefined) return { type: "missing" };
  if (text === "long") return { type: "openEnded" };
  if (text === "now") return { type: "immediate", openEnded: false };
  const date = parseIsoDate(text);
  if (date === null) return { type: "invalid", reason: "unreadable" };
  return { type: "date", date, precision: "day", openEnded: false, yearFrom: null, bareMonthBefore: false };
}

function unitsOf(names: readonly string[]): UnitReading {
  const units = names.map((text): UnitName => {
    const role = text.startsWith("+") ? "lead" : text.startsWith("-") ? "co" : "unmarked";
    const name = text.replace(/^[+-]/u, "");
    return { name, text: name, role, known: true, collective: false };
  });
  return { state: units.length > 0 ? "ok" : "missing", units };
}

function doneDateOf(text: string | null | undefined): CivilDate | null | undefined {
  return typeof text === "string" ? parseIsoDate(text) : text;
}

const isTold = (doneDate: string | null | undefined): boolean => doneDate !== undefined;

export function buildLedger(spec: LedgerSpec): Ledger {
  const sheet = spec.sheet ?? "问题整改台账";
  const keys = COLUMNS.filter((key) => !spec.without?.includes(key));
  if (spec.personsColumn) keys.push("persons");
  const dated = spec.items.some(({ doneDate, rows }) =>
    [doneDate, ...(rows ?? []).map((row) => row.doneDate)].some(isTold),
  );
  if (dated) keys.push("doneDate");
  const due = spec.items.some(({ deadline, rows }) =>
    [deadline, ...(rows ?? []).map((row) => row.deadline)].some(isTold),
  );
  if (due) keys.push("deadline");
  const columns: { [K in ColumnKey]?: ColumnChoice } = {};
  keys.forEach((key, col) => {
    columns[key] = { col, key, score: 1, runnerUp: null, header: key, reason: "header" };
  });
  const values: CellValue[][] = Array.from({ length: FIRST_ROW }, () => []);
  const grid = { ...gridOf([], { sheet }), values };
  const ledger: Ledger = {
    id: `${sheet}!${spec.kind ?? "problem"}`,
    grid,
    sheet,
    kind: spec.kind ?? "problem",
    layout: {
      titleRow: 0,
      title: "台账",
      header: { top: 3, left: 0, bottom: 3, right: keys.length - 1 },
      firstRow: FIRST_ROW,
      lastRow: FIRST_ROW,
    },
    columns,
    unmapped: [],
    itemLevel: new Set(),
    items: [],
    itemAt: new Map(),
    doubts: [],
    subtotals: [],
    hasMeasures: spec.measures ?? false,
    hiddenRowCount: 0,
    struckRows: [],
    asOf: AS_OF,
  };
  spec.items.forEach((one, index) => {
    const number = one.number ?? String(index + 1);
    const rowSpecs = one.rows ?? [one];
    const first = rowSpecs[0] ?? {};
    const deadlines = rowSpecs.map((row) => deadlineOf(row.deadline ?? one.deadline));
    const deadline = deadlines.reduce((latest, next) => {
      if (next.type !== "date") return latest;
      return latest.type !== "date" || compareDates(next.date, latest.date) > 0 ? next : latest;
    });
    const item: Item = {
      ledger,
      kind: ledger.kind,
      rows: [],
      number,
      ordinal: Number(number),
      group: "",
      problem: one.problem ?? `问题${number}`,
      section: one.section ?? null,
      parent: one.parent ?? null,
      source: null,
      leader: one.leader ?? null,
      status: one.status ?? first.status ?? "unknown",
      statusOwn: one.statusOwn ?? false,
      rolledStatus: one.status ?? first.status ?? "unknown",
      deadline,
      overdue: one.overdue ?? false,
      persons: one.persons ?? 1,
      forms: one.forms ?? [],
    };
    rowSpecs.forEach((row, ordinal) => {
      const cells: Partial<Record<ColumnKey, CellValue>> = { measure: `措施${ordinal + 1}` };
      if (ordinal === 0) {
        cells.number = number;
        cells.problem = item.problem;
        cells.section = item.section;
        cells.parentProblem = item.parent;
        cells.leader = item.leader;
        cells.name = one.name ?? null;
        cells.persons = item.persons;
      }
      const line: LedgerRow = {
        row: values.length,
        item,
        ordinal,
        deadline: deadlines[ordinal] ?? { type: "missing" },
        status: { status: row.status ?? item.status, state: "ok" },
        units: unitsOf(row.units ?? one.units ?? []),
        coUnits: null,
        doneDate: doneDateOf(row.doneDate === undefined ? one.doneDate : row.doneDate),
      };
      values.push(keys.map((key) => cells[key] ?? null));
      item.rows.push(line);
      ledger.itemAt.set(line.row, item);
    });
    ledger.items.push(item);
  });
  return ledger;
}

export function buildReading(...ledgers: readonly LedgerSpec[]): Reading {
  return {
    ledgers: ledgers.map(buildLedger),
    passedOver: [],
    directory: null,
    asOf: { date: AS_OF, source: "option" },
    feedbackDate: null,
    overlaps: [],
    unread: [],
  };
}

/** `n` items of a status. */
export function times(n: number, status: Status): ItemSpec[] {
  return Array.from({ length: n }, () => ({ status }));
}
