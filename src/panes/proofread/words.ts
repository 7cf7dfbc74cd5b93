import { say } from "../words";

const corrections = (n: number): string => (n === 1 ? "1 correction" : `${n} corrections`);

export const PROOFREAD_WORDS = {
  intro: say(
    "把通报稿粘贴到下面，或打开 .docx、.txt 文件：数字、百分比、日期、状态、编号、个人信息逐句核对。",
    "Paste the notice below, or open a .docx or .txt file. Figures, percentages, dates, statuses, numbering and personal data are checked sentence by sentence.",
  ),
  local: say("通报只在本机处理，不会上传。", "The notice is processed on this computer and never uploaded."),
  open: say("打开 .docx / .txt…", "Open a .docx or .txt…"),
  isLedger: say(
    (name: string) => `「${name}」是台账，不是通报；请在 Excel 中打开它，再在旁边的“台账”里核对。`,
    (name: string) => `“${name}” is a ledger, not a notice; open it in Excel and check it under Ledger beside it.`,
  ),
  paste: say("通报全文", "Text of the notice"),
  pasteHint: say("在这里粘贴通报全文", "Paste the whole notice here"),
  start: say("校对", "Proofread"),
  another: say("换一份", "Another draft"),
  editText: say("修改文字", "Edit the text"),
  pasted: say("粘贴的文字", "Pasted text"),
  useLedger: say("与打开的台账核对", "Check against the open ledger"),
  reading: say("正在校对…", "Proofreading…"),
  found: say(
    (e: number, w: number, i: number) => `校对完成：${e} 个错误，${w} 个提醒，${i} 个提示`,
    (e: number, w: number, i: number) =>
      `Proofread: ${e} ${e === 1 ? "error" : "errors"}, ${w} ${w === 1 ? "warning" : "warnings"}, ${i} ${i === 1 ? "note" : "notes"}`,
  ),
  cleanTitle: say("没有发现问题", "Nothing found"),
  cleanBody: say(
    "只核对了有依据可比的数字；没有可比的请人工核对，通读后再公开。",
    "Only figures that can be compared with something were checked. Check the others yourself, and read the notice through before publishing.",
  ),
  compared: say(
    (n: number, left: number) =>
      `各项以外的数字：与台账比过 ${n} 个${left === 0 ? "。" : `，没有可比的 ${left} 个，请人工核对。`}`,
    (n: number, left: number) =>
      `Figures outside the items: ${n} compared with the ledger${left === 0 ? "." : `, ${left} had nothing to compare; check these by hand.`}`,
  ),
  showUncompared: say("列出没有比的数", "List what was not compared"),
  hideUncompared: say("收起", "Hide the list"),
  noMatch: say("没有符合筛选条件的结果", "Nothing matches the filter"),
  text: say("通报文字", "The notice"),
  findings: say("校对结果", "Findings"),
  paragraph: say(
    (n: number) => `第 ${n} 段`,
    (n: number) => `paragraph ${n}`,
  ),
  line: say(
    (n: number) => `第 ${n} 行`,
    (n: number) => `line ${n}`,
  ),
  accept: say("采纳", "Accept"),
  acceptAs: say(
    (value: string, others: number) =>
      value === "" ? "删去" : others > 0 ? `改为“${value}”，另${others}处一并改` : `改为“${value}”`,
    (value: string, others: number) =>
      value === "" ? "Delete it" : others > 0 ? `Change to “${value}”, and ${others} more` : `Change to “${value}”`,
  ),
  acceptAll: say(
    (n: number) => `同类 ${n} 条全部采纳`,
    (n: number) => `Accept all ${n} of this kind`,
  ),
  final: say("定稿校对", "Final version"),
  finalHint: say("【待补充】等待填内容按错误报告", "Places still to be filled in are reported as errors"),
  ignore: say("忽略…", "Ignore…"),
  ignoreReason: say("理由（随这份通报保存）", "Reason (kept with this notice)"),
  ignored: say(
    (n: number) => `已忽略 ${n} 条`,
    (n: number) => `${n} ignored`,
  ),
  restore: say("恢复", "Restore"),
  undo: say("撤销采纳", "Undo the correction"),
  redo: say("重做采纳", "Redo the correction"),
  download: say(
    (n: number) => (n === 0 ? "下载" : `下载（已改 ${n} 处）`),
    (n: number) => (n === 0 ? "Download" : `Download (${n} corrected)`),
  ),
  keptToOpen: say(
    (name: string, n: number) => `上次在「${name}」里采纳的 ${n} 处还没有下载；再打开这个文件，就能接着改。`,
    (name: string, n: number) =>
      `${corrections(n)} made in “${name}” earlier ${n === 1 ? "was" : "were"} not downloaded; open the file again to make ${n === 1 ? "it" : "them"} again.`,
  ),
  keptToMake: say(
    (n: number) => `上次在这份通报里采纳的 ${n} 处还没有下载。`,
    (n: number) => `${corrections(n)} made in this notice earlier ${n === 1 ? "was" : "were"} not downloaded.`,
  ),
  keptOfOther: say(
    (n: number) => `上次在同名文件里采纳的 ${n} 处没有下载，但这份文件的文字已经不同，不能照样再改。`,
    (n: number) =>
      `${corrections(n)} made earlier in a file of this name ${n === 1 ? "was" : "were"} not downloaded; this file has other text, so ${n === 1 ? "it" : "they"} cannot be made again.`,
  ),
  makeKept: say("再改一次", "Make them again"),
  dropKept: say("不要了", "Discard"),
  correctedSuffix: say("-校对", "-proofread"),
  pastedName: say("通报-校对.txt", "notice-proofread.txt"),
  copyText: say("复制全文", "Copy the text"),
  copyList: say("复制校对结果", "Copy the findings"),
  extract: say("提取成台账", "Extract a ledger"),
  extractedName: say("整改台账-由通报提取.xlsx", "ledger-from-notice.xlsx"),
  more: say("更多", "More"),
  showMore: say(
    (n: number) => `再显示 ${n} 条`,
    (n: number) => `Show ${n} more`,
  ),
} as const;
