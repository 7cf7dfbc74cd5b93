/** 要素数据 of what a session has read. */
import { factsOf, factsSchema, type FactRow, type FactsOptions, ratesSql, type UnitRow } from "../month";
import type { OutFile } from "./out-file";
import type { Session } from "./session";

/** Facts of the open ledger as lines of JSON with their SQL; null before reading. */
export function factsFiles(session: Session, file: string): readonly OutFile[] | null {
  if (session.reading() === null) return null;
  const facts: string[] = [];
  const units: string[] = [];
  for (const { fact, units: leads } of sessionFacts(session, file, {})) {
    facts.push(`${JSON.stringify(fact)}\n`);
    units.push(...leads.map((lead) => `${JSON.stringify(lead)}\n`));
  }
  const texts: readonly (readonly [string, string])[] = [
    ["facts.ndjson", facts.join("")],
    ["units.ndjson", units.join("")],
    ["schema.json", factsSchema()],
    ["rates.sql", ratesSql(session.getSnapshot().settings.definition)],
  ];
  return texts.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
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
