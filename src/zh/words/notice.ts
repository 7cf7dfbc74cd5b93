/** Words by which notices are written and taken apart; a record for each file that reads them. */

/** Read by src/notice/document/item-spans.ts. */
export const itemSpans = {
  ownPoints: [
    "[一二三四五六七八九十]{1,3}是",
    "[（(][一二三四五六七八九十\\d]",
    "\\d{1,2}[.、．](?!\\d)",
    "[\\u2460-\\u2473]",
    "第[一二三四五六七八九十]",
  ],
} as const;

/** Read by src/notice/document/tidy.ts. */
export const tidy = {
  leadingNumber: [
    "[一二三四五六七八九十]{1,4}[、.．]",
    "[（(][一二三四五六七八九十\\d]{1,4}[）)]",
    "\\d{1,3}(?:[、．]|\\.(?!\\d))",
    "[\\u2460-\\u2473]",
  ],
} as const;

/** Read by src/reading/extract/answer.ts. */
export const answer = {
  promise: ["争取", "力争", "预计", "计划", "确保", "拟", "将", "承诺", "时限"],
  deadlineText: ["\\d{4}年", "长期", "立行立改"],
  promiseEndWord: ["之前", "以前", "前"],
  promiseEndPart: ["底", "末"],
  promiseEndAfter: ["整改到位", "完成", "落实", "到位", "达到", "实现"],
} as const;

/** Read by src/reading/extract/extract.ts. */
export const extract = {
  titleOfBare: ["通报", "公告", "报告", "公示", "通告"],
} as const;
