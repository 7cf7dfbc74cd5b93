import { say } from "../words";

export const SUMMARY_WORDS = {
  style: say("样式", "Style"),
  own: say("自定义模板", "Your own template"),
  suggest: say(
    (why: string) => `建议换一种：${why}。`,
    (why: string) => `Another style may fit better: ${why}.`,
  ),
  reasons: say(
    {
      audit: () => "台账是审计整改的，可以写明金额和整改类型",
      phased: (n: number) => `台账里有阶段性完成${n}个`,
      partial: (n: number) => `台账里有部分整改${n}个`,
      clues: (n: number) => `台账里有移交问题线索${n}件`,
      matters: (n: number) => `台账里有交办事项${n}件`,
      plain: () => "台账是问题和信访件，没有阶段性完成、线索等",
    },
    {
      audit: () => "this is an audit's ledger; amounts and types can be told",
      phased: (n: number) => `the ledger has ${n} done for this phase`,
      partial: (n: number) => `the ledger has ${n} partly rectified`,
      clues: (n: number) => `the ledger has ${n} clues handed over`,
      matters: (n: number) => `the ledger has ${n} assigned matters`,
      plain: () => "the ledger has problems and letters only",
    },
  ),
  takeSuggestion: say("采用", "Use it"),
  paste: say("用上月的综述…", "Use last month's paragraph…"),
  pasteTitle: say("把上月的综述变成模板", "Last month's paragraph as a template"),
  pasteLabel: say("粘贴一段综述", "Paste the paragraph"),
  pasteHint: say(
    "数字换成台账里的占位，其余文字一字不动；拿不准的请您确认。",
    "Its figures become placeholders filled from the ledger, and every other word stays as it is; you are asked about doubtful ones.",
  ),
  noLast: say("与上期比较：还没有选上期台账。", "Compared with the last period: no ledger chosen yet."),
  comparedWith: say(
    (name: string) => `与上期台账「${name}」比较`,
    (name: string) => `Compared with “${name}”`,
  ),
  chooseLast: say("选上期台账…", "Choose last period's ledger…"),
  otherLast: say("换一份…", "Another…"),
  dropLast: say("不比较", "Do not compare"),
  match: say("识别数字", "Match the figures"),
  matched: say(
    (n: number) => `认出 ${n} 个数字`,
    (n: number) => (n === 1 ? "1 figure matched" : `${n} figures matched`),
  ),
  willRead: say("按这份台账会写成", "With this ledger it will read"),
  cannotWrite: say("有一个数按这份台账写不出来。", "One of the figures cannot be worked out from this ledger."),
  changes: say(
    (around: string, old: string, now: string | null) => `${around}：${old} → ${now ?? "台账里没有"}`,
    (around: string, old: string, now: string | null) => `${around}: ${old} → ${now ?? "not in the ledger"}`,
  ),
  stillOpen: say(
    (n: number) => `还有 ${n} 处要确认`,
    (n: number) => `${n} to confirm`,
  ),
  useTemplate: say("用作模板", "Use as template"),
  pasteAgain: say("重新粘贴", "Paste again"),
  candidate: say(
    (place: string, now: string | null) => (now === null ? place : `${place}（本期写 ${now}）`),
    (place: string, now: string | null) => (now === null ? place : `${place} (now ${now})`),
  ),
  asText: say("留作文字，以后不变", "keep as text; it will not change"),
  fixed: say("留作文字、不随台账变的数", "Kept as text; these will not follow the ledger"),
  insertFigure: say("插入数字", "Insert a figure"),
  columns: say("各列合计", "Sums of columns"),
  saveTemplate: say("存为文件", "Save as a file"),
  templateKeptAs: say("模板名称（保存在这台电脑上）", "Template name (saved on this computer)"),
  nameTaken: say("已有这个名称，保存会替换它。", "This name is already used; saving replaces that template."),
  keepTemplate: say("保存", "Save"),
  replaceTemplate: say("替换", "Replace"),
  renameTemplate: say("改名", "Rename"),
  deleteTemplate: say("删除", "Delete"),
  ownTemplates: say("本单位的模板", "Your office's templates"),
  openTemplate: say("打开模板…", "Open a template…"),
  templateName: say("综述模板.txt", "summary-template.txt"),
  template: say("模板", "Template"),
  templateHint: say(
    "{反馈问题.总数} 是数字，{巡察组} 是变量；[…] 里的数字全为 0 时整段不出现。",
    "{反馈问题.总数} is a figure, {巡察组} a variable; a part in […] is left out when all its figures are 0.",
  ),
  templateWritten: say(
    (figures: readonly string[]) =>
      `模板里有 ${figures.length} 个数字是写死的，不随台账变化，请核对：${figures.map((one) => `“${one}”`).join("、")}。`,
    (figures: readonly string[]) =>
      `Figures that are plain text and do not follow the ledger: ${figures.map((one) => `“${one}”`).join(", ")}. Check them.`,
  ),
  stop: say("。", "."),
  variables: say("变量", "Variables"),
  preview: say("综述", "Summary"),
  figure: say(
    (metric: string, text: string) => `${metric}：${text}，点击查看依据`,
    (metric: string, text: string) => `${metric}: ${text}; show the rows behind it`,
  ),
  figureHint: say("点数字查看口径和对应的各行。", "Click a figure to see how it is counted and the rows behind it."),
  anywayOn: say(
    "已选择在问题未处理时使用，请在复核后对外公布。",
    "You chose to use this although findings are still open; have it reviewed before publishing.",
  ),
  checkFirst: say("还没有核验，建议先核验再使用。", "Not checked yet; check the ledger first."),
  copy: say("复制综述", "Copy the summary"),
  insert: say("写入当前单元格", "Write it into the selected cell"),
  insertTitle: say(
    (cell: string) => `写入 ${cell}`,
    (cell: string) => `Write to ${cell}`,
  ),
  insertReplaces: say(
    "单元格里已有文字，下面标出变化；确认后替换，可以撤销。",
    "The cell already contains text; the changes are marked below. It is replaced when you confirm, and you can undo this.",
  ),
  insertEmpty: say(
    "单元格是空的，确认后写入，可以撤销。",
    "The cell is empty. The text is written when you confirm, and you can undo this.",
  ),
  insertSame: say("单元格里已经是这段话。", "The cell already contains this paragraph."),
  insertInLedger: say(
    (ledger: string) => `这个单元格在台账「${ledger}」的表格里。写入会改变台账的内容；一般应选台账外的空单元格。`,
    (ledger: string) =>
      `This cell is inside the ledger “${ledger}”. Writing here changes the ledger; choose an empty cell outside it instead.`,
  ),
  confirmInLedger: say("仍写入台账", "Write into the ledger anyway"),
  inserted: say(
    (cell: string) => `已写入 ${cell}`,
    (cell: string) => `Written to ${cell}`,
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
  empty: say("没有可以写综述的台账。", "There is no ledger to write from."),
} as const;
