/** Cells of a column of extensions (延期至) that give none. */
import { isBlank, type CellValue } from "../../grid";
import { re } from "../../zh/pattern";
import { foldKey } from "../../zh/text";
import { deadline as words } from "../../zh/words/deadline";

const NO_EXTENSION = re`^${words.noExtension}$`;
const LONGEST = 12;

/**
 * Whether a cell under 延期至 says that the deadline stays as it was.
 * @example isNoExtension("未延期") // true
 */
export function isNoExtension(value: CellValue): boolean {
  if (isBlank(value)) return true;
  return typeof value === "string" && value.length <= LONGEST && NO_EXTENSION.test(foldKey(value));
}
