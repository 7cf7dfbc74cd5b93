import { say } from "../words";

/** “甲”、“乙” */
const quoted = (texts: readonly string[], between = "、"): string => texts.map((text) => `“${text}”`).join(between);

export const CHECK_WORDS = {
  checking: say("正在核验…", "Checking…"),
  progress: say(
    (done: number, total: number) => `已核验 ${done} / ${total}`,
    (done: number, total: number) => `${done} of ${total} checked`,
  ),
  cancel: say("取消", "Cancel"),
  start: say("开始核验", "Check"),
  again: say("重新核验", "Check again"),
  stale: say("台账或设置有改动，结果可能已过时。", "The ledger or the settings changed; results may be out of date."),
  nothingToCheck: say(
    "没有可核验的台账，请先在“台账”页指定。",
    "There is no ledger to check; choose one under Ledger first.",
  ),
  notYetTitle: say("还没有核验", "Not checked yet"),
  notYetBody: say(
    "逐行检查必填项、时限、状态、单位和前后矛盾。",
    "Every row is checked for missing fields, deadlines, statuses, units and contradictions.",
  ),
  cleanTitle: say("没有发现问题", "Nothing found"),
  cleanBody: say(
    "启用的规则都已通过，可以去看统计和综述。",
    "No enabled rule found anything. Go on to Figures and Summary.",
  ),
  onlyIgnoredTitle: say("没有待处理的问题", "Nothing left to settle"),
  onlyIgnoredBody: say(
    (n: number) => `有 ${n} 条已忽略，不算通过；理由会写进核验签批单。`,
    (n: number) =>
      `${n} ${n === 1 ? "is" : "are"} ignored, which is not the same as passed; the reasons are printed on the sign-off sheet.`,
  ),
  toSummary: say("去看综述", "Go to the summary"),
  noMatchTitle: say("没有符合筛选条件的结果", "Nothing matches the filter"),
  clearFilter: say("清除筛选", "Clear the filter"),
  groupBy: say("分组", "Group by"),
  byRule: say("按问题类型排列", "By kind of finding"),
  byUnit: say("按单位排列", "By unit"),
  byRow: say("按序号排列", "By row"),
  filterRule: say("只看一类问题", "Only one kind"),
  filterUnit: say("只看一个单位", "Only one unit"),
  allRules: say("全部类型", "All kinds"),
  allUnits: say("全部单位", "All units"),
  counted: say(
    (name: string, n: number) => `${name}（${n}）`,
    (name: string, n: number) => `${name} (${n})`,
  ),
  review: say("逐条处理", "Step through the findings"),
  skip: say("跳到问题清单", "Skip to the findings"),
  previousFinding: say("上一条", "Previous"),
  nextFinding: say("下一条", "Next"),
  position: say(
    (at: number, of: number) => `第 ${at} 条，共 ${of} 条`,
    (at: number, of: number) => `${at} of ${of}`,
  ),
  total: say(
    (of: number) => `共 ${of} 条`,
    (of: number) => `${of} in all`,
  ),
  number: say(
    (number: string) => `序号 ${number}`,
    (number: string) => `No. ${number}`,
  ),
  search: say("查找", "Find"),
  searchHint: say("单位、序号、内容", "unit, number, text"),
  row: say(
    (sheet: string, row: number) => `${sheet} 第${row}行`,
    (sheet: string, row: number) => `${sheet} row ${row}`,
  ),
  quote: say(
    (text: string) => `原文：“${text}”`,
    (text: string) => `Quoted: “${text}”`,
  ),
  choices: say("可以填的内容", "Possible entries"),
  changeTo: say(
    (text: string) => `改为“${text}”`,
    (text: string) => `Change to “${text}”`,
  ),
  allAlike: say(
    (n: number, text: string) => `同样的 ${n} 处都改为“${text}”`,
    (n: number, text: string) => `Change all ${n} alike to “${text}”`,
  ),
  which: say("改哪一格", "Which cell to change"),
  blank: say("（空）", "(empty)"),
  readsAs: say(
    (text: string) => `→ ${text}`,
    (text: string) => `→ ${text}`,
  ),
  unchanged: say("内容没有改动。", "Nothing was changed."),
  noDay: say(
    (text: string, why: string) => `没有写入：“${text}”${why}。`,
    (text: string, why: string) => `Not written: “${text}” ${why}.`,
  ),
  andLeft: say(
    (why: string, left: readonly string[]) => `${why}后面输入的${quoted(left)}也没有写入。`,
    (why: string, left: readonly string[]) => `${why} Also typed, and not written: ${quoted(left, ", ")}.`,
  ),
  typedAhead: say(
    "这是上一处写入时输入的，请核对后按回车。",
    "Typed while the previous cell was being written; check it, then press Enter.",
  ),
  still: say("已改，但这个问题还在。", "Changed, but this finding still stands."),
  lost: say(
    (texts: readonly string[]) =>
      `您输入的${quoted(texts)}没有写入，因为那一处问题已改好或已离开；需要时请到表格里填写。`,
    (texts: readonly string[]) =>
      `Your text ${quoted(texts, ", ")} was not written, because its finding was resolved or left meanwhile; enter it in the sheet if you still need it.`,
  ),
  gone: say(
    "这一格的内容已经变了，没有改。",
    "The contents of this cell have changed since, so it was left unchanged.",
  ),
  newline: say("回车确定，Shift+回车换行", "Enter to apply, Shift+Enter for a new line"),
  inSheet: say(
    (cell: string) => `在表格中看 ${cell}`,
    (cell: string) => `See ${cell} in the sheet`,
  ),
  toLedger: say("到“台账”页选定", "Choose under Ledger"),
  why: say("为什么要查", "Why this is checked"),
  todo: say("怎么办", "What to do"),
  example: say("举例", "For example"),
  bad: say("有问题", "Wrong"),
  good: say("没问题", "Right"),
  recentReasons: say("最近用过的理由", "Recent reasons"),
  reasonMissing: say("请写明理由", "Please give a reason"),
  readOnly: say(
    "这份文件只能看，不能改；问题仍可逐条查看、忽略和复制。",
    "This file is read-only here; findings can still be viewed, ignored and copied.",
  ),
  fixAll: say(
    (n: number) => `全部修正（${n}）`,
    (n: number) => `Fix all (${n})`,
  ),
  previewTitle: say("将作以下修改", "These cells will change"),
  previewBody: say(
    "请核对，确认后写入表格；可以撤销。",
    "Please check; they will be written when you confirm, and can be undone.",
  ),
  cell: say("位置", "Cell"),
  before: say("原内容", "Before"),
  after: say("改为", "After"),
  confirm: say("确认修改", "Change them"),
  apply: say("确定", "Apply"),
  notWritten: say("没有写入，内容还在这里。", "Not written; your text is still here."),
  andMore: say(
    (n: number) => `…另有 ${n} 处`,
    (n: number) => `…and ${n} more`,
  ),
  joinUnits: say(
    (full: string) => `是同一单位，都记作“${full}”`,
    (full: string) => `Same unit: use “${full}” for both`,
  ),
  teach: say(
    (word: string) => `“${word}”算`,
    (word: string) => `Count “${word}” as`,
  ),
  teachMore: say("其他…", "other…"),
  ignore: say("忽略", "Ignore"),
  ignoreHint: say("快捷键 Alt+I", "Shortcut: Alt+I"),
  ignoreReason: say("忽略的理由（会写进核验签批单）", "Reason for ignoring (printed on the sign-off sheet)"),
  ignored: say(
    (n: number) => `已忽略 ${n} 条`,
    (n: number) => `${n} ignored`,
  ),
  restore: say("恢复", "Restore"),
  copyList: say("复制清单", "Copy the list"),
  copyGroup: say("复制这一组", "Copy this group"),
  lists: say("单位、状态可下拉", "Drop-downs"),
  listsHint: say(
    "给台账的责任单位、整改状态两列加下拉选项，再按一次去掉；照样可以填别的内容",
    "Adds drop-down lists to the unit and status columns; other text can still be typed. Press again to remove them",
  ),
  marks: say("在表格中标记", "Mark in the sheet"),
  markedLimit: say(
    (n: number) => `已标记 ${n} 个单元格，达到上限；其余请看列表。`,
    (n: number) => `${n} cells are marked, the most there can be; see the list for the rest.`,
  ),
  locked: say(
    (n: number) => `${n} 个单元格在受保护的工作表里，没有标记。`,
    (n: number) =>
      n === 1 ? "1 cell is on a protected sheet and not marked." : `${n} cells are on protected sheets and not marked.`,
  ),
  because: say(
    (reason: string) => `（理由：${reason}）`,
    (reason: string) => `(reason: ${reason})`,
  ),
  report: say("生成核验报告表", "Add a report sheet"),
  renewReport: say("更新核验报告表", "Update the report sheet"),
  reportStale: say(
    "核验报告表是之前的结果，与现在的清单不一致，请更新。",
    "The report sheet shows earlier results and no longer matches this list; update it.",
  ),
  removeReport: say("删除核验报告表", "Remove the report sheet"),
  cancelDialog: say("取消", "Cancel"),
  page: say(
    (from: number, to: number, of: number) => `第 ${from}–${to} 条，共 ${of} 条`,
    (from: number, to: number, of: number) => `${from}–${to} of ${of}`,
  ),
  previous: say("上一页", "Previous"),
  nextPage: say("下一页", "Next"),
} as const;
