/**
 * A large ledger for measuring: 12 columns, one to four measures an item with merged item cells, Chinese text, dates,
 * shared strings, as Excel would write it.
 */
import { zipSync } from "fflate";

const HEADER = [
  "序号",
  "反馈问题",
  "整改措施",
  "牵头单位",
  "配合单位",
  "责任领导",
  "责任人",
  "整改时限",
  "整改状态",
  "整改进展",
  "完成时间",
  "备注",
];
const STATUSES = ["已完成", "正在整改", "基本完成", "未完成", "长期坚持"];
const ITEM_COLUMNS = ["A", "B", "D", "F"];

export interface MadeLedger {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

export interface Untidiness {
  /** Every so many items the unit is written with blanks around it, which the rule `space` mends. */
  readonly everyUnit?: number;
}

/** Makes a workbook of `rows` data rows. The same arguments give the same bytes. */
export function makeLedger(rows: number, { everyUnit = 0 }: Untidiness = {}): MadeLedger {
  const strings: string[] = [];
  const indexes = new Map<string, number>();
  const shared = (text: string): number => {
    let index = indexes.get(text);
    if (index === undefined) {
      index = strings.length;
      indexes.set(text, index);
      strings.push(text);
    }
    return index;
  };
  const parts: string[] = [];
  const merges: string[] = [];
  const cell = (col: string, row: number, text: string): string =>
    `<c r="${col}${row}" s="1" t="s"><v>${shared(text)}</v></c>`;
  const number = (col: string, row: number, style: number, value: number): string =>
    `<c r="${col}${row}" s="${style}"><v>${value}</v></c>`;
  const blank = (col: string, row: number): string => `<c r="${col}${row}" s="1"/>`;
  const letters = "ABCDEFGHIJKL";
  parts.push(`<row r="1" spans="1:12">${HEADER.map((text, i) => cell(letters.charAt(i), 1, text)).join("")}</row>`);
  let row = 2;
  let item = 0;
  while (row <= rows + 1) {
    item++;
    const measures = Math.min(1 + (item % 4), rows + 2 - row);
    for (let m = 0; m < measures; m++, row++) {
      const first = m === 0;
      parts.push(
        `<row r="${row}" spans="1:12" ht="54" customHeight="1">`,
        first ? number("A", row, 1, item) : blank("A", row),
        first ? cell("B", row, `学习贯彻上级决策部署有差距，第${item}项具体问题，落实不够到位`) : blank("B", row),
        cell("C", row, `制定第${item}项问题的第${m + 1}条措施，明确任务分工，按月调度推进，完善长效机制`),
        first ? cell("D", row, `某县第${item % 37}单位${item % everyUnit === 0 ? " " : ""}`) : blank("D", row),
        cell("E", row, `某县第${item % 23}单位、某县第${item % 19}单位`),
        first ? cell("F", row, `某${item % 11}`) : blank("F", row),
        cell("G", row, `甲某${item % 13}`),
        number("H", row, 2, 45800 + ((item * 7 + m) % 300)),
        cell("I", row, STATUSES[(item + m) % 5] ?? ""),
        cell("J", row, `已召开专题会议${(item % 9) + 1}次，印发通知，第${row}行进展正常`),
        (item + m) % 5 === 0 ? number("K", row, 2, 45700 + (row % 200)) : blank("K", row),
        blank("L", row),
        "</row>",
      );
    }
    if (measures > 1)
      for (const col of ITEM_COLUMNS) merges.push(`<mergeCell ref="${col}${row - measures}:${col}${row - 1}"/>`);
  }
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
  const files: Record<string, string> = {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook ${main} xmlns:r="${relationships}"><sheets><sheet name="问题整改台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `${declaration}<styleSheet ${main}><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `${declaration}<worksheet ${main} xmlns:r="${relationships}"><dimension ref="A1:L${rows + 1}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14"/><sheetData>${parts.join("")}</sheetData><mergeCells count="${merges.length}">${merges.join("")}</mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
    "xl/sharedStrings.xml": `${declaration}<sst ${main} uniqueCount="${strings.length}">${strings.map((s) => `<si><t${s.endsWith(" ") ? ' xml:space="preserve"' : ""}>${s}</t></si>`).join("")}</sst>`,
  };
  const encoder = new TextEncoder();
  const zipped = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])));
  return { bytes: zipped, rows };
}
