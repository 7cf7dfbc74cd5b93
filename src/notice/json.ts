/** The published form of a summary: what `taizhang summary --format json` prints. Fixed contract, schema 1. */
import { qualified } from "../grid";
import type { RowRef } from "../tally";
import type { Composition } from "./types";

interface FigureJson {
  readonly text: string;
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly metric: string;
  readonly rows: readonly string[];
  /** Of percentages only: the rows of the denominator. */
  readonly ofRows?: readonly string[];
  /** Of sums only: the text is what the rows' cells add up to. */
  readonly sum?: true;
  /** The rows lie in the last period's ledger. */
  readonly last?: true;
}

export interface SummaryJson {
  readonly schema: 1;
  readonly file: string;
  /** Name of the style, "template" for one of the user's own. */
  readonly style: string;
  readonly text: string;
  readonly held: readonly string[];
  readonly figures: readonly FigureJson[];
}

/** Addresses of cells, `问题整改台账!A5`. */
function rowNames(rows: readonly RowRef[]): readonly string[] {
  return rows.map(({ sheet, row, col }) => qualified(sheet, row, col));
}

/**
 * A composition as its JSON object.
 * @example JSON.stringify(summaryJson(composition, { file: "台账.xlsx", style: "rate", held: [] }))
 */
export function summaryJson(
  composition: Composition,
  context: { readonly file: string; readonly style: string; readonly held: readonly string[] },
): SummaryJson {
  return {
    schema: 1,
    file: context.file,
    style: context.style,
    text: composition.text,
    held: context.held,
    figures: composition.figures.map((figure) => ({
      text: figure.text,
      start: figure.start,
      end: figure.end,
      metric: figure.metric,
      rows: rowNames(figure.rows),
      ...(figure.ofRows === null ? {} : { ofRows: rowNames(figure.ofRows) }),
      ...(figure.sum ? { sum: figure.sum } : {}),
      ...(figure.last ? { last: figure.last } : {}),
    })),
  };
}
