/** Columns of the relations, and the SQL over them. */
import { isCountedDone, STATUSES } from "../../ledger";
import type { Definition } from "../../tally";

type ColumnType = "STRING" | "DATE" | "INT";

export interface FactsColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

const column = (name: string, type: ColumnType = "STRING", nullable = false): FactsColumn => ({ name, type, nullable });

export const FACTS_COLUMNS: readonly FactsColumn[] = [
  column("id"),
  column("file"),
  column("sheet"),
  column("cell"),
  column("kind"),
  column("number"),
  column("unit"),
  column("section"),
  column("status"),
  column("deadline", "DATE", true),
  column("done_date", "DATE", true),
  column("as_of", "DATE"),
  column("overdue", "INT"),
  column("due_soon", "INT"),
  column("on_time", "INT"),
  column("measures", "INT", true),
  column("measures_done", "INT", true),
];

export const UNITS_COLUMNS: readonly FactsColumn[] = [column("id"), column("kind"), column("unit")];

/** schema.json: what the files hold. */
export function factsSchema(): string {
  const relations = { facts: FACTS_COLUMNS, units: UNITS_COLUMNS };
  return `${JSON.stringify({ schema: 1, relations, statuses: STATUSES }, null, 2)}\n`;
}

/**
 * rates.sql: two statements over `facts` and `units`, whole numbers only; they run as they stand on DuckDB, SQLite and
 * ClickHouse. What an alias is called no column beneath it is: ClickHouse would put the one in the place of the other.
 */
export function ratesSql(done: Definition["done"]): string {
  const isDone = STATUSES.filter((status) => isCountedDone(status, done))
    .map((status) => `state = '${status}'`)
    .join(" OR ");
  const sum = (condition: string, name: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;
  const counts = [
    "COUNT(*) AS total",
    sum(isDone, "done"),
    sum("late = 1", "overdue"),
    sum(isDone, "numerator"),
    sum("state <> 'excluded'", "denominator"),
  ].join(",\n  ");
  const items = "SELECT id AS item, kind AS kind, status AS state, overdue AS late FROM facts";
  const leads = "SELECT id AS item, unit AS unit FROM units";
  return `-- By kind.
SELECT
  kind,
  ${counts}
FROM (${items}) AS items
GROUP BY kind
ORDER BY kind;

-- By lead unit and kind: an item of two lead units counts for both.
SELECT
  unit,
  kind,
  ${counts}
FROM (${leads}) AS leads
JOIN (${items}) AS items USING (item)
GROUP BY unit, kind
ORDER BY unit, kind;
`;
}
