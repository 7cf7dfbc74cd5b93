import { many } from "../../app/action-texts";
import { say } from "../words";

export const LEDGER_WORDS = {
  counts: say(
    (items: number, measures: number | null) =>
      measures === null ? `${items} 项` : `${items} 项 · ${measures} 条措施`,
    (items: number, measures: number | null) =>
      measures === null ? many(items, "item") : `${many(items, "item")} · ${many(measures, "measure")}`,
  ),
  kind: say("事项类型", "Kind"),
  asIs: say(
    (what: string) => `自动：${what}`,
    (what: string) => `Automatic: ${what}`,
  ),
  toConfirm: say(
    (count: number) => `${count} 列请确认`,
    (count: number) => `${count} to confirm`,
  ),
  showColumn: say("在表格里看这一列", "Show this column in the sheet"),
  byChoice: say("按以前的选择", "As chosen before"),
  forgetChoice: say("不再照此办理", "Forget this choice"),
  samples: say(
    (samples: readonly string[]) => `如：${samples.join("、")}`,
    (samples: readonly string[]) => `such as ${samples.join(", ")}`,
  ),
  columns: say("各列的含义", "What each column means"),
  certain: say(
    (count: number) => `其余 ${count} 列`,
    (count: number) => `The other ${count} columns`,
  ),
  columnOf: say(
    (letter: string) => `${letter} 列`,
    (letter: string) => `Column ${letter}`,
  ),
  noField: say("不使用", "Not used"),
  sure: say("确定", "Certain"),
  likely: say("较可能", "Likely"),
  unsure: say("请确认", "Please confirm"),
  byHand: say("您选的列", "Set by hand"),
  byLexicon: say("按词表", "From your word list"),
  teachColumn: say("记住这个表头", "Remember this header"),
  reasons: say(
    {
      header: "表头就是这一列的常用名称",
      values: "表头有歧义，按下面的内容判断",
      band: "按上一级表头判断",
      fallback: "没有更合适的列，以此代替",
      override: "以您选的为准",
    },
    {
      header: "the header is a usual name of this field",
      values: "the header is ambiguous; the values below decided",
      band: "the upper header row decided",
      fallback: "taken because there is no better column",
      override: "set by you",
    },
  ),
  runnerUp: say(
    (what: string) => `其次可能是${what}`,
    (what: string) => `next best: ${what}`,
  ),
  itemLevel: say(
    "整项共用（合并或只填首行）",
    "one value for the whole item (merged, or filled in on the first row only)",
  ),
  undoColumn: say("恢复自动识别", "Back to automatic"),
  hiddenRows: say(
    (n: number) => `含 ${n} 个隐藏行，仍计入`,
    (n: number) => `${n} hidden rows are counted too`,
  ),
  dates: say("日期", "Dates"),
  asOf: say("统计截止日", "As-of date"),
  asOfFrom: say(
    {
      option: (date: string) => `现用 ${date}：您上次选定`,
      stated: (date: string) => `现用 ${date}：台账所载`,
      today: (date: string) => `现用 ${date}：今天`,
    },
    {
      option: (date: string) => `In use: ${date}, as you chose`,
      stated: (date: string) => `In use: ${date}, as the ledger states`,
      today: (date: string) => `In use: ${date}, today`,
    },
  ),
  asOfAutomatic: say("改回台账所载或今天", "Back to the ledger's date or today"),
  feedback: say("反馈日期", "Feedback date"),
  feedbackHint: say(
    "用于推定没写年份的时限；台账标题里有时会自动读取",
    "Used to work out deadlines without a year; read from the ledger's title where possible",
  ),
  months: say("集中整改期（月）", "Concentrated rectification period (months)"),
  wrongDate: say("请按 2025-10-10 或 2025年10月10日 的样子填写", "Write it as 2025-10-10 or 2025年10月10日"),
  directory: say("单位名录", "Unit directory"),
  directoryFrom: say(
    (source: string, n: number) => `取自“${source}”，${n} 个单位`,
    (source: string, n: number) => `From “${source}”, ${many(n, "unit")}`,
  ),
  noDirectory: say(
    "没有名录，不核对单位名称。可在工作簿里加一张“单位名录”表（单位名称、简称）。",
    "There is no directory, so unit names are not checked. You can add a sheet 单位名录 (单位名称, 简称) to the workbook.",
  ),
  loadDirectory: say("从文件载入…", "Load from a file…"),
  dropDirectory: say("改用工作簿里的名录", "Back to the workbook's own"),
  directoryHint: say(
    "文本或 CSV：每行一个单位，后面可用逗号跟简称",
    "Text or CSV: one unit per line, short names after commas",
  ),
  emptyDirectory: say(
    (name: string) => `“${name}”里没有单位名称，请每行写一个单位。`,
    (name: string) => `“${name}” contains no unit names; write one unit per line.`,
  ),
  next: say("开始核验", "Check the ledger"),
} as const;
