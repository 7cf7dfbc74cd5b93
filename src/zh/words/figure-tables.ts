/** Heads and rows of tables of figures in a notice (附表). Read by src/reading; what heads of units are called the ledger knows. */

/** Marks no more than what is counted: 反馈问题数, 整改任务数, 承担事项数. */
export const TABLE_TOTALS = {
  fronts: [
    "反馈",
    "巡察",
    "巡视",
    "督察",
    "审计",
    "整改",
    "交办",
    "移交",
    "承担",
    "牵头",
    "负责",
    "认领",
    "涉及",
    "具体",
  ],
  nouns: ["问题", "任务", "事项", "信访件", "信访", "线索", "隐患", "清单", "督办件"],
  counted: ["总数量", "总数", "总量", "数量", "个数", "件数", "条数", "项数", "数"],
  /** Whole heads. */
  whole: ["总数", "总计", "数量", "总量", "问题", "任务", "事项"],
} as const;

/** What a rate of the work is called. */
export const TABLE_RATES = [
  "整改完成率",
  "完成整改率",
  "问题整改率",
  "任务完成率",
  "整改率",
  "完成率",
  "办结率",
] as const;

/** A head that begins or goes on so counts another time, or some of those beside it. */
export const OTHER_COLUMNS = [
  "应",
  "拟",
  "计划",
  "预计",
  "其中",
  "本[月周次季轮期年]",
  "上[月周次季轮期年]",
  "去年",
  "新增",
  "按[期时]",
  "如期",
  "[逾超]期",
  "提前",
] as const;

/** Names of the row that sums the others up. */
export const TABLE_SUMS = ["合计", "总计", "共计", "总数"] as const;
/** Of a row that sums up some of them, or tells some of the row above. */
export const TABLE_SUBTOTALS = ["小计", "^其中", "^注", "^平均"] as const;
/** In a title or a note: not all there is, or counted more than once. */
export const TABLE_PARTIAL = [
  "(?:部分|主要|重点)(?:单位|科室|部门|问题|任务|事项)",
  "前[一二三四五六七八九十\\d]+[名位]",
  "(?:未完成|未整改|超期|逾期)的?(?:问题|任务|事项)",
] as const;
/** In a title: another time than the notice's own. */
export const TABLE_OTHER_TIMES = [
  "上[个一]?[月周次季轮期年批]",
  "去年",
  "同期",
  "年初",
  "\\d{4}年度?(?:审计|检查|督[查察]|巡[察视])",
] as const;
/** 截至9月底: the month a title tells of. */
export const TABLE_AS_OF = "截[至止][^，。；]{0,8}?(\\d{1,2})月";
export const TABLE_SHARED = [
  "共同",
  "重复",
  "都计",
  "分别计",
  "各计",
  "同时计",
  "多个单位",
  "几个单位",
  "两个以上",
] as const;
