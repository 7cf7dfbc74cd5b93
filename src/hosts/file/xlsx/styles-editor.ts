import type { PackageEditor } from "./package-editor";
import { relationshipTypes } from "./relationship-types";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const STYLES_PART = "xl/styles.xml";

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
  if (!editor.has(STYLES_PART)) {
    editor.add(STYLES_PART, LEAST_STYLES, STYLES_TYPE);
    editor.relate(workbook.part, relationshipTypes(editor).styles, STYLES_PART);
  }
  return STYLES_PART;
}

/** Takes the styles part out again when it holds nothing but what `ensureStyles` put there. */
export function removeLeastStyles(editor: PackageEditor): void {
  const workbook = editor.workbook();
  const part = workbook.styles ?? STYLES_PART;
  if (!editor.has(part) || !editor.text(part).endsWith(LEAST_STYLES)) return;
  editor.remove(part);
  editor.unrelate(workbook.part, part);
}
