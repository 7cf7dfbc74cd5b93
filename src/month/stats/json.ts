/** The published form of the statistics: what `taizhang stats --format json` prints. Fixed contract, schema 1. */
import { percentText, pointsText, PROGRESS_CLASSES, type Light, type Precision } from "../../tally";
import { isoDate, type CivilDate } from "../../zh/civil-date";
import type { MonthKind } from "../common";
import type { Stats, StatsCounts } from "./count";
import { CLASS_NAMES } from "./names";

type Classes = Readonly<Record<string, number>>;

interface StatsJson {
  readonly schema: 1;
  readonly file: string;
  readonly out: string | null;
  /** ISO date. */
  readonly asOf: string;
  readonly kinds: readonly { readonly kind: MonthKind; readonly total: number; readonly classes: Classes }[];
  readonly units: readonly {
    readonly name: string;
    readonly kind: MonthKind;
    readonly total: number;
    readonly done: number;
    readonly overdue: number;
    readonly rate: { readonly numerator: number; readonly denominator: number; readonly percent: string | null };
    readonly due: number;
    /** Rate minus due rate in points, signed; null without a rate. */
    readonly points: string | null;
    readonly light: Light | null;
    readonly rank: number | null;
    readonly previousRank: number | null;
    readonly classes: Classes;
  }[];
}

function classesOf({ classes }: StatsCounts): Classes {
  return Object.fromEntries(PROGRESS_CLASSES.map((one) => [CLASS_NAMES[one], classes[one]]));
}

/** Statistics as their JSON object. */
export function statsJson(
  { kinds }: Stats,
  context: {
    readonly file: string;
    readonly out: string | null;
    readonly asOf: CivilDate;
    readonly precision: Precision;
  },
): StatsJson {
  return {
    schema: 1,
    file: context.file,
    out: context.out,
    asOf: isoDate(context.asOf),
    kinds: kinds.map((kind) => ({ kind: kind.kind, total: kind.total, classes: classesOf(kind) })),
    units: kinds.flatMap(({ kind, units }) =>
      units.map((unit) => ({
        name: unit.name,
        kind,
        total: unit.total,
        done: unit.completed,
        overdue: unit.overdue,
        rate: {
          numerator: unit.done,
          denominator: unit.of,
          percent: percentText(unit.done, unit.of, context.precision),
        },
        due: unit.due,
        points: pointsText(
          { numerator: unit.due, denominator: unit.of },
          { numerator: unit.done, denominator: unit.of },
          1,
        ),
        light: unit.light,
        rank: unit.rank,
        previousRank: unit.previousRank,
        classes: classesOf(unit),
      })),
    ),
  };
}
