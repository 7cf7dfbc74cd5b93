/** Read by src/ledger/read-workbook.ts. */
export const readWorkbook = {
  linesOfText: ["截至", "截止"],
  mayStateDateText: ["填报", "填表", "制表", "审核", "报送", "注", "备注", "说明", "统计截", "数据截", "截至"],
} as const;
