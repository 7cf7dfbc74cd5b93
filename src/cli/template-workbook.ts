/**
 * The template ledger of `taizhang new`: a table with drop-downs, a sheet of units and a filled example row. Built with
 * exceljs, loaded only here, because it can write data validations.
 */
import type { Workbook, Worksheet } from "exceljs";

/** Rows that carry drop-downs and formats, the example included. */
const PREPARED_ROWS = 300;
const UNIT_ROWS = 200;
const HEADER_ROW = 3;

const STATUSES = ["已完成", "基本完成", "阶段性完成", "部分完成", "正在整改", "长期坚持", "未完成", "申请延期"];

interface Column {
  readonly header: string;
  readonly width: number;
  readonly example: string | number;
  readonly note: string;
  readonly list?: string;
  readonly format?: string;
}

const DATE_FORMAT = 'yyyy"年"m"月"d"日"';

const COLUMNS: readonly Column[] = [
  { header: "序号", width: 7, example: "示例", note: "从 1 起连续编号，一个问题一个序号" },
  { header: "类别", width: 16, example: "全面从严治党方面", note: "问题所属的方面，可不填" },
  { header: "反馈问题", width: 36, example: "某项制度执行不到位", note: "按反馈意见原文填写" },
  {
    header: "整改措施",
    width: 36,
    example: "修订制度并组织学习",
    note: "一行一条措施；同一问题的多条措施，序号和问题可合并或留空",
  },
  { header: "责任领导", width: 12, example: "某某", note: "牵头的负责同志" },
  {
    header: "责任单位",
    width: 20,
    example: "示例单位办公室",
    note: "从下拉列表选择；多个单位用顿号分隔并注明（牵头）（配合）",
    list: `单位名录!$A$2:$A$${UNIT_ROWS + 1}`,
  },
  { header: "整改时限", width: 18, example: "2025年12月底前", note: "写明年月日；长期坚持的写“长期坚持”" },
  { header: "整改状态", width: 14, example: "已完成", note: "从下拉列表选择", list: `"${STATUSES.join(",")}"` },
  { header: "整改进展情况", width: 40, example: "已修订印发制度，并组织全员学习。", note: "写已经做到的事和结果" },
  { header: "完成时间", width: 16, example: 45992, note: "状态为已完成时填写", format: DATE_FORMAT },
  { header: "佐证材料", width: 22, example: "制度文本、学习签到表", note: "状态为已完成时填写" },
  { header: "备注", width: 16, example: "填写前请删除本行", note: "" },
];

/** Bytes of the template workbook. */
export async function templateWorkbook(): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook: Workbook = new exceljs.Workbook();
  workbook.creator = "taizhang";
  drawLedger(workbook.addWorksheet("整改台账", { views: [{ state: "frozen", xSplit: 3, ySplit: HEADER_ROW }] }));
  drawUnits(workbook.addWorksheet("单位名录"));
  drawGuide(workbook.addWorksheet("填写说明"));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function drawLedger(sheet: Worksheet): void {
  const last = COLUMNS.length;
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  sheet.mergeCells(1, 1, 1, last);
  const title = sheet.getCell(1, 1);
  title.value = "××单位巡察反馈问题整改台账";
  title.font = { bold: true, size: 18 };
  title.alignment = { horizontal: "center", vertical: "middle" };
  sheet.getRow(1).height = 32;
  sheet.mergeCells(2, 1, 2, last);
  sheet.getCell(2, 1).value = "填报单位：　　　　　　　　填报人：　　　　　　　　填报时间：";
  COLUMNS.forEach(({ header, example }, index) => {
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.value = header;
    cell.font = { bold: true };
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EEF7" } };
    sheet.getCell(HEADER_ROW + 1, index + 1).value = example;
    sheet.getCell(HEADER_ROW + 1, index + 1).font = { italic: true, color: { argb: "FF7F7F7F" } };
  });
  for (let row = HEADER_ROW; row <= HEADER_ROW + PREPARED_ROWS; row += 1) {
    COLUMNS.forEach((column, index) => prepareCell(sheet, row, index + 1, column));
  }
  sheet.pageSetup = { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  sheet.pageSetup.printTitlesRow = `${HEADER_ROW}:${HEADER_ROW}`;
}

function prepareCell(sheet: Worksheet, row: number, col: number, column: Column): void {
  const cell = sheet.getCell(row, col);
  const side = { style: "thin" as const, color: { argb: "FFBFBFBF" } };
  cell.border = { top: side, left: side, bottom: side, right: side };
  if (row === HEADER_ROW) return;
  cell.alignment = { vertical: "top", wrapText: true };
  if (column.format !== undefined) cell.numFmt = column.format;
  if (column.list !== undefined) {
    cell.dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [column.list],
      // A unit beside others, or a status in other words, stays allowed: the check tells what it cannot read.
      showErrorMessage: false,
      showInputMessage: true,
      promptTitle: column.header,
      prompt: column.note,
    };
  }
}

function drawUnits(sheet: Worksheet): void {
  sheet.columns = [{ width: 36 }, { width: 24 }];
  sheet.addRow(["单位名称", "简称"]);
  sheet.addRow(["示例单位办公室", "办公室"]);
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: "frozen", ySplit: 1 }];
}

function drawGuide(sheet: Worksheet): void {
  sheet.columns = [{ width: 18 }, { width: 80 }];
  sheet.addRow(["填写说明"]);
  sheet.getRow(1).font = { bold: true, size: 14 };
  for (const { header, note } of COLUMNS) if (note !== "") sheet.addRow([header, note]);
  sheet.addRow(["核验", "填好后运行 taizhang check 文件名，或在 Excel、网页版台账助手中打开核验。"]);
}
