/** A period kept in a file (存为本期), so that next month needs no old ledger. */
import type { Deadline } from "../../ledger";
import { isoDate } from "../../zh/civil-date";
import { PERIOD_FIELDS, type Period, type PeriodCell, type PeriodItem, type PeriodRow } from "../period/types";

/** The form of snapshots that this version writes; a newer one is not read. */
export const SNAPSHOT_VERSION = 1;

/** What a snapshot file says it is. */
export const SNAPSHOT_NAME = "snapshot";

/**
 * A period as the object of its file; the period comes with its telephones starred out.
 * @param label the month it stands for, "2025-11"
 * @example JSON.stringify(snapshotJson(periodOf(reading, { masked: true }), "2025-11"))
 */
export function snapshotJson(period: Period, label: string): object {
  return {
    taizhang: SNAPSHOT_NAME,
    version: SNAPSHOT_VERSION,
    period: label,
    asOf: isoDate(period.asOf),
    kinds: period.kinds,
    units: Object.fromEntries(period.units),
    items: period.items.map(itemJson),
  };
}

function itemJson(item: PeriodItem): object {
  const { kind, at, number, problem, section, parent, status, statusOwn, ownStatus, deadline, rows } = item;
  return {
    kind,
    at,
    number: number && cellJson(number),
    problem: cellJson(problem),
    section,
    parent,
    status,
    statusOwn,
    ownStatus: ownStatus && cellJson(ownStatus),
    deadline: deadlineJson(deadline),
    rows: rows.map(rowJson),
  };
}

function rowJson({ cells, leads, deadline, status }: PeriodRow): object {
  return {
    cells: Object.fromEntries(
      PERIOD_FIELDS.flatMap((field) => {
        const cell = cells[field];
        return cell === undefined ? [] : [[field, cellJson(cell)]];
      }),
    ),
    leads,
    deadline: deadlineJson(deadline),
    status: status.status,
  };
}

function cellJson({ text, at }: PeriodCell): readonly [string, string | null] {
  return [text, at];
}

/** What two deadlines are told apart by, and judged by. */
function deadlineJson(deadline: Deadline): object {
  const { type } = deadline;
  if (type === "date") return { type, date: isoDate(deadline.date) };
  if (type === "relative") return { type, months: deadline.months, days: deadline.days, from: deadline.from };
  return { type };
}
