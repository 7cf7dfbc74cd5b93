/** Every option of the command line: its form, what it does in both languages, and which values it takes. */

interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
  /** Shown in help behind the name. */
  readonly value?: string;
  /** Allowed values, where they are few. */
  readonly choices?: readonly string[];
  readonly zh: string;
  readonly en: string;
}

export const COMMAND_OPTIONS = {
  sheet: {
    type: "string",
    multiple: true,
    value: "NAME",
    zh: "只看这些工作表（可重复；隐藏的也算，不区分版本）",
    en: "only these sheets (repeatable; hidden ones count, versions are not told apart)",
  },
  column: {
    type: "string",
    multiple: true,
    value: "FIELD=HEADER",
    zh: "指定哪一列是某个字段，如 整改状态=巡察办认定、整改状态=G（可重复）",
    en: "which column holds a field, by header or letter: status=巡察办认定 (repeatable)",
  },
  row: {
    type: "string",
    multiple: true,
    value: "ROW=item|none",
    zh: "看不准是不是一项的行：行号或行里的文字，item（算一项）或 none（不算），可重复",
    en: "whether a row in question is an item; ROW is its number or a text in it; repeatable",
  },
  "as-of": {
    type: "string",
    value: "2025-10-10",
    zh: "统计截止日；不写则取台账所载，再无则为今天",
    en: "as-of date; else the one the ledger states, else today",
  },
  "feedback-date": {
    type: "string",
    value: "2025-04-03",
    zh: "反馈日，用于推定缺年份的时限",
    en: "date of the feedback; used to work out deadlines without a year",
  },
  units: {
    type: "string",
    value: "FILE",
    zh: "单位名录文件（单位名称、简称）；不写则取工作簿中的单位名录表",
    en: "file of units (name, short names); else the workbook's own sheet",
  },
  format: { type: "string", value: "text|json", choices: ["text", "json"], zh: "输出格式", en: "output format" },
  definition: {
    type: "string",
    value: "done|basic|phased",
    choices: ["done", "basic", "phased"],
    zh: "口径：仅已完成、含基本完成、再含阶段性完成",
    en: "what a rate counts as done",
  },
  denominator: {
    type: "string",
    value: "all|due",
    choices: ["all", "due"],
    zh: "分母：全部事项，或截止日前到期的事项",
    en: "what a rate divides by: all items, or those due",
  },
  precision: {
    type: "string",
    value: "0|1|2",
    choices: ["0", "1", "2"],
    zh: "百分比的小数位数",
    en: "decimals of percentages",
  },
  "due-soon": {
    type: "string",
    value: "15",
    zh: "临期天数，默认 15",
    en: "days that count as due soon, 15 by default",
  },
  "fail-on": {
    type: "string",
    value: "error|warning|info",
    choices: ["error", "warning", "info"],
    zh: "达到此级别即以 1 退出，默认 error",
    en: "severity from which the exit status is 1, error by default",
  },
  strict: {
    type: "boolean",
    zh: "有须由人处理的结果（核验达到 --fail-on 级别，或对比有高风险、待确认的）时以 1 退出",
    en: "exit with 1 if anything needs a person (findings at the --fail-on level, high-risk changes, items to be confirmed)",
  },
  settings: { type: "string", value: "FILE", zh: "设置文件（JSON）", en: "settings file (JSON)" },
  lexicon: {
    type: "string",
    multiple: true,
    value: "FILE",
    zh: "词表（词表.json）：本单位自己的表头、状态、简称等，可重复",
    en: "the office's own words (词表.json); repeatable",
  },
  state: {
    type: "string",
    value: "FILE",
    zh: "状态文件（忽略、列的更正等）",
    en: "state file (ignores, corrections of columns)",
  },
  lang: { type: "string", value: "zh|en", choices: ["zh", "en"], zh: "语言", en: "language" },
  group: {
    type: "string",
    value: "row|unit|rule",
    choices: ["row", "unit", "rule"],
    zh: "按行（默认）、按责任单位或按规则列出",
    en: "list by row (default), unit or rule",
  },
  style: {
    type: "string",
    value: "NAME",
    zh: "综述样式，通报的体例同名：rate（默认）、measures、items、partial、phased、audit、bulletin",
    en: "style of the summary and the notice: rate (default), measures, items, partial, phased, audit, bulletin",
  },
  set: {
    type: "string",
    multiple: true,
    value: "NAME=TEXT",
    zh: "模板变量，如 巡察组=县委巡察组（可重复）",
    en: "variable of the template (repeatable)",
  },
  template: {
    type: "string",
    value: "NAME|FILE",
    zh: "自己的综述模板：词表或设置里的名称，或一个文件",
    en: "your own summary template: its name in a word list or the settings, or a file",
  },
  last: {
    type: "string",
    value: "FILE",
    zh: "上期（或更早一期）的台账或存下的期次，供「较上期新增完成」等数字使用",
    en: "ledger or snapshot of an earlier period, for figures that compare with it",
  },
  "old-as-of": {
    type: "string",
    value: "2025-10-31",
    zh: "上期台账的统计截止日；不写则取其所载，再无则为上月最后一天",
    en: "as-of date of the last period's ledger; else the one it states, else the end of the month before",
  },
  previous: {
    type: "string",
    value: "FILE",
    zh: "上期的台账或存下的期次，用来比名次",
    en: "ledger or snapshot of the last period, for ranks then and now",
  },
  marked: {
    type: "string",
    value: "FILE",
    zh: "另存一份本期台账的副本，有变化的单元格带标记和批注",
    en: "a copy of the new ledger with marks and notes on the cells that changed",
  },
  count: { type: "string", value: "10", zh: "抽多少项", en: "how many items to draw" },
  seed: {
    type: "string",
    value: "TEXT",
    zh: "抽取编号；同一个编号抽出同样的事项，不写则随机取一个并写明",
    en: "seed: the same seed draws the same items; without it a random one is used and printed",
  },
  of: {
    type: "string",
    value: "done|all",
    choices: ["done", "all"],
    zh: "从已完成的（默认）还是全部事项中抽",
    en: "draw from what is done (default) or from all",
  },
  kind: {
    type: "string",
    value: "KIND",
    zh: "只要这一类事项：反馈问题、立行立改、信访件、移交问题线索、交办事项",
    en: "only this kind: problem, immediate, letter, clue or matter",
  },
  by: {
    type: "string",
    value: "unit|section|leader",
    choices: ["unit", "section", "leader"],
    zh: "按责任单位（默认）；挂图也可按类别（section），分发也可按责任领导（leader）",
    en: "by unit (default); a wall chart by section, a split by leader, too",
  },
  level: {
    type: "string",
    value: "LEVEL",
    choices: ["error", "warning", "overdue", "due-soon"],
    zh: "退回（return）：warning 错误和提醒（默认），error 只退错误；督办（remind）：overdue 超期事项（默认），due-soon 临期事项",
    en: "return: warning (the default) or error; remind: overdue (the default) or due-soon",
  },
  pairs: {
    type: "string",
    value: "FILE",
    zh: "配对文件（JSON）：不能确定对应关系的事项，由人写明",
    en: "pairs file (JSON): which item is which, where they cannot be told apart",
  },
  "pairs-example": {
    type: "boolean",
    zh: "输出一份配对文件供填写，列出不能确定对应关系的事项",
    en: "print a pairs file to fill in, with the items that cannot be told apart",
  },
  period: {
    type: "string",
    value: "2025-11",
    zh: "存的是哪一期；不写则取统计截止日所在的月",
    en: "the period to save; by default the month of the as-of date",
  },
  answer: {
    type: "string",
    multiple: true,
    value: "3=1",
    zh: "答复要确认的数字：序号=候选序号，0 为留作文字（可重复）",
    en: "answer to a doubtful figure: FIGURE=CANDIDATE, 0 leaves it as text (repeatable)",
  },
  into: {
    type: "string",
    value: "FILE",
    zh: "回填到这份总台账（.xlsx）：只改状态、进展、完成时间和佐证，其余原样不动",
    en: "fill the answers into this master ledger (.xlsx): status, progress, completion date and evidence, nothing else",
  },
  output: {
    type: "string",
    short: "o",
    value: "FILE",
    zh: "写入的文件或文件夹（不会覆盖已有文件）",
    en: "file or folder to write (nothing is overwritten)",
  },
  "in-ledger": {
    type: "boolean",
    zh: "统计表和数据加在台账的副本里（台账须为 .xlsx 或 .xlsm），台账原有内容不动",
    en: "put the sheets into a copy of the ledger (.xlsx or .xlsm), which is otherwise unchanged",
  },
  register: {
    type: "string",
    value: "FILE",
    zh: "上次的督办登记表：文号接着编，同一事项再发函的写明第几次",
    en: "the register of the last run: numbering continues, and repeat letters on an item are counted",
  },
  evidence: {
    type: "string",
    value: "FOLDER",
    zh: "佐证材料文件夹：按文件名找每项的材料（只列名、算校验值，不打开）",
    en: "evidence folder: files are matched to items by name, listed and hashed, never opened",
  },
  facts: {
    type: "string",
    value: "FILE",
    zh: "要素文件（JSON）：通报的单位、党组织、巡察日期，函的发文单位、反馈期限、联系方式等",
    en: "facts file (JSON): for notices the office, party organ, dates and contact; for letters the issuer and the reply date",
  },
  "facts-example": {
    type: "boolean",
    zh: "输出一份通报要素文件的样例，供填写",
    en: "print an example facts file to fill in",
  },
  "from-ledger": {
    type: "boolean",
    zh: "要素未填的，采用台账所载的填报单位、标题、反馈日期",
    en: "take unit, title and feedback date from the ledger where the facts leave them empty",
  },
  edition: {
    type: "string",
    value: "public|inside",
    choices: ["public", "inside"],
    zh: "公开版（默认）或内部版",
    en: "public (default) or internal edition",
  },
  rates: {
    type: "boolean",
    zh: "打印完成率（单独一页：表和图；写到 .svg 则只有图）",
    en: "print the rates instead (a page with table and chart; the chart alone as .svg)",
  },
  list: {
    type: "string",
    multiple: true,
    value: "KIND",
    zh: "另外逐项列出的事项：立行立改、交办事项、信访件、移交问题线索（可重复）；信访件和线索默认只列数量",
    en: "kinds to list item by item besides (repeatable); letters and clues are only counted by default",
  },
  ledger: {
    type: "string",
    value: "FILE",
    zh: "与这份台账核对（数字、状态、遗漏或多出的事项）",
    en: "check the notice against this ledger (figures, statuses, missing or extra items)",
  },
  final: {
    type: "boolean",
    zh: "定稿校对：【待补充】等待填内容为错误",
    en: "the notice is final: places still to be filled in are errors",
  },
  json: { type: "boolean", zh: "以 JSON 输出", en: "as JSON" },
  version: { type: "boolean", short: "v", zh: "显示版本", en: "show the version" },
  help: { type: "boolean", short: "h", zh: "显示帮助", en: "show this help" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type CommandOption = keyof typeof COMMAND_OPTIONS;

/** The specification of an option, its optional parts visible to the type system. */
export function optionSpec(name: CommandOption): OptionSpec {
  return COMMAND_OPTIONS[name];
}

/** Options that choose what is read and how it is judged; every reading command takes them. */
export const READING_OPTIONS = [
  "sheet",
  "column",
  "row",
  "as-of",
  "feedback-date",
  "units",
  "format",
  "definition",
  "denominator",
  "precision",
  "due-soon",
  "fail-on",
  "settings",
  "lexicon",
  "state",
  "lang",
  "help",
] as const satisfies readonly CommandOption[];
