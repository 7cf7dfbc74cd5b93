/** Two figures in each other's place: 845 written for 854. */
import { exactText } from "../../reading";

/** 845 and 854: the same digits, two neighbours of them in each other's place. */
export function areTransposed(one: bigint, other: bigint, least = TRANSPOSABLE): boolean {
  const [a, b] = [exactText(one), exactText(other)];
  if (a.length !== b.length || a.length < least) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return (
    at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && a[at + 1] !== "."
  );
}

/** Of fewer digits many sums would look transposed. */
const TRANSPOSABLE = 3;
