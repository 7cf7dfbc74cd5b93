/** Words by which two months are compared. */
export const MONTH_WORDS = {
  /** What says that a later deadline was asked for. */
  extension: ["延期", "展期", "顺延"],
  /** Headings of amounts. */
  money: ["金额", "万元", "亿元"],
  /** 元 ends many a word (单元, 多元): only these speak of money. */
  yuan: ["(元)", "（元）", "/元", ":元", "：元"],
} as const;
