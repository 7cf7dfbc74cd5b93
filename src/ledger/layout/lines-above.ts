/** The lines above a header: the title, who and when, a section that stands above instead of below. */
import { plainText, type Area } from "../../grid";
import { re } from "../../zh/pattern";
import { layout as words } from "../../zh/words/layout";
import { foldKey } from "../../zh/text";
import type { Band } from "./header-bands";
import type { SheetRows } from "./sheet-rows";
import type { TableRegion } from "./table-region";

const MOST_LINES = 12;
const TITLE_WORDS = ["台账", "清单", "一览", "汇总", "明细", "登记表", "统计表", "情况表", "进度表", "表", "情况"];
const INFO_FRONTS = [
  "填报",
  "填表",
  "报送",
  "上报",
  "制表",
  "统计",
  "单位:",
  "单位名称:",
  "日期:",
  "时间:",
  "截至",
  "截止",
  "数据截",
  "反馈时间",
  "反馈日期",
  "联系",
  "审核",
  "密级",
  "编号:",
  "附件",
  "附表",
];
const SECTION_MARK = re`^${words.sectionMark}`;

interface LinesAbove {
  readonly top: number;
  readonly titleRow: number | null;
  readonly title: string;
  readonly section: string | null;
  readonly lines: readonly string[];
}

export function linesAbove(sheet: SheetRows, header: Area, floor: number): string[] {
  const texts: string[] = [sheet.grid.sheet, ...(sheet.grid.caption ?? [])];
  for (let row = header.top - 1; row >= floor && texts.length < MOST_LINES; row--) {
    for (const col of sheet.filled(row).slice(0, 8)) texts.push(clipped(plainText(sheet.value(row, col))));
  }
  return texts;
}

/** What titles of tables are called. */
const LONGEST_NAME = 30;
const NAMES_TABLE = re`${words.namesTable}`;

const TITLE_TOP_FIRST = re`^${words.titleTopFirst}`;

/** First row of the title block above a row: lone texts and 填报 lines, nothing that looks like data. */
export function titleTop(sheet: SheetRows, headerTop: number, floor: number): number {
  let top = headerTop;
  let blanks = 0;
  let gap = false;
  let titled = false;
  for (let row = headerTop - 1; row >= floor && headerTop - row <= MOST_LINES; row--) {
    const cols = sheet.filled(row);
    if (cols.length === 0) {
      if (++blanks > 3) break;
      gap = top < headerTop;
      continue;
    }
    const texts = cols.map((col) => foldKey(clipped(plainText(sheet.value(row, col)))));
    // A gap above a title or 填报单位 separates it from the table before, unless the name of a table stands over the gap.
    const first = texts[0] ?? "";
    if (gap && (floor === 0 ? titled : first.length > LONGEST_NAME || !NAMES_TABLE.test(first))) break;
    const isInfo = texts.some((text) => INFO_FRONTS.some((front) => text.startsWith(front)));
    const lone = cols.length === 1 && typeof sheet.value(row, cols[0] as number) === "string";
    if (
      floor > 0
        ? !lone && !(isInfo && !texts.some((text) => text.startsWith("审核") || text.startsWith("填报人")))
        : cols.length > 8
    )
      break;
    if (floor > 0 && TITLE_TOP_FIRST.test(first)) break;
    top = row;
    if (!isInfo) titled = true;
  }
  return top;
}

export function linesAboveTable(sheet: SheetRows, headerTop: number, floor: number, band: Band): LinesAbove {
  const top = titleTop(sheet, headerTop, floor);
  const lines: string[] = [];
  let best: { row: number; text: string; score: number } | null = null;
  let section: string | null = null;
  const width = band.header.right - band.header.left + 1;
  for (let row = top; row < headerTop; row++) {
    const cols = sheet.filled(row);
    let lineText = "";
    for (const col of cols) {
      const text = clipped(lineValue(sheet, row, col));
      lineText = lineText === "" ? text : `${lineText} ${text}`;
    }
    if (lineText === "") continue;
    lines.push(lineText);
    const folded = foldKey(lineText);
    if (INFO_FRONTS.some((front) => folded.startsWith(front))) continue;
    const spread = Math.min(1, sheet.widthAt(row, cols[0] as number) / width);
    const worded = TITLE_WORDS.some((word) => folded.includes(word)) ? 2 : 0;
    const heading = SECTION_MARK.test(folded);
    if (heading && worded === 0 && row > top) section = clipped(plainText(sheet.value(row, cols[0] as number)));
    const score = worded + spread - (heading ? 0.5 : 0) - (cols.length > 2 ? 2 : 0);
    if (!best || score > best.score)
      best = { row, text: clipped(plainText(sheet.value(row, cols[0] as number))), score };
  }
  if (best && section === best.text) section = null;
  const caption = floor === 0 ? (sheet.grid.caption ?? []).map(clipped) : [];
  return {
    top,
    titleRow: best?.row ?? null,
    title: best?.text ?? captionTitle(caption),
    section,
    lines: [...caption, ...lines],
  };
}

/** The title among the lines above a table of a document: the last that is worded like one, else the last of all. */
function captionTitle(caption: readonly string[]): string {
  const names = caption.filter((line) => !INFO_FRONTS.some((front) => foldKey(line).startsWith(front))).reverse();
  return names.find((line) => TITLE_WORDS.some((word) => foldKey(line).includes(word))) ?? names[0] ?? "";
}

/** Dates in a line of their own cell (统计截止时间： | 45940) are read later; they stay numbers here, marked as serials. */
function lineValue(sheet: SheetRows, row: number, col: number): string {
  const value = sheet.value(row, col);
  return typeof value === "number" ? `\u{1F4C5}${value}` : plainText(value);
}

/** The mark before a number that stands alone in a line above a header (see as-of.ts). */
export const SERIAL_MARK = "\u{1F4C5}";

const LONGEST_LINE = 300;
const clipped = (text: string): string => text.slice(0, LONGEST_LINE);

/** Whether the lines above a repeated header begin a table of their own: another title that names a table. */
export function startsAnotherTable(above: LinesAbove, table: TableRegion): boolean {
  if (above.titleRow === null || above.title === table.title) return false;
  const folded = foldKey(above.title);
  return NAMES_TABLE.test(folded) || /\d月/.test(folded);
}
