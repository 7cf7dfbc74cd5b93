import type { PartSource } from "./package";
import { isTrue } from "./workbook-part";
import { XmlScanner } from "./xml-scanner";

/** What of a cell's style matters for reading it: per index into cellXfs. */
export interface CellStyles {
  /** Number format code; undefined for General. */
  readonly formats: readonly (string | undefined)[];
  readonly struck: readonly boolean[];
  /** Whether the cell may be edited on a protected sheet. */
  readonly unlocked: readonly boolean[];
}

const NO_STYLES: CellStyles = { formats: [], struck: [], unlocked: [] };

/**
 * Built-in number formats (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 depend on the language; these are the codes for
 * zh-CN, which Chinese Excel and WPS write without spelling them out.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"¥"#,##0;"¥"\\-#,##0'],
  [6, '"¥"#,##0;[Red]"¥"\\-#,##0'],
  [7, '"¥"#,##0.00;"¥"\\-#,##0.00'],
  [8, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "yyyy/m/d"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, "#,##0;\\-#,##0"],
  [38, "#,##0;[Red]\\-#,##0"],
  [39, "#,##0.00;\\-#,##0.00"],
  [40, "#,##0.00;[Red]\\-#,##0.00"],
  [41, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** Reads formats, strike-through and locks of the cell styles; a workbook without a styles part has none. */
export function readCellStyles(pack: PartSource, part: string | null): CellStyles {
  if (part === null) return NO_STYLES;
  const scanner = new XmlScanner(pack.text(part), part, pack.limits.depth);
  const custom = new Map<number, string>();
  const fontStruck: boolean[] = [];
  const formats: (string | undefined)[] = [];
  const struck: boolean[] = [];
  const unlocked: boolean[] = [];
  const path: string[] = [];
  let main = "";
  while (scanner.next()) {
    if (scanner.kind === "close") path.length = scanner.depth;
    if (scanner.kind !== "open") continue;
    if (scanner.depth === 1) main = scanner.namespace;
    path[scanner.depth - 1] = scanner.namespace === main ? scanner.local : "";
    const section = path[1] ?? "";
    const local = path[scanner.depth - 1];
    if (section === "numFmts" && local === "numFmt" && scanner.depth === 3) {
      custom.set(Number(scanner.attribute("numFmtId")), scanner.attribute("formatCode") ?? "");
    } else if (section === "fonts" && local === "font" && scanner.depth === 3) {
      fontStruck.push(false);
    } else if (section === "fonts" && local === "strike" && scanner.depth === 4) {
      fontStruck[fontStruck.length - 1] = isOn(scanner.attribute("val"));
    } else if (section === "cellXfs" && local === "xf" && scanner.depth === 3) {
      const id = Number(scanner.attribute("numFmtId") ?? "0");
      const code = custom.get(id) ?? BUILT_IN.get(id);
      formats.push(code === undefined || /^general$/i.test(code) ? undefined : code);
      struck.push(fontStruck[Number(scanner.attribute("fontId") ?? "0")] ?? false);
      unlocked.push(false);
    } else if (section === "cellXfs" && local === "protection" && scanner.depth === 4) {
      const locked = scanner.attribute("locked");
      unlocked[unlocked.length - 1] = locked !== undefined && !isTrue(locked);
    }
  }
  return { formats, struck, unlocked };
}

/** A boolean property of a font: there without a value means true. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || isTrue(value);
}
