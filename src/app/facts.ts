/** 要素数据 of what a session has read. */
import {
  FACTS_COLUMNS,
  factsOf,
  factsSchema,
  type FactRow,
  type FactsOptions,
  ratesSql,
  UNITS_COLUMNS,
  type UnitRow,
} from "../month";
import type { DraftTools } from "../hosts/draft";
import type { OutFile } from "./out-file";
import type { Session } from "./session";

/** Facts of the open ledger as Parquet and as lines of JSON, with their SQL; null before reading. */
export async function factsFiles(
  session: Session,
  file: string,
  writeParquet: DraftTools["writeParquet"],
): Promise<readonly OutFile[] | null> {
  if (session.reading() === null) return null;
  const facts: FactRow[] = [];
  const units: UnitRow[] = [];
  for (const { fact, units: leads } of sessionFacts(session, file, {})) {
    facts.push(fact);
    units.push(...leads);
  }
  const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const texts: readonly (readonly [string, string])[] = [
    ["facts.ndjson", lines(facts)],
    ["units.ndjson", lines(units)],
    ["schema.json", factsSchema()],
    ["rates.sql", ratesSql(session.getSnapshot().settings.definition)],
  ];
  const plain = <T extends object>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row }) as Record<string, string | number | null>);
  return [
    { name: "facts.parquet", bytes: await writeParquet(FACTS_COLUMNS, plain(facts)) },
    { name: "units.parquet", bytes: await writeParquet(UNITS_COLUMNS, plain(units)) },
    ...texts.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
  ];
}

export type { FactsOptions } from "../month";

/** Rows of the open ledger, one item after the other; none before reading. */
export function* sessionFacts(
  session: Session,
  file: string,
  { done }: Partial<FactsOptions>,
): Generator<{ readonly fact: FactRow; readonly units: readonly UnitRow[] }> {
  const reading = session.reading();
  const { definition, dueSoon } = session.getSnapshot().settings;
  if (reading !== null) yield* factsOf(reading, file, { done: done ?? definition, dueSoonDays: dueSoon });
}
