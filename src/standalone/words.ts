import { COPY_SUFFIXES } from "../app/copy-names";
import { say } from "../panes/words";

export const STANDALONE_WORDS = {
  sheetView: say("表格", "Sheet"),
  takenFor: say(
    (field: string) => `当作：${field}`,
    (field: string) => `Taken for: ${field}`,
  ),
  paneWidth: say("功能区宽度", "Width of the panes"),
  paneWidthHint: say("拖动或按左右方向键调整宽度，双击还原", "Drag, or press the arrow keys; double-click to reset"),
  editCell: say(
    (cell: string) => `修改 ${cell}：回车写入，Esc 不改`,
    (cell: string) => `Edit ${cell}: Enter writes, Escape leaves it`,
  ),
  recent: say("最近打开过的台账", "Recently opened ledgers"),
  recentWhy: say(
    "浏览器不保存文件，也不能自行读取：点名称后，请在文件夹里选同名文件。",
    "The browser keeps no file and cannot fetch one: press a name, then choose the file in its folder.",
  ),
  reopen: say(
    (name: string) => `选择「${name}」`,
    (name: string) => `Choose “${name}”`,
  ),
  newVersion: say(
    "有新版本。更新时页面会重新打开；没有下载的修改可以接着改。",
    "There is a new version. Updating opens the page anew; edits not yet downloaded can be taken up again.",
  ),
  newVersionTake: say("更新", "Update"),
  later: say("以后再说", "Later"),
  newLedger: say("新建台账", "New ledger"),
  newLedgerName: say("整改台账-空白.xlsx", "ledger-blank.xlsx"),
  newLedgerText: say(
    "空白台账已经下载：一项一行，责任单位、整改时限按表头填写，整改状态从下拉框里选。填好后在这里打开。",
    "An empty ledger was downloaded: one row per item, the status chosen from its list. Fill it in and open it here.",
  ),
  sheets: say("工作表", "Sheets"),
  error: say("错误", "error"),
  warning: say("提醒", "warning"),
  info: say("提示", "note"),
  headline: say("打开整改台账，逐行核验", "Open a rectification ledger and check every row"),
  dropHere: say(
    "把台账（.xlsx、.xls、.csv）或要校对的通报（.docx、.txt）拖到这里",
    "Drop a ledger (.xlsx, .xls, .csv) here, or a notice to proofread (.docx, .txt)",
  ),
  understood: say("知道了", "OK"),
  draftFailed: say("文档没能打开", "The document could not be opened"),
  draftOpen: say("已有一份通报在校对", "A notice is being proofread"),
  draftUnsaved: say(
    (name: string, n: number) => `「${name}」里有 ${n} 处已采纳的修改；请先在“校对”里下载，或点“换一份”，再打开别的。`,
    (name: string, n: number) =>
      `“${name}” holds ${n === 1 ? "1 accepted correction" : `${n} accepted corrections`}; download or close it in Proofread before opening another.`,
  ),
  choose: say("选择文件…", "Choose a file…"),
  local: say(
    "台账只在本机的浏览器里处理，不上传，也不留存文件。",
    "The ledger is read in this browser only. Nothing is uploaded, and no file is kept.",
  ),
  samples: say("没有现成的台账？试试示例", "No ledger at hand? Try a sample"),
  sampleTidy: say("规范的示例台账", "A tidy sample ledger"),
  sampleFaulty: say("有问题的示例台账", "A sample ledger with faults"),
  draftAtHand: say("通报已经写好，或者还没有台账？", "A notice at hand, or no ledger yet?"),
  proofread: say("校对通报", "Proofread a notice"),
  collect: say("汇总各单位报来的文件", "Merge files from several units"),
  openAnother: say("打开", "Open"),
  download: say("下载", "Download"),
  annotated: say("带标记和核验报告的副本", "Copy with marks and a check report"),
  edited: say("修改后的副本", "Edited copy"),
  clean: say("报送副本（不含任何附加内容）", "Clean copy for submission"),
  annotatedSuffix: COPY_SUFFIXES.annotated,
  editedSuffix: COPY_SUFFIXES.edited,
  cleanSuffix: COPY_SUFFIXES.clean,
  unsaved: say(
    (n: number) => `有 ${n} 处修改未下载`,
    (n: number) => (n === 1 ? "1 edit is not downloaded" : `${n} edits are not downloaded`),
  ),
  downloadEdited: say("下载修改后的副本", "Download the edited copy"),
  leaveText: say(
    "打开另一个文件后，这里的修改就不在了。可以先下载修改后的副本；原文件不会被改动。",
    "Once another file is open, these edits are gone from here. Download the edited copy first; the original file stays as it is.",
  ),
  leaveAnyway: say("不保存，继续", "Go on without saving"),
  stay: say("取消", "Cancel"),
  downloaded: say(
    (name: string) => `已生成 ${name}`,
    (name: string) => `Saved as ${name}`,
  ),
  showPanes: say("功能", "Panes"),
  showSheet: say("表格", "Sheet"),
  view: say("显示", "View"),
} as const;
