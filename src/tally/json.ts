/** The published form of a tally: what `taizhang tally --format json` prints. Fixed contract, schema 1. */
import { qualified } from "../grid";
import { isoDate, type CivilDate } from "../zh/civil-date";
import { STATUSES, type Kind, type Status } from "../ledger";
import { printRate, type Precision } from "./percent";
import type { Definition, GroupTally, Rate, StatusTally, Tally } from "./types";

interface RateJson {
  readonly numerator: number;
  readonly denominator: number;
  /** Of the two numbers, whatever is known of the items; null where the denominator is 0. */
  readonly percent: string | null;
}

interface GroupJson {
  readonly name: string;
  readonly kind: Kind;
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  readonly rate: RateJson;
}

interface MeasuresJson {
  readonly total: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly done: number;
  readonly rate: RateJson;
}

interface KindJson {
  readonly kind: Kind;
  readonly total: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly parents: number;
  readonly sections: number;
  readonly overdue: number;
  /** null where no column tells when anything was done. */
  readonly onTime: number | null;
  readonly rate: RateJson;
  readonly measures: MeasuresJson | null;
}

export interface TallyJson {
  readonly schema: 1;
  readonly file: string;
  /** ISO date. */
  readonly asOf: string;
  /** As the option spells it: "done", "basic" (and done), "phased" (and both). */
  readonly definition: Definition["done"];
  readonly denominator: Definition["denominator"];
  readonly kinds: readonly KindJson[];
  readonly accountability: {
    readonly persons: number;
    readonly personTimes: number;
    readonly byForm: Readonly<Record<string, number>>;
  } | null;
  readonly by: {
    readonly unit: readonly GroupJson[];
    readonly section: readonly GroupJson[];
    readonly leader: readonly GroupJson[];
  };
  /** Items on which two status columns disagree; absent where there is one. */
  readonly disputed?: readonly {
    readonly unit: string;
    readonly kind: Kind;
    readonly number: string;
    readonly problem: string;
    readonly cell: string;
    readonly taken: Status;
    readonly other: Status;
  }[];
}

function rateJson(rate: Rate | null, precision: Precision): RateJson {
  return {
    numerator: rate?.numerator ?? 0,
    denominator: rate?.denominator ?? 0,
    percent: printRate(rate, precision),
  };
}

function byStatusJson(counted: StatusTally): Readonly<Record<Status, number>> {
  const entries = STATUSES.map((status) => [status, counted.byStatus[status].value]);
  return Object.fromEntries(entries) as Record<Status, number>;
}

function groupJson(group: GroupTally, precision: Precision): GroupJson {
  return {
    name: group.name,
    kind: group.kind,
    total: group.total.value,
    done: group.done.value,
    overdue: group.overdue.value,
    rate: rateJson(group.rate, precision),
  };
}

/**
 * A tally as its JSON object. Numbers only, no rows: those belong to the summary.
 * @example JSON.stringify(tallyJson(tally, { file: "台账.xlsx", asOf, precision: 0 }))
 */
export function tallyJson(
  tally: Tally,
  context: { readonly file: string; readonly asOf: CivilDate; readonly precision: Precision },
): TallyJson {
  const { precision } = context;
  const groups = (list: readonly GroupTally[]): readonly GroupJson[] => list.map((one) => groupJson(one, precision));
  return {
    schema: 1,
    file: context.file,
    asOf: isoDate(context.asOf),
    definition: tally.definition.done,
    denominator: tally.definition.denominator,
    kinds: tally.kinds.map((kind) => ({
      kind: kind.kind,
      total: kind.total.value,
      byStatus: byStatusJson(kind),
      parents: kind.parents.value,
      sections: kind.sections.value,
      overdue: kind.overdue.value,
      onTime: kind.onTime?.value ?? null,
      rate: rateJson(kind.rate, precision),
      measures:
        kind.measures === null
          ? null
          : {
              total: kind.measures.total.value,
              byStatus: byStatusJson(kind.measures),
              done: kind.measures.done.value,
              rate: rateJson(kind.measures.rate, precision),
            },
    })),
    accountability:
      tally.accountability === null
        ? null
        : {
            persons: tally.accountability.persons.value,
            personTimes: tally.accountability.personTimes.value,
            // fromEntries defines own properties, so that a form named "__proto__" is a key like any other.
            byForm: Object.fromEntries(Array.from(tally.accountability.byForm, ([form, count]) => [form, count.value])),
          },
    by: { unit: groups(tally.byUnit), section: groups(tally.bySection), leader: groups(tally.byLeader) },
    ...(tally.disputed === null
      ? {}
      : {
          disputed: tally.disputed.map(({ cell, ...one }) => ({
            ...one,
            cell: qualified(cell.sheet, cell.row, cell.col),
          })),
        }),
  };
}
