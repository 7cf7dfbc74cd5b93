/** Read by src/ledger/columns/columns.ts. */
export const columns = {
  doneBand: ["进展", "完成情况", "落实", "成效", "结果", "销号", "办结", "实际", "整改情况", "办理情况"],
  planBand: ["计划", "要求", "时限", "安排", "责任", "措施", "方案", "任务", "期限"],
  settleProblemColumnsNextSteps: ["^下一?步", "^下阶段"],
  responsibilityBand: ["责任", "分工"],
} as const;
