import { FACT_LABELS } from "../../app/documents";
import { say } from "../words";

export const NOTICE_WORDS = {
  empty: say("没有可以写通报的台账。", "There is no ledger to write from."),
  exportWord: say("导出 Word", "Export to Word"),
  proofread: say("校对", "Proofread"),
  replaceTitle: say("换掉正在校对的稿件？", "Replace the draft that is being proofread?"),
  replaceText: say(
    (n: number) => `“校对”页的稿件有 ${n} 处修改还没有下载，换成这份通报后不再保留。`,
    (n: number) =>
      `The draft under Proofread has ${n === 1 ? "1 correction that is" : `${n} corrections that are`} not downloaded; replacing it loses them.`,
  ),
  replace: say("换成这份通报", "Replace it"),
  keepDraft: say("取消", "Cancel"),
  proofreadHint: say("把这份通报交给“校对”页，与台账核对", "Check this notice against the ledger under Proofread"),
  more: say("其他导出", "Other exports"),
  text: say("纯文本（.txt）", "Plain text (.txt)"),
  markdown: say("Markdown（.md）", "Markdown (.md)"),
  html: say("网页（.html）", "Web page (.html)"),
  template: say("用本单位的 Word 模板…", "Use your own Word template…"),
  copyAll: say("复制全文（带格式）", "Copy the notice, formatted"),
  copyTable: say("复制为表格（贴到 WPS、OA）", "Copy as a table (for WPS, OA)"),
  signoffWord: say("核验签批单（Word）", "Sign-off sheet (Word)"),
  signoffPrint: say("打印核验签批单", "Print the sign-off sheet"),
  ledgerPrint: say("打印台账", "Print the ledger"),
  ledgerPrintHint: say(
    "A3 横向，每页重复表头，一个事项不拆到两页",
    "A3 landscape, header on every page, no item split across pages",
  ),
  ledgerPage: say("台账打印页（.html）", "Ledger for print (.html)"),
  ledgerPrintName: say("整改台账-打印", "ledger-print"),
  noticeName: say("通报", "notice"),
  signoffName: say("核验签批单", "sign-off sheet"),
  templateFailed: say(
    (name: string, why: string) => `Word 模板「${name}」${why}`,
    (name: string, why: string) => `The Word template “${name}” ${why}`,
  ),
  wrongTemplate: say(
    "综述模板有错，请先在“综述”页改正。",
    "The summary template has an error; correct it under Summary first.",
  ),
  goSummary: say("去“综述”页", "To the summary"),
  style: say("通报体例", "Headings of the notice"),
  styleHint: say(
    "只管标题和层次；综述的写法在“综述”页选。",
    "Affects the title and headings only; the wording of the summary is chosen under Summary.",
  ),
  facts: say("通报要素", "Facts"),
  factsHint: say(
    "台账里没有的内容在这里填写；不填的，通报里留作【待补充】。",
    "Fill in here what the ledger does not contain; anything left empty appears as 【待补充】 in the notice.",
  ),
  organHint: say(
    "党组还是党委？请按实际选择",
    "Party leadership group or Party committee? Choose the one that applies",
  ),
  noOrgan: say("（未选择）", "(not chosen)"),
  paragraphHint: say(
    "一行一段；小标题写在竖线前：标题｜正文",
    "One paragraph per line; a heading goes before a bar: heading|text",
  ),
  phoneHint: say("请用单位座机，几个号码用顿号隔开", "Use an office landline; separate several numbers with 、"),
  example: say(
    (text: string) => `如：${text}`,
    (text: string) => `e.g. ${text}`,
  ),
  groups: say(
    {
      opening: "标题和导语",
      organisation: "组织整改和追责问责",
      nextSteps: "下一步打算",
      closing: "联系方式、公示和落款",
    },
    {
      opening: "Title and opening",
      organisation: "Organisation and accountability",
      nextSteps: "Next steps",
      closing: "Contact, publication, signature",
    },
  ),
  groupFilled: say(
    (filled: number, all: number) => `已填 ${filled}/${all}`,
    (filled: number, all: number) => `${filled} of ${all} filled in`,
  ),
  offers: say("台账已载明，点一下填入：", "Stated in the ledger; click to fill in:"),
  dayAsked: say(
    {
      report: (day: string, today: string) => `台账填报时间是${day}，现按今天（${today}）统计。以哪一天为准？`,
      title: (day: string, today: string) => `台账标题写明月份，月底是${day}，现按今天（${today}）统计。以哪一天为准？`,
      year: (day: string, _today: string) => `台账的统计截止没有写年份，现按${day}统计。是这一年吗？`,
    },
    {
      report: (day: string, today: string) =>
        `The ledger was reported on ${day}, but is counted as of today (${today}). Which is meant?`,
      title: (day: string, today: string) =>
        `The ledger's title names the month that ended on ${day}, but it is counted as of today (${today}). Which is meant?`,
      year: (day: string, _today: string) =>
        `The ledger states its cut-off without a year; it was taken as ${day}. Is that the year?`,
    },
  ),
  byDay: say(
    {
      report: (day: string) => `按填报时间 ${day} 统计`,
      title: (day: string) => `按 ${day} 统计`,
      year: (day: string) => `是，按 ${day} 统计`,
    },
    {
      report: (day: string) => `Count as of ${day}`,
      title: (day: string) => `Count as of ${day}`,
      year: (day: string) => `Yes, as of ${day}`,
    },
  ),
  byYearBefore: say(
    (year: number) => `按${year}年统计`,
    (year: number) => `Count by ${year}`,
  ),
  byToday: say("按今天统计", "Count as of today"),
  edition: say("版本", "Edition"),
  editions: say({ public: "公开版", inside: "内部版" }, { public: "Public", inside: "Internal" }),
  insideMark: say("（内部）", " (internal)"),
  differences: say("两个版本的不同", "Differences between the two editions"),
  doubt: say(
    (quote: string) => `写已完成，文字却有“${quote}”，请核对`,
    (quote: string) => `said to be done, but the text says “${quote}”; check it`,
  ),
  saveFacts: say("保存要素文件", "Save the facts"),
  openFacts: say("打开要素文件…", "Open a facts file…"),
  factsName: say("通报要素.json", "facts.json"),
  notFacts: say(
    (name: string) => `「${name}」不是通报要素文件；请选择由台账助手保存的 .json 文件。`,
    (name: string) => `“${name}” is not a facts file; choose a .json file saved by Ledger Assistant.`,
  ),
  also: say("另外逐项列出", "Also list one by one"),
  alsoHint: say(
    "信访件和问题线索默认只列数量，不写内容。",
    "By default only the number of letters and clues is given, not their content.",
  ),
  missingNone: say("没有待补充的内容", "No gaps left"),
  missing: say(
    (n: number) => `还缺 ${n} 处`,
    (n: number) => (n === 1 ? "1 gap left" : `${n} gaps left`),
  ),
  byForm: say("在要素中填写", "fill in the form"),
  byLedger: say(
    (cell: string) => `在台账中补充 ${cell}`,
    (cell: string) => `fill in ${cell} in the ledger`,
  ),
  warnings: say("发布前请核对", "Check these before publishing"),
  proofs: say(
    (n: number) => `有 ${n} 处不合规范，出自台账原文或通报要素`,
    (n: number) =>
      n === 1 ? "1 place in the ledger or the facts to correct" : `${n} places in the ledger or the facts to correct`,
  ),
  proofsHint: say(
    "通报照台账和要素的原文写出，请在导出前改好。",
    "The notice reproduces the ledger and the facts word for word; correct them before exporting.",
  ),
  outline: say("大纲", "Outline"),
  composing: say("正在写通报……", "Writing the notice…"),
  preview: say("通报全文", "The notice"),
  showMore: say(
    (n: number) => `再显示 ${n} 段`,
    (n: number) => `Show ${n} more paragraphs`,
  ),
  moreEntries: say(
    (n: number) => `再显示 ${n} 条`,
    (n: number) => `Show ${n} more`,
  ),
  items: say(
    (n: number) => `${n} 项`,
    (n: number) => (n === 1 ? "1 item" : `${n} items`),
  ),
  open: say(
    (n: number) => `缺 ${n}`,
    (n: number) => `${n} open`,
  ),
  /** Labels of the form. */
  labels: say(FACT_LABELS, {
    unit: "Full name of the office",
    shortName: "Short name",
    organ: "Party organ",
    orderedBy: "Ordered by",
    inspector: "Inspecting body",
    round: "Round",
    inspectionKind: "Kind of inspection",
    inspectedFrom: "Inspected from",
    inspectedTo: "Inspected to",
    feedbackDate: "Feedback on",
    basis: "Legal basis",
    subject: "Subject in the title",
    organisation: "How the work was organised",
    accountability: "Accountability",
    nextSteps: "Next steps",
    phone: "Telephone",
    address: "Postal address",
    postcode: "Postcode",
    email: "E-mail",
    publicFrom: "Public from",
    publicTo: "Public to",
    signature: "Signature",
    signDate: "Date of signature",
  }),
} as const;
