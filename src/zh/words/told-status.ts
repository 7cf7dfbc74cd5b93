/** Words that tell how far a matter is, in sentences. */

/** Read by src/proofread/rules/done-but-pending.ts. */
export const doneButPending = {
  laterDatesText: ["有效期", "期限", "合同", "每年", "长期", "持续", "至$"],
} as const;

/** Read by src/proofread/rules/fact-conflict.ts. */
export const factConflict = {
  spentAndLeftText: ["未", "没有", "尚"],
  spentAndLeftText2: ["收回", "上缴", "退回", "交回", "缴回"],
  everythingAndLessSubject: ["力争", "争取", "确保", "实现.{0,60}目标", "要求", "推动", "推进", "努力"],
  everythingAndLessRoot: ["覆盖", "完成"],
  everythingAndLessLabel: ["提高", "上升", "增长"],
} as const;

/** Read by src/proofread/rules/item-status.ts. */
export const itemStatus = {
  wordingOfText: [
    ["此项", "该项", "本项", "该", "此", "本"],
    ["问题", "事项", "任务"],
  ],
  deadlineWords: ["长期坚持", "年底前", "月底前", "底前", "之前", "前完成", "到位", "年内"],
  deadlinePart: ["底", "末", "前", "内"],
  deadlineText: ["前", "底", "末", "争取", "力争", "预计", "计划", "拟", "完成", "到位", "确保", "将", "时限", "期限"],
  deadlineText2: ["整改时限", "完成时限"],
  longTermText: ["并长期坚持", "并持续"],
} as const;

/** Read by src/proofread/rules/status-conflict.ts. */
export const statusConflict = {
  inLineText: ["的", "等"],
  inLineText2: ["的", "等"],
  /** What follows speaks of the others: 除3个问题正在整改外，其余均已完成整改. */
  othersText: ["外[，,]", "以外", "之外", "其余", "其他", "其它", "另外", "余下", "剩下"],
} as const;

/** Read by src/proofread/rules/status-conflict.ts: behind 持续. */
export const worksOn = {
  goesOn: ["整改", "推进", "坚持"],
} as const;
