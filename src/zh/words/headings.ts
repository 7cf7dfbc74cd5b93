/** What headings begin with and end on, taken off before they are compared. */

/** Read by src/proofread/against/text-rules.ts. */
export const textRules = {
  headingKeyText: [
    "[一二三四五六七八九十]{1,3}[、.]",
    "[(（][一二三四五六七八九十\\d]{1,3}[)）]",
    "\\d{1,3}[、.](?!\\d)",
  ],
  headingKeyText2: ["落实", "进展"],
  /** What a notice adds to a ledger's short name of a section: 选人用人方面, 一般隐患. */
  sectionTail: ["方面", "问题", "隐患", "事项"],
  /** The first mark of each level, from the highest. */
  levelMarks: ["一、", "（一）", "1.", "（1）"],
  /** Before a number they are the mark of an item: 问题3：. */
  labels: ["问题", "事项"],
} as const;
