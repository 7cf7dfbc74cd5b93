/** A finding as the published contract names it (schema 1). */
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
