/** A sum that does not hold, as it is told: figures, place, severity. */
import type { Severity } from "../../rule";
import { mayBeOneSlip } from "./one-slip";
import { decimalPlaces, exactText, valueSum, type ClaimNode, type Place, type ToldCount } from "../../reading";

/** Parts that do not make up their whole. Figures are plain decimal text in the unit of the whole. */
export interface SumFault {
  readonly place: Place;
  readonly how: "sum" | "part";
  readonly parts: readonly string[];
  readonly sum: string;
  readonly whole: string;
  readonly difference: string;
  readonly unit: string;
  readonly severity: Severity;
  /** Whether it is worth a word: told as certain, or so near that one slip may have made it. Others were read wrongly. */
  readonly near: boolean;
}

/** Amounts told with fewer decimals than their whole are rounded. */
export function isSame(sum: bigint, whole: ClaimNode, parts: readonly ClaimNode[]): boolean {
  const { value } = whole.count;
  if (sum === value) return true;
  const places = [whole, ...parts].map(({ count }) => decimalPlaces(count.token));
  const difference = sum > value ? sum - value : value - sum;
  // 33.2万人次: 23.6万、7.4万、1.1万 and 1.2万 are 33.3万; of things and of 亿元 two may be enough.
  const rounded = [whole, ...parts].filter(isRoundedOff);
  const enough = whole.count.family === "元" && whole.count.token.scale < HUNDRED_MILLION ? MANY : 2;
  const alike = parts.length >= MANY || (difference * 100n <= value && places.every((place) => place === places[0]));
  if (alike && parts.length >= enough && difference === coarsest(places) && rounded.length > 0) return true;
  if (whole.count.family !== "元" && rounded.length === 0) return false;
  return difference * 2n <= places.reduce((all, place) => all + place, 0n) && difference < coarsest(places);
}

/** Of so many rounded parts the sum may well miss its whole by one in the last place. */
const MANY = 4;
const HUNDRED_MILLION = 100_000_000;

/** Told in 万 or 亿 with decimals, or in whole 亿. */
function isRoundedOff({ count: { token } }: ClaimNode): boolean {
  return token.scale >= HUNDRED_MILLION || (token.scale > 1 && token.decimals > 0);
}

function coarsest(places: readonly bigint[]): bigint {
  return places.reduce((most, place) => (place > most ? place : most), 0n);
}

/** @param severity how sure the reading is; a sum told as an error must be one slip besides, else it is a warning */
export function faultOf(
  whole: ClaimNode,
  parts: readonly ClaimNode[],
  how: "sum" | "part",
  severity: Severity,
): SumFault {
  const sum = valueSum(parts);
  const { value } = whole.count;
  const told = parts.map(({ count }) => count.value);
  const isSlip = how === "part" || mayBeOneSlip(sum, value, told);
  const all: readonly ToldCount[] = [whole.count, ...parts.map(({ count }) => count)];
  const last = parts[parts.length - 1]?.count ?? whole.count;
  const near = all.filter(
    (count) =>
      count.line === last.line &&
      (count.line !== whole.count.line || count.sentence === whole.count.sentence || count !== whole.count),
  );
  const money = whole.count.family === "元";
  const scale = money ? BigInt(whole.count.token.scale) : 1n;
  const text = (n: bigint): string => exactText(scale > 1n ? n / scale : n);
  return {
    place: {
      line: last.line,
      start: Math.min(...near.map((count) => count.start)),
      end: Math.max(...near.map((count) => count.end)),
    },
    how,
    parts: parts.flatMap(({ count }) => Array.from({ length: Number(count.times) }, () => text(count.value))),
    sum: text(sum),
    whole: text(value),
    difference: text(sum > value ? sum - value : value - sum),
    unit: money && scale > 1n ? `${SCALES.get(whole.count.token.scale) ?? ""}元` : whole.count.token.unit,
    severity: severity === "error" && !isSlip ? "warning" : severity,
    near: isSlip || (severity === "error" && sum < value) || (sum > value && sum <= value * 2n),
  };
}

const SCALES: ReadonlyMap<number, string> = new Map([
  [1000, "千"],
  [10000, "万"],
  [100000000, "亿"],
]);
