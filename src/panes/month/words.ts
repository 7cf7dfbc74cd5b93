import { many } from "../../app/action-texts";
import { NO_UNIT } from "../../app/month";
import { say } from "../words";

export const MONTH_PANE_WORDS = {
  empty: say("没有台账，没有可对比和统计的内容。", "There is no ledger to compare or count."),
  // 对比
  compare: say("和上期对比", "Compare with the last period"),
  compareHint: say(
    "选上期台账，或用以前存下的一期；新完成、退回、改期、没有更新的，一条条列出来。",
    "Choose last period's ledger or a saved period. Items newly done, reopened, rescheduled or without a progress update are listed one by one.",
  ),
  noOld: say("还没有上期。", "There is no last period yet."),
  oldLedger: say(
    (name: string, day: string) => `上期：${name}（截至 ${day}）`,
    (name: string, day: string) => `Last period: ${name} (as of ${day})`,
  ),
  oldGuessed: say(
    "上期台账没有写明统计截止日，按本期上月最后一天计。",
    "Last period's ledger states no as-of date; the last day of the month before this period is used.",
  ),
  keptName: say("存下的一期", "a saved period"),
  chooseOld: say("选上期文件…", "Choose last period's file…"),
  dropHere: say("也可以把上期文件拖到这里。", "Or drop the file here."),
  noCompare: say("不对比", "Do not compare"),
  example: say(
    "例如：上期截至 10 月 31 日、本期截至 11 月 30 日，会写出“新增完成 3 个，完成后又退回 1 个，整改时限推后 2 个；完成率由 52.0% 升至 58.0%，上升 6.0 个百分点”，每一条都能跳到表里的单元格。",
    "For example, with periods to 31 October and to 30 November it says “3 newly completed, 1 reopened, 2 with a later deadline; the rate went from 52.0% to 58.0%, up 6.0 percentage points”, and every change takes you to its cell.",
  ),
  exampleKeep: say(
    "没有上期文件也不要紧：现在点“存为本期”，下个月打开新台账时直接对比。",
    "No file for last period? Press Save this period now, and next month's ledger can be compared directly.",
  ),
  keep: say("存为本期", "Save this period"),
  keepAgain: say("重新存为本期", "Save this period again"),
  keepHint: say(
    (day: string, where: string) => `把截至 ${day} 的情况记下来，下期不用再找旧文件。${where}`,
    (day: string, where: string) =>
      `Records how things stand on ${day}, so that next period needs no old file. ${where}`,
  ),
  keptWhere: say(
    "保存在这台电脑上（选了随台账保存的，存在台账里）；不含人员姓名列，电话已遮住。",
    "Saved on this computer (or in the workbook, if you chose that); columns of names are left out and phone numbers masked.",
  ),
  keptShared: say(
    "公用电脑不保留期次：存下的只在本次有效，需要留存请另存为文件。",
    "A shared computer keeps no periods: this one lasts for this session only. Save it as a file to keep it.",
  ),
  saveNow: say("本期另存为文件", "Save this period as a file"),
  kept: say(
    (n: number) => `存下的 ${n} 期`,
    (n: number) => (n === 1 ? "1 saved period" : `${n} saved periods`),
  ),
  keptOf: say(
    (day: string, items: number) => `${day}，${items} 项`,
    (day: string, items: number) => `${day}, ${many(items, "item")}`,
  ),
  keptFrom: say(
    (name: string) => `来自「${name}」`,
    (name: string) => `from “${name}”`,
  ),
  useKept: say("对比", "Compare"),
  useKeptOf: say(
    (day: string) => `与 ${day} 对比`,
    (day: string) => `Compare with ${day}`,
  ),
  saveKept: say("另存", "Save"),
  saveKeptOf: say(
    (day: string) => `把 ${day} 这一期另存为文件`,
    (day: string) => `Save the period as of ${day} as a file`,
  ),
  dropKept: say("删除", "Delete"),
  dropKeptOf: say(
    (day: string) => `删除 ${day} 这一期`,
    (day: string) => `Delete the period as of ${day}`,
  ),
  dropTitle: say(
    (day: string) => `删除 ${day} 这一期？`,
    (day: string) => `Delete the period as of ${day}?`,
  ),
  dropText: say(
    "删除后不能恢复，以后也不能再和这一期对比。台账不受影响。",
    "It cannot be restored, and you can no longer compare with it. The ledger is not affected.",
  ),
  cancel: say("取消", "Cancel"),
  periodName: say("本期情况", "period"),
  changesName: say("变化明细", "changes"),
  markChanges: say("在表中标出变化", "Mark changes in the sheet"),
  markChangesAgain: say("重新标出变化", "Mark the changes again"),
  unmarkChanges: say("取消变化标记", "Remove the change marks"),
  markChangesHint: say(
    "有变化的单元格带上颜色，高风险的加粗；随时可以取消，原有格式不动。",
    "Changed cells are coloured, high-risk ones in bold; you can remove this at any time, and existing formatting is kept.",
  ),
  markedCopy: say("下载带变化标记的副本", "Download a copy with the changes marked"),
  markedCopyHint: say(
    "本期台账的副本：有变化的单元格带颜色和批注，另有变化明细工作表；原文件不动。",
    "A copy of this period's ledger with changed cells coloured and commented, plus a sheet of changes; the original file is not changed.",
  ),
  changesBook: say("下载变化明细", "Download the changes"),
  changesHint: say(
    "对比汇总、变化明细、待人工确认，各一张表。",
    "A workbook with three sheets: the summary, all changes, and items to be confirmed.",
  ),
  copyChanges: say("复制变化说明", "Copy the paragraph"),
  nothingNew: say("和上期相比没有变化。", "Nothing changed since last time."),
  high: say(
    (n: number) => `需要重点看的 ${n} 条`,
    (n: number) => `${n} to look at first`,
  ),
  normal: say(
    (n: number) => `一般变化 ${n} 条`,
    (n: number) => `${n} other changes`,
  ),
  types: say("按变化类型筛选", "Filter by kind of change"),
  unit: say("责任单位", "Unit"),
  allUnits: say("全部单位", "All units"),
  noUnit: say(NO_UNIT, "no unit named"),
  more: say(
    (n: number) => `再列 ${n} 条`,
    (n: number) => `${n} more`,
  ),
  goTo: say(
    (cell: string) => `到 ${cell}`,
    (cell: string) => `Go to ${cell}`,
  ),
  wasAt: say(
    (cell: string) => `上期在 ${cell}`,
    (cell: string) => `was at ${cell}`,
  ),
  before: say("上期：", "Before: "),
  now: say("本期：", "Now: "),
  both: say("两期都是：", "Both times: "),
  blank: say("（空）", "(empty)"),
  // 待人工确认
  ambiguous: say(
    (n: number) => `有 ${n} 组事项写得一样，请确认哪一项对哪一项`,
    (n: number) => `${n} ${n === 1 ? "group" : "groups"} of items read alike; please confirm which is which`,
  ),
  ambiguousHint: say(
    "确认前不计入变化；确认后会记住，下期照此对比，可以撤销。",
    "They are not counted as changes until you confirm; your answer is used for later periods too and can be undone.",
  ),
  oldItem: say(
    (what: string) => `上期 ${what} 是本期的`,
    (what: string) => `Before: ${what}. It is now`,
  ),
  choose: say("请选择", "Choose"),
  gone: say("本期没有了", "no longer listed"),
  settle: say("确认", "Confirm"),
  settled: say(
    (n: number) => `已记住 ${n} 处对应关系`,
    (n: number) => (n === 1 ? "1 answer remembered" : `${n} answers remembered`),
  ),
  unsettle: say("重新确认", "Answer again"),
  // 各期趋势
  trend: say("各期完成率", "Rates over the periods"),
  done: say("完成", "Done"),
  rate: say("完成率", "Rate"),
  points: say("较上期（百分点）", "Change (points)"),
  noRate: say("—", "—"),
  // 督办
  supervise: say("督办", "Follow up"),
  stats: say("下载统计表", "Download the statistics"),
  statsHint: say(
    "按单位统计、排名、亮灯，每个数都是公式，数据改了会自动重算。",
    "Units, ranks and traffic lights in a workbook; every figure is a formula and recalculates when the data changes.",
  ),
  statsCopy: say("下载带统计表的台账副本", "Download the ledger with the statistics"),
  statsIn: say("把统计表放进工作簿", "Add the statistics to the workbook"),
  statsRenew: say("刷新工作簿里的统计表", "Update the statistics in the workbook"),
  statsRemove: say("删除", "Remove"),
  statsInHint: say(
    "新增两张工作表：统计表（公式、图表）和它的数据；您自己的同名工作表不动，随时可以删除。",
    "Two new sheets: the statistics (formulas, a chart) and their data; your own sheets stay, and both can be removed.",
  ),
  statsName: say("统计表", "statistics"),
  wall: say("下载挂图", "Download the wall chart"),
  printWall: say("打印挂图", "Print the wall chart"),
  wallHint: say(
    "A3 横向，单位为行、月份为列，一项一面小旗，供打印张贴。",
    "A3 landscape, one row per unit, one column per month, a flag for each item.",
  ),
  wallName: say("挂图", "wall-chart"),
  bulletin: say("写督办通报", "Write the bulletin"),
  bulletinHint: say(
    "到“通报”页选样式，数字直接从台账取。",
    "Choose a style under Notice; the figures come straight from the ledger.",
  ),
  letters: say("下载督办函", "Download the letters"),
  reminders: say("下载提醒函", "Download reminders"),
  lettersHint: say(
    "对超期（或临期）的事项，每个单位一份函，连同登记表打成一个压缩包；文号和反馈期限在函里补。",
    "A letter to each unit on what is overdue (or due soon), with their register, in one .zip; fill in the document numbers and reply dates in the letters.",
  ),
  chooseRegister: say("接上次登记表…", "Continue a register…"),
  registerOf: say(
    (name: string) => `接「${name}」：文号续编，同一事项写明第几次`,
    (name: string) => `Continuing “${name}”: numbering continues, and repeat letters say which reminder this is`,
  ),
  noRegister: say(
    (name: string) => `「${name}」不是督办登记表；请选上次压缩包里的督办登记表.xlsx。`,
    (name: string) => `“${name}” is not a register; choose the 督办登记表.xlsx of the last .zip.`,
  ),
  noMoreRegister: say("不接", "Start anew"),
  lettersName: say("督办函", "letters"),
  remindersName: say("提醒函", "reminders"),
  noneOverdue: say("没有写明责任单位的超期事项。", "There are no overdue items that name a unit."),
  noneDueSoon: say(
    (days: number) => `没有写明责任单位、${days} 天内到期的事项。`,
    (days: number) => `There are no items due within ${days} days that name a unit.`,
  ),
  lights: say(
    (kind: string) => `${kind}亮灯`,
    (kind: string) => `${kind} by unit`,
  ),
  lightsHint: say(
    (yellow: number, red: number) =>
      `完成率比应完成率（到期的占比）落后不到 ${yellow} 个百分点为绿，${yellow} 到 ${red} 为黄，超过 ${red} 为红。一个事项有几个牵头单位的，每个单位都计。`,
    (yellow: number, red: number) =>
      `Green: less than ${yellow} points behind the rate due by now; yellow: ${yellow} to ${red}; red: more than ${red}. An item with several lead units counts for each of them.`,
  ),
  due: say("应完成", "Due"),
  light: say("亮灯", "Light"),
  lightOf: say({ green: "绿", yellow: "黄", red: "红" }, { green: "green", yellow: "yellow", red: "red" }),
  unitDone: say(
    (unit: string) => `${unit} 完成/总数`,
    (unit: string) => `${unit}, done of all`,
  ),
  // 分发、退回、销号
  handOut: say("分发、退回、销号", "Files for the units"),
  parts: say("下载各单位台账", "Download units' ledgers"),
  partsHint: say(
    "每个责任单位一份，只含自己的事项，打成一个压缩包。",
    "A workbook for each unit with its own items only, in one .zip.",
  ),
  partsName: say("各单位台账", "units"),
  noParts: say("没有写明责任单位的事项。", "There are no items that name a unit."),
  returns: say("下载修改意见", "Download the correction requests"),
  returnsHint: say(
    "核验出的错误和提醒，按单位写成修改意见，附待修改的行；改好后可以回填。",
    "Errors and warnings from the check as a letter to each unit, with the rows to be corrected; the corrected files can be filled back in.",
  ),
  returnsName: say("退回修改意见", "returns"),
  noReturns: say("没有要退回单位修改的行。", "No unit has rows to correct."),
  forms: say("下载销号材料", "Download the sign-off papers"),
  formsHint: say(
    "已完成、没有疑问的事项各一份审批表，另有佐证目录和公示清单。选了佐证文件夹的，按文件名对应到事项，没有佐证的先不销号。",
    "An approval form for each completed item without open questions, the evidence catalogue and the public list. If you choose an evidence folder, files are matched to items by name, and items without evidence are not signed off yet.",
  ),
  chooseEvidence: say("选佐证文件夹…", "Choose the evidence folder…"),
  evidenceOf: say(
    (name: string, n: number) => `佐证：${name}，${n} 个文件`,
    (name: string, n: number) => `Evidence: ${name}, ${n === 1 ? "1 file" : `${n} files`}`,
  ),
  dropEvidence: say("不核对佐证", "Do not check the evidence"),
  formsName: say("销号材料", "closing"),
  noForms: say("没有可以销号的事项。", "Nothing can be signed off."),
  canClose: say(
    (n: number, already: number) => `可以销号 ${n} 项${already > 0 ? `，已销号 ${already} 项` : ""}`,
    (n: number, already: number) => `${n} can be signed off${already > 0 ? `, ${already} already are` : ""}`,
  ),
  refused: say(
    (n: number) => `暂不能销号 ${n} 项`,
    (n: number) => `${n} cannot be signed off yet`,
  ),
  facts: say("下载要素数据", "Download the facts"),
  factsHint: say(
    "一项一行的数据（Parquet 和 JSON 行）和统计用 SQL，供数据库使用，不含问题原文和人名。",
    "A row for each item (Parquet and JSON lines) with the SQL that counts them, for databases; no problem texts, no names.",
  ),
  factsName: say("要素数据", "facts"),
  // 抽查
  sample: say("抽查回头看", "Spot checks"),
  sampleHint: say(
    "各类事项、各责任单位都会抽到；填同一个编号，谁来抽都是同样的事项。",
    "Every kind and every unit is covered; with the same draw number anyone draws the same items.",
  ),
  count: say("抽多少项", "How many"),
  countWrong: say("请填 1 以上的整数。", "Enter a whole number, 1 or more."),
  seed: say("抽取编号", "Draw number"),
  from: say("从哪些里抽", "From"),
  ofDone: say("已完成的", "done items"),
  ofAll: say("全部", "all items"),
  draw: say("抽取", "Draw"),
  drawn: say(
    (n: number, of: number) => `从 ${of} 项中抽出 ${n} 项`,
    (n: number, of: number) => `${n} of ${of} items drawn`,
  ),
  noneToDraw: say("没有可抽的事项。", "There are no items to draw from."),
  tooFew: say(
    (wanted: number, of: number) => `要抽 ${wanted} 项，可抽的只有 ${of} 项，已全部列入。`,
    (wanted: number, of: number) => `You asked for ${wanted}; there are only ${of}, and all are listed.`,
  ),
  sampleBook: say("下载抽查表", "Download the spot-check sheet"),
  sampleName: say("抽查表", "sample"),
} as const;
