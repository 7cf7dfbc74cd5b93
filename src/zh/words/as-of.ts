/** Read by src/ledger/fields/as-of.ts. */
export const asOf = {
  cutOff: ["统计(?:时间)?截[止至]", "数据截[止至]", "截[止至]"],
  report: [
    ["填报", "填表", "报送", "上报", "制表", "更新"],
    ["时间", "日期"],
  ],
  feedbackLabel: ["时间", "日期"],
} as const;
