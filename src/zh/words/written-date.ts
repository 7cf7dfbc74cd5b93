/** Marks between the two ends of a range, one character each; repeated for looks (——). */
export const RANGE_SIGNS = "-–—―~～〜－至到";

/** Read by src/zh/dates. */
export const writtenDate = {
  /** Behind a month. */
  monthParts: "上半月 下半月 上旬 中旬 下旬 月底 月末 年底 年末 底 末 初".split(" "),
  /** Behind a year. */
  yearParts:
    "上半年 下半年 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 年底 年末 年初 底 末 初".split(" "),
  /** What makes 月 another word: 12月龄. */
  noMonth: "龄 薪 均 嫂 饼 子 租".split(" "),
  /** What a number that counts goes on with. */
  afterCount: "多余几万亿千百",
  closerText: ["之前", "以前", "以内", "之内", "截止", "完成", "落实", "整改"],
  skipTimeOfDaySpoken: [
    ["上午", "中午", "下午", "晚上?"],
    ["\\d{1,2}分", "半", "整"],
  ],
  begun: ["开始", "起始", "起"],
  rangeMarks: ["起至", "起到", "开始至", "——", "--"],
  /** Behind a date: whether it belongs to the time. */
  notes: ["(含当日)", "(含当天)", "(含)", "当日", "当天", "当月"],
  closing: ["为止", "截止", "以内", "之内", "止", "内"],
  /** Ends of a year, and the whole of it, without a year. */
  yearEnds: ["年底", "年末", "年终", "年内", "年度内", "年度底", "年度末", "全年", "岁末"],
  wholeYear: ["年内", "年度内", "全年"],
} as const;
