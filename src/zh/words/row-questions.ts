/** Read by src/ledger/items/row-questions.ts. */
export const rowQuestions = {
  /** Where a problem should stand: there was none. */
  nothing: [
    "无",
    "/",
    "-+",
    "—+",
    "暂无",
    "没有",
    "(?:暂|均)?(?:无|未发现|没有发现|未反馈|未查出|未见)(?:存在)?(?:明显|突出|其他)?(?:问题|异常|隐患|不足)",
    "零报告",
  ],
} as const;
