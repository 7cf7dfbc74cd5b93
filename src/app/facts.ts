/** 要素数据 of what a session has read. */
import { factsOf, type FactRow, type FactsOptions, type UnitRow } from "../month";
import type { Session } from "./session";

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
