/** A snapshot is read back from untrusted input. */
import * as v from "valibot";
import { STATUSES, type Deadline } from "../../ledger";
import { parseIsoDate, type CivilDate } from "../../zh/civil-date";
import { MONTH_KINDS } from "../common/kinds";
import { PERIOD_FIELDS, type Period, type PeriodCell, type PeriodRow } from "../period/types";
import { SNAPSHOT_NAME, SNAPSHOT_VERSION } from "./write";

type SnapshotOutcome =
  | { readonly ok: true; readonly period: Period; readonly label: string }
  /** It is none; one of a later version; one whose content is broken. */
  | { readonly ok: false; readonly why: "none" | "newer" | "broken" };

const head = v.object({ taizhang: v.literal(SNAPSHOT_NAME), version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

const day = v.pipe(
  v.string(),
  v.transform(parseIsoDate),
  v.custom<CivilDate>((value) => value !== null),
);
const cell = v.pipe(
  v.tuple([v.string(), v.nullable(v.string())]),
  v.transform(([text, at]): PeriodCell => ({ text, at })),
);
const deadline = v.pipe(
  v.variant("type", [
    v.object({ type: v.literal("date"), date: day }),
    v.object({
      type: v.literal("relative"),
      months: v.nullable(v.number()),
      days: v.nullable(v.number()),
      from: v.picklist(["feedback", "row", "any", "untold"]),
    }),
    v.object({ type: v.picklist(["openEnded", "immediate", "missing", "error", "invalid"]) }),
  ]),
  v.transform((read): Deadline => {
    if (read.type === "date")
      return { ...read, precision: "day", openEnded: false, yearFrom: null, bareMonthBefore: false };
    if (read.type === "immediate") return { type: read.type, openEnded: false };
    if (read.type === "invalid") return { type: read.type, reason: "unreadable" };
    return read as Deadline;
  }),
);
const row = v.pipe(
  v.object({
    cells: v.record(v.picklist(PERIOD_FIELDS), cell),
    leads: v.array(v.string()),
    deadline,
    status: v.picklist(STATUSES),
  }),
  v.transform(({ status, ...rest }): PeriodRow => ({ ...rest, status: { status }, remarks: "" })),
);
const item = v.object({
  kind: v.picklist(MONTH_KINDS),
  at: v.string(),
  number: v.nullable(cell),
  problem: cell,
  section: v.string(),
  parent: v.string(),
  status: v.picklist(STATUSES),
  statusOwn: v.boolean(),
  ownStatus: v.nullable(cell),
  deadline,
  rows: v.pipe(v.array(row), v.minLength(1)),
});
const body = v.object({
  period: v.string(),
  asOf: day,
  kinds: v.array(v.picklist(MONTH_KINDS)),
  units: v.record(v.string(), v.string()),
  items: v.array(item),
});

/**
 * Reads the object of a snapshot's file.
 * @example readSnapshot(JSON.parse(text)) // { ok: true, period, label: "2025-11" }
 */
export function readSnapshot(input: unknown): SnapshotOutcome {
  const known = v.safeParse(head, input);
  if (!known.success) return { ok: false, why: "none" };
  if (known.output.version > SNAPSHOT_VERSION) return { ok: false, why: "newer" };
  const read = v.safeParse(body, input);
  if (!read.success) return { ok: false, why: "broken" };
  const { period, asOf, kinds, units, items } = read.output;
  return { ok: true, label: period, period: { asOf, kinds, items, units: new Map(Object.entries(units)) } };
}
