import type { PackageEditor } from "./package-editor";
import { relationshipTypes } from "./relationship-types";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const STYLES_PART = "xl/styles*.xml";

/** The least a style sheet must hold. */
const LEAST_STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** The workbook's styles part; a workbook without one gets the least there can be. */
export function ensureStyles(editor: PackageEditor): string {
  const workbook = editor.workbook();
  if (workbook.styles) return workbook.styles;
  const part = editor.freeName(STYLES_PART);
  editor.add(part, LEAST_STYLES, STYLES_TYPE);
  editor.relate(workbook.part, relationshipTypes(editor).styles, part);
  return part;
}

/** Takes the styles part out again when it holds nothing but what `ensureStyles` put there. */
export function removeLeastStyles(editor: PackageEditor): void {
  const { part, styles } = editor.workbook();
  if (styles === null || !editor.text(styles).endsWith(LEAST_STYLES)) return;
  editor.remove(styles);
  editor.unrelate(part, styles);
}

/** Styles of a sheet's cells, rows and columns. */
export function sheetStyles(editor: PackageEditor, part: string): Set<number> {
  const styles = new Set<number>();
  for (const match of editor.text(part).matchAll(/\s(?:s|style)=["'](\d{1,6})["']/g)) styles.add(Number(match[1]));
  return styles;
}
