/** The ledger of the period before, given by a person: taken where it can be one, else why not in one sentence. */
import type { Grid } from "../grid";
import { HostError } from "../hosts/port";
import { compareDates } from "../zh/civil-date";
import type { Session } from "./session";
import { failureSentence } from "./words";

export interface Refusal {
  readonly zh: string;
  readonly en: string;
}

/**
 * Gives a session the ledger of a file. What is refused leaves the one compared so far.
 * @param load its sheets; HostError where it cannot be read
 * @returns null where it was taken
 */
export async function takeLastLedger(
  session: Session,
  name: string,
  load: () => Promise<readonly Grid[]>,
): Promise<Refusal | null> {
  let grids: readonly Grid[];
  try {
    grids = await load();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const failure = { code: error.code, workbook: name, detail: error.detail };
    return { zh: failureSentence(failure, "zh"), en: failureSentence(failure, "en") };
  }
  const before = session.comparedWith();
  session.compareWith({ name, grids, asOf: null });
  const refusal = refusalOf(session, name);
  if (refusal !== null) session.compareWith(before);
  return refusal;
}

function refusalOf(session: Session, name: string): Refusal | null {
  const [now, last] = [session.reading(), session.lastPeriod()];
  if (now === null || last === null) return null;
  const { ledgers, asOf } = last.reading;
  if (ledgers.length === 0)
    return {
      zh: `「${name}」中没有找到台账；请核对表头，或换一份文件。`,
      en: `“${name}” holds no ledger; check its header row, or choose another file.`,
    };
  const cells = (reading: typeof now): string => JSON.stringify(reading.ledgers.map(({ grid }) => grid.values));
  if (cells(now) === cells(last.reading))
    return {
      zh: `「${name}」就是现在打开的这份台账；请选上期的那一份。`,
      en: `“${name}” is the ledger that is open; choose the last period's.`,
    };
  if (compareDates(asOf.date, now.asOf.date) > 0)
    return {
      zh: `「${name}」的统计截止日比本期还晚；请核对两份台账是否选反了。`,
      en: `“${name}” is later than the ledger that is open; are they swapped?`,
    };
  return null;
}
