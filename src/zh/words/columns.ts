/** Read by src/ledger/columns/columns.ts. */
export const columns = {
  doneBand: ["进展", "完成情况", "落实", "成效", "结果", "销号", "办结", "实际", "整改情况", "办理情况"],
  planBand: ["计划", "要求", "时限", "安排", "责任", "措施", "方案", "任务", "期限"],
  openProblem: [
    "存在的?问题",
    "存在的?(?:主要)?(?:问题|困难)(?:[和及、与/](?:问题|困难|不足))?",
    "问题(?:[和及、与/])困难",
    "存在(?:的)?不足",
  ],
  /** What is worked on, without anything being wrong. */
  matter: [
    "事项(?:名称|内容)?$",
    "重点工作",
    "重点任务",
    "工作任务",
    "工作内容",
    "任务(?:名称|内容)?$",
    "工作事项",
    "督办件",
    "(?:项目|工程|实事)(?:名称)?$",
  ],
  content: [
    "(?:具体|工作|主要|任务|详细|重点)?(?:工作)?内容",
    "具体事项",
    "子任务",
    "具体任务",
    "工作事项",
    "分项任务",
  ],
  /** Of deadlines: the one that holds, and the one that was. */
  adjusted: [
    "调整[后至到]",
    "变更[后至到]",
    "延期",
    "延[至到]",
    "延长",
    "展期",
    "新(?:的)?(?:整改|完成)?[时期]限",
    "顺延",
    "现(?:整改|完成)?[时期]限",
  ],
  original: ["原", "初始", "调整前", "变更前"],
  /** Until when those who work on it think that it may take. */
  expected: ["预计", "预期", "预估", "估计"],
  /** Headers that only count their columns. */
  nothing: ["列", "字段", "栏", "栏目", "[Cc]olumn", "[Ff]ield", "未命名", "空白"],
  /** A status of measures: it goes with the item's, it does not contend with it. */
  measureStatus: ["措施", "任务", "(?:整改)?方案", "制度", "佐证", "材料", "资料", "公示", "问责"],
  /** Headers over reports of what is going on. */
  narrates: ["进展", "推进", "成效", "效果", "过程", "说明", "动态", "督办情况"],
  /** Who looks at what others report. */
  authority: [
    "认定",
    "核查",
    "核验",
    "复核",
    "审定",
    "核定",
    "评定",
    "复查",
    "验收",
    "巡察办",
    "巡察组",
    "督查",
    "纪委",
    "主管部门",
    "抽查",
  ],
  /** Days that tell that something is over. */
  tellsDone: ["完成", "办结", "销号", "整改", "闭环", "验收", "复查", "关闭", "解决"],
  /** Fronts of days on which something was done indeed. */
  actual: ["实际", "真正", "已"],
  /** Days on which what was done was looked at or signed off. */
  lookedAt: ["验收", "复查", "复核", "核查", "销号", "审核", "认定", "归档", "确认", "反馈", "上报", "办结"],
  /** What was found at first. */
  found: [
    "(?:现场|安全|日常|初次|专项)?(?:检查|排查|巡查|初查)(?:结果|结论|情况|评价|判定)?",
    "是否符合(?:要求)?",
    "符合(?:性|情况)",
    "(?:判定|评判)(?:结果)?",
  ],
  /** A second look at what a first one found. */
  again: ["再次", "再复", "二次", "第二次", "复验"],
  month: ["(\\d{1,2})月", "第?([一二三四1-4])季度", "第?([一二三四五六1-6])[次轮]", "第(\\d{1,2})[周期批]"],
  settleProblemColumnsNextSteps: ["^下一?步", "^下阶段"],
  responsibilityBand: ["责任", "分工"],
} as const;
