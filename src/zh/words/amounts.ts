/** Units of amounts in headers and cells, and cells that say that there is none. Read by src/tally/column-figures.ts. */

/** Of what is no money, as they stand behind 单位： above a table. */
export const OTHER_MEASURES: readonly string[] =
  "万人 人次 万人次 万户 万亩 公顷 公里 千米 万吨 平方米 万平方米 平方公里 立方米 万千瓦 百分比 百分点".split(" ");

/** Units of money and how many tens of 元 each is. The longest first. */
export const MONEY_UNITS: readonly (readonly [word: string, power: number])[] = [
  ["万亿元", 12],
  ["千万元", 7],
  ["百万元", 6],
  ["亿元", 8],
  ["万元", 4],
  ["千元", 3],
  ["人民币元", 0],
  ["元", 0],
];

/** A header that speaks of money takes the unit that stands above the table. */
export const MONEY_NOUNS: readonly string[] = ["金额", "资金", "款", "费", "资产", "额度"];

/** 金额单位：万元 above a table. */
export const UNIT_LINE: readonly string[] = ["金额单位", "计量单位", "单位"];

/** A cell that says: nothing here. */
export const NOTHING_WORDS: readonly string[] = [
  "无",
  "没有",
  "不涉及",
  "不适用",
  "暂无",
  "-",
  "--",
  "—",
  "——",
  "/",
  "\\",
  "／",
  "空",
];
