/** Formatter "json": the `findings` array of the published contract (schema 1). */
import type { CellValue } from "../../grid";
import type { Severity } from "../types";
import type { FindingView } from "./view";

export interface FindingJson {
  readonly id: string;
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string;
  readonly item: string | null;
  readonly message: string;
  readonly quote: string | null;
  readonly fix: { readonly value: CellValue } | null;
}

/** One finding as plain data, keys in the order of the contract. */
export function toJson(view: FindingView): FindingJson {
  return {
    id: view.id,
    rule: view.rule,
    code: view.code,
    severity: view.severity,
    sheet: view.sheet,
    cell: view.cell,
    item: view.item,
    message: view.message,
    quote: view.quote,
    fix: view.fix === null ? null : { value: view.fix.value },
  };
}

/** The array as text, one finding a line. */
export function formatJson(views: readonly FindingView[]): string {
  return views.length === 0 ? "[]" : `[\n${views.map((view) => JSON.stringify(toJson(view))).join(",\n")}\n]`;
}
