/** Formatter "json": the `findings` array of the published contract (schema 1). */
import type { FindingView } from "./view";

/** A finding as the JSON contract names it: its view without what only the text is grouped and painted by. */
export type FindingJson = Omit<FindingView, "row" | "name" | "unit">;

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
