/** Headers that only count their columns: 列3, 字段3, Column3, F3. */
import { isBlank, MAX_COLS, type CellValue } from "../../grid";
import { re } from "../../zh/pattern";
import { columns as words } from "../../zh/words/columns";
import { foldHeader } from "./header-words";

const SAYS_NOTHING = re`^${words.nothing}?\s*[0-9A-Za-z一二三四五六七八九十]{0,3}$`;
const ONLY_COUNTS = re`^(?:${words.nothing}|F)\s*[0-9A-Za-z一二三四五六七八九十]{1,3}$`;
const FEWEST_COLUMNS = 3;
/** Ideographs that such headers begin with: what most cells are told from them by. */
const FIRST_CHARS: ReadonlySet<number> = new Set(words.nothing.map((word) => word.charCodeAt(0)));

/**
 * Whether a header only counts its column.
 * @example saysNothing("列3") // true
 */
export function saysNothing(folded: string): boolean {
  return SAYS_NOTHING.test(folded);
}

/** Whether a row is a header of such words throughout, whatever stands around it. */
export function isNamelessHeader(values: readonly CellValue[] | undefined): boolean {
  let filled = 0;
  const width = Math.min(values?.length ?? 0, MAX_COLS);
  for (let col = 0; col < width; col++) {
    const value = values?.[col] ?? null;
    if (isBlank(value)) continue;
    if (typeof value !== "string" || value.length > 12) return false;
    const code = value.charCodeAt(0);
    if (code >= 0x4e00 && code <= 0x9fff && !FIRST_CHARS.has(code)) return false;
    if (!ONLY_COUNTS.test(foldHeader(value))) return false;
    filled++;
  }
  return filled >= FEWEST_COLUMNS;
}
