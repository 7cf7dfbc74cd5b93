/** Words of the template language behind the subject's own: what is asked of a column, filters, periods, the last period. Read by src/notice. */

export const SUM_WORDS: readonly string[] = ["合计", "求和", "总和", "合计数"];
export const COUNT_WORDS: readonly string[] = ["个数", "计数", "项数"];
export const SHARE_WORDS: readonly string[] = ["率", "占比", "比例"];
export const EACH_WORDS: readonly string[] = ["逐类", "逐项", "每类"];

/** What stands behind the name of a type, and names that end in such a word by themselves. */
export const TYPE = "类";
export const TYPE_ENDS: readonly string[] = [TYPE, "方面", "领域", "类型", "板块", "问题"];

/** Keys of filters that are no column: [单位=财务科]. */
export const FILTER_KEYS = {
  due: ["到期", "已到期", "应完成"],
  counted: ["计入完成率", "计入"],
  kind: ["类型", "事项类型"],
  unit: ["单位", "责任单位", "牵头单位"],
  section: ["方面", "板块"],
  leader: ["领导", "责任领导", "牵头领导"],
  status: ["状态", "整改状态"],
  deadline: ["时限", "整改时限"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Ways of writing 较上期. */
export const LAST_PERIOD: readonly string[] = [
  "较上期",
  "比上期",
  "与上期相比",
  "较上月",
  "比上月",
  "与上月相比",
  "较上次",
  "比上次",
  "较上季度",
  "比上季度",
];

/** 反馈问题.上期已完成: what stood at the end of the last period. */
export const THEN_WORDS: readonly string[] = ["上期", "上月底", "上月末", "上月", "上季度末", "上季度", "上次"];

export const LAST_METRICS = {
  newlyDone: ["新增完成", "新增办结", "新增整改完成", "新完成", "新增销号"],
  added: ["新增"],
  pointsUp: ["提高", "上升", "提升", "增长"],
  pointsDown: ["下降", "降低", "回落"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const PERIOD_WORDS = {
  year: ["今年", "本年", "本年度", "年内"],
  month: ["本月", "当月"],
  quarter: ["本季度", "本季"],
  firstHalf: ["上半年"],
  secondHalf: ["下半年"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Columns that many ledgers have under several headers; a template may name any by the first. */
export const COLUMN_ALIASES: Readonly<Record<string, readonly string[]>> = {
  类型: ["类型", "整改类型", "问题类型", "整改类别", "问题类别", "类别", "分类", "问题分类"],
  问题金额: ["问题金额", "涉及金额", "涉及资金", "问题涉及金额", "违规金额", "审计金额", "发现金额"],
  已整改金额: ["已整改金额", "整改金额", "已整改到位金额", "整改到位金额", "完成整改金额", "已纠正金额"],
};

/** An alias that may mean either, and the column beside which it means this: alone, 整改金额 may be still to be put right. */
export const ALIASES_BESIDE: Readonly<Record<string, string>> = { 整改金额: "问题金额" };

/** Money that is called by different nouns: 追缴资金, 追缴金额. */
export const MONEY_TAILS: readonly string[] = ["金额", "资金", "款项", "款", "费用", "费"];

/** What a ledger of an audit is called. */
export const AUDIT_TITLE: readonly string[] = ["审计"];

/** 进度类别 beside what is done, the canonical word first. */
export const PROGRESS_WORDS = {
  ahead: ["超进度", "超序时进度", "超前"],
  onTrack: ["达进度", "达到序时进度", "达序时进度", "按进度", "序时推进", "按序时推进"],
  behind: ["欠进度", "滞后", "未达到序时进度", "未达进度"],
  other: ["其它", "其他"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a sentence plans, not counts: 年底前完成, 力争再完成3个. */
export const PLAN_WORDS: readonly string[] = [
  "计划",
  "预计",
  "力争",
  "争取",
  "确保",
  "拟",
  "将于",
  "将在",
  "底前",
  "年前",
  "月前",
  "日前",
];

/** Places that count wholes: they stay as they are from month to month. */
export const TOTAL_PLACES: readonly string[] = ["总数", "方面数", "主要问题数"];

/** Before the share of the count told just now. */
export const SHARE_LEADS: readonly string[] = ["占比", "占比为", "占比达", "占总数的", "占问题总数的", "占"];
