/** Read by src/ledger/read-workbook.ts. */
export const readWorkbook = {
  linesOfText: ["截至", "截止"],
  mayStateDateText: ["填报", "填表", "制表", "审核", "报送", "注", "备注", "说明", "统计截", "数据截", "截至"],
} as const;

/** Sheets that we write about ledgers, which are none themselves: name and title. */
export const OUR_SHEETS = {
  comparison: { sheet: "对比汇总", title: "与上期对比汇总表" },
  changes: { sheet: "变化明细", title: "与上期相比变化明细" },
  merged: { sheet: "汇总情况", title: "各单位报送汇总情况" },
  filled: { sheet: "回填情况", title: "各单位反馈回填情况" },
  unsettled: { sheet: "待人工确认", title: "待人工确认的对应关系" },
} as const;
