/** 要素数据: one row an item, and one an item and lead unit, for data bases. No text of a problem, no person. */
import { isCountedDone, isOnTime, type Item, type Reading, type Status } from "../../ledger";
import { createGroupNamer, isDueSoon, type Definition } from "../../tally";
import { addDays, compareDates, isoDate, type CivilDate } from "../../zh/civil-date";
import { inFile, itemPlace, MONTH_KINDS, type MonthKind } from "../common";

/** An item; days are ISO dates, what is not there is "" or null. */
export interface FactRow {
  /** `file#Sheet!A5`. */
  readonly id: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly kind: MonthKind;
  readonly number: string;
  /** The first-named lead unit. */
  readonly unit: string;
  readonly section: string;
  readonly status: Status;
  readonly deadline: string | null;
  readonly done_date: string | null;
  readonly as_of: string;
  readonly overdue: 0 | 1;
  readonly due_soon: 0 | 1;
  /** Done on or before its deadline, where both days are known. */
  readonly on_time: 0 | 1;
  /** null without a measure column. */
  readonly measures: number | null;
  readonly measures_done: number | null;
}

/** An item and one of its lead units. */
export interface UnitRow {
  readonly id: string;
  readonly kind: MonthKind;
  readonly unit: string;
}

export interface FactsOptions {
  readonly done: Definition["done"];
  readonly dueSoonDays: number;
}

/**
 * Rows of a ledger file, in the order of kinds and of the ledger; one item after the other, so that none need be kept.
 * @param file as it is named in the rows
 * @example [...factsOf(reading, "收表/县财政局.xlsx", { done: "done", dueSoonDays: 15 })].length // 23
 */
export function* factsOf(
  reading: Reading,
  file: string,
  options: FactsOptions,
): Generator<{ readonly fact: FactRow; readonly units: readonly UnitRow[] }> {
  const namer = createGroupNamer();
  // As tally shows a unit: by the first way it is written.
  const names = new Map<string, string>();
  for (const kind of MONTH_KINDS)
    for (const ledger of reading.ledgers) {
      if (ledger.kind !== kind) continue;
      const horizon = addDays(ledger.asOf, options.dueSoonDays + 1);
      for (const item of ledger.items) {
        const units = namer.units(item).map(({ key, name }) => {
          const shown = names.get(`${kind} ${key}`) ?? name;
          names.set(`${kind} ${key}`, shown);
          return shown;
        });
        const fact = factOf(item, kind, file, units[0] ?? "", horizon, options);
        yield { fact, units: units.map((unit) => ({ id: fact.id, kind, unit })) };
      }
    }
}

function factOf(
  item: Item,
  kind: MonthKind,
  file: string,
  unit: string,
  horizon: CivilDate,
  { done }: FactsOptions,
): FactRow {
  const { ledger, deadline, rows, status } = item;
  const place = itemPlace(item);
  const days = rows.map(({ doneDate }) => doneDate).filter((day) => day !== null && day !== undefined);
  const last = days.reduce<CivilDate | null>(
    (late, day) => (late === null || compareDates(day, late) > 0 ? day : late),
    null,
  );
  const completed = rows.filter((row) => isCountedDone(row.status.status, done)).length;
  return {
    id: inFile(file, place),
    file,
    sheet: ledger.sheet,
    cell: place.slice(place.lastIndexOf("!") + 1),
    kind,
    number: item.number,
    unit,
    section: item.section ?? "",
    status,
    deadline: deadline.type === "date" ? isoDate(deadline.date) : null,
    done_date: last === null ? null : isoDate(last),
    as_of: isoDate(ledger.asOf),
    overdue: item.overdue ? 1 : 0,
    due_soon: isDueSoon(item, ledger.asOf, horizon) ? 1 : 0,
    on_time: status === "done" && isOnTime(item) ? 1 : 0,
    measures: ledger.hasMeasures ? rows.length : null,
    measures_done: ledger.hasMeasures ? completed : null,
  };
}
