/** The published form of a sample: what `taizhang sample --format json` prints. Fixed contract, schema 1. */
import { homeUnit, itemPlace, type MonthKind } from "../common";
import type { DrawnSample, Stratum } from "./draw";

interface SampleJson {
  readonly schema: 1;
  readonly file: string;
  readonly seed: string;
  readonly of: "done" | "all";
  /** As asked for; more than the population draws all. */
  readonly count: number;
  readonly population: number;
  readonly strata: readonly Stratum[];
  readonly items: readonly {
    readonly kind: MonthKind;
    readonly number: string | null;
    readonly problem: string;
    readonly unit: string | null;
    readonly cell: string;
  }[];
}

/** A sample as its JSON object. */
export function sampleJson({ options, population, strata, items }: DrawnSample, file: string): SampleJson {
  return {
    schema: 1,
    file,
    seed: options.seed,
    of: options.of,
    count: options.count,
    population,
    strata,
    items: items.map((item) => ({
      kind: item.ledger.kind as MonthKind,
      number: item.number === "" ? null : item.number,
      problem: item.problem,
      unit: homeUnit(item),
      cell: itemPlace(item),
    })),
  };
}
