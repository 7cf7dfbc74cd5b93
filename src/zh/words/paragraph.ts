/**
 * Words of a summary paragraph and what each says of the figure beside it. Read by src/paragraph, which turns last month's
 * paragraph into a template: a figure is taken for a place only where every word around it is one of these, or the ledger's.
 */

/** What is counted, besides the names of places (notice/status-words.ts). */
export const SUBJECT_WORDS = {
  problem: ["反馈问题", "反馈的问题", "具体问题", "反馈意见", "整改问题", "问题"],
  measures: ["整改措施", "措施", "整改任务", "任务", "具体措施", "任务措施"],
  letter: ["信访件", "信访事项", "信访问题", "信访举报件", "信访举报", "信访"],
  clue: ["移交问题线索", "问题线索", "移交线索", "线索"],
  matter: ["交办事项", "交办问题", "移交事项", "交办件", "督办事项", "巡察交办问题"],
  immediate: ["立行立改问题", "立行立改事项", "立行立改的问题", "立行立改"],
  parents: ["主要问题"],
  sections: ["个方面", "方面"],
  accountability: ["追责问责", "问责处理", "责任追究", "问责", "追责"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** 销号 says done, unless the ledger has a column of its own for it. */
export const CLOSED_WORDS = {
  done: ["销号", "已销号", "完成销号", "已完成销号", "整改销号", "已整改销号", "销号数"],
  notDone: ["未销号", "尚未销号", "未完成销号"],
  rate: ["销号率", "整改销号率"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Ways of writing a status that no place bears as its name. */
export const STATUS_WRITTEN = {
  done: [
    "已整改到位",
    "已全面整改",
    "整改完毕",
    "已整改完毕",
    "已完成整改任务",
    "已办理完成",
    "已办毕",
    "完成数",
    "已完成数",
    ...CLOSED_WORDS.done,
  ],
  ongoing: ["正在整改中", "正整改", "正在推进中", "正在抓紧整改", "正在办理中", "正在落实"],
  longTerm: ["需长期坚持", "需长期整改", "需持续整改", "需长期推进", "需要长期推进", "正在持续推进", "正在持续整改"],
  notDone: [
    "尚未完成整改",
    "尚未整改",
    "未整改到位",
    "尚未整改到位",
    "还未完成",
    "未完成整改",
    "未完成数",
    "未启动",
    "尚未启动",
    "没有启动",
    "还没有启动",
    "没有整改",
    "没有整改到位",
    "没有完成整改",
    "没有完成",
    "没有落实",
    "尚未落实",
    ...CLOSED_WORDS.notDone,
  ],
  partial: ["部分已完成", "部分完成整改"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const TIME_METRICS = {
  overdue: [
    "超期",
    "已超期",
    "逾期",
    "已逾期",
    "超期未完成",
    "逾期未完成",
    "超期未整改",
    "逾期未整改",
    "超期未办结",
    "超过时限",
    "超过了时限",
    "已超过时限",
    "超过整改时限",
    "已超过整改时限",
  ],
  dueSoon: ["即将到期", "临期", "近期到期"],
  onTime: ["按期完成", "按时完成", "如期完成"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const REST_WORDS: readonly string[] = ["其余", "剩余", "余下"];

/** Named in brackets beside 部分整改, it only says why. */
export const PARTLY_ASIDES: readonly string[] = ["需长期推进", "需要长期推进", "需长期坚持", "需持续推进", "长期推进"];

/** Rates by name. The subject may stand before them. */
export const RATE_NAMES: readonly string[] = [
  "整改完成率",
  "完成整改率",
  "完成率",
  "整改率",
  "整改到位率",
  "到位率",
  "落实率",
  "办结率",
  "办理率",
  ...CLOSED_WORDS.rate,
];
/** 由60%提高到75%: what the rate told before is now. */
export const RATE_REACHED: readonly string[] = [
  "提高到",
  "提高至",
  "上升到",
  "上升至",
  "提升到",
  "提升至",
  "下降到",
  "下降至",
];

/** The last period's end, and the last period as a whole, in which something may have been done. */
export const LAST_END: readonly string[] = ["上期", "上期末", "上月底", "上月末", "上季度末", "上季度底"];
export const LAST_SPAN: readonly string[] = ["上月", "上个月", "上季度", "上次"];
export const SHARE_NAMES: readonly string[] = ["占比为", "占比达", "占比", "占总数的", "占问题总数的", "占"];

/** Deadlines in this year, and by the as-of day. */
export const DUE_THIS_YEAR: readonly string[] = [
  "(?:应|应当|须|需|要求|计划)(?:于|在)?(?:今年|本年度|年内|今年内|本年)(?:内|年底前|底前)?(?:完成|整改|办结)(?:整改|的整改)?(?:任务)?",
  "(?:今年|本年度|年内|今年内)(?:底前)?(?:应|应当|须|需|要求|计划)(?:完成|整改|办结)(?:整改)?",
  "(?:今年|本年度|年内)到期",
];
export const DUE_BY_NOW: readonly string[] = [
  "(?:目前)?(?:已到期|到期)(?:应完成|应整改)?",
  "(?<!年|月|底|前|内)应(?:完成|办结)(?:整改)?",
];

/** Another inspection or another time: its figures are no figures of this ledger. */
export const FOREIGN: readonly string[] = [
  "上轮",
  "上一轮",
  "前一轮",
  "前几轮",
  "上届",
  "历次",
  "以往",
  "往年",
  "去年",
  "上年度",
  "上年",
  "前年",
  "同期",
  "全国",
];

/** What a ledger's title may say it is about; then the same words in a paragraph narrow nothing. */
export const ABOUT: readonly string[] = [
  "审计",
  "督察",
  "督查",
  "督办",
  "检查",
  "整治",
  "隐患",
  "专项",
  "信访",
  "巡视",
];

/** What a ledger's title calls its items; then a paragraph may call them so, too. */
export const ITEM_NOUNS: readonly string[] = [
  "隐患",
  "安全隐患",
  "事故隐患",
  "风险隐患",
  "重点任务",
  "重点工作",
  "督办任务",
  "督办件",
  "议定事项",
  "重点事项",
  "清单事项",
  "积案",
  "信访积案",
];

/** A duty by some day that no filter names: 6月底前应完成的. */
export const DUE_OTHERWISE: readonly string[] = [
  "(?:前|内|底)?(?:应|应当|须|需|要求|计划)(?:于|在)?(?:完成|整改|办结)(?:整改)?",
];

/** Everything, each: a whole is said to be in a state, which may not hold next month. */
export const ALL_WORDS: readonly string[] = ["全部", "均已", "均", "都已", "全都", "全面完成"];

/** Words that narrow nothing. */
export const NEUTRAL: readonly string[] = [
  ..."的了已共有中将把为是达等于由和与及其各对从就现被经并项个件条".split(""),
  "截至目前",
  "截止目前",
  "到目前",
  "至本月底",
  "本月底",
  "本月末",
  "目前",
  "截至",
  "截止",
  "现已",
  "已经",
  "共有",
  "共计",
  "总计",
  "合计",
  "累计",
  "一共",
  "总数",
  "平均",
  "另有",
  "还有",
  "尚有",
  "仍有",
  "总共",
  "达到",
  "分别",
  "分别为",
  "县委",
  "市委",
  "省委",
  "区委",
  "党委",
  "党组",
  "中央",
  "自治区党委",
  "巡察组",
  "巡视组",
  "巡察办",
  "巡察",
  "巡视",
  "反馈",
  "提出",
  "指出",
  "发现",
  "移交",
  "交办",
  "转办",
  "转交",
  "受理",
  "收到",
  "对照",
  "针对",
  "围绕",
  "制定",
  "细化为",
  "细化",
  "分解为",
  "分解",
  "明确",
  "梳理",
  "形成",
  "建立",
  "纳入",
  "涉及",
  "整改",
  "办理",
  "意见",
  "查出",
  "排查",
  "排查出",
  "牵头",
  "负责",
  "本轮",
  "本次",
  "此次",
  "此轮",
  "我局",
  "我委",
  "我县",
  "我镇",
  "我乡",
  "我院",
  "我校",
  "我办",
  "我单位",
  "本单位",
  "总体上",
  "总体看",
  "总体来看",
  "总体",
  "整体上",
  "整体",
  "全局",
  "全委",
  "全院",
  "全校",
  "全镇",
  "全乡",
  "全办",
  "全系统",
  "全单位",
  "全公司",
  "内部",
  "专项",
  "常规",
  "机动",
  "提级",
  "上下联动",
  "巡察反馈",
  "具体",
  "其中",
  "情况",
  "工作",
  "方面的",
];

export const AMONG: readonly string[] = ["其中", "其中：", "包括", "含"];

/** 第四轮, 五届, 第二: which inspection this is. */
export const ORDINALS: readonly string[] = [
  "第[一二三四五六七八九十\\d]{1,3}(?:轮|届|次)?",
  "[一二三四五六七八九十]{1,3}届",
];

/** Bodies that do something before the figure: they narrow nothing. */
export const ACTING_BODY: readonly string[] = [
  "[^，。；：、]{1,24}(?:党委|党组|党总支|党支部|委员会|委|局|镇|乡|办|院|中心|学校|公司|街道)",
];
export const ACTS: readonly string[] = ["对照", "制定", "针对", "围绕", "将", "梳理", "细化", "收到"];
/** Who inspects. */
export const INSPECTORS: readonly string[] = ["[^，。；：、]{0,20}(?:巡察组|巡视组|巡察办|纪委监委|纪委)"];

/** A clause that says of what the figures behind it are. */
export const SCOPE_ENDS: readonly string[] = [
  "方面",
  "领域",
  "环节",
  "层面",
  "类",
  "系统",
  "板块",
  "单位",
  "部门",
  "科室",
];

/** Counts and amounts that are none of a ledger's items: their measure words. */
export const ITEM_UNITS: readonly string[] = ["个", "项", "条", "件", "起", "宗", "处"];
export const PERSON_UNITS: readonly string[] = ["人", "名", "位", "人次"];

/** Words that open a whole: what follows is all that was handed over. */
export const OPENING_ACTS: readonly string[] = [
  "反馈",
  "移交",
  "交办",
  "转办",
  "转交",
  "受理",
  "收到",
  "提出",
  "指出",
  "发现",
];

/** 已完成10个问题中的4个: what stands behind a whole, before its part. */
export const PART_BEHIND: readonly string[] = ["中的", "中", "之中的", "之中", "当中的", "当中", "里的", "里"];

/** 已完成分别为2个、2个、0个: one figure each of what was listed before. */
export const IN_TURN: readonly string[] = ["分别", "依次"];

/** Behind a part of a whole: of the whole again. */
export const WHOLE_AGAIN: readonly string[] = [
  "总体",
  "总的",
  "整体",
  "综合",
  "全局",
  "全委",
  "全院",
  "全校",
  "全镇",
  "全乡",
  "全办",
  "全县",
  "全市",
  "全区",
  "全系统",
  "全单位",
  "全公司",
  "全部",
  "所有",
  "各单位",
  "各部门",
  "各科室",
];

/** What is left, of the part just told or of the whole. */
export const LEFT_OVER: readonly string[] = ["还有", "另有", "尚有", "仍有", "还剩", "仍"];
