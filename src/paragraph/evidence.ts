/** What a place is worth in a ledger, compared with the number that stands in the paragraph. */
import { Figures, knownOf, readExpression, type FigureSource, type TemplatePlace } from "../notice";
import { inUnit, isConvertible, percentText, type Precision, type Tally } from "../tally";
import { decimalText } from "../zh/decimal";
import type { FigureToken } from "./pieces";

type Worth = "same" | "other" | "absent" | "impossible" | "noRate";

/** A ledger whose numbers the paragraph may have. */
export interface Evidence {
  /** What the place is worth there, beside what is written. */
  worth(place: string, token: FigureToken): Worth;
}

/** 35.6 of 35.60; 万元 of the scale between number and unit. */
function writtenUnit(token: FigureToken): string {
  if (token.type === "percent") return "%";
  const scale = { 1: "", 1000: "千", 10000: "万", 100000000: "亿" }[token.scale];
  return scale + token.unit;
}

/** A number as written, without zeros behind its point. */
function writtenText(token: FigureToken): string {
  return decimalText({ mantissa: BigInt(token.mantissa), scale: token.decimals });
}

function isLevel(place: TemplatePlace): boolean {
  return place.type === "subject" && (place.metric.type === "parents" || place.metric.type === "sections");
}

export function evidenceOf(tally: Tally, source: FigureSource): Evidence {
  const known = knownOf(source.reading, tally);
  const figures = new Figures(tally, source, new Map());
  return {
    worth(place, token) {
      const read = readExpression(place, known);
      if (read.type !== "place") return "absent";
      const value = figures.of(read.place);
      const same = (isSame: boolean): Worth => (isSame ? "same" : "other");
      switch (value.type) {
        case "count":
          // A level the ledger has no column for counts nothing.
          if (value.count.value === 0 && isLevel(read.place)) return "absent";
          return same(String(value.count.value) === writtenText(token));
        case "rate": {
          const precision = Math.min(2, token.decimals) as Precision;
          const text = percentText(value.rate.numerator, value.rate.denominator, precision);
          return same(text !== null && Number.parseFloat(text) === token.mantissa / 10 ** token.decimals);
        }
        case "points":
          return same(value.tenths === Math.round((token.mantissa / 10 ** token.decimals) * 10));
        case "sum": {
          const { sum } = value;
          const unit = writtenUnit(token);
          if (sum.unit !== "" && !isConvertible(sum.unit, unit)) return "impossible";
          const amount = sum.unit === "" ? sum.value : inUnit(sum.value, sum.unit, unit);
          return same(decimalText(amount) === writtenText(token));
        }
        case "absent":
          return "absent";
        case "noRate":
          return "noRate";
        case "impossible":
          return value.why === "noLastPeriod" ? "other" : "impossible";
      }
    },
  };
}
