/** Read by src/ledger/layout/subtotals.ts. */
export const subtotals = {
  word: [
    ["本页", "累计"],
    ["小计", "合计数?", "总计数?", "共计", "总数"],
  ],
  phrase: [
    ["个", "项", "条", "件", "名", "人次"],
    [
      "具体问题",
      "反馈问题",
      "主要问题",
      "问题",
      "信访件",
      "信访事项",
      "线索",
      "事项",
      "整改措施",
      "措施",
      "整改任务",
      "任务",
      "人",
    ],
  ],
  subtotalsPlain: ["个", "项", "条", "件", "人", "名"],
  statedInWordsBefore: ["未", "正在", "部分", "阶段", "基本", "不"],
  statedInWordsBefore2: ["已完成", "已整改", "已办结", "完成整改"],
} as const;
