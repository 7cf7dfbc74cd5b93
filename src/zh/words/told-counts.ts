/** What a count in a sentence is a count of. */

/** Read by src/proofread/rules/count-body.ts. */
export const countBody = {
  nounOfAfter: ["具体问题", "主要问题", "反馈问题", "问题线索", "信访件", "问题", "事项"],
} as const;

/** Read by src/proofread/rules/told-twice.ts. */
export const toldTwice = {
  aboutFeedbackHead: ["分解", "细化", "梳理", "自查", "延伸", "排查", "查摆", "形成", "共性", "发现"],
  leftOfThem: ["其余", "剩余", "余下", "剩下", "尚余", "还剩", "尚剩", "另有", "另外"],
  frame: [
    "\\d+(?:个|大)?(?:方面|大类|类)",
    "\\d+(?:年|月|日)?",
    "巡[察视]组?",
    "反馈",
    "意见",
    "[省市县区]委",
    "上述",
    "以上",
    "全部",
    "所有",
    "目前",
    "截至",
    "对照",
    "针对",
    "围绕",
    "总共",
    "共",
    "这",
    "中",
    "的",
    "[底，、]",
  ],
  qualifiers: [
    "第?[一二两三四五六七八九十][轮批]",
    "[上本][轮批]",
    "中央",
    "省级",
    "市级",
    "县级",
    "区级",
    "省委",
    "市委",
    "县委",
    "区委",
    "党委",
    "常规",
    "专项",
    "机动",
    "提级",
    "巡视",
    "巡察",
    "审计",
    "督察",
    "督查",
    "督导",
    "自查",
    "检查",
    "评估",
    "考核",
    "选人用人",
    "意识形态",
    "粮食",
    "营商",
    "主题教育",
    "环保",
    "信访",
    "移交",
    "第[一二三四五六七八九十]+轮",
  ],
  nounOfAfter: ["具体问题", "主要问题", "问题", "事项"],
} as const;

/** Read by src/proofread/against/rules.ts. */
export const againstLedger = {
  ratesOfLabel: ["完成", "整改", "办结", "到位", "销号", "落实"],
  personsBefore: [
    ["了", "处理", "干部", "追究", "人员", "共", "共计"],
    ["共", "合计"],
  ],
  personsBefore2: ["了", "处理", "干部", "追究", "人员", "共", "共计"],
} as const;
