/** Words of rates, shares and their changes. */

/** Read by src/proofread/rules/percent-over-hundred.ts. */
export const percentOverHundred = {
  share: [
    "(?:整改|完成|办结|销号|到位|落实|覆盖|合格|达标|知晓|满意|参与|参加|参会|参培|出勤|办证|持证|签约|入库|普及|通过|接种|规范化管理|管理|建档|公开|到会|化解|结案|就诊|回访|占)(?:率|比)$",
    "占比$",
    "比例$",
  ],
  notShare: [
    "增长",
    "增速",
    "增幅",
    "同比",
    "环比",
    "超额",
    "任务",
    "目标",
    "投资",
    "资金到位",
    "计划",
    "预算",
    "提高",
    "上升",
    "增加",
  ],
  findLabel: ["整改", "办结", "销号", "覆盖", "合格", "占"],
} as const;
