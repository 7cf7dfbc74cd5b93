/** Percentages: 甲某完成率75%, 占总数的44%, 占涉及金额的20.8%. */
import { isCountedDone } from "../../../ledger";
import { divides, isMoney } from "../../../tally";
import { isPrintOf } from "../../percents";
import { allowedCounts, countItems } from "../figures";
import { calledSums, sumOver } from "./amounts";
import { hasRole, nameOf, ownFacets, waysOf, type AskedRate, type Asking } from "./asking";
import type { SumColumn } from "./columns";
import { facetsOf, namesGroup, type Told } from "./contexts";
import { setsOf, type Items } from "./facets";
import type { Piece } from "./segments";

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The rate of a clause or of its end; null where a word of it is not understood, or it says neither rate nor share. */
export function rateOf(pieces: readonly Piece[], asking: Asking, needsName: boolean): AskedRate | null {
  const at = pieces.findIndex(({ type }) => type === "percent");
  const piece = pieces[at];
  if (piece?.type !== "percent" || piece.token.approx) return null;
  const before = pieces.slice(0, at);
  const behind = pieces.slice(at + 1);
  if ([...before, ...behind].some(({ type }) => type === "other" || type === "percent")) return null;
  if (behind.some((one) => !hasRole(one, "light"))) return null;
  const { facets } = ownFacets(before.filter((one) => one.type !== "word" || !one.word.weak));
  const own = facetsOf(facets);
  if (needsName && !namesGroup(own)) return null;
  const isRate = before.some((one) => hasRole(one, "rate"));
  const isShare = before.some((one) => hasRole(one, "share"));
  const sums = calledSums(before, (unit) => unit === "" || isMoney(unit));
  const shares =
    sums.length > 0 && isShare
      ? moneyOf(sums, asking)
      : isRate
        ? ratesOf(own, asking)
        : isShare
          ? partsOf(own, asking)
          : null;
  const [first] = shares ?? [];
  if (!shares || !first) return null;
  const right = shares.some(({ numerator, denominator }) => isPrintOf(piece.token, numerator, denominator));
  return { token: piece.token, name: nameOf(own), right, ...first };
}

/** Of what was named, by each way to count it: what is done among what counts. */
function ratesOf(own: ReturnType<typeof facetsOf>, asking: Asking): readonly Share[] | null {
  const base = new Map([...own].filter(([by]) => by !== "status"));
  const ways = waysOf({ ...asking, told: asking.told.map(withoutStatus(asking)) }, base, true);
  if (ways === null) return null;
  const { definition } = asking.ledger.tally;
  const sets = unlike(ways.flatMap(({ sets: some }) => some));
  return sets.flatMap((set) => {
    const items = [...set];
    const counted = items.filter((item) => divides(item, definition));
    const done = counted.filter(({ status }) => isCountedDone(status, definition.done)).length;
    const all = items.filter(({ status }) => status !== "excluded").length;
    return [
      { numerator: done, denominator: counted.length },
      ...allowedCounts(countItems(items), "done").map((numerator) => ({ numerator, denominator: all })),
    ];
  });
}

/** What was told without what became of it: a rate divides by all of them. */
function withoutStatus({ vocabulary }: Asking): (told: Told) => Told {
  return (told) => {
    if (!told.facets.has("status")) return told;
    const facets = new Map([...told.facets].filter(([by]) => !by.startsWith("status")));
    return { facets, fits: setsOf(facets, vocabulary.all) ?? told.fits, counted: told.counted };
  };
}

/** 占45%: the last that was told among what was told before it, or among all; with a name of its own that among all. */
function partsOf(own: ReturnType<typeof facetsOf>, { told, around, vocabulary }: Asking): readonly Share[] | null {
  if (own.size > 0) return null;
  const last = told[told.length - 1];
  if (!last?.counted) return null;
  const wholes = unlike([...told.slice(0, -1), ...around].flatMap(({ fits }) => fits).concat([vocabulary.all]));
  return last.fits.flatMap((part) => wholes.map((whole) => ({ numerator: part.size, denominator: whole.size })));
}

const CENTS = 10_000;

/** 占涉及金额的20.8%: the sum that was told last among another. */
function moneyOf(columns: readonly SumColumn[], asking: Asking): readonly Share[] {
  const { told, vocabulary, amounts } = asking;
  const wholes = unlike([vocabulary.all, ...told.flatMap(({ fits }) => fits)]);
  const bases = columns.flatMap((column) => wholes.flatMap((set) => sumOver(column, set, asking, column.unit) ?? []));
  return amounts.flatMap((part) =>
    bases.map((base) => ({ numerator: Math.round(part * CENTS), denominator: Math.round(base * CENTS) })),
  );
}

function unlike(sets: readonly Items[]): readonly Items[] {
  return Array.from(new Set(sets));
}
