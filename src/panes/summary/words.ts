import { say } from "../words";

export const SUMMARY_WORDS = {
  style: say("样式", "Style"),
  own: say("自定义模板", "Own template"),
  template: say("模板", "Template"),
  templateHint: say(
    "{反馈问题.总数} 是数字，{巡察组} 是变量；[…] 里的数字全为 0 时整段不出现。",
    "{反馈问题.总数} is a figure, {巡察组} a variable; a piece in […] disappears when all its figures are 0.",
  ),
  problems: say(
    {
      unknownPlace: "没有这个数字",
      unclosed: "括号没有关上",
      unopened: "多了一个括号",
      nested: "方括号不能嵌套",
      empty: "括号里没有内容",
    },
    {
      unknownPlace: "no such figure",
      unclosed: "a bracket is not closed",
      unopened: "a bracket too many",
      nested: "brackets cannot be nested",
      empty: "nothing in the brackets",
    },
  ),
  problemAt: say(
    (what: string, at: number, text: string, nearest: string | null) =>
      `第 ${at} 个字“${text}”：${what}${nearest ? `，是不是“${nearest}”？` : ""}`,
    (what: string, at: number, text: string, nearest: string | null) =>
      `Character ${at} “${text}”: ${what}${nearest ? `; did you mean “${nearest}”?` : ""}`,
  ),
  variables: say("变量", "Variables"),
  preview: say("综述", "Summary"),
  figure: say(
    (metric: string, text: string) => `${metric}：${text}，点击查看依据`,
    (metric: string, text: string) => `${metric}: ${text}; show the rows behind it`,
  ),
  figureHint: say("点数字查看口径和对应的各行。", "Press a figure for its definition and rows."),
  anywayOn: say(
    "已选择在问题未处理时使用，请在复核后对外公布。",
    "You chose to use it although findings are open; review it before publishing.",
  ),
  checkFirst: say("还没有核验，建议先核验再使用。", "Not checked yet; check the ledger first."),
  copy: say("复制综述", "Copy the summary"),
  insert: say("写入当前单元格", "Put it into the chosen cell"),
  insertTitle: say(
    (cell: string) => `写入 ${cell}`,
    (cell: string) => `Put it into ${cell}`,
  ),
  insertReplaces: say(
    "单元格里已有文字，下面标出变化；确认后替换，可以撤销。",
    "The cell holds text already; what changes is marked below. It can be undone.",
  ),
  insertEmpty: say("单元格是空的，确认后写入，可以撤销。", "The cell is empty. It can be undone."),
  insertSame: say("单元格里已经是这段话。", "The cell already holds this paragraph."),
  insertInLedger: say(
    (ledger: string) => `这个单元格在台账「${ledger}」的表格里。写入会改变台账的内容；一般应选台账外的空单元格。`,
    (ledger: string) =>
      `This cell lies within the ledger “${ledger}”. Writing here changes the ledger; better choose an empty cell outside it.`,
  ),
  confirmInLedger: say("仍写入台账", "Write into the ledger"),
  inserted: say(
    (cell: string) => `已写入 ${cell}`,
    (cell: string) => `Put into ${cell}`,
  ),
  insertRefused: say(
    "没有写入：单元格受保护、是公式、在合并区域里，或内容刚被改动。",
    "Not written: the cell is protected, a formula, inside a merged area, or has just changed.",
  ),
  before: say("原来", "Before"),
  after: say("现在", "Now"),
  cancel: say("取消", "Cancel"),
  confirm: say("写入", "Write"),
  close: say("关闭", "Close"),
  unset: say(
    (names: string) => `还没有填写：${names}`,
    (names: string) => `Not filled in yet: ${names}`,
  ),
  empty: say("没有可以写综述的台账。", "There is no ledger to write about."),
} as const;
