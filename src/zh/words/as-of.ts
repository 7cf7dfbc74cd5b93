/** Read by src/ledger/fields/as-of.ts. */
export const asOf = {
  cutOff: ["统计(?:时间)?截[止至]", "数据截[止至]", "截[止至]", "统计时点", "统计(?:时间|日期)(?=[:：])"],
  /** In a period, or behind it: its last day is meant. */
  periodEnds: ["[季半]", "[底末终]$"],
  report: [
    ["填报", "填表", "报送", "上报", "制表", "更新"],
    ["时间", "日期"],
  ],
  feedbackLabel: ["时间", "日期"],
} as const;

/** Behind the month in a title that tells when a ledger was made up: 2025年10月份整改台账. Read by src/notice/document/day-asked.ts. */
export const TITLE_MONTH_TAILS: readonly string[] = [
  "份",
  "底",
  "末",
  "整改",
  "问题",
  "台账",
  "进展",
  "情况",
  "进度",
  "月报",
  "报表",
  "统计",
  "[)）】〕]",
];
