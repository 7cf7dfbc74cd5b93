import { say } from "../words";

export const SUMMARY_WORDS = {
  style: say("样式", "Style"),
  own: say("自定义模板", "Own template"),
  styles: say(
    {
      rate: "问题 + 完成率 + 信访件",
      measures: "问题 + 措施到位率 + 交办办结率",
      items: "反馈问题项数 + 移交线索",
      partial: "部分整改（需长期推进）",
      phased: "阶段性完成 + 信访件 + 立行立改",
    },
    {
      rate: "problems, rate, letters",
      measures: "problems, measures, assigned matters",
      items: "problems, transferred clues",
      partial: "partly done, long-term",
      phased: "done for this phase, letters, immediate",
    },
  ),
  template: say("模板", "Template"),
  templateHint: say(
    "{反馈问题.总数} 是数字，{巡察组} 是变量；[…] 里的数字全为 0 时整段不出现。",
    "{反馈问题.总数} is a figure, {巡察组} a variable; a piece in […] disappears when all its figures are 0.",
  ),
  stop: say("。", "."),
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
