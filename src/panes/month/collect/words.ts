import { many } from "../../../app/action-texts";
import { say } from "../../words";

export const COLLECT_WORDS = {
  title: say("收表汇总", "Collect the units' files"),
  hint: say(
    "选一个文件夹或几份文件（Excel、WPS 表格、CSV、带表格的 Word），各单位的格式可以不同。文件只在这台电脑上读取，原文件不改动。",
    "Choose a folder or several files (workbooks, CSV, Word documents with tables); they need not share a format. They are read on this computer and never changed.",
  ),
  files: say("选文件…", "Choose files…"),
  folder: say("选文件夹…", "Choose a folder…"),
  dropHere: say("也可以把文件或文件夹拖到这里。", "Or drop files or a folder here."),
  directory: say("选单位名录…", "Choose the unit directory…"),
  directoryHint: say(
    "名录（一行一个单位的 .txt、.csv，或带名录的工作簿）用来看谁还没有报。",
    "With a unit directory (.txt or .csv with one unit per line, or a workbook that has one) you can see who has not reported.",
  ),
  directoryOf: say(
    (name: string, n: number) => `单位名录：${name}，${n} 个单位`,
    (name: string, n: number) => `Unit directory: ${name}, ${many(n, "unit")}`,
  ),
  noUnits: say(
    (name: string) => `「${name}」里没有读到单位；请一行写一个单位。`,
    (name: string) => `“${name}” contains no unit names; write one unit per line.`,
  ),
  mode: say("这些文件用来", "What to do with them"),
  into: say("回填到打开的台账", "Fill in the open ledger"),
  merge: say("汇总成一份新台账", "Merge into a new ledger"),
  opening: say(
    (done: number, total: number, file: string) => `正在读取 ${done + 1}/${total}：${file}`,
    (done: number, total: number, file: string) => `Reading ${done + 1}/${total}: ${file}`,
  ),
  reading: say("正在按选定的列重新读取…", "Reading with the chosen columns…"),
  stop: say("停止", "Stop"),
  clear: say("全部移出", "Remove all"),
  nothing: say("还没有选文件。", "No files yet."),
  toDo: say(
    (n: number) => `还有 ${n} 处要处理`,
    (n: number) => `${n} left to deal with`,
  ),
  allDone: say("没有要处理的了。", "Nothing is left to deal with."),
  asOf: say(
    (day: string) => `按 ${day} 统计`,
    (day: string) => `as of ${day}`,
  ),
  filter: say("按情况筛选", "Filter by state"),
  stateOf: say(
    { sent: "已收到", missing: "未报送", twice: "重复报送", conflicts: "待确认", unreadable: "无法读取" },
    { sent: "sent", missing: "missing", twice: "sent twice", conflicts: "to settle", unreadable: "unreadable" },
  ),
  unit: say("单位", "Unit"),
  state: say("情况", "State"),
  items: say("项数", "Items"),
  todo: say("待处理", "To do"),
  noUnit: say("没有认出单位的文件", "Files whose unit was not recognised"),
  details: say(
    (unit: string) => `${unit}：展开`,
    (unit: string) => `${unit}: details`,
  ),
  more: say(
    (n: number) => `再列 ${n} 条`,
    (n: number) => `${n} more`,
  ),
  // 每一处
  missing: say("没有收到这个单位的文件。", "No file came from this unit."),
  missingItems: say(
    (n: number) => `没有收到这个单位的文件，台账里有它的 ${n} 项。`,
    (n: number) => `No file came from this unit, which has ${many(n, "item")} in the ledger.`,
  ),
  partly: say(
    (n: number) => `台账里它还有 ${n} 项没有反馈。`,
    (n: number) => `${n} of its items did not come back.`,
  ),
  waive: say("不再等待", "Stop waiting"),
  twice: say(
    (used: string, left: string) => `采用「${used}」，没有采用「${left}」。`,
    (used: string, left: string) => `“${used}” is used, “${left}” is not.`,
  ),
  useOther: say(
    (file: string) => `改用「${file}」`,
    (file: string) => `Use “${file}”`,
  ),
  right: say("就用这份", "Keep using this one"),
  whose: say(
    (file: string) => `「${file}」是哪个单位的？`,
    (file: string) => `Which unit sent “${file}”?`,
  ),
  choose: say("请选择", "Choose"),
  notListed: say(
    (file: string) => `名录里没有这个单位（${file}），请核对名称，或指明是哪个单位。`,
    (file: string) => `The directory has no such unit (${file}); check the name, or choose the unit.`,
  ),
  column: say(
    (file: string, field: string) => `「${file}」有几列都像“${field}”，选一列；以后这个单位照此读取。`,
    (file: string, field: string) =>
      `“${file}” has several columns that may be the ${field}; choose one. Later files from this unit will be read the same way.`,
  ),
  take: say(
    (header: string) => `用“${header}”`,
    (header: string) => `Use “${header}”`,
  ),
  now: say("现在用的", "in use"),
  master: say("台账：", "Ledger: "),
  theirs: say("来文：", "File: "),
  blank: say("（空）", "(empty)"),
  from: say(
    (file: string, place: string) => `${file}，${place}`,
    (file: string, place: string) => `${file}, ${place}`,
  ),
  takeTheirs: say("采用来文", "Use the file's"),
  takeOf: say(
    (value: string) => `采用“${value}”`,
    (value: string) => `Use “${value}”`,
  ),
  asMaster: say("（与台账相同）", " (as in the ledger)"),
  sameItem: say("就是这一项", "It is this item"),
  stillHolds: say("照样采用", "Use it anyway"),
  meant: say("是台账里的哪一处？", "Which entry of the ledger is meant?"),
  meantIs: say(
    (place: string) => `就是 ${place}`,
    (place: string) => `it is ${place}`,
  ),
  keepOurs: say("保持原样", "Keep as it is"),
  keepInfo: say("知道了", "Noted"),
  kept: say("保持原样", "left as it is"),
  undecide: say("重新确认", "Decide again"),
  duplicate: say(
    (problem: string, places: string) => `几份文件都有“${problem}”（${places}），都会列入。`,
    (problem: string, places: string) => `Several files have “${problem}” (${places}); all are listed.`,
  ),
  toCheck: say(
    (why: string, header: string, value: string, place: string) => `${why}：${header}“${value}”（${place}）`,
    (why: string, header: string, value: string, place: string) => `${why}: ${header} “${value}” (${place})`,
  ),
  remove: say("移出", "Remove"),
  removeOf: say(
    (file: string) => `移出「${file}」`,
    (file: string) => `Remove “${file}”`,
  ),
  // 结果
  mergeButton: say("汇总并下载", "Merge and download"),
  mergeHint: say(
    "一种事项一张表，重新编号，带原序号、来源文件和来源位置；另有一张汇总情况。合计与各份文件逐类核对一致，不一致的不并入。",
    "One sheet for each kind of item, renumbered, with each row's old number, source file and place, plus a sheet on what was received. Totals are checked against each file; files that do not agree are left out.",
  ),
  merged: say("汇总台账", "merged"),
  template: say("用上级的空表…", "Use the higher office's blank form…"),
  templateOf: say(
    (name: string) => `采用「${name}」的栏目、标题和样式。`,
    (name: string) => `Uses the columns, titles and formatting of “${name}”.`,
  ),
  noMoreTemplate: say("不用空表", "Do not use the form"),
  noTemplate: say(
    (name: string) => `「${name}」里没有认得出的表头；表头中要有“序号、问题、整改状态”等列。`,
    (name: string) => `No header row was recognised in “${name}”; it should have columns such as 序号, 问题, 整改状态.`,
  ),
  lookLost: say(
    (name: string) => `已生成「${name}」，采用了空表的栏目和标题，样式没有带过来，请自行设置格式。`,
    (name: string) =>
      `“${name}” has been created with the form's columns and titles but not its formatting; please format it yourself.`,
  ),
  copyButton: say("下载回填副本", "Download the filled-in copy"),
  copyHint: say(
    (n: number, open: number) =>
      `会写入 ${n} 处（整改状态、进展、完成时间、佐证，和您确认采用的），其余内容不变${open > 0 ? `；还没确认的 ${open} 处保持原样` : ""}。`,
    (n: number, open: number) =>
      `${many(n, "cell")} will be written (status, progress, completion date, evidence, and what you accepted), everything else stays as it is${open > 0 ? `; ${open} unconfirmed ones stay as they are` : ""}.`,
  ),
  reportButton: say("下载回填情况", "Download the report"),
  writeButton: say("写入打开的台账", "Write into the open ledger"),
  writeHint: say(
    "逐格写入，格里已变动的不写；可以撤销。",
    "Cell by cell; cells that have changed since are left unchanged. You can undo this.",
  ),
  noCopy: say(
    "在 Excel 里直接写入打开的工作簿，不另存副本；回填情况仍可下载。",
    "In Excel the open workbook is changed directly and no copy is made; the report can still be downloaded.",
  ),
  cannot: say(
    (why: string) => `不能写入打开的台账：${why}。回填情况可以下载。`,
    (why: string) => `The open ledger cannot be changed: ${why}. The report can still be downloaded.`,
  ),
  filled: say("回填", "filled-in"),
  report: say("回填情况", "report"),
} as const;
