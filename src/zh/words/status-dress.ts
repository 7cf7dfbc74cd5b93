/** Read by src/ledger/fields/status-dress.ts and src/ledger/columns/dress.ts. */
export const statusDress = {
  /** Marks that say yes where a column is there to be ticked, folded. */
  ticks: ["√", "✓", "✔", "☑", "✅", "■", "●", "◆", "▲", "★", "1", "是", "v", "y", "yes", "ok", "对", "有"],
  /** Marks that say no there: as good as a blank. */
  crosses: ["×", "✗", "✘", "☒", "❌", "╳", "x", "□", "☐", "○", "0", "否", "n", "no", "-", "--", "—", "——", "/", "无"],
  /** Of those, the ones that stand for a blank. */
  dashes: ["-", "--", "—", "——", "/", "\\"],
  /** Of those, the ones that answer; a box left empty only waits. */
  noes: ["否", "no", "n", "×", "x", "✗", "✘"],
  /** Answers of those who looked again; elsewhere 符合 may say that nothing was ever wrong. */
  passed: ["符合", "符合要求", "符合标准", "符合规定", "满足要求"],
  failed: ["不符合", "不符合要求", "不符合标准", "不符合规定", "不满足要求"],
  reviewPassed: "复查合格",
  reviewFailed: "复查不合格",
  done: "已完成",
  notDone: "未完成",
  /** 已完成清理, 已清理完毕: done with something. */
  doneOf: [
    ["已经?完成", "完成", "已全部完成", "已"],
    ["工作", "任务", "完毕", "到位", "完成"],
  ],
  asks: ["是否(?:已经?)?(?=[已未正在部基]|完成|整改|办结|销号)", "有无"],
  /** Between two that are ticked in one row. */
  and: "，又",
  day: ["^\\d{4}[-./年]\\d{1,2}(?:[-./月]\\d{0,2})?日?", "^\\d{1,2}月\\d{0,2}日?", "^\\d{8}$"],
  /** Headers over a column that is ticked when it is done. */
  tickHeaders: ["完成", "办结", "销号", "闭环", "落实", "到位", "整改", "状态", "解决"],
  /** Behind the word of a column to tick. */
  countEnds: ["数", "量", "率", "比", "时间", "日期", "人", "单位", "金额"],
  /** What stands between a code and its words in a legend: 1—已完成, A：已完成, √表示已完成, 已完成填1. */
  legendIs: ['\\s?[:=\\-—–~.、]{0,3}(?:表示|代表|为|是|即)?[:"“「]?', "\\(", "\\["],
  legendFills: ["[:=\\-—–]", '(?:的)?(?:请)?(?:填写?|打|标|用|写|划|画)[:"“「]?'],
  /** Codes that a legend explains: letters and figures, colours, 甲乙丙, marks, pictographs. */
  codes: [
    "[0-9A-Za-z]{1,2}",
    "[红黄绿蓝橙白灰紫][灯色]?",
    "[甲乙丙丁戊]",
    "[\\u2460-\\u2473√✓✔×✗✘○●◎△▲☆★■□◆◇◐◑]{1,5}",
    "\\p{Extended_Pictographic}\\ufe0f?",
  ],
  legendBegins: [
    "注",
    "代码",
    "代号",
    "编码",
    "符号",
    "颜色",
    "其中",
    "说明",
    "填表说明",
    "填报说明",
    "备注",
    "图例",
    "状态",
    "备注说明",
  ],
} as const;
