/** A finding whose sentence and address are already spelled, so that printing it stays nothing but (views, options) → string. */
import type { CellValue } from "../../grid";
import type { Severity } from "../types";

/** One finding as it is printed and as the published JSON contract names it. */
export interface FindingView {
  readonly id: string;
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string;
  /** "E7". */
  readonly cell: string;
  /** Item number as written, null where the finding is about no item. */
  readonly item: string | null;
  readonly message: string;
  readonly quote: string | null;
  readonly fix: { readonly value: CellValue } | null;
  /** Not part of the JSON: what texts are grouped and painted by. */
  readonly row: number;
  readonly name: string;
  readonly unit: string | null;
}
