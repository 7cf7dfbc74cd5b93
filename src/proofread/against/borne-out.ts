/** What a ledger bears out is no fault of the text, however it looks by itself: parts that leave some untold, another whole. */
import type { Place } from "../../reading";
import type { ProofContext } from "../types";
import { askedFigures } from "./asked/read";

/** Rules whose findings hang on how figures belong together, which the ledger's own words may tell better. */
const HANGING: ReadonlySet<string> = new Set(["sum-mismatch", "percent-mismatch", "told-twice"]);

/** Whether all figures of a finding are what the ledger holds of the very items that their words name. */
export function isBorneOut(context: ProofContext, rule: string, { line, start, end }: Place): boolean {
  if (context.ledger === null || !HANGING.has(rule)) return false;
  const figures = (context.lines[line]?.tokens ?? []).filter(
    (token) => (token.type === "number" || token.type === "percent") && token.start >= start && token.start < end,
  );
  if (figures.length === 0) return false;
  const asked = askedFigures(context);
  const figuresThere = asked.figures.filter(({ place }) => place.line === line);
  const rates = asked.rates.filter(({ token }) => token.line === line);
  // One that is wrong, or right by another definition only, and the line is to be looked at.
  if (!figuresThere.every(({ firm }) => firm)) return false;
  // Words misread name none as well, so a 0 is believed only beside a whole and a part that are there.
  const zeros = figuresThere.filter(({ written }) => written === "0").length;
  if (zeros > 0 && figuresThere.length - zeros < 2) return false;
  if (!rates.every(({ right }) => right)) return false;
  const right = new Set([...figuresThere.map((one) => one.start), ...rates.map(({ token }) => token.start)]);
  return figures.every((token) => right.has(token.start));
}
