/** Read by src/tally/declared-progress.ts: how an office says that work is before, on or behind its schedule (序时进度). */
export const progress = {
  schedule: [
    "序时(?:进度|要求|计划|目标)?",
    "时序进度",
    "时间进度",
    "计划进度",
    "进度计划",
    "(?:既定|预定|规定)进度",
    "(?:时间|序时)?节点(?:要求)?",
  ],
  /** Right before the schedule's name. */
  behind: [
    "(?:未能?|没有?能?|尚未|还未|不|难以)(?:完全)?(?:达到?|按照?|跟上|符合|满足|完成)",
    "达不到",
    "跟不上",
    "低于",
    "慢于",
    "落后于?",
    "滞后于?",
    "欠",
  ],
  notBehind: ["(?:不|未|没有|并未)(?:低于|慢于|落后于?|滞后于?)"],
  ahead: ["超过?", "超出", "超前于?", "高于", "快于", "领先于?", "提前于?", "优于", "早于"],
  onTrack: ["达到?", "按照?", "符合", "依照?", "满足", "跟上", "持平于", "同步于"],
  /** Behind the schedule's name. */
  behindAfter: ["滞后", "落后", "未达到?", "偏慢", "较慢", "缓慢"],
  aheadAfter: ["超前", "提前", "领先"],
  onTrackAfter: ["推进", "实施", "进行", "正常", "持平", "同步", "达标", "完成"],
  between: ["了", "既定", "规定", "计划", "我局", "全年", "年度", "当前", "目前", "的"],
  /** Classes called by their names. */
  behindNamed: ["欠进度"],
  aheadNamed: ["超进度"],
  onTrackNamed: ["达进度"],
  /** Work that can be late, and how it is late, where no schedule is named. */
  work: ["进度", "进展", "推进", "工期", "施工", "建设", "实施", "整改", "工作", "办理"],
  late: ["滞后", "落后", "缓慢", "偏慢", "较慢", "迟缓"],
  /** At the end of a clause: work stands still though nobody decided so. */
  stalled: [
    "停滞(?:不前)?",
    "受阻",
    "遇阻",
    "停工",
    "(?:无|没有|未有|未见|零)(?:任何|明显|实质性?)*(?:进展|推进|动静)",
  ],
  /** At the end of a clause: work was put off, and is on no schedule. */
  paused: ["暂缓", "缓办", "暂停", "搁置", "中止", "挂起"],
  stillWork: ["整改", "办理", "实施", "推进", "执行", "处理", "建设", "施工", "状态", "中", "了"],
  /** It stood still before. */
  stillBefore: [
    "前期",
    "此前",
    "之前",
    "曾",
    "一度",
    "原先",
    "恢复",
    "解除",
    "责令",
    "要求",
    "依法",
    "未",
    "不再",
    "避免",
    "(?<=^|[，。；])无",
  ],
  /** Behind it: it goes on again. */
  stillNoMore: ["复工", "恢复", "重启", "解除"],
  /** Before or behind it: being late is spoken of, or denied, and not where the work stands. */
  lateTalked: [
    "针对",
    "解决",
    "扭转",
    "克服",
    "防止",
    "避免",
    "杜绝",
    "整治",
    "纠正",
    "督促",
    "通报",
    "约谈",
    "对[^，。；对]*的",
    "不再",
    "不存在",
    "没有",
    "未出现",
    "(?:滞后|落后|缓慢|偏慢|较慢|迟缓)(?:的|等)?(?:问题|现象|局面|情况|项目|单位|原因|风险)",
  ],
  /** Before a percentage: it says how much is done. */
  doneLead: ["完成", "进度", "推进", "达到?", "已到"],
} as const;
