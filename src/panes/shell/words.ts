import type { Versions } from "../../app/session";
import { say } from "../words";

export const SHELL_WORDS = {
  product: say("台账助手", "Ledger Assistant"),
  tabs: say("功能", "Sections"),
  notices: say("提请注意", "Notices"),
  activity: say("进行情况", "Progress"),
  ledger: say("台账", "Ledger"),
  check: say("核验", "Check"),
  tally: say("统计", "Figures"),
  month: say("月度", "Monthly"),
  summary: say("综述", "Summary"),
  notice: say("通报", "Notice"),
  proofread: say("校对", "Proofread"),
  back: say("返回", "Back"),
  menu: say("设置与帮助", "Settings and help"),
  appearance: say("外观", "Appearance"),
  auto: say("跟随系统", "Follow the system"),
  light: say("浅色", "Light"),
  dark: say("深色", "Dark"),
  contrast: say("高对比度", "High contrast"),
  language: say("语言", "Language"),
  chinese: say("中文", "中文 (Chinese)"),
  english: say("English（英文）", "English"),
  version: {
    zh: ({ version, build }: Versions) => `版本 ${version}（${build}）`,
    en: ({ version, build }: Versions) => `Version ${version} (${build})`,
  },
  licences: say("第三方软件许可", "Third-party licences"),
  licencesMissing: say(
    "许可文件没有读到：请在程序所在文件夹中打开 THIRD-PARTY-NOTICES.txt。",
    "The licences could not be read: open THIRD-PARTY-NOTICES.txt in the program's folder.",
  ),
  copyDiagnostics: say("复制诊断信息", "Copy diagnostics"),
  copyBlocked: say(
    "浏览器不允许复制，请选中下面的文字再复制",
    "Copying is blocked here; select the text below and copy it",
  ),
  undo: say("撤销", "Undo"),
  redo: say("重做", "Redo"),
  recheck: say("重新核验", "Check again"),
  recheckHint: say("重新核验：重新读取整个工作簿并核验", "Check again: read the whole workbook anew and check it"),
  cancel: say("取消", "Cancel"),
  dismiss: say("收起", "Dismiss"),
  understood: say("知道了", "OK"),
  reveal: say("显示", "Show them"),
  moreCells: say(
    (n: number) => `…另有 ${n} 个`,
    (n: number) => `…and ${n} more`,
  ),
  reading: say("正在读取台账…", "Reading the ledger…"),
  progress: say(
    (done: number, total: number) => `已读取 ${done} / ${total}`,
    (done: number, total: number) => `${done} of ${total} read`,
  ),
  failedTitle: say("没有打开", "Not opened"),
  notOpen: say("还没有读取工作簿。", "The workbook has not been read."),
  readIt: say("读取工作簿", "Read the workbook"),
  unfinished: say(
    "上次修改未完成就中断了，可以撤销已写入的部分。",
    "The last change was interrupted; what was written can be undone.",
  ),
  loading: say("正在载入…", "Loading…"),
  brokenTitle: say("这一页出了问题", "This section failed"),
  brokenBody: say(
    "台账没有被改动。可以重试；仍不行时请复制诊断信息反馈。",
    "The ledger is unchanged. Try again, or copy the diagnostics and report the fault.",
  ),
  retry: say("重试", "Try again"),
  close: say("关闭", "Close"),
  partLate: say("载入时间较长，可以再等一等，或者重试。", "Loading takes long; wait a little more, or try again."),
  partFailed: say(
    "这一部分没有载入。请检查网络后重试；仍不行时请关闭后重新打开。",
    "This part did not load. Check the network and try again; if that does not help, close and open it anew.",
  ),
  storage: say(
    {
      refused: "这里的浏览器不让保存记录：您的更正、忽略和修改记录只在本次有效，关闭窗口后不再保留。其他功能照常使用。",
      full: "本机的存储空间满了，刚才的更正、忽略或修改记录没有保存；关闭窗口后不再保留。请清理磁盘后重试。",
      blocked: "另一个窗口里开着旧版本的台账助手，记录暂时保存不了。请关闭其他窗口后重试。",
      silent: "本机保存记录没有回应，刚才的内容只在本次有效。可以重试；其他功能照常使用。",
      failed: "本机保存记录没有成功，刚才的内容只在本次有效。可以重试；其他功能照常使用。",
    },
    {
      refused:
        "This browser keeps no records: corrections, ignored findings and the history of edits last until the window closes. Everything else works.",
      full: "There is no room left on this computer: the latest corrections, ignored findings and edits last only until the window closes. Free some space and try again.",
      blocked:
        "An older version is open in another window and holds the records. Close the other windows and try again.",
      silent:
        "The records on this computer do not answer; what was just decided lasts for this visit. Try again; everything else works.",
      failed:
        "The records on this computer could not be saved; what was just decided lasts for this visit. Try again; everything else works.",
    },
  ),
  recovery: say(
    (n: number) => `上次有 ${n} 处修改没有下载。可以重新应用；单元格内容已经变了的不会动。`,
    (n: number) =>
      `${n} edits of an earlier visit were not downloaded. They can be made again, only where the cell still holds what it held.`,
  ),
  recoveryElsewhere: say(
    (n: number) => `另一个窗口里打开着同一份台账，有 ${n} 处修改还没有下载。需要时可以在这里也应用。`,
    (n: number) =>
      `The same ledger is open in another window with ${n} edits that are not downloaded. They can be made here, too.`,
  ),
  recover: say("重新应用", "Make them again"),
  dismissRecovery: say("不再提示", "Do not offer again"),
  keeping: say("保存的内容", "What is kept"),
  save: say("随台账保存", "Keep it in the workbook"),
  shared: say("公用电脑（本机不保存任何记录）", "Shared computer (keep nothing here)"),
  sharedTitle: say("改为公用电脑？", "A shared computer?"),
  sharedText: say(
    "本机上保存的全部更正、忽略、填写内容和修改记录都会清除，此后也不再保存。已经下载的文件不受影响。",
    "All corrections, ignored findings, form entries and histories kept on this computer are erased, and nothing more is kept. Downloaded files stay.",
  ),
  sharedDo: say("清除并改为公用", "Erase and switch"),
  exportKept: say("导出本机记录", "Export the records"),
  importKept: say("导入本机记录…", "Import records…"),
  exportLexicon: say("导出词表", "Export the word list"),
  importLexicon: say("导入词表…", "Import a word list…"),
  lexiconName: say("词表.json", "words.json"),
  keptName: say("台账助手-记录.json", "ledger-assistant-records.json"),
  forget: say("清除这份台账的记录…", "Forget this ledger's records…"),
  forgetTitle: say("清除这份台账的记录？", "Forget this ledger's records?"),
  forgetText: say(
    "这份台账的更正、忽略、填写内容和修改记录都会清除，不能恢复。单元格里的内容不变。",
    "Corrections, ignored findings, form entries and history of this ledger are erased for good. Its cells stay as they are.",
  ),
  forgetDo: say("清除", "Forget"),
  local: say("台账只在本机处理，不会上传", "The ledger stays on this computer"),
} as const;
