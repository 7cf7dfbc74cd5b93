/** Lines without words. */
import { isHan } from "../../zh/plain";
import type { Line } from "../types";

/** Whether a line holds nothing but blanks; a missing line does, too. */
export function isBlankLine(line: Line | undefined): boolean {
  if (line === undefined || line.indent >= line.plain.length) return true;
  return !isHan(line.plain.charCodeAt(line.indent)) && line.indent >= line.plain.trimEnd().length;
}
