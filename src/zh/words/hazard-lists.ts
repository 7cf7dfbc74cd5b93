/** Read by src/check/rules/column-missing.ts: lists that one place keeps of itself, where nobody but itself answers. */
export const hazardLists = {
  words: [
    "隐患",
    "不符合项",
    "自查",
    "巡检",
    "点检",
    "安全检查",
    "现场检查",
    "检查(?:记录)?表",
    "检查记录",
    "检查清单",
  ],
  /** Whoever inspects from above names who answers. */
  fromAbove: ["巡[察视]", "审计", "督察", "反馈"],
} as const;
