/** Blanks and invisible characters as they stand, so that one sees what changes. */
import type { CellValue } from "../../grid";

/** As word processors show them. @example visibleFindings("办公室 ") // "办公室·" */
export function visibleFindings(value: CellValue): string {
  if (value === null || value === "") return "∅";
  return String(value)
    .replace(/ /g, "·")
    .replace(/\u00a0/g, "°")
    .replace(/\u3000/g, "□")
    .replace(/[\u200b-\u200d\ufeff\u2060]/g, "¦");
}
