/** What to do in each pane, for whoever has never been there. */
import type { PaneName } from "../shell/pane-props";
import { say } from "../words";

type Lines = Readonly<Record<PaneName, readonly string[]>>;

const ZH: Lines = {
  ledger: [
    "先看每一列识别得对不对：名称旁有“请确认”的，从下拉框里选出正确的列；选过一次，同样表头的台账以后照此办理。",
    "统计截止日期不对时，在“日期”里改；没有写明的，按今天计算。",
    "有单位名录的，请载入：责任单位写错一个字也能认出来。",
    "列和日期都对了，再去核验。",
  ],
  check: [
    "逐条处理问题：卡片上写明哪一项、错在哪里、怎么改。能直接改的，改好按回车，自动到下一条。",
    "不明白为什么算问题，点“为什么要查”；确实不用改的，点“忽略”并写明理由。",
    "同样的错误不止一处时，可以先预览，再一次改完。",
    "要退给单位的，按单位筛选后复制清单，清单上写的是序号和问题。",
  ],
  tally: [
    "最上面是结论：每类事项的完成率和各种状态的件数。点任何一个数字，都能看到对应的各行。",
    "完成率怎么算（口径），写在下面一行里，点开可以改。",
    "按责任单位统计时，没写责任单位的事项单列一行，各行与合计对得上。",
    "图和完成率可以打印、存为图片，也可以填进上级的报表。",
  ],
  month: [
    "选一份上期台账，或用存下的一期，列出和上期相比的变化；需要重点看的在前，点一条跳到单元格。",
    "两期里文字相同、不能确定对应关系的事项，选好以后按“确认”；以后各期照此对比。",
    "存为本期：下个月不用再找旧文件。",
    "统计表、挂图、变化明细、抽查表都可以下载。",
  ],
  summary: [
    "这一段由台账的数字写成，点其中的数字可以看到对应的各行。",
    "写法可以选，也可以把上月的综述粘贴进来，照它的格式写本月的。",
    "有影响数字的问题时，综述暂不能用；处理完再来，或者勾选“仍要使用”。",
  ],
  notice: [
    "台账里没有的内容（组织领导、下一步打算等）在“通报要素”里填写，填过的下月还在。",
    "还缺的内容逐处列出，点一下就到要填的地方。",
    "公开版隐去个人信息，内部版照写；导出的 Word 文件可以继续修改。",
    "签批单把口径、完成率、没有处理的问题和忽略的理由写在一张纸上，供领导签批。",
  ],
  proofread: [
    "粘贴通报全文，或打开 .docx、.txt 文件。打开了台账时，数字与台账核对。",
    "左边是通报，右边是发现的问题；点一条，原文跟着走。写法确定的可以直接采纳，同类的可以一次采纳。",
    "公布前打开“定稿校对”，待填的地方按错误列出。",
    "改好后下载；没有采纳的地方不变。",
  ],
};

const EN: Lines = {
  ledger: [
    "First check that each column was recognised correctly. Where a column asks to be confirmed, choose the right one from the list; ledgers with the same headers will be read the same way from then on.",
    "If the as-of date is wrong, change it under Dates; if none is stated, today is used.",
    "If there is a unit directory, load it: a unit with one wrong character in its name is then recognised.",
    "When columns and dates are right, go on to Check.",
  ],
  check: [
    "Go through the findings one by one: each card says which item, what is wrong and what to do. Correct it in the card and press Enter; the next one opens.",
    "If you do not see why something is a problem, press “Why this is checked”. If it really need not be changed, press Ignore and give a reason.",
    "The same mistake in several places can be previewed and corrected in one go.",
    "To send findings back to a unit, filter by the unit and copy the list; it names item numbers and problems.",
  ],
  tally: [
    "The result comes first: the completion rate and the number in each status for every kind of item. Click any figure to see the rows behind it.",
    "How the rate is counted is shown in the line below; open it to change this.",
    "Items without a unit are listed on a row of their own, so the rows add up to the total.",
    "The chart and the rates can be printed, saved as pictures or filled into a form.",
  ],
  month: [
    "Choose last period's ledger or a saved period to see what has changed; what needs attention comes first. Click a change to go to its cell.",
    "Where items read alike, choose which is which and press Confirm; later comparisons follow your answer.",
    "Save this period, and next month you will not need to look for the old file.",
    "The statistics sheet, the wall chart, the changes and the spot-check sheet can be downloaded.",
  ],
  summary: [
    "This paragraph is written from the ledger's figures; click a figure to see the rows behind it.",
    "Choose a style, or paste last month's summary to have this month's written in the same form.",
    "If findings affect the figures, the summary is held back until you settle them or tick “Use it anyway”.",
  ],
  notice: [
    "What the ledger does not contain (organisation, next steps and so on) is filled in under Facts, and is still there next month.",
    "What is still missing is listed; click an entry to go to the place.",
    "The public edition leaves out personal data, the internal edition keeps it. The exported Word file can be edited further.",
    "The sign-off sheet lists how rates are counted, the rates, the open findings and the reasons for ignoring, ready for signature.",
  ],
  proofread: [
    "Paste the whole notice, or open a .docx or .txt file. If a ledger is open, figures are checked against it.",
    "The notice is on the left, the findings are on the right; click a finding and the text follows. Corrections that are certain can be accepted one by one or all of a kind.",
    "Before publishing, switch on Final version: places still to be filled in are then reported as errors.",
    "Download the notice when you have finished; anything you did not accept stays as it was.",
  ],
};

/** Chapters of docs/guide.md, the walk in pictures. */
export const CHAPTERS: Readonly<Record<PaneName, string>> = {
  ledger: "用 WPS 的，按文件来",
  check: "用 WPS 的，按文件来",
  tally: "统计、综述、通报",
  month: "统计、综述、通报",
  summary: "统计、综述、通报",
  notice: "统计、综述、通报",
  proofread: "校对通报",
};
/** The address of a chapter within the guide's page, as scripts/release/guide-pages.mjs writes it. */
export const anchorOf = (chapter: string): string =>
  chapter
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

export const HELD_CHAPTER = "综述被拦住时";
export const EXCEL_CHAPTER = "在 Excel 里";

export const HELP_WORDS = {
  lines: say(ZH, EN),
  keys: say(
    "只用键盘：Alt+N 到下一步；↑ ↓ 换卡片，回车确定，Alt+I 忽略；网页上 Ctrl+Z 撤销、Ctrl+Y 重做，Ctrl+S 下载修改后的副本；Esc 退出。",
    "By keyboard: Alt+N for the next step; ↑ ↓ from card to card, Enter applies, Alt+I ignores; on the page Ctrl+Z undoes, Ctrl+Y redoes and Ctrl+S downloads the edited copy; Esc leaves.",
  ),
  picture: say(
    (chapter: string) => `看配图的分步说明：“${chapter}”`,
    (chapter: string) => `The guide in pictures (Chinese), chapter “${chapter}”`,
  ),
  /** In the one file, which may lie anywhere. */
  guide: say(
    (chapter: string) => `配图的分步说明见安装包 guide 文件夹里的《上手》，“${chapter}”一节；不联网也能看。`,
    (chapter: string) =>
      `The guide in pictures (Chinese) is in the folder “guide” of the installation, chapter “${chapter}”; it needs no network.`,
  ),
};
