/** Read by src/ledger/kind.ts. */
export const kind = {
  /** Who found the problems of a list that is handed on. */
  foundBy: ["测评", "检查", "排查", "督查", "督导", "暗访", "巡查", "抽查", "考核", "创建", "点位", "整治", "突出"],
  list: ["表", "单", "清单", "台账", "情况", "函", "$"],
  /** What is to be done, where nothing is said to be wrong. */
  work: [
    "督办",
    "督查事项",
    "重点工作",
    "重点任务",
    "重点事项",
    "重大事项",
    "工作任务",
    "工作要点",
    "目标任务",
    "年度任务",
    "绩效任务",
    "绩效",
    "任务(?:分解|清单|台账|表|落实|完成|推进)",
    "工作(?:推进|落实|督导)(?:台账|表|清单)",
    "会议(?:议定|决定)?事项",
    "议定事项",
    "批示(?:件|事项)",
    "民生实事",
  ],
  /** What makes them problems all the same. */
  wrong: [
    "问题",
    "隐患",
    "整改",
    "反馈",
    "巡[察视]",
    "审计",
    "督察",
    "缺陷",
    "不足",
    "整治",
    "不符合",
    "违[规法]",
    "风险",
  ],
} as const;
