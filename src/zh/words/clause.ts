/** Read by src/zh/clause.ts. */
export const clause = {
  beginning: [
    "[一二三四五六七八九十]{1,3}是",
    "[（(][一二三四五六七八九十\\d]{1,3}[）)]",
    "\\d{1,2}(?:[、．]|\\.(?!\\d))",
    "[\\u2460-\\u2473]",
  ],
} as const;
