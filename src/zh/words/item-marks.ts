/** Numbering at the beginning of an item or a point, as written by hand. */

/** Read by src/notice/document/item-spans.ts. */
export const itemSpans = {
  /** Behind 长期: what remains to be done. */
  lasting: ["坚持", "整改", "推进"],
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
