/**
 * The unit a whole table belongs to, where no column names any: the sheet is called after it (a workbook with a sheet a
 * unit), a line above the header says so (填报单位：…), or the title begins with it.
 */
import { trimText } from "../../zh/text";
import { re } from "../../zh/pattern";
import { MONEY_UNITS, OTHER_MEASURES } from "../../zh/words/amounts";
import { sheetUnit as words } from "../../zh/words/sheet-unit";
import type { SheetUnit, UnitDirectory } from "../types";
import { isUnitName } from "./unit";

const LABELLED = re`(?:^|[\s(（])${words.label}(?:名称)?(?:[(（][^)）]{0,8}[)）])?[:：]\s*([^\s:：]{2,30}?)(?:[(（](?:盖?公?章)[)）])?(?=$|[\s,，;；]|${words.nextLabel})`;
const TITLE_END = re`(?:${words.titleEnd}|20\d\d|[“"「(（])`;
const SHEET_END = re`(?:${words.sheetEnd}|[(（]\d{1,3}[)）]|\d{1,3}[项条个]?)$`;
/** 内科, 财办: two characters are no unit in running text, but the name of a sheet. */
const SHORT_UNIT = re`^[\u4e00-\u9fff]${words.shortEnd}$`;
const NOBODY = /^[_＿\s…-]*$/;
/** 单位：万元 tells in what is counted, and is nobody's name. */
const MEASURE = re`^(?:人民币)?(?:${MONEY_UNITS.map(([word]) => word)}|${OTHER_MEASURES})$`;

/**
 * @param lines lines above the header, the title among them
 * @example unitOfSheet("财务科", ["巡察反馈问题整改台账"], "巡察反馈问题整改台账", null) // { text: "财务科", from: "sheet" }
 */
export function unitOfSheet(
  sheet: string,
  lines: readonly string[],
  title: string,
  directory: UnitDirectory | null,
): SheetUnit | null {
  const name = trimText(sheet)
    .replace(/^\d{1,3}[.、\s-]*/, "")
    .replace(SHEET_END, "");
  if (isUnitName(name, directory) || SHORT_UNIT.test(name)) return { text: name, from: "sheet" };
  for (const line of lines) {
    const stated = LABELLED.exec(line)?.[1];
    if (stated !== undefined && !NOBODY.test(stated) && !MEASURE.test(stated)) return { text: stated, from: "line" };
  }
  const end = TITLE_END.exec(title);
  const head = end ? trimText(title.slice(0, end.index)) : "";
  return isUnitName(head, directory) ? { text: head, from: "title" } : null;
}
