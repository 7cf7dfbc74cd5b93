/** What a count in a sentence is a count of. */

/** Read by src/proofread/rules/count-body.ts. */
export const countBody = {
  nounOfAfter: ["具体问题", "主要问题", "反馈问题", "问题线索", "信访件", "问题", "事项"],
} as const;

/** Read by src/proofread/rules/told-twice.ts. */
export const toldTwice = {
  aboutFeedbackHead: [
    "分解",
    "细化",
    "梳理",
    "自查",
    "延伸",
    "排查",
    "查摆",
    "形成",
    "共性",
    "发现",
    "新增(?:完成|整改|办结|销号)",
  ],
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
    "第?[一二两三四五六七八九十][轮批次组期]",
    "[首次末][轮批次]",
    "[前中后]期",
    "第?[一二三四]季度",
    "[上下]半年",
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

/** Read by src/proofread/against/item-facts.ts: what a clause with a date tells of the whole item. */
export const itemFacts = {
  completed: ["完成整改", "整改完成", "整改完毕", "整改到位", "整改结束", "办结", "销号"],
  planned: ["计划", "预计", "确保", "力争", "拟于", "将于", "承诺"],
  allOfIt: ["全部", "全面", "全数", "整改到位", "完成整改", "整改完", "销号", "办结"],
  /** What may stand in one text and not in the other, and the fact is the same. */
  /** Put in, these make another fact of it. */
  turns: [
    "未",
    "不",
    "没",
    "无",
    "拟",
    "待",
    "将",
    "计划",
    "部分",
    "基本",
    "正在",
    "全",
    "约",
    "近",
    "余",
    "多",
    "[一二三四五六七八九十百千万]",
  ],
  light: ["已", "已经", "均", "均已", "都", "都已", "了", "业已", "共", "共计", "现已", "并", "并已", "也"],
} as const;

/** Read by src/proofread/against/rules.ts. */
export const againstLedger = {
  /** 完成率67%（应完成6个，其中已完成4个）: what a rate divides by, of what is due and of all that counts. */
  basesOfRate: { due: ["应完成", "应办结", "应整改", "应销号", "到期"], all: ["计入"] },
  /** What makes of a number one of some of all: those in delay, those of this month. */
  someOfThem: [
    "超期",
    "逾期",
    "超时",
    "临期",
    "到期",
    "未完成",
    "未整改",
    "未办结",
    "未销号",
    "未落实",
    "未解决",
    "未到位",
    "超过",
    "新增",
    "新完成",
    "新超期",
    "延期",
    "退回",
  ],
  /** Things that are measures to some, and problems to others. */
  tasks: ["任务", "事项"],
  /** Rates of money are none of items; what is signed off may have a column of its own. */
  ofMoney: ["金额", "资金", "款"],
  signedOff: ["销号"],
  doneAndKept: [
    "(?:完成|到位|办结|整改|销号)(?:整改)?[，、]?(?:并|且|并且|后|但)?(?:仍|还)?(?:需要?)?(?:长期|持续|常态化?)(?:坚持|推进|保持|巩固|整改)",
  ],
  joined: ["和", "与", "及", "以及", "、", "或"],
  /** 共47件 behind several wholes: what follows is told of their sum. */
  summed: ["共计?", "合计", "总计"],
  /** With a number and a status they tell of all there is. */
  allOfThem: ["全部", "均", "都", "全数", "悉数", "全面"],
  /** What lies ahead is no fact that a ledger could hold: 力争年底前24个问题全部完成. */
  ahead: [
    "力争",
    "争取",
    "确保",
    "预计",
    "有望",
    "拟[于在]",
    "承诺",
    "将[于在]",
    "目标[是为]",
    "(?<![按照原如])计划(?![内外书表])",
  ],
  /** Behind the name of a kind of problems: 财务管理方面. */
  kindEnds: ["方面", "领域", "类"],
  /** Names of several bodies at once are no group's: 各科室. */
  collective: ["各", "全", "有关", "相关", "所有", "机关各", "其他"],
  /** What leads in a number of all there is. */
  ofAll: ["共", "合计", "总计", "累计", "全[省市县区局院校镇乡州司厅系]", "总的?"],
  /** Behind several names: told of each of them. */
  ofEach: ["均", "各", "都"],
  /** A number of some that the words before have left over. */
  ofSome: ["剩余", "其余", "余下", "剩下", "另外?", "还", "尚", "仍", "个别"],
  /** How units take on what is theirs alone, or with others. */
  alone: ["单独", "独自", "独立(?:牵头|承担|负责|承办|办理|整改|完成)"],
  together: ["共同", "联合", "一同", "一起", "会同", "合作", "分别与", "配合"],
  takenOn: ["牵头", "承担", "负责", "承办", "办理", "整改", "领办", "认领", "推进", "落实", "完成"],
  /** What may stand between the name of a group and the number of all it has. */
  having: [
    "共计?",
    "合计",
    "总计",
    "累计",
    "存在",
    "涉及",
    "承担",
    "牵头",
    "负责",
    "认领",
    "收到",
    "承办",
    "领办",
    "主办",
    "办理",
    "受理",
    "整改",
    "应",
    "需要?",
    "有",
    "制[定订]",
    "采取",
    "我[局委办院校厅厂]",
    "[本该][局委办院校厅单位]",
    "全[省市县区局院校镇乡州司厅系]",
    "被",
    "为",
    "是",
    "等",
    "方面",
    "领域",
    "类",
    "各",
  ],
  countedThings: ["问题", "事项", "任务", "措施", "信访件", "线索", "具体", "反馈"],
  /** Before 办 they make it a deed: 交办事项 are no 事项 of an office. */
  handed: ["交", "督", "承", "主", "协", "会", "转", "催", "待"],
  /** What makes of problems all those that were fed back. */
  fedBack: ["反馈", "巡[察视]", "移交", "交办"],
  /** Who looks, and that something was found; of a year it may be another's (2024年审计发现的). */
  looked: ["审计", "检查", "督[查察导]", "查出", "发现", "指出", "提出", "验收"],
  ofYear: ["\\d{4}年度?"],
  /** Problems that one found oneself are none of the ledger's. */
  ownFinds: ["自查", "延伸", "查摆", "分解", "细化", "梳理", "排查", "其他"],
  /** A rate of earlier days. */
  earlier: ["上[月年周轮期次]", "去年", "上个?[季半]", "[一二三四]季度", "同期", "此前", "年初", "[0-9]{1,2}月"],
  ratesOfLabel: ["完成", "整改", "办结", "到位", "销号", "落实"],
  personsBefore: [
    ["了", "处理", "干部", "追究", "人员", "共", "共计"],
    ["共", "合计"],
  ],
  personsBefore2: ["了", "处理", "干部", "追究", "人员", "共", "共计"],
} as const;
