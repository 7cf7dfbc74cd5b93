/** Read by src/reading/claims/told-days.ts and the rules date-sequence, period-length, title-month. */
export const noticeDays = {
  /** What a notice is made public for. */
  publicity: ["公示期限", "公示时间", "公示日期", "公示期", "公开期限", "公开时间", "公布时间"],
  /** Behind the days on which a notice is public: 自9月1日至9月10日予以公示. */
  madePublic: ["公示"],
  /** 公示牌, 公示栏 are things. */
  publicityNouns: ["牌", "栏", "墙", "制度", "期", "信息", "情况"],
  /** What is fed back of another inspection. */
  otherRound: ["上一?[轮次]", "此前", "往年", "前一?[轮次]"],
  asOf: ["截至", "截止到", "截止至", "截止"],
  /** What an as-of day is told of, where it is the rectification's own. */
  counted: ["整改", "完成", "办结", "销号", "解决", "化解", "反馈", "问题"],
  /** Work that follows the feedback. */
  issued: ["审议", "研究", "讨论", "印发", "下发", "制定", "出台", "形成"],
  planned: ["整改[^，。；]{0,12}(?:方案|清单|台账|措施|计划)", "集中整改"],
  fedBack: ["意见", "问题", "会", "巡察意见", "巡察问题", "大会"],
  /** A day held against another one. */
  against: ["晚于", "早于"],
  again: ["再次", "另", "回访", "回头看", "新一轮", "下一轮", "又"],
  /** Deliberation, and the issue that follows it. */
  deliberated: ["审议", "审定", "研究通过", "审核通过", "讨论通过", "集体研究", "会议研究"],
  promulgated: ["印发", "下发", "出台", "公布", "施行"],
  /** Something told as done. */
  told: [
    "召开",
    "开展",
    "组织",
    "印发",
    "下发",
    "举办",
    "修订",
    "制定",
    "出台",
    "举行",
    "完成",
    "通报",
    "约谈",
    "退回",
    "收回",
    "清退",
    "上缴",
  ],
  /** Something that lies ahead, or a stretch of time. */
  ahead: [
    "将",
    "拟",
    "计划",
    "预计",
    "争取",
    "力争",
    "时限",
    "期限",
    "有效期",
    "[前起止至到]$",
    "底前",
    "以前",
    "之前",
    "届时",
    "后续",
    "下一步",
  ],
  early: ["立行立改", "即知即改", "边巡边改", "边查边改", "期间", "同步"],
  /** What a stretch of time is told of with its length. */
  period: [
    "集中整改",
    "整改期",
    "整治",
    "公示",
    "公开",
    "为期",
    "期限",
    "时限",
    "限期",
    "历时",
    "时间",
    "进驻",
    "巡察",
    "[共计]",
  ],
  lengthUnits: ["个月", "个工作日", "个自然日", "天", "周", "日"],
  /** 15日 is a length, not a day of a month, only behind these. */
  lengthBefore: ["公示期", "公示时间", "公示期限", "期限", "为期", "共", "历时"],
  numerals: ["[一二三四五六七八九十]"],
  groups: ["组", "小组", "督查组", "督导组", "检查组", "工作组", "分组"],
  halves: ["上", "下"],
  quarters: ["一", "二", "三", "四", "[1-4]"],
  asFollows: ["(?:通报|公布|报告|汇报|公示)如下", "予以(?:通报|公布|公示)"],
  titleSubject: ["整改", "工作", "进展", "情况", "巡察", "督查", "运行", "通报", "月报"],
} as const;
